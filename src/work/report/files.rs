//! Reports into a file: counted one after the other, then written as one document.

use super::make;
use crate::domain::error::Result;
use crate::domain::report_form::ReportForm;
use crate::domain::seal::Seal;
use crate::exchange::report::{self, Document};
use crate::work::progress::Progress;
use crate::work::request::report_files::Ask;
use crate::work::session::Session;

/// Writes reports; says how many rows, and where the log ended before they were counted.
pub(in crate::work) fn write(
    session: &Session,
    ask: &Ask,
    progress: &mut Progress<'_>,
) -> Result<(u64, Seal)> {
    let seal = session.log_seal()?;
    let reports = progress.reading(|progress| {
        let reports = ask.specs.iter().map(|spec| make(session, spec, progress));
        reports.collect::<Result<Vec<_>>>()
    })?;
    let facts = session.facts();
    let names = facts.names();
    let title = ask.title.as_deref();
    let mut document = Document::of(title, &reports, names, seal.short(), ask.language);
    if ask.form == ReportForm::Docx {
        document = document.on(session.paper_of_reports()?);
    }
    let tray = session.setup.files.tray();
    report::write(
        &ask.path,
        ask.form,
        ask.existing,
        tray,
        &document,
        |done, all| progress.step(done, all),
    )?;
    let rows = u64::try_from(document.rows()).unwrap_or(u64::MAX);
    Ok((rows, seal))
}
