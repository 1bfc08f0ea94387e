//! The command line from outside: the program itself is run, on a sample of its own, and what it prints,
//! complains and ends with is read.

// A story ends where the program does something else than it tells.
#![allow(clippy::panic)]

mod copies;
mod doctor;
mod documents;
mod door;
mod ends;
mod lists;
mod measures;
mod papers;
mod proof;
mod refused;
mod registers;
mod schema;
mod scripts;
mod settings;
mod standing;
mod tampered;
mod users;
mod windows;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use cchc::domain::user::{Account, Role, User};
use cchc::store::{Access, Head, Kind, Store};
use cchc::work::sample;
use serde_json::Value;
use tempfile::TempDir;

/// A directory with a database in it.
struct Shell {
    directory: TempDir,
}

/// What a run left behind.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|why| panic!("{why}: {}", self.out))
    }

    /// Ended with this code and complained in one line that holds this text: words, or JSON where that was asked for.
    #[track_caller]
    fn complains(&self, code: i32, text: &str) -> &Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        assert!(self.err.contains(text), "{:?} in {:?}", text, self.err);
        let is_said =
            self.err.starts_with("cchc: ") || self.err.starts_with("{\"version\":1,\"error\":");
        assert!(is_said, "{:?}", self.err);
        self
    }

    #[track_caller]
    fn succeeds(&self) -> &Self {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self
    }
}

/// The sample, made once for all stories of this file.
fn sample() -> &'static Path {
    static MADE: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = MADE.get_or_init(|| {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("sample.db");
        drop(sample::make(&path).expect("a sample"));
        (directory, path)
    });
    path
}

impl Shell {
    fn new() -> Self {
        let shell = Self {
            directory: tempfile::tempdir().expect("a directory"),
        };
        fs::copy(sample(), shell.db()).expect("a copy");
        shell
    }

    fn empty() -> Self {
        let shell = Self {
            directory: tempfile::tempdir().expect("a directory"),
        };
        shell.run(&["init"]).succeeds();
        shell
    }

    fn db(&self) -> PathBuf {
        self.directory.path().join("cchc.db")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
        command.env_clear();
        command.env("HOME", self.directory.path());
        command.env("LOGNAME", "chu.tep");
        command.arg("--db").arg(self.db()).args(words);
        command.stdin(Stdio::null());
        command
    }

    fn run(&self, words: &[&str]) -> Ran {
        let output = self.command(words).output().expect("the program runs");
        Ran {
            code: output.status.code().expect("an exit code"),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    }

    /// In the name of an account.
    fn by(&self, login: &str, words: &[&str]) -> Ran {
        self.run(&[&["--user", login], words].concat())
    }

    /// Gives somebody an account.
    fn let_in(&self, login: &str, role: Role) {
        let mut store = Store::open(&self.db(), Access::Write).expect("a database");
        let head = Head {
            key: login,
            at: chrono::Utc::now(),
            who: "qt.snv",
            origin: "",
            kind: Kind::Frame,
            summary: "user",
        };
        let account = Account {
            user: User {
                login: login.to_owned(),
                agency: None,
                role,
            },
            is_disabled: false,
        };
        store
            .write(&head, |writer| writer.save_user(&account))
            .expect("an account");
    }

    /// The tasks that a filter finds.
    fn tasks(&self, filter: &str) -> Vec<Value> {
        self.tasks_of("cv.snv", filter)
    }

    fn tasks_of(&self, login: &str, filter: &str) -> Vec<Value> {
        let ran = self.by(login, &["list", filter, "--json"]);
        let listed = ran.succeeds().json();
        listed["tasks"].as_array().expect("tasks").clone()
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.directory.path().join(name);
        fs::write(&path, bytes).expect("a file");
        path.to_str().expect("a name").to_owned()
    }
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("{field} in {value}"))
}

#[track_caller]
fn has_fields(value: &Value, fields: &[&str]) {
    let object = value.as_object().expect("an object");
    for field in fields {
        assert!(object.contains_key(*field), "{field} is missing in {value}");
    }
}

const HEADER: &str = "STT,Nội dung nhiệm vụ,Lĩnh vực,Sản phẩm,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành,Văn bản giao";
const ROW: &str =
    "1,Rà soát thủ tục,TTHC,Báo cáo,Sở Nội vụ,,30/6/2023,Kế hoạch số 9125/KH-UBND ngày 12/01/2023";

