//! What scripts rely on: rows for `cut`, codes on standard input, saved views, failures as objects, exit codes.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use super::{HEADER, ROW, Ran, Shell, text};

impl Shell {
    /// With something on standard input.
    fn fed(&self, login: &str, words: &[&str], input: &str) -> Ran {
        let mut command = self.command(&[&["--user", login], words].concat());
        command.stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let mut stdin = child.stdin.take().expect("an input");
        stdin.write_all(input.as_bytes()).expect("it is read");
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        Ran {
            code: output.status.code().expect("an exit code"),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    }
}

#[test]
fn plain_rows_are_cut_at_tabs_and_say_what_json_says() {
    let shell = Shell::new();
    let tasks = shell.tasks("cq:stttt");
    let plain = shell.by("cv.snv", &["list", "cq:stttt", "--plain"]);
    let rows: Vec<Vec<&str>> = plain
        .succeeds()
        .out
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), tasks.len(), "no heading");
    for (row, task) in rows.iter().zip(&tasks) {
        assert_eq!(row.len(), 6, "{row:?}");
        assert_eq!(row[0], task["number"].to_string());
        assert_eq!(row[1], text(task, "code"));
        assert_eq!(row[3], task["due"].as_str().unwrap_or(""));
        assert_eq!(row[5], text(task, "title"), "whole, not cut");
    }
    let headed = ["list", "cq:stttt", "--plain", "--headings"];
    let headed = shell.by("cv.snv", &headed);
    assert!(
        headed.out.starts_with("Số\tMã\tCơ quan\t"),
        "{}",
        headed.out
    );
    let both = shell.by("cv.snv", &["list", "--plain", "--json"]);
    assert_eq!(both.code, 2, "{}", both.err);
}

#[test]
fn every_command_that_prints_rows_has_plain_ones() {
    let shell = Shell::new();
    for words in [
        &["agencies"][..],
        &["agency", "list"],
        &["calendar"],
        &["caseload", "list"],
        &["config", "list"],
        &["document", "list"],
        &["holiday", "list"],
        &["indicator", "list"],
        &["report", "completion"],
        &["show", ":1"],
        &["user", "list"],
    ] {
        let ran = shell.by("qt.snv", &[words, &["--plain"]].concat());
        ran.succeeds();
        let mut lines = ran.out.lines();
        assert!(
            lines.all(|line| line.contains('\t')),
            "{words:?}: {}",
            ran.out
        );
        assert!(!ran.out.contains("  "), "{words:?} is padded: {}", ran.out);
    }
}

