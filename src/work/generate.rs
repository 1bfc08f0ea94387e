//! Databases of any size with believable proportions, for measurements: 93 % done, 5 % overdue.
//!
//! Through the store's own loader, day by day in the order of time, so that the log can be gone back along. What
//! happens to a task is drawn when it is entered and kept in few bytes until its day comes. Not for people: the
//! sample is.

mod life;
mod measured;
mod vocabulary;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use fastrand::Rng;

use self::life::{Act, Lot};
use super::occurrences;
use super::progress::Progress;
use super::sample::{City, at};
use super::session::OWN_DAY;
use crate::domain::agency::Agency;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::Kind as DeadlineKind;
use crate::domain::document::Document;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, DocumentId, TaskId};
use crate::domain::status::Status;
use crate::domain::task::{Form, Task};
use crate::store::{Head, Kind, LOADED, Loader, Note, Store, Writer};

const SEED: u64 = 2026;

/// So many tasks belong to one document, and are entered in one group.
const OF_DOCUMENT: u64 = 400;

/// So many deeds are one group: what a person does in one go.
const OF_GROUP: usize = 40;

/// Every so many documents give a task for every month of a year.
const RECURS: u64 = 5;

/// A task that is done was entered, accepted, submitted and confirmed.
const LEAST: u64 = 4;

/// The sizes of a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Listed tasks.
    pub tasks: u64,
    /// Rows of the log about tasks, at least four a task.
    pub changes: u64,
}

/// The generated database's "today".
#[must_use]
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap_or_default()
}

/// The day on which the first documents can be signed.
fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 1, 4).unwrap_or_default()
}

/// Makes such a database in a new file.
///
/// # Errors
/// As [`Store::load`], and [`Cancelled`](crate::domain::error::Error::Cancelled).
pub fn generate(path: &Path, size: Size, progress: &mut Progress<'_>) -> Result<Store> {
    let city = City::carried()?;
    let calendar = Calendar::new(city.days.clone());
    let (store, ()) = Store::load(path, |loader| {
        let head = head("generate", at(first_day(), 7 * 60), Kind::Frame);
        let indicators = loader.write(&head, |writer| {
            city.enter(writer)?;
            let today = day().to_string();
            writer.set_setting(OWN_DAY, Some(&today))?;
            writer.set_setting(occurrences::MADE_UNTIL, Some(&today))?;
            measured::indicators(writer, &leads(&city.agencies))
        })?;
        let mut maker = Maker::new(&city, &calendar, size);
        let days: Vec<NaiveDate> = first_day()
            .iter_days()
            .take_while(|it| *it <= day())
            .collect();
        for (place, today) in days.iter().enumerate() {
            progress.step(place, days.len())?;
            maker.day(loader, *today, &indicators)?;
        }
        Ok(())
    })?;
    Ok(store)
}

/// Sixty agencies of today, some with many tasks and most with fewer.
fn leads(agencies: &[Agency]) -> Vec<AgencyId> {
    let today = agencies.iter().filter(|agency| {
        agency.is_valid_on(day()) && agency.parent_code.as_deref() == Some("UBNDTP")
    });
    today.take(60).map(|agency| agency.id).collect()
}

fn head(key: &str, at: DateTime<Utc>, kind: Kind) -> Head<'_> {
    Head {
        key,
        at,
        who: "cv.snv",
        origin: LOADED,
        kind,
        summary: "generate",
    }
}

struct Maker<'a> {
    rng: Rng,
    leads: Vec<AgencyId>,
    areas: Vec<AreaId>,
    calendar: &'a Calendar,
    size: Size,
    /// How many documents are signed on a day.
    signed: BTreeMap<NaiveDate, u64>,
    /// Documents so far.
    documents: u64,
    /// What happens on the days to come.
    ahead: BTreeMap<NaiveDate, Vec<(TaskId, Act)>>,
}

