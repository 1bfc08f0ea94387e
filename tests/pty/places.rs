//! Bad places: no terminal, no database, a file that is something else, windows of any size.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::office::{Office, said, text};
use super::terminal::Terminal;

/// Runs a command that has to fail: the code, and the sentence.
#[track_caller]
fn complaint(office: &Office, arguments: &[&str]) -> (i32, String) {
    let output = office.run(arguments);
    let sentence = said(&output.stderr);
    assert_eq!(
        said(&output.stdout),
        "",
        "{arguments:?}: talk goes to standard error"
    );
    assert!(
        sentence.trim().lines().count() >= 1,
        "{arguments:?}: no sentence"
    );
    assert!(!sentence.contains("panicked"), "{sentence}");
    (output.status.code().unwrap(), sentence)
}

#[test]
fn without_a_terminal_it_says_so_and_exits_2() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let db = office.db();
    for arguments in [&["demo"][..], &["--db", text(&db)], &[]] {
        assert_eq!(complaint(&office, arguments).0, 2, "{arguments:?}");
    }
}

#[test]
fn the_first_start_asks_and_leaving_makes_nothing() {
    let Some(office) = Office::empty() else {
        return;
    };
    let mut terminal = Terminal::start(&office, &[]);
    terminal.wait_for("Chưa có cơ sở dữ liệu");
    terminal.press("<F3>");
    assert_eq!(terminal.exit_code(), 0);
    assert!(!office.path("data/cchc/cchc.db").exists());
    assert_eq!(complaint(&office, &["list"]).0, 66);
    assert_eq!(complaint(&office, &["--db", "no-such.db", "list"]).0, 66);
    assert!(!office.path("no-such.db").exists());
}

#[test]
fn the_first_start_can_begin_empty() {
    let Some(office) = Office::empty() else {
        return;
    };
    let mut terminal = Terminal::start(&office, &[]);
    terminal.wait_for("Chưa có cơ sở dữ liệu");
    terminal.press("3");
    terminal.wait_for("Việc hôm nay");
    assert!(office.path("data/cchc/cchc.db").exists());
    // The first key belongs to the screens, not to the reader of the question before them.
    terminal.press("<F6>");
    terminal.wait_for("Thêm nhiệm vụ");
}

#[test]
fn a_first_start_with_a_file_that_is_none_asks_again_and_keeps_the_path() {
    let Some(office) = Office::empty() else {
        return;
    };
    let mut terminal = Terminal::start(&office, &[]);
    terminal.wait_for("Chưa có cơ sở dữ liệu");
    terminal.press("2");
    terminal.wait_for("Tệp trên máy chủ");
    terminal.press("no-such.csv<Enter>");
    terminal.wait_for("tệp không tồn tại");
    terminal.wait_for("no-such.csv");
    assert!(!office.path("data/cchc/cchc.db").exists());
}

#[test]
fn a_directory_or_a_text_in_place_of_the_database_is_told_and_left_alone() {
    let Some(office) = Office::empty() else {
        return;
    };
    let folder = office.path("folder");
    fs::create_dir(&folder).unwrap();
    let letter = office.path("letter.txt");
    fs::write(&letter, "Kính gửi: Sở Nội vụ\n".repeat(200)).unwrap();
    let before = fs::read(&letter).unwrap();
    for (place, code) in [(&folder, 73), (&letter, 1)] {
        let (found, sentence) = complaint(&office, &["--db", text(place), "list"]);
        assert_eq!(found, code, "{sentence}");
        assert!(sentence.contains(text(place)), "{sentence}");
        let mut terminal = Terminal::start(&office, &["--db", text(place)]);
        assert_eq!(terminal.exit_code(), code, "{}", terminal.screen());
        assert!(
            !find_escape(&terminal),
            "a sentence, no screen\n{}",
            terminal.screen()
        );
    }
    assert_eq!(fs::read(&letter).unwrap(), before);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}

fn find_escape(terminal: &Terminal) -> bool {
    terminal.written.contains(&b'\x1b')
}

#[test]
fn a_database_of_a_newer_program_names_the_version_it_needs_and_is_left_alone() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let db = rusqlite::Connection::open(office.db()).unwrap();
    let newer = "PRAGMA user_version = 99; UPDATE meta SET value = '3.1.0' WHERE key = 'program'";
    db.execute_batch(newer).unwrap();
    db.close().unwrap();
    let before = fs::read(office.db()).unwrap();
    let (code, sentence) = complaint(&office, &["--db", text(&office.db()), "list"]);
    assert_eq!(code, 1);
    assert!(sentence.contains("3.1.0"), "{sentence}");
    let mut terminal = office.open("cv.snv");
    assert_eq!(terminal.exit_code(), 1);
    assert!(terminal.screen().contains("3.1.0"), "{}", terminal.screen());
    assert!(
        fs::read(office.db()).unwrap() == before,
        "the file was touched"
    );
}

#[test]
fn a_directory_that_may_only_be_read_is_told() {
    let Some(office) = Office::empty() else {
        return;
    };
    if rustix::process::geteuid().is_root() {
        eprintln!("skipped: root may write everywhere");
        return;
    }
    let folder = office.path("sealed");
    fs::create_dir(&folder).unwrap();
    let seal = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    seal(0o555);
    let (code, sentence) = complaint(&office, &["--db", text(&folder.join("x.db")), "init"]);
    seal(0o755);
    assert_eq!(code, 77, "{sentence}");
    assert!(!Path::new(&folder.join("x.db")).exists());
}

#[test]
fn no_size_of_the_window_ends_the_program() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let db = office.db();
    let arguments = ["--db", text(&db), "--user", "cv.snv"];
    let mut terminal = Terminal::start_with(&office, &arguments, (1, 1), &[]);
    terminal.wait_until("something", |terminal| !terminal.written.is_empty());
    // Home, the list, a task, the confirm list with a refusal, the help, the filter.
    for keys in [
        "",
        "1",
        "<Enter>",
        "<F12>9<Enter>",
        "<F1>",
        "<F12><F12><F7>",
    ] {
        terminal.press(keys);
        for (columns, rows) in [
            (1, 1),
            (20, 5),
            (59, 15),
            (200, 60),
            (1, 60),
            (200, 1),
            (80, 24),
        ] {
            terminal.resize(columns, rows);
            terminal.settle();
            assert!(terminal.is_running(), "{columns}x{rows} after {keys:?}");
        }
    }
    terminal.press("<F12>");
    terminal.wait_for("Nhiệm vụ theo cơ quan");
    terminal.press("<F3><F3>");
    assert_eq!(terminal.exit_code(), 0);
}
