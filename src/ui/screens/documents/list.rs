//! The register: every document with how many tasks it has, is open, is late.

use std::collections::HashMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::Form;
use super::page;
use crate::domain::change::News;
use crate::domain::document::{Document, mentions};
use crate::domain::id::DocumentId;
use crate::lang::format::{self, number};
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens::agencies::rows::{Rows, row};
use crate::work::request::documents::{Ask, DocumentCounts, Told};
use crate::work::request::{Answer, Request};

/// Which documents show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shown {
    /// All.
    #[default]
    All,
    /// Those with open tasks.
    Open,
    /// Those with late tasks.
    Late,
    /// Those whose number stands in the register twice.
    Twice,
}

impl Shown {
    const fn next(self) -> Self {
        match self {
            Self::All => Self::Open,
            Self::Open => Self::Late,
            Self::Late => Self::Twice,
            Self::Twice => Self::All,
        }
    }

    const fn place(self) -> usize {
        match self {
            Self::All => 0,
            Self::Open => 1,
            Self::Late => 2,
            Self::Twice => 3,
        }
    }
}

/// The register of documents.
#[derive(Default)]
pub struct List {
    rows: Rows,
    shown: Shown,
    counts: HashMap<DocumentId, DocumentCounts>,
}

impl List {
    fn documents<'a>(&self, ui: &Ui<'a>) -> Vec<&'a Document> {
        let twice = twice(&ui.facts.documents);
        let typed = self.rows.typed();
        let shows = |document: &&Document| {
            let counts = self.counts.get(&document.id);
            match self.shown {
                Shown::All => true,
                Shown::Open => counts.is_some_and(|it| it.open > 0),
                Shown::Late => counts.is_some_and(|it| it.late > 0),
                Shown::Twice => twice.contains_key(&document.id),
            }
        };
        let documents = register(&ui.facts.documents, &typed);
        documents.into_iter().filter(shows).collect()
    }

    fn selected(&self, ui: &Ui) -> Option<DocumentId> {
        self.documents(ui).get(self.rows.at()).map(|it| it.id)
    }

    fn line(&self, document: &Document, is_twice: bool, wide: usize, ui: &Ui) -> String {
        let counts = self.counts.get(&document.id);
        let count = |of: fn(&DocumentCounts) -> i64| {
            counts.map_or_else(|| "·".to_owned(), |it| number(of(it), ui.t.language))
        };
        let date = document.date.map_or_else(String::new, format::date);
        let mut name = document.symbol.clone();
        if is_twice {
            name = format!("{name} {}", ui.t.documents.twin_mark);
        }
        if !document.summary.is_empty() {
            name = format!("{name} · {}", document.summary);
        }
        row(
            (&document.code, 12),
            &name,
            &[
                (&date, 10),
                (&count(|it| it.late), 6),
                (&count(|it| it.open), 8),
                (&count(|it| it.all), 7),
            ],
            wide,
        )
    }
}

/// The documents that words mention, newest first: what was signed last is asked for most.
#[must_use]
pub fn register<'a>(documents: &'a [Document], typed: &str) -> Vec<&'a Document> {
    let named = documents.iter().filter(|it| mentions(it, typed));
    let mut named: Vec<&Document> = named.collect();
    named.sort_by_key(|document| std::cmp::Reverse((document.date, document.id)));
    named
}

/// Documents whose number and date stand in the register more than once.
fn twice(documents: &[Document]) -> HashMap<DocumentId, usize> {
    let mut seen: HashMap<(String, Option<chrono::NaiveDate>), Vec<DocumentId>> = HashMap::new();
    for document in documents.iter().filter(|it| !it.symbol.is_empty()) {
        let key = (document.key(), document.date);
        seen.entry(key).or_default().push(document.id);
    }
    let several = seen.into_values().filter(|ids| ids.len() > 1);
    several
        .flat_map(|ids| {
            let count = ids.len();
            ids.into_iter().map(move |id| (id, count))
        })
        .collect()
}

impl Screen for List {
    fn context(&self) -> Context {
        Context::Register
    }

    fn title(&self, ui: &Ui) -> String {
        let t = &ui.t.documents;
        match t.filters.get(self.shown.place()) {
            Some(filter) if self.shown != Shown::All => format!("{}: {filter}", t.title),
            _ => t.title.to_owned(),
        }
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Fetch(Request::Documents(Ask::Counts))]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            Action::Refresh => vec![Effect::Ask(Request::Documents(Ask::Counts))],
            Action::Filter => {
                self.shown = self.shown.next();
                self.rows.go_to(0);
                Vec::new()
            }
            Action::Enter => match self.selected(ui) {
                Some(id) => vec![Effect::Open(page(id))],
                None => vec![Effect::Useless],
            },
            Action::Add if may_not(ui) => refused(ui),
            Action::Add => vec![Effect::Open(Box::new(Form::new(None)))],
            _ => {
                let total = self.documents(ui).len();
                if self.rows.act(action, total) {
                    Vec::new()
                } else {
                    vec![Effect::Useless]
                }
            }
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.rows.write(letter, ui);
        Vec::new()
    }

    fn reply(&mut self, _: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        match answer {
            Ok(Answer::Documents(Told::Counts(counts))) => {
                self.counts = counts.iter().map(|one| (one.id, *one)).collect();
                Vec::new()
            }
            Ok(Answer::Saved(_)) => vec![Effect::Fetch(Request::Documents(Ask::Counts))],
            _ => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        if let Outcome::Saved(_) = outcome {
            self.rows.go_to(0);
        }
        let _ = ui;
        Vec::new()
    }

    fn news(&mut self, _: &News, _: &Ui) -> Vec<Effect> {
        vec![Effect::Fetch(Request::Documents(Ask::Counts))]
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width.saturating_sub(2));
        let twice = twice(&ui.facts.documents);
        let lines: Vec<String> = self
            .documents(ui)
            .iter()
            .map(|it| self.line(it, twice.contains_key(&it.id), wide, ui))
            .collect();
        let t = &ui.t.documents;
        let [code, name, date, all, open, late] = t.heading;
        let heading = row(
            (code, 12),
            name,
            &[(date, 10), (late, 6), (open, 8), (all, 7)],
            wide,
        );
        self.rows.draw(&heading, &lines, t.none, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.documents.hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Documents
    }
}

/// True for those who may only look.
pub fn may_not(ui: &Ui) -> bool {
    !ui.facts.user.role.enters_tasks()
}

/// True for those who may not correct one that is there either, nor set whether its tasks have to be confirmed.
pub fn may_not_correct(ui: &Ui) -> bool {
    may_not(ui) && !ui.facts.user.role.keeps_frame()
}

/// Says so.
pub fn refused(ui: &Ui) -> Vec<Effect> {
    vec![Effect::Say(Message::refusal(ui.t.documents.may_not))]
}
