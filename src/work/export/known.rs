//! The texts that many rows share, and where each of them is: looked up for every row, by several threads.

use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::document::Document;
use crate::domain::fold::shown;
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::exchange::report::Language;
use crate::exchange::write::Cell;
use crate::work::request::Facts;

/// Where the word of an id is, in the order of ids.
pub(super) struct Places<T>(Vec<(T, usize)>);

impl<T: Ord + Copy> Places<T> {
    pub(super) fn of(&self, id: T) -> Option<usize> {
        let found = self.0.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.0.get(found).map(|(_, place)| *place)
    }
}

impl<T: Ord> FromIterator<(T, usize)> for Places<T> {
    fn from_iter<I: IntoIterator<Item = (T, usize)>>(places: I) -> Self {
        let mut places: Vec<_> = places.into_iter().collect();
        places.sort_unstable();
        Self(places)
    }
}

/// Words under their places.
#[derive(Default)]
pub(super) struct Words(pub(super) Vec<String>);

impl Words {
    /// The place of one word more.
    pub(super) fn add(&mut self, text: &str) -> usize {
        self.0.push(shown(text).into_owned());
        self.0.len() - 1
    }

    /// The places of as many as have a word; who has none has no place.
    pub(super) fn of_each<T: Ord>(
        &mut self,
        named: impl Iterator<Item = (T, String)>,
    ) -> Places<T> {
        let named = named.filter(|(_, name)| !name.is_empty());
        named.map(|(id, name)| (id, self.add(&name))).collect()
    }
}

/// Areas, agencies and documents by their names.
pub(super) struct Known {
    pub(super) words: Words,
    areas: Places<AreaId>,
    agencies: Places<AgencyId>,
    documents: Places<DocumentId>,
}

impl Known {
    pub(super) fn of(facts: &Facts, language: Language) -> Self {
        let mut words = Words::default();
        let area = |area: &Area| match language {
            Language::Vietnamese => area.name_vi.clone(),
            Language::English => area.name_en.clone(),
        };
        let listed = facts.areas.iter().filter(|area| area.id != AreaId::NONE);
        let documents = facts.documents.iter();
        Self {
            areas: words.of_each(listed.map(|it| (it.id, area(it)))),
            agencies: words.of_each(real(facts).map(|it| (it.id, it.name.clone()))),
            documents: words.of_each(documents.map(|it| (it.id, cited(it)))),
            words,
        }
    }

    pub(super) fn area(&self, id: AreaId) -> Cell<'static> {
        word(self.areas.of(id))
    }

    pub(super) fn agency(&self, id: AgencyId) -> Option<usize> {
        self.agencies.of(id)
    }

    pub(super) fn document(&self, id: Option<DocumentId>) -> Cell<'static> {
        word(id.and_then(|id| self.documents.of(id)))
    }
}

/// The agencies that are somebody.
pub(super) fn real(facts: &Facts) -> impl Iterator<Item = &Agency> + Clone {
    let agencies = facts.agencies.iter();
    agencies.filter(|agency| agency.id != AgencyId::UNRESOLVED)
}

/// A word, where there is one.
pub(super) fn word(place: Option<usize>) -> Cell<'static> {
    place.map_or(Cell::Nothing, Cell::Word)
}

/// `Kế hoạch số 9125/KH-UBND ngày 12/01/2023`.
fn cited(document: &Document) -> String {
    let mut text = document.kind.clone();
    if !document.symbol.is_empty() {
        let number = if text.is_empty() { "" } else { " số " };
        text = format!("{text}{number}{}", document.symbol);
    }
    if let Some(date) = document.date {
        text = format!("{text} ngày {}", date.format("%d/%m/%Y"));
    }
    text.trim().to_owned()
}
