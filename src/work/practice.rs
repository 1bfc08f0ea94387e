//! Practice: every drill begins on an untouched copy of the sample, in a folder that goes with the session.
//!
//! A session that was not opened for practice refuses to begin afresh, so that no working database can
//! be put aside by it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::request::Answer;
use super::session::{Session, SessionSetup};
use crate::domain::error::{Error, Result};
use crate::exchange::write::folder_of;
use crate::store::{Access, Store};

/// Where the copies of a session come from.
pub(super) struct Practice {
    /// The sample as it was made; nobody opens it.
    untouched: PathBuf,
    /// The copy in use, counted from 0.
    turn: u32,
}

impl Practice {
    fn copy(&self) -> PathBuf {
        self.untouched
            .with_file_name(format!("practice-{}.db", self.turn))
    }

    /// Copies the sample for this turn and opens the copy: 10 MB take some 20 ms.
    fn open(&self) -> Result<Store> {
        let copy = self.copy();
        let failed = |error| Error::of_temporary(error, folder_of(&copy));
        std::fs::copy(&self.untouched, &copy).map_err(failed)?;
        Store::open(&copy, Access::Write)
    }
}

impl Session {
    /// Opens a session for practice: on a copy beside this sample, which stays untouched.
    ///
    /// # Errors
    /// As [`Session::open`], and where the copy cannot be made.
    pub fn for_practice(untouched: &Path, setup: SessionSetup) -> Result<Self> {
        let practice = Practice {
            untouched: untouched.to_owned(),
            turn: 0,
        };
        let mut session = Self::open(practice.open()?, setup)?;
        session.practice = Some(practice);
        Ok(session)
    }
}

/// Puts a fresh copy in place of the database.
pub(super) fn afresh(session: &mut Session) -> Result<Answer> {
    let Some(practice) = &mut session.practice else {
        return Err(Error::NotPermitted);
    };
    let old = practice.copy();
    practice.turn += 1;
    session.store = practice.open()?;
    // The folder goes with the session; an old copy that stays until then does no harm.
    let _ = std::fs::remove_file(old);
    session.reload()?;
    Ok(Answer::Facts(Arc::clone(&session.facts)))
}
