//! `user key`: the line of an `authorized_keys` file by which a clerk's key opens the door as that clerk.
//!
//! Nothing is written: the file belongs to root, so that the service account, and whoever found a hole in this
//! program, cannot make themselves somebody else (OpenSSH, sshd(8), "AUTHORIZED_KEYS FILE FORMAT").

use std::io::{ErrorKind, Read};
use std::path::Path;

use super::place::Place;
use super::print;
use crate::domain::door::{DoorFault, KeyFault, PlainName};
use crate::domain::error::{Error, FileFault, Result};
use crate::domain::fold::{clean, is_invisible};
use crate::domain::user::Role;
use crate::work::session::Session;

/// The kinds of keys that are let in; certificates and DSA are not.
const KINDS: [&str; 7] = [
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
];

/// No key file is larger.
const LARGEST: u64 = 16 * 1024;

/// A modulus of RSA has so many bytes at the least.
const RSA_BYTES: usize = 256;

/// Prints the line for a login and the key in a file, or on standard input.
///
/// # Errors
/// [`DoorFault::Stranger`] for a login without an account that is open; [`DoorFault::BadKey`]; a file that cannot be read.
pub fn run(place: &Place, session: &mut Session, login: &str, file: Option<&Path>) -> Result<()> {
    let login = PlainName::read(&clean(login))?;
    let account = session.store().user(login.as_str())?;
    if !account.is_some_and(|it| !it.is_disabled && it.user.role != Role::Owner) {
        return Err(DoorFault::Stranger(login.to_string()).into());
    }
    let key = key_of(&text(file)?).map_err(DoorFault::BadKey)?;
    let program = std::env::current_exe()?;
    let database = std::path::absolute(&place.config.db)?;
    let command = [
        quoted(&program)?,
        "--user".to_owned(),
        quoted(Path::new(login.as_str()))?,
        "--db".to_owned(),
        quoted(&database)?,
    ];
    Ok(print::line(&line(&command.join(" "), &key))?)
}

/// The line: what is run whatever is asked for, nothing else that SSH can do, and a terminal.
fn line(command: &str, key: &str) -> String {
    format!(
        "command=\"{}\",restrict,pty {key}",
        command.replace('"', "\\\"")
    )
}

fn text(file: Option<&Path>) -> Result<String> {
    let mut bytes = Vec::new();
    match file {
        None => std::io::stdin()
            .lock()
            .take(LARGEST)
            .read_to_end(&mut bytes)?,
        Some(path) => {
            let opened = std::fs::File::open(path);
            let opened = opened.map_err(|error| unreadable(&error, path))?;
            opened.take(LARGEST).read_to_end(&mut bytes)?
        }
    };
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn unreadable(error: &std::io::Error, path: &Path) -> Error {
    let path = path.to_owned();
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Error::BadFile {
            path,
            fault: FileFault::Missing,
        },
        _ => Error::NoPermission(path),
    }
}

/// A word of the command as a shell takes it for one word: the login shell of the account runs it.
fn quoted(path: &Path) -> Result<String> {
    let text = path.to_str().filter(|text| !text.chars().any(is_invisible));
    let text = text.ok_or_else(|| DoorFault::NoName(path.display().to_string()))?;
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || "/._-+@".contains(letter);
    if text.chars().all(is_bare) {
        return Ok(text.to_owned());
    }
    Ok(format!("'{}'", text.replace('\'', r"'\''")))
}

/// The one public key in a text: its kind, its letters, and what was written behind it.
fn key_of(text: &str) -> std::result::Result<String, KeyFault> {
    if text.contains("PRIVATE KEY") {
        return Err(KeyFault::Private);
    }
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(line), None) = (lines.next(), lines.next()) else {
        return Err(KeyFault::NotOneLine);
    };
    let mut words = line.split_ascii_whitespace();
    let kind = words.next().unwrap_or_default();
    if !KINDS.contains(&kind) {
        return Err(KeyFault::NotAKind);
    }
    let letters = words.next().ok_or(KeyFault::Broken)?;
    let blob = decoded(letters).ok_or(KeyFault::Broken)?;
    let parts = parts(&blob).ok_or(KeyFault::Broken)?;
    check(kind, &parts)?;
    let remark = clean(&words.collect::<Vec<_>>().join(" "));
    let remark: String = remark.chars().take(100).collect();
    Ok(format!("{kind} {letters} {remark}").trim_end().to_owned())
}

