//! One line of text that a person edits: by grapheme, as input methods need it.
//!
//! Telex and VNI arrive as backspaces and new letters, Macs send a letter and its marks one by one
//! (DOMAIN 7.2): one Backspace removes one grapheme, a mark joins the letter before it, and nothing
//! that a terminal would obey ever enters. A letter typed at the end changes one cell.

mod typing;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::fold::{clean, is_invisible};
use crate::ui::action::Action;
use crate::ui::canvas::{put, width};

use typing::{Word, is_filler};

/// Letters with more marks than this are no letters of any language.
const MARKS: usize = 6;

/// So many Backspaces after letters that did not enter do nothing: a word of an input method.
const REFUSED: usize = 8;

/// A line under edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Graphemes, each in NFC.
    pieces: Vec<String>,
    /// Before which grapheme the cursor stands.
    cursor: usize,
    /// The first grapheme that shows.
    first: usize,
    /// So many graphemes fit at the most.
    limit: usize,
    /// The word before the cursor, for composing.
    word: Word,
    /// Signs of an input method, and letters that did not enter, that its own Backspaces will take away
    /// again.
    fillers: usize,
}

impl Field {
    /// An empty line of at most so many graphemes.
    #[must_use]
    pub fn new(limit: usize) -> Self {
        Self {
            pieces: Vec::new(),
            cursor: 0,
            first: 0,
            limit,
            word: Word::default(),
            fillers: 0,
        }
    }

    /// The text as it stands, blanks at its ends included.
    #[must_use]
    pub fn raw(&self) -> String {
        self.pieces.concat()
    }

    /// The text as it is kept: clean, without blanks at its ends.
    #[must_use]
    pub fn text(&self) -> String {
        clean(&self.raw())
    }

