//! The columns of a file: what each is taken for and how that is known; others are said by hand.
//!
//! Opens by itself where no header was understood. Nothing is read again before F10.

mod screen;

use std::sync::Arc;

use super::kept::{Kept, Said};
use crate::domain::annex;
use crate::ui::canvas::{fit, pad};
use crate::ui::screen::{Effect, Message, Ui};
use crate::ui::screens::choice::Choice;
use crate::ui::widgets::narrow::Item;
use crate::work::request::Request;
use crate::work::request::import::{
    Coding, Column, ColumnSource, ImportSpec, StageId, Staged, StagedColumn,
};

/// So many rows are looked through for a text that was decoded.
const SAMPLE: usize = 60;

/// What stands in a decoded cell, before and after.
struct Decoded {
    column: Column,
    before: String,
    after: String,
}

/// The columns of a file.
pub struct Columns {
    columns: Vec<StagedColumn>,
    spec: ImportSpec,
    /// The stage that they are of; none where the file could not be understood.
    after: Option<StageId>,
    /// Why this opened by itself, and what is to be done.
    reason: Vec<String>,
    /// What the form was filled with, for the preview that may open from here.
    kept: Kept,
    /// How the columns were when this opened: as the file was read.
    before: Said,
    /// What was said before a hang-up stands there again.
    is_taken_up: bool,
    examples: Vec<Decoded>,
    reading: Option<Request>,
    at: usize,
    first: usize,
}

impl Columns {
    /// Of a file that was read.
    pub fn of_stage(staged: Box<Staged>) -> Self {
        Self {
            before: Said::of(&staged.spec, &staged.columns),
            is_taken_up: false,
            columns: staged.columns,
            spec: staged.spec,
            after: Some(staged.stage),
            reason: Vec::new(),
            kept: Kept::default(),
            examples: Vec::new(),
            reading: None,
            at: 0,
            first: 0,
        }
    }

    /// Of a file in which no header was found: the cells of its first line stand for the headings. What was said of
    /// columns with other headings is dropped, and that is said.
    pub fn without_header(
        spec: ImportSpec,
        found: &[String],
        mut reason: Vec<String>,
        mut kept: Kept,
        ui: &Ui,
    ) -> Self {
        let columns = (0..).zip(found).map(|(place, text)| StagedColumn {
            letter: annex::letter(place),
            heading: text.clone(),
            column: None,
            source: ColumnSource::Unknown,
            example: String::new(),
            legacy_rows: 0,
        });
        let columns: Vec<StagedColumn> = columns.collect();
        let begun = kept.begun.take();
        if begun.as_ref().is_some_and(|begun| !begun.fits(&columns)) {
            reason.insert(0, ui.t.import.start.other_file.to_owned());
        }
        let opened = Self {
            before: Said::of(&spec, &columns),
            is_taken_up: false,
            columns,
            spec,
            after: None,
            reason,
            kept,
            examples: Vec::new(),
            reading: None,
            at: 0,
            first: 0,
        };
        opened.taking_up(begun)
    }

    /// With what was said before a hang-up, where that was said of these columns.
    pub fn taking_up(mut self, begun: Option<Said>) -> Self {
        if let Some(begun) = begun.filter(|begun| begun.fits(&self.columns)) {
            begun.lay_over(&mut self.spec);
            self.is_taken_up = true;
        }
        self
    }

    /// What a column is: as said here, else as it was read.
    fn meant(&self, column: &StagedColumn) -> Option<Column> {
        let said = self
            .spec
            .columns
            .iter()
            .find(|(letter, _)| *letter == column.letter);
        said.map_or(column.column, |(_, meant)| *meant)
    }

    /// Says what the column under the cursor is; a column that was that before is none any more.
    fn assign(&mut self, meant: Option<Column>) -> Vec<Effect> {
        let Some(current) = self.columns.get(self.at) else {
            return vec![Effect::Useless];
        };
        let letter = current.letter.clone();
        let rivals: Vec<String> = self
            .columns
            .iter()
            .filter(|column| meant.is_some() && self.meant(column) == meant)
            .map(|column| column.letter.clone())
            .filter(|other| *other != letter)
            .collect();
        for rival in rivals {
            self.say(rival, None);
        }
        self.say(letter, meant);
        self.at = (self.at + 1).min(self.columns.len().saturating_sub(1));
        Vec::new()
    }

    fn say(&mut self, letter: String, meant: Option<Column>) {
        self.spec.columns.retain(|(known, _)| *known != letter);
        self.spec.columns.push((letter, meant));
    }

