//! Indicators and files by month from the shell: listed, entered, imported; what cannot be is refused in words
//! and nothing of it is kept.

use serde_json::Value;

use super::{Shell, has_fields, text};

/// The values of an indicator.
fn readings(shell: &Shell, code: &str) -> Vec<Value> {
    let shown = shell.by("cv.snv", &["indicator", "show", code, "--json"]);
    let shown = shown.succeeds().json();
    shown["readings"].as_array().expect("readings").clone()
}

fn value_of(shell: &Shell, code: &str, agency: Option<&str>, period: &str) -> Option<Value> {
    let all = readings(shell, code).into_iter();
    let mut all = all.filter(|it| it["agency"].as_str() == agency && it["period"] == period);
    all.next()
}

#[test]
fn indicators_are_listed_with_what_scripts_were_promised() {
    let shell = Shell::new();
    let listed = shell.by("cv.snv", &["indicator", "list", "--json"]).json();
    assert_eq!(listed["version"], 1);
    let all = listed["indicators"].as_array().expect("indicators");
    assert!(all.len() >= 5, "the directive names as many");
    for one in all {
        let fields = [
            "code",
            "name",
            "unit",
            "target",
            "deadline",
            "agencies",
            "every",
            "since",
            "area",
            "document",
            "closed",
            "last_period",
            "value",
            "distance",
            "reached",
            "measured",
            "missing",
        ];
        has_fields(one, &fields);
    }
    // A band is reached between its ends: what is below it is off by what is missing.
    let band = all
        .iter()
        .find(|it| it["code"] == "LDQT-2025")
        .expect("the band");
    assert!(
        band["distance"].is_number() || band["distance"].is_string(),
        "{band}"
    );
    // As text it names the target in words.
    let told = shell.by("cv.snv", &["indicator", "list"]);
    assert!(told.succeeds().out.contains("25-35 %"), "{}", told.out);
}

#[test]
fn a_value_is_entered_changed_and_taken_back() {
    let shell = Shell::new();
    let read = |value: &str| {
        let words = [
            "indicator",
            "read",
            "VTVL",
            "2023-Q1",
            value,
            "--agency",
            "STP",
            "--json",
        ];
        shell.by("cv.snv", &words)
    };
    let before = value_of(&shell, "VTVL", Some("STP"), "2023-Q1");
    let saved = read("97,5").succeeds().json();
    assert_eq!(saved["changed"], 1, "{saved}");
    let now = value_of(&shell, "VTVL", Some("STP"), "2023-Q1").expect("a value");
    assert_eq!(now["value"].to_string().trim_matches('"'), "97.5", "{now}");
    assert_eq!(
        read("97,5").succeeds().json()["changed"],
        0,
        "the same again writes nothing"
    );
    shell.by("cv.snv", &["undo"]).succeeds();
    assert_eq!(value_of(&shell, "VTVL", Some("STP"), "2023-Q1"), before);
}

#[test]
fn what_a_value_cannot_be_is_refused_in_words_and_nothing_is_kept() {
    let shell = Shell::new();
    let before = readings(&shell, "VTVL");
    let read = |period: &str, value: &str, agency: &str| {
        let words = [
            "indicator",
            "read",
            "VTVL",
            period,
            value,
            "--agency",
            agency,
        ];
        shell.by("cv.snv", &words)
    };
    read("2023-Q1", "120", "STP").complains(1, "vượt quá 100 %");
    read("2023-Q4", "50", "STP").complains(1, "chưa bắt đầu");
    read("2023-05", "50", "STP").complains(1, "không đúng chu kỳ");
    read("hôm qua", "50", "STP").complains(1, "Không hiểu kỳ");
    read("2023-Q1", "nhiều", "STP").complains(1, "không phải là số");
    read("2023-Q1", "50", "KHONGCO").complains(1, "KHONGCO");
    let unknown = ["indicator", "read", "KHONG", "2023-Q1", "5"];
    shell
        .by("cv.snv", &unknown)
        .complains(1, "Không có chỉ tiêu");
    // Of the city, where single agencies are measured.
    let city = ["indicator", "read", "VTVL", "2023-Q1", "5"];
    shell.by("cv.snv", &city).complains(1, "cấp khác");
    // Another agency's value is not a clerk's to enter.
    let words = [
        "indicator",
        "read",
        "VTVL",
        "2023-Q1",
        "5",
        "--agency",
        "STP",
    ];
    shell.by("cv.stttt", &words).complains(77, "");
    assert_eq!(readings(&shell, "VTVL"), before);
}

