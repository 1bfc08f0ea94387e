//! A task by hand, and correcting one: the fields of the screens as questions.

use super::deeds::ask_to_save;
use super::form;
use super::talk::{Away, Said, Talk};
use super::words::{numbers_spoken, sentence, without_keys};
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::domain::transition::Refusal;
use crate::ui::screen::{Ui, Unsaved};
use crate::ui::screens::editing::add::{Add, PLACE};
use crate::ui::screens::editing::deadline_notes;
use crate::ui::screens::editing::edit::{Edit, place_of};
use crate::ui::sent::Sent;
use crate::ui::widgets::form::Form;
use crate::work::request::{Answer, Edits, Request, Saved};

/// The field that asks whether another task follows; the prompt after the save does.
const ANOTHER: &str = "another";
/// The field of the lead.
const LEAD: &str = "agency";

/// Asks for a new task and enters it; gives its number.
///
/// # Errors
/// Where it is left for another place; what was typed is kept.
pub fn add(talk: &mut Talk, draft: Option<&Unsaved>) -> Said<Option<TaskId>> {
    if !talk.facts().user.role.enters_tasks() {
        talk.refuse(talk.t.form.may_not)?;
        return Ok(None);
    }
    let frame = talk.frame();
    let mut form = Add::blank(&frame.ui());
    let kept = draft.or_else(|| talk.memory.draft(PLACE)).cloned();
    if let Some(kept) = kept {
        form.fill(&kept.fields);
    }
    // Only a draft may do without a lead, and whether it is one is asked last.
    if let Some(row) = form.row_mut(LEAD) {
        row.is_needed = false;
    }
    talk.say(&sentence(talk.t.form.add))?;
    let ended = fill_and_create(talk, &mut form);
    match ended {
        Ok(id) => {
            talk.forget(PLACE);
            Ok(id)
        }
        Err(away) => {
            let fields = form.filled();
            leave(talk, PLACE, fields, away).map(|()| None)
        }
    }
}

fn fill_and_create(talk: &mut Talk, form: &mut Form) -> Said<Option<TaskId>> {
    let mut sent = Sent::default();
    loop {
        form::ask(talk, form, |name, _| name == ANOTHER)?;
        while Add::draft_of(form).assign && form.value(LEAD).is_empty() {
            let text = (talk.t.form.missing)(talk.t.form.agency);
            talk.refuse(&text)?;
            // Whoever is asked again must not hear that it may be skipped.
            if let Some(row) = form.row_mut(LEAD) {
                row.is_needed = true;
            }
            form::ask_field(talk, form, LEAD)?;
        }
        let frame = talk.frame();
        let ui = frame.ui();
        let draft = Add::draft_of(form);
        tell(talk, form, Add::reference(form, &ui), &ui)?;
        if !ask_to_save(talk, talk.t.line.saving.added, false)? {
            continue;
        }
        let key = sent.key_for(draft.clone());
        let is_draft = !draft.assign;
        match talk.answer(&Request::Create { key, draft }) {
            Ok(Answer::Saved(saved)) => match (saved.done.first(), saved.left.first()) {
                (Some(task), _) => {
                    let text = (talk.t.form.added)(task.id.0, is_draft);
                    let text = numbers_spoken(&without_keys(&text), talk.t);
                    talk.say(&format!("{text} {}", sentence(&task.title)))?;
                    return Ok(Some(task.id));
                }
                (None, Some(left)) => {
                    let text = (talk.t.refusals.keyless)(&left.why, 0);
                    talk.refuse(&text)?;
                }
                (None, None) => return Ok(None),
            },
            Ok(_) => return Ok(None),
            Err(error) => talk.complain(&error)?,
        }
    }
}

