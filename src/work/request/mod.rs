//! The questions that screens and commands may ask, and the answers.
//!
//! Requests are plain data, so that they can cross a thread, stand in a test, and come back with
//! their answer: a reply carries its question, and who did not ask ignores it.

pub mod agency;
pub mod documents;
mod entry;
mod facts;
pub mod import;
pub mod letters;
pub mod measures;
pub mod present;
pub mod registers;
pub mod report_files;
pub mod rescue;
mod saved;
pub mod settings;
mod sheet;
mod table;
pub mod users;
pub mod windows;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use self::agency::{AgencySheet, DaysSaved, Reorganised};
pub use self::entry::{Draft, Edits, Wish};
pub use self::facts::Facts;
use self::import::{Batch, Settlement, StageId, Staged, StagedPage, Which};
pub use self::import::{ImportReport, ImportSpec};
pub use self::saved::{Left, OperationKey, Saved};
pub use self::sheet::Sheet;
pub use self::table::TaskTable;
pub use super::undo::Group;
use crate::domain::agency::Reorganisation;
pub use crate::domain::agenda::DueDay;
use crate::domain::calendar::DayOff;
pub use crate::domain::change::{Change, News};
pub use crate::domain::count::{AgencyCounts, Family, Home};
use crate::domain::hand_over::Rule;
use crate::domain::id::{AgencyId, BatchId, ChangeId, TaskId};
pub use crate::domain::query::{Anchor, Page, Query, Tally, View};
use crate::domain::report::{self, Report};
use crate::domain::seal::Seal;
use crate::domain::task::Task;
pub use crate::exchange::write::Existing;

