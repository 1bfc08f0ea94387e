//! What a person gives with a deed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::amount::Amount;
use crate::domain::id::AgencyId;

/// What a person gives with a deed; a group may share one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    /// A note: progress entry, what is asked or answered, or a remark for the log.
    pub note: String,
    /// Progress in percent.
    pub percent: Option<u8>,
    /// Evidence: number and symbol of the product document.
    pub evidence: String,
    /// The date of that document.
    pub evidence_date: Option<NaiveDate>,
    /// Summary of the result, where there is no document.
    pub summary: String,
    /// The reason.
    pub reason: String,
    /// The document that decides: its number and symbol, and its date as written.
    pub document: String,
    /// Why it is late.
    pub delay_cause: String,
    /// The new due date, or the day by which an answer is wanted.
    pub due: Option<NaiveDate>,
    /// The new lead, or the supporting agency that is asked or answers.
    pub agency: Option<AgencyId>,
    /// Which request or stage: its place among those of the task, from 1.
    pub part: Option<u32>,
    /// The day on which a stage was reached; today where none is given.
    pub day: Option<NaiveDate>,
    /// The value that was reached.
    pub value: Option<Amount>,
}
