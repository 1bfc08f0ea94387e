//! Choosing a file of the server: tables first, the newest on top; letters narrow, Enter goes into folders.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::fold::fold;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::canvas::{fit, pad, pad_left, put, rows, width};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::widgets::field::Field;
use crate::work::request::import::{Folder, FolderEntry};
use crate::work::request::{Answer, Request};

/// Size and date beside a name take so many cells.
const ABOUT: usize = 26;

/// The files of a folder; ends with [`Outcome::Text`], the path.
pub struct Files {
    path: PathBuf,
    folder: Option<Folder>,
    /// In the order in which they are shown.
    entries: Vec<FolderEntry>,
    typed: Field,
    at: usize,
    first: usize,
    height: usize,
}

impl Files {
    /// Begins in this folder, or in that of this file.
    pub fn new(path: PathBuf) -> Self {
        Self {
            path,
            folder: None,
            entries: Vec::new(),
            typed: Field::new(200),
            at: 0,
            first: 0,
            height: 1,
        }
    }

    fn ask(&self) -> Vec<Effect> {
        vec![Effect::Ask(Request::Folder {
            path: self.path.clone(),
        })]
    }

    fn take(&mut self, folder: &Folder) {
        let mut entries = folder.entries.clone();
        let rank = |entry: &FolderEntry| match (entry.is_table, entry.is_folder) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        entries.sort_by(|one, other| {
            let by_age = || match rank(one) {
                1 => std::cmp::Ordering::Equal,
                _ => other.changed.cmp(&one.changed),
            };
            let by_name = || fold(&one.name).cmp(&fold(&other.name));
            rank(one)
                .cmp(&rank(other))
                .then_with(by_age)
                .then_with(by_name)
        });
        if let Some(parent) = folder.path.parent() {
            let place = entries.iter().take_while(|entry| entry.is_table).count();
            entries.insert(place, above(parent));
        }
        self.entries = entries;
        self.folder = Some(folder.clone());
        self.typed.set("");
        (self.at, self.first) = (0, 0);
    }

    fn found(&self) -> Vec<&FolderEntry> {
        let wanted = fold(&self.typed.text());
        let fits = |entry: &&FolderEntry| fold(&entry.name).contains(&wanted);
        self.entries.iter().filter(fits).collect()
    }

    fn step(&mut self, by: isize) -> Vec<Effect> {
        let last = self.found().len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        Vec::new()
    }

    fn enter(&mut self) -> Vec<Effect> {
        let Some(entry) = self.found().get(self.at).map(|entry| (*entry).clone()) else {
            return vec![Effect::Useless];
        };
        if entry.is_folder {
            self.path = entry.path;
            return self.ask();
        }
        let path = entry.path.to_string_lossy().into_owned();
        vec![Effect::Choose(Outcome::Text(path))]
    }

    /// The path of the folder: its end, which says more than its beginning.
    fn path_shown(&self, room: usize, ui: &Ui) -> String {
        let path = self
            .folder
            .as_ref()
            .map_or(&self.path, |folder| &folder.path);
        let path = path.to_string_lossy();
        if self.folder.is_some() && path.is_empty() {
            // At the door there is one place without a path.
            return fit(ui.t.door.tray, room);
        }
        let mut shown = path.to_string();
        // In a very narrow window two ellipses would leave nothing to be read.
        if room < 20 {
            return fit(&shown, room);
        }
        while width(&shown) > room && shown.contains('/') {
            let rest = shown.trim_start_matches(['…', '/']);
            shown = match rest.split_once('/') {
                Some((_, rest)) => format!("…/{rest}"),
                None => fit(rest, room),
            };
            if width(&shown) <= room || !shown.trim_start_matches("…/").contains('/') {
                break;
            }
        }
        shown
    }

    /// Erasing where nothing is typed goes one folder up.
    fn erase(&mut self) -> Vec<Effect> {
        if self.typed.erase() {
            self.at = 0;
            return Vec::new();
        }
        let above = self.folder.as_ref().and_then(|folder| folder.path.parent());
        match above.map(PathBuf::from) {
            Some(above) => {
                self.path = above;
                self.ask()
            }
            None => vec![Effect::Useless],
        }
    }
}

