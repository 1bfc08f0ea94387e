//! The calendar: what falls due on the days of a month.

use chrono::NaiveDate;

use super::session::Session;
use crate::domain::agenda::{DueDay, month_of};
use crate::domain::error::Result;
use crate::domain::id::AgencyId;

/// The days of the month of a day on which something falls due.
pub(super) fn month(
    session: &Session,
    agency: Option<AgencyId>,
    day: NaiveDate,
) -> Result<Vec<DueDay>> {
    let (first, last) = month_of(day);
    session.store.due_days(agency, first, last)
}
