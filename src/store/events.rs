//! What was done to tasks, by agency and day: kept beside the log for the reports that count it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::error::Result;
use crate::domain::event::{ASKED_LATE, Event, GRANTED_EARLIER};
use crate::domain::hand_over::HAND_OVER;
use crate::domain::id::{AgencyId, OperationId, TaskId};
use crate::domain::period::Period;
use crate::domain::transition::Deed;

use super::counts::counted_anew;
use super::db::{Db, Row, fault, values};
use super::spans::ranges;
use super::{Store, Writer};

/// Deeds that no report counts: they are many.
const UNCOUNTED: [Deed; 3] = [Deed::Assign, Deed::Accept, Deed::Progress];

impl Writer<'_> {
    /// Keeps what a change of a task told.
    pub(super) fn keep_events(&self, task: TaskId, events: &[Event]) -> Result<()> {
        for event in events.iter().filter(|event| is_counted(event)) {
            put_event(self.db, self.operation(), task, event, false)?;
        }
        Ok(())
    }

    /// Voids what a group told of a task, since it was taken back; or lets it count again.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn void_events(&self, group: OperationId, task: TaskId, is_void: bool) -> Result<()> {
        let sql = "UPDATE event SET is_void = ?3 WHERE operation_id = ?1 AND task_id = ?2";
        self.db
            .run(sql, &values![group.0, task.0, is_void])
            .map(|_| ())
    }
}

/// Enters an event of a task.
pub(super) fn put_event(
    db: &Db,
    operation: OperationId,
    task: TaskId,
    event: &Event,
    is_void: bool,
) -> Result<()> {
    let sql = "INSERT INTO event
            (operation_id, task_id, agency_id, what, day, since, length, other_id, is_void, area_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, (SELECT area_id FROM task WHERE id = ?2))";
    let length = event.since.map(|since| (event.day - since).num_days());
    let row = values![
        operation.0,
        task.0,
        event.agency.0,
        event.what.as_str(),
        event.day,
        event.since,
        length,
        event.other.map(|other| other.0),
        is_void
    ];
    db.run(sql, &row).map(|_| ())
}

/// A time of holding, a deed that reports count, or a hand-over.
pub(super) fn is_counted(event: &Event) -> bool {
    event.since.is_some() || is_counted_deed(&event.what)
}

/// A deed of this code is counted by itself, whatever it changes.
pub(super) fn is_counted_deed(what: &str) -> bool {
    [HAND_OVER, ASKED_LATE, GRANTED_EARLIER].contains(&what)
        || Deed::from_code(what).is_some_and(|deed| !UNCOUNTED.contains(&deed))
}

/// How many deeds of one kind were done to an agency's tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventCount {
    /// Whose task it was.
    pub agency: AgencyId,
    /// The deed.
    pub what: String,
    /// How often.
    pub count: i64,
}

/// A number that is kept of events and is not what counting gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventTallyFault {
    /// The deed.
    pub what: String,
    /// Whose.
    pub agency: AgencyId,
    /// The year or month.
    pub span: String,
}

