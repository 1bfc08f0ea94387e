//! Backup, restore and proof: copies that are made while others write, put back, kept and cut off by force; exports
//! that tell on a log that was tampered with.

use std::fs;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use cchc::domain::error::Error;
use cchc::store::{Access, Store};
use cchc::work::restore;
use cchc::work::watch::Watch;
use sha2::{Digest, Sha256};

use super::{Shell, text};

/// Does something to the file behind the program's back.
pub(super) fn spoil(path: &Path, sql: &str) {
    let db = rusqlite::Connection::open(path).expect("a file");
    db.execute_batch(sql)
        .unwrap_or_else(|why| panic!("{why}: {sql}"));
}

pub(super) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    names.sort();
    names
}

pub(super) fn add(shell: &Shell, title: &str) {
    shell
        .by("cv.snv", &["add", title, "--agency", "STC"])
        .succeeds();
}

pub(super) fn path_of(value: &serde_json::Value) -> PathBuf {
    PathBuf::from(text(value, "path"))
}

#[test]
fn a_backup_is_whole_ones_own_and_says_what_it_holds() {
    let shell = Shell::new();
    let made = shell.run(&["backup", "--json"]);
    let made = made.succeeds().json();
    let copy = path_of(&made);
    assert!(copy.starts_with(shell.directory.path().join("backup")));
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(&copy), 0o600);
    assert_eq!(mode(copy.parent().expect("a folder")), 0o700);
    let note = fs::read_to_string(format!("{}.json", copy.display())).expect("a note");
    let note: serde_json::Value = serde_json::from_str(&note).expect("JSON");
    let bytes = fs::read(&copy).expect("a copy");
    let sum: String = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(text(&note, "sha256"), sum);
    assert_eq!(note["size"], bytes.len());
    let head = shell.run(&["audit", "head", "--json"]).json();
    assert_eq!(note["log_hash"], head["log"]["hash"]);
    assert_eq!(note["log_row"], head["log"]["row"]);
    let of_copy = shell.run(&[
        "audit",
        "verify",
        "--json",
        "--db",
        copy.to_str().expect("a name"),
    ]);
    assert_eq!(of_copy.succeeds().json()["head"], note["log_hash"]);
    // To a name of one's own, once.
    let file = shell.directory.path().join("truoc-nang-cap.db");
    let name = file.to_str().expect("a name");
    shell.run(&["backup", name]).succeeds();
    let before = fs::read(&file).expect("a copy");
    shell.run(&["backup", name]).complains(73, name);
    assert!(fs::read(&file).expect("a copy") == before);
    shell
        .run(&["backup", "/khong/co/"])
        .complains(66, "/khong/co");
    shell
        .run(&["backup", name, "--keep", "3"])
        .complains(2, "--keep");
    shell.run(&["backup", "--keep", "0"]).complains(2, "--keep");
}

#[test]
fn old_backups_go_and_nothing_else_does() {
    let shell = Shell::new();
    let folder = shell.directory.path().join("luu");
    fs::create_dir(&folder).expect("a folder");
    for name in ["khac.db", "cchc-20230101.db", "other-20230101-000000.db"] {
        fs::write(folder.join(name), "x").expect("a file");
    }
    let first = shell.file("luu/dau.db", "");
    fs::remove_file(&first).expect("removed");
    shell.run(&["backup", &first]).succeeds();
    let note = fs::read_to_string(format!("{first}.json")).expect("a note");
    for end in ["", ".json"] {
        fs::remove_file(format!("{first}{end}")).expect("removed");
    }
    for hour in 1..=3 {
        let name = format!("cchc-20230101-0{hour}0000.db");
        fs::write(folder.join(&name), "x").expect("a file");
        fs::write(folder.join(name + ".json"), &note).expect("a file");
    }
    let place = folder.to_str().expect("a name");
    let made = shell.run(&["backup", place, "--keep", "2", "--json"]);
    let made = made.succeeds().json();
    assert_eq!(made["removed"].as_array().map(Vec::len), Some(2));
    let made = path_of(&made);
    let made = made.file_name().expect("a name").to_str().expect("a name");
    let mut expected = vec![
        "cchc-20230101-030000.db".to_owned(),
        "cchc-20230101-030000.db.json".to_owned(),
        "cchc-20230101.db".to_owned(),
        made.to_owned(),
        format!("{made}.json"),
        "khac.db".to_owned(),
        "other-20230101-000000.db".to_owned(),
    ];
    expected.sort();
    assert_eq!(names(&folder), expected);
    // What is copied is not as it should be: the older ones may be the last good ones.
    spoil(&shell.db(), "UPDATE tally SET n = n + 1");
    let doubtful = shell.run(&["backup", place, "--keep", "1"]);
    doubtful.complains(1, "số đếm");
    assert!(folder.join("cchc-20230101-030000.db").exists());
}

