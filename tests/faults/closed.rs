//! What may only be read, what belongs to somebody else, and what is open to too many.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use cchc::domain::caution::Caution;
use cchc::domain::present::Standing;
use cchc::store::{Access, Store};
use chrono::Utc;

use crate::gone::{House, a_task, save};
use crate::office::{Office, said, text};

/// An account that is nobody's.
const NOBODY: u32 = 65_534;

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// Runs the program as an account without rights: root itself may write everything.
fn as_nobody(office: &Office, words: &[&str]) -> Output {
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
        command.arg(env!("CARGO_BIN_EXE_cchc"));
        command
    } else {
        Command::new(env!("CARGO_BIN_EXE_cchc"))
    };
    let path = std::env::var_os("PATH").unwrap_or_default();
    command
        .env_clear()
        .env("PATH", path)
        .env("LOGNAME", "chu.tep");
    command.args(["--db", text(&office.db())]).args(words);
    command.stdin(Stdio::null()).output().unwrap()
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_file_or_a_folder_that_may_not_be_written_can_be_looked_at_and_says_why_it_takes_no_save() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let folder = office.path("x").parent().unwrap().to_owned();
    let code = office.json(&["list", "tt:awaiting", "--limit", "1"])["tasks"][0]["code"].clone();
    let code = code.as_str().unwrap();
    for (folder_mode, file_mode) in [(0o555, 0o444), (0o755, 0o444), (0o555, 0o666)] {
        mode(&office.db(), file_mode);
        mode(&folder, folder_mode);
        let listed = as_nobody(&office, &["list", "--limit", "1"]);
        assert!(
            listed.status.success(),
            "{folder_mode:o} {file_mode:o}: {}",
            said(&listed.stderr)
        );
        let saved = as_nobody(&office, &["--user", "cv.snv", "set", "done", code]);
        assert_ne!(
            saved.status.code(),
            Some(0),
            "{folder_mode:o} {file_mode:o}"
        );
        let told = said(&saved.stderr);
        assert!(
            told.contains("chỉ cho đọc"),
            "{folder_mode:o} {file_mode:o}: {told}"
        );
        mode(&folder, 0o755);
    }
    mode(&office.db(), 0o600);
    if is_root() {
        let refused = as_nobody(&office, &["list"]);
        assert_eq!(refused.status.code(), Some(77));
        assert!(
            said(&refused.stderr).contains("Không có quyền"),
            "{}",
            said(&refused.stderr)
        );
    }
}

#[test]
fn what_the_administrator_makes_in_passing_locks_the_owner_out_of_nothing() {
    if !is_root() {
        crate::skip("only root can make files of another account");
        return;
    }
    let Some(office) = Office::with_sample() else {
        return;
    };
    let folder = office.path("x").parent().unwrap().to_owned();
    for path in [&folder, &office.db()] {
        chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    }
    mode(&folder, 0o700);
    mode(&office.db(), 0o600);
    let code = office.json(&["list", "tt:awaiting", "--limit", "1"])["tasks"][0]["code"].clone();
    // Root saves first, and its side files lie there.
    office.json(&["--user", "cv.snv", "set", "done", code.as_str().unwrap()]);
    for entry in fs::read_dir(&folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if name.starts_with("cchc.db") {
            assert_eq!(entry.metadata().unwrap().uid(), NOBODY, "{name}");
        }
    }
    let undone = as_nobody(&office, &["--user", "cv.snv", "undo"]);
    assert!(undone.status.success(), "{}", said(&undone.stderr));
}

#[test]
fn a_side_file_that_may_not_be_written_is_told_as_read_only() {
    if !is_root() {
        crate::skip("only root can make files of another account");
        return;
    }
    let Some(office) = Office::with_sample() else {
        return;
    };
    let folder = office.path("x").parent().unwrap().to_owned();
    for path in [&folder, &office.db()] {
        chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    }
    let lock = office.path("cchc.db.lock");
    fs::write(&lock, "").unwrap();
    mode(&lock, 0o600);
    let ran = as_nobody(
        &office,
        &["--user", "cv.snv", "add", "Việc mới", "--agency", "STC"],
    );
    assert_eq!(ran.status.code(), Some(77), "{}", said(&ran.stderr));
    assert!(
        said(&ran.stderr).contains("cchc.db.lock"),
        "{}",
        said(&ran.stderr)
    );
}

