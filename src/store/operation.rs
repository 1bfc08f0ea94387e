//! Groups of changes: what one Enter did, what took it back, and that a retry does nothing.

use chrono::{DateTime, Utc};

use crate::domain::error::Result;
use crate::domain::id::OperationId;

use super::{Store, Writer};

/// What a group of changes is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A clerk's save.
    Save,
    /// Takes back this group.
    Undo(OperationId),
    /// Does again what this undo took back.
    Redo(OperationId),
    /// An import.
    Import,
    /// Many tasks at once, by command.
    Bulk,
    /// Agencies, users, days off, settings, views; the program's own occurrences of series.
    Frame,
}

/// Who saves what, when, from where.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// Names the save for ever.
    pub key: &'a str,
    /// The server's clock.
    pub at: DateTime<Utc>,
    /// The login.
    pub who: &'a str,
    /// The terminal, the SSH address, the command line.
    pub origin: &'a str,
    /// What kind of group.
    pub kind: Kind,
    /// A word for the list of groups: the deed's code, the name of an imported file.
    pub summary: &'a str,
}

/// A group as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its number.
    pub id: OperationId,
    /// When.
    pub at: DateTime<Utc>,
    /// Whose.
    pub who: String,
    /// From where.
    pub origin: String,
    /// What kind of group.
    pub kind: Kind,
    /// The group that took it back.
    pub undone_by: Option<OperationId>,
    /// The word that was given.
    pub summary: String,
}

/// What became of a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written<T> {
    /// It is on the disk.
    Done {
        /// The group.
        operation: OperationId,
        /// What the caller made of it.
        value: T,
    },
    /// Nothing was changed, so nothing was written.
    Nothing {
        /// What the caller made of it.
        value: T,
    },
    /// It had been done before under the same key.
    Again {
        /// The group of then.
        operation: OperationId,
    },
}

impl Store {
    /// Does `make` in one transaction that others see whole or not at all, and returns once it is on
    /// the disk. Where `make` fails, or changes nothing, nothing is kept. For [`Kind::Undo`] and
    /// [`Kind::Redo`] the group that is named is marked as taken back.
    ///
    /// # Errors
    /// `Busy`, `DiskFull`, `ReadOnly`, and whatever `make` returns.
    pub fn write<T>(
        &mut self,
        head: &Head<'_>,
        make: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        let _ = (head, make);
        todo!()
    }

    /// The group of that number.
    pub fn operation(&self, id: OperationId) -> Result<Option<Operation>> {
        let _ = id;
        todo!()
    }

    /// The login's last group that can be taken back: a save, an import or a redo, not taken back yet.
    pub fn last_undoable(&self, login: &str) -> Result<Option<Operation>> {
        let _ = login;
        todo!()
    }

    /// The login's last undo that can be taken back; none once something else was saved after it.
    pub fn last_redoable(&self, login: &str) -> Result<Option<Operation>> {
        let _ = login;
        todo!()
    }
}
