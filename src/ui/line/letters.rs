//! Letters to the leads of late tasks: the form of the screens, asked field by field; what would be written is read out
//! before it is.

use super::asked;
use super::talk::{Said, Talk};
use super::words::aloud;
use crate::domain::id::TaskId;
use crate::domain::query::Query;
use crate::ui::screens::letters::Letters;

/// Asks, writes and says what was written; about these tasks only, where there are any.
///
/// # Errors
/// Where it is left for another place.
pub fn run(talk: &mut Talk, query: Query, only: Vec<TaskId>) -> Said<()> {
    let mut form = Letters::new(query, only);
    asked::run(talk, &mut form, |_, _| false)?;
    let frame = talk.frame();
    let told = form.told(&frame.ui());
    let told = told.iter().map(|text| aloud(text, talk.t));
    talk.read_out(&told.collect::<Vec<_>>())
}
