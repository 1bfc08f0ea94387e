//! Documents that tasks owe: kept by agency, month and year of the due date (M2).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::condition::Day;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::owed::{Owed, State};
use crate::domain::period::Period;

use super::Store;
use super::counts::counted_anew;
use super::db::{Db, Row, Value, values};
use super::record::{FIRST_DUE, NO_DUE, due_key};
use super::spans::ranges;

/// What is owed: given, and neither a draft nor dropped.
const OWED: &str = "owes_document = 1 AND rank IS NOT NULL AND status NOT IN ('draft', 'dropped')";

/// What is owed and not there, of tasks that are open.
pub(super) const OWING: &str =
    "owes_document = 1 AND issued_on IS NULL AND rank < 3 AND status <> 'draft'";

/// A period of so many days is short.
const SHORT: i64 = 400;

impl Store {
    /// What every agency owes, of all times or of what is due within a period.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn owed(&self, period: Option<Period>, day: &Day<'_>) -> Result<Vec<Owed>> {
        let period = period.unwrap_or_else(always);
        let mut sums = BTreeMap::<AgencyId, Owed>::new();
        for ((agency, _), owed) in self.db.at_once(|| within(&self.db, period, None, day))? {
            *sums.entry(agency).or_insert_with(|| Owed::none(agency)) += owed;
        }
        Ok(sums.into_values().collect())
    }

    /// The same by area, of one agency or of all.
    pub fn owed_by_area(
        &self,
        agency: Option<AgencyId>,
        period: Option<Period>,
        day: &Day<'_>,
    ) -> Result<Vec<(AreaId, Owed)>> {
        let period = period.unwrap_or_else(always);
        let mut sums = BTreeMap::<AreaId, Owed>::new();
        for ((_, area), owed) in self.db.at_once(|| within(&self.db, period, agency, day))? {
            *sums
                .entry(area)
                .or_insert_with(|| Owed::none(AgencyId::UNRESOLVED)) += owed;
        }
        Ok(sums.into_iter().collect())
    }

    /// The tasks of a state, of one agency or of all, of one area or of all: the worst first.
    pub fn owing_tasks(
        &self,
        state: State,
        agency: Option<AgencyId>,
        area: Option<AreaId>,
        period: Option<Period>,
        day: &Day<'_>,
        limit: usize,
    ) -> Result<Vec<TaskId>> {
        // Of a short period its tasks are gone through: in the order of issue it may lie far back.
        let is_short = period.is_some_and(|it| (it.to - it.from).num_days() <= SHORT);
        let (index, condition, order) = walk(state, is_short);
        let (from, to) = span(period);
        let (first, last) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let of_area = area.map_or_else(String::new, |area| format!(" AND area_id = {}", area.0));
        let sql = format!(
            "SELECT id
            FROM task INDEXED BY {index}
            WHERE {condition} AND agency_id >= ?1 AND agency_id <= ?2
                AND effective_due >= ?3 AND effective_due <= ?4{of_area}
            ORDER BY {order}
            LIMIT ?5"
        );
        let mut values: Vec<Value<'_>> = vec![
            first.into(),
            last.into(),
            from.into(),
            to.into(),
            limit.into(),
        ];
        if sql.contains("?6") {
            values.push(due_key(Some(day.today)).into());
        }
        self.db.rows(&sql, &values, |row| row.number().map(TaskId))
    }

    /// Agencies whose kept numbers are not what counting gives; empty where all agrees.
    pub fn check_owed_tallies(&self) -> Result<Vec<AgencyId>> {
        let sql = format!(
            "SELECT DISTINCT agency_id
            FROM (
                SELECT grain, span, agency_id, area_id, state, n AS kept, 0 AS counted FROM owed_tally
                UNION ALL
                SELECT grain, SUBSTR(effective_due, 1, letters), agency_id, area_id,
                    CASE WHEN issued_on IS NOT NULL THEN CASE WHEN issued_on > effective_due THEN 2 ELSE 1 END
                    WHEN status = 'done' THEN 3 ELSE 0 END,
                    0, 1
                FROM task, (SELECT 0 AS grain, 4 AS letters UNION ALL SELECT 1, 7) AS grains
                WHERE {OWED}
            ) AS both_ways
            GROUP BY grain, span, agency_id, area_id, state
            HAVING SUM(kept) <> SUM(counted)"
        );
        counted_anew(&self.db, &sql, |row| row.number().map(AgencyId))
    }
}

