//! XML of a workbook, one piece at a time, in bounded memory.
//!
//! No entities but those of XML itself, no document types, no deep nesting, no piece larger than any
//! cell: workbooks have none, and each is a way to fill a server's memory.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, ErrorKind, Read};

use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

use super::package::{PartReader, broken, fault_of};
use super::record::LONGEST_CELL;
use crate::domain::error::FileFault;

/// Elements within elements; workbooks have about a dozen.
const DEEPEST: usize = 200;

/// The largest single piece. A cell of a megabyte is read and cut, one of a gigabyte is not read.
const LARGEST_PIECE: usize = 16 << 20;

/// A piece of XML.
#[derive(Debug)]
pub(super) enum Node<'a> {
    Start(BytesStart<'a>),
    End(BytesEnd<'a>),
    Text(Cow<'a, str>),
    /// An entity: one letter, of which a text goes on.
    Letter(char),
    /// Comments and the like.
    Other,
    /// The end of the part.
    Over,
}

/// Reads the XML of a part.
#[derive(Debug)]
pub(super) struct Xml {
    reader: Reader<Capped>,
    buffer: Vec<u8>,
    depth: usize,
    part: String,
}

impl Xml {
    pub(super) fn new(part: PartReader, name: &str) -> Self {
        let mut reader = Reader::from_reader(Capped {
            input: BufReader::with_capacity(64 * 1024, part),
            count: 0,
        });
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            depth: 0,
            part: name.to_owned(),
        }
    }

    /// The next piece. An element without content comes as its start and its end.
    pub(super) fn next(&mut self) -> Result<Node<'_>, FileFault> {
        self.buffer.clear();
        self.reader.get_mut().count = 0;
        let part = &self.part;
        let event = self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(|error| match error {
                Error::Io(error) => fault_of(&error, part),
                _ => broken(part),
            })?;
        Ok(match event {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(broken(part));
                }
                Node::Start(start)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Node::End(end)
            }
            Event::Text(text) => Node::Text(match text.into_inner() {
                text if text.contains('\r') => Cow::Owned(text.replace("\r\n", "\n")),
                text => text,
            }),
            Event::CData(text) => Node::Text(text.into_inner()),
            Event::GeneralRef(name) => {
                let named = match name.as_ref() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => name.resolve_char_ref().map_err(|_| broken(part))?,
                };
                Node::Letter(named.ok_or_else(|| broken(part))?)
            }
            Event::DocType(_) => return Err(broken(part)),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Node::Other,
            Event::Eof if self.depth > 0 => return Err(broken(part)),
            Event::Eof => Node::Over,
        })
    }

    /// Passes over everything up to the end of the element that was begun last.
    pub(super) fn skip(&mut self) -> Result<(), FileFault> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if let Node::Over = self.next()? {
                break;
            }
        }
        Ok(())
    }

    /// Adds the text up to the end of the element that was begun last; elements in it are none of it.
    pub(super) fn text_into(&mut self, text: &mut String) -> Result<(), FileFault> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            match self.next()? {
                Node::Text(piece) => push_within(text, &piece),
                Node::Letter(letter) => push_within(text, letter.encode_utf8(&mut [0; 4])),
                Node::Start(_) | Node::End(_) | Node::Other => {}
                Node::Over => break,
            }
        }
        Ok(())
    }

    /// What is said when this part is not as it should be.
    pub(super) fn fault(&self) -> FileFault {
        broken(&self.part)
    }
}

/// Adds to the text of a cell, as far as a cell may grow. Bytes bound it here; it is cut by letters later.
pub(super) fn push_within(text: &mut String, piece: &str) {
    const MOST: usize = 4 * (LONGEST_CELL + 1);
    let mut room = MOST.saturating_sub(text.len()).min(piece.len());
    while !piece.is_char_boundary(room) {
        room -= 1;
    }
    text.push_str(piece.get(..room).unwrap_or_default());
}

/// An attribute by its name without prefix.
pub(super) fn attribute<'a>(start: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    start
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
}

/// An attribute that is a number.
pub(super) fn number<T: std::str::FromStr>(start: &BytesStart<'_>, name: &str) -> Option<T> {
    attribute(start, name)?.trim().parse().ok()
}

/// An attribute that is said to be so.
pub(super) fn is_set(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
}

/// Ends the reading where one piece takes too much.
#[derive(Debug)]
struct Capped {
    input: BufReader<PartReader>,
    /// Since the last piece.
    count: usize,
}

impl Read for Capped {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let many = self.input.read(buffer)?;
        self.count += many;
        Ok(many)
    }
}

impl BufRead for Capped {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.count > LARGEST_PIECE {
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, many: usize) {
        self.count += many;
        self.input.consume(many);
    }
}
