//! What an import would do, row by row, and the doubts, settled from the keyboard.
//!
//! Above the rows of one sort, below (or beside) the one under the cursor. Enter goes into its doubts:
//! digits say who is meant, and the next doubtful row follows by itself.

mod detail;
mod doubts;
mod draw;
mod list;
mod seek;
mod steps;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::columns::Columns;
use super::kept::{Held, Kept, Said};
use super::parts::open_doubts;
use super::said;
use crate::domain::error::Error;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::work::request::import::{
    Column, Settlement, Staged, StagedDoubt, StagedPage, StagedRow, Which,
};
use crate::work::request::{Answer, Request};

use list::List;
use seek::{Seek, Step};

/// Where keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    Rows,
    Doubts,
}

/// Where the doubts of the row under the cursor are looked at.
#[derive(Debug, Clone, Copy, Default)]
struct Doubting {
    /// Which of its doubts.
    doubt: usize,
    /// Which of the candidates.
    choice: usize,
    /// What is chosen holds for this row alone.
    only_here: bool,
}

/// What a dialog above was opened for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Pending {
    /// Who is meant by a doubted writing.
    Meant,
    /// Another text for a cell.
    Text(Column),
    /// Another sheet.
    Sheet,
}

/// The preview of a file.
pub struct Preview {
    staged: Box<Staged>,
    list: List,
    focus: Focus,
    doubting: Doubting,
    /// Rows that were marked, by their places.
    marks: BTreeSet<u64>,
    pending: Option<Pending>,
    seek: Option<Seek>,
    /// The form that the file was named in, and what was settled so far.
    kept: Kept,
    /// Settlements of an earlier reading, to be made again.
    again: Vec<Settlement>,
    /// What was said of its columns before a hang-up, to be gone on with.
    begun: Option<Said>,
    /// The file is not the one of which something was kept.
    is_other: bool,
    /// Reading the file again, with something changed.
    reading: Option<Request>,
    /// The row on which the keys rested last, where the line is slow.
    rested: Option<Box<StagedRow>>,
    /// It is written.
    is_done: bool,
}

impl Preview {
    /// Of this stage; what was settled before in the same file is settled again.
    pub fn new(staged: Box<Staged>, mut kept: Kept) -> Self {
        let counts = &staged.counts;
        let which = match (counts.review, counts.new) {
            (0, 0) => Which::All,
            (0, _) => Which::New,
            _ => Which::Review,
        };
        let Held {
            again,
            begun,
            is_other,
        } = kept.take_up(&staged);
        Self {
            list: List::new(which),
            focus: Focus::Rows,
            doubting: Doubting::default(),
            marks: BTreeSet::new(),
            pending: None,
            seek: None,
            kept,
            again,
            begun,
            is_other,
            reading: None,
            rested: None,
            is_done: false,
            staged,
        }
    }

    /// The doubt that is looked at, with its row.
    fn doubt(&self) -> Option<(&StagedRow, &StagedDoubt)> {
        let row = self.list.current()?;
        let doubt = open_doubts(row).get(self.doubting.doubt).copied()?;
        Some((row, doubt))
    }

    /// Sends a settlement; the answer shows what it has changed.
    fn settle(&mut self, settlement: Settlement) -> Vec<Effect> {
        vec![Effect::Ask(Request::Settle {
            stage: self.staged.stage,
            settlement,
        })]
    }

    /// What the reading of another stage, or a settlement, has made of the file.
    fn take_staged(&mut self, question: &Request, staged: &Staged, ui: &Ui) -> Vec<Effect> {
        let before = self.staged.counts.review;
        let said;
        let mut shows = None;
        match question {
            Request::Settle { stage, settlement } if *stage == self.staged.stage => {
                self.kept.settled.push(settlement.clone());
                let after = staged.counts.review;
                said = self
                    .again
                    .is_empty()
                    .then(|| said::settled(settlement, after, before.saturating_sub(after), ui));
            }
            Request::Unsettle { stage } if *stage == self.staged.stage => {
                self.kept.settled.pop();
                said = Some((ui.t.import.settling.unsettled)(staged.counts.review));
            }
            Request::Stage { after, .. }
                if self.reading.as_ref() == Some(question) || *after == Some(self.staged.stage) =>
            {
                self.reading = None;
                self.marks.clear();
                if staged.settlements == 0 {
                    self.kept.settled.clear();
                }
                if self.kept.checksum != staged.checksum {
                    self.again.clear();
                }
                self.kept.checksum.clone_from(&staged.checksum);
                self.kept.read = Said::of(&staged.spec, &staged.columns);
                said = Some(ui.t.import.preview.read_again.to_owned());
                self.focus = Focus::Rows;
                shows = Some(self.list.which);
            }
            _ => return Vec::new(),
        }
        *self.staged = staged.clone();
        let stage = self.staged.stage;
        let mut effects: Vec<Effect> = said
            .into_iter()
            .map(|text| Effect::Say(Message::plain(text)))
            .collect();
        effects.push(match shows {
            Some(which) => self.list.show(which, stage),
            None => self.list.ask(stage),
        });
        effects.push(Effect::Keep(self.kept.draft()));
        effects.extend(self.settle_again());
        effects
    }

    /// The next settlement of an earlier reading.
    fn settle_again(&mut self) -> Vec<Effect> {
        if self.again.is_empty() {
            return Vec::new();
        }
        let next = self.again.remove(0);
        self.settle(next)
    }

