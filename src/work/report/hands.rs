//! Who held tasks, and for how many working days; tasks that went from one agency to another and back (M4).

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::error::{Error, Result};
use crate::domain::event::{HELD_BY_LEAD, HELD_BY_LEADER, HELD_BY_MONITOR, HELD_BY_SUPPORT};
use crate::domain::follow_up::{Holder, held_since, holder};
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::period::Period;
use crate::domain::query::Mark;
use crate::domain::report::{Cell, Grouping, Holds, Kind, Opens, Report, Row, Spec};
use crate::store::Holding;
use crate::work::progress::Progress;
use crate::work::session::Session;

use super::grouped::{self, Key};
use super::{column, cut, whole};

/// By agency; one by one; or who held one task.
pub(super) fn hands(session: &Session, spec: &Spec, progress: &mut Progress<'_>) -> Result<Report> {
    match (spec.of, spec.by) {
        (Some(task), _) => of_task(session, spec, TaskId(task)),
        (None, Grouping::None) => one_by_one(session, spec),
        (None, _) => grouped_by(session, spec, progress),
    }
}

/// How many working days lie between two days, the first of them left out.
fn days(session: &Session, since: NaiveDate, until: Option<NaiveDate>) -> i64 {
    let until = until.unwrap_or(session.facts.today);
    session.facts.calendar.working_days_between(since, until)
}

/// What somebody has, and for how long.
#[derive(Default)]
struct Held {
    now: i64,
    oldest: Option<NaiveDate>,
    before: Option<i64>,
}

/// What is held, by what rows are about.
fn held(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
) -> Result<BTreeMap<Key, Held>> {
    let store = &session.store;
    let facts = &session.facts;
    let mut sums = BTreeMap::<Key, Held>::new();
    if spec.by == Grouping::Area {
        for (area, done) in store.done_by_area(spec.agency, HELD_BY_LEAD, whole(spec))? {
            let Some(length) = done.longest else {
                continue;
            };
            progress.go_on()?;
            let before = store.longest_in_area(area, spec.agency, whole(spec), length)?;
            sums.entry(Key::Area(area)).or_default().before =
                before.map(|it| days(session, it.since, it.until));
        }
        for (area, now, oldest) in store.held_by_area(spec.agency)? {
            let held = sums.entry(Key::Area(area)).or_default();
            (held.now, held.oldest) = (now, oldest);
        }
        sums.retain(|_, held| held.now > 0);
        return Ok(sums);
    }
    let only = grouped::agencies_of(spec, facts);
    for (agency, now, oldest) in store.held_by_agency()? {
        if !only.is_empty() && !only.contains(&agency) {
            continue;
        }
        progress.go_on()?;
        let before = store.longest_of(agency, whole(spec))?;
        let before = before.map(|it| days(session, it.since, it.until));
        let held = sums
            .entry(grouped::key(spec, facts, agency, AreaId::NONE))
            .or_default();
        held.now += now;
        held.oldest = [held.oldest, oldest].into_iter().flatten().min();
        held.before = held.before.max(before);
    }
    Ok(sums)
}

fn grouped_by(session: &Session, spec: &Spec, progress: &mut Progress<'_>) -> Result<Report> {
    let facts = &session.facts;
    let sums = held(session, spec, progress)?;
    let mut lines: Vec<(Key, Held, Option<i64>)> = Vec::new();
    for (key, held) in sums {
        let lasts = held.oldest.map(|since| days(session, since, None));
        lines.push((key, held, lasts));
    }
    lines.sort_by_key(|(_, held, lasts)| std::cmp::Reverse((*lasts, held.before, held.now)));
    let all = lines.iter().map(|(_, held, _)| held.now).sum();
    let rows = lines.into_iter().map(|(key, held, lasts)| Row {
        cells: vec![
            grouped::cell(spec.by, key),
            Cell::Count(held.now),
            held.oldest.map_or(Cell::None, Cell::Date),
            lasts.map_or(Cell::None, Cell::Days),
            held.before.map_or(Cell::None, Cell::Days),
        ],
        opens: Some(Opens::Tasks(Arc::new(grouped::marked(
            spec,
            facts,
            key,
            Mark::Held,
        )))),
    });
    let columns = vec![
        grouped::column(spec.by),
        column("held_now", Holds::Count, 0),
        column("since", Holds::Date, 2),
        column("longest_now", Holds::Days, 0),
        column("longest_before", Holds::Days, 1),
    ];
    let total = vec![
        Cell::Word("total"),
        Cell::Count(all),
        Cell::None,
        Cell::None,
        Cell::None,
    ];
    Ok(cut(session, spec, columns, rows, Some(total), vec!["held"]))
}

