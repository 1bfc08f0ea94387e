//! An annex from a file: what it would do is said first, what is doubtful of it row by row, and one yes
//! writes it as one group.

use std::path::PathBuf;

use super::form::yes_or_no;
use super::talk::{Away, Said, Talk};
use super::words::sentence;
use crate::work::request::import::{StageCounts, StageId, Staged, StagedRow, Which};
use crate::work::request::{Answer, ImportSpec, OperationKey, Request};

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
        ..ImportSpec::default()
    };
    let Some(Answer::Staged(staged)) = talk.obtain(&Request::Stage { spec, after: None })? else {
        return Ok(());
    };
    let texts = preview(talk, &staged)?;
    talk.read_out(&texts)?;
    let (stage, counts) = (staged.stage, staged.counts);
    if counts.new + counts.changed == 0 {
        return talk.say(t.import_nothing);
    }
    if !agrees(talk, &counts)? {
        talk.obtain(&Request::DropStage { stage })?;
        return talk.say(t.saving.not_saved);
    }
    let key = OperationKey::fresh();
    if let Some(Answer::Imported(report)) = talk.obtain(&Request::ImportStage { key, stage })? {
        talk.own.extend(report.operation);
        talk.say(&(t.imported)(report.new, report.changed))?;
    }
    Ok(())
}

/// The counts, then every doubtful row: why, and what it says.
fn preview(talk: &mut Talk, staged: &Staged) -> Said<Vec<String>> {
    let counts = staged.counts;
    let counts = [
        counts.new,
        counts.changed,
        counts.unchanged,
        counts.review,
        counts.skipped,
    ];
    let mut texts = vec![(talk.t.console.import_counts)(counts)];
    loop {
        let rows = doubtful(talk, staged.stage, texts.len() as u64 - 1)?;
        if rows.is_empty() {
            return Ok(texts);
        }
        texts.extend(rows.iter().map(|row| told(talk, row)));
    }
}

/// The next rows that a person has to look at.
fn doubtful(talk: &mut Talk, stage: StageId, from: u64) -> Said<Vec<StagedRow>> {
    let request = Request::StagedRows {
        stage,
        which: Which::Review,
        from,
        limit: 100,
    };
    Ok(match talk.obtain(&request)? {
        Some(Answer::StagedRows(page)) => page.rows,
        _ => Vec::new(),
    })
}

fn told(talk: &Talk, row: &StagedRow) -> String {
    let Some(task) = &row.task else {
        return String::new();
    };
    let why = task
        .doubts
        .iter()
        .map(|doubt| sentence(&(talk.t.doubts.sentence)(&doubt.code, &doubt.detail)));
    let why = why.collect::<Vec<_>>().join(" ");
    let text = (talk.t.line.import_row)(row.row, &why);
    format!("{text} {}", sentence(&task.content))
}

fn agrees(talk: &mut Talk, report: &StageCounts) -> Said<bool> {
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
