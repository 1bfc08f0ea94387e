//! What is asked about the settings of the installation, and the answers.

use super::OperationKey;
use crate::domain::id::OperationId;
use crate::domain::setting::Setting;

/// A question about settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// All of them.
    List,
    /// Sets some.
    Save {
        /// Names this save.
        key: OperationKey,
        /// What is to be set.
        set: Vec<Wanted>,
    },
}

/// A setting as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Which.
    pub setting: Setting,
    /// The value that was seen.
    pub seen: String,
    /// The value that is wanted, as typed.
    pub value: String,
}

/// An answer about settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// To [`Ask::List`], in the order of the table.
    List(Vec<InForce>),
    /// To [`Ask::Save`].
    Saved(Saved),
}

/// A setting as it is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Which.
    pub setting: Setting,
    /// Its value.
    pub value: String,
    /// Somebody set it; else it is as usual.
    pub is_set: bool,
}

/// Settings that were saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// The group; none where nothing differed.
    pub operation: Option<OperationId>,
    /// So many differ now.
    pub changed: usize,
}
