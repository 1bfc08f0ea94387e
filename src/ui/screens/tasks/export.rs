//! Xuất: the tasks that a list shows, into a file; which name, and then where it lies.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::query::Query;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens::editing::{Pressed, answer, paint, pressed};
use crate::ui::widgets::form::{Form, Kind, Row};
use crate::work::request::{Answer, Existing, Request};

/// The form that asks for a name.
pub struct Export {
    query: Query,
    fields: Form,
    asked: Option<Request>,
}

impl Export {
    /// Of what this query finds.
    #[must_use]
    pub fn new(query: Query) -> Self {
        Self {
            query,
            fields: Form::default(),
            asked: None,
        }
    }

    fn write_file(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let request = Request::Export {
            path: PathBuf::from(self.fields.value("path")),
            query: self.query.clone(),
            existing: Existing::Keep,
        };
        self.asked = Some(request.clone());
        vec![Effect::Ask(request)]
    }
}

impl Screen for Export {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.door.export_title.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let name = format!("nhiem-vu-{}.xlsx", ui.facts.today);
        let path = Row::new("path", ui.t.door.export_name, Kind::Text);
        self.fields = Form::new(vec![path.needed().with(&name)]);
        Vec::new()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match pressed(&mut self.fields, action, None, ui) {
            Pressed::Leave => vec![Effect::Close],
            Pressed::Save => self.write_file(ui),
            Pressed::Taken(effects) => effects,
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        if self.asked.as_ref() != Some(question) {
            return Vec::new();
        }
        self.asked = None;
        let (Request::Export { path, .. }, Ok(Answer::Exported(rows, seal))) = (question, reply)
        else {
            return Vec::new();
        };
        let path = path.to_string_lossy();
        // At the door one line has room for how it is fetched; a workbook says in itself of which log it is.
        let told = if ui.facts.is_at_door {
            (ui.t.door.exported)(*rows, &path)
        } else {
            let said = (ui.t.console.exported)(*rows, &path);
            format!("{said} {}", (ui.t.proof.sealed)(&seal.short()))
        };
        vec![Effect::Close, Effect::Say(Message::plain(told))]
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let [anywhere, at_door] = ui.t.door.export_notes;
        let note = if ui.facts.is_at_door {
            at_door
        } else {
            anywhere
        };
        paint("", &mut self.fields, &[note.to_owned()], area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.door.export_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Export
    }
}
