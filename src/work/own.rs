//! What was saved in this session, or by its session of files for it: of that a person knows, and it is taken back
//! without more ado.

use std::collections::HashSet;

use super::request::OperationKey;

/// The keys under which this session saved.
#[derive(Debug, Default)]
pub(super) struct Own {
    keys: HashSet<String>,
}

impl Own {
    /// Something is about to be saved under this key.
    pub(super) fn note(&mut self, key: &OperationKey) {
        if !self.keys.contains(&key.0) {
            self.keys.insert(key.0.clone());
        }
    }

    /// Whether a group of this key is of this session; a long work goes on from its key behind a slash.
    pub(super) fn has(&self, key: &str) -> bool {
        let mut whole = key.match_indices('/').filter_map(|(at, _)| key.get(..at));
        self.keys.contains(key) || whole.any(|whole| self.keys.contains(whole))
    }
}
