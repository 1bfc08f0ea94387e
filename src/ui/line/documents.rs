//! The register of documents as it is read out, and one document with the chain of its legal bases.

use std::collections::HashMap;

use super::asked;
use super::commands::{Command, Line};
use super::list::List;
use super::log::told;
use super::pages::Pages;
use super::place::{Place, Step};
use super::talk::{Away, Said, Talk};
use super::words::{capital, sentence, spoken};
use crate::domain::document::{Direction, Document, tree};
use crate::domain::id::DocumentId;
use crate::domain::query::{Filter, Query};
use crate::lang::format::number;
use crate::ui::screen::Ui;
use crate::ui::screens::documents::form::Form;
use crate::ui::screens::documents::list::{may_not, may_not_correct, register};
use crate::ui::screens::documents::tree::name;
use crate::ui::widgets::form::Form as Fields;
use crate::work::request::documents::{Ask, DocumentCounts, DocumentSheet, Told};
use crate::work::request::{Answer, Request};

/// The register, or those of its documents that words mention.
pub struct Register {
    typed: String,
    counts: HashMap<DocumentId, DocumentCounts>,
    pages: Pages,
}

impl Register {
    /// The documents that these words mention; all where there are none.
    #[must_use]
    pub fn of(words: &str) -> Self {
        Self {
            typed: words.to_owned(),
            counts: HashMap::new(),
            pages: Pages::default(),
        }
    }

    /// Counts, and reads the first documents.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn announce(&mut self, talk: &mut Talk) -> Said<()> {
        talk.watched.clear();
        if let Some(Answer::Documents(Told::Counts(counts))) =
            talk.obtain(&Request::Documents(Ask::Counts))?
        {
            self.counts = counts.iter().map(|one| (one.id, *one)).collect();
        }
        let rows = self.rows(talk);
        talk.say(&(talk.t.line.follow.documents)(rows.len(), &self.typed))?;
        self.pages.begin();
        if rows.is_empty() {
            return Ok(());
        }
        self.pages.go_on(talk, &rows)
    }

    fn ids(&self, talk: &Talk) -> Vec<DocumentId> {
        let facts = talk.facts();
        let documents = register(&facts.documents, &self.typed);
        documents.into_iter().map(|document| document.id).collect()
    }

    fn rows(&self, talk: &Talk) -> Vec<String> {
        let frame = talk.frame();
        let ui = frame.ui();
        let documents = register(&ui.facts.documents, &self.typed).into_iter();
        documents
            .zip(1..)
            .map(|(document, place)| {
                let mut text = format!("{place}. {}", sentence(&name(document, ui.t)));
                if !document.summary.is_empty() {
                    text.push_str(&format!(" {}", sentence(&document.summary)));
                }
                if let Some(counts) = self.counts.get(&document.id) {
                    text.push_str(&format!(" {}", counted(counts, &ui)));
                }
                text
            })
            .collect()
    }

    /// The question under the register.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        let all = self.ids(talk).len();
        self.pages.prompt(talk, talk.t.documents.title, all)
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Nothing | Line::Command(Command::Next, _) => {
                let rows = self.rows(talk);
                self.pages.go_on(talk, &rows)?;
            }
            Line::Number(number) => {
                let ids = self.ids(talk);
                let place = self.pages.place(talk, number, ids.len())?;
                if let Some(id) = place.and_then(|place| ids.get(place)) {
                    return Ok(Step::Open(Place::Document(DocumentPlace::new(*id))));
                }
            }
            Line::Command(Command::Find | Command::Filter, words) | Line::Unknown(words) => {
                self.typed = words;
                return Ok(Step::Again);
            }
            Line::Command(Command::Add, _) => return enter(talk, None),
            other => return Ok(Step::Other(other)),
        }
        Ok(Step::Stay)
    }
}

/// How many tasks a document has, in a sentence.
fn counted(counts: &DocumentCounts, ui: &Ui) -> String {
    let count = |count: i64| number(count, ui.t.language);
    let t = &ui.t.documents;
    let said = (t.counts)(&count(counts.all), &count(counts.open), &count(counts.late));
    sentence(&format!("{}: {said}", t.tasks))
}

/// Enters a document, or corrects one.
fn enter(talk: &mut Talk, seen: Option<Document>) -> Said<Step> {
    let frame = talk.frame();
    let is_refused = match &seen {
        Some(_) => may_not_correct(&frame.ui()),
        None => may_not(&frame.ui()),
    };
    if is_refused {
        talk.refuse(talk.t.documents.may_not)?;
        return Ok(Step::Stay);
    }
    let mut form = Form::new(seen);
    let saved = asked::run(talk, &mut form, is_skipped)?;
    Ok(if saved.is_some() {
        Step::Again
    } else {
        Step::Stay
    })
}

/// A second basis where there is no first.
fn is_skipped(name: &str, fields: &Fields) -> bool {
    match name {
        "basis2" => fields.value("basis").is_empty(),
        "bases" => fields.value("basis2").is_empty(),
        _ => false,
    }
}

