//! The looks of a session: which theme, with which changes, on a terminal with or without colour.

use ratatui::style::Style;

use super::{Theme, ThemeName};

/// The theme in force and what others are made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looks {
    name: ThemeName,
    changes: Vec<(&'static str, Style)>,
    has_colour: bool,
    theme: Theme,
}

impl Looks {
    /// This theme, with changes that hold in every theme; without colour only their attributes count.
    #[must_use]
    pub fn new(name: ThemeName, changes: Vec<(&'static str, Style)>, has_colour: bool) -> Self {
        Self {
            theme: made(name, &changes, has_colour),
            name,
            changes,
            has_colour,
        }
    }

    /// What meanings look like now.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// Which theme it is.
    #[must_use]
    pub fn name(&self) -> ThemeName {
        self.name
    }

    /// False on a terminal without colour, or where colour was forbidden.
    #[must_use]
    pub fn has_colour(&self) -> bool {
        self.has_colour
    }

    /// The terminal has colour from now on, or no longer.
    pub fn colour(&mut self, has_colour: bool) {
        self.has_colour = has_colour;
        self.theme = made(self.name, &self.changes, has_colour);
    }

    /// Goes over to another theme.
    pub fn switch(&mut self, name: ThemeName) {
        self.name = name;
        self.theme = made(name, &self.changes, self.has_colour);
    }
}

fn made(name: ThemeName, changes: &[(&'static str, Style)], has_colour: bool) -> Theme {
    let mut theme = name.theme();
    for (meaning, style) in theme.styles() {
        if let Some((_, changed)) = changes.iter().rev().find(|(of, _)| *of == meaning) {
            *style = *changed;
        }
        if !has_colour || name == ThemeName::Mono {
            style.fg = None;
        }
    }
    theme
}
