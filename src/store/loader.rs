//! Fills a new database: bare tables first, indexes, counts and search afterwards.

use std::path::Path;

use crate::domain::error::{Error, Result};
use crate::domain::id::OperationId;

use super::chain;
use super::db::Db;
use super::file;
use super::lock::Ticket;
use super::sqlite::{bulk, schema};
use super::{Access, Head, Store, Writer, log, operation};

/// The inside of a load. Looking up by key or code is slow here: there are no indexes yet.
pub struct Loader<'a> {
    db: &'a Db,
    end: chain::Head,
    aside: Option<bulk::Aside>,
}

impl Loader<'_> {
    /// Writes one group of changes under its own head: the history of years in a minute.
    ///
    /// # Errors
    /// What `make` returns; the load is lost then.
    pub fn write<T>(
        &mut self,
        head: &Head<'_>,
        make: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<T> {
        let operation = operation::begin(self.db, head)?;
        let mut writer = Writer::new(self.db, head, operation, self.end);
        let value = make(&mut writer)?;
        self.end = writer.end();
        Ok(value)
    }

    /// Makes orders, counts and search of everything that was written; nothing is written afterwards. `step` hears how
    /// many of how many are made, and ends the load by an error. Where nobody calls it, it is done at the end.
    ///
    /// # Errors
    /// Those of `step`, and where the database cannot be written; the load is lost then.
    pub fn finish(&mut self, step: impl FnMut(usize, usize) -> Result<()>) -> Result<()> {
        match self.aside.take() {
            Some(aside) => bulk::put_back(self.db, &aside, step),
            None => Ok(()),
        }
    }
}

impl Store {
    /// Makes a new database and fills it at the speed of the disk; nothing is left of it where `fill`
    /// fails.
    ///
    /// # Errors
    /// As [`Store::create`], and whatever `fill` returns.
    pub fn load<T>(
        path: &Path,
        fill: impl FnOnce(&mut Loader<'_>) -> Result<T>,
    ) -> Result<(Self, T)> {
        let value = file::build(path, |db| {
            db.script("PRAGMA journal_mode = MEMORY")?;
            schema::migrate(db)?;
            let aside = bulk::lay_aside(db)?;
            db.script("BEGIN")?;
            let mut loader = Loader {
                db,
                end: chain::Head::EMPTY,
                aside: Some(aside),
            };
            let value = fill(&mut loader)?;
            loader.finish(|_, _| Ok(()))?;
            log::set_head(db, loader.end)?;
            db.script("COMMIT")?;
            Ok(value)
        })?;
        Ok((Self::open(path, Access::Write)?, value))
    }

    /// Fills a database in which no task is yet, in one transaction: others see nothing until all of it is
    /// there, and a crash leaves the empty database as it was. None where a task is in it.
    ///
    /// Who has the database open already can read meanwhile; who wants to save waits, and is told after ten
    /// seconds. Where no connection but this one is open, everybody else is kept out, and who opens the
    /// database or reads it hears after five seconds that it is busy: that is twice as fast. The screens have
    /// a connection of their own beside that of their files, so only the command line is that fast.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn fill<T>(
        &mut self,
        fill: impl FnOnce(&mut Loader<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        if self.access == Access::Look {
            return Err(Error::ReadOnly);
        }
        self.is_in_place()?;
        let _ticket = Ticket::take(self.db.path())?;
        let before = self.log_goes_on()?;
        bulk::make_room(&self.db)?;
        // With a log nobody is kept out by this; without one, a reader that came in meanwhile would break the
        // load as soon as its pages do not fit into memory any more.
        let filled = self.db.script("BEGIN EXCLUSIVE");
        let filled = filled.and_then(|()| schema::version(&self.db));
        let filled = filled.and_then(|_| fill_inside(&self.db, fill));
        if !matches!(filled, Ok(Some(_))) {
            self.db.give_up();
        }
        // What is committed is there, whether or not the log could be put back yet.
        let ready = schema::prepare_to_write(&self.db);
        // The log was laid aside; the new one is made by the first look into the file.
        let looked = log::head(&self.db);
        if let Some(whereabouts) = &mut self.whereabouts {
            whereabouts.look_beside();
        }
        let Some((value, operation, end)) = filled? else {
            ready?;
            return Ok(None);
        };
        self.is_in_place()?;
        self.promise(end);
        self.known = looked.unwrap_or(end);
        self.remember_own(operation, (before.last, end.last));
        Ok(Some(value))
    }

    /// Writes much in many transactions, with room in memory for it as long as it takes.
    ///
    /// # Errors
    /// What `work` returns.
    pub fn with_room<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        bulk::make_room_for_slices(&self.db)?;
        let value = work(self);
        schema::prepare_to_write(&self.db)?;
        value
    }
}

type Filled<T> = (T, OperationId, chain::Head);

fn fill_inside<T>(
    db: &Db,
    fill: impl FnOnce(&mut Loader<'_>) -> Result<T>,
) -> Result<Option<Filled<T>>> {
    if db.number("SELECT MAX(id) FROM task", &[])? > 0 {
        return Ok(None);
    }
    let aside = bulk::lay_aside_of_tasks(db)?;
    let end = log::head(db)?;
    let mut loader = Loader {
        db,
        end,
        aside: Some(aside),
    };
    let value = fill(&mut loader)?;
    loader.finish(|_, _| Ok(()))?;
    let end = loader.end;
    log::set_head(db, end)?;
    let last = db.number("SELECT MAX(id) FROM operation", &[])?;
    db.script("COMMIT")?;
    Ok(Some((value, OperationId(last), end)))
}
