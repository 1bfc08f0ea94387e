//! Counts by agency and area.
//!
//! By status they are kept in `tally` by the engine; what depends on the day is counted along the
//! index of those whose clock runs.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::condition::Day;
use crate::domain::count::{AgencyCounts, Counts};
use crate::domain::error::{Error, Result};
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::status::Status;
use crate::domain::transition::Deed;
use crate::domain::user::{Role, User};

use super::Store;
use super::cells::is_sound;
use super::db::{Db, Row, values};
use super::record::{due_key, due_of, status_of};
use super::sqlite::{pin::Pin, schema};
use super::tally::tallies;

/// A number that is kept beside the tasks and is not what counting them gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyFault {
    /// Whose.
    pub agency: AgencyId,
    /// In which area.
    pub area: AreaId,
    /// In which status.
    pub status: Status,
    /// As kept.
    pub kept: i64,
    /// As counted.
    pub counted: i64,
}

/// What was submitted, came back, and is worked on again.
pub(super) const RETURNED: &str = "returns > 0 AND status = 'in_progress'";

impl Store {
    /// Every agency that has or had tasks, the unresolved one included, in official order.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn agency_counts(&self, day: &Day<'_>) -> Result<Vec<AgencyCounts>> {
        self.db.at_once(|| agency_counts(&self.db, None, day))
    }

    /// The counts of one agency.
    pub fn counts_of(&self, agency: AgencyId, day: &Day<'_>) -> Result<AgencyCounts> {
        let none = AgencyCounts {
            agency,
            counts: Counts::default(),
            oldest_overdue: None,
        };
        let counts = self
            .db
            .at_once(|| agency_counts(&self.db, Some(agency), day))?;
        Ok(counts.first().copied().unwrap_or(none))
    }

    /// Every area that has or had tasks of this agency, or of all.
    pub fn area_counts(
        &self,
        agency: Option<AgencyId>,
        day: &Day<'_>,
    ) -> Result<Vec<(AreaId, Counts)>> {
        self.db.at_once(|| {
            let mut areas = BTreeMap::<AreaId, Counts>::new();
            tallies(&self.db, agency, |kept| {
                kept.add_to(areas.entry(kept.area).or_default());
            })?;
            let late = running_by_area(&self.db, agency, NaiveDate::MIN, eve(day.today))?;
            for (area, count) in late {
                areas.entry(area).or_default().late += count;
            }
            let soon = running_by_area(&self.db, agency, day.today, day.soon_until())?;
            for (area, count) in soon {
                areas.entry(area).or_default().due_soon += count;
            }
            Ok(areas.into_iter().collect())
        })
    }

    /// The tables of kept numbers that are not what counting their tasks gives; empty where all are.
    pub fn check_counters(&self) -> Result<Vec<&'static str>> {
        let are_events_right = self.check_backs()? == 0 && self.check_event_areas()? == 0;
        let found = [
            ("tally", is_sound(self.check_tallies())?),
            ("span_tally", is_sound(self.check_spans())?),
            ("document_tally", is_sound(self.check_document_tallies())?),
            ("owed_tally", is_sound(self.check_owed_tallies())?),
            ("series_tally", is_sound(self.check_series_tallies())?),
            ("event_tally", is_sound(self.check_event_tallies())?),
            ("event", are_events_right),
        ];
        let wrong = found.into_iter().filter(|(_, is_sound)| !is_sound);
        Ok(wrong.map(|(table, _)| table).collect())
    }

    /// Counts all tasks anew and compares with what is kept; empty where all agrees.
    pub fn check_tallies(&self) -> Result<Vec<TallyFault>> {
        let sql = "SELECT agency_id, area_id, status, SUM(kept), SUM(counted)
            FROM (
                SELECT agency_id, area_id, status, is_dated, lateness, first_lateness, n AS kept, 0 AS counted
                FROM tally
                UNION ALL
                SELECT agency_id, area_id, status,
                    CASE WHEN effective_due = '9999-12-31' THEN 0 ELSE 1 END,
                    lateness, first_lateness, 0, 1
                FROM task
                WHERE rank IS NOT NULL
            ) AS both_ways
            GROUP BY agency_id, area_id, status, is_dated, lateness, first_lateness
            HAVING SUM(kept) <> SUM(counted)
            ORDER BY agency_id, area_id, status";
        counted_anew(&self.db, sql, |row| {
            Ok(TallyFault {
                agency: AgencyId(row.number()?),
                area: AreaId(row.number()?),
                status: status_of(&row.text()?)?,
                kept: row.number()?,
                counted: row.number()?,
            })
        })
    }
}

