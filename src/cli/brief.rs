//! `brief`: what needs somebody today, in three lines: for the login, the message of the day and mail by cron.
//!
//! The figures are those of the home screen, of the person who asks, or of an agency. The exit code says whether
//! anything waits, so that a script sends no mail about nothing.

use std::process::ExitCode;

use serde_json::{Value, json};

use super::json as shape;
use super::place::Place;
use super::save::agency_of;
use super::{exit, print};
use crate::domain::agency::Agency;
use crate::domain::concern::Concern;
use crate::domain::error::{Error, Result};
use crate::domain::id::AgencyId;
use crate::domain::query::{Query, Tally};
use crate::domain::user::Role;
use crate::lang::{BriefWords, format};
use crate::ui::canvas::width;
use crate::work::request::{Answer, Facts, Request};
use crate::work::session::Session;

/// A line has so many cells.
const WIDE: usize = 80;

/// A figure: what is counted, how many, and since when the oldest waits.
struct Figure {
    concern: Concern,
    tally: Tally,
    since: Option<chrono::NaiveDate>,
}

/// Tells it in a session of its own, which only looks: it waits for nobody, holds up nobody and writes nothing.
/// Quietly, for a login: where there is no database, it is busy or the login may not, nothing is said and it ends
/// with 0.
///
/// # Errors
/// Those of [`tell`], unless quietly.
pub fn run(place: &Place, given: &Given<'_>) -> Result<ExitCode> {
    let told = place
        .glance()
        .and_then(|mut session| tell(place, &mut session, given.agency, given.is_json));
    match told {
        Err(_) if given.is_quiet => Ok(ExitCode::SUCCESS),
        // Somebody took it between two questions; nothing was to be saved.
        Err(Error::Busy) => Err(Error::Occupied(place.config.db.clone())),
        told => told.map(ExitCode::from),
    }
}

/// What was given with `brief`.
pub struct Given<'a> {
    /// `--agency`.
    pub agency: Option<&'a str>,
    /// `--quiet`.
    pub is_quiet: bool,
    /// `--json`.
    pub is_json: bool,
}

/// Tells what waits for this person, or for an agency, and gives the exit code: 0 where nothing does.
///
/// # Errors
/// An agency that there is not, and whatever the database says.
pub fn tell(
    place: &Place,
    session: &mut Session,
    agency: Option<&str>,
    is_json: bool,
) -> Result<u8> {
    let named = agency.map(|text| agency_of(session, text)).transpose()?;
    let (role, own) = match named {
        Some(id) => (Role::Clerk, Some(id)),
        None => {
            let user = session.user();
            let own = user.agency.filter(|_| user.role == Role::Clerk);
            (user.role, own)
        }
    };
    let figures = match named {
        Some(id) => of_agency(session, id)?,
        None => of_person(session, role)?,
    };
    let facts = session.facts();
    let agency = own.and_then(|id| facts.agency(id));
    let waits = figures.iter().any(|figure| figure.tally.count > 0);
    if is_json {
        print::json(&json_of(facts, agency, &figures))?;
    } else {
        say(place, facts, role, agency, &figures)?;
    }
    Ok(if waits { exit::WAITS } else { 0 })
}

/// The figures of the home screen.
fn of_person(session: &mut Session, role: Role) -> Result<Vec<Figure>> {
    let Answer::Home(home) = session.answer(&Request::Home)? else {
        return Ok(Vec::new());
    };
    let figure = |concern: Concern| Figure {
        concern,
        tally: Tally {
            count: home.count(concern),
            is_partial: false,
        },
        since: home.oldest.get(&concern).copied(),
    };
    Ok(concerns(role).map(figure).collect())
}

