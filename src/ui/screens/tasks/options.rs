//! The option column: digits and marks that stay with their tasks, whatever page, filter or agency is shown.

use crate::domain::id::TaskId;
use crate::ui::screen::Unsaved;

/// Under which name the digits are kept.
pub(super) const PLACE: &str = "tasks.digits";

/// What stands beside tasks, in the order in which it was typed.
#[derive(Debug, Default)]
pub(super) struct Options {
    digits: Vec<(TaskId, u8)>,
    marks: Vec<TaskId>,
}

impl Options {
    /// Puts a digit beside a task, over an older one.
    pub(super) fn put(&mut self, id: TaskId, digit: u8) {
        match self.digits.iter_mut().find(|(task, _)| *task == id) {
            Some((_, old)) => *old = digit,
            None => self.digits.push((id, digit)),
        }
    }

    /// Takes away what stands beside a task; false where nothing stood.
    pub(super) fn clear(&mut self, id: TaskId) -> bool {
        let before = (self.digits.len(), self.marks.len());
        self.digits.retain(|(task, _)| *task != id);
        self.marks.retain(|task| *task != id);
        before != (self.digits.len(), self.marks.len())
    }

    /// Marks a task, or takes its mark away.
    pub(super) fn toggle(&mut self, id: TaskId) {
        if self.is_marked(id) {
            self.marks.retain(|task| *task != id);
        } else {
            self.marks.push(id);
        }
    }

    /// The digit beside a task.
    pub(super) fn digit(&self, id: TaskId) -> Option<u8> {
        let mut digits = self.digits.iter();
        digits
            .find(|(task, _)| *task == id)
            .map(|(_, digit)| *digit)
    }

    /// True for a marked task.
    pub(super) fn is_marked(&self, id: TaskId) -> bool {
        self.marks.contains(&id)
    }

    /// Every digit.
    pub(super) fn digits(&self) -> &[(TaskId, u8)] {
        &self.digits
    }

    /// Every marked task.
    pub(super) fn marks(&self) -> &[TaskId] {
        &self.marks
    }

    /// The digits as a person reads them: `9 9 2`, and an ellipsis after a dozen.
    pub(super) fn listed(&self) -> String {
        let mut texts: Vec<String> = self
            .digits
            .iter()
            .take(12)
            .map(|(_, digit)| digit.to_string())
            .collect();
        if self.digits.len() > texts.len() {
            texts.push("…".to_owned());
        }
        texts.join(" ")
    }

    /// The digits as they are kept while the list is closed, and through a hang-up.
    pub(super) fn draft(&self) -> Unsaved {
        let fields = self.digits.iter();
        Unsaved {
            place: PLACE.to_owned(),
            fields: fields
                .map(|(task, digit)| (task.0.to_string(), digit.to_string()))
                .collect(),
        }
    }

    /// The digits that were kept.
    pub(super) fn restore(draft: &Unsaved) -> Self {
        let mut options = Self::default();
        for (task, digit) in &draft.fields {
            if let (Ok(task), Ok(digit)) = (task.parse(), digit.parse()) {
                options.put(TaskId(task), digit);
            }
        }
        options
    }
}