/// Corrects a task.
///
/// # Errors
/// Where it is left for another place; what was typed is kept.
pub fn edit(talk: &mut Talk, id: TaskId, draft: Option<&Unsaved>) -> Said<()> {
    if !talk.facts().user.role.enters_tasks() {
        return talk.refuse(talk.t.form.may_not);
    }
    let Some(mut task) = talk.tasks(&[id])?.pop() else {
        return talk.refuse(talk.t.form.gone);
    };
    let place = place_of(id);
    let frame = talk.frame();
    let mut form = Edit::form_of(&task, &frame.ui());
    let kept = draft.or_else(|| talk.memory.draft(&place)).cloned();
    if let Some(kept) = kept {
        form.fill(&kept.fields);
    }
    talk.say(&numbers_spoken(
        &sentence(&(talk.t.form.edit)(id.0)),
        talk.t,
    ))?;
    let ended = fill_and_edit(talk, &mut form, &mut task);
    match ended {
        Ok(()) => {
            talk.forget(&place);
            Ok(())
        }
        Err(away) => leave(talk, &place, Edit::changes(&form, &task), away),
    }
}

fn fill_and_edit(talk: &mut Talk, form: &mut Form, task: &mut Task) -> Said<()> {
    let mut sent = Sent::default();
    loop {
        form::ask(talk, form, |_, _| false)?;
        let frame = talk.frame();
        let ui = frame.ui();
        let edits = Edit::edits_of(Edit::changes(form, task));
        let only_reason = Edits {
            reason: edits.reason.clone(),
            ..Edits::default()
        };
        if edits == only_reason {
            talk.say(talk.t.form.unchanged)?;
            return Ok(());
        }
        let reference = task.assigned_on.unwrap_or(ui.facts.today);
        tell(talk, form, reference, &ui)?;
        let what = (ui.t.line.saving.edited)(task.id.0);
        if !ask_to_save(talk, &what, false)? {
            continue;
        }
        let key = sent.key_for((edits.clone(), task.version));
        let request = Request::Edit {
            key,
            id: task.id,
            seen: task.version,
            edits,
        };
        match talk.answer(&request) {
            Ok(Answer::Saved(saved)) if saved.left.is_empty() => {
                let text = without_keys(&(talk.t.form.edited)(task.id.0));
                talk.say(&numbers_spoken(&text, talk.t))?;
                return Ok(());
            }
            Ok(Answer::Saved(saved)) => {
                let _ = sent.answered();
                if !take_left(talk, &saved, form, task, &ui)? {
                    return Ok(());
                }
            }
            Ok(_) => return Ok(()),
            Err(error) => talk.complain(&error)?,
        }
    }
}

/// Somebody else was faster: what was typed stays, the rest becomes as it is now. False where the task
/// may not be corrected at all.
fn take_left(
    talk: &mut Talk,
    saved: &Saved,
    form: &mut Form,
    task: &mut Task,
    ui: &Ui,
) -> Said<bool> {
    let Some(left) = saved.left.first() else {
        return Ok(false);
    };
    let (Refusal::Changed { by, at, what }, Some(now)) = (&left.why, &left.now) else {
        let text = (talk.t.refusals.keyless)(&left.why, task.id.0);
        talk.refuse(&text)?;
        return Ok(false);
    };
    let what = (talk.t.terms.log_entry)(what);
    talk.refuse(&(talk.t.line.saving.conflict)(task.id.0, by, at, what))?;
    let typed = Edit::changes(form, task);
    let mut fresh = Edit::form_of(now, ui);
    for (name, value) in typed {
        if let Some(row) = fresh.row_mut(&name) {
            let shown = row.shown();
            talk.say(&(talk.t.form.now)(&row.label, &shown))?;
            row.set(&value);
        }
    }
    talk.say(talk.t.line.saving.kept_for_new)?;
    *form = fresh;
    *task = now.as_ref().clone();
    Ok(true)
}

/// Reads out what stands in the fields, and how the deadline was read.
fn tell(talk: &mut Talk, form: &Form, from: chrono::NaiveDate, ui: &Ui) -> Said<()> {
    let mut texts = vec![talk.t.line.saving.review_form.to_owned()];
    let rows = form.rows().iter().filter(|row| !row.shown().is_empty());
    texts.extend(rows.map(|row| sentence(&format!("{}: {}", row.label, row.shown()))));
    texts.extend(deadline_notes(&form.value("deadline"), from, ui));
    talk.read_out(&texts)
}

/// Leaves the form, and keeps what was typed.
fn leave(talk: &mut Talk, place: &str, fields: Vec<(String, String)>, away: Away) -> Said<()> {
    let is_kept = !fields.is_empty();
    talk.keep(Unsaved {
        place: place.to_owned(),
        fields,
    });
    talk.leave(away, is_kept)
}
