//! What the program remembers while it runs: what was typed into a form that was left, for when it
//! opens again; and what was typed into each field before, for F9.
//!
//! Screens read it through [`Ui`](super::screen::Ui) and change it through effects only.

use super::screen::Unsaved;

/// So many texts are recalled for a field.
const DEPTH: usize = 20;

/// What was typed in this session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    drafts: Vec<Unsaved>,
    typed: Vec<(String, String)>,
}

impl Memory {
    /// Keeps what was typed into a form under its place, instead of what was kept there before;
    /// a draft without fields clears the place.
    /// What was typed into a line is recalled there, and a draft as long as nothing else was typed into that.
    pub fn keep(&mut self, draft: Unsaved) {
        if draft.is_of_line() {
            self.remember(draft.fields.clone());
        }
        self.drafts.retain(|kept| kept.place != draft.place);
        if !draft.fields.is_empty() {
            self.drafts.push(draft);
        }
    }

    /// What was left in the form of that place.
    #[must_use]
    pub fn draft(&self, place: &str) -> Option<&Unsaved> {
        self.drafts.iter().find(|kept| kept.place == place)
    }

    /// Everything that was left in forms, for the hang-up.
    #[must_use]
    pub fn drafts(&self) -> &[Unsaved] {
        &self.drafts
    }

    /// Remembers texts by the names of their fields, the last typed first.
    pub fn remember(&mut self, fields: Vec<(String, String)>) {
        for (name, text) in fields {
            let of_line = Unsaved::of_line(&name, "").place;
            self.drafts.retain(|kept| kept.place != of_line);
            self.typed
                .retain(|(field, kept)| *field != name || *kept != text);
            self.typed.insert(0, (name.clone(), text));
            let mut seen = 0;
            self.typed.retain(|(field, _)| {
                seen += usize::from(*field == name);
                *field != name || seen <= DEPTH
            });
        }
    }

    /// What was typed into a field before, the latest first.
    pub fn typed(&self, field: &str) -> impl Iterator<Item = &str> {
        self.typed
            .iter()
            .filter(move |(name, _)| name == field)
            .map(|(_, text)| text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_text_comes_first_and_each_once() {
        let mut memory = Memory::default();
        for text in ["a", "b", "a"] {
            memory.remember(vec![("note".to_owned(), text.to_owned())]);
        }
        assert_eq!(memory.typed("note").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(memory.typed("reason").count(), 0);
    }

    #[test]
    fn what_was_left_in_a_line_is_recalled_there_and_kept_until_something_else_is_typed() {
        let mut memory = Memory::default();
        let left = Unsaved::of_line("find", "đất đai");
        memory.keep(left.clone());
        assert_eq!(memory.typed("find").collect::<Vec<_>>(), ["đất đai"]);
        memory.remember(vec![("command".to_owned(), "1234".to_owned())]);
        assert_eq!(memory.drafts(), [left]);
        memory.remember(vec![("find".to_owned(), "hộ tịch".to_owned())]);
        assert_eq!(memory.drafts(), []);
        let typed = memory.typed("find").collect::<Vec<_>>();
        assert_eq!(typed, ["hộ tịch", "đất đai"]);
    }

    #[test]
    fn a_place_keeps_one_draft_until_it_is_cleared() {
        let mut memory = Memory::default();
        let draft = |fields: &[(&str, &str)]| Unsaved {
            place: "add".to_owned(),
            fields: fields
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect(),
        };
        memory.keep(draft(&[("title", "Rà")]));
        memory.keep(draft(&[("title", "Rà soát")]));
        assert_eq!(memory.draft("add"), Some(&draft(&[("title", "Rà soát")])));
        memory.keep(draft(&[]));
        assert_eq!(memory.draft("add"), None);
    }
}
