//! The last imports: file, who, when, how far, how many; one can be finished or taken back.

use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::canvas::{pad, pad_left, put, rows, width};
use crate::ui::screen::{Effect, Message, Ui};
use crate::ui::screens::import::parts::number;
use crate::ui::screens::import::written_by;
use crate::work::request::import::{Batch, BatchState};
use crate::work::request::{OperationKey, Request};

/// So many imports are listed.
const LISTED: usize = 50;

/// The list below the form.
#[derive(Default)]
pub struct Batches {
    batches: Option<Vec<Batch>>,
    at: usize,
    first: usize,
    height: usize,
    /// Whether to take the one under the cursor back is asked.
    asks: bool,
}

impl Batches {
    /// What is asked to fill it.
    pub fn ask(&self) -> Effect {
        Effect::Fetch(Request::Batches { limit: LISTED })
    }

    /// Takes in what was imported.
    pub fn take(&mut self, batches: &[Batch]) {
        self.batches = Some(batches.to_vec());
        self.at = self.at.min(batches.len().saturating_sub(1));
        self.asks = false;
    }

    /// True where nothing was imported yet, or that is not known.
    pub fn is_empty(&self) -> bool {
        self.batches.as_ref().is_none_or(Vec::is_empty)
    }

    /// True with the cursor on the first.
    pub fn is_at_top(&self) -> bool {
        self.at == 0
    }

    /// True while a question is open.
    pub fn is_asking(&self) -> bool {
        self.asks
    }

    fn current(&self) -> Option<&Batch> {
        self.batches.as_ref()?.get(self.at)
    }

    /// A key; `path` is what the field for the file names.
    pub fn act(&mut self, action: Action, path: &Path, ui: &Ui) -> Vec<Effect> {
        let last = self.batches.as_ref().map_or(0, Vec::len).saturating_sub(1);
        let page = self.height.max(1);
        let asks = std::mem::take(&mut self.asks);
        let Some(batch) = self.current().cloned() else {
            return vec![Effect::Useless];
        };
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(last),
            Action::PageUp => self.at = self.at.saturating_sub(page),
            Action::PageDown => self.at = (self.at + page).min(last),
            Action::First => self.at = 0,
            Action::Last => self.at = last,
            Action::Refresh => return vec![self.ask()],
            Action::Enter => return vec![written_by(batch.id, ui)],
            Action::Back => {}
            Action::TakeBack => match batch.state {
                BatchState::Finished | BatchState::Unfinished | BatchState::TakingBack => {
                    self.asks = true;
                    // As a message: how far a work is would hide a hint, and nobody should say yes unasked.
                    let count = number(batch.written, ui);
                    let text = (ui.t.import.start.ask_take_back)(&batch.file, &count);
                    return vec![Effect::Say(Message::plain(text))];
                }
                BatchState::Cancelled | BatchState::TakenBack => {
                    return vec![Effect::Say(Message::plain(ui.t.import.start.is_taken_back))];
                }
            },
            Action::DoIt if asks => {
                return vec![Effect::Fetch(Request::UndoBatch {
                    key: OperationKey::fresh(),
                    batch: batch.id,
                })];
            }
            Action::DoIt if ui.running.is_some() => {
                return vec![Effect::Say(Message::plain(ui.t.import.writing.wait))];
            }
            Action::DoIt => return finish(&batch, path, ui),
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }

    /// What stands on the message line.
    pub fn hint(&self, ui: &Ui) -> String {
        let t = &ui.t.import;
        match self.current() {
            Some(batch) if self.asks => {
                (t.start.ask_take_back)(&batch.file, &number(batch.written, ui))
            }
            Some(batch) => match batch.state {
                BatchState::Unfinished => t.start.unfinished_hint,
                BatchState::TakingBack => t.start.half_back_hint,
                BatchState::Finished | BatchState::Cancelled | BatchState::TakenBack => {
                    t.start.batches_hint
                }
            }
            .to_owned(),
            None => t.start.batches_hint.to_owned(),
        }
    }

    /// Draws a heading and the list; returns the place of the cursor.
    pub fn draw(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        has_focus: bool,
        ui: &Ui,
    ) -> Option<Position> {
        let t = &ui.t.import;
        let has_heading = area.height > 2;
        if has_heading {
            put(buffer, area, 2, 0, t.start.batches, ui.theme.heading);
        }
        let list = rows(area, u16::from(has_heading), area.height);
        let Some(batches) = &self.batches else {
            return None;
        };
        if batches.is_empty() {
            put(buffer, list, 2, 0, t.start.no_batches, ui.theme.text);
            return None;
        }
        self.height = usize::from(list.height).max(1);
        if self.at < self.first || self.at >= self.first + self.height {
            self.first = self.at - self.at % self.height;
        }
        let wide = usize::from(area.width);
        let mut cursor = None;
        let shown = batches.iter().enumerate().skip(self.first);
        for (y, (place, batch)) in (0..list.height).zip(shown) {
            put(
                buffer,
                list,
                3,
                y,
                &line(batch, wide.saturating_sub(4), ui),
                ui.theme.text,
            );
            if place == self.at && has_focus {
                put(buffer, list, 1, y, ">", ui.theme.focus);
                let x = 1.min(list.width.saturating_sub(1));
                cursor = Some(Position::new(list.x + x, list.y + y));
            }
        }
        cursor
    }
}

/// Goes on with an import that broke off, from the file that the form names.
fn finish(batch: &Batch, path: &Path, ui: &Ui) -> Vec<Effect> {
    if batch.state != BatchState::Unfinished {
        return vec![Effect::Useless];
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if crate::domain::fold::clean(&name) != crate::domain::fold::clean(&batch.file) {
        let text = (ui.t.import.start.name_the_file)(&batch.file);
        return vec![Effect::Say(Message::refusal(text))];
    }
    vec![Effect::Fetch(Request::FinishBatch {
        key: OperationKey::fresh(),
        batch: batch.id,
        path: path.to_path_buf(),
    })]
}

/// `25/11/2026 18:22  phu-luc.xlsx   cv.snv   đã nhập   120`.
fn line(batch: &Batch, cells: usize, ui: &Ui) -> String {
    let count = match batch.state {
        BatchState::Finished => number(batch.written, ui),
        BatchState::Unfinished
        | BatchState::Cancelled
        | BatchState::TakingBack
        | BatchState::TakenBack => {
            format!(
                "{}/{}",
                number(batch.written, ui),
                number(batch.planned, ui)
            )
        }
    };
    let state = (ui.t.import.start.state)(batch.state);
    let at = format::moment(batch.at);
    let right = format!("{} {}", pad(state, 15), pad_left(&count, 13));
    let room = cells.saturating_sub(width(&right) + 1);
    if room < 20 {
        return format!("{} {state}", pad(&batch.file, cells.saturating_sub(16)));
    }
    if room < 44 {
        return format!("{} {right}", pad(&batch.file, room));
    }
    let file = room - 18 - 13;
    format!(
        "{at}  {} {} {right}",
        pad(&batch.file, file),
        pad(&batch.who, 12)
    )
}
