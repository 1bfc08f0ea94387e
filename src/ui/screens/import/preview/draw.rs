//! How a preview looks: the file, the counts, the rows of one sort, and the row under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Focus, Preview};
use crate::ui::canvas::{columns, fit, pad, pad_left, put, rows, rule, width};
use crate::ui::screen::Ui;
use crate::ui::screens::import::parts::{
    SORTS, count_of, deadline_short, number, open_doubts, parts_short, sign,
};
use crate::ui::screens::import::said;
use crate::work::request::import::StagedRow;

/// From this width on the row stands beside the list.
const WIDE: u16 = 126;
/// Below this size there is one plain list, or the doubts of one row.
const PLAIN: (u16, u16) = (60, 12);
/// The cells of a lead and of a deadline in the list.
const LEAD: usize = 13;
const DUE: usize = 8;

/// Where things stand.
#[derive(Default)]
struct Layout {
    head: Option<Rect>,
    counts: Option<Rect>,
    heading: Option<Rect>,
    list: Option<Rect>,
    /// The row of a rule above the part.
    rule: Option<Rect>,
    part: Option<Rect>,
    is_beside: bool,
}

impl Layout {
    fn new(area: Rect, focus: Focus) -> Self {
        if area.width < PLAIN.0 || area.height < PLAIN.1 {
            let mut layout = Self::default();
            match focus {
                Focus::Rows => layout.list = Some(area),
                Focus::Doubts => layout.part = Some(area),
            }
            return layout;
        }
        let body = rows(area, 3, area.height - 3);
        let mut layout = Self {
            head: Some(rows(area, 0, 1)),
            counts: Some(rows(area, 1, 1)),
            heading: Some(rows(area, 2, 1)),
            ..Self::default()
        };
        if area.width >= WIDE {
            let wide = body.width * 42 / 100;
            let left = body.width - wide;
            layout.heading = Some(columns(rows(area, 2, 1), 0, left - 1));
            layout.list = Some(columns(body, 0, left - 1));
            let part = rows(area, 2, area.height - 2);
            layout.part = Some(columns(part, left, wide));
            layout.is_beside = true;
            return layout;
        }
        let list = match focus {
            Focus::Rows => (body.height * 5 / 9).max(3),
            // The doubts are the work: of the list the neighbours stay.
            Focus::Doubts => (body.height / 4).max(1),
        };
        layout.list = Some(rows(body, 0, list));
        layout.rule = Some(rows(body, list, 1));
        layout.part = Some(rows(body, list + 1, body.height));
        layout
    }
}

impl Preview {
    pub(super) fn paint(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let layout = Layout::new(area, self.focus);
        if let Some(line) = layout.head {
            put(buffer, line, 1, 0, &self.head(ui), ui.theme.title);
        }
        if let Some(line) = layout.counts {
            self.paint_counts(line, buffer, ui);
        }
        if let Some(line) = layout.rule {
            rule(buffer, line, 0, ui.theme.rule);
        }
        let mut cursor = None;
        if let Some(list) = layout.list {
            let has_heading = layout.heading;
            cursor = self.paint_rows(list, has_heading, buffer, ui);
        }
        if let Some(part) = layout.part {
            let mut part = part;
            if layout.is_beside {
                for y in 0..part.height {
                    put(buffer, part, 0, y, "│", ui.theme.rule);
                }
                part = columns(part, 2, part.width);
            } else if layout.list.is_some() {
                part = columns(part, 1, part.width);
            }
            match self.focus {
                Focus::Rows => self.paint_detail(part, buffer, ui),
                Focus::Doubts => cursor = self.paint_doubts(part, buffer, ui).or(cursor),
            }
        }
        cursor.or((!area.is_empty()).then(|| area.as_position()))
    }

    /// `phu-luc.xlsx · XLSX · trang tính "Phụ lục 1" (1/3) · 9125/KH-UBND`.
    fn head(&self, ui: &Ui) -> String {
        let t = &ui.t.import;
        let staged = &self.staged;
        let file = staged.spec.path.file_name().unwrap_or_default();
        let mut parts = vec![
            file.to_string_lossy().into_owned(),
            (t.preview.form)(staged.form),
        ];
        if let Some(sheet) = staged.sheets.get(staged.sheet)
            && !sheet.name.is_empty()
        {
            parts.push((t.preview.sheet)(
                &sheet.name,
                staged.sheet + 1,
                staged.sheets.len(),
            ));
        }
        parts.extend(staged.spec.document.clone());
        parts.join(" · ")
    }

    /// `1 Mới 120  2 Đổi 3  3 Giữ nguyên 40 [4 Cần rà soát 17] 5 Bỏ qua 9  6 Tất cả 189`.
    fn paint_counts(&self, line: Rect, buffer: &mut Buffer, ui: &Ui) {
        let wide = usize::from(line.width).saturating_sub(1);
        let texts = |is_short: bool| -> Vec<String> {
            (1..)
                .zip(SORTS)
                .map(|(digit, which)| {
                    let count = number(count_of(which, &self.staged.counts), ui);
                    let text = format!("{digit} {} {count}", said::sort(which, is_short, ui));
                    match which == self.list.which {
                        true => format!("[{text}]"),
                        false => text,
                    }
                })
                .collect()
        };
        let room = |texts: &[String]| texts.iter().map(|text| width(text) + 1).sum::<usize>();
        let mut shown = texts(false);
        if room(&shown) > wide {
            shown = texts(true);
        }
        if room(&shown) > wide {
            shown.retain(|text| text.starts_with('['));
        }
        let mut x = 1;
        for text in shown {
            let style = match text.starts_with('[') {
                true => ui.theme.title,
                false => ui.theme.text,
            };
            put(buffer, line, x, 0, &text, style);
            x += u16::try_from(width(&text) + 1).unwrap_or(0);
        }
    }

