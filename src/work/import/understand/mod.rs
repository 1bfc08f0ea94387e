//! What a row of an annex means: area, leads, supporters, deadline, and what is doubtful about each.
//!
//! Pure: texts in, readings out, as of the day of the assigning document (DOMAIN 3.4). What cannot be
//! read is kept as text and doubted, never guessed.

mod remarks;

use chrono::NaiveDate;

pub(crate) use self::remarks::{names, read_deadline};
use super::memory::Memory;
use crate::domain::agency::{Agency, Group};
use crate::domain::annex::Column;
use crate::domain::area::Area;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::{self, Deadline, Rules};
use crate::domain::document::{Document, DocumentReference, symbol_key};
use crate::domain::fold::{clean, fold};
use crate::domain::follow_up::Target;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::legacy::Coding;
use crate::domain::matching::{CellReading, Directory, Part, Variants};
use crate::domain::target;
use crate::domain::task::Doubt;
use crate::exchange::annex::{ReadCell, ReadRow};
use crate::work::request::import::StagedDoubt;

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
    /// A numeric target that its texts say plainly: proposed, for a person to look at.
    pub target: Option<Target>,
    /// The area, where the cell or the heading names one.
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
    /// What a person has to look at, and what is worth knowing.
    pub remarks: Vec<StagedDoubt>,
}

/// The texts of a row: cleaned, carried down, decoded; who leads, who supports and the deadline with
/// their line breaks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Texts<'a> {
    /// The record's number after the header, from 1.
    pub row: usize,
    /// STT.
    pub item: &'a str,
    /// Nội dung nhiệm vụ, continuations joined.
    pub content: &'a str,
    /// Lĩnh vực, of its own cell or carried down.
    pub area: &'a str,
    /// The area was carried down from another row.
    pub is_area_carried: bool,
    /// The group heading above.
    pub heading: Option<&'a str>,
    /// Sản phẩm.
    pub product: &'a str,
    /// Cơ quan chủ trì.
    pub lead: &'a str,
    /// Cơ quan phối hợp.
    pub support: &'a str,
    /// Thời gian hoàn thành.
    pub deadline: &'a str,
    /// Văn bản giao.
    pub document: &'a str,
    /// The coding of the nineties from which the row was decoded.
    pub decoded: Option<Coding>,
    /// Columns whose cell is merged with one above and is not carried down by itself.
    pub merged: Vec<Column>,
    /// Columns whose formula failed.
    pub failed: Vec<Column>,
    /// The sheet does not show the row.
    pub is_hidden: bool,
}

impl<'a> From<&'a ReadRow> for Texts<'a> {
    fn from(row: &'a ReadRow) -> Self {
        let columns = |is: fn(&ReadCell) -> bool| {
            let found = row.cells.iter().filter(|cell| is(cell));
            found.map(|cell| cell.column).collect()
        };
        Self {
            row: usize::try_from(row.row).unwrap_or(usize::MAX),
            item: row.cell(Column::Item),
            content: row.cell(Column::Content),
            area: row.cell(Column::Area),
            is_area_carried: row
                .cells
                .iter()
                .any(|cell| cell.column == Column::Area && cell.from.is_some()),
            heading: row.heading.as_deref(),
            product: row.cell(Column::Product),
            lead: row.cell(Column::Lead),
            support: row.cell(Column::Support),
            deadline: row.cell(Column::Deadline),
            document: row.cell(Column::Document),
            decoded: row
                .cells
                .iter()
                .find_map(|cell| cell.before.as_ref().map(|(coding, _)| *coding)),
            merged: columns(|cell| {
                let is_alone = matches!(
                    cell.column,
                    Column::Product | Column::Support | Column::Deadline
                );
                cell.is_merged && is_alone
            }),
            failed: columns(|cell| cell.is_error),
            is_hidden: row.is_hidden,
        }
    }
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
    /// The documents that are known: their days are those of rows that cite them without one.
    pub documents: &'a [Document],
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
        let names = self.leads.iter();
        names.map(|part| remarks::name(part, agencies)).collect()
    }

    /// What the task keeps of the remarks: what a person has to look at.
    pub(crate) fn doubts(&self) -> Vec<Doubt> {
        let mut doubts: Vec<Doubt> = Vec::new();
        for remark in self.remarks.iter().filter(|remark| !remark.is_note) {
            let doubt = Doubt {
                code: remark.code.clone(),
                detail: remark.detail.clone(),
            };
            if !doubts.contains(&doubt) {
                doubts.push(doubt);
            }
        }
        doubts
    }

    /// What makes two rows the same work: content, lead and deadline (DOMAIN 3.4 rule 9). Deadlines are
    /// the same where they fall on the same day, however they are written.
    pub(crate) fn twin_key(&self, agencies: &[Agency]) -> String {
        let leads = self.lead_names(agencies).join(";");
        let deadline = match (self.deadline.due, &self.deadline.recurrence) {
            (Some(due), Some(recurrence)) => format!("{due} {recurrence}"),
            (Some(due), None) => due.to_string(),
            (None, _) => fold(&self.deadline_text),
        };
        format!("{}|{leads}|{deadline}", fold(&self.title))
    }
}

