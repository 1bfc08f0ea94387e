//! Every command on a poisoned database; poison in arguments, variables, settings, files and their names.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::poison;
use crate::watch::{TOWER, faults_of_text, is_hostile};

/// What prints something of the database.
const PRINT: [&[&str]; 55] = [
    &["list"],
    &["list", "--limit", "100000"],
    &["list", "--by", "successor"],
    &["show", ":21"],
    &["show", ":7"],
    &["show", ":1242"],
    &["agencies"],
    &["agencies", "--by", "successor"],
    &["report", "completion"],
    &["report", "completion", "--by", "area"],
    &["report", "promise"],
    &["report", "heads"],
    &["report", "hands"],
    &["report", "loops"],
    &["report", "waiting"],
    &["report", "urgings"],
    &["report", "extensions"],
    &["report", "returns"],
    &["report", "explanations"],
    &["report", "documents"],
    &["report", "owed"],
    &["report", "series"],
    &["report", "ongoing"],
    &["report", "indicators"],
    &["report", "caseload"],
    &["agency", "list"],
    &["agency", "list", "--all"],
    &["agency", "show", "STTTT"],
    &["agency", "show", "SNV"],
    &["agency", "orphans"],
    &["calendar"],
    &["calendar", "2023-06"],
    &["document", "list"],
    &["document", "show", "9125/KH-UBND"],
    &["config", "list"],
    &["indicator", "list"],
    &["indicator", "show", "VTVL"],
    &["caseload", "list"],
    &["caseload", "alerts"],
    &["holiday", "list"],
    &["holiday", "list", "2023"],
    &["import", "list"],
    &["audit", "verify"],
    &["keys"],
    &["deadline", "Quý II/2023"],
    &["undo"],
    &["set", "in_progress", ":1", ":2", ":3"],
    &["view", "list"],
    &["window", "list"],
    &["window", "list", "2023"],
    &["window", "set", "Quý II/2023", "--due", "2023-06-25"],
    &["letter", "urge", "quá hạn", "--dry-run"],
    &["letter", "explain", "cq:stc quá hạn", "--dry-run"],
    &["report", "late"],
    &["report", "period"],
];

/// A folder with a database, and the program in it.
struct Shell {
    folder: TempDir,
}

impl Shell {
    fn poisoned() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(poison::sample(), folder.path().join("cchc.db")).unwrap();
        Self { folder }
    }

    fn at(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
        command.env_clear().env("HOME", self.folder.path());
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = self.command();
        command
            .args(["--db", "cchc.db", "--user", "cv.snv"])
            .args(words);
        command.output().unwrap()
    }
}

/// Fails where the program printed what it did not mean. Gives what it printed.
#[track_caller]
fn is_harmless(what: &str, output: &Output) -> String {
    let mut all = String::new();
    for bytes in [&output.stdout, &output.stderr] {
        let text = String::from_utf8(bytes.clone()).unwrap_or_else(|_| panic!("{what}: no text"));
        let mut faults = faults_of_text(&text, &['\n']);
        if what.contains("--json") {
            // Data, and as it is: marks on letters command nobody.
            faults.retain(|fault| fault != TOWER);
        }
        assert!(
            faults.is_empty(),
            "{what}: {:?}\n{text}",
            &faults[..faults.len().min(12)]
        );
        all.push_str(&text);
    }
    assert!(!all.contains("panicked"), "{what}: {all}");
    all
}

#[test]
fn no_command_prints_what_a_poisoned_database_wants_to_say_to_the_terminal() {
    let shell = Shell::poisoned();
    let (mut shown, mut worked) = (0, 0);
    for words in PRINT {
        for more in [&[][..], &["--json"], &["--lang", "en"]] {
            let words = [words, more].concat();
            let output = shell.run(&words);
            let text = is_harmless(&words.join(" "), &output);
            shown += usize::from(text.contains(poison::SHOWS));
            worked += usize::from(output.status.success());
            if more == ["--json"] && output.status.success() {
                let value = serde_json::from_slice::<Value>(&output.stdout);
                assert!(value.is_ok(), "{words:?}: {value:?}");
            }
        }
    }
    assert!(
        worked > 100 && shown > 60,
        "{worked} worked, {shown} with poison"
    );
}

