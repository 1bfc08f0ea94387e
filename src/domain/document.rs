//! Documents that assign tasks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::DocumentId;

/// A document that assigns tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// What it is, as its kind word says: "Kế hoạch", "Chỉ thị".
    pub kind: String,
    /// Number and symbol as written: `9125/KH-UBND`.
    pub symbol: String,
    /// The day of its signing.
    pub date: Option<NaiveDate>,
    /// Who issued it, where known.
    pub issuer: String,
    /// What it is about.
    pub summary: String,
    /// The beginning of its tasks' codes: `KH9125/23`.
    pub code: String,
}
