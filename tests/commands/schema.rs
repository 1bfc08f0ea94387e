//! `--json` is what the schema in the repository says, to the field.
//!
//! The validator here knows the words of JSON Schema that the schema uses, and no others: a word that it does not know
//! fails, so that nothing in the schema goes unchecked.

use serde_json::Value;

use super::{HEADER, ROW, Shell, text};

fn schema() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/schema/cchc-1.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("a schema")).expect("JSON")
}

/// What is wrong with a value; nothing where it is as described.
fn faults(whole: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let rules = match schema {
        Value::Bool(true) => return Vec::new(),
        other => other.as_object().expect("a schema is an object"),
    };
    let mut found = Vec::new();
    let has = |word: &str| rules.contains_key(word);
    for (word, rule) in rules {
        match word.as_str() {
            "$ref" => {
                let name = rule
                    .as_str()
                    .expect("a text")
                    .trim_start_matches("#/$defs/");
                found.extend(faults(whole, &whole["$defs"][name], value, at));
            }
            "type" if !is_of(rule, value) => found.push(format!("{at}: {value} is no {rule}")),
            "const" if rule != value => found.push(format!("{at}: {value} is not {rule}")),
            "enum" if !rule.as_array().expect("values").contains(value) => {
                found.push(format!("{at}: {value} is none of {rule}"));
            }
            "anyOf" => {
                let each = rule.as_array().expect("shapes").iter();
                let each: Vec<_> = each.map(|one| faults(whole, one, value, at)).collect();
                if each.iter().all(|faults| !faults.is_empty()) {
                    found.push(format!("{at}: none of its shapes: {each:?}"));
                }
            }
            "required" => {
                let names = rule.as_array().expect("names").iter();
                let lacks = |name: &&Value| {
                    value.is_object() && value.get(name.as_str().expect("a name")).is_none()
                };
                found.extend(
                    names
                        .filter(lacks)
                        .map(|name| format!("{at}: {name} is missing")),
                );
            }
            "properties" => {
                for (name, rule) in rule.as_object().expect("properties") {
                    if let Some(value) = value.get(name) {
                        found.extend(faults(whole, rule, value, &format!("{at}.{name}")));
                    }
                }
            }
            "additionalProperties" => {
                let known = rules.get("properties").and_then(Value::as_object);
                let more = value.as_object().into_iter().flatten();
                for (name, value) in
                    more.filter(|(name, _)| known.is_none_or(|it| !it.contains_key(*name)))
                {
                    match rule {
                        Value::Bool(false) => found.push(format!("{at}.{name} is not described")),
                        rule => found.extend(faults(whole, rule, value, &format!("{at}.{name}"))),
                    }
                }
            }
            "items" => {
                for (number, value) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(faults(whole, rule, value, &format!("{at}[{number}]")));
                }
            }
            "format" if !is_written_so(rule, value) => {
                found.push(format!("{at}: {value} is no {rule}"))
            }
            "type" | "const" | "enum" | "format" | "description" => {}
            "$schema" | "title" | "$defs" if has("$defs") => {}
            other => panic!("{other} is not known to this validator"),
        }
    }
    found
}

fn is_of(rule: &Value, value: &Value) -> bool {
    let one = |name: &str| match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other} is no type"),
    };
    match rule {
        Value::String(name) => one(name),
        names => names
            .as_array()
            .expect("types")
            .iter()
            .any(|name| one(name.as_str().expect("a type"))),
    }
}

fn is_written_so(rule: &Value, value: &Value) -> bool {
    let Some(text) = value.as_str() else {
        return true;
    };
    match rule.as_str() {
        Some("date") => text.parse::<chrono::NaiveDate>().is_ok(),
        Some("date-time") => text.parse::<chrono::DateTime<chrono::Utc>>().is_ok(),
        other => panic!("{other:?} is no format"),
    }
}

