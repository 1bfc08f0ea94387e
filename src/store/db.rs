//! The driver: the only file that names it. Statements go in with their values, rows come out as
//! plain values, and the driver's errors become ours here, once.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql};

use crate::domain::error::{Error, Result};

use super::disk;
use super::spelling::{self, date, frozen_address, lockless_address};
use super::sqlite::codes;
pub(super) use super::value::{Value, values};

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Number(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// What lies in a column: its type is what was written, not what should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell<'a> {
    Nothing,
    /// A fraction counts as the number that its bits are.
    Number(i64),
    Text(&'a [u8]),
    Bytes(&'a [u8]),
}

/// A row that was found; its columns are taken from the left.
pub(super) struct Row<'a> {
    row: &'a rusqlite::Row<'a>,
    next: usize,
}

impl<'a> Row<'a> {
    fn take<T: rusqlite::types::FromSql>(&mut self) -> Result<T> {
        let value = self.row.get(self.next).map_err(|error| self.strange(error));
        self.next += 1;
        value
    }

    /// What lies there is not of the type of its column: somebody wrote it past the program.
    fn strange(&self, error: impl std::error::Error + Send + Sync + 'static) -> Error {
        let what = self.row.as_ref().column_name(self.next).map(str::to_owned);
        let kind = self.row.get_ref(self.next).map(|value| value.data_type());
        match (what, kind) {
            (Ok(what), Ok(kind)) => {
                let text = kind.to_string();
                Error::Strange { what, text }
            }
            (Err(_), _) | (_, Err(_)) => fault(error),
        }
    }

    /// The columns are taken from the left once more.
    pub fn again(&mut self) {
        self.next = 0;
    }

    pub fn number(&mut self) -> Result<i64> {
        self.take()
    }

    /// So many of something: a number that counting rows can give.
    pub fn count(&mut self) -> Result<i64> {
        let count = self.number()?;
        match count.unsigned_abs() >> 40 {
            0 => Ok(count),
            _ => Err(self.unlikely(&count.to_string())),
        }
    }

    pub fn maybe_number(&mut self) -> Result<Option<i64>> {
        self.take()
    }

    pub fn is(&mut self) -> Result<bool> {
        Ok(self.number()? != 0)
    }

    pub fn text(&mut self) -> Result<String> {
        self.take()
    }

    pub fn maybe_text(&mut self) -> Result<Option<String>> {
        self.take()
    }

    /// A text without a copy.
    pub fn borrowed(&mut self) -> Result<&'a str> {
        let value = self.row.get_ref(self.next).map_err(fault)?;
        let text = value.as_str().map_err(|error| self.strange(error));
        self.next += 1;
        text
    }

    pub fn bytes(&mut self) -> Result<Vec<u8>> {
        self.take()
    }

    /// What lies there, whatever it is, without a copy.
    pub fn cell(&mut self) -> Result<Cell<'_>> {
        let value = self.row.get_ref(self.next).map_err(fault)?;
        self.next += 1;
        Ok(match value {
            ValueRef::Null => Cell::Nothing,
            ValueRef::Integer(number) => Cell::Number(number),
            ValueRef::Real(number) => Cell::Number(number.to_bits().cast_signed()),
            ValueRef::Text(text) => Cell::Text(text),
            ValueRef::Blob(bytes) => Cell::Bytes(bytes),
        })
    }

    /// A text that may have been made anything: what is no text in it is shown as such.
    pub fn any_text(&mut self) -> Result<String> {
        Ok(match self.cell()? {
            Cell::Nothing => String::new(),
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) | Cell::Bytes(text) => String::from_utf8_lossy(text).into_owned(),
        })
    }

    pub fn date(&mut self) -> Result<NaiveDate> {
        let text = self.borrowed()?;
        date(text).map_err(|_| self.unlikely(text))
    }

    pub fn maybe_date(&mut self) -> Result<Option<NaiveDate>> {
        let value = self.row.get_ref(self.next).map_err(fault)?;
        let text = value.as_str_or_null().map_err(|error| self.strange(error));
        self.next += 1;
        let day = text?.map(|text| date(text).map_err(|_| self.unlikely(text)));
        day.transpose()
    }

    /// In the column that was taken last stands what the program never writes there.
    fn unlikely(&self, text: &str) -> Error {
        let place = self.next.saturating_sub(1);
        let what = self.row.as_ref().column_name(place).unwrap_or_default();
        Error::Strange {
            what: what.to_owned(),
            text: text.to_owned(),
        }
    }
}

