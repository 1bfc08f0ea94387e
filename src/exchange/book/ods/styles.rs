//! What the styles of a workbook say: fonts of old codings, and sheets that are not shown.

use std::collections::HashMap;

use super::super::values::coding_of_font;
use super::super::xml::{Node, Xml, attribute};
use crate::domain::error::FileFault;
use crate::domain::legacy::Coding;

/// No honest workbook has more; what comes after is not read.
const MOST: usize = 100_000;

/// Styles inherit; a chain of them is followed so far.
const LONGEST_CHAIN: usize = 20;

/// The styles of a workbook, by their names.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// The coding of a font that is declared under a name of its own.
    fonts: HashMap<String, Option<Coding>>,
    styles: HashMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    parent: String,
    /// The font that it sets: one may set none, and one may set a font of today.
    font: Option<Option<Coding>>,
    is_hidden: bool,
}

impl Styles {
    /// Adds the styles of a part.
    pub(super) fn read(&mut self, mut xml: Xml) -> Result<(), FileFault> {
        let mut name = None;
        loop {
            match xml.next()? {
                Node::Start(start) => match start.local_name().as_ref() {
                    "font-face" if self.fonts.len() < MOST => {
                        let font = attribute(&start, "font-family").unwrap_or_default();
                        let named = attribute(&start, "name").unwrap_or_default();
                        self.fonts.insert(named.into_owned(), coding_of_font(&font));
                    }
                    "style" if self.styles.len() < MOST => {
                        let named = attribute(&start, "name").unwrap_or_default().into_owned();
                        let parent = attribute(&start, "parent-style-name").unwrap_or_default();
                        let style = Style {
                            parent: parent.into_owned(),
                            ..Style::default()
                        };
                        self.styles.insert(named.clone(), style);
                        name = Some(named);
                    }
                    "text-properties" => {
                        let font = self.font(&start);
                        if let Some(style) =
                            name.as_ref().and_then(|name| self.styles.get_mut(name))
                        {
                            style.font = font.or(style.font);
                        }
                    }
                    "table-properties" => {
                        let is_hidden =
                            attribute(&start, "display").is_some_and(|shown| shown == "false");
                        if let Some(style) =
                            name.as_ref().and_then(|name| self.styles.get_mut(name))
                        {
                            style.is_hidden = is_hidden;
                        }
                    }
                    // The styles stand before the sheets.
                    "body" => return Ok(()),
                    _ => {}
                },
                Node::End(end) if end.local_name().as_ref() == "style" => name = None,
                Node::Over => return Ok(()),
                Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
            }
        }
    }

    fn font(&self, start: &quick_xml::events::BytesStart<'_>) -> Option<Option<Coding>> {
        if let Some(name) = attribute(start, "font-name") {
            return Some(
                self.fonts
                    .get(&*name)
                    .copied()
                    .unwrap_or(coding_of_font(&name)),
            );
        }
        attribute(start, "font-family").map(|name| coding_of_font(&name))
    }

    /// The coding of the font of a style.
    pub(super) fn coding(&self, name: &str) -> Option<Coding> {
        let mut name = name;
        for _ in 0..LONGEST_CHAIN {
            let style = self.styles.get(name)?;
            if let Some(font) = style.font {
                return font;
            }
            name = &style.parent;
        }
        None
    }

    /// True if a sheet of this style is not shown.
    pub(super) fn is_hidden_table(&self, name: &str) -> bool {
        self.styles.get(name).is_some_and(|style| style.is_hidden)
    }
}
