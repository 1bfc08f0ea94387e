//! Requests and their answers: the one place where permission is checked and saves are put together.
//!
//! Screens, commands and tests ask the same [`Session`](session::Session); the terminal is none of its
//! business. One file a subject; `thread` lets a session work beside a screen.

mod agencies;
mod agenda;
pub mod backup;
mod care;
mod create;
mod days;
pub mod doctor;
mod documents;
mod edit;
mod export;
pub mod files;
mod folder;
pub mod generate;
mod home;
pub(crate) mod import;
mod letters;
mod lists;
mod measures;
mod news;
pub mod occurrences;
pub mod opening;
mod own;
mod paper;
mod past;
mod perform;
mod permission;
mod practice;
mod present;
pub mod progress;
pub mod proof;
mod report;
pub mod request;
pub mod restore;
mod rolling;
pub mod sample;
pub mod session;
mod settings;
mod slices;
mod texts;
pub mod thread;
mod undo;
mod users;
pub mod watch;
mod windows;

#[cfg(test)]
mod tests;

pub use import::readable;
