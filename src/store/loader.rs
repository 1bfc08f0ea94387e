//! Fills a new database: bare tables first, indexes, counts and search afterwards.

use std::marker::PhantomData;
use std::path::Path;

use crate::domain::error::Result;

use super::{Head, Store, Writer};

/// The inside of a load; every operation of it ends up in one commit.
pub struct Loader<'a> {
    store: PhantomData<&'a ()>,
}

impl Loader<'_> {
    /// Writes one group of changes, under its own head: the history of years in a minute.
    pub fn write<T>(
        &mut self,
        head: &Head<'_>,
        make: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<T> {
        let _ = (head, make);
        todo!()
    }
}

impl Store {
    /// Makes a new database and fills it at the speed of the disk; nothing is left of it where `fill` fails.
    ///
    /// # Errors
    /// As [`Store::create`], and whatever `fill` returns.
    pub fn load<T>(
        path: &Path,
        fill: impl FnOnce(&mut Loader<'_>) -> Result<T>,
    ) -> Result<(Self, T)> {
        let _ = (path, fill);
        todo!()
    }
}