/// The same of an agency, counted by the filters that the lines open.
fn of_agency(session: &mut Session, agency: AgencyId) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for concern in concerns(Role::Clerk) {
        let mut filter = concern.filter(Some(agency), &session.facts().day());
        if concern.is_of_lead() {
            filter.agencies = vec![agency];
        }
        let query = Query {
            filter,
            ..Query::default()
        };
        if let Answer::Count(tally) = session.answer(&Request::Count { query })? {
            figures.push(Figure {
                concern,
                tally,
                since: None,
            });
        }
    }
    Ok(figures)
}

fn concerns(role: Role) -> impl Iterator<Item = Concern> {
    Concern::lines(role).iter().map(|(_, concern)| *concern)
}

fn say(
    place: &Place,
    facts: &Facts,
    role: Role,
    agency: Option<&Agency>,
    figures: &[Figure],
) -> Result<()> {
    let (words, day) = (&place.words.brief, facts.day());
    let whose = agency.map_or(words.everybody, |agency| &agency.name);
    let weekday = format::weekday(facts.today, place.words.language);
    print::line(&(words.head)(weekday, &format::date(facts.today), whose))?;
    let newly = day.newly_overdue().0;
    let told = |figure: &Figure| {
        let label = (place.words.home.line)(figure.concern, role, day.thresholds.loud, newly);
        let count = match figure.tally.is_partial {
            true => (words.at_least)(figure.tally.count),
            false => format::number(figure.tally.count, place.words.language),
        };
        format!("{label}: {count}")
    };
    let of = |concern| figures.iter().find(|figure| figure.concern == concern);
    let late = of(Concern::Overdue).filter(|figure| figure.tally.count > 0);
    let mut second = vec![late.map_or_else(
        || words.nothing_late.to_owned(),
        |late| {
            let days = late
                .since
                .map(|since| day.calendar.working_days_between(since, facts.today));
            (words.late)(late.tally.count, days)
        },
    )];
    second.extend(of(Concern::DueSoon).map(told));
    print::line(&second.join(" · "))?;
    let is_other =
        |figure: &&Figure| !matches!(figure.concern, Concern::Overdue | Concern::DueSoon);
    let others: Vec<String> = figures
        .iter()
        .filter(is_other)
        .filter(|figure| figure.tally.count > 0)
        .map(told)
        .collect();
    if others.is_empty() {
        return Ok(print::line(words.nothing_else)?);
    }
    Ok(print::line(&in_a_line(&others, words))?)
}

/// As many of them as a line of a terminal takes, and how many there are besides.
fn in_a_line(others: &[String], words: &BriefWords) -> String {
    let with = |many: usize| {
        let more = others.len() - many;
        let more = (more > 0).then(|| (words.more)(more));
        let shown = others.iter().take(many).cloned().chain(more);
        shown.collect::<Vec<_>>().join(" · ")
    };
    (1..=others.len())
        .rev()
        .map(with)
        .find(|line| width(line) <= WIDE)
        .unwrap_or_else(|| with(1))
}

fn json_of(facts: &Facts, agency: Option<&Agency>, figures: &[Figure]) -> Value {
    let lines: Vec<Value> = figures
        .iter()
        .map(|figure| {
            json!({
                "concern": figure.concern.code(),
                "count": figure.tally.count,
                "is_partial": figure.tally.is_partial,
                "since": figure.since,
            })
        })
        .collect();
    json!({
        "version": shape::VERSION,
        "today": facts.today,
        "user": facts.user.login,
        "agency": agency.map(|agency| &agency.code),
        "lines": lines,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::VI;

    #[test]
    fn the_last_line_fits_and_says_how_much_it_leaves_out() {
        let others: Vec<String> = (1..=6)
            .map(|n| format!("Cần rà soát sau khi nhập: {n}"))
            .collect();
        let line = in_a_line(&others, &VI.brief);
        assert!(width(&line) <= WIDE, "{line}");
        assert!(line.ends_with(" · thêm 4 mục nữa"), "{line}");
        assert_eq!(in_a_line(&others[..2], &VI.brief), others[..2].join(" · "));
    }
}
