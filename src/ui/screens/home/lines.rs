//! The lines of home, each with its figure: which of them show, and how they are drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Home, figures, lines, own};
use crate::domain::concern::{Concern, Line};
use crate::lang::format::number;
use crate::ui::canvas::{fit, pad_left, put, width};
use crate::ui::screen::Ui;

/// A label is so wide at the most.
const LABEL: usize = 40;

impl Home {
    /// The places of the lines that show where there is room for so many: lines that count nothing give way, the
    /// last first, but for the one under the cursor.
    pub(super) fn visible(&self, room: usize, ui: &Ui) -> Vec<usize> {
        let lines = lines(ui);
        let mut left: Vec<usize> = (0..lines.len()).collect();
        let Some(figures) = &self.figures else {
            return left;
        };
        for place in (0..lines.len()).rev() {
            let counts = lines
                .get(place)
                .is_some_and(|(_, concern)| figures.count(*concern) != 0);
            if left.len() > room && !counts && place != self.at {
                left.retain(|other| *other != place);
            }
        }
        left
    }

    pub(super) fn draw_lines(
        &self,
        visible: &[usize],
        area: Rect,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> Option<Position> {
        let shown: Vec<(usize, Line)> = visible
            .iter()
            .filter_map(|place| Some((*place, *lines(ui).get(*place)?)))
            .collect();
        let most = shown
            .iter()
            .map(|(_, (_, concern))| width(&self.said(*concern, ui)));
        let most = most.max().unwrap_or(0);
        let digits = if area.width < 60 { most + 1 } else { 7 };
        let wide = usize::from(area.width)
            .saturating_sub(7 + digits)
            .min(LABEL);
        let here = shown.iter().position(|(place, _)| *place == self.at);
        // Low windows scroll to the line of the cursor.
        let first = here.map_or(0, |here| {
            (here + 1).saturating_sub(usize::from(area.height))
        });
        let mut cursor = None;
        for (y, (place, line)) in (0..area.height).zip(shown.into_iter().skip(first)) {
            let row = Rect {
                y: area.y + y,
                height: 1,
                ..area
            };
            if self.draw_line(line, place == self.at, [wide, digits], row, buffer, ui) {
                cursor = Some(Position::new(area.x + 2, row.y));
            }
        }
        cursor.filter(|_| area.width > 2)
    }

    /// The figure of a line; an ellipsis while it is not known.
    fn said(&self, concern: Concern, ui: &Ui) -> String {
        self.figures.as_ref().map_or_else(
            || "…".to_owned(),
            |figures| number(figures.count(concern), ui.t.language),
        )
    }

    /// True where the cursor stands on it.
    fn draw_line(
        &self,
        (digit, concern): Line,
        is_here: bool,
        [wide, digits]: [usize; 2],
        row: Rect,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> bool {
        let theme = &ui.theme;
        let mark = if is_here { ">" } else { " " };
        let focus = if is_here { theme.focus } else { theme.key };
        put(buffer, row, 1, 0, mark, theme.text);
        let digit = digit.map_or_else(|| " ".to_owned(), |digit| digit.to_string());
        put(buffer, row, 2, 0, &digit, focus);
        let label = fit(&figures::label(concern, ui), wide);
        put(buffer, row, 5, 0, &label, theme.text);
        let count = self.figures.as_ref().map(|it| it.count(concern));
        let style = match concern {
            Concern::Overdue if count > Some(0) => theme.overdue,
            _ => theme.text,
        };
        let x = u16::try_from(wide + 5).unwrap_or(u16::MAX);
        let said = pad_left(&self.said(concern, ui), digits);
        put(buffer, row, x, 0, &said, style);
        let is_own = own(ui).is_some();
        let note = self
            .figures
            .as_ref()
            .and_then(|it| figures::note(it, concern, is_own, ui));
        let note = note.filter(|note| wide + 15 + width(note) <= usize::from(row.width));
        let note = note.unwrap_or_default();
        put(buffer, row, x.saturating_add(10), 0, &note, theme.text);
        is_here
    }
}