/// The rows of a statement that counts all tasks anew. What it sorts, several rows for each task, lies on the disk: in
/// memory it takes 0.4 kB a task. Where the disk has no room or no place for it, it lies there all the same.
pub(super) fn counted_anew<T>(
    db: &Db,
    sql: &str,
    mut make: impl FnMut(&mut Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    schema::sort_on_disk(db, true)?;
    let found = db.rows(sql, &[], &mut make);
    schema::sort_on_disk(db, false)?;
    match found {
        Ok(_) | Err(Error::Cancelled) => found,
        Err(_) => db.rows(sql, &[], make),
    }
}

pub(super) fn agency_counts(
    db: &Db,
    agency: Option<AgencyId>,
    day: &Day<'_>,
) -> Result<Vec<AgencyCounts>> {
    let mut all: Vec<AgencyCounts> = Vec::new();
    tallies(db, agency, |kept| {
        if all.last().is_none_or(|last| last.agency != kept.agency) {
            all.push(AgencyCounts {
                agency: kept.agency,
                counts: Counts::default(),
                oldest_overdue: None,
            });
        }
        if let Some(last) = all.last_mut() {
            kept.add_to(&mut last.counts);
        }
    })?;
    for one in &mut all {
        let of = Some(one.agency);
        one.counts.late = running(db, of, NaiveDate::MIN, eve(day.today))?;
        one.counts.due_soon = running(db, of, day.today, day.soon_until())?;
        if one.counts.late > 0 {
            one.oldest_overdue = earliest_due(db, one.agency)?;
        }
    }
    Ok(all)
}

/// How many clocks run towards a date between these two, both included.
pub(super) fn running(
    db: &Db,
    agency: Option<AgencyId>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<i64> {
    let (from, to) = (first_key(from), due_key(Some(to)));
    match agency {
        Some(agency) => {
            let sql = format!(
                "SELECT COUNT(*)
                FROM {}
                WHERE agency_id = ?1 AND rank = 0 AND effective_due >= ?2 AND effective_due <= ?3",
                Pin::Agency.table()
            );
            db.number(&sql, &values![agency.0, from, to])
        }
        None => {
            let sql = format!(
                "SELECT COUNT(*)
                FROM {}
                WHERE rank = 0 AND effective_due >= ?1 AND effective_due <= ?2",
                Pin::Due.table()
            );
            db.number(&sql, &values![from, to])
        }
    }
}

pub(super) fn running_by_area(
    db: &Db,
    agency: Option<AgencyId>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(AreaId, i64)>> {
    let (first, last) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
    let sql = format!(
        "SELECT area_id, SUM((
            SELECT COUNT(*)
            FROM {}
            WHERE task.agency_id = pair.agency_id AND task.area_id = pair.area_id AND rank = 0
                AND effective_due >= ?1 AND effective_due <= ?2
        ))
        FROM (SELECT DISTINCT agency_id, area_id FROM tally WHERE agency_id >= ?3 AND agency_id <= ?4) AS pair
        GROUP BY area_id",
        Pin::Area.table()
    );
    let values = values![first_key(from), due_key(Some(to)), first, last];
    db.rows(&sql, &values, |row| {
        Ok((AreaId(row.number()?), row.number()?))
    })
}

/// The first due date of the running clocks of each area.
pub(super) fn earliest_by_area(
    db: &Db,
    agency: Option<AgencyId>,
) -> Result<Vec<(AreaId, Option<NaiveDate>)>> {
    let (first, last) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
    let sql = format!(
        "SELECT area_id, MIN((
            SELECT MIN(effective_due)
            FROM {}
            WHERE task.agency_id = pair.agency_id AND task.area_id = pair.area_id AND rank = 0
        ))
        FROM (SELECT DISTINCT agency_id, area_id FROM tally WHERE agency_id >= ?1 AND agency_id <= ?2) AS pair
        GROUP BY area_id",
        Pin::Area.table()
    );
    db.rows(&sql, &values![first, last], |row| {
        let area = AreaId(row.number()?);
        let due = row.maybe_text()?.map(|due| due_of(&due)).transpose()?;
        Ok((area, due.flatten()))
    })
}

