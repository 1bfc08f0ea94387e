//! Taking back and doing again: what it is about is said with its name, and a group that was not saved in
//! this session is only touched after a yes, because nobody remembers it.

use super::form;
use super::talk::{Said, Talk};
use super::words::capital;
use crate::domain::error::Error;
use crate::domain::id::TaskId;
use crate::lang::format;
use crate::work::request::{Answer, Group, OperationKey, Request};

/// How the log names what is counted.
const COUNTER: &str = "setting";

/// Takes back one's last group, or does again what was taken back last; gives the tasks.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn take_back(talk: &mut Talk, back: bool) -> Said<Vec<TaskId>> {
    let next = if back {
        Request::NextUndo
    } else {
        Request::NextRedo
    };
    let group = match talk.obtain(&next)? {
        Some(Answer::Group(Some(group))) => group,
        Some(_) => {
            talk.complain(&Error::NothingToUndo)?;
            return Ok(Vec::new());
        }
        None => return Ok(Vec::new()),
    };
    if !group.is_own && !agrees(talk, &group, back)? {
        return Ok(Vec::new());
    }
    let key = OperationKey::fresh();
    let request = if back {
        Request::Undo { key }
    } else {
        Request::Redo { key }
    };
    let Some(Answer::Saved(saved)) = talk.obtain(&request)? else {
        return Ok(Vec::new());
    };
    // Said in the order in which a person counts.
    let mut done: Vec<TaskId> = saved.done.iter().map(|task| task.id).collect();
    done.sort_unstable();
    let what = match saved.done.as_slice() {
        [] if saved.things.is_empty() => String::new(),
        [] => format!("{}.", talk.t.users.things(&saved.things)),
        // Of what is done again the log says only that it had been taken back.
        [task, ..] if !back => told(talk, &[], &done, &task.title),
        [task, ..] => told(talk, &saved.deeds, &done, &task.title),
    };
    let why = saved.left.iter().map(|it| &it.why);
    let left = talk.t.refusals.left_alone(why);
    let text = (talk.t.line.saving.taken)(back, &what, &left);
    talk.say(&text)?;
    Ok(done)
}

/// Says what an earlier session saved, and asks.
fn agrees(talk: &mut Talk, group: &Group, back: bool) -> Said<bool> {
    let some: Vec<TaskId> = group.tasks.iter().take(1).copied().collect();
    let title = talk.tasks(&some)?.pop().map(|task| task.title);
    let what = told(talk, &group.deeds, &group.tasks, &title.unwrap_or_default());
    let t = &talk.t.line;
    let older = (t.saving.older)(&format::moment(group.at));
    talk.say(&format!("{} {older}", capital(&what)))?;
    let is_so = form::agrees(talk, (t.prompt.take_back)(back))?;
    if !is_so {
        talk.say(t.saving.not_saved)?;
    }
    Ok(is_so)
}

/// Which deeds, on which tasks.
fn told(talk: &Talk, codes: &[String], tasks: &[TaskId], title: &str) -> String {
    let name = talk.t.terms.log_entry;
    // The number of letters is counted up along with what they did to tasks: nobody set it.
    let is_said = |code: &&String| tasks.is_empty() || code.as_str() != COUNTER;
    let deeds: Vec<&str> = codes
        .iter()
        .filter(is_said)
        .map(|code| name(code))
        .collect();
    let numbers: Vec<i64> = tasks.iter().map(|task| task.0).collect();
    (talk.t.line.saving.group)(&deeds.join(", "), &numbers, title)
}
