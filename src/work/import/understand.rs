//! What a row of an annex means: area, leads, supporters, deadline, and what is doubtful about each.
//!
//! Pure: texts in, readings out, as of the day of the assigning document (DOMAIN 3.4). What cannot be
//! read is kept as text and doubted, never guessed.

use chrono::NaiveDate;

use super::memory::Memory;
use crate::domain::agency::{Agency, Group};
use crate::domain::annex::Column;
use crate::domain::area::Area;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::{self, Deadline, Rules};
use crate::domain::document::DocumentReference;
use crate::domain::fold::{clean, fold};
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::matching::{self, CellReading, Directory, Part, Variants};
use crate::domain::task::Doubt;
use crate::exchange::annex::ReadRow;

/// A row of a file as it was understood.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Understood {
    /// The record's number after the header, from 1.
    pub row: usize,
    /// The assigning document.
    pub document: Option<DocumentReference>,
    /// Its cell, as written.
    pub document_text: String,
    /// Its day, with which names and deadlines are read.
    pub document_date: Option<NaiveDate>,
    /// The number in the annex.
    pub item: String,
    /// What is to be done.
    pub title: String,
    /// The deliverable.
    pub product: String,
    /// The area, where the cell names one.
    pub area: Option<AreaId>,
    /// Who leads, in the order of the cell.
    pub leads: Vec<Part>,
    /// The one lead, or the proposed one.
    pub lead: Option<AgencyId>,
    /// Who supports, in the order of the cell.
    pub supports: Vec<Part>,
    /// The supporters as codes and tokens.
    pub supporting: String,
    /// The deadline as written.
    pub deadline_text: String,
    /// The deadline as read.
    pub deadline: Deadline,
    /// What a person has to look at.
    pub doubts: Vec<Doubt>,
}

/// What a row is understood with.
pub(crate) struct Knowledge<'a> {
    /// Reads cells of agencies.
    pub directory: &'a Directory,
    /// Reads cells of areas.
    pub areas: &'a [Area],
    /// The working days.
    pub calendar: &'a Calendar,
    /// How the installation reads deadlines.
    pub rules: Rules,
    /// The document of rows that name none.
    pub document: Option<DocumentReference>,
    /// Stands for the day of a document without date.
    pub today: NaiveDate,
    /// Writings that somebody has settled.
    pub variants: &'a Variants,
    /// What cells meant before.
    pub memory: Memory,
}

impl Understood {
    /// The groups that lead; none where agencies do.
    pub(crate) fn group(&self) -> Option<Vec<Group>> {
        let groups: Vec<Group> = self
            .leads
            .iter()
            .filter_map(|part| match part {
                Part::Group(Group::Concerned) | Part::Agency(_) | Part::Unresolved(_) => None,
                Part::Group(group) => Some(*group),
            })
            .collect();
        // An agency named before a group is the proposed lead; the rest is for a person to settle.
        (!groups.is_empty() && self.lead.is_none()).then_some(groups)
    }

    /// The leads as codes, tokens and texts.
    pub(crate) fn lead_names(&self, agencies: &[Agency]) -> Vec<String> {
        self.leads.iter().map(|part| name(part, agencies)).collect()
    }

    /// What makes two rows the same work: content, lead and deadline (DOMAIN 3.4 rule 9).
    pub(crate) fn twin_key(&self, agencies: &[Agency]) -> String {
        let leads = self.lead_names(agencies).join(";");
        let deadline = fold(&self.deadline_text);
        format!("{}|{leads}|{deadline}", fold(&self.title))
    }
}

/// Understands one row.
pub(crate) fn understand(cells: &ReadRow, knowledge: &Knowledge<'_>) -> Understood {
    let document = knowledge
        .cited(cells.cell(Column::Document))
        .filter(|document| !document.symbol.is_empty() || document.date.is_some())
        .or_else(|| knowledge.document.clone());
    let document_date = document.as_ref().and_then(|document| document.date);
    let on = document_date.unwrap_or(knowledge.today);
    let agencies = knowledge.directory.agencies();
    let lead = knowledge.lead(cells.cell(Column::Lead), on);
    let support = knowledge.support(cells.cell(Column::Support), on, &lead);
    let mut doubts = Vec::new();
    if document.is_none() {
        doubts.push(doubt("no_document", cells.cell(Column::Document)));
    } else if document_date.is_none() {
        doubts.push(doubt("no_document_date", cells.cell(Column::Document)));
    }
    add_doubts(&mut doubts, &lead, agencies);
    add_doubts(&mut doubts, &support, agencies);
    let (deadline, of_deadline) = knowledge.deadline(cells.cell(Column::Deadline), on);
    doubts.extend(of_deadline);
    Understood {
        row: usize::try_from(cells.row).unwrap_or(usize::MAX),
        document,
        document_text: cells.cell(Column::Document).to_owned(),
        document_date,
        item: cells.cell(Column::Item).to_owned(),
        title: cells.cell(Column::Content).to_owned(),
        product: cells.cell(Column::Product).to_owned(),
        area: knowledge.area(cells.cell(Column::Area)),
        lead: match lead.parts.first() {
            Some(Part::Agency(id)) => Some(*id),
            Some(Part::Group(_) | Part::Unresolved(_)) | None => None,
        },
        leads: lead.parts,
        supporting: names(&support, agencies),
        supports: support.parts,
        deadline_text: clean(cells.cell(Column::Deadline)),
        deadline,
        doubts,
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

fn add_doubts(doubts: &mut Vec<Doubt>, reading: &CellReading, agencies: &[Agency]) {
    let code_of = |id: &AgencyId| name(&Part::Agency(*id), agencies);
    for found in reading.doubts.iter().filter(|found| found.needs_review()) {
        let detail = match found {
            matching::Doubt::NoLead | matching::Doubt::SeveralLeads => names(reading, agencies),
            matching::Doubt::NotAnAgency(text)
            | matching::Doubt::Ambiguous { text, .. }
            | matching::Doubt::NearMatch { text, .. }
            | matching::Doubt::OutdatedNumber(text) => text.clone(),
            matching::Doubt::Abolished { agency, .. }
            | matching::Doubt::NotYetExisting(agency)
            | matching::Doubt::SupportIsLead(agency) => code_of(agency),
            matching::Doubt::NoMembers(group) => group.token().to_owned(),
            matching::Doubt::WithoutAccents => String::new(),
        };
        let found = doubt(found.code(), &detail);
        if !doubts.contains(&found) {
            doubts.push(found);
        }
    }
}

/// What a cell names, as codes, tokens and texts.
pub(crate) fn names(reading: &CellReading, agencies: &[Agency]) -> String {
    let names: Vec<String> = reading.parts.iter().map(|it| name(it, agencies)).collect();
    names.join("; ")
}

fn name(part: &Part, agencies: &[Agency]) -> String {
    match part {
        Part::Agency(id) => agencies
            .iter()
            .find(|agency| agency.id == *id)
            .map_or_else(String::new, |agency| agency.code.clone()),
        Part::Group(group) => group.token().to_owned(),
        Part::Unresolved(text) => text.clone(),
    }
}
