//! A task as a row: its cells as an annex writes them, and as the import reads them back.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::domain::agency::Group;
use crate::domain::document::Document;
use crate::domain::error::Result;
use crate::domain::fold::shown_lines;
use crate::domain::id::{AgencyId, DocumentId};
use crate::domain::matching::{Directory, Part};
use crate::domain::task::{Form, Task};
use crate::exchange::write::Row;
use crate::store::Store;
use crate::work::request::Facts;
use crate::work::session::Session;

/// Stands for "nothing" in a cell that would otherwise be read as merged with the one above.
const NOTHING: &str = "-";

/// What parts the agencies of a cell.
const BETWEEN: &str = "; ";

/// So many cells of agencies are remembered as they are written.
const REMEMBERED: usize = 10_000;

/// Makes the rows of a file, one behind the other.
pub(super) struct Rows<'a> {
    store: &'a Store,
    facts: &'a Facts,
    directory: &'a Directory,
    /// The documents, and how each is cited.
    documents: HashMap<DocumentId, (Option<NaiveDate>, String)>,
    /// Cells of agencies as they are written on a day: reading a name back takes longer than all else of a row.
    written: HashMap<(String, NaiveDate), String>,
    /// Which of area, lead and document were filled in a row above.
    are_filled: [bool; 3],
}

impl<'a> Rows<'a> {
    pub(super) fn new(session: &'a Session) -> Self {
        let documents = session.facts().documents.iter();
        Self {
            store: &session.store,
            facts: session.facts(),
            directory: session.directory(),
            documents: documents.map(|it| (it.id, (it.date, cited(it)))).collect(),
            written: HashMap::new(),
            are_filled: [false; 3],
        }
    }

    pub(super) fn of(&mut self, tasks: &[Task]) -> Result<Vec<Row>> {
        let heads = tasks.iter().filter(|task| !task.is_gone);
        heads
            .map(|task| Ok(self.row(task)?.map(|cell| shown_lines(&cell))))
            .collect()
    }

    fn row(&mut self, task: &Task) -> Result<Row> {
        let document = task.document.and_then(|id| self.documents.get(&id));
        let (date, document) = document.cloned().unwrap_or_default();
        let on = date.or(task.assigned_on).unwrap_or(self.facts.today);
        let area = self.facts.area(task.area);
        let mut carried = [
            area.map(|area| area.name_vi.clone()).unwrap_or_default(),
            self.lead(task, on)?,
            document,
        ];
        for (text, is_filled) in carried.iter_mut().zip(&mut self.are_filled) {
            if text.is_empty() && *is_filled {
                NOTHING.clone_into(text);
            }
            *is_filled |= !text.is_empty();
        }
        let [area, lead, document] = carried;
        Ok([
            task.item.clone(),
            task.title.clone(),
            area,
            task.product.clone(),
            lead,
            self.remembered(&task.supporting, on),
            task.deadline_text.clone(),
            document,
        ])
    }

    /// The same as [`Self::written`], which is asked once for a cell and day.
    fn remembered(&mut self, names: &str, on: NaiveDate) -> String {
        if names.is_empty() {
            return String::new();
        }
        let key = (names.to_owned(), on);
        if let Some(written) = self.written.get(&key) {
            return written.clone();
        }
        let written = self.written(names, on);
        if self.written.len() >= REMEMBERED {
            self.written.clear();
        }
        self.written.insert(key, written.clone());
        written
    }

    /// Who leads: as the cell named them where that is doubted still, else who it is.
    fn lead(&mut self, task: &Task, on: NaiveDate) -> Result<String> {
        let code = self.code(task.agency);
        let doubted = task.doubts.iter().find(|doubt| {
            let names = || doubt.detail.split(BETWEEN).next();
            match doubt.code.as_str() {
                "several_leads" => code.is_empty() || names() == Some(code),
                "no_lead" | "not_an_agency" => code.is_empty() && !doubt.detail.is_empty(),
                _ => false,
            }
        });
        if let Some(doubt) = doubted {
            return Ok(self.written(&doubt.detail, on));
        }
        if task.form == Form::Parent {
            return self.group(task, on);
        }
        Ok(self.remembered(code, on))
    }

    fn code(&self, agency: AgencyId) -> &'a str {
        let found = (agency != AgencyId::UNRESOLVED).then(|| self.facts.agency(agency));
        found.flatten().map_or("", |agency| &agency.code)
    }

    /// The group whose members these are; some may have been handed to others since.
    fn group(&self, parent: &Task, on: NaiveDate) -> Result<String> {
        let members: HashSet<AgencyId> = self
            .store
            .members(parent.id)?
            .into_iter()
            .map(|task| task.agency)
            .collect();
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
            return Ok(words_of(group).to_owned());
        }
        let agencies = self.facts.agencies.iter();
        let names = agencies
            .filter(|agency| members.contains(&agency.id))
            .map(|agency| self.name(&agency.code, on));
        Ok(names.collect::<Vec<_>>().join(BETWEEN))
    }

    /// Codes and tokens as an annex writes them.
    fn written(&self, names: &str, on: NaiveDate) -> String {
        let names = names.split(BETWEEN).filter(|name| !name.is_empty());
        let names = names.map(|name| match Group::from_token(name) {
            Some(group) => words_of(group).to_owned(),
            None => self.name(name, on),
        });
        names.collect::<Vec<_>>().join(BETWEEN)
    }

    /// The name of an agency where it is read back on that day, else its code; any other text as it is.
    fn name(&self, code: &str, on: NaiveDate) -> String {
        let Some(agency) = self.directory.by_code(code) else {
            return code.to_owned();
        };
        let reading = self.directory.read_cell(&agency.name, on);
        let is_it = reading.parts == [Part::Agency(agency.id)] && reading.doubts.is_empty();
        if is_it {
            agency.name.clone()
        } else {
            code.to_owned()
        }
    }
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

/// `Kế hoạch số 9125/KH-UBND ngày 12/01/2023`.
pub(super) fn cited(document: &Document) -> String {
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
