//! Deeds: what cannot be done is said first, then only what is missing is asked for, then everything is
//! read out as it will be, and one yes does it all in one transaction.
//!
//! The rows, the forms and what is typed into them are those of the confirm list of the screens, so that
//! both ask for the same and each can take up what was typed into the other.

mod forms;
mod told;

use super::form::{self, yes_or_no};
use super::talk::{Away, Said, Talk};
use super::words::spoken;
use crate::domain::error::Error;
use crate::domain::id::TaskId;
use crate::domain::transition::{Deed, Particulars, Pick, Refusal};
use crate::ui::screen::{Ui, Unsaved};
use crate::ui::screens::confirm::PLACE;
use crate::ui::screens::confirm::kept::{Others, draft_of, is_over, items_of, refilled};
use crate::ui::screens::confirm::line::{Line, Standing};
use crate::ui::screens::confirm::section::{SHARED, Section, is_typed};
use crate::ui::sent::Sent;
use crate::ui::widgets::form::Form;
use crate::work::request::{Answer, Request, Saved, Wish};
use told::{heading, left_text, saved_text};

pub use told::name;

/// What is left of a question whether to save.
enum Choice {
    Save,
    Mend,
}

struct Review {
    lines: Vec<Line>,
    sections: Vec<Section>,
    sent: Sent<Vec<Wish>>,
    saved: Vec<TaskId>,
    /// What was typed for rows that are not here.
    others: Others,
}

/// Does what was picked for these tasks, after asking; gives the tasks that were saved.
///
/// # Errors
/// Where it is left for another place; what was typed is kept under the same rows.
pub fn run(
    talk: &mut Talk,
    items: &[(TaskId, Pick)],
    draft: Option<&Unsaved>,
) -> Said<Vec<TaskId>> {
    if talk.facts().is_looking_only {
        talk.complain(&Error::LookingOnly)?;
        return Ok(Vec::new());
    }
    let ids: Vec<TaskId> = items.iter().map(|(id, _)| *id).collect();
    let tasks = talk.tasks(&ids)?;
    let facts = talk.facts();
    let find = |id| tasks.iter().find(|task| task.id == id).cloned();
    let line = |(id, pick): &(TaskId, Pick)| Line::new(*id, *pick, find(*id), &facts);
    let mut review = Review {
        lines: items.iter().map(line).collect(),
        sections: Vec::new(),
        sent: Sent::default(),
        saved: Vec::new(),
        others: Others::default(),
    };
    let watched = std::mem::replace(&mut talk.watched, ids);
    let ended = review.run(talk, draft);
    talk.watched = watched;
    match ended {
        Ok(()) => {
            talk.keep(review.others.beside(None));
            Ok(review.saved)
        }
        Err(away) => {
            let typed = draft_of(&review.lines, &review.sections);
            let is_kept = typed.is_some();
            talk.keep(review.others.beside(typed));
            talk.leave(away, is_kept)?;
            Ok(review.saved)
        }
    }
}

/// Takes up the list as it was typed before the program was cut off; none where that was another form.
///
/// # Errors
/// As for [`run`].
pub fn recover(talk: &mut Talk, draft: &Unsaved) -> Said<bool> {
    match items_of(draft) {
        Some(items) => run(talk, &items, Some(draft)).map(|_| true),
        None => Ok(false),
    }
}

impl Review {
    fn run(&mut self, talk: &mut Talk, draft: Option<&Unsaved>) -> Said<()> {
        let kept = draft.or_else(|| talk.memory.draft(PLACE)).cloned();
        // Where no form comes of the rows all of it is for others; but whoever takes it up and hears that nothing can be
        // done to them any more is through with it.
        let is_through = draft.is_some() && is_over(&self.lines, &[], &talk.facts());
        let others = kept.as_ref().filter(|_| !is_through);
        self.others = others.map_or_else(Others::default, |kept| {
            Others::of(kept, &self.sections, &self.lines)
        });
        self.tell_refused(talk)?;
        let frame = talk.frame();
        if !self
            .lines
            .iter()
            .any(|line| line.possible(frame.ui().facts).is_some())
        {
            return Ok(());
        }
        self.sections = Section::of(&self.lines, &frame.ui());
        if let Some(kept) = kept {
            let sections = std::mem::take(&mut self.sections);
            self.sections = refilled(sections, &kept, &self.lines, &frame.ui());
            self.others = Others::of(&kept, &self.sections, &self.lines);
        }
        let mut at = 0;
        loop {
            self.fill(talk, at)?;
            match self.faulty(talk)? {
                Some(section) => {
                    at = section;
                    continue;
                }
                None => at = 0,
            }
            match self.confirm(talk)? {
                Choice::Mend => {}
                Choice::Save => return Ok(()),
            }
        }
    }

