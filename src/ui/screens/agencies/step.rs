//! What can be done to agencies, as a choice.

use std::sync::Arc;

use crate::domain::id::AgencyId;
use crate::ui::screen::{Screen, Ui};
use crate::ui::screens::choice::Choice;
use crate::ui::widgets::narrow::Item;

/// One of the things that are done to agencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Another name.
    Rename,
    /// Goes up in another one.
    Merge,
    /// Is divided.
    Split,
    /// Is dissolved.
    Dissolve,
    /// A new one.
    Found,
    /// Only its open tasks go over.
    HandOver,
    /// A slip of the pen in it is put right.
    Correct,
}

impl Kind {
    /// All of them, in the order of the choice.
    pub const ALL: [Self; 7] = [
        Self::Rename,
        Self::Merge,
        Self::Split,
        Self::Dissolve,
        Self::Found,
        Self::HandOver,
        Self::Correct,
    ];

    /// A stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rename => "rename",
            Self::Merge => "merge",
            Self::Split => "split",
            Self::Dissolve => "dissolve",
            Self::Found => "found",
            Self::HandOver => "hand_over",
            Self::Correct => "correct",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, ui: &Ui) -> &'static str {
        let t = &ui.t.agencies.screens;
        match self {
            Self::Rename => t.rename,
            Self::Merge => t.merge,
            Self::Split => t.split,
            Self::Dissolve => t.dissolve,
            Self::Found => t.found,
            Self::HandOver => t.hand_over,
            Self::Correct => t.correct,
        }
    }
}

/// The choice of what is to be done.
pub struct Step;

impl Step {
    /// What can be done to an agency; without one only what needs none.
    #[must_use]
    pub fn items(agency: Option<AgencyId>, ui: &Ui) -> Arc<[Item]> {
        let kinds = Kind::ALL.into_iter();
        let kinds = kinds.filter(|kind| agency.is_some() || *kind == Kind::Found);
        kinds
            .map(|kind| Item::new(kind.code(), "", kind.name(ui)))
            .collect()
    }

    /// The choice for the agency under the cursor; without one only what needs none.
    #[must_use]
    pub fn choice(agency: Option<AgencyId>, ui: &Ui) -> Box<dyn Screen> {
        let items = Self::items(agency, ui);
        let name = agency.and_then(|id| ui.facts.agency(id));
        let title = name.map_or(ui.t.agencies.screens.found, |agency| &agency.name);
        Box::new(Choice::new(title.to_owned(), items, None))
    }
}
