//! Clumsy hands: a place that is no database, an environment that lacks something, an output that takes nothing.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{FlockOperation, flock};

use crate::office::{Office, said, text};
use crate::terminal::Terminal;

/// What a person hears on standard error, and the exit code.
#[track_caller]
fn complains(ran: &Output, code: i32, part: &str) {
    let (told, printed) = (said(&ran.stderr), said(&ran.stdout));
    assert_eq!(ran.status.code(), Some(code), "{told}{printed}");
    assert!(told.contains(part), "{part:?} in {told:?}");
    assert!(!told.contains("panicked"), "{told}");
    assert!(!told.contains("ngoài dự kiến"), "{told}");
}

fn program(office: &Office, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
    office.clean(&mut command);
    command.args(["--db", text(&office.db())]).args(words);
    command.env("LOGNAME", "chu.tep").stdin(Stdio::null());
    command
}

/// The same by a shell that takes something away first.
fn by_shell(office: &Office, before: &str, words: &[&str]) -> Output {
    let mut command = Command::new("/bin/sh");
    office.clean(&mut command);
    command.args(["-c", &format!("{before}; exec \"$@\""), "sh"]);
    command.args([env!("CARGO_BIN_EXE_cchc"), "--db", text(&office.db())]);
    command
        .args(words)
        .env("LOGNAME", "chu.tep")
        .stdin(Stdio::null());
    command.output().unwrap()
}

#[test]
fn what_is_no_database_of_ours_is_named_and_left_as_it_is() {
    let Some(office) = Office::empty() else {
        return;
    };
    let list = |office: &Office| program(office, &["list"]).output().unwrap();
    complains(&list(&office), 66, "Chưa có cơ sở dữ liệu");
    fs::create_dir(office.db()).unwrap();
    complains(&list(&office), 73, "là thư mục");
    fs::remove_dir(office.db()).unwrap();
    let letter = "Kế hoạch số 9125/KH-UBND\n".repeat(400);
    let bytes: [&[u8]; 4] = [
        b"",
        b"PK\x03\x04 a workbook that somebody gave for a database, larger than a page of it would have to be",
        letter.as_bytes(),
        &[0; 100_000],
    ];
    for bytes in bytes {
        fs::write(office.db(), bytes).unwrap();
        for words in [
            &["list"][..],
            &["set", "done", "1"],
            &["salvage", "x.csv"],
            &["audit", "verify"],
        ] {
            complains(
                &program(&office, words).output().unwrap(),
                1,
                "không phải cơ sở dữ liệu của cchc",
            );
        }
        assert_eq!(fs::read(office.db()).unwrap(), bytes);
    }
    fs::remove_file(office.db()).unwrap();
    let made = Command::new("mkfifo").arg(office.db()).status().unwrap();
    assert!(made.success());
    let begun = Instant::now();
    complains(&list(&office), 1, "không phải cơ sở dữ liệu của cchc");
    assert!(
        begun.elapsed() < Duration::from_secs(10),
        "nobody waits at a pipe"
    );
}

#[test]
fn a_database_of_another_program_or_of_a_newer_one_is_not_touched() {
    let Some(office) = Office::empty() else {
        return;
    };
    sqlite(
        &office.db(),
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO notes VALUES (1, 'x')",
    );
    let before = fs::read(office.db()).unwrap();
    complains(
        &program(&office, &["list"]).output().unwrap(),
        1,
        "không phải cơ sở dữ liệu của cchc",
    );
    assert_eq!(fs::read(office.db()).unwrap(), before);
    fs::remove_file(office.db()).unwrap();
    assert!(
        program(&office, &["init"])
            .output()
            .unwrap()
            .status
            .success()
    );
    sqlite(
        &office.db(),
        "PRAGMA user_version = 999; UPDATE meta SET value = '9.9.9' WHERE key = 'program'",
    );
    complains(
        &program(&office, &["list"]).output().unwrap(),
        1,
        "Cài cchc 9.9.9 trở lên",
    );
    complains(
        &program(&office, &["set", "done", "1"]).output().unwrap(),
        1,
        "Cài cchc 9.9.9 trở lên",
    );
}

