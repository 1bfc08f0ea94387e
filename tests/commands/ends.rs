//! How commands end: exit codes by what kept them, and with `--json` an object for every failure.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::schema::is_as_described;
use super::{Ran, Shell};

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
