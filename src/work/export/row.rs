//! An item as a row: its cells as an annex writes them, and as the import reads them back.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::known::{Known, Places, real, word};
use crate::domain::agency::{Agency, Group};
use crate::domain::fold::shown_lines;
use crate::domain::id::{AgencyId, DocumentId};
use crate::domain::matching::{Directory, Part};
use crate::domain::task::Form;
use crate::exchange::report::Language;
use crate::exchange::write::Cell;
use crate::store::Item;
use crate::work::request::Facts;
use crate::work::session::Session;

/// What parts the agencies of a cell.
const BETWEEN: &str = "; ";

/// So many cells of agencies are remembered as they are written; those of one document stand together.
const REMEMBERED: usize = 2_000;

/// What rows are made of besides items.
pub(super) struct Names<'a> {
    facts: &'a Facts,
    directory: &'a Directory,
    known: Known,
    /// The agencies by their codes.
    codes: Places<AgencyId>,
    dates: HashMap<DocumentId, NaiveDate>,
}

impl<'a> Names<'a> {
    pub(super) fn of(session: &'a Session) -> Self {
        let facts: &Facts = session.facts();
        let mut known = Known::of(facts, Language::Vietnamese);
        let codes = real(facts).map(|it| (it.id, it.code.clone()));
        let dates = facts.documents.iter();
        Self {
            facts,
            directory: session.directory(),
            codes: known.words.of_each(codes),
            dates: dates.filter_map(|it| Some((it.id, it.date?))).collect(),
            known,
        }
    }

    /// The texts that many rows share.
    pub(super) fn words(&self) -> &[String] {
        &self.known.words.0
    }

    /// The day as of which an item names its agencies.
    fn day_of(&self, item: &Item<'_>) -> NaiveDate {
        let date = item.document.and_then(|id| self.dates.get(&id).copied());
        date.or(item.assigned_on).unwrap_or(self.facts.today)
    }

    fn code(&self, agency: AgencyId) -> &str {
        let place = self.codes.of(agency);
        place
            .and_then(|place| self.words().get(place))
            .map_or("", String::as_str)
    }

    /// Codes and tokens as an annex writes them.
    fn written(&self, names: &str, on: NaiveDate) -> String {
        let names = names.split(BETWEEN).filter(|name| !name.is_empty());
        let names = names.map(|name| match Group::from_token(name) {
            Some(group) => words_of(group),
            None => self.name(name, on),
        });
        names.collect::<Vec<_>>().join(BETWEEN)
    }

    /// The name of an agency where it is read back on that day, else its code; any other text as it is.
    fn name<'b>(&'b self, code: &'b str, on: NaiveDate) -> &'b str {
        self.by_name(code, on).map_or(code, |agency| &agency.name)
    }

    /// The agency of a code, where its name is read back on that day.
    fn by_name(&self, code: &str, on: NaiveDate) -> Option<&Agency> {
        let agency = self.directory.by_code(code)?;
        let reading = self.directory.read_cell(&agency.name, on);
        let is_it = reading.parts == [Part::Agency(agency.id)] && reading.doubts.is_empty();
        is_it.then_some(agency)
    }

    /// The group whose members these are; some may have been handed to others since.
    fn group(&self, members: &[AgencyId], on: NaiveDate) -> String {
        let members: HashSet<AgencyId> = members.iter().copied().collect();
        let likeness = |group: &Group| {
            let of_day = group.members(&self.facts.agencies, on);
            let both = of_day.iter().filter(|it| members.contains(&it.id)).count();
            both * 100 / (of_day.len() + members.len() - both).max(1)
        };
        let groups = Group::ALL
            .into_iter()
            .map(|group| (likeness(&group), group));
        let (likeness, group) = groups.max_by_key(|(likeness, _)| *likeness).unzip();
        if let Some(group) = group.filter(|_| likeness >= Some(50)) {
            return words_of(group).to_owned();
        }
        let agencies = self.facts.agencies.iter();
        let names = agencies
            .filter(|agency| members.contains(&agency.id))
            .map(|agency| self.name(&agency.code, on));
        names.collect::<Vec<_>>().join(BETWEEN)
    }
}

/// Makes rows of items. Reading a name back takes longer than all else of a row, so what was written is remembered.
pub(super) struct Rows<'a> {
    names: &'a Names<'a>,
    /// The word that means an agency on a day.
    leads: HashMap<(AgencyId, NaiveDate), Option<usize>>,
    /// Cells of supporting agencies, by day and codes.
    supporting: HashMap<NaiveDate, HashMap<String, String>>,
    /// How many these are.
    remembered: usize,
}

