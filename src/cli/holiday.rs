//! `holiday`: days off and make-up days, from the shell.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::agency_args::{Asking, HolidayWhat};
use super::args;
use super::asking::{agrees, may_show};
use super::json as shape;
use super::place::Place;
use super::print::{self, Column};
use super::stdin::Laid;
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::error::{Error, FileFault, Result};
use crate::exchange;
use crate::lang::format;
use crate::work::request::agency::DaysSaved;
use crate::work::request::{Answer, OperationKey, Request};
use crate::work::session::Session;

/// Does what was asked about days off.
pub fn run(place: &Place, what: HolidayWhat) -> Result<()> {
    let mut session = place.session()?;
    match what {
        HolidayWhat::List { year, json } => list(place, &session, year, json),
        HolidayWhat::Set {
            day,
            day_name,
            day_kind,
            projected,
            asking,
        } => {
            let day = DayOff {
                date: args::date(&day, "date")?,
                name: day_name,
                kind: DayKind::from_code(&day_kind).ok_or(Error::BadText {
                    what: "kind",
                    text: day_kind,
                })?,
                projected,
            };
            save(place, &mut session, vec![day], Vec::new(), &asking)
        }
        HolidayWhat::Remove { day, asking } => {
            let day = args::date(&day, "date")?;
            let is_there = session.facts().calendar.days().any(|row| row.date == day);
            if !is_there {
                return Err(Error::BadText {
                    what: "day_off",
                    text: format::date(day),
                });
            }
            save(place, &mut session, Vec::new(), vec![day], &asking)
        }
        HolidayWhat::Import { file, asking } => {
            let laid = Laid::of(&file)?;
            let bad = |fault| Error::BadFile {
                path: file.clone(),
                fault,
            };
            let bytes = std::fs::read(laid.path()).map_err(|error| match error.kind() {
                std::io::ErrorKind::NotFound => bad(FileFault::Missing),
                std::io::ErrorKind::IsADirectory => bad(FileFault::IsDirectory),
                _ => bad(FileFault::Unreadable),
            })?;
            let days = exchange::read_days_off(&bytes).map_err(bad)?;
            save(place, &mut session, days, Vec::new(), &asking)
        }
    }
}

fn list(place: &Place, session: &Session, year: Option<i32>, is_json: bool) -> Result<()> {
    let facts = session.facts();
    let year = year.unwrap_or_else(|| facts.today.year());
    let days = facts.calendar.days().filter(|day| day.date.year() == year);
    let is_official = facts.calendar.has_official(year);
    if is_json {
        let days: Vec<Value> = days.map(day_json).collect();
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "year": year, "official": is_official, "days": days }),
        )?);
    }
    let columns = [
        Column::Left(10),
        Column::Left(3),
        Column::Left(40),
        Column::Left(10),
        Column::Rest,
    ];
    let words = &place.words.agencies;
    print::heading(place, &columns, &words.days_heading.map(str::to_owned))?;
    for day in days {
        let cells = [
            place.date(day.date),
            format::weekday(day.date, place.words.language).to_owned(),
            day.name.clone(),
            (words.told.day_kind)(day.kind).to_owned(),
            (words.told.standing)(day.projected).to_owned(),
        ];
        print::row(place, &columns, &cells)?;
    }
    if !is_official {
        print::aside(&(words.no_official)(year));
    }
    Ok(())
}

fn save(
    place: &Place,
    session: &mut Session,
    set: Vec<DayOff>,
    remove: Vec<NaiveDate>,
    asking: &Asking,
) -> Result<()> {
    let seen: Vec<DayOff> = session.facts().calendar.days().cloned().collect();
    let request = |is_rehearsal| Request::SaveDays {
        key: OperationKey::fresh(),
        seen: seen.clone(),
        set: set.clone(),
        remove: remove.clone(),
        is_rehearsal,
    };
    if asking.dry_run || !asking.yes {
        let would = saved(session.answer(&request(true))?);
        if asking.dry_run {
            return tell(place, &would, asking.json);
        }
        may_show(place)?;
        tell(place, &would, false)?;
        agrees(place.words.agencies.ask)?;
    }
    let done = saved(session.answer(&request(false))?);
    tell(place, &done, asking.json)
}

fn saved(answer: Answer) -> DaysSaved {
    match answer {
        Answer::Days(saved) => saved,
        _ => DaysSaved::default(),
    }
}

fn tell(place: &Place, saved: &DaysSaved, is_json: bool) -> Result<()> {
    if is_json {
        return Ok(print::json(&json!({
            "version": shape::VERSION,
            "operation": saved.operation.map(|id| id.0),
            "set": saved.set.iter().map(day_json).collect::<Vec<_>>(),
            "removed": saved.removed,
            "moved": saved.moved,
        }))?);
    }
    let words = &place.words.agencies.told;
    Ok(print::line(&(words.days)(
        saved.set.len(),
        saved.removed.len(),
        saved.moved,
    ))?)
}

fn day_json(day: &DayOff) -> Value {
    json!({ "date": day.date, "name": day.name, "kind": day.kind.code(), "projected": day.projected })
}
