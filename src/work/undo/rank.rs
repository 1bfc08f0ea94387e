//! Who may take back or do again: who might do it now, with the role and the agency of today. What somebody did in
//! another office, or with another role, is no longer theirs.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::caseload::Caseload;
use crate::domain::change::{Change, Subject};
use crate::domain::error::{Error, Result};
use crate::domain::hand_over::HAND_OVER;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::indicator::Reading;
use crate::domain::setting::Setting;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Refusal, has_rank};
use crate::domain::user::User;
use crate::store::{
    AGENCY, CASELOAD, DAY_OFF, DOCUMENT, INDICATOR, READING, SETTING, USER, WINDOW,
};
use crate::work::measures::may_enter;

/// What was done to the tasks of a group, and who wants to put it back.
pub(super) struct Rank<'a> {
    user: &'a User,
    deeds: HashMap<TaskId, Vec<Deed>>,
}

impl<'a> Rank<'a> {
    /// Of the changes of the group that was saved first, whatever was taken back and done again of it since.
    ///
    /// # Errors
    /// [`Error::NotPermitted`] where the group has something of which nothing is theirs.
    pub(super) fn of(changes: &[Change], is_import: bool, user: &'a User) -> Result<Self> {
        let mut deeds: HashMap<TaskId, Vec<Deed>> = HashMap::new();
        for change in changes {
            let deed = Deed::from_code(&change.what);
            if let (Subject::Task(id), Some(deed)) = (change.subject, deed) {
                let known = deeds.entry(id).or_default();
                if !known.contains(&deed) {
                    known.push(deed);
                }
            } else if !may(change, is_import, user) {
                return Err(Error::NotPermitted);
            }
        }
        Ok(Self { user, deeds })
    }

    /// Whether the task is theirs still, as it is now.
    ///
    /// # Errors
    /// Why not, by the first deed that is not.
    pub(super) fn check(&self, task: &Task) -> std::result::Result<(), Refusal> {
        let mut deeds = self.deeds.get(&task.id).into_iter().flatten();
        deeds.try_for_each(|deed| has_rank(task, *deed, self.user))
    }
}

/// What is no deed: asked as where it is saved.
fn may(change: &Change, is_import: bool, user: &User) -> bool {
    let (enters, keeps) = (user.role.enters_tasks(), user.role.keeps_frame());
    match change.what.as_str() {
        // Counted up along with letters, whose deeds are asked about each.
        SETTING if is_counter(change) => true,
        AGENCY | USER | DAY_OFF | SETTING | WINDOW | HAND_OVER => keeps,
        INDICATOR => enters || keeps,
        READING => whose(change, |it: Reading| it.agency).is_none_or(|it| may_enter(user, it)),
        CASELOAD => whose(change, |it: Caseload| it.agency).is_none_or(|it| may_enter(user, it)),
        DOCUMENT if is_confirmation(change) => keeps,
        // An import is taken back by who looks after the database as well.
        DOCUMENT | "create" | "edit" | "import" => enters || (is_import && keeps),
        // What the program made along with the others, and what is not taken back.
        _ => true,
    }
}

fn is_counter(change: &Change) -> bool {
    let key = change.after.get("key").or_else(|| change.before.get("key"));
    key.and_then(Value::as_str) == Some(Setting::PaperNumber.key())
}

/// Of a document only whether its tasks have to be confirmed.
fn is_confirmation(change: &Change) -> bool {
    let rest = |fields: &Map<String, Value>| {
        let mut fields = fields.clone();
        fields.remove("skips_confirmation");
        fields
    };
    !change.before.is_empty() && rest(&change.before) == rest(&change.after)
}

fn whose<T: DeserializeOwned>(change: &Change, agency: impl Fn(T) -> AgencyId) -> Option<AgencyId> {
    let read = |fields| serde_json::from_value(Value::Object(fields)).ok();
    let found = read(change.after.clone()).or_else(|| read(change.before.clone()));
    found.map(agency)
}
