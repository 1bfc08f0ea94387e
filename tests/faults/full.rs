//! The disk is full: from every piece on that is written, one after the other. What a person is told names the disk, the
//! database is what it was, nothing unfinished lies about, and once there is room the same thing works.
//!
//! The full disk is laid under the program (`full.c`), so that it is full where nobody may mount one, and at the moment
//! that is wanted; `store/tests/disks` does the same on a real one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use cchc::store::{Access, Store};

use crate::office::{Office, said, text};
use crate::terminal::Terminal;

/// What is laid under the program, made once.
fn disk() -> &'static Path {
    static DISK: OnceLock<PathBuf> = OnceLock::new();
    DISK.get_or_init(|| crate::compiled("full.c", "full.so", &["-shared", "-fPIC", "-ldl"]))
}

/// An office on a disk of its own, temporary files with it.
struct Room {
    office: Office,
}

impl Room {
    fn new() -> Option<Self> {
        let office = Office::with_sample()?;
        fs::create_dir(office.path("tmp")).unwrap();
        Some(Self { office })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.office.path(name)
    }

    /// The program, on a disk that is full from this piece on.
    fn run(&self, full_at: usize, words: &[&str]) -> Output {
        let _ = fs::remove_file(self.path("told"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
        self.office.clean(&mut command);
        for (name, value) in self.variables() {
            command.env(name, value);
        }
        command.env("FULL_AT", full_at.to_string());
        command.args(["--db", text(&self.office.db())]).args(words);
        command.stdin(Stdio::null()).output().unwrap()
    }

    fn variables(&self) -> Vec<(&'static str, String)> {
        let at = |name: &str| text(&self.path(name)).to_owned();
        vec![
            ("LD_PRELOAD", text(disk()).to_owned()),
            (
                "FULL_UNDER",
                text(self.path("x").parent().unwrap()).to_owned(),
            ),
            ("FULL_TOLD", at("told")),
            ("FULL_FLAG", at("flag")),
            ("TMPDIR", at("tmp")),
            ("LOGNAME", "chu.tep".to_owned()),
        ]
    }

    /// The files that are there and were not meant to be.
    fn litter(&self) -> Vec<String> {
        let folders = [
            self.path("x").parent().unwrap().to_owned(),
            self.path("tmp"),
        ];
        let names = folders
            .iter()
            .flat_map(|folder| fs::read_dir(folder).unwrap());
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names
            .filter(|name| name.contains("cchc-") || name.starts_with(".tmp"))
            .collect()
    }

    fn beside(&self, ending: &str) -> PathBuf {
        self.path(&format!("cchc.db{ending}"))
    }

    /// The database as it was kept.
    fn put_back(&self) {
        for ending in ["-wal", "-shm", "-journal"] {
            let _ = fs::remove_file(self.beside(ending));
        }
        fs::copy(self.path("kept"), self.office.db()).unwrap();
    }

    /// The last row of the log; everything about the file agrees.
    #[track_caller]
    fn is_sound(&self, when: &str) -> i64 {
        let store = Store::open(&self.office.db(), Access::Write).unwrap();
        assert_eq!(store.integrity().unwrap(), Vec::<String>::new(), "{when}");
        assert_eq!(
            store.check_counters().unwrap(),
            Vec::<&str>::new(),
            "{when}"
        );
        assert_eq!(
            store.verify_log(|_, _| Ok(())).unwrap().broken,
            None,
            "{when}"
        );
        store.log(None, None, 1).unwrap()[0].id.0
    }

    /// The last row of the log as after a power cut that took what the disk was not waited for: of the file alone.
    fn without_its_log(&self) -> i64 {
        let alone = self.path("alone.db");
        fs::copy(self.office.db(), &alone).unwrap();
        let store = Store::open(&alone, Access::Write).unwrap();
        store.log(None, None, 1).unwrap()[0].id.0
    }

    /// Does it again and again on a disk that is full from the first piece on, from the second, and so on.
    fn at_every_piece(&self, words: &[&str], made: Option<&str>) {
        fs::copy(self.office.db(), self.path("kept")).unwrap();
        let before = self.is_sound("before");
        let (mut piece, mut refused) = (1, 0);
        loop {
            self.put_back();
            let ran = self.run(piece, words);
            let when = format!(
                "{words:?} from piece {piece} on: {}{}",
                said(&ran.stdout),
                said(&ran.stderr)
            );
            let is_over = !self.path("told").exists();
            let now = self.is_sound(&when);
            assert_eq!(self.litter(), Vec::<String>::new(), "{when}");
            if ran.status.success() {
                assert!(made.is_some() || now > before, "{when}");
            } else {
                refused += 1;
                assert!(!is_over, "{when}");
                assert_eq!(ran.status.code(), Some(1), "{when}");
                assert!(said(&ran.stderr).contains("đầy"), "{when}");
                // A command hears no key.
                assert!(!said(&ran.stderr).contains("F10"), "{when}");
                assert!(!said(&ran.stderr).contains("ngoài dự kiến"), "{when}");
                assert_eq!(now, before, "{when}");
                let is_made = made.is_some_and(|name| self.path(name).exists());
                assert!(!is_made, "{when}");
            }
            if let Some(made) = made {
                let _ = fs::remove_file(self.path(made));
            }
            if is_over {
                break;
            }
            piece += 1 + piece / 4;
        }
        assert!(refused > 0, "{words:?} was never refused");
        println!("{words:?}: {refused} refusals, {piece} pieces");
    }
}

fn code_of(room: &Room) -> String {
    let listed = room.office.json(&["list", "tt:awaiting", "--limit", "1"]);
    listed["tasks"][0]["code"].as_str().unwrap().to_owned()
}

#[test]
fn a_save_and_its_undo_are_done_whole_or_refused_with_the_disk_named() {
    let Some(room) = Room::new() else { return };
    let code = code_of(&room);
    room.at_every_piece(&["--user", "cv.snv", "set", "done", &code], None);
    room.at_every_piece(&["--user", "cv.snv", "undo"], None);
}

#[test]
fn a_new_task_and_a_setting_are_kept_whole_or_refused() {
    let Some(room) = Room::new() else { return };
    room.at_every_piece(
        &[
            "--user",
            "cv.snv",
            "add",
            "Rà soát thủ tục",
            "--agency",
            "STC",
        ],
        None,
    );
    room.at_every_piece(&["--user", "qt.snv", "config", "set", "soon", "5"], None);
}

#[test]
fn an_import_is_written_whole_or_not_at_all_also_into_an_empty_database() {
    let Some(room) = Room::new() else { return };
    let file = room.path("annex.csv");
    fs::write(&file, annex(120)).unwrap();
    let words = ["--user", "cv.snv", "import", "tasks", text(&file), "--yes"];
    room.at_every_piece(&words, None);
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(room.beside(ending));
    }
    assert!(room.run(usize::MAX >> 40, &["init"]).status.success());
    // The first to open it notes up to where occurrences are made.
    assert!(room.run(usize::MAX >> 40, &["list"]).status.success());
    room.at_every_piece(&["import", "tasks", text(&file), "--yes"], None);
}

#[test]
fn an_export_is_there_whole_or_not_at_all() {
    let Some(room) = Room::new() else { return };
    for name in ["out.csv", "out.xlsx"] {
        let file = room.path(name);
        room.at_every_piece(
            &["--user", "cv.snv", "export", "tasks", text(&file)],
            Some(name),
        );
    }
}

#[test]
fn a_past_day_that_has_no_room_is_told_and_leaves_nothing() {
    let Some(room) = Room::new() else { return };
    room.at_every_piece(
        &["--as-of", "2023-05-31", "list", "--limit", "1"],
        Some("nothing"),
    );
}

#[test]
fn a_database_is_made_whole_or_not_at_all() {
    let Some(room) = Room::new() else { return };
    let mut piece = 1;
    loop {
        let _ = fs::remove_file(room.office.db());
        let ran = room.run(piece, &["init"]);
        let when = format!("{piece}: {}{}", said(&ran.stdout), said(&ran.stderr));
        assert_eq!(room.litter(), Vec::<String>::new(), "{when}");
        if ran.status.success() {
            break;
        }
        assert!(said(&ran.stderr).contains("đầy"), "{when}");
        // What was moved into place is whole: only its opening found no room.
        if room.office.db().exists() {
            room.is_sound(&when);
        }
        piece += 1 + piece / 2;
    }
    assert!(piece > 1);
}

#[test]
fn opening_without_room_says_that_the_disk_is_full_and_not_that_anything_is_damaged() {
    let Some(room) = Room::new() else { return };
    fs::write(room.path("flag"), "").unwrap();
    let ran = room.run(1, &["list"]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(said(&ran.stderr).contains("đầy"), "{}", said(&ran.stderr));
}

#[test]
fn what_is_typed_stays_on_the_screen_while_the_disk_is_full_and_is_saved_once_there_is_room() {
    let Some(room) = Room::new() else { return };
    let mut terminal = reports(&room);
    let before = room.is_sound("before");
    fs::write(room.path("flag"), "").unwrap();
    terminal.press("<F10>");
    // What to do is read too, and not cut off.
    terminal.wait_for("đĩa máy chủ đã đầy");
    terminal.wait_for("nhấn F10 để lưu");
    let is_kept = |terminal: &Terminal| terminal.screen().contains("do phối hợp chậm");
    assert!(is_kept(&terminal), "{}", terminal.screen());
    fs::write(room.path("flag.frozen"), "").unwrap();
    terminal.press("<F10>");
    terminal.wait_for("chỉ cho đọc");
    assert!(is_kept(&terminal), "{}", terminal.screen());
    fs::remove_file(room.path("flag.frozen")).unwrap();
    fs::remove_file(room.path("flag")).unwrap();
    assert_eq!(room.is_sound("full"), before);
    terminal.press("<F10>");
    terminal.wait_without("Báo cáo HT #");
    terminal.press("<F3>");
    assert!(room.is_sound("room again") > before);
}

#[test]
fn a_workbook_that_finds_no_room_leaves_the_screen_as_it_is_and_is_written_once_there_is_room() {
    let Some(room) = Room::new() else { return };
    let variables = room.variables();
    let variables: Vec<(&str, &str)> = variables
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let (db, out) = (room.office.db(), room.path("out.xlsx"));
    let arguments = ["--db", text(&db), "--user", "cv.snv"];
    let mut terminal = Terminal::start_with(&room.office, &arguments, (80, 24), &variables);
    terminal.wait_for("Quá hạn");
    terminal.press("1");
    terminal.wait_for("39");
    terminal.press("<C-x>");
    terminal.wait_for("Xuất danh sách ra tệp");
    terminal.press("<C-u>");
    terminal.press(text(&out));
    terminal.settle();
    fs::write(room.path("flag"), "").unwrap();
    terminal.press("<F10>");
    terminal.wait_for("đã đầy");
    // What packs the file has a word of its own for it, which is nobody's here.
    let screen = terminal.screen();
    assert!(!screen.contains("Zip") && !out.exists(), "{screen}");
    assert_eq!(
        screen.lines().next().map(|line| line.starts_with(" CCHC")),
        Some(true),
        "{screen}"
    );
    assert_eq!(room.litter(), Vec::<String>::new());
    fs::remove_file(room.path("flag")).unwrap();
    terminal.press("<F10>");
    terminal.wait_without("đã đầy");
    terminal.settle();
    assert!(out.exists(), "{}", terminal.screen());
    terminal.press("<F3><F3>");
}

/// A clerk who reports that a task is done, all but the last key.
fn reports(room: &Room) -> Terminal {
    let variables = room.variables();
    let variables: Vec<(&str, &str)> = variables
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let db = room.office.db();
    let arguments = ["--db", text(&db), "--user", "cv.stttt"];
    let mut terminal = Terminal::start_with(&room.office, &arguments, (80, 24), &variables);
    terminal.wait_for("Quá hạn của đơn vị");
    terminal.press("19<Enter>");
    terminal.wait_for("Báo cáo HT #");
    terminal.press("324/BC-STTTT");
    terminal.press("<Tab><Tab>");
    terminal.settle();
    terminal.press("do phối hợp chậm");
    terminal.wait_for("do phối hợp chậm");
    terminal
}

#[test]
fn a_disk_that_fails_while_a_save_waits_for_it_acknowledges_nothing_and_the_same_save_again_is_one()
{
    let Some(room) = Room::new() else { return };
    let mut terminal = reports(&room);
    // The log is begun: what begins one waits for the disk inside, and is taken back where that fails.
    let code = code_of(&room);
    let words = ["--user", "cv.snv", "set", "done", code.as_str()];
    assert!(room.run(usize::MAX >> 40, &words).status.success());
    let before = room.is_sound("before");
    fs::write(room.path("flag.failing"), "").unwrap();
    for _ in 0..2 {
        terminal.press("<F10>");
        // What to do is read too.
        terminal.wait_for("Đĩa máy chủ báo lỗi");
        terminal.wait_for("báo quản trị hệ thống");
        let screen = terminal.screen();
        assert!(!screen.contains("Đã ghi"), "{screen}");
    }
    fs::remove_file(room.path("flag.failing")).unwrap();
    let there = room.is_sound("failing");
    assert!(there > before, "others see it already");
    terminal.press("<F10>");
    terminal.wait_without("Báo cáo HT #");
    // The system tells a failure once: what the disk lost before is not there because nobody hears of it any more.
    assert_eq!(room.without_its_log(), there);
    terminal.press("<F3>");
    assert_eq!(room.is_sound("well again"), there, "and it is there once");
}

#[test]
fn a_save_behind_a_part_of_the_log_that_the_disk_lost_for_somebody_else_is_acknowledged_with_that_part()
 {
    let Some(room) = Room::new() else { return };
    let mut terminal = reports(&room);
    let code = code_of(&room);
    let set = |status: &str| {
        room.run(
            usize::MAX >> 40,
            &["--user", "cv.snv", "set", status, &code],
        )
    };
    assert!(set("done").status.success());
    fs::write(room.path("flag.failing"), "").unwrap();
    terminal.press("<F10>");
    terminal.wait_for("Đĩa máy chủ báo lỗi");
    let lost = room.is_sound("failing");
    fs::remove_file(room.path("flag.failing")).unwrap();
    // Nobody was told that it is saved, and what comes behind it stands or falls with it.
    let again = [
        "--user",
        "cv.snv",
        "set",
        "in_progress",
        &code,
        "--reason",
        "xem lại",
    ];
    let back = room.run(usize::MAX >> 40, &again);
    assert!(back.status.success(), "{}", said(&back.stderr));
    let there = room.without_its_log();
    assert!(there > lost, "{there} {lost}");
    assert!(!room.beside(".unkept").exists(), "mended");
    terminal.press("<F10>");
    terminal.wait_without("Báo cáo HT #");
    terminal.press("<F3>");
    assert_eq!(room.is_sound("well again"), there);
}

#[test]
fn a_save_whose_part_of_the_log_the_disk_lost_is_moved_into_the_file_and_acknowledged_then() {
    let Some(room) = Room::new() else { return };
    let mut terminal = reports(&room);
    let before = room.is_sound("before");
    fs::write(room.path("flag.losing"), "").unwrap();
    terminal.press("<F10>");
    terminal.wait_without("Báo cáo HT #");
    assert!(room.without_its_log() > before);
    terminal.press("<F3>");
}

#[test]
fn nothing_with_the_mark_of_the_log_leaves_while_the_disk_fails() {
    let Some(room) = Room::new() else { return };
    // Somebody else has saved, and the disk has not got it yet.
    let _other = Store::open(&room.office.db(), Access::Write).unwrap();
    let code = code_of(&room);
    let words = ["--user", "cv.snv", "set", "done", code.as_str()];
    assert!(room.run(usize::MAX >> 40, &words).status.success());
    let there = room.is_sound("saved");
    fs::write(room.path("flag.failing"), "").unwrap();
    let file = room.path("out.csv");
    let out = ["--user", "cv.snv", "export", "tasks", text(&file)];
    let written = room.run(usize::MAX >> 40, &out);
    assert_eq!(written.status.code(), Some(1), "{}", said(&written.stdout));
    assert!(said(&written.stderr).contains("báo lỗi"));
    assert!(!file.exists());
    fs::remove_file(room.path("flag.failing")).unwrap();
    assert!(room.run(usize::MAX >> 40, &out).status.success());
    assert_eq!(room.without_its_log(), there);
}

/// An annex of so many rows.
pub fn annex(rows: usize) -> String {
    let mut text = String::from(
        "STT,Nội dung nhiệm vụ,Lĩnh vực,Sản phẩm,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành,Văn bản giao\n",
    );
    for row in 1..=rows {
        text.push_str(&format!(
            "{row},Rà soát hồ sơ số {row},\"Chỉ đạo, điều hành\",Báo cáo,Sở Nội vụ,,30/9/2026,\
            Kế hoạch số 77/KH-UBND ngày 5/1/2026\n"
        ));
    }
    text
}

#[test]
fn a_file_that_may_grow_no_further_is_a_full_disk_and_no_sudden_end() {
    let Some(room) = Room::new() else {
        return;
    };
    let before = room.is_sound("before");
    let out = room.path("danh-sach.csv");
    let words: [&[&str]; 2] = [
        &["config", "set", "soon", "9", "--user", "qt.snv"],
        &["export", "list", text(&out)],
    ];
    for words in words {
        // So much is enough to open the database, and for nothing that is written.
        let mut command = Command::new("sh");
        room.office.clean(&mut command);
        let limited = "ulimit -f 80 && exec \"$0\" \"$@\"";
        command.args(["-c", limited, env!("CARGO_BIN_EXE_cchc")]);
        command.args(["--db", text(&room.office.db())]).args(words);
        let ran = command.stdin(Stdio::null()).output().unwrap();
        let told = said(&ran.stderr);
        assert_eq!(ran.status.code(), Some(1), "{words:?}: {told}");
        assert!(told.contains("đã đầy"), "{words:?}: {told}");
    }
    assert!(!out.exists());
    assert_eq!(room.is_sound("after"), before);
    assert_eq!(room.litter(), Vec::<String>::new());
}
