//! What a configuration changes in the looks, checked as a whole: all of it is in force or nothing.

use ratatui::style::{Color, Modifier, Style};

use super::{Theme, ThemeName};
use crate::domain::filter::nearest;
use crate::lang::SettingWords;

/// The word under which a table of changes names its theme.
const NAME: &str = "name";

/// A line of a configuration, as written: this meaning looks so, or the theme is called so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file that says so.
    pub file: String,
    /// The meaning; `name` for the theme itself.
    pub meaning: String,
    /// The words of the style.
    pub style: String,
}

/// What is wrong with a changed style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StyleTrouble {
    /// There is no such theme.
    Name(String),
    /// There is no such meaning; the nearest one, if any.
    Meaning(Option<&'static str>),
    /// There is no such word of style; the nearest one, if any.
    Word(String, Option<&'static str>),
    /// Two colours of ink.
    TwoColours,
    /// A background: never, because nobody knows the colours of the terminal beneath.
    Background,
}

/// One fault, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFault {
    /// The line.
    pub change: Change,
    /// What is wrong.
    pub trouble: StyleTrouble,
}

impl ThemeFault {
    /// The sentence: file, meaning, what is wrong and what to do.
    #[must_use]
    pub fn sentence(&self, t: &SettingWords) -> String {
        let what = match &self.trouble {
            StyleTrouble::Name(written) => (t.unknown_theme)(written),
            StyleTrouble::Meaning(nearest) => (t.unknown_meaning)(*nearest, &meanings().join(", ")),
            StyleTrouble::Word(written, nearest) => (t.unknown_style)(written, *nearest),
            StyleTrouble::TwoColours => t.two_colours.to_owned(),
            StyleTrouble::Background => t.no_background.to_owned(),
        };
        format!(
            "{}: [theme] \"{}\": {what}",
            self.change.file, self.change.meaning
        )
    }
}

/// The theme that the changes name, the styles that they give, and everything that is wrong; with a
/// fault, there is neither name nor style.
#[must_use]
pub fn check(
    changes: &[Change],
) -> (
    Option<ThemeName>,
    Vec<(&'static str, Style)>,
    Vec<ThemeFault>,
) {
    let (mut name, mut styles, mut faults) = (None, Vec::new(), Vec::new());
    for change in changes {
        let understood = if change.meaning == NAME {
            ThemeName::from_code(&change.style)
                .map(|named| name = Some(named))
                .ok_or_else(|| StyleTrouble::Name(change.style.clone()))
        } else {
            understand(change).map(|style| styles.push(style))
        };
        if let Err(trouble) = understood {
            faults.push(ThemeFault {
                change: change.clone(),
                trouble,
            });
        }
    }
    if faults.is_empty() {
        (name, styles, faults)
    } else {
        (None, Vec::new(), faults)
    }
}

fn understand(change: &Change) -> Result<(&'static str, Style), StyleTrouble> {
    let meaning = meanings()
        .into_iter()
        .find(|name| *name == change.meaning)
        .ok_or_else(|| StyleTrouble::Meaning(nearest(&change.meaning, meanings().into_iter())))?;
    Ok((meaning, style(&change.style)?))
}

/// What a style may be given to.
#[must_use]
pub fn meanings() -> [&'static str; 11] {
    Theme::mono().styles().map(|(name, _)| name)
}

/// The words of styles. Terminals with eight colours show the bright ones bold. There is no bright
/// black: on many terminals it is black on black.
const WORDS: &[(&str, Style)] = &[
    ("black", Style::new().fg(Color::Black)),
    ("red", Style::new().fg(Color::Red)),
    ("green", Style::new().fg(Color::Green)),
    ("yellow", Style::new().fg(Color::Yellow)),
    ("blue", Style::new().fg(Color::Blue)),
    ("magenta", Style::new().fg(Color::Magenta)),
    ("cyan", Style::new().fg(Color::Cyan)),
    ("white", Style::new().fg(Color::Gray)),
    ("bright-red", Style::new().fg(Color::LightRed)),
    ("bright-green", Style::new().fg(Color::LightGreen)),
    ("bright-yellow", Style::new().fg(Color::LightYellow)),
    ("bright-blue", Style::new().fg(Color::LightBlue)),
    ("bright-magenta", Style::new().fg(Color::LightMagenta)),
    ("bright-cyan", Style::new().fg(Color::LightCyan)),
    ("bright-white", Style::new().fg(Color::White)),
    ("bold", Style::new().add_modifier(Modifier::BOLD)),
    ("underline", Style::new().add_modifier(Modifier::UNDERLINED)),
    ("reverse", Style::new().add_modifier(Modifier::REVERSED)),
    ("plain", Style::new()),
];

/// The words that a style may be made of.
pub fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(word, _)| *word)
}

