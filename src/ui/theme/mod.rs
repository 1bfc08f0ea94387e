//! What meanings look like. Colour is never the only sign, no background is ever set, and nothing
//! depends on bright or dim: without colour every theme still has bold, underline and reverse
//! (TERMINALS 4, points 6 to 9).

mod changes;
mod looks;

use ratatui::style::{Color, Modifier, Style};

use crate::domain::fold::fold;

pub use changes::{Change, StyleTrouble, ThemeFault, check, meanings, words};
pub use looks::Looks;

/// The themes by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// For dark backgrounds.
    #[default]
    Dark,
    /// For light backgrounds.
    Light,
    /// Bold, reverse and underline, for weak eyes and poor screens.
    HighContrast,
    /// No colour at all.
    Mono,
}

impl ThemeName {
    /// Every theme, in the order in which the key goes through them.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::HighContrast, Self::Mono];

    /// A stable name, by which configurations call it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// The theme of that code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.code() == code)
    }

    /// The theme that a person means: its code, or what it is called in Vietnamese.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = fold(text);
        Some(match text.trim() {
            "toi" | "nen toi" => Self::Dark,
            "sang" | "nen sang" => Self::Light,
            "tuong phan" | "tuong phan cao" | "high contrast" => Self::HighContrast,
            "khong mau" | "don sac" => Self::Mono,
            code => return Self::from_code(code),
        })
    }

    /// The one after it; after the last the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::HighContrast,
            Self::HighContrast => Self::Mono,
            Self::Mono => Self::Dark,
        }
    }

    fn theme(self) -> Theme {
        match self {
            Self::Dark => Theme::dark(),
            Self::Light => Theme::light(),
            Self::HighContrast => Theme::high_contrast(),
            Self::Mono => Theme::mono(),
        }
    }
}

/// Styles by meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Plain text.
    pub text: Style,
    /// The title line.
    pub title: Style,
    /// Headings of columns and sections.
    pub heading: Style,
    /// An overdue task's sign and days.
    pub overdue: Style,
    /// A task that is due soon.
    pub soon: Style,
    /// A task that awaits confirmation.
    pub awaiting: Style,
    /// The option cell of the selected row, the selected choice, the field under the cursor.
    pub focus: Style,
    /// A digit that stands in the option column.
    pub digit: Style,
    /// A sentence that says what was not done.
    pub refusal: Style,
    /// The keys in the footer.
    pub key: Style,
    /// Rules and frames.
    pub rule: Style,
}

impl Theme {
    /// For dark backgrounds. Red is bold: as dark red it is hard to read on black in PuTTY (187 of 255)
    /// and on the Linux console (170), where bold brightens it.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            overdue: Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
            soon: Style::new().fg(Color::Yellow),
            awaiting: Style::new().fg(Color::Cyan),
            refusal: Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
            ..Self::mono()
        }
    }

    /// For light backgrounds. Nothing is bold: PuTTY shows bold as bright, and bright red is pale on
    /// white; its bold default text is white unless that was changed too. Yellow and cyan cannot be
    /// read on white at all; red, magenta and blue are dark in both palettes.
    #[must_use]
    pub fn light() -> Self {
        let underlined = Style::new().add_modifier(Modifier::UNDERLINED);
        Self {
            text: Style::new(),
            title: Style::new().fg(Color::Blue),
            heading: Style::new(),
            overdue: Style::new().fg(Color::Red),
            soon: Style::new().fg(Color::Magenta),
            awaiting: Style::new().fg(Color::Blue),
            focus: Style::new().add_modifier(Modifier::REVERSED),
            digit: underlined.fg(Color::Blue),
            refusal: underlined.fg(Color::Red),
            key: Style::new().fg(Color::Blue),
            rule: Style::new(),
        }
    }

    /// The terminal's own two colours, and everything that sets letters apart without a third.
    #[must_use]
    pub fn high_contrast() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let reversed = bold.add_modifier(Modifier::REVERSED);
        let underlined = bold.add_modifier(Modifier::UNDERLINED);
        Self {
            text: Style::new(),
            title: reversed,
            heading: underlined,
            overdue: reversed,
            soon: underlined,
            awaiting: bold,
            focus: reversed.add_modifier(Modifier::UNDERLINED),
            digit: reversed,
            refusal: reversed,
            key: reversed,
            rule: bold,
        }
    }

    /// No colour: bold, reverse and the signs themselves.
    #[must_use]
    pub fn mono() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        Self {
            text: Style::new(),
            title: bold,
            heading: Style::new(),
            overdue: bold,
            soon: Style::new(),
            awaiting: Style::new(),
            focus: Style::new().add_modifier(Modifier::REVERSED),
            digit: bold,
            refusal: bold,
            key: bold,
            rule: Style::new(),
        }
    }

    /// Every style by the name of its meaning, as configurations call it.
    fn styles(&mut self) -> [(&'static str, &mut Style); 11] {
        [
            ("text", &mut self.text),
            ("title", &mut self.title),
            ("heading", &mut self.heading),
            ("overdue", &mut self.overdue),
            ("soon", &mut self.soon),
            ("awaiting", &mut self.awaiting),
            ("focus", &mut self.focus),
            ("digit", &mut self.digit),
            ("refusal", &mut self.refusal),
            ("key", &mut self.key),
            ("rule", &mut self.rule),
        ]
    }
}
