//! (stub until merged)
use chrono::NaiveDate;
/// Stub.
#[derive(Debug, Clone, Default)]
pub struct Calendar;
#[allow(missing_docs)]
impl Calendar {
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        (to - from).num_days()
    }
    pub fn add_working_days(&self, from: NaiveDate, n: i64) -> NaiveDate {
        from + chrono::Duration::days(n)
    }
    pub fn next_working_day_on_or_after(&self, date: NaiveDate) -> NaiveDate {
        date
    }
}
