//! Stands in until the real screen is there.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Screen, Topic, Ui};

/// Nothing.
pub struct Placeholder;

impl Screen for Placeholder {
    fn context(&self) -> Context {
        Context::Page
    }
    fn title(&self, _: &Ui) -> String {
        String::new()
    }
    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            _ => vec![Effect::Useless],
        }
    }
    fn draw(&mut self, _: Rect, _: &mut Buffer, _: &Ui) -> Option<Position> {
        None
    }
    fn topic(&self) -> Topic {
        Topic::Help
    }
}
