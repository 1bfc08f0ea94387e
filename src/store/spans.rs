//! Tasks of a period, by due date or by day of assignment: summed from what is kept by year, month and day.
//!
//! What is late is a matter of today: by due date the period is cut there; by assignment the late ones are
//! counted along the index of running clocks.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::completion::{Classes, Kept, Part};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::period::Period;
use crate::domain::report::Basis;

use super::Store;
use super::counts::counted_anew;
use super::db::{Row, values};
use super::record::status_of;
use super::tally::tallies;

/// Spans of one length, from the first to the last: years, months or days.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub grain: i64,
    pub first: String,
    pub last: String,
}

impl Range {
    /// True for days, which are kept for tasks only: of events and owed documents they are counted.
    pub const fn is_days(&self) -> bool {
        self.grain == 2
    }
}

/// A number that is kept and is not what counting gives: which span, as kept, as counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpanFault {
    /// 0 by due date, 1 by day of assignment.
    pub basis: i64,
    /// The year, month or day.
    pub span: String,
    /// Whose.
    pub agency: AgencyId,
    /// As kept.
    pub kept: i64,
    /// As counted.
    pub counted: i64,
}

impl Store {
    /// The classes of the tasks of a period, or of all tasks, by agency and area; of one agency or of all.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn completion(
        &self,
        period: Option<Period>,
        basis: Basis,
        agency: Option<AgencyId>,
        today: NaiveDate,
    ) -> Result<Vec<Part>> {
        self.db.at_once(|| {
            let mut parts = Parts::default();
            match (period, basis) {
                (None, _) => {
                    let all = Period {
                        from: Period::BEGINNING,
                        to: Period::END,
                    };
                    self.by_due(all, agency, today, &mut parts)?;
                    tallies(&self.db, agency, |kept| {
                        if !kept.is_dated {
                            parts.add(&kept.plain(), false);
                        }
                    })?;
                }
                (Some(period), Basis::Due) => self.by_due(period, agency, today, &mut parts)?,
                (Some(period), Basis::Assigned) => {
                    self.by_assignment(period, agency, today, &mut parts)?;
                }
            }
            Ok(parts.listed())
        })
    }

    fn by_due(
        &self,
        period: Period,
        agency: Option<AgencyId>,
        today: NaiveDate,
        parts: &mut Parts,
    ) -> Result<()> {
        let eve = today.pred_opt().unwrap_or(today);
        for (from, to, is_late) in [
            (period.from, period.to.min(eve), true),
            (period.from.max(today), period.to, false),
        ] {
            let Some(piece) = Period::new(from, to) else {
                continue;
            };
            self.spans(0, piece, agency, |kept| parts.add(kept, is_late))?;
        }
        Ok(())
    }

    fn by_assignment(
        &self,
        period: Period,
        agency: Option<AgencyId>,
        today: NaiveDate,
        parts: &mut Parts,
    ) -> Result<()> {
        self.spans(1, period, agency, |kept| parts.add(kept, false))?;
        let (from, to) = bounds(agency);
        let sql = "SELECT agency_id, area_id, is_excused, COUNT(*)
            FROM task INDEXED BY task_running_since
            WHERE rank = 0 AND assigned_on >= ?1 AND assigned_on <= ?2 AND effective_due < ?3
                AND agency_id >= ?4 AND agency_id <= ?5
            GROUP BY agency_id, area_id, is_excused";
        let asked = values![period.from, period.to, today, from, to];
        let late = self.db.rows(sql, &asked, |row| {
            Ok((
                AgencyId(row.number()?),
                AreaId(row.number()?),
                row.is()?,
                row.number()?,
            ))
        })?;
        for (agency, area, is_excused, n) in late {
            parts.turn_late(agency, area, is_excused, n);
        }
        Ok(())
    }

    /// What is kept of a period, one after the other.
    fn spans(
        &self,
        basis: i64,
        period: Period,
        agency: Option<AgencyId>,
        mut take: impl FnMut(&Kept),
    ) -> Result<()> {
        let (from, to) = bounds(agency);
        let sql = "SELECT agency_id, area_id, status, is_dated, lateness, first_lateness, is_excused, SUM(n)
            FROM span_tally
            WHERE basis = ?1 AND grain = ?2 AND span >= ?3 AND span <= ?4
                AND agency_id >= ?5 AND agency_id <= ?6 AND n <> 0
            GROUP BY agency_id, area_id, status, is_dated, lateness, first_lateness, is_excused";
        for range in ranges(period) {
            let asked = values![basis, range.grain, range.first, range.last, from, to];
            self.db.rows(sql, &asked, |row| {
                take(&kept(row)?);
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Counts all tasks anew by day, month and year and compares with what is kept; empty where all agrees. At most a
    /// thousand are named.
    pub fn check_spans(&self) -> Result<Vec<SpanFault>> {
        let sql = "SELECT basis, span, agency_id, SUM(kept), SUM(counted)
            FROM (
                SELECT basis, grain, span, agency_id, area_id, status, is_dated, lateness, first_lateness,
                    is_excused, n AS kept, 0 AS counted
                FROM span_tally
                UNION ALL
                SELECT basis, grain, SUBSTR(day, 1, length), agency_id, area_id, status, is_dated, lateness,
                    first_lateness, is_excused, 0, 1
                FROM (
                    SELECT 0 AS basis, effective_due AS day, agency_id, area_id, status,
                        CASE WHEN effective_due = '9999-12-31' THEN 0 ELSE 1 END AS is_dated, lateness,
                        first_lateness, is_excused
                    FROM task WHERE rank IS NOT NULL AND effective_due <> '9999-12-31'
                    UNION ALL
                    SELECT 1, assigned_on, agency_id, area_id, status,
                        CASE WHEN effective_due = '9999-12-31' THEN 0 ELSE 1 END, lateness, first_lateness,
                        is_excused
                    FROM task WHERE rank IS NOT NULL AND assigned_on IS NOT NULL
                ) AS days, (SELECT 0 AS grain, 4 AS length UNION ALL SELECT 1, 7 UNION ALL SELECT 2, 10) AS grains
            ) AS both_ways
            GROUP BY basis, grain, span, agency_id, area_id, status, is_dated, lateness, first_lateness, is_excused
            HAVING SUM(kept) <> SUM(counted)
            ORDER BY basis, span, agency_id
            LIMIT 1000";
        counted_anew(&self.db, sql, |row| {
            Ok(SpanFault {
                basis: row.number()?,
                span: row.text()?,
                agency: AgencyId(row.number()?),
                kept: row.number()?,
                counted: row.number()?,
            })
        })
    }
}

fn kept(row: &mut Row<'_>) -> Result<Kept> {
    Ok(Kept {
        agency: AgencyId(row.number()?),
        area: AreaId(row.number()?),
        status: status_of(&row.text()?)?,
        is_dated: row.is()?,
        lateness: row.number()?,
        first_lateness: row.number()?,
        is_excused: row.is()?,
        n: row.count()?,
    })
}

/// Ids are never below 0: one statement for one and for all.
fn bounds(agency: Option<AgencyId>) -> (i64, i64) {
    agency.map_or((0, i64::MAX), |id| (id.0, id.0))
}

/// The sums so far.
#[derive(Default)]
struct Parts(BTreeMap<(AgencyId, AreaId), Classes>);

impl Parts {
    fn add(&mut self, kept: &Kept, is_late: bool) {
        *self.0.entry((kept.agency, kept.area)).or_default() += Classes::of(kept, is_late);
    }

    /// So many of those that were taken for in time are late.
    fn turn_late(&mut self, agency: AgencyId, area: AreaId, is_excused: bool, n: i64) {
        let classes = self.0.entry((agency, area)).or_default();
        classes.open_in_time -= n;
        classes.open_late += n;
        if is_excused {
            classes.excused += n;
        }
    }

    fn listed(self) -> Vec<Part> {
        let parts = self.0.into_iter();
        parts
            .map(|((agency, area), classes)| Part {
                agency,
                area,
                classes,
            })
            .collect()
    }
}

/// A period as years, months and days, none of them twice.
pub(super) fn ranges(period: Period) -> Vec<Range> {
    let mut ranges = Vec::new();
    let mut day = period.from;
    while day <= period.to {
        let (range, next) = longest(day, period.to);
        ranges.push(range);
        match next {
            Some(next) => day = next,
            None => break,
        }
    }
    ranges
}

/// The longest spans that begin on a day and end by another one; and the day after them.
fn longest(day: NaiveDate, to: NaiveDate) -> (Range, Option<NaiveDate>) {
    let starts_month = day.day() == 1;
    let year_end = |year| NaiveDate::from_ymd_opt(year, 12, 31);
    if starts_month && day.month() == 1 && year_end(day.year()).is_some_and(|end| end <= to) {
        let is_whole = year_end(to.year()) == Some(to);
        let last = if is_whole { to.year() } else { to.year() - 1 };
        let range = Range {
            grain: 0,
            first: format!("{:04}", day.year()),
            last: format!("{last:04}"),
        };
        return (range, NaiveDate::from_ymd_opt(last + 1, 1, 1));
    }
    let after_month = first_of_next(day);
    let month_ends = after_month.and_then(|next| next.pred_opt());
    if starts_month && month_ends.is_some_and(|end| end <= to) {
        // Months of this year, as far as they are whole.
        let mut last = day;
        let mut next = after_month;
        while let Some(month) = next.filter(|month| month.year() == day.year()) {
            let end = first_of_next(month).and_then(|after| after.pred_opt());
            if end.is_none_or(|end| end > to) {
                break;
            }
            last = month;
            next = first_of_next(month);
        }
        let range = Range {
            grain: 1,
            first: day.format("%Y-%m").to_string(),
            last: last.format("%Y-%m").to_string(),
        };
        return (range, next);
    }
    let last = month_ends.map_or(to, |end| end.min(to));
    let range = Range {
        grain: 2,
        first: day.to_string(),
        last: last.to_string(),
    };
    (range, last.succ_opt())
}

fn first_of_next(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))
}

impl super::tally::Kept {
    /// The same without what `tally` does not keep: only undated ones are asked for, which no one excuses.
    fn plain(&self) -> Kept {
        Kept {
            agency: self.agency,
            area: self.area,
            status: self.status,
            is_dated: self.is_dated,
            lateness: self.lateness,
            first_lateness: 0,
            is_excused: false,
            n: self.n,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_cut_into_years_months_and_days_without_a_gap() {
        let day = |text: &str| -> NaiveDate { text.parse().expect("a date") };
        let cut = |from: &str, to: &str| -> Vec<String> {
            let period = Period::new(day(from), day(to)).expect("a period");
            let ranges = ranges(period).into_iter();
            ranges
                .map(|it| format!("{}..{}", it.first, it.last))
                .collect()
        };
        assert_eq!(cut("2023-01-01", "2023-12-31"), ["2023..2023"]);
        assert_eq!(cut("2020-01-01", "2023-12-31"), ["2020..2023"]);
        assert_eq!(cut("2023-04-01", "2023-06-30"), ["2023-04..2023-06"]);
        assert_eq!(
            cut("2022-12-15", "2024-03-14"),
            [
                "2022-12-15..2022-12-31",
                "2023..2023",
                "2024-01..2024-02",
                "2024-03-01..2024-03-14"
            ]
        );
        assert_eq!(
            cut("2023-11-01", "2024-02-29"),
            ["2023-11..2023-12", "2024-01..2024-02"]
        );
        assert_eq!(cut("2023-02-03", "2023-02-03"), ["2023-02-03..2023-02-03"]);
        assert_eq!(
            cut("2023-01-31", "2023-02-28"),
            ["2023-01-31..2023-01-31", "2023-02..2023-02"]
        );
    }
}
