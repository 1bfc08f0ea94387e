//! Accountability of heads (M7): what is late under them, for how long, how often they were urged and asked to
//! explain.

use super::{column, sheet};
use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::completion::classes;
use super::grouped::{self, Key};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::report::{Cell, Column, Grouping, Holds, Opens, Report, Row, Rows, Spec};
use crate::work::session::Session;

/// Deeds of the ladder that are counted, by their codes in the table of events.
const LADDER: [&str; 5] = ["urge", "ask_explanation", "explain", "criticise", "propose"];

const COLUMNS: [Column; 12] = [
    column("late_now", Holds::Count, 0),
    column("late_days", Holds::Days, 0),
    column("longest", Holds::Days, 2),
    column("late_first", Holds::Count, 4),
    column("late_in_period", Holds::Count, 0),
    column("current_of_due", Holds::Share, 5),
    column("urged", Holds::Count, 1),
    column("asked_to_explain", Holds::Count, 1),
    column("explained", Holds::Count, 6),
    column("to_explain", Holds::Count, 3),
    column("disciplined", Holds::Count, 7),
    column("worst", Holds::Count, 8),
];

/// What is known of a head.
#[derive(Debug, Clone, Default)]
pub(super) struct Record {
    pub late_now: i64,
    pub late_days: i64,
    pub longest: i64,
    /// Late by the first date: late now, or in time by an extension only.
    pub late_first: i64,
    pub late_in_period: i64,
    pub on_time: i64,
    pub on_first: i64,
    pub fallen_due: i64,
    pub excused: i64,
    pub urged: i64,
    pub asked: i64,
    pub explained: i64,
    pub to_explain: i64,
    pub criticised: i64,
    pub proposed: i64,
}

impl AddAssign for Record {
    fn add_assign(&mut self, other: Self) {
        self.late_now += other.late_now;
        self.late_days += other.late_days;
        self.longest = self.longest.max(other.longest);
        self.late_first += other.late_first;
        self.late_in_period += other.late_in_period;
        self.on_time += other.on_time;
        self.on_first += other.on_first;
        self.fallen_due += other.fallen_due;
        self.excused += other.excused;
        self.urged += other.urged;
        self.asked += other.asked;
        self.explained += other.explained;
        self.to_explain += other.to_explain;
        self.criticised += other.criticised;
        self.proposed += other.proposed;
    }
}

/// The records of all heads, or of those a report is limited to.
pub(super) fn records(session: &Session, spec: &Spec) -> Result<BTreeMap<Key, Record>> {
    let facts = session.facts();
    let store = &session.store;
    let only = grouped::agencies_of(spec, facts);
    let mut records = BTreeMap::<Key, Record>::new();
    let mut add = |agency: AgencyId, record: Record| {
        if only.is_empty() || only.contains(&agency) {
            let key = grouped::key(spec, facts, agency, AreaId::NONE);
            *records.entry(key).or_default() += record;
        }
    };
    for late in store.late_by_due(facts.today)? {
        let days = facts.calendar.working_days_between(late.due, facts.today);
        add(
            late.agency,
            Record {
                late_now: late.n,
                late_first: late.n,
                late_days: late.n * days,
                longest: days,
                ..Record::default()
            },
        );
    }
    for (agency, n) in store.late_but_for_extension(facts.today)? {
        let late_first = n;
        add(
            agency,
            Record {
                late_first,
                ..Record::default()
            },
        );
    }
    for (agency, to_explain) in store.to_explain()? {
        add(
            agency,
            Record {
                to_explain,
                ..Record::default()
            },
        );
    }
    for event in store.event_counts(&LADDER, spec.period)? {
        let mut record = Record::default();
        let place = match event.what.as_str() {
            "urge" => &mut record.urged,
            "ask_explanation" => &mut record.asked,
            "explain" => &mut record.explained,
            "criticise" => &mut record.criticised,
            _ => &mut record.proposed,
        };
        *place = event.count;
        add(event.agency, record);
    }
    for (key, classes) in classes(session, spec)? {
        *records.entry(key).or_default() += Record {
            late_in_period: classes.late(),
            on_time: classes.done_on_time,
            on_first: classes.on_first,
            fallen_due: classes.fallen_due(),
            excused: classes.excused,
            ..Record::default()
        };
    }
    Ok(records)
}

