//! What one has to know before one fills in a form: what was asked, beside the form and not only on the sheet of the
//! task, and why a document is needed.

use super::line::Line;
use super::section::Section;
use crate::domain::transition::{Deed, Need, needs, request_of};
use crate::ui::screen::Ui;
use crate::ui::screens::sheet::follow;

impl Section {
    /// What one has to know before one fills it in.
    #[must_use]
    pub fn to_know(&self, lines: &[Line], ui: &Ui) -> Vec<String> {
        let recorded = self.recorded(lines, ui).map(str::to_owned);
        self.asked(lines, ui).into_iter().chain(recorded).collect()
    }

    /// Why a document is needed, where a leader decides and this person only records it.
    #[must_use]
    pub fn recorded(&self, lines: &[Line], ui: &Ui) -> Option<&'static str> {
        let (user, today) = (&ui.facts.user, ui.facts.today);
        let is_decided = self.deed.rule().needs.contains(&Need::Decision);
        let mut tasks = self.rows.iter();
        let is_needed = tasks.any(|place| {
            let task = lines.get(*place).and_then(|line| line.task.as_ref());
            task.is_some_and(|task| needs(task, self.deed, user, today).contains(&Need::Document))
        });
        (is_decided && is_needed).then_some(ui.t.confirm.recorded)
    }

    /// What the form is an answer to, where it serves one row: the request as it stands on the sheet of the task,
    /// which of several depending on the field; none where nothing was asked.
    fn asked(&self, lines: &[Line], ui: &Ui) -> Option<String> {
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