/// The longest times that leads have or had a task.
fn one_by_one(session: &Session, spec: &Spec) -> Result<Report> {
    let store = &session.store;
    let mut found = Vec::new();
    for lead in grouped::leads(&grouped::agencies_of(spec, &session.facts)) {
        found.extend(store.held_now(lead, spec.limit)?);
        found.extend(store.longest_held(lead, whole(spec), spec.limit)?);
    }
    let mut lines: Vec<(i64, Holding)> = found
        .into_iter()
        .map(|it| (days(session, it.since, it.until), it))
        .collect();
    lines.sort_by_key(|(days, it)| (std::cmp::Reverse(*days), it.since, it.task));
    let rows = lines.into_iter().map(|(days, it)| Row {
        cells: vec![
            Cell::Task(it.task),
            super::whose(spec, it.agency),
            Cell::Date(it.since),
            it.until.map_or(Cell::Word("lasts"), Cell::Date),
            Cell::Days(days),
        ],
        opens: Some(Opens::Task(it.task)),
    });
    let columns = vec![
        column("task", Holds::Text, 0),
        column(super::first(spec), Holds::Text, 0),
        column("since", Holds::Date, 1),
        column("until", Holds::Date, 1),
        column("days", Holds::Days, 0),
    ];
    Ok(cut(
        session,
        spec,
        columns,
        rows,
        None,
        vec!["longest_only"],
    ))
}

/// Who held one task, in order, and who has it now.
fn of_task(session: &Session, spec: &Spec, id: TaskId) -> Result<Report> {
    let store = &session.store;
    let task = store
        .task(id)?
        .ok_or_else(|| Error::NoTask(id.0.to_string()))?;
    let mut lines: Vec<(Cell, Cell, NaiveDate, Option<NaiveDate>)> = Vec::new();
    for it in store.holdings_of(id)? {
        lines.push((
            Cell::Word(role(&it.what)),
            Cell::Agency(it.agency),
            it.since,
            it.until,
        ));
    }
    if let (Some(now), Some(since)) = (holder(&task), held_since(&task)) {
        let (what, agency) = match now {
            Holder::Lead(agency) => (HELD_BY_LEAD, agency),
            Holder::Support(agency) => (HELD_BY_SUPPORT, agency),
            Holder::Monitor => (HELD_BY_MONITOR, task.agency),
            Holder::Leader => (HELD_BY_LEADER, task.agency),
        };
        lines.push((Cell::Word(role(what)), Cell::Agency(agency), since, None));
    }
    for asked in task.requests.iter().filter(|it| it.is_open()) {
        let what = Cell::Word(role(HELD_BY_SUPPORT));
        lines.push((what, Cell::Agency(asked.agency), asked.asked_on, None));
    }
    let rows = lines.into_iter().map(|(what, agency, since, until)| Row {
        cells: vec![
            what,
            agency,
            Cell::Date(since),
            until.map_or(Cell::Word("lasts"), Cell::Date),
            Cell::Days(days(session, since, until)),
        ],
        opens: Some(Opens::Task(id)),
    });
    let columns = vec![
        column("holder", Holds::Text, 0),
        column("agency", Holds::Text, 0),
        column("since", Holds::Date, 1),
        column("until", Holds::Date, 1),
        column("days", Holds::Days, 0),
    ];
    Ok(cut(session, spec, columns, rows, None, vec!["hands_of"]))
}

/// The code of a holding as a word of ours.
fn role(what: &str) -> &'static str {
    let all = [
        HELD_BY_LEAD,
        HELD_BY_MONITOR,
        HELD_BY_LEADER,
        HELD_BY_SUPPORT,
    ];
    all.into_iter()
        .find(|it| *it == what)
        .unwrap_or(HELD_BY_LEAD)
}

/// Tasks that came back to an agency that had given them away.
pub(super) fn loops(session: &Session, spec: &Spec) -> Result<Report> {
    let store = &session.store;
    let mut rows = Vec::new();
    let backs = store.came_back(spec.agency, whole(spec))?;
    let left_out = backs.len().saturating_sub(spec.limit);
    for (task, day) in backs.into_iter().take(spec.limit) {
        let moves = store.moves_of(task)?;
        let mut way: Vec<AgencyId> = moves.iter().take(1).map(|it| it.agency).collect();
        way.extend(moves.iter().filter_map(|it| it.other));
        let code = |id: &AgencyId| {
            let agency = session.facts.agency(*id);
            agency.map_or("?", |agency| agency.code.as_str())
        };
        let way: Vec<&str> = way.iter().map(code).collect();
        let title = store.task(task)?.map(|task| task.title);
        rows.push(Row {
            cells: vec![
                Cell::Task(task),
                Cell::Text(way.join(" > ")),
                Cell::Count(i64::try_from(moves.len()).unwrap_or(i64::MAX)),
                Cell::Date(day),
                title.map_or(Cell::None, Cell::Text),
            ],
            opens: Some(Opens::Report(Box::new(Spec {
                of: Some(task.0),
                agency: None,
                period: None,
                ..Spec::new(Kind::Hands)
            }))),
        });
    }
    let columns = vec![
        column("task", Holds::Text, 0),
        column("way", Holds::Text, 0),
        column("moves", Holds::Count, 0),
        column("back_on", Holds::Date, 1),
        column("title", Holds::Text, 2),
    ];
    let mut report = cut(session, spec, columns, rows, None, vec!["loops"]);
    report.left_out = i64::try_from(left_out).unwrap_or(i64::MAX);
    Ok(report)
}

/// All days, where no period is named.
pub(super) const ALWAYS: Period = Period {
    from: Period::BEGINNING,
    to: Period::END,
};
