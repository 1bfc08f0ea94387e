//! The sheet of accountability of one head: a line a figure, each with its rows, and the worst tasks; on a page.

use std::sync::Arc;

use super::column;
use super::grouped::{self, Key};
use super::heads::{Record, leads, records, worst};
use crate::domain::condition::ConditionKind::{self, DoneLate, DoneOnTime, Overdue};
use crate::domain::error::Result;
use crate::domain::id::AgencyId;
use crate::domain::query::{Filter, Mark, Query};
use crate::domain::report::{Cell, Grouping, Holds, Kind, Opens, Report, Row, Spec};
use crate::work::session::Session;

/// So many of the worst tasks stand on a sheet.
const WORST: usize = 6;

/// What the lines of a sheet lead to.
struct Ways<'a> {
    spec: &'a Spec,
    key: Key,
    leads: Vec<AgencyId>,
}

impl Ways<'_> {
    /// Tasks as they are now.
    fn now(&self, conditions: &[ConditionKind], marks: &[Mark]) -> Option<Opens> {
        self.tasks(conditions, marks, false)
    }

    /// Tasks of the period.
    fn in_period(&self, conditions: &[ConditionKind], marks: &[Mark]) -> Option<Opens> {
        self.tasks(conditions, marks, true)
    }

    fn tasks(
        &self,
        conditions: &[ConditionKind],
        marks: &[Mark],
        is_of_period: bool,
    ) -> Option<Opens> {
        let mut filter = Filter {
            agencies: self.leads.clone(),
            conditions: conditions.to_vec(),
            marks: marks.to_vec(),
            ..Filter::default()
        };
        if is_of_period {
            grouped::within(&mut filter, self.spec);
        }
        Some(Opens::Tasks(Arc::new(Query {
            filter,
            ..Query::default()
        })))
    }

    /// Deeds: they are counted by the log, and so they are listed.
    fn deeds(&self, only: &str) -> Option<Opens> {
        Some(Opens::Report(Box::new(Spec {
            kind: Kind::Urgings,
            of: None,
            only: Some(only.to_owned()),
            ..grouped::closer(self.spec, self.key)
        })))
    }
}

fn row(what: Cell, [count, days]: [Cell; 2], opens: Option<Opens>) -> Row {
    Row {
        cells: vec![what, count, days],
        opens,
    }
}

/// A line a figure.
fn figures(record: &Record, agency: AgencyId, ways: &Ways<'_>) -> Vec<Row> {
    let figure =
        |what, count, opens| row(Cell::Word(what), [Cell::Count(count), Cell::None], opens);
    let share = |what, part, opens| {
        let whole = record.fallen_due;
        let figures = [Cell::Share { part, whole }, Cell::None];
        row(Cell::Word(what), figures, opens)
    };
    let late = [Overdue, DoneLate];
    let late_now = [Cell::Count(record.late_now), Cell::Days(record.late_days)];
    let excused = ways.in_period(&late, &[Mark::Excused]);
    let on_first = ways.in_period(&[DoneOnTime, DoneLate], &[Mark::OnFirst]);
    let on_current = ways.in_period(&[DoneOnTime], &[]);
    let asked = ways.deeds("explanations_asked");
    let to_explain = ways.now(&[], &[Mark::ToExplain]);
    vec![
        row(Cell::Head(agency), [Cell::None, Cell::None], None),
        row(Cell::Word("late_now"), late_now, ways.now(&[Overdue], &[])),
        figure(
            "late_first",
            record.late_first,
            ways.now(&[], &[Mark::LateFirst]),
        ),
        figure(
            "late_in_period",
            record.late_in_period,
            ways.in_period(&late, &[]),
        ),
        figure("excused", record.excused, excused),
        share("on_first", record.on_first, on_first),
        share("on_current", record.on_time, on_current),
        figure("urged", record.urged, ways.deeds("urgings")),
        figure("asked_to_explain", record.asked, asked),
        figure("explained", record.explained, ways.deeds("explanations")),
        figure("to_explain", record.to_explain, to_explain),
        figure("criticised", record.criticised, ways.deeds("criticisms")),
        figure("proposed", record.proposed, ways.deeds("proposals")),
    ]
}

/// Everything about one head.
pub(super) fn sheet(session: &Session, spec: &Spec, agency: AgencyId) -> Result<Report> {
    let facts = session.facts();
    let by = match spec.by {
        Grouping::Successor => Grouping::Successor,
        Grouping::Agency | Grouping::Area | Grouping::Head | Grouping::None => Grouping::Head,
    };
    let spec = Spec {
        kind: Kind::Heads,
        by,
        agency: Some(agency),
        of: Some(agency.0),
        ..spec.clone()
    };
    let key = Key::Agency(agency);
    let record = records(session, &spec)?.remove(&key).unwrap_or_default();
    let ways = Ways {
        spec: &spec,
        key,
        leads: leads(session, &spec, key),
    };
    let mut rows = figures(&record, agency, &ways);
    for task in worst(session, &ways.leads, WORST)? {
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
        rows: rows.into_iter().collect(),
        total: None,
        notes: vec!["late_now", "ladder"],
        left_out: 0,
        spec,
    })
}
