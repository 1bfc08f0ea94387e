//! What others changed since the last look, and the new day.

use std::sync::Arc;

use super::request::{Answer, OperationKey};
use super::session::Session;
use super::{occurrences, rolling};
use crate::domain::change::News;
use crate::domain::error::Result;

/// Opens the file that is under the name by now. What was staged for the one of before is dropped with it.
pub(super) fn reopen(session: &mut Session) -> Result<Answer> {
    session.leave_past();
    session.store = session.store.reopened()?;
    session.stage = None;
    session.reload_or_wait()?;
    rolling::catch_up(session)?;
    occurrences::catch_up(session)?;
    Ok(Answer::Facts(Arc::clone(session.facts())))
}

impl Session {
    /// What another session is about to save for the person of this one will be no news to them.
    pub(super) fn expects(&mut self, key: &OperationKey) {
        self.store.expects(&key.0);
    }
}

/// Looks once; where there is nothing new this costs microseconds.
pub(super) fn news(session: &mut Session) -> Result<News> {
    if let Some(present) = &mut session.present {
        // A day that is over stays as it is; but who looks at it may have another role by now, or none.
        let facts = present.store.news()?.facts;
        if facts {
            session.reload_or_wait()?;
        }
        return Ok(News {
            facts,
            ..News::default()
        });
    }
    let mut news = session.store.news()?;
    news.new_day = session.is_new_day();
    if news.facts || news.new_day {
        session.reload_or_wait()?;
    }
    if news.new_day {
        occurrences::catch_up(session)?;
        news.facts = true;
        news.is_much = true;
    }
    Ok(news)
}
