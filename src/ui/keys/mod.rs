//! Which key means what: the built-in table, the names in which it is written, what a configuration
//! changes in it, and the [`Keymap`] in force, from which footer, help, messages and manual are made.
//!
//! Alt-1 to Alt-0 and Alt-minus stand for F1 to F11 everywhere (see [`plain`]), for terminals that keep
//! function keys to themselves; whatever F2 means, Alt-2 means too.

mod changes;
mod context;
mod fault;
mod keymap;
mod names;
mod reach;
mod table;
#[cfg(test)]
mod tests;

pub use changes::{Change, Checked, check};
pub use context::Context;
pub use fault::{KeyFault, KeyTrouble};
pub use keymap::Keymap;
pub use names::{Unsent, name, named, plain, twin};
pub use table::{BINDINGS, Binding};
