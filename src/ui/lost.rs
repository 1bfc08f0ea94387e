//! The database went away under the screens, or another file took its place: said once, and F5 opens what is there now.
//!
//! What is open on the screens belongs to the file of before: the versions that somebody has seen there say nothing about
//! another one. So it is closed, and what was typed is kept for the forms that are opened next.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent};

use super::action::Action;
use super::app::App;
use super::keys::Context;
use super::screen::{Effect, Message};
use crate::domain::error::Error;
use crate::work::request::rescue::Ask;
use crate::work::request::{Answer, Request};

impl App {
    /// Says what went wrong.
    pub(super) fn say_error(&mut self, error: &Arc<Error>) {
        if matches!(**error, Error::Gone(_) | Error::Replaced(_)) {
            self.lost = Some(Arc::clone(error));
        }
        self.message = Some(Message::refusal((self.words().errors.sentence)(error)));
    }

    /// Where the database is lost, refreshing means to open the one that is there by now.
    pub(super) fn finds_again(&self, action: Action) -> Option<Effect> {
        let is_wanted = action == Action::Refresh && self.lost.is_some();
        is_wanted.then(|| Effect::Ask(Request::Rescue(Ask::Reopen)))
    }

    /// The key that opens the database that is there by now is named on whatever screen the loss is told, so it works in
    /// forms too, where nothing is refreshed.
    pub(super) fn is_to_find_again(&self, key: KeyEvent) -> bool {
        let refreshes = || self.setup.keymap.action(Context::Home, key) == Some(Action::Refresh);
        self.lost.is_some() && !matches!(key.code, KeyCode::Char(_)) && refreshes()
    }

    /// Another file, or another day of it, is looked at from here on.
    pub(super) fn hears_of_another(
        &mut self,
        question: &Request,
        answer: Result<&Answer, &Arc<Error>>,
    ) {
        if answer.is_err() {
            return;
        }
        match question {
            Request::AsOf { .. } => self.leave_what_is_open(),
            Request::Rescue(Ask::Reopen) => {
                self.lost = None;
                self.message = Some(Message::plain(self.words().faults.reopened));
                self.leave_what_is_open();
            }
            _ => {}
        }
    }
}
