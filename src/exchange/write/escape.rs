//! Texts as the XML of a workbook holds them.

use crate::domain::fold::shown;

/// XML does not allow all letters; those that it does not are written as Excel does, `_x000D_`, and what
/// only looks like that too.
pub(in crate::exchange) fn push_escaped(text: &mut String, cell: &str) {
    escape(cell, |part| text.push_str(part));
}

/// The same into bytes.
pub(in crate::exchange) fn push_escaped_bytes(bytes: &mut Vec<u8>, cell: &str) {
    escape(cell, |part| bytes.extend(part.as_bytes()));
}

fn escape(cell: &str, mut push: impl FnMut(&str)) {
    // What needs a look begins with one of these; all between goes through at once.
    let is_suspect = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'_' | 0..=0x1f | 0xef);
    let mut rest = cell;
    while let Some(place) = rest.bytes().position(is_suspect) {
        let (plain, from) = rest.split_at(place);
        push(plain);
        let mut letters = from.chars();
        let letter = letters.next().unwrap_or_default();
        match letter {
            '&' => push("&amp;"),
            '<' => push("&lt;"),
            '>' => push("&gt;"),
            '\n' | '\t' => push(letter.encode_utf8(&mut [0; 4])),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                push(&format!("_x{:04X}_", u32::from(letter)));
            }
            '_' if is_like_escape(from) => push("_x005F_"),
            other => push(other.encode_utf8(&mut [0; 4])),
        }
        rest = letters.as_str();
    }
    push(rest);
}

fn is_like_escape(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.get(..5));
    digits.is_some_and(|digits| {
        let (digits, end) = digits.split_at_checked(4).unwrap_or_default();
        end == "_" && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// Text at the head or foot of a page: `&` begins a command there, and Excel takes 255 letters for all of it.
pub(super) fn push_page_text(text: &mut String, said: &str) {
    let said: String = shown(said).chars().take(120).collect();
    push_escaped(text, &said.replace('&', "&&"));
}
