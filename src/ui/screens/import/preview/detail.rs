//! The row under the cursor: what was read from which cell, and why it is doubted; and the doubts to be
//! settled, with those among whom to choose.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Preview;
use super::draw::Line;
use crate::ui::canvas::{fit, put, wrap};
use crate::ui::screen::Ui;
use crate::ui::screens::import::parts::{
    SEVERAL, agency_named, can_hold_everywhere, cell_of, column_of, deadline_said, doubt_said,
    names_agencies, open_doubts, part_named,
};
use crate::ui::screens::import::said;
use crate::work::request::import::{Column, RowFate, StagedCell, StagedRow, StagedTask};

impl Preview {
    /// The row, as far as there is room: the doubts first, they are what one looks for.
    pub(super) fn paint_detail(&self, part: Rect, buffer: &mut Buffer, ui: &Ui) {
        // On a slow line the row before stays until the keys rest: it says itself which it is.
        let shown = if ui.is_moving {
            self.rested.as_deref()
        } else {
            self.list.current()
        };
        let Some(row) = shown else { return };
        let wide = usize::from(part.width.saturating_sub(1)).max(1);
        let mut lines = vec![(first_line(row, ui), ui.theme.title)];
        for doubt in open_doubts(row) {
            let text = format!("? {}", doubt_said(doubt, row, ui));
            lines.extend(broken(&text, wide, ui));
        }
        lines.extend(facts(row, wide, ui));
        let high = usize::from(part.height);
        if lines.len() > high
            && let Some(last) = high.checked_sub(1)
        {
            lines.truncate(high);
            if let Some((text, _)) = lines.get_mut(last) {
                let kept = fit(text, wide.saturating_sub(2));
                // A text that was cut shows it once, where it was cut.
                *text = match kept.ends_with('…') {
                    true => kept,
                    false => format!("{kept} …"),
                };
            }
        }
        for (y, (text, style)) in (0..part.height).zip(lines) {
            put(buffer, part, 0, y, &fit(&text, wide), style);
        }
    }

