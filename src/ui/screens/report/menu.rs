//! "Báo cáo": the reports there are, and what each answers.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::report::{Kind, Spec};
use crate::ui::action::Action;
use crate::ui::canvas::{pad, width};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Screen, Topic, Ui};
use crate::ui::screens;
use crate::ui::screens::agencies::rows::Rows;

/// The menu.
#[derive(Default)]
pub struct Menu {
    rows: Rows,
}

impl Menu {
    fn shown(&self, ui: &Ui) -> Vec<Kind> {
        let t = &ui.t.report;
        let text = |kind: &Kind| format!("{} {}", (t.title)(*kind), (t.answers)(*kind));
        let mut kinds = Kind::ALL.to_vec();
        kinds.retain(|kind| self.rows.shows(&text(kind)));
        kinds
    }
}

impl Screen for Menu {
    fn context(&self) -> Context {
        Context::Choice
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.report.screen.menu.to_owned()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let shown = self.shown(ui);
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            Action::Enter | Action::DoIt => match shown.get(self.rows.at()) {
                Some(kind) => vec![Effect::Open(screens::report(Spec::new(*kind)))],
                None => vec![Effect::Useless],
            },
            action if self.rows.act(action, shown.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.rows.write(letter, ui);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.report;
        let shown = self.shown(ui);
        let titles = Kind::ALL.map(|kind| width((t.title)(kind)));
        let wide = titles.into_iter().max().unwrap_or(0);
        let lines: Vec<String> = shown
            .iter()
            .map(|kind| format!("{}  {}", pad((t.title)(*kind), wide), (t.answers)(*kind)))
            .collect();
        let heading = t.screen.menu;
        self.rows
            .draw(heading, &lines, ui.t.choice.none, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.report.screen.menu_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Report
    }
}
