//! Nhập: which file, by which document; and below it what was imported before.
//!
//! Reading goes on beside the keys; Esc ends it. What was typed and settled is kept when it is left.

mod batches;
mod screen;

use std::path::{Path, PathBuf};

use super::columns::Columns;
use super::files::Files;
use super::kept::{Kept, PLACE, Said};
use super::preview::Preview;
use crate::domain::error::{Error, FileFault};
use crate::domain::fold::clean;
use crate::domain::typed_date::Toward;
use crate::ui::action::Action;
use crate::ui::screen::{Effect, Message, Screen, Ui, Unsaved};
use crate::ui::screens::choice::choosing;
use crate::ui::widgets::form::{Form, Heard, Kind, Row};
use crate::work::request::import::{Folder, ImportSpec, Staged};
use crate::work::request::{Answer, Request};

use batches::Batches;

/// Where keys go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Focus {
    #[default]
    Form,
    Batches,
}

/// The screen that asks for a file.
#[derive(Default)]
pub struct Start {
    form: Form,
    /// The path that was chosen from the list, beside the text that stands for it in the field: a name on
    /// the disk may be written with other letters than the field keeps.
    chosen: Option<(String, PathBuf)>,
    batches: Batches,
    focus: Focus,
    /// The file that is being read.
    reading: Option<Request>,
    /// Why the file could not be read, and what can be done.
    complaint: Vec<String>,
    /// The path for which a file of that name but of other letters is looked for.
    looking: Option<PathBuf>,
    draft: Option<Unsaved>,
    /// What was settled before in the file that is named.
    kept: Kept,
    /// The file that is read is not the one of which that was kept.
    is_other: bool,
}

impl Start {
    /// The form as it was filled before a hang-up; none where that was another place.
    #[must_use]
    pub fn restore(draft: &Unsaved) -> Option<Self> {
        (draft.place == PLACE).then(|| Self {
            draft: Some(draft.clone()),
            ..Self::default()
        })
    }

    /// The fields, empty.
    #[must_use]
    pub fn blank(ui: &Ui) -> Form {
        let t = &ui.t.import;
        Form::new(vec![
            Row::new("file", t.start.file, Kind::Text).needed(),
            Row::new("document", t.start.document, Kind::Text),
            Row::new("date", t.start.date, Kind::Date(Toward::Past)),
            Row::new("past", t.start.past, Kind::Flag),
        ])
    }

    fn path(&self) -> PathBuf {
        let typed = self.form.value("file");
        match &self.chosen {
            Some((text, path)) if *text == typed => path.clone(),
            _ => PathBuf::from(unquoted(&typed)),
        }
    }

    fn spec(&self, ui: &Ui) -> ImportSpec {
        spec(self.path(), &self.form, self.to_keep().read, ui)
    }

    /// What is in the form, with what was settled before in the file.
    fn to_keep(&self) -> Kept {
        self.kept.with(&self.form)
    }

