//! What was asked at the door, a line each: for the operator who wants to know what went in and out, and what was
//! tried. The screens' work stands in the log of the database.
//!
//! Columns with tabs between: time (UTC), address, login, what was asked, outcome, bytes. What cannot be written is
//! not written: nobody is kept from working by a full disk here.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;
use std::thread;
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, Utc};
use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

use crate::domain::fold::is_invisible;

/// A larger file is put aside.
const MOST: u64 = 1_000_000;

/// So many files there are, with those that were put aside: who asks for much does not wipe out what was noted.
const FILES: u32 = 10;

/// So often it is tried to hold the file, and so long nothing is done between.
const TRIES: u32 = 50;
const PAUSE: Duration = Duration::from_millis(4);

/// So many letters of what was asked are noted.
const LETTERS: usize = 100;

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
    if let Some(mut opened) = opened(file) {
        let _ = opened.write_all(line.as_bytes());
    }
}

/// The file, held so that nobody puts it aside meanwhile; a new one where it is full.
fn opened(file: &Path) -> Option<File> {
    for _ in 0..FILES {
        let mut options = OpenOptions::new();
        let options = options.append(true).create(true).mode(0o600);
        let opened = options.open(file).ok()?;
        if !is_held(&opened) {
            return None;
        }
        let about = opened.metadata().ok()?;
        // Somebody else may have put it aside before it was held.
        let is_it = file.metadata().is_ok_and(|now| now.ino() == about.ino());
        if is_it && about.len() <= MOST {
            return Some(opened);
        }
        if is_it {
            put_aside(file);
        }
    }
    None
}

/// Holds it, if that can be had soon: who was stopped while they held it keeps nobody from their files, and the line is
/// missing then.
fn is_held(file: &File) -> bool {
    for _ in 0..TRIES {
        match flock(file, FlockOperation::NonBlockingLockExclusive) {
            Err(Errno::WOULDBLOCK | Errno::INTR) => thread::sleep(PAUSE),
            held => return held.is_ok(),
        }
    }
    false
}

/// The oldest goes.
fn put_aside(file: &Path) {
    let aside = |number: u32| match number {
        0 => file.to_owned(),
        _ => file.with_extension(format!("log.{number}")),
    };
    for number in (0..FILES - 1).rev() {
        let _ = fs::rename(aside(number), aside(number + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_for_much_does_not_wipe_out_what_was_noted() {
        let folder = tempfile::tempdir().expect("a directory");
        let file = folder.path().join("door.log");
        let long = "ă".repeat(5_000);
        let note = |asked| Note {
            at: DateTime::UNIX_EPOCH,
            address: "10.0.0.1",
            login: "cv.stp",
            asked,
            outcome: 2,
            bytes: 0,
        };
        write(&file, &note("put first.csv"));
        let full = "x".repeat(usize::try_from(MOST).expect("a size") + 1);
        for _ in 1..FILES {
            let mut held = OpenOptions::new().append(true).open(&file).expect("a file");
            held.write_all(full.as_bytes()).expect("written");
            drop(held);
            write(&file, &note(&long));
        }
        let newest = std::fs::read_to_string(&file).expect("written");
        assert_eq!(newest.matches('ă').count(), LETTERS);
        let oldest = std::fs::read_to_string(folder.path().join("door.log.9"));
        assert!(oldest.expect("kept").contains("first.csv"));
    }

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