#[test]
fn a_list_a_task_and_the_agencies_carry_every_field_that_scripts_were_promised() {
    let shell = Shell::new();
    let tasks = shell.tasks("cq:stttt");
    assert!(!tasks.is_empty());
    let fields = [
        "number",
        "code",
        "title",
        "agency",
        "agency_name",
        "head",
        "area",
        "document",
        "product",
        "status",
        "condition",
        "days_late",
        "due",
        "original_due",
        "effective_due",
        "deadline_text",
        "needs_review",
        "progress",
        "supporting",
        "parent",
        "series",
        "row_version",
    ];
    for task in &tasks {
        has_fields(task, &fields);
        assert_eq!(text(task, "agency"), "STTTT");
    }
    let code = text(&tasks[0], "code");
    let shown = shell.by("cv.snv", &["show", code, "--json"]).json();
    assert_eq!(shown["version"], 1);
    has_fields(&shown["task"], &fields);
    let changes = shown["task"]["changes"].as_array().expect("changes");
    assert!(!changes.is_empty());
    for change in changes {
        let fields = [
            "at",
            "who",
            "what",
            "before",
            "after",
            "why",
            "document",
            "on_behalf",
        ];
        has_fields(change, &fields);
    }
    let agencies = shell.by("cv.snv", &["agencies", "--json"]).json();
    for agency in agencies["agencies"].as_array().expect("agencies") {
        let fields = [
            "code",
            "name",
            "head",
            "kind",
            "late",
            "due_soon",
            "open",
            "no_due",
            "suspended",
            "done_on_time",
            "done_late",
        ];
        has_fields(agency, &fields);
    }
    let plain = shell.by("cv.snv", &["show", code]);
    plain.succeeds();
    assert!(plain.out.contains("Sở Thông tin và Truyền thông"));
    assert!(plain.out.contains("Nhật ký"));
    let two = shell
        .by("cv.snv", &["list", "--limit", "2", "--json"])
        .json();
    assert_eq!(two["tasks"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_monitor_confirms_what_others_submitted_and_takes_it_back() {
    let shell = Shell::new();
    let waiting = shell.tasks("\"chờ tôi\"");
    let code = text(&waiting[0], "code");
    let done = shell.by("cv.snv", &["set", "done", code, "--json"]);
    let done = done.succeeds().json();
    assert_eq!(done["tasks"][0]["status"], "done");
    assert_eq!(done["refused"].as_array().map(Vec::len), Some(0));
    let again = shell.by("cv.snv", &["set", "done", code, "--json"]);
    again.complains(1, code);
    let refused = again.json();
    assert_eq!(refused["tasks"].as_array().map(Vec::len), Some(0));
    assert_eq!(text(&refused["refused"][0], "code"), code);
    assert!(!text(&refused["refused"][0], "why").is_empty());
    let undone = shell.by("cv.snv", &["undo", "--json"]);
    assert_eq!(undone.succeeds().json()["tasks"][0]["status"], "awaiting");
    let verdict = shell.by("cv.snv", &["audit", "verify", "--json"]);
    let verdict = verdict.succeeds().json();
    assert_eq!(verdict["intact"], true);
    assert_eq!(verdict["events_intact"], true);
    assert_eq!(verdict["counters_broken"], serde_json::json!([]));
}

#[test]
fn a_clerk_reports_with_evidence_and_is_told_what_is_missing_or_not_theirs() {
    let shell = Shell::new();
    let mine = shell.tasks_of("cv.stttt", "cq:stttt tt:đang \"trong hạn\"");
    let code = text(&mine[0], "code");
    let bare = shell.by("cv.stttt", &["set", "awaiting", code]);
    bare.complains(1, code)
        .complains(1, "thiếu minh chứng. Thêm --evidence");
    let evidence = "324/BC-STTTT ngày 14/6/2023";
    let words = ["set", "awaiting", code, "--evidence", evidence, "--json"];
    let reported = shell.by("cv.stttt", &words);
    assert_eq!(reported.succeeds().json()["tasks"][0]["status"], "awaiting");
    let shown = shell.by("cv.stttt", &["show", code]);
    assert!(shown.out.contains(evidence), "{}", shown.out);
    shell
        .by("cv.stttt", &["set", "done", code])
        .complains(1, code);
    let theirs = shell.tasks("cq:stc tt:đang");
    let foreign = text(&theirs[0], "code");
    let words = ["set", "awaiting", foreign, "--evidence", "1/BC-STC"];
    shell.by("cv.stttt", &words).complains(1, foreign);
    // One of two: the one is done, the other named with the reason.
    let second = text(&mine[1], "code");
    let words = [
        "set",
        "awaiting",
        second,
        foreign,
        "--evidence",
        evidence,
        "--json",
    ];
    let mixed = shell.by("cv.stttt", &words);
    mixed.complains(1, foreign);
    assert_eq!(text(&mixed.json()["tasks"][0], "code"), second);
    assert_eq!(text(&mixed.json()["refused"][0], "code"), foreign);
}

#[test]
fn what_a_monitor_records_for_an_agency_says_so() {
    let shell = Shell::new();
    let tasks = shell.tasks("cq:stttt tt:chưa");
    let code = text(&tasks[0], "code");
    shell.by("cv.snv", &["set", "in_progress", code]).succeeds();
    let shown = shell.by("cv.snv", &["show", code, "--json"]).json();
    let changes = shown["task"]["changes"].as_array().expect("changes");
    assert_eq!(
        text(changes.last().expect("a change"), "on_behalf"),
        "STTTT"
    );
    let plain = shell.by("cv.snv", &["show", code]);
    assert!(
        plain.out.contains("Ghi thay cho Sở Thông tin"),
        "{}",
        plain.out
    );
}

#[test]
fn a_viewer_reads_and_writes_nothing() {
    let shell = Shell::new();
    shell.let_in("khach", Role::Viewer);
    let tasks = shell.tasks_of("khach", "cq:stttt tt:chưa");
    let code = text(&tasks[0], "code");
    shell.by("khach", &["show", code]).succeeds();
    shell.by("khach", &["agencies"]).succeeds();
    for words in [
        ["set", "in_progress", code].as_slice(),
        &["add", "Việc mới", "--agency", "STC"],
        &["undo"],
    ] {
        shell.by("khach", words).complains(77, "Vai trò");
    }
}

#[test]
fn a_task_is_added_by_hand_and_what_is_wrong_with_it_is_said() {
    let shell = Shell::new();
    let words = [
        "add",
        "Xây dựng kế hoạch số hoá",
        "--agency",
        "stc",
        "--deadline",
        "30/9/2023",
    ];
    let added = shell.by("cv.snv", &[words.as_slice(), &["--json"]].concat());
    let added = added.succeeds().json();
    let task = &added["tasks"][0];
    assert_eq!(
        (text(task, "agency"), text(task, "due")),
        ("STC", "2023-09-30")
    );
    shell
        .by("cv.snv", &["add", "Việc", "--agency", "khong-co"])
        .complains(1, "khong-co");
    shell
        .by("cv.snv", &["show", "KHONG/CO"])
        .complains(1, "KHONG/CO");
    shell
        .by("cv.snv", &["set", "xong", "1"])
        .complains(2, "xong");
}

#[test]
fn a_filter_that_is_not_understood_names_the_word() {
    let shell = Shell::new();
    let list = |filter: &str| shell.by("cv.snv", &["list", filter]);
    list("cq:khongco").complains(1, "khongco");
    list("mau:do").complains(1, "mau");
    list("hạn<32/13").complains(1, "32/13");
}

#[test]
fn nothing_from_outside_commands_the_terminal() {
    let shell = Shell::new();
    let evil = "Việc \u{1b}[2J\u{9b}31m\u{7} nguy hiểm";
    shell
        .by("cv.snv", &["add", evil, "--agency", "STC"])
        .succeeds();
    let runs = [
        shell.by("cv.snv", &["list", "nguy hiểm"]),
        shell.by("cv.snv", &["list", "cq:\u{1b}[31m"]),
        shell.by("cv.snv", &["show", "\u{1b}]0;x\u{7}"]),
        shell.by("cv.snv", &["\u{1b}[31m"]),
        shell.by(
            "cv.snv",
            &["import", "tasks", "/khong/\u{1b}[31m.csv", "--yes"],
        ),
        shell.run(&["deadline", "\u{1b}[31m", "--from", "\u{1b}[31m"]),
    ];
    assert!(runs[0].out.contains("nguy hiểm"));
    for ran in runs {
        let said = format!("{}{}", ran.out, ran.err);
        let is_quiet = said
            .chars()
            .all(|letter| letter == '\n' || !letter.is_control());
        assert!(is_quiet, "{said:?}");
    }
}

#[test]
fn a_reader_that_goes_away_ends_a_list_silently() {
    let shell = Shell::new();
    let mut command = shell.command(&["--user", "cv.snv", "list", "--json"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut first = String::new();
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    out.read_line(&mut first).expect("a line");
    drop(out);
    let mut said = String::new();
    let mut err = child.stderr.take().expect("its complaints");
    err.read_to_string(&mut said).expect("text");
    assert_eq!(said, "");
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn a_file_is_read_whatever_program_wrote_it_and_a_second_time_changes_nothing() {
    let comma = format!("{HEADER}\n{ROW}\n");
    let files = [
        ("plain.csv", comma.clone()),
        ("windows.csv", comma.replace('\n', "\r\n")),
        ("bom.csv", format!("\u{feff}{comma}")),
        ("semicolons.csv", comma.replace(',', ";")),
    ];
    for (name, content) in files {
        let shell = Shell::empty();
        let file = shell.file(name, content);
        let words = ["import", "tasks", &file, "--yes", "--json"];
        let rehearsed = shell.run(&["import", "tasks", &file, "--dry-run", "--json"]);
        assert_eq!(rehearsed.succeeds().json()["new"], 1, "{name}");
        assert_eq!(shell.run(&words).succeeds().json()["new"], 1, "{name}");
        let again = shell.run(&words).succeeds().json();
        has_fields(
            &again,
            &["new", "changed", "unchanged", "review", "skipped"],
        );
        assert_eq!((&again["new"], &again["unchanged"]), (&0.into(), &1.into()));
        assert_eq!(shell.tasks_of("chu.tep", "").len(), 1, "{name}");
    }
}

#[test]
fn rows_that_are_doubtful_are_kept_and_the_rest_is_imported() {
    let shell = Shell::empty();
    let rows = "2,Việc không rõ đơn vị,TTHC,,Sở Không Có,,30/6/2023,\n3,Ngày không có,TTHC,,Sở Nội vụ,,31/02/2023,\nCộng,,,,,,,";
    let file = shell.file("doubts.csv", format!("{HEADER}\n{ROW}\n{rows}\n"));
    let report = shell.run(&["import", "tasks", &file, "--yes", "--json"]);
    let report = report.succeeds().json();
    assert_eq!(
        (&report["new"], &report["review"]),
        (&3.into(), &2.into()),
        "{report}"
    );
    assert_eq!(report["skipped"], 1, "{report}");
}

#[test]
fn before_the_question_stand_the_counts_and_the_first_rows_to_review() {
    let shell = Shell::empty();
    let rows: Vec<String> = (1..=30)
        .map(|row| format!("{row},Việc {row},TTHC,,Cơ quan được giao soạn thảo,,30/6/2023,"))
        .collect();
    let file = shell.file("ngo.csv", format!("{HEADER}\n{}\n", rows.join("\n")));
    let shown = |words: &[&str]| {
        let ran = shell.run(&[&["import", "tasks", &file], words].concat());
        let lines = ran.out.lines().map(str::to_owned);
        lines.filter(|line| line.contains("Việc ")).count()
    };
    assert_eq!(shown(&["--dry-run"]), 30);
    let asked = shell.run(&["import", "tasks", &file]);
    assert_eq!(shown(&[]), 20);
    assert!(asked.out.contains("còn 10 dòng"), "{}", asked.out);
    assert!(asked.out.contains("--dry-run"), "{}", asked.out);
}

#[test]
fn the_coding_of_a_file_is_said_where_it_is_not_recognised() {
    let shell = Shell::empty();
    let row = "1,Rµ so¸t thñ tôc hµnh chÝnh,TTHC,,Sở Nội vụ,,30/6/2023,";
    let file = shell.file("cu.csv", format!("{HEADER}\n{row}\n"));
    let content = |coding: &str| {
        let words = ["import", "tasks", &file, "--coding", coding];
        let ran = shell.run(&[&words[..], &["--dry-run", "--json"]].concat());
        text(&ran.succeeds().json()["rows"][0], "content").to_owned()
    };
    assert_eq!(content("auto"), "Rà soát thủ tục hành chính");
    assert_eq!(content("tcvn3"), "Rà soát thủ tục hành chính");
    assert_eq!(content("unicode"), "Rµ so¸t thñ tôc hµnh chÝnh");
}

#[test]
fn what_an_import_wrote_is_listed_by_its_number() {
    let shell = Shell::new();
    let row = "1,Việc của lần nhập này,TTHC,,Sở Nội vụ,,30/6/2023,Kế hoạch số 7777/KH-UBND";
    let file = shell.file("tasks.csv", format!("{HEADER}\n{row}\n"));
    shell.run(&["import", "tasks", &file, "--yes"]).succeeds();
    let imports = shell.run(&["import", "list", "--json"]);
    let number = imports.succeeds().json()["imports"][0]["number"].clone();
    let found = shell.tasks(&format!("nhập:{number}"));
    assert_eq!(found.len(), 1);
    assert_eq!(text(&found[0], "title"), "Việc của lần nhập này");
    assert_eq!(shell.tasks(&format!("import:{number}")), found);
}

#[test]
fn a_row_with_a_cell_of_a_megabyte_is_skipped_and_the_rest_is_read() {
    let shell = Shell::empty();
    let long = "a".repeat(1_000_001);
    let long = format!("{HEADER}\n1,{long},TTHC,,Sở Nội vụ,,30/6/2023,\n{ROW}\n");
    let file = shell.file("long.csv", long);
    let rehearsed = shell.run(&["import", "tasks", &file, "--dry-run"]);
    rehearsed.succeeds();
    assert!(rehearsed.out.contains("ô quá dài"), "{}", rehearsed.out);
    let report = shell.run(&["import", "tasks", &file, "--yes", "--json"]);
    let report = report.succeeds().json();
    assert_eq!((&report["new"], &report["skipped"]), (&1.into(), &1.into()));
}

#[test]
fn a_file_that_is_none_is_refused_with_a_sentence_and_the_data_stay_as_they_are() {
    let shell = Shell::empty();
    let legacy = [HEADER.as_bytes(), b"\n1,C\xf4ng vi\xe7c,,,,,,\n"].concat();
    let directory = shell.directory.path().to_str().expect("a name").to_owned();
    let cases = [
        (directory, 1, "thư mục"),
        ("/dev/zero".to_owned(), 1, "không phải tệp"),
        ("/khong/co.csv".to_owned(), 66, "/khong/co.csv"),
        (
            shell.file("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            1,
            "tệp ảnh",
        ),
        (shell.file("empty.csv", ""), 1, "trống"),
        (shell.file("other.csv", "Tên,Tuổi\nAn,30\n"), 1, "tiêu đề"),
        (shell.file("legacy.csv", legacy), 1, "UTF-8"),
    ];
    for (file, code, said) in &cases {
        let ran = shell.run(&["import", "tasks", file, "--yes", "--json"]);
        ran.complains(*code, said);
        assert_eq!(ran.out, "");
    }
    assert!(shell.tasks_of("chu.tep", "").is_empty());
    let file = shell.file("good.csv", format!("{HEADER}\n{ROW}\n"));
    // Nobody is there to be asked.
    shell.run(&["import", "tasks", &file]).complains(1, "--yes");
    assert!(shell.tasks_of("chu.tep", "").is_empty());
}

/// Exports everything and imports it again into the same database.
fn comes_back_unchanged(shell: &Shell, tasks: i64) {
    let file = shell.directory.path().join("xuat.csv");
    let file = file.to_str().expect("a name");
    let written = shell.run(&["export", "tasks", file, "--json"]);
    assert!(written.succeeds().json()["rows"].as_i64() > Some(0));
    let report = shell.run(&["import", "tasks", file, "--yes", "--json"]);
    let report = report.succeeds().json();
    let counts = ["new", "changed", "unchanged", "parents", "skipped"];
    let counts = counts.map(|it| report[it].as_i64());
    assert_eq!(counts, [0, 0, tasks, 0, 0].map(Some), "{report}");
}

#[test]
fn what_is_exported_and_imported_again_changes_nothing() {
    let shell = Shell::empty();
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/tasks.csv");
    let report = shell.run(&["import", "tasks", sample, "--yes", "--json"]);
    let new = report.succeeds().json()["new"].as_i64().expect("a count");
    comes_back_unchanged(&shell, new);
}

#[test]
fn awkward_tasks_come_back_as_they_were() {
    let shell = Shell::empty();
    let rows = [
        "1,\"Rà soát, \"\"đánh giá\"\"\",TTHC,Báo cáo,\"Các sở, ban, ngành\",SNV; STP,Hằng quý,Kế hoạch số 12/KH-UBND ngày 05/01/2023",
        "II.3,Việc hai cơ quan,TTHC,,Sở Nội vụ; Sở Tư pháp,UBND các quận huyện,15/6/2023; 30/6/2023,",
        ",Việc không số,Thể chế,,Sở Không Có,,,Chỉ thị số 9/CT-UBND ngày 01/02/2023",
        "007,Việc của một sở,TTHC,x,STTTT,,Tháng 6,",
    ];
    let file = shell.file("le.csv", format!("{HEADER}\n{}\n", rows.join("\n")));
    let report = shell.run(&["import", "tasks", &file, "--yes", "--json"]);
    let new = report.succeeds().json()["new"].as_i64().expect("a count");
    assert!(new > 30, "{new}");
    comes_back_unchanged(&shell, new);
}

#[test]
fn an_export_obeys_its_filter_and_leaves_files_alone() {
    let shell = Shell::new();
    let file = shell.file("xuat.csv", "của người khác");
    let refused = shell.run(&["export", "tasks", &file]);
    assert_ne!(refused.code, 0);
    assert_eq!(fs::read_to_string(&file).expect("kept"), "của người khác");
    let few = shell.run(&[
        "export",
        "tasks",
        &file,
        "cq:stttt",
        "--overwrite",
        "--json",
    ]);
    let few = few.succeeds().json()["rows"].as_i64().expect("a count");
    let all = shell.directory.path().join("het.xlsx");
    let all = shell.run(&["export", "tasks", all.to_str().expect("a name"), "--json"]);
    let all = all.succeeds().json()["rows"].as_i64().expect("a count");
    assert!((1..all).contains(&few), "{few} of {all}");
    let text = fs::read_to_string(&file).expect("a file");
    assert!(text.starts_with("\u{feff}STT,"), "{text}");
    shell
        .run(&["export", "tasks", "x.pdf"])
        .complains(2, ".csv");
}

#[test]
fn another_day_is_looked_at_and_not_written() {
    let shell = Shell::empty();
    let file = shell.file("tasks.csv", format!("{HEADER}\n{ROW}\n"));
    shell.run(&["import", "tasks", &file, "--yes"]).succeeds();
    let on = |day: &str| {
        let listed = shell.run(&["--today", day, "list", "--json"]);
        listed.succeeds().json()["tasks"][0].clone()
    };
    assert_eq!(text(&on("2023-01-20"), "condition"), "in_time");
    assert_eq!(text(&on("2023-06-29"), "condition"), "due_soon");
    let late = on("2023-07-04");
    assert_eq!(
        (text(&late, "condition"), &late["days_late"]),
        ("overdue", &2.into())
    );
    let code = text(&late, "code");
    let words = ["--today", "2023-07-04", "set", "in_progress", code];
    shell.run(&words).complains(1, "--today");
    shell
        .run(&["--today", "4/7/2023", "list"])
        .complains(2, "4/7/2023");
}

#[test]
fn the_sample_too_is_looked_at_on_another_day() {
    let shell = Shell::new();
    let report = |words: &[&str]| {
        let words = [&["report", "completion", "--json"], words].concat();
        shell.by("cv.snv", &words).succeeds().json()
    };
    let (own, later) = (report(&[]), report(&["--today", "2023-12-31"]));
    assert_eq!(text(&own, "today"), "2023-06-15");
    assert_eq!(text(&later, "today"), "2023-12-31");
    let late = |told: &serde_json::Value| told["total"]["open_late"].as_i64();
    assert!(late(&later) > late(&own), "{later}");
    let urge = [
        "urge",
        "--filter",
        "quá hạn",
        "--yes",
        "--reason",
        "Quá hạn",
    ];
    let urge = [&urge[..], &["--today", "2023-12-31"]].concat();
    shell.by("cv.snv", &urge).complains(1, "--today");
}

#[test]
fn a_database_that_may_only_be_read_is_shown_and_says_so_when_it_should_be_written() {
    let shell = Shell::new();
    let tasks = shell.tasks("cq:stttt tt:chưa");
    let code = text(&tasks[0], "code");
    let mut rights = fs::metadata(shell.db()).expect("a file").permissions();
    rights.set_readonly(true);
    fs::set_permissions(shell.db(), rights).expect("rights");
    shell.by("cv.snv", &["list", "cq:stttt"]).succeeds();
    shell.by("cv.snv", &["show", code]).succeeds();
    // Who may do everything on this computer is not stopped by the rights of a file.
    let ran = shell.by("cv.snv", &["set", "in_progress", code]);
    assert!(
        ran.code == 0 || ran.err.contains("chỉ cho đọc"),
        "{}",
        ran.err
    );
}

#[test]
fn deadlines_and_working_days_are_explained() {
    let shell = Shell::new();
    let read = shell.run(&[
        "deadline",
        "Trước ngày 15/12",
        "--from",
        "2023-01-12",
        "--json",
    ]);
    let read = read.succeeds().json();
    let fields = [
        "kind",
        "start",
        "due",
        "original_due",
        "effective_due",
        "recurrence",
        "needs_review",
        "why",
    ];
    has_fields(&read, &fields);
    assert_eq!(text(&read, "due"), "2023-12-14");
    let plain = shell.run(&["deadline", "Quý II/2023", "--from", "2023-01-12"]);
    assert!(plain.succeeds().out.contains("30/06/2023"), "{}", plain.out);
    let counted = shell.run(&["workdays", "2023-04-28", "2023-05-04", "--json"]);
    let counted = counted.succeeds().json();
    has_fields(&counted, &["from", "to", "working_days", "skipped"]);
    assert_eq!(counted["working_days"], 1);
    assert_eq!(counted["skipped"].as_array().map(Vec::len), Some(5));
    let added = shell
        .run(&["workdays", "2023-04-28", "+1", "--json"])
        .json();
    assert_eq!(text(&added, "to"), "2023-05-04");
    shell
        .run(&["workdays", "hôm qua", "+1"])
        .complains(2, "hôm qua");
    shell
        .run(&["workdays", "2023-04-28", "+x"])
        .complains(2, "+x");
    shell.run(&["deadline"]).complains(2, "sai cú pháp");
}

#[test]
fn a_database_that_is_none_is_named_and_left_alone() {
    let shell = Shell::empty();
    let at = |path: &str| {
        let words = ["--db", path, "list"];
        let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
        command.env_clear().env("HOME", shell.directory.path());
        let output = command.args(words).output().expect("the program runs");
        Ran {
            code: output.status.code().expect("an exit code"),
            out: String::new(),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    };
    at("/khong/co.db").complains(66, "/khong/co.db");
    let directory = shell.directory.path().to_str().expect("a name").to_owned();
    at(&directory).complains(73, "thư mục");
    let foreign = shell.file("thu.db", "Đây là một bức thư.");
    at(&foreign).complains(1, "không phải cơ sở dữ liệu");
    let left = fs::read_to_string(&foreign).expect("the letter");
    assert_eq!(left, "Đây là một bức thư.");
    shell.run(&["init"]).complains(73, "đã có");
}

#[test]
fn a_slip_in_an_agency_is_corrected_from_the_shell_without_a_document_and_taken_back() {
    let shell = Shell::new();
    let correct = ["agency", "correct", "SDL", "--head", "Giám đốc sở"];
    let with = |more: &[&str]| shell.by("qt.snv", &[&correct, more].concat());
    let would = with(&["--dry-run", "--json"]).json();
    assert_eq!(would["corrected"][0]["after"]["head"], "Giám đốc sở");
    assert_eq!(
        would["corrected"][0]["after"]["name"],
        would["corrected"][0]["before"]["name"]
    );
    let done = with(&["--yes"]);
    let told = "SDL, Người đứng đầu: Giám đốc Sở → Giám đốc sở";
    assert!(done.out.contains(told), "{}", done.out);
    with(&["--yes"]).complains(1, "không có gì để đính chính");
    let head = |shell: &Shell| {
        let show = shell
            .by("qt.snv", &["agency", "show", "SDL", "--json"])
            .json();
        text(&show["agency"], "head").to_owned()
    };
    assert_eq!(head(&shell), "Giám đốc sở");
    shell.by("qt.snv", &["undo"]).succeeds();
    assert_eq!(head(&shell), "Giám đốc Sở");
}

#[test]
fn an_agency_is_merged_from_the_shell_after_a_rehearsal_and_taken_back() {
    let shell = Shell::new();
    let open = |shell: &Shell, code: &str| {
        let all = shell.tasks_of("qt.snv", &format!("cq:{code} cht"));
        all.len()
    };
    let before = open(&shell, "sdl");
    assert!(before > 0);
    let merge = [
        "agency",
        "merge",
        "SDL",
        "--into",
        "SVHTT",
        "--on",
        "2023-06-15",
    ];
    let with = |more: &[&str]| shell.by("qt.snv", &[&merge, more].concat());
    with(&["--yes"]).complains(1, "Chưa có số văn bản");
    with(&["--document", "QĐ 5/QĐ-UBND"]).complains(1, "thêm --yes");
    let would = with(&["--document", "QĐ 5/QĐ-UBND", "--dry-run", "--json"]).json();
    assert_eq!(would["operation"], Value::Null);
    assert_eq!(would["ending"][0]["valid_to"], "2023-06-14");
    assert_eq!(open(&shell, "sdl"), before, "a rehearsal writes nothing");
    let done = with(&["--document", "QĐ 5/QĐ-UBND", "--yes", "--json"]).json();
    assert_eq!(done["handed"], would["handed"]);
    assert_eq!(open(&shell, "sdl"), 0);
    let log = shell
        .by("qt.snv", &["agency", "show", "SDL", "--json"])
        .json();
    let last = log["agency"]["changes"]
        .as_array()
        .and_then(|all| all.last());
    assert_eq!(
        last.map(|row| &row["document"]),
        Some(&"QĐ 5/QĐ-UBND".into())
    );
    // By today's successor the closed tasks of the old one count with the new one.
    let by = |way: &str| {
        let all = shell
            .by("qt.snv", &["agencies", "--by", way, "--json"])
            .json();
        let rows = all["agencies"].as_array().cloned().unwrap_or_default();
        let row = rows.iter().find(|row| row["code"] == "SVHTT").cloned();
        row.map_or(0, |row| {
            row["done_on_time"].as_i64().unwrap_or(0) + row["done_late"].as_i64().unwrap_or(0)
        })
    };
    assert!(by("today") >= by("then"));
    assert_eq!(by("head"), by("then"));
    with(&["--document", "QĐ 5/QĐ-UBND", "--yes"]).complains(1, "đã có ngày kết thúc 14/06/2023");
    shell.by("qt.snv", &["undo"]).succeeds();
    assert_eq!(open(&shell, "sdl"), before);
    shell
        .by(
            "cv.snv",
            &[&merge[..], &["--document", "x", "--yes"]].concat(),
        )
        .complains(77, "quản trị");
}

#[test]
fn a_month_counts_what_the_lists_of_its_days_hold() {
    let shell = Shell::new();
    let month = shell
        .by("cv.snv", &["calendar", "--month", "2023-06", "--json"])
        .json();
    let days = month["days"].as_array().cloned().unwrap_or_default();
    assert_eq!(days.len(), 30);
    let listed = |filter: &str| {
        let found = shell.by("cv.snv", &["list", filter, "--json"]).json();
        found["tasks"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(month["due"], listed("hạn:6/2023"));
    let day = &days[29];
    assert_eq!(
        (&day["date"], &day["due"]),
        (&"2023-06-30".into(), &listed("hạn:30/6/2023").into())
    );
    let late = days
        .iter()
        .filter_map(|day| day["late"].as_u64())
        .sum::<u64>();
    assert_eq!(month["late"], late);
    let weekend = |day: &Value| day["why"] == "weekend" && day["is_working"] == false;
    assert_eq!(days.iter().filter(|day| weekend(day)).count(), 8);
    let one = shell.by(
        "cv.snv",
        &[
            "calendar", "--month", "2023-06", "--agency", "STTTT", "--json",
        ],
    );
    let (own, all) = (one.json()["due"].as_i64(), month["due"].as_i64());
    assert!(own > Some(0) && own < all, "{own:?} of {all:?}");
    shell
        .by("cv.snv", &["calendar", "--month", "6/2023"])
        .complains(2, "tháng");
    let table = shell.by("cv.snv", &["calendar", "--month", "2023-09"]);
    assert!(table.succeeds().out.contains("Quốc khánh"), "{}", table.out);
}

#[test]
fn days_off_are_kept_from_the_shell() {
    let shell = Shell::new();
    let set = [
        "holiday",
        "set",
        "2023-07-10",
        "Nghỉ thử",
        "--projected",
        "--yes",
    ];
    shell.by("qt.snv", &set).succeeds();
    let days = |year: &str| {
        shell
            .by("cv.snv", &["holiday", "list", year, "--json"])
            .json()
    };
    let found = days("2023")["days"].as_array().cloned().unwrap_or_default();
    let day = found
        .iter()
        .find(|day| day["date"] == "2023-07-10")
        .cloned();
    assert_eq!(
        day.map(|day| day["projected"].clone()),
        Some(Value::Bool(true))
    );
    shell
        .by(
            "qt.snv",
            &["holiday", "set", "2023-07-10", "x", "--kind", "lễ", "--yes"],
        )
        .complains(2, "loại");
    shell
        .by("qt.snv", &["holiday", "remove", "2023-07-10", "--yes"])
        .succeeds();
    shell
        .by("qt.snv", &["holiday", "remove", "2023-07-10", "--yes"])
        .complains(2, "không có ngày này");
    let file = shell.directory.path().join("nghi.csv");
    fs::write(
        &file,
        "date,name,kind,status\n2029-01-01,Tết Dương lịch,holiday,official\n",
    )
    .expect("a file");
    let import = |more: &str| {
        shell
            .by(
                "qt.snv",
                &[
                    "holiday",
                    "import",
                    file.to_str().expect("a path"),
                    "--json",
                    more,
                ],
            )
            .json()
    };
    assert_eq!(import("--dry-run")["set"].as_array().map(Vec::len), Some(1));
    assert_eq!(days("2029")["official"], false);
    import("--yes");
    assert_eq!(days("2029")["official"], true);
}

#[test]
fn lists_are_grouped_by_the_head_who_answers_for_them() {
    let shell = Shell::new();
    let leads = |by: &str| -> Vec<String> {
        let listed = shell
            .by("cv.snv", &["list", "quá hạn", "--by", by, "--json"])
            .json();
        let tasks = listed["tasks"].as_array().cloned().unwrap_or_default();
        tasks
            .iter()
            .map(|task| task["agency"].to_string())
            .collect()
    };
    let (plain, heads) = (leads("then"), leads("head"));
    assert_eq!(plain.len(), heads.len());
    let mut runs = heads.clone();
    runs.dedup();
    let mut once = heads;
    once.sort();
    once.dedup();
    assert_eq!(runs.len(), once.len(), "each head has one group: {runs:?}");
    for words in [
        ["list", "quá hạn", "--by", "head"].as_slice(),
        &["agencies", "--by", "head"],
    ] {
        let told = shell.by("cv.snv", words);
        assert!(told.out.contains("Giám đốc Sở Nội vụ"), "{}", told.out);
    }
    // What home counts is a filter that the command line understands too.
    for words in [
        "mới quá hạn",
        "newly overdue",
        "hỏi:stc",
        "gđ<=30/6",
        "nợ văn bản",
        "đã giải trình",
    ] {
        shell.by("cv.snv", &["list", words]).succeeds();
    }
}
