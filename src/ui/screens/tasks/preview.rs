//! The selected task in a few lines, below or beside the list.

use ratatui::style::Style;

use crate::domain::condition::Condition;
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::lang::format;
use crate::ui::canvas::{fit, wrap};
use crate::ui::screen::Ui;

/// A line and how it looks.
pub(super) type Line = (String, Style);

/// The task in so many lines below the list: the title, when, how far, what else.
///
/// A long title has the lines that nothing else needs, and the room of the code, which goes to the end.
pub(super) fn below(task: &Task, cells: usize, lines: usize, ui: &Ui) -> Vec<Line> {
    let parts = [dates(task, ui), state(task, ui), things(task, ui)];
    let parts = parts.into_iter().filter(|parts| !parts.is_empty());
    let mut rest: Vec<Vec<String>> = parts.collect();
    let room = lines.saturating_sub(rest.len()).clamp(1, 3);
    // One cell is left for the second blank after the name.
    let wide = cells.saturating_sub(1);
    let mut head = name(task);
    if wrap(&format!("{head} {}", task.title), wide).len() > room {
        head = format!("#{}", task.id.0);
        if let Some(last) = rest.last_mut() {
            last.insert(last.len().min(1), task.code.clone());
        }
    }
    let title = format!("{head} {}", task.title);
    let mut shown = first_lines(&title, wide, room, ui.theme.title);
    if let Some((first, _)) = shown.first_mut() {
        *first = first.replacen(&head, &format!("{head} "), 1);
    }
    let style = date_style(task, ui);
    for (place, parts) in rest.iter().enumerate() {
        let style = if place == 0 { style } else { ui.theme.text };
        shown.push((fit(&joined(parts), cells), style));
    }
    shown.truncate(lines);
    shown
}

/// The task beside the list, with everything in lines of its own.
pub(super) fn beside(task: &Task, cells: usize, lines: usize, ui: &Ui) -> Vec<Line> {
    let mut shown: Vec<Line> = Vec::new();
    let mut add = |text: &str, style: Style| {
        shown.extend(wrap(text, cells).into_iter().map(|line| (line, style)));
    };
    add(&name(task), ui.theme.text);
    add(&task.title, ui.theme.title);
    let lead = ui.facts.agency(task.agency);
    let lead = lead.map_or(ui.t.terms.no_agency, |agency| agency.name.as_str());
    add(&(ui.t.tasks.preview.lead)(lead), ui.theme.text);
    add("", ui.theme.text);
    for (place, part) in dates(task, ui).iter().enumerate() {
        let style = match place {
            0 => date_style(task, ui),
            _ => ui.theme.text,
        };
        add(part, style);
    }
    add("", ui.theme.text);
    for part in state(task, ui) {
        add(&part, ui.theme.text);
    }
    add("", ui.theme.text);
    for part in things(task, ui) {
        add(&part, ui.theme.text);
    }
    shown.truncate(lines);
    shown
}

fn name(task: &Task) -> String {
    format!("#{} {}", task.id.0, task.code)
}

fn joined(parts: &[String]) -> String {
    parts.join(" · ")
}

/// The first lines of a text, the last of them cut with an ellipsis where there is more.
fn first_lines(text: &str, cells: usize, count: usize, style: Style) -> Vec<Line> {
    let mut lines = wrap(text, cells);
    if lines.len() > count {
        let rest = lines.split_off(count.saturating_sub(1)).join(" ");
        lines.push(fit(&rest, cells));
    }
    lines.into_iter().map(|line| (line, style)).collect()
}

fn date_style(task: &Task, ui: &Ui) -> Style {
    let condition = ui.facts.day().judge(task);
    super::columns::sign(task, condition, ui).1
}

