//! What only SQLite says: codes, pragmas, migrations, pins of indexes, full-text search.
//!
//! Another engine brings another room of this shape; the SQL outside of it is understood by both.

pub(super) mod attached;
pub(super) mod bulk;
pub(super) mod codes;
pub(super) mod frames;
pub(super) mod gaps;
pub(super) mod pin;
pub(super) mod schema;
pub(super) mod search;
mod statement;
pub(super) mod wal;
