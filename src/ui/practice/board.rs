//! The list of drills: what each trains, the fewest keys, one's own results.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Wish;
use super::drills::DRILLS;
use super::records::{Record, Records, Score};
use crate::ui::action::Action;
use crate::ui::canvas::{fit, pad_left, put, width, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Screen, Topic, Ui};

/// The sample's numbers have four digits.
const NUMBER: i64 = 1234;
/// The cells of a result, with the blank before it.
const SCORE: usize = 11;

/// The list of drills.
pub struct Board {
    records: Records,
    at: usize,
}

impl Board {
    /// With these results, at this drill.
    pub(super) fn new(records: Records, at: usize) -> Self {
        Self { records, at }
    }

    fn draw_row(&self, place: usize, area: Rect, y: u16, buffer: &mut Buffer, ui: &Ui) {
        let t = &ui.t.practice;
        let (Some(drill), Some(words)) = (DRILLS.get(place), t.drills.get(place)) else {
            return;
        };
        let is_here = place == self.at;
        let (marker, style) = if is_here {
            (">", ui.theme.focus)
        } else {
            (" ", ui.theme.key)
        };
        put(buffer, area, 1, y, marker, ui.theme.text);
        put(buffer, area, 2, y, &drill.key.to_string(), style);
        let columns = columns(area, ui);
        let title = title_cells(area, columns.len());
        put(buffer, area, 4, y, &fit(words.title, title), ui.theme.text);
        let record = self.records.of(place);
        let mut text = pad_left(&drill.shortest(NUMBER).to_string(), width(t.shortest));
        for (_, score) in columns {
            let score = score(&record);
            let shown = score.map_or_else(String::new, |it| (t.score)(it.keys, it.millis));
            text.push_str(&pad_left(&shown, SCORE));
        }
        put(buffer, area, x_of(title), y, &text, ui.theme.text);
    }
}

/// A column of results: its heading, and which result stands there.
type Column = (&'static str, fn(&Record) -> Option<Score>);

/// The columns for which there is room; a narrow window shows the best of all.
fn columns(area: Rect, ui: &Ui) -> Vec<Column> {
    let t = &ui.t.practice;
    if area.width < 76 {
        return vec![(t.best, Record::ever)];
    }
    vec![
        (t.last, |record| record.last),
        (t.best, |record| record.best),
        (t.former, |record| record.former),
    ]
}

/// The cells of a title beside so many columns of results.
fn title_cells(area: Rect, columns: usize) -> usize {
    usize::from(area.width).saturating_sub(4 + 1 + 8 + columns * SCORE + 1)
}

fn x_of(title: usize) -> u16 {
    u16::try_from(4 + title + 1).unwrap_or(u16::MAX)
}

impl Screen for Board {
    fn context(&self) -> Context {
        Context::Practice
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.practice.title.to_owned()
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        match action {
            Action::Close => {
                let outcome = Outcome::Practised(self.records.kept());
                return vec![Effect::Choose(outcome)];
            }
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(DRILLS.len() - 1),
            Action::First | Action::PageUp => self.at = 0,
            Action::Last | Action::PageDown => self.at = DRILLS.len() - 1,
            Action::Digit(digit) => {
                // The digits stand as on the keyboard: 1 to 9, then 0.
                self.at = usize::from((digit + 9) % 10);
                return vec![Effect::Coach(Wish::Begin(self.at))];
            }
            Action::Enter => return vec![Effect::Coach(Wish::Begin(self.at))],
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.practice;
        let room = usize::from(area.width).saturating_sub(3).max(1);
        let mut y = 0;
        // The ten drills come first; the explanation needs more rows than a small window has.
        if area.height >= 18 {
            y = 1;
            for piece in wrap(t.opening, room) {
                put(buffer, area, 2, y, &piece, ui.theme.text);
                y += 1;
            }
            y += 1;
        }
        let columns = columns(area, ui);
        let mut heading = t.shortest.to_owned();
        for (column, _) in &columns {
            heading.push_str(&pad_left(column, SCORE));
        }
        let x = x_of(title_cells(area, columns.len()));
        put(buffer, area, x, y, &heading, ui.theme.heading);
        let first = y + 1;
        for (y, place) in (first..).zip(0..DRILLS.len()) {
            self.draw_row(place, area, y, buffer, ui);
        }
        let line = first + u16::try_from(self.at).unwrap_or(0);
        (line < area.height && area.width > 2).then(|| Position::new(area.x + 2, area.y + line))
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.practice.hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Practice
    }
}
