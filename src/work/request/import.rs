//! What is asked about a file of tasks, and what is answered: staged, settled, imported, taken back.
//!
//! A stage is a file as it was read and understood, kept by the session until it is imported or dropped;
//! nothing of it is in the database. Its rows are asked for page by page.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use crate::domain::annex::{Column, ColumnSource, FileForm, RowKind, SkipReason};
pub use crate::domain::batch::{Batch, BatchState, Steps};
use crate::domain::deadline::Deadline;
use crate::domain::id::{AgencyId, AreaId, BatchId, OperationId, TaskId};
pub use crate::domain::legacy::Coding;
pub use crate::domain::matching::Part;

/// What is to be imported, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportSpec {
    /// The file; its name and checksum are kept.
    pub path: PathBuf,
    /// The sheet by its name; without one the first in which a header is found.
    pub sheet: Option<String>,
    /// The document of rows that name none: symbol with or without its kind word.
    pub document: Option<String>,
    /// That document's date.
    pub document_date: Option<NaiveDate>,
    /// Recurring tasks: make the occurrences since the document's date, not only the current one.
    pub past_occurrences: bool,
    /// Columns of the file, by their letter, that are assigned by hand; none leaves the column out.
    pub columns: Vec<(String, Option<Column>)>,
    /// The coding of a column as somebody chose it; none says that it is Unicode.
    pub codings: Vec<(Column, Option<Coding>)>,
}

/// Names a stage of this session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StageId(pub u64);

/// A file as it was read and understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged {
    /// By which it is asked for.
    pub stage: StageId,
    /// What it was made with.
    pub spec: ImportSpec,
    /// In which form the file holds its tables.
    pub form: FileForm,
    /// SHA-256 of the file, in hexadecimal.
    pub checksum: String,
    /// The sheets, in the order of the file; one without name for a text file.
    pub sheets: Vec<SheetName>,
    /// The one that was read, by its place.
    pub sheet: usize,
    /// The line or row of the (last) header row, from 1.
    pub header_line: u64,
    /// Every column of the file that has a heading or a text.
    pub columns: Vec<StagedColumn>,
    /// What became of the rows.
    pub counts: StageCounts,
    /// What a person should know of the file as a whole.
    pub notes: Vec<FileNote>,
    /// An earlier import of a file with this checksum, not taken back.
    pub before: Option<Batch>,
    /// So many settlements can be taken back by [`Request::Unsettle`](super::Request::Unsettle).
    pub settlements: usize,
    /// In how many transactions it would be written now.
    pub steps: Steps,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    /// Its name; empty for a text file.
    pub name: String,
    /// The workbook does not show it.
    pub is_hidden: bool,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagedColumn {
    /// `A`, `B`, ... as spreadsheets count.
    pub letter: String,
    /// Its heading, cleaned; both rows of a header of two.
    pub heading: String,
    /// Which column of ours it is.
    pub column: Option<Column>,
    /// How that is known.
    pub source: ColumnSource,
    /// The first text below the heading, for people to recognise the column.
    pub example: String,
    /// Rows whose cell here was recognised as of an old coding.
    pub legacy_rows: u64,
}

/// What became of the rows of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StageCounts {
    /// Rows after the header.
    pub rows: u64,
    /// Rows whose tasks are not stored yet (all or some).
    pub new: u64,
    /// Rows whose tasks are stored with other texts.
    pub changed: u64,
    /// Rows that are stored as they are.
    pub unchanged: u64,
    /// Rows that a person has to look at.
    pub review: u64,
    /// Rows that are no tasks, or were left out.
    pub skipped: u64,
    /// Agency-tasks that an import would write.
    pub agency_tasks: u64,
    /// Parents among the new.
    pub parents: u64,
    /// Occurrences among the new.
    pub occurrences: u64,
    /// Occurrences of recurring tasks that ended before today and are not made.
    pub passed_over: u64,
}

/// What a person should know of a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileNote {
    /// So many rows that the sheet does not show were read.
    HiddenRows(u64),
    /// Columns that the sheet does not show were read; their letters.
    HiddenColumns(Vec<String>),
    /// So many cells hold a formula that failed; the first of them (`E17`).
    Errors(u64, String),
    /// The table goes on in these sheets, which were read too; their names.
    FurtherSheets(Vec<String>),
    /// Other sheets have a header too; their names.
    OtherSheets(Vec<String>),
    /// So many rows were written in an old coding and decoded.
    Decoded(u64),
    /// No document is named by so many rows, and none was given.
    NoDocument(u64),
}

/// Which rows of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// All, as in the file.
    All,
    /// Whose tasks are not stored yet.
    New,
    /// Whose tasks are stored with other texts.
    Changed,
    /// Stored as they are.
    Unchanged,
    /// That a person has to look at.
    Review,
    /// That are no tasks, or were left out.
    Skipped,
}

/// Rows of a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct StagedPage {
    /// So many rows there are of this sort.
    pub total: u64,
    /// The rows asked for.
    pub rows: Vec<StagedRow>,
}