/// Holds a value against a shape of the schema.
#[track_caller]
pub(super) fn is_as_described(name: &str, value: &Value) {
    let whole = schema();
    let found = faults(&whole, &whole["$defs"][name], value, name);
    assert!(found.is_empty(), "{found:#?}");
}

/// Runs a command with `--json` and holds its output against its shape.
#[track_caller]
fn holds(shell: &Shell, seen: &mut Vec<String>, login: &str, command: &str, words: &[&str]) {
    let path: Vec<&str> = command.split(' ').collect();
    let ran = shell.by(login, &[&path[..], words, &["--json"][..]].concat());
    assert!(!ran.out.is_empty(), "{command} {words:?}: {}", ran.err);
    let (whole, name) = (schema(), command.replace(' ', "-"));
    let shape = whole["$defs"]
        .get(&name)
        .unwrap_or_else(|| panic!("{command} is not described"));
    let faults = faults(&whole, shape, &ran.json(), command);
    assert!(faults.is_empty(), "{faults:#?}");
    seen.push(name);
}

#[test]
fn what_json_prints_is_what_the_schema_says() {
    let shell = Shell::new();
    let file = shell.file(
        "annex.csv",
        format!("{HEADER}\n{ROW}\n2,Việc khác,,,Sở Ma,,hằng quý,\n"),
    );
    let broken = shell.file(
        "h.csv",
        "date,name,kind,status\n2030-01-01,Tết,holiday,official\n",
    );
    let readings = shell.file(
        "so-lieu.csv",
        "Cơ quan,Kỳ,Kết quả\nSở Tư pháp,Quý I/2023,98\nSở Du lịch,Quý I/2023,130\n",
    );
    let head = "Cơ quan,Tồn đầu kỳ,Tiếp nhận,Giải quyết đúng hạn,Giải quyết trễ hạn,Đang giải quyết trong hạn,Đang giải quyết quá hạn";
    let files = "Sở Tư pháp,10,100,80,10,15,5\nSở Du lịch,10,100,80,10,15,6\n";
    let files = shell.file("ho-so.csv", format!("{head}\n{files}"));
    let out = |name: &str| {
        shell
            .directory
            .path()
            .join(name)
            .to_str()
            .expect("a name")
            .to_owned()
    };
    let (exported, saved, copy) = (out("e.csv"), out("s.csv"), out("c.db"));
    let listed = out("l.xlsx");
    let registers = [out("d.csv"), out("n.xlsx")];
    let task = shell.tasks("cq:stttt tt:đang").remove(0);
    let (code, decided) = (
        text(&task, "code"),
        ["--on", "2023-06-20", "--document", "QĐ 1", "--dry-run"],
    );
    let mut seen = Vec::new();
    let mut run = |login: &str, command: &str, words: &[&str]| {
        holds(&shell, &mut seen, login, command, words)
    };
    run("cv.snv", "list", &[]);
    run("cv.snv", "show", &[code]);
    run("cv.snv", "agencies", &[]);
    for kind in cchc::domain::report::Kind::ALL {
        run("cv.snv", "report", &[kind.code()]);
    }
    run("cv.snv", "agency list", &["--all"]);
    run("cv.snv", "agency show", &["STC"]);
    run("cv.snv", "agency orphans", &[]);
    run(
        "qt.snv",
        "agency found",
        &[&["Sở Thử nghiệm"][..], &decided[..]].concat(),
    );
    run(
        "qt.snv",
        "agency rename",
        &[&["STC", "Sở Tài chính mới"][..], &decided[..]].concat(),
    );
    run(
        "qt.snv",
        "agency merge",
        &[&["STC", "STP", "--name", "Sở Hợp nhất"][..], &decided[..]].concat(),
    );
    run(
        "qt.snv",
        "agency split",
        &[&["STC", "--into", "Sở A mới", "Sở B mới"][..], &decided[..]].concat(),
    );
    run(
        "qt.snv",
        "agency dissolve",
        &[&["SVHTT"][..], &decided[..]].concat(),
    );
    run(
        "qt.snv",
        "agency hand-over",
        &["STC", "STP", "--document", "QĐ 1", "--dry-run"],
    );
    run(
        "qt.snv",
        "agency correct",
        &["STC", "--head", "Giám đốc", "--dry-run"],
    );
    run(
        "qt.snv",
        "agency settle-orphans",
        &["--to", "STC", "--document", "QĐ 1", "--dry-run"],
    );
    run("cv.snv", "report", &["period"]);
    run("cv.snv", "window list", &[]);
    run(
        "qt.snv",
        "window set",
        &["Quý II/2023", "--due", "2023-06-25"],
    );
    run("qt.snv", "window remove", &["Quý II/2025", "--yes"]);
    let place = out("cv");
    std::fs::create_dir(&place).expect("a directory");
    for asks in ["urge", "explain"] {
        let asked = ["cq:stttt", "--until", "2023-06-30", "--dry-run", "--output"];
        run(
            "cv.snv",
            "letter",
            &[&[asks][..], &asked, &[&place]].concat(),
        );
    }
    run("cv.snv", "calendar", &[]);
    run("cv.snv", "document list", &[]);
    run(
        "cv.snv",
        "document add",
        &["78/KH-UBND", "--date", "2023-06-12"],
    );
    run(
        "cv.snv",
        "document set",
        &["KH78/23", "--summary", "Trích yếu"],
    );
    run(
        "cv.snv",
        "document base",
        &["KH78/23", "--add", "KH9125/23"],
    );
    run("cv.snv", "document show", &["KH78/23"]);
    run("cv.snv", "config list", &[]);
    run("cv.snv", "config get", &["soon"]);
    run("qt.snv", "config set", &["soon", "8"]);
    run("qt.snv", "user list", &[]);
    run("qt.snv", "user on", &[]);
    run(
        "qt.snv",
        "user add",
        &["cv.moi", "--agency", "STC", "--role", "clerk"],
    );
    run("qt.snv", "user disable", &["cv.moi"]);
    run("qt.snv", "user enable", &["cv.moi"]);
    run("qt.snv", "user move", &["cv.moi", "--agency", "SNV"]);
    run("cv.snv", "indicator list", &[]);
    run(
        "cv.snv",
        "indicator add",
        &["CT-X", "Thử", "--target", ">=90"],
    );
    run("cv.snv", "indicator set", &["CT-X", "--name", "Thử 2"]);
    run("cv.snv", "indicator read", &["CT-X", "2023-Q2", "91"]);
    run("cv.snv", "indicator show", &["CT-X"]);
    run("cv.snv", "caseload list", &[]);
    run("cv.snv", "caseload list", &["--agency", "STC"]);
    run("cv.snv", "caseload alerts", &[]);
    let counts = [
        "--opening=1",
        "--received=1",
        "--solved-on-time=1",
        "--solved-late=0",
        "--open-in-time=1",
        "--open-late=0",
    ];
    run(
        "cv.snv",
        "caseload set",
        &[&["STC", "2023-05"][..], &counts[..]].concat(),
    );
    run("cv.snv", "caseload remove", &["STC", "2023-05"]);
    run(
        "cv.snv",
        "indicator import",
        &[&readings, "--indicator", "VTVL", "--dry-run"],
    );
    run(
        "cv.snv",
        "caseload import",
        &[&files, "--month", "2023-05", "--yes"],
    );
    run("cv.snv", "holiday list", &[]);
    run("qt.snv", "holiday set", &["2023-07-03", "Nghỉ", "--yes"]);
    run("qt.snv", "holiday remove", &["2023-07-03", "--yes"]);
    run("qt.snv", "holiday import", &[&broken, "--yes"]);
    run("cv.stttt", "note", &[code, "Đã họp"]);
    run("cv.snv", "urge", &[code, "--reason", "x"]);
    run(
        "cv.snv",
        "extend",
        &[code, "--until", "2027-12-30", "--document", "35/TB-VP"],
    );
    run("cv.snv", "do", &["suspend", code, "--reason", "x"]);
    run("cv.snv", "set", &["in_progress", code, "--reason", "x"]);
    run("cv.snv", "transfer", &[code, "STC", "--reason", "x"]);
    run("cv.snv", "undo", &[]);
    run(
        "cv.snv",
        "add",
        &["Việc mới", "--agency", "STC", "--deadline", "30/6/2023"],
    );
    run("cv.snv", "view save", &["Trễ", "quá hạn"]);
    run("cv.snv", "view list", &[]);
    run("cv.snv", "view show", &["Trễ"]);
    run("cv.snv", "view remove", &["Trễ"]);
    run("cv.snv", "brief", &[]);
    run("cv.snv", "brief", &["--agency", "STC"]);
    run("qt.snv", "audit verify", &[]);
    run("qt.snv", "audit head", &[]);
    run("cv.snv", "import tasks", &[&file, "--dry-run"]);
    run("cv.snv", "import tasks", &[&file, "--yes"]);
    run("cv.snv", "import list", &[]);
    run("cv.snv", "import undo", &["1"]);
    run("cv.snv", "export tasks", &[&exported, "cq:stc"]);
    run("cv.snv", "export list", &[&listed, "cq:stc"]);
    run("cv.snv", "export documents", &[&registers[0]]);
    run("cv.stttt", "export changes", &[&registers[1]]);
    run("qt.snv", "salvage", &[&saved]);
    run(
        "cv.snv",
        "deadline",
        &["Quý II/2023", "--from", "2023-01-12"],
    );
    run("cv.snv", "deadline", &["hằng quý", "--from", "2023-01-12"]);
    run("cv.snv", "workdays", &["2023-01-12", "+10"]);
    run("cv.snv", "keys", &[]);
    run("qt.snv", "doctor", &[]);
    run("qt.snv", "backup", &[&copy]);
    run("qt.snv", "restore", &[&copy, "--yes"]);
    // An import that broke off is made by killing one (tests/faults); its answer is that of `import tasks`.
    seen.push("import-finish".to_owned());
    let whole = schema();
    let shapes = whole["$defs"].as_object().expect("shapes").keys();
    for name in shapes.filter(|name| name.starts_with(|letter: char| letter.is_ascii_lowercase())) {
        assert!(seen.contains(name), "{name} is described and not met");
    }
}

