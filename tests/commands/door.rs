//! The door without `sshd`: the environment of a forced command, its standard input and output.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use super::{Ran, Shell};

const KEY: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g tram";

impl Shell {
    /// As `sshd` runs it for the key of this login, when the client asks for this.
    fn knocks(&self, login: &str, asked: Option<&str>, input: &[u8]) -> Ran {
        let mut command = self.command(&["--user", login]);
        command.env("SSH_CONNECTION", "10.0.0.7 50000 10.0.0.1 22");
        if let Some(asked) = asked {
            command.env("SSH_ORIGINAL_COMMAND", asked);
        }
        command.env("CCHC_LANG", "en").env("CCHC_DB", "/etc/passwd");
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::piped()).spawn().expect("it runs");
        let mut pipe = child.stdin.take().expect("a pipe");
        let _ = pipe.write_all(input); // who is refused reads nothing
        drop(pipe);
        let output = child.wait_with_output().expect("it ends");
        Ran {
            code: output.status.code().expect("an exit code"),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    }

    fn key(&self, login: &str, key: &str) -> Ran {
        let file = self.file("key.pub", key);
        self.run(&["user", "key", login, &file])
    }
}

#[test]
fn a_file_goes_in_and_out_and_another_clerk_does_not_see_it() {
    let shell = Shell::new();
    let put = shell.knocks("cv.stttt", Some("put 'Phụ lục 1.csv'"), b"a,b\n");
    put.succeeds();
    assert!(put.out.contains("Đã nhận Phụ lục 1.csv"), "{}", put.out);
    let list = shell.knocks("cv.stttt", Some("list"), b"");
    assert!(list.succeeds().out.contains("Phụ lục 1.csv"));
    let got = shell.knocks("cv.stttt", Some("get Phụ lục 1.csv"), b"");
    assert_eq!(got.succeeds().out, "a,b\n");
    shell
        .knocks("cv.stc", Some("get Phụ lục 1.csv"), b"")
        .complains(66, "Không có tệp");
    shell
        .knocks("cv.stttt", Some("put Phụ lục 1.csv"), b"x")
        .complains(73, "replace");
    shell.knocks("cv.stttt", None, b"").complains(2, "ssh -t");
    let long = shell.knocks("cv.stttt", Some(&"x".repeat(100_000)), b"");
    assert!(long.complains(2, "xxx…").err.len() < 300);
    shell
        .knocks("ai.do", Some("put a.csv"), b"x")
        .complains(77, "ai.do");
}

#[test]
fn a_file_whose_reader_leaves_in_the_middle_did_not_go_out() {
    let shell = Shell::new();
    let big = vec![b'x'; 900_000];
    shell
        .knocks("cv.stttt", Some("put big.csv"), &big)
        .succeeds();
    let mut command = shell.command(&["--user", "cv.stttt"]);
    command.env("SSH_CONNECTION", "10.0.0.7 50000 10.0.0.1 22");
    command.env("SSH_ORIGINAL_COMMAND", "get big.csv");
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().expect("it runs");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("it ends");
    let told = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(75), "{told}");
    assert!(told.contains("Mất kết nối"), "{told}");
}

#[test]
fn a_name_that_is_too_long_is_told_how_long_it_may_be() {
    let shell = Shell::new();
    let name = |letters: usize| format!("put {}.csv", "ắ".repeat(letters));
    shell.knocks("cv.stttt", Some(&name(65)), b"x").succeeds();
    shell
        .knocks("cv.stttt", Some(&name(66)), b"x")
        .complains(2, "không quá 200 byte");
}

#[test]
fn a_key_that_does_one_thing_does_nothing_else() {
    let shell = Shell::new();
    let mut command = shell.command(&["--user", "cv.stttt", "list"]);
    command.env("SSH_CONNECTION", "10.0.0.7 50000 10.0.0.1 22");
    let plain = command.output().expect("it runs");
    assert!(plain.status.success());
    let asked = command.env("SSH_ORIGINAL_COMMAND", "put x").output();
    assert_eq!(asked.expect("it runs").status.code(), Some(2));
}