/// A row of a file as it was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct StagedRow {
    /// Its place in the stage, from 0: by which settlements name it.
    pub place: u64,
    /// The record's number after the header, from 1.
    pub row: u64,
    /// The line of the text file, or the row of the sheet.
    pub line: u64,
    /// What it is.
    pub kind: RowKind,
    /// Why it is no task; none for a task.
    pub skipped: Option<SkipReason>,
    /// What was read from which cell; for a row that is no task its filled cells.
    pub cells: Vec<StagedCell>,
    /// The task; none for a row that is none.
    pub task: Option<Box<StagedTask>>,
}

/// A cell and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagedCell {
    /// Which column of ours.
    pub column: Column,
    /// `E17`.
    pub place: String,
    /// The text, cleaned and decoded; carried down where it was blank.
    pub text: String,
    /// The cell of which the text was taken, where that is another one.
    pub from: Option<String>,
    /// What stood there before it was decoded, and of which coding it was taken to be.
    pub before: Option<(Coding, String)>,
    /// The text as settled by hand; the file says something else.
    pub is_by_hand: bool,
}

/// The task that a row says.
#[derive(Debug, Clone, PartialEq)]
pub struct StagedTask {
    /// STT.
    pub number: String,
    /// What is to be done, continuations joined.
    pub content: String,
    /// The area.
    pub area: Option<AreaId>,
    /// The deliverable.
    pub product: String,
    /// Who leads, in the order of the cell.
    pub leads: Vec<Part>,
    /// Who supports, in the order of the cell.
    pub supports: Vec<Part>,
    /// The deadline as written.
    pub deadline_text: String,
    /// The deadline as read; not rolled, whatever today is.
    pub deadline: Deadline,
    /// The text of the document's cell, cleaned and carried down; that of the spec where the row names none.
    pub document: String,
    /// What becomes of it.
    pub fate: RowFate,
    /// How many agency-tasks it makes.
    pub agency_tasks: u64,
    /// Occurrences that ended before today and are not made.
    pub passed_over: u64,
    /// What is doubtful, and what was noted.
    pub doubts: Vec<StagedDoubt>,
    /// Its doubts were settled as read.
    pub is_settled: bool,
}

impl StagedTask {
    /// True if a person has to look.
    #[must_use]
    pub fn needs_review(&self) -> bool {
        !self.is_settled && self.doubts.iter().any(|doubt| !doubt.is_note)
    }
}

/// What becomes of the tasks of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFate {
    /// All or some are new.
    New,
    /// Their texts change: field, stored, now; of the first that differs.
    Changed(Vec<FieldChange>),
    /// They are stored as they are.
    Unchanged,
}

/// A field of a stored task that the file says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The field, as the log names it.
    pub field: String,
    /// As stored.
    pub before: String,
    /// As the file says.
    pub after: String,
}

/// What is doubtful about a row, or worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagedDoubt {
    /// A stable word; `lang::doubts` says it.
    pub code: String,
    /// The text that is doubted.
    pub detail: String,
    /// In which column.
    pub column: Option<Column>,
    /// The agencies among which to choose, the best first.
    pub candidates: Vec<AgencyId>,
    /// Only worth knowing: needs no review.
    pub is_note: bool,
}

/// A doubt settled in the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// This writing in a cell of agencies means these, in every row of the file; once imported it is
    /// remembered as a variant of their names.
    Means {
        /// As written in the cell, or the part of it that was doubted.
        text: String,
        /// Whom it means.
        parts: Vec<Part>,
    },
    /// Another text for one cell of one row; it is read anew.
    Text {
        /// The row.
        place: u64,
        /// The cell.
        column: Column,
        /// The text.
        text: String,
    },
    /// These rows are right as they were read.
    AsRead {
        /// The rows.
        places: Vec<u64>,
    },
    /// All rows with this doubt are right as they were read, as far as they have no other doubt.
    AllAsRead {
        /// The doubt.
        code: String,
    },
    /// These rows are left out, or taken in again.
    LeaveOut {
        /// The rows.
        places: Vec<u64>,
        /// Out, or in again.
        out: bool,
    },
}

/// What an import has done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// The batch; none where nothing had to be written.
    pub batch: Option<BatchId>,
    /// The last group; none where nothing had to be written.
    pub operation: Option<OperationId>,
    /// What became of the rows.
    pub counts: StageCounts,
    /// Agency-tasks entered.
    pub new: u64,
    /// Agency-tasks whose texts were changed.
    pub changed: u64,
    /// Agency-tasks that were as the file says.
    pub unchanged: u64,
    /// The first task that was entered, to go to.
    pub first: Option<TaskId>,
}

/// What stands in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The folder, as a path from the root.
    pub path: PathBuf,
    /// What stands in it, without what begins with a dot; in no order.
    pub entries: Vec<FolderEntry>,
}

/// A file or folder within a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderEntry {
    /// Its name; the letters that are no Unicode are replaced.
    pub name: String,
    /// Its path.
    pub path: PathBuf,
    /// It is a folder.
    pub is_folder: bool,
    /// Its name ends like that of a table: csv, xlsx, xls, ods and their relatives.
    pub is_table: bool,
    /// Its size in bytes.
    pub size: u64,
    /// When it was changed last.
    pub changed: Option<DateTime<Utc>>,
}
