//! What was done how often: urging and discipline, extensions; by agency, or one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::error::Result;
use crate::domain::event::{ASKED_LATE, GRANTED_EARLIER};
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::query::{Mark, Query};
use crate::domain::report::{Cell, Column, Grouping, Holds, Opens, Report, Row, Spec};
use crate::domain::transition::Deed;
use crate::store::{Done, Patience};
use crate::work::progress::Progress;
use crate::work::session::Session;

use super::grouped::{self, Key};
use super::{column, cut, first, whole, whose};

/// What is counted, with the name of its column; the first of them is what rows are ordered by.
type Counted = &'static [(&'static str, &'static str)];

const URGINGS: Counted = &[
    ("urgings", Deed::Urge.code()),
    ("explanations_asked", Deed::AskExplanation.code()),
    ("explanations", Deed::Explain.code()),
    ("criticisms", Deed::Criticise.code()),
    ("proposals", Deed::Propose.code()),
];

const EXTENSIONS: Counted = &[
    ("asked", Deed::AskExtension.code()),
    ("asked_late", ASKED_LATE),
    ("granted", Deed::Extend.code()),
    ("granted_earlier", GRANTED_EARLIER),
    ("refused", Deed::RefuseExtension.code()),
    ("corrected", Deed::CorrectDue.code()),
];

/// Who was urged how often and when last, and what came of it.
pub(super) fn urgings(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
) -> Result<Report> {
    made(
        session,
        spec,
        progress,
        URGINGS,
        Mark::ToExplain,
        "to_explain",
    )
}

/// Extensions: asked, asked late, granted, granted until an earlier day, refused.
pub(super) fn extensions(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
) -> Result<Report> {
    made(
        session,
        spec,
        progress,
        EXTENSIONS,
        Mark::ExtensionAsked,
        "undecided",
    )
}

fn made(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
    counted: Counted,
    mark: Mark,
    outstanding: &'static str,
) -> Result<Report> {
    if spec.by == Grouping::None {
        return one_by_one(session, spec, counted);
    }
    let spec = &Spec {
        area: None,
        only: None,
        ..spec.clone()
    };
    let lines = lines(session, spec, progress, counted, mark)?;
    let mut all = vec![0; counted.len() + 1];
    for (_, sum) in &lines {
        let each = sum.counts.iter().chain([&sum.open]);
        all.iter_mut().zip(each).for_each(|(all, one)| *all += one);
    }
    let rows = lines.into_iter().map(|(key, sum)| {
        let mut cells = vec![grouped::cell(spec.by, key)];
        cells.extend(sum.counts.into_iter().map(Cell::Count));
        cells.push(Cell::Count(sum.open));
        cells.push(sum.last.map_or(Cell::None, Cell::Date));
        let waiting = grouped::marked(spec, &session.facts, key, mark);
        Row {
            cells,
            opens: Some(opens(spec, key, counted, outstanding, waiting)),
        }
    });
    let mut columns: Vec<Column> = vec![grouped::column(spec.by)];
    columns.extend(
        counted
            .iter()
            .map(|(name, _)| column(name, Holds::Count, 0)),
    );
    columns.push(column(outstanding, Holds::Count, 0));
    columns.push(column("last", Holds::Date, 1));
    let mut total = vec![Cell::Word("total")];
    total.extend(all.into_iter().map(Cell::Count));
    total.push(Cell::None);
    Ok(cut(
        session,
        spec,
        columns,
        rows,
        Some(total),
        vec!["deeds"],
    ))
}

/// How often each of the deeds was done, and when last.
#[derive(Default)]
struct Sum {
    counts: Vec<i64>,
    last: Option<NaiveDate>,
    open: i64,
}

impl Sum {
    fn add(&mut self, counted: Counted, place: usize, count: i64, last: Option<NaiveDate>) {
        self.counts.resize(counted.len(), 0);
        if let Some(sum) = self.counts.get_mut(place) {
            *sum += count;
        }
        self.last = self.last.max(last);
    }
}

/// What rows are about with its sums, the most first.
fn lines(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
    counted: Counted,
    mark: Mark,
) -> Result<Vec<(Key, Sum)>> {
    let mut sums = match spec.by {
        Grouping::Area => by_area(session, spec, progress, counted)?,
        Grouping::Agency | Grouping::Successor | Grouping::Head | Grouping::None => {
            by_agency(session, spec, progress, counted)?
        }
    };
    for (key, sum) in &mut sums {
        sum.open = open(session, &grouped::marked(spec, &session.facts, *key, mark))?;
    }
    let mut lines: Vec<(Key, Sum)> = sums.into_iter().collect();
    lines.retain(|(_, sum)| sum.open > 0 || sum.counts.iter().any(|count| *count > 0));
    // Official order among equals: the sort keeps it.
    lines.sort_by_key(|(_, sum)| std::cmp::Reverse((sum.counts.clone(), sum.open)));
    Ok(lines)
}

fn by_agency(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
    counted: Counted,
) -> Result<BTreeMap<Key, Sum>> {
    let mut sums = BTreeMap::<Key, Sum>::new();
    let whose = whom(session, spec);
    let key = |agency| grouped::key(spec, &session.facts, agency, AreaId::NONE);
    for agency in &whose {
        // What waits may wait where nothing was done.
        let sum = sums.entry(key(*agency)).or_default();
        sum.counts.resize(counted.len(), 0);
    }
    for (place, (_, what)) in counted.iter().enumerate() {
        progress.go_on()?;
        for one in session.store.event_counts(&[what], Some(whole(spec)))? {
            if !whose.contains(&one.agency) {
                continue;
            }
            let last = session.store.done_last(one.agency, &[what], whole(spec))?;
            let sum = sums.entry(key(one.agency)).or_default();
            sum.add(counted, place, one.count, last);
        }
    }
    Ok(sums)
}

