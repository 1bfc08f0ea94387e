//! Sets the table: the facts of the sample, and tasks in one line.

use cchc::domain::agency::Agency;
use cchc::domain::area::Area;
use cchc::domain::calendar::{Calendar, DayKind, DayOff};
use cchc::domain::condition::Thresholds;
use cchc::domain::deadline::Kind;
use cchc::domain::document::Document;
use cchc::domain::id::{AgencyId, AreaId, DocumentId, TaskId};
use cchc::domain::report_window::{Series, Window};
use cchc::domain::status::Status;
use cchc::domain::task::{Doubt, Form, Task};
use cchc::domain::user::{Role, User};
use cchc::work::request::Facts;
use chrono::NaiveDate;

/// The sample's day.
const TODAY: &str = "2023-06-15";

/// A day, written `2023-06-15`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("tests write days as YYYY-MM-DD")
}

fn records(text: &str) -> Vec<Vec<String>> {
    csv::Reader::from_reader(text.as_bytes())
        .records()
        .map(|row| row.expect("our own table is CSV"))
        .map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

fn fields<const N: usize>(row: &[String]) -> [&str; N] {
    std::array::from_fn(|place| row.get(place).map_or("", String::as_str))
}

/// The agencies, areas and holidays that the program carries, on the sample's day, before a monitor of
/// Sở Nội vụ; one assigning document.
pub fn facts() -> Facts {
    let agencies: Vec<_> = (1..)
        .zip(records(include_str!("../../assets/agencies.csv")))
        .filter_map(|(id, row)| Agency::from_fields(AgencyId(id), fields(&row)))
        .collect();
    let areas: Vec<_> = (1..)
        .zip(records(include_str!("../../assets/areas.csv")))
        .filter_map(|(id, row)| Area::from_fields(AreaId(id), fields(&row)))
        .collect();
    let days = records(include_str!("../../assets/holidays.csv"));
    let days = days.iter().map(|row| {
        let [date, name, kind, status] = fields(row);
        DayOff {
            date: day(date),
            name: name.to_owned(),
            kind: DayKind::from_code(kind).expect("our own table has known kinds"),
            projected: status == "projected",
        }
    });
    let calendar = Calendar::new(days.collect());
    let document = Document {
        id: DocumentId(1),
        kind: "Kế hoạch".to_owned(),
        symbol: "9125/KH-UBND".to_owned(),
        date: Some(day("2023-01-12")),
        issuer: String::new(),
        summary: "Cải cách hành chính năm 2023".to_owned(),
        code: "KH9125/23".to_owned(),
        bases: Vec::new(),
        skips_confirmation: false,
    };
    let home = agencies.iter().find(|agency| agency.code == "SNV");
    let user = User {
        login: "cv.snv".to_owned(),
        agency: home.map(|agency| agency.id),
        role: Role::Monitor,
    };
    Facts {
        agencies: agencies.into(),
        areas: areas.into(),
        documents: [document].into(),
        calendar: calendar.into(),
        windows: windows().into(),
        thresholds: Thresholds::default(),
        idle_minutes: 0,
        user,
        today: day(TODAY),
        is_sample: true,
        is_looking_only: false,
        is_at_door: false,
    }
}

/// Two reporting windows, neither due soon.
fn windows() -> Vec<Window> {
    let window = |name: &str, days: [&str; 3]| {
        let [from, to, due] = days.map(day);
        Window {
            name: name.to_owned(),
            series: Series::Quarter,
            from,
            to,
            due,
        }
    };
    vec![
        window("Quý I/2023", ["2022-12-15", "2023-03-14", "2023-03-20"]),
        window("Quý III/2023", ["2023-06-15", "2023-09-14", "2023-09-20"]),
    ]
}

/// The agency of that code.
pub fn agency(code: &str) -> AgencyId {
    let facts = facts();
    let found = facts.agencies.iter().find(|agency| agency.code == code);
    found.expect("tests name agencies of the sample").id
}

/// A task in the making.
#[derive(Clone)]
pub struct Sketch(Task);

/// A task in progress without a due date, led by Sở Thông tin và Truyền thông.
pub fn a_task(title: &str) -> Sketch {
    let mut task = Task::blank(Form::Task);
    title.clone_into(&mut task.title);
    task.status = Status::InProgress;
    task.agency = agency("STTTT");
    task.kind = Kind::Date;
    task.version = 1;
    task.assigned_on = Some(day("2023-01-12"));
    Sketch(task)
}

impl Sketch {
    /// Led by the agency of that code.
    pub fn of(mut self, code: &str) -> Self {
        self.0.agency = agency(code);
        self
    }

    /// Due on that day, from the beginning.
    pub fn due(mut self, text: &str) -> Self {
        self.0.due = Some(day(text));
        self.0.original_due = self.0.due;
        self.0.effective_due = self.0.due;
        self
    }

    /// In that status; submitted on the sample's day where it awaits confirmation.
    pub fn status(mut self, status: Status) -> Self {
        self.0.status = status;
        if status == Status::Awaiting {
            self.0.submitted_on = Some(day(TODAY));
            "cv.stttt".clone_into(&mut self.0.submitted_by);
        }
        self
    }

    /// With a deadline of that kind, which has no day.
    pub fn kind(mut self, kind: Kind, text: &str) -> Self {
        self.0.kind = kind;
        text.clone_into(&mut self.0.deadline_text);
        self
    }

    /// Doubtful, for the reason of that code.
    pub fn doubtful(mut self, code: &str) -> Self {
        self.0.doubts.push(Doubt {
            code: code.to_owned(),
            detail: String::new(),
        });
        self
    }

    /// With anything else.
    pub fn with(mut self, change: impl FnOnce(&mut Task)) -> Self {
        change(&mut self.0);
        self
    }

    /// The task, under this number.
    pub fn numbered(mut self, id: i64) -> Task {
        self.0.id = TaskId(id);
        if self.0.code.is_empty() {
            self.0.code = format!("NV/23-{id:04}");
        }
        self.0
    }
}
