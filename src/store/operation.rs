//! Groups of changes: what one Enter did, what took it back, and that a retry does nothing.

use chrono::{DateTime, Utc};

use crate::domain::error::{Error, Result};
use crate::domain::id::{BatchId, OperationId};

use super::chain::Head as End;
use super::db::{Db, Row, values};
use super::lock::Ticket;
use super::record::known;
use super::sqlite::{schema, wal};
use super::{Access, Store, Writer, cautions, log, seals, strides};

/// One save of so many looks whether the log can begin anew.
const FINISHED: i64 = 16;

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

impl Kind {
    /// Its word, and the group that it takes back.
    const fn as_kept(self) -> (&'static str, Option<i64>) {
        match self {
            Self::Save => ("save", None),
            Self::Undo(of) => ("undo", Some(of.0)),
            Self::Redo(of) => ("redo", Some(of.0)),
            Self::Import => ("import", None),
            Self::Bulk => ("bulk", None),
            Self::Frame => ("frame", None),
        }
    }
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
    /// The import that it is part of.
    pub batch: Option<BatchId>,
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
    /// `Busy`, `DiskFull`, `ReadOnly`, `TooNew` where a newer program brought the schema up to date meanwhile, and whatever `make` returns; `NotOnDisk` where the disk fails after all that, and a
    /// retry under the same key waits for it again.
    pub fn write<T>(
        &mut self,
        head: &Head<'_>,
        make: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        if self.access == Access::Look {
            return Err(Error::ReadOnly);
        }
        // Before the ticket, whose files would be made anew beside a file that is gone.
        self.is_in_place()?;
        let log = wal::waits_later(&self.db)?;
        let written = self.in_turn(head, make);
        if log.is_some() {
            wal::waits(&self.db)?;
        }
        let (written, end) = written?;
        // What went into a file that was removed meanwhile is not saved.
        self.is_in_place()?;
        match (&written, log) {
            // Whoever tried before was perhaps never told that the disk has it.
            (Written::Done { .. } | Written::Again { .. }, Some(log)) => {
                log.is_kept_somehow(&self.db)?;
                self.promise(end);
            }
            (_, None) | (Written::Nothing { .. }, _) => {}
        }
        if let Written::Done { operation, .. } = written {
            self.remember_own(operation, (self.known.last, end.last));
            self.known = end;
            // Nothing is lost where that fails: the engine does it inside of a save then.
            let _ = wal::tidy(&self.db);
        }
        Ok(written)
    }

    /// Waits for one's turn and writes; whoever is next writes on then.
    fn in_turn<T>(
        &mut self,
        head: &Head<'_>,
        make: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<(Written<T>, End)> {
        let _ticket = Ticket::take(self.db.path())?;
        self.db.script("BEGIN IMMEDIATE")?;
        // A newer program may have come meanwhile: what this one writes would lack what that one seals.
        let before = schema::version(&self.db).and_then(|_| self.log_goes_on());
        let written = before.and_then(|before| write_inside(&self.db, head, before, make));
        let written = written.and_then(|(written, end)| {
            match written {
                Written::Done { operation, .. } => {
                    wal::noted(&self.db, self.db.script("COMMIT"))?;
                    if operation.0 % FINISHED == 0 {
                        // It is saved, whatever becomes of that.
                        let _ = wal::finish(&self.db);
                    }
                }
                Written::Nothing { .. } | Written::Again { .. } => self.db.give_up(),
            }
            Ok((written, end))
        });
        if written.is_err() {
            self.db.give_up();
        }
        written
    }

    /// The end of the log, inside of a transaction; it goes on from where it was seen last.
    pub(super) fn log_goes_on(&mut self) -> Result<End> {
        let now = log::head(&self.db)?;
        if let Some(whereabouts) = &self.whereabouts {
            whereabouts.follows(&self.db, self.known, now)?;
        }
        self.known = now;
        Ok(now)
    }

    /// The group of that number.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn operation(&self, id: OperationId) -> Result<Option<Operation>> {
        let sql = format!("SELECT {READ} FROM operation WHERE id = ?1");
        self.db.first(&sql, &values![id.0], read)
    }

