//! The bytes of a file, or of a table that the program carries: opened once, read from several places.
//!
//! Only regular files: a pipe or a device could hold the reader for ever.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;

use crate::domain::error::FileFault;

/// An open file. It stays readable when its name is removed or given to another file.
#[derive(Debug, Clone)]
pub(super) struct Source {
    bytes: Bytes,
    size: u64,
}

#[derive(Debug, Clone)]
enum Bytes {
    Stored(Arc<File>),
    Held(Arc<[u8]>),
}

impl Source {
    pub(super) fn open(path: &Path) -> Result<Self, FileFault> {
        // Asked before opening: opening a pipe nobody writes to would wait for ever.
        refuse_others(&fs::metadata(path).map_err(|error| fault_of(&error))?)?;
        let file = File::open(path).map_err(|error| fault_of(&error))?;
        let about = file.metadata().map_err(|error| fault_of(&error))?;
        refuse_others(&about)?;
        if about.len() == 0 {
            return Err(FileFault::Empty);
        }
        Ok(Self {
            bytes: Bytes::Stored(Arc::new(file)),
            size: about.len(),
        })
    }

    pub(super) fn of_bytes(bytes: &[u8]) -> Result<Self, FileFault> {
        if bytes.is_empty() {
            return Err(FileFault::Empty);
        }
        Ok(Self {
            bytes: Bytes::Held(bytes.into()),
            size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        })
    }

    /// As large as it was when it was opened.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Reads from a place on, independently of every other reader.
    pub(super) fn reader(&self, at: u64) -> Reader {
        Reader {
            source: self.clone(),
            at,
        }
    }

    /// The first bytes, at most so many.
    pub(super) fn beginning(&self, most: usize) -> Result<Vec<u8>, FileFault> {
        let mut bytes = Vec::new();
        self.reader(0)
            .take(u64::try_from(most).unwrap_or(u64::MAX))
            .read_to_end(&mut bytes)
            .map_err(|_| FileFault::Interrupted)?;
        Ok(bytes)
    }

    /// True if somebody wrote to it since it was opened, as far as its size shows.
    pub(super) fn has_changed(&self) -> bool {
        match &self.bytes {
            Bytes::Stored(file) => file
                .metadata()
                .map_or(true, |about| about.len() != self.size),
            Bytes::Held(_) => false,
        }
    }
}

fn refuse_others(about: &fs::Metadata) -> Result<(), FileFault> {
    if about.is_dir() {
        Err(FileFault::IsDirectory)
    } else if about.is_file() {
        Ok(())
    } else {
        Err(FileFault::NotAFile)
    }
}

fn fault_of(error: &io::Error) -> FileFault {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => FileFault::Missing,
        _ => FileFault::Unreadable,
    }
}

/// A place in the file that moves on as it is read.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    source: Source,
    at: u64,
}

impl Read for Reader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let many = match &self.source.bytes {
            Bytes::Stored(file) => file.read_at(buffer, self.at)?,
            Bytes::Held(bytes) => {
                let at = usize::try_from(self.at).unwrap_or(usize::MAX);
                bytes.get(at..).unwrap_or_default().read(buffer)?
            }
        };
        self.at += u64::try_from(many).unwrap_or_default();
        Ok(many)
    }
}

impl Seek for Reader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.source.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
