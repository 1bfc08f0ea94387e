//! Looking at a past day: a session on a database that is made of the log, and goes when it is left.

use std::sync::Arc;

use chrono::NaiveDate;

use super::permission;
use super::progress::Progress;
use super::request::{Answer, Facts, Request};
use super::session::{OWN_DAY, Session};
use crate::domain::error::{Error, Result};
use crate::domain::id::ChangeId;
use crate::domain::seal::Seal;
use crate::store::{Past, Store};

/// The present, while a past day is looked at.
pub(super) struct Present {
    /// The working database.
    pub store: Store,
    /// The first change after the day.
    pub cut: ChangeId,
    /// The day that was looked at as of before, if one was.
    today: Option<NaiveDate>,
    /// What everybody needs, as it was when one went: mostly it still is when one comes back.
    facts: Arc<Facts>,
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
        let past = self.past_of(day, progress)?;
        self.adopt(day, past).map(|_| ())
    }

    /// Makes the database of the end of a day, perhaps for another session to [`adopt`](Self::adopt).
    ///
    /// # Errors
    /// [`Error::BadText`] for a day that has not ended; whatever the databases say.
    pub(super) fn past_of(&self, day: NaiveDate, progress: &mut Progress<'_>) -> Result<Past> {
        let request = Request::AsOf { day: Some(day) };
        permission::check(&request, self.user().role, self.facts.is_looking_only)?;
        if day >= self.facts.today {
            return Err(Error::BadText {
                what: "as_of",
                text: day.to_string(),
            });
        }
        self.store
            .as_of(day, OWN_DAY, |done, total| progress.step(done, total))
    }

    /// Looks at a past day that was made; the present is kept beside it.
    pub(super) fn adopt(&mut self, day: NaiveDate, past: Past) -> Result<Answer> {
        self.return_to_present()?;
        let Past { store, cut } = past;
        let present = std::mem::replace(&mut self.store, store);
        let today = self.setup.today.replace(day);
        self.present = Some(Present {
            store: present,
            cut,
            today,
            facts: Arc::clone(&self.facts),
        });
        self.reload()?;
        Ok(Answer::Facts(Arc::clone(&self.facts)))
    }

    /// The end of the log as it is now, whatever day is looked at: what exports and reports are marked with.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn log_seal(&self) -> Result<Seal> {
        let present = self.present.as_ref().map(|present| &present.store);
        present.unwrap_or(&self.store).seal()
    }

    fn return_to_present(&mut self) -> Result<()> {
        if self.leave_past() {
            return self.reload();
        }
        Ok(())
    }

    /// Puts the working database back, and what was known of it; nothing is done before it has been read anew. False
    /// where no past day was looked at.
    pub(super) fn leave_past(&mut self) -> bool {
        let Some(present) = self.present.take() else {
            return false;
        };
        self.store = present.store;
        self.setup.today = present.today;
        self.facts = present.facts;
        self.directory.take();
        self.is_stale = true;
        true
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
