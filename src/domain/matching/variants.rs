//! Writings of agencies that somebody has settled once: what is written so means these, from then on.

use std::collections::HashMap;

use super::reading::Part;
use crate::domain::fold::clean;

/// Writings and whom they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variants(HashMap<String, Vec<Part>>);

impl Variants {
    /// Remembers a writing; an older meaning of it gives way.
    pub fn insert(&mut self, text: &str, parts: Vec<Part>) {
        self.0.insert(Self::key(text), parts);
    }

    /// Whom a writing means; none where nobody has settled it.
    #[must_use]
    pub fn lookup(&self, text: &str) -> Option<&[Part]> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&Self::key(text)).map(Vec::as_slice)
    }

    /// The form in which writings are compared: cleaned, in small letters. Accents stay: two communes
    /// differ in a tone (DOMAIN 4.2.8).
    #[must_use]
    pub fn key(text: &str) -> String {
        clean(text).to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::AgencyId;

    #[test]
    fn a_writing_is_known_in_any_case_and_spacing_but_with_its_accents() {
        let mut variants = Variants::default();
        let parts = vec![Part::Agency(AgencyId(7))];
        variants.insert(" Xã  Thạnh An", parts.clone());
        assert_eq!(variants.lookup("XÃ THẠNH\nAN"), Some(parts.as_slice()));
        assert_eq!(variants.lookup("Xã Thanh An"), None);
    }
}
