//! An annex from a file: what it would do is said first, what is doubtful of it row by row, and one yes
//! writes it as one group.

use std::path::{Path, PathBuf};

use super::form::{self, Typed};
use super::review;
use super::talk::{Away, Said, Talk};
use crate::domain::error::{Error, FileFault};
use crate::ui::screens::import::kept::{Kept, PLACE, Said as Columns};
use crate::ui::screens::import::said;
use crate::ui::screens::import::start::{Start, spec, spelled_otherwise, unquoted};
use crate::ui::widgets::form::Form;
use crate::work::request::import::{Settlement, StageCounts, Staged};
use crate::work::request::{Answer, OperationKey, Request};

/// Previews a file, asks, and imports it; asks for the file where none was named. What was typed and settled is kept
/// until it is written.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn run(talk: &mut Talk, named: &str) -> Said<()> {
    if !talk.facts().user.role.enters_tasks() {
        return talk.refuse(talk.t.form.may_not);
    }
    let mut annex = Annex::taken_up(talk, named);
    match annex.import(talk) {
        Ok(End::Written) => Ok(()),
        Ok(End::Open) => {
            annex.keep(talk);
            Ok(())
        }
        Ok(End::Unwanted) => match annex.keep(talk) {
            true => talk.say(talk.t.line.saving.not_saved_kept),
            false => talk.say(talk.t.line.saving.not_saved),
        },
        Err(away) => {
            let is_kept = annex.keep(talk);
            talk.leave(away, is_kept)
        }
    }
}

/// How far an import got that nobody left in the middle.
enum End {
    /// All of it is stored, and nothing is kept of it.
    Written,
    /// It is kept, and may be gone on with.
    Open,
    /// The same, since nobody wanted it written.
    Unwanted,
}

/// What reading a file came to.
enum Read {
    /// It is read.
    Staged(Box<Staged>),
    /// What stands in this field is not understood, which was said.
    Again(&'static str),
    /// It cannot be read, which was said.
    Not,
}

/// A file on its way in: what was typed of it, and what was settled in it.
struct Annex {
    form: Form,
    kept: Kept,
    /// What was kept before, perhaps of another file.
    before: Kept,
    /// The file was named by the command.
    is_named: bool,
    /// It is what was kept before, taken up.
    is_own: bool,
}

impl Annex {
    /// As it was left, unless another file is named now. Whoever only hands lines in and names a file begins anew: which
    /// questions follow does not depend on what somebody left.
    fn taken_up(talk: &Talk, named: &str) -> Self {
        let frame = talk.frame();
        let mut form = Start::blank(&frame.ui());
        let kept = talk.memory.draft(PLACE).and_then(Kept::of);
        let before = kept.unwrap_or_default();
        let is_own = named.is_empty() || talk.is_watched() && before.is_of(named);
        if is_own {
            form.fill(&before.fields);
        } else if let Some(row) = form.row_mut("file") {
            row.set(named);
        }
        Self {
            form,
            kept: if is_own {
                before.clone()
            } else {
                Kept::default()
            },
            before,
            is_named: !named.is_empty(),
            is_own,
        }
    }

    /// Keeps what was typed and settled; true where that is more than the name in the command. What was settled before and
    /// not taken up stays where nothing was settled now: a name is typed again sooner.
    fn keep(&self, talk: &mut Talk) -> bool {
        let now = self.kept.with(&self.form);
        let goes_on = self.is_own && now.file().is_some_and(|file| self.before.is_of(file));
        let is_only_named = self.is_named && now.fields.len() == 1 && !now.says_something();
        let is_less = self.before.says_something() && !now.says_something();
        if !goes_on && (is_only_named || is_less) {
            return false;
        }
        let draft = now.draft();
        let is_kept = !draft.fields.is_empty();
        talk.keep(draft);
        is_kept
    }

    /// It is stored: nothing of it is kept, and what was kept of another file stays.
    fn let_go(&self, talk: &mut Talk) {
        let file = self.form.value("file");
        if self.before.is_of(&file) || !self.before.says_something() {
            talk.forget(PLACE);
        }
    }

    fn import(&mut self, talk: &mut Talk) -> Said<End> {
        if !self.is_named {
            self.ask(talk, "file", talk.t.line.prompt.file)?;
        }
        self.ask(talk, "document", talk.t.line.prompt.import_document)?;
        for name in ["date", "past"] {
            if !self.form.value(name).is_empty() {
                form::ask_field(talk, &mut self.form, name)?;
            }
        }
        let staged = loop {
            match self.read(talk)? {
                Read::Staged(staged) => break staged,
                Read::Again(name) => form::ask_field(talk, &mut self.form, name)?,
                Read::Not => return Ok(End::Open),
            }
        };
        let staged = self.settle_again(talk, staged)?;
        tell_counts(talk, &staged)?;
        let staged = match staged.counts.review {
            0 => staged,
            // What is not settled now stays to be reviewed after the import.
            count => match form::agrees(talk, &(talk.t.line.prompt.review)(count))? {
                true => review::run(talk, staged, &mut self.kept.settled)?,
                false => staged,
            },
        };
        let (stage, counts) = (staged.stage, staged.counts);
        if counts.new + counts.changed == 0 {
            return self.nothing_to_write(talk, &counts);
        }
        if !form::agrees(
            talk,
            &(talk.t.line.prompt.import)(counts.new, counts.changed),
        )? {
            talk.obtain(&Request::DropStage { stage })?;
            return Ok(End::Unwanted);
        }
        let key = OperationKey::fresh();
        let Some(Answer::Imported(report)) = talk.obtain(&Request::ImportStage { key, stage })?
        else {
            return Ok(End::Open);
        };
        // It is written, whether or not somebody reads that.
        self.let_go(talk);
        talk.say(&(talk.t.line.imported)(report.new, report.changed))?;
        Ok(End::Written)
    }

