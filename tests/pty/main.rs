//! The real program on a real terminal, end to end.
//!
//! Each story starts the binary on a pseudo-terminal of its own and sees what a clerk sees. What can be
//! told lower down is told there; here is what only a process, a line and a file can get wrong.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod office;
mod process;
mod terminal;

mod crash;
mod day;
mod ends;
mod idle;
mod keyboard;
mod line;
mod places;
mod practice;
mod readme;
mod slow;
mod terminals;
mod together;
