//! "Báo cáo kỳ": the reports that a periodic report consists of, each with its key figures and a step away.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::{PeriodForm, taken};
use super::names;
use crate::domain::period::Period;
use crate::domain::report::{Kind, Report as Made, Spec};
use crate::domain::report_window::{Window, current, neighbour, parts};
use crate::lang::format::date;
use crate::lang::report::{period, said};
use crate::ui::action::Action;
use crate::ui::canvas::{pad, width};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::ui::screens::agencies::rows::Rows;
use crate::ui::screens::to_file::{Content, ToFile};
use crate::work::request::{Answer, Request};

/// A part, and what was answered.
struct Part {
    spec: Spec,
    made: Option<Arc<Made>>,
}

/// The report of a period.
#[derive(Default)]
pub struct PeriodReport {
    /// None before it opens, and where there is no window at all.
    period: Option<Period>,
    parts: Vec<Part>,
    rows: Rows,
}

impl PeriodReport {
    /// The window of these days, if they are those of one.
    fn window<'a>(&self, ui: &Ui<'a>) -> Option<&'a Window> {
        let mut windows = ui.facts.windows.iter();
        windows.find(|window| window.period() == self.period && self.period.is_some())
    }

    /// Goes over to other days and asks for all parts.
    fn turn(&mut self, period: Option<Period>) -> Vec<Effect> {
        self.period = period;
        let specs = period.map_or_else(Vec::new, parts);
        let part = |spec| Part { spec, made: None };
        self.parts = specs.into_iter().map(part).collect();
        self.asked()
    }

    fn asked(&self) -> Vec<Effect> {
        let ask = |part: &Part| {
            Effect::Fetch(Request::Report {
                spec: part.spec.clone(),
            })
        };
        self.parts.iter().map(ask).collect()
    }

    /// The window after this one, or before it; of the same series where this is one.
    fn step(&mut self, is_later: bool, ui: &Ui) -> Vec<Effect> {
        let Some(now) = self.period else {
            return vec![Effect::Useless];
        };
        let next = neighbour(&ui.facts.windows, now, is_later);
        match next {
            Some(next) => self.turn(next.period()),
            None => vec![Effect::Useless],
        }
    }

    fn open_part(&self) -> Vec<Effect> {
        match self.parts.get(self.rows.at()) {
            Some(part) => vec![Effect::Open(screens::report(part.spec.clone()))],
            None => vec![Effect::Useless],
        }
    }

    fn to_file(&self, ui: &Ui) -> Vec<Effect> {
        let Some(period) = self.period else {
            return vec![Effect::Useless];
        };
        let content = Content::Period {
            title: self.title(ui),
            to: period.to,
            specs: self.parts.iter().map(|part| part.spec.clone()).collect(),
        };
        vec![Effect::Open(Box::new(ToFile::new(content)))]
    }

    fn lines(&self, ui: &Ui) -> Vec<String> {
        let titles = self.parts.iter().map(|it| period::title(&it.spec, ui.t));
        let wide = titles.map(width).max().unwrap_or(0);
        let line = |part: &Part| {
            let title = pad(period::title(&part.spec, ui.t), wide);
            let figures = part.made.as_ref();
            let figures = figures.map(|made| period::figures(made, names(ui), ui.t));
            format!("{title}  {}", figures.unwrap_or_else(|| "…".to_owned()))
        };
        self.parts.iter().map(line).collect()
    }
}

impl Screen for PeriodReport {
    fn context(&self) -> Context {
        Context::Report
    }

    fn title(&self, ui: &Ui) -> String {
        match self.window(ui) {
            Some(window) => (ui.t.windows.report_of)(&window.name),
            None => ui.t.windows.report.to_owned(),
        }
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let window = current(&ui.facts.windows, ui.facts.today);
        self.turn(window.and_then(Window::period))
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            Action::Enter => self.open_part(),
            Action::Refresh => self.asked(),
            Action::Export => self.to_file(ui),
            Action::Left => self.step(false, ui),
            Action::Right => self.step(true, ui),
            Action::Filter => {
                let spec = Spec {
                    period: self.period,
                    ..Spec::new(Kind::Completion)
                };
                vec![Effect::Open(Box::new(PeriodForm::new(&spec, ui)))]
            }
            action if self.rows.act(action, self.parts.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::Report { spec }, Ok(Answer::Report(made))) => {
                let part = self.parts.iter_mut().find(|part| part.spec == *spec);
                if let Some(part) = part {
                    part.made = Some(Arc::clone(made));
                }
                Vec::new()
            }
            (_, Ok(answer)) if answer.has_saved() => self.asked(),
            _ => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        if let Outcome::Text(text) = outcome
            && let Some(spec) = taken(&Spec::new(Kind::Completion), &text)
            && spec.period.is_some()
        {
            return self.turn(spec.period);
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let mut heading = said::period(self.period, ui.t);
        if let Some(window) = self.window(ui) {
            heading = format!("{heading}; {} {}", ui.t.windows.due, date(window.due));
        }
        let lines = self.lines(ui);
        let none = ui.t.windows.none;
        self.rows.draw(&heading, &lines, none, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.windows.report_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Report
    }
}