    /// All of it is stored, or what is not was left out or is to be reviewed, and may be gone on with.
    fn nothing_to_write(&self, talk: &mut Talk, counts: &StageCounts) -> Said<End> {
        let is_out = |it: &Settlement| matches!(it, Settlement::LeaveOut { out: true, .. });
        let is_stored = counts.review == 0 && !self.kept.settled.iter().any(is_out);
        talk.say(talk.t.line.import_nothing)?;
        if is_stored {
            self.let_go(talk);
            return Ok(End::Written);
        }
        if self.kept.says_something() {
            talk.say(talk.t.line.saving.not_saved_kept)?;
        }
        Ok(End::Open)
    }

    /// Asks for a field: with this question where nothing stands there, else as for every field of a form.
    fn ask(&mut self, talk: &mut Talk, name: &'static str, question: &str) -> Said<()> {
        if !self.form.value(name).is_empty() {
            return form::ask_field(talk, &mut self.form, name);
        }
        let Some(row) = self.form.row(name) else {
            return Ok(());
        };
        let (kind, is_needed) = (row.kind.clone(), row.is_needed);
        loop {
            let text = match form::meant(talk.hear(question)?)? {
                Typed::Help => {
                    form::help(talk, &kind)?;
                    continue;
                }
                Typed::Keep | Typed::Clear if is_needed => return Err(Away::Back),
                Typed::Keep | Typed::Clear => return Ok(()),
                Typed::Recall => form::recalled(talk, name)?,
                Typed::Text(text) => Some(text),
            };
            if let (Some(text), Some(row)) = (text, self.form.row_mut(name)) {
                row.set(&text);
                return Ok(());
            }
        }
    }

    /// Reads the file, also where its name is written with other letters for the same words on the disk. What was said of
    /// the columns of another file is not said of this one.
    fn read(&mut self, talk: &mut Talk) -> Said<Read> {
        let mut path = PathBuf::from(unquoted(&self.form.value("file")));
        let mut has_looked = false;
        loop {
            self.kept = self.kept.with(&self.form);
            let says_columns = self.kept.read.says_something();
            let spec = {
                let frame = talk.frame();
                spec(
                    path.clone(),
                    &self.form,
                    self.kept.read.clone(),
                    &frame.ui(),
                )
            };
            match talk.answer(&Request::Stage { spec, after: None }) {
                Ok(Answer::Staged(staged))
                    if !says_columns || staged.checksum == self.kept.checksum =>
                {
                    return Ok(Read::Staged(staged));
                }
                Ok(Answer::Staged(_)) => {}
                Ok(_) => return Ok(Read::Not),
                Err(Error::BadFile { fault, .. }) if says_columns && fault.is_of_columns() => {}
                Err(error) => {
                    if let Error::BadFile {
                        fault: FileFault::Missing,
                        path: missing,
                    } = &error
                        && !std::mem::replace(&mut has_looked, true)
                        && let Some(found) = look_around(talk, missing)
                    {
                        path = found;
                        continue;
                    }
                    talk.complain(&error)?;
                    let field = match &error {
                        Error::BadText { what, .. } => self.form.row(what).map(|row| row.name),
                        _ => None,
                    };
                    return Ok(field.map_or(Read::Not, Read::Again));
                }
            }
            talk.say(talk.t.import.start.other_file)?;
            self.kept.read = Columns::default();
            self.kept.settled.clear();
        }
    }

    /// What was settled before in the same file is settled again; what does not fit any more does not hold up the rest.
    fn settle_again(&mut self, talk: &mut Talk, mut staged: Box<Staged>) -> Said<Box<Staged>> {
        let held = self.kept.take_up(&staged);
        // Cut off in between, all of it is kept for the next time.
        self.kept.settled.clone_from(&held.again);
        if held.is_other {
            talk.say(talk.t.import.start.other_file)?;
        }
        if held.begun.is_some() {
            talk.say(talk.t.import.settling.begun_on_screens)?;
        }
        self.kept.begun = held.begun;
        if held.again.is_empty() {
            return Ok(staged);
        }
        let count = held.again.len();
        talk.say(&(talk.t.import.settling.settled_again)(count))?;
        let mut settled: Vec<Settlement> = Vec::new();
        for settlement in held.again {
            let request = Request::Settle {
                stage: staged.stage,
                settlement: settlement.clone(),
            };
            match talk.answer(&request) {
                Ok(Answer::Staged(now)) => {
                    staged = now;
                    settled.push(settlement);
                }
                Err(Error::Cancelled) => return Ok(staged),
                _ => {}
            }
        }
        let lost = count - settled.len();
        self.kept.settled = settled;
        if lost > 0 {
            talk.say(&(talk.t.import.settling.no_longer_fits)(lost))?;
        }
        Ok(staged)
    }
}

/// Another spelling of a path that is not there.
fn look_around(talk: &mut Talk, missing: &Path) -> Option<PathBuf> {
    let request = Request::Folder {
        path: missing.to_owned(),
    };
    match talk.answer(&request) {
        Ok(Answer::Folder(folder)) => spelled_otherwise(missing, &folder),
        _ => None,
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
