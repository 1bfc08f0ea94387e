//! Another file is moved over the database, and the log of the one before stays beside it: it is laid into a copy of the
//! same database, which it belongs to, and into nothing else.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread;

use cchc::domain::error::Error;
use cchc::domain::task::Task;
use cchc::store::{Access, Store};
use cchc::work::request::Request;
use cchc::work::request::rescue::Ask;
use cchc::work::session::Session;

use crate::gone::{House, a_task, note_of, save};
use crate::office::{Office, said, text};
use crate::worker;

/// By a program of its own: who opens a file and closes it gives back the locks that its sessions have on it.
fn cp(from: &Path, to: &Path) {
    let mut cp = Command::new("cp");
    assert!(cp.arg("-a").arg(from).arg(to).status().unwrap().success());
}

fn save_again(session: &mut Session, task: &mut Task, note: &str) {
    *task = save(session, task, note).unwrap().done[0].clone();
}

/// Both files, byte for byte.
fn both(house: &House) -> (Vec<u8>, Vec<u8>) {
    let read = |path: PathBuf| fs::read(path).unwrap();
    (read(house.db()), read(house.beside("-wal")))
}

fn run(house: &House, words: &[&str]) -> Output {
    let office = Office::empty().unwrap();
    let db = house.db();
    office.run(&[&["--db", text(&db), "--user", "cv.snv"], words].concat())
}

/// Neither a session that opens again, nor a new one, nor a command gets in; nothing is changed by their trying.
fn all_are_refused(house: &House, session: &mut Session) {
    let before = both(house);
    let f5 = session.answer(&Request::Rescue(Ask::Reopen)).map(|_| ());
    assert!(matches!(f5, Err(Error::LogOfAnother(_))), "{f5:?}");
    for access in [Access::Write, Access::Look] {
        let opened = Store::open(&house.db(), access).map(|_| ());
        assert!(matches!(opened, Err(Error::LogOfAnother(_))), "{opened:?}");
    }
    for words in [&["list"][..], &["add", "Việc mới", "--agency", "STC"]] {
        let ran = run(house, words);
        let told = said(&ran.stderr);
        assert_eq!(ran.status.code(), Some(75), "{words:?}: {told}");
        assert!(told.contains("-wal là của tệp trước đây"), "{told}");
    }
    let doctor = run(house, &["doctor"]);
    let told = said(&doctor.stdout);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("là của tệp trước đây"), "{told}");
    assert!(both(house) == before, "changed");
}

/// This program holds a lock of the engine on the index of the log, by which others see that it is read.
fn is_seen_at(index: &Path) -> bool {
    let number = fs::metadata(index).unwrap().ino();
    let locks = fs::read_to_string("/proc/locks").unwrap();
    let (own, end) = (std::process::id().to_string(), format!(":{number}"));
    let is_it = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.contains(&own.as_str()) && words.iter().any(|word| word.ends_with(&end))
    };
    locks.lines().any(is_it)
}

/// Work goes on, and all of it is whole.
fn all_is_whole(house: &House, note: &str) {
    let mut session = house.sit();
    let task = a_task(&mut session);
    save(&mut session, &task, note).unwrap();
    drop(session);
    assert_eq!(note_of(&house.db(), task.id), note);
    let store = Store::open(&house.db(), Access::Look).unwrap();
    assert!(store.integrity().unwrap().is_empty());
    drop(store);
    let proved = run(house, &["audit", "verify"]);
    assert!(proved.status.success(), "{}", said(&proved.stdout));
}

/// A house in which a backup was moved over the database while a session was on that had saved; the old file is `.old`.
fn moved_over(between: usize) -> (House, Session, Task) {
    let house = House::new();
    fs::copy(house.db(), house.beside(".backup")).unwrap();
    fs::copy(house.db(), house.beside(".spare")).unwrap();
    for round in 0..between {
        // The last to leave moves the log into the file: the next one begins behind these.
        let mut session = house.sit();
        let mut task = a_task(&mut session);
        save_again(&mut session, &mut task, &format!("trước đó {round}"));
    }
    let mut session = house.sit();
    let mut task = a_task(&mut session);
    save_again(&mut session, &mut task, "trong nhật ký");
    fs::hard_link(house.db(), house.beside(".old")).unwrap();
    fs::rename(house.beside(".backup"), house.db()).unwrap();
    (house, session, task)
}

