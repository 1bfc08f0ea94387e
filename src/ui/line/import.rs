//! An annex from a file: what it would do is said first, what is doubtful of it row by row, and one yes
//! writes it as one group.

use std::path::PathBuf;

use super::form::yes_or_no;
use super::review;
use super::talk::{Away, Said, Talk};
use crate::ui::screens::import::said;
use crate::work::request::import::{StageCounts, Staged};
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
    tell_counts(talk, &staged)?;
    let staged = match staged.counts.review {
        0 => staged,
        count => match wants_review(talk, count)? {
            true => review::run(talk, staged)?,
            false => staged,
        },
    };
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
        talk.say(&(t.imported)(report.new, report.changed))?;
    }
    Ok(())
}

/// What became of the rows, and what should be known of the file.
fn tell_counts(talk: &mut Talk, staged: &Staged) -> Said<()> {
    let counts = staged.counts;
    let numbers = [
        counts.new,
        counts.changed,
        counts.unchanged,
        counts.review,
        counts.skipped,
    ];
    let mut texts = vec![(talk.t.console.import_counts)(numbers)];
    {
        let frame = talk.frame();
        let ui = frame.ui();
        texts.extend(staged.before.iter().map(|batch| said::before(batch, &ui)));
        texts.extend(staged.notes.iter().map(|note| said::note(note, &ui)));
    }
    talk.read_out(&texts)
}

/// Whether the doubts are settled now; what is not stays to be reviewed after the import.
fn wants_review(talk: &mut Talk, count: u64) -> Said<bool> {
    let question = (talk.t.line.prompt.review)(count);
    loop {
        let typed = talk.hear(&question)?;
        match (yes_or_no(&typed), typed.as_str()) {
            (Some(answer), _) => return Ok(answer),
            (None, "q" | "Q") => return Ok(false),
            (None, "" | "?") => talk.say(talk.t.line.help.yes_or_no)?,
            (None, text) => match text.strip_prefix(':') {
                Some(task) => return Err(Away::Task(task.to_owned())),
                None => talk.refuse(talk.t.line.help.yes_or_no)?,
            },
        }
    }
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
