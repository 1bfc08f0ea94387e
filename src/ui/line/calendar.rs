//! The calendar as it is read out: the days of a month that are special or on which something falls due,
//! or the tasks of one day.

use chrono::{Datelike, NaiveDate};

use super::list::List;
use super::talk::{Said, Talk};
use crate::domain::agenda::{DueDay, filter_of, month_of};
use crate::domain::filter::period;
use crate::domain::query::Query;
use crate::ui::screens::home::own;
use crate::ui::widgets::month::why;
use crate::work::request::{Answer, Request};

/// Reads out a month, or says what a day is and gives the list of its tasks.
///
/// # Errors
/// As for [`Talk::say`].
pub fn tell(talk: &mut Talk, typed: &str) -> Said<Option<List>> {
    let frame = talk.frame();
    let ui = frame.ui();
    let asked = match typed {
        "" => Some(month_of(ui.facts.today)),
        typed => period(typed, &ui.filter_context()),
    };
    let Some((first, last)) = asked else {
        talk.refuse(&(talk.t.calendar.bad)(typed))?;
        return Ok(None);
    };
    let agency = own(&ui).map(|agency| agency.id);
    let request = Request::DueDays {
        agency,
        month: first,
    };
    let Some(Answer::DueDays(due)) = talk.obtain(&request)? else {
        return Ok(None);
    };
    if first == last {
        talk.say(&line_of(talk, first, &due))?;
        let mut filter = filter_of(first);
        filter.agencies.extend(agency);
        let query = Query {
            filter,
            ..Query::default()
        };
        return Ok(Some(List::new(query, Some((talk.t.line.day)(first)))));
    }
    let (first, last) = month_of(first);
    let mut texts = vec![format!(
        "{}.",
        (talk.t.choice.month)(first.month(), first.year())
    )];
    let days = first.iter_days().take_while(|day| *day <= last);
    let facts = talk.facts();
    let is_told = |day: &NaiveDate| {
        facts.calendar.day_off(*day).is_some() || due.iter().any(|due| due.day == *day)
    };
    texts.extend(days.filter(is_told).map(|day| line_of(talk, day, &due)));
    texts.push(talk.t.calendar.line_hint.to_owned());
    talk.read_out(&texts)?;
    Ok(None)
}

/// A day: why it is special, and what falls due on it.
fn line_of(talk: &Talk, day: NaiveDate, due: &[DueDay]) -> String {
    let frame = talk.frame();
    let ui = frame.ui();
    let found = due.iter().find(|due| due.day == day).copied();
    let due = found.unwrap_or_else(|| DueDay::empty(day));
    let t = &ui.t.calendar;
    let said = (t.due)(&due, ui.facts.today);
    (t.line)(&(ui.t.line.day)(day), why(day, &ui).as_deref(), &said)
}
