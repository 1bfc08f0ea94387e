//! The words of importing a file: asking for it, its rows and doubts, its columns, writing it.

mod columns;
mod preview;
mod settling;
mod start;
mod writing;

use crate::domain::annex::{Encoding, FileForm};
use crate::domain::legacy::Coding;

use super::{Language, format};

pub use columns::ColumnWords;
pub use preview::PreviewWords;
pub use settling::SettlingWords;
pub use start::StartWords;
pub use writing::WritingWords;

/// How far a long work is, in numbers as they are written: done, of how many, how many a second, and the
/// seconds that are left; none where that is not known.
#[derive(Debug, Clone, Copy)]
pub struct Far<'a> {
    /// Rows or tasks that are done.
    pub done: &'a str,
    /// Of so many.
    pub total: Option<&'a str>,
    /// So many a second.
    pub rate: Option<&'a str>,
    /// Seconds.
    pub left: Option<usize>,
}

/// The words of importing a file.
#[derive(Debug)]
pub struct ImportWords {
    /// Asking for the file, and the past imports.
    pub start: StartWords,
    /// Its rows, and what is known of it as a whole.
    pub preview: PreviewWords,
    /// Its doubts.
    pub settling: SettlingWords,
    /// Its columns.
    pub columns: ColumnWords,
    /// Writing it, and every long work with files.
    pub writing: WritingWords,
}

fn vi_number(count: u64) -> String {
    format::number(
        i64::try_from(count).unwrap_or(i64::MAX),
        Language::Vietnamese,
    )
}

fn en_number(count: u64) -> String {
    format::number(i64::try_from(count).unwrap_or(i64::MAX), Language::English)
}

pub(super) fn vi_far(deed: &str, things: &str, far: Far<'_>, end: &str) -> String {
    let total = far
        .total
        .map_or_else(String::new, |total| format!("/{total}"));
    let rate = far
        .rate
        .map_or_else(String::new, |rate| format!(" · {rate}/giây"));
    let left = far.left.map_or_else(String::new, |left| match left {
        ..90 => format!(" · còn {left} giây"),
        _ => format!(" · còn {} phút", left.div_ceil(60)),
    });
    format!("{deed} {}{total} {things}{rate}{left}{end}", far.done)
}

pub(super) fn en_far(deed: &str, things: &str, far: Far<'_>, end: &str) -> String {
    let total = far
        .total
        .map_or_else(String::new, |total| format!("/{total}"));
    let rate = far
        .rate
        .map_or_else(String::new, |rate| format!(" · {rate} a second"));
    let left = far.left.map_or_else(String::new, |left| match left {
        ..90 => format!(" · {left} s left"),
        _ => format!(" · {} min left", left.div_ceil(60)),
    });
    format!("{deed} {}{total} {things}{rate}{left}{end}", far.done)
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16 => "UTF-16",
        Encoding::Windows1258 => "Windows-1258",
        Encoding::Windows1252 => "Windows-1252",
    }
}

fn coding(coding: Coding) -> &'static str {
    match coding {
        Coding::Tcvn3 => "TCVN3 (ABC)",
        Coding::Vni => "VNI",
    }
}

fn sign(delimiter: char) -> String {
    match delimiter {
        '\t' => "Tab".to_owned(),
        sign => sign.to_string(),
    }
}

fn form(form: FileForm) -> String {
    match form {
        FileForm::Csv {
            encoding: letters,
            delimiter,
        } => format!("CSV {} \"{}\"", encoding(letters), sign(delimiter)),
        FileForm::Xlsx => "XLSX".to_owned(),
        FileForm::Xls => "XLS".to_owned(),
        FileForm::Ods => "ODS".to_owned(),
    }
}

pub(super) const VI: ImportWords = ImportWords {
    start: start::VI,
    preview: preview::VI,
    settling: settling::VI,
    columns: columns::VI,
    writing: writing::VI,
};

pub(super) const EN: ImportWords = ImportWords {
    start: start::EN,
    preview: preview::EN,
    settling: settling::EN,
    columns: columns::EN,
    writing: writing::EN,
};