/// The folder above, as an entry.
fn above(parent: &std::path::Path) -> FolderEntry {
    FolderEntry {
        name: "..".to_owned(),
        path: parent.to_path_buf(),
        is_folder: true,
        is_table: false,
        size: 0,
        changed: None,
    }
}

/// `1,2 MB`, `345 KB`, `12 B`.
fn size_of(entry: &FolderEntry, ui: &Ui) -> String {
    let number =
        |value: u64| format::number(i64::try_from(value).unwrap_or(i64::MAX), ui.t.language);
    match entry.size {
        size @ ..1_024 => format!("{} B", number(size)),
        size @ ..1_048_576 => format!("{} KB", number(size.div_ceil(1_024))),
        size => format!("{} MB", number(size.div_ceil(1_048_576))),
    }
}

fn line_of(entry: &FolderEntry, cells: usize, ui: &Ui) -> String {
    if entry.is_folder {
        return fit(&format!("{}/", entry.name), cells);
    }
    if cells < ABOUT + 12 {
        return fit(&entry.name, cells);
    }
    let changed = entry.changed.map_or_else(String::new, format::moment);
    let name = pad(&entry.name, cells - ABOUT);
    format!("{name} {} {}", pad_left(&size_of(entry, ui), 8), changed)
}

impl Screen for Files {
    fn context(&self) -> Context {
        Context::Choice
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.import.start.files.to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        self.ask()
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        let page = isize::try_from(self.height.max(2) - 1).unwrap_or(1);
        match action {
            Action::Enter | Action::DoIt => self.enter(),
            Action::Back | Action::Close => vec![Effect::Close],
            Action::Up | Action::PreviousPane => self.step(-1),
            Action::Down | Action::NextPane => self.step(1),
            Action::PageUp => self.step(-page),
            Action::PageDown => self.step(page),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            Action::Erase => self.erase(),
            Action::EraseAll => {
                self.typed.set("");
                Vec::new()
            }
            _ => vec![Effect::Useless],
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.typed.write(letter, ui.composing);
        self.at = 0;
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        if let (Request::Folder { path }, Ok(Answer::Folder(folder))) = (question, answer)
            && *path == self.path
        {
            self.take(folder);
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width);
        let head = match area.height {
            0 | 1 => 0,
            2..=6 => 1,
            _ => 2,
        };
        let label = format!("  {} {}", ui.t.choice.narrow, self.typed.raw());
        if head > 0 {
            put(buffer, area, 0, 0, &label, ui.theme.text);
        }
        if head > 1 {
            let room = wide.saturating_sub(4);
            let shown = self.path_shown(room, ui);
            put(buffer, area, 2, 1, &fit(&shown, room), ui.theme.heading);
        }
        let list = rows(area, head, area.height);
        self.height = usize::from(list.height).max(1);
        let found: Vec<FolderEntry> = self.found().into_iter().cloned().collect();
        if found.is_empty() {
            let text = if self.folder.is_some() {
                ui.t.choice.none
            } else {
                ""
            };
            put(buffer, list, 2, 0, text, ui.theme.refusal);
            let x = u16::try_from(width(&label)).unwrap_or(u16::MAX);
            let x = x.min(area.width.saturating_sub(1));
            return (!area.is_empty()).then(|| Position::new(area.x + x, area.y));
        }
        if self.at < self.first || self.at >= self.first + self.height {
            self.first = self.at - self.at % self.height;
        }
        let mut cursor = None;
        let shown = found.iter().enumerate().skip(self.first);
        for (y, (place, entry)) in (0..list.height).zip(shown) {
            let text = line_of(entry, wide.saturating_sub(4), ui);
            put(buffer, list, 3, y, &text, ui.theme.text);
            if place == self.at {
                put(buffer, list, 1, y, ">", ui.theme.focus);
                let x = 1.min(list.width.saturating_sub(1));
                cursor = (!list.is_empty()).then(|| Position::new(list.x + x, list.y + y));
            }
        }
        cursor
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.import.start.files_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Import
    }
}
