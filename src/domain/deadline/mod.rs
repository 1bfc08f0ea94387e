//! (stub until merged)
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
