//! What was typed and not saved: of a form, to be gone on with; of a line, to be recalled.

use serde::{Deserialize, Serialize};

/// Something that was typed and not saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsaved {
    /// Which form or field, by a stable name.
    pub place: String,
    /// The fields and their texts.
    pub fields: Vec<(String, String)>,
}

/// What was typed into a line has a place that begins so.
const LINE: &str = "line:";

impl Unsaved {
    /// What stands in a line that is recalled with F9, and was not ended: there is no form to go on with.
    #[must_use]
    pub fn of_line(name: &str, text: &str) -> Self {
        let typed = Some(text).filter(|text| !text.trim().is_empty());
        let field = typed.map(|text| (name.to_owned(), text.to_owned()));
        Self {
            place: format!("{LINE}{name}"),
            fields: field.into_iter().collect(),
        }
    }

    /// True for what was typed into a line: it is recalled there, and offered nowhere.
    #[must_use]
    pub fn is_of_line(&self) -> bool {
        self.place.starts_with(LINE)
    }
}

/// Under which key a draft was sent as it stands, where nobody heard the answer: it may be saved by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentAs {
    /// Which draft, by its place.
    pub place: String,
    /// The key of the save.
    pub key: String,
}
