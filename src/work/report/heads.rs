//! Accountability of heads (M7): what is late under them, for how long, how often they were urged and asked to
//! explain; and the sheet of one of them.

use super::column;
use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::completion::classes;
use super::grouped::{self, Key};
use crate::domain::condition::ConditionKind;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::query::{Filter, Mark, Query};
use crate::domain::report::{Cell, Column, Grouping, Holds, Kind, Opens, Report, Row, Spec};
use crate::work::session::Session;

/// Deeds of the ladder that are counted, by their codes in the table of events.
const LADDER: [&str; 5] = ["urge", "ask_explanation", "explain", "criticise", "propose"];

/// So many of the worst tasks stand on a sheet.
const WORST: usize = 6;

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
struct Record {
    late_now: i64,
    late_days: i64,
    longest: i64,
    /// Late by the first date: late now, or in time by an extension only.
    late_first: i64,
    late_in_period: i64,
    on_time: i64,
    on_first: i64,
    fallen_due: i64,
    excused: i64,
    urged: i64,
    asked: i64,
    explained: i64,
    to_explain: i64,
    criticised: i64,
    proposed: i64,
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
fn records(session: &Session, spec: &Spec) -> Result<BTreeMap<Key, Record>> {
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
fn leads(session: &Session, spec: &Spec, key: Key) -> Vec<AgencyId> {
    grouped::query(spec, session.facts(), key).filter.agencies
}

/// The longest overdue task of some leads.
fn worst_of(session: &Session, leads: &[AgencyId]) -> Result<Cell> {
    let worst = worst(session, leads, 1)?;
    Ok(worst.first().map_or(Cell::None, |task| Cell::Task(task.id)))
}

fn worst(
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

/// [`Kind::Heads`].
pub(super) fn heads(session: &Session, spec: &Spec) -> Result<Report> {
    if let Some(agency) = spec.of {
        return sheet(session, spec, AgencyId(agency));
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
    let mut rows = Vec::new();
    for (key, record) in &sorted {
        let worst = match record.late_now {
            0 => Cell::None,
            _ => worst_of(session, &leads(session, &spec, *key))?,
        };
        let mut line = vec![grouped::cell(Grouping::Head, *key)];
        line.extend(cells(record, worst));
        rows.push(Row {
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

/// Everything about one head on a page: a line a figure, and the worst tasks.
fn sheet(session: &Session, spec: &Spec, agency: AgencyId) -> Result<Report> {
    let facts = session.facts();
    let by = match spec.by {
        Grouping::Successor => Grouping::Successor,
        Grouping::Agency | Grouping::Area | Grouping::Head | Grouping::None => Grouping::Head,
    };
    let spec = Spec {
        by,
        agency: Some(agency),
        of: Some(agency.0),
        ..spec.clone()
    };
    let key = Key::Agency(agency);
    let record = records(session, &spec)?.remove(&key).unwrap_or_default();
    let leads = leads(session, &spec, key);
    let overdue = Filter {
        agencies: leads.clone(),
        conditions: vec![ConditionKind::Overdue],
        ..Filter::default()
    };
    let tasks = |filter: Filter| {
        Some(Opens::Tasks(Box::new(Query {
            filter,
            ..Query::default()
        })))
    };
    let row = |what: Cell, figures: [Cell; 2], opens| {
        let [count, days] = figures;
        Row {
            cells: vec![what, count, days],
            opens,
        }
    };
    let figure =
        |what, count, opens| row(Cell::Word(what), [Cell::Count(count), Cell::None], opens);
    let share = |what, part, whole, opens| {
        let figures = [Cell::Share { part, whole }, Cell::None];
        row(Cell::Word(what), figures, opens)
    };
    let now = |mark| Filter {
        agencies: leads.clone(),
        marks: vec![mark],
        ..Filter::default()
    };
    let in_period = |conditions: &[ConditionKind], marks: &[Mark]| {
        let mut filter = Filter {
            agencies: leads.clone(),
            conditions: conditions.to_vec(),
            marks: marks.to_vec(),
            ..Filter::default()
        };
        grouped::within(&mut filter, &spec);
        tasks(filter)
    };
    // Deeds are counted by the log, and so they are listed.
    let deeds = |only: &str| {
        Some(Opens::Report(Box::new(Spec {
            kind: Kind::Urgings,
            of: None,
            only: Some(only.to_owned()),
            ..grouped::closer(&spec, key)
        })))
    };
    use ConditionKind::{DoneLate, DoneOnTime, Overdue};
    let late = [Overdue, DoneLate];
    let (first, due) = (record.on_first, record.fallen_due);
    let late_now = [Cell::Count(record.late_now), Cell::Days(record.late_days)];
    let mut rows = vec![
        row(Cell::Head(agency), [Cell::None, Cell::None], None),
        row(Cell::Word("late_now"), late_now, tasks(overdue)),
        figure("late_first", record.late_first, tasks(now(Mark::LateFirst))),
        figure(
            "late_in_period",
            record.late_in_period,
            in_period(&late, &[]),
        ),
        figure(
            "excused",
            record.excused,
            in_period(&late, &[Mark::Excused]),
        ),
        share(
            "on_first",
            first,
            due,
            in_period(&[DoneOnTime, DoneLate], &[Mark::OnFirst]),
        ),
        share(
            "on_current",
            record.on_time,
            due,
            in_period(&[DoneOnTime], &[]),
        ),
        figure("urged", record.urged, deeds("urgings")),
        figure(
            "asked_to_explain",
            record.asked,
            deeds("explanations_asked"),
        ),
        figure("explained", record.explained, deeds("explanations")),
        figure("to_explain", record.to_explain, tasks(now(Mark::ToExplain))),
        figure("criticised", record.criticised, deeds("criticisms")),
        figure("proposed", record.proposed, deeds("proposals")),
    ];
    for task in worst(session, &leads, WORST)? {
        let days = task.effective_due.map_or(Cell::None, |due| {
            Cell::Days(facts.calendar.working_days_between(due, facts.today))
        });
        let what = Cell::Text(format!(":{} {}", task.id.0, task.title));
        rows.push(row(what, [Cell::None, days], Some(Opens::Task(task.id))));
    }
    Ok(Report {
        today: facts.today,
        columns: vec![
            column("what", Holds::Text, 0),
            column("figure", Holds::Count, 0),
            column("late_days", Holds::Days, 0),
        ],
        rows,
        total: None,
        notes: vec!["late_now", "ladder"],
        left_out: 0,
        spec: Spec {
            kind: Kind::Heads,
            ..spec
        },
    })
}
