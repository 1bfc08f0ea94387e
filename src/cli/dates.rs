//! `deadline` and `workdays`: what the parser and the calendar make of a text.

use serde_json::json;

use super::args;
use super::place::Place;
use super::print::{self, Form};
use crate::domain::calendar::{Calendar, WhySkipped};
use crate::domain::deadline::{self, Rules};
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::lang::format;
use crate::store::{Access, Store};
use crate::work::opening::rules_of;
use crate::work::sample;

/// The calendar of the working database where there is one, and how it reads deadlines; else the ones
/// that the program carries.
fn calendar(place: &Place) -> Result<(Calendar, Rules)> {
    match Store::open(&place.config.db, Access::Look) {
        Ok(store) => Ok((Calendar::new(store.days_off()?), rules_of(&store)?)),
        Err(Error::NoDatabase(_)) if !place.config.is_db_named => {
            let carried = Calendar::new(sample::City::carried()?.days);
            Ok((carried, Rules::default()))
        }
        Err(error) => Err(error),
    }
}

/// Says what the parser makes of a deadline text.
pub fn deadline(place: &Place, text: &str, from: &str, is_json: bool) -> Result<()> {
    let reference = args::date(from, "from")?;
    let (calendar, rules) = calendar(place)?;
    let read = deadline::parse(&clean(text), reference, &calendar, rules);
    let effective = read.effective_due(&calendar);
    let recurrence = read.recurrence.as_ref().map(ToString::to_string);
    let doubts = &place.words.doubts;
    let why: Vec<String> = read
        .why
        .iter()
        .map(|why| (doubts.sentence)(why.code(), why.detail()))
        .collect();
    if is_json {
        return Ok(print::json(&json!({
            "kind": read.kind.code(),
            "start": read.start,
            "due": read.due,
            "original_due": read.original_due,
            "effective_due": effective,
            "recurrence": recurrence,
            "needs_review": read.needs_review,
            "why": why,
        }))?);
    }
    let day = |date: Option<chrono::NaiveDate>| {
        date.map_or_else(String::new, |date| {
            format!(
                "{} {}",
                format::weekday(date, place.words.language),
                format::date(date)
            )
        })
    };
    let console = &place.words.console;
    let [yes, no] = console.yes_no;
    let values = [
        read.kind.code().to_owned(),
        day(read.start),
        day(read.due),
        day(read.original_due),
        day(effective),
        recurrence.unwrap_or_default(),
        if read.needs_review { yes } else { no }.to_owned(),
        why.join("; "),
    ];
    for (label, value) in console.deadline_labels.iter().zip(values) {
        if !value.is_empty() {
            print::row(
                place,
                &[print::Column::Left(14), print::Column::Rest],
                &[(*label).to_owned(), value],
            )?;
        }
    }
    Ok(())
}

/// Counts working days between two days, or from a day on.
pub fn workdays(place: &Place, from: &str, to: &str, is_json: bool) -> Result<()> {
    let from = args::date(from, "from")?;
    let (calendar, _) = calendar(place)?;
    let to = match to.strip_prefix('+') {
        Some(count) => {
            let count: u32 = count.parse().map_err(|_| Error::BadText {
                what: "to",
                text: to.to_owned(),
            })?;
            calendar.add_working_days(from, i64::from(count))
        }
        None => args::date(to, "to")?,
    };
    let days = calendar.working_days_between(from, to);
    let skipped: Vec<(chrono::NaiveDate, String)> = calendar
        .skipped(from, to)
        .into_iter()
        .map(|skipped| {
            let why = match skipped.why {
                WhySkipped::Weekend => place.words.console.weekend.to_owned(),
                WhySkipped::Holiday(name) | WhySkipped::SwapOff(name) => name,
            };
            (skipped.date, why)
        })
        .collect();
    if is_json {
        let skipped: Vec<_> = skipped
            .iter()
            .map(|(date, why)| json!({ "date": date, "why": why }))
            .collect();
        return Ok(print::json(&json!({
            "from": from,
            "to": to,
            "working_days": days,
            "skipped": skipped,
        }))?);
    }
    let console = &place.words.console;
    if let Form::Plain { .. } = place.form {
        let cells = [place.date(from), place.date(to), days.to_string()];
        print::row(place, &[], &cells)?;
        for (date, why) in skipped {
            print::row(place, &[], &[place.date(date), why])?;
        }
        return Ok(());
    }
    print::line(&(console.workdays)(
        days,
        &format::date(from),
        &format::date(to),
    ))?;
    if !skipped.is_empty() {
        print::line(console.skipped)?;
    }
    for (date, why) in skipped {
        let weekday = format::weekday(date, place.words.language);
        print::line(&format!("  {weekday} {}  {why}", format::date(date)))?;
    }
    Ok(())
}