#[test]
fn the_line_for_a_key_opens_the_door_as_that_clerk_and_nothing_else() {
    let shell = Shell::new();
    let line = shell.key("cv.stttt", KEY);
    let program = env!("CARGO_BIN_EXE_cchc");
    let db = shell.db();
    let expected = format!(
        "command=\"{program} --user cv.stttt --db {}\",restrict,pty {KEY}\n",
        db.display()
    );
    assert_eq!(line.succeeds().out, expected);
    shell.key("ai.do", KEY).complains(77, "ai.do");
    shell
        .key("cv.stttt", &format!("command=\"/bin/sh\" {KEY}"))
        .complains(2, "ssh-ed25519");
    shell
        .key("cv.stttt", "-----BEGIN OPENSSH PRIVATE KEY-----")
        .complains(2, "khóa riêng");
}

#[test]
fn the_brief_is_three_lines_and_its_exit_code_says_whether_anything_waits() {
    let shell = Shell::new();
    for words in [&["brief"][..], &["brief", "--agency", "STTTT"]] {
        let ran = shell.by("cv.snv", words);
        assert_eq!((ran.code, ran.out.lines().count()), (3, 3), "{}", ran.out);
        let json = shell.by("cv.snv", &[words, &["--json"]].concat()).json();
        let lines = json["lines"].as_array().expect("lines");
        assert_eq!(lines[0]["concern"], "overdue");
    }
    // An agency's figures are those of its clerk.
    let counts = |ran: Ran| -> Vec<(String, i64)> {
        let json = ran.json();
        let lines = json["lines"].as_array().expect("lines").clone();
        let pair = |line: &serde_json::Value| {
            let count = line["count"].as_i64().expect("a count");
            (line["concern"].to_string(), count)
        };
        lines.iter().map(pair).collect()
    };
    let named = shell.by("cv.snv", &["brief", "--agency", "STTTT", "--json"]);
    let own = shell.by("cv.stttt", &["brief", "--json"]);
    assert_eq!(counts(named), counts(own));
    let empty = Shell::empty();
    let ran = empty.run(&["brief"]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 3), "{}", ran.out);
}

#[test]
fn a_name_that_was_given_is_an_account() {
    let shell = Shell::new();
    shell.by("ai.do", &["list"]).complains(77, "ai.do");
    shell.run(&["list"]).succeeds();
    // Where there are no accounts as yet, the first administrator has to be somebody.
    Shell::empty().by("ai.do", &["list"]).succeeds();
}

#[test]
fn no_other_program_is_ever_started() {
    fn search(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("a room").flatten() {
            let path = entry.path();
            if path.is_dir() {
                search(&path, found);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            let is_test = path.components().any(|part| part.as_os_str() == "tests");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let words = [
                "process::Command",
                "Command::new(",
                "exec(",
                "\"EDITOR\"",
                "\"PAGER\"",
                "\"SHELL\"",
            ];
            let names = words.iter().filter(|word| code.contains(**word));
            if !is_test {
                found.extend(names.map(|word| format!("{}: {word}", path.display())));
            }
        }
    }
    let mut found = Vec::new();
    search(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    // A session begins its own file anew, in its own place: nothing is started beside it.
    let (own, found): (Vec<String>, Vec<String>) = found
        .into_iter()
        .partition(|line| line.contains("cli/lean.rs"));
    assert!(found.is_empty(), "{found:?}");
    let lean = include_str!("../../src/cli/lean.rs");
    assert_eq!(
        (own.len(), lean.matches("Command::new(").count()),
        (3, 1),
        "{own:?}"
    );
    assert!(lean.contains("std::env::current_exe()") && lean.contains("Command::new(program)"));
    for word in ["spawn", "status(", "output("] {
        assert!(!lean.contains(word), "{word}");
    }
}
