//! Requests and their answers: the one place where permission is checked and saves are put together.
//!
//! Screens, commands and tests ask the same [`Session`](session::Session); the terminal is none of its
//! business. One file a subject; `thread` lets a session work beside a screen.

mod agencies;
mod agenda;
mod create;
mod days;
mod documents;
mod edit;
mod export;
pub mod files;
mod folder;
pub mod generate;
mod home;
pub(crate) mod import;
mod lists;
mod measures;
mod news;
pub mod occurrences;
pub mod opening;
mod past;
mod perform;
mod permission;
mod practice;
pub mod progress;
mod report;
pub mod request;
mod rolling;
pub mod sample;
pub mod session;
mod settings;
mod slices;
mod texts;
pub mod thread;
mod undo;

#[cfg(test)]
mod tests;

pub use import::readable;