#[test]
fn every_command_with_json_is_described() {
    let shell = Shell::new();
    let whole = schema();
    let mut open: Vec<Vec<String>> = vec![Vec::new()];
    let mut described = 0;
    while let Some(path) = open.pop() {
        let words: Vec<&str> = path
            .iter()
            .map(String::as_str)
            .chain(["--help", "--lang", "en"])
            .collect();
        let help = shell.run(&words).out;
        let commands = help.split("Commands:").nth(1).unwrap_or_default();
        let commands = commands.split("\n\n").next().unwrap_or_default();
        for line in commands
            .lines()
            .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        {
            let name = line.split_whitespace().next().expect("a name").to_owned();
            open.push([path.clone(), vec![name]].concat());
        }
        if help
            .lines()
            .any(|line| line.trim_start().starts_with("--json"))
            && commands.is_empty()
        {
            let name = path.join("-");
            assert!(
                whole["$defs"].get(&name).is_some(),
                "{name} is not described"
            );
            described += 1;
        }
    }
    assert!(described > 60, "{described}");
}

#[test]
fn the_schema_is_printed_of_all_and_of_one_command() {
    let shell = Shell::new();
    assert_eq!(shell.run(&["schema"]).succeeds().json(), schema());
    let one = shell.run(&["schema", "agency", "list"]).succeeds().json();
    assert_eq!(one["$ref"], "#/$defs/agency-list");
    shell
        .run(&["schema", "agency", "lsit"])
        .complains(2, "agency list");
}