impl Store {
    /// How often these deeds were done in a period, or ever, by agency.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn event_counts(&self, what: &[&str], period: Option<Period>) -> Result<Vec<EventCount>> {
        let period = period.unwrap_or(Period {
            from: Period::BEGINNING,
            to: Period::END,
        });
        let kept = "SELECT agency_id, SUM(n)
            FROM event_tally
            WHERE what = ?1 AND grain = ?2 AND span >= ?3 AND span <= ?4
            GROUP BY agency_id";
        // The engine finds the agencies one by one along the index, then counts within each.
        let days = "SELECT agency.id, (
                SELECT COUNT(*)
                FROM event INDEXED BY event_by_agency
                WHERE agency_id = agency.id AND what = ?1 AND day >= ?2 AND day <= ?3 AND is_void = 0
            )
            FROM agency
            ORDER BY agency.id";
        let counted = |row: &mut Row<'_>| Ok((AgencyId(row.number()?), row.count()?));
        let mut all = Vec::new();
        for what in what {
            let mut sums = BTreeMap::<AgencyId, i64>::new();
            for range in ranges(period) {
                let found = if range.is_days() {
                    self.db
                        .rows(days, &values![*what, range.first, range.last], counted)?
                } else {
                    let asked = values![*what, range.grain, range.first, range.last];
                    self.db.rows(kept, &asked, counted)?
                };
                for (agency, n) in found {
                    *sums.entry(agency).or_default() += n;
                }
            }
            let done = sums.into_iter().filter(|(_, count)| *count > 0);
            all.extend(done.map(|(agency, count)| EventCount {
                agency,
                what: (*what).to_owned(),
                count,
            }));
        }
        Ok(all)
    }

    /// On which day one of these was done last to a task of an agency, within a period.
    pub fn done_last(
        &self,
        agency: AgencyId,
        what: &[&str],
        period: Period,
    ) -> Result<Option<NaiveDate>> {
        let sql = "SELECT MAX(day) FROM event INDEXED BY event_by_agency
            WHERE agency_id = ?1 AND what = ?2 AND day >= ?3 AND day <= ?4 AND is_void = 0";
        let mut last = None;
        for what in what {
            let row = values![agency.0, *what, period.from, period.to];
            let day = self.db.first(sql, &row, |row| row.maybe_date())?;
            last = last.max(day.flatten());
        }
        Ok(last)
    }

    /// How often, and the length of the longest: from what is kept of years and months, and from the days.
    pub(super) fn kept_of(
        &self,
        agency: AgencyId,
        what: &str,
        period: Period,
    ) -> Result<(i64, Option<i64>)> {
        let kept = "SELECT SUM(n), MAX(longest)
            FROM event_tally
            WHERE what = ?1 AND agency_id = ?2 AND span >= ?3 AND span <= ?4 AND grain = ?5 AND n > 0";
        let days = "SELECT COUNT(*), MAX(length) FROM event INDEXED BY event_by_agency
            WHERE what = ?1 AND agency_id = ?2 AND day >= ?3 AND day <= ?4 AND is_void = 0";
        let read = |row: &mut Row<'_>| Ok((row.maybe_number()?, row.maybe_number()?));
        let (mut count, mut longest) = (0, None);
        for range in ranges(period) {
            let (first, last) = (range.first.as_str(), range.last.as_str());
            let found = if range.is_days() {
                self.db
                    .first(days, &values![what, agency.0, first, last], read)?
            } else {
                let asked = values![what, agency.0, first, last, range.grain];
                self.db.first(kept, &asked, read)?
            };
            let (n, length) = found.unwrap_or_default();
            count += n.unwrap_or(0);
            longest = longest.max(length);
        }
        Ok((count, longest))
    }

    /// The first day from which on, within a period, at least so many of these were done: the whole months at its
    /// end that have them.
    pub(super) fn since_when(
        &self,
        what: &[&str],
        period: Period,
        limit: usize,
    ) -> Result<NaiveDate> {
        let sql = "SELECT span, SUM(n)
            FROM event_tally
            WHERE what = ?1 AND grain = 1 AND span >= ?2 AND span <= ?3
            GROUP BY span";
        let month = |day: NaiveDate| day.format("%Y-%m").to_string();
        let mut months = BTreeMap::<String, i64>::new();
        for what in what {
            let asked = values![*what, month(period.from), month(period.to)];
            let found = self
                .db
                .rows(sql, &asked, |row| Ok((row.text()?, row.count()?)))?;
            for (span, n) in found {
                *months.entry(span).or_default() += n;
            }
        }
        // Of the last month some days may lie outside.
        months.remove(&month(period.to));
        let mut missing = i64::try_from(limit).unwrap_or(i64::MAX);
        for (span, n) in months.iter().rev() {
            missing -= n;
            if missing <= 0 {
                let first: NaiveDate = format!("{span}-01").parse().map_err(fault)?;
                return Ok(first.max(period.from));
            }
        }
        Ok(period.from)
    }

    /// Counts all events anew by month and year and compares with what is kept; empty where all agrees. At most a
    /// thousand are named.
    pub fn check_event_tallies(&self) -> Result<Vec<EventTallyFault>> {
        let sql = "SELECT what, agency_id, span
            FROM (
                SELECT what, grain, agency_id, span, area_id, n AS kept, 0 AS counted, longest AS kept_longest,
                    NULL AS longest
                FROM event_tally
                UNION ALL
                SELECT what, grain, agency_id, SUBSTR(day, 1, letters), area_id, 0, 1, NULL, length
                FROM event, (SELECT 0 AS grain, 4 AS letters UNION ALL SELECT 1, 7) AS grains
                WHERE is_void = 0
            ) AS both_ways
            GROUP BY what, grain, agency_id, span, area_id
            HAVING SUM(kept) <> SUM(counted)
                OR COALESCE(MAX(kept_longest), -1) <> COALESCE(MAX(longest), -1)
            ORDER BY what, agency_id, span
            LIMIT 1000";
        counted_anew(&self.db, sql, |row| {
            Ok(EventTallyFault {
                what: row.text()?,
                agency: AgencyId(row.number()?),
                span: row.text()?,
            })
        })
    }

    /// How many deeds and times are not in the area of their task.
    pub fn check_event_areas(&self) -> Result<i64> {
        let sql = "SELECT COUNT(*) FROM event JOIN task ON task.id = event.task_id WHERE event.area_id <> task.area_id";
        self.db.number(sql, &[])
    }

    /// How many transfers are marked as coming back and do not, or come back and are not marked.
    pub fn check_backs(&self) -> Result<i64> {
        let sql = "SELECT COUNT(*)
            FROM event
            WHERE is_back <> CASE WHEN other_id IS NOT NULL AND what = 'transfer' THEN (
                SELECT COUNT(*) FROM (SELECT 1 FROM event AS earlier INDEXED BY event_by_task
                    WHERE earlier.task_id = event.task_id AND earlier.id < event.id
                        AND earlier.agency_id = event.other_id AND earlier.what = 'transfer'
                        AND earlier.is_void = 0
                    LIMIT 1) AS one) ELSE 0 END";
        self.db.number(sql, &[])
    }
}
