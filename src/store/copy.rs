//! A whole copy of the database while others write, and what can be said of a copy.

use std::path::Path;

use chrono::{DateTime, Utc};

use crate::domain::error::{Error, Result};
use crate::domain::seal::Seal;

use super::db::{Pulse, values};
use super::disk;
use super::sqlite::schema;
use super::{Store, log};

/// What a database holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extent {
    /// Its schema.
    pub schema: i64,
    /// Tasks, with those that were taken back.
    pub tasks: i64,
    /// Rows of the log.
    pub changes: i64,
    /// When the last change was made.
    pub last: Option<DateTime<Utc>>,
    /// The end of the log.
    pub seal: Seal,
}

/// How the log of this database and that of another one go apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fork {
    /// The last row that both have.
    pub common: i64,
    /// So many rows only this one has.
    pub own: i64,
    /// So many rows only the other one has.
    pub others: i64,
}

impl Store {
    /// Does something that may take long while `pulse` hears of it, which ends it by a yes.
    ///
    /// # Errors
    /// Those of `work`; [`Cancelled`](crate::domain::error::Error::Cancelled) where it was ended.
    pub fn while_heard<T>(
        &mut self,
        pulse: Pulse,
        work: impl FnOnce(&Self) -> Result<T>,
    ) -> Result<T> {
        self.db.heard(Some(pulse))?;
        let value = work(self);
        self.db.heard(None)?;
        value
    }

    /// Writes a copy of one moment into an empty file; others go on writing meanwhile. It is not flushed to the disk.
    ///
    /// # Errors
    /// `DiskFull`; `Damaged` where a page cannot be read; those of the directory of the copy.
    pub fn copy_into(&self, empty: &Path) -> Result<()> {
        // The copy is written by this connection, and what it copies is not.
        self.db.script("PRAGMA query_only = OFF")?;
        let path = empty.display().to_string();
        let copied = self.db.run("VACUUM INTO ?1", &values![path]);
        if self.access == super::Access::Look {
            self.db.script("PRAGMA query_only = ON")?;
        }
        // It was written by this connection, which takes what it is told for its own file's.
        copied.map(|_| ()).map_err(|error| match error {
            Error::NoPermission(_) | Error::ReadOnly | Error::DiskFailed { .. } => {
                let folder = disk::folder_of(empty);
                match disk::failure(empty, "") {
                    Error::ReadOnly => Error::NoPermission(folder),
                    failure => failure.of(&folder),
                }
            }
            other => other,
        })
    }

    /// What stands in the database.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn extent(&self) -> Result<Extent> {
        self.db.at_once(|| {
            let sql = "SELECT at FROM change ORDER BY id DESC LIMIT 1";
            let last = self.db.first(sql, &[], |row| row.any_text())?;
            Ok(Extent {
                schema: schema::version(&self.db)?,
                tasks: self.db.number("SELECT COUNT(*) FROM task", &[])?,
                changes: self.db.number("SELECT COUNT(*) FROM change", &[])?,
                // A time that somebody made unreadable is the proof's to find.
                last: last.and_then(|at| log::time_of(&at).ok()),
                seal: self.seal()?,
            })
        })
    }

    /// What the engine says about the file without comparing indexes with their tables; empty where it is sound.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub fn quick_check(&self) -> Result<Vec<String>> {
        schema::quick_check(&self.db)
    }

    /// How the logs of two databases go apart. Since each row's hash stands for all before it, the last common row is
    /// found by halving.
    ///
    /// # Errors
    /// Where one of them cannot be read.
    pub fn fork(&self, other: &Self) -> Result<Fork> {
        let sql = "SELECT MAX(id) FROM change";
        let (own, others) = (self.db.number(sql, &[])?, other.db.number(sql, &[])?);
        // Where there is no such row the one before it stands for it: somebody may have given rows numbers far away.
        let is_common = |row: i64| {
            let (left, right) = (self.seal_upto(row)?, other.seal_upto(row)?);
            Ok::<_, Error>(left.is_some() && left == right)
        };
        let (mut common, mut apart) = (0, own.min(others));
        if is_common(apart)? {
            common = apart;
        }
        while common < apart && apart - common > 1 {
            let middle = common + (apart - common) / 2;
            if is_common(middle)? {
                common = middle;
            } else {
                apart = middle;
            }
        }
        let common = self.seal_upto(common)?.map_or(0, |seal| seal.row);
        let behind = |store: &Self| {
            let sql = "SELECT COUNT(*) FROM change WHERE id > ?1";
            store.db.number(sql, &values![common])
        };
        Ok(Fork {
            common,
            own: behind(self)?,
            others: behind(other)?,
        })
    }
}
