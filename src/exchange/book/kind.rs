//! What a file is, by how it begins. Its name is not asked: offices rename files.

use super::package::{self, Package};
use crate::domain::error::{FileFault, FileKind};

/// So many bytes tell what a file is.
pub(super) const LOOKED_AT: usize = 1024;

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// It is text.
    Text,
    /// A zip: XLSX, ODS, or something else.
    Zip,
    /// A compound document: XLS, or something else.
    Compound,
}

/// How the files begin that people choose by mistake.
const OTHERS: &[(&[u8], FileKind)] = &[
    (b"%PDF", FileKind::Pdf),
    (b"{\\rtf", FileKind::Word),
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"MM\0*", FileKind::Picture),
    (b"\x1f\x8b", FileKind::Archive),
    (b"7z\xbc\xaf\x27\x1c", FileKind::Archive),
    (b"Rar!", FileKind::Archive),
    // BIFF 2 to 4: a workbook that is no compound document yet.
    (b"\x09\x00\x04\x00", FileKind::OldExcel),
    (b"\x09\x02\x06\x00", FileKind::OldExcel),
    (b"\x09\x04\x06\x00", FileKind::OldExcel),
];

/// Says how a file is packed, or what it is instead of a table.
pub(super) fn packing(beginning: &[u8]) -> Result<Packing, FileFault> {
    if beginning.starts_with(b"PK\x03\x04") || beginning.starts_with(b"PK\x05\x06") {
        return Ok(Packing::Zip);
    }
    if beginning.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Packing::Compound);
    }
    let known = OTHERS
        .iter()
        .find(|(begin, _)| beginning.starts_with(begin));
    if let Some((_, kind)) = known {
        return Err(FileFault::OtherKind(*kind));
    }
    if beginning.starts_with(b"RIFF") && beginning.get(8..12) == Some(b"WEBP") {
        return Err(FileFault::OtherKind(FileKind::Picture));
    }
    marked_up(beginning).map_or(Ok(Packing::Text), |kind| Err(FileFault::OtherKind(kind)))
}

/// A web page or XML is text, and no table.
fn marked_up(beginning: &[u8]) -> Option<FileKind> {
    let text = String::from_utf8_lossy(beginning).to_ascii_lowercase();
    let text = text.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
    if ["<!doctype html", "<html", "<table", "<head", "<meta"]
        .iter()
        .any(|begin| text.starts_with(begin))
    {
        Some(FileKind::WebPage)
    } else if text.starts_with("<?xml") {
        let is_page = text.contains("<html") || text.contains("<!doctype html");
        Some(if is_page {
            FileKind::WebPage
        } else {
            FileKind::Xml
        })
    } else {
        None
    }
}

/// What a zip is that is no workbook.
pub(super) fn of_package(package: &Package) -> FileFault {
    let kind = if package.has("xl/workbook.bin") {
        FileKind::Xlsb
    } else if package.has_folder("word/") {
        FileKind::Word
    } else if package.has_folder("ppt/") {
        FileKind::Presentation
    } else if package.has("[Content_Types].xml") || package.has_folder("xl/") {
        return package::broken("xl/workbook.xml");
    } else {
        match package.text("mimetype", 200).unwrap_or_default().trim() {
            "application/vnd.oasis.opendocument.text" => FileKind::Word,
            "application/vnd.oasis.opendocument.presentation" => FileKind::Presentation,
            _ => FileKind::Archive,
        }
    };
    FileFault::OtherKind(kind)
}
