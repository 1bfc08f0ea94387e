//! What a form of the screens shows of itself where it is asked field by field.

use crate::ui::screen::{Effect, Screen, Ui};
use crate::ui::widgets::form::Form;

/// A form that can be asked field by field, and answers like the screen that it is.
pub trait Asked: Screen {
    /// Its fields, to be read and filled.
    fn fields_mut(&mut self) -> &mut Form;

    /// A field was filled: what the others say may depend on it.
    fn filled(&mut self, ui: &Ui) -> Vec<Effect> {
        let _ = ui;
        Vec::new()
    }

    /// What will happen, read out before it is asked whether it shall.
    fn outlook(&self, ui: &Ui) -> Vec<String> {
        let _ = ui;
        Vec::new()
    }

    /// It has done what it was for: nothing is left to be asked.
    fn is_done(&self) -> bool {
        false
    }
}