/// Understands one row.
pub(crate) fn understand<'a>(texts: impl Into<Texts<'a>>, knowledge: &Knowledge<'_>) -> Understood {
    let texts = texts.into();
    let document = document_of(texts.document, texts.row, knowledge);
    let document_date = document.as_ref().and_then(|document| document.date);
    let on = document_date.unwrap_or(knowledge.today);
    let agencies = knowledge.directory.agencies();
    let mut lead = knowledge.lead(texts.lead, on);
    let mut support = knowledge.support(texts.support, on, &lead);
    if knowledge.variants.knows(texts.lead) {
        one_leads(&mut lead, &mut support);
    }
    let mut remarks = remarks::Remarks::new(agencies);
    remarks.on_the_row(&texts);
    remarks.on_the_document(texts.document, document.as_ref());
    let area = area_of(&texts, knowledge, &mut remarks);
    remarks.on_agencies(Column::Lead, &lead);
    remarks.on_agencies(Column::Support, &support);
    let (deadline, mut doubts) = knowledge.deadline(texts.deadline, on);
    if document_date.is_none() {
        // It was read as of today, and today assigns nothing.
        doubts.retain(|doubt| doubt.code != deadline::Why::BeforeDocument.code());
    }
    remarks.on_the_deadline(doubts);
    let target = target::proposed(texts.content).or_else(|| target::proposed(texts.product));
    if let Some(target) = &target {
        remarks.add(Column::Content, "target_read", &target::written(target));
    }
    Understood {
        row: texts.row,
        document,
        document_text: texts.document.to_owned(),
        document_date,
        item: texts.item.to_owned(),
        title: texts.content.to_owned(),
        product: texts.product.to_owned(),
        target,
        area,
        lead: match lead.parts.first() {
            Some(Part::Agency(id)) => Some(*id),
            Some(Part::Group(_) | Part::Unresolved(_)) | None => None,
        },
        supporting: supporting(&lead.parts, &support.parts, agencies),
        leads: lead.parts,
        supports: support.parts,
        deadline_text: clean(texts.deadline),
        deadline,
        remarks: remarks.into_all(),
    }
}

/// Of several leads a person has said which one it is: the others support it, nobody is lost.
fn one_leads(lead: &mut CellReading, support: &mut CellReading) {
    let are_agencies = lead
        .parts
        .iter()
        .all(|part| matches!(part, Part::Agency(_)));
    if are_agencies && lead.parts.len() > 1 {
        let others = lead.parts.split_off(1);
        support.parts.splice(0..0, others);
    }
}

/// The supporters of the task: those of the cell, and before them whoever was named as lead behind the one
/// that leads, so that nobody is lost.
fn supporting(leads: &[Part], supports: &[Part], agencies: &[Agency]) -> String {
    let others = match leads {
        [Part::Agency(_), others @ ..] => others,
        [Part::Group(_) | Part::Unresolved(_), ..] | [] => &[],
    };
    let all: Vec<&Part> = others.iter().chain(supports).collect();
    let mut names: Vec<String> = Vec::with_capacity(all.len());
    for part in all {
        let name = remarks::name(part, agencies);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join("; ")
}

/// The document that a cell cites, else the one that was given. One that is cited without its day has
/// the day of the given one of this symbol, else that which the rows above gave it, else that of the known
/// one, where there is but one.
fn document_of(text: &str, row: usize, knowledge: &Knowledge<'_>) -> Option<DocumentReference> {
    let cited = knowledge
        .cited(text)
        .filter(|document| !document.symbol.is_empty() || document.date.is_some());
    let Some(mut cited) = cited else {
        return knowledge.document.clone();
    };
    let key = symbol_key(&cited.symbol);
    if let Some(day) = cited.date {
        if !key.is_empty() {
            knowledge.tells_day(key, row, day);
        }
    } else {
        let is_same = |symbol: &str| symbol_key(symbol) == key;
        let given = knowledge.document.as_ref();
        let given = given.filter(|given| is_same(&given.symbol));
        let given = given.and_then(|given| given.date);
        let above = || knowledge.day_above(&key, row);
        cited.date = given.or_else(above).or_else(|| {
            let mut days = knowledge
                .documents
                .iter()
                .filter(|known| is_same(&known.symbol))
                .filter_map(|known| known.date);
            let day = days.next()?;
            days.all(|other| other == day).then_some(day)
        });
    }
    Some(cited)
}

/// The area of the cell, else of the heading, else the one that was carried down; where cell and heading
/// name one each, the cell wins and somebody looks (DOMAIN 3.4 rules 1 and 3). A word that is no area says
/// nothing.
fn area_of(
    texts: &Texts<'_>,
    knowledge: &Knowledge<'_>,
    remarks: &mut remarks::Remarks<'_>,
) -> Option<AreaId> {
    let of_cell = knowledge.area(texts.area);
    let heading = texts.heading.unwrap_or_default();
    let of_heading = knowledge.area_of_heading(heading);
    if texts.is_area_carried {
        // The row says nothing itself: a cell that contradicted the heading spoke for its own row.
        return of_heading.or(of_cell);
    }
    if let (Some(cell), Some(above)) = (of_cell, of_heading)
        && cell != above
    {
        remarks.add(Column::Area, "area_differs_from_heading", heading);
    }
    of_cell.or(of_heading)
}

#[cfg(test)]
mod tests;
