//! The agencies that are most late, as a table.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Home, LINES};
use crate::domain::count::AgencyCounts;
use crate::domain::id::AgencyId;
use crate::lang::format::{number, share};
use crate::ui::canvas::{clear, pad, pad_left, put, rows, rule};
use crate::ui::screen::Ui;

impl Home {
    pub(super) fn draw_worst(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> Option<Position> {
        let t = &ui.t.home;
        rule(
            buffer,
            Rect {
                x: area.x + 1,
                width: area.width.saturating_sub(2),
                ..area
            },
            0,
            ui.theme.rule,
        );
        if self.worst().is_empty() {
            if self.figures.is_some() {
                put(buffer, area, 2, 1, t.nobody_late, ui.theme.text);
            }
            return None;
        }
        let table = Table::of(area.width);
        let head_rows = area.height.saturating_sub(1).min(2);
        let [late, longest, open, soon, share] = t.columns;
        let head = table.row(t.worst, [late, longest, open, soon, share]);
        put(buffer, area, 2, 1, &head, ui.theme.heading);
        let list = rows(area, head_rows, area.height);
        clear(buffer, list);
        let high = usize::from(list.height);
        let selected = self.at.checked_sub(LINES);
        if let Some(place) = selected {
            self.top = self.top.min(place).max((place + 1).saturating_sub(high));
        }
        let mut cursor = None;
        for (y, (place, row)) in
            (0..list.height).zip(self.worst().iter().enumerate().skip(self.top))
        {
            let is_here = selected == Some(place);
            let text = table.row(
                &agency_name(row.agency, ui),
                cells(row, ui).each_ref().map(String::as_str),
            );
            put(buffer, list, 2, y, &text, ui.theme.text);
            if is_here {
                put(buffer, list, 1, y, ">", ui.theme.focus);
                cursor = Some(Position::new(list.x + 1, list.y + y));
            }
        }
        cursor
    }
}

fn agency_name(id: AgencyId, ui: &Ui) -> String {
    let name = ui.facts.agency(id).map(|agency| agency.name.clone());
    name.unwrap_or_else(|| ui.t.terms.no_agency.to_owned())
}

fn cells(row: &AgencyCounts, ui: &Ui) -> [String; 5] {
    let language = ui.t.language;
    let counts = &row.counts;
    let longest = row.oldest_overdue.map(|due| {
        let days = ui.facts.calendar.working_days_between(due, ui.facts.today);
        (ui.t.home.days)(days)
    });
    let judged = counts.done_on_time + counts.done_late;
    let on_first = match judged {
        0 => "–".to_owned(),
        _ => {
            let first = counts.done_on_original;
            format!("{} ({first}/{judged})", share(first, judged, language))
        }
    };
    [
        number(counts.late, language),
        longest.unwrap_or_default(),
        number(counts.open, language),
        number(counts.due_soon, language),
        on_first,
    ]
}

/// The widths of the columns, by the width of the screen.
struct Table {
    name: usize,
    soon: usize,
    share: usize,
}

impl Table {
    fn of(wide: u16) -> Self {
        let wide = usize::from(wide);
        let share = if wide >= 76 { 19 } else { 0 };
        let soon = if wide >= 100 { 9 } else { 0 };
        Self {
            name: wide.saturating_sub(4 + 7 + 10 + 7 + soon + share).min(60),
            soon,
            share,
        }
    }

    fn row(&self, name: &str, [late, longest, open, soon, share]: [&str; 5]) -> String {
        let cells = [
            (late, 7),
            (longest, 10),
            (open, 7),
            (soon, self.soon),
            (share, self.share),
        ];
        let mut text = pad(name, self.name);
        for (cell, wide) in cells {
            text.push_str(&pad_left(cell, wide));
        }
        text
    }
}
