//! Xuất: what is on the screen, into a file; which name, and then where it lies.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::query::Query;
use crate::domain::report::Spec;
use crate::domain::report_form::ReportForm;
use crate::domain::seal::Seal;
use crate::lang::Words;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::editing::{Pressed, Typed, answer, paint, pressed};
use crate::ui::screens::filter::meaning;
use crate::ui::widgets::form::{Form, Kind, Row};
use crate::ui::widgets::narrow::Item;
use crate::work::request::report_files::Ask;
use crate::work::request::{Answer, Existing, Facts, Request, TaskTable};

/// The field that asks for what tasks go into a file.
const PURPOSE: &str = "purpose";

/// To be read; to be imported again.
const LIST: &str = "list";
const ANNEX: &str = "annex";

/// What goes into a file.
#[derive(Debug, Clone)]
pub(in crate::ui) enum Content {
    /// The tasks that a query finds.
    Tasks {
        /// Which.
        query: Query,
        /// As what.
        table: TaskTable,
    },
    /// A report.
    Report(Box<Spec>),
    /// The reports about some days, as one document.
    Period {
        /// What stands above them.
        title: String,
        /// The last of the days.
        to: NaiveDate,
        /// Each of them.
        specs: Vec<Spec>,
    },
}

impl Content {
    /// The tasks that a query finds, as a list of their own words.
    pub(in crate::ui) fn list(query: Query, facts: &Facts, t: &Words) -> Self {
        let asked = meaning::say(&query.filter, facts, t);
        let language = t.language;
        Self::Tasks {
            query,
            table: TaskTable::List { language, asked },
        }
    }

    /// The name that is offered: `bao-cao-completion-2023-06-15.xlsx`; a report that goes out is a document.
    fn offered(&self, today: NaiveDate) -> String {
        match self {
            Self::Tasks { .. } => format!("nhiem-vu-{today}.xlsx"),
            Self::Report(spec) => format!("bao-cao-{}-{today}.xlsx", spec.kind.code()),
            Self::Period { to, .. } => format!("bao-cao-ky-{to}.docx"),
        }
    }

    /// What writes it under a name, all of its rows; none where the name of a report says no form.
    pub(in crate::ui) fn request(&self, name: &str, t: &Words) -> Option<Request> {
        let path = PathBuf::from(name);
        let existing = Existing::Keep;
        let (title, specs) = match self {
            Self::Tasks { query, table } => {
                let (query, table) = (query.clone(), table.clone());
                return Some(Request::Export {
                    path,
                    query,
                    existing,
                    table,
                });
            }
            Self::Report(spec) => (None, vec![(**spec).clone()]),
            Self::Period { title, specs, .. } => (Some(title.clone()), specs.clone()),
        };
        let whole = |spec| Spec {
            limit: usize::MAX,
            ..spec
        };
        Some(Request::WriteReport(Ask {
            path,
            form: ReportForm::of(Path::new(name))?,
            existing,
            specs: specs.into_iter().map(whole).collect(),
            title,
            language: t.language,
        }))
    }

    /// Asks for the name at a prompt.
    pub(in crate::ui) fn prompt(&self, t: &Words) -> &'static str {
        match self {
            Self::Tasks { .. } => t.door.export_prompt,
            Self::Report(_) | Self::Period { .. } => t.report.files.prompt,
        }
    }
}

/// How many rows were written, and as of which end of the log; none of another answer.
pub(in crate::ui) fn written(answer: &Answer) -> Option<(u64, &Seal)> {
    if let Answer::Exported(rows, seal) | Answer::ReportWritten { rows, seal } = answer {
        Some((*rows, seal))
    } else {
        None
    }
}

/// The form that asks for a name.
pub(super) struct ToFile {
    content: Content,
    fields: Form,
    typed: Typed,
    asked: Option<Request>,
}

impl ToFile {
    /// Of this.
    pub(super) fn new(content: Content) -> Self {
        Self {
            content,
            fields: Form::default(),
            typed: Typed::default(),
            asked: None,
        }
    }

    fn write_file(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let name = self.fields.value("path");
        let mut content = self.content.clone();
        if let Content::Tasks { table, .. } = &mut content
            && self.fields.value(PURPOSE) == ANNEX
        {
            *table = TaskTable::Annex;
        }
        let Some(request) = content.request(&name, ui.t) else {
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
        match self.content {
            Content::Tasks { .. } => ui.t.door.export_title,
            Content::Report(_) | Content::Period { .. } => ui.t.report.files.title,
        }
        .to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let name = self.content.offered(ui.facts.today);
        let path = Row::new("path", ui.t.door.export_name, Kind::Text);
        let mut rows = vec![path.needed().with(&name)];
        if matches!(self.content, Content::Tasks { .. }) {
            let t = &ui.t.list_file;
            let items = [Item::new(LIST, "1", t.list), Item::new(ANNEX, "2", t.annex)];
            let purpose = Row::new(PURPOSE, t.purpose, Kind::Choice(Arc::from(items)));
            rows.push(purpose.wide(30).needed().with(LIST));
        }
        self.fields = Form::new(rows);
        // A name for one file is none for another.
        self.typed = Typed::open(format!("to_file:{name}"), &mut self.fields, ui);
        Vec::new()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match pressed(&mut self.fields, action, None, ui) {
            Pressed::Leave => self.typed.leave(&self.fields),
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
        let Some((rows, seal)) = reply.ok().and_then(written) else {
            return Vec::new();
        };
        let name = self.fields.value("path");
        // At the door one line has room for how it is fetched; a workbook says in itself of which log it is.
        let told = if ui.facts.is_at_door {
            (ui.t.door.exported)(rows, &name)
        } else {
            let said = (ui.t.console.exported)(rows, &name);
            format!("{said} {}", (ui.t.proof.sealed)(&seal.short()))
        };
        vec![
            self.typed.forget(),
            Effect::Close,
            Effect::Say(Message::plain(told)),
        ]
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let [anywhere, at_door] = match self.content {
            Content::Tasks { .. } => ui.t.door.export_notes,
            Content::Report(_) | Content::Period { .. } => ui.t.report.files.notes,
        };
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

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.fields)]
    }

    fn topic(&self) -> Topic {
        Topic::Export
    }
}
