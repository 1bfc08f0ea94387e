//! A report as it is drawn: what was asked for, the table with its total, the notes, the line of what is looked for.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::table::{Table, Widest};
use super::{Report, names};
use crate::domain::report::Report as Made;
use crate::lang::report::said;
use crate::ui::canvas::{columns, fit, put, rows, width, wrap};
use crate::ui::screen::Ui;

/// So many lines of notes at the most, and only where the table leaves them.
const NOTES: usize = 6;

impl Report {
    /// Draws everything; the cursor stands on the row, or where one types.
    pub(super) fn paint(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width);
        let asked = said::asked(&self.spec, ui.facts.today, names(ui), ui.t);
        let top = u16::from(area.height > 5);
        if top > 0 {
            put(
                buffer,
                area,
                2,
                0,
                &fit(&asked, wide.saturating_sub(2)),
                ui.theme.text,
            );
        }
        let Some(made) = self.made.take() else {
            put(buffer, area, 0, top, "> …", ui.theme.text);
            return (area.height > top).then(|| Position::new(area.x, area.y + top));
        };
        // The notes give way to the rows: they are on the page that F1 opens too.
        let need = self.shown.len() + 5;
        let room = usize::from(area.height)
            .saturating_sub(need)
            .max(usize::from(area.height) / 6);
        let mut notes: Vec<String> = Vec::new();
        for note in said::notes(&made, ui.t) {
            // Half a note would mislead.
            let lines = wrap(&note, wide.saturating_sub(3).max(1));
            if notes.len() + lines.len() > room.min(NOTES) {
                break;
            }
            notes.extend(lines);
        }
        let below = u16::try_from(notes.len()).unwrap_or(0) + u16::from(self.is_finding);
        let body = rows(area, top, area.height.saturating_sub(top + below));
        let mut cursor = self.draw_table(&made, body, buffer, ui);
        for (y, note) in (area.height.saturating_sub(below)..).zip(&notes) {
            put(buffer, area, 2, y, note, ui.theme.text);
        }
        if let Some(field) = self.find.as_mut().filter(|_| self.is_finding) {
            let line = rows(area, area.height.saturating_sub(1), 1);
            let label = ui.t.report.screen.find;
            put(buffer, line, 0, 0, label, ui.theme.key);
            let from = u16::try_from(width(label) + 1).unwrap_or(0);
            let place = columns(line, from, line.width.saturating_sub(from));
            cursor = field
                .draw(place, buffer, ui.theme.text, ui.theme.rule)
                .or(cursor);
        }
        self.made = Some(made);
        cursor
    }

    fn draw_table(
        &mut self,
        made: &Made,
        area: Rect,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> Option<Position> {
        let known = self.widest.take().filter(|widest| widest.holds(ui));
        let widest = known.unwrap_or_else(|| Widest::of(made, ui));
        let table = Table::new(made, &widest, self.order, usize::from(area.width), ui);
        self.widest = Some(widest);
        let mut head = table.head();
        // Low windows show rows: their heading gives way, then their sum.
        if usize::from(area.height) < head.len() + 2 {
            head.clear();
        }
        let mut y = 0;
        for line in &head {
            put(buffer, area, 0, y, line, ui.theme.heading);
            y += 1;
        }
        let total = table.total().filter(|_| area.height > y + 1);
        let below = u16::from(total.is_some());
        let list = rows(area, y, area.height.saturating_sub(y + below));
        self.height = usize::from(list.height).max(1);
        if self.at < self.first || self.at >= self.first + self.height {
            // Whole pages: a list that scrolls by lines is sent again with every key.
            self.first = self.at - self.at % self.height;
        }
        let mut cursor = None;
        if self.shown.is_empty() {
            let none = format!("> {}", ui.t.report.screen.empty);
            put(buffer, list, 0, 0, &none, ui.theme.text);
            cursor = Some(list.as_position());
        }
        let shown = self.shown.iter().enumerate().skip(self.first);
        for (y, (place, row)) in (0..list.height).zip(shown) {
            let cells = made.rows.cells(*row).unwrap_or_default();
            put(buffer, list, 0, y, &table.line(&cells), ui.theme.text);
            if place == self.at {
                put(buffer, list, 0, y, ">", ui.theme.focus);
                cursor = Some(Position::new(list.x, list.y + y));
            }
        }
        if let Some(total) = total {
            let used =
                u16::try_from(self.shown.len().saturating_sub(self.first)).unwrap_or(u16::MAX);
            let at = y + used.max(1).min(list.height);
            put(buffer, area, 0, at, &total, ui.theme.heading);
        }
        cursor.filter(|_| !list.is_empty())
    }
}