    fn paint_rows(
        &mut self,
        area: Rect,
        heading: Option<Rect>,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> Option<Position> {
        self.list.fit(usize::from(area.height));
        let widest = |text: fn(&StagedRow) -> String| {
            let rows = self.list.page().iter();
            rows.map(|row| width(&text(row))).max().unwrap_or(0)
        };
        let shape = Shape {
            wide: usize::from(area.width),
            line: widest(|row| row.line.to_string()).max(4),
            item: widest(item_of).clamp(3, 8),
        };
        if let Some(line) = heading {
            put(buffer, line, 0, 0, &shape.headings(ui), ui.theme.heading);
        }
        let mut cursor = None;
        for (y, row) in (0..area.height).zip(self.list.page()) {
            let is_here = usize::from(y) == self.list.line();
            let mark = if self.marks.contains(&row.place) {
                "*"
            } else {
                " "
            };
            put(buffer, area, 0, y, mark, ui.theme.text);
            put(buffer, area, 3, y, &shape.row(row, ui), ui.theme.text);
            let style = match sign(row) {
                '?' => ui.theme.soon,
                _ => ui.theme.text,
            };
            put(buffer, area, 2, y, &sign(row).to_string(), style);
            if is_here {
                let style = match self.focus {
                    Focus::Rows => ui.theme.focus,
                    Focus::Doubts => ui.theme.text,
                };
                put(buffer, area, 1, y, ">", style);
                cursor = (area.width > 2).then(|| Position::new(area.x + 2, area.y + y));
            }
        }
        if self.list.page().is_empty() && !self.list.is_stale() {
            put(
                buffer,
                area,
                1,
                0,
                ui.t.import.preview.no_rows,
                ui.theme.text,
            );
        }
        cursor
    }

    /// What stands on the message line: where one is, what is marked, what is doubted.
    pub(super) fn said(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.import;
        if self.focus == Focus::Doubts {
            return Some(t.settling.doubts_hint.to_owned());
        }
        let (at, total) = self.list.place();
        let mut parts = vec![(t.preview.place)(&number(at, ui), &number(total, ui))];
        if !self.marks.is_empty() {
            parts.push((ui.t.tasks.marked)(self.marks.len()));
        }
        parts.push(match self.list.current() {
            Some(row) if !open_doubts(row).is_empty() => t.settling.review_hint.to_owned(),
            Some(row) if row.skipped.is_some() => t.settling.skipped_hint.to_owned(),
            _ => t.settling.rows_hint.to_owned(),
        });
        Some(parts.join(" · "))
    }
}

fn item_of(row: &StagedRow) -> String {
    row.task
        .as_ref()
        .map_or_else(String::new, |task| task.number.clone())
}

/// The columns of the list.
struct Shape {
    wide: usize,
    line: usize,
    item: usize,
}

impl Shape {
    /// Lead and deadline have room.
    fn is_full(&self) -> bool {
        self.wide >= 56
    }

    fn content(&self) -> usize {
        let others = 4 + self.line + 1 + self.item + 1;
        let right = if self.is_full() { LEAD + DUE + 3 } else { 0 };
        self.wide.saturating_sub(others + right)
    }

    fn headings(&self, ui: &Ui) -> String {
        let t = &ui.t.import;
        let [line, item, content, lead, due] = t.preview.headings;
        let head = format!(
            "    {} {} {}",
            pad_left(line, self.line),
            pad(item, self.item),
            pad(content, self.content())
        );
        match self.is_full() {
            true => format!("{head} {} {}", pad(lead, LEAD), fit(due, DUE)),
            false => head,
        }
    }

    fn row(&self, row: &StagedRow, ui: &Ui) -> String {
        let content = match &row.task {
            Some(task) if row.skipped.is_none() => task.content.clone(),
            _ => said_skipped(row, ui),
        };
        let head = format!(
            " {} {} {}",
            pad_left(&row.line.to_string(), self.line),
            pad(&item_of(row), self.item),
            pad(&content, self.content())
        );
        match &row.task {
            Some(task) if self.is_full() && row.skipped.is_none() => format!(
                "{head} {} {}",
                pad(&parts_short(&task.leads, ui), LEAD),
                fit(&deadline_short(&task.deadline, ui), DUE)
            ),
            _ => head,
        }
    }
}

/// Why a row is no task, and what stands in it.
fn said_skipped(row: &StagedRow, ui: &Ui) -> String {
    let why = row.skipped.map_or("", ui.t.import.preview.skipped);
    let content = row.task.as_ref().map(|task| task.content.clone());
    let texts = || {
        let texts = row.cells.iter().map(|cell| cell.text.as_str());
        texts
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let text = content.unwrap_or_else(texts);
    match text.is_empty() {
        true => why.to_owned(),
        false => format!("{why}: {text}"),
    }
}

/// A line of the part below or beside the list.
pub(super) type Line = (String, Style);
