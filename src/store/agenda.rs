//! What falls due on the days of a month, counted along the indexes of the lists.
//!
//! A month is a range of each rank, so what is asked does not grow with the years.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::agenda::DueDay;
use crate::domain::error::Result;
use crate::domain::id::AgencyId;
use crate::domain::status::Rank;

use super::Store;
use super::db::{Db, values};
use super::record::{due_key, due_of};
use super::sqlite::pin::Pin;

/// Every place in the lists that a day's tasks can have.
const RANKS: [Rank; 4] = [Rank::Running, Rank::Undated, Rank::Paused, Rank::Closed];

impl Store {
    /// The days from one to another, both included, on which something falls due; of one agency or of all.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn due_days(
        &self,
        agency: Option<AgencyId>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<DueDay>> {
        self.db.at_once(|| {
            let mut days = BTreeMap::<NaiveDate, DueDay>::new();
            for rank in RANKS {
                for (day, count) in of_rank(&self.db, agency, rank, from, to)? {
                    days.entry(day)
                        .or_insert_with(|| DueDay::empty(day))
                        .add(rank, count);
                }
            }
            Ok(days.into_values().collect())
        })
    }
}

fn of_rank(
    db: &Db,
    agency: Option<AgencyId>,
    rank: Rank,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(NaiveDate, i64)>> {
    let (from, to) = (due_key(Some(from)), due_key(Some(to)));
    let counted = |sql: &str, values: &[_]| {
        let rows = db.rows(sql, values, |row| Ok((row.text()?, row.number()?)))?;
        let dated = rows
            .into_iter()
            .map(|(day, count)| Ok((due_of(&day)?, count)));
        let dated: Result<Vec<_>> = dated.collect();
        let dated = dated?.into_iter();
        Ok(dated
            .filter_map(|(day, count)| day.map(|day| (day, count)))
            .collect())
    };
    match agency {
        Some(agency) => {
            let sql = format!(
                "SELECT effective_due, COUNT(*)
                FROM {}
                WHERE agency_id = ?1 AND rank = ?2 AND effective_due >= ?3 AND effective_due <= ?4
                GROUP BY effective_due",
                Pin::Agency.table()
            );
            counted(&sql, &values![agency.0, rank.number(), from, to])
        }
        None => {
            let sql = format!(
                "SELECT effective_due, COUNT(*)
                FROM {}
                WHERE rank = ?1 AND effective_due >= ?2 AND effective_due <= ?3
                GROUP BY effective_due",
                Pin::Due.table()
            );
            counted(&sql, &values![rank.number(), from, to])
        }
    }
}