#[test]
fn no_sentence_stands_between_plain_rows() {
    let shell = Shell::new();
    let annex = shell.file(
        "annex.csv",
        format!("{HEADER}\nI. Việc chung,,,,,,,\n{ROW}\n2,Việc khác,,,Sở Ma,,hằng quý,\n"),
    );
    let readings = shell.file(
        "so-lieu.csv",
        "Cơ quan,Kỳ,Kết quả\nSở Tư pháp,Quý I/2023,98\nSở Du lịch,Quý I/2023,nhiều\n",
    );
    let base = ["document", "base", "KH9125/23", "--add", "KH39/23"];
    let plain = |words: &[&str], cells: std::ops::RangeInclusive<usize>| {
        let ran = shell.by("cv.snv", &[words, &["--plain"]].concat());
        assert!(!ran.out.is_empty(), "{words:?}: {}", ran.err);
        for line in ran.out.lines() {
            let found = line.split('\t').count();
            assert!(cells.contains(&found), "{words:?}: {line:?}");
        }
        assert!(!ran.out.contains("  "), "{words:?} is padded: {}", ran.out);
        ran
    };
    let show = |what: &'static str, name: &'static str| [what, "show", name];
    let agency = plain(&show("agency", "STC"), 2..=7);
    shell
        .by(
            "qt.snv",
            &[
                "agency",
                "correct",
                "STC",
                "--head",
                "Quyền Giám đốc",
                "--yes",
            ],
        )
        .succeeds();
    let after = plain(&show("agency", "STC"), 2..=7);
    let mut rows = after.out.lines().rev();
    let logged = rows.find(|line| line.split('\t').count() == 7);
    let logged = logged.expect("a row of the log");
    assert!(!agency.out.contains(logged), "{logged}");
    assert!(logged.contains("\tqt.snv\t"), "{logged}");
    shell
        .by(
            "cv.snv",
            &["document", "add", "39/KH-UBND", "--date", "2023-01-09"],
        )
        .succeeds();
    shell.by("cv.snv", &base).succeeds();
    let document = plain(&show("document", "KH9125/23"), 2..=4);
    assert!(document.out.contains("\t1\tKH39/23\t"), "{}", document.out);
    let indicator = shell
        .by("cv.snv", &["indicator", "show", "VTVL", "--json"])
        .json();
    let rows =
        ["readings", "missing_values"].map(|name| indicator[name].as_array().expect("rows").len());
    let shown = plain(&show("indicator", "VTVL"), 6..=6);
    assert_eq!(
        shown.out.lines().count(),
        rows[0] + rows[1],
        "{}",
        shown.out
    );
    let preview = plain(&["import", "tasks", &annex, "--dry-run"], 7..=7);
    assert!(preview.err.contains("1 dòng bỏ qua"), "{}", preview.err);
    let doubtful = preview.out.lines().last().expect("a row");
    assert!(
        doubtful.contains("\t?\t") && doubtful.contains("Sở Ma"),
        "{doubtful}"
    );
    let left = plain(
        &[
            "indicator",
            "import",
            &readings,
            "--indicator",
            "VTVL",
            "--dry-run",
        ],
        3..=3,
    );
    assert_eq!(left.out.lines().count(), 1, "{}", left.out);
    plain(&["doctor"], 3..=3);
    plain(&["deadline", "Quý II/2023", "--from", "2023-01-12"], 2..=2);
    let days = plain(&["workdays", "2023-04-28", "2023-05-05"], 2..=3);
    assert!(
        days.out.starts_with("2023-04-28\t2023-05-05\t"),
        "{}",
        days.out
    );
}

#[test]
fn a_deed_takes_its_tasks_from_standard_input_from_codes_or_from_rows() {
    let shell = Shell::new();
    let tasks = shell.tasks("cq:stc quá hạn");
    let codes: Vec<&str> = tasks.iter().map(|task| text(task, "code")).collect();
    assert!(codes.len() > 1, "the sample has some");
    let urge = ["urge", "-", "--reason", "Quá hạn", "--json"];
    let urged = shell.fed("cv.snv", &urge, &codes.join("\n"));
    let done = urged.json()["tasks"].as_array().expect("tasks").len();
    let refused = urged.json()["refused"].as_array().expect("some").len();
    assert_eq!(done + refused, codes.len(), "{}", urged.out);
    let rows = shell.by("cv.snv", &["list", "cq:stttt", "--plain"]).out;
    let all = rows.lines().count();
    let urged = shell.fed("cv.snv", &urge, &rows);
    let done = urged.json()["tasks"].as_array().expect("tasks").len();
    let refused = urged.json()["refused"].as_array().expect("some").len();
    assert_eq!(done + refused, all, "{}{}", urged.out, urged.err);
}

#[test]
fn a_filter_is_done_to_after_a_yes_and_never_asks_without_a_terminal() {
    let shell = Shell::new();
    let urge = ["urge", "--filter", "cq:stc quá hạn", "--reason", "Quá hạn"];
    shell.by("cv.snv", &urge).complains(1, "--yes");
    shell.by("cv.snv", &urge).complains(1, "cchc list");
    let yes = [&urge[..], &["--yes", "--json"]].concat();
    let urged = shell.by("cv.snv", &yes).json();
    let done = urged["tasks"].as_array().expect("tasks").len();
    assert!(done > 0, "{urged}");
    let none = [
        "urge",
        "--filter",
        "zzzz",
        "--reason",
        "Quá hạn",
        "--yes",
        "--json",
    ];
    for words in [
        &none[..],
        &["set", "in_progress", "--filter", "zzzz", "--yes", "--json"],
    ] {
        let none = shell.by("cv.snv", words);
        let told = none.succeeds().json();
        assert_eq!(told["tasks"], serde_json::json!([]), "{words:?}");
        assert_eq!(told["refused"], serde_json::json!([]), "{words:?}");
    }
}

