//! An annex from a file: what it would do is said first, what is doubtful of it row by row, and one yes
//! writes it as one group.

use std::path::PathBuf;

use super::form::yes_or_no;
use super::talk::{Away, Said, Talk};
use super::words::sentence;
use crate::work::request::{Answer, ImportReport, ImportSpec, OperationKey, Request};

/// Previews a file, asks, and imports it; asks for the file where none was named.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn run(talk: &mut Talk, file: &str) -> Said<()> {
    if !talk.facts().user.role.enters_tasks() {
        return talk.refuse(talk.t.form.may_not);
    }
    let t = &talk.t.line;
    let file = match file {
        "" => talk.hear(t.prompt.file)?,
        named => named.to_owned(),
    };
    if matches!(file.as_str(), "" | "q" | "Q") {
        return talk.say(t.saving.not_saved);
    }
    let document = talk.hear(t.prompt.import_document)?;
    if matches!(document.as_str(), "q" | "Q") {
        return talk.say(t.saving.not_saved);
    }
    let spec = ImportSpec {
        path: PathBuf::from(file),
        document: (!document.is_empty()).then_some(document),
        document_date: None,
        past_occurrences: false,
    };
    let Some(Answer::Import(report)) = talk.obtain(&Request::Preview { spec: spec.clone() })?
    else {
        return Ok(());
    };
    let texts = preview(talk, &report);
    talk.read_out(&texts)?;
    if report.new + report.changed == 0 {
        return talk.say(t.import_nothing);
    }
    if !agrees(talk, &report)? {
        return talk.say(t.saving.not_saved);
    }
    let key = OperationKey::fresh();
    if let Some(Answer::Import(report)) = talk.obtain(&Request::Import { key, spec })? {
        talk.own.extend(report.operation);
        talk.say(&(t.imported)(report.new, report.changed))?;
    }
    Ok(())
}

/// The counts, then every doubtful row: why, and what it says.
fn preview(talk: &Talk, report: &ImportReport) -> Vec<String> {
    let counts = [
        report.new,
        report.changed,
        report.unchanged,
        report.review,
        report.skipped,
    ];
    let mut texts = vec![(talk.t.console.import_counts)(counts)];
    for row in report.rows.iter().filter(|row| !row.doubts.is_empty()) {
        let why = row
            .doubts
            .iter()
            .map(|doubt| sentence(&(talk.t.doubts.sentence)(&doubt.code, &doubt.detail)));
        let why = why.collect::<Vec<_>>().join(" ");
        let text = (talk.t.line.import_row)(row.row, &why);
        texts.push(format!("{text} {}", sentence(&row.title)));
    }
    texts
}

fn agrees(talk: &mut Talk, report: &ImportReport) -> Said<bool> {
    let t = &talk.t.line;
    let question = (t.prompt.import)(report.new, report.changed);
    loop {
        let typed = talk.hear(&question)?;
        match (yes_or_no(&typed), typed.as_str()) {
            (Some(answer), _) => return Ok(answer),
            (None, "q" | "Q") => return Ok(false),
            (None, "" | "?") => talk.say(t.help.yes_or_no)?,
            (None, text) => match text.strip_prefix(':') {
                Some(task) => return Err(Away::Task(task.to_owned())),
                None => talk.refuse(t.help.yes_or_no)?,
            },
        }
    }
}
