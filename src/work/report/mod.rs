//! Reports: one model, a file a report; screens, commands and files show what is made here.

mod caseload;
mod indicators;

use super::progress::Progress;
use super::session::Session;
use crate::domain::error::{Error, Result};
use crate::domain::report::{Kind, Report, Spec};

/// Makes a report.
pub(super) fn make(session: &Session, spec: &Spec, progress: &mut Progress<'_>) -> Result<Report> {
    progress.go_on()?;
    match spec.kind {
        Kind::Indicators => indicators::indicators(session, spec),
        Kind::MissingReadings => indicators::missing(session, spec),
        Kind::Caseload => caseload::caseload(session, spec),
        Kind::CaseloadAlerts => caseload::alerts(session, spec),
        Kind::Completion
        | Kind::Promise
        | Kind::Heads
        | Kind::Hands
        | Kind::Loops
        | Kind::Waiting
        | Kind::Urgings
        | Kind::Extensions
        | Kind::Documents
        | Kind::Ongoing
        | Kind::Series => Err(Error::Fault(
            format!("{} of {}", spec.kind.code(), session.facts.today).into(),
        )),
    }
}
