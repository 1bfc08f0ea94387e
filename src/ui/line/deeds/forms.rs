//! What is typed into the forms of a review, carried over when rows go or change.

use super::Review;
use crate::domain::id::TaskId;
use crate::domain::transition::Deed;
use crate::ui::screen::Ui;
use crate::ui::screens::confirm::section::Section;
use crate::ui::widgets::form::Form;

impl Review {
    /// The forms as they are, with the tasks that they serve.
    pub(super) fn forms(&self) -> Vec<(Deed, Vec<TaskId>, Form)> {
        let form = |section: &Section| {
            let ids = section.ids(&self.lines);
            (section.deed, ids, section.form.clone())
        };
        self.sections.iter().map(form).collect()
    }

    /// Makes the forms anew after rows have gone or changed, with what was typed for the rest.
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
}
