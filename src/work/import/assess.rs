//! A row as it was read, against what is known and stored: what it means and what becomes of it.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::family::Making;
use super::mark::{self, Mark};
use super::memory::Memory;
use super::plan::{self, Fate, Member, Weight};
use super::understand::{self, Knowledge, Understood};
use crate::domain::annex::{Column, RowKind};
use crate::domain::error::Result;
use crate::exchange::annex::{ReadCell, ReadRow};
use crate::store::Store;
use crate::work::request::import::StagedDoubt;

/// The doubt of a row that says what an earlier one says (DOMAIN 3.4 rule 9).
pub(crate) const DUPLICATE: &str = "possible_duplicate";

/// The bit of [`DUPLICATE`]: the first.
pub(crate) const DUPLICATE_BIT: u64 = 1;

/// With what rows are assessed.
pub(crate) struct Assessor<'a> {
    /// What cells mean.
    pub knowledge: Knowledge<'a>,
    /// How families are made.
    pub making: Making<'a>,
}

/// What tells equal rows: the key by which a row is known again, and all that it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hashes {
    /// Of the key.
    pub key: u64,
    /// Of content, lead and deadline.
    pub twin: u64,
}

/// The codes of doubts of a stage, by the place of their bit in a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DoubtCodes(Vec<String>);

impl Default for DoubtCodes {
    fn default() -> Self {
        Self(vec![DUPLICATE.to_owned()])
    }
}

impl DoubtCodes {
    /// The bit of a code, given where it has none yet. The last bit is of all that do not find room.
    pub(crate) fn bit(&mut self, code: &str) -> u64 {
        let place = match self.0.iter().position(|known| known == code) {
            Some(place) => place,
            None => {
                self.0.push(code.to_owned());
                self.0.len() - 1
            }
        };
        1 << place.min(63)
    }

    /// The bit of a code that was given before.
    pub(crate) fn known(&self, code: &str) -> Option<u64> {
        let place = self.0.iter().position(|known| known == code)?;
        (place < 63).then_some(1 << place)
    }
}

impl<'a> Assessor<'a> {
    /// One that knows the same and remembers nothing yet, for another thread.
    pub(crate) fn afresh(&self) -> Assessor<'a> {
        Assessor {
            knowledge: Knowledge {
                document: self.knowledge.document.clone(),
                memory: Memory::default(),
                ..self.knowledge
            },
            making: Making { ..self.making },
        }
    }
}

impl Assessor<'_> {
    /// What a row means; none for a row that is no task.
    pub(crate) fn understood(
        &self,
        row: &ReadRow,
        texts: &HashMap<(u64, Column), String>,
        place: u64,
    ) -> Option<Understood> {
        if row.kind != RowKind::Task {
            return None;
        }
        if texts.is_empty() {
            return Some(understand::understand(row, &self.knowledge));
        }
        let row = with_texts(row, texts, place);
        Some(understand::understand(&row, &self.knowledge))
    }

    /// What tells it from others.
    pub(crate) fn hashes(&self, row: &Understood) -> Hashes {
        let agencies = self.making.agencies;
        Hashes {
            key: hash(&plan::key_of(row, agencies)),
            twin: hash(&row.twin_key(agencies)),
        }
    }

    /// Its tasks, and how many occurrences are passed over; without a store no task is stored yet.
    pub(crate) fn members(
        &self,
        row: &Understood,
        ordinal: u32,
        store: Option<&Store>,
    ) -> Result<(Vec<Member>, u64)> {
        let key = plan::key_of(row, self.making.agencies);
        plan::members(row, &key, ordinal, store, &self.making)
    }

    /// The mark of a task's row.
    pub(crate) fn mark(
        &self,
        row: &Understood,
        ordinal: u32,
        codes: &mut DoubtCodes,
        store: Option<&Store>,
    ) -> Result<Mark> {
        let (members, passed_over) = match store {
            Some(_) => self.members(row, ordinal, store)?,
            // Nothing can be known again: what the key is does not matter.
            None => plan::members(row, "", 1, None, &self.making)?,
        };
        let weight = Weight::of(&members);
        let short = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(Mark {
            fate: fate_of(&members),
            doubts: row
                .remarks
                .iter()
                .filter(|remark| !remark.is_note)
                .fold(0, |bits, doubt| bits | codes.bit(&doubt.code)),
            ordinal,
            agency_tasks: short(weight.agency_tasks()),
            parents: short(weight.parents),
            occurrences: short(weight.occurrences),
            passed_over: short(passed_over),
            ..Mark::default()
        })
    }
}

/// What becomes of a row: new where any of its tasks is, else changed where any is.
pub(crate) fn fate_of(members: &[Member]) -> mark::Fate {
    let comes = |member: &Member| match &member.fate {
        Fate::New => true,
        Fate::Same(_) => false,
        Fate::Change(tasks) => tasks.0.is_gone,
    };
    if members.iter().any(comes) {
        mark::Fate::New
    } else if members
        .iter()
        .any(|member| matches!(member.fate, Fate::Change(_)))
    {
        mark::Fate::Changed
    } else {
        mark::Fate::Unchanged
    }
}

/// The row with the texts that were settled by hand.
pub(crate) fn with_texts(
    row: &ReadRow,
    texts: &HashMap<(u64, Column), String>,
    place: u64,
) -> ReadRow {
    let mut row = row.clone();
    for column in Column::ALL {
        if let Some(text) = texts.get(&(place, column)) {
            set(&mut row, column, text.clone());
        }
    }
    row
}

/// Puts another text into a column.
fn set(row: &mut ReadRow, column: Column, text: String) {
    let line = row.line;
    let known = row.cells.iter_mut().find(|cell| cell.column == column);
    let place = known.as_ref().map_or(0, |cell| cell.place);
    let cell = ReadCell {
        column,
        line,
        place,
        text,
        from: None,
        is_merged: false,
        before: None,
        is_error: false,
        is_hidden: false,
    };
    match known {
        Some(old) => *old = cell,
        None => row.cells.push(cell),
    }
}

/// The doubt of the later of two equal rows.
pub(crate) fn duplicate_of(row: u64) -> StagedDoubt {
    StagedDoubt {
        code: DUPLICATE.to_owned(),
        detail: row.to_string(),
        column: Some(Column::Content),
        candidates: Vec::new(),
        is_note: false,
    }
}

/// Told apart within one run of the program only.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
