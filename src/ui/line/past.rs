//! Looking at a past day, and back to the present.

use super::talk::{Said, Talk};
use crate::domain::typed_date::{self, Toward};
use crate::work::request::Request;

/// Shows everything as it was at the end of a day, or as it is now; false where that cannot be.
///
/// # Errors
/// As for [`Talk::say`].
pub fn look_back(talk: &mut Talk, typed: &str) -> Said<bool> {
    let facts = talk.facts();
    let day = typed_date::read(typed, Toward::Past, facts.today, &facts.calendar);
    if !typed.is_empty() && day.is_none() {
        talk.refuse(&(talk.t.line.follow.bad_day)(typed))?;
        return Ok(false);
    }
    if let Some(day) = day {
        // The log is laid back change by change: with years of them that takes a while.
        talk.say(&(talk.t.line.follow.looking_back)(&(talk.t.line.day)(day)))?;
    }
    if talk.obtain(&Request::AsOf { day })?.is_none() {
        return Ok(false);
    }
    // Which day shows is said by today's work, to which this leads.
    talk.looks_back = day.is_some();
    if day.is_none() {
        talk.say(talk.t.line.follow.present)?;
    }
    Ok(true)
}
