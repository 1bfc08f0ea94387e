//! The columns of the list and what stands in them.

use ratatui::style::{Modifier, Style};

use super::options::Options;
use super::view::View;
use crate::domain::condition::Condition;
use crate::domain::deadline::Kind;
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::lang::format;
use crate::ui::canvas::{pad, pad_left};
use crate::ui::screen::Ui;

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Sign, marker, digit, mark.
    Option,
    /// The due date.
    Due,
    /// The working days that are left.
    Left,
    /// The status.
    Status,
    /// The lead.
    Agency,
    /// Progress in percent.
    Progress,
    /// The code.
    Code,
    /// The assigning document.
    Document,
    /// The deliverable.
    Product,
    /// The title.
    Content,
}

impl Column {
    /// The cells it takes, with the blank after it; the title takes the rest.
    const fn cells(self) -> usize {
        match self {
            Self::Option | Self::Left | Self::Progress => 5,
            Self::Status => 7,
            Self::Agency | Self::Due => 9,
            Self::Code => 20,
            Self::Document => 16,
            Self::Product => 22,
            Self::Content => 0,
        }
    }

    /// Its heading.
    fn heading(self, ui: &Ui) -> &'static str {
        let t = &ui.t.tasks;
        match self {
            Self::Option => t.option,
            Self::Due => t.due,
            Self::Left => t.left,
            Self::Status => t.status,
            Self::Agency => t.agency,
            Self::Progress => t.progress,
            Self::Code => t.code,
            Self::Document => t.document,
            Self::Product => t.product,
            Self::Content => t.content,
        }
    }

    fn is_right(self) -> bool {
        matches!(self, Self::Left | Self::Progress)
    }
}

/// The columns for so many cells, with their widths.
///
/// What one reads first stands always; the rest joins where the title keeps enough room to be read.
///
/// The days that are left have the cells of the longest number among these rows, which are never cut; so has
/// the due date with its extensions, where there is room.
pub(super) fn choose(
    cells: usize,
    view: View,
    has_many_agencies: bool,
    longest_days: usize,
    longest_due: usize,
) -> Vec<(Column, usize)> {
    let wide = |column: Column| match column {
        Column::Left => column.cells().max(longest_days + 1),
        Column::Due if cells >= 50 => column.cells().max(longest_due + 1),
        other => other.cells(),
    };
    let mut columns = vec![Column::Option];
    // In a very narrow window the days that are left say more than the date.
    if cells >= 28 {
        columns.push(Column::Due);
    }
    if cells >= 15 {
        columns.push(Column::Left);
    }
    if cells >= 50 {
        columns.push(Column::Status);
    }
    let used: usize = columns.iter().map(|column| wide(*column)).sum();
    let mut room = cells.saturating_sub(used);
    let mut join = |column: Column, title: usize| {
        if room >= column.cells() + title {
            room -= column.cells();
            columns.push(column);
        }
    };
    // What F11 asked for comes first; the title gives way.
    match view {
        View::Codes => join(Column::Code, 8),
        View::Documents => join(Column::Document, 8),
        View::Preview | View::List => {}
    }
    if has_many_agencies {
        join(Column::Agency, 20);
    }
    if view == View::Documents {
        join(Column::Product, 30);
    }
    join(Column::Progress, 34);
    if view == View::List {
        join(Column::Code, 44);
        join(Column::Product, 44);
    }
    let mut widths: Vec<_> = columns
        .into_iter()
        .map(|column| (column, wide(column)))
        .collect();
    widths.push((Column::Content, room));
    widths
}

/// The cells of the longest number of days among these tasks.
pub(super) fn longest_days(tasks: &[Task], ui: &Ui) -> usize {
    let day = ui.facts.day();
    let cells = tasks.iter().map(|task| left(task, day.judge(task)).len());
    cells.max().unwrap_or(0)
}

/// The cells of the longest due date among these tasks.
pub(super) fn longest_due(tasks: &[Task], ui: &Ui) -> usize {
    let cells = tasks
        .iter()
        .map(|task| crate::ui::canvas::width(&due(task, ui)));
    cells.max().unwrap_or(0)
}

/// The headings, in one text.
pub(super) fn headings(columns: &[(Column, usize)], ui: &Ui) -> String {
    columns
        .iter()
        .map(|(column, cells)| in_cells(*column, column.heading(ui), *cells))
        .collect()
}

/// A text in a column's cells, with the blank that follows it.
fn in_cells(column: Column, text: &str, cells: usize) -> String {
    if column == Column::Content {
        return crate::ui::canvas::fit(text, cells);
    }
    let room = cells.saturating_sub(1);
    if column.is_right() {
        format!("{} ", pad_left(text, room))
    } else {
        format!("{} ", pad(text, room))
    }
}

/// A piece of a row: where it begins within the row, what it says, how it looks.
pub(super) type Piece = (usize, String, Style);

