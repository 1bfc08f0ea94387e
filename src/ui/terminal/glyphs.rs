//! What is printed in a cell: the text itself, or its ASCII twin.
//!
//! Only the backend enters. Widths are kept: a twin takes as many cells as what it stands for.

use unicode_width::UnicodeWidthStr;

use super::env::Glyphs;
use crate::domain::fold::without_accents;

/// The text of a cell as this terminal can show it. Never empty, never a control character, never
/// wider than `room`.
pub(super) fn printable(symbol: &str, room: u16, glyphs: Glyphs) -> String {
    let text: String = symbol
        .chars()
        .filter(|letter| !letter.is_control())
        .collect();
    let width = width(&text);
    if width == 0 || width > usize::from(room) {
        return " ".to_owned();
    }
    match glyphs {
        Glyphs::Full => text,
        Glyphs::Ascii => twin(&text, width),
    }
}

/// A line of text as this terminal can show it, letter by letter and as wide as before.
#[must_use]
pub fn plain(text: &str, glyphs: Glyphs) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    match glyphs {
        Glyphs::Full => text.to_owned(),
        Glyphs::Ascii => text
            .graphemes(true)
            .map(|piece| twin(piece, width(piece)))
            .collect(),
    }
}

/// How many cells a text takes.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.width()
    }
}

fn twin(text: &str, width: usize) -> String {
    if text.is_ascii() {
        return text.to_owned();
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
        '░' | '·' | '…' => '.',
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
        assert_eq!(shown, "+- Dang Thi Ngoc Huyen - 5.");
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
