//! The file goes away under a session, or another one takes its place: nothing that would be lost is acknowledged.

use std::fs;
use std::path::{Path, PathBuf};

use cchc::domain::error::Error;
use cchc::domain::id::TaskId;
use cchc::domain::query::{Anchor, Query};
use cchc::domain::task::Task;
use cchc::domain::transition::{Deed, Particulars};
use cchc::store::{Access, Store};
use cchc::work::generate::{Size, generate};
use cchc::work::progress::Progress;
use cchc::work::request::rescue::Ask;
use cchc::work::request::{Answer, OperationKey, Request, Saved, Wish};
use cchc::work::session::Session;

use crate::office::Office;
use crate::worker;

/// A folder with a database, where sessions are opened.
pub struct House(tempfile::TempDir);

impl House {
    pub fn new() -> Self {
        let house = Self(tempfile::tempdir().unwrap());
        let size = Size {
            tasks: 300,
            changes: 300,
        };
        drop(generate(&house.db(), size, &mut Progress::silent()).unwrap());
        house
    }

    pub fn db(&self) -> PathBuf {
        worker::database(self.0.path())
    }

    pub fn beside(&self, ending: &str) -> PathBuf {
        let mut name = self.db().into_os_string();
        name.push(ending);
        PathBuf::from(name)
    }

    pub fn sit(&self) -> Session {
        worker::open(self.0.path(), "cv.snv").unwrap()
    }
}

/// The first task in progress.
pub fn a_task(session: &mut Session) -> Task {
    let mut query = Query::default();
    query.filter.statuses = vec![cchc::domain::status::Status::InProgress];
    let request = Request::Page {
        query,
        anchor: Anchor::First,
        limit: 1,
    };
    let Answer::Page(page) = session.answer(&request).unwrap() else {
        panic!("a page was asked for");
    };
    page.tasks[0].clone()
}

/// Saves a word about a task.
pub fn save(session: &mut Session, task: &Task, note: &str) -> Result<Saved, Error> {
    let wish = Wish {
        id: task.id,
        seen: task.version,
        deed: Deed::Progress,
        given: Particulars {
            note: note.to_owned(),
            ..Particulars::default()
        },
    };
    let key = OperationKey::fresh();
    let wishes = vec![wish];
    match session.answer(&Request::Perform { key, wishes })? {
        Answer::Saved(saved) => Ok(saved),
        other => panic!("{other:?}"),
    }
}

pub fn note_of(path: &Path, id: TaskId) -> String {
    let store = Store::open(path, Access::Write).unwrap();
    store.task(id).unwrap().unwrap().progress_note
}

#[test]
fn nothing_is_acknowledged_once_the_file_is_removed_and_f5_finds_it_when_it_is_back() {
    let house = House::new();
    let mut session = house.sit();
    let task = a_task(&mut session);
    let away = house.beside(".away");
    fs::rename(house.db(), &away).unwrap();
    let looked = session.answer(&Request::News);
    assert!(matches!(looked, Err(Error::Gone(_))), "{looked:?}");
    let saved = save(&mut session, &task, "vào khoảng không");
    assert!(matches!(saved, Err(Error::Gone(_))), "{saved:?}");
    let opened = session.answer(&Request::Rescue(Ask::Reopen));
    assert!(matches!(opened, Err(Error::Gone(_))), "{opened:?}");
    fs::rename(&away, house.db()).unwrap();
    session.answer(&Request::Rescue(Ask::Reopen)).unwrap();
    save(&mut session, &task, "đã ghi").unwrap();
    drop(session);
    assert_eq!(note_of(&house.db(), task.id), "đã ghi");
}

#[test]
fn the_folder_that_was_moved_away_is_told_like_the_file() {
    let house = House::new();
    let mut session = house.sit();
    let task = a_task(&mut session);
    let away = house.0.path().with_extension("away");
    fs::rename(house.0.path(), &away).unwrap();
    let saved = save(&mut session, &task, "vào khoảng không");
    assert!(matches!(saved, Err(Error::Gone(_))), "{saved:?}");
    fs::rename(&away, house.0.path()).unwrap();
    save(&mut session, &task, "đã ghi").unwrap();
}

#[test]
fn a_file_that_took_the_place_of_the_one_that_is_open_gets_no_save_that_was_meant_for_it() {
    let house = House::new();
    let kept = house.beside(".kept");
    fs::copy(house.db(), &kept).unwrap();
    let mut session = house.sit();
    let task = a_task(&mut session);
    save(&mut session, &task, "trước khi khôi phục").unwrap();
    // As a restore does it: beside, then moved over it.
    fs::rename(&kept, house.db()).unwrap();
    let looked = session.answer(&Request::News);
    assert!(matches!(looked, Err(Error::Replaced(_))), "{looked:?}");
    let task = Task {
        version: task.version + 1,
        ..task
    };
    let saved = save(&mut session, &task, "vào tệp cũ");
    assert!(matches!(saved, Err(Error::Replaced(_))), "{saved:?}");
    drop(session);
    assert_ne!(note_of(&house.db(), task.id), "vào tệp cũ");
}