    fn read(&mut self, ui: &Ui) -> Vec<Effect> {
        if self.reading.is_some() {
            return vec![Effect::Say(Message::plain(ui.t.import.start.reading))];
        }
        if let Some(running) = ui.running {
            // One file at a time: Esc must end what one sees going on.
            return vec![Effect::Say(Message::refusal(running.sentence(ui.t)))];
        }
        if let Some((field, sentence)) = self.form.fault(ui) {
            self.form.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        self.complaint.clear();
        let mut effects = vec![
            Effect::Remember(self.form.filled()),
            Effect::Keep(self.to_keep().draft()),
        ];
        effects.push(self.ask(self.spec(ui)));
        effects
    }

    fn ask(&mut self, spec: ImportSpec) -> Effect {
        let request = Request::Stage { spec, after: None };
        self.reading = Some(request.clone());
        Effect::Fetch(request)
    }

    fn take_staged(&mut self, staged: &Staged, ui: &Ui) -> Vec<Effect> {
        self.reading = None;
        let kept = self.to_keep();
        if kept.read.says_something() && kept.checksum != staged.checksum {
            return self.read_as_another(ui);
        }
        self.open_read(Preview::new(Box::new(staged.clone()), kept), ui)
    }

    /// What was said of the columns of another file is not said of this one.
    fn read_as_another(&mut self, ui: &Ui) -> Vec<Effect> {
        self.kept.read = Said::default();
        self.is_other = true;
        let spec = self.spec(ui);
        vec![self.ask(spec)]
    }

    /// Opens what comes of a file that was read.
    fn open_read(&mut self, screen: impl Screen + 'static, ui: &Ui) -> Vec<Effect> {
        let text = Message::refusal(ui.t.import.start.other_file);
        let other = std::mem::take(&mut self.is_other).then_some(Effect::Say(text));
        let open = [Effect::Open(Box::new(screen)), Effect::Unasked];
        open.into_iter().chain(other).collect()
    }

    /// The file cannot be read: says why, and offers what can be done.
    fn take_error(&mut self, error: &Error, ui: &Ui) -> Vec<Effect> {
        let question = self.reading.take();
        let Some(Request::Stage { spec, .. }) = question else {
            return Vec::new();
        };
        match error {
            Error::Cancelled => return Vec::new(),
            Error::BadText { what, .. } => self.form.go_to(what),
            Error::BadFile { fault, path } => {
                self.complaint = vec![(ui.t.errors.sentence)(error)];
                self.complaint
                    .push((ui.t.import.start.what_to_do)(fault).to_owned());
                self.complaint.retain(|text| !text.is_empty());
                match fault {
                    fault if fault.is_of_columns() && self.to_keep().read.says_something() => {
                        self.complaint.clear();
                        return self.read_as_another(ui);
                    }
                    FileFault::NoHeader { found } | FileFault::MissingColumns { found, .. }
                        if !found.is_empty() =>
                    {
                        let reason = vec![ui.t.import.start.no_header.to_owned()];
                        let kept = self.to_keep();
                        let screen = Columns::without_header(spec, found, reason, kept, ui);
                        return self.open_read(screen, ui);
                    }
                    FileFault::Missing if self.looking.is_none() => {
                        self.looking = Some(path.clone());
                        return vec![Effect::Fetch(Request::Folder { path: path.clone() })];
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// A name may be written on the disk with other letters for the same word: it is looked for in its folder.
    fn take_folder(&mut self, question: &Request, answer: &Answer, ui: &Ui) -> Vec<Effect> {
        let (Request::Folder { path }, Answer::Folder(folder)) = (question, answer) else {
            return Vec::new();
        };
        if self.looking.as_ref() != Some(path) {
            return Vec::new();
        }
        let Some(found) = spelled_otherwise(path, folder) else {
            self.looking = None;
            return Vec::new();
        };
        let text = self.form.value("file");
        self.chosen = Some((text, found));
        self.complaint.clear();
        let spec = self.spec(ui);
        vec![
            Effect::Say(Message::plain(ui.t.import.start.reading)),
            self.ask(spec),
        ]
    }

    fn leave(&mut self) -> Vec<Effect> {
        vec![Effect::Keep(self.to_keep().draft()), Effect::Close]
    }

    fn step_in_form(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            // The reading can be ended as long as it goes on; leaving it comes after.
            Action::Back if self.reading.is_some() => return vec![Effect::Cancel],
            Action::Back | Action::Close => return self.leave(),
            Action::DoIt => return self.read(ui),
            Action::Choose if self.form.current().is_some_and(|row| row.name == "file") => {
                return vec![Effect::Open(Box::new(Files::new(self.path())))];
            }
            _ => {}
        }
        match self.form.act(action, None, ui) {
            Heard::Finished => self.read(ui),
            Heard::Below if !self.batches.is_empty() => {
                self.focus = Focus::Batches;
                Vec::new()
            }
            Heard::Below => {
                self.form.go_to_end(false);
                Vec::new()
            }
            Heard::Above => {
                self.form.go_to_end(true);
                Vec::new()
            }
            Heard::Say(message) => vec![Effect::Say(message)],
            Heard::Choose(wanted) => vec![Effect::Open(choosing(wanted, ui))],
            Heard::Unknown => vec![Effect::Useless],
            Heard::Done => Vec::new(),
        }
    }

    fn step_in_batches(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Up if self.batches.is_at_top() => self.focus = Focus::Form,
            Action::NextPane | Action::PreviousPane => {
                self.focus = Focus::Form;
                self.form.go_to_end(false);
            }
            Action::Close => return self.leave(),
            Action::DoIt if ui.running.is_some() => {
                return vec![Effect::Say(Message::refusal(ui.t.import.writing.wait))];
            }
            Action::Back if !self.batches.is_asking() => {
                self.focus = Focus::Form;
            }
            _ => return self.batches.act(action, &self.path(), ui),
        }
        Vec::new()
    }

    /// Puts a draft back, and what was settled with it.
    fn fill(&mut self, draft: &Unsaved) {
        let Some(kept) = Kept::of(draft) else { return };
        for (name, value) in &kept.fields {
            if let Some(row) = self.form.row_mut(name) {
                row.set(value);
            }
        }
        self.kept = kept;
    }
}

/// How the file of that path is read, by what stands in the form and what was said of its columns.
#[must_use]
pub fn spec(path: PathBuf, form: &Form, read: Said, ui: &Ui) -> ImportSpec {
    let document = form.value("document");
    let mut spec = ImportSpec {
        path,
        document: (!document.is_empty()).then_some(document),
        document_date: form.day("date", ui),
        past_occurrences: form.is_set("past"),
        ..ImportSpec::default()
    };
    read.lay_over(&mut spec);
    spec
}

/// A file of that name in its folder, whose letters are written otherwise on the disk.
#[must_use]
pub fn spelled_otherwise(path: &Path, folder: &Folder) -> Option<PathBuf> {
    let name = |path: &Path| {
        let name = path.file_name().unwrap_or_default();
        clean(&name.to_string_lossy())
    };
    let wanted = name(path);
    let mut entries = folder.entries.iter();
    let found = entries.find(|entry| name(&entry.path) == wanted)?;
    Some(found.path.clone())
}

/// A path as it is pasted: without the quotation marks around it, and without what browsers put before it.
#[must_use]
pub fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let text = text.strip_prefix("file://").unwrap_or(text);
    let quotes = ['"', '\''];
    let inner = quotes
        .into_iter()
        .find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
    inner.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::unquoted;

    #[test]
    fn a_pasted_path_loses_its_quotation_marks() {
        for pasted in [
            "/a b.xlsx",
            "\"/a b.xlsx\"",
            " '/a b.xlsx' ",
            "file:///a b.xlsx",
        ] {
            assert_eq!(unquoted(pasted), "/a b.xlsx", "{pasted}");
        }
        assert_eq!(unquoted("'a"), "'a");
    }
}