#[test]
fn a_period_that_overlaps_a_value_that_is_there_is_refused() {
    let shell = Shell::new();
    let add = [
        "indicator",
        "add",
        "THU",
        "Thử chu kỳ",
        "--target",
        ">=50",
        "--every",
        "month",
        "--since",
        "2023-01-01",
    ];
    shell.by("cv.snv", &add).succeeds();
    let read = |period: &str| shell.by("cv.snv", &["indicator", "read", "THU", period, "60"]);
    read("2023-04").succeeds();
    shell
        .by("cv.snv", &["indicator", "set", "THU", "--every", "quarter"])
        .succeeds();
    read("2023-Q2").complains(1, "trùng thời gian với số liệu đã có của Tháng 4/2023");
    read("2023-Q1").succeeds();
    assert_eq!(readings(&shell, "THU").len(), 2);
}

#[test]
fn a_file_of_values_is_previewed_and_imported_without_what_cannot_be() {
    let shell = Shell::new();
    let file = shell.file(
        "so-lieu.csv",
        "Cơ quan,Kỳ,Kết quả\nSở Tư pháp,Quý I/2023,98\nSở Du lịch,Quý I/2023,130\n",
    );
    let words = [
        "indicator",
        "import",
        &file,
        "--indicator",
        "VTVL",
        "--dry-run",
        "--json",
    ];
    let read = shell.by("cv.snv", &words).succeeds().json();
    assert_eq!(
        (&read["rows"], &read["operation"]),
        (&Value::from(1), &Value::Null)
    );
    let left = read["left"].as_array().expect("rows");
    assert_eq!(left.len(), 1);
    assert!(text(&left[0], "why").contains("vượt quá 100 %"), "{read}");
    let before = readings(&shell, "VTVL");
    let words = [
        "indicator",
        "import",
        &file,
        "--indicator",
        "VTVL",
        "--yes",
        "--json",
    ];
    let written = shell.by("cv.snv", &words).succeeds().json();
    assert_eq!(written["changed"], 1, "{written}");
    let now = value_of(&shell, "VTVL", Some("STP"), "2023-Q1").expect("a value");
    assert_eq!(now["value"].to_string().trim_matches('"'), "98");
    shell.by("cv.snv", &["undo"]).succeeds();
    assert_eq!(readings(&shell, "VTVL"), before);
}

/// The files of an agency in a month.
fn files(shell: &Shell, agency: &str, month: &str) -> Option<Value> {
    let words = ["caseload", "list", "--agency", agency, "--json"];
    let listed = shell.by("cv.snv", &words).succeeds().json();
    let months = listed["months"].as_array().expect("months").clone();
    months.into_iter().find(|it| it["month"] == month)
}

fn set(shell: &Shell, login: &str, month: &str, opening: &str) -> super::Ran {
    let words = [
        "caseload",
        "set",
        "STP",
        month,
        "--opening",
        opening,
        "--received",
        "100",
        "--solved-on-time",
        "80",
        "--solved-late",
        "10",
        "--open-in-time",
        "15",
        "--open-late",
        "5",
        "--json",
    ];
    shell.by(login, &words)
}

