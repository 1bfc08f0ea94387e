//! What reports count by day and agency: drawn from a change of a task in the save that makes it, and proved by
//! the log.

use chrono::NaiveDate;

use super::follow_up::{Holder, held_since, holder};
use super::id::AgencyId;
use super::task::Task;
use super::transition::Deed;

/// The lead held the task, until it went to somebody else or was closed.
pub const HELD_BY_LEAD: &str = "held_by_lead";

/// The monitor held it.
pub const HELD_BY_MONITOR: &str = "held_by_monitor";

/// The one who assigned it held it.
pub const HELD_BY_LEADER: &str = "held_by_leader";

/// A supporting agency that was asked held it, until it answered or the request was taken back.
pub const HELD_BY_SUPPORT: &str = "held_by_support";

/// An extension was asked for only after the due date had passed.
pub const ASKED_LATE: &str = "asked_late";

/// An extension was granted, but until an earlier day than asked.
pub const GRANTED_EARLIER: &str = "granted_earlier";

/// The fields by which [`told`] says anything beside the deed itself: a change of others tells of the deed alone.
pub const TELLING: [&str; 10] = [
    "form",
    "agency",
    "status",
    "due",
    "assigned_on",
    "extension_asked",
    "is_disputed",
    "held_since",
    "requests",
    "is_gone",
];

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Whose it is: the lead before the change, or who was asked.
    pub agency: AgencyId,
    /// The deed's code, or one of the words above.
    pub what: String,
    /// The day.
    pub day: NaiveDate,
    /// Of a time of holding: its first day.
    pub since: Option<NaiveDate>,
    /// Where it went to, where it moved between agencies.
    pub other: Option<AgencyId>,
}

const ASK: &str = Deed::AskExtension.code();
const GRANT: &str = Deed::Extend.code();

/// The task after a change, with the day on which its holder came to hold it.
#[must_use]
pub fn handed_on(before: &Task, after: &Task, day: NaiveDate) -> Task {
    let mut after = after.clone();
    if holder(before) != holder(&after) && before.held_since == after.held_since {
        after.held_since = Some(day);
    }
    after
}

/// What a change tells: the deed itself, and the times of holding that ended with it. A deed that changed nothing
/// tells nothing; undo and redo void what their group told.
#[must_use]
pub fn told(before: &Task, after: &Task, deed: &str, day: NaiveDate) -> Vec<Event> {
    let moved = (before.agency != after.agency).then_some(after.agency);
    let of = |agency, what: &str, since| Event {
        agency,
        what: what.to_owned(),
        day,
        since,
        other: moved,
    };
    let mut events = vec![of(before.agency, deed, None)];
    let (asked, now) = (&before.extension_asked, &after.extension_asked);
    if deed == ASK && now.as_ref().is_some_and(|now| now.is_late) {
        events.push(of(before.agency, ASKED_LATE, None));
    }
    if deed == GRANT
        && asked
            .as_ref()
            .is_some_and(|asked| after.due < Some(asked.due))
    {
        events.push(of(before.agency, GRANTED_EARLIER, None));
    }
    if holder(before) != holder(after) {
        let what = match holder(before) {
            Some(Holder::Lead(_)) => Some(HELD_BY_LEAD),
            Some(Holder::Monitor) => Some(HELD_BY_MONITOR),
            Some(Holder::Leader) => Some(HELD_BY_LEADER),
            Some(Holder::Support(_)) | None => None,
        };
        let since = held_since(before);
        events.extend(what.map(|what| of(before.agency, what, since)));
    }
    for (asked, now) in before.requests.iter().zip(&after.requests) {
        if asked.is_open() && !now.is_open() {
            events.push(of(asked.agency, HELD_BY_SUPPORT, Some(asked.asked_on)));
        }
    }
    events
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::status::Status;
    use crate::domain::task::Form;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 6, day).expect("a day of June")
    }

    #[test]
    fn a_submission_ends_the_time_that_the_lead_held_it() {
        let before = Task {
            agency: AgencyId(7),
            status: Status::InProgress,
            assigned_on: Some(day(1)),
            ..Task::blank(Form::Task)
        };
        let after = Task {
            status: Status::Awaiting,
            ..before.clone()
        };
        let events = told(&before, &after, "submit", day(9));
        let told: Vec<_> = events
            .iter()
            .map(|it| (it.what.as_str(), it.since))
            .collect();
        assert_eq!(told, [("submit", None), (HELD_BY_LEAD, Some(day(1)))]);
        let after = handed_on(&before, &after, day(9));
        assert_eq!(held_since(&after), Some(day(9)), "the monitor has it since");
    }

    #[test]
    fn a_change_of_other_fields_tells_of_the_deed_alone() {
        let before = Task {
            agency: AgencyId(7),
            status: Status::InProgress,
            assigned_on: Some(day(1)),
            updated_on: Some(day(2)),
            progress: Some(10),
            ..Task::blank(Form::Task)
        };
        let Ok(serde_json::Value::Object(all)) = serde_json::to_value(&before) else {
            panic!("a task is an object");
        };
        let mut changed = 0;
        for (name, value) in &all {
            if TELLING.contains(&name.as_str()) {
                continue;
            }
            let other = match value {
                serde_json::Value::Bool(is) => serde_json::Value::Bool(!is),
                serde_json::Value::Number(number) => {
                    (number.as_i64().unwrap_or_default() + 1).into()
                }
                serde_json::Value::String(_) => "2024-01-01".into(),
                serde_json::Value::Null
                | serde_json::Value::Array(_)
                | serde_json::Value::Object(_) => continue,
            };
            let mut all = all.clone();
            all.insert(name.clone(), other);
            // What has words of its own takes no other.
            let Ok(after) = serde_json::from_value(serde_json::Value::Object(all)) else {
                continue;
            };
            changed += 1;
            assert_eq!(told(&before, &after, "progress", day(9)).len(), 1, "{name}");
        }
        assert!(changed > 15, "{changed}");
    }
}
