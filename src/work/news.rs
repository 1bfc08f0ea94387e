//! What others changed since the last look, and the new day.

use super::occurrences;
use super::session::Session;
use crate::domain::change::News;
use crate::domain::error::Result;

/// Looks once; where there is nothing new this costs microseconds.
pub(super) fn news(session: &mut Session) -> Result<News> {
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
