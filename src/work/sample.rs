//! The sample database.
pub(crate) mod cast;
mod choosing;
mod fate;
pub(crate) mod history;
mod phrases;
mod wording;
