//! The files of one agency month by month, with the trend of count and share.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::caseload_form::CaseloadForm;
use super::{fetch, is_written, late_bars, name, short, told};
use crate::domain::caseload::{Caseload, Files};
use crate::domain::id::AgencyId;
use crate::domain::interval::Interval;
use crate::lang::format::{self, number};
use crate::ui::action::Action;
use crate::ui::canvas::{columns, pad, pad_left, rows};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Reply, Screen, Topic, Ui};
use crate::ui::screens::agencies::rows::Rows;
use crate::ui::widgets::plot;
use crate::work::request::Request;
use crate::work::request::measures::{Ask, Told};

/// Rows of the plots, where there is room.
const PLOT: u16 = 7;

/// The files of one agency.
pub struct Months {
    agency: AgencyId,
    rows: Rows,
    /// The latest first.
    months: Vec<Caseload>,
}

impl Months {
    /// Of this one.
    #[must_use]
    pub fn new(agency: AgencyId) -> Self {
        Self {
            agency,
            rows: Rows::default(),
            months: Vec::new(),
        }
    }

    fn ask(&self) -> Ask {
        Ask::CaseloadOf {
            agency: self.agency,
        }
    }

    /// The month before that of a row, where it has files.
    fn before(&self, one: &Caseload) -> Option<Files> {
        let before = one.month.before();
        let found = self.months.iter().find(|it| it.month == before);
        found.map(Caseload::files)
    }

    fn line(&self, one: &Caseload, wide: usize, ui: &Ui) -> String {
        let language = ui.t.language;
        let files = one.files();
        let hides = self
            .before(one)
            .is_some_and(|before| files.hides_more(before));
        let sign = if hides { "!" } else { " " };
        let numbers = [
            one.opening,
            one.received,
            one.solved_on_time,
            one.solved_late,
            one.open(),
            one.open_late,
        ];
        let cells = numbers.map(|it| number(it, language));
        let part = format::share(files.late, files.all, language);
        let month = format!("{sign} {}", short(one.month));
        cut(&month, &cells.each_ref().map(String::as_str), &part, wide)
    }
}

/// Cells of a month; the share stays longest, since it is what one looks for.
fn cut(month: &str, cells: &[&str], part: &str, wide: usize) -> String {
    let mut line = pad(month, 9);
    let room = wide.saturating_sub(9 + 11);
    for cell in cells.iter().take(room / 9) {
        line.push_str(&pad_left(cell, 9));
    }
    line.push_str(&pad_left(part, 11));
    line
}

impl Screen for Months {
    fn context(&self) -> Context {
        Context::Measures
    }

    fn title(&self, ui: &Ui) -> String {
        format!(
            "{}: {}",
            ui.t.measures.no_caseload_title,
            name(self.agency, ui)
        )
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        fetch(self.ask())
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        let selected: Option<Interval> = self.months.get(self.rows.at()).map(|it| it.month);
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            Action::Refresh => fetch(self.ask()),
            Action::Enter | Action::Edit => {
                let form = CaseloadForm::new(Some(self.agency), selected);
                vec![Effect::Open(Box::new(form))]
            }
            Action::Add => {
                let next = self.months.first().map(|it| it.month.after(1));
                let form = CaseloadForm::new(Some(self.agency), next);
                vec![Effect::Open(Box::new(form))]
            }
            action if self.rows.act(action, self.months.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        if let Some(Told::CaseloadOf(months)) = told(question, &answer, &self.ask()) {
            self.months.clone_from(months);
        } else if is_written(question, &answer) {
            return fetch(self.ask());
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.measures;
        let mut head = 0;
        if area.height >= PLOT + 8 && !self.months.is_empty() {
            let months: Vec<(Interval, Files)> = self
                .months
                .iter()
                .rev()
                .map(|it| (it.month, it.files()))
                .collect();
            let (counts, shares) = late_bars(&months, ui);
            let plots = columns(rows(area, 0, PLOT), 2, area.width.saturating_sub(2));
            let half = plots.width / 2;
            let [late, part] = t.late_plots;
            plot::draw(
                late,
                &counts,
                columns(plots, 0, half.saturating_sub(1)),
                buffer,
                ui,
            );
            plot::draw(part, &shares, columns(plots, half, half), buffer, ui);
            head = PLOT + 1;
        }
        let list = rows(area, head, area.height);
        let wide = usize::from(area.width.saturating_sub(2));
        let lines: Vec<String> = self
            .months
            .iter()
            .map(|one| self.line(one, wide, ui))
            .collect();
        let [
            month,
            opening,
            received,
            on_time,
            late,
            open,
            open_late,
            part,
        ] = t.month_heading;
        let cells = [opening, received, on_time, late, open, open_late];
        let heading = cut(&format!("  {month}"), &cells, part, wide);
        self.rows
            .draw(&heading, &lines, t.no_caseload, list, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.measures.agency_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Measures
    }
}