    /// Says which rows stay, and why, before anything is asked for the others.
    fn tell_refused(&self, talk: &mut Talk) -> Said<()> {
        let facts = talk.facts();
        for line in &self.lines {
            match line.standing(None, &Particulars::default(), &facts) {
                Standing::Ready | Standing::Incomplete(_) => {}
                Standing::Refused(why) => {
                    let text = (talk.t.refusals.keyless)(&why, line.id.0);
                    talk.refuse(&spoken(&text))?;
                }
                Standing::Gone => {
                    let text = (talk.t.line.about)(line.id.0, talk.t.confirm.gone);
                    talk.refuse(&text)?;
                }
                Standing::NoDeed => {
                    let text = (talk.t.line.saving.no_deed)(&line.pick.text());
                    talk.refuse(&text)?;
                }
            }
        }
        Ok(())
    }

    /// Asks for the fields of every form, from this one on.
    fn fill(&mut self, talk: &mut Talk, from: usize) -> Said<()> {
        let mut at = from;
        while let Some(section) = self.sections.get_mut(at) {
            let frame = talk.frame();
            let ui = frame.ui();
            talk.say(&heading(section, &self.lines, &ui))?;
            if section.form.row(SHARED).is_some() && section.rows.len() > 1 {
                form::ask_field(talk, &mut section.form, SHARED)?;
                if !section.form.is_set(SHARED) {
                    let parts = section.split(&self.lines, &ui);
                    self.sections.splice(at..=at, parts);
                    continue;
                }
            }
            form::ask(talk, &mut section.form, is_skipped)?;
            talk.memory
                .remember(section.form.filled().into_iter().filter(is_typed).collect());
            at += 1;
        }
        Ok(())
    }

    /// The first form with which a row cannot be saved yet; says why.
    fn faulty(&self, talk: &mut Talk) -> Said<Option<usize>> {
        let frame = talk.frame();
        let ui = frame.ui();
        for (at, section) in self.sections.iter().enumerate() {
            for place in &section.rows {
                let Some(line) = self.lines.get(*place) else {
                    continue;
                };
                let (deed, given) = self.given(*place, &ui);
                if let Standing::Incomplete(why) = line.standing(deed, &given, ui.facts) {
                    let text = match &why {
                        Refusal::Missing(need) => {
                            (ui.t.line.saving.missing)(line.id.0, (ui.t.refusals.need)(*need))
                        }
                        _ => (ui.t.refusals.keyless)(&why, line.id.0),
                    };
                    talk.refuse(&text)?;
                    return Ok(Some(at));
                }
            }
        }
        Ok(None)
    }

    /// What will be done to a row, and with which particulars.
    fn given(&self, place: usize, ui: &Ui) -> (Option<Deed>, Particulars) {
        let line = self.lines.get(place);
        let mut sections = self.sections.iter();
        let served = sections.find(|section| section.rows.contains(&place));
        match (served, line.and_then(|line| line.task.as_ref())) {
            (Some(section), Some(task)) => {
                let (deed, given) = section.given(task, ui);
                (Some(deed), given)
            }
            _ => (line.and_then(|line| line.deed), Particulars::default()),
        }
    }

    fn wishes(&self, ui: &Ui) -> Vec<Wish> {
        let wish = |place: usize| {
            let line = self.lines.get(place)?;
            let (deed, given) = self.given(place, ui);
            let is_ready = line.standing(deed, &given, ui.facts) == Standing::Ready;
            let task = line.task.as_ref().filter(|_| is_ready)?;
            Some(Wish {
                id: task.id,
                seen: task.version,
                deed: deed?,
                given,
            })
        };
        (0..self.lines.len()).filter_map(wish).collect()
    }

