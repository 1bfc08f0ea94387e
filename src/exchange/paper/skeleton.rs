//! Skeletons of papers: the program's own, kept as the texts of their parts, and those of an office, which come
//! from Word. Both are filled by the same code.

use std::fs::File;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::domain::error::{Error, FileFault, Result};
use crate::domain::paper::Paper;

/// The largest skeleton; one with a coat of arms in it has some hundred kilobytes.
const LARGEST: u64 = 8 << 20;

const REPORT: &str = include_str!("../../../assets/paper/bao-cao.xml");
const LETTER: &str = include_str!("../../../assets/paper/cong-van.xml");

/// The parts that both have, in the order in which they are packed.
const PARTS: [(&str, &str); 7] = [
    (
        "[Content_Types].xml",
        include_str!("../../../assets/paper/types.xml"),
    ),
    (
        "_rels/.rels",
        include_str!("../../../assets/paper/package.rels.xml"),
    ),
    (
        "docProps/custom.xml",
        include_str!("../../../assets/paper/custom.xml"),
    ),
    (
        "word/_rels/document.xml.rels",
        include_str!("../../../assets/paper/document.rels.xml"),
    ),
    (
        "word/styles.xml",
        include_str!("../../../assets/paper/styles.xml"),
    ),
    (
        "word/settings.xml",
        include_str!("../../../assets/paper/settings.xml"),
    ),
    (
        "word/header1.xml",
        include_str!("../../../assets/paper/header.xml"),
    ),
];

/// A document of Word in which places wait to be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skeleton {
    pub(super) bytes: Vec<u8>,
    /// Where it came from; nowhere for one of the program.
    pub(super) path: PathBuf,
}

impl Skeleton {
    /// True for the one of the program.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.path.as_os_str().is_empty()
    }

    /// The one of the program.
    ///
    /// # Errors
    /// None that is known of: it is packed in memory.
    pub fn built_in(paper: Paper) -> Result<Self> {
        let text = match paper {
            Paper::Report => REPORT,
            Paper::Letter => LETTER,
        };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        for (name, text) in PARTS.into_iter().chain([("word/document.xml", text)]) {
            zip.start_file(name, options)
                .map_err(std::io::Error::from)?;
            zip.write_all(text.as_bytes())?;
        }
        let bytes = zip.finish().map_err(std::io::Error::from)?.into_inner();
        Ok(Self {
            bytes,
            path: PathBuf::new(),
        })
    }

    /// One of an office.
    ///
    /// # Errors
    /// [`Error::BadFile`] where it is missing, no regular file, or too large; what it holds is looked at when it is filled.
    pub fn open(path: &Path) -> Result<Self> {
        let bad = |fault| Error::BadFile {
            path: path.to_owned(),
            fault,
        };
        // Asked before opening: a pipe nobody writes to would wait for ever.
        let about = std::fs::metadata(path).map_err(|_| bad(FileFault::Missing))?;
        if !about.is_file() {
            return Err(bad(FileFault::NotAFile));
        }
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(|_| bad(FileFault::Unreadable))?;
        file.take(LARGEST + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| bad(FileFault::Unreadable))?;
        if bytes.len() as u64 > LARGEST {
            return Err(bad(FileFault::TooLarge { limit: LARGEST }));
        }
        Ok(Self {
            bytes,
            path: path.to_owned(),
        })
    }

    /// The bytes of the file: what an office begins with.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}