#[test]
fn files_of_a_month_are_listed_entered_and_taken_back() {
    let shell = Shell::new();
    let listed = shell.by(
        "cv.snv",
        &["caseload", "list", "--month", "2023-05", "--json"],
    );
    let listed = listed.succeeds().json();
    has_fields(
        &listed,
        &["version", "month", "agencies", "missing", "months"],
    );
    for one in listed["agencies"].as_array().expect("agencies") {
        let of = |field: &str| one[field].as_i64().expect("a number");
        let came = of("opening") + of("received");
        let open = of("open_in_time") + of("open_late");
        let went = of("solved_on_time") + of("solved_late") + open;
        assert_eq!(came, went + one["withdrawn"].as_i64().unwrap_or(0), "{one}");
        assert_eq!(of("late"), of("solved_late") + of("open_late"), "{one}");
    }
    let before = files(&shell, "STP", "2023-05");
    let saved = set(&shell, "cv.snv", "2023-05", "10").succeeds().json();
    assert_eq!(saved["changed"], 1);
    // What opened otherwise than the month before had ended is kept, and said.
    assert_eq!(saved["marks"][0]["mark"], "opening_differs", "{saved}");
    assert_eq!(files(&shell, "STP", "2023-05").expect("files")["late"], 15);
    shell.by("cv.snv", &["undo"]).succeeds();
    assert_eq!(files(&shell, "STP", "2023-05"), before);
}

#[test]
fn files_that_cannot_be_are_refused_in_words_and_nothing_is_kept() {
    let shell = Shell::new();
    let before = files(&shell, "STP", "2023-05");
    set(&shell, "cv.snv", "2023-05", "11").complains(1, "Số không khớp");
    set(&shell, "cv.snv", "2023-05", "11").complains(1, "= 111");
    set(&shell, "cv.snv", "2023-07", "10").complains(1, "chưa bắt đầu");
    set(&shell, "cv.snv", "2023-Q2", "10").complains(1, "không đúng chu kỳ");
    set(&shell, "cv.stttt", "2023-05", "10").complains(77, "");
    assert_eq!(files(&shell, "STP", "2023-05"), before);
}

#[test]
fn a_file_of_months_is_imported_without_the_rows_whose_sums_do_not_fit() {
    let shell = Shell::new();
    let head = "Cơ quan,Tồn đầu kỳ,Tiếp nhận,Giải quyết đúng hạn,Giải quyết trễ hạn,Đang giải quyết trong hạn,Đang giải quyết quá hạn";
    let rows = "Sở Tư pháp,10,100,80,10,15,5\nSở Du lịch,10,100,80,10,15,6\n";
    let file = shell.file("ho-so.csv", format!("{head}\n{rows}"));
    let words = [
        "caseload", "import", &file, "--month", "2023-05", "--yes", "--json",
    ];
    let written = shell.by("cv.snv", &words).succeeds().json();
    assert_eq!(written["changed"], 1, "{written}");
    let left = written["left"].as_array().expect("rows");
    assert_eq!(left.len(), 1, "{written}");
    assert_eq!(left[0]["line"], 3);
    assert!(text(&left[0], "why").contains("lệch -1"), "{written}");
    assert_eq!(files(&shell, "STP", "2023-05").expect("files")["late"], 15);
}

#[test]
fn alerts_are_those_whose_share_fell_while_their_late_files_grew() {
    let shell = Shell::new();
    let listed = |what: &str| {
        let words = ["caseload", what, "--month", "2023-05", "--json"];
        let listed = shell.by("cv.snv", &words).succeeds().json();
        listed["agencies"].as_array().expect("agencies").clone()
    };
    let share = |late: &Value, files: i64| late.as_i64().expect("late") * 1_000_000 / files.max(1);
    let mut counted = Vec::new();
    for one in listed("list") {
        let before = files(&shell, text(&one, "agency"), "2023-04");
        let Some(before) = before else { continue };
        let all = |of: &Value| of["files"].as_i64().expect("files");
        let fell = share(&one["late"], all(&one)) < share(&before["late"], all(&before));
        if fell && one["late"].as_i64() > before["late"].as_i64() {
            counted.push(text(&one, "agency").to_owned());
        }
    }
    let alerts = listed("alerts");
    let alerts: Vec<&str> = alerts.iter().map(|one| text(one, "agency")).collect();
    assert!(!alerts.is_empty(), "the sample has some");
    assert_eq!(alerts, counted);
}
