//! Texts that a spreadsheet would take for formulas when it opens a CSV file.
//!
//! `- Sở Nội vụ` shows as an error there, and `=HYPERLINK(...)` may do harm. An apostrophe before it says
//! that it is a text; reading takes the apostrophe off again, so that what comes back is what was written.

use std::borrow::Cow;

/// What begins a formula.
const SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// True for what would be a formula but for the apostrophes before it.
fn is_like_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(SIGNS)
}

/// The text as a CSV file may hold it.
pub(super) fn defused(text: &str) -> Cow<'_, str> {
    // Nearly all texts begin with a letter, which is seen at once.
    let is_suspect = |byte: &u8| *byte < b'0' || *byte == b'=' || *byte == b'@';
    if text.as_bytes().first().is_some_and(is_suspect) && is_like_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that was defused; any other text as it is.
pub(super) fn restored(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_like_formula(rest) => rest,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_defused_comes_back() {
        for text in [
            "", "'", "''", "=1", "-nt-", "'=1", "''@x", "a=1", "'a", "\tx", "+84",
        ] {
            assert_eq!(restored(&defused(text)), text);
            assert!(!defused(text).starts_with(SIGNS), "{text}");
        }
        assert_eq!(restored("'nháy"), "'nháy");
    }
}
