//! How a question looks that stands over a screen: its text above the last lines, the cursor on it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ui::canvas::{clear, put, rows, rule, wrap};
use crate::ui::screen::Ui;

/// Paints it; says where the cursor stands.
pub(super) fn paint(text: &str, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
    let lines = wrap(text, usize::from(area.width.saturating_sub(2)).max(1));
    let high = u16::try_from(lines.len() + 1)
        .unwrap_or(area.height)
        .min(area.height);
    let place = rows(area, area.height - high, high);
    clear(buffer, place);
    rule(buffer, place, 0, ui.theme.rule);
    for (y, line) in (1..high).zip(&lines) {
        put(buffer, place, 1, y, line, ui.theme.text);
    }
    Some(Position::new(
        place.x + 1.min(place.width.saturating_sub(1)),
        place.y + 1.min(high.saturating_sub(1)),
    ))
}
