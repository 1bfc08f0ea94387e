//! Entering a task by hand and correcting one: the same fields, and the deadline read as one types.
//!
//! What was typed is kept when the form is left, when a save fails, and when somebody else was faster.

use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::deadline::{self, Kind as Deadline, Rules};
use crate::ui::action::Action;
use crate::ui::canvas::{columns, put, rows, wrap};
use crate::ui::screen::{Effect, Ui, Unsaved};
use crate::ui::screens::choice::{agencies_of_today, choosing};
use crate::ui::widgets::form::{Form, Heard, Kind, Row, echo_day};
use crate::ui::widgets::narrow::Item;

pub mod add;
pub mod edit;
mod measures;
mod typed;

pub use add::Add;
pub use edit::Edit;
pub(in crate::ui::screens) use typed::Typed;

/// The cells of a box for an agency or area.
const CHOICE: u16 = 44;

fn text(name: &'static str, label: &str) -> Row {
    Row::new(name, label, Kind::Text)
}

fn area_row(ui: &Ui) -> Row {
    let areas = ui.facts.areas.iter();
    let items: Arc<[Item]> = areas.map(|area| Item::area(area, ui.t.language)).collect();
    Row::new("area", ui.t.form.area, Kind::Choice(items)).wide(CHOICE)
}

fn agency_row(ui: &Ui) -> Row {
    Row::new(
        "agency",
        ui.t.form.agency,
        Kind::Choice(agencies_of_today(ui)),
    )
    .wide(CHOICE)
}

/// What the deadline text means, in a sentence, and what is doubtful about it.
#[must_use]
pub fn deadline_notes(text: &str, reference: NaiveDate, ui: &Ui) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    let calendar = &ui.facts.calendar;
    let read = deadline::parse(text, reference, calendar, Rules::default());
    let t = &ui.t.form;
    let day = read.effective_due(calendar).map(|day| echo_day(day, ui));
    let meaning = match (day, read.kind) {
        (Some(day), Deadline::Recurring) => (t.repeats)(&day),
        (Some(day), _) => day,
        (None, Deadline::Ongoing) => t.ongoing.to_owned(),
        (None, _) => t.unclear.to_owned(),
    };
    let doubts = read.why.iter().filter(|why| why.is_doubt());
    let doubts = doubts.map(|why| (ui.t.doubts.sentence)(why.code(), why.detail()));
    std::iter::once((t.deadline_read)(&meaning))
        .chain(doubts)
        .collect()
}

/// Draws a head line, the form, and notes below it.
pub(in crate::ui::screens) fn paint(
    head: &str,
    form: &mut Form,
    notes: &[String],
    area: Rect,
    buffer: &mut Buffer,
    ui: &Ui,
) -> Option<Position> {
    let top = match (head.is_empty(), area.height > 12) {
        (true, is_roomy) => u16::from(is_roomy),
        (false, true) => {
            put(buffer, area, 2, 1, head, ui.theme.title);
            3
        }
        (false, false) => 0,
    };
    let indent = if area.width < 34 { 0 } else { 2 };
    let fields = columns(
        rows(area, top, area.height),
        indent,
        area.width.saturating_sub(indent + indent / 2),
    );
    let high = form.height(fields.width).min(fields.height);
    let cursor = form.draw(rows(fields, 0, high), buffer, true, ui);
    let wide = usize::from(fields.width);
    let lines = notes.iter().flat_map(|note| wrap(note, wide));
    for (y, line) in (high + 1..fields.height).zip(lines) {
        put(buffer, fields, 0, y, &line, ui.theme.text);
    }
    cursor
}

/// What a form answers to a key that is no save.
pub(in crate::ui::screens) fn answer(heard: Heard, form: &mut Form, ui: &Ui) -> Vec<Effect> {
    match heard {
        Heard::Say(message) => vec![Effect::Say(message)],
        Heard::Choose(wanted) => vec![Effect::Open(choosing(wanted, ui))],
        Heard::Unknown => vec![Effect::Useless],
        Heard::Below => {
            form.go_to_end(false);
            Vec::new()
        }
        Heard::Above => {
            form.go_to_end(true);
            Vec::new()
        }
        Heard::Done | Heard::Finished => Vec::new(),
    }
}

/// What a key means to a screen that is one form.
pub(in crate::ui::screens) enum Pressed {
    /// It is left, saved or not.
    Leave,
    /// All is filled in and is to be saved.
    Save,
    /// The form has taken it.
    Taken(Vec<Effect>),
}

/// Hands a key to a form; what is typed may be copied from the record before, if there is one.
pub(in crate::ui::screens) fn pressed(
    form: &mut Form,
    action: Action,
    before: Option<&Form>,
    ui: &Ui,
) -> Pressed {
    match action {
        Action::Back | Action::Close => return Pressed::Leave,
        Action::DoIt => return Pressed::Save,
        _ => {}
    }
    match form.act(action, before, ui) {
        Heard::Finished => Pressed::Save,
        heard => Pressed::Taken(answer(heard, form, ui)),
    }
}

/// Puts typed texts back into a form.
pub(in crate::ui::screens) fn fill(form: &mut Form, draft: &Unsaved) {
    form.fill(&draft.fields);
}

/// A draft without fields, which forgets the one of this place.
pub(in crate::ui::screens) fn nothing(place: &str) -> Unsaved {
    Unsaved {
        place: place.to_owned(),
        fields: Vec::new(),
    }
}
