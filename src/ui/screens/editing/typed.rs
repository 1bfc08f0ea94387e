//! What is typed into a form beyond what stands there: kept when the form is left, found again when it opens.
//!
//! Of a record that is there already only what differs is kept, and laid over the record as it is by then.

use super::{fill, nothing};
use crate::ui::screen::{Effect, Ui, Unsaved};
use crate::ui::widgets::form::Form;

/// Names and values of the fields that hold something else than what stands there.
pub(in crate::ui::screens) fn differing(
    form: &Form,
    stands: impl Fn(&str) -> String,
) -> Vec<(String, String)> {
    let rows = form.rows().iter();
    rows.map(|row| (row.name, row.value()))
        .filter(|(name, value)| *value != stands(name))
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// Under which name a form is kept, and what stands in it without anybody's typing.
#[derive(Debug, Default)]
pub(in crate::ui::screens) struct Typed {
    place: String,
    blank: Form,
}

impl Typed {
    /// Of a form that opens, with what was left in it before put back. What stands in it now is nobody's typing.
    pub(in crate::ui::screens) fn open(place: String, form: &mut Form, ui: &Ui) -> Self {
        let blank = form.clone();
        if let Some(draft) = ui.memory.draft(&place) {
            fill(form, draft);
        }
        Self { place, blank }
    }

    /// The record is another by now: what was not touched is as it is there. Where something is being typed nothing
    /// stirs under the cursor.
    pub(in crate::ui::screens) fn stand(&mut self, form: &mut Form, fresh: Form) {
        for now in fresh.rows() {
            let before = self.blank.value(now.name);
            let row = form.row_mut(now.name);
            if let Some(row) = row.filter(|row| row.value() == before && now.value() != before) {
                *row = now.clone();
            }
        }
        self.blank = fresh;
    }

    /// What was typed; without fields where nothing was.
    pub(in crate::ui::screens) fn unsaved(&self, form: &Form) -> Unsaved {
        Unsaved {
            place: self.place.clone(),
            fields: differing(form, |name| self.blank.value(name)),
        }
    }

    /// Keeps what was typed, or that nothing was.
    pub(in crate::ui::screens) fn keep(&self, form: &Form) -> Effect {
        Effect::Keep(self.unsaved(form))
    }

    /// Keeps it and closes the form.
    pub(in crate::ui::screens) fn leave(&self, form: &Form) -> Vec<Effect> {
        vec![self.keep(form), Effect::Close]
    }

    /// Forgets it: it is saved.
    pub(in crate::ui::screens) fn forget(&self) -> Effect {
        Effect::Keep(nothing(&self.place))
    }
}
