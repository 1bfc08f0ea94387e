//! What others changed since the last look, and the new day.

use std::cell::OnceCell;
use std::sync::Arc;

use super::opening::{Unread, idle_minutes_of, load_facts, user_of};
use super::request::{Answer, OperationKey};
use super::session::Session;
use super::{occurrences, rolling};
use crate::domain::calendar::day_of;
use crate::domain::change::News;
use crate::domain::error::Result;

/// Opens the file that is under the name by now. What was staged for the one of before is dropped with it.
pub(super) fn reopen(session: &mut Session) -> Result<Answer> {
    session.leave_past();
    session.store.reopen()?;
    session.stage = None;
    session.reload_or_wait()?;
    rolling::catch_up(session)?;
    occurrences::catch_up(session)?;
    Ok(Answer::Facts(Arc::clone(session.facts())))
}

impl Session {
    /// Reads agencies, calendar, documents and the rest anew.
    pub(super) fn reload(&mut self) -> Result<()> {
        // Who one is and when one's session ends is a matter of today, whatever day is looked at.
        let present = self.present.as_ref().map(|present| &present.store);
        let present = present.unwrap_or(&self.store);
        let user = user_of(present, &self.setup)?;
        let idle_minutes = idle_minutes_of(present)?;
        let (mut facts, rules) = load_facts(&self.store, &self.setup, user, Unread::Fails)?;
        facts.idle_minutes = idle_minutes;
        let facts = facts.sharing(&self.facts);
        if facts.agencies != self.facts.agencies {
            self.directory = OnceCell::new();
        }
        self.facts = Arc::new(facts);
        self.rules = rules;
        self.is_stale = false;
        Ok(())
    }

    /// The same after others' changes, of which one hears once: where it fails it is tried again before
    /// anything else is answered.
    pub(super) fn reload_or_wait(&mut self) -> Result<()> {
        self.is_stale = true;
        self.reload()
    }

    /// True where the clock has gone over to another day than the one that is worked with.
    pub(super) fn is_new_day(&self) -> bool {
        let is_free = !self.facts.is_sample && self.setup.today.is_none();
        is_free && day_of((self.setup.clock)()) != self.facts.today
    }

    /// What another session is about to save for the person of this one will be no news to them, and is their own.
    pub(super) fn expects(&mut self, key: &OperationKey) {
        self.own.note(key);
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
    if std::mem::replace(&mut session.has_missed, true) {
        // What was told before could not be read, and is told once only.
        (news.facts, news.is_much) = (true, true);
    }
    news.new_day = session.is_new_day();
    if news.facts || news.new_day {
        session.reload_or_wait()?;
    }
    if news.new_day {
        session.wake();
        occurrences::catch_up(session)?;
        news.facts = true;
        news.is_much = true;
    }
    session.has_missed = false;
    Ok(news)
}
