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

use serde::Deserialize;

use crate::domain::error::{Error, Result};
use crate::ui::terminal::{Colour, Glyphs, Profile, Speed};

/// One rule; what it does not say is left as it was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
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

impl Rule {
    /// Says what is wrong with it.
    ///
    /// # Errors
    /// [`Error::BadText`] for a value that is none.
    pub fn check(&self) -> Result<()> {
        let bad = |what, text: &str| {
            Err(Error::BadText {
                what,
                text: text.to_owned(),
            })
        };
        match (&self.glyphs, &self.colour, self.speed) {
            (Some(code), _, _) if Glyphs::from_code(code).is_none() => bad("glyphs", code),
            (_, Some(code), _) if Colour::from_code(code).is_none() => bad("colour", code),
            (_, _, Some(bits)) if bits != 0 && Speed::slow(bits).is_none() => {
                bad("speed", &bits.to_string())
            }
            _ => Ok(()),
        }
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

    #[derive(Deserialize)]
    struct Rules {
        terminal: Vec<Rule>,
    }

    fn rules(text: &str) -> Vec<Rule> {
        let read: Rules = toml::from_str(text).expect("rules");
        read.terminal
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
    fn a_value_that_is_none_is_refused_by_name() {
        for (line, what) in [
            ("glyphs = \"utf8\"", "glyphs"),
            ("colour = \"256\"", "colour"),
            ("speed = 38400", "speed"),
        ] {
            let rules = rules(&format!("[[terminal]]\n{line}"));
            let refused = rules[0].check();
            assert!(
                matches!(&refused, Err(Error::BadText { what: named, .. }) if *named == what),
                "{line}: {refused:?}"
            );
        }
    }
}
