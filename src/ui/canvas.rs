//! Putting text into cells: by display width, never past an edge, cut with an ellipsis that shows it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Below this width codes are cut rather than broken.
const NARROW: usize = 12;

/// How many cells a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text, cut to so many cells; an ellipsis stands where something was cut. A number is never cut:
/// it stands whole, with a blank before the ellipsis, or not at all.
#[must_use]
pub fn fit(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut used = 0;
    for piece in text.graphemes(true) {
        let wide = width(piece);
        if used + wide + 1 > cells {
            break;
        }
        used += wide;
        cut.push_str(piece);
    }
    if cells > 0 {
        end_at_a_word(text, &mut cut, used + 2 <= cells);
        // A text that was cut before shows it once.
        if !cut.ends_with('…') {
            cut.push('…');
        }
    }
    cut
}

/// Makes what was kept of a text ready for its ellipsis: without blanks at its end and without a piece of
/// a number. A whole number keeps a blank after it, lest it be read as the beginning of a longer one.
fn end_at_a_word(text: &str, cut: &mut String, has_room: bool) {
    // Behind a blank the next word is cut away whole; the last one that stands is looked at.
    let kept = cut.trim_end().len();
    if kept == 0 {
        cut.clear();
        return;
    }
    let begin = cut
        .get(..kept)
        .and_then(|kept| kept.rfind(' '))
        .map_or(0, |place| place + 1);
    let word = text.get(begin..).unwrap_or_default();
    let word = word.split(' ').next().unwrap_or_default();
    // Of `766/QĐ-TTg` a cut may leave what looks like a number and is none.
    let stands = cut.get(begin..kept).unwrap_or_default();
    if !is_number(word) && !is_number(stands) {
        cut.truncate(kept);
    } else if begin + word.len() == kept && (has_room || kept < cut.len()) {
        cut.truncate(kept);
        cut.push(' ');
    } else {
        let before = cut.get(..begin).unwrap_or_default().trim_end().len();
        cut.truncate(before);
        end_at_a_word(text, cut, true);
    }
}

/// True for a number, a date, a share: digits and no letters.
fn is_number(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_digit())
        && !word.contains(|letter: char| letter.is_alphabetic())
}

/// The text in so many cells, filled with blanks to the right.
#[must_use]
pub fn pad(text: &str, cells: usize) -> String {
    let mut text = fit(text, cells);
    let have = width(&text);
    text.extend(std::iter::repeat_n(' ', cells.saturating_sub(have)));
    text
}

/// The text in so many cells, filled with blanks to the left.
#[must_use]
pub fn pad_left(text: &str, cells: usize) -> String {
    let text = fit(text, cells);
    let blanks = cells.saturating_sub(width(&text));
    format!("{}{text}", " ".repeat(blanks))
}

/// The text in lines of so many cells, broken between words; a word longer than a line is broken.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let mut word = word.to_owned();
        let needed = width(&word) + if line.is_empty() { 0 } else { width(&line) + 1 };
        if needed > cells && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        // Pieces of a number, or of a code in a very narrow window, would be read as numbers.
        let has_digits = word.contains(|letter: char| letter.is_ascii_digit());
        if has_digits && width(&word) > cells && (cells < NARROW || is_number(&word)) {
            word = fit(&word, cells);
        }
        while width(&word) > cells {
            let (head, tail) = split_at_width(&word, cells);
            if head.is_empty() {
                break;
            }
            lines.push(head);
            word = tail;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

fn split_at_width(text: &str, cells: usize) -> (String, String) {
    let mut head = String::new();
    let mut used = 0;
    for (place, piece) in text.grapheme_indices(true) {
        used += width(piece);
        if used > cells {
            return (head, text.get(place..).unwrap_or_default().to_owned());
        }
        head.push_str(piece);
    }
    (head, String::new())
}

/// Writes a text at a place within an area, cut at the area's edge. Outside of it, writes nothing.
pub fn put(buffer: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) {
    if x >= area.width || y >= area.height {
        return;
    }
    let room = usize::from(area.width - x);
    buffer.set_stringn(area.x + x, area.y + y, fit(text, room), room, style);
}

/// Draws a horizontal rule over the whole width of an area, at this row of it.
pub fn rule(buffer: &mut Buffer, area: Rect, y: u16, style: Style) {
    put(
        buffer,
        area,
        0,
        y,
        &"─".repeat(usize::from(area.width)),
        style,
    );
}

/// Clears an area to blanks, for what stands over something else.
pub fn clear(buffer: &mut Buffer, area: Rect) {
    for y in 0..area.height {
        put(
            buffer,
            area,
            0,
            y,
            &" ".repeat(usize::from(area.width)),
            Style::new(),
        );
    }
}

/// The part of an area from this row on, so many rows high, as far as there are rows.
#[must_use]
pub fn rows(area: Rect, from: u16, height: u16) -> Rect {
    let from = from.min(area.height);
    Rect {
        x: area.x,
        y: area.y + from,
        width: area.width,
        height: height.min(area.height - from),
    }
}

/// The part of an area from this column on, so many columns wide, as far as there are columns.
#[must_use]
pub fn columns(area: Rect, from: u16, wide: u16) -> Rect {
    let from = from.min(area.width);
    Rect {
        x: area.x + from,
        y: area.y,
        width: wide.min(area.width - from),
        height: area.height,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_shows_that_it_is_one_and_keeps_whole_letters() {
        assert_eq!(fit("Cải cách", 8), "Cải cách");
        assert_eq!(fit("Cải cách", 5), "Cải…");
        assert_eq!(fit("số 766/QĐ-TTg", 7), "số…");
        assert_eq!(fit("Cải cách", 1), "…");
        assert_eq!(fit("Cải cách", 0), "");
        assert_eq!(pad_left("7", 3), "  7");
        assert_eq!(pad("Cải", 5), "Cải  ");
    }

    #[test]
    fn a_number_is_never_cut() {
        assert_eq!(fit("1.234", 4), "…");
        assert_eq!(fit("trễ 28 ngày", 6), "trễ…");
        assert_eq!(fit("trễ 28 ngày", 7), "trễ…");
        assert_eq!(fit("trễ 28 ngày", 8), "trễ 28 …");
        assert_eq!(fit("12 140", 5), "12 …");
        assert_eq!(fit("KH9125/23-041", 8), "KH9125/…");
        assert_eq!(fit("-24", 2), "…");
        assert_eq!(wrap("hạn 31/05/2023", 6), ["hạn", "…"]);
    }

    #[test]
    fn lines_are_broken_between_words_and_long_words_within() {
        assert_eq!(wrap("Sở Nội vụ", 6), ["Sở Nội", "vụ"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 3), [""]);
    }

    #[test]
    fn nothing_is_written_outside_of_an_area() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 2));
        let area = Rect::new(1, 0, 2, 1);
        put(&mut buffer, area, 0, 0, "dài quá", Style::new());
        put(&mut buffer, area, 5, 0, "x", Style::new());
        put(&mut buffer, area, 0, 3, "x", Style::new());
        assert_eq!(buffer, Buffer::with_lines([" d… ", "    "]));
    }
}