fn cells(record: &Record, worst: Cell) -> Vec<Cell> {
    vec![
        Cell::Count(record.late_now),
        Cell::Days(record.late_days),
        Cell::Days(record.longest),
        Cell::Count(record.late_first),
        Cell::Count(record.late_in_period),
        Cell::Share {
            part: record.on_time,
            whole: record.fallen_due,
        },
        Cell::Count(record.urged),
        Cell::Count(record.asked),
        Cell::Count(record.explained),
        Cell::Count(record.to_explain),
        Cell::Count(record.criticised + record.proposed),
        worst,
    ]
}

/// The leads whose tasks stand in a row.
pub(super) fn leads(session: &Session, spec: &Spec, key: Key) -> Vec<AgencyId> {
    grouped::query(spec, session.facts(), key).filter.agencies
}

/// The longest overdue task of some leads.
fn worst_of(session: &Session, leads: &[AgencyId]) -> Result<Cell> {
    let worst = worst(session, leads, 1)?;
    Ok(worst.first().map_or(Cell::None, |task| Cell::Task(task.id)))
}

pub(super) fn worst(
    session: &Session,
    leads: &[AgencyId],
    limit: usize,
) -> Result<Vec<crate::domain::task::Task>> {
    let today = session.facts().today;
    let mut ids = Vec::new();
    for lead in leads {
        ids.extend(session.store.longest_overdue(*lead, today, limit)?);
    }
    let mut tasks = session.store.tasks(&ids)?;
    tasks.sort_by_key(|task| (task.effective_due, task.id));
    tasks.truncate(limit);
    Ok(tasks)
}

/// `Kind::Heads`.
pub(super) fn heads(session: &Session, spec: &Spec) -> Result<Report> {
    if let Some(agency) = spec.of {
        return sheet::sheet(session, spec, AgencyId(agency));
    }
    let by = match spec.by {
        Grouping::Successor => Grouping::Successor,
        Grouping::Agency | Grouping::Area | Grouping::Head | Grouping::None => Grouping::Head,
    };
    let spec = Spec { by, ..spec.clone() };
    let records = records(session, &spec)?;
    let mut all = Record::default();
    for record in records.values() {
        all += record.clone();
    }
    let count = records.len();
    let mut sorted: Vec<(Key, Record)> = records.into_iter().collect();
    // Official order among equals: the sort keeps it.
    sorted.sort_by_key(|(_, it)| std::cmp::Reverse((it.late_now, it.late_days, it.late_in_period)));
    sorted.truncate(spec.limit);
    let mut rows = Rows::default();
    for (key, record) in &sorted {
        let worst = match record.late_now {
            0 => Cell::None,
            _ => worst_of(session, &leads(session, &spec, *key))?,
        };
        let mut line = vec![grouped::cell(Grouping::Head, *key)];
        line.extend(cells(record, worst));
        rows.push(&Row {
            cells: line,
            opens: opened(&spec, *key),
        });
    }
    let mut total = vec![Cell::Word("total")];
    total.extend(cells(&all, Cell::None));
    let first = grouped::column(Grouping::Head);
    Ok(Report {
        today: session.facts().today,
        columns: std::iter::once(first).chain(COLUMNS).collect(),
        left_out: i64::try_from(count - rows.len()).unwrap_or(i64::MAX),
        rows,
        total: Some(total),
        notes: vec!["late_now", "late_in_period", "late_first", "ladder"],
        spec,
    })
}

/// The sheet of the head in a row.
fn opened(spec: &Spec, key: Key) -> Option<Opens> {
    let Key::Agency(id) = key else {
        return None;
    };
    Some(Opens::Report(Box::new(Spec {
        of: Some(id.0),
        ..spec.clone()
    })))
}
