//! What was typed into the confirm list and not saved: kept under its deeds and tasks, so that it
//! comes back for the same rows and never for others.

use super::kept::{Others, draft_of, is_over, items_of, refilled};
use super::section::{Section, is_typed};
use super::{Confirm, PLACE};
use crate::domain::id::TaskId;
use crate::ui::screen::{Effect, Outcome, Ui, Unsaved};

impl Confirm {
    /// The list as it was typed before a hang-up; none where that was another place.
    #[must_use]
    pub fn restore(draft: &Unsaved) -> Option<Self> {
        let mut confirm = Self::new(items_of(draft)?);
        confirm.draft = Some(draft.clone());
        Some(confirm)
    }

    /// Everything that was typed, here and for other rows, without fields where nothing was; none where the rows are not
    /// there yet.
    pub(super) fn typed(&self) -> Option<Unsaved> {
        if !self.is_loaded {
            return self.draft.clone();
        }
        let typed = draft_of(&self.lines, &self.sections);
        Some(self.others.beside(typed))
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
        let wanted = self.draft.take();
        let is_wanted = wanted.is_some();
        let Some(draft) = wanted.or_else(|| ui.memory.draft(PLACE).cloned()) else {
            return;
        };
        let sections = std::mem::take(&mut self.sections);
        self.sections = refilled(sections, &draft, &self.lines, ui);
        // Whoever opens it again and sees that nothing can be done to its rows any more is through with it.
        if !(is_wanted && is_over(&self.lines, &self.sections, ui.facts)) {
            self.others = Others::of(&draft, &self.sections, &self.lines);
        }
    }

    /// The forms as they are, with the tasks that they serve.
    pub(super) fn forms_by_task(&self) -> Vec<(Vec<TaskId>, Section)> {
        self.sections
            .iter()
            .map(|section| (section.ids(&self.lines), section.clone()))
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
        let mut effects = vec![Effect::Remember(self.to_remember())];
        effects.extend(self.typed().map(Effect::Keep));
        effects.push(if self.saved.is_empty() {
            Effect::Close
        } else {
            Effect::Choose(Outcome::Saved(std::mem::take(&mut self.saved)))
        });
        effects
    }
}
