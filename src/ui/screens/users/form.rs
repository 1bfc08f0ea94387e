//! An account in fields: a new one, or one as it stands.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{listed, saved};
use crate::domain::account::is_login;
use crate::domain::id::AgencyId;
use crate::domain::user::{Account, Role, User};
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::asked::Asked;
use crate::ui::screens::choice::agencies_of_today;
use crate::ui::screens::editing::{Pressed, Typed, answer, paint, pressed};
use crate::ui::sent::Sent;
use crate::ui::widgets::form::{Form as Fields, Kind as Field, Row};
use crate::ui::widgets::narrow::Item;
use crate::work::request::Request;
use crate::work::request::users::Ask;

/// The name of the draft of a new account; of one that is there, its login follows.
const PLACE: &str = "account";

/// The form of an account.
pub struct Form {
    /// As it was seen; none for a new one.
    seen: Option<Account>,
    /// The agency that was chosen before the form was opened.
    to: Option<AgencyId>,
    fields: Fields,
    typed: Typed,
    sent: Sent<Account>,
}

impl Form {
    /// Of this account, or of a new one.
    #[must_use]
    pub fn new(seen: Option<Account>) -> Self {
        Self {
            seen,
            to: None,
            fields: Fields::default(),
            typed: Typed::default(),
            sent: Sent::default(),
        }
    }

    /// Of this account, which is to belong to that agency.
    #[must_use]
    pub fn moving(seen: Account, to: AgencyId) -> Self {
        Self {
            to: Some(to),
            ..Self::new(Some(seen))
        }
    }

    fn blank(&self, ui: &Ui) -> Fields {
        let [login, role, agency, closed] = ui.t.users.fields;
        let roles = Role::ALL.into_iter().filter(|role| *role != Role::Owner);
        let roles: Arc<[Item]> = roles
            .map(|role| Item::new(role.code(), "", (ui.t.terms.role)(role)))
            .collect();
        let mut agencies = agencies_of_today(ui).to_vec();
        let is_missing = |id: AgencyId, items: &[Item]| {
            let value = id.0.to_string();
            items.iter().all(|item| item.value != value)
        };
        let own = self.seen.as_ref().and_then(|it| it.user.agency);
        // One that has ended stands there by its name, and is refused in words.
        for id in own.into_iter().chain(self.to) {
            if is_missing(id, &agencies) {
                agencies.extend(ui.facts.agency(id).map(Item::agency));
            }
        }
        let mut rows = vec![
            Row::new("login", login, Field::Text).needed().wide(34),
            Row::new("role", role, Field::Choice(roles))
                .needed()
                .wide(30),
            Row::new("agency", agency, Field::Choice(agencies.into())).wide(44),
        ];
        let Some(seen) = &self.seen else {
            return Fields::new(rows);
        };
        rows.remove(0);
        rows.push(Row::new("closed", closed, Field::Flag));
        let mut fields = Fields::new(rows);
        let values = [
            ("role", seen.user.role.code().to_owned()),
            ("agency", own.map(|id| id.0.to_string()).unwrap_or_default()),
            ("closed", u8::from(seen.is_disabled).to_string()),
        ];
        for (name, value) in values {
            if let Some(row) = fields.row_mut(name) {
                row.set(&value);
            }
        }
        fields
    }

    /// The account as the fields say it.
    fn wanted(&self) -> Option<Account> {
        let value = |name: &str| self.fields.value(name);
        let login = match &self.seen {
            Some(seen) => seen.user.login.clone(),
            None => value("login"),
        };
        Some(Account {
            user: User {
                login,
                agency: value("agency").parse().ok().map(AgencyId),
                role: Role::from_code(&value("role"))?,
            },
            is_disabled: self.fields.is_set("closed"),
        })
    }

    /// The name of its draft.
    fn place(&self) -> String {
        match &self.seen {
            Some(seen) => format!("{PLACE}:{}", seen.user.login),
            None => PLACE.to_owned(),
        }
    }

    fn save(&mut self, ui: &Ui) -> Vec<Effect> {
        let t = &ui.t.users;
        if let Some(refused) = super::refused(ui) {
            return refused;
        }
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let Some(wanted) = self.wanted() else {
            return vec![Effect::Useless];
        };
        if self.seen.as_ref() == Some(&wanted) {
            return vec![Effect::Say(Message::refusal(t.unchanged))];
        }
        if self.seen.is_none() && !is_login(&wanted.user.login) {
            self.fields.go_to("login");
        } else if wanted.user.agency.is_none() && wanted.user.role == Role::Clerk {
            self.fields.go_to("agency");
        }
        let (key, seen) = (self.sent.key_for(wanted.clone()), self.seen.clone());
        vec![Effect::Ask(Request::Users(Ask::Save { key, seen, wanted }))]
    }
}

impl Screen for Form {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        let [new, change] = ui.t.users.titles;
        match &self.seen {
            Some(seen) => format!("{change}: {}", seen.user.login),
            None => new.to_owned(),
        }
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        self.fields = self.blank(ui);
        self.typed = Typed::open(self.place(), &mut self.fields, ui);
        if let Some(to) = self.to
            && let Some(row) = self.fields.row_mut("agency")
        {
            row.set(&to.0.to_string());
            self.fields.go_to("agency");
        }
        Vec::new()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match pressed(&mut self.fields, action, None, ui) {
            Pressed::Leave => self.typed.leave(&self.fields),
            Pressed::Save => self.save(ui),
            Pressed::Taken(effects) => effects,
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        if let (Some(all), Some(seen)) = (listed(question, &reply), &mut self.seen) {
            let now = all
                .iter()
                .find(|one| one.account.user.login == seen.user.login);
            if let Some(now) = now {
                *seen = now.account.clone();
                let fresh = self.blank(ui);
                self.typed.stand(&mut self.fields, fresh);
            }
            return Vec::new();
        }
        let Request::Users(Ask::Save { key, .. }) = question else {
            return Vec::new();
        };
        if !self.sent.is(key) {
            return Vec::new();
        }
        let _ = self.sent.answered();
        match saved(&reply) {
            Some((account, is_changed)) => {
                let said = (ui.t.users.saved)(&account.user.login);
                let said = if is_changed {
                    said
                } else {
                    ui.t.users.unchanged.to_owned()
                };
                vec![
                    self.typed.forget(),
                    Effect::Fetch(Request::Facts),
                    Effect::Say(Message::plain(said)),
                    Effect::Close,
                ]
            }
            // Somebody was faster: the next try is compared with what is there now.
            None => super::fetch(),
        }
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let [login, role, agency, closed] = ui.t.users.notes;
        let note = match self.fields.current().map(|row| row.name) {
            Some("login") => login,
            Some("role") => role,
            Some("agency") => agency,
            Some("closed") => closed,
            _ => "",
        };
        paint("", &mut self.fields, &[note.to_owned()], area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let [new, change] = ui.t.users.form_hints;
        let hint = if self.seen.is_none() { new } else { change };
        Some(hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.fields)]
    }

    fn topic(&self) -> Topic {
        Topic::Users
    }
}

impl Asked for Form {
    fn fields_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }
}
