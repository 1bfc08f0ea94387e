//! What was typed into the confirm list and not saved: kept under its deeds and tasks, so that it
//! comes back for the same rows and never for others.

use super::section::{Section, is_typed};
use super::{Confirm, PLACE};
use crate::domain::id::TaskId;
use crate::ui::screen::{Effect, Outcome, Ui, Unsaved};

/// The name of the field that holds the digits.
const ITEMS: &str = "items";

impl Confirm {
    /// The list as it was typed before a hang-up; none where that was another place.
    #[must_use]
    pub fn restore(draft: &Unsaved) -> Option<Self> {
        let (_, items) = draft.fields.iter().find(|(name, _)| name == ITEMS)?;
        let item = |text: &str| {
            let (id, digit) = text.split_once(':')?;
            Some((TaskId(id.parse().ok()?), digit.parse().ok()?))
        };
        let items: Option<Vec<_>> = items.split(',').map(item).collect();
        let mut confirm = (draft.place == PLACE).then(|| Self::new(items.unwrap_or_default()))?;
        confirm.draft = Some(draft.clone());
        Some(confirm)
    }

    /// Everything that was typed; none where nothing was.
    pub(super) fn typed(&self) -> Option<Unsaved> {
        if !self.is_loaded {
            return self.draft.clone();
        }
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

    /// The texts by their fields, for F9.
    pub(super) fn to_remember(&self) -> Vec<(String, String)> {
        let all = self
            .sections
            .iter()
            .flat_map(|section| section.form.filled());
        all.filter(is_typed).collect()
    }

    /// Puts back what was typed for these rows, before a hang-up or before leaving.
    pub(super) fn take_draft(&mut self, ui: &Ui) {
        let Some(draft) = self
            .draft
            .take()
            .or_else(|| ui.memory.draft(PLACE).cloned())
        else {
            return;
        };
        self.split_like(&draft, ui);
        for section in &mut self.sections {
            let key = section.key(&self.lines);
            for (name, value) in &draft.fields {
                let field = name
                    .strip_prefix(&key)
                    .and_then(|rest| rest.strip_prefix('.'));
                if let Some(field) = field {
                    section.set(field, value);
                }
            }
        }
    }

    /// Splits the forms whose rows had forms of their own.
    fn split_like(&mut self, draft: &Unsaved, ui: &Ui) {
        let is_there = |key: &str| {
            let key = format!("{key}.");
            draft.fields.iter().any(|(name, _)| name.starts_with(&key))
        };
        let mut sections = Vec::new();
        for section in std::mem::take(&mut self.sections) {
            let parts = section.split(&self.lines, ui);
            let was_split = parts.iter().any(|part| is_there(&part.key(&self.lines)));
            if parts.len() > 1 && was_split {
                sections.extend(parts);
            } else {
                sections.push(section);
            }
        }
        self.sections = sections;
    }

    /// The forms as they are, with the tasks that they serve.
    pub(super) fn forms_by_task(&self) -> Vec<(Vec<TaskId>, Section)> {
        let ids = |section: &Section| {
            let lines = section
                .rows
                .iter()
                .filter_map(|place| self.lines.get(*place));
            lines.map(|line| line.id).collect()
        };
        self.sections
            .iter()
            .map(|section| (ids(section), section.clone()))
            .collect()
    }

    /// Makes the forms anew after rows have gone or changed, with what was typed for the rest.
    pub(super) fn rebuild(&mut self, before: &[(Vec<TaskId>, Section)], ui: &Ui) {
        self.build_sections(ui);
        let mut sections = Vec::new();
        for section in std::mem::take(&mut self.sections) {
            let served = |section: &Section| {
                let place = section.rows.first()?;
                let id = self.lines.get(*place)?.id;
                let same = before
                    .iter()
                    .filter(|(_, old)| old.deed == section.deed)
                    .find(|(ids, _)| ids.contains(&id))?;
                Some(same)
            };
            let was_split = served(&section).is_some_and(|(ids, old)| ids.len() < old.group);
            let parts = if was_split && section.rows.len() > 1 {
                section.split(&self.lines, ui)
            } else {
                vec![section]
            };
            for mut part in parts {
                if let Some((_, old)) = served(&part) {
                    part.fill(&old.form);
                }
                sections.push(part);
            }
        }
        self.sections = sections;
        self.show_section();
    }

    /// Goes back; digits stay, and what was typed is kept for the same rows.
    pub(super) fn leave(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(draft) = self.typed() {
            effects.push(Effect::Remember(self.to_remember()));
            effects.push(Effect::Keep(draft));
        }
        effects.push(if self.saved.is_empty() {
            Effect::Close
        } else {
            Effect::Choose(Outcome::Saved(std::mem::take(&mut self.saved)))
        });
        effects
    }

    /// Forgets the draft of this place.
    pub(super) fn forget() -> Effect {
        Effect::Keep(Unsaved {
            place: PLACE.to_owned(),
            fields: Vec::new(),
        })
    }
}
