//! Xuất: the report that is on the screen, into a file; which name, and then where it lies.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::report::Spec;
use crate::domain::report_form::ReportForm;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens::editing::{Pressed, answer, paint, pressed};
use crate::ui::widgets::form::{Form, Kind, Row};
use crate::work::request::report_files::{Ask, Language};
use crate::work::request::{Answer, Existing, Request};

/// The form that asks for a name.
pub(in crate::ui) struct ToFile {
    spec: Spec,
    fields: Form,
    asked: Option<Request>,
}

/// The name that is offered: `bao-cao-completion-2023-06-15.xlsx`.
pub(in crate::ui) fn offered(spec: &Spec, today: NaiveDate) -> String {
    format!("bao-cao-{}-{today}.xlsx", spec.kind.code())
}

/// What writes a report under a name, all of its rows; none where the name says no form.
pub(in crate::ui) fn request(spec: &Spec, name: &str, language: Language) -> Option<Request> {
    Some(Request::WriteReport(Ask {
        path: PathBuf::from(name),
        form: ReportForm::of(Path::new(name))?,
        existing: Existing::Keep,
        specs: vec![Spec {
            limit: usize::MAX,
            ..spec.clone()
        }],
        title: None,
        language,
    }))
}

impl ToFile {
    /// Of this report.
    #[must_use]
    pub(super) fn new(spec: Spec) -> Self {
        Self {
            spec,
            fields: Form::default(),
            asked: None,
        }
    }

    fn write_file(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let name = self.fields.value("path");
        let Some(request) = request(&self.spec, &name, ui.t.language) else {
            let sentence = (ui.t.report.files.no_form)(&name);
            return vec![Effect::Say(Message::refusal(sentence))];
        };
        self.asked = Some(request.clone());
        vec![Effect::Ask(request)]
    }
}

impl Screen for ToFile {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.report.files.title.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let name = offered(&self.spec, ui.facts.today);
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
        let (Request::WriteReport(ask), Ok(Answer::ReportWritten { rows, seal })) =
            (question, reply)
        else {
            return Vec::new();
        };
        let path = ask.path.to_string_lossy();
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
        let [anywhere, at_door] = ui.t.report.files.notes;
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
