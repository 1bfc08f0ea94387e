//! Reports that are wanted as a file.

use std::path::PathBuf;

use super::Existing;
use crate::domain::report::Spec;
use crate::domain::report_form::ReportForm;
pub use crate::exchange::report::Language;

/// Reports to be written into one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The file.
    pub path: PathBuf,
    /// In which form.
    pub form: ReportForm,
    /// Whether a file that is there already may be replaced.
    pub existing: Existing,
    /// The reports, in order; a file of one report has its title.
    pub specs: Vec<Spec>,
    /// The title of several.
    pub title: Option<String>,
    /// In which language.
    pub language: Language,
}
