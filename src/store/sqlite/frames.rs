//! What lies in a write-ahead log, read without the engine, which would apply it: only what was committed counts.
//!
//! The form is that of <https://www.sqlite.org/fileformat2.html#walformat>: a header of 32 bytes, and pages behind heads of 24.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;

use crate::domain::error::Result;

use super::super::chain::Head;
use super::super::file::unreachable_file;

const HEADER: usize = 32;
const FRAME: usize = 24;

/// The key of the end of the log of changes, behind which its value stands in a row of `meta`.
const KEY: &[u8] = b"log_head";

/// A number, a blank, and a hash: no end of a log is longer.
const LONGEST: usize = 20 + 1 + 64;

/// The committed part of a write-ahead log.
#[derive(Debug, Default)]
pub(in crate::store) struct Frames {
    /// In bytes.
    pub page_size: u32,
    /// So many pages the file has once this is in it.
    pub pages: u32,
    /// So many were written, one again and again.
    pub many: usize,
    /// Which ones.
    pub written: HashSet<u32>,
    /// The first end of the log of changes that is noted in it, if one is.
    pub first: Option<Head>,
    /// It came with its row, by a save: what the program writes for itself may carry an older one along.
    pub is_saved: bool,
}

/// Reads a write-ahead log; none where the engine would take nothing from it.
///
/// # Errors
/// Where it cannot be read.
pub(in crate::store) fn read(path: &Path) -> Result<Option<Frames>> {
    let fault = |error: std::io::Error| unreachable_file(&error, path);
    let mut file = BufReader::new(File::open(path).map_err(fault)?);
    let mut header = [0; HEADER];
    if !is_filled(&mut file, &mut header).map_err(fault)? {
        return Ok(None);
    }
    let page_size = number(&header, 8);
    if !(512..=65_536).contains(&page_size) {
        return Ok(None);
    }
    let salts = header.get(16..24);
    let mut log = Frames {
        page_size,
        ..Frames::default()
    };
    let mut frame = vec![0; FRAME + usize::try_from(page_size).unwrap_or(0)];
    let (mut open, mut frames, mut head) = (Vec::new(), 0, None);
    let mut first = 0..0;
    while is_filled(&mut file, &mut frame).map_err(fault)? && frame.get(8..16) == salts {
        frames += 1;
        open.push(number(&frame, 0));
        if log.first.is_none() {
            head = newest(head, frame.get(FRAME..).unwrap_or_default());
        }
        let pages = number(&frame, 4);
        if pages > 0 {
            if log.first.is_none() && head.is_some() {
                first = log.many..frames;
            }
            log.pages = pages;
            log.many = frames;
            log.written.extend(open.drain(..));
            log.first = log.first.or(head);
        }
    }
    if let Some(head) = log.first {
        log.is_saved = holds(path, first, frame.len(), &head.hash).map_err(fault)?;
    }
    Ok((log.many > 0).then_some(log))
}

/// Some of the frames, each so long, hold these bytes.
fn holds(path: &Path, frames: Range<usize>, long: usize, bytes: &[u8]) -> std::io::Result<bool> {
    let mut file = BufReader::new(File::open(path)?);
    let start = HEADER + frames.start * long;
    file.seek(SeekFrom::Start(start.try_into().unwrap_or(u64::MAX)))?;
    let mut frame = vec![0; long];
    for _ in frames {
        if is_filled(&mut file, &mut frame)? && frame.windows(bytes.len()).any(|it| it == bytes) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Reads all of it; false at the end of the file.
fn is_filled(file: &mut impl Read, into: &mut [u8]) -> std::io::Result<bool> {
    match file.read_exact(into) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

fn number(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    four.map_or(0, u32::from_be_bytes)
}

/// The greatest end that stands in a page: what was there before may lie in its free room still.
fn newest(known: Option<Head>, page: &[u8]) -> Option<Head> {
    let places = page.windows(KEY.len()).enumerate();
    let places = places.filter(|(_, bytes)| *bytes == KEY);
    let heads = places.filter_map(|(place, _)| {
        let rest = page.get(place + KEY.len()..)?;
        let rest = rest.get(..LONGEST.min(rest.len()))?;
        let blank = rest.iter().position(|byte| *byte == b' ')?;
        let text = std::str::from_utf8(rest.get(..blank + 65)?).ok()?;
        Head::from_text(text).ok()
    });
    known.into_iter().chain(heads).max_by_key(|head| head.last)
}