fn style(text: &str) -> Result<Style, StyleTrouble> {
    let mut whole = Style::new();
    for word in text.split_whitespace() {
        if word == "on"
            || word.starts_with("on-")
            || word.starts_with("bg")
            || word.starts_with("background")
        {
            return Err(StyleTrouble::Background);
        }
        let Some((_, one)) = WORDS.iter().find(|(known, _)| *known == word) else {
            let near = nearest(word, WORDS.iter().map(|(known, _)| *known));
            return Err(StyleTrouble::Word(word.to_owned(), near));
        };
        if whole.fg.is_some() && one.fg.is_some() {
            return Err(StyleTrouble::TwoColours);
        }
        whole = whole.patch(*one);
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::Looks;

    fn change(meaning: &str, style: &str) -> Change {
        Change {
            file: "config.toml".to_owned(),
            meaning: meaning.to_owned(),
            style: style.to_owned(),
        }
    }

    #[test]
    fn a_style_is_made_of_words() {
        let (name, styles, faults) =
            check(&[change("name", "light"), change("soon", "bold green")]);
        assert_eq!(faults, []);
        assert_eq!(name, Some(ThemeName::Light));
        let green = Style::new().fg(Color::Green).add_modifier(Modifier::BOLD);
        assert_eq!(styles, [("soon", green)]);
        let looks = Looks::new(ThemeName::Light, styles.clone(), true);
        assert_eq!(looks.theme().soon, green);
        let looks = Looks::new(ThemeName::Light, styles, false);
        assert_eq!(
            looks.theme().soon,
            Style::new().add_modifier(Modifier::BOLD)
        );
    }

    #[test]
    fn every_fault_of_a_style_is_told_and_nothing_is_half_applied() {
        let wrong = [
            change("overdu", "red"),
            change("overdue", "bold redd"),
            change("soon", "white on red"),
            change("key", "red blue"),
            change("name", "solarized"),
            change("title", "bold"),
        ];
        let (name, styles, faults) = check(&wrong);
        assert_eq!((name, styles), (None, Vec::new()));
        let troubles: Vec<_> = faults.into_iter().map(|fault| fault.trouble).collect();
        assert_eq!(
            troubles,
            [
                StyleTrouble::Meaning(Some("overdue")),
                StyleTrouble::Word("redd".to_owned(), Some("red")),
                StyleTrouble::Background,
                StyleTrouble::TwoColours,
                StyleTrouble::Name("solarized".to_owned()),
            ]
        );
    }

    #[test]
    fn no_theme_sets_a_background_and_none_has_colour_on_a_terminal_without() {
        for name in ThemeName::ALL {
            for has_colour in [true, false] {
                let looks = Looks::new(name, Vec::new(), has_colour);
                for (meaning, style) in looks.theme().clone().styles() {
                    assert_eq!(style.bg, None, "{name:?} {meaning}");
                    assert!(has_colour || style.fg.is_none(), "{name:?} {meaning}");
                }
                assert!(
                    looks
                        .theme()
                        .focus
                        .add_modifier
                        .contains(Modifier::REVERSED)
                );
            }
        }
    }

    #[test]
    fn what_is_pale_on_white_is_not_in_the_light_theme() {
        let mut theme = Theme::light();
        for (meaning, style) in theme.styles() {
            let pale = [
                Color::Yellow,
                Color::Cyan,
                Color::Green,
                Color::Gray,
                Color::White,
            ];
            assert!(style.fg.is_none_or(|ink| !pale.contains(&ink)), "{meaning}");
            assert!(!style.add_modifier.contains(Modifier::BOLD), "{meaning}");
        }
    }
}