    /// The group that was saved under that key.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn operation_of_key(&self, key: &str) -> Result<Option<Operation>> {
        let sql = format!("SELECT {READ} FROM operation WHERE key = ?1");
        self.db.first(&sql, &values![key], read)
    }

    /// The group that was saved under a key, if it was.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn operation_of(&self, key: &str) -> Result<Option<OperationId>> {
        let sql = "SELECT id FROM operation WHERE key = ?1";
        let id = self.db.first(sql, &values![key], |row| row.number())?;
        Ok(id.map(OperationId))
    }

    /// The login's last group that can be taken back: a save, an import or a redo, not taken back yet.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn last_undoable(&self, login: &str) -> Result<Option<Operation>> {
        let sql = format!(
            "SELECT {READ} FROM operation
            WHERE login = ?1 AND undone_by IS NULL AND kind IN ('save', 'import', 'bulk', 'redo')
            ORDER BY id DESC
            LIMIT 1"
        );
        self.db.first(&sql, &values![login], read)
    }

    /// The login's last undo that can be taken back; none once something else was saved after it.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn last_redoable(&self, login: &str) -> Result<Option<Operation>> {
        let sql = format!(
            "SELECT {READ} FROM operation
            WHERE login = ?1 AND undone_by IS NULL AND kind IN ('save', 'import', 'bulk', 'undo')
            ORDER BY id DESC
            LIMIT 1"
        );
        let last = self.db.first(&sql, &values![login], read)?;
        Ok(last.filter(|last| matches!(last.kind, Kind::Undo(_))))
    }
}

/// The rows of the log between two moments: the last before, the last after.
pub(super) type Span = (i64, i64);

fn write_inside<T>(
    db: &Db,
    head: &Head<'_>,
    before: End,
    make: impl FnOnce(&mut Writer<'_>) -> Result<T>,
) -> Result<(Written<T>, End)> {
    let done = db.first(
        "SELECT id FROM operation WHERE key = ?1",
        &values![head.key],
        |row| row.number(),
    )?;
    if let Some(id) = done {
        let operation = OperationId(id);
        return Ok((Written::Again { operation }, before));
    }
    let head = &Head {
        at: cautions::in_order(db, head.at)?,
        ..*head
    };
    let operation = begin(db, head)?;
    let mut writer = Writer::new(db, head, operation, before);
    let value = make(&mut writer)?;
    let after = writer.end();
    if after == before {
        return Ok((Written::Nothing { value }, before));
    }
    log::set_head(db, after)?;
    Ok((Written::Done { operation, value }, after))
}

/// Enters the group itself.
pub(super) fn begin(db: &Db, head: &Head<'_>) -> Result<OperationId> {
    let (kind, undoes) = head.kind.as_kept();
    let last = db.number("SELECT MAX(id) FROM operation", &[])?;
    let id = strides::following(db, last)?;
    let sql = "INSERT INTO operation (id, key, at, login, origin, kind, undoes, summary)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let at = log::time_text(head.at);
    db.run(
        sql,
        &values![
            id,
            head.key,
            at,
            head.who,
            head.origin,
            kind,
            undoes,
            head.summary
        ],
    )?;
    if let Some(of) = undoes {
        db.run(
            "UPDATE operation SET undone_by = ?1 WHERE id = ?2",
            &values![id, of],
        )?;
    }
    Ok(OperationId(id))
}

/// What the first row of a group seals of it.
pub(super) fn sealed(head: &Head<'_>) -> seals::Group {
    let (kind, undoes) = head.kind.as_kept();
    seals::Group {
        key: head.key.to_owned(),
        kind: kind.to_owned(),
        undoes,
        summary: head.summary.to_owned(),
        batch: None,
    }
}

/// The columns of [`read`].
pub(super) const READ: &str = "id, at, login, origin, kind, undoes, undone_by, summary, batch_id";

pub(super) fn read(row: &mut Row<'_>) -> Result<Operation> {
    let id = OperationId(row.number()?);
    let at = log::time_of(&row.text()?)?;
    let (who, origin) = (row.text()?, row.text()?);
    let (kind, undoes) = (row.text()?, row.maybe_number()?);
    let of = OperationId(undoes.unwrap_or(0));
    let kind = known("operation", &kind, |kind| match kind {
        "save" => Some(Kind::Save),
        "undo" => Some(Kind::Undo(of)),
        "redo" => Some(Kind::Redo(of)),
        "import" => Some(Kind::Import),
        "bulk" => Some(Kind::Bulk),
        "frame" => Some(Kind::Frame),
        _ => None,
    })?;
    Ok(Operation {
        id,
        at,
        who,
        origin,
        kind,
        undone_by: row.maybe_number()?.map(OperationId),
        summary: row.text()?,
        batch: row.maybe_number()?.map(BatchId),
    })
}
