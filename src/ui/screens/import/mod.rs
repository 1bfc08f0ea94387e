//! Nhập: a file of tasks, read, looked at, settled and written.
//!
//! [`mod@start`] asks for the file and shows the last imports, [`files`] chooses it, [`preview`] shows what was
//! understood and settles doubts, [`columns`] says what a column is, [`mod@write`] writes. Nothing but the last
//! changes the database.

mod cell;
mod columns;
mod files;
pub(in crate::ui) mod kept;
pub(in crate::ui) mod parts;
mod preview;
pub(in crate::ui) mod said;
pub(in crate::ui) mod start;
mod stop;
mod write;

pub use start::Start;

use crate::domain::filter::describe;
use crate::domain::id::BatchId;
use crate::domain::query::{Filter, Order, Query};
use crate::ui::screen::{Effect, Screen, Ui, Unsaved};
use crate::ui::screens;

/// What an import has entered or changed, the newest first.
fn written_by(batch: BatchId, ui: &Ui) -> Effect {
    let query = Query {
        filter: Filter {
            batches: vec![batch],
            ..Filter::default()
        },
        order: Order::Newest,
    };
    let words = describe(&query.filter, &ui.filter_context());
    Effect::Open(screens::tasks(query, words, None))
}

/// The draft that forgets what was typed and settled for a file: it is imported.
pub(in crate::ui) fn forgotten() -> Unsaved {
    kept::Kept::default().draft()
}

/// The screen that asks for a file.
pub(super) fn start() -> Box<dyn Screen> {
    Box::new(Start::default())
}

/// The question whether the long work that runs shall end.
pub(super) fn stop() -> Box<dyn Screen> {
    Box::new(stop::Stop)
}
