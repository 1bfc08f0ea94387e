//! What can go wrong, as data. A variant exists where a person can do something different about it;
//! everything else is a [`Error::Fault`]. `lang` puts them into words.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::account::AccountFault;
use super::agency::Flaw;
use super::calendar::DayOff;
use super::caution::Caution;
use super::document::DocumentFlaw;
use super::door::DoorFault;
use super::filter::FilterFault;
use super::measure::Fault;
use super::paper::PaperFault;
use super::report_window::WindowFault;
use super::setting::SettingFault;
use super::transition::Refusal;

pub use super::file_kind::{FileFault, FileKind};

/// Every failure that crosses a room.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no database at that place.
    #[error("no database at {0}")]
    NoDatabase(PathBuf),
    /// The place is a directory, not a file.
    #[error("{0} is a directory")]
    IsDirectory(PathBuf),
    /// The file exists but is no database of ours.
    #[error("{0} is not a cchc database")]
    Foreign(PathBuf),
    /// The file is a damaged database.
    #[error("{0} is damaged")]
    Damaged(PathBuf),
    /// Tables are not there without which nobody can save; their names.
    #[error("tables are missing: {0}")]
    TablesLost(String),
    /// Something stands in the database that the program never wrote there: of what, and what stands there.
    #[error("{text} is no {what}")]
    Strange {
        /// A column, or what is kept in one.
        what: String,
        /// What stands there; of what is not of the column's type the type.
        text: String,
    },
    /// The database has an older schema and may not be written, so that it cannot be brought up to date.
    #[error("schema {found}, this program needs {known}")]
    TooOld {
        /// The schema of the file.
        found: i64,
        /// The one that this program needs.
        known: i64,
    },
    /// The database was written by a newer program.
    #[error("schema {found}, this program knows {known}")]
    TooNew {
        /// The schema of the file.
        found: i64,
        /// The newest that this program knows.
        known: i64,
        /// The version of the program that wrote it.
        needs: String,
    },
    /// The file exists already and would be overwritten.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// The file or its directory may not be read or written by this account.
    #[error("no permission for {0}")]
    NoPermission(PathBuf),
    /// The database can be read but not written.
    #[error("the database is read-only")]
    ReadOnly,
    /// The file that was open is not under its name any more; what would be saved there is lost.
    #[error("{} is gone", .0.display())]
    Gone(PathBuf),
    /// Another file is under the name of the one that was open, or was written over it.
    #[error("{} was replaced", .0.display())]
    Replaced(PathBuf),
    /// The write-ahead log of the file was removed while sessions have it open: they hold what is not in the file yet.
    #[error("the write-ahead log of {} was removed", .0.display())]
    LogTaken(PathBuf),
    /// The disk failed while what was written was waited for: it is there for all to see, and may not outlive a power cut.
    #[error("the disk failed: {0}")]
    NotOnDisk(#[source] std::io::Error),
    /// The disk of the server is full.
    #[error("the disk is full")]
    DiskFull,
    /// The disk of another file than the database is full: an export, what is laid aside while a file is read.
    #[error("no room in {}", .0.display())]
    NoRoom(PathBuf),
    /// The disk of the database is so full that it cannot even be opened; its directory.
    #[error("no room in {} to open the database", .0.display())]
    NoRoomToOpen(PathBuf),
    /// The system refused a file, and not for want of room or permission: its disk fails, as far as anybody can tell.
    #[error("{}: {why}", .path.display())]
    DiskFailed {
        /// The file, or the directory in which it was to be.
        path: PathBuf,
        /// What the system says of it; empty where it says nothing.
        why: String,
    },
    /// Where a file of the program would be stands something that is none: a directory, a link, a pipe, a device.
    #[error("{} is in the way", .0.display())]
    InTheWay(PathBuf),
    /// The directory for temporary files is missing, or may not be written.
    #[error("no temporary files in {}", .0.display())]
    NoTemporary(PathBuf),
    /// Nothing is wrong yet.
    #[error("careful: {0:?}")]
    Caution(Caution),
    /// The system gives no further file, thread or memory: too many are in use.
    #[error("no more files, threads or memory")]
    Exhausted,
    /// Somebody else held the database for too long.
    #[error("the database is busy")]
    Busy,
    /// The disk of this file knows no locks, as some network disks: nobody can work on a database there.
    #[error("no locks for {}", .0.display())]
    NoLocks(PathBuf),
    /// Nothing can be opened or read as yet: somebody has the file to themselves.
    #[error("{} is occupied", .0.display())]
    Occupied(PathBuf),
    /// The file has a second name, this one, under which it is open: saves under both would write over one another.
    #[error("open as {}", .0.display())]
    OtherName(PathBuf),
    /// The write-ahead log beside the file belongs to one that stood in its place before.
    #[error("the log of another file lies beside {}", .0.display())]
    LogOfAnother(PathBuf),
    /// Sessions have the database open that was to be taken out of its place.
    #[error("{} is in use", .0.display())]
    InUse(PathBuf),
    /// Somebody saved into the database between the look at it and what was decided by that.
    #[error("{} has gone on", .0.display())]
    WentOn(PathBuf),
    /// Another session writes the import of this number just now.
    #[error("import {0} is being written")]
    AtWork(i64),
    /// The task that is named does not exist.
    #[error("no task {0}")]
    NoTask(String),
    /// The agency that is named does not exist, or several fit.
    #[error("no agency {0}")]
    NoAgency(String),
    /// The person may not do this, whatever the task.
    #[error("not permitted")]
    NotPermitted,
    /// Only administrators may do this: the frame, accounts, settings.
    #[error("for administrators")]
    ForAdministrators,
    /// The account of this login was closed.
    #[error("the account {0} is closed")]
    AccountClosed(String),
    /// A task refuses a deed.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// There is nothing of one's own to take back, or to do again.
    #[error("nothing to take back")]
    NothingToUndo,
    /// The database is looked at as of another day and is not written.
    #[error("looking only")]
    LookingOnly,
    /// A file that was given cannot be read as what it should be.
    #[error("{path}: {fault:?}")]
    BadFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        fault: FileFault,
    },
    /// A file is not any more what it was when it was previewed.
    #[error("{0} has changed")]
    FileChanged(PathBuf),
    /// The preview of a file was dropped, or another took its place.
    #[error("no such preview")]
    NoStage,
    /// There is no import of that number that this could be done to.
    #[error("no import {0}")]
    NoBatch(i64),
    /// A text that was given is not of its form; the code names the field or option.
    #[error("bad {what}: {text}")]
    BadText {
        /// Which field or option: `date`, `status`, `percent`, `filter`, ...
        what: &'static str,
        /// The text.
        text: String,
    },
    /// The same as another error, of a word to which a known one is near.
    #[error("{error}; {nearest}?")]
    Meant {
        /// What is wrong.
        error: Box<Error>,
        /// What may have been meant.
        nearest: String,
    },
    /// A word of a filter is not understood.
    #[error("bad filter: {0:?}")]
    BadFilter(FilterFault),
    /// A reorganisation or hand-over cannot be done as it stands.
    #[error("cannot reorganise: {0:?}")]
    Reorganisation(Flaw),
    /// A document cannot be entered or corrected so.
    #[error("cannot keep the document: {0:?}")]
    Document(DocumentFlaw),
    /// Refused at the door of a shared server, or to somebody who was named there.
    #[error("refused at the door: {0:?}")]
    Door(DoorFault),
    /// A measured value, or what it is of, cannot stand as it was given.
    #[error("cannot be measured so: {0:?}")]
    Measure(Fault),
    /// A report has more rows than a sheet of a workbook.
    #[error("more rows than a sheet has")]
    SheetFull,
    /// A paper cannot be made so.
    #[error("paper: {0:?}")]
    Paper(PaperFault),
    /// An account cannot be so.
    #[error("account: {0:?}")]
    Account(AccountFault),
    /// A reporting window cannot be so.
    #[error("window: {0:?}")]
    Window(WindowFault),
    /// Somebody else has entered, changed or removed a day off since it was looked at: the day, and what stands there.
    #[error("the day off {0} was changed")]
    DayChanged(NaiveDate, Option<Box<DayOff>>),
    /// A setting cannot be so.
    #[error("setting: {0:?}")]
    Setting(SettingFault),
    /// A long work was cancelled; nothing of it is kept.
    #[error("cancelled")]
    Cancelled,
    /// A person was asked whether to write, and said no.
    #[error("declined")]
    Declined,
    /// A person had to be asked whether to write, and nobody is there to answer.
    #[error("nobody to ask")]
    NobodyToAsk,
    /// Everything that nobody can do anything about but report it.
    #[error("{0}")]
    Fault(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// True where nothing can be written just now, and all can be read: what the program writes by itself waits then.
    #[must_use]
    pub const fn is_of_writing(&self) -> bool {
        matches!(
            self,
            Self::ReadOnly
                | Self::Busy
                | Self::DiskFull
                | Self::DiskFailed { .. }
                | Self::NotOnDisk(_)
                | Self::NoPermission(_)
                | Self::InTheWay(_)
                | Self::Exhausted
        )
    }

    /// True for harm that was done to the file: what can be read of it may still leave.
    #[must_use]
    pub const fn is_of_harm(&self) -> bool {
        matches!(
            self,
            Self::Damaged(_) | Self::TablesLost(_) | Self::Strange { .. } | Self::Fault(_)
        )
    }

    /// True where a database cannot be read and waiting does not help, nor another account: it is harmed, or none, or lies
    /// beside the log of another one, or its disk fails.
    #[must_use]
    pub const fn is_unreadable(&self) -> bool {
        self.is_of_harm()
            || matches!(
                self,
                Self::Foreign(_) | Self::LogOfAnother(_) | Self::DiskFailed { .. }
            )
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<DocumentFlaw> for Error {
    fn from(flaw: DocumentFlaw) -> Self {
        Self::Document(flaw)
    }
}

impl From<DoorFault> for Error {
    fn from(fault: DoorFault) -> Self {
        Self::Door(fault)
    }
}

impl From<Flaw> for Error {
    fn from(flaw: Flaw) -> Self {
        Self::Reorganisation(flaw)
    }
}

impl From<PaperFault> for Error {
    fn from(fault: PaperFault) -> Self {
        Self::Paper(fault)
    }
}

impl From<AccountFault> for Error {
    fn from(fault: AccountFault) -> Self {
        Self::Account(fault)
    }
}

impl From<WindowFault> for Error {
    fn from(fault: WindowFault) -> Self {
        Self::Window(fault)
    }
}

impl From<SettingFault> for Error {
    fn from(fault: SettingFault) -> Self {
        Self::Setting(fault)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Measure(fault)
    }
}

/// What our functions return.
pub type Result<T> = std::result::Result<T, Error>;
