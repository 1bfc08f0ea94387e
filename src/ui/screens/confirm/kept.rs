//! The shape in which a review that was not saved is kept: its rows with their digits, and what was
//! typed into each form under its deed and tasks. The numbered prompts keep theirs in the same shape, so
//! that either takes up what was typed into the other; what was typed comes back for the same rows only.

use super::PLACE;
use super::line::Line;
use super::section::{Section, is_typed};
use crate::domain::id::TaskId;
use crate::domain::transition::{Pick, has_rank};
use crate::ui::screen::{Ui, Unsaved};
use crate::work::request::{Facts, Wish};

/// The name of the field that holds the rows and their digits.
const ITEMS: &str = "items";

/// Everything that was typed; none where nothing was.
#[must_use]
pub fn draft_of(lines: &[Line], sections: &[Section]) -> Option<Unsaved> {
    let items: Vec<String> = lines
        .iter()
        .map(|line| format!("{}:{}", line.id.0, line.pick.text()))
        .collect();
    let mut fields = vec![(ITEMS.to_owned(), items.join(","))];
    for section in sections {
        let key = key_of(section, lines);
        let typed = section.form.filled().into_iter().filter(is_typed);
        fields.extend(typed.map(|(name, value)| (format!("{key}{name}"), value)));
    }
    (fields.len() > 1).then(|| Unsaved {
        place: PLACE.to_owned(),
        fields,
    })
}

/// What was typed for rows that are not in this review: kept beside what is typed into this one, and found again with
/// its rows.
#[derive(Debug, Default)]
pub struct Others {
    fields: Vec<(String, String)>,
}

impl Others {
    /// What of a draft has no form among these.
    #[must_use]
    pub fn of(draft: &Unsaved, sections: &[Section], lines: &[Line]) -> Self {
        let keys = sections.iter().map(|section| key_of(section, lines));
        let keys: Vec<String> = keys.collect();
        let is_here = |name: &String| keys.iter().any(|key| name.starts_with(key));
        let mut fields = draft.fields.clone();
        fields.retain(|(name, _)| !is_here(name));
        // Rows alone are nothing that was typed.
        if fields.iter().all(|(name, _)| name == ITEMS) {
            fields.clear();
        }
        Self { fields }
    }

    /// The draft of a review with this beside it; without fields where neither holds anything.
    #[must_use]
    pub fn beside(&self, typed: Option<Unsaved>) -> Unsaved {
        let mut fields = typed.map_or_else(Vec::new, |typed| typed.fields);
        let has_rows = !fields.is_empty();
        let others = self.fields.iter().cloned();
        fields.extend(others.filter(|(name, _)| !(has_rows && name == ITEMS)));
        Unsaved {
            place: PLACE.to_owned(),
            fields,
        }
    }
}

/// True where no form came of these rows, and not because the person may not, or may not now.
#[must_use]
pub fn is_over(lines: &[Line], sections: &[Section], facts: &Facts) -> bool {
    let mut lines = lines.iter();
    let is_theirs = lines.all(|line| match (&line.task, line.deed) {
        (Some(task), Some(deed)) => has_rank(task, deed, &facts.user).is_ok(),
        (Some(_) | None, _) => true,
    });
    sections.is_empty() && is_theirs && !facts.is_looking_only
}

/// The rows of a draft and their digits; none where it is of another place, or cannot be read.
#[must_use]
pub fn items_of(draft: &Unsaved) -> Option<Vec<(TaskId, Pick)>> {
    let item = |text: &str| {
        let (id, pick) = text.split_once(':')?;
        Some((TaskId(id.parse().ok()?), Pick::read(pick)?))
    };
    let (_, items) = draft
        .fields
        .iter()
        .filter(|_| draft.place == PLACE)
        .find(|(name, _)| name == ITEMS)?;
    items.split(',').map(item).collect()
}

/// True where nothing of a draft is left once these are fulfilled: neither a row, nor what was typed for one.
#[must_use]
pub fn is_all_of(draft: &Unsaved, wishes: &[Wish]) -> bool {
    let all = |ids: &[TaskId]| ids.iter().all(|id| wishes.iter().any(|it| it.id == *id));
    let items = items_of(draft).unwrap_or_default();
    let ids: Vec<TaskId> = items.iter().map(|(id, _)| *id).collect();
    let mut typed = draft.fields.iter().filter(|(name, _)| name != ITEMS);
    !ids.is_empty() && all(&ids) && typed.all(|(name, _)| ids_of(name).is_some_and(|it| all(&it)))
}

