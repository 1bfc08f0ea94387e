//! What is said and asked about who is on, and the answers.

use crate::domain::present::{Present, Standing};

/// A question about who is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Says on what this session stands.
    Stand(Standing),
    /// Who is on.
    List,
}

/// An answer about who is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// To [`Ask::Stand`].
    Noted,
    /// To [`Ask::List`].
    List {
        /// This session, where it has said on what it stands.
        own: Option<Present>,
        /// The others, by login.
        others: Vec<Present>,
    },
}
