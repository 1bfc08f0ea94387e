//! What is asked about the table of reporting windows, and the answer. The table itself is one of the facts.

use super::OperationKey;
use crate::domain::id::OperationId;
use crate::domain::report_window::Window;

/// A question about reporting windows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Enters, changes and removes windows, as one group.
    Save {
        /// Names this save.
        key: OperationKey,
        /// Those that are changed, as they were seen: who was slower hears of it.
        seen: Vec<Window>,
        /// Windows to enter, over those of the same name.
        set: Vec<Window>,
        /// Windows to remove, as they were seen: what somebody changed meanwhile stays.
        remove: Vec<Window>,
    },
}

/// An answer about reporting windows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// To [`Ask::Save`].
    Saved(Saved),
}

/// Windows that were saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// The group; none where nothing differed.
    pub operation: Option<OperationId>,
    /// So many are new or differ.
    pub set: usize,
    /// So many are removed.
    pub removed: usize,
}
