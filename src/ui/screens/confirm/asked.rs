//! What was asked, for whoever answers it: beside the form, not only on the sheet of the task.

use super::line::Line;
use super::section::Section;
use crate::domain::transition::{Deed, request_of};
use crate::ui::screen::Ui;
use crate::ui::screens::sheet::follow;

impl Section {
    /// What the form is an answer to, where it serves one row: the request as it stands on the sheet of the task,
    /// which of several depending on the field; none where nothing was asked.
    #[must_use]
    pub fn asked(&self, lines: &[Line], ui: &Ui) -> Option<String> {
        let [place] = self.rows.as_slice() else {
            return None;
        };
        let task = lines.get(*place)?.task.as_ref()?;
        let (deed, given) = self.given(task, ui);
        if matches!(deed, Deed::AnswerSupport | Deed::WithdrawSupport) {
            let place = request_of(task, deed, &given, &ui.facts.user).ok()?;
            return Some(follow::requested(task.requests.get(place)?, ui));
        }
        if deed == Deed::Explain {
            return Some(follow::to_explain(task.explanation_asked.as_ref()?, ui));
        }
        None
    }
}