#[test]
fn the_last_good_backup_is_never_the_one_that_goes() {
    let shell = Shell::new();
    let folder = shell.directory.path().join("backup");
    let backup = || shell.run(&["backup", "--keep", "1", "--json"]);
    let good = path_of(&backup().succeeds().json());
    // Tampered with far from the end of the log.
    let guards = "DROP TRIGGER change_is_never_changed; DROP TRIGGER change_is_never_removed;";
    let spoilt = format!("{guards} UPDATE change SET why = 'x' WHERE id = 100");
    spoil(&shell.db(), &spoilt);
    let doubtful = backup();
    doubtful.complains(1, "100");
    assert!(good.exists());
    let copy = path_of(&doubtful.json());
    fs::remove_file(copy).expect("removed");
    // The database was lost, and somebody began anew under its name; or another one has the same name.
    fs::remove_file(shell.db()).expect("removed");
    shell.run(&["init"]).succeeds();
    let made = backup();
    let made = made.succeeds().json();
    assert_eq!(made["not_of_this_log"], 1, "{made}");
    assert!(good.exists());
    let empty = path_of(&made);
    backup().succeeds();
    assert!(good.exists() && !empty.exists(), "{:?}", names(&folder));
}

#[test]
fn clerks_go_on_saving_while_a_backup_is_made() {
    let shell = Shell::new();
    let mut done = 0;
    let mut backups = Vec::new();
    for _ in 0..3 {
        let folder = shell.directory.path().join(format!("luu{}", backups.len()));
        fs::create_dir(&folder).expect("a folder");
        let mut backup = shell
            .command(&["backup", folder.to_str().expect("a name"), "--json"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program runs");
        loop {
            add(&shell, "Rà soát trong lúc sao lưu");
            done += 1;
            if let Some(status) = backup.try_wait().expect("a child") {
                assert!(status.success());
                break;
            }
        }
        let mut out = String::new();
        let mut said = backup.stdout.take().expect("a pipe");
        said.read_to_string(&mut out).expect("text");
        backups.push(serde_json::from_str::<serde_json::Value>(&out).expect("JSON"));
    }
    assert!(done >= 3);
    assert_eq!(shell.tasks("\"rà soát trong lúc sao lưu\"").len(), done);
    for made in backups {
        let kept = format!("{}@{}", text(&made, "log_hash"), made["log_row"]);
        shell.run(&["audit", "verify", "--head", &kept]).succeeds();
        let copy = path_of(&made);
        let copy = copy.to_str().expect("a name");
        shell.run(&["audit", "verify", "--db", copy]).succeeds();
    }
}

#[test]
fn what_is_restored_is_what_was_backed_up_and_what_it_replaces_is_kept() {
    let shell = Shell::new();
    let made = shell.run(&["backup", "--json"]).json();
    let copy = path_of(&made);
    let copy = copy.to_str().expect("a name");
    add(&shell, "Việc sau khi sao lưu");
    add(&shell, "Việc thứ hai");
    // Nothing is asked where nobody can answer.
    let unasked = shell.run(&["restore", copy]);
    unasked.complains(2, "--yes");
    assert!(unasked.out.contains("SẼ MẤT 2 thay đổi"), "{}", unasked.out);
    assert_eq!(shell.tasks("\"việc sau khi sao lưu\"").len(), 1);
    let restored = shell.run(&["restore", copy, "--yes", "--json"]);
    let restored = restored.succeeds().json();
    assert_eq!(restored["lost"], 2);
    assert_eq!(shell.tasks("\"việc sau khi sao lưu\"").len(), 0);
    let head = shell.run(&["audit", "verify", "--json"]);
    assert_eq!(head.succeeds().json()["head"], made["log_hash"]);
    let kept = text(&restored, "kept");
    let listed = shell.run(&["list", "\"việc thứ hai\"", "--json", "--db", kept]);
    assert_eq!(
        listed.succeeds().json()["tasks"].as_array().map(Vec::len),
        Some(1)
    );
    let mode = fs::metadata(shell.db())
        .expect("a file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    // The way back, from the file that was kept.
    add(&shell, "Việc của bản khôi phục");
    let back = shell.run(&["restore", kept, "--yes"]);
    back.succeeds();
    assert!(back.out.contains("SẼ MẤT 1 thay đổi"), "{}", back.out);
    assert!(back.out.contains("hai nhật ký khác nhau"), "{}", back.out);
    assert_eq!(shell.tasks("\"việc thứ hai\"").len(), 1);
    // Into nothing.
    fs::remove_file(shell.db()).expect("removed");
    shell.run(&["restore", copy, "--yes"]).succeeds();
    assert_eq!(shell.tasks("\"việc thứ hai\"").len(), 0);
}

#[test]
fn only_administrators_and_who_owns_the_file_copy_it_and_put_copies_back() {
    let shell = Shell::new();
    let copy = path_of(&shell.by("qt.snv", &["backup", "--json"]).succeeds().json());
    let copy = copy.to_str().expect("a name");
    for login in ["cv.stp", "cv.snv"] {
        shell.by(login, &["backup"]).complains(77, "Nhờ quản trị");
        shell
            .by(login, &["restore", copy, "--yes"])
            .complains(77, "Nhờ quản trị");
    }
    shell.by("ai.do", &["backup"]).complains(77, "ai.do");
    shell.by("qt.snv", &["restore", copy, "--yes"]).succeeds();
    shell.run(&["restore", copy, "--yes"]).succeeds();
}

#[test]
fn nothing_is_restored_while_somebody_is_on_and_nobody_comes_in_between() {
    let shell = Shell::new();
    let copy = path_of(&shell.run(&["backup", "--json"]).json());
    let copy = copy.to_str().expect("a name");
    let on = Store::open(&shell.db(), Access::Write).expect("a session");
    shell
        .run(&["restore", copy, "--yes"])
        .complains(75, "cchc user on");
    drop(on);
    let looking = Store::open(&shell.db(), Access::Look).expect("a session");
    shell
        .run(&["restore", copy, "--yes"])
        .complains(75, "đang mở");
    drop(looking);
    shell.run(&["restore", copy, "--yes"]).succeeds();
    // As while a restore is at work: who comes is told to wait.
    let here = fs::File::options()
        .write(true)
        .open(shell.directory.path().join("cchc.db.here"))
        .expect("a side file");
    rustix::fs::flock(&here, rustix::fs::FlockOperation::LockExclusive).expect("a lock");
    shell.run(&["list"]).complains(75, "đang bận");
    drop(here);
    shell.run(&["list"]).succeeds();
}

#[test]
fn what_was_saved_since_the_loss_was_counted_keeps_a_backup_out() {
    let shell = Shell::new();
    let copy = path_of(&shell.run(&["backup", "--json"]).json());
    let watch = Watch::nobody();
    let looked = restore::look(&copy, &shell.db(), &watch).expect("a look");
    let looked = looked.expect("a good copy");
    add(&shell, "Việc ghi trong lúc hỏi");
    let put = restore::put(&copy, &shell.db(), &looked, chrono::Utc::now(), &watch);
    assert!(matches!(put, Err(Error::WentOn(_))), "{put:?}");
    assert_eq!(shell.tasks("\"việc ghi trong lúc hỏi\"").len(), 1);
    let looked = restore::look(&copy, &shell.db(), &watch).expect("a look");
    let looked = looked.expect("a good copy");
    restore::put(&copy, &shell.db(), &looked, chrono::Utc::now(), &watch).expect("restored");
    assert_eq!(shell.tasks("\"việc ghi trong lúc hỏi\"").len(), 0);
    // One that came where there was none would be lost as silently.
    fs::remove_file(shell.db()).expect("removed");
    let looked = restore::look(&copy, &shell.db(), &watch).expect("a look");
    let looked = looked.expect("a good copy");
    shell.run(&["init"]).succeeds();
    let put = restore::put(&copy, &shell.db(), &looked, chrono::Utc::now(), &watch);
    assert!(matches!(put, Err(Error::WentOn(_))), "{put:?}");
}

#[test]
fn what_is_no_good_backup_is_refused_with_the_reason() {
    let shell = Shell::new();
    let copy = path_of(&shell.run(&["backup", "--json"]).json());
    let before = fs::read(shell.db()).expect("the database");
    let bytes = fs::read(&copy).expect("a copy");
    let refused = |name: &str, bytes: &[u8], code: i32, why: &str| {
        let file = shell.file(name, bytes);
        let ran = shell.run(&["restore", &file, "--yes"]);
        ran.complains(code, why);
    };
    let mut flipped = bytes.clone();
    let middle = flipped.len() / 2;
    flipped[middle..middle + 4096].fill(0x5a);
    refused("lat.db", &flipped, 1, "bị hỏng");
    refused("cut.db", &bytes[..bytes.len() / 2], 1, "bị hỏng");
    refused(
        "chu.db",
        "STT;Nội dung\n".repeat(400).as_bytes(),
        1,
        "không phải",
    );
    refused("trong.db", b"", 1, "không phải");
    shell
        .run(&["restore", "/khong/co.db", "--yes"])
        .complains(66, "/khong/co.db");
    let same = shell.db();
    shell
        .run(&["restore", same.to_str().expect("a name"), "--yes"])
        .complains(2, "chính là");
    // A newer one, and one that was changed since it was noted.
    let newer = shell.file("moi.db", &bytes);
    spoil(Path::new(&newer), "PRAGMA user_version = 99");
    shell.run(&["restore", &newer, "--yes"]).complains(1, "99");
    spoil(
        &copy,
        "UPDATE setting SET value = '8' WHERE key = 'soon'; INSERT INTO setting VALUES ('x', 'y')",
    );
    let copy = copy.to_str().expect("a name");
    shell.run(&["restore", copy, "--yes"]).complains(1, ".json");
    assert!(fs::read(shell.db()).expect("the database") == before);
}

#[test]
fn a_damaged_database_is_found_not_backed_up_and_replaced_by_a_good_one() {
    let shell = Shell::new();
    let copy = path_of(&shell.run(&["backup", "--json"]).json());
    let mut bytes = fs::read(shell.db()).expect("the database");
    let len = bytes.len();
    bytes[len / 3..2 * len / 3].fill(0x5a);
    fs::write(shell.db(), &bytes).expect("written");
    let found = shell.run(&["doctor", "--json"]);
    assert_eq!(found.code, 1, "{}", found.out);
    assert!(found.out.contains("cchc restore"), "{}", found.out);
    let refused = shell.run(&["backup"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    let folder = copy.parent().expect("a folder");
    assert_eq!(names(folder).len(), 2, "{:?}", names(folder));
    let restored = shell.run(&["restore", copy.to_str().expect("a name"), "--yes", "--json"]);
    let restored = restored.succeeds().json();
    let kept = fs::read(text(&restored, "kept")).expect("kept");
    // The engine marks the first page of what nobody has open any more.
    assert!(kept.len() == len && kept[4096..] == bytes[4096..]);
    shell.run(&["audit", "verify"]).succeeds();
}

#[test]
fn a_restore_that_is_killed_leaves_the_one_or_the_other() {
    let shell = Shell::new();
    add(&shell, "Việc trước");
    let copy = path_of(&shell.run(&["backup", "--json"]).json());
    let copy = copy.to_str().expect("a name").to_owned();
    let begun = std::time::Instant::now();
    shell.run(&["restore", &copy, "--yes"]).succeeds();
    let whole = begun.elapsed();
    let mut ends = [0, 0];
    for round in 0..12 {
        let round = f64::from(round);
        add(&shell, "Việc sau");
        let after = shell.run(&["audit", "head"]).out;
        let mut restore = shell
            .command(&["restore", &copy, "--yes"])
            .stdout(Stdio::null())
            .spawn()
            .expect("the program runs");
        // A moment of its own for each round, most of them towards the end, where the file is put in place.
        std::thread::sleep(whole.mul_f64(0.5 + round / 20.0));
        let _ = restore.kill();
        restore.wait().expect("an end");
        let now = shell.run(&["audit", "head"]);
        let is_old = now.succeeds().out == after;
        ends[usize::from(!is_old)] += 1;
        let db = rusqlite::Connection::open(shell.db()).expect("a file");
        let sound = db.query_row("PRAGMA quick_check", [], |row| row.get(0));
        assert_eq!(sound, Ok("ok".to_owned()));
    }
    shell.run(&["audit", "verify"]).succeeds();
    assert!(
        ends[0] > 0,
        "no restore was killed before its end: {ends:?}"
    );
    shell.run(&["restore", &copy, "--yes"]).succeeds();
}

#[test]
fn a_backup_that_is_interrupted_leaves_nothing() {
    for signal in [
        rustix::process::Signal::INT,
        rustix::process::Signal::TERM,
        rustix::process::Signal::HUP,
    ] {
        interrupt_a_backup(signal);
    }
}

fn interrupt_a_backup(signal: rustix::process::Signal) {
    let shell = Shell::new();
    let folder = shell.directory.path().join("luu");
    fs::create_dir(&folder).expect("a folder");
    let place = folder.to_str().expect("a name");
    let mut backup = shell
        .command(&["backup", place])
        .spawn()
        .expect("the program runs");
    while names(&folder).is_empty() && backup.try_wait().expect("a child").is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let id = i32::try_from(backup.id()).expect("a number");
    let id = rustix::process::Pid::from_raw(id).expect("a process");
    let _ = rustix::process::kill_process(id, signal);
    let ended = backup.wait().expect("an end");
    match ended.code() {
        Some(130) => assert_eq!(names(&folder), Vec::<String>::new()),
        // It was faster than the key.
        Some(0) => assert_eq!(names(&folder).len(), 2),
        other => panic!("{other:?}"),
    }
}

/// A shell on a disk of its own of a megabyte, by a namespace of its own where this is not the superuser.
fn on_small_disk(folder: &Path, script: &str) -> Option<std::process::Output> {
    let script = format!(
        "mount -t tmpfs -o size=1m tmpfs '{}' || exit 99; {script}",
        folder.display()
    );
    let output = Command::new("unshare")
        .args(["-rm", "sh", "-c", &script])
        .output()
        .ok();
    let output = output.filter(|output| {
        output.status.code() != Some(99) && !output.stderr.starts_with(b"unshare")
    });
    if output.is_none() {
        assert!(
            std::env::var_os("CCHC_CI").is_none(),
            "no small disk can be made"
        );
        eprintln!("skipped: no small disk without unshare -rm");
    }
    output
}

#[test]
fn a_full_disk_is_told_and_older_backups_are_untouched() {
    let shell = Shell::new();
    let folder = shell.directory.path().join("day");
    fs::create_dir(&folder).expect("a folder");
    let script = format!(
        "cd '{0}'; echo old > cchc-20230101-000000.db; HOME='{0}' '{1}' --db '{2}' backup '{0}' --keep 1; code=$?;
        ls -A; cat cchc-20230101-000000.db; exit $code",
        folder.display(),
        env!("CARGO_BIN_EXE_cchc"),
        shell.db().display()
    );
    let Some(output) = on_small_disk(&folder, &script) else {
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("không đủ chỗ"), "{said}");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "cchc-20230101-000000.db\nold\n"
    );
}

#[test]
fn an_end_of_the_log_that_is_none_is_named_by_who_looks_and_stops_who_would_go_on() {
    let shell = Shell::new();
    spoil(
        &shell.db(),
        "UPDATE meta SET value = 'x' WHERE key = 'log_head'",
    );
    let verdict = shell.run(&["audit", "verify"]);
    assert_eq!(verdict.code, 1, "{}", verdict.err);
    assert!(
        verdict.out.contains("cuối nhật ký được ghi lại"),
        "{}",
        verdict.out
    );
    let found = shell.run(&["doctor", "--json"]);
    assert!(
        found.out.contains("cuối nhật ký được ghi lại"),
        "{}",
        found.out
    );
    shell.run(&["list"]).complains(1, "bị hỏng");
}

#[test]
fn a_change_that_cannot_be_read_is_named_and_the_proof_goes_on() {
    let shell = Shell::new();
    let guards = "DROP TRIGGER change_is_never_changed;";
    spoil(
        &shell.db(),
        &format!(
            "{guards} UPDATE change SET login = CAST(x'ff41' AS TEXT)
            WHERE id = (SELECT MAX(id) FROM change WHERE task_id IS NOT NULL)"
        ),
    );
    let verdict = shell.run(&["audit", "verify", "--json"]);
    assert_eq!(verdict.code, 1, "{}", verdict.err);
    let verdict = verdict.json();
    assert_eq!(verdict["broken_how"], "changed", "{verdict}");
    assert_eq!(text(&verdict["findings"][0], "who"), "\u{fffd}A");
}

#[test]
fn everything_that_leaves_carries_the_end_of_the_log_and_tells_on_it() {
    let shell = Shell::new();
    let short = shell.run(&["audit", "head", "--json"]).json();
    let short = text(&short["log"], "short").to_owned();
    let at = |name: &str| shell.directory.path().join(name).display().to_string();
    for name in ["ra.csv", "ra.xlsx"] {
        let said = shell.by("cv.snv", &["export", "tasks", &at(name), "cq:stttt"]);
        assert!(said.succeeds().out.contains(&short), "{}", said.out);
    }
    let mut book =
        zip::ZipArchive::new(fs::File::open(at("ra.xlsx")).expect("a file")).expect("a book");
    for part in ["docProps/custom.xml", "xl/worksheets/sheet1.xml"] {
        let mut xml = String::new();
        book.by_name(part)
            .expect(part)
            .read_to_string(&mut xml)
            .expect("text");
        assert!(xml.contains(&short), "{part}");
    }
    let report = shell.by("cv.snv", &["report", "completion"]);
    assert!(
        report
            .succeeds()
            .out
            .lines()
            .last()
            .is_some_and(|line| line.contains(&short))
    );
    for words in [
        &["report", "completion", "--json"][..],
        &["list", "cq:stttt", "--json"][..],
    ] {
        let said = shell.by("cv.snv", words);
        assert_eq!(text(&said.succeeds().json()["log"], "short"), short);
    }
    // Work goes on, and the mark still holds.
    add(&shell, "Việc sau khi xuất");
    let held = shell.run(&["audit", "verify", "--head", &short]);
    assert!(
        held.succeeds().out.contains("khớp với dòng"),
        "{}",
        held.out
    );
    let row: i64 = short
        .split_once('@')
        .expect("a row")
        .1
        .parse()
        .expect("a number");
    let guards = "DROP TRIGGER change_is_never_changed; DROP TRIGGER change_is_never_removed;";
    spoil(
        &shell.db(),
        &format!("{guards} UPDATE change SET login = 'x' WHERE id = {row} - 7"),
    );
    let broken = shell.run(&["audit", "verify", "--head", &short]);
    assert_eq!(broken.code, 1, "{}", broken.out);
    assert!(
        broken.out.contains(&format!("dòng {} đã bị sửa", row - 7)),
        "{}",
        broken.out
    );
    // Cut off to before the export, with the end noted so that the rest is consistent in itself.
    let cut = format!(
        "DELETE FROM change WHERE id > {row} - 8;
        UPDATE meta SET value = (SELECT id || ' ' || lower(hex(hash)) FROM change ORDER BY id DESC LIMIT 1)
        WHERE key = 'log_head'"
    );
    spoil(&shell.db(), &cut);
    let cut = shell.run(&["audit", "verify", "--head", &short, "--json"]);
    let verdict = cut.json();
    assert_eq!(
        (cut.code, &verdict["findings"]),
        (1, &serde_json::json!([]))
    );
    assert_eq!(verdict["kept_head"]["why"], "beyond_the_end");
    shell
        .run(&["audit", "verify", "--head", "xyz"])
        .complains(2, "xyz");
}
