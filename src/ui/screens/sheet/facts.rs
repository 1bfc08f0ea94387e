//! What is known of a task, line by line: first what a clerk asks first.

use super::follow;
use super::long;
use crate::domain::condition::Condition;
use crate::domain::document::Direction;
use crate::domain::task::Task;
use crate::domain::transition::effective;
use crate::ui::canvas::{width, wrap};
use crate::ui::screen::Ui;
use crate::ui::screens::documents::tree;
use crate::ui::widgets::pages::Lines;
use crate::work::request::Sheet;
use ratatui::style::Style;

/// Where the texts behind the labels begin.
const INDENT: usize = 15;

/// Writes everything but the log.
pub fn write(lines: &mut Lines, sheet: &Sheet, wide: usize, ui: &Ui) {
    let task = &sheet.task;
    let condition = ui.facts.day().judge(task);
    let (sign, style) = sign(condition, ui);
    let code = format!(" #{} {}", task.id.0, task.code);
    let judged = format!("{sign} {}", (ui.t.terms.condition)(condition));
    match wide.checked_sub(width(&code) + width(&judged) + 2) {
        Some(gap) if gap >= 2 => {
            lines.push(format!("{code}{}{judged}", " ".repeat(gap)), style);
        }
        _ => {
            lines.push(code, style);
            for piece in wrap(judged.trim_start(), wide.saturating_sub(2)) {
                lines.push(format!(" {piece}"), style);
            }
        }
    }
    for piece in wrap(&task.title, wide.saturating_sub(2)) {
        lines.push(format!(" {piece}"), ui.theme.title);
    }
    lines.push("", ui.theme.text);
    let mut rows = Rows {
        lines,
        wide,
        text: ui.theme.text,
    };
    dates(&mut rows, task, condition, style, ui);
    work(&mut rows, task, ui);
    follow::write(&mut rows, sheet, ui);
    long::write(&mut rows, task, ui);
    origin(&mut rows, sheet, ui);
}

pub(super) struct Rows<'a> {
    lines: &'a mut Lines,
    wide: usize,
    text: Style,
}

impl Rows<'_> {
    /// A labelled row; an empty text has none.
    pub(super) fn row(&mut self, label: &str, text: &str) {
        self.styled(label, text, self.text);
    }

    pub(super) fn styled(&mut self, label: &str, text: &str, style: Style) {
        if !text.is_empty() {
            let wide = self.wide.saturating_sub(1);
            self.lines
                .labelled(&format!("  {label}"), text, INDENT, wide, style);
        }
    }
}

fn sign(condition: Condition, ui: &Ui) -> (&'static str, Style) {
    match condition {
        Condition::Overdue { .. } => ("!", ui.theme.overdue),
        Condition::DueSoon { .. } => ("~", ui.theme.soon),
        _ => (" ", ui.theme.text),
    }
}

fn dates(rows: &mut Rows, task: &Task, condition: Condition, style: Style, ui: &Ui) {
    let t = &ui.t.sheet;
    let agency = ui.facts.agency(task.agency);
    let lead = agency.map_or_else(
        || ui.t.terms.no_agency.to_owned(),
        |agency| format!("{} · {}", agency.name, agency.head_title),
    );
    rows.row(t.labels.agency, &lead);
    if let Some(due) = task.due {
        let mut text = format!("{}, {}", (t.due)(due), (ui.t.terms.condition)(condition));
        if let Some(judged) =
            effective(task.kind, task.due, &ui.facts.calendar).filter(|day| *day != due)
        {
            text.push_str(&format!(" · {}", (t.rolled)(judged)));
        }
        rows.styled(t.labels.due, &format!("{text} · {}", t.explain), style);
    }
    if let Some(first) = task
        .original_due
        .filter(|first| Some(*first) != task.due || task.extensions > 0)
    {
        rows.row(t.labels.original, &(t.original)(first, task.extensions));
    }
    let kind = (t.kind)(task.kind.code());
    if !task.deadline_text.is_empty() {
        rows.row(
            t.labels.written,
            &format!("\"{}\" · {kind}", task.deadline_text),
        );
    }
    for (place, doubt) in task.doubts.iter().enumerate() {
        let label = if place == 0 { t.labels.doubts } else { "" };
        rows.styled(
            label,
            &format!("? {}", (ui.t.doubts.sentence)(&doubt.code, &doubt.detail)),
            ui.theme.soon,
        );
    }
    if task.needs_review() {
        rows.row("", ui.t.doubts.settle);
    }
    if let Some(asked) = &task.extension_asked {
        rows.row(t.labels.asked, &(t.asked)(asked));
    }
}

fn work(rows: &mut Rows, task: &Task, ui: &Ui) {
    let t = &ui.t.sheet;
    let mut status = (ui.t.terms.status)(task.status).to_owned();
    let has_progress = task.status.has_progress();
    if let Some(progress) = task.progress.filter(|_| has_progress) {
        status.push_str(&format!(" {progress}%"));
    }
    if has_progress && (task.updated_on.is_some() || !task.progress_note.is_empty()) {
        status.push_str(&format!(
            " · {}",
            (t.updated)(task.updated_on, &task.progress_note)
        ));
    }
    if let Some(day) = task.submitted_on {
        status.push_str(&format!(" · {}", (t.submitted)(day, &task.submitted_by)));
    }
    if let Some(day) = task.closed_on {
        status.push_str(&format!(" · {}", (t.closed)(day)));
    }
    rows.row(t.labels.status, &status);
    if task.is_disputed {
        rows.styled("", t.disputed, ui.theme.awaiting);
    }
    rows.row(t.labels.evidence, &task.evidence);
    rows.row(t.labels.cause, &task.delay_cause);
    if task.transfers + task.returns > 0 {
        rows.row(t.labels.hands, &(t.hands)(task.transfers, task.returns));
    }
}

fn origin(rows: &mut Rows, sheet: &Sheet, ui: &Ui) {
    let (t, task) = (&ui.t.sheet, &sheet.task);
    rows.row(t.labels.product, &task.product);
    rows.row(
        t.labels.supporting,
        &ui.t.terms.supporting(&task.supporting),
    );
    let area = ui.facts.area(task.area).map(|area| match ui.t.language {
        crate::lang::Language::Vietnamese => area.name_vi.as_str(),
        crate::lang::Language::English => area.name_en.as_str(),
    });
    rows.row(t.labels.area, area.unwrap_or_default());
    if let Some(document) = &sheet.document {
        let mut text = (t.document)(&document.kind, &document.symbol, document.date);
        if !task.item.is_empty() {
            text.push_str(&format!(", {}", (t.item)(&task.item)));
        }
        if !document.summary.is_empty() {
            text.push_str(&format!(" · {}", document.summary));
        }
        rows.row(t.labels.document, &text);
        let bases = tree::lines(document.id, Direction::Bases, ui.facts, ui.t);
        for (place, branch) in bases.iter().enumerate() {
            let label = if place == 0 { ui.t.documents.basis } else { "" };
            rows.row(label, branch);
        }
    }
    for (label, family) in [
        (t.labels.parent, &sheet.family),
        (t.labels.series, &sheet.series),
    ] {
        if let Some(family) = family {
            rows.row(label, &(t.family)(&family.code, family.done, family.all));
        }
    }
}
