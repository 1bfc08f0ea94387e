//! Databases of any size with believable proportions, for measurements: 93 % done, 5 % overdue.
//!
//! Through the store's own loader, task by task in constant memory; the first tasks are the same for
//! every size. Not for people: the sample is.

mod vocabulary;

use std::path::Path;

use chrono::{DateTime, Days, NaiveDate, Utc};
use fastrand::Rng;
use serde_json::json;

use super::occurrences;
use super::progress::Progress;
use super::sample::{City, at};
use super::session::OWN_DAY;
use crate::domain::agency::Agency;
use crate::domain::change::Fields;
use crate::domain::deadline::Kind as DeadlineKind;
use crate::domain::document::Document;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::domain::status::Status;
use crate::domain::task::{Form, Task};
use crate::store::{Head, Kind, Loader, Note, Store, Writer};

const SEED: u64 = 2026;

/// So many tasks belong to one document, and are entered in one group.
const OF_DOCUMENT: u64 = 400;

/// The sizes of a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Listed tasks.
    pub tasks: u64,
    /// Rows of the log, at least one a task.
    pub changes: u64,
}

/// The generated database's "today".
#[must_use]
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap_or_default()
}

/// Makes such a database in a new file.
///
/// # Errors
/// As [`Store::load`], and [`Cancelled`](crate::domain::error::Error::Cancelled).
pub fn generate(path: &Path, size: Size, progress: &mut Progress<'_>) -> Result<Store> {
    let city = City::carried()?;
    let leads: Vec<AgencyId> = leads(&city.agencies);
    let (store, ()) = Store::load(path, |loader| {
        let head = head("generate", at(day(), 8 * 60), Kind::Frame);
        loader.write(&head, |writer| {
            city.enter(writer)?;
            let today = day().to_string();
            writer.set_setting(OWN_DAY, Some(&today))?;
            writer.set_setting(occurrences::MADE_UNTIL, Some(&today))
        })?;
        let mut maker = Maker {
            rng: Rng::with_seed(SEED),
            leads,
            areas: city.areas.iter().map(|area| area.id).collect(),
            size,
        };
        let documents = size.tasks.div_ceil(OF_DOCUMENT);
        for number in 0..documents {
            let total = usize::try_from(documents).unwrap_or(usize::MAX);
            progress.step(usize::try_from(number).unwrap_or(total), total)?;
            maker.document(loader, number)?;
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
        origin: "generate",
        kind,
        summary: "generate",
    }
}

struct Maker {
    rng: Rng,
    leads: Vec<AgencyId>,
    areas: Vec<AreaId>,
    size: Size,
}

impl Maker {
    /// One document, its tasks, and what was done to them.
    fn document(&mut self, loader: &mut Loader<'_>, number: u64) -> Result<()> {
        let first = number * OF_DOCUMENT;
        let count = OF_DOCUMENT.min(self.size.tasks - first);
        let signed = NaiveDate::from_ymd_opt(2022, 1, 4).unwrap_or_default()
            + Days::new(self.rng.u64(0..1_590));
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
            for item in 1..=count {
                let task = Task {
                    code: format!("{code}-{item:03}"),
                    item: item.to_string(),
                    document: Some(id),
                    ..self.task(signed)
                };
                self.live(writer, task, first + item - 1)?;
            }
            Ok(())
        })
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
        Task {
            title: vocabulary::title(&mut self.rng),
            product: "Báo cáo".to_owned(),
            owes_document: true,
            agency: agency.unwrap_or(AgencyId::UNRESOLVED),
            area: area.unwrap_or(AreaId::NONE),
            deadline_text: due.format("Trước ngày %d/%m/%Y").to_string(),
            kind: DeadlineKind::Date,
            due: due.pred_opt(),
            original_due: due.pred_opt(),
            effective_due: due.pred_opt(),
            assigned_on: Some(signed),
            status: Status::NotStarted,
            ..Task::blank(Form::Task)
        }
    }

    /// Enters the task and what was done to it; the last change is what it is now.
    fn live(&mut self, writer: &mut Writer<'_>, task: Task, number: u64) -> Result<()> {
        // Spread so that the sum over all tasks is the number that was asked for.
        let (tasks, changes) = (self.size.tasks, self.size.changes.max(self.size.tasks));
        let of = |number: u64| u128::from(number) * u128::from(changes) / u128::from(tasks);
        let rows = of(number + 1) - of(number);
        let task = writer.insert_task(&task, None, note("import", ""))?;
        let after = self.ending(&task);
        let saves = u128::from(after != task);
        let mut percent = 0;
        for _ in 1..rows.saturating_sub(saves) {
            let text = self
                .rng
                .choice(vocabulary::NOTES)
                .copied()
                .unwrap_or_default();
            let next = (percent + self.rng.u8(1..12)).min(95);
            let before = fields(percent, "");
            writer.record(
                task.id,
                &before,
                &fields(next, text),
                note("progress", text),
            )?;
            percent = next;
        }
        let what = if after.status == Status::Done {
            "confirm"
        } else {
            "progress"
        };
        writer.save_task(&task, &after, note(what, ""))?;
        Ok(())
    }

    /// How the task stands today: 93 % done, 5 % overdue, the rest open in time.
    fn ending(&mut self, task: &Task) -> Task {
        let (today, due) = (day(), task.due.unwrap_or_else(day));
        let fate = self.rng.u16(..1_000);
        let mut after = task.clone();
        if due >= today && fate < 700 || due < today && fate < 50 {
            after.status = if fate.is_multiple_of(5) {
                Status::NotStarted
            } else {
                Status::InProgress
            };
            after.progress = (!fate.is_multiple_of(5)).then(|| self.rng.u8(5..95));
            after.updated_on = after
                .progress
                .map(|_| today - Days::new(self.rng.u64(1..60)));
            return after;
        }
        let is_late = fate >= 920;
        let submitted = if is_late {
            due + Days::new(self.rng.u64(1..40))
        } else {
            due - Days::new(self.rng.u64(0..10))
        };
        after.submitted_on = Some(submitted.min(today));
        after.submitted_by = "cv.stttt".to_owned();
        after.evidence = format!("{}/BC-UBND", self.rng.u16(10..3_000));
        after.issued.clone_from(&after.evidence);
        after.issued_on = after.submitted_on;
        if fate >= 996 {
            after.status = Status::Awaiting;
            return after;
        }
        after.status = Status::Done;
        after.progress = Some(100);
        after.closed_on = Some((submitted + Days::new(3)).min(today));
        after
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

fn fields(percent: u8, text: &str) -> Fields {
    let mut fields = Fields::new();
    fields.insert("progress".to_owned(), json!(percent));
    fields.insert("progress_note".to_owned(), json!(text));
    fields
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
