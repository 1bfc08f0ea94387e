//! Copies that are to be relied on: nothing of somebody else's is overwritten by one, none takes the place of a database
//! that can be read by then, and what was changed past the program is told of each.

use std::fs;
use std::path::{Path, PathBuf};

use cchc::domain::calendar::OFFSET;
use cchc::domain::error::Error;
use cchc::domain::proof::Part;
use cchc::store::Stood;
use cchc::work::backup::{self, Whither};
use cchc::work::opening::may_keep;
use cchc::work::progress::Cancel;
use cchc::work::restore::{self, Looked, Lost};
use cchc::work::watch::Watch;

use super::Shell;
use super::proof::{add, names, path_of, spoil};

/// Has a database to itself as long as it lives.
fn held(path: &Path) -> rusqlite::Connection {
    let db = rusqlite::Connection::open(path).expect("a file");
    db.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE setting SET value = value",
    )
    .expect("held");
    db
}

fn looked_at(copy: &Path, database: &Path) -> Looked {
    let looked = restore::look(copy, database, &Watch::nobody()).expect("a look");
    looked.expect("a good copy")
}

fn put(copy: &Path, database: &Path, looked: &Looked) -> Result<Option<PathBuf>, Error> {
    restore::put(copy, database, looked, chrono::Utc::now(), &Watch::nobody())
}

fn note_of(copy: &Path) -> PathBuf {
    PathBuf::from(format!("{}.json", copy.display()))
}

#[test]
fn a_database_that_is_busy_is_not_taken_for_one_that_cannot_be_read() {
    let shell = Shell::new();
    let copy = path_of(&shell.run(&["backup", "--json"]).json());
    let held = held(&shell.db());
    let looked = restore::look(&copy, &shell.db(), &Watch::nobody());
    assert!(matches!(looked, Err(Error::Occupied(_))), "{looked:?}");
    let asked = may_keep(&shell.db(), "cv.snv", true);
    assert!(matches!(asked, Err(Error::Occupied(_))), "{asked:?}");
    shell
        .run(&["restore", copy.to_str().expect("a name"), "--yes"])
        .complains(75, "đang bận");
    drop(held);
    shell
        .by("cv.snv", &["backup"])
        .complains(77, "Nhờ quản trị");
}

#[test]
fn a_database_that_can_be_read_by_then_is_not_replaced_as_one_that_cannot() {
    let shell = Shell::new();
    let copy = path_of(&shell.run(&["backup", "--json"]).json());
    add(&shell, "Việc sau khi sao lưu");
    let sound = fs::read(shell.db()).expect("the database");
    let noise = vec![0x5a; sound.len()];
    fs::write(shell.db(), &noise).expect("written");
    let looked = looked_at(&copy, &shell.db());
    assert_eq!(
        (&looked.lost, &looked.stood),
        (&Lost::Unknown, &Stood::Unreadable)
    );
    fs::write(shell.db(), &sound).expect("written");
    let kept = put(&copy, &shell.db(), &looked);
    assert!(matches!(kept, Err(Error::WentOn(_))), "{kept:?}");
    assert_eq!(shell.tasks("\"việc sau khi sao lưu\"").len(), 1);
    // What cannot be read then either is replaced.
    fs::write(shell.db(), &noise).expect("written");
    put(&copy, &shell.db(), &looked).expect("restored");
    shell.run(&["audit", "verify"]).succeeds();
}