    /// Reads out what will happen, asks, and saves; until all is saved or something is to be mended.
    fn confirm(&mut self, talk: &mut Talk) -> Said<Choice> {
        loop {
            if self.faulty(talk)?.is_some() {
                return Ok(Choice::Mend);
            }
            let frame = talk.frame();
            let ui = frame.ui();
            let wishes = self.wishes(&ui);
            if wishes.is_empty() {
                talk.refuse(talk.t.confirm.nothing)?;
                return Err(Away::Back);
            }
            let texts = self.outlook(&wishes, &ui);
            talk.read_out(&texts)?;
            let is_grave = wishes.iter().any(|wish| wish.deed.is_grave());
            let what = match wishes.as_slice() {
                [wish] => {
                    (ui.t.line.saving.deed_on)(&name(wish.deed, &ui), wish.id.0).to_lowercase()
                }
                many => (ui.t.line.saving.many)(many.len()),
            };
            if !ask_to_save(talk, &what, is_grave)? {
                return Ok(Choice::Mend);
            }
            let key = self.sent.key_for(wishes.clone());
            match talk.answer(&Request::Perform { key, wishes }) {
                Ok(Answer::Saved(saved)) => {
                    if self.take_saved(talk, &saved)? {
                        return Ok(Choice::Save);
                    }
                }
                Ok(_) => return Ok(Choice::Save),
                Err(error) => talk.complain(&error)?,
            }
        }
    }

    /// Takes the answer to a save; true where nothing is left. What others changed in between stays,
    /// as it is now.
    fn take_saved(&mut self, talk: &mut Talk, saved: &Saved) -> Said<bool> {
        let sent = self.sent.answered();
        let done: Vec<TaskId> = saved.done.iter().map(|task| task.id).collect();
        self.saved.extend(&done);
        if !done.is_empty() {
            let wishes = sent.unwrap_or_default();
            let frame = talk.frame();
            talk.say(&saved_text(&saved.done, &wishes, &frame.ui()))?;
        }
        if saved.left.is_empty() {
            return Ok(true);
        }
        let frame = talk.frame();
        let ui = frame.ui();
        let before = self.forms();
        for left in &saved.left {
            let Some(line) = self.lines.iter_mut().find(|line| line.id == left.id) else {
                continue;
            };
            let now = left.now.as_deref().cloned();
            let seen = std::mem::replace(&mut line.task, now);
            talk.refuse(&left_text(left.id, &left.why, &ui))?;
            if let (Some(seen), Some(now)) = (seen, &line.task) {
                let (seen, now) = (Line::version(&seen, &ui), Line::version(now, &ui));
                talk.say(&(ui.t.confirm.versions)(&seen, &now))?;
            }
        }
        self.lines.retain(|line| !done.contains(&line.id));
        // What can no longer be done, whatever is given, has been said and goes.
        self.lines.retain(|line| line.possible(ui.facts).is_some());
        self.rebuild(&before, &ui);
        if self.lines.is_empty() {
            return Ok(true);
        }
        talk.say(talk.t.line.saving.kept_for_new)?;
        Ok(false)
    }
}

/// Asks whether to save; false to go through the fields again. What ends or moves a task wants a word.
///
/// # Errors
/// [`Away::Back`] for no; and as for [`Talk::hear`].
pub fn ask_to_save(talk: &mut Talk, what: &str, is_grave: bool) -> Said<bool> {
    let t = &talk.t.line;
    let question = (t.saving.ask)(what, is_grave);
    loop {
        let typed = talk.hear(&question)?;
        let word = crate::domain::fold::fold(&typed);
        match word.as_str() {
            "q" => return Err(Away::Back),
            "3" | "sua" | "edit" => return Ok(false),
            "1" | "co" | "c" | "yes" | "y" if is_grave => talk.say(t.saving.needs_word)?,
            "" => talk.say((t.help.save)(is_grave))?,
            _ => match (yes_or_no(&typed), typed.strip_prefix(':')) {
                (Some(true), _) => return Ok(true),
                (Some(false), _) => return Err(Away::Back),
                (None, Some(task)) => return Err(Away::Task(task.to_owned())),
                (None, None) if typed == "?" => talk.say((t.help.save)(is_grave))?,
                (None, None) => talk.refuse((t.help.save)(is_grave))?,
            },
        }
    }
}

/// What need not be asked: the summary where there is a document, its date where there is none, another
/// day where the asked one is granted or none is.
fn is_skipped(name: &str, form: &Form) -> bool {
    match name {
        SHARED => true,
        "evidence_date" => form.value("evidence").is_empty(),
        "summary" => !form.value("evidence").is_empty(),
        "due" => matches!(form.value("decision").as_str(), "grant" | "refuse"),
        _ => false,
    }
}
