//! The rows of a stage, laid aside in two files without a name: the rows as they were read, one behind
//! the other, and a mark of fixed width for each, which says where its row begins and what became of it.
//!
//! The files have no name from the moment they are made, so that nothing of them is left whatever ends the
//! program. What stays in memory is a count for each block of marks.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use super::mark::{Mark, SIZE, Sort};
use super::packing::{pack, unpack};
use crate::domain::error::{Error, Result};
use crate::exchange::annex::ReadRow;

/// So many marks are read at once, and counted together.
const BLOCK: u64 = 4_096;

/// Rows and their marks.
pub(crate) struct Spool {
    rows: File,
    marks: File,
    /// So many rows there are.
    count: u64,
    /// For each block of marks, how many of each sort.
    blocks: Vec<[u32; Sort::COUNT]>,
}

/// Rows on their way into a spool.
pub(crate) struct Filling {
    rows: BufWriter<File>,
    marks: BufWriter<File>,
    at: u64,
    count: u64,
    packed: Vec<u8>,
}

impl Filling {
    /// Begins a spool among the temporary files, or in this directory.
    ///
    /// # Errors
    /// [`Error::NoRoom`], or where no file can be made there.
    pub(crate) fn begin(directory: Option<&Path>) -> Result<Self> {
        Ok(Self {
            rows: BufWriter::with_capacity(1 << 17, nameless(directory)?),
            marks: BufWriter::with_capacity(1 << 16, nameless(directory)?),
            at: 0,
            count: 0,
            packed: Vec::new(),
        })
    }

    /// Lays a row aside behind the others.
    ///
    /// # Errors
    /// [`Error::NoRoom`].
    pub(crate) fn push(&mut self, row: &ReadRow, mark: &Mark) -> Result<()> {
        self.packed.clear();
        pack(row, &mut self.packed);
        let mark = Mark {
            begins: self.at,
            length: u32::try_from(self.packed.len()).unwrap_or(u32::MAX),
            ..*mark
        };
        self.rows.write_all(&self.packed).map_err(fault)?;
        self.marks.write_all(&mark.to_bytes()).map_err(fault)?;
        self.at += self.packed.len() as u64;
        self.count += 1;
        Ok(())
    }

    /// So many rows are in it.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// All rows are in it.
    ///
    /// # Errors
    /// [`Error::NoRoom`].
    pub(crate) fn end(self) -> Result<Spool> {
        let mut spool = Spool {
            rows: self
                .rows
                .into_inner()
                .map_err(|error| fault(error.into_error()))?,
            marks: self
                .marks
                .into_inner()
                .map_err(|error| fault(error.into_error()))?,
            count: self.count,
            blocks: Vec::new(),
        };
        spool.recount(|_, _| {})?;
        Ok(spool)
    }
}