impl<'a> Rows<'a> {
    pub(super) fn new(names: &'a Names<'a>) -> Self {
        Self {
            names,
            leads: HashMap::new(),
            supporting: HashMap::new(),
            remembered: 0,
        }
    }

    /// The cells of an item, in the order of an annex.
    pub(super) fn row<'b>(&'b mut self, item: &'b Item<'_>) -> [Cell<'b>; 8] {
        let known = &self.names.known;
        let on = self.names.day_of(item);
        let lead = self.lead(item, on);
        let supporting = self.supporting(item.supporting, on);
        [
            text(item.item),
            text(item.title),
            carried(known.area(item.area)),
            text(item.product),
            carried(lead),
            text(supporting),
            text(item.deadline_text),
            carried(known.document(item.document)),
        ]
    }

    /// Who leads: as the cell named them where that is doubted still, else who it is.
    fn lead(&mut self, item: &Item<'_>, on: NaiveDate) -> Cell<'static> {
        let names = self.names;
        let owned = |text: String| Cell::Text(Cow::Owned(shown_lines(&text).into_owned()));
        let code = || names.code(item.agency);
        let doubted = item.doubts.iter().find(|doubt| {
            let first = || doubt.detail.split(BETWEEN).next();
            match doubt.code.as_str() {
                "several_leads" => code().is_empty() || first() == Some(code()),
                "no_lead" | "not_an_agency" => code().is_empty() && !doubt.detail.is_empty(),
                _ => false,
            }
        });
        if let Some(doubt) = doubted {
            return owned(names.written(&doubt.detail, on));
        }
        if item.form == Form::Parent {
            return owned(names.group(&item.members, on));
        }
        if self.leads.len() >= REMEMBERED {
            self.leads.clear();
        }
        let place = self.leads.entry((item.agency, on)).or_insert_with(|| {
            let by_name = names.by_name(code(), on);
            let by_name = by_name.and_then(|agency| names.known.agency(agency.id));
            by_name.or_else(|| names.codes.of(item.agency))
        });
        word(*place)
    }

    /// Who supports, as an annex writes it.
    fn supporting(&mut self, codes: &str, on: NaiveDate) -> &str {
        if codes.is_empty() {
            return "";
        }
        if self.remembered >= REMEMBERED {
            self.supporting.clear();
            self.remembered = 0;
        }
        let of_day = self.supporting.entry(on).or_default();
        if !of_day.contains_key(codes) {
            of_day.insert(codes.to_owned(), self.names.written(codes, on));
            self.remembered += 1;
        }
        of_day.get(codes).map_or("", String::as_str)
    }
}

fn text(text: &str) -> Cell<'_> {
    Cell::Text(shown_lines(text))
}

/// A cell that would be read as merged with the one above where it is empty.
fn carried(cell: Cell<'_>) -> Cell<'_> {
    let is_empty = match &cell {
        Cell::Nothing => true,
        Cell::Text(text) => text.is_empty(),
        Cell::NotAbove | Cell::Word(_) | Cell::Date(_) | Cell::Number(_) | Cell::Id(_) => false,
    };
    if is_empty { Cell::NotAbove } else { cell }
}

/// A group as annexes write it (DOMAIN 3.5).
pub(super) const fn words_of(group: Group) -> &'static str {
    match group {
        Group::DepartmentsAndBoards => "Các sở, ban, ngành",
        Group::Districts => "UBND các quận, huyện và thành phố Thủ Đức",
        Group::Communes => "UBND các phường, xã, đặc khu",
        Group::All => "Các cơ quan, đơn vị",
        Group::Concerned => "Các cơ quan, đơn vị liên quan",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agency::official;

    #[test]
    fn groups_and_agencies_are_read_back_as_written() {
        let agencies = official();
        let directory = Directory::new(&agencies);
        let on = "2023-06-15".parse().expect("a day");
        for group in Group::ALL {
            let reading = directory.read_cell(words_of(group), on);
            assert_eq!(reading.parts, [Part::Group(group)], "{group:?}");
        }
        for agency in agencies.iter().filter(|agency| agency.is_valid_on(on)) {
            let reading = directory.read_cell(&agency.code, on);
            assert_eq!(reading.parts, [Part::Agency(agency.id)], "{}", agency.code);
        }
    }
}