/// One document.
pub struct DocumentPlace {
    id: DocumentId,
    /// The documents of its chain, as they were numbered.
    chain: Vec<DocumentId>,
}

impl DocumentPlace {
    /// The place of this document.
    #[must_use]
    pub const fn new(id: DocumentId) -> Self {
        Self {
            id,
            chain: Vec::new(),
        }
    }

    fn sheet(&self, talk: &mut Talk) -> Said<Option<Box<DocumentSheet>>> {
        let request = Request::Documents(Ask::Sheet { id: self.id });
        Ok(match talk.obtain(&request)? {
            Some(Answer::Documents(Told::Sheet(sheet))) => Some(sheet),
            Some(_) | None => None,
        })
    }

    /// Says what it is, how many tasks it has, what it rests on and what rests on it.
    ///
    /// # Errors
    /// As for [`Talk::hear`]; [`Away::Back`] where it is gone.
    pub fn announce(&mut self, talk: &mut Talk) -> Said<()> {
        talk.watched.clear();
        let Some(sheet) = self.sheet(talk)? else {
            return Err(Away::Back);
        };
        let frame = talk.frame();
        let ui = frame.ui();
        let (t, document) = (&ui.t.documents, &sheet.document);
        let mut texts = vec![sentence(&name(document, ui.t))];
        let mut add = |label: &str, text: &str| {
            if !text.is_empty() {
                texts.push(sentence(&format!("{label}: {}", spoken(text))));
            }
        };
        add(t.summary, &document.summary);
        add(t.issuer, &document.issuer);
        add(t.code, &document.code);
        let place = usize::from(document.skips_confirmation);
        add(
            t.confirmation_label,
            t.confirmation.get(place).copied().unwrap_or_default(),
        );
        let twins = ui.facts.documents.iter();
        let twins = twins.filter(|it| it.is_same_as(document));
        let twins: Vec<&str> = twins.map(|it| it.code.as_str()).collect();
        add(t.twins, &twins.join(", "));
        texts.push(counted(&sheet.counts, &ui));
        self.chain.clear();
        for (label, direction, none) in [
            (t.rests_on, Direction::Bases, t.no_bases),
            (t.carries, Direction::Dependents, ""),
        ] {
            texts.extend(self.branches(label, direction, none, &ui));
        }
        talk.read_out(&texts)
    }

    /// What lies that way, branch by branch with its depth: what is drawn as a tree is said as steps.
    fn branches(&mut self, label: &str, direction: Direction, none: &str, ui: &Ui) -> Vec<String> {
        let branches = tree(&ui.facts.documents, self.id, direction);
        let mut texts = Vec::new();
        match (branches.is_empty(), none.is_empty()) {
            (true, true) => return texts,
            (true, false) => texts.push(sentence(&format!("{label}: {none}"))),
            (false, _) => texts.push(format!("{label}:")),
        }
        for branch in &branches {
            self.chain.push(branch.id);
            let document = ui.facts.document(branch.id);
            let name = document.map_or_else(|| branch.id.0.to_string(), |it| name(it, ui.t));
            let depth = (ui.t.line.follow.depth)(branch.last.len());
            let mut text = format!("{}. {depth}, {name}", self.chain.len());
            if branch.is_again {
                text.push_str(", ");
                text.push_str(ui.t.line.follow.again);
            }
            texts.push(sentence(&text));
        }
        texts
    }

    /// The question under the document.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        let facts = talk.facts();
        let document = facts.document(self.id);
        let name = document.map_or_else(|| self.id.0.to_string(), |it| it.symbol.clone());
        (talk.t.line.follow.prompt_document)(&name)
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Nothing | Line::Command(Command::Next, _) => {
                let query = Query {
                    filter: Filter {
                        documents: vec![self.id],
                        ..Filter::default()
                    },
                    ..Query::default()
                };
                Ok(Step::Open(Place::List(List::new(query, None))))
            }
            Line::Number(number) => {
                let place = number.checked_sub(1);
                match place.and_then(|place| self.chain.get(place)) {
                    Some(id) => Ok(Step::Open(Place::Document(Self::new(*id)))),
                    None => {
                        talk.refuse(&(talk.t.line.no_number)(number))?;
                        Ok(Step::Stay)
                    }
                }
            }
            Line::Command(Command::Edit, _) => {
                let seen = self.sheet(talk)?.map(|sheet| sheet.document);
                match seen {
                    Some(seen) => enter(talk, Some(seen)),
                    None => Ok(Step::Stay),
                }
            }
            Line::Command(Command::Log, _) => self.read_log(talk),
            other => Ok(Step::Other(other)),
        }
    }

    fn read_log(&self, talk: &mut Talk) -> Said<Step> {
        if let Some(sheet) = self.sheet(talk)? {
            let frame = talk.frame();
            let rows = sheet.log.iter();
            let mut texts: Vec<String> = rows
                .map(|change| capital(&told(change, false, &frame.ui())))
                .collect();
            if texts.is_empty() {
                texts.push(sentence(talk.t.log.empty));
            }
            talk.read_out(&texts)?;
        }
        Ok(Step::Stay)
    }
}
