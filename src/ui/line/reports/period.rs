//! The report of a period as it is read out: its parts, each with its key figures. A part is opened by its number, and
//! all of them go into a file together.

use super::{about, opened};
use crate::domain::period::Period;
use crate::domain::report::{Kind, Spec};
use crate::domain::report_window::{Window, current, neighbour, parts};
use crate::lang::report::period;
use crate::ui::line::commands::{Command, Line};
use crate::ui::line::export;
use crate::ui::line::place::{Place, Step};
use crate::ui::line::talk::{Said, Talk};
use crate::ui::line::words::{capital, sentence, small, spoken};
use crate::ui::screens::report::names;
use crate::ui::screens::to_file::Content;
use crate::work::request::{Answer, Facts, Request};

/// The report about some days.
pub struct PeriodPlace {
    period: Period,
}

/// The place of the window that is to be sent next; refused where there is none at all.
///
/// # Errors
/// As for [`Talk::say`].
pub fn next_due(talk: &mut Talk) -> Said<Step> {
    let facts = talk.facts();
    let window = current(&facts.windows, facts.today);
    match window.and_then(Window::period) {
        Some(period) => Ok(Step::Open(Place::Period(PeriodPlace { period }))),
        None => {
            talk.refuse(talk.t.windows.none)?;
            Ok(Step::Stay)
        }
    }
}

impl PeriodPlace {
    /// The window of these days, if they are those of one.
    fn window<'a>(&self, facts: &'a Facts) -> Option<&'a Window> {
        let mut windows = facts.windows.iter();
        windows.find(|window| window.period() == Some(self.period))
    }

    fn title(&self, talk: &Talk) -> String {
        match self.window(&talk.facts()) {
            Some(window) => (talk.t.windows.report_of)(&window.name),
            None => talk.t.windows.report.to_owned(),
        }
    }

    /// Reads its days and its parts.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn announce(&self, talk: &mut Talk) -> Said<()> {
        talk.watched.clear();
        let facts = talk.facts();
        let day = talk.t.line.day;
        let Period { from, to } = self.period;
        let mut head = (talk.t.report.screen.period)(&day(from), &day(to));
        if let Some(window) = self.window(&facts) {
            head = format!("{head}, {} {}", small(talk.t.windows.due), day(window.due));
        }
        let head = format!("{}: {head}", self.title(talk));
        let mut texts = vec![sentence(&capital(&head))];
        for (number, spec) in (1..).zip(parts(self.period)) {
            let title = period::title(&spec, talk.t);
            let Some(Answer::Report(made)) = talk.obtain(&Request::Report { spec })? else {
                return Ok(());
            };
            let frame = talk.frame();
            let figures = spoken(&period::figures(&made, names(&frame.ui()), talk.t));
            texts.push(sentence(&format!("{number}. {title}: {figures}")));
        }
        talk.read_out(&texts)
    }

    /// The question under it.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        (talk.t.line.follow.prompt_period)(&self.title(talk))
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Number(number) => self.open(talk, number),
            Line::Command(Command::Next, _) => self.step(talk, true),
            Line::Command(Command::Previous, _) => self.step(talk, false),
            Line::Command(Command::Export, name) => {
                let content = Content::Period {
                    title: self.title(talk),
                    to: self.period.to,
                    specs: parts(self.period),
                };
                export::run(talk, &content, &name)?;
                Ok(Step::Stay)
            }
            Line::Command(Command::Period, text) => {
                let spec = Spec {
                    period: Some(self.period),
                    ..Spec::new(Kind::Completion)
                };
                let turned = about(talk, &spec, &text)?;
                Ok(match turned.and_then(|spec| spec.period) {
                    Some(period) => self.turn(period),
                    None => Step::Stay,
                })
            }
            other => Ok(Step::Other(other)),
        }
    }

    fn turn(&mut self, period: Period) -> Step {
        self.period = period;
        Step::Again
    }

    fn open(&self, talk: &mut Talk, number: usize) -> Said<Step> {
        let parts = parts(self.period);
        let part = number.checked_sub(1).and_then(|place| parts.get(place));
        match part {
            Some(spec) => Ok(opened(spec.clone())),
            None => {
                talk.refuse(&(talk.t.line.no_row)(number, parts.len()))?;
                Ok(Step::Stay)
            }
        }
    }

    /// The window after this one, or before it; of the same series where this is one.
    fn step(&mut self, talk: &mut Talk, is_later: bool) -> Said<Step> {
        let facts = talk.facts();
        let next = neighbour(&facts.windows, self.period, is_later);
        match next.and_then(Window::period) {
            Some(period) => Ok(self.turn(period)),
            None => {
                talk.refuse(talk.t.line.follow.no_window)?;
                Ok(Step::Stay)
            }
        }
    }
}
