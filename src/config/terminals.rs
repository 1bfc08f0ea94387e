//! What an office knows of its terminals: rules by name and by the host that they come from.
//!
//! ```toml
//! [[terminal]]
//! term = "vt220"          # or "vt*"; left out: any
//! client = "10.0.3.*"     # or left out: from anywhere
//! speed = 9600            # bits a second of a slow line; 0: it keeps up
//! glyphs = "ascii"        # full, safe, plain (without accents), ascii
//! colour = "none"         # none, 8, 16
//! ```

use std::path::Path;

use crate::lang::SettingWords;
use crate::ui::terminal::{Colour, Glyphs, Profile, Speed};

/// One rule; what it does not say is left as it was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rule {
    /// The name of the terminal; a star at its end stands for anything.
    term: Option<String>,
    /// The host from which it comes, or `local`; a star at its end stands for anything.
    client: Option<String>,
    /// The set of characters.
    glyphs: Option<String>,
    /// The amount of colour.
    colour: Option<String>,
    /// Bits a second.
    speed: Option<u32>,
}

/// A rule that was left out: the word in it that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFault {
    file: String,
    /// Which rule of the file, from 1; none where there is no list of rules.
    number: Option<usize>,
    word: String,
    possible: String,
}

impl RuleFault {
    /// File, rule and word, and what could stand there.
    #[must_use]
    pub fn sentence(&self, t: &SettingWords) -> String {
        let what = (t.terminal_rule)(self.number, &self.word, &self.possible);
        format!("{}: [[terminal]] {what}", self.file)
    }
}

/// The rules of a file, and those that were left out. A rule that is wrong keeps nobody from working:
/// a clerk cannot mend the site's file.
#[must_use]
pub fn rules(path: &Path, written: Option<&toml::Value>) -> (Vec<Rule>, Vec<RuleFault>) {
    let fault = |number, (word, possible): (String, String)| RuleFault {
        file: path.display().to_string(),
        number,
        word,
        possible,
    };
    let (mut sound, mut faults) = (Vec::new(), Vec::new());
    match written {
        None => {}
        Some(toml::Value::Array(list)) => {
            for (number, rule) in (1..).zip(list) {
                match Rule::read(rule) {
                    Ok(rule) => sound.push(rule),
                    Err(why) => faults.push(fault(Some(number), why)),
                }
            }
        }
        Some(other) => {
            let why = (other.type_str().to_owned(), "[[terminal]]".to_owned());
            faults.push(fault(None, why));
        }
    }
    (sound, faults)
}

impl Rule {
    /// Reads a rule; fails with the word that is none and what could stand there.
    fn read(written: &toml::Value) -> Result<Self, (String, String)> {
        let table = written
            .as_table()
            .ok_or_else(|| (written.type_str().to_owned(), "[[terminal]]".to_owned()))?;
        let mut rule = Self::default();
        for (name, value) in table {
            let text = value.as_str().map(str::to_owned);
            let is_sound = match name.as_str() {
                "term" => fill(&mut rule.term, text, |_| true),
                "client" => fill(&mut rule.client, text, |_| true),
                "glyphs" => fill(&mut rule.glyphs, text, |code| {
                    Glyphs::from_code(code).is_some()
                }),
                "colour" => fill(&mut rule.colour, text, |code| {
                    Colour::from_code(code).is_some()
                }),
                "speed" => {
                    let bits = value.as_integer().and_then(|bits| u32::try_from(bits).ok());
                    fill(&mut rule.speed, bits, |bits| {
                        *bits == 0 || Speed::slow(*bits).is_some()
                    })
                }
                other => {
                    return Err((
                        other.to_owned(),
                        "term, client, glyphs, colour, speed".to_owned(),
                    ));
                }
            };
            if !is_sound {
                return Err((
                    format!("{name} = {}", super::file::word(value)),
                    possible(name),
                ));
            }
        }
        Ok(rule)
    }

    fn is_about(&self, term: &str, client: &str) -> bool {
        fits(self.term.as_deref(), term) && fits(self.client.as_deref(), client)
    }

    fn over(&self, found: Profile) -> Profile {
        found.with_codes(self.glyphs.as_deref(), self.colour.as_deref(), self.speed)
    }
}

/// What the rules make of a terminal. The first rule that speaks of something decides it, so the
/// user's stand before the site's.
#[must_use]
pub fn treat(rules: &[Rule], term: &str, client: &str, found: Profile) -> Profile {
    let about = rules.iter().filter(|rule| rule.is_about(term, client));
    about.rev().fold(found, |profile, rule| rule.over(profile))
}

/// Puts a value into its place; false where it is none.
fn fill<T>(place: &mut Option<T>, value: Option<T>, is_one: impl FnOnce(&T) -> bool) -> bool {
    *place = value.filter(is_one);
    place.is_some()
}

fn possible(name: &str) -> String {
    match name {
        "glyphs" => Glyphs::ALL.map(Glyphs::code).join(", "),
        "colour" => Colour::ALL
            .map(|colour| format!("\"{}\"", colour.code()))
            .join(", "),
        "speed" => "0, 110..19200".to_owned(),
        _ => "\"...\"".to_owned(),
    }
}

fn fits(pattern: Option<&str>, name: &str) -> bool {
    match pattern {
        None => true,
        Some(pattern) => match pattern.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == pattern,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUND: Profile = Profile {
        glyphs: Glyphs::Full,
        colour: Colour::Sixteen,
        speed: None,
    };

    fn read(text: &str) -> (Vec<Rule>, Vec<RuleFault>) {
        let table: toml::Table = toml::from_str(text).expect("good TOML");
        super::rules(Path::new("c.toml"), table.get("terminal"))
    }

    fn rules(text: &str) -> Vec<Rule> {
        read(text).0
    }

    #[test]
    fn the_first_rule_about_a_terminal_decides_what_it_speaks_of() {
        let rules = rules(
            "[[terminal]]\nterm = \"vt*\"\nspeed = 9600\n\
             [[terminal]]\nterm = \"vt220\"\nclient = \"10.0.3.*\"\nspeed = 2400\nglyphs = \"ascii\"",
        );
        let treated = treat(&rules, "vt220", "10.0.3.7", FOUND);
        assert_eq!(treated.speed, Speed::slow(9600));
        assert_eq!(treated.glyphs, Glyphs::Ascii);
        assert_eq!(
            treat(&rules, "vt220", "10.0.4.7", FOUND).glyphs,
            Glyphs::Full
        );
        assert_eq!(treat(&rules, "xterm", "10.0.3.7", FOUND), FOUND);
    }

    #[test]
    fn a_rule_with_a_word_that_is_none_is_left_out_and_named_and_the_others_stay() {
        for line in [
            "glyphs = \"utf8\"",
            "colour = 16",
            "speed = 38400",
            "font = \"x\"",
        ] {
            let (sound, faults) =
                read(&format!("[[terminal]]\n{line}\n[[terminal]]\nspeed = 9600"));
            assert_eq!(sound.len(), 1, "{line}");
            let said = faults[0].sentence(&crate::lang::EN.settings);
            let word = line.split(' ').next().expect("a word");
            assert!(said.contains("c.toml") && said.contains(word), "{said}");
        }
        let (sound, faults) = read("[terminal]\nspeed = 9600");
        assert_eq!((sound.len(), faults.len()), (0, 1));
    }
}