/// A question to the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// What everybody needs.
    Facts,
    /// The figures of the home screen.
    Home,
    /// Every agency with its counts.
    Agencies,
    /// What falls due on the days of a month.
    DueDays {
        /// Led by this agency; none for all.
        agency: Option<AgencyId>,
        /// A day of the month.
        month: NaiveDate,
    },
    /// A page of tasks; an interrupted search goes on with [`Anchor::After`] its last place.
    Page {
        /// Which tasks, in which order.
        query: Query,
        /// From where on.
        anchor: Anchor,
        /// So many rows at the most.
        limit: usize,
    },
    /// How many tasks a query finds, as far as can be counted in the time of a keystroke.
    Count {
        /// Which tasks.
        query: Query,
    },
    /// One task with everything about it.
    Sheet {
        /// Which.
        id: TaskId,
    },
    /// Some tasks as they are now, in this order; those that do not exist are left out.
    Tasks {
        /// Which.
        ids: Vec<TaskId>,
    },
    /// The task of this number (`1234`, `:1234`) or code.
    Locate {
        /// As typed.
        text: String,
    },
    /// Rows of the log, newest first.
    Log {
        /// Of this task, or of everything.
        task: Option<TaskId>,
        /// Older than this row.
        before: Option<ChangeId>,
        /// So many at the most.
        limit: usize,
    },
    /// Does deeds in one transaction; those that may not be done are left with the reason.
    Perform {
        /// Names this save.
        key: OperationKey,
        /// What is to be done.
        wishes: Vec<Wish>,
    },
    /// Enters a task by hand.
    Create {
        /// Names this save.
        key: OperationKey,
        /// The task.
        draft: Draft,
    },
    /// Corrects fields of a task, or settles what is doubtful.
    Edit {
        /// Names this save.
        key: OperationKey,
        /// The task.
        id: TaskId,
        /// The version that was seen.
        seen: i64,
        /// The new texts.
        edits: Edits,
    },
    /// What is doubtful about these tasks is right as it was read; in one transaction, undone as one.
    AsRead {
        /// Names this save.
        key: OperationKey,
        /// The tasks, with the versions that were seen.
        tasks: Vec<(TaskId, i64)>,
    },
    /// Takes back one's own last group that is not taken back yet.
    Undo {
        /// Names this save.
        key: OperationKey,
    },
    /// Does again what was taken back last.
    Redo {
        /// Names this save.
        key: OperationKey,
    },
    /// What [`Request::Undo`] would take back.
    NextUndo,
    /// What [`Request::Redo`] would do again.
    NextRedo,
    /// The saved views.
    Views,
    /// Keeps a view under a name, over an older one of that name.
    SaveView {
        /// Its name.
        name: String,
        /// What it shows, in the words of the filter.
        words: String,
        /// In which order.
        query: Query,
    },
    /// Removes a view.
    DropView {
        /// Its name.
        name: String,
    },
    /// Reads a file and understands it; nothing is written. Of a session's stages only the last is kept.
    Stage {
        /// The file and how to read it.
        spec: ImportSpec,
        /// The stage whose settlements are kept, where it is of the same sheet of the same file.
        after: Option<StageId>,
    },
    /// Rows of a stage.
    StagedRows {
        /// The stage.
        stage: StageId,
        /// Which rows.
        which: Which,
        /// From this one of them on, counted from 0.
        from: u64,
        /// So many at the most.
        limit: usize,
    },
    /// Settles doubts of a stage; nothing is written to the database.
    Settle {
        /// The stage.
        stage: StageId,
        /// How.
        settlement: Settlement,
    },
    /// Takes back the last settlement of a stage.
    Unsettle {
        /// The stage.
        stage: StageId,
    },
    /// Drops a stage: nothing of it is left.
    DropStage {
        /// The stage.
        stage: StageId,
    },
    /// Writes a stage.
    ImportStage {
        /// Names this save.
        key: OperationKey,
        /// The stage.
        stage: StageId,
    },
    /// The imports, newest first.
    Batches {
        /// So many at the most.
        limit: usize,
    },
    /// Finishes an import that broke off, from the same file.
    FinishBatch {
        /// Names this save.
        key: OperationKey,
        /// Which.
        batch: BatchId,
        /// Where the file is now.
        path: PathBuf,
    },
    /// Takes an import back as one, with all its slices: one's own, or anybody's for the administrator.
    UndoBatch {
        /// Names this save.
        key: OperationKey,
        /// Which.
        batch: BatchId,
    },
    /// What stands in a folder of the server: where a file to import is looked for.
    Folder {
        /// Which; a file names the folder that it stands in.
        path: PathBuf,
    },
    /// Writes the tasks that a query finds into a file.
    Export {
        /// The file; its ending says in which form.
        path: PathBuf,
        /// Which tasks.
        query: Query,
        /// Whether a file that is there already may be replaced.
        existing: Existing,
        /// As what.
        table: TaskTable,
    },
    /// Writes the register of documents or the log into a file.
    WriteRegister(registers::Ask),
    /// About the register of documents.
    Documents(documents::Ask),
    /// One version of an agency with everything about it.
    AgencySheet {
        /// Which.
        id: AgencyId,
    },
    /// Reorganises agencies and hands their open tasks over, or says what that would do.
    Reorganise {
        /// Names this save.
        key: OperationKey,
        /// What was decided.
        plan: Reorganisation,
        /// Nothing is written.
        is_rehearsal: bool,
    },
    /// Hands open tasks over to another lead, or says what that would do.
    HandOver {
        /// Names this save.
        key: OperationKey,
        /// Which tasks to whom.
        rule: Rule,
        /// By which document.
        document: String,
        /// Nothing is written.
        is_rehearsal: bool,
    },
    /// Enters, changes and removes days off, or says what that would do.
    SaveDays {
        /// Names this save.
        key: OperationKey,
        /// What stood on those days when they were looked at, nothing of a day where nothing did: who was slower hears
        /// of it.
        seen: Vec<DayOff>,
        /// Days to enter, over those of the same date.
        set: Vec<DayOff>,
        /// Days to remove.
        remove: Vec<NaiveDate>,
        /// Nothing is written.
        is_rehearsal: bool,
    },
    /// A report: counted, not written anywhere.
    Report {
        /// Which, about what.
        spec: report::Spec,
    },
    /// Writes reports into a file.
    WriteReport(report_files::Ask),
    /// About a database that is lost or damaged.
    Rescue(rescue::Ask),
    /// Everything as it was at the end of a past day, or as it is now.
    AsOf {
        /// The day; none for now.
        day: Option<NaiveDate>,
    },
    /// About indicators and caseload.
    Measures(measures::Ask),
    /// About the windows of periodic reports.
    Windows(windows::Ask),
    /// About the settings of the installation.
    Settings(settings::Ask),
    /// Letters made from rows.
    Letters(letters::Ask),
    /// About accounts.
    Users(users::Ask),
    /// Who is on.
    Present(present::Ask),
    /// What others changed since the last time.
    News,
    /// A fresh copy of the sample in place of the database; in practice only.
    Afresh,
}