#[test]
fn a_link_a_folder_or_a_pipe_where_a_side_file_should_be_leads_nowhere_and_keeps_nobody_waiting() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let code = office.json(&["list", "tt:in_progress", "--limit", "1"])["tasks"][0]["code"].clone();
    let (other, unborn) = (office.path("other"), office.path("unborn"));
    fs::write(&other, "somebody's own text").unwrap();
    let note = |text: &str| {
        let db = office.db();
        let line = ["--db", crate::office::text(&db), "--user", "cv.snv"];
        let mut command = Command::new("timeout");
        office.clean(&mut command);
        command.args(["20", env!("CARGO_BIN_EXE_cchc")]).args(line);
        let words = ["note", code.as_str().unwrap(), text];
        command.args(words).stdin(Stdio::null()).output().unwrap()
    };
    type Make<'a> = &'a dyn Fn(&Path);
    let ways: [(&str, Make<'_>); 4] = [
        ("a link", &|side| symlink(&other, side).unwrap()),
        ("a link to nothing", &|side| symlink(&unborn, side).unwrap()),
        ("a folder", &|side| fs::create_dir(side).unwrap()),
        ("a pipe", &|side| {
            let made = Command::new("mkfifo").arg(side).status();
            assert!(made.unwrap().success());
        }),
    ];
    for ending in [".lock", ".door", ".here"] {
        for (what, make) in ways {
            let name = format!("cchc.db{ending}");
            let side = office.path(&name);
            let _ = fs::remove_file(&side);
            make(&side);
            let ran = note(&format!("{ending} {what}"));
            let told = said(&ran.stderr);
            match ran.status.code() {
                Some(0) => {}
                Some(73) => assert!(told.contains(&name), "{ending}, {what}: {told}"),
                other => panic!("{ending}, {what}: {other:?} {told}"),
            }
            let kept = fs::read_to_string(&other).unwrap();
            assert_eq!(kept, "somebody's own text", "{ending}, {what}");
            assert!(!unborn.exists(), "{ending}, {what}");
            if side.is_dir() {
                fs::remove_dir(&side).unwrap();
            } else {
                fs::remove_file(&side).unwrap();
            }
        }
    }
    assert!(note("again").status.success());
    office.verify();
}

#[test]
fn who_is_on_is_written_into_no_directory_to_which_a_link_leads_and_nothing_is_cleared_away_there()
{
    let house = House::new();
    let mut store = Store::open(&house.db(), Access::Write).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let like_an_entry = elsewhere.path().join("4711-9f.open.12.1686823200");
    fs::write(&like_an_entry, "{}").unwrap();
    symlink(elsewhere.path(), house.beside(".on")).unwrap();
    store.stand("cv.snv", "here", Standing::Elsewhere, Utc::now());
    assert!(store.others_on().is_empty());
    let kept = fs::read_dir(elsewhere.path()).unwrap();
    let kept: Vec<_> = kept.map(|entry| entry.unwrap().path()).collect();
    assert_eq!(kept, [like_an_entry]);
    fs::remove_file(house.beside(".on")).unwrap();
    store.stand("cv.snv", "here", Standing::Elsewhere, Utc::now());
    assert!(
        store.standing().is_some(),
        "and once it is gone one is on again"
    );
}

#[test]
fn a_file_that_others_may_read_is_spoken_of_and_what_init_makes_is_not() {
    let house = House::new();
    let mut session = house.sit();
    let cautions = |session: &cchc::work::session::Session| -> Vec<Caution> {
        let mut found = session.cautions().unwrap();
        found.retain(|caution| !matches!(caution, Caution::NetworkDisk { .. }));
        found
    };
    assert_eq!(cautions(&session), []);
    mode(&house.db(), 0o644);
    let path = fs::canonicalize(house.db()).unwrap();
    assert_eq!(
        cautions(&session),
        [Caution::OpenToOthers { path, mode: 0o644 }]
    );
    let task = a_task(&mut session);
    save(&mut session, &task, "vẫn ghi được").unwrap();

    let Some(office) = Office::empty() else {
        return;
    };
    let ran = office.run(&["init"]);
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    let made = office.path("data/cchc");
    let found = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(found(&made), 0o700);
    let files: Vec<_> = fs::read_dir(&made)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert!(
        files
            .iter()
            .any(|file| file.extension().is_some_and(|it| it == "db")),
        "{files:?}"
    );
    for file in files {
        assert_eq!(found(&file), 0o600, "{}", file.display());
    }
}
