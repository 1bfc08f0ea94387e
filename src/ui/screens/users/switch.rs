//! Whether an account is to be closed, or opened again: asked over the list, since one key closes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::saved;
use crate::domain::user::Account;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Reply, Screen, Topic, Ui};
use crate::ui::screens::question;
use crate::ui::sent::Sent;
use crate::work::request::Request;
use crate::work::request::users::Ask;

/// The question about one account.
pub struct Switch {
    seen: Account,
    sent: Sent<Account>,
}

impl Switch {
    /// About this account, as it was seen.
    #[must_use]
    pub fn new(seen: Account) -> Self {
        Self {
            seen,
            sent: Sent::default(),
        }
    }

    fn closes(&self) -> bool {
        !self.seen.is_disabled
    }

    fn save(&mut self) -> Vec<Effect> {
        let wanted = Account {
            is_disabled: self.closes(),
            ..self.seen.clone()
        };
        let key = self.sent.key_for(wanted.clone());
        let seen = Some(self.seen.clone());
        vec![Effect::Ask(Request::Users(Ask::Save { key, seen, wanted }))]
    }
}

impl Screen for Switch {
    fn context(&self) -> Context {
        // The key that brought the question, or saved a form before, closes nobody's account.
        if self.closes() {
            Context::Anywhere
        } else {
            Context::Asking
        }
    }

    fn title(&self, ui: &Ui) -> String {
        let [close, open] = ui.t.users.question_titles;
        if self.closes() { close } else { open }.to_owned()
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        match action {
            Action::Enter => self.save(),
            Action::DoIt if !self.closes() => self.save(),
            Action::Back | Action::Close => vec![Effect::Close],
            _ => vec![Effect::Useless],
        }
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        let Request::Users(Ask::Save { key, .. }) = question else {
            return Vec::new();
        };
        if !self.sent.is(key) {
            return Vec::new();
        }
        let _ = self.sent.answered();
        match saved(&reply) {
            Some((account, _)) => {
                let said = (ui.t.users.switched)(&account.user.login, account.is_disabled);
                vec![Effect::Close, Effect::Say(Message::plain(said))]
            }
            // The sentence says why; the list shows how it is now.
            None => std::iter::once(Effect::Close)
                .chain(super::fetch())
                .collect(),
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let text = (ui.t.users.question)(&self.seen.user.login, self.closes());
        question::paint(&text, area, buffer, ui)
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn topic(&self) -> Topic {
        Topic::Users
    }
}
