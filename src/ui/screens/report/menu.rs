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

/// A line of the menu.
#[derive(Clone, Copy)]
enum Line {
    /// A report.
    Report(Kind),
    /// The reports of a period, all together.
    Period,
}

impl Line {
    fn all() -> impl Iterator<Item = Self> {
        let reports = Kind::ALL.into_iter().map(Self::Report);
        reports.chain([Self::Period])
    }

    /// Its title, and what it answers.
    fn texts(self, ui: &Ui) -> (&'static str, &'static str) {
        let t = ui.t;
        match self {
            Self::Report(kind) => ((t.report.title)(kind), (t.report.answers)(kind)),
            Self::Period => (t.windows.report, t.windows.report_answers),
        }
    }

    fn screen(self) -> Box<dyn Screen> {
        match self {
            Self::Report(kind) => screens::report(Spec::new(kind)),
            Self::Period => screens::period_report(),
        }
    }
}

/// The menu.
#[derive(Default)]
pub struct Menu {
    rows: Rows,
}

impl Menu {
    fn shown(&self, ui: &Ui) -> Vec<Line> {
        let shows = |line: &Line| {
            let (title, answers) = line.texts(ui);
            self.rows.shows(&format!("{title} {answers}"))
        };
        Line::all().filter(shows).collect()
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
                Some(line) => vec![Effect::Open(line.screen())],
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
        let titles = Line::all().map(|line| width(line.texts(ui).0));
        let wide = titles.max().unwrap_or(0);
        let texts = shown.iter().map(|line| line.texts(ui));
        let lines: Vec<String> = texts
            .map(|(title, answers)| format!("{}  {answers}", pad(title, wide)))
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
