//! What was done and who held, by area of the task: from what is kept of years and months, and from the days at both
//! ends of a period.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

use super::Store;
use super::db::{Row, fault, values};
use super::spans::{Range, ranges};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::period::Period;

/// How often something was done, and when last; the longest of it where it lasts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DoneInArea {
    /// How often.
    pub count: i64,
    /// On which day last.
    pub last: Option<NaiveDate>,
    /// The days that the longest of it took.
    pub longest: Option<i64>,
}

impl DoneInArea {
    fn add(&mut self, more: &Self) {
        self.count += more.count;
        self.last = self.last.max(more.last);
        self.longest = self.longest.max(more.longest);
    }
}

type Sums = BTreeMap<AreaId, DoneInArea>;

impl Store {
    /// How often this was done by the area of the task, when last, and the longest of it in days; to the tasks of one
    /// agency or of all.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn done_by_area(
        &self,
        agency: Option<AgencyId>,
        what: &str,
        period: Period,
    ) -> Result<Vec<(AreaId, DoneInArea)>> {
        let whose = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
        let mut sums = Sums::new();
        for range in ranges(period) {
            let found = if range.is_days() {
                self.days_by_area(whose, what, &range.first, &range.last)?
            } else {
                self.spans_by_area(whose, what, &range)?
            };
            for (area, done) in &found {
                sums.entry(*area).or_default().add(done);
            }
        }
        for (month, areas) in self.last_months(whose, what, period, &sums)? {
            let end = month.checked_add_months(Months::new(1));
            let end = end.and_then(|next| next.pred_opt()).unwrap_or(month);
            let (first, last) = (month.to_string(), end.to_string());
            let found = self.days_by_area(whose, what, &first, &last)?;
            for area in areas {
                let last = found.get(&area).and_then(|done| done.last);
                let sum = sums.entry(area).or_default();
                sum.last = sum.last.max(last);
            }
        }
        sums.retain(|_, done| done.count > 0);
        Ok(sums.into_iter().collect())
    }

    fn days_by_area(&self, whose: (i64, i64), what: &str, first: &str, last: &str) -> Result<Sums> {
        let sql = "SELECT area_id, COUNT(*), MAX(day), MAX(length)
            FROM agency CROSS JOIN event INDEXED BY event_by_agency
            WHERE agency.id >= ?4 AND agency.id <= ?5
                AND agency_id = agency.id AND what = ?1 AND day >= ?2 AND day <= ?3 AND is_void = 0
            GROUP BY area_id
            ORDER BY area_id";
        let asked = values![what, first, last, whose.0, whose.1];
        let found = self.db.rows(sql, &asked, |row| {
            let area = AreaId(row.number()?);
            let done = DoneInArea {
                count: row.number()?,
                last: row.maybe_date()?,
                longest: row.maybe_number()?,
            };
            Ok((area, done))
        })?;
        Ok(found.into_iter().collect())
    }

    fn spans_by_area(&self, whose: (i64, i64), what: &str, range: &Range) -> Result<Sums> {
        let sql = "SELECT area_id, SUM(n), MAX(longest)
            FROM event_tally
            WHERE what = ?1 AND grain = ?2 AND span >= ?3 AND span <= ?4 AND agency_id >= ?5 AND agency_id <= ?6
                AND n > 0
            GROUP BY area_id
            ORDER BY area_id";
        let (first, last) = (range.first.as_str(), range.last.as_str());
        let asked = values![what, range.grain, first, last, whose.0, whose.1];
        let found = self.db.rows(sql, &asked, |row: &mut Row<'_>| {
            let area = AreaId(row.number()?);
            let done = DoneInArea {
                count: row.number()?,
                last: None,
                longest: row.maybe_number()?,
            };
            Ok((area, done))
        })?;
        Ok(found.into_iter().collect())
    }

    /// The last whole months of a period in which it was done, by area: those of which no later day is known.
    fn last_months(
        &self,
        whose: (i64, i64),
        what: &str,
        period: Period,
        known: &Sums,
    ) -> Result<BTreeMap<NaiveDate, Vec<AreaId>>> {
        let sql = "SELECT area_id, MAX(span)
            FROM event_tally
            WHERE what = ?1 AND grain = ?2 AND span >= ?3 AND span <= ?4 AND agency_id >= ?5 AND agency_id <= ?6
                AND n > 0
            GROUP BY area_id
            ORDER BY area_id";
        let latest = |grain: i64, first: &str, last: &str| {
            let asked = values![what, grain, first, last, whose.0, whose.1];
            self.db
                .rows(sql, &asked, |row| Ok((AreaId(row.number()?), row.text()?)))
        };
        let mut months = BTreeMap::<AreaId, String>::new();
        let mut keep = |found: Vec<(AreaId, String)>| {
            for (area, span) in found {
                let month = months.entry(area).or_default();
                if *month < span {
                    *month = span;
                }
            }
        };
        for range in ranges(period).iter().filter(|range| !range.is_days()) {
            if range.grain == 1 {
                keep(latest(1, &range.first, &range.last)?);
                continue;
            }
            // The years say where the months have to be looked through.
            let mut years: Vec<String> = latest(0, &range.first, &range.last)?
                .into_iter()
                .map(|(_, year)| year)
                .collect();
            years.sort();
            years.dedup();
            for year in years {
                keep(latest(1, &format!("{year}-01"), &format!("{year}-12"))?);
            }
        }
        let mut wanted = BTreeMap::<NaiveDate, Vec<AreaId>>::new();
        for (area, month) in months {
            let first: NaiveDate = format!("{month}-01").parse().map_err(fault)?;
            // A later day was counted one by one.
            let is_known = known.get(&area).and_then(|done| done.last);
            if is_known.is_none_or(|last| last < first) {
                wanted.entry(first).or_default().push(area);
            }
        }
        Ok(wanted)
    }
}
