//! How commands end: exit codes by what kept them, and with `--json` an object for every failure.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use super::schema::is_as_described;
use super::{HEADER, ROW, Ran, Shell};

/// Somebody has the database to themselves, as the first import of a year has, until this is dropped.
fn taken(shell: &Shell) -> rusqlite::Connection {
    let db = rusqlite::Connection::open(shell.db()).expect("a file");
    db.pragma_update(None, "journal_mode", "DELETE")
        .expect("no log beside it");
    db.execute_batch("BEGIN EXCLUSIVE").expect("a lock");
    db
}

/// The object on the last line of standard error, which says this code and what the schema describes.
#[track_caller]
fn failure(ran: &Ran, code: i32) -> Value {
    assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
    assert_eq!(ran.out, "", "{}", ran.err);
    let last = ran.err.lines().last().expect("an object");
    let failure: Value = serde_json::from_str(last).unwrap_or_else(|why| panic!("{why}: {last}"));
    is_as_described("Failure", &failure);
    assert_eq!(failure["error"]["exit"], code);
    failure
}

#[test]
fn the_brief_of_a_login_waits_for_nobody() {
    let shell = Shell::new();
    let held = taken(&shell);
    let begun = Instant::now();
    let brief = shell.by("cv.stttt", &["brief"]);
    // Half a second of waiting, and what a busy machine takes to start a program; others wait five seconds.
    assert!(
        begun.elapsed() < Duration::from_secs(3),
        "{:?}",
        begun.elapsed()
    );
    brief.complains(75, "đang bận");
    assert_eq!((brief.out.as_str(), brief.err.lines().count()), ("", 1));
    let told = failure(&shell.by("cv.stttt", &["brief", "--json"]), 75);
    assert_eq!(told["error"]["kind"], "busy");
    let quiet = shell.by("cv.stttt", &["brief", "--quiet"]);
    assert_eq!((quiet.code, quiet.out + &quiet.err), (0, String::new()));
    drop(held);
    assert_eq!(shell.by("cv.stttt", &["brief"]).code, 3);
}

#[test]
fn who_owns_the_file_has_the_brief_of_every_account() {
    let shell = Shell::new();
    let own = |login: &str| {
        let ran = shell.run(&["brief", "--user", login]);
        assert!(matches!(ran.code, 0 | 3), "{login}: {}", ran.err);
        assert_eq!(
            (ran.out.lines().count(), ran.err.as_str()),
            (3, ""),
            "{login}"
        );
        ran.out
    };
    let told = ["cv.snv", "cv.stttt", "cv.vpub", "ld.ubnd", "qt.snv"].map(own);
    assert!(
        told[1].contains("Sở Thông tin và Truyền thông"),
        "{}",
        told[1]
    );
    assert!(told[3].contains("Toàn Thành phố"), "{}", told[3]);
    // As mail by cron asks, which has no login name of its own.
    let mut mail = shell.command(&["brief", "--user", "cv.stttt"]);
    let mailed = mail
        .env_remove("LOGNAME")
        .output()
        .expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&mailed.stdout), told[1]);
    shell
        .run(&["brief", "--user", "ai.do"])
        .complains(77, "ai.do");
}

/// Presses Ctrl-C as soon as the program hears it; where the program is faster than the key, once more.
fn interrupted(shell: &Shell, words: &[&str]) -> Ran {
    for _ in 0..100 {
        let mut command = shell.command(words);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let id = i32::try_from(child.id()).expect("a number");
        while !hears(id) && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
        let _ = kill_process(Pid::from_raw(id).expect("a process"), Signal::INT);
        let output = child.wait_with_output().expect("it ends");
        let code = output.status.code().expect("it ends by itself");
        if code == 130 {
            return Ran {
                code,
                out: String::from_utf8(output.stdout).expect("text"),
                err: String::from_utf8(output.stderr).expect("text"),
            };
        }
    }
    panic!("{words:?} was always faster");
}

/// True where a process does something of its own upon Ctrl-C.
fn hears(id: i32) -> bool {
    let about = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let caught = about.lines().find_map(|line| line.strip_prefix("SigCgt:"));
    let caught = caught.and_then(|it| u64::from_str_radix(it.trim(), 16).ok());
    caught.is_some_and(|signals| signals & (1 << (Signal::INT.as_raw() - 1)) != 0)
}

#[test]
fn what_ctrl_c_ends_says_so_and_ends_with_130() {
    let shell = Shell::new();
    let copies = shell.directory.path().join("luu");
    fs::create_dir(&copies).expect("a folder");
    let copies = copies.to_str().expect("a name");
    for words in [
        &["audit", "verify"][..],
        &["backup", copies],
        &["doctor", "--full"],
        &["list", "--as-of", "2022-06-01"],
    ] {
        let ran = interrupted(&shell, words);
        ran.complains(130, "Đã dừng");
        let told = failure(&interrupted(&shell, &[words, &["--json"]].concat()), 130);
        assert_eq!(told["error"]["kind"], "interrupted");
    }
}

#[test]
fn a_command_that_complains_in_words_of_its_own_ends_in_an_object_too() {
    let shell = Shell::new();
    let made = shell.run(&["backup", "--json"]).json();
    let copy = made["path"].as_str().expect("a path");
    let (annex, empty) = (
        shell.file("annex.csv", format!("{HEADER}\n{ROW}\n")),
        shell.file("trong.db", ""),
    );
    let database = shell.db();
    let database = database.to_str().expect("a name");
    let decided = ["--on", "2023-06-20", "--document", "QĐ 1"];
    for (words, code, kind, says) in [
        (
            &["backup", "/khong/co/", "--keep", "3"][..],
            66,
            "not_found",
            "/khong/co",
        ),
        (&["backup", copy, "--keep", "3"], 2, "usage", "--keep"),
        (
            &["restore", "/khong/co.db", "--yes"],
            66,
            "not_found",
            "/khong/co.db",
        ),
        (&["restore", &empty, "--yes"], 1, "failed", "không phải"),
        (&["restore", database, "--yes"], 2, "usage", "chính là"),
        (&["restore", copy], 2, "usage", "--yes"),
        (&["import", "tasks", &annex], 1, "failed", "--yes"),
        (&["window", "remove", "Quý I/2023"], 1, "failed", "--yes"),
        (
            &["holiday", "set", "2023-07-03", "Nghỉ"],
            1,
            "failed",
            "--yes",
        ),
        (
            &[&["agency", "dissolve", "SVHTT"][..], &decided].concat(),
            1,
            "failed",
            "--yes",
        ),
        (
            &["urge", "--filter", "cq:stc quá hạn", "--reason", "x"],
            1,
            "failed",
            "--yes",
        ),
    ] {
        let told = failure(&shell.run(&[words, &["--json"]].concat()), code);
        assert_eq!(told["error"]["kind"], kind, "{words:?}");
        let text = told["error"]["text"].as_str().expect("a sentence");
        assert!(text.contains(says), "{words:?}: {text}");
    }
}
