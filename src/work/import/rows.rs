//! Rows of a stage as they are shown: made anew for the page that is asked for.

use super::assess::{self, Assessor, duplicate_of};
use super::mark::{Fate as ShortFate, Mark};
use super::plan::{Fate, Member};
use super::stage::Stage;
use super::understand::Understood;
use crate::domain::annex::letter;
use crate::domain::change::difference;
use crate::domain::error::Result;
use crate::domain::task::Form;
use crate::exchange::annex::{ReadCell, ReadRow};
use crate::store::Store;
use crate::work::request::import::{
    FieldChange, RowFate, SkipReason, StagedCell, StagedPage, StagedRow, StagedTask, Which,
};

impl Stage {
    /// Rows of a sort, from this one of them on.
    pub(super) fn page(
        &self,
        which: Which,
        from: u64,
        limit: usize,
        assessor: &Assessor<'_>,
        store: Option<&Store>,
    ) -> Result<StagedPage> {
        let found = self.spool.of_sort(which.into(), from, limit)?;
        let rows = found
            .into_iter()
            .map(|(place, mark)| self.staged_row(place, &mark, assessor, store));
        Ok(StagedPage {
            total: self.spool.count_of(which.into()),
            rows: rows.collect::<Result<_>>()?,
        })
    }

    fn staged_row(
        &self,
        place: u64,
        mark: &Mark,
        assessor: &Assessor<'_>,
        store: Option<&Store>,
    ) -> Result<StagedRow> {
        let row = self.spool.row(mark)?;
        let task = match assessor.understood(&row, &self.texts, place) {
            Some(understood) => Some(Box::new(self.task(understood, mark, assessor, store)?)),
            None => None,
        };
        let skipped = if mark.is_left_out {
            Some(SkipReason::LeftOut)
        } else {
            row.skipped
        };
        Ok(StagedRow {
            place,
            row: row.row,
            line: row.line,
            kind: row.kind,
            skipped,
            cells: self.cells(row, place),
            task: task.filter(|_| mark.fate != ShortFate::None),
        })
    }

    fn cells(&self, row: ReadRow, place: u64) -> Vec<StagedCell> {
        let is_by_hand = |column| self.texts.contains_key(&(place, column));
        let row = assess::with_texts(&row, &self.texts, place);
        let cell = |cell: ReadCell| StagedCell {
            column: cell.column,
            place: place_of(cell.place, cell.line),
            text: cell.text,
            from: cell.from.map(|(line, column)| place_of(column, line)),
            before: cell.before,
            is_by_hand: is_by_hand(cell.column),
        };
        row.cells.into_iter().map(cell).collect()
    }

    fn task(
        &self,
        mut understood: Understood,
        mark: &Mark,
        assessor: &Assessor<'_>,
        store: Option<&Store>,
    ) -> Result<StagedTask> {
        understood
            .remarks
            .extend(self.twin_of(mark)?.map(duplicate_of));
        let (members, passed_over) = assessor.members(&understood, mark.ordinal, store)?;
        let is_agency_task =
            |it: &&Member| it.planned.task.form != Form::Parent && it.planned.series.is_none();
        Ok(StagedTask {
            number: understood.item,
            content: understood.title,
            area: understood.area,
            product: understood.product,
            leads: understood.leads,
            supports: understood.supports,
            deadline_text: understood.deadline_text,
            deadline: understood.deadline,
            document: match understood.document_text.as_str() {
                "" => self.spec.document.clone().unwrap_or_default(),
                _ => understood.document_text,
            },
            fate: fate(&members),
            agency_tasks: members.iter().filter(is_agency_task).count() as u64,
            passed_over,
            doubts: understood.remarks,
            is_settled: mark.is_settled,
        })
    }
}

fn fate(members: &[Member]) -> RowFate {
    match assess::fate_of(members) {
        ShortFate::New | ShortFate::None => RowFate::New,
        ShortFate::Unchanged => RowFate::Unchanged,
        ShortFate::Changed => {
            let first = members.iter().find_map(|member| match &member.fate {
                Fate::Change(tasks) => Some(tasks),
                Fate::New | Fate::Same(_) => None,
            });
            let changes = first.map(|tasks| {
                let (old, new) = difference(&tasks.0, &tasks.1);
                let text = |value: Option<&serde_json::Value>| match value {
                    None | Some(serde_json::Value::Null) => String::new(),
                    Some(serde_json::Value::String(text)) => text.clone(),
                    Some(other) => other.to_string(),
                };
                let change = |(field, after): (&String, &serde_json::Value)| FieldChange {
                    field: field.clone(),
                    before: text(old.get(field)),
                    after: text(Some(after)),
                };
                new.iter().map(change).collect()
            });
            RowFate::Changed(changes.unwrap_or_default())
        }
    }
}

/// `E17`: as spreadsheets name a cell.
pub(super) fn place_of(column: usize, line: u64) -> String {
    format!("{}{line}", letter(column))
}
