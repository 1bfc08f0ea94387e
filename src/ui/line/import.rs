//! An annex from a file: what it would do is said first, what is doubtful of it row by row, and one yes
//! writes it as one group.

use std::path::PathBuf;

use super::form::{self, yes_or_no};
use super::review;
use super::talk::{Away, Said, Talk};
use crate::domain::error::{Error, FileFault};
pub use crate::ui::screens::import::kept::PLACE;
use crate::ui::screens::import::kept::{Kept, Said as Columns};
use crate::ui::screens::import::said;
use crate::ui::screens::import::start::{Start, spec, unquoted};
use crate::ui::widgets::form::Form;
use crate::work::request::import::{Settlement, StageCounts, Staged};
use crate::work::request::{Answer, OperationKey, Request};

/// Previews a file, asks, and imports it; asks for the file where none was named. What was typed and settled is kept
/// until it is written.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn run(talk: &mut Talk, file: &str) -> Said<()> {
    if !talk.facts().user.role.enters_tasks() {
        return talk.refuse(talk.t.form.may_not);
    }
    let mut annex = Annex::taken_up(talk, file);
    let ended = annex.import(talk, !file.is_empty());
    let draft = annex.to_keep().draft();
    let is_kept = !draft.fields.is_empty();
    match ended {
        Ok(End::Done) => Ok(()),
        Ok(End::Left) => {
            talk.keep(draft);
            Ok(())
        }
        Err(away) => {
            talk.keep(draft);
            talk.leave(away, is_kept)
        }
    }
}

/// How an import ends that was not left.
enum End {
    /// Nothing of it is to be kept.
    Done,
    /// Nothing was written, and it may be gone on with.
    Left,
}

/// A file on its way in: what was typed of it, and what was settled in it.
struct Annex {
    form: Form,
    kept: Kept,
}

impl Annex {
    /// As it was left, unless another file is named now.
    fn taken_up(talk: &Talk, named: &str) -> Self {
        let frame = talk.frame();
        let mut form = Start::blank(&frame.ui());
        let kept = talk.memory.draft(PLACE).and_then(Kept::of);
        let kept = kept.filter(|kept| named.is_empty() || kept.file() == Some(named));
        let kept = kept.unwrap_or_default();
        form.fill(&kept.fields);
        if let Some(row) = form.row_mut("file").filter(|_| !named.is_empty()) {
            row.set(named);
        }
        Self { form, kept }
    }

    fn to_keep(&self) -> Kept {
        self.kept.with(&self.form)
    }

    fn import(&mut self, talk: &mut Talk, is_named: bool) -> Said<End> {
        if !is_named {
            self.ask(talk, "file", talk.t.line.prompt.file)?;
        }
        self.ask(talk, "document", talk.t.line.prompt.import_document)?;
        for name in ["date", "past"] {
            if !self.form.value(name).is_empty() {
                form::ask_field(talk, &mut self.form, name)?;
            }
        }
        let Some(staged) = self.read(talk)? else {
            return Ok(End::Left);
        };
        let staged = self.settle_again(talk, staged)?;
        tell_counts(talk, &staged)?;
        let staged = match staged.counts.review {
            0 => staged,
            count => match wants_review(talk, count)? {
                true => review::run(talk, staged, &mut self.kept.settled)?,
                false => staged,
            },
        };
        let (stage, counts) = (staged.stage, staged.counts);
        if counts.new + counts.changed == 0 {
            talk.say(talk.t.line.import_nothing)?;
            return Ok(self.end_of_nothing(talk));
        }
        if !agrees(talk, &counts)? {
            talk.obtain(&Request::DropStage { stage })?;
            talk.say(talk.t.line.saving.not_saved_kept)?;
            return Ok(End::Left);
        }
        let key = OperationKey::fresh();
        let Some(Answer::Imported(report)) = talk.obtain(&Request::ImportStage { key, stage })?
        else {
            return Ok(End::Left);
        };
        // It is written, whether or not somebody reads that.
        talk.forget(PLACE);
        self.kept = Kept::default();
        self.form = Start::blank(&talk.frame().ui());
        talk.say(&(talk.t.line.imported)(report.new, report.changed))?;
        Ok(End::Done)
    }

