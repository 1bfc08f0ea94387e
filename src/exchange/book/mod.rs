//! Files of tables, whatever their form: opened by what they hold and not by their name, read row by row.
//!
//! Cells come as text, with what only the file knows of them: their font, whether they are merged,
//! hidden or in error. What the text means is read elsewhere.

mod record;

pub use record::{Cell, Record};