    /// True where nothing stands, or blanks only.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| piece.trim().is_empty())
    }

    /// True where nothing more fits.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.pieces.len() >= self.limit
    }

    /// Puts another text there; the cursor goes behind it.
    pub fn set(&mut self, text: &str) {
        self.pieces = clean(text)
            .graphemes(true)
            .take(self.limit)
            .map(str::to_owned)
            .collect();
        self.cursor = self.pieces.len();
        self.first = 0;
        self.leave_word();
    }

    /// What stands before the cursor is not composed any more.
    fn leave_word(&mut self) {
        self.word = Word::Left;
        self.fillers = 0;
    }

    /// Writes a letter before the cursor as it is; false where it may not enter or no room is left.
    pub fn insert(&mut self, letter: char) -> bool {
        if is_filler(letter) {
            self.fillers += 1;
            return false;
        }
        let before = self.fillers;
        self.leave_word();
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if is_invisible(letter) {
            return false;
        }
        if let Some(joined) = self.joined(letter) {
            if let Some(before) = self.pieces.get_mut(self.cursor - 1) {
                *before = joined;
            }
            return true;
        }
        let is_lone_mark = width(letter.encode_utf8(&mut [0; 4])) == 0;
        if is_lone_mark {
            return false;
        }
        if self.pieces.len() >= self.limit {
            // An input method does not know that it did not enter, and takes it back to retype it.
            self.fillers = (before + 1).min(REFUSED);
            return false;
        }
        self.pieces
            .insert(self.cursor, letter.to_string().nfc().collect());
        self.cursor += 1;
        true
    }

    /// The letter before the cursor with this mark on it; `None` where it is no mark of it.
    fn joined(&self, mark: char) -> Option<String> {
        let before = self.pieces.get(self.cursor.checked_sub(1)?)?;
        let joined: String = before.chars().chain([mark]).nfc().collect();
        let is_one = joined.graphemes(true).count() == 1 && joined.chars().count() <= MARKS;
        is_one.then_some(joined)
    }

    /// Carries out what an action means to a line of text; false where it means nothing to one.
    pub fn hear(&mut self, action: Action) -> bool {
        match action {
            Action::Left => drop(self.left()),
            Action::Right => drop(self.right()),
            Action::First => self.home(),
            Action::Last => self.end(),
            Action::Delete => drop(self.delete()),
            Action::Erase => drop(self.erase()),
            Action::EraseAll => self.erase_all(),
            _ => return false,
        }
        true
    }

    /// Removes the grapheme before the cursor.
    pub fn erase(&mut self) -> bool {
        if self.fillers > 0 {
            self.fillers -= 1;
            return true;
        }
        let is_possible = self.cursor > 0;
        if is_possible {
            self.cursor -= 1;
            self.pieces.remove(self.cursor);
            self.note_erased();
        }
        is_possible
    }

    /// Removes the grapheme under the cursor.
    pub fn delete(&mut self) -> bool {
        let is_possible = self.cursor < self.pieces.len();
        if is_possible {
            self.pieces.remove(self.cursor);
        }
        self.leave_word();
        is_possible
    }

    /// Removes everything before the cursor.
    pub fn erase_all(&mut self) {
        self.pieces.drain(..self.cursor);
        self.cursor = 0;
        self.first = 0;
        self.leave_word();
    }

    /// One grapheme to the left; false at the beginning.
    pub fn left(&mut self) -> bool {
        let is_possible = self.cursor > 0;
        self.cursor = self.cursor.saturating_sub(1);
        self.leave_word();
        is_possible
    }

    /// One grapheme to the right; false at the end.
    pub fn right(&mut self) -> bool {
        let is_possible = self.cursor < self.pieces.len();
        self.cursor = (self.cursor + 1).min(self.pieces.len());
        self.leave_word();
        is_possible
    }

    /// Before the first grapheme.
    pub fn home(&mut self) {
        self.cursor = 0;
        self.leave_word();
    }

    /// Behind the last grapheme.
    pub fn end(&mut self) {
        self.cursor = self.pieces.len();
        self.leave_word();
    }

    /// Draws `[ text ]` into the first row of the area; a bracket turns into an arrow where text is
    /// hidden on its side. Returns the place of the cursor.
    pub fn draw(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        text: Style,
        brackets: Style,
    ) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        if area.width < 3 {
            return Some(area.as_position());
        }
        let room = usize::from(area.width) - 2;
        self.scroll(room);
        let mut shown = String::new();
        let mut used = 0;
        let mut next = self.first;
        while let Some(piece) = self.pieces.get(next) {
            if used + width(piece) > room {
                break;
            }
            used += width(piece);
            shown.push_str(piece);
            next += 1;
        }
        let cursor_at = self.wide(self.first, self.cursor);
        shown.extend(std::iter::repeat_n(' ', room - used));
        let open = if self.first > 0 { "‹" } else { "[" };
        let close = if next < self.pieces.len() { "›" } else { "]" };
        put(buffer, area, 0, 0, open, brackets);
        buffer.set_stringn(area.x + 1, area.y, &shown, room, text);
        put(buffer, area, area.width - 1, 0, close, brackets);
        let x = u16::try_from(cursor_at.min(room - 1)).unwrap_or(0);
        Some(Position::new(area.x + 1 + x, area.y))
    }

    /// Keeps the cursor within the box. Jumps by a third of it: a line that moves with every letter
    /// would be sent again with every letter.
    fn scroll(&mut self, room: usize) {
        if self.cursor < self.first {
            self.first = self.cursor.saturating_sub(room / 3);
        }
        if self.wide(self.first, self.cursor) < room {
            return;
        }
        let mut left = room - room / 3;
        self.first = self.cursor;
        while let Some(piece) = self.first.checked_sub(1).and_then(|at| self.pieces.get(at)) {
            if width(piece) >= left {
                break;
            }
            left -= width(piece);
            self.first -= 1;
        }
    }

    fn wide(&self, from: usize, to: usize) -> usize {
        self.pieces
            .get(from..to)
            .map_or(0, |pieces| pieces.iter().map(|piece| width(piece)).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> Field {
        let mut field = Field::new(100);
        for key in keys.chars() {
            match key {
                '\u{8}' => {
                    field.erase();
                }
                letter => {
                    field.insert(letter);
                }
            }
        }
        field
    }

    #[test]
    fn marks_that_come_after_their_letter_join_it() {
        let field = typed("tie\u{323}\u{302}ng Vie\u{302}\u{323}t");
        assert_eq!(field.raw(), "tiệng Việt");
        assert_eq!(typed("\u{301}a").raw(), "a");
    }

    #[test]
    fn the_backspaces_of_telex_give_the_word() {
        // As recorded: "tooi gox tieengs Vieetj".
        let keys =
            "to\u{8}ôi go\u{8}\u{8}gõ tie\u{8}êng\u{8}\u{8}\u{8}ếng Vie\u{8}êt\u{8}\u{8}ệt d\u{8}đ";
        assert_eq!(typed(keys).raw(), "tôi gõ tiếng Việt đ");
    }

    #[test]
    fn a_backspace_removes_a_letter_with_its_marks() {
        let mut field = typed("e\u{302}\u{323}x\u{302}");
        assert!(field.erase());
        assert_eq!(field.raw(), "ệ");
        assert!(field.erase());
        assert!(!field.erase());
    }

    #[test]
    fn letters_enter_where_the_cursor_stands_and_controls_never() {
        let mut field = typed("Sở vụ\u{1b}\u{7}\u{200b}\u{202e}");
        for _ in 0..2 {
            field.left();
        }
        for letter in "Nội ".chars() {
            field.insert(letter);
        }
        assert_eq!(field.text(), "Sở Nội vụ");
        field.home();
        assert!(field.delete());
        assert_eq!(field.text(), "ở Nội vụ");
        field.end();
        field.erase_all();
        assert!(field.is_empty());
    }

    #[test]
    fn no_more_than_the_limit_enters() {
        let mut field = Field::new(3);
        field.set("abcdef");
        assert_eq!(field.raw(), "abc");
        assert!(!field.insert('d'));
        assert!(field.insert('\u{327}'), "a mark takes no room");
    }

    #[test]
    fn an_input_method_at_a_full_field_takes_back_only_what_it_sent() {
        let mut field = Field::new(6);
        field.set("Cải cá");
        for letter in "nha".chars() {
            assert!(!field.insert(letter));
        }
        // It retypes the word from its vowel on, and the word still does not enter.
        assert!(field.erase());
        assert!(!field.insert('á'));
        assert_eq!(field.raw(), "Cải cá");
        for _ in 0..3 {
            field.erase();
        }
        assert_eq!(field.raw(), "Cải cá");
        field.erase();
        assert_eq!(field.raw(), "Cải c", "the person's own Backspace");
    }

    #[test]
    fn a_long_line_scrolls_and_shows_that_it_does() {
        let mut field = typed("abcdefghijklmnop");
        let area = Rect::new(0, 0, 10, 1);
        let mut buffer = Buffer::empty(area);
        let cursor = field.draw(area, &mut buffer, Style::new(), Style::new());
        let line: String = (0..10).map(|x| buffer[(x, 0)].symbol()).collect();
        assert_eq!(line, "‹lmnop   ]");
        assert_eq!(cursor, Some(Position::new(6, 0)));
        field.home();
        field.draw(area, &mut buffer, Style::new(), Style::new());
        let line: String = (0..10).map(|x| buffer[(x, 0)].symbol()).collect();
        assert_eq!(line, "[abcdefgh›");
    }

    #[test]
    fn a_letter_typed_changes_one_cell() {
        let area = Rect::new(0, 0, 20, 1);
        let mut field = typed("Cải các");
        let mut before = Buffer::empty(area);
        field.draw(area, &mut before, Style::new(), Style::new());
        field.insert('h');
        let mut after = Buffer::empty(area);
        field.draw(area, &mut after, Style::new(), Style::new());
        assert_eq!(before.diff(&after).len(), 1);
    }
}
