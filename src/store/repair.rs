//! What is kept beside the rows is made anew from them, under the lock of a save.

use crate::domain::change::{Fields, Subject};
use crate::domain::error::Result;

use super::db::Pulse;
use super::sqlite::{bulk, schema};
use super::{Head, Note, Store};

/// The row of the log that says so.
pub const REPAIR: &str = "repair";

impl Store {
    /// Makes kept numbers, indexes and the search anew, and logs it.
    ///
    /// # Errors
    /// Those of a save; `Damaged` where a page cannot be read, `Cancelled` where `pulse` ends it: nothing was changed.
    pub fn repair(&mut self, head: &Head<'_>, pulse: Pulse) -> Result<()> {
        self.db.heard(Some(pulse))?;
        let written = self.write(head, |writer| {
            bulk::keep_anew(writer.db)?;
            let mut done = Fields::new();
            done.insert("made_anew".to_owned(), "counters, indexes, search".into());
            let note = Note {
                what: REPAIR,
                ..Note::default()
            };
            writer.append(Subject::Frame, &Fields::new(), &done, note)
        });
        self.db.heard(None)?;
        written.map(|_| ())
    }

    /// True where the search finds what stands in the tasks.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn is_search_right(&self) -> Result<bool> {
        schema::is_search_right(&self.db)
    }

    /// The schema of the file, and the newest that this program knows.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn schemas(&self) -> Result<(i64, i64)> {
        Ok((schema::version(&self.db)?, schema::NEWEST))
    }
}