/// An answer; its question travels beside it.
#[derive(Debug, Clone)]
pub enum Answer {
    /// To [`Request::Facts`], [`Request::AsOf`], [`Request::Rescue`] and [`Request::Afresh`].
    Facts(Arc<Facts>),
    /// To [`Request::Home`].
    Home(Box<Home>),
    /// To [`Request::Agencies`].
    Agencies(Vec<AgencyCounts>),
    /// To [`Request::DueDays`]; days on which nothing falls due are left out.
    DueDays(Vec<DueDay>),
    /// To [`Request::Page`].
    Page(Page),
    /// To [`Request::Count`].
    Count(Tally),
    /// To [`Request::Sheet`].
    Sheet(Box<Sheet>),
    /// To [`Request::Tasks`].
    Tasks(Vec<Task>),
    /// To [`Request::Locate`].
    Located(TaskId),
    /// To [`Request::Log`].
    Log(Vec<Change>),
    /// To [`Request::Perform`], [`Request::Create`], [`Request::Edit`], [`Request::AsRead`], [`Request::Undo`] and [`Request::Redo`].
    Saved(Saved),
    /// To [`Request::NextUndo`] and [`Request::NextRedo`]; none where there is nothing.
    Group(Option<Group>),
    /// To [`Request::Views`], [`Request::SaveView`] and [`Request::DropView`].
    Views(Vec<View>),
    /// To [`Request::Stage`], [`Request::Settle`], [`Request::Unsettle`].
    Staged(Box<Staged>),
    /// To [`Request::StagedRows`].
    StagedRows(Box<StagedPage>),
    /// To [`Request::ImportStage`] and [`Request::FinishBatch`].
    Imported(Box<ImportReport>),
    /// To [`Request::Batches`].
    Batches(Vec<Batch>),
    /// To [`Request::DropStage`].
    Dropped,
    /// To [`Request::Folder`].
    Folder(import::Folder),
    /// To [`Request::Export`]: so many rows were written, as of this end of the log or later.
    Exported(u64, Seal),
    /// To [`Request::WriteRegister`].
    Registered(registers::Registered),
    /// To [`Request::Rescue`].
    Salvaged(rescue::Salvaged),
    /// To [`Request::Documents`].
    Documents(documents::Told),
    /// To [`Request::AgencySheet`].
    AgencySheet(Box<AgencySheet>),
    /// To [`Request::Reorganise`] and [`Request::HandOver`].
    Reorganised(Box<Reorganised>),
    /// To [`Request::SaveDays`].
    Days(DaysSaved),
    /// To [`Request::Report`].
    Report(Arc<Report>),
    /// To [`Request::WriteReport`]: so many rows were written, as of this end of the log or later.
    ReportWritten {
        /// Rows of all its reports.
        rows: u64,
        /// Where the log ended before they were counted.
        seal: Seal,
    },
    /// To [`Request::Measures`].
    Measures(measures::Told),
    /// To [`Request::Windows`].
    Windows(windows::Told),
    /// To [`Request::Settings`].
    Settings(settings::Told),
    /// To [`Request::Letters`].
    Letters(letters::Told),
    /// To [`Request::Users`].
    Users(users::Told),
    /// To [`Request::Present`].
    Present(present::Told),
    /// To [`Request::News`].
    News(News),
}