/// When it is due and what became of that; the date and its judgement are the first part.
fn dates(task: &Task, ui: &Ui) -> Vec<String> {
    let t = &ui.t.tasks.preview;
    let mut parts = Vec::new();
    match task.due {
        Some(due) => {
            let date = format::date(due);
            let mut first = (t.due)(&date, format::weekday(due, ui.t.language));
            if let Some(judgement) = judgement(task, ui) {
                first = format!("{first}, {judgement}");
            }
            parts.push(first);
            if let Some(day) = task.effective_due.filter(|day| *day != due) {
                parts.push((t.effective)(&format::date(day)));
            }
        }
        None => parts.push(t.no_due.to_owned()),
    }
    if task.due.is_none() && !task.deadline_text.is_empty() {
        parts.push((t.written)(&task.deadline_text));
    }
    if let Some(original) = task.original_due.filter(|day| Some(*day) != task.due) {
        parts.push((t.original)(&format::date(original)));
    }
    if task.extensions > 0 {
        parts.push((t.extended)(task.extensions));
    }
    parts
}

fn judgement(task: &Task, ui: &Ui) -> Option<String> {
    let t = &ui.t.tasks.preview;
    let condition = ui.facts.day().judge(task);
    match (task.status, condition) {
        (_, Condition::NoDue) => None,
        (Status::Awaiting, Condition::Overdue { days }) => Some((t.submitted_late)(days)),
        // The day of submission stands with the status.
        (Status::Awaiting, _) => None,
        _ => Some((ui.t.terms.condition)(condition)),
    }
}

/// How far it is, and what waits for somebody.
fn state(task: &Task, ui: &Ui) -> Vec<String> {
    let t = &ui.t.tasks.preview;
    let mut first = (ui.t.terms.status)(task.status).to_owned();
    if let Some(percent) = task.progress.filter(|_| task.status.has_progress()) {
        first = format!("{first} {percent}%");
    }
    let mut parts = vec![first];
    if task.status == Status::Awaiting {
        parts.extend(
            task.submitted_on
                .map(|day| (t.submitted)(&format::date(day))),
        );
        parts.extend(evidence(task, ui));
    }
    if task.needs_review() {
        parts.push(t.review.to_owned());
    }
    if task.is_disputed {
        parts.push(t.disputed.to_owned());
    }
    if let Some(asked) = &task.extension_asked {
        parts.push((t.extension_asked)(&format::date(asked.due)));
    }
    if task.urgings > 0 {
        parts.push((t.urged)(task.urgings));
    }
    if task.returns > 0 {
        parts.push((t.returned)(task.returns));
    }
    if !task.status.has_progress() {
        return parts;
    }
    let updated = task.updated_on.map(|day| {
        let date = day.format("%d/%m").to_string();
        (t.updated)(&date)
    });
    match (updated, task.progress_note.as_str()) {
        (Some(updated), "") => parts.push(updated),
        (Some(updated), note) => parts.push(format!("{updated}: \"{note}\"")),
        (None, "") => {}
        (None, note) => parts.push(format!("\"{note}\"")),
    }
    parts
}

/// What it yields, with whom, by which document.
fn things(task: &Task, ui: &Ui) -> Vec<String> {
    let t = &ui.t.tasks.preview;
    let mut parts = Vec::new();
    if task.status != Status::Awaiting {
        parts.extend(evidence(task, ui));
    }
    if !task.product.is_empty() {
        // A long deliverable leaves room for who supports and which document.
        parts.push((t.product)(&fit(&task.product, 60)));
    }
    if !task.supporting.is_empty() {
        let supporting = ui.t.terms.supporting(&task.supporting);
        parts.push((t.supporting)(&fit(&supporting, 40)));
    }
    let mut documents = ui.facts.documents.iter();
    if let Some(document) = documents.find(|document| Some(document.id) == task.document) {
        let date = document.date.map_or_else(String::new, format::date);
        let text = (t.document)(&document.kind, &document.symbol, &date);
        parts.push(text.trim_end().to_owned());
    }
    parts
}

fn evidence(task: &Task, ui: &Ui) -> Option<String> {
    let text = Some(&task.evidence).filter(|text| !text.is_empty());
    text.map(|text| (ui.t.tasks.preview.evidence)(text))
}