impl Spool {
    /// So many rows there are.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// The row that a mark stands for.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn row(&self, mark: &Mark) -> Result<ReadRow> {
        let mut packed = vec![0; mark.length as usize];
        self.rows
            .read_exact_at(&mut packed, mark.begins)
            .map_err(fault)?;
        unpack(&packed).ok_or_else(|| Error::Fault("a row that was laid aside is broken".into()))
    }

    /// The mark of a row; none where there is no such row.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn mark(&self, place: u64) -> Result<Option<Mark>> {
        if place >= self.count {
            return Ok(None);
        }
        let mut bytes = [0; SIZE];
        self.marks
            .read_exact_at(&mut bytes, place * SIZE as u64)
            .map_err(fault)?;
        Ok(Some(Mark::from_bytes(&bytes)))
    }

    /// Puts another mark on a row; [`Spool::recount`] has to follow before pages are asked for.
    ///
    /// # Errors
    /// [`Error::NoRoom`].
    pub(crate) fn set_mark(&self, place: u64, mark: &Mark) -> Result<()> {
        self.marks
            .write_all_at(&mark.to_bytes(), place * SIZE as u64)
            .map_err(fault)
    }

    /// The marks from a place on, at most a block of them.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn marks(&self, from: u64) -> Result<Vec<Mark>> {
        let count = self.count.saturating_sub(from).min(BLOCK);
        let mut bytes = vec![0; count as usize * SIZE];
        self.marks
            .read_exact_at(&mut bytes, from * SIZE as u64)
            .map_err(fault)?;
        let (marks, _) = bytes.as_chunks::<SIZE>();
        Ok(marks.iter().map(Mark::from_bytes).collect())
    }

    /// Passes every mark in order, and lets it be changed.
    ///
    /// # Errors
    /// Where the files cannot be read or written, and those of `change`.
    pub(crate) fn change(
        &self,
        mut change: impl FnMut(u64, &mut Mark) -> Result<()>,
    ) -> Result<()> {
        let mut from = 0;
        while from < self.count {
            let mut marks = self.marks(from)?;
            let before = marks.clone();
            for (mark, place) in marks.iter_mut().zip(from..) {
                change(place, mark)?;
            }
            if marks != before {
                let bytes: Vec<u8> = marks.into_iter().flat_map(Mark::to_bytes).collect();
                self.marks
                    .write_all_at(&bytes, from * SIZE as u64)
                    .map_err(fault)?;
            }
            from += BLOCK;
        }
        Ok(())
    }

    /// Counts the sorts anew, and hands every mark to `each`.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn recount(&mut self, mut each: impl FnMut(u64, &Mark)) -> Result<()> {
        let mut blocks = Vec::new();
        let mut from = 0;
        while from < self.count {
            let mut counts = [0; Sort::COUNT];
            for (mark, place) in self.marks(from)?.iter().zip(from..) {
                for (sort, count) in Sort::ALL.iter().zip(&mut counts) {
                    *count += u32::from(mark.is(*sort));
                }
                each(place, mark);
            }
            blocks.push(counts);
            from += BLOCK;
        }
        self.blocks = blocks;
        Ok(())
    }

    /// How many rows there are of a sort.
    pub(crate) fn count_of(&self, sort: Sort) -> u64 {
        self.blocks
            .iter()
            .map(|counts| u64::from(sort.of(counts)))
            .sum()
    }

    /// Rows of a sort by their places, from this one of them on.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn of_sort(&self, sort: Sort, from: u64, limit: usize) -> Result<Vec<(u64, Mark)>> {
        let mut found = Vec::new();
        let mut before = 0_u64;
        for (counts, first) in self.blocks.iter().zip((0..).step_by(BLOCK as usize)) {
            let here = u64::from(sort.of(counts));
            if before + here > from && found.len() < limit {
                let marks = self.marks(first)?;
                let all = (first..).zip(marks).filter(|(_, mark)| mark.is(sort));
                let wanted = all.skip(from.saturating_sub(before) as usize);
                found.extend(wanted.take(limit - found.len()));
            }
            before += here;
            if found.len() >= limit {
                break;
            }
        }
        Ok(found)
    }
}

fn nameless(directory: Option<&Path>) -> Result<File> {
    match directory {
        Some(directory) => tempfile::tempfile_in(directory),
        None => tempfile::tempfile(),
    }
    .map_err(fault)
}

/// What a file of ours says, as what a person can do something about.
pub(super) fn fault(error: io::Error) -> Error {
    Error::of_temporary(error, std::env::temp_dir())
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;
    use crate::domain::annex::{Column, RowKind};
    use crate::exchange::annex::ReadCell;

    fn a_row(row: u64) -> ReadRow {
        ReadRow {
            row,
            line: row + 1,
            kind: RowKind::Task,
            skipped: None,
            is_hidden: false,
            heading: None,
            cells: vec![ReadCell {
                column: Column::Content,
                line: row + 1,
                place: 1,
                text: format!("Việc số {row} ").repeat(20),
                from: None,
                is_merged: false,
                before: None,
                is_error: false,
                is_hidden: false,
            }],
        }
    }

    #[test]
    fn rows_come_back_by_sort_and_place_across_blocks_and_nothing_is_left_beside() {
        let directory = tempfile::tempdir().expect("a directory");
        let mut filling = Filling::begin(Some(directory.path())).expect("a spool");
        for row in 0..10_000 {
            let mark = Mark {
                fate: super::super::mark::Fate::New,
                doubts: u64::from(row % 1_000 == 999),
                ..Mark::default()
            };
            filling.push(&a_row(row), &mark).expect("room");
        }
        let spool = filling.end().expect("a spool");
        assert_eq!(spool.count_of(Sort::Review), 10);
        let found = spool.of_sort(Sort::Review, 4, 3).expect("marks");
        let places: Vec<u64> = found.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [4_999, 5_999, 6_999]);
        assert_eq!(spool.row(&found[1].1).expect("a row"), a_row(5_999));
        // The files have no name, also while they are used.
        let left = std::fs::read_dir(directory.path()).expect("a directory");
        assert_eq!(left.count(), 0);
    }

    #[test]
    fn a_full_disk_is_called_full() {
        let directory = tempfile::tempdir().expect("a directory");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"])
            .arg(directory.path())
            .stderr(Stdio::null())
            .status();
        if !mounted.is_ok_and(|status| status.success()) {
            eprintln!("skipped: no disk in memory without being root");
            return;
        }
        let mut filling = Filling::begin(Some(directory.path())).expect("a spool");
        let failed = (0..100_000).find_map(|row| filling.push(&a_row(row), &Mark::default()).err());
        drop(filling);
        let _ = Command::new("umount")
            .arg("-l")
            .arg(directory.path())
            .status();
        assert!(matches!(failed, Some(Error::NoRoom(_))), "{failed:?}");
    }
}