#[test]
fn note_extend_and_transfer_are_commands_of_their_own() {
    let shell = Shell::new();
    let task = shell.tasks("cq:stttt tt:đang").remove(0);
    let code = text(&task, "code");
    let note = ["note", code, "Đã họp", "--percent", "40", "--json"];
    let noted = shell.by("cv.stttt", &note).succeeds().json();
    assert_eq!(noted["tasks"][0]["progress"], 40);
    let extend = [
        "extend",
        code,
        "--until",
        "2027-12-30",
        "--document",
        "35/TB-VP",
        "--json",
    ];
    let extended = shell.by("cv.vpub", &extend).succeeds().json();
    assert_eq!(extended["tasks"][0]["due"], "2027-12-30");
    let transfer = [
        "transfer",
        code,
        "STC",
        "--reason",
        "Đúng chức năng",
        "--json",
    ];
    let transferred = shell.by("cv.snv", &transfer).succeeds().json();
    assert_eq!(transferred["tasks"][0]["agency"], "STC");
    let nobody = ["transfer", "STC", "--reason", "x"];
    shell.by("cv.snv", &nobody).complains(2, "cơ quan nhận");
}

#[test]
fn a_saved_view_is_a_persons_own_and_lists_by_its_name() {
    let shell = Shell::new();
    let save = [
        "view",
        "save",
        "Tài chính trễ",
        "cq:stc",
        "quá hạn",
        "--json",
    ];
    let saved = shell.by("cv.snv", &save).succeeds().json();
    assert_eq!(text(&saved, "name"), "Tài chính trễ");
    let by_name = ["list", "--view", "tai chinh tre", "--json"];
    let listed = shell.by("cv.snv", &by_name).succeeds().json();
    assert_eq!(
        listed["tasks"].as_array().expect("tasks").clone(),
        shell.tasks("cq:stc quá hạn")
    );
    shell
        .by("cv.snv", &["list", "--view", "Tài chinh trê1"])
        .complains(2, "Có phải Tài chính trễ?");
    shell.by("cv.vpub", &by_name).complains(2, "tai chinh tre");
    // What nobody sees of a name is not kept of it, and does not hide it.
    let odd = ["view", "save", " Nội  vụ\u{200b} ", "cq:snv", "--json"];
    let saved = shell.by("cv.snv", &odd).succeeds().json();
    assert_eq!(text(&saved, "name"), "Nội vụ");
    shell
        .by("cv.snv", &["view", "remove", "Nội  vụ"])
        .succeeds();
    shell
        .by("cv.snv", &["view", "remove", "Tài chính trễ"])
        .succeeds();
    assert_eq!(shell.by("cv.snv", &["view", "list"]).succeeds().out, "");
}

#[test]
fn files_come_on_standard_input_and_go_to_standard_output() {
    let shell = Shell::new();
    let import = ["import", "tasks", "-", "--yes", "--json"];
    let file = format!("{HEADER}\n{ROW}\n");
    let imported = shell.fed("cv.snv", &import, &file);
    assert_eq!(imported.succeeds().json()["new"], 1);
    let asking = shell.fed("cv.snv", &["import", "tasks", "-"], &file);
    asking.complains(1, "--yes");
    let exported = shell.by("cv.snv", &["export", "tasks", "-", "cq:stc"]);
    exported.succeeds();
    let path = shell.directory.path().join("stc.csv");
    let named = path.to_str().expect("a name");
    shell
        .by("cv.snv", &["export", "tasks", named, "cq:stc"])
        .succeeds();
    assert_eq!(exported.out.as_bytes(), fs::read(&path).expect("a file"));
}

#[test]
fn what_was_mistyped_is_answered_with_the_nearest_that_exists() {
    let shell = Shell::new();
    for (words, meant) in [
        (&["lsit"][..], "list"),
        (&["list", "--jsno"], "--json"),
        (&["set", "awiting", ":1"], "awaiting"),
        (&["do", "extned", ":1"], "extend"),
        (&["report", "completon"], "completion"),
        (&["report", "late", "--by", "non"], "none"),
        (&["report", "late", "--basis", "asigned"], "assigned"),
        (&["report", "late", "--format", "docs"], "docx"),
        (&["config", "get", "urge-gpa"], "urge_gap"),
        (&["agency", "show", "SNVV"], "SNV"),
    ] {
        let ran = shell.by("cv.snv", words);
        let asked = format!("Có phải {meant}?");
        assert!(
            ran.code != 0 && ran.err.contains(&asked),
            "{words:?}: {}",
            ran.err
        );
    }
    let failed = shell.by("cv.snv", &["do", "extned", ":1", "--json"]);
    assert_eq!((failed.code, failed.out.as_str()), (2, ""));
    let last = failed.err.lines().last().expect("an object");
    let failure: serde_json::Value = serde_json::from_str(last).expect("JSON");
    assert_eq!(failure["error"]["nearest"], "extend");
    assert_eq!(failure["error"]["kind"], "usage");
}

