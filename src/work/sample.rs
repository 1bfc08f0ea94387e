//! The sample database of `cchc demo`: the directive and its plans, imported by our own importer, and a
//! year of work on them, made by a seeded generator through the functions that the screens use.
//!
//! Everything is written in one load; the same seed gives the same database, letter by letter.

mod cast;
mod choosing;
mod fate;
mod history;
mod measures;
mod papers;
mod phrases;
mod reporting;
mod round;
mod scenes;
mod stories;
mod story;
mod waves;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;
use fastrand::Rng;

use self::cast::Cast;
use self::history::Frame;
pub(crate) use self::history::at;
use self::measures::Book;
use self::story::Story;
use self::waves::Plan;
use super::import::family::Making;
use super::import::memory::Memory;
use super::import::understand::{self, Knowledge, Understood};
use super::occurrences;
use super::session::OWN_DAY;
use crate::domain::agency::Agency;
use crate::domain::annex::RowKind;
use crate::domain::area::Area;
use crate::domain::calendar::{Calendar, DayOff};
use crate::domain::deadline::Rules;
use crate::domain::error::{Error, FileFault, Result};
use crate::domain::matching::{Directory, Variants};
use crate::domain::user::Account;
use crate::exchange::{self, annex};
use crate::store::{Head, Kind, Store, Writer};

/// The login that the sample is opened with, unless another one is named.
pub const LOGIN: &str = "cv.snv";

/// Where the sample's texts say that they come from.
const ORIGIN: &str = "mẫu";

const SEED: u64 = 0x0cc_2023;

/// The sample's "today".
#[must_use]
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, 15).unwrap_or_default()
}

/// What the program carries about the city.
pub(crate) struct City {
    pub(crate) agencies: Vec<Agency>,
    pub(crate) areas: Vec<Area>,
    pub(crate) days: Vec<DayOff>,
}

impl City {
    /// Reads the tables of `assets/`.
    pub(crate) fn carried() -> Result<Self> {
        let own = |fault: FileFault| Error::Fault(format!("our own table: {fault:?}").into());
        Ok(Self {
            agencies: exchange::read_agencies(include_bytes!("../../assets/agencies.csv"))
                .map_err(own)?,
            areas: exchange::read_areas(include_bytes!("../../assets/areas.csv")).map_err(own)?,
            days: exchange::read_days_off(include_bytes!("../../assets/holidays.csv"))
                .map_err(own)?,
        })
    }

    /// Enters them into a new database.
    pub(crate) fn enter(&self, writer: &mut Writer<'_>) -> Result<()> {
        for agency in &self.agencies {
            writer.save_agency(agency)?;
        }
        for area in &self.areas {
            writer.save_area(area)?;
        }
        for day in &self.days {
            writer.save_day_off(day)?;
        }
        Ok(())
    }
}

/// Makes the working database that a city begins with: agencies, areas and days off, no tasks.
///
/// # Errors
/// As [`Store::create`].
pub fn begin(path: &Path, login: &str, at: chrono::DateTime<chrono::Utc>) -> Result<Store> {
    let city = City::carried()?;
    let head = Head {
        key: "begin",
        at,
        who: login,
        origin: "",
        kind: Kind::Frame,
        summary: "begin",
    };
    let (store, ()) = Store::load(path, |loader| {
        loader.write(&head, |writer| city.enter(writer))
    })?;
    Ok(store)
}

/// Makes the sample database in a new file.
///
/// # Errors
/// As [`Store::load`].
pub fn make(path: &Path) -> Result<Store> {
    let city = City::carried()?;
    let calendar = Calendar::new(city.days.clone());
    let waves = waves(&city, &calendar)?;
    let leading: BTreeSet<_> = waves
        .iter()
        .flat_map(|wave| &wave.plan.batches)
        .flat_map(|batch| &batch.members)
        .map(|member| member.planned.task.agency)
        .collect();
    let cast = Cast::new(&city.agencies, &leading);
    let frame = Frame {
        agencies: &city.agencies,
        calendar: &calendar,
        cast: &cast,
        today: day(),
    };
    let book = Book::of(&city, day());
    let story = Story::of(&waves, book, &frame, &mut Rng::with_seed(SEED));
    let (store, ()) = Store::load(path, |loader| {
        let first = waves.first().map_or_else(day, |wave| wave.day);
        let head = Head {
            key: "sample",
            at: history::at(first, 7 * 60),
            who: occurrences::PROGRAM,
            origin: ORIGIN,
            kind: Kind::Frame,
            summary: "sample",
        };
        loader.write(&head, |writer| enter_frame(writer, &city, &cast))?;
        story.tell(loader, &waves, &frame)
    })?;
    Ok(store)
}

fn enter_frame(writer: &mut Writer<'_>, city: &City, cast: &Cast) -> Result<()> {
    city.enter(writer)?;
    for user in cast.users() {
        writer.save_user(&Account {
            user: user.clone(),
            is_disabled: false,
        })?;
    }
    let today = day().to_string();
    writer.set_setting(OWN_DAY, Some(&today))?;
    writer.set_setting(occurrences::MADE_UNTIL, Some(&today))
}

/// One document's tasks, imported on the working day after it was signed.
pub(crate) struct Wave {
    /// The day of the import.
    day: NaiveDate,
    plan: Plan,
}

/// The tasks of the documents that were signed by the sample's day, document by document.
fn waves(city: &City, calendar: &Calendar) -> Result<Vec<Wave>> {
    let directory = Directory::new(&city.agencies);
    let knowledge = Knowledge {
        directory: &directory,
        areas: &city.areas,
        calendar,
        rules: Rules::default(),
        document: None,
        documents: &[],
        today: day(),
        variants: &Variants::default(),
        memory: Memory::default(),
    };
    let rows = annex::read_carried(include_bytes!("../../assets/tasks.csv"))
        .map_err(|fault| Error::Fault(format!("our own table: {fault:?}").into()))?;
    let mut signed: BTreeMap<NaiveDate, Vec<Understood>> = BTreeMap::new();
    for cells in rows.iter().filter(|row| row.kind == RowKind::Task) {
        let row = understand::understand(cells, &knowledge);
        if let Some(date) = row.document_date.filter(|date| *date <= day()) {
            signed.entry(date).or_default().push(row);
        }
    }
    let wave = |(date, rows): (NaiveDate, Vec<Understood>)| {
        let day = calendar.add_working_days(date, 1);
        let making = Making {
            agencies: &city.agencies,
            calendar,
            today: day,
            past_occurrences: true,
        };
        let plan = self::waves::plan(rows, &making)?;
        Ok(Wave { day, plan })
    };
    signed.into_iter().map(wave).collect()
}
