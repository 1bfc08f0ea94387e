//! What keys do in the rows of a preview, and what dialogs above it were closed with.

use std::sync::Arc;

use super::{Doubting, Focus, Pending, Preview};
use crate::domain::id::AgencyId;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::screen::{Effect, Message, Outcome, Ui};
use crate::ui::screens::choice::Choice;
use crate::ui::screens::import::columns::Columns;
use crate::ui::screens::import::parts::{SORTS, meaning, open_doubts};
use crate::ui::screens::import::write::Write;
use crate::ui::widgets::narrow::Item;
use crate::work::request::Request;
use crate::work::request::import::{
    Column, ImportSpec, Part, Settlement, SkipReason, StagedRow, Which,
};

impl Preview {
    /// While this file is read again or written its rows cannot be asked for: one can look at what stands
    /// there, see how far it is, leave, or end the reading.
    pub(super) fn step_while_running(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Back if self.reading.is_some() => vec![Effect::Cancel],
            Action::Back | Action::Close => {
                vec![Effect::Keep(self.kept.draft()), Effect::Close]
            }
            Action::DoIt if self.reading.is_none() => {
                let write = Write::new(self.staged.clone(), ui.running);
                vec![Effect::Open(Box::new(write))]
            }
            _ => vec![Effect::Say(Message::plain(ui.t.import.writing.wait))],
        }
    }

    pub(super) fn step_in_rows(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let stage = self.staged.stage;
        if let Some(effects) = self.list.act(action, stage) {
            return effects;
        }
        match action {
            Action::Digit(digit @ 1..=6) => match SORTS.get(usize::from(digit) - 1) {
                Some(which) => vec![self.list.show(*which, stage)],
                None => vec![Effect::Useless],
            },
            Action::NextPane => self.turn(1),
            Action::PreviousPane => self.turn(SORTS.len() - 1),
            Action::Enter => self.enter_doubts(ui),
            Action::Mark => self.mark(),
            Action::Back | Action::Close => vec![
                Effect::Keep(self.kept.draft()),
                Effect::Close,
                Effect::Say(Message::plain(ui.t.import.settling.left)),
            ],
            Action::DoIt if self.reading.is_some() => vec![Effect::Useless],
            Action::DoIt => {
                let write = Write::new(self.staged.clone(), ui.running);
                // From there one may go home; where nothing comes of the writing, this is offered again.
                let kept = Effect::Keep(self.kept.draft());
                vec![kept, Effect::Open(Box::new(write))]
            }
            Action::Columns => {
                let columns = Columns::of_stage(self.staged.clone());
                vec![Effect::Open(Box::new(columns))]
            }
            Action::Sheet => self.choose_sheet(ui),
            Action::Refresh => self.read_with(self.staged.spec.clone(), true),
            _ => self.step_anywhere(action, ui),
        }
    }

    /// What means the same in the rows and in the doubts of one.
    pub(super) fn step_anywhere(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::NextDoubt => self.seek_from_here(true, ui),
            Action::PreviousDoubt => self.seek_from_here(false, ui),
            Action::AsRead => {
                let places = self.places(|row| !open_doubts(row).is_empty());
                match places.is_empty() {
                    true => vec![Effect::Say(Message::plain(
                        ui.t.import.settling.nothing_doubted,
                    ))],
                    false => self.settle(Settlement::AsRead { places }),
                }
            }
            Action::AllAsRead => {
                let row = self.list.current();
                let doubts = row.map(open_doubts).unwrap_or_default();
                let code = doubts.get(self.doubting.doubt).or(doubts.first());
                match code.map(|doubt| doubt.code.clone()) {
                    Some(code) => self.settle(Settlement::AllAsRead { code }),
                    None => vec![Effect::Say(Message::plain(
                        ui.t.import.settling.nothing_doubted,
                    ))],
                }
            }
            Action::Delete => self.leave_out(ui),
            Action::TakeBack if self.staged.settlements > 0 => {
                vec![Effect::Ask(Request::Unsettle {
                    stage: self.staged.stage,
                })]
            }
            Action::TakeBack => vec![Effect::Say(Message::plain(
                ui.t.import.settling.nothing_settled,
            ))],
            _ => vec![Effect::Useless],
        }
    }

    /// The marked rows, or the one under the cursor where it is of that sort. Marks are used up.
    fn places(&mut self, is_meant: impl Fn(&StagedRow) -> bool) -> Vec<u64> {
        if !self.marks.is_empty() && self.focus == Focus::Rows {
            return std::mem::take(&mut self.marks).into_iter().collect();
        }
        let row = self.list.current().filter(|row| is_meant(row));
        row.map(|row| row.place).into_iter().collect()
    }

    /// Rows are left out; one that was left out is taken in again.
    fn leave_out(&mut self, ui: &Ui) -> Vec<Effect> {
        let is_out = self
            .list
            .current()
            .is_some_and(|row| row.skipped == Some(SkipReason::LeftOut));
        let places = self.places(|row| is_out || row.skipped.is_none());
        if places.is_empty() {
            return vec![Effect::Say(Message::plain(ui.t.import.settling.no_task))];
        }
        self.settle(Settlement::LeaveOut {
            places,
            out: !is_out,
        })
    }

    fn turn(&mut self, by: usize) -> Vec<Effect> {
        let at = SORTS.iter().position(|which| *which == self.list.which);
        let next = (at.unwrap_or(0) + by) % SORTS.len();
        let which = SORTS.get(next).copied().unwrap_or(Which::All);
        vec![self.list.show(which, self.staged.stage)]
    }

    fn mark(&mut self) -> Vec<Effect> {
        let Some(place) = self.list.current().map(|row| row.place) else {
            return vec![Effect::Useless];
        };
        if !self.marks.remove(&place) {
            self.marks.insert(place);
        }
        let stage = self.staged.stage;
        self.list.act(Action::Down, stage).unwrap_or_default()
    }

    /// Into the doubts of this row; from a row without doubts to the next that has some.
    fn enter_doubts(&mut self, ui: &Ui) -> Vec<Effect> {
        let Some(row) = self.list.current() else {
            return vec![Effect::Useless];
        };
        if row.task.is_none() {
            return vec![Effect::Say(Message::plain(ui.t.import.settling.no_task))];
        }
        self.focus = Focus::Doubts;
        self.doubting = Doubting::default();
        Vec::new()
    }

    /// Reads the file again with another spec; what was settled stays where it is the same sheet.
    pub(super) fn read_with(&mut self, spec: ImportSpec, keeps: bool) -> Vec<Effect> {
        let request = Request::Stage {
            spec,
            after: keeps.then_some(self.staged.stage),
        };
        self.reading = Some(request.clone());
        vec![Effect::Fetch(request)]
    }

    fn choose_sheet(&mut self, ui: &Ui) -> Vec<Effect> {
        if self.staged.sheets.len() < 2 {
            return vec![Effect::Say(Message::plain(ui.t.import.preview.one_sheet))];
        }
        let named = self.staged.sheets.iter().map(|sheet| {
            let hidden = if sheet.is_hidden {
                ui.t.import.preview.hidden
            } else {
                ""
            };
            Item::new(sheet.name.clone(), "", &format!("{}{hidden}", sheet.name))
        });
        let items: Arc<[Item]> = named.collect();
        let current = self.staged.sheets.get(self.staged.sheet);
        let current = current.map(|sheet| sheet.name.clone());
        self.pending = Some(Pending::Sheet);
        let choice = Choice::new(ui.t.import.preview.sheets.to_owned(), items, current);
        vec![Effect::Open(Box::new(choice))]
    }

    /// What a dialog was closed with.
    pub(super) fn take_outcome(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        match (self.pending.take(), outcome) {
            (Some(Pending::Sheet), Outcome::Text(name)) => {
                let spec = ImportSpec {
                    sheet: Some(name),
                    columns: Vec::new(),
                    codings: Vec::new(),
                    ..self.staged.spec.clone()
                };
                self.read_with(spec, false)
            }
            (Some(Pending::Meant), Outcome::Text(value)) => self.take_meant(&value, ui),
            (Some(Pending::Text(column)), Outcome::Text(text)) => self.set_text(column, text),
            (Some(Pending::Text(column)), Outcome::Day(day)) => {
                self.set_text(column, format::date(day))
            }
            (_, Outcome::Query { words, query }) => {
                let tasks = crate::ui::screens::tasks(query, words, None);
                vec![Effect::Open(tasks)]
            }
            _ => Vec::new(),
        }
    }

    fn set_text(&mut self, column: Column, text: String) -> Vec<Effect> {
        let Some(place) = self.list.current().map(|row| row.place) else {
            return Vec::new();
        };
        self.settle(Settlement::Text {
            place,
            column,
            text,
        })
    }

    fn take_meant(&mut self, value: &str, ui: &Ui) -> Vec<Effect> {
        use crate::domain::agency::Group;
        let part = Group::from_token(value).map(Part::Group);
        let id = || value.parse().ok().map(|id| Part::Agency(AgencyId(id)));
        let Some(part) = part.or_else(id) else {
            return Vec::new();
        };
        self.choose(part, ui)
    }

    /// Somebody is meant where the doubt stands.
    pub(super) fn choose(&mut self, part: Part, ui: &Ui) -> Vec<Effect> {
        let only_here = self.doubting.only_here;
        let settlement = self
            .doubt()
            .and_then(|(row, doubt)| meaning(doubt, row, part, only_here, ui));
        match settlement {
            Some(settlement) => self.settle(settlement),
            None => vec![Effect::Useless],
        }
    }
}
