//! Values from a file: which file; what was read shows before anything is written.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::preview::Preview;
use super::told;
use crate::domain::interval::{Every, Interval};
use crate::domain::measure::Fault;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::editing::{Typed, answer, paint};
use crate::ui::widgets::form::{Form as Fields, Heard, Kind as Field, Row};
use crate::work::request::Request;
use crate::work::request::measures::{Ask, Told, What};

/// The form that asks for a file.
pub struct Import {
    what: What,
    fields: Fields,
    typed: Typed,
    asked: Option<Ask>,
}

impl Import {
    /// Of values of this kind.
    #[must_use]
    pub fn new(what: What) -> Self {
        Self {
            what,
            fields: Fields::default(),
            typed: Typed::default(),
            asked: None,
        }
    }

    fn read(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let typed = self.fields.value("interval");
        let interval = Interval::read(&typed, Every::Month, ui.facts.today);
        if interval.is_none() && !typed.is_empty() {
            let fault = Fault::BadInterval(typed);
            return vec![Effect::Say(Message::refusal((ui.t.measures.fault)(&fault)))];
        }
        let path = self.fields.value("path");
        let ask = Ask::Read {
            path: PathBuf::from(&path),
            what: self.what,
            interval,
        };
        self.asked = Some(ask.clone());
        let typed = vec![("measures_path".to_owned(), path)];
        vec![Effect::Remember(typed), Effect::Ask(Request::Measures(ask))]
    }
}

impl Screen for Import {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.measures.form.import_title.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let [path, interval] = ui.t.measures.form.import_fields;
        self.fields = Fields::new(vec![
            Row::new("path", path, Field::Text).needed(),
            Row::new("interval", interval, Field::Text).wide(24),
        ]);
        let place = match self.what {
            What::Caseload => "caseload_file".to_owned(),
            What::Readings(None) => "readings_file".to_owned(),
            What::Readings(Some(indicator)) => format!("readings_file:{}", indicator.0),
        };
        self.typed = Typed::open(place, &mut self.fields, ui);
        Vec::new()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Back | Action::Close => return self.typed.leave(&self.fields),
            Action::DoIt => return self.read(ui),
            _ => {}
        }
        match self.fields.act(action, None, ui) {
            Heard::Finished => self.read(ui),
            heard => answer(heard, &mut self.fields, ui),
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        let Some(ask) = self.asked.clone() else {
            return Vec::new();
        };
        if let Some(Told::Read(read)) = told(question, &reply, &ask) {
            self.asked = None;
            return vec![Effect::Open(Box::new(Preview::new(read, self.what, ui)))];
        }
        Vec::new()
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        if let Outcome::Saved(_) = outcome {
            return vec![self.typed.forget(), Effect::Close];
        }
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        paint("", &mut self.fields, &[], area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.measures.form.import_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.fields)]
    }

    fn topic(&self) -> Topic {
        Topic::Measures
    }
}