#[test]
fn the_work_line_by_line_says_nothing_to_the_terminal_but_text() {
    let shell = Shell::poisoned();
    let typed = format!(
        "1\n1\n5\nl\n{0}\n:21\nl\n\nq\n/{0}\n:{0}\n9 {0}\nbao cao\n1\n\nchi tieu\n1\n\nvan ban\n1\n\nq\nq\n",
        poison::name()
    );
    let mut child = shell.command();
    child.args(["--db", "cchc.db", "--user", "cv.snv", "--line"]);
    let file = shell.at("typed");
    fs::write(&file, typed).unwrap();
    child.stdin(fs::File::open(&file).unwrap());
    let text = is_harmless("--line", &child.output().unwrap());
    assert!(text.contains(poison::SHOWS), "{text}");
}

#[test]
fn no_complaint_says_what_poisoned_arguments_want_to_say() {
    let shell = Shell::poisoned();
    let poison = poison::name();
    let one = poison.as_str();
    let json = ["--json"];
    let tables: Vec<Vec<&str>> = vec![
        vec![one],
        vec!["--", one],
        vec!["list", one],
        vec!["list", "cq:", one],
        vec!["list", "--by", one],
        vec!["list", "--limit", one],
        vec!["show", one],
        vec!["report", one],
        vec!["report", "completion", "--by", one],
        vec!["report", "completion", one],
        vec!["deadline", one],
        vec!["deadline", "30/6", "--from", one],
        vec!["workdays", one, one],
        vec!["agency", one],
        vec!["agency", "show", one],
        vec!["agency", "rename", one, one],
        vec!["calendar", one],
        vec!["document", "list", one],
        vec!["document", "show", one],
        vec!["document", "add", one],
        vec!["config", "get", one],
        vec!["config", "set", one, one],
        vec!["config", "set", "soon", one],
        vec!["indicator", "show", one],
        vec!["indicator", "read", one, one, one],
        vec!["caseload", "list", one],
        vec!["caseload", "set", one, one],
        vec!["holiday", "list", one],
        vec!["holiday", "set", one, one],
        vec!["holiday", "import", one],
        vec!["import", "tasks", one],
        vec!["import", "finish", one, one],
        vec!["import", "undo", one],
        vec!["export", "tasks", one],
        vec!["export", "list", one],
        vec!["export", "documents", one],
        vec!["export", "changes", one],
        vec!["export", "tasks", "x.csv", "--view", one],
        vec!["salvage", one],
        vec!["list", "--view", one],
        vec!["view", "show", one],
        vec!["view", "save", one, "cq:", one],
        vec!["view", "save", "x", "--order", one],
        vec!["view", "remove", one],
        vec!["letter", one],
        vec!["letter", "urge", one],
        vec!["letter", "urge", "cq:stttt", "--agency", one],
        vec!["letter", "urge", "cq:stttt", "--number", one],
        vec!["letter", "urge", "cq:stttt", "--until", one],
        vec!["letter", "urge", "cq:stttt", "--output", one],
        vec!["window", "list", one],
        vec!["window", "set", one],
        vec!["window", "set", one, "--from", one],
        vec!["window", "set", "Quý II/2023", "--series", one],
        vec!["window", "remove", one],
        vec!["brief", "--agency", one],
        vec!["set", one, one],
        vec!["set", "in_progress", one, "--note", one],
        vec!["do", one, one],
        vec!["add", one],
        vec!["--today", one, "list"],
        vec!["--as-of", one, "list"],
        vec!["--color", one, "list"],
        vec!["--lang", one, "list"],
        vec!["--user", one, "list"],
        vec!["--db", one, "list"],
        vec!["demo", "--db", one],
        vec!["--unknown", one],
    ];
    for words in tables {
        for more in [&[][..], &json] {
            let words = [&words[..], more].concat();
            let what = words.join(" ").escape_debug().to_string();
            let mut command = shell.command();
            if !words.contains(&"--db") {
                command.args(["--db", "cchc.db"]);
            }
            let output = command.args(&words).output().unwrap();
            is_harmless(&what, &output);
        }
    }
}

