//! What the log keeps: who changed what, when, from where, before, after, why, by which document.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::id::{AgencyId, ChangeId, OperationId, TaskId};
use super::setting::Setting;
use super::task::Task;

/// Fields and their values, in the names of [`Task`]'s serialized form.
pub type Fields = Map<String, Value>;

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A task.
    Task(TaskId),
    /// The calendar of days off.
    Calendar,
    /// Agencies, areas, users, documents, settings: the frame around the tasks.
    Frame,
}

/// One row of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its number; rows are never changed or removed.
    pub id: ChangeId,
    /// The group that it is undone with.
    pub operation: OperationId,
    /// When, by the server's clock.
    pub at: DateTime<Utc>,
    /// Whose login.
    pub who: String,
    /// From where: a terminal, an SSH address, the command line.
    pub origin: String,
    /// About what.
    pub subject: Subject,
    /// Which deed, by its code; `undo`, `redo` and `create` stand beside the deeds.
    pub what: String,
    /// The fields that changed, as they were.
    pub before: Fields,
    /// The same fields, as they are now.
    pub after: Fields,
    /// The reason or note that was given.
    pub why: String,
    /// The document that was named.
    pub document: String,
    /// The lead whose part a monitor did for it (DESIGN 6); none where one acted in the own office.
    pub on_behalf: Option<AgencyId>,
}

/// What a group changed that is no task, where nothing else was changed by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thing {
    /// The account of this login.
    Account(String),
    /// A setting of the installation.
    Setting(Setting),
}

/// What differs between two states of a task: the fields as they were, and as they are.
///
/// The row version is left out: it counts saves and says nothing about the task.
#[must_use]
pub fn difference(before: &Task, after: &Task) -> (Fields, Fields) {
    let (mut old, mut new) = (to_fields(before), to_fields(after));
    // A field that is left out has nothing in it: it stands as null beside what it was or is.
    for (name, value) in &new {
        let was = old.get(name).unwrap_or(&Value::Null);
        if name != "version" && was != value {
            let was = was.clone();
            old.insert(name.clone(), was);
        }
    }
    old.retain(|name, value| name != "version" && new.get(name).unwrap_or(&Value::Null) != value);
    new.retain(|name, _| old.contains_key(name));
    for name in old.keys() {
        new.entry(name.clone()).or_insert(Value::Null);
    }
    (old, new)
}

/// A task with some of its fields put back to given values; `None` if they do not fit a task.
#[must_use]
pub fn overlay(task: &Task, fields: &Fields) -> Option<Task> {
    let mut all = to_fields(task);
    for (name, value) in fields {
        // Null is nothing, and nothing may be left out.
        if value.is_null() {
            all.remove(name);
        } else {
            all.insert(name.clone(), value.clone());
        }
    }
    serde_json::from_value(Value::Object(all)).ok()
}

fn to_fields(task: &Task) -> Fields {
    match serde_json::to_value(task) {
        Ok(Value::Object(fields)) => fields,
        // A struct of plain values cannot serialize to anything else.
        _ => Fields::new(),
    }
}

/// What others changed since the last look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News {
    /// Tasks that changed, each once.
    pub tasks: Vec<TaskId>,
    /// So much changed that all that is shown should be asked anew.
    pub is_much: bool,
    /// Agencies, holidays or settings changed: ask for the facts again.
    pub facts: bool,
    /// A new day has begun.
    pub new_day: bool,
}
