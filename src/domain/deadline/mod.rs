//! (stub until merged)
mod why;
pub use why::Why;
use chrono::NaiveDate;use super::recurrence::Recurrence;use super::calendar::Calendar;
use serde::{Deserialize, Serialize};
/// Kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Kind {
    Date,
    Month,
    Quarter,
    Half,
    Year,
    Range,
    Recurring,
    Ongoing,
    Relative,
    Unknown,
}
impl Kind {
    /// Code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
            Self::Range => "range",
            Self::Recurring => "recurring",
            Self::Ongoing => "ongoing",
            Self::Relative => "relative",
            Self::Unknown => "unknown",
        }
    }
    /// From code.
    pub fn from_code(code: &str) -> Option<Self> {
        [
            Self::Date,
            Self::Month,
            Self::Quarter,
            Self::Half,
            Self::Year,
            Self::Range,
            Self::Recurring,
            Self::Ongoing,
            Self::Relative,
            Self::Unknown,
        ]
        .into_iter()
        .find(|k| k.code() == code)
    }
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Rules;
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline { pub kind: Kind, pub start: Option<NaiveDate>, pub due: Option<NaiveDate>, pub original_due: Option<NaiveDate>, pub recurrence: Option<Recurrence>, pub needs_review: bool, pub why: Vec<Why>, pub counts_from: Option<CountsFrom> }
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CountsFrom { Signing, Other }
pub fn parse(_t: &str, r: NaiveDate, _c: &Calendar, _r: Rules) -> Deadline { Deadline{kind: Kind::Date, start: None, due: Some(r+chrono::Days::new(60)), original_due: None, recurrence: None, needs_review:false, why: vec![], counts_from: None} }
