//! Whether a window is to be removed: asked over the table, since one key removes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::told;
use crate::domain::report_window::Window;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Reply, Screen, Topic, Ui};
use crate::ui::screens::question;
use crate::ui::sent::Sent;
use crate::work::request::windows::{Ask, Told};
use crate::work::request::{Answer, Request};

/// The question about one window.
pub(super) struct Removal {
    seen: Window,
    sent: Sent<Window>,
}

impl Removal {
    /// About this window, as it was seen.
    pub fn new(seen: Window) -> Self {
        Self {
            seen,
            sent: Sent::default(),
        }
    }

    fn save(&mut self) -> Vec<Effect> {
        let key = self.sent.key_for(self.seen.clone());
        let (set, remove) = (Vec::new(), vec![self.seen.clone()]);
        vec![Effect::Ask(Request::Windows(Ask::Save {
            key,
            seen: Vec::new(),
            set,
            remove,
        }))]
    }
}

impl Screen for Removal {
    fn context(&self) -> Context {
        Context::Asking
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.windows.remove.to_owned()
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        match action {
            Action::DoIt => self.save(),
            Action::Back | Action::Close => vec![Effect::Close],
            _ => vec![Effect::Useless],
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        let Request::Windows(Ask::Save { key, .. }) = question else {
            return Vec::new();
        };
        if !self.sent.is(key) {
            return Vec::new();
        }
        let _ = self.sent.answered();
        let mut effects = match answer {
            Ok(Answer::Windows(Told::Saved(saved))) => told(saved.set, saved.removed, ui),
            // Somebody was faster: the table shows it as it is now.
            _ => vec![Effect::Fetch(Request::Facts)],
        };
        effects.push(Effect::Close);
        effects
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let text = (ui.t.windows.question)(&self.seen.name);
        question::paint(&text, area, buffer, ui)
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn topic(&self) -> Topic {
        Topic::Windows
    }
}
