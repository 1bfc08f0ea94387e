//! How a form looks: fields flow into lines, short ones beside one another, and scroll if need be.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Form, Kind, Row};
use crate::ui::canvas::{columns, fit, put, rows, width};
use crate::ui::screen::Ui;

/// Below this width labels stand above their boxes: beside them the boxes would hold a few letters.
const STACKED: u16 = 34;

/// Where a field stands.
struct Spot {
    line: u16,
    x: u16,
    /// The cells of label and box.
    label: u16,
    wide: u16,
}

impl Form {
    /// How many lines it takes at this width.
    #[must_use]
    pub fn height(&self, wide: u16) -> u16 {
        let spots = if wide < STACKED {
            self.stacked(wide)
        } else {
            self.spots(wide)
        };
        spots.last().map_or(0, |spot| spot.line + 1)
    }

    /// Draws itself; returns the place of the cursor if it `has_focus`.
    pub fn draw(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        has_focus: bool,
        ui: &Ui,
    ) -> Option<Position> {
        if area.height == 0 {
            return None;
        }
        // One row alone holds label and box.
        let is_stacked = area.width < STACKED && area.height > 1;
        let spots = if is_stacked {
            self.stacked(area.width)
        } else {
            self.spots(area.width)
        };
        let focus = spots.get(self.at).map_or(0, |spot| spot.line);
        let label = focus.saturating_sub(u16::from(is_stacked));
        if label < self.first {
            self.first = label;
        } else if focus >= self.first + area.height {
            self.first = focus + 1 - area.height;
        }
        let echo = if has_focus { self.echo(ui) } else { None };
        let first = self.first;
        let mut cursor = None;
        for (place, (row, spot)) in self.rows.iter_mut().zip(&spots).enumerate() {
            let is_above = spot.label == 0;
            if is_above && (first + 1..=first + area.height).contains(&spot.line) {
                let line = rows(area, spot.line - first - 1, 1);
                put(buffer, line, 0, 0, &row.name_shown(ui), ui.theme.text);
            }
            if spot.line < first || spot.line >= first + area.height {
                continue;
            }
            let line = rows(area, spot.line - first, 1);
            let is_current = has_focus && place == self.at;
            let at = row.draw(line, buffer, spot, is_current, ui);
            if is_current {
                cursor = at;
            }
            let is_last = spots
                .get(place + 1)
                .is_none_or(|next| next.line > spot.line);
            let after = spot.x + spot.label + spot.wide + 2;
            let note = match &echo {
                Some(echo) if is_current => echo.as_str(),
                _ if matches!(row.kind, Kind::Suggest(_)) => ui.t.form.choose,
                _ => "",
            };
            if is_last && after < area.width {
                let room = usize::from(area.width - after);
                put(buffer, line, after, 0, &fit(note, room), ui.theme.text);
            }
        }
        cursor
    }

    /// Each label above its box.
    fn stacked(&self, wide: u16) -> Vec<Spot> {
        let spot = |line| Spot {
            line,
            x: 0,
            label: 0,
            wide,
        };
        (0u16..)
            .zip(&self.rows)
            .map(|(place, _)| spot(2 * place + 1))
            .collect()
    }

    fn spots(&self, wide: u16) -> Vec<Spot> {
        let labels = self.rows.iter().filter(|row| row.wide.is_none());
        // Boxes that fill their line begin in one column.
        let common = labels
            .map(Row::label_width)
            .max()
            .unwrap_or(0)
            .min(wide / 2);
        let mut spots: Vec<Spot> = Vec::new();
        let (mut line, mut x) = (0, 0);
        for row in &self.rows {
            let own = row.label_width().min(wide.saturating_sub(4));
            let is_first = x == 0;
            let label = if is_first && own < common {
                common
            } else {
                own
            };
            let needed = row.wide.unwrap_or(wide);
            if !is_first && x + own + needed > wide {
                line += 1;
                x = 0;
            }
            let label = if x == 0 && own < common {
                common
            } else if x == 0 {
                own
            } else {
                label
            };
            let rest = wide.saturating_sub(x + label);
            let boxed = match (&row.kind, row.wide) {
                (_, Some(cells)) => cells.min(rest),
                (Kind::Suggest(_), None) => rest.saturating_sub(10).clamp(3.min(rest), 44),
                (_, None) => rest,
            };
            spots.push(Spot {
                line,
                x,
                label,
                wide: boxed,
            });
            x = x.saturating_add(label + boxed + 2);
            if row.wide.is_none() {
                line += 1;
                x = 0;
            }
        }
        spots
    }
}

impl Row {
    fn label_width(&self) -> u16 {
        let mark = u16::from(self.is_needed);
        u16::try_from(width(&self.label)).unwrap_or(20) + mark + 1
    }

    /// The label, and the sign of a field that is needed.
    fn name_shown(&self, ui: &Ui) -> String {
        let mark = if self.is_needed {
            ui.t.form.required
        } else {
            ""
        };
        format!("{}{mark}", self.label)
    }

    fn draw(
        &mut self,
        line: Rect,
        buffer: &mut Buffer,
        spot: &Spot,
        is_current: bool,
        ui: &Ui,
    ) -> Option<Position> {
        let room = columns(line, spot.x, spot.label.saturating_sub(1));
        put(buffer, room, 0, 0, &self.name_shown(ui), ui.theme.text);
        let brackets = if is_current {
            ui.theme.focus
        } else {
            ui.theme.text
        };
        let place = columns(line, spot.x + spot.label, spot.wide);
        if let Kind::Flag = self.kind {
            let sign = if self.is_set { "x" } else { " " };
            put(buffer, place, 0, 0, "[", brackets);
            put(buffer, place, 1, 0, sign, ui.theme.text);
            put(buffer, place, 2, 0, "]", brackets);
            let x = 1.min(place.width.saturating_sub(1));
            return (!place.is_empty()).then(|| Position::new(place.x + x, place.y));
        }
        self.field.draw(place, buffer, ui.theme.text, brackets)
    }
}