/// Whether the parts are those of a key of this kind.
fn check(kind: &str, parts: &[&[u8]]) -> std::result::Result<(), KeyFault> {
    let [named, rest @ ..] = parts else {
        return Err(KeyFault::Broken);
    };
    if *named != kind.as_bytes() {
        return Err(KeyFault::Broken);
    }
    let is_whole = match (kind, rest) {
        ("ssh-ed25519", [point]) | ("sk-ssh-ed25519@openssh.com", [point, _]) => point.len() == 32,
        ("ssh-rsa", [_, modulus]) => {
            let first = modulus.iter().position(|byte| *byte != 0);
            let size = first.map_or(0, |zeros| modulus.len() - zeros);
            if size < RSA_BYTES {
                return Err(KeyFault::Weak);
            }
            true
        }
        ("sk-ecdsa-sha2-nistp256@openssh.com", [curve, _, _]) => *curve == b"nistp256",
        (_, [curve, point]) => {
            kind.strip_prefix("ecdsa-sha2-").map(str::as_bytes) == Some(*curve) && !point.is_empty()
        }
        (_, _) => false,
    };
    is_whole.then_some(()).ok_or(KeyFault::Broken)
}

/// The parts of a key: each with its length before it (RFC 4251, 5), up to the end.
fn parts(mut blob: &[u8]) -> Option<Vec<&[u8]>> {
    let mut parts = Vec::new();
    while !blob.is_empty() {
        let (length, rest) = blob.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        parts.push(part);
        blob = rest;
    }
    Some(parts)
}

/// The bytes of base64 with its padding; none for anything else (RFC 4648, 4).
fn decoded(text: &str) -> Option<Vec<u8>> {
    let bare = text.trim_end_matches('=');
    if !text.len().is_multiple_of(4) || text.len() - bare.len() > 2 {
        return None;
    }
    let (mut bytes, mut bits, mut many) = (Vec::new(), 0_u32, 0);
    for letter in bare.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0xff_ffff;
        many += 6;
        if many >= 8 {
            many -= 8;
            bytes.push(u8::try_from(bits >> many & 0xff).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g";

    #[test]
    fn a_key_is_taken_as_it_is_with_its_remark() {
        assert_eq!(key_of(KEY).as_deref(), Ok(KEY));
        let remarked = format!("{KEY} máy  1\r\n\n");
        assert_eq!(key_of(&remarked), Ok(format!("{KEY} máy 1")));
    }

    #[test]
    fn what_is_no_one_public_key_is_refused() {
        let blob = KEY.split(' ').nth(1).expect("letters");
        let short_rsa = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAwEAAQ==";
        for (text, why) in [
            (String::new(), KeyFault::NotOneLine),
            (format!("{KEY}\n{KEY}"), KeyFault::NotOneLine),
            (format!("{KEY}\ncommand=\"id\" {KEY}"), KeyFault::NotOneLine),
            (
                "-----BEGIN OPENSSH PRIVATE KEY-----".to_owned(),
                KeyFault::Private,
            ),
            (format!("command=\"/bin/sh\" {KEY}"), KeyFault::NotAKind),
            (format!("cert-authority {KEY}"), KeyFault::NotAKind),
            (format!("ssh-dss {blob}"), KeyFault::NotAKind),
            (
                format!("ssh-ed25519-cert-v01@openssh.com {blob}"),
                KeyFault::NotAKind,
            ),
            (blob.to_owned(), KeyFault::NotAKind),
            ("ssh-ed25519".to_owned(), KeyFault::Broken),
            (format!("ssh-rsa {blob}"), KeyFault::Broken),
            (KEY.replace("AAAAC3", "AAAAC4"), KeyFault::Broken),
            (KEY[..KEY.len() - 4].to_owned(), KeyFault::Broken),
            (format!("{KEY}AAAA"), KeyFault::Broken),
            (format!("ssh-ed25519 {}", "A".repeat(16)), KeyFault::Broken),
            (short_rsa.to_owned(), KeyFault::Weak),
        ] {
            assert_eq!(key_of(&text), Err(why), "{text:?}");
        }
    }

    #[test]
    fn a_path_of_any_letters_stays_one_word_of_one_quoted_command() {
        let word = |text: &str| quoted(Path::new(text)).expect("a word");
        assert_eq!(word("/srv/cchc/cchc.db"), "/srv/cchc/cchc.db");
        assert_eq!(
            word("/srv/cải cách/a'b\"c$(id)"),
            r#"'/srv/cải cách/a'\''b"c$(id)'"#
        );
        assert!(quoted(Path::new("/srv/a\nb")).is_err());
        let whole = line(r#"cchc --db 'a"b'"#, KEY);
        let begin = r#"command="cchc --db 'a\"b'",restrict,pty ssh-ed25519 "#;
        assert!(whole.starts_with(begin), "{whole}");
    }
}