fn by_area(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
    counted: Counted,
) -> Result<BTreeMap<Key, Sum>> {
    let mut sums = BTreeMap::<Key, Sum>::new();
    for area in session.facts.areas.iter().map(|area| area.id) {
        sums.entry(Key::Area(area)).or_default();
    }
    sums.entry(Key::Area(AreaId::NONE)).or_default();
    // All leads by one statement a deed, where nobody is named: hundreds of small ones take longer.
    for lead in grouped::leads(&grouped::agencies_of(spec, &session.facts)) {
        for (place, (_, what)) in counted.iter().enumerate() {
            progress.go_on()?;
            let store = &session.store;
            for (area, done) in store.done_by_area(lead, what, whole(spec))? {
                let sum = sums.entry(Key::Area(area)).or_default();
                sum.add(counted, place, done.count, done.last);
            }
        }
    }
    sums.values_mut()
        .for_each(|sum| sum.counts.resize(counted.len(), 0));
    Ok(sums)
}

/// Every number by itself, and all of them together.
fn opens(
    spec: &Spec,
    key: Key,
    counted: Counted,
    outstanding: &'static str,
    waiting: Query,
) -> Opens {
    let closer = grouped::closer(spec, key);
    let one = |(name, _): &(&'static str, &'static str)| {
        let only = Spec {
            only: Some((*name).to_owned()),
            ..closer.clone()
        };
        (*name, Opens::Report(Box::new(only)))
    };
    let mut columns: Vec<(&'static str, Opens)> = counted.iter().map(one).collect();
    columns.push((outstanding, Opens::Tasks(Arc::new(waiting))));
    Opens::Each {
        columns,
        rest: Box::new(Opens::Report(Box::new(closer))),
    }
}

/// The agencies that are asked about, or all that there ever were, and the unknown one.
fn whom(session: &Session, spec: &Spec) -> Vec<AgencyId> {
    let only = grouped::agencies_of(spec, &session.facts);
    let all = session.facts.agencies.iter().map(|agency| agency.id);
    let all = all.chain([AgencyId::UNRESOLVED]);
    all.filter(|id| only.is_empty() || only.contains(id))
        .collect()
}

/// How many tasks a query finds, all of them.
fn open(session: &Session, query: &Query) -> Result<i64> {
    let (day, user) = (session.facts.day(), &session.facts.user);
    let found = session
        .store
        .count(query, &day, user, Patience::endless())?;
    Ok(found.count)
}

/// What is drawn beside a deed of which it says more: counted by itself, but the same deed.
const CLOSER: [(&str, &str); 2] = [
    (ASKED_LATE, Deed::AskExtension.code()),
    (GRANTED_EARLIER, Deed::Extend.code()),
];

/// Of a deed that is there twice, what says more of it.
fn once(found: &mut Vec<Done>) {
    for (closer, plain) in CLOSER {
        let said: BTreeSet<(TaskId, i64)> = found
            .iter()
            .filter(|done| done.what == closer)
            .map(Done::moment)
            .collect();
        found.retain(|done| done.what != plain || !said.contains(&done.moment()));
    }
}

/// Every one of them once, the latest first.
pub(super) fn one_by_one(
    session: &Session,
    spec: &Spec,
    counted: &[(&'static str, &str)],
) -> Result<Report> {
    let store = &session.store;
    let meant = counted
        .iter()
        .filter(|(name, _)| spec.only.as_deref().is_none_or(|it| it == *name));
    let whats: Vec<&str> = meant.map(|(_, what)| *what).collect();
    let only = grouped::agencies_of(spec, &session.facts);
    let mut found = match spec.of {
        Some(task) => store.done_to(TaskId(task), &whats, whole(spec))?,
        None => store.done_list(&only, spec.area, &whats, whole(spec), spec.limit)?,
    };
    once(&mut found);
    let mut all = i64::try_from(found.len()).unwrap_or(i64::MAX);
    if spec.of.is_none() && spec.area.is_none() {
        let mut plain = whats.clone();
        plain.retain(|what| {
            let of = CLOSER.iter().find(|(closer, _)| closer == what);
            of.is_none_or(|(_, plain)| !whats.contains(plain))
        });
        let counts = store.event_counts(&plain, Some(whole(spec)))?;
        let is_meant = |agency| only.is_empty() || only.contains(&agency);
        let meant = counts.iter().filter(|it| is_meant(it.agency));
        all = meant.map(|it| it.count).sum();
    }
    let name = |done: &Done| counted.iter().find(|(_, what)| *what == done.what);
    let named = found
        .into_iter()
        .filter_map(|done| name(&done).map(|(name, _)| (*name, done)));
    let mut rows = Vec::new();
    for (name, done) in named.take(spec.limit) {
        let (document, title) = store.paper_of(&done)?;
        let text = |text: String| match text.is_empty() {
            true => Cell::None,
            false => Cell::Text(text),
        };
        rows.push(Row {
            cells: vec![
                Cell::Date(done.day),
                Cell::Word(name),
                whose(spec, done.agency),
                Cell::Task(done.task),
                text(document),
                text(title),
            ],
            opens: Some(Opens::Task(done.task)),
        });
    }
    let columns = vec![
        column("day", Holds::Date, 0),
        column("deed", Holds::Text, 0),
        column(first(spec), Holds::Text, 0),
        column("task", Holds::Text, 0),
        column("document", Holds::Text, 1),
        column("title", Holds::Text, 2),
    ];
    let mut report = cut(session, spec, columns, rows, None, vec![]);
    report.left_out = all - i64::try_from(report.rows.len()).unwrap_or(all);
    Ok(report)
}