#[test]
fn bytes_that_are_no_text_are_complained_about_in_text() {
    let shell = Shell::poisoned();
    let odd = || OsString::from_vec(b"\x1b]0;\xff\xfe\x9bx\x07.csv".to_vec());
    for words in [
        vec!["list"],
        vec!["import", "tasks"],
        vec!["export", "tasks"],
        vec!["--db"],
        vec!["show"],
    ] {
        let output = shell.command().args(&words).arg(odd()).output().unwrap();
        is_harmless(&format!("{words:?}"), &output);
    }
}

#[test]
fn variables_settings_and_names_of_the_program_itself_command_nobody() {
    use std::os::unix::process::CommandExt;
    let shell = Shell::poisoned();
    let poison = poison::name();
    for name in [
        "TERM",
        "LANG",
        "LC_ALL",
        "LOGNAME",
        "USER",
        "HOME",
        "COLUMNS",
        "LINES",
        "CCHC_LANG",
        "CCHC_TODAY",
        "CCHC_DB",
        "CCHC_COLOR",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "XDG_DATA_HOME",
        "SSH_CONNECTION",
        "SSH_ORIGINAL_COMMAND",
        "NO_COLOR",
        "COLORTERM",
        "TZ",
    ] {
        for words in [
            &["list"][..],
            &["--help"],
            &[],
            &["set", "in_progress", ":5"],
            &["undo"],
        ] {
            let mut command = shell.command();
            command
                .env(name, &poison)
                .args(["--db", "cchc.db"])
                .args(words);
            is_harmless(name, &command.output().unwrap());
        }
    }
    let quoted = poison
        .chars()
        .map(|letter| format!("\\u{:04X}", u32::from(letter)));
    let quoted: String = quoted
        .map(|code| {
            if code.len() > 6 {
                "\\U000E0041".to_owned()
            } else {
                code
            }
        })
        .collect();
    let settings = [
        format!("db = \"{quoted}\""),
        format!("lang = \"{quoted}\""),
        format!("\"{quoted}\" = 1"),
        format!("[keys.tasks]\n\"{quoted}\" = \"{quoted}\""),
        format!("[keys.\"{quoted}\"]\n\"F9\" = \"{quoted}\""),
        format!("[colors]\noverdue = \"{quoted}\""),
        format!("theme = \"{quoted}\""),
        format!("[[terminal]]\nname = \"{quoted}\"\nglyphs = \"{quoted}\""),
        format!("lang = {}", poison.replace('\n', "")),
        poison.clone(),
    ];
    for setting in settings {
        let folder = shell.at("config/cchc");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("config.toml"), &setting).unwrap();
        for words in [&["list"][..], &["keys"], &["keys", "--json"], &[]] {
            let mut command = shell.command();
            command
                .env("XDG_CONFIG_HOME", shell.at("config"))
                .args(words);
            let what = format!("{setting} {words:?}");
            is_harmless(&what, &command.output().unwrap());
        }
    }
    for words in [
        &["--help"][..],
        &["list", "--help"],
        &["--nothing"],
        &["--version"],
    ] {
        let output = shell.command().arg0(&poison).args(words).output().unwrap();
        is_harmless("the name of the program", &output);
    }
}

/// A file to import whose every cell is poisoned.
fn annex() -> String {
    let cell = format!("\"{}\"", poison::text().replace('"', ""));
    let head = "STT,Nội dung nhiệm vụ,Lĩnh vực,Sản phẩm,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành,Văn bản giao";
    let mut lines = vec![cell.clone(), head.to_owned()];
    for number in 1..6 {
        lines.push(format!("{number},Việc {cell}{number},{cell},{cell},Sở Nội vụ,{cell},30/6/2026,\"Kế hoạch số 9{number}/KH-UBND {}\"", poison::text()));
        lines.push([&cell[..]; 8].join(","));
    }
    lines.join("\n")
}