/// What is to be known to draw a row.
#[derive(Clone, Copy)]
pub(super) struct RowLook<'a> {
    /// What stands in the option column.
    pub options: &'a Options,
    /// The cursor is on this row.
    pub is_selected: bool,
    /// The list has the focus.
    pub is_focused: bool,
}

/// The pieces of a task's row. The selected one has its marker and a reversed option cell, and is not
/// repainted otherwise: a move costs some twenty bytes.
pub(super) fn pieces(
    task: &Task,
    columns: &[(Column, usize)],
    look: RowLook,
    ui: &Ui,
) -> Vec<Piece> {
    let condition = ui.facts.day().judge(task);
    let (sign, style) = sign(task, condition, ui);
    let mut pieces = Vec::new();
    let mut x = 0;
    for (column, cells) in columns {
        if *column == Column::Option {
            pieces.extend(option(task, sign, style, look, ui));
        } else {
            let mut text = text(*column, task, condition, ui);
            // Where there is no room for how often it was extended, the date stands alone.
            if *column == Column::Due && crate::ui::canvas::width(&text) >= *cells {
                text = task.due.map_or(text, format::short_date);
            }
            let style = match column {
                Column::Left => style,
                _ => ui.theme.text,
            };
            pieces.push((x, in_cells(*column, &text, *cells), style));
        }
        x += cells;
    }
    pieces
}

fn option(task: &Task, sign: char, style: Style, look: RowLook, ui: &Ui) -> [Piece; 4] {
    let digit = look.options.digit(task.id);
    let cell = digit.map_or_else(|| "_".to_owned(), |digit| digit.to_string());
    let cell_style = match (look.is_selected && look.is_focused, digit) {
        (true, _) => ui.theme.focus,
        (false, Some(_)) => ui.theme.digit,
        (false, None) => ui.theme.text,
    };
    let marker = if look.is_selected { ">" } else { " " };
    let mark = if look.options.is_marked(task.id) {
        "*"
    } else {
        " "
    };
    [
        (0, sign.to_string(), style),
        (1, marker.to_owned(), ui.theme.text),
        (2, cell, cell_style),
        (3, mark.to_owned(), ui.theme.digit),
    ]
}

/// The sign before a row, and how it and its days look.
pub(super) fn sign(task: &Task, condition: Condition, ui: &Ui) -> (char, Style) {
    match (task.status, condition) {
        (Status::Awaiting, _) => ('=', ui.theme.awaiting),
        (_, Condition::Overdue { .. }) => ('!', ui.theme.overdue),
        (_, Condition::DueSoon { loud: true, .. }) => {
            ('~', ui.theme.soon.add_modifier(Modifier::BOLD))
        }
        (_, Condition::DueSoon { loud: false, .. }) => ('~', ui.theme.soon),
        _ if task.needs_review() => ('?', ui.theme.text),
        _ => (' ', ui.theme.text),
    }
}

fn text(column: Column, task: &Task, condition: Condition, ui: &Ui) -> String {
    match column {
        Column::Option => String::new(),
        Column::Due => due(task, ui),
        Column::Left => left(task, condition),
        Column::Status => (ui.t.terms.short_status)(task.status).to_owned(),
        Column::Agency => ui.facts.agency(task.agency).map_or_else(
            || ui.t.tasks.unresolved.to_owned(),
            |agency| agency.code.clone(),
        ),
        Column::Progress => task
            .progress
            .map_or_else(String::new, |percent| format!("{percent}%")),
        Column::Code => task.code.clone(),
        Column::Document => {
            let mut documents = ui.facts.documents.iter();
            let document = documents.find(|document| Some(document.id) == task.document);
            document.map_or_else(String::new, |document| document.symbol.clone())
        }
        Column::Product => task.product.clone(),
        Column::Content => task.title.clone(),
    }
}

fn due(task: &Task, ui: &Ui) -> String {
    let t = &ui.t.tasks;
    match (task.due, task.kind) {
        (Some(due), _) if task.extensions > 0 => {
            format!("{}+{}", format::short_date(due), task.extensions)
        }
        (Some(due), _) => format::short_date(due),
        (None, Kind::Ongoing) => t.ongoing.to_owned(),
        (None, _) if task.needs_review() => t.unclear.to_owned(),
        (None, _) => "—".to_owned(),
    }
}

/// Working days: what is left, or what it is late by. Of what was submitted only lateness counts, frozen.
fn left(task: &Task, condition: Condition) -> String {
    match condition {
        Condition::Overdue { days } | Condition::DoneLate { days } => format!("-{days}"),
        Condition::InTime { .. } if task.status == Status::Awaiting => String::new(),
        Condition::InTime { left } | Condition::DueSoon { left, .. } => left.to_string(),
        Condition::NoDue | Condition::DoneOnTime => String::new(),
    }
}
