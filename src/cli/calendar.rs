//! `calendar`: a month with its days off and what falls due on each day.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::json as shape;
use super::place::Place;
use super::print::{self, Column};
use super::save::agency_of;
use crate::domain::agenda::{DueDay, month_of};
use crate::domain::calendar::{Calendar, DayKind};
use crate::domain::error::{Error, Result};
use crate::lang::format;
use crate::work::request::{Answer, Facts, Request};

/// Shows the month, of one agency or of all.
pub fn month(
    place: &Place,
    month: Option<&str>,
    agency: Option<&str>,
    is_json: bool,
) -> Result<()> {
    let mut session = place.session()?;
    let day = match month {
        Some(text) => first_of(text)?,
        None => session.facts().today,
    };
    let agency = agency.map(|code| agency_of(&session, code)).transpose()?;
    let request = Request::DueDays { agency, month: day };
    let due = match session.answer(&request)? {
        Answer::DueDays(due) => due,
        _ => Vec::new(),
    };
    let facts = session.facts();
    let (first, last) = month_of(day);
    let days = first.iter_days().take_while(|day| *day <= last);
    let days = days.map(|day| {
        let found = due.iter().find(|due| due.day == day).copied();
        found.unwrap_or_else(|| DueDay::empty(day))
    });
    if is_json {
        let days: Vec<Value> = days.map(|due| day_json(&due, facts)).collect();
        let code = agency.and_then(|id| facts.agency(id));
        return Ok(print::json(&json!({
            "version": shape::VERSION,
            "month": first.format("%Y-%m").to_string(),
            "agency": code.map(|agency| agency.code.clone()),
            "today": facts.today,
            "due": due.iter().map(DueDay::total).sum::<i64>(),
            "late": due.iter().map(|due| due.late(facts.today)).sum::<i64>(),
            "days": days,
        }))?);
    }
    table(place, facts, days)
}

fn first_of(month: &str) -> Result<NaiveDate> {
    let read = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d");
    read.map_err(|_| Error::BadText {
        what: "month",
        text: month.to_owned(),
    })
}

fn table(place: &Place, facts: &Facts, days: impl Iterator<Item = DueDay>) -> Result<()> {
    let columns = [
        Column::Left(10),
        Column::Left(3),
        Column::Right(9),
        Column::Right(9),
        Column::Right(9),
        Column::Right(9),
        Column::Rest,
    ];
    let t = &place.words.calendar;
    let language = place.words.language;
    print::heading(place, &columns, &t.columns.map(str::to_owned))?;
    for due in days {
        let late = due.late(facts.today);
        let counts = [due.total(), late, due.running - late, due.closed];
        let [total, late, open, closed] = counts.map(|count| match count {
            0 => String::new(),
            count => place.number(count),
        });
        let note = facts.calendar.day_off(due.day).map(t.special);
        let is_weekend = note.is_none() && !facts.calendar.is_working(due.day);
        let weekend = is_weekend.then(|| place.words.choice.weekend.to_owned());
        let cells = [
            place.date(due.day),
            format::weekday(due.day, language).to_owned(),
            total,
            late,
            open,
            closed,
            note.or(weekend).unwrap_or_default(),
        ];
        print::row(place, &columns, &cells)?;
    }
    Ok(())
}

fn day_json(due: &DueDay, facts: &Facts) -> Value {
    let special = facts.calendar.day_off(due.day);
    json!({
        "date": due.day,
        "is_working": facts.calendar.is_working(due.day),
        "why": why(due.day, &facts.calendar),
        "name": special.map(|day| day.name.clone()),
        "projected": special.is_some_and(|day| day.projected),
        "due": due.total(),
        "late": due.late(facts.today),
        "running": due.running,
        "drafts": due.drafts,
        "paused": due.paused,
        "closed": due.closed,
    })
}

/// What makes the day what it is; none for a plain working day.
fn why(day: NaiveDate, calendar: &Calendar) -> Option<&'static str> {
    match calendar.day_off(day) {
        Some(row) => Some(DayKind::code(row.kind)),
        None if calendar.is_working(day) => None,
        None => Some("weekend"),
    }
}
