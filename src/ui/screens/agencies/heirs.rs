//! The document by which all that waits goes to the sole successors of its leads.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::confirm;
use super::orphans::to_heirs;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::editing::{Typed, answer, paint};
use crate::ui::widgets::form::{Form as Fields, Heard, Kind as Field, Row};
use crate::work::request::{OperationKey, Request};

/// The name of its draft.
const PLACE: &str = "to_heirs";

/// Asks for the document.
#[derive(Default)]
pub struct ToHeirs {
    fields: Fields,
    typed: Typed,
    asked: Option<OperationKey>,
}

impl ToHeirs {
    fn rehearse(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let key = OperationKey::fresh();
        self.asked = Some(key.clone());
        vec![Effect::Ask(Request::HandOver {
            key,
            rule: to_heirs(),
            document: self.fields.value("document"),
            is_rehearsal: true,
        })]
    }
}

impl Screen for ToHeirs {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.agencies.screens.to_heirs.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let label = ui.t.agencies.screens.document;
        self.fields = Fields::new(vec![Row::new("document", label, Field::Text).needed()]);
        self.typed = Typed::open(PLACE.to_owned(), &mut self.fields, ui);
        Vec::new()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Back | Action::Close => return self.typed.leave(&self.fields),
            Action::DoIt => return self.rehearse(ui),
            _ => {}
        }
        match self.fields.act(action, None, ui) {
            Heard::Finished => self.rehearse(ui),
            heard => answer(heard, &mut self.fields, ui),
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        let Request::HandOver {
            key,
            rule,
            document,
            is_rehearsal: true,
        } = question
        else {
            return Vec::new();
        };
        if self.asked.as_ref() != Some(key) {
            return Vec::new();
        }
        let Ok(would) = reply else { return Vec::new() };
        let request = Request::HandOver {
            key: key.clone(),
            rule: rule.clone(),
            document: document.clone(),
            is_rehearsal: false,
        };
        let confirm = confirm::of_agencies(ui.t.agencies.screens.to_heirs, would, request, ui);
        confirm.map(Effect::Open).into_iter().collect()
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        match outcome {
            Outcome::Saved(_) => vec![
                Effect::Remember(self.fields.filled()),
                self.typed.forget(),
                Effect::Choose(outcome),
            ],
            _ => Vec::new(),
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        paint("", &mut self.fields, &[], area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.agencies.screens.form_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.fields)]
    }

    fn topic(&self) -> Topic {
        Topic::Keeping
    }
}
