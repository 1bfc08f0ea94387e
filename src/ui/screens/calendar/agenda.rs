//! The agenda of a day: its tasks, a line each, in the order of the lists.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::agenda::filter_of;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::query::{Anchor, Query};
use crate::domain::task::Task;
use crate::ui::action::Action;
use crate::ui::canvas::{fit, pad, put};
use crate::ui::screen::Ui;
use crate::ui::screens::tasks::sign;
use crate::work::request::{Page, Request};

/// So many tasks of a day are asked for; the list behind the day has them all.
const ROWS: usize = 40;

/// The tasks of a day.
#[derive(Debug, Default)]
pub struct Agenda {
    /// Whose and of which day they are; none before the first answer.
    of: Option<(Option<AgencyId>, NaiveDate)>,
    tasks: Vec<Task>,
    at: usize,
    first: usize,
    height: usize,
}

/// The question for the tasks of a day.
pub fn question(agency: Option<AgencyId>, day: NaiveDate) -> Request {
    let mut filter = filter_of(day);
    filter.agencies = agency.into_iter().collect();
    Request::Page {
        query: Query {
            filter,
            ..Query::default()
        },
        anchor: Anchor::First,
        limit: ROWS,
    }
}

impl Agenda {
    /// The question for a day, where that is not what is there.
    pub fn ask(&self, agency: Option<AgencyId>, day: NaiveDate) -> Option<Request> {
        (self.of != Some((agency, day))).then(|| question(agency, day))
    }

    /// Takes the answer in; the cursor stays on its task where that is still there.
    pub fn take(&mut self, agency: Option<AgencyId>, day: NaiveDate, page: &Page) {
        let before = self.selected();
        self.of = Some((agency, day));
        self.tasks.clone_from(&page.tasks);
        let place = self.tasks.iter().position(|task| Some(task.id) == before);
        self.at = place.unwrap_or(0);
    }

    /// True without a task.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// The task under the cursor.
    pub fn selected(&self) -> Option<TaskId> {
        self.tasks.get(self.at).map(|task| task.id)
    }

    /// Moves; false where the action does not move.
    pub fn act(&mut self, action: Action) -> bool {
        let last = self.tasks.len().saturating_sub(1);
        let page = self.height.saturating_sub(1).max(1);
        self.at = match action {
            Action::Up => self.at.saturating_sub(1),
            Action::Down => self.at + 1,
            Action::PageUp => self.at.saturating_sub(page),
            Action::PageDown => self.at + page,
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        }
        .min(last);
        true
    }

    /// Draws the tasks of the day; `total` is how many there are of them in all.
    pub fn draw(
        &mut self,
        day: NaiveDate,
        total: Option<i64>,
        is_focused: bool,
        area: Rect,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> Option<Position> {
        let is_of_day = self.of.is_some_and(|(_, shown)| shown == day);
        if !is_of_day {
            put(buffer, area, 2, 0, "…", ui.theme.text);
            return None;
        }
        let left = total.map_or(0, |total| {
            total - i64::try_from(self.tasks.len()).unwrap_or(i64::MAX)
        });
        // The last line says how many there are behind; a single line is the row of the cursor.
        let is_said = left > 0 && area.height > 1;
        self.height = usize::from(area.height - u16::from(is_said)).max(1);
        if self.at < self.first || self.at >= self.first + self.height {
            self.first = self.at - self.at % self.height;
        }
        let mut cursor = None;
        let shown = self.tasks.iter().enumerate().skip(self.first);
        let mut rows = 0;
        for (y, (place, task)) in (0..area.height - u16::from(is_said)).zip(shown) {
            let is_here = is_focused && place == self.at;
            draw_task(
                task,
                is_here,
                Rect {
                    y: area.y + y,
                    height: 1,
                    ..area
                },
                buffer,
                ui,
            );
            if is_here && area.width > 0 {
                cursor = Some(Position::new(area.x, area.y + y));
            }
            rows = y + 1;
        }
        if is_said {
            let more = (ui.t.calendar.more)(left);
            let room = usize::from(area.width.saturating_sub(3));
            put(buffer, area, 2, rows, &fit(&more, room), ui.theme.text);
        }
        cursor
    }
}

/// A task in one line: its sign, its lead, how it stands, what it is.
fn draw_task(task: &Task, is_here: bool, line: Rect, buffer: &mut Buffer, ui: &Ui) {
    let (sign, style) = sign(task, ui.facts.day().judge(task), ui);
    if is_here {
        put(buffer, line, 0, 0, ">", ui.theme.focus);
    }
    put(buffer, line, 2, 0, &sign.to_string(), style);
    let lead = ui.facts.agency(task.agency);
    let lead = lead.map_or(ui.t.tasks.unresolved, |agency| &agency.code);
    let status = (ui.t.terms.short_status)(task.status);
    let room = usize::from(line.width.saturating_sub(5));
    let text = if room < 40 {
        task.title.clone()
    } else {
        format!(
            "{} {} {}",
            pad(&fit(lead, 9), 9),
            pad(status, 6),
            task.title
        )
    };
    put(buffer, line, 4, 0, &fit(&text, room), ui.theme.text);
}