impl<'a> Maker<'a> {
    fn new(city: &City, calendar: &'a Calendar, size: Size) -> Self {
        let mut rng = Rng::with_seed(SEED);
        let mut signed = BTreeMap::new();
        for _ in 0..size.tasks.div_ceil(OF_DOCUMENT) {
            let day = first_day() + Days::new(rng.u64(0..1_590));
            *signed.entry(day).or_default() += 1;
        }
        Self {
            rng,
            leads: leads(&city.agencies),
            areas: city.areas.iter().map(|area| area.id).collect(),
            calendar,
            size,
            signed,
            documents: 0,
            ahead: BTreeMap::new(),
        }
    }

    /// What came in on a day, and what was done on it.
    fn day(
        &mut self,
        loader: &mut Loader<'_>,
        today: NaiveDate,
        indicators: &measured::Indicators,
    ) -> Result<()> {
        measured::month(loader, indicators, today, &mut self.rng)?;
        for _ in 0..self.signed.get(&today).copied().unwrap_or(0) {
            self.document(loader, today)?;
        }
        let acts = self.ahead.remove(&today).unwrap_or_default();
        let mut time = at(today, 10 * 60);
        for (place, group) in acts.chunks(OF_GROUP).enumerate() {
            let key = format!("generate-{today}-{place}");
            time += TimeDelta::milliseconds(500);
            loader.write(&head(&key, time, Kind::Save), |writer| {
                for (task, act) in group {
                    act.carry_out(writer, *task, today, self.calendar, &self.leads)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// One document and its tasks.
    fn document(&mut self, loader: &mut Loader<'_>, signed: NaiveDate) -> Result<()> {
        let number = self.documents;
        self.documents += 1;
        let first = number * OF_DOCUMENT;
        let count = OF_DOCUMENT.min(self.size.tasks - first);
        let key = format!("generate-{number}");
        let head = head(&key, at(signed, 9 * 60), Kind::Import);
        let code = format!("KH{}/{}", 1000 + number, signed.format("%y"));
        let document = Document {
            id: DocumentId(0),
            kind: "Kế hoạch".to_owned(),
            symbol: format!("{}/KH-UBND", 1000 + number),
            date: Some(signed),
            issuer: "UBND".to_owned(),
            summary: String::new(),
            code: code.clone(),
            bases: Vec::new(),
            skips_confirmation: false,
        };
        loader.write(&head, |writer| {
            let id = writer.save_document(&document)?;
            let given = |task: Task, item: String| Task {
                code: format!("{code}-{item}"),
                item,
                document: Some(id),
                ..task
            };
            let series = self.series(writer, number, signed, given)?;
            for item in 1..=count {
                let task = given(self.task(signed), format!("{item:03}"));
                let occurrence = series.as_ref().filter(|_| item <= 12);
                let task = occurrence.map_or(task.clone(), |head| of_series(task, head, item));
                let rows = self.rows(first + item - 1);
                let spent = u64::from(occurrence.is_some() && item == 1);
                self.enter(writer, &task, rows - spent)?;
            }
            Ok(())
        })
    }

    /// The recurring task of a document, if it has one; it takes a row of the log from its first occurrence.
    fn series(
        &mut self,
        writer: &mut Writer<'_>,
        number: u64,
        signed: NaiveDate,
        given: impl Fn(Task, String) -> Task,
    ) -> Result<Option<Task>> {
        let is_room = self.size.changes > LEAST * self.size.tasks;
        if !number.is_multiple_of(RECURS) || !is_room {
            return Ok(None);
        }
        let head = Task {
            form: Form::Series,
            kind: DeadlineKind::Recurring,
            deadline_text: "Hằng tháng".to_owned(),
            recurrence: Some("FREQ=MONTHLY;BYMONTHDAY=25".to_owned()),
            due: None,
            original_due: None,
            effective_due: None,
            ..given(self.task(signed), "0".to_owned())
        };
        writer
            .insert_task(&head, None, note("import", ""))
            .map(Some)
    }

    /// How many rows of the log a task has: spread so that the sum over all is the number that was asked for.
    fn rows(&self, number: u64) -> u64 {
        let (tasks, changes) = (
            self.size.tasks,
            self.size.changes.max(LEAST * self.size.tasks),
        );
        let of = |number: u64| u128::from(number) * u128::from(changes) / u128::from(tasks);
        u64::try_from(of(number + 1) - of(number)).unwrap_or(LEAST)
    }

    /// A task as it was given.
    fn task(&mut self, signed: NaiveDate) -> Task {
        let due = signed + Days::new(self.rng.u64(14..400));
        // Squared: the first agencies lead most, as in a real city.
        let share = self.rng.f64();
        let count = self.leads.len();
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss
        )]
        let place = (share * share * count as f64) as usize;
        let agency = self.leads.get(place.min(count.saturating_sub(1))).copied();
        let area = self.rng.choice(&self.areas).copied();
        let goes_on = self.rng.u8(..100) == 0;
        let (kind, text) = if goes_on {
            (DeadlineKind::Ongoing, "Thường xuyên".to_owned())
        } else {
            let text = due.format("Trước ngày %d/%m/%Y").to_string();
            (DeadlineKind::Date, text)
        };
        let due = due.pred_opt().filter(|_| !goes_on);
        Task {
            title: vocabulary::title(&mut self.rng),
            product: "Báo cáo".to_owned(),
            owes_document: !goes_on,
            agency: agency.unwrap_or(AgencyId::UNRESOLVED),
            area: area.unwrap_or(AreaId::NONE),
            deadline_text: text,
            kind,
            due,
            original_due: due,
            effective_due: due,
            assigned_on: Some(signed),
            status: Status::NotStarted,
            ..Task::blank(Form::Task)
        }
    }

    /// Enters a task, and notes what will happen to it.
    fn enter(&mut self, writer: &mut Writer<'_>, task: &Task, rows: u64) -> Result<()> {
        let task = writer.insert_task(task, None, note("import", ""))?;
        let lot = Lot {
            given: task.assigned_on.unwrap_or_else(day),
            due: task.effective_due,
            agency: task.agency,
        };
        let acts = usize::try_from(rows - 1).unwrap_or_default();
        for (day, act) in life::draw(lot, acts, &self.leads, &mut self.rng) {
            self.ahead.entry(day).or_default().push((task.id, act));
        }
        Ok(())
    }
}

/// An occurrence of a recurring task: by the end of one of the months that follow.
fn of_series(task: Task, head: &Task, item: u64) -> Task {
    let due = task.assigned_on.map(|signed| signed + Days::new(item * 30));
    Task {
        series: Some(head.id),
        title: head.title.clone(),
        agency: head.agency,
        area: head.area,
        owes_document: false,
        kind: DeadlineKind::Date,
        deadline_text: head.deadline_text.clone(),
        due,
        original_due: due,
        effective_due: due,
        ..task
    }
}

const fn note<'a>(what: &'a str, why: &'a str) -> Note<'a> {
    Note {
        what,
        why,
        document: "",
        on_behalf: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_database_has_the_size_and_the_shares_that_were_asked_for() {
        let directory = tempfile::tempdir().expect("a directory");
        let size = Size {
            tasks: 3_000,
            changes: 12_000,
        };
        let path = directory.path().join("many.db");
        let store = generate(&path, size, &mut Progress::silent()).expect("a database");
        let log = store.log(None, None, 100_000).expect("a log");
        let of_tasks = log
            .iter()
            .filter(|change| matches!(change.subject, crate::domain::change::Subject::Task(_)))
            .count();
        assert_eq!(of_tasks, 12_000);
        let replay = store.check_replay(|_, _| Ok(())).expect("a proof");
        assert_eq!(replay.named(), []);
        assert_eq!(store.check_frame().expect("a proof").named(), []);
        let calendar = crate::domain::calendar::Calendar::new(store.days_off().expect("days"));
        let day = crate::domain::condition::Day {
            today: day(),
            calendar: &calendar,
            thresholds: Default::default(),
        };
        let mut total = crate::domain::count::Counts::default();
        for agency in store.agency_counts(&day).expect("counts") {
            total += agency.counts;
        }
        assert_eq!(total.given(), 3_000);
        assert!((2_550..2_900).contains(&total.done()), "{total:?}");
        assert!((90..210).contains(&total.late), "{total:?}");
    }
}