#[test]
fn one_damaged_page_keeps_no_sound_copy_out_and_what_can_be_counted_is() {
    let shell = Shell::new();
    let copy = path_of(&shell.run(&["backup", "--json"]).json());
    let copy = copy.to_str().expect("a name");
    add(&shell, "Việc sau khi sao lưu");
    let sound = fs::read(shell.db()).expect("the database");
    for (table, lost) in [("meta", serde_json::json!(1)), ("change", ().into())] {
        fs::write(shell.db(), &sound).expect("written");
        let page: u32 = {
            let db = rusqlite::Connection::open(shell.db()).expect("a file");
            let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
            db.query_row(sql, [table], |row| row.get(0))
                .expect("a page")
        };
        let page = usize::try_from(page).expect("a page");
        let mut bytes = sound.clone();
        bytes[(page - 1) * 4096..page * 4096].fill(0x5a);
        fs::write(shell.db(), &bytes).expect("written");
        let restored = shell.run(&["restore", copy, "--yes", "--json"]);
        let restored = restored.succeeds().json();
        assert_eq!(restored["lost"], lost, "{table}: {restored}");
        assert_eq!(shell.tasks("\"việc sau khi sao lưu\"").len(), 0);
    }
}

#[test]
fn a_file_of_somebody_else_in_the_place_of_a_note_is_never_overwritten() {
    let shell = Shell::new();
    let file = shell.directory.path().join("x.db");
    let beside = shell.file("x.db.json", "của người khác");
    shell
        .run(&["backup", file.to_str().expect("a name")])
        .complains(73, "x.db.json");
    assert_eq!(
        fs::read(&beside).expect("a file"),
        "của người khác".as_bytes()
    );
    assert!(!file.exists());
    // In a directory the copy takes another name.
    let folder = shell.directory.path().join("luu");
    fs::create_dir(&folder).expect("a folder");
    let now = chrono::Utc::now() + OFFSET;
    let taken: Vec<PathBuf> = (0..120)
        .map(|after| now + chrono::TimeDelta::seconds(after))
        .map(|at| at.format("cchc-%Y%m%d-%H%M%S.db.json").to_string())
        .map(|name| folder.join(name))
        .collect();
    for path in &taken {
        fs::write(path, "của người khác").expect("a file");
    }
    let made = shell.run(&["backup", folder.to_str().expect("a name"), "--json"]);
    let copy = path_of(&made.succeeds().json());
    assert!(copy.to_str().expect("a name").ends_with("-2.db"));
    assert!(note_of(&copy).exists());
    for path in &taken {
        assert_eq!(fs::read(path).expect("a file"), "của người khác".as_bytes());
    }
}

#[test]
fn a_file_of_somebody_else_beside_the_database_is_no_note_of_its_last_copy() {
    let shell = Shell::new();
    // As people call what they copy by hand.
    let own = shell.directory.path().join("cchc.db.backup");
    fs::copy(shell.db(), &own).expect("a copy");
    let made = shell.run(&["backup", "--json"]);
    made.complains(0, "cchc doctor");
    assert_eq!(made.json()["noted"], false);
    let (kept, database) = (fs::read(&own), fs::read(shell.db()));
    assert!(kept.expect("a copy") == database.expect("the database"));
    // One that a power cut has emptied is written anew.
    fs::write(&own, "").expect("written");
    assert_eq!(shell.run(&["backup", "--json"]).json()["noted"], true);
    assert_eq!(shell.run(&["backup", "--json"]).json()["noted"], true);
}

#[test]
fn a_note_that_was_left_without_its_copy_stays_and_is_in_nobodys_way() {
    let shell = Shell::new();
    let folder = shell.directory.path().join("luu");
    fs::create_dir(&folder).expect("a folder");
    let place = folder.to_str().expect("a name");
    let backup = || shell.run(&["backup", place, "--keep", "1", "--json"]);
    let moved = path_of(&backup().succeeds().json());
    fs::remove_file(&moved).expect("removed");
    let note = fs::read(note_of(&moved)).expect("a note");
    let made = backup();
    let made = made.succeeds().json();
    assert_eq!(made["not_of_this_log"], 0, "{made}");
    assert_ne!(path_of(&made), moved);
    assert_eq!(fs::read(note_of(&moved)).expect("a note"), note);
    assert_eq!(names(&folder).len(), 3, "{:?}", names(&folder));
    shell
        .run(&["backup", moved.to_str().expect("a name")])
        .complains(73, ".json");
}

