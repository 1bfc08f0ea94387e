//! Fills a new database: bare tables first, indexes, counts and search afterwards.

use std::path::Path;

use crate::domain::error::Result;

use super::chain;
use super::db::Db;
use super::file;
use super::sqlite::{bulk, schema};
use super::{Access, Head, Store, Writer, log, operation};

/// The inside of a load. Looking up by key or code is slow here: there are no indexes yet.
pub struct Loader<'a> {
    db: &'a Db,
    end: chain::Head,
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
            };
            let value = fill(&mut loader)?;
            log::set_head(db, loader.end)?;
            db.script("COMMIT")?;
            bulk::put_back(db, &aside)?;
            Ok(value)
        })?;
        Ok((Self::open(path, Access::Write)?, value))
    }
}
