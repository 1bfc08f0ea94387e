//! What a clerk may name who comes through the door of a shared server, and why it may be refused.
//!
//! Through the door (a forced command of SSH) there are no paths, only names of files that lie side by side in
//! one directory of that clerk. What is no such name is refused here, before any system call sees it.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::fold::is_invisible;

/// So many bytes a name may have; the file systems take 255, and a file that is being received has a longer one.
pub const LONGEST_NAME: usize = 200;

/// The name of a file and nothing more: no path, no hidden file, nothing that a program takes for an option.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlainName(String);

impl PlainName {
    /// Reads a name. It is kept in NFC, so that the same word typed in two ways is one file.
    ///
    /// # Errors
    /// [`DoorFault::NoName`] with what was given.
    pub fn read(text: &str) -> Result<Self, DoorFault> {
        let name: String = text.nfc().collect();
        let is_plain = !name.is_empty()
            && name.len() <= LONGEST_NAME
            && !name.starts_with(['.', '-', '~'])
            && name.trim() == name
            && !name.contains([
                '/',
                '\\',
                '\u{2028}',
                '\u{2029}',
                char::REPLACEMENT_CHARACTER,
            ])
            && !name.chars().any(is_invisible);
        if is_plain {
            Ok(Self(name))
        } else {
            Err(DoorFault::NoName(text.to_owned()))
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PlainName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Why a text is no key that could be let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFault {
    /// Nothing, or more than one line.
    NotOneLine,
    /// The half that never leaves the clerk's machine.
    Private,
    /// Something stands before the kind of key: options, or no key at all.
    NotAKind,
    /// The letters of the key are cut off or changed.
    Broken,
    /// Too short to be safe.
    Weak,
}

/// What is refused at the door, or to a person who was named there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoorFault {
    /// Nobody of this login has an account here, or it was closed.
    Stranger(String),
    /// This is no plain name of a file.
    NoName(String),
    /// There is no such file.
    NoFile(String),
    /// There is something of that name that is no file.
    NotAFile(String),
    /// There is a file of that name already.
    Taken(String),
    /// It does not fit into what the person may keep: so many bytes are left.
    Full(u64),
    /// Where the person's files should lie is no directory of their own: a link, or no directory at all.
    NoTray,
    /// So many files there may be, and there are.
    TooMany(u64),
    /// So many sessions one login may have, and has them.
    Crowded(usize),
    /// Another file of theirs is being received.
    Underway,
    /// The connection ended before the file did; nothing of it is kept.
    Cut,
    /// A file would have to pass through a terminal, which changes it.
    Terminal,
    /// Nothing that is done here; the first word, or all.
    NoWord(String),
    /// A copying program that speaks a protocol of its own.
    Copier(String),
    /// Nothing was asked, and there is no terminal for the screens.
    NoScreen,
    /// The forced command already says what is to be done.
    Settled,
    /// This is no public key.
    BadKey(KeyFault),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_names_a_file_in_one_directory_is_a_name() {
        for good in [
            "a.xlsx",
            "Phụ lục 1 (bản 2).xlsx",
            "ke hoach 9125-KH.csv",
            "$(id);`id`.csv",
            "…",
        ] {
            assert_eq!(PlainName::read(good).map(|name| name.0), Ok(good.into()));
        }
        let long = "ă".repeat(LONGEST_NAME);
        for bad in [
            "",
            ".",
            "..",
            ".ssh",
            "../x.csv",
            "/etc/passwd",
            "a/b.csv",
            "a\\b.csv",
            "~root",
            "-rf",
            "--replace",
            "a\0b",
            "a\nb",
            "a\u{1b}[2Jb",
            "\u{202e}vsc.a",
            "\u{fffd}.csv",
            "a\u{2028}b.csv",
            "\u{3164}",
            " a.csv",
            "a.csv ",
            &long,
        ] {
            assert_eq!(
                PlainName::read(bad),
                Err(DoorFault::NoName(bad.to_owned())),
                "{bad:?}"
            );
        }
    }

    #[test]
    fn a_word_of_composed_and_of_separate_letters_is_one_name() {
        let composed = PlainName::read("Phụ lục.xlsx");
        let separate = PlainName::read("Phu\u{323} lu\u{323}c.xlsx");
        assert_eq!(composed, separate);
    }
}
