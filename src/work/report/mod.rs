//! Reports: one model, a file a report; screens, commands and files show what is made here.

mod completion;
mod documents;
mod grouped;
mod ongoing;
mod series;

use super::progress::Progress;
use super::session::Session;
use crate::domain::error::{Error, Result};
use crate::domain::report::{Kind, Report, Spec};

/// Makes a report.
pub(super) fn make(session: &Session, spec: &Spec, progress: &mut Progress<'_>) -> Result<Report> {
    progress.go_on()?;
    match spec.kind {
        Kind::Completion => completion::completion(session, spec),
        Kind::Promise => completion::promise(session, spec),
        Kind::Documents => documents::documents(session, spec),
        Kind::Ongoing => ongoing::ongoing(session, spec),
        Kind::Series => series::series(session, spec),
        Kind::Heads
        | Kind::Hands
        | Kind::Loops
        | Kind::Waiting
        | Kind::Urgings
        | Kind::Extensions
        | Kind::Indicators
        | Kind::MissingReadings
        | Kind::Caseload
        | Kind::CaseloadAlerts => Err(Error::Fault(
            format!("{} of {}", spec.kind.code(), session.facts.today).into(),
        )),
    }
}
