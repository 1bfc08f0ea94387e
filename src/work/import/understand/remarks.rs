//! What is doubtful about a row, and what is only worth knowing, cell by cell.

use chrono::NaiveDate;

use super::Texts;
use crate::domain::agency::Agency;
use crate::domain::annex::Column;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::{self, Deadline, Rules};
use crate::domain::document::DocumentReference;
use crate::domain::id::AgencyId;
use crate::domain::legacy::Coding;
use crate::domain::matching::{self, CellReading, Part};
use crate::domain::task::Doubt;
use crate::work::request::import::StagedDoubt;

/// The remarks on one row, as they come.
pub(super) struct Remarks<'a> {
    agencies: &'a [Agency],
    all: Vec<StagedDoubt>,
}

impl<'a> Remarks<'a> {
    pub(super) fn new(agencies: &'a [Agency]) -> Self {
        Self {
            agencies,
            all: Vec::new(),
        }
    }

    pub(super) fn into_all(self) -> Vec<StagedDoubt> {
        self.all
    }

    /// A doubt about a cell.
    pub(super) fn add(&mut self, column: Column, code: &str, detail: &str) {
        self.push(StagedDoubt {
            code: code.to_owned(),
            detail: detail.to_owned(),
            column: Some(column),
            candidates: Vec::new(),
            is_note: false,
        });
    }

    fn push(&mut self, remark: StagedDoubt) {
        if !self.all.contains(&remark) {
            self.all.push(remark);
        }
    }

    /// What the file does to the row as a whole.
    pub(super) fn on_the_row(&mut self, texts: &Texts<'_>) {
        let of_row = |code: &str, detail: &str| StagedDoubt {
            code: code.to_owned(),
            detail: detail.to_owned(),
            column: None,
            candidates: Vec::new(),
            is_note: false,
        };
        match texts.decoded {
            Some(Coding::Tcvn3) => self.push(of_row("legacy_coding", "TCVN3 (ABC)")),
            Some(Coding::Vni) => self.push(of_row("legacy_coding", "VNI")),
            None => {}
        }
        if texts.is_hidden {
            self.push(of_row("hidden_row", ""));
        }
        for column in &texts.failed {
            self.add(*column, "failed_formula", texts.of(*column));
        }
        for column in &texts.merged {
            self.add(*column, "merged_cell", texts.of(*column));
        }
    }

    pub(super) fn on_the_document(&mut self, text: &str, document: Option<&DocumentReference>) {
        match document {
            None => self.add(Column::Document, "no_document", text),
            Some(document) if document.date.is_none() => {
                self.add(Column::Document, "no_document_date", text);
            }
            Some(_) => {}
        }
    }

    pub(super) fn on_agencies(&mut self, column: Column, reading: &CellReading) {
        for found in &reading.doubts {
            let remark = StagedDoubt {
                code: found.code().to_owned(),
                detail: self.detail(found, reading),
                column: Some(column),
                candidates: candidates(found, reading),
                is_note: !found.needs_review(),
            };
            self.push(remark);
        }
    }

    pub(super) fn on_the_deadline(&mut self, doubts: Vec<Doubt>) {
        for doubt in doubts {
            self.add(Column::Deadline, &doubt.code, &doubt.detail);
        }
    }

    fn detail(&self, found: &matching::Doubt, reading: &CellReading) -> String {
        let code_of = |id: &AgencyId| name(&Part::Agency(*id), self.agencies);
        match found {
            matching::Doubt::NoLead | matching::Doubt::SeveralLeads => {
                names(reading, self.agencies)
            }
            matching::Doubt::NearMatch { text, agency } => {
                format!("{text} = {}", self.full_name(*agency))
            }
            matching::Doubt::Abolished {
                agency,
                successor: Some(successor),
            } => format!("{} → {}", self.full_name(*agency), code_of(successor)),
            matching::Doubt::Abolished {
                agency,
                successor: None,
            }
            | matching::Doubt::NotYetExisting(agency)
            | matching::Doubt::SupportIsLead(agency) => self.full_name(*agency),
            matching::Doubt::NotAnAgency(text)
            | matching::Doubt::Ambiguous { text, .. }
            | matching::Doubt::OutdatedNumber(text) => text.clone(),
            matching::Doubt::NoMembers(group) => group.token().to_owned(),
            matching::Doubt::WithoutAccents => String::new(),
        }
    }

