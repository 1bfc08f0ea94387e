//! The result of a drill: keys and seconds, the shortest way, and where to go on.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Wish;
use super::drills::DRILLS;
use super::records::{Record, Score};
use crate::ui::action::Action;
use crate::ui::canvas::{clear, put, rows, rule, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Screen, Topic, Ui};

/// The result of a drill.
pub struct Finish {
    place: usize,
    number: i64,
    score: Score,
    record: Record,
    /// Keys that were read before it was drawn were meant for the drill.
    is_shown: bool,
}

impl Finish {
    /// Of this drill, whose first task has this number.
    pub(super) fn new(place: usize, number: i64, score: Score, record: Record) -> Self {
        Self {
            place,
            number,
            score,
            record,
            is_shown: false,
        }
    }

    fn is_last(&self) -> bool {
        self.place + 1 >= DRILLS.len()
    }

    fn lines(&self, ui: &Ui) -> Vec<String> {
        let t = &ui.t.practice;
        let Some(drill) = DRILLS.get(self.place) else {
            return Vec::new();
        };
        let shortest = drill.shortest(self.number);
        let mut lines = vec![(t.done)(drill.key, self.score.keys, self.score.millis)];
        lines.push((t.way)(shortest, &drill.spelled(self.number, t.own_text)));
        if self.score.keys <= shortest {
            lines.push(t.is_shortest.to_owned());
        }
        if let Some(best) = self.record.ever() {
            lines.push((t.own_best)(best.keys, best.millis));
        }
        lines
    }
}

impl Screen for Finish {
    fn context(&self) -> Context {
        Context::Page
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.practice.result.to_owned()
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        if !self.is_shown {
            return Vec::new();
        }
        let wish = match action {
            Action::Enter if self.is_last() => Wish::Begin(0),
            Action::Enter => Wish::Begin(self.place + 1),
            Action::Refresh => Wish::Begin(self.place),
            Action::Back | Action::Close => Wish::List,
            _ => return vec![Effect::Useless],
        };
        vec![Effect::Coach(wish)]
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        self.is_shown = true;
        let room = usize::from(area.width).saturating_sub(2).max(1);
        let lines = self.lines(ui).into_iter().enumerate();
        let lines: Vec<(usize, String)> = lines
            .flat_map(|(place, line)| wrap(&line, room).into_iter().map(move |it| (place, it)))
            .collect();
        // What the drill led to stays in sight above it.
        let high = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX);
        let area = rows(area, area.height.saturating_sub(high), high);
        clear(buffer, area);
        rule(buffer, area, 0, ui.theme.rule);
        for (y, (place, line)) in (1..).zip(&lines) {
            let style = if *place == 0 {
                ui.theme.title
            } else {
                ui.theme.text
            };
            put(buffer, area, 1, y, line, style);
        }
        None
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.practice;
        Some(
            if self.is_last() {
                t.next_is_first
            } else {
                t.next
            }
            .to_owned(),
        )
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn topic(&self) -> Topic {
        Topic::Practice
    }
}
