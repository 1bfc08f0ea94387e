//! The fields of what is owed and measured: a document to be issued, stages, a numeric target.

use chrono::NaiveDate;

use super::{CHOICE, text};
use crate::domain::target;
use crate::domain::task::Task;
use crate::domain::typed_date::Toward;
use crate::lang::format;
use crate::ui::screen::Ui;
use crate::ui::widgets::form::{Kind, Row};
use crate::work::request::Edits;

const OWES: &str = "owes_document";
/// The field of the target.
pub const TARGET: &str = "target";
const REACHED: &str = "reached";

/// The fields of stages: of more than these the form shows the first.
const STAGES: [&str; 6] = ["stage1", "stage2", "stage3", "stage4", "stage5", "stage6"];

/// Whether a document is owed.
pub fn owes(ui: &Ui) -> Row {
    Row::new(OWES, ui.t.form.owes, Kind::Flag)
}

/// The stages of a task, its target and what of it is reached.
pub fn rows(task: &Task, ui: &Ui) -> Vec<Row> {
    let t = &ui.t.form;
    let stage = |(name, stage): (&'static str, &crate::domain::follow_up::Stage)| {
        let label = (t.stage_done)(&stage.label, stage.due);
        Row::new(name, &label, Kind::Date(Toward::Past))
    };
    let mut rows: Vec<Row> = STAGES.into_iter().zip(&task.stages).map(stage).collect();
    rows.push(text(TARGET, t.target).wide(CHOICE));
    if task.target.is_some() {
        rows.push(text(REACHED, t.reached).wide(16));
    }
    rows
}

/// What stands in a task, as the value of the field of that name.
pub fn stands(task: &Task, name: &str) -> String {
    match name {
        OWES if task.owes_document => "1".to_owned(),
        TARGET => task
            .target
            .as_ref()
            .map_or_else(String::new, target::written),
        REACHED => {
            let reached = task.target.as_ref().and_then(|target| target.reached);
            reached.map_or_else(String::new, target::amount)
        }
        name => {
            let place = STAGES.iter().position(|stage| *stage == name);
            let stage = place.and_then(|place| task.stages.get(place));
            let done_on = stage.and_then(|stage| stage.done_on);
            done_on.map_or_else(String::new, format::date)
        }
    }
}

/// Takes the value of a field of this room into the edits.
pub fn take(edits: &mut Edits, name: &str, value: String) {
    match name {
        OWES => edits.owes_document = Some(value == "1"),
        TARGET => edits.target = Some(value),
        REACHED => edits.reached = Some(value),
        stage => {
            let place = STAGES.iter().position(|name| *name == stage);
            let day = NaiveDate::parse_from_str(&value, "%d/%m/%Y").ok();
            edits.stages_done.extend(place.map(|place| (place, day)));
        }
    }
}

/// What a new target is read as, in a sentence.
pub fn note(wanted: &str, task: &Task, ui: &Ui) -> Option<String> {
    if wanted.is_empty() || wanted == stands(task, TARGET) {
        return None;
    }
    let read = target::read(wanted);
    let meaning = read.map_or(ui.t.form.unclear.to_owned(), |it| target::written(&it));
    Some((ui.t.form.target_read)(&meaning))
}
