//! What meanings look like. Colour is never the only sign, no background is ever set, and nothing
//! depends on bright or dim: mono is a whole theme, not a lack of one (TERMINALS 4, points 6 to 9).

use ratatui::style::{Color, Modifier, Style};

use super::terminal::Colour;

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
    /// The theme for so much colour.
    #[must_use]
    pub fn with(colour: Colour) -> Self {
        match colour {
            Colour::None => Self::mono(),
            Colour::Eight | Colour::Sixteen => Self::colour(),
        }
    }

    /// Eight colours on the terminal's own background.
    #[must_use]
    pub fn colour() -> Self {
        Self {
            overdue: Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
            soon: Style::new().fg(Color::Yellow),
            awaiting: Style::new().fg(Color::Cyan),
            refusal: Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
            ..Self::mono()
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
}
