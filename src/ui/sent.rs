//! The save that was sent last and is not known to have been answered.
//!
//! Sent once more as it was, it goes under the same key: a save whose answer was lost is then answered
//! again and does no harm. Anything else is another save.

use crate::work::request::OperationKey;

/// The last save of a form, by its key and what it would have saved.
#[derive(Debug)]
pub struct Sent<T>(Option<(OperationKey, T)>);

impl<T> Default for Sent<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: PartialEq> Sent<T> {
    /// The key under which this is to be sent.
    pub fn key_for(&mut self, save: T) -> OperationKey {
        let key = match self.0.take() {
            Some((key, last)) if last == save => key,
            Some(_) | None => OperationKey::fresh(),
        };
        self.0 = Some((key.clone(), save));
        key
    }

    /// True where this was sent last and is not known to have been answered: it may be saved by now, and nothing left to do.
    #[must_use]
    pub fn is_of(&self, save: &T) -> bool {
        self.0.as_ref().is_some_and(|(_, sent)| sent == save)
    }
}

impl<T> Sent<T> {
    /// True for the key of the save that was sent last.
    #[must_use]
    pub fn is(&self, key: &OperationKey) -> bool {
        self.0.as_ref().is_some_and(|(sent, _)| sent == key)
    }

    /// It was answered; gives what it would have saved.
    pub fn answered(&mut self) -> Option<T> {
        self.0.take().map(|(_, save)| save)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_save_goes_under_the_same_key_until_it_is_answered() {
        let mut sent = Sent::default();
        let first = sent.key_for("70%");
        assert_eq!(sent.key_for("70%"), first);
        assert!(sent.is(&first) && sent.is_of(&"70%"));
        let other = sent.key_for("80%");
        assert_ne!(other, first);
        assert!(!sent.is(&first) && !sent.is_of(&"70%"));
        assert_eq!(sent.answered(), Some("80%"));
        assert_ne!(sent.key_for("80%"), other);
    }
}
