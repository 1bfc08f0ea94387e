//! The shape of a report: one model from which screen, text, JSON and files are made, so that their figures
//! agree to the digit.
//!
//! A cell keeps what it was computed from (a share its part and its whole), and a row says which tasks it was
//! counted from: every number can be traced to its rows.

mod rows;

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::id::{AgencyId, AreaId, DocumentId, TaskId};
use super::interval::Interval;
use super::period::Period;
use super::query::Query;

pub use rows::Rows;

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The table that offices sign (DOMAIN 2.8).
    Completion,
    /// Promise kept: on time against the first and the current date, of the assigned and of the fallen due (M6).
    Promise,
    /// What documents of the Government and the Prime Minister gave: done on time and late, overdue (DOMAIN 6.2).
    Superior,
    /// What is late, with heads and causes: by agency, or task by task.
    Late,
    /// Accountability of heads: late now and in the period, days, urgings, explanations (M7).
    Heads,
    /// Through how many hands tasks went, and how long each held them, the worst first (M4).
    Hands,
    /// Tasks that went from one agency to another and back.
    Loops,
    /// Who waits for whom, and since when.
    Waiting,
    /// Who was urged how often, and when last; explanations asked and given (M11).
    Urgings,
    /// Extensions: asked, asked late, granted, refused.
    Extensions,
    /// Documents that are owed, issued late or not at all (M2).
    Documents,
    /// Tasks without end by the age of their last update.
    Ongoing,
    /// Recurring tasks, a line each, with kept and missed occurrences.
    Series,
    /// Indicators: attainment and distance to the target (M8).
    Indicators,
    /// Indicator values that should be there and are not.
    MissingReadings,
    /// Files: counts and shares side by side (M3).
    Caseload,
    /// Agencies whose late share falls while the number of late files grows.
    CaseloadAlerts,
}

impl Kind {
    /// Every report, in the order of the menu.
    pub const ALL: [Self; 17] = [
        Self::Completion,
        Self::Promise,
        Self::Superior,
        Self::Late,
        Self::Heads,
        Self::Hands,
        Self::Loops,
        Self::Waiting,
        Self::Urgings,
        Self::Extensions,
        Self::Documents,
        Self::Ongoing,
        Self::Series,
        Self::Indicators,
        Self::MissingReadings,
        Self::Caseload,
        Self::CaseloadAlerts,
    ];

    /// The word by which commands and JSON call it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Completion => "completion",
            Self::Promise => "promise",
            Self::Superior => "superior",
            Self::Late => "late",
            Self::Heads => "heads",
            Self::Hands => "hands",
            Self::Loops => "loops",
            Self::Waiting => "waiting",
            Self::Urgings => "urgings",
            Self::Extensions => "extensions",
            Self::Documents => "documents",
            Self::Ongoing => "ongoing",
            Self::Series => "series",
            Self::Indicators => "indicators",
            Self::MissingReadings => "missing-readings",
            Self::Caseload => "caseload",
            Self::CaseloadAlerts => "caseload-alerts",
        }
    }

    /// The report of that code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// By what rows are gathered.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// By the agency of the time.
    #[default]
    Agency,
    /// By today's successor of each agency.
    Successor,
    /// By area of reform.
    Area,
    /// By the head who answers for it: the title at its agency.
    Head,
    /// Not at all: a row is a single thing.
    None,
}

/// By which day a task belongs to a period (DOMAIN 2.8).
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// By its due date.
    #[default]
    Due,
    /// By the day on which it was assigned.
    Assigned,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spec {
    /// Which report.
    pub kind: Kind,
    /// About which days; none for all there are.
    pub period: Option<Period>,
    /// By which day a task belongs to the period.
    pub basis: Basis,
    /// How rows are gathered.
    pub by: Grouping,
    /// Of this agency only.
    pub agency: Option<AgencyId>,
    /// With the agencies whose heir it is today.
    #[serde(default)]
    pub with_old: bool,
    /// Of this area only, one by one.
    #[serde(default)]
    pub area: Option<AreaId>,
    /// Only what one column of the report counted, by its name; one by one.
    #[serde(default)]
    pub only: Option<String>,
    /// Of this task, document, indicator or whatever the report is about, by its number.
    pub of: Option<i64>,
    /// So many rows at the most, the worst first; the total is of all.
    pub limit: usize,
}

impl Spec {
    /// A report of everything, as it usually is.
    #[must_use]
    pub const fn new(kind: Kind) -> Self {
        Self {
            kind,
            period: None,
            basis: Basis::Due,
            by: Grouping::Agency,
            agency: None,
            with_old: false,
            area: None,
            only: None,
            of: None,
            limit: 1_000,
        }
    }
}

/// A column: its name is the key in JSON, and the one by which `lang` knows its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// A stable word in snake case: `done_on_time`.
    pub name: &'static str,
    /// What stands in it.
    pub holds: Holds,
    /// Left out first where there is little room: 0 never, higher numbers earlier.
    pub yields: u8,
}

/// What stands in a column; decides how it is aligned and how wide it may get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// A number of things.
    Count,
    /// A number of working days.
    Days,
    /// A share, with what it was computed from.
    Share,
    /// A day.
    Date,
    /// A measured value.
    Amount,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing to show or to compute from: a dash.
    None,
    /// A text of a person, or a title.
    Text(String),
    /// A word of the program, by its code; `lang` says it.
    Word(&'static str),
    /// An agency.
    Agency(AgencyId),
    /// The head of an agency, by title.
    Head(AgencyId),
    /// An area.
    Area(AreaId),
    /// A task, by its short number.
    Task(TaskId),
    /// A document.
    Document(DocumentId),
    /// A number of things.
    Count(i64),
    /// A number of working days.
    Days(i64),
    /// `part` of `whole`; a dash where there is no whole.
    Share {
        /// Those that are meant.
        part: i64,
        /// Those that they are among.
        whole: i64,
    },
    /// A day.
    Date(NaiveDate),
    /// A measured value.
    Amount(Amount),
    /// A month, quarter, half-year or year.
    Interval(Interval),
}

/// Where a row leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opens {
    /// The tasks that it was counted from.
    Tasks(Arc<Query>),
    /// One task.
    Task(TaskId),
    /// One document.
    Document(DocumentId),
    /// Another report, closer.
    Report(Box<Spec>),
    /// Every number of the row by itself, by the name of its column.
    Each {
        /// The columns whose numbers lead somewhere of their own.
        columns: Vec<(&'static str, Self)>,
        /// Where the rest of the row leads to.
        rest: Box<Self>,
    },
}

impl Opens {
    /// Where the number in a column leads to, or the row as a whole.
    #[must_use]
    pub fn of_column(&self, name: Option<&str>) -> &Self {
        let Self::Each { columns, rest } = self else {
            return self;
        };
        let found = columns.iter().find(|(column, _)| Some(*column) == name);
        found.map_or(rest, |(_, opens)| opens)
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As many as there are columns.
    pub cells: Vec<Cell>,
    /// Where it leads to, if anywhere.
    pub opens: Option<Opens>,
}

/// A report, made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was asked for.
    pub spec: Spec,
    /// As of which day.
    pub today: NaiveDate,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, in order.
    pub rows: Rows,
    /// The sum of all rows, also of those beyond the limit, where sums mean something.
    pub total: Option<Vec<Cell>>,
    /// What has to be said beneath, by its code: which denominator, what is left out.
    pub notes: Vec<&'static str>,
    /// Rows beyond the limit that are not there.
    pub left_out: i64,
}
