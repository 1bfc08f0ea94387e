//! What stands in the place of a file that lies beside a database, and is none: it is named, left as it is, and nobody
//! waits for it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::office::{Office, said, text};

/// Longer than any command takes that waits for nobody.
const LONG: Duration = Duration::from_secs(4);

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn what_stands_in_the_place_of_a_side_file_is_named_and_nobody_waits_for_it() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let elsewhere = office.path("elsewhere");
    fs::write(&elsewhere, "mine").unwrap();
    let add = ["--user", "cv.snv", "add", "Việc mới", "--agency", "STC"];
    for ending in ["-wal", "-shm", "-journal", ".lock", ".door"] {
        let side = office.path(&format!("cchc.db{ending}"));
        for what in ["a directory", "a link", "a pipe"] {
            let _ = fs::remove_file(&side);
            match what {
                "a directory" => fs::create_dir(&side).unwrap(),
                "a link" => symlink(&elsewhere, &side).unwrap(),
                _ => pipe(&side),
            }
            let is_engines = ending.starts_with('-');
            let commands = [&["list", "--limit", "1"][..], &add];
            for words in commands.into_iter().skip(usize::from(!is_engines)) {
                let begun = Instant::now();
                let ran = office.run(&[&["--db", text(&office.db())], words].concat());
                let told = said(&ran.stderr);
                assert_eq!(ran.status.code(), Some(73), "{what} {ending}: {told}");
                assert!(told.contains(text(&side)), "{what} {ending}: {told}");
                assert!(told.contains("không phải tệp thường"), "{told}");
                assert!(begun.elapsed() < LONG, "{what} {ending}");
            }
            assert_eq!(fs::read(&elsewhere).unwrap(), b"mine");
            match what {
                "a directory" => fs::remove_dir(&side).unwrap(),
                _ => fs::remove_file(&side).unwrap(),
            }
        }
    }
    office.json(&add);
    office.verify();
}

#[test]
fn who_is_on_is_not_told_where_something_else_stands_and_work_goes_on() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    for ending in [".here", ".on"] {
        let side = office.path(&format!("cchc.db{ending}"));
        for what in ["a directory", "a link", "a pipe"] {
            let _ = fs::remove_file(&side);
            let _ = fs::remove_dir_all(&side);
            match what {
                "a directory" if ending == ".here" => fs::create_dir(&side).unwrap(),
                "a directory" => fs::write(&side, "none").unwrap(),
                "a link" => symlink(office.path("elsewhere"), &side).unwrap(),
                _ => pipe(&side),
            }
            let begun = Instant::now();
            office.json(&["--user", "cv.snv", "add", "Việc mới", "--agency", "STC"]);
            let ran = office.run(&["--db", text(&office.db()), "user", "on"]);
            assert!(
                ran.status.success(),
                "{what} {ending}: {}",
                said(&ran.stderr)
            );
            assert!(begun.elapsed() < LONG, "{what} {ending}");
            assert!(!office.path("elsewhere").exists());
        }
    }
    office.verify();
}

#[test]
fn a_pipe_among_those_who_are_on_or_in_the_place_of_a_note_keeps_nobody_waiting() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let db = office.db();
    fs::create_dir(office.path("cchc.db.on")).unwrap();
    pipe(&office.path("cchc.db.on/1-00.open.5.1700000000"));
    pipe(&office.path("cchc.db.backup"));
    let copy = office.path("copy.db");
    let ran = office.run(&["--db", text(&db), "backup", text(&copy)]);
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    fs::remove_file(office.path("copy.db.json")).unwrap();
    pipe(&office.path("copy.db.json"));
    fs::remove_file(office.path("cchc.db.backup")).unwrap();
    pipe(&office.path("cchc.db.backup"));
    for words in [
        &["user", "on"][..],
        &["doctor"],
        &["restore", text(&copy), "--yes"],
    ] {
        let begun = Instant::now();
        let ran = office.run(&[&["--db", text(&db)], words].concat());
        let code = ran.status.code();
        assert!(
            matches!(code, Some(0 | 3)),
            "{words:?}: {code:?} {}",
            said(&ran.stderr)
        );
        assert!(begun.elapsed() < LONG, "{words:?}");
    }
    office.verify();
}
