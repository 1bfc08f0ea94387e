//! What keys do in the doubts of a row: digits choose who is meant, F4 anybody, F6 another text.

use std::sync::Arc;

use super::{Focus, Pending, Preview};
use crate::domain::agency::Group;
use crate::ui::action::Action;
use crate::ui::screen::{Effect, Ui};
use crate::ui::screens::choice::{Choice, choosing};
use crate::ui::screens::import::cell::Cell;
use crate::ui::screens::import::parts::{
    candidates, cell_of, column_of, names_agencies, open_doubts, reference,
};
use crate::ui::widgets::form::Wanted;
use crate::ui::widgets::narrow::Item;
use crate::work::request::import::{Column, Part};

impl Preview {
    /// How many candidates the doubt that is looked at has.
    pub(super) fn choices(&self) -> Vec<crate::domain::id::AgencyId> {
        let doubt = self.doubt();
        doubt.map_or_else(Vec::new, |(row, doubt)| candidates(doubt, row))
    }

    pub(super) fn step_in_doubts(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let doubts = self.list.current().map_or(0, |row| open_doubts(row).len());
        let last = self.choices().len().saturating_sub(1);
        match action {
            Action::Up => self.doubting.choice = self.doubting.choice.saturating_sub(1),
            Action::Down => self.doubting.choice = (self.doubting.choice + 1).min(last),
            Action::First | Action::PageUp => self.doubting.choice = 0,
            Action::Last | Action::PageDown => self.doubting.choice = last,
            Action::Right | Action::NextPane if doubts > 0 => self.other_doubt(1, doubts),
            Action::Left | Action::PreviousPane if doubts > 0 => {
                self.other_doubt(doubts - 1, doubts);
            }
            Action::Mark => self.doubting.only_here = !self.doubting.only_here,
            Action::Back => self.focus = Focus::Rows,
            Action::Close => {
                self.focus = Focus::Rows;
                return vec![Effect::Pass(Action::Close)];
            }
            Action::Digit(digit @ 1..=9) => {
                return self.choose_numbered(usize::from(digit) - 1, ui);
            }
            Action::Enter => return self.enter(ui),
            Action::Choose => return self.choose_other(ui),
            Action::Edit => return self.edit(ui),
            _ => return self.step_anywhere(action, ui),
        }
        Vec::new()
    }

    fn other_doubt(&mut self, by: usize, doubts: usize) {
        self.doubting.doubt = (self.doubting.doubt + by) % doubts;
        self.doubting.choice = 0;
    }

    fn choose_numbered(&mut self, place: usize, ui: &Ui) -> Vec<Effect> {
        match self.choices().get(place) {
            Some(id) => self.choose(Part::Agency(*id), ui),
            None => vec![Effect::Useless],
        }
    }

    /// The candidate under the cursor; where there is none, any agency, or another text.
    fn enter(&mut self, ui: &Ui) -> Vec<Effect> {
        if !self.choices().is_empty() {
            return self.choose_numbered(self.doubting.choice, ui);
        }
        let column = self.doubt().and_then(|(row, doubt)| column_of(doubt, row));
        if names_agencies(column) {
            return self.choose_other(ui);
        }
        self.edit(ui)
    }

    /// F4: any agency or group, a day, an area, by the column.
    fn choose_other(&mut self, ui: &Ui) -> Vec<Effect> {
        let column = self.column();
        let title = (ui.t.import.columns.column)(column).to_owned();
        match column {
            Column::Lead | Column::Support => {
                self.pending = Some(Pending::Meant);
                vec![Effect::Open(Box::new(Choice::new(
                    title,
                    everybody(ui),
                    None,
                )))]
            }
            Column::Deadline => {
                self.pending = Some(Pending::Text(column));
                let wanted = Wanted::Day {
                    title,
                    current: self
                        .list
                        .current()
                        .and_then(|row| row.task.as_ref()?.deadline.due),
                };
                vec![Effect::Open(choosing(wanted, ui))]
            }
            Column::Area => {
                self.pending = Some(Pending::Text(column));
                let areas = ui.facts.areas.iter();
                let items: Arc<[Item]> = areas
                    .map(|area| Item::new(area.name_vi.clone(), &area.code, &area.name_vi))
                    .collect();
                vec![Effect::Open(Box::new(Choice::new(title, items, None)))]
            }
            Column::Item | Column::Content | Column::Product | Column::Document => self.edit(ui),
        }
    }

    /// The column of the doubt that is looked at; without one that of the deadline or content.
    fn column(&self) -> Column {
        match self.doubt() {
            Some((row, doubt)) => column_of(doubt, row).unwrap_or(Column::Content),
            None => Column::Deadline,
        }
    }

    /// F6: another text for the doubted cell.
    fn edit(&mut self, ui: &Ui) -> Vec<Effect> {
        let column = self.column();
        let Some(row) = self.list.current() else {
            return vec![Effect::Useless];
        };
        let Some(task) = row.task.as_deref() else {
            return vec![Effect::Useless];
        };
        let cell = cell_of(row, column).map_or("", |cell| cell.text.as_str());
        let day = reference(task, &self.staged, ui);
        let screen = Cell::new(column, cell, day, ui);
        self.pending = Some(Pending::Text(column));
        vec![Effect::Open(Box::new(screen))]
    }
}

/// Every agency, those of today first, and the groups.
fn everybody(ui: &Ui) -> Arc<[Item]> {
    let today = ui.facts.today;
    let (now, others): (Vec<_>, Vec<_>) = ui
        .facts
        .agencies
        .iter()
        .partition(|agency| agency.is_valid_on(today));
    let groups = Group::ALL.into_iter().map(|group| {
        let name = (ui.t.terms.group)(group);
        Item::new(group.token(), group.token(), name)
    });
    let agencies = now.into_iter().map(Item::agency);
    let before = others.into_iter().map(Item::agency);
    agencies.chain(groups).chain(before).collect()
}