    fn take_error(&mut self, question: &Request, error: &Error) -> Vec<Effect> {
        self.list.give_up(question);
        self.seek = None;
        self.reading.take_if(|asked| asked == question);
        let is_ours = match question {
            Request::StagedRows { stage, .. }
            | Request::Settle { stage, .. }
            | Request::Unsettle { stage } => *stage == self.staged.stage,
            _ => false,
        };
        if is_ours && matches!(error, Error::NoStage) && self.reading.is_none() {
            // The session has dropped it: the file is read again, and settled again as it was.
            self.again = std::mem::take(&mut self.kept.settled);
            return self.read_with(self.staged.spec.clone(), false);
        }
        if matches!(question, Request::Settle { .. }) {
            // One that does not fit any more does not hold up the others.
            return self.settle_again();
        }
        Vec::new()
    }

    fn take_page(&mut self, question: &Request, page: &StagedPage, ui: &Ui) -> Vec<Effect> {
        if let Some(seek) = &mut self.seek
            && seek.take(question, page)
        {
            return self.go_on_seeking(ui);
        }
        if !self.list.take(question, page) {
            return Vec::new();
        }
        let effects = self.list.shrink(self.staged.stage);
        if !effects.is_empty() {
            return effects;
        }
        if self.focus == Focus::Doubts {
            return self.go_on(ui);
        }
        Vec::new()
    }

    /// In the doubts: stays while the row has some, else goes to the next row that has.
    fn go_on(&mut self, ui: &Ui) -> Vec<Effect> {
        let open = self.list.current().map_or(0, |row| open_doubts(row).len());
        if open > 0 {
            self.doubting = Doubting {
                doubt: self.doubting.doubt.min(open - 1),
                ..Doubting::default()
            };
            return Vec::new();
        }
        if self.staged.counts.review == 0 {
            self.focus = Focus::Rows;
            return vec![Effect::Say(Message::plain(
                ui.t.import.settling.all_settled,
            ))];
        }
        self.seek_from_here(true, ui)
    }

    fn seek_from_here(&mut self, forward: bool, ui: &Ui) -> Vec<Effect> {
        let from = self.list.current().map_or(0, |row| row.place);
        let doubtful = self.staged.counts.review;
        self.seek = Some(Seek::new(self.staged.stage, from, forward, doubtful));
        self.go_on_seeking(ui)
    }

    fn go_on_seeking(&mut self, ui: &Ui) -> Vec<Effect> {
        let Some(seek) = self.seek.take() else {
            return Vec::new();
        };
        match seek.step(self.staged.counts.review) {
            Step::Ask(effect) => {
                self.seek = Some(seek);
                vec![effect]
            }
            Step::Found(at) => {
                self.doubting = Doubting::default();
                let stage = self.staged.stage;
                if self.list.which == Which::Review {
                    return self.list.go_to(at, stage);
                }
                let mut effects = vec![self.list.show(Which::Review, stage)];
                self.list.total = self.staged.counts.review;
                effects.extend(self.list.go_to(at, stage));
                effects
            }
            Step::Nothing => {
                self.focus = Focus::Rows;
                vec![Effect::Say(Message::plain(
                    ui.t.import.settling.no_more_doubts,
                ))]
            }
        }
    }
}

impl Screen for Preview {
    fn context(&self) -> Context {
        match self.focus {
            Focus::Rows => Context::Import,
            Focus::Doubts => Context::Doubts,
        }
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.import.preview.preview.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let mut effects = vec![self.list.ask(self.staged.stage)];
        if self.is_other {
            let text = ui.t.import.start.other_file;
            effects.push(Effect::Say(Message::refusal(text)));
        } else if !self.again.is_empty() {
            let text = (ui.t.import.settling.settled_again)(self.again.len());
            effects.push(Effect::Say(Message::plain(text)));
        } else if let Some(before) = &self.staged.before {
            effects.push(Effect::Say(Message::plain(said::before(before, ui))));
        } else if let Some(note) = self.staged.notes.first() {
            effects.push(Effect::Say(Message::plain(said::note(note, ui))));
        }
        effects.push(Effect::Keep(self.kept.draft()));
        if let Some(begun) = self.begun.take() {
            let columns = Columns::of_stage(self.staged.clone()).taking_up(Some(begun));
            effects.push(Effect::Open(Box::new(columns)));
        }
        effects.extend(self.settle_again());
        effects
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        if ui.running.is_some() {
            return self.step_while_running(action, ui);
        }
        match self.focus {
            Focus::Rows => self.step_in_rows(action, ui),
            Focus::Doubts => self.step_in_doubts(action, ui),
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        match answer {
            Ok(Answer::Staged(staged)) => self.take_staged(question, staged, ui),
            Ok(Answer::StagedRows(page)) => self.take_page(question, page, ui),
            Ok(Answer::Imported(_)) => {
                if matches!(question, Request::ImportStage { stage, .. } if *stage == self.staged.stage)
                {
                    self.is_done = true;
                    let nothing = Kept::default().draft();
                    return vec![Effect::Keep(nothing)];
                }
                Vec::new()
            }
            Ok(_) => Vec::new(),
            Err(error) => self.take_error(question, error),
        }
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        if self.is_done {
            return vec![Effect::Close];
        }
        self.take_outcome(outcome, ui)
    }

    fn rest(&mut self, _: &Ui) -> Vec<Effect> {
        self.rested = self.list.current().cloned().map(Box::new);
        Vec::new()
    }

    fn fill(&mut self, _: &Ui) -> Vec<Effect> {
        self.list.fill(self.staged.stage)
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        self.paint(area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        self.said(ui)
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        let draft = self.kept.draft();
        let is_empty = draft.fields.is_empty() || self.is_done;
        (!is_empty).then_some(draft).into_iter().collect()
    }

    fn why(&self, ui: &Ui) -> Vec<String> {
        let notes = self.staged.notes.iter();
        notes.map(|note| said::note(note, ui)).collect()
    }

    fn topic(&self) -> Topic {
        Topic::Import
    }
}
