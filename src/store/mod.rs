//! The database: one file that many sessions read and write at once.
//!
//! Enter by [`Store::open`] or [`Store::create`]; everything that is asked is a method of [`Store`],
//! everything that is changed goes through [`Store::write`]. It knows no words for people, no file
//! formats and no permission: `work` decides what may be written, this room that it is written whole.
//!
//! *A save* takes a ticket (`flock` on a side file: SQLite's own waiting starves writers), begins an
//! IMMEDIATE transaction, looks for the key of the operation (a retry after a lost answer does
//! nothing), lets the caller read and change rows by their version, appends each change to the log
//! with the hash of the one before, and commits to the disk. An operation that logs nothing is rolled
//! back.
//!
//! *The order* "overdue first" is stored: `(rank, effective_due, id)`. Among the tasks whose clock runs
//! (rank 0) the earliest due date is the most overdue, so no index depends on today, and overdue is a
//! prefix of it. Every list is a walk along that index, begun after a key and never counted through.

mod agencies;
mod agenda;
mod apart;
mod batches;
mod belongs;
mod by_area;
mod caseload;
mod causes;
mod cautions;
mod cells;
mod chain;
mod copy;
mod counts;
mod db;
mod deeds;
mod disk;
mod documents;
mod events;
mod facts;
mod file;
mod follow;
mod frame;
mod groups;
mod heads;
mod holes;
mod late;
mod learnt;
mod loader;
mod lock;
mod log;
mod long;
mod measures;
mod news;
mod operation;
mod owed;
mod page;
mod past;
mod patience;
mod present;
mod promised;
mod proof;
mod queue;
mod record;
mod repair;
mod replay;
mod seals;
mod sorts;
mod spans;
mod spelling;
mod sqlite;
mod standing;
mod strides;
mod swap;
mod tally;
mod tasks;
#[cfg(test)]
mod tests;
mod trace;
mod value;
mod views;
mod waiting;
mod walk;
mod whereabouts;
mod windows;
mod writer;

pub use agencies::Open;
pub use apart::{Apart, Standing};
pub use batches::{NewBatch, StoredBatch};
pub use caseload::CASELOAD;
pub use causes::LateAsked;
pub use cautions::network_disk;
pub use cells::CELL;
pub use copy::{Extent, Fork};
pub use counts::TallyFault;
pub use db::Pulse;
pub use deeds::Done;
pub use documents::DocumentCounts;
pub use events::{EventCount, EventTallyFault};
pub use file::Company;
pub use follow::Holding;
pub use frame::{AGENCY, DAY_OFF, DOCUMENT, SETTING, USER};
pub use heads::{GROUP, OLD_GROUPS, OLD_KEYS, SUMS};
pub use holes::{Around, Stretch};
pub use late::LateOn;
pub use learnt::NOTE;
pub use loader::Loader;
pub use lock::{AtWork, beside};
pub use log::LOADED;
pub use measures::{INDICATOR, READING};
pub use operation::{Head, Kind, Operation, Written};
pub use page::{Item, Listed};
pub use past::Past;
pub use patience::Patience;
pub use repair::{REPAIR, Repaired};
pub use replay::{Differs, EVENTS, ReplayFault};
pub use spans::SpanFault;
pub use standing::FrameFault;
pub use swap::{REPLACED, Stood, UNBORN, is_one, replace, second_names};
pub use windows::WINDOW;
pub use writer::{Note, Writer};

use crate::domain::id::OperationId;

/// What a session wants of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To read and write.
    Write,
    /// Only to read: works on a file that one may not write.
    Look,
}

/// One session's hold on the database.
pub struct Store {
    db: db::Db,
    presence: Option<lock::Presence>,
    /// What this session has said of itself, where it did.
    seat: Option<present::Seat>,
    access: Access,
    /// The engine's word for "somebody else committed", as it was last.
    others: i64,
    /// The last row of the log that is no news any more.
    seen: i64,
    /// Own groups after that row.
    own: Vec<OperationId>,
    /// Keys of saves that another session carries out for whoever asks here.
    expected: Vec<String>,
    /// Files that were replaced, of which the log went on with the one that is there now: closing one would give back the
    /// locks that this program has beside both.
    former: Vec<db::Db>,
    /// Where the file is; none for one without a name.
    whereabouts: Option<whereabouts::Whereabouts>,
    /// The end of the log as this session saw it last.
    known: chain::Head,
    /// What the file that is open is called in notes beside it, where it can be told from others.
    name: Option<String>,
    /// What was acknowledged before it was opened.
    promised: Option<promised::Note>,
}
