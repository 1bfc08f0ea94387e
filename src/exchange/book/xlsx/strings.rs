//! The texts that cells share.

use super::super::record::LONGEST_CELL;
use super::super::values::coding_of_font;
use super::super::xml::{Node, Xml, attribute, push_within};
use crate::domain::error::FileFault;
use crate::domain::legacy::Coding;

/// The most text that is held, in bytes: a sheet of a million rows of all different texts.
const MOST_TEXT: usize = 512 << 20;

/// The most texts that are held.
const MOST_STRINGS: usize = 16_000_000;

/// Texts one behind the other: a `String` each would take thirty bytes more.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    end: u32,
    coding: Option<Coding>,
}

impl Strings {
    pub(super) fn read(mut xml: Xml) -> Result<Self, FileFault> {
        let mut strings = Self::default();
        let mut one = String::new();
        loop {
            match xml.next()? {
                Node::Start(start) if start.local_name().as_ref() == "si" => {
                    one.clear();
                    let coding = read_text(&mut xml, &mut one)?;
                    strings.push(&unescaped(&one), coding)?;
                }
                Node::Over => return Ok(strings),
                Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
            }
        }
    }

    fn push(&mut self, text: &str, coding: Option<Coding>) -> Result<(), FileFault> {
        let end = text.char_indices().nth(LONGEST_CELL + 1);
        let text = end.and_then(|(end, _)| text.get(..end)).unwrap_or(text);
        if self.text.len() + text.len() > MOST_TEXT || self.entries.len() >= MOST_STRINGS {
            return Err(FileFault::UnpacksTooLarge {
                limit: u64::try_from(MOST_TEXT).unwrap_or(u64::MAX),
            });
        }
        self.text.push_str(text);
        self.entries.push(Entry {
            end: u32::try_from(self.text.len()).unwrap_or(u32::MAX),
            coding,
        });
        Ok(())
    }

    /// A text by its place, and the coding of its fonts where it has fonts of its own.
    pub(super) fn get(&self, place: usize) -> Option<(&str, Option<Coding>)> {
        let entry = self.entries.get(place)?;
        let before = place
            .checked_sub(1)
            .and_then(|place| self.entries.get(place));
        let begin = usize::try_from(before.map_or(0, |entry| entry.end)).ok()?;
        let text = self.text.get(begin..usize::try_from(entry.end).ok()?)?;
        Some((text, entry.coding))
    }
}

/// Reads the runs of a text up to the end of its element; the coding is that of the first run that
/// has one.
pub(super) fn read_text(xml: &mut Xml, text: &mut String) -> Result<Option<Coding>, FileFault> {
    let mut coding = None;
    let mut depth = 1_usize;
    let mut is_text = false;
    while depth > 0 {
        match xml.next()? {
            Node::Start(start) => {
                depth += 1;
                match start.local_name().as_ref() {
                    "t" => is_text = true,
                    "rFont" => {
                        let font = attribute(&start, "val").unwrap_or_default();
                        coding = coding.or_else(|| coding_of_font(&font));
                    }
                    // How a Japanese text is spoken; it is not shown.
                    "rPh" => {
                        depth -= 1;
                        xml.skip()?;
                    }
                    _ => {}
                }
            }
            Node::End(_) => {
                depth -= 1;
                is_text = false;
            }
            Node::Text(piece) if is_text => push_within(text, &piece),
            Node::Letter(letter) if is_text => push_within(text, letter.encode_utf8(&mut [0; 4])),
            Node::Text(_) | Node::Letter(_) | Node::Other => {}
            Node::Over => return Err(xml.fault()),
        }
    }
    Ok(coding)
}

/// Excel writes letters that XML does not allow as `_x000D_`, and an underscore before such as `_x005F_`.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        let letter = escape
            .get(2..6)
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .filter(|_| escape.get(6..7) == Some("_"))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        let passed = match letter {
            Some(letter) => {
                plain.push(letter);
                7
            }
            None => {
                plain.push_str("_x");
                2
            }
        };
        rest = escape.get(passed..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}