#[test]
fn a_database_of_an_older_program_is_not_proved_before_it_is_brought_up_to_date() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    sqlite(
        &office.db(),
        "DROP TABLE report_window; PRAGMA user_version = 15",
    );
    let before = fs::read(office.db()).unwrap();
    let verify = program(&office, &["audit", "verify"]).output().unwrap();
    complains(&verify, 1, "cấu trúc cũ");
    assert_eq!(fs::read(office.db()).unwrap(), before);
}

#[test]
fn an_output_that_takes_nothing_is_told_by_every_command_that_prints() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let commands: [&[&str]; 20] = [
        &["list"],
        &["list", "--json"],
        &["show", "1"],
        &["show", "1", "--json"],
        &["agencies"],
        &["agencies", "--json"],
        &["report", "completion"],
        &["report", "completion", "--json"],
        &["calendar"],
        &["calendar", "--json"],
        &["document", "list"],
        &["indicator", "list"],
        &["holiday", "list"],
        &["config", "list"],
        &["import", "list"],
        &["audit", "verify"],
        &["keys"],
        &["deadline", "30/6/2023", "--from", "2023-01-12"],
        &["workdays", "2023-04-28", "+3"],
        &["--help"],
    ];
    for words in commands {
        let ran = program(&office, words).output().unwrap();
        assert!(ran.status.success(), "{words:?}: {}", said(&ran.stderr));
        let full = || {
            Stdio::from(
                fs::OpenOptions::new()
                    .write(true)
                    .open("/dev/full")
                    .unwrap(),
            )
        };
        let ran = program(&office, words).stdout(full()).output().unwrap();
        let told = said(&ran.stderr);
        assert_eq!(ran.status.code(), Some(1), "{words:?}: {told}");
        assert!(told.contains("đầy"), "{words:?}: {told}");
        assert!(!told.contains("panicked"), "{words:?}: {told}");
        // Both are full: nobody can be told, and the code still says it.
        let ran = program(&office, words)
            .stdout(full())
            .stderr(full())
            .output()
            .unwrap();
        assert_eq!(ran.status.code(), Some(1), "{words:?}");
    }
}

#[test]
fn a_reader_that_goes_away_and_closed_streams_end_nothing_in_a_panic() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    for words in ["list", "list --json", "keys", "agencies", "--help"] {
        let script = format!("\"$0\" --db \"$1\" {words} 2>err | head -1 >/dev/null; cat err");
        let mut shell = Command::new("/bin/sh");
        office.clean(&mut shell);
        shell.args([
            "-c",
            &script,
            env!("CARGO_BIN_EXE_cchc"),
            text(&office.db()),
        ]);
        let ran = shell.output().unwrap();
        assert_eq!(said(&ran.stdout), "", "{words}");
    }
    for closed in ["exec <&-", "exec >&-", "exec 2>&-", "exec <&- >&- 2>&-"] {
        let ran = by_shell(&office, closed, &["list", "--limit", "1"]);
        assert_eq!(
            ran.status.code(),
            Some(0),
            "{closed}: {}",
            said(&ran.stderr)
        );
        let ran = by_shell(&office, closed, &["show", "khong-co"]);
        assert_eq!(
            ran.status.code(),
            Some(1),
            "{closed}: {}",
            said(&ran.stderr)
        );
    }
}

#[test]
fn no_home_and_no_folder_for_temporary_files_are_told_by_what_needs_them() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let ran = program(&office, &["list", "--limit", "1"])
        .env_clear()
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    let file = office.path("annex.csv");
    fs::write(&file, crate::full::annex(3)).unwrap();
    let mut import = program(
        &office,
        &["--user", "cv.snv", "import", "tasks", text(&file), "--yes"],
    );
    complains(
        &import.env("TMPDIR", "/khong/co").output().unwrap(),
        1,
        "/khong/co",
    );
    let mut past = program(&office, &["--as-of", "2023-06-01", "list"]);
    complains(
        &past.env("TMPDIR", "/khong/co").output().unwrap(),
        1,
        "/khong/co",
    );
}

