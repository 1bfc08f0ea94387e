//! Stories about the store. The house of each test is fresh, its day is fixed.

mod agenda;
mod belongs;
mod books;
mod dice;
mod disks;
mod documents;
mod events;
mod far;
mod files;
mod filling;
mod heads;
mod learnt;
mod lists;
mod many;
mod measures;
mod model;
mod plans;
mod plans_of_reports;
mod plans_of_windows;
mod proof;
mod schema;
mod spans;
mod standing;
mod waiting;
mod whole;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::area::Area;
use crate::domain::calendar::Calendar;
use crate::domain::condition::{Day, Thresholds};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::status::Status;
use crate::domain::task::{Form, Task};

use super::{Head, Kind, Note, Store, Writer, Written};

/// A fresh database in a fresh directory.
struct House {
    _directory: tempfile::TempDir,
    store: Store,
}

impl House {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::create(&directory.path().join("cchc.db")).unwrap();
        let mut house = Self {
            _directory: directory,
            store,
        };
        house.write(furnish);
        house
    }

    /// One save under a fresh key.
    fn write<T>(&mut self, make: impl FnOnce(&mut Writer<'_>) -> Result<T>) -> T {
        written(self.store.write(&head(&key(), Kind::Save), make).unwrap())
    }

    fn insert(&mut self, task: &Task) -> Task {
        self.write(|writer| writer.insert_task(task, None, CREATE))
    }
}

const CREATE: Note<'static> = Note {
    what: "create",
    why: "",
    document: "",
    on_behalf: None,
};

fn note(what: &str) -> Note<'_> {
    Note {
        what,
        ..Note::default()
    }
}

fn key() -> String {
    format!("{:032x}", fastrand::u128(..))
}

fn head(key: &str, kind: Kind) -> Head<'_> {
    head_of(key, kind, "cv.snv")
}

fn head_of<'a>(key: &'a str, kind: Kind, who: &'a str) -> Head<'a> {
    Head {
        key,
        at: now(),
        who,
        origin: "test",
        kind,
        summary: "",
    }
}

fn now() -> DateTime<Utc> {
    "2023-03-01T01:02:03.456Z".parse().unwrap()
}

fn written<T>(written: Written<T>) -> T {
    match written {
        Written::Done { value, .. } | Written::Nothing { value } => value,
        Written::Again { .. } => panic!("this key was used before"),
    }
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn day<'a>(calendar: &'a Calendar, today: &str) -> Day<'a> {
    Day {
        today: date(today),
        calendar,
        thresholds: Thresholds::default(),
    }
}

/// Five agencies, three areas.
fn furnish(writer: &mut Writer<'_>) -> Result<()> {
    for number in 1..=5 {
        writer.save_agency(&Agency {
            id: AgencyId(0),
            code: format!("S{number}"),
            name: format!("Sở {number}"),
            kind: AgencyKind::Department,
            parent_code: None,
            head_title: "Giám đốc".to_owned(),
            valid_from: None,
            valid_to: None,
            successors: Vec::new(),
        })?;
    }
    for number in 1..=3 {
        writer.save_area(&Area {
            id: AreaId(0),
            code: format!("A{number}"),
            name_vi: format!("Lĩnh vực {number}"),
            name_en: String::new(),
            basis: String::new(),
        })?;
    }
    Ok(())
}

/// A task of the first agency, in progress.
fn a_task(title: &str) -> Task {
    Task {
        id: TaskId(0),
        code: format!("T/{}", key()),
        title: title.to_owned(),
        agency: AgencyId(1),
        status: Status::InProgress,
        ..Task::blank(Form::Task)
    }
}

fn due(task: Task, due: &str) -> Task {
    let due = Some(date(due));
    Task {
        due,
        original_due: due,
        effective_due: due,
        ..task
    }
}