#[test]
fn the_log_of_the_file_before_is_not_laid_into_an_older_backup_and_restore_keeps_it() {
    if Office::empty().is_none() {
        return;
    }
    for between in [1, 3] {
        let (house, mut session, _) = moved_over(between);
        all_are_refused(&house, &mut session);
        let spare = house.beside(".spare");
        let words = ["restore", text(&spare), "--yes"];
        assert_eq!(run(&house, &words).status.code(), Some(75), "one is on");
        let (_, log) = both(&house);
        drop(session);
        let ran = run(&house, &words);
        assert!(ran.status.success(), "{}", said(&ran.stderr));
        let folder = house.db().parent().unwrap().to_owned();
        let files = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
        let kept: Vec<PathBuf> = files
            .filter(|path| text(path).ends_with(".log-wal"))
            .collect();
        assert_eq!(kept.len(), 1, "{kept:?}");
        assert!(fs::read(&kept[0]).unwrap() == log);
        all_is_whole(&house, "sau khi khôi phục");
    }
}

#[test]
fn where_the_log_is_moved_away_by_hand_or_the_old_file_comes_back_work_goes_on() {
    if Office::empty().is_none() {
        return;
    }
    let (house, mut session, task) = moved_over(1);
    all_are_refused(&house, &mut session);
    drop(session);
    for ending in ["-wal", "-shm"] {
        fs::rename(
            house.beside(ending),
            house.beside(&format!(".away{ending}")),
        )
        .unwrap();
    }
    all_is_whole(&house, "bản cũ");

    let (house, mut session, task_again) = moved_over(1);
    assert_eq!(task.id, task_again.id);
    all_are_refused(&house, &mut session);
    fs::rename(house.beside(".old"), house.db()).unwrap();
    assert_eq!(note_of(&house.db(), task.id), "trong nhật ký");
    session.answer(&Request::Rescue(Ask::Reopen)).unwrap();
    drop(session);
    all_is_whole(&house, "tệp cũ");
}

#[test]
fn a_copy_of_the_file_alone_goes_on_with_the_log_and_loses_nothing() {
    if Office::empty().is_none() {
        return;
    }
    // The file is copied before the first save of its log, or in the midst of it.
    for saved_before in [0, 2] {
        let house = House::new();
        let mut session = house.sit();
        let mut task = a_task(&mut session);
        for round in 0..saved_before {
            save_again(&mut session, &mut task, &format!("trước {round}"));
        }
        cp(&house.db(), &house.beside(".copy"));
        save_again(&mut session, &mut task, "một");
        save_again(&mut session, &mut task, "hai");
        let (file, log) = both(&house);
        fs::rename(house.beside(".copy"), house.db()).unwrap();
        let looked = Store::open(&house.db(), Access::Look).unwrap();
        let found = looked.task(task.id).unwrap().unwrap();
        assert_eq!(found.progress_note, "hai");
        drop(looked);
        assert!(both(&house) == (file, log), "who looks changes nothing");
        let opens_again = |session: &mut Session| {
            session.answer(&Request::Rescue(Ask::Reopen)).unwrap();
            assert!(
                is_seen_at(&house.beside("-shm")),
                "others would begin it anew"
            );
        };
        if saved_before == 0 {
            opens_again(&mut session);
        }
        // Several at once.
        let opened = thread::scope(|scope| {
            let opened = [(); 4].map(|()| scope.spawn(|| note_of(&house.db(), task.id)));
            opened.map(|one| one.join().unwrap())
        });
        assert_eq!(opened, ["hai"; 4]);
        session.answer(&Request::Rescue(Ask::Reopen)).unwrap();
        assert!(
            is_seen_at(&house.beside("-shm")),
            "others would begin it anew"
        );
        save_again(&mut session, &mut task, "ba");
        drop(session);
        assert_eq!(note_of(&house.db(), task.id), "ba");
        all_is_whole(&house, "bốn");
    }
}

#[test]
fn a_folder_that_is_copied_with_the_log_is_opened_with_all_that_was_saved() {
    if Office::empty().is_none() {
        return;
    }
    let house = House::new();
    let mut session = house.sit();
    let mut task = a_task(&mut session);
    save_again(&mut session, &mut task, "trong nhật ký");
    let folder = tempfile::tempdir().unwrap();
    let copied = folder.path().join("copied");
    cp(house.db().parent().unwrap(), &copied);
    let name = house.db();
    let name = copied.join(name.file_name().unwrap());
    assert_eq!(note_of(&name, task.id), "trong nhật ký");
    let mut beside = worker::open(&copied, "cv.snv").unwrap();
    save_again(&mut beside, &mut task.clone(), "ở chỗ mới");
    save_again(&mut session, &mut task, "ở chỗ cũ");
    drop((session, beside));
    assert_eq!(note_of(&name, task.id), "ở chỗ mới");
    assert_eq!(note_of(&house.db(), task.id), "ở chỗ cũ");
}
