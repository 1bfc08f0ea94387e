//! The preview of an import as JSON: row by row as it was understood, in memory for one page of rows.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::json::{VERSION, text};
use super::print;
use crate::domain::agency::Agency;
use crate::domain::annex::RowKind;
use crate::domain::deadline::Deadline;
use crate::lang::Words;
use crate::work::request::Facts;
use crate::work::request::import::{Part, StageCounts, StagedRow, StagedTask};

/// Writes the preview: `begin`, each row in the order of the file, then `end`.
pub struct Preview<'a, W> {
    to: W,
    facts: &'a Facts,
    words: &'a Words,
    is_first: bool,
}

impl<'a, W: Write> Preview<'a, W> {
    /// Begins the object.
    ///
    /// # Errors
    /// Where the output is closed.
    pub fn begin(mut to: W, facts: &'a Facts, words: &'a Words) -> io::Result<Self> {
        write!(to, "{{\"version\":{VERSION},\"rows\":[")?;
        Ok(Self {
            to,
            facts,
            words,
            is_first: true,
        })
    }

    /// Writes a row on a line of its own.
    ///
    /// # Errors
    /// Where the output is closed.
    pub fn row(&mut self, row: &StagedRow) -> io::Result<()> {
        let comma = if self.is_first { "\n" } else { ",\n" };
        self.is_first = false;
        let row = shape(row, self.facts, self.words).to_string();
        write!(self.to, "{comma}{}", print::plain_json(&row))
    }

    /// Ends the object with the counts, of rows and of agency-tasks.
    ///
    /// # Errors
    /// Where the output is closed.
    pub fn end(mut self, counts: &StageCounts) -> io::Result<()> {
        write!(self.to, "\n]")?;
        let counts = [
            ("new", counts.new),
            ("changed", counts.changed),
            ("unchanged", counts.unchanged),
            ("review", counts.review),
            ("skipped", counts.skipped),
            ("agency_tasks", counts.agency_tasks),
            ("parents", counts.parents),
            ("occurrences", counts.occurrences),
        ];
        for (name, count) in counts {
            write!(self.to, ",\"{name}\":{count}")?;
        }
        writeln!(self.to, "}}")?;
        self.to.flush()
    }
}

/// A row; what is no task has its number and kind and says nothing else.
fn shape(row: &StagedRow, facts: &Facts, words: &Words) -> Value {
    match &row.task {
        Some(task) if row.kind == RowKind::Task => {
            let reasons: Vec<String> = task
                .doubts
                .iter()
                .map(|doubt| (words.doubts.sentence)(&doubt.code, &doubt.detail))
                .collect();
            json!({
                "row": row.row,
                "kind": row.kind.code(),
                "number": text(&task.number),
                "content": task.content,
                "area": task.area.and_then(|area| facts.area(area)).map(|area| &area.code),
                "product": text(&task.product),
                "leads": named(&task.leads, &facts.agencies),
                "supports": named(&task.supports, &facts.agencies),
                "unresolved": unresolved(task),
                "deadline": deadline(&task.deadline),
                "document": text(&task.document),
                "needs_review": task.needs_review(),
                "reasons": reasons,
            })
        }
        Some(_) | None => json!({
            "row": row.row,
            "kind": row.kind.code(),
            "number": null,
            "content": null,
            "area": null,
            "product": null,
            "leads": [],
            "supports": [],
            "unresolved": [],
            "deadline": null,
            "document": null,
            "needs_review": false,
            "reasons": row.skipped.map(|reason| (words.import.preview.skipped)(reason)).into_iter().collect::<Vec<_>>(),
        }),
    }
}

fn deadline(deadline: &Deadline) -> Value {
    json!({
        "kind": deadline.kind.code(),
        "start": deadline.start,
        "due": deadline.due,
        "original_due": deadline.original_due,
        "recurrence": deadline.recurrence.as_ref().map(ToString::to_string),
    })
}

/// Codes of agencies and tokens of groups, in the order of the cell.
fn named(parts: &[Part], agencies: &[Agency]) -> Vec<String> {
    let name = |part: &Part| match part {
        Part::Agency(id) => agencies
            .iter()
            .find(|agency| agency.id == *id)
            .map(|agency| agency.code.clone()),
        Part::Group(group) => Some(group.token().to_owned()),
        Part::Unresolved(_) => None,
    };
    parts.iter().filter_map(name).collect()
}

/// What is nobody, of the lead and then of the supporters.
fn unresolved(task: &StagedTask) -> Vec<&str> {
    let parts = task.leads.iter().chain(&task.supports);
    parts
        .filter_map(|part| match part {
            Part::Unresolved(text) => Some(text.as_str()),
            Part::Agency(_) | Part::Group(_) => None,
        })
        .collect()
}
