//! What is typed into the forms of a review: carried over when rows go or change, kept when it is left,
//! in the shape in which the screens keep it.

use super::{ITEMS, Review};
use crate::domain::id::TaskId;
use crate::domain::transition::Deed;
use crate::ui::screen::{Ui, Unsaved};
use crate::ui::screens::confirm::PLACE;
use crate::ui::screens::confirm::line::Line;
use crate::ui::screens::confirm::section::{Section, is_typed};
use crate::ui::widgets::form::Form;

impl Review {
    /// The forms as they are, with the tasks that they serve.
    pub(super) fn forms(&self) -> Vec<(Deed, Vec<TaskId>, Form)> {
        let ids = |section: &Section| {
            let rows = section.rows.iter();
            let lines = rows.filter_map(|place| self.lines.get(*place));
            lines.map(|line| line.id).collect()
        };
        let sections = self.sections.iter();
        sections
            .map(|section| (section.deed, ids(section), section.form.clone()))
            .collect()
    }

    pub(super) fn rebuild(&mut self, before: &[(Deed, Vec<TaskId>, Form)], ui: &Ui) {
        let mut sections = Vec::new();
        for section in Section::of(&self.lines, ui) {
            for mut part in section.split(&self.lines, ui) {
                let id = part.rows.first().and_then(|place| self.lines.get(*place));
                let old = before.iter().find(|(deed, ids, _)| {
                    *deed == part.deed && id.is_some_and(|line| ids.contains(&line.id))
                });
                if let Some((_, _, form)) = old {
                    part.fill(form);
                }
                sections.push(part);
            }
        }
        self.sections = sections;
    }

    /// Everything that was typed, as the screens keep it; none where nothing was.
    pub(super) fn typed(&self) -> Option<Unsaved> {
        let items: Vec<String> = self
            .lines
            .iter()
            .map(|line| format!("{}:{}", line.id.0, line.digit))
            .collect();
        let mut fields = vec![(ITEMS.to_owned(), items.join(","))];
        for section in &self.sections {
            let key = section.key(&self.lines);
            let typed = section.form.filled().into_iter().filter(is_typed);
            fields.extend(typed.map(|(name, value)| (format!("{key}.{name}"), value)));
        }
        (fields.len() > 1).then(|| Unsaved {
            place: PLACE.to_owned(),
            fields,
        })
    }

    /// Puts back what was typed for these rows.
    pub(super) fn take(&mut self, draft: &Unsaved, ui: &Ui) {
        let is_for = |section: &Section, lines: &[Line]| {
            let key = format!("{}.", section.key(lines));
            draft.fields.iter().any(|(name, _)| name.starts_with(&key))
        };
        let mut sections = Vec::new();
        for section in std::mem::take(&mut self.sections) {
            let parts = section.split(&self.lines, ui);
            if parts.len() > 1 && parts.iter().any(|part| is_for(part, &self.lines)) {
                sections.extend(parts);
            } else {
                sections.push(section);
            }
        }
        for section in &mut sections {
            let key = format!("{}.", section.key(&self.lines));
            for (name, value) in &draft.fields {
                if let Some(field) = name.strip_prefix(&key) {
                    section.set(field, value);
                }
            }
        }
        self.sections = sections;
    }
}