#[test]
fn a_poisoned_file_with_a_poisoned_name_is_imported_clean_and_exported_clean() {
    let shell = Shell {
        folder: tempfile::tempdir().unwrap(),
    };
    is_harmless(
        "init",
        &shell
            .command()
            .args(["--db", "cchc.db", "init"])
            .output()
            .unwrap(),
    );
    let name = format!(
        "{}.csv",
        poison::name().chars().take(60).collect::<String>()
    );
    fs::write(shell.at(&name), annex()).unwrap();
    let run = |words: &[&str]| {
        let output = shell
            .command()
            .args(["--db", "cchc.db"])
            .args(words)
            .output()
            .unwrap();
        (is_harmless(&words.join(" "), &output), output)
    };
    let (text, output) = run(&["import", "tasks", &name, "--yes"]);
    assert!(output.status.success(), "{text}");
    run(&["import", "tasks", &name, "--dry-run"]);
    run(&["import", "tasks", &name, "--dry-run", "--json"]);
    for words in [
        &["list", "--json"][..],
        &["document", "list", "--json"],
        &["import", "list", "--json"],
    ] {
        let (_, output) = run(words);
        let value: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(hostile_in(&value), None, "{words:?} kept what was read");
    }
    run(&["import", "list"]);
}

#[test]
fn files_written_from_a_poisoned_database_hold_text_only() {
    let shell = Shell::poisoned();
    for table in ["tasks", "documents", "changes"] {
        let names = ["csv", "xlsx"].map(|ending| format!("{table}.{ending}"));
        for name in &names {
            let output = shell.run(&["export", table, name]);
            let said = is_harmless(name, &output);
            assert!(output.status.success(), "{said}");
        }
        let text = fs::read_to_string(shell.at(&names[0])).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap();
        assert!(text.contains(poison::SHOWS), "{table}");
        let faults = faults_of_text(text, &['\r', '\n']);
        assert_eq!(faults, Vec::<String>::new(), "{table}");
        holds_text_only(&shell.at(&names[1]));
    }
}

/// Every part of a package is text that nobody obeys.
fn holds_text_only(path: &Path) {
    let file = fs::File::open(path).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    for place in 0..zip.len() {
        let part = std::io::read_to_string(zip.by_index(place).unwrap()).unwrap();
        let faults = faults_of_text(&part, &['\r', '\n']);
        assert_eq!(faults, Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn letters_about_poisoned_tasks_and_their_names_hold_text_only() {
    let shell = Shell::poisoned();
    fs::create_dir(shell.at("thu")).unwrap();
    let letter = ["letter", "urge", "quá hạn", "--number", "15"];
    let output = shell.run(&[&letter[..], &["--output", "thu"]].concat());
    let said = is_harmless("letter", &output);
    let mut letters = 0;
    for entry in fs::read_dir(shell.at("thu")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        assert_eq!(faults_of_text(name, &[]), Vec::<String>::new());
        holds_text_only(&path);
        letters += 1;
    }
    assert!(letters > 0, "{said}");
}

#[test]
fn views_and_windows_with_poisoned_names_are_kept_clean_and_taken_away() {
    let shell = Shell {
        folder: tempfile::tempdir().unwrap(),
    };
    let poison = poison::name();
    let run = |words: &[&str]| {
        let mut command = shell.command();
        command.args(["--db", "cchc.db"]).args(words);
        let output = command.output().unwrap();
        let said = is_harmless(&words.join(" "), &output);
        assert!(output.status.success(), "{words:?}: {said}");
        output
    };
    run(&["init"]);
    run(&["view", "save", &poison, "quá hạn"]);
    run(&["list", "--view", &poison]);
    let window = ["window", "set", &poison, "--from", "2026-01-01"];
    let days = ["--to", "2026-01-31", "--due", "2026-02-05"];
    run(&[&window[..], &days].concat());
    for words in [
        &["view", "show", &poison, "--json"][..],
        &["window", "list", "2026", "--json"],
        &["view", "remove", &poison, "--json"],
        &["window", "remove", &poison, "--yes", "--json"],
    ] {
        let output = run(words);
        let value: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(hostile_in(&value), None, "{words:?} kept what was given");
    }
}

/// The first text that holds what a terminal would obey.
fn hostile_in(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => text.contains(is_hostile).then(|| text.clone()),
        Value::Array(values) => values.iter().find_map(hostile_in),
        Value::Object(fields) => fields.values().find_map(hostile_in),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}
