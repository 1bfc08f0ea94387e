//! What a cell's style says of its value and of its font.

use std::collections::HashMap;

use super::super::values::{Meaning, coding_of_font, meaning_of_code, meaning_of_id};
use super::super::xml::{Node, Xml, attribute, number};
use crate::domain::error::FileFault;
use crate::domain::legacy::Coding;

/// Excel allows 64 000 styles; a file with more is not read for them.
const MOST: usize = 100_000;

/// The styles of a workbook, by the numbers that cells name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
}

/// What of a style matters to a reader.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    pub meaning: Meaning,
    pub coding: Option<Coding>,
}

/// The list in which the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Fonts,
    Styles,
    Elsewhere,
}

impl Styles {
    pub(super) fn read(mut xml: Xml) -> Result<Self, FileFault> {
        let mut meanings: HashMap<u32, Meaning> = HashMap::new();
        let mut fonts: Vec<Option<Coding>> = Vec::new();
        let mut styles = Vec::new();
        let mut within = Within::Elsewhere;
        loop {
            match xml.next()? {
                Node::Start(start) => match (within, start.local_name().as_ref()) {
                    (_, "fonts") => within = Within::Fonts,
                    (_, "cellXfs") => within = Within::Styles,
                    (_, "numFmt") if meanings.len() < MOST => {
                        let code = attribute(&start, "formatCode").unwrap_or_default();
                        if let Some(id) = number(&start, "numFmtId") {
                            meanings.insert(id, meaning_of_code(&code));
                        }
                    }
                    (Within::Fonts, "font") if fonts.len() < MOST => fonts.push(None),
                    (Within::Fonts, "name") => {
                        let name = attribute(&start, "val").unwrap_or_default();
                        if let Some(font) = fonts.last_mut() {
                            *font = coding_of_font(&name);
                        }
                    }
                    (Within::Styles, "xf") if styles.len() < MOST => {
                        let id = number(&start, "numFmtId").unwrap_or_default();
                        let font = number::<usize>(&start, "fontId").unwrap_or_default();
                        styles.push(Style {
                            meaning: meanings.get(&id).copied().unwrap_or(meaning_of_id(id)),
                            coding: fonts.get(font).copied().flatten(),
                        });
                    }
                    _ => {}
                },
                Node::End(end) => {
                    if matches!(end.local_name().as_ref(), "fonts" | "cellXfs") {
                        within = Within::Elsewhere;
                    }
                }
                Node::Over => return Ok(Self { styles }),
                Node::Text(_) | Node::Letter(_) | Node::Other => {}
            }
        }
    }

    /// The style of a number; a plain one where there is no such.
    pub(super) fn get(&self, place: usize) -> Style {
        self.styles.get(place).copied().unwrap_or_default()
    }
}