fn earliest_due(db: &Db, agency: AgencyId) -> Result<Option<NaiveDate>> {
    let sql = format!(
        "SELECT effective_due
        FROM {}
        WHERE agency_id = ?1 AND rank = 0
        ORDER BY effective_due
        LIMIT 1",
        Pin::Agency.table()
    );
    let due = db.first(&sql, &values![agency.0], |row| row.text())?;
    due.map_or(Ok(None), |due| due_of(&due))
}

pub(super) fn marked(db: &Db, pin: Pin, condition: &str, agency: Option<AgencyId>) -> Result<i64> {
    let (from, to) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
    let sql = format!(
        "SELECT COUNT(*)
        FROM {}
        WHERE {condition} AND rank IS NOT NULL AND agency_id >= ?1 AND agency_id <= ?2",
        pin.table()
    );
    db.number(&sql, &values![from, to])
}

/// What is open while its lead ended or is not known; summed from what is kept.
pub(super) fn orphans(db: &Db, agency: Option<AgencyId>, today: NaiveDate) -> Result<i64> {
    let (from, to) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
    let sql = "SELECT COALESCE(SUM(n), 0)
        FROM tally
        WHERE agency_id >= ?1 AND agency_id <= ?2 AND status NOT IN ('done', 'dropped')
            AND (agency_id = 0 OR agency_id IN (SELECT id FROM agency WHERE valid_to < ?3))";
    db.number(sql, &values![from, to, today])
}

/// What this person may confirm: how many, and the day of the oldest submission.
pub(super) fn to_confirm(
    db: &Db,
    agency: Option<AgencyId>,
    user: &User,
) -> Result<(i64, Option<NaiveDate>)> {
    let (from, to) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
    let sql = format!(
        "SELECT COUNT(*), MIN(submitted_on)
        FROM {}
        WHERE status = 'awaiting' AND rank IS NOT NULL AND agency_id >= ?1 AND agency_id <= ?2
            AND submitted_by <> ?3 AND agency_id <> ?4",
        Pin::Awaiting.table()
    );
    let Some((login, own)) = not_to_confirm(user) else {
        return Ok((0, None));
    };
    let found = db.first(&sql, &values![from, to, login, own], |row| {
        Ok((row.number()?, row.maybe_date()?))
    })?;
    Ok(found.unwrap_or_default())
}

/// Whose submissions and which agency's tasks this person does not confirm (DESIGN 6); values that
/// nothing has where a rule does not hold. None where they confirm nothing.
pub(super) fn not_to_confirm(user: &User) -> Option<(&str, i64)> {
    if user.role == Role::Owner {
        // Logins have no blanks, and no agency is below 0.
        return Some((" ", -1));
    }
    if !Deed::Confirm.rule().by.contains(&user.role) {
        return None;
    }
    let own = user.agency.filter(|_| user.role == Role::Monitor);
    // Tasks without a lead are nobody's own.
    let own = own.filter(|agency| *agency != AgencyId::UNRESOLVED);
    Some((&user.login, own.map_or(-1, |agency| agency.0)))
}

fn eve(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}

/// A date as the lower end of a range; the first of all dates is before every key.
fn first_key(from: NaiveDate) -> String {
    if from == NaiveDate::MIN {
        String::new()
    } else {
        due_key(Some(from))
    }
}
