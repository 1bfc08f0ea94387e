//! "Kỳ báo cáo": the table of reporting windows, year by year. Everybody may look; administrators change it.

pub(in crate::ui) mod form;
mod removal;

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::form::WindowForm;
use self::removal::Removal;
use crate::domain::report_window::Window;
use crate::lang::format::date;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Screen, Topic, Ui};
use crate::ui::screens;
use crate::ui::screens::agencies::rows::{Rows, row};
use crate::work::request::Request;

/// The windows of a year: those whose report is due in it.
#[derive(Default)]
pub struct Windows {
    rows: Rows,
    /// None until it is turned: today's.
    year: Option<i32>,
}

impl Windows {
    fn year(&self, ui: &Ui) -> i32 {
        self.year.unwrap_or_else(|| ui.facts.today.year())
    }

    fn shown<'a>(&self, ui: &Ui<'a>) -> Vec<&'a Window> {
        let year = self.year(ui);
        let windows = ui.facts.windows.iter();
        windows
            .filter(|window| window.due.year() == year)
            .filter(|window| self.rows.shows(&window.name))
            .collect()
    }
}

/// What is said and looked up anew after a save.
fn told(set: usize, removed: usize, ui: &Ui) -> Vec<Effect> {
    let text = (ui.t.windows.saved)(set, removed);
    vec![
        Effect::Fetch(Request::Facts),
        Effect::Say(Message::plain(text)),
    ]
}

fn may_not(ui: &Ui) -> bool {
    !ui.facts.user.role.keeps_frame()
}

impl Screen for Windows {
    fn context(&self) -> Context {
        Context::Keeping
    }

    fn title(&self, ui: &Ui) -> String {
        (ui.t.windows.title)(self.year(ui))
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
            (Action::Users, _) => vec![Effect::Open(screens::users())],
            (Action::Orphans, _) => vec![Effect::Open(screens::orphans())],
            (Action::DaysOff, _) => vec![Effect::Open(screens::days_off())],
            (Action::Refresh, _) => vec![Effect::Fetch(Request::Facts)],
            (Action::Add | Action::Enter | Action::Delete, _) if may_not(ui) => {
                vec![Effect::Say(Message::refusal(ui.t.windows.may_not))]
            }
            (Action::Add, _) => vec![Effect::Open(Box::new(WindowForm::new(None)))],
            (Action::Enter, Some(window)) => {
                vec![Effect::Open(Box::new(WindowForm::new(Some(window))))]
            }
            (Action::Delete, Some(window)) => vec![Effect::Open(Box::new(Removal::new(window)))],
            (action, _) if self.rows.act(action, shown.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.rows.write(letter, ui);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.windows;
        let wide = usize::from(area.width.saturating_sub(2));
        let line = |window: &&Window| {
            let days = [window.from, window.to, window.due].map(date);
            let [from, to, due] = &days;
            row(
                ((t.series)(window.series), 9),
                &window.name,
                &[(due, 11), (from, 11), (to, 11)],
                wide,
            )
        };
        let lines: Vec<String> = self.shown(ui).iter().map(line).collect();
        let ends = [(t.due, 11), (t.from, 11), (t.to, 11)];
        let heading = row((t.series_label, 9), t.name, &ends, wide);
        self.rows.draw(&heading, &lines, t.none, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.windows.hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Windows
    }
}