    /// The doubt that is looked at, with its candidates; the cursor stands on one of them.
    pub(super) fn paint_doubts(
        &self,
        part: Rect,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> Option<Position> {
        let row = self.list.current()?;
        let wide = usize::from(part.width.saturating_sub(1)).max(1);
        let (mut lines, first) = match self.doubt() {
            Some(_) => self.doubt_lines(row, wide, usize::from(part.height), ui),
            None => (
                vec![
                    (first_line(row, ui), ui.theme.title),
                    (
                        ui.t.import.settling.nothing_doubted.to_owned(),
                        ui.theme.text,
                    ),
                ],
                0,
            ),
        };
        let at = first + self.doubting.choice;
        let high = usize::from(part.height.max(1));
        // In a low part the candidate under the cursor shows, whatever has to give way.
        let skipped = (at + 1).saturating_sub(high);
        if lines.len() < high {
            lines.push((String::new(), ui.theme.text));
            lines.extend(facts(row, wide, ui));
        }
        let mut cursor = None;
        for (y, (place, (text, style))) in
            (0..part.height).zip(lines.into_iter().enumerate().skip(skipped))
        {
            let is_here = place == at;
            put(buffer, part, 0, y, &fit(&text, wide), style);
            if is_here {
                put(buffer, part, 0, y, ">", ui.theme.focus);
                let x = 1.min(part.width.saturating_sub(1));
                cursor = Some(Position::new(part.x + x, part.y + y));
            }
        }
        cursor
    }

    /// The lines of a doubt, and which of them the first candidate stands on, or what is done instead.
    fn doubt_lines(
        &self,
        row: &StagedRow,
        wide: usize,
        high: usize,
        ui: &Ui,
    ) -> (Vec<Line>, usize) {
        let t = &ui.t.import;
        let mut lines: Vec<Line> = Vec::new();
        let Some((_, doubt)) = self.doubt() else {
            return (lines, 0);
        };
        let all = open_doubts(row).len();
        let head = (t.settling.doubt)(self.doubting.doubt + 1, all, row.line);
        lines.push((head, ui.theme.title));
        let content = row.task.as_ref().map_or("", |task| task.content.as_str());
        if high > 8 {
            lines.push((fit(content, wide), ui.theme.text));
        }
        lines.extend(broken(&doubt_said(doubt, row, ui), wide, ui));
        let column = column_of(doubt, row);
        let cell = column.and_then(|column| cell_of(row, column));
        if let Some(cell) = cell.filter(|cell| cell.text != doubt.detail && !cell.text.is_empty()) {
            lines.extend(broken(&cell_said(cell, ui), wide, ui));
        }
        if column == Some(Column::Deadline)
            && let Some(task) = &row.task
        {
            let read = deadline_said(&task.deadline, ui);
            lines.push(((t.preview.read_as)(&read), ui.theme.text));
        }
        let first = lines.len();
        for (digit, id) in (1..).zip(self.choices()) {
            let text = match digit {
                1..=9 => format!(" {digit} {}", agency_named(id, ui)),
                _ => format!("   {}", agency_named(id, ui)),
            };
            lines.push((text, ui.theme.text));
        }
        if names_agencies(column) {
            let is_here = self.doubting.only_here || !can_hold_everywhere(doubt);
            let text = match (self.choices().is_empty(), is_here) {
                (true, _) => format!(" {}", t.settling.choose_any),
                (false, true) => t.settling.only_here.to_owned(),
                (false, false) => t.settling.everywhere.to_owned(),
            };
            lines.push((text, ui.theme.text));
            if doubt.code == SEVERAL && !is_here {
                lines.extend(broken(t.settling.one_leads, wide, ui));
            }
        } else if self.choices().is_empty() {
            lines.push((format!(" {}", t.settling.type_again), ui.theme.text));
        }
        (lines, first)
    }
}

fn broken(text: &str, wide: usize, ui: &Ui) -> Vec<Line> {
    let pieces = wrap(text, wide).into_iter();
    pieces.map(|piece| (piece, ui.theme.text)).collect()
}

/// `Dòng 17 · nhiệm vụ mới · 22 nhiệm vụ của cơ quan`.
fn first_line(row: &StagedRow, ui: &Ui) -> String {
    let t = &ui.t.import;
    let mut parts = vec![(t.preview.line)(row.line)];
    match (&row.skipped, &row.task) {
        (Some(why), _) => parts.push((t.preview.skipped)(*why).to_owned()),
        (None, Some(task)) => {
            parts.push(said::fate(&task.fate, ui).to_owned());
            if task.agency_tasks > 1 {
                parts.push((t.preview.agency_tasks)(task.agency_tasks));
            }
            if task.passed_over > 0 {
                parts.push((t.preview.passed_over)(task.passed_over));
            }
            if task.is_settled {
                parts.push(t.preview.is_settled.to_owned());
            }
        }
        (None, None) => {}
    }
    parts.join(" · ")
}

/// What was read: the fields, then what was noted, then what stood there before.
fn facts(row: &StagedRow, wide: usize, ui: &Ui) -> Vec<Line> {
    let t = &ui.t.import;
    let mut lines = Vec::new();
    for cell in &row.cells {
        let mut text = cell_said(cell, ui);
        if let Some(task) = row.task.as_deref()
            && let Some(read) = read_from(cell.column, task, ui)
        {
            text = format!("{text} → {read}");
        }
        lines.extend(broken(&text, wide, ui));
        if let Some((coding, before)) = &cell.before {
            lines.extend(broken(&(t.preview.decoded)(*coding, before), wide, ui));
        }
    }
    let Some(task) = row.task.as_deref() else {
        return lines;
    };
    if let RowFate::Changed(changes) = &task.fate {
        for change in changes {
            let label = (ui.t.log.field)(&change.field);
            let label = if label.is_empty() {
                &change.field
            } else {
                label
            };
            let text = format!("~ {label}: {} → {}", change.before, change.after);
            lines.extend(broken(&text, wide, ui));
        }
    }
    for note in task
        .doubts
        .iter()
        .filter(|doubt| doubt.is_note || task.is_settled)
    {
        let text = format!("· {}", doubt_said(note, row, ui));
        lines.extend(broken(&text, wide, ui));
    }
    lines
}

/// `Chủ trì E17 (lấy từ E12): Sở Tài chính`.
fn cell_said(cell: &StagedCell, ui: &Ui) -> String {
    let t = &ui.t.import;
    let name = (t.columns.column)(cell.column);
    let mut head = format!("{name} {}", cell.place);
    if let Some(from) = &cell.from {
        head = format!("{head} {}", (t.preview.carried)(from));
    }
    if cell.is_by_hand {
        head = format!("{head} {}", t.preview.by_hand);
    }
    format!("{}: {}", head.trim_end(), cell.text)
}

/// What a cell was taken for, where its text does not say that itself.
fn read_from(column: Column, task: &StagedTask, ui: &Ui) -> Option<String> {
    let named = |parts: &[crate::work::request::import::Part]| {
        let names: Vec<String> = parts.iter().map(|part| part_named(part, ui)).collect();
        (!names.is_empty()).then(|| names.join("; "))
    };
    match column {
        Column::Lead => named(&task.leads),
        Column::Support => named(&task.supports),
        Column::Deadline => Some(deadline_said(&task.deadline, ui)),
        Column::Area => task
            .area
            .and_then(|id| ui.facts.area(id))
            .map(|area| area.code.clone()),
        Column::Item | Column::Content | Column::Product | Column::Document => None,
    }
}
