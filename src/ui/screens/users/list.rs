//! The accounts: login, agency, role, state, and when each saved something last.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::Form;
use super::switch::Switch;
use super::{fetch, listed, refused, saved};
use crate::domain::change::News;
use crate::domain::user::Account;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::canvas::{fit, pad};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::ui::screens::agencies::rows::{Rows, row};
use crate::work::request::users::Known;
use crate::work::request::{Answer, Request};

/// The list of accounts.
#[derive(Default)]
pub struct List {
    rows: Rows,
    known: Option<Vec<Known>>,
    /// The login that was saved, until the list shows it: the cursor goes there.
    sought: Option<String>,
}

/// The cells of role, state and last save.
const ROLE: usize = 20;
const STATE: usize = 10;
const LAST: usize = 18;

/// Narrower than this, who may do what and who may come in counts for more than what an agency is called.
const NARROW: usize = 73;

impl List {
    fn shown(&self, ui: &Ui) -> Vec<&Known> {
        let all = self.known.iter().flatten();
        all.filter(|one| {
            let user = &one.account.user;
            let agency = user.agency.and_then(|id| ui.facts.agency(id));
            let agency = agency.map_or_else(String::new, |it| format!("{} {}", it.code, it.name));
            let role = (ui.t.terms.role)(user.role);
            // "cv.snv" is found by its second part as well.
            let parts = user.login.replace(['.', '-', '_'], " ");
            self.rows
                .shows(&format!("{} {parts} {agency} {role}", user.login))
        })
        .collect()
    }

    fn selected(&self, ui: &Ui) -> Option<Account> {
        let shown = self.shown(ui);
        shown.get(self.rows.at()).map(|one| one.account.clone())
    }

    /// Takes a list, and stays on the account that was saved, or else on the one under the cursor: what is done
    /// next must not be done to another.
    fn take(&mut self, all: &[Known], ui: &Ui) {
        let before = self.selected(ui).map(|account| account.user.login);
        self.known = Some(all.to_vec());
        let is_there = |login: &String| all.iter().any(|it| it.account.user.login == *login);
        let sought = self.sought.take_if(|login| is_there(login));
        if let Some(login) = &sought
            && self.place_of(login, ui).is_none()
        {
            // It was narrowed away.
            self.rows = Rows::default();
        }
        let place = sought.or(before).and_then(|it| self.place_of(&it, ui));
        if let Some(place) = place {
            self.rows.go_to(place);
        }
    }

    fn place_of(&self, login: &str, ui: &Ui) -> Option<usize> {
        let shown = self.shown(ui);
        shown.iter().position(|it| it.account.user.login == login)
    }

    fn line(one: &Known, wide: usize, ui: &Ui) -> String {
        let user = &one.account.user;
        let agency = user.agency.and_then(|id| ui.facts.agency(id));
        let agency = agency.map_or_else(
            || "–".to_owned(),
            |it| match wide < NARROW {
                true => it.code.clone(),
                false => format!("{} {}", it.code, it.name),
            },
        );
        let [open, closed] = ui.t.users.state;
        let state = if one.account.is_disabled {
            closed
        } else {
            open
        };
        let last = one.last.map_or_else(|| "–".to_owned(), format::moment);
        let role = (ui.t.terms.role)(user.role);
        Self::laid([&user.login, &agency, role, state, &last], wide)
    }

    /// The cells beside one another: all of them, or as many as a narrow window has room for.
    fn laid([login, agency, role, state, last]: [&str; 5], wide: usize) -> String {
        if wide >= NARROW {
            let right = [(role, ROLE), (state, STATE), (last, LAST)];
            return row((login, 16), agency, &right, wide);
        }
        let cell = |text: &str, cells: usize| pad(&fit(text, cells), cells);
        let room = wide.saturating_sub(16 + 8 + STATE + 3);
        format!(
            "{} {} {} {}",
            cell(login, 16),
            cell(state, STATE),
            cell(agency, 8),
            cell(role, room)
        )
    }

    /// What is done to the account under the cursor, by those who may.
    fn change(&self, ui: &Ui, how: impl FnOnce(Account) -> Box<dyn Screen>) -> Vec<Effect> {
        match (refused(ui), self.selected(ui)) {
            (Some(refused), _) => refused,
            (None, Some(account)) => vec![Effect::Open(how(account))],
            (None, None) => vec![Effect::Useless],
        }
    }
}

impl Screen for List {
    fn context(&self) -> Context {
        Context::Users
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.users.title.to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        fetch()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            Action::Refresh => fetch(),
            Action::Add => {
                refused(ui).unwrap_or_else(|| vec![Effect::Open(Box::new(Form::new(None)))])
            }
            Action::Enter | Action::Edit => {
                self.change(ui, |account| Box::new(Form::new(Some(account))))
            }
            Action::Choose => {
                self.change(ui, |account| screens::choose_agency(account.user.agency))
            }
            Action::DoIt => self.change(ui, |account| Box::new(Switch::new(account))),
            action => {
                let total = self.shown(ui).len();
                if self.rows.act(action, total) {
                    Vec::new()
                } else {
                    vec![Effect::Useless]
                }
            }
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.rows.write(letter, ui);
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        if let Some(all) = listed(question, &answer) {
            self.take(all, ui);
            return Vec::new();
        }
        let kept = saved(&answer);
        if let Some((account, _)) = kept {
            self.sought = Some(account.user.login.clone());
        }
        if kept.is_some() || matches!(answer, Ok(Answer::Saved(_))) {
            return fetch();
        }
        Vec::new()
    }

    /// An agency was chosen: the form stands there with it, and F10 saves.
    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        match (outcome, self.selected(ui)) {
            (Outcome::Agency(Some(to)), Some(account)) => {
                vec![Effect::Open(Box::new(Form::moving(account, to)))]
            }
            _ => Vec::new(),
        }
    }

    fn news(&mut self, news: &News, _: &Ui) -> Vec<Effect> {
        if news.facts || news.is_much {
            return fetch();
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width.saturating_sub(2));
        let t = &ui.t.users;
        let heading = Self::laid(t.heading, wide);
        let shown = self.shown(ui);
        let lines: Vec<String> = shown.iter().map(|one| Self::line(one, wide, ui)).collect();
        // Before the answer nothing is said to be missing.
        let none = self.known.as_ref().map_or("", |_| t.none);
        self.rows.draw(&heading, &lines, none, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.users;
        let may = ui.facts.user.role.keeps_frame();
        Some(if may { t.hint } else { t.may_not }.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Users
    }
}
