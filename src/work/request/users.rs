//! What is asked about accounts, and the answers.

use chrono::{DateTime, Utc};

use super::OperationKey;
use crate::domain::id::OperationId;
use crate::domain::user::Account;

/// A question about accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// All of them.
    List,
    /// Enters one, or changes its role, its agency, or whether it is closed.
    Save {
        /// Names this save.
        key: OperationKey,
        /// As it was seen; none where it is to be entered.
        seen: Option<Account>,
        /// As it is to be.
        wanted: Account,
    },
}

/// An answer about accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// To [`Ask::List`], by login.
    List(Vec<Known>),
    /// To [`Ask::Save`].
    Saved(Saved),
}

/// An account as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The account.
    pub account: Account,
    /// When it saved something last, by the log; none where it never did.
    pub last: Option<DateTime<Utc>>,
}

/// An account that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The group; none where nothing differed.
    pub operation: Option<OperationId>,
    /// As it is now.
    pub account: Account,
}
