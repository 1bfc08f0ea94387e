//! A document in fields: entered, or corrected over the version that was seen.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::tree;
use crate::domain::document::{Document, DocumentKind, cited, find};
use crate::domain::error::Error;
use crate::domain::id::DocumentId;
use crate::domain::typed_date::Toward;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::asked::Asked;
use crate::ui::screens::editing::{Pressed, Typed, answer, paint, pressed};
use crate::ui::sent::Sent;
use crate::ui::widgets::form::{Form as Fields, Kind as Field, Row};
use crate::ui::widgets::narrow::Item;
use crate::work::request::documents::{Ask, Draft, Told};
use crate::work::request::{Answer, Request};

/// The name of the draft of a new document; of one that is there, its number follows.
const PLACE: &str = "document";

/// The fields of single bases; more stand behind one another in one field.
const BASES: [&str; 2] = ["basis", "basis2"];

/// The field of the setting: what is reported done need not be confirmed.
const SKIPS: &str = "skips";

/// The form of a document.
pub struct Form {
    seen: Option<Document>,
    fields: Fields,
    typed: Typed,
    sent: Sent<Draft>,
}

impl Form {
    /// For this document, or for a new one.
    #[must_use]
    pub fn new(seen: Option<Document>) -> Self {
        Self {
            seen,
            fields: Fields::default(),
            typed: Typed::default(),
            sent: Sent::default(),
        }
    }

    fn blank(&self, ui: &Ui) -> Fields {
        let t = &ui.t.documents;
        let kinds: Arc<[Item]> = DocumentKind::all()
            .map(|it| Item::text(it.word()))
            .collect();
        let documents = ui.facts.documents.iter();
        let own = self.seen.as_ref().map(|seen| seen.id);
        let documents: Arc<[Item]> = documents
            .filter(|document| Some(document.id) != own)
            .map(|it| Item::new(it.id.0.to_string(), &it.code, &tree::name(it, ui.t)))
            .collect();
        let basis = |name, label| Row::new(name, label, Field::Choice(Arc::clone(&documents)));
        let mut rows = vec![
            Row::new("number", t.number, Field::Text).needed(),
            Row::new("kind", t.kind, Field::Suggest(kinds)),
            Row::new("date", t.date, Field::Date(Toward::Past)),
            Row::new("issuer", t.issuer, Field::Text),
            Row::new("summary", t.summary, Field::Text),
            basis("basis", t.basis),
            basis("basis2", t.next_basis),
            Row::new("bases", t.more_bases, Field::Text),
            Row::new(SKIPS, t.no_confirmation, Field::Flag),
        ];
        if let Some(seen) = &self.seen {
            for row in &mut rows {
                row.set(&stands(seen, row.name, ui));
            }
        }
        // The setting is the administrators', the rest is who enters documents'.
        let role = ui.facts.user.role;
        rows.retain(|row| match row.name {
            SKIPS => role.keeps_frame(),
            _ => role.enters_tasks(),
        });
        Fields::new(rows)
    }

    /// What the fields say; the text that names no document where one does not.
    fn draft(&self, ui: &Ui) -> Result<Draft, Error> {
        let there = self.seen.as_ref().map(Draft::of).unwrap_or_default();
        let skips_confirmation = match self.fields.row(SKIPS) {
            Some(_) => self.fields.is_set(SKIPS),
            None => there.skips_confirmation,
        };
        if self.fields.row("number").is_none() {
            return Ok(Draft {
                skips_confirmation,
                ..there
            });
        }
        let value = |name| self.fields.value(name);
        let mut bases = Vec::new();
        for name in BASES {
            let id = value(name).parse().ok().map(DocumentId);
            bases.extend(id.filter(|id| ui.facts.document(*id).is_some()));
        }
        let more = value("bases");
        for text in more.split(';').filter(|text| !text.trim().is_empty()) {
            bases.push(cited(&ui.facts.documents, text)?.id);
        }
        Ok(Draft {
            number: value("number"),
            kind: value("kind"),
            date: self.fields.day("date", ui),
            issuer: value("issuer"),
            summary: value("summary"),
            bases,
            skips_confirmation,
        })
    }

    fn save(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let draft = match self.draft(ui) {
            Ok(draft) => draft,
            Err(error) => {
                self.fields.go_to("bases");
                let sentence = (ui.t.errors.sentence)(&error);
                return vec![Effect::Say(Message::refusal(sentence))];
            }
        };
        if self.seen.as_ref().map(Draft::of).as_ref() == Some(&draft) {
            let text = ui.t.documents.unchanged;
            return vec![Effect::Say(Message::refusal(text))];
        }
        let key = self.sent.key_for(draft.clone());
        vec![Effect::Ask(Request::Documents(Ask::Save {
            key,
            seen: self.seen.clone().map(Box::new),
            draft,
        }))]
    }

    /// The name of its draft.
    fn place(&self) -> String {
        match &self.seen {
            Some(seen) => format!("{PLACE}:{}", seen.id.0),
            None => PLACE.to_owned(),
        }
    }
}

/// What stands in a document, as the value of the field of that name.
fn stands(document: &Document, name: &str, ui: &Ui) -> String {
    let basis = |place: usize| {
        let basis = document.bases.get(place);
        basis.map_or_else(String::new, |id| id.0.to_string())
    };
    match name {
        "number" => document.symbol.clone(),
        "kind" => document.kind.clone(),
        "date" => document.date.map_or_else(String::new, format::date),
        "issuer" => document.issuer.clone(),
        "summary" => document.summary.clone(),
        "basis" => basis(0),
        "basis2" => basis(1),
        "bases" => {
            let more = document.bases.iter().skip(BASES.len());
            let codes = more.filter_map(|id| find(&ui.facts.documents, *id));
            let codes: Vec<&str> = codes.map(|it| it.code.as_str()).collect();
            codes.join("; ")
        }
        SKIPS if document.skips_confirmation => "1".to_owned(),
        _ => String::new(),
    }
}

impl Screen for Form {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        let t = &ui.t.documents;
        match &self.seen {
            Some(seen) => format!("{} {}", t.correct, seen.code),
            None => t.new.to_owned(),
        }
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        self.fields = self.blank(ui);
        self.typed = Typed::open(self.place(), &mut self.fields, ui);
        Vec::new()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match pressed(&mut self.fields, action, None, ui) {
            Pressed::Leave => self.typed.leave(&self.fields),
            Pressed::Save => self.save(ui),
            Pressed::Taken(effects) => effects,
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        let Request::Documents(Ask::Save { key, .. }) = question else {
            return Vec::new();
        };
        if !self.sent.is(key) {
            return Vec::new();
        }
        let Ok(Answer::Documents(Told::Saved(_))) = reply else {
            return Vec::new();
        };
        let _ = self.sent.answered();
        let name = match &self.seen {
            Some(seen) => seen.code.clone(),
            None => self.fields.value("number"),
        };
        vec![
            Effect::Fetch(Request::Facts),
            self.typed.forget(),
            Effect::Say(Message::plain((ui.t.documents.saved)(&name))),
            Effect::Choose(Outcome::Saved(Vec::new())),
        ]
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        paint("", &mut self.fields, &[], area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.documents.form_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.fields)]
    }

    fn topic(&self) -> Topic {
        Topic::Documents
    }
}

impl Asked for Form {
    fn fields_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }
}
