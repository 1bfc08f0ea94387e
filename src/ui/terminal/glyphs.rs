//! What is printed in a cell: the text itself, or its ASCII twin.
//!
//! Only the painter enters. Widths are kept: a twin takes as many cells as what it stands for.

use compact_str::CompactString;
use unicode_width::UnicodeWidthStr;

use super::profile::Glyphs;
use crate::domain::fold::{shown, without_accents};

/// The text of a cell as this terminal can show it. Never empty, nothing that a terminal obeys, never
/// wider than `room` or than it was.
pub(super) fn printable(symbol: &str, room: u16, glyphs: Glyphs) -> CompactString {
    if matches!(symbol.as_bytes(), [b' '..=b'~']) && room > 0 {
        return symbol.into();
    }
    let text = shown(symbol);
    // Letters that were one picture by what joined them.
    let is_apart = text.len() != symbol.len() && width(&text) > width(symbol);
    let first = text.chars().next().map_or(0, char::len_utf8);
    let text = if is_apart { &text[..first] } else { &*text };
    let width = width(text);
    if width == 0 || width > usize::from(room) {
        return " ".into();
    }
    match glyphs {
        Glyphs::Full => text.into(),
        Glyphs::Safe if text.chars().all(is_in_every_font) => text.into(),
        Glyphs::Plain if text.chars().all(is_safe_sign) => text.into(),
        Glyphs::Plain | Glyphs::Ascii => twin(text, width),
        // A sign that has no twin is text of a person's, and left alone.
        Glyphs::Safe => match text.chars().next().and_then(sign) {
            Some(one) => std::iter::repeat_n(one, width).collect(),
            None => text.into(),
        },
    }
}

/// Letters of every kind, and signs of the safe set.
fn is_in_every_font(letter: char) -> bool {
    letter.is_alphanumeric() || letter.is_ascii() || is_safe_sign(letter)
}

/// Signs that the Linux console's Vietnamese and Latin fonts and the old fonts of Windows all have
/// (TERMINALS 3, "Glyphs", measured from the fonts).
fn is_safe_sign(sign: char) -> bool {
    "─│┌┐└┘├┤┬┴┼═║╔╗╚╝░▒█■●▲▼←↑→↓·…–—•×≤≥".contains(sign)
}

/// A line of text as this terminal can show it, letter by letter and as wide as before.
#[must_use]
pub fn plain(text: &str, glyphs: Glyphs) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let pieces = text.graphemes(true);
    pieces
        .map(|piece| printable(piece, u16::MAX, glyphs))
        .collect()
}

/// How many cells a text takes.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.width()
    }
}

fn twin(text: &str, width: usize) -> CompactString {
    if text.is_ascii() {
        return text.into();
    }
    let one = text
        .chars()
        .next()
        .and_then(|first| sign(first).or_else(|| letter(text)));
    std::iter::repeat_n(one.unwrap_or('?'), width).collect()
}

fn letter(text: &str) -> Option<char> {
    without_accents(text)
        .chars()
        .next()
        .filter(char::is_ascii_graphic)
}

fn sign(sign: char) -> Option<char> {
    Some(match sign {
        '─' | '━' | '╌' | '┄' | '–' | '—' | '−' | '‐' | '‑' => '-',
        '│' | '┃' | '║' | '▌' | '▐' => '|',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
        '╔' | '╗' | '╚' | '╝' | '╠' | '╣' | '╦' | '╩' | '╬' | '╭' | '╮' | '╰' | '╯' => {
            '+'
        }
        '═' => '=',
        '█' | '▓' | '■' | '▀' | '▄' => '#',
        '▒' => ':',
        '░' | '·' => '.',
        // A point would make of what is cut a sentence that ends, and of a name a whole one.
        '…' => '~',
        '●' | '•' | '★' => '*',
        '○' | '□' => 'o',
        '▲' | '↑' => '^',
        '▼' | '↓' => 'v',
        '←' | '◄' | '‹' | '«' | '≤' => '<',
        '→' | '►' | '›' | '»' | '≥' => '>',
        '×' | '✓' => 'x',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '₫' => 'd',
        '\u{a0}' => ' ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_without_utf8_shows_letters_without_accents_and_lines_of_ascii() {
        let shown: String = "┌─ Đặng Thị Ngọc Huyền – 5…"
            .chars()
            .map(|one| printable(&one.to_string(), 9, Glyphs::Ascii))
            .collect();
        assert_eq!(shown, "+- Dang Thi Ngoc Huyen - 5~");
    }

    #[test]
    fn a_font_with_few_signs_keeps_lines_and_letters() {
        let shown = |glyphs| -> String {
            "─│ Ệ ‹ ▌ ▂ 漢…"
                .chars()
                .map(|one| printable(&one.to_string(), 9, glyphs))
                .collect()
        };
        assert_eq!(shown(Glyphs::Safe), "─│ Ệ < | ▂ 漢…");
        assert_eq!(shown(Glyphs::Plain), "─│ E < | ? ??…");
    }

    #[test]
    fn a_twin_is_as_wide_as_what_it_stands_for() {
        assert_eq!(printable("漢", 9, Glyphs::Ascii), "??");
        assert_eq!(printable("e\u{302}\u{301}", 9, Glyphs::Ascii), "e");
    }

    #[test]
    fn nothing_in_a_cell_can_command_the_terminal() {
        assert_eq!(printable("\u{1b}", 9, Glyphs::Full), " ");
        assert_eq!(printable("a\u{1b}\u{9b}", 9, Glyphs::Full), "a");
        assert_eq!(printable("漢", 1, Glyphs::Full), " ");
    }
}
