//! What became of a row of a stage, in a fixed number of bytes.

use crate::domain::annex::{RowKind, SkipReason};
use crate::work::request::import::Which;

/// The bytes of a mark.
pub(crate) const SIZE: usize = 56;

/// A row in short: where it is laid aside, and what became of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where its bytes begin.
    pub begins: u64,
    /// How many they are.
    pub length: u32,
    /// What becomes of its tasks.
    pub fate: Fate,
    /// Somebody left it out.
    pub is_left_out: bool,
    /// Somebody said that it is right as it was read.
    pub is_settled: bool,
    /// What is doubted, by the places of the codes in the stage's list: a bit each.
    pub doubts: u64,
    /// The how-manieth of its key it is in the file; 0 and 1 are the first.
    pub ordinal: u32,
    /// The place of the first row that says the same, counted from 1; 0 where it is itself the first.
    pub twin: u32,
    /// Agency-tasks that it writes.
    pub agency_tasks: u32,
    /// Parents that are new.
    pub parents: u32,
    /// Occurrences that are new.
    pub occurrences: u32,
    /// Occurrences that are passed over.
    pub passed_over: u32,
}

/// What becomes of the tasks of a row, in short.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is no task.
    #[default]
    None,
    /// All or some are new.
    New,
    /// Texts change.
    Changed,
    /// They are stored.
    Unchanged,
}

impl Fate {
    const fn number(self) -> u8 {
        match self {
            Self::None => 0,
            Self::New => 1,
            Self::Changed => 2,
            Self::Unchanged => 3,
        }
    }

    const fn of(number: u8) -> Self {
        match number {
            1 => Self::New,
            2 => Self::Changed,
            3 => Self::Unchanged,
            _ => Self::None,
        }
    }
}

/// Sorts of rows that are shown page by page; all rows are one more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    All,
    New,
    Changed,
    Unchanged,
    Review,
    Skipped,
}

impl Sort {
    pub(crate) const COUNT: usize = 6;
    pub(crate) const ALL: [Self; Self::COUNT] = [
        Self::All,
        Self::New,
        Self::Changed,
        Self::Unchanged,
        Self::Review,
        Self::Skipped,
    ];

    /// This sort's of the counts of all.
    pub(crate) fn of(self, counts: &[u32; Self::COUNT]) -> u32 {
        let [all, new, changed, unchanged, review, skipped] = *counts;
        match self {
            Self::All => all,
            Self::New => new,
            Self::Changed => changed,
            Self::Unchanged => unchanged,
            Self::Review => review,
            Self::Skipped => skipped,
        }
    }
}

impl From<Which> for Sort {
    fn from(which: Which) -> Self {
        match which {
            Which::All => Self::All,
            Which::New => Self::New,
            Which::Changed => Self::Changed,
            Which::Unchanged => Self::Unchanged,
            Which::Review => Self::Review,
            Which::Skipped => Self::Skipped,
        }
    }
}

impl Mark {
    /// True if the row is written by an import, as far as it is not stored already.
    pub(crate) fn is_taken(&self) -> bool {
        self.fate != Fate::None && !self.is_left_out
    }

    /// True if the row is of that sort.
    pub(crate) fn is(&self, sort: Sort) -> bool {
        let is_taken = self.is_taken();
        match sort {
            Sort::All => true,
            Sort::New => is_taken && self.fate == Fate::New,
            Sort::Changed => is_taken && self.fate == Fate::Changed,
            Sort::Unchanged => is_taken && self.fate == Fate::Unchanged,
            Sort::Review => is_taken && self.doubts != 0 && !self.is_settled,
            Sort::Skipped => !is_taken,
        }
    }

    pub(crate) fn to_bytes(self) -> [u8; SIZE] {
        let mut bytes = [0; SIZE];
        let mut rest = bytes.as_mut_slice();
        let flags = u8::from(self.is_left_out) | u8::from(self.is_settled) << 1;
        let parts: [&[u8]; 11] = [
            &self.begins.to_le_bytes(),
            &self.doubts.to_le_bytes(),
            &self.length.to_le_bytes(),
            &self.ordinal.to_le_bytes(),
            &self.twin.to_le_bytes(),
            &self.agency_tasks.to_le_bytes(),
            &self.parents.to_le_bytes(),
            &self.occurrences.to_le_bytes(),
            &self.passed_over.to_le_bytes(),
            &[self.fate.number()],
            &[flags],
        ];
        for part in parts {
            let Some((to, behind)) = rest.split_at_mut_checked(part.len()) else {
                break;
            };
            to.copy_from_slice(part);
            rest = behind;
        }
        bytes
    }

    pub(crate) fn from_bytes(bytes: &[u8; SIZE]) -> Self {
        let mut rest = bytes.as_slice();
        let (begins, doubts) = (long(&mut rest), long(&mut rest));
        let [
            length,
            ordinal,
            twin,
            agency_tasks,
            parents,
            occurrences,
            passed_over,
        ] = [(); 7].map(|()| short(&mut rest));
        let flags = rest.get(1).copied().unwrap_or_default();
        Self {
            begins,
            length,
            fate: Fate::of(rest.first().copied().unwrap_or_default()),
            is_left_out: flags & 1 != 0,
            is_settled: flags & 2 != 0,
            doubts,
            ordinal,
            twin,
            agency_tasks,
            parents,
            occurrences,
            passed_over,
        }
    }
}

fn long(rest: &mut &[u8]) -> u64 {
    match rest.split_first_chunk() {
        Some((bytes, after)) => {
            *rest = after;
            u64::from_le_bytes(*bytes)
        }
        None => 0,
    }
}

fn short(rest: &mut &[u8]) -> u32 {
    match rest.split_first_chunk() {
        Some((bytes, after)) => {
            *rest = after;
            u32::from_le_bytes(*bytes)
        }
        None => 0,
    }
}

/// Every reason, so that one can stand as a number.
pub(super) const REASONS: [SkipReason; 10] = [
    SkipReason::Blank,
    SkipReason::RepeatedHeader,
    SkipReason::Heading,
    SkipReason::Total,
    SkipReason::Footnote,
    SkipReason::Continuation,
    SkipReason::NoContent,
    SkipReason::TooManyCells,
    SkipReason::CellTooLong,
    SkipReason::LeftOut,
];

/// Every kind, for the same.
pub(super) const KINDS: [RowKind; 6] = RowKind::ALL;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_comes_back_as_it_was_laid_aside() {
        let mark = Mark {
            begins: 1 << 40,
            length: 7,
            fate: Fate::Changed,
            is_left_out: true,
            is_settled: true,
            doubts: 5,
            ordinal: 2,
            twin: 3,
            agency_tasks: 4,
            parents: 1,
            occurrences: 6,
            passed_over: 8,
        };
        assert_eq!(Mark::from_bytes(&mark.to_bytes()), mark);
        let other = Mark {
            is_left_out: false,
            ..mark
        };
        assert_eq!(Mark::from_bytes(&other.to_bytes()), other);
    }
}
