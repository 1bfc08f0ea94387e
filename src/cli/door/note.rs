//! What was asked at the door, a line each: for the operator who wants to know what went in and out, and what was
//! tried. The screens' work stands in the log of the database.
//!
//! Columns with tabs between: time (UTC), address, login, what was asked, outcome, bytes. What cannot be written is
//! not written: nobody is kept from working by a full disk here.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};

use crate::domain::fold::is_invisible;

/// A larger file is put aside, over the one that was put aside before.
const MOST: u64 = 1_000_000;

/// So many letters of what was asked are noted.
const LETTERS: usize = 300;

/// What happened at the door.
pub struct Note<'a> {
    /// When.
    pub at: DateTime<Utc>,
    /// From where.
    pub address: &'a str,
    /// Who.
    pub login: &'a str,
    /// What was asked, as it came.
    pub asked: &'a str,
    /// The exit code.
    pub outcome: u8,
    /// So many bytes went in or out.
    pub bytes: u64,
}

/// Writes a line, with one write, so that lines of several sessions stay whole.
pub fn write(file: &Path, note: &Note<'_>) {
    if file.metadata().is_ok_and(|about| about.len() > MOST) {
        let _ = std::fs::rename(file, file.with_extension("log.1"));
    }
    let shown = |text: &str| -> String {
        let letters = text.chars().take(LETTERS);
        letters
            .map(|letter| if is_invisible(letter) { '?' } else { letter })
            .collect()
    };
    let line = format!(
        "{}\t{}\t{}\t{}\t{}\t{}\n",
        note.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        shown(note.address),
        shown(note.login),
        shown(note.asked),
        note.outcome,
        note.bytes
    );
    let opened = OpenOptions::new()
        .append(true)
        .create(true)
        .mode(0o600)
        .open(file);
    if let Ok(mut opened) = opened {
        let _ = opened.write_all(line.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_stays_one_line() {
        let folder = tempfile::tempdir().expect("a directory");
        let file = folder.path().join("door.log");
        let note = |asked| Note {
            at: DateTime::UNIX_EPOCH,
            address: "10.0.0.1",
            login: "cv.stp",
            asked,
            outcome: 2,
            bytes: 0,
        };
        write(&file, &note("get a\nb\tc\u{1b}[2J"));
        write(&file, &note("list"));
        let text = std::fs::read_to_string(&file).expect("written");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "1970-01-01T00:00:00Z\t10.0.0.1\tcv.stp\tget a?b?c?[2J\t2\t0",
                "1970-01-01T00:00:00Z\t10.0.0.1\tcv.stp\tlist\t2\t0",
            ]
        );
    }
}
