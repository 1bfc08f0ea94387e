//! The texts that cells share, and the runs of which a text is made.

use super::super::strings::Strings;
use super::super::values::coding_of_font;
use super::super::xml::{Node, Xml, attribute, push_within};
use crate::domain::error::FileFault;
use crate::domain::legacy::Coding;

/// Reads the part of the texts.
pub(super) fn read(mut xml: Xml) -> Result<Strings, FileFault> {
    let mut strings = Strings::default();
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