    /// Nothing is to be written: what was settled may be gone on with, and where nothing was nothing is left.
    fn end_of_nothing(&self, talk: &mut Talk) -> End {
        if self.kept.settled.is_empty() {
            talk.forget(PLACE);
            return End::Done;
        }
        End::Left
    }

    /// Asks for a field: with this question where nothing stands there, else as for every field of a form.
    fn ask(&mut self, talk: &mut Talk, name: &'static str, question: &str) -> Said<()> {
        if !self.form.value(name).is_empty() {
            return form::ask_field(talk, &mut self.form, name);
        }
        let typed = talk.hear(question)?;
        let is_needed = self.form.row(name).is_some_and(|row| row.is_needed);
        if matches!(typed.as_str(), "q" | "Q") || (typed.is_empty() && is_needed) {
            return Err(Away::Back);
        }
        if let Some(row) = self.form.row_mut(name) {
            row.set(&typed);
        }
        Ok(())
    }

    /// Reads the file; what was said of the columns of another one is not said of this one. None where it cannot be read,
    /// which is said.
    fn read(&mut self, talk: &mut Talk) -> Said<Option<Box<Staged>>> {
        loop {
            self.kept = self.to_keep();
            let says_columns = self.kept.read.says_something();
            let spec = {
                let frame = talk.frame();
                let path = PathBuf::from(unquoted(&self.form.value("file")));
                spec(path, &self.form, self.kept.read.clone(), &frame.ui())
            };
            match talk.answer(&Request::Stage { spec, after: None }) {
                Ok(Answer::Staged(staged)) => {
                    let is_same = staged.checksum == self.kept.checksum;
                    if is_same || !says_columns {
                        let settled = &self.kept.settled;
                        if !is_same && !settled.is_empty() {
                            talk.say(talk.t.import.start.other_file)?;
                        }
                        return Ok(Some(staged));
                    }
                }
                Err(Error::BadFile {
                    fault:
                        FileFault::NoHeader { .. }
                        | FileFault::MissingColumns { .. }
                        | FileFault::NoSheet,
                    ..
                }) if says_columns => {}
                Ok(_) => return Ok(None),
                Err(error) => {
                    talk.complain(&error)?;
                    return Ok(None);
                }
            }
            talk.say(talk.t.import.start.other_file)?;
            self.kept.read = Columns::default();
            self.kept.settled.clear();
        }
    }

    /// What was settled before in the same file is settled again; what does not fit any more does not hold up the rest.
    fn settle_again(&mut self, talk: &mut Talk, mut staged: Box<Staged>) -> Said<Box<Staged>> {
        let is_same = self.kept.checksum == staged.checksum && staged.settlements == 0;
        let again = match is_same {
            true => self.kept.settled.clone(),
            false => Vec::new(),
        };
        if !again.is_empty() {
            talk.say(&(talk.t.import.settling.settled_again)(again.len()))?;
        }
        let mut settled: Vec<Settlement> = Vec::new();
        for settlement in again {
            let request = Request::Settle {
                stage: staged.stage,
                settlement: settlement.clone(),
            };
            match talk.answer(&request) {
                Ok(Answer::Staged(now)) => {
                    staged = now;
                    settled.push(settlement);
                }
                // Cut off: all of it is kept for the next time.
                Err(Error::Cancelled) => return Ok(staged),
                _ => {}
            }
        }
        self.kept.settled = settled;
        self.kept.read = Columns::of(&staged.spec, &staged.columns);
        self.kept.checksum.clone_from(&staged.checksum);
        Ok(staged)
    }
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
