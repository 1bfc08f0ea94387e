//! Reports as files: text, Markdown, CSV, XLSX. [`Sheet`] puts a report into words once, and every writer takes
//! sheets: figures agree between the forms to the digit.

pub mod docx;
mod sheet;

use chrono::NaiveDate;

pub use self::sheet::{Head, Said, Sheet, Value};
pub use crate::lang::Language;
pub use crate::lang::report::said::Names;

/// One or several reports that go out together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What stands above all of it; the title of the sheet where there is one.
    pub title: String,
    /// The reports, in order.
    pub sheets: Vec<Sheet>,
    /// Where the log ended when they were counted, in short ([`Seal::short`](crate::domain::seal::Seal::short)).
    pub seal: String,
    /// As of which day.
    pub today: NaiveDate,
    /// In which language; it also says how numbers are written.
    pub language: Language,
}
