//! Taking back and doing again from the screens: at once what was saved in this session; what another one saved is
//! named first, and done when it is asked once more.

use super::action::Action;
use super::app::{App, Command};
use super::keys::Context;
use super::screen::{Effect, Message};
use crate::lang::{Words, format};
use crate::work::request::{Group, OperationKey, Request};

impl App {
    /// Goes on with the group that would be next: asks for it, or says what it is.
    pub(super) fn take_back(
        &mut self,
        question: &Request,
        group: Option<&Group>,
        commands: &mut Vec<Command>,
    ) {
        let back = matches!(question, Request::NextUndo);
        let (action, command) = match back {
            true => (Action::TakeBack, ":undo"),
            false => (Action::Redo, ":redo"),
        };
        let offered = self.offered.take();
        if let Some(group) = group
            && !group.is_own
            && offered != Some((action, group.operation))
        {
            let words = self.words();
            let key = self.key_for(action, command);
            let what = named(words, group);
            let text = (words.app.of_another)(back, &what, &format::moment(group.at), &key);
            self.message = Some(Message::plain(text));
            self.offered = Some((action, group.operation));
            return;
        }
        // Where there is nothing, that is the answer to it.
        let key = OperationKey::fresh();
        let request = match back {
            true => Request::Undo { key },
            false => Request::Redo { key },
        };
        self.carry_out(vec![Effect::Ask(request)], commands);
    }

    /// Takes what was offered for no longer meant, where that is so.
    pub(super) fn forget_offer(&mut self, is_over: bool) {
        if is_over {
            self.offered = None;
        }
    }
}

/// Whether a key may be about what was offered: it asks again, or types the command that does.
pub(super) fn is_about_offer(context: Context, action: Option<Action>) -> bool {
    let is_of_line = || {
        matches!(
            action,
            None | Some(Action::Enter | Action::DoIt | Action::Erase)
        )
    };
    matches!(
        action,
        Some(Action::TakeBack | Action::Redo | Action::Command)
    ) || (context == Context::Line && is_of_line())
}

/// What a group is about: the import, the task, so many tasks, accounts and settings; else what was done.
fn named(words: &Words, group: &Group) -> String {
    if let Some(batch) = &group.batch {
        return (words.app.one_import)(&batch.file);
    }
    match (&group.code, group.tasks.len()) {
        (Some(code), _) => (words.app.one_task)(code),
        (None, 0) if group.things.is_empty() => {
            let name = words.terms.log_entry;
            let deeds: Vec<String> = group
                .deeds
                .iter()
                .map(|code| name(code).to_lowercase())
                .collect();
            deeds.join(", ")
        }
        (None, 0) => words.users.things(&group.things),
        (None, many) => (words.app.many_tasks)(many),
    }
}