#[test]
fn what_was_changed_past_the_program_keeps_older_copies_and_is_told_before_a_restore() {
    for (change, says, english) in [
        (
            "UPDATE task SET progress_note = 'x' WHERE id = 7",
            "ngoài chương trình",
            "outside of the program",
        ),
        (
            "UPDATE agency SET name = 'x' WHERE id = 3",
            "ngoài chương trình",
            "outside of the program",
        ),
        (
            "CREATE TRIGGER quietly AFTER INSERT ON task BEGIN SELECT 1; END",
            "trigger quietly lạ",
            "trigger quietly",
        ),
        (
            "UPDATE event SET what = 'x' WHERE id = 7",
            "số đếm",
            "numbers",
        ),
    ] {
        let shell = Shell::new();
        let backup = || shell.run(&["backup", "--keep", "1", "--json"]);
        let good = path_of(&backup().succeeds().json());
        spoil(&shell.db(), change);
        let doubtful = backup();
        doubtful.complains(1, says);
        assert!(doubtful.err.contains("giữ nguyên"), "{}", doubtful.err);
        let doubtful = doubtful.json();
        assert_eq!(doubtful["sound"], false);
        assert!(good.exists(), "{change}");
        let copy = path_of(&doubtful);
        let copy = copy.to_str().expect("a name");
        shell.run(&["restore", copy]).complains(2, says);
        shell
            .run(&["restore", copy, "--lang", "en"])
            .complains(2, english);
        shell.run(&["restore", copy, "--yes"]).complains(0, says);
    }
}

#[test]
fn a_database_of_an_older_program_is_copied_and_no_older_copy_goes_for_it() {
    let shell = Shell::empty();
    // Rows that seal something would not have been written by it.
    let db = rusqlite::Connection::open(shell.db()).expect("a file");
    let guard = "SELECT sql FROM sqlite_schema WHERE name = 'change_is_never_removed'";
    let guard: String = db
        .query_row(guard, [], |row| row.get(0))
        .expect("a trigger");
    db.execute_batch(&format!(
        "PRAGMA foreign_keys = OFF; DROP TRIGGER change_is_never_removed;
        DELETE FROM change; DELETE FROM operation; DELETE FROM meta WHERE key = 'log_head'; {guard}"
    ))
    .expect("emptied");
    drop(db);
    let backup = || shell.run(&["backup", "--keep", "1", "--json"]);
    let good = path_of(&shell.run(&["backup", "--json"]).succeeds().json());
    spoil(
        &shell.db(),
        "ALTER TABLE change DROP COLUMN seals; DROP TABLE old_sum;
        DROP TABLE report_window; DROP INDEX task_done_late; DROP INDEX task_with_cause; PRAGMA user_version = 15",
    );
    let unproved = backup();
    unproved.complains(1, "phiên bản cũ");
    assert_eq!(unproved.err.lines().count(), 1, "{}", unproved.err);
    assert!(good.exists());
    shell.run(&["backup"]).succeeds();
    let copy = path_of(&unproved.json());
    shell
        .run(&["restore", copy.to_str().expect("a name"), "--yes"])
        .complains(0, "phiên bản cũ");
}

#[test]
fn the_long_part_of_the_proof_is_told_and_can_be_ended() {
    let shell = Shell::new();
    let folder = shell.directory.path().join("backup");
    let good = path_of(&shell.run(&["backup", "--json"]).json());
    for part in [Part::Chain, Part::Events] {
        let cancel = Cancel::default();
        let ended = cancel.clone();
        let watch = Watch::new(cancel, move |at, _, total| {
            if at == part && total > 0 {
                ended.set();
            }
        });
        let whither = Whither::Folder(folder.clone(), Some(1));
        let made = backup::make(&shell.db(), &whither, chrono::Utc::now(), &watch);
        assert!(matches!(made, Err(Error::Cancelled)), "{part:?}: {made:?}");
        let copy = good.file_name().expect("a name").to_str().expect("a name");
        assert_eq!(names(&folder), [copy.to_owned(), format!("{copy}.json")]);
    }
}
