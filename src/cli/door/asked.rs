//! What a client asks for, as `sshd` hands it on in `SSH_ORIGINAL_COMMAND`: one of our few words and, for some, the
//! name of a file.
//!
//! `ssh` joins its arguments with spaces and drops the quotation marks of the clerk's own shell, so that everything
//! after the word is the name. Marks that came through are taken off. Nothing is an option and nothing is expanded.

use crate::domain::door::{DoorFault, PlainName};
use crate::exchange::write::Existing;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A file comes in.
    Put(PlainName, Existing),
    /// A file goes out.
    Get(PlainName),
    /// What lies in the tray.
    List,
    /// A file goes away.
    Remove(PlainName),
    /// What needs one today.
    Brief,
    /// What can be asked.
    Help,
}

/// Programs that copy files by protocols of their own.
const COPIERS: [&str; 4] = ["scp", "rsync", "sftp-server", "internal-sftp"];

/// Reads what was asked for.
///
/// # Errors
/// [`DoorFault::Copier`], [`DoorFault::NoWord`], [`DoorFault::NoName`].
pub fn read(line: &str) -> Result<Asked, DoorFault> {
    let line = line.trim_matches(' ');
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let name = || PlainName::read(unquoted(rest));
    match word {
        "put" => Ok(Asked::Put(name()?, Existing::Keep)),
        "replace" => Ok(Asked::Put(name()?, Existing::Replace)),
        "get" => Ok(Asked::Get(name()?)),
        "remove" => Ok(Asked::Remove(name()?)),
        "list" | "brief" | "help" if !rest.trim().is_empty() => {
            Err(DoorFault::NoWord(line.to_owned()))
        }
        "list" => Ok(Asked::List),
        "brief" => Ok(Asked::Brief),
        "help" => Ok(Asked::Help),
        _ => {
            let program = word.rsplit('/').next().unwrap_or(word);
            Err(if COPIERS.contains(&program) {
                DoorFault::Copier(program.to_owned())
            } else {
                DoorFault::NoWord(line.to_owned())
            })
        }
    }
}

/// Without the pair of quotation marks around it.
fn unquoted(text: &str) -> &str {
    let text = text.trim_matches(' ');
    ['"', '\'']
        .into_iter()
        .find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_after_the_word_is_the_name() {
        let name = PlainName::read("Phụ lục 1.xlsx");
        for line in [
            "put Phụ lục 1.xlsx",
            "put 'Phụ lục 1.xlsx'",
            "put \"Phụ lục 1.xlsx\"",
            " put   Phụ lục 1.xlsx ",
        ] {
            let put = name.clone().map(|name| Asked::Put(name, Existing::Keep));
            assert_eq!(read(line), put, "{line}");
        }
        assert_eq!(read("list"), Ok(Asked::List));
    }

    #[test]
    fn what_is_no_word_of_ours_is_refused_whatever_a_shell_would_make_of_it() {
        for line in [
            "id",
            "/bin/sh",
            "sh -c id",
            "PUT x",
            "put;id",
            "list; id",
            "list\nid",
            "list --json",
            "brief --user ld.ubnd",
            "--user ld.ubnd",
            "cchc --user ld.ubnd",
            "help put",
            "",
            "$(id)",
            "`id`",
        ] {
            assert!(
                matches!(read(line), Err(DoorFault::NoWord(_))),
                "{line:?}: {:?}",
                read(line)
            );
        }
        for line in [
            "put",
            "put ",
            "get ../x",
            "get /etc/passwd",
            "put --replace x",
            "get -",
            "remove .",
            "get a\nb",
            "put \"\"",
        ] {
            assert!(
                matches!(read(line), Err(DoorFault::NoName(_))),
                "{line:?}: {:?}",
                read(line)
            );
        }
        for line in [
            "scp -t .",
            "rsync --server -e.L . x",
            "/usr/lib/openssh/sftp-server",
            "internal-sftp",
        ] {
            assert!(matches!(read(line), Err(DoorFault::Copier(_))), "{line:?}");
        }
    }
}