    /// The next coding of the column under the cursor: as recognised, Unicode, TCVN3, VNI.
    fn next_coding(&mut self, ui: &Ui) -> Vec<Effect> {
        let meant = self
            .columns
            .get(self.at)
            .and_then(|column| self.meant(column));
        let Some(column) = meant else {
            return vec![Effect::Say(Message::plain(ui.t.import.columns.no_column))];
        };
        let next = match self.coding(column) {
            None => Some(None),
            Some(None) => Some(Some(Coding::Tcvn3)),
            Some(Some(Coding::Tcvn3)) => Some(Some(Coding::Vni)),
            Some(Some(Coding::Vni)) => None,
        };
        self.spec.codings.retain(|(known, _)| *known != column);
        self.spec
            .codings
            .extend(next.map(|coding| (column, coding)));
        Vec::new()
    }

    /// The coding that was said for a column; none where it is recognised row by row.
    fn coding(&self, column: Column) -> Option<Option<Coding>> {
        let said = self.spec.codings.iter().find(|(known, _)| *known == column);
        said.map(|(_, coding)| *coding)
    }

    fn read_again(&mut self, ui: &Ui) -> Vec<Effect> {
        let has = |wanted| {
            let mut columns = self.columns.iter();
            columns.any(|column| self.meant(column) == Some(wanted))
        };
        if !has(Column::Content) {
            return vec![Effect::Say(Message::refusal(
                ui.t.import.columns.needs_content,
            ))];
        }
        let request = Request::Stage {
            spec: self.spec.clone(),
            after: self.after,
        };
        self.reading = Some(request.clone());
        vec![Effect::Fetch(request)]
    }

    fn choose(&self, ui: &Ui) -> Vec<Effect> {
        let none = Item::new("", "0", ui.t.import.columns.no_meaning);
        let ours = (1..).zip(Column::ALL).map(|(digit, column): (i32, _)| {
            Item::new(
                column.code(),
                &digit.to_string(),
                (ui.t.import.columns.column)(column),
            )
        });
        let items: Arc<[Item]> = std::iter::once(none).chain(ours).collect();
        let column = self.columns.get(self.at);
        let current = column.and_then(|column| self.meant(column));
        let current = current.map(|column| column.code().to_owned());
        let title = ui.t.import.columns.title.to_owned();
        vec![Effect::Open(Box::new(Choice::new(title, items, current)))]
    }

    /// `C  Đơn vị thực hiện        5 Chủ trì (chọn tay)    Sở Tài chính`.
    fn line(&self, column: &StagedColumn, wide: usize, ui: &Ui) -> String {
        let t = &ui.t.import;
        let meant = self.meant(column);
        let place = meant.and_then(|meant| Column::ALL.iter().position(|known| *known == meant));
        let is_said = self
            .spec
            .columns
            .iter()
            .any(|(letter, _)| *letter == column.letter);
        let source = if is_said {
            ColumnSource::ByHand
        } else {
            column.source
        };
        let meaning = match (meant, place) {
            (Some(meant), Some(place)) => {
                format!(
                    "{} {} ({})",
                    place + 1,
                    (t.columns.column)(meant),
                    (t.columns.source)(source)
                )
            }
            _ => format!("0 {}", t.columns.no_meaning),
        };
        let room = wide.saturating_sub(4);
        let heading = room * 32 / 100;
        let middle = (room * 40 / 100).max(12).min(room);
        let head = format!(
            "{} {}",
            pad(&column.letter, 3),
            pad(&column.heading, heading)
        );
        let rest = room.saturating_sub(heading + middle + 2);
        format!(
            "{head} {} {}",
            pad(&meaning, middle),
            fit(&column.example, rest)
        )
    }

    /// What is known of the column under the cursor: its coding, and a text before and after.
    fn notes(&self, ui: &Ui) -> Vec<String> {
        let t = &ui.t.import;
        let Some(current) = self.columns.get(self.at) else {
            return Vec::new();
        };
        let mut notes = Vec::new();
        if let Some(column) = self.meant(current) {
            notes.push((t.columns.coded)(self.coding(column)));
            if current.legacy_rows > 0 {
                notes.push((t.columns.legacy_rows)(current.legacy_rows));
            }
            let example = self
                .examples
                .iter()
                .find(|decoded| decoded.column == column);
            if let Some(decoded) = example {
                notes.push((t.columns.before_after)(&decoded.before, &decoded.after));
            }
        }
        if !current.example.is_empty() {
            notes.push((t.columns.example)(&current.example));
        }
        notes
    }
}
