//! Looking at a past day: a session on a database that is made of the log, and goes when it is left.

use std::sync::Arc;

use chrono::NaiveDate;

use super::progress::Progress;
use super::request::Answer;
use super::session::{OWN_DAY, Session};
use crate::domain::error::{Error, Result};
use crate::domain::id::ChangeId;
use crate::store::{Past, Store};

/// The present, while a past day is looked at.
pub(super) struct Present {
    /// The working database.
    pub store: Store,
    /// The first change after the day.
    pub cut: ChangeId,
    /// The day that was looked at as of before, if one was.
    today: Option<NaiveDate>,
}

impl Session {
    /// Shows everything as it was at the end of a day, or as it is now.
    ///
    /// # Errors
    /// [`Error::BadText`] for a day that has not ended; whatever the databases say.
    pub fn look_back(&mut self, day: Option<NaiveDate>, progress: &mut Progress<'_>) -> Result<()> {
        self.return_to_present()?;
        let Some(day) = day else {
            return Ok(());
        };
        if day >= self.facts.today {
            return Err(Error::BadText {
                what: "as_of",
                text: day.to_string(),
            });
        }
        let folder = tempfile::Builder::new().prefix("cchc-past-").tempdir()?;
        let path = folder.path().join("past.db");
        let Past { store, cut } = self.store.as_of(day, &path, OWN_DAY, |done, total| {
            progress.step(done, total)
        })?;
        let present = std::mem::replace(&mut self.store, store);
        let today = self.setup.today.replace(day);
        self.present = Some(Present {
            store: present,
            cut,
            today,
        });
        self.reload()
    }

    fn return_to_present(&mut self) -> Result<()> {
        let Some(present) = self.present.take() else {
            return Ok(());
        };
        self.store = present.store;
        self.setup.today = present.today;
        self.reload()
    }
}

/// The same as an answer: what everybody needs, as of that day.
pub(super) fn as_of(
    session: &mut Session,
    day: Option<NaiveDate>,
    progress: &mut Progress<'_>,
) -> Result<Answer> {
    session.look_back(day, progress)?;
    Ok(Answer::Facts(Arc::clone(&session.facts)))
}