#[test]
fn too_few_files_are_told_as_such_and_nothing_is_half_done() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut told = 0;
    for files in 4..=20 {
        let ran = by_shell(
            &office,
            &format!("ulimit -n {files}"),
            &["--user", "cv.snv", "list", "--limit", "1"],
        );
        let said = said(&ran.stderr);
        assert!(!said.contains("panicked"), "{files}: {said}");
        match ran.status.code() {
            Some(0) => {}
            Some(75) => {
                assert!(said.contains("không mở thêm được tệp"), "{files}: {said}");
                told += 1;
            }
            // The loader of programs itself found no room.
            Some(127) => {}
            code => panic!("{files}: {code:?} {said}"),
        }
    }
    assert!(told > 0);
    office.verify();
}

/// What another program does to a file; `sqlite3` stands for it.
fn sqlite(path: &Path, sql: &str) {
    let ran = Command::new("sqlite3").arg(path).arg(sql).output().unwrap();
    assert!(ran.status.success(), "{}", said(&ran.stderr));
}

#[test]
fn too_few_threads_are_told_and_end_nothing_in_a_panic() {
    if !rustix::process::geteuid().is_root() {
        crate::skip("only root can become an account without other processes");
        return;
    }
    let Some(office) = Office::with_sample() else {
        return;
    };
    let script =
        r#"exec setpriv --reuid=54321 --regid=54321 --clear-groups prlimit --nproc=1 "$@""#;
    // The file is that account's, and somebody else writes just now, behind whom two more wait.
    let folder = office.path("x");
    let lock = fs::File::create(office.path("cchc.db.lock")).unwrap();
    for path in [
        folder.parent().unwrap(),
        &office.db(),
        &office.path("cchc.db.lock"),
    ] {
        std::os::unix::fs::chown(path, Some(54_321), Some(54_321)).unwrap();
    }
    flock(&lock, FlockOperation::LockExclusive).unwrap();
    let add = ["--user", "cv.snv", "add", "Việc mới", "--agency", "STC"];
    let start = |mut command: Command, words: &[&str]| {
        office.clean(&mut command);
        command.args(["--db", text(&office.db())]).args(words);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    let alone = |words: &[&str]| {
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", script, "sh", env!("CARGO_BIN_EXE_cchc")]);
        start(shell, words)
    };
    let mut waiting: Vec<_> = (0..2)
        .map(|_| start(Command::new(env!("CARGO_BIN_EXE_cchc")), &add))
        .collect();
    thread::sleep(Duration::from_millis(500));
    waiting.push(alone(&add));
    thread::sleep(Duration::from_millis(500));
    drop(lock);
    for one in waiting {
        let ran = one.wait_with_output().unwrap();
        assert!(ran.status.success(), "{}", said(&ran.stderr));
    }
    let out = office.path("out.csv");
    for words in [&["export", "list", text(&out)][..], &["audit", "verify"]] {
        let ran = alone(words).wait_with_output().unwrap();
        complains(&ran, 75, "không mở thêm được tệp hoặc luồng");
    }
    assert!(!out.exists());
}

#[test]
fn a_database_in_a_closed_folder_is_not_taken_for_a_missing_one() {
    use std::os::unix::fs::{PermissionsExt, chown};

    if !rustix::process::geteuid().is_root() {
        crate::skip("only root can become an account that may not enter");
        return;
    }
    let Some(office) = Office::with_sample() else {
        return;
    };
    let closed = office.path("closed");
    fs::create_dir(&closed).unwrap();
    let database = closed.join("cchc.db");
    fs::rename(office.db(), &database).unwrap();
    for path in [closed.parent().unwrap(), &closed, &database] {
        chown(path, Some(54_321), Some(54_321)).unwrap();
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let line = [
        "setpriv",
        "--reuid=54321",
        "--regid=54321",
        "--clear-groups",
        env!("CARGO_BIN_EXE_cchc"),
        "--db",
        text(&database),
    ];
    let mut terminal = Terminal::start_program(&office, &line);
    assert_eq!(terminal.exit_code(), 77);
    // Nothing is offered in its place.
    assert!(!terminal.screen().contains("Bắt đầu bằng cách nào"));
}
