//! What was typed and not saved: gone on with, or let go of.

use super::form;
use super::talk::{Said, Talk};
use super::{deeds, entry, import};
use crate::ui::screen::Unsaved;
use crate::ui::screens::editing::{add, edit};
use crate::ui::screens::import::kept::{self, Kept};
use crate::ui::screens::may_go_on;

/// Takes up what was typed and not saved when the program was cut off: what lay on top first.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn recover(talk: &mut Talk) -> Said<()> {
    let Some(draft) = talk.offered().pop().or_else(|| last(talk)) else {
        return talk.refuse(talk.t.line.nothing_to_recover);
    };
    talk.went_on(&draft.place);
    if deeds::recover(talk, &draft)? {
        return Ok(());
    }
    if draft.place == add::PLACE {
        return entry::add(talk, Some(&draft)).map(|_| ());
    }
    if draft.place == kept::PLACE {
        return import::run(talk, "");
    }
    match edit::task_of(&draft.place) {
        Some(id) => entry::edit(talk, id, Some(&draft)),
        None => talk.say(talk.t.line.kept_elsewhere),
    }
}

/// Asks whether what was typed last shall be let go of, and does so.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn let_go(talk: &mut Talk) -> Said<()> {
    let Some(draft) = last(talk) else {
        return talk.refuse(talk.t.line.nothing_to_recover);
    };
    let question = (talk.t.line.prompt.let_go)(&texts_of(&draft).join("; "));
    if !form::agrees(talk, &question)? {
        return talk.say(talk.t.line.saving.not_saved_kept);
    }
    talk.forget(&draft.place);
    talk.went_on(&draft.place);
    talk.say(talk.t.line.saving.let_go)
}

/// What was typed last and may be gone on with, in this session or before it.
fn last(talk: &Talk) -> Option<Unsaved> {
    let user = talk.facts().user.clone();
    let may = |draft: &&Unsaved| !draft.is_of_line() && may_go_on(&draft.place, &user);
    talk.memory.drafts().iter().rfind(may).cloned()
}

/// What a person typed of a draft: its words, and only where there are none what forms keep in place of words.
fn texts_of(draft: &Unsaved) -> Vec<String> {
    let fields = match Kept::of(draft) {
        Some(kept) => kept.fields,
        None => draft.fields.clone(),
    };
    let texts = fields.into_iter().map(|(_, text)| text);
    let (words, others): (Vec<String>, Vec<String>) =
        texts.partition(|text| text.chars().any(char::is_alphabetic));
    if words.is_empty() { others } else { words }
}