    /// `Sở Tư pháp (STP)`.
    fn full_name(&self, id: AgencyId) -> String {
        self.agencies
            .iter()
            .find(|agency| agency.id == id)
            .map_or_else(String::new, |agency| {
                format!("{} ({})", agency.name, agency.code)
            })
    }
}

impl Texts<'_> {
    /// The text of a column.
    pub(super) fn of(&self, column: Column) -> &str {
        match column {
            Column::Item => self.item,
            Column::Content => self.content,
            Column::Area => self.area,
            Column::Product => self.product,
            Column::Lead => self.lead,
            Column::Support => self.support,
            Column::Deadline => self.deadline,
            Column::Document => self.document,
        }
    }
}

/// The agencies among which to choose, the likeliest first.
fn candidates(found: &matching::Doubt, reading: &CellReading) -> Vec<AgencyId> {
    match found {
        matching::Doubt::Ambiguous { candidates, .. } => candidates.clone(),
        matching::Doubt::Abolished { agency, successor } => {
            successor.iter().chain([agency]).copied().collect()
        }
        matching::Doubt::NotYetExisting(agency)
        | matching::Doubt::NearMatch { agency, .. }
        | matching::Doubt::SupportIsLead(agency) => vec![*agency],
        matching::Doubt::SeveralLeads => reading
            .parts
            .iter()
            .filter_map(|part| match part {
                Part::Agency(id) => Some(*id),
                Part::Group(_) | Part::Unresolved(_) => None,
            })
            .collect(),
        matching::Doubt::NoLead
        | matching::Doubt::NotAnAgency(_)
        | matching::Doubt::OutdatedNumber(_)
        | matching::Doubt::NoMembers(_)
        | matching::Doubt::WithoutAccents => Vec::new(),
    }
}

/// Reads a deadline, and leaves the due date empty where it counts from another event than the signing
/// of its own document (D13): somebody has to say when that was.
pub(crate) fn read_deadline(
    text: &str,
    on: NaiveDate,
    calendar: &Calendar,
    rules: Rules,
) -> (Deadline, Vec<Doubt>) {
    let mut doubts = Vec::new();
    let mut deadline = deadline::parse(text, on, calendar, rules);
    for why in deadline.why.iter().filter(|why| why.is_doubt()) {
        let detail = match why {
            deadline::Why::Impossible(part) | deadline::Why::UndatedPart(part) => part,
            _ => text,
        };
        doubts.push(doubt(why.code(), detail));
    }
    if counts_from_another_event(&deadline) {
        deadline.due = None;
        deadline.original_due = None;
        doubts.push(doubt("counts_from_another_event", text));
    }
    (deadline, doubts)
}

fn counts_from_another_event(deadline: &Deadline) -> bool {
    matches!(deadline.counts_from, Some(deadline::EventKind::Other)) && deadline.due.is_some()
}

fn doubt(code: &str, detail: &str) -> Doubt {
    Doubt {
        code: code.to_owned(),
        detail: detail.to_owned(),
    }
}

/// What a cell names, as codes, tokens and texts.
pub(crate) fn names(reading: &CellReading, agencies: &[Agency]) -> String {
    let names: Vec<String> = reading.parts.iter().map(|it| name(it, agencies)).collect();
    names.join("; ")
}

pub(super) fn name(part: &Part, agencies: &[Agency]) -> String {
    match part {
        Part::Agency(id) => agencies
            .iter()
            .find(|agency| agency.id == *id)
            .map_or_else(String::new, |agency| agency.code.clone()),
        Part::Group(group) => group.token().to_owned(),
        Part::Unresolved(text) => text.clone(),
    }
}
