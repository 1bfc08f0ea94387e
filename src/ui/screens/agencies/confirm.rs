//! What will happen to agencies, tasks, accounts or the calendar, before F10 does it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::told;
use crate::domain::error::Error;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::widgets::pages::{Lines, Pages};
use crate::work::request::{Answer, Request};

/// A list of what will happen, and the request that does it.
pub struct Confirm {
    title: String,
    told: Vec<String>,
    /// Under one key: sent again after a lost answer it does no harm.
    request: Request,
    lines: Lines,
    pages: Pages,
    wide: u16,
}

impl Confirm {
    /// With what was rehearsed, and the request that is no rehearsal.
    #[must_use]
    pub fn new(title: String, told: Vec<String>, request: Request) -> Self {
        Self {
            title,
            told,
            request,
            lines: Lines::default(),
            pages: Pages::default(),
            wide: 0,
        }
    }

    fn write(&mut self, wide: u16, ui: &Ui) {
        self.wide = wide;
        self.lines = Lines::default();
        let room = usize::from(wide).saturating_sub(1);
        for text in &self.told {
            self.lines.labelled("- ", text, 2, room, ui.theme.text);
        }
    }
}

impl Screen for Confirm {
    fn context(&self) -> Context {
        Context::Confirm
    }

    fn title(&self, ui: &Ui) -> String {
        (ui.t.agencies.screens.confirm)(&self.title)
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            Action::DoIt => vec![Effect::Ask(self.request.clone())],
            _ if self.pages.act(action, self.lines.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        if *question != self.request {
            return Vec::new();
        }
        let t = &ui.t.agencies.told;
        let said = match answer {
            Ok(Answer::Reorganised(done)) if done.is_later => t.later.to_owned(),
            Ok(Answer::Reorganised(done)) => told::done(done, t),
            Ok(Answer::Days(done)) => (t.days)(done.set.len(), done.removed.len(), done.moved),
            // What was rehearsed is not so any more: it is looked at again in the form beneath.
            Err(error) if matches!(**error, Error::DayChanged(..)) => return vec![Effect::Close],
            _ => return Vec::new(),
        };
        vec![
            Effect::Fetch(Request::Facts),
            Effect::Say(Message::plain(said)),
            Effect::Choose(Outcome::Saved(Vec::new())),
        ]
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if area.width != self.wide {
            self.write(area.width, ui);
        }
        self.pages.draw(&self.lines, area, buffer)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.agencies.screens.confirm_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Keeping
    }
}

/// The confirm list of a rehearsal of agencies.
#[must_use]
pub fn of_agencies(
    title: &str,
    answer: &Answer,
    request: Request,
    ui: &Ui,
) -> Option<Box<dyn Screen>> {
    let Answer::Reorganised(would) = answer else {
        return None;
    };
    let told = told::lines(would, ui.facts, ui.t);
    Some(Box::new(Confirm::new(title.to_owned(), told, request)))
}
