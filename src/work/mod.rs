//! Requests and their answers: the one place where permission is checked and saves are put together.
//!
//! Screens, commands and tests ask the same [`Session`]; the terminal is none of its business.

pub(crate) mod import;
pub(crate) mod permission;
pub mod progress;
pub mod request;
pub mod sample;