/// The index that has the tasks of a state, what they are found by, and in which order they come.
fn walk(state: State, is_short: bool) -> (&'static str, String, &'static str) {
    let issued = if is_short { "task_owed" } else { "task_issued" };
    match state {
        State::Overdue => (
            "task_owing",
            format!("{OWING} AND status <> 'suspended' AND effective_due < ?6"),
            "effective_due, id",
        ),
        State::Pending => (
            "task_owing",
            format!("{OWING} AND (status = 'suspended' OR effective_due >= ?6)"),
            "effective_due, id",
        ),
        State::IssuedLate => (
            issued,
            format!("{OWED} AND issued_on IS NOT NULL AND issued_on > effective_due"),
            "issued_on DESC, id",
        ),
        State::IssuedOnTime => (
            issued,
            format!("{OWED} AND issued_on IS NOT NULL AND issued_on <= effective_due"),
            "issued_on DESC, id",
        ),
        State::Unnamed => (
            "task_unnamed",
            "owes_document = 1 AND issued_on IS NULL AND status = 'done' AND rank IS NOT NULL"
                .to_owned(),
            "effective_due, id",
        ),
    }
}

fn span(period: Option<Period>) -> (String, String) {
    period.map_or_else(
        || (FIRST_DUE.to_owned(), NO_DUE.to_owned()),
        |period| (due_key(Some(period.from)), due_key(Some(period.to))),
    )
}

/// All days, and what has no due date, which stands after the end.
fn always() -> Period {
    Period {
        from: Period::BEGINNING,
        to: NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(Period::END),
    }
}

/// By agency and area.
type Sums = BTreeMap<(AgencyId, AreaId), Owed>;

/// Years and months are kept, days are counted; what of the open ones is overdue is a matter of today.
fn within(db: &Db, period: Period, agency: Option<AgencyId>, day: &Day<'_>) -> Result<Sums> {
    let of = "agency_id >= ?3 AND agency_id <= ?4";
    let kept = format!(
        "SELECT agency_id, area_id, state, SUM(n)
        FROM owed_tally
        WHERE span >= ?1 AND span <= ?2 AND {of} AND grain = ?5
        GROUP BY agency_id, area_id, state"
    );
    let days = format!(
        "SELECT agency_id, area_id,
            CASE WHEN issued_on IS NOT NULL THEN CASE WHEN issued_on > effective_due THEN 2 ELSE 1 END
            WHEN status = 'done' THEN 3 ELSE 0 END AS state,
            COUNT(*)
        FROM task INDEXED BY task_owed
        WHERE {OWED} AND effective_due >= ?1 AND effective_due <= ?2 AND {of}
        GROUP BY agency_id, area_id, state"
    );
    let (first, last) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
    let mut all = Sums::new();
    for range in ranges(period) {
        let (from, to) = (range.first.as_str(), range.last.as_str());
        let found = if range.is_days() {
            db.rows(&days, &values![from, to, first, last], read_state)?
        } else {
            let row = values![from, to, first, last, range.grain];
            db.rows(&kept, &row, read_state)?
        };
        for (place, state, n) in found {
            let owed = all.entry(place).or_insert_with(|| Owed::none(place.0));
            match state {
                0 => owed.pending += n,
                1 => owed.on_time += n,
                2 => owed.late += n,
                _ => owed.unnamed += n,
            }
        }
    }
    let (from, to) = span(Some(period));
    let sql = format!(
        "SELECT agency_id, area_id, 0, COUNT(*)
        FROM task INDEXED BY task_owing
        WHERE {OWING} AND status <> 'suspended' AND effective_due >= ?1 AND effective_due <= ?2
            AND effective_due < ?5 AND {of}
        GROUP BY agency_id, area_id"
    );
    let today = due_key(Some(day.today));
    let row = values![from, to, first, last, today];
    for (place, _, n) in db.rows(&sql, &row, read_state)? {
        if let Some(owed) = all.get_mut(&place) {
            owed.overdue = n;
            owed.pending -= n;
        }
    }
    all.retain(|_, owed| owed.total() > 0);
    Ok(all)
}

fn read_state(row: &mut Row<'_>) -> Result<((AgencyId, AreaId), i64, i64)> {
    let place = (AgencyId(row.number()?), AreaId(row.number()?));
    Ok((place, row.number()?, row.count()?))
}
