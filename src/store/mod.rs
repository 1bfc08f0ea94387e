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

mod counts;
mod facts;
mod loader;
mod log;
mod news;
mod operation;
mod page;
mod patience;
mod tasks;
mod writer;

pub use counts::TallyFault;
pub use loader::Loader;
pub use log::{Broken, Verdict};
pub use operation::{Head, Kind, Operation, Written};
pub use patience::Patience;
pub use writer::{Note, Writer};

use std::path::Path;

use crate::domain::error::Result;

/// What a session wants of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To read and write.
    Write,
    /// Only to read: works on a file that one may not write.
    Look,
}

/// One session's hold on the database.
pub struct Store {}

impl Store {
    /// Makes a new, empty database that only this account may read.
    ///
    /// # Errors
    /// [`Error::Exists`](crate::domain::error::Error::Exists) where a file is there already; `NoDatabase`
    /// of the directory where that is missing; `NoPermission`, `DiskFull`.
    pub fn create(path: &Path) -> Result<Self> {
        let _ = path;
        todo!()
    }

    /// Opens a database; brings an older schema up to date where it may write.
    ///
    /// # Errors
    /// `NoDatabase`, `IsDirectory`, `Foreign`, `Damaged`, `TooNew`, `NoPermission`, `ReadOnly` (asked to
    /// write what can only be read), `DiskFull`, `Busy`.
    pub fn open(path: &Path, access: Access) -> Result<Self> {
        let _ = (path, access);
        todo!()
    }
}
