//! Whether the long work that runs shall end: asked over whatever one is at.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Screen, Topic, Ui};
use crate::ui::screens::question;

/// The question; it knows nothing but what runs now.
pub struct Stop;

impl Screen for Stop {
    fn context(&self) -> Context {
        Context::Asking
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.import.writing.stop.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        match ui.running {
            Some(_) => Vec::new(),
            None => vec![Effect::Close, nothing_runs(ui)],
        }
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            // It may have come to its end while the question stood there.
            Action::DoIt if ui.running.is_none() => vec![Effect::Close, nothing_runs(ui)],
            Action::DoIt => vec![Effect::Close, Effect::Cancel],
            Action::Back | Action::Close => vec![Effect::Close],
            _ => vec![Effect::Useless],
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.import;
        let text = ui
            .running
            .map_or(t.writing.nothing_runs, |it| it.question_to_end(ui.t));
        question::paint(text, area, buffer, ui)
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn topic(&self) -> Topic {
        Topic::Import
    }
}

fn nothing_runs(ui: &Ui) -> Effect {
    Effect::Say(Message::plain(ui.t.import.writing.nothing_runs))
}
