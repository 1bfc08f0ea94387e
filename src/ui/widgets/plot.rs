//! Columns side by side, each with its number above and its time below: a trend in a few lines of text.
//!
//! A number says what a column shows, so that nothing hangs on colour or on the height of a block. Eighths
//! of a block only where the terminal has every sign; elsewhere whole cells, which have an ASCII twin.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ui::canvas::{fit, pad_left, put, width};
use crate::ui::screen::Ui;
use crate::ui::terminal::Glyphs;

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Below it: when.
    pub label: String,
    /// Above it: how much, in figures; a dash where nothing is known.
    pub text: String,
    /// How high; none where nothing is known.
    pub size: Option<i64>,
}

/// The blocks of a cell, from one eighth to seven.
const EIGHTHS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];

/// Rows beside the columns themselves: title, figures, times.
const AROUND: u16 = 3;

/// Draws the title and the columns, the last ones where not all of them fit.
pub fn draw(title: &str, bars: &[Bar], area: Rect, buffer: &mut Buffer, ui: &Ui) {
    let wide = usize::from(area.width);
    put(buffer, area, 0, 0, &fit(title, wide), ui.theme.heading);
    let of = |bar: &Bar| width(&bar.label).max(width(&bar.text));
    let cell = bars.iter().map(of).max().unwrap_or(0) + 1;
    if area.height < AROUND || wide < cell {
        return;
    }
    let fitting = wide / cell;
    let shown = bars
        .get(bars.len().saturating_sub(fitting)..)
        .unwrap_or(bars);
    let high = i64::from(area.height - AROUND);
    let most = shown.iter().filter_map(|bar| bar.size).max().unwrap_or(0);
    let bottom = area.height - 1;
    let has_eighths = ui.terminal.profile.glyphs == Glyphs::Full;
    for (place, bar) in shown.iter().enumerate() {
        let Ok(x) = u16::try_from(place * cell) else {
            return;
        };
        let of_cell = |text: &str| pad_left(text, cell - 1);
        put(buffer, area, x, bottom, &of_cell(&bar.label), ui.theme.text);
        let eighths = bar.size.map_or(0, |size| eighths(size, most, high));
        let (whole, rest) = cells(eighths, has_eighths);
        let body = "█".repeat(cell - 1);
        let mut y = bottom;
        for _ in 0..whole {
            y -= 1;
            put(buffer, area, x, y, &body, ui.theme.text);
        }
        if let Some(top) = rest {
            y -= 1;
            put(
                buffer,
                area,
                x,
                y,
                &top.to_string().repeat(cell - 1),
                ui.theme.text,
            );
        }
        put(buffer, area, x, y - 1, &of_cell(&bar.text), ui.theme.text);
    }
}

/// How many eighths of a cell a size is high; something that is there shows.
fn eighths(size: i64, most: i64, high: i64) -> i64 {
    if size <= 0 || most <= 0 {
        return 0;
    }
    let exact = i128::from(size) * i128::from(high) * 8 / i128::from(most);
    i64::try_from(exact).unwrap_or(0).max(1)
}

/// Whole cells, and what stands on top of them.
fn cells(eighths: i64, has_eighths: bool) -> (i64, Option<char>) {
    if !has_eighths {
        return ((eighths + 4) / 8, None);
    }
    let top = usize::try_from(eighths % 8).unwrap_or(0);
    (
        eighths / 8,
        top.checked_sub(1)
            .and_then(|place| EIGHTHS.get(place))
            .copied(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_are_to_scale_and_never_above_the_room() {
        assert_eq!(eighths(100, 100, 4), 32);
        assert_eq!(eighths(50, 100, 4), 16);
        assert_eq!(eighths(1, 1_000_000, 4), 1);
        assert_eq!(eighths(0, 100, 4), 0);
        assert_eq!(eighths(0, 0, 4), 0);
        assert_eq!(cells(17, true), (2, Some('▁')));
        assert_eq!(cells(16, true), (2, None));
        assert_eq!(cells(20, false), (3, None));
        assert_eq!(cells(1, false), (0, None));
    }
}
