//! The four lists under the line: what stands there, what is chosen, what a choice changes.

use crate::domain::filter::{Meaning, PHRASES, STATUSES};
use crate::domain::query::Filter;
use crate::domain::status::Status;
use crate::lang::Language;
use crate::ui::screen::Ui;

/// So many lists stand side by side.
pub const LISTS: usize = 4;

/// One thing that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// A condition, a mark, all open ones.
    Phrase(Meaning),
    /// A status.
    Status(Status),
    /// An area.
    Area(crate::domain::id::AreaId),
    /// An agency.
    Agency(crate::domain::id::AgencyId),
}

/// The items of a list and how they are called.
pub fn items(list: usize, ui: &Ui) -> Vec<(Item, String)> {
    let is_english = ui.t.language == Language::English;
    match list {
        0 => {
            let mut seen = Vec::new();
            let mut items = Vec::new();
            for row in PHRASES {
                if !seen.contains(&row.meaning) && !matches!(row.meaning, Meaning::Status(_)) {
                    seen.push(row.meaning);
                    let word = if is_english { row.english } else { row.word };
                    items.push((Item::Phrase(row.meaning), word.to_owned()));
                }
            }
            items
        }
        1 => {
            let word = |status| (ui.t.terms.status)(status).to_owned();
            STATUSES
                .iter()
                .map(|row| (Item::Status(row.status), word(row.status)))
                .collect()
        }
        2 => {
            let areas = ui.facts.areas.iter();
            areas
                .map(|area| (Item::Area(area.id), area.code.clone()))
                .collect()
        }
        _ => {
            let agencies = ui.facts.agencies.iter();
            let valid = agencies.filter(|agency| agency.is_valid_on(ui.facts.today));
            valid
                .map(|agency| (Item::Agency(agency.id), agency.name.clone()))
                .collect()
        }
    }
}

/// True where the filter holds this item.
pub fn holds(filter: &Filter, item: Item) -> bool {
    match item {
        Item::Phrase(Meaning::Condition(kind)) => filter.conditions.contains(&kind),
        Item::Phrase(Meaning::Mark(mark)) => filter.marks.contains(&mark),
        Item::Phrase(Meaning::Status(status)) | Item::Status(status) => {
            filter.statuses.contains(&status)
        }
        Item::Phrase(Meaning::Open) => open().all(|status| filter.statuses.contains(&status)),
        Item::Area(id) => filter.areas.contains(&id),
        Item::Agency(id) => filter.agencies.contains(&id),
    }
}

/// Puts an item in, or takes it out.
pub fn toggle(filter: &mut Filter, item: Item) {
    match item {
        Item::Phrase(Meaning::Condition(kind)) => flip(&mut filter.conditions, kind),
        Item::Phrase(Meaning::Mark(mark)) => flip(&mut filter.marks, mark),
        Item::Phrase(Meaning::Status(status)) | Item::Status(status) => {
            flip(&mut filter.statuses, status);
        }
        Item::Phrase(Meaning::Open) => {
            let was_held = holds(filter, item);
            filter.statuses.retain(|status| !status.is_open());
            if !was_held {
                filter.statuses.extend(open());
            }
        }
        Item::Area(id) => flip(&mut filter.areas, id),
        Item::Agency(id) => flip(&mut filter.agencies, id),
    }
}

fn open() -> impl Iterator<Item = Status> {
    Status::ALL.into_iter().filter(|status| status.is_open())
}

fn flip<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|held| *held == item) {
        Some(place) => drop(list.remove(place)),
        None => list.push(item),
    }
}