/// What of a draft is left once these rows are done; without fields where nothing that was typed is.
#[must_use]
pub fn without(draft: &Unsaved, done: &[TaskId]) -> Unsaved {
    let left = |text: &str, id_of: fn(&str) -> Option<TaskId>| {
        let rows = text.split(',');
        let rows = rows.filter(|row| id_of(row).is_none_or(|id| !done.contains(&id)));
        rows.collect::<Vec<_>>().join(",")
    };
    let id = |text: &str| text.parse().ok().map(TaskId);
    let mut fields = Vec::new();
    for (name, value) in &draft.fields {
        if name == ITEMS {
            let id = |row: &str| row.split_once(':')?.0.parse().ok().map(TaskId);
            fields.push((name.clone(), left(value, id)));
            continue;
        }
        let parts = name.split_once('#');
        let parts = parts.and_then(|(deed, rest)| Some((deed, rest.split_once('.')?)));
        let Some((deed, (rows, field))) = parts else {
            fields.push((name.clone(), value.clone()));
            continue;
        };
        let rows = left(rows, id);
        if !rows.is_empty() {
            fields.push((format!("{deed}#{rows}.{field}"), value.clone()));
        }
    }
    let is_typed = fields.iter().any(|(name, _)| name != ITEMS);
    Unsaved {
        place: draft.place.clone(),
        fields: if is_typed { fields } else { Vec::new() },
    }
}

/// The rows of the form that a field stands in ([`Section::key`]).
fn ids_of(name: &str) -> Option<Vec<TaskId>> {
    let (_, rows) = name.split_once('#')?;
    let (ids, _) = rows.split_once('.')?;
    let ids = ids.split(',').map(|id| id.parse().ok().map(TaskId));
    ids.collect()
}

/// The forms with what was typed for their rows put back; those whose rows had forms of their own are
/// split again.
#[must_use]
pub fn refilled(sections: Vec<Section>, draft: &Unsaved, lines: &[Line], ui: &Ui) -> Vec<Section> {
    let mut filled = Vec::new();
    for section in sections {
        let parts = section.split(lines, ui);
        if parts.len() > 1 && parts.iter().any(|part| is_about(draft, part, lines)) {
            filled.extend(parts);
        } else {
            filled.push(section);
        }
    }
    for section in &mut filled {
        let key = key_of(section, lines);
        for (name, value) in &draft.fields {
            if let Some(field) = name.strip_prefix(&key) {
                section.set(field, value);
            }
        }
    }
    filled
}

fn is_about(draft: &Unsaved, section: &Section, lines: &[Line]) -> bool {
    let key = key_of(section, lines);
    draft.fields.iter().any(|(name, _)| name.starts_with(&key))
}

/// Before the names of the fields of a form.
fn key_of(section: &Section, lines: &[Line]) -> String {
    format!("{}.", section.key(lines))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::transition::{Deed, Particulars};

    #[test]
    fn of_a_draft_stays_what_was_typed_for_rows_that_are_not_done() {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let draft = Unsaved {
            place: PLACE.to_owned(),
            fields: vec![
                field(ITEMS, "1:8,2:8,3:2"),
                field("urge#1,2.reason", "chậm"),
                field("progress#3.note", "97"),
            ],
        };
        let one = without(&draft, &[TaskId(2), TaskId(3)]);
        let left = [field(ITEMS, "1:8"), field("urge#1.reason", "chậm")];
        assert_eq!(one.fields, left);
        let all = without(&draft, &[TaskId(1), TaskId(2), TaskId(3)]);
        assert_eq!((all.place.as_str(), all.fields), (PLACE, Vec::new()));
        assert_eq!(without(&draft, &[]), draft);
    }

    #[test]
    fn a_draft_is_saved_whole_only_where_no_row_and_nothing_typed_for_one_is_left() {
        let wish = |id: i64| Wish {
            id: TaskId(id),
            seen: 1,
            deed: Deed::Urge,
            given: Particulars::default(),
        };
        let wishes = [wish(12), wish(13)];
        let draft = |place: &str, fields: &[(&str, &str)]| Unsaved {
            place: place.to_owned(),
            fields: fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        };
        let (items, form) = ((ITEMS, "12:4,13:4"), ("urge#12,13.note", "gấp"));
        assert!(is_all_of(&draft(PLACE, &[items, form]), &wishes));
        assert!(!is_all_of(&draft(PLACE, &[items, form]), &wishes[..1]));
        // Of other rows that lie in no list now.
        let other = ("urge#14.note", "gấp");
        assert!(!is_all_of(&draft(PLACE, &[items, form, other]), &wishes));
        assert!(!is_all_of(&draft(PLACE, &[form]), &wishes));
        assert!(!is_all_of(&draft("add", &[items, form]), &wishes));
    }
}