/// How a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Write,
    Look,
    /// To look, and not to wait for somebody who has the file to themselves.
    Glance,
    /// Without looking for other sessions: a file in a directory that may not be written.
    Frozen,
    /// With what lies beside it, and without a lock or a trace: neither the file nor what is beside it is written.
    Apart,
}

/// Heard again and again while a statement runs; a yes ends it, as [`Error::Cancelled`].
pub type Pulse = Box<dyn FnMut() -> bool + Send>;

/// So many steps of the engine lie between two pulses: a few milliseconds.
const PULSE_STEPS: i32 = 100_000;

/// A connection to one file.
pub(super) struct Db {
    connection: Connection,
    path: PathBuf,
    mode: Mode,
    #[cfg(test)]
    pub witness: Witness,
}

impl Mode {
    /// So long a statement waits for who has the file to themselves: who logs in hears all within half a second.
    const fn patience(self) -> Duration {
        match self {
            Self::Write | Self::Look | Self::Frozen | Self::Apart => Duration::from_secs(5),
            Self::Glance => Duration::from_millis(300),
        }
    }
}

impl Db {
    /// Opens a file that exists; nothing of it is read yet.
    ///
    /// # Errors
    /// `InTheWay` where what would lie beside it is no file; those of the file.
    pub fn open(path: &Path, mode: Mode) -> Result<Self> {
        // The engine would wait at a pipe for ever, and call a directory a damage.
        disk::nothing_in_the_way(path)?;
        let opened = match mode {
            Mode::Write => open_plain(path, OpenFlags::SQLITE_OPEN_READ_WRITE),
            Mode::Look | Mode::Glance => open_plain(path, OpenFlags::SQLITE_OPEN_READ_ONLY),
            Mode::Frozen => open_at(&frozen_address(path)),
            Mode::Apart => open_apart(path),
        };
        let connection = opened.map_err(|error| explain(error, path))?;
        // Before anything else: what comes next may already have to wait for somebody. A statement keeps its plan;
        // otherwise it is prepared anew for each value that a partial index might serve, a page of a list's work.
        let settled = connection.busy_timeout(mode.patience());
        settled
            .and_then(|()| connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true))
            .map_err(|error| explain(error, path))?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Self {
            connection,
            path: path.to_owned(),
            mode,
            #[cfg(test)]
            witness: Witness::default(),
        })
    }

    /// Every row, each made into something.
    pub fn rows<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        mut make: impl FnMut(&mut Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let explain = |error| self.explain(error);
        let mut statement = self.prepared(sql)?;
        let mut rows = statement
            .query(rusqlite::params_from_iter(values))
            .map_err(explain)?;
        let mut made = Vec::new();
        while let Some(row) = rows.next().map_err(explain)? {
            made.push(make(&mut Row { row, next: 0 })?);
            #[cfg(test)]
            self.witness.sees_row();
        }
        Ok(made)
    }

    /// The first row, if there is one.
    pub fn first<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        make: impl FnOnce(&mut Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let explain = |error| self.explain(error);
        let mut statement = self.prepared(sql)?;
        let mut rows = statement
            .query(rusqlite::params_from_iter(values))
            .map_err(explain)?;
        #[cfg(test)]
        self.witness.sees_row();
        match rows.next().map_err(explain)? {
            Some(row) => make(&mut Row { row, next: 0 }).map(Some),
            None => Ok(None),
        }
    }

    /// The number in the first column of the first row; 0 where there is none.
    pub fn number(&self, sql: &str, values: &[Value<'_>]) -> Result<i64> {
        let found = self.first(sql, values, |row| row.maybe_number())?;
        Ok(found.flatten().unwrap_or(0))
    }

    /// Changes rows; says how many.
    pub fn run(&self, sql: &str, values: &[Value<'_>]) -> Result<usize> {
        let explain = |error| self.explain(error);
        let mut statement = self.prepared(sql)?;
        statement
            .execute(rusqlite::params_from_iter(values))
            .map_err(explain)
    }

    /// Runs statements without values, one after the other.
    pub fn script(&self, sql: &str) -> Result<()> {
        self.connection
            .execute_batch(sql)
            .map_err(|error| self.explain(error))
    }

    /// Everything that `read` reads is of one moment.
    pub fn at_once<T>(&self, read: impl FnOnce() -> Result<T>) -> Result<T> {
        if !self.connection.is_autocommit() {
            return read();
        }
        self.script("BEGIN")?;
        let value = read();
        // A reading transaction has nothing to lose; what matters is that it ends. After some errors the engine has.
        self.give_up();
        value
    }

    /// Statements are heard from now on, or not any more.
    pub fn heard(&mut self, pulse: Option<Pulse>) -> Result<()> {
        self.connection
            .progress_handler(PULSE_STEPS, pulse)
            .map_err(|error| explain(error, &self.path))
    }

    /// Ends a transaction that failed, if the engine has not done so itself.
    pub fn give_up(&self) {
        if !self.connection.is_autocommit() {
            // The error that brought us here is the one to tell.
            let _ = self.script("ROLLBACK");
        }
    }

    /// Gives back memory that only makes the next question faster: pages and statements that are kept.
    pub fn rest(&self) {
        self.connection.flush_prepared_statement_cache();
        // Where that fails the memory stays: nobody asked for anything.
        let _ = self.script("PRAGMA shrink_memory");
    }

    /// True where the file turned out to be readable only.
    pub fn is_read_only(&self) -> Result<bool> {
        self.connection
            .is_readonly("main")
            .map_err(|error| self.explain(error))
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What another connection attaches this file by, opened as it is here.
    pub fn address(&self) -> String {
        match self.mode {
            Mode::Frozen => frozen_address(&self.path),
            Mode::Apart => lockless_address(&self.path),
            Mode::Write | Mode::Look | Mode::Glance => self.path.display().to_string(),
        }
    }

    fn prepared(&self, sql: &str) -> Result<rusqlite::CachedStatement<'_>> {
        #[cfg(test)]
        self.witness.asked.borrow_mut().insert(sql.to_owned());
        let prepared = self.connection.prepare_cached(sql);
        prepared.map_err(|error| self.explain(error))
    }

    fn explain(&self, error: rusqlite::Error) -> Error {
        explain(error, &self.path)
    }
}

fn open_plain(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    // An address is what is attached; of a file the path begins at the root or with the directory.
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(path, flags)
}

fn open_at(address: &str) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(address, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
}

fn open_apart(path: &Path) -> rusqlite::Result<Connection> {
    let connection = open_at(&lockless_address(path))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // The index of the log is kept in memory then, and the one beside the file is not touched.
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    Ok(connection)
}

/// What nobody can do anything about but report it.
pub(super) fn fault(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Fault(Box::new(error))
}

fn explain(error: rusqlite::Error, path: &Path) -> Error {
    if let Some(told) = said(&error).and_then(|said| spelling::told(said, path)) {
        return told;
    }
    match error.sqlite_error() {
        Some(told) => codes::meaning(told.extended_code, path).unwrap_or_else(|| fault(error)),
        None => fault(error),
    }
}

/// What the engine says of an error in words.
fn said(error: &rusqlite::Error) -> Option<&str> {
    match error {
        rusqlite::Error::SqliteFailure(_, Some(said)) => Some(said),
        rusqlite::Error::SqlInputError { msg, .. } => Some(msg),
        _ => None,
    }
}

/// What was asked, for tests that read the plans, and so many rows were read, for those that hold how many.
#[cfg(test)]
#[derive(Default)]
pub(super) struct Witness {
    pub asked: std::cell::RefCell<std::collections::BTreeSet<String>>,
    pub rows: std::cell::Cell<usize>,
}

#[cfg(test)]
impl Witness {
    fn sees_row(&self) {
        self.rows.set(self.rows.get() + 1);
    }
}

#[cfg(test)]
impl super::Store {
    /// So many rows this session has read since it was asked last; a question for one that finds nothing counts too.
    pub(crate) fn rows_read(&self) -> usize {
        self.db.witness.rows.take()
    }

    /// For how many pages there is room; below zero, for how many KiB of them.
    pub(crate) fn room(&self) -> i64 {
        let room = self.db.number("PRAGMA cache_size", &[]);
        room.expect("the engine says it")
    }
}