#[test]
fn the_brief_of_a_login_is_silent_where_anything_is_in_the_way() {
    let shell = Shell::new();
    let brief = shell.by("cv.stttt", &["brief", "--quiet"]);
    assert_eq!(
        (brief.code, brief.out.lines().count()),
        (3, 3),
        "{}",
        brief.err
    );
    let strange = shell.by("khach", &["brief", "--quiet"]);
    assert_eq!(
        (strange.code, strange.out + &strange.err),
        (0, String::new())
    );
    fs::remove_file(shell.db()).expect("a file");
    let gone = shell.run(&["brief", "--quiet"]);
    assert_eq!((gone.code, gone.out + &gone.err), (0, String::new()));
    shell.run(&["brief"]).complains(66, "cchc.db");
}

#[test]
fn the_morning_mail_has_a_subject_that_every_reader_can_show() {
    let shell = Shell::new();
    let list = shell.file("brief.list", "# login, address\ncv.stttt a@example.org\n");
    let sent = shell.directory.path().join("sent");
    let sendmail = shell.file("sendmail", format!("cat > '{}'\n", sent.display()));
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_cchc"));
    let folder = program.parent().expect("a folder").display();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/package/brief-mail");
    let ended = std::process::Command::new("sh")
        .args([
            "-c",
            "sendmail() { sh \"$SENT\"; }; SENDMAIL=sendmail; . \"$0\"",
            script,
        ])
        .arg(shell.db())
        .arg(&list)
        .env("SENT", &sendmail)
        .env("PATH", format!("{folder}:/usr/bin:/bin"))
        .status()
        .expect("a shell");
    assert!(ended.success(), "{ended}");
    let mail = fs::read_to_string(&sent).expect("a mail");
    let subject = mail.lines().find(|line| line.starts_with("Subject: "));
    let word = subject.expect("a subject").trim_start_matches("Subject: ");
    assert!(word.starts_with("=?UTF-8?B?") && word.len() <= 75, "{word}");
    assert!(mail.contains("Sở Thông tin và Truyền thông"), "{mail}");
}

#[test]
fn every_exit_code_of_the_manual_is_met() {
    let shell = Shell::new();
    let taken = shell.file("taken.csv", "x");
    for (login, words, code) in [
        ("cv.snv", &["list"][..], 0),
        ("cv.snv", &["show", "KHÔNG-CÓ"], 1),
        ("cv.snv", &["set", "nowhere", ":1"], 2),
        ("cv.stttt", &["brief"], 3),
        ("cv.snv", &["import", "tasks", "/khong/co.csv", "--yes"], 66),
        ("cv.snv", &["export", "tasks", &taken], 73),
        ("cv.stttt", &["config", "set", "soon", "5"], 77),
    ] {
        let ran = shell.by(login, words);
        assert_eq!(ran.code, code, "{words:?}: {}{}", ran.out, ran.err);
    }
}

#[test]
fn what_a_script_left_half_typed_is_said_to_be_kept_only_where_it_is() {
    let shell = Shell::new();
    let input = "thêm\nRà soát quy trình\n";
    let kept = shell.fed("cv.snv", &["--line"], input);
    assert!(
        kept.err
            .contains("Còn 1 nội dung nhập dở, được giữ cho lần sau."),
        "{}",
        kept.err
    );
    // Where the place of the state is a file nothing can be kept there.
    let state = shell.directory.path().join(".local/state/cchc");
    fs::remove_dir_all(&state).expect("the state goes");
    fs::write(&state, "").expect("a file");
    let lost = shell.fed("cv.snv", &["--line"], input);
    let all = format!("{}{}", lost.out, lost.err);
    assert!(!all.contains("được giữ cho lần sau"), "{all}");
    assert!(lost.err.contains("Rà soát quy trình"), "{}", lost.err);
}
