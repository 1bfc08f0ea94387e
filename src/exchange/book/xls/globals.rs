//! What all sheets of a workbook refer to: texts, styles, and the list of the sheets.

use std::collections::HashMap;

use super::super::Sheet;
use super::super::strings::Strings;
use super::super::values::{Meaning, coding_of_font, meaning_of_code, meaning_of_id};
use super::records::{BEGIN, END, Entry, Pieces, damaged, record_at, u16_at, u32_at};
use crate::domain::error::{FileFault, FileKind};
use crate::domain::legacy::Coding;

/// The version of Excel 97 and later.
const EXCEL_97: u16 = 0x0600;

/// What the sheets refer to.
#[derive(Debug, Default)]
pub(super) struct Globals {
    pub strings: Strings,
    pub is_1904: bool,
    fonts: Vec<Option<Coding>>,
    meanings: HashMap<u16, Meaning>,
    /// The font and the format of each style.
    styles: Vec<(u16, u16)>,
}

/// The sheets, and where in the stream they begin.
type Listed = Vec<(usize, Sheet)>;

impl Globals {
    pub(super) fn read(stream: &[u8]) -> Result<(Self, Listed), FileFault> {
        let first = record_at(stream, 0)?;
        if first.id != BEGIN {
            return Err(damaged());
        }
        if u16_at(first.data, 0) != Some(EXCEL_97) {
            return Err(FileFault::OtherKind(FileKind::OldExcel));
        }
        let mut globals = Self::default();
        let mut listed = Vec::new();
        let mut texts = None;
        let mut at = first.next;
        loop {
            let entry = record_at(stream, at)?;
            at = entry.next;
            match entry.id {
                0x002f => return Err(FileFault::Encrypted),
                0x0022 => globals.is_1904 = u16_at(entry.data, 0) == Some(1),
                0x0031 => globals.add_font(stream, entry)?,
                0x041e => globals.add_format(stream, entry)?,
                0x00e0 => {
                    let font = u16_at(entry.data, 0).unwrap_or_default();
                    let format = u16_at(entry.data, 2).unwrap_or_default();
                    globals.styles.push((font, format));
                }
                0x0085 => listed.extend(sheet(stream, entry)?),
                0x00fc => texts = Some(entry),
                END => break,
                _ => {}
            }
        }
        // The fonts of the texts' runs are known only now.
        if let Some(entry) = texts {
            globals.read_texts(stream, entry)?;
        }
        Ok((globals, listed))
    }

    fn add_font(&mut self, stream: &[u8], entry: Entry<'_>) -> Result<(), FileFault> {
        let length = *entry.data.get(14).ok_or_else(damaged)?;
        let mut pieces = Pieces::new(stream, entry, 15);
        let name = pieces.text(u16::from(length), &mut Vec::new())?;
        self.fonts.push(coding_of_font(&name));
        Ok(())
    }

    fn add_format(&mut self, stream: &[u8], entry: Entry<'_>) -> Result<(), FileFault> {
        let id = u16_at(entry.data, 0).ok_or_else(damaged)?;
        let mut pieces = Pieces::new(stream, entry, 2);
        let length = pieces.short()?;
        let code = pieces.text(length, &mut Vec::new())?;
        self.meanings.insert(id, meaning_of_code(&code));
        Ok(())
    }

    fn read_texts(&mut self, stream: &[u8], entry: Entry<'_>) -> Result<(), FileFault> {
        let count = u32_at(entry.data, 4).ok_or_else(damaged)?;
        let mut pieces = Pieces::new(stream, entry, 8);
        let mut fonts = Vec::new();
        for _ in 0..count {
            let length = pieces.short()?;
            let text = pieces.text(length, &mut fonts)?;
            let coding = fonts.iter().find_map(|font| self.coding_of(*font));
            self.strings.push(&text, coding)?;
        }
        Ok(())
    }

    /// There is no font number 4, and nobody knows why.
    fn coding_of(&self, font: u16) -> Option<Coding> {
        let place = usize::from(if font > 4 { font - 1 } else { font });
        self.fonts.get(place).copied().flatten()
    }

    /// What a style says of its cell's value and font.
    pub(super) fn style(&self, place: u16) -> (Meaning, Option<Coding>) {
        let Some((font, format)) = self.styles.get(usize::from(place)) else {
            return (Meaning::Number, None);
        };
        let own = self.meanings.get(format).copied();
        let meaning = own.unwrap_or_else(|| meaning_of_id(u32::from(*format)));
        (meaning, self.coding_of(*font))
    }
}

fn sheet(stream: &[u8], entry: Entry<'_>) -> Result<Option<(usize, Sheet)>, FileFault> {
    let begin = u32_at(entry.data, 0).ok_or_else(damaged)?;
    let [is_shown, kind, length] = entry
        .data
        .get(4..7)
        .and_then(|bytes| <[u8; 3]>::try_from(bytes).ok())
        .ok_or_else(damaged)?;
    // Charts and macros have sheets of their own, without rows.
    if kind != 0 {
        return Ok(None);
    }
    let name = Pieces::new(stream, entry, 7).text(u16::from(length), &mut Vec::new())?;
    let sheet = Sheet {
        name,
        is_hidden: is_shown & 3 != 0,
    };
    Ok(Some((
        usize::try_from(begin).map_err(|_| damaged())?,
        sheet,
    )))
}
