//! Documents that tasks owe: kept by agency as a whole, counted along an index within a period (M2).

use crate::domain::condition::Day;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::owed::{Owed, State};
use crate::domain::period::Period;

use super::Store;
use super::db::{Db, Row, Value, values};
use super::record::{FIRST_DUE, NO_DUE, due_key};

/// What is owed: given, and neither a draft nor dropped.
const OWED: &str = "owes_document = 1 AND rank IS NOT NULL AND status NOT IN ('draft', 'dropped')";

/// What is owed and not there, of tasks that are open.
pub(super) const OWING: &str =
    "owes_document = 1 AND issued_on IS NULL AND rank < 3 AND status <> 'draft'";

impl Store {
    /// What every agency owes, of all times or of what is due within a period.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn owed(&self, period: Option<Period>, day: &Day<'_>) -> Result<Vec<Owed>> {
        self.db.at_once(|| match period {
            None => kept(&self.db, day),
            Some(period) => counted(&self.db, period, day),
        })
    }

    /// The same by area, of one agency or of all.
    pub fn owed_by_area(
        &self,
        agency: Option<AgencyId>,
        period: Option<Period>,
        day: &Day<'_>,
    ) -> Result<Vec<(AreaId, Owed)>> {
        // Areas are not kept: every row that owes or owed a document is looked at.
        let (from, to) = span(period);
        let (first, last) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
        let sql = format!(
            "SELECT area_id, {CLASSES}
            FROM task INDEXED BY task_owed
            WHERE {OWED} AND effective_due >= ?1 AND effective_due <= ?2
                AND agency_id >= ?4 AND agency_id <= ?5
            GROUP BY area_id
            ORDER BY area_id"
        );
        let today = due_key(Some(day.today));
        self.db
            .rows(&sql, &values![from, to, today, first, last], |row| {
                let area = AreaId(row.number()?);
                Ok((area, read_classes(AgencyId::UNRESOLVED, row)?))
            })
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
        let (index, condition, order) = walk(state);
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
            "SELECT agency_id
            FROM (
                SELECT agency_id, state, n AS kept, 0 AS counted FROM owed_tally
                UNION ALL
                SELECT agency_id,
                    CASE WHEN issued_on IS NOT NULL THEN CASE WHEN issued_on > effective_due THEN 2 ELSE 1 END
                    WHEN status = 'done' THEN 3 ELSE 0 END,
                    0, 1
                FROM task WHERE {OWED}
            ) AS both_ways
            GROUP BY agency_id, state
            HAVING SUM(kept) <> SUM(counted)"
        );
        self.db.rows(&sql, &[], |row| row.number().map(AgencyId))
    }
}

/// The index that has the tasks of a state, what they are found by, and in which order they come.
fn walk(state: State) -> (&'static str, String, &'static str) {
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
            "task_issued",
            format!("{OWED} AND issued_on IS NOT NULL AND issued_on > effective_due"),
            "issued_on DESC, id",
        ),
        State::IssuedOnTime => (
            "task_issued",
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

fn kept(db: &Db, day: &Day<'_>) -> Result<Vec<Owed>> {
    let sql = "SELECT agency_id, state, n FROM owed_tally WHERE n <> 0 ORDER BY agency_id, state";
    let rows = db.rows(sql, &[], |row| {
        Ok((row.number()?, row.number()?, row.number()?))
    })?;
    let mut all: Vec<Owed> = Vec::new();
    for (agency, state, n) in rows {
        if all.last().is_none_or(|last| last.agency.0 != agency) {
            all.push(Owed::none(AgencyId(agency)));
        }
        if let Some(last) = all.last_mut() {
            match state {
                0 => last.pending = n,
                1 => last.on_time = n,
                2 => last.late = n,
                _ => last.unnamed = n,
            }
        }
    }
    let sql = format!(
        "SELECT agency_id, COUNT(*)
        FROM task INDEXED BY task_owing
        WHERE {OWING} AND status <> 'suspended' AND effective_due < ?1
        GROUP BY agency_id"
    );
    let today = due_key(Some(day.today));
    let overdue = db.rows(&sql, &values![today], |row| {
        Ok((row.number()?, row.number()?))
    })?;
    for (agency, n) in overdue {
        if let Some(one) = all.iter_mut().find(|one| one.agency.0 == agency) {
            one.overdue = n;
            one.pending -= n;
        }
    }
    Ok(all)
}

fn counted(db: &Db, period: Period, day: &Day<'_>) -> Result<Vec<Owed>> {
    let (from, to) = span(Some(period));
    let sql = format!(
        "SELECT agency_id, {CLASSES}
        FROM task INDEXED BY task_owed
        WHERE {OWED} AND effective_due >= ?1 AND effective_due <= ?2
        GROUP BY agency_id
        ORDER BY agency_id"
    );
    let today = due_key(Some(day.today));
    db.rows(&sql, &values![from, to, today], |row| {
        let agency = AgencyId(row.number()?);
        read_classes(agency, row)
    })
}

/// Issued in time, issued late, not named, overdue, and all; `?3` is today.
const CLASSES: &str = "SUM(CASE WHEN issued_on <= effective_due THEN 1 ELSE 0 END),
    SUM(CASE WHEN issued_on > effective_due THEN 1 ELSE 0 END),
    SUM(CASE WHEN issued_on IS NULL AND status = 'done' THEN 1 ELSE 0 END),
    SUM(CASE WHEN issued_on IS NULL AND status NOT IN ('done', 'suspended') AND effective_due < ?3
        THEN 1 ELSE 0 END),
    COUNT(*)";

fn read_classes(agency: AgencyId, row: &mut Row<'_>) -> Result<Owed> {
    let mut owed = Owed {
        agency,
        on_time: row.number()?,
        late: row.number()?,
        unnamed: row.number()?,
        overdue: row.number()?,
        pending: 0,
    };
    owed.pending = row.number()? - owed.total();
    Ok(owed)
}
