//! The parts of a zipped workbook, unpacked while they are read.
//!
//! Nothing is believed that the zip says of itself: what comes out is counted, and a part that grows
//! beyond every honest workbook ends the reading before it can fill the memory.

use std::io::{self, BufReader, ErrorKind, Read, Take};

use flate2::Crc;
use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::source::{Reader, Source};
use super::xml::Xml;
use crate::domain::error::FileFault;

/// The most that one part may unpack to: a sheet of a million rows is about half of it.
const LARGEST_PART: u64 = 1 << 30;

/// A part of this size and more may not be packed closer than [`CLOSEST`].
const LARGE_PART: u64 = 32 << 20;

/// Sheets that repeat every row pack about 60 : 1; a zip bomb packs 1000 : 1.
const CLOSEST: u64 = 300;

/// Workbooks have a few dozen parts, with many pictures a few hundred.
const MOST_PARTS: usize = 20_000;

/// A zip whose parts can be read, each on its own.
#[derive(Debug)]
pub(super) struct Package {
    source: Source,
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
struct Part {
    name: String,
    at: u64,
    packed: u64,
    size: u64,
    crc: u32,
    is_stored: bool,
}

impl Package {
    pub(super) fn open(source: &Source) -> Result<Self, FileFault> {
        let broken = |_| broken("zip");
        let mut zip = ZipArchive::new(BufReader::new(source.reader(0))).map_err(broken)?;
        if zip.len() > MOST_PARTS {
            return Err(FileFault::UnpacksTooLarge {
                limit: LARGEST_PART,
            });
        }
        let mut parts = Vec::with_capacity(zip.len());
        for place in 0..zip.len() {
            let entry = zip.by_index_raw(place).map_err(broken)?;
            if entry.encrypted() {
                return Err(FileFault::Encrypted);
            }
            let is_stored = match entry.compression() {
                CompressionMethod::Stored => true,
                CompressionMethod::Deflated => false,
                // Nothing that writes workbooks packs otherwise; such a part is missing to us.
                _ => continue,
            };
            let Some(at) = entry.data_start() else {
                continue;
            };
            parts.push(Part {
                name: entry
                    .name()
                    .map_err(broken)?
                    .trim_start_matches('/')
                    .to_owned(),
                at,
                packed: entry.compressed_size(),
                size: entry.size(),
                crc: entry.crc32(),
                is_stored,
            });
        }
        Ok(Self {
            source: source.clone(),
            parts,
        })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    pub(super) fn has_folder(&self, folder: &str) -> bool {
        self.parts.iter().any(|part| part.name.starts_with(folder))
    }

    /// The names of its parts, in their order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.name.as_str())
    }

    fn find(&self, name: &str) -> Option<&Part> {
        let exact = self.parts.iter().find(|part| part.name == name);
        // The names of parts do not differ by case alone, and some programs write them so.
        let alike = |part: &&Part| part.name.eq_ignore_ascii_case(name);
        exact.or_else(|| self.parts.iter().find(alike))
    }

    /// The bytes of a part, unpacked as they are read.
    pub(super) fn part(&self, name: &str) -> Result<PartReader, FileFault> {
        let part = self.find(name).ok_or_else(|| broken(name))?;
        let is_too_close = part.size > LARGE_PART && part.size / CLOSEST > part.packed;
        if part.size > LARGEST_PART || is_too_close {
            return Err(FileFault::UnpacksTooLarge {
                limit: LARGEST_PART,
            });
        }
        let packed = self.source.reader(part.at).take(part.packed);
        Ok(PartReader {
            bytes: if part.is_stored {
                Bytes::Stored(packed)
            } else {
                Bytes::Deflated(Box::new(DeflateDecoder::new(packed)))
            },
            crc: Crc::new(),
            count: 0,
            part: part.clone(),
        })
    }

    /// The text of a small part.
    pub(super) fn text(&self, name: &str, most: u64) -> Result<String, FileFault> {
        let mut text = String::new();
        let mut part = self.part(name)?.take(most);
        part.read_to_string(&mut text)
            .map_err(|error| fault_of(&error, name))?;
        Ok(text)
    }

    /// A part that is XML.
    pub(super) fn xml(&self, name: &str) -> Result<Xml, FileFault> {
        Ok(Xml::new(self.part(name)?, name))
    }
}

/// What is said of a part that cannot be read.
pub(super) fn broken(part: &str) -> FileFault {
    FileFault::Broken {
        // The name comes from the file: of no use in full if it is a long one.
        part: crate::domain::fold::clean(part).chars().take(40).collect(),
    }
}

/// What an error of reading a part means.
pub(super) fn fault_of(error: &io::Error, part: &str) -> FileFault {
    match error.kind() {
        ErrorKind::FileTooLarge => FileFault::UnpacksTooLarge {
            limit: LARGEST_PART,
        },
        _ if error.raw_os_error().is_some() => FileFault::Interrupted,
        _ => broken(part),
    }
}

#[derive(Debug)]
enum Bytes {
    Stored(Take<Reader>),
    Deflated(Box<DeflateDecoder<Take<Reader>>>),
}

/// The bytes of a part. It is an error if there are more or other ones than the zip says.
#[derive(Debug)]
pub(super) struct PartReader {
    bytes: Bytes,
    crc: Crc,
    count: u64,
    part: Part,
}

impl Read for PartReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let many = match &mut self.bytes {
            Bytes::Stored(bytes) => bytes.read(buffer)?,
            Bytes::Deflated(bytes) => bytes.read(buffer)?,
        };
        self.crc.update(buffer.get(..many).unwrap_or_default());
        self.count += u64::try_from(many).unwrap_or_default();
        if self.count > self.part.size {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let is_all = self.count == self.part.size;
        if many == 0 && !(is_all && self.crc.sum() == self.part.crc) {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        Ok(many)
    }
}
