//! One document: what it is, its chain drawn as a tree both ways, its tasks, what was done to it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::Form;
use super::list::{may_not_correct, refused};
use super::tree;
use crate::domain::change::News;
use crate::domain::document::Direction;
use crate::domain::id::DocumentId;
use crate::domain::query::{Anchor, Filter, Query};
use crate::domain::task::Task;
use crate::lang::format::{self, number};
use crate::ui::action::Action;
use crate::ui::canvas::fit;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Reply, Screen, Topic, Ui};
use crate::ui::screens::{self, entries};
use crate::ui::widgets::pages::{Lines, Pages};
use crate::work::request::documents::{Ask, DocumentSheet, Told};
use crate::work::request::{Answer, Request};

/// So many of its tasks stand on the page; Enter opens the list of all.
const TASKS: usize = 12;

/// Where the texts behind the labels begin.
const INDENT: usize = 17;

/// The page of a document.
pub struct Sheet {
    id: DocumentId,
    sheet: Option<Box<DocumentSheet>>,
    tasks: Vec<Task>,
    lines: Lines,
    pages: Pages,
    wide: u16,
}

impl Sheet {
    /// Of this document.
    #[must_use]
    pub fn new(id: DocumentId) -> Self {
        Self {
            id,
            sheet: None,
            tasks: Vec::new(),
            lines: Lines::default(),
            pages: Pages::default(),
            wide: 0,
        }
    }

    fn ask(&self) -> Request {
        Request::Documents(Ask::Sheet { id: self.id })
    }

    fn query(&self) -> Query {
        Query {
            filter: Filter {
                documents: vec![self.id],
                ..Filter::default()
            },
            ..Query::default()
        }
    }

    fn ask_tasks(&self) -> Request {
        Request::Page {
            query: self.query(),
            anchor: Anchor::First,
            limit: TASKS,
        }
    }

    fn write(&mut self, wide: u16, ui: &Ui) {
        self.wide = wide;
        self.lines = Lines::default();
        let Some(sheet) = &self.sheet else { return };
        let (t, room) = (&ui.t.documents, usize::from(wide).saturating_sub(1));
        let lines = &mut self.lines;
        let document = &sheet.document;
        let name = tree::name(document, ui.t);
        lines.labelled(" ", &name, 1, room, ui.theme.title);
        if !document.summary.is_empty() {
            lines.labelled(" ", &document.summary, 1, room, ui.theme.text);
        }
        lines.push("", ui.theme.text);
        let count = |count: i64| number(count, ui.t.language);
        let counts = &sheet.counts;
        let confirmation = if document.skips_confirmation { 1 } else { 0 };
        let twins = ui
            .facts
            .documents
            .iter()
            .filter(|it| it.is_same_as(document));
        let twins: Vec<&str> = twins.map(|it| it.code.as_str()).collect();
        let facts = [
            (t.code, document.code.clone()),
            (t.issuer, document.issuer.clone()),
            (
                t.confirmation_label,
                t.confirmation
                    .get(confirmation)
                    .copied()
                    .unwrap_or_default()
                    .to_owned(),
            ),
            (
                t.tasks,
                (t.counts)(&count(counts.all), &count(counts.open), &count(counts.late)),
            ),
            (t.twins, twins.join(", ")),
        ];
        for (label, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            lines.labelled(&format!("  {label}"), value, INDENT, room, ui.theme.text);
        }
        for (label, direction, none) in [
            (t.rests_on, Direction::Bases, t.no_bases),
            (t.carries, Direction::Dependents, ""),
        ] {
            let branches = tree::lines(self.id, direction, ui.facts, ui.t);
            if branches.is_empty() && none.is_empty() {
                continue;
            }
            lines.push("", ui.theme.text);
            lines.push(format!(" {label}"), ui.theme.heading);
            if branches.is_empty() {
                lines.push(format!("  {none}"), ui.theme.text);
            }
            for branch in branches {
                lines.push(
                    format!("  {}", fit(&branch, room.saturating_sub(2))),
                    ui.theme.text,
                );
            }
        }
        self.write_tasks(room, ui);
        self.write_log(room, ui);
    }

    fn write_tasks(&mut self, room: usize, ui: &Ui) {
        if self.tasks.is_empty() {
            return;
        }
        let lines = &mut self.lines;
        lines.push("", ui.theme.text);
        lines.push(format!(" {}", ui.t.documents.tasks), ui.theme.heading);
        for task in &self.tasks {
            let agency = ui.facts.agency(task.agency);
            let agency = agency.map_or(ui.t.terms.no_agency, |it| it.code.as_str());
            let due = task.due.map_or_else(String::new, format::short_date);
            let condition = (ui.t.terms.condition)(ui.facts.day().judge(task));
            let text = format!("#{} {agency} {due} {condition} · {}", task.id.0, task.title);
            let text = fit(&text, room.saturating_sub(2));
            lines.push(format!("  {text}"), ui.theme.text);
        }
    }

    fn write_log(&mut self, room: usize, ui: &Ui) {
        let Some(sheet) = &self.sheet else { return };
        self.lines.push("", ui.theme.text);
        self.lines
            .push(format!(" {}", ui.t.log.heading), ui.theme.heading);
        for change in &sheet.log {
            entries::write(&mut self.lines, change, room, ui);
        }
    }
}

impl Screen for Sheet {
    fn context(&self) -> Context {
        Context::Document
    }

    fn title(&self, ui: &Ui) -> String {
        let document = ui.facts.document(self.id);
        let code = document.map_or("", |document| document.code.as_str());
        format!("{} {code}", ui.t.documents.title)
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Ask(self.ask()), Effect::Fetch(self.ask_tasks())]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            Action::Refresh => vec![Effect::Ask(self.ask()), Effect::Fetch(self.ask_tasks())],
            Action::Enter => {
                let words = ui
                    .facts
                    .document(self.id)
                    .map(|it| format!("vb:{}", it.code));
                let words = words.unwrap_or_default();
                vec![Effect::Open(screens::tasks(self.query(), words, None))]
            }
            Action::Edit if may_not_correct(ui) => refused(ui),
            Action::Edit => match &self.sheet {
                Some(sheet) => {
                    let document = sheet.document.clone();
                    vec![Effect::Open(Box::new(Form::new(Some(document))))]
                }
                None => vec![Effect::Useless],
            },
            _ if self.pages.act(action, self.lines.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        match answer {
            Ok(Answer::Documents(Told::Sheet(sheet))) if *question == self.ask() => {
                self.sheet = Some(sheet.clone());
                self.write(self.wide, ui);
                Vec::new()
            }
            Ok(Answer::Page(page)) if *question == self.ask_tasks() => {
                self.tasks.clone_from(&page.tasks);
                self.write(self.wide, ui);
                Vec::new()
            }
            // What it rests on is among the facts.
            Ok(Answer::Facts(_)) => vec![Effect::Fetch(self.ask())],
            Ok(Answer::Saved(_) | Answer::Documents(Told::Saved(_))) => {
                vec![Effect::Fetch(self.ask()), Effect::Fetch(self.ask_tasks())]
            }
            Err(_) if *question == self.ask() && self.sheet.is_some() => vec![Effect::Close],
            _ => Vec::new(),
        }
    }

    fn news(&mut self, news: &News, _: &Ui) -> Vec<Effect> {
        if news.facts || news.is_much || !news.tasks.is_empty() {
            return vec![Effect::Fetch(self.ask()), Effect::Fetch(self.ask_tasks())];
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if area.width != self.wide {
            self.write(area.width, ui);
        }
        self.pages.draw(&self.lines, area, buffer)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.documents.sheet_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Documents
    }
}
