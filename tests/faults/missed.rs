//! What was acknowledged and is gone, though all that is left holds: the database was not closed, and what lay in the log
//! beside it did not come back as it was written.

use std::fs;
use std::path::PathBuf;

use rustix::process::Signal;

use crate::office::{Office, said, text};

/// An office whose sessions were all killed, with what was saved last in the write-ahead log only.
struct Fallen {
    office: Office,
    /// So long the log was after the first save.
    first: u64,
}

const ADD: [&str; 4] = ["--user", "cv.snv", "add", "Việc mới"];

fn add(office: &Office) {
    office.json(&[&ADD[..], &["--agency", "STC"]].concat());
}

impl Fallen {
    fn new() -> Option<Self> {
        let office = Office::with_sample()?;
        let mut terminal = office.open("cv.snv");
        terminal.wait_for("Chờ tôi xác nhận");
        add(&office);
        let first = fs::metadata(wal(&office)).unwrap().len();
        add(&office);
        add(&office);
        terminal.signal(Signal::KILL);
        terminal.read_for(std::time::Duration::from_millis(200));
        Some(Self { office, first })
    }

    /// What of the log has another bit there.
    fn flip(&self, at: u64) {
        let path = wal(&self.office);
        let mut bytes = fs::read(&path).unwrap();
        bytes[usize::try_from(at).unwrap()] ^= 4;
        fs::write(&path, bytes).unwrap();
    }
}

fn wal(office: &Office) -> PathBuf {
    office.path("cchc.db-wal")
}

fn run(office: &Office, arguments: &[&str]) -> (Option<i32>, String) {
    let db = office.db();
    let ran = office.run(&[&["--db", text(&db)], arguments].concat());
    let told = said(&ran.stdout) + &said(&ran.stderr);
    (ran.status.code(), told)
}

/// Nothing is missed.
#[track_caller]
fn is_whole(office: &Office) {
    assert_eq!(run(office, &["audit", "verify"]).0, Some(0));
    let (_, told) = run(office, &["doctor"]);
    assert!(!told.contains("đã báo ghi xong"), "{told}");
}

/// It is said wherever somebody may hear it.
#[track_caller]
fn is_missed(office: &Office) {
    let (code, told) = run(office, &["audit", "verify"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("Nhật ký KHÔNG còn đủ: thay đổi"), "{told}");
    let (code, told) = run(office, &["doctor"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("đã báo ghi xong nay không còn"), "{told}");
}

/// What befalls the log.
type Way = fn(&Fallen);

#[test]
fn whatever_befalls_the_log_of_a_server_that_fell_it_is_said_that_saves_are_missing() {
    let ways: [(&str, Way); 6] = [
        ("a bit behind the first save", |it| {
            it.flip(it.first + 1_000)
        }),
        ("a bit of the head of a page", |it| it.flip(it.first + 10)),
        ("a bit of the head of the log", |it| it.flip(17)),
        ("the last page", |it| {
            let long = fs::metadata(wal(&it.office)).unwrap().len();
            it.flip(long - 100);
        }),
        ("cut off", |it| {
            let file = fs::File::options().write(true).open(wal(&it.office));
            file.unwrap().set_len(it.first).unwrap();
        }),
        ("taken away", |it| {
            fs::remove_file(wal(&it.office)).unwrap();
            let _ = fs::remove_file(it.office.path("cchc.db-shm"));
        }),
    ];
    for (how, befalls) in ways {
        let Some(fallen) = Fallen::new() else {
            return;
        };
        befalls(&fallen);
        println!("{how}");
        let office = &fallen.office;
        // Who only looks says so, and so does whoever comes to work; and it stays said, whatever is saved since.
        is_missed(office);
        let mut terminal = office.open("cv.snv");
        terminal.wait_for("MẤT DỮ LIỆU: thay đổi");
        terminal.press("<F3>");
        assert_eq!(terminal.exit_code(), 0);
        for _ in 0..4 {
            add(office);
        }
        is_missed(office);
        // A copy is made, and no older one goes.
        let (code, told) = run(office, &["backup", "--keep", "1"]);
        assert_eq!(code, Some(1), "{told}");
        assert!(told.contains("các bản sao cũ được giữ nguyên"), "{told}");
        // Who accepts it puts in place what is there.
        let copy = office.path("now.db");
        run(office, &["backup", text(&copy)]);
        let (code, told) = run(office, &["restore", text(&copy), "--yes"]);
        assert_eq!(code, Some(0), "{told}");
        is_whole(office);
        add(office);
        is_whole(office);
    }
}

#[test]
fn a_server_that_fell_and_lost_nothing_hears_nothing() {
    let Some(fallen) = Fallen::new() else {
        return;
    };
    is_whole(&fallen.office);
    add(&fallen.office);
    // Closed in order the log goes into the file.
    assert!(!wal(&fallen.office).exists());
    is_whole(&fallen.office);
}

#[test]
fn an_older_copy_that_was_written_over_the_file_is_told_by_what_is_missing() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    add(&office);
    let older = office.path("older.db");
    fs::copy(office.db(), &older).unwrap();
    add(&office);
    is_whole(&office);
    // Into the same file: what it is called has not changed.
    fs::write(office.db(), fs::read(&older).unwrap()).unwrap();
    is_missed(&office);
}

#[test]
fn what_has_come_back_is_not_missed_any_more_and_a_second_loss_is_told_beside_the_first() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    add(&office);
    let older = fs::read(office.db()).unwrap();
    add(&office);
    let newer = fs::read(office.db()).unwrap();
    fs::write(office.db(), &older).unwrap();
    // Who may write has noted it.
    run(&office, &["--user", "cv.snv", "home"]);
    is_missed(&office);
    fs::write(office.db(), &newer).unwrap();
    is_whole(&office);
    add(&office);
    is_whole(&office);

    fs::write(office.db(), &older).unwrap();
    for _ in 0..4 {
        add(&office);
    }
    let told = || {
        let (_, told) = run(&office, &["doctor"]);
        let mut lines = told.lines();
        lines
            .find(|it| it.contains("đã báo ghi xong nay"))
            .map(str::to_owned)
    };
    let first = told();
    fs::write(office.db(), &older).unwrap();
    add(&office);
    let both = told();
    assert!(first.is_some() && both.is_some());
    assert_ne!(first, both);
}

#[test]
fn what_a_large_import_wrote_is_promised_too() {
    let Some(office) = Office::empty() else {
        return;
    };
    let (code, told) = run(&office, &["init"]);
    assert_eq!(code, Some(0), "{told}");
    let before = fs::read(office.db()).unwrap();
    let file = office.path("viec.csv");
    let mut rows = "STT,Nội dung nhiệm vụ,Cơ quan chủ trì,Thời gian hoàn thành\n".to_owned();
    for number in 1..=300 {
        rows += &format!("{number},Rà soát thủ tục {number},Sở Nội vụ,30/9/2023\n");
    }
    fs::write(&file, rows).unwrap();
    let (code, told) = run(&office, &["import", "tasks", text(&file), "--yes"]);
    assert_eq!(code, Some(0), "{told}");
    is_whole(&office);
    fs::write(office.db(), &before).unwrap();
    is_missed(&office);
}
