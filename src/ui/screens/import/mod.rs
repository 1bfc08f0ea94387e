//! Nhập: a file of tasks, read, looked at, settled and written.
//!
//! [`mod@start`] asks for the file and shows the last imports, [`files`] chooses it, [`preview`] shows what was
//! understood and settles doubts, [`columns`] says what a column is, [`mod@write`] writes. Nothing but the last
//! changes the database.

mod cell;
mod columns;
mod files;
mod kept;
pub(in crate::ui) mod parts;
mod preview;
pub(in crate::ui) mod said;
mod start;
mod write;

pub use start::Start;

use crate::domain::query::{Order, Query};
use crate::ui::screen::{Effect, Screen, Unsaved};
use crate::ui::screens;

/// The tasks, those that were entered last first: what an import has entered stands on top.
fn newest() -> Effect {
    let query = Query {
        order: Order::Newest,
        ..Query::default()
    };
    Effect::Open(screens::tasks(query, String::new(), None))
}

/// The draft that forgets what was typed and settled for a file: it is imported.
pub(in crate::ui) fn forgotten() -> Unsaved {
    kept::Kept::default().draft()
}

/// The screen that asks for a file.
pub(super) fn start() -> Box<dyn Screen> {
    Box::new(Start::default())
}
