//! The days off of a year: a row each, added, changed, removed.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::confirm::Confirm;
use super::day_form::DayForm;
use super::form::in_earnest;
use super::list::{may_not, refused};
use super::rows::{Rows, row};
use super::told;
use crate::domain::calendar::DayOff;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::work::request::{Answer, OperationKey, Request};

/// The days off of a year.
#[derive(Default)]
pub struct Days {
    rows: Rows,
    /// None until it opens: today's.
    year: Option<i32>,
    asked: Option<OperationKey>,
}

impl Days {
    fn year(&self, ui: &Ui) -> i32 {
        self.year.unwrap_or_else(|| ui.facts.today.year())
    }

    fn shown<'a>(&self, ui: &Ui<'a>) -> Vec<&'a DayOff> {
        let year = self.year(ui);
        let days = ui.facts.calendar.days();
        days.filter(|day| day.date.year() == year)
            .filter(|day| self.rows.shows(&day.name))
            .collect()
    }

    fn remove(&mut self, day: DayOff) -> Vec<Effect> {
        let key = OperationKey::fresh();
        self.asked = Some(key.clone());
        vec![Effect::Ask(Request::SaveDays {
            key,
            set: Vec::new(),
            remove: vec![day.date],
            seen: vec![day],
            is_rehearsal: true,
        })]
    }
}

impl Screen for Days {
    fn context(&self) -> Context {
        Context::Keeping
    }

    fn title(&self, ui: &Ui) -> String {
        (ui.t.agencies.screens.days_off)(self.year(ui))
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let shown = self.shown(ui);
        let selected = shown.get(self.rows.at()).copied().cloned();
        match (action, selected) {
            (Action::Close | Action::Back, _) => vec![Effect::Close],
            (Action::Left, _) => {
                self.year = Some(self.year(ui) - 1);
                Vec::new()
            }
            (Action::Right, _) => {
                self.year = Some(self.year(ui) + 1);
                Vec::new()
            }
            (Action::Orphans, _) => vec![Effect::Open(screens::orphans())],
            (Action::Add | Action::Enter | Action::Delete, _) if may_not(ui) => refused(ui),
            (Action::Add, _) => vec![Effect::Open(Box::new(DayForm::new(None)))],
            (Action::Enter, Some(day)) => vec![Effect::Open(Box::new(DayForm::new(Some(day))))],
            (Action::Delete, Some(day)) => self.remove(day),
            (action, _) if self.rows.act(action, shown.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.rows.write(letter, ui);
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        let (Request::SaveDays { key, .. }, Ok(Answer::Days(would))) = (question, answer) else {
            return Vec::new();
        };
        if self.asked.take_if(|asked| asked == key).is_none() {
            return Vec::new();
        }
        let t = &ui.t.agencies;
        let (told, request) = (told::days(would, t), in_earnest(question));
        let title = t.screens.remove_day.to_owned();
        vec![Effect::Open(Box::new(Confirm::new(title, told, request)))]
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.agencies;
        let wide = usize::from(area.width.saturating_sub(2));
        let line = |day: &&DayOff| {
            let weekday = format::weekday(day.date, ui.t.language);
            let date = format!("{} {weekday}", format::date(day.date));
            row(
                (&date, 14),
                &day.name,
                &[
                    ((t.told.standing)(day.projected), 10),
                    ((t.told.day_kind)(day.kind), 15),
                ],
                wide,
            )
        };
        let lines: Vec<String> = self.shown(ui).iter().map(line).collect();
        let [date, _, name, kind, standing] = t.days_heading;
        let heading = row((date, 14), name, &[(standing, 10), (kind, 15)], wide);
        self.rows
            .draw(&heading, &lines, t.screens.no_days, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let year = self.year(ui);
        let t = &ui.t.agencies;
        if ui.facts.calendar.has_official(year) {
            return Some(t.screens.days_hint.to_owned());
        }
        Some((t.no_official)(year))
    }

    fn topic(&self) -> Topic {
        Topic::Keeping
    }
}
