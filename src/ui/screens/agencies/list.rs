//! "Quản trị": the agencies, of today or of all times, with their validity and what is open.

use std::collections::HashMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::rows::{Rows, row};
use super::step::{Kind, Step};
use super::{form, orphans, sheet};
use crate::domain::agency::Agency;
use crate::domain::change::News;
use crate::domain::id::AgencyId;
use crate::lang::format::number;
use crate::ui::action::Action;
use crate::ui::canvas::width;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::work::request::{Answer, Request};

/// The agencies.
#[derive(Default)]
pub struct List {
    rows: Rows,
    /// Of all times, not only of today.
    is_all: bool,
    open: HashMap<AgencyId, i64>,
}

impl List {
    fn shown<'a>(&self, ui: &Ui<'a>) -> Vec<&'a Agency> {
        let today = ui.facts.today;
        let agencies = ui.facts.agencies.iter();
        agencies
            .filter(|agency| !agency.is_void())
            // What is to come is of today: it was decided.
            .filter(|agency| self.is_all || !agency.ended_before(today))
            .filter(|agency| self.rows.shows(&format!("{} {}", agency.code, agency.name)))
            .collect()
    }

    fn selected(&self, ui: &Ui) -> Option<AgencyId> {
        self.shown(ui).get(self.rows.at()).map(|agency| agency.id)
    }

    /// So wide are the days of those that are shown: most have none, and the room is for names.
    fn days_wide(shown: &[&Agency], ui: &Ui) -> usize {
        let of = |agency: &&Agency| width(&(ui.t.agencies.told.validity)(agency));
        let [_, _, _, heading, _] = ui.t.agencies.list_heading;
        shown.iter().map(of).fold(width(heading), usize::max)
    }

    fn line(&self, agency: &Agency, days: usize, wide: usize, ui: &Ui) -> String {
        let open = self.open.get(&agency.id).copied().unwrap_or(0);
        let validity = (ui.t.agencies.told.validity)(agency);
        let open = number(open, ui.t.language);
        row(
            (&agency.code, 14),
            &agency.name,
            &[(&open, 7), (&validity, days)],
            wide,
        )
    }
}

impl Screen for List {
    fn context(&self) -> Context {
        Context::Keeping
    }

    fn title(&self, ui: &Ui) -> String {
        let t = &ui.t.agencies.screens;
        if self.is_all {
            t.of_all_times
        } else {
            t.of_today
        }
        .to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Fetch(Request::Agencies)]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let selected = self.selected(ui);
        match (action, selected) {
            (Action::Close | Action::Back, _) => vec![Effect::Close],
            (Action::Refresh, _) => vec![Effect::Ask(Request::Agencies)],
            (Action::Columns, _) => {
                self.is_all = !self.is_all;
                self.rows.go_to(0);
                Vec::new()
            }
            (Action::Enter, Some(id)) => vec![Effect::Open(Box::new(sheet::Sheet::new(id)))],
            (Action::Add, _) if may_not(ui) => refused(ui),
            (Action::Add, _) => vec![Effect::Open(Step::choice(selected, ui))],
            (Action::Choose, _) if may_not(ui) => refused(ui),
            (Action::Choose, Some(id)) => {
                vec![Effect::Open(Box::new(form::Form::new(
                    Kind::HandOver,
                    Some(id),
                )))]
            }
            (Action::Users, _) => vec![Effect::Open(screens::users())],
            (Action::Orphans, _) => vec![Effect::Open(Box::new(orphans::Orphans::default()))],
            (Action::DaysOff, _) => vec![Effect::Open(screens::days_off())],
            (action, _) => {
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

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::Agencies, Ok(Answer::Agencies(counts))) => {
                let open = counts.iter().map(|one| {
                    let counts = &one.counts;
                    let open = counts.open + counts.no_due + counts.suspended + counts.drafts;
                    (one.agency, open)
                });
                self.open = open.collect();
                Vec::new()
            }
            (_, Ok(Answer::Saved(_) | Answer::Reorganised(_))) => {
                vec![Effect::Fetch(Request::Agencies)]
            }
            _ => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        let Outcome::Text(step) = outcome else {
            return Vec::new();
        };
        let Some(kind) = Kind::from_code(&step) else {
            return Vec::new();
        };
        let selected = self.selected(ui);
        vec![Effect::Open(Box::new(form::Form::new(kind, selected)))]
    }

    fn news(&mut self, _: &News, _: &Ui) -> Vec<Effect> {
        vec![Effect::Fetch(Request::Agencies)]
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width.saturating_sub(2));
        let shown = self.shown(ui);
        let days = Self::days_wide(&shown, ui);
        let lines: Vec<String> = shown
            .iter()
            .map(|agency| self.line(agency, days, wide, ui))
            .collect();
        let t = &ui.t.agencies;
        let [code, name, _, validity, _] = t.list_heading;
        let heading = row(
            (code, 14),
            name,
            &[(t.screens.open, 7), (validity, days)],
            wide,
        );
        self.rows
            .draw(&heading, &lines, ui.t.choice.none, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.agencies.screens.hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Keeping
    }
}

/// True for those who may only look.
pub fn may_not(ui: &Ui) -> bool {
    !ui.facts.user.role.keeps_frame()
}

/// Says so.
pub fn refused(ui: &Ui) -> Vec<Effect> {
    let text = ui.t.agencies.screens.may_not;
    vec![Effect::Say(Message::refusal(text))]
}