#[test]
fn an_older_copy_that_was_written_over_the_open_file_is_told_by_its_log() {
    let house = House::new();
    let kept = house.beside(".kept");
    let mut session = house.sit();
    let task = a_task(&mut session);
    drop(session);
    fs::copy(house.db(), &kept).unwrap();
    let mut session = house.sit();
    let saved = save(&mut session, &task, "sau bản sao").unwrap();
    drop(session);
    let mut session = house.sit();
    let before = fs::metadata(house.db()).unwrap().len();
    fs::copy(&kept, house.db()).unwrap();
    assert_eq!(
        fs::metadata(house.db()).unwrap().len(),
        before,
        "told by its size otherwise"
    );
    let task = saved.done[0].clone();
    let again = save(&mut session, &task, "vào bản sao");
    assert!(matches!(again, Err(Error::Replaced(_))), "{again:?}");
}

#[test]
fn a_file_that_was_cut_short_takes_no_more_saves() {
    let house = House::new();
    let mut session = house.sit();
    let task = a_task(&mut session);
    save(&mut session, &task, "trước").unwrap();
    for size in [fs::metadata(house.db()).unwrap().len() / 2, 0] {
        fs::OpenOptions::new()
            .write(true)
            .open(house.db())
            .unwrap()
            .set_len(size)
            .unwrap();
        let saved = save(&mut session, &task, "vào tệp cụt");
        assert!(matches!(saved, Err(Error::Replaced(_))), "{saved:?}");
        let looked = session.answer(&Request::News);
        assert!(matches!(looked, Err(Error::Replaced(_))), "{looked:?}");
    }
}

#[test]
fn a_log_that_was_removed_takes_no_more_saves_and_what_was_acknowledged_before_is_rescued() {
    for ending in ["-wal", "-shm"] {
        let house = House::new();
        let mut session = house.sit();
        let task = a_task(&mut session);
        let saved = save(&mut session, &task, "trong nhật ký").unwrap();
        fs::remove_file(house.beside(ending)).unwrap();
        let again = save(&mut session, &saved.done[0], "vào khoảng không");
        assert!(
            matches!(again, Err(Error::Replaced(_))),
            "{ending}: {again:?}"
        );
        drop(session);
        assert_eq!(note_of(&house.db(), task.id), "trong nhật ký", "{ending}");
    }
}

#[test]
fn side_files_that_are_removed_keep_nobody_from_saving() {
    let house = House::new();
    let mut session = house.sit();
    let task = a_task(&mut session);
    let saved = save(&mut session, &task, "một").unwrap();
    for ending in [".lock", ".door", ".here"] {
        let _ = fs::remove_file(house.beside(ending));
    }
    // Others would make another side file: alone is who can tell.
    assert!(!session.store().is_alone());
    save(&mut session, &saved.done[0], "hai").unwrap();
}

#[test]
fn who_was_taken_out_of_the_accounts_past_the_program_saves_nothing_more() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let house = House(tempfile::tempdir().unwrap());
    fs::copy(office.db(), house.db()).unwrap();
    let mut session = house.sit();
    let task = a_task(&mut session);
    let saved = save(&mut session, &task, "khi còn tài khoản").unwrap();
    let sql = "DELETE FROM user_account WHERE login = 'cv.snv'; SELECT changes()";
    let mut sqlite = std::process::Command::new("sqlite3");
    let ran = sqlite.arg(house.db()).arg(sql).output().unwrap();
    assert_eq!(ran.stdout, b"1\n", "{ran:?}");
    let again = save(&mut session, &saved.done[0], "sau đó");
    assert!(matches!(again, Err(Error::AccountClosed(_))), "{again:?}");
}

#[test]
fn a_file_of_two_names_is_open_under_one_of_them_at_a_time() {
    let house = House::new();
    let other = house.beside(".other");
    fs::hard_link(house.db(), &other).unwrap();
    let mut session = house.sit();
    let task = a_task(&mut session);
    save(&mut session, &task, "dưới tên thứ nhất").unwrap();
    let opened = Store::open(&other, Access::Write).map(|_| ());
    assert!(
        matches!(&opened, Err(Error::OtherName(name)) if *name == house.db()),
        "{opened:?}"
    );
    // By its own name one comes in, and by the other once nobody is on.
    drop(house.sit());
    drop(session);
    assert_eq!(note_of(&other, task.id), "dưới tên thứ nhất");
}

#[test]
fn the_screen_says_that_the_file_is_gone_keeps_what_is_typed_and_opens_what_is_there_by_f5() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let kept = office.path("kept.db");
    fs::copy(office.db(), &kept).unwrap();
    let mut terminal = office.open("cv.stttt");
    terminal.wait_for("Quá hạn của đơn vị");
    terminal.press("19<Enter>");
    terminal.wait_for("Báo cáo HT #");
    terminal.press("324/BC-STTTT");
    terminal.wait_for("324/BC-STTTT");
    fs::remove_file(office.db()).unwrap();
    terminal.wait_for("đã bị xóa hoặc chuyển đi");
    terminal.press("<F10>");
    terminal.settle();
    assert!(
        terminal.screen().contains("324/BC-STTTT"),
        "{}",
        terminal.screen()
    );
    // Who looks at the screen learns that a file is there again.
    fs::rename(&kept, office.db()).unwrap();
    terminal.wait_for("đã bị thay bằng tệp khác");
    // Also in a form, where this key has nothing to do else: the sentence names it there.
    terminal.press("<F5>");
    terminal.wait_for("Đã mở tệp đang có");
    terminal.settle();
    // The form that is opened anew holds what was typed.
    terminal.press("1");
    terminal.wait_for("Nhiệm vụ");
    terminal.settle();
    terminal.press("9<Enter>");
    terminal.wait_for("Báo cáo HT #");
    terminal.wait_for("324/BC-STTTT");
}
