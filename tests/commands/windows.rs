//! Reporting windows, the late list and the report of a period, from the shell.

use serde_json::Value;

use super::Shell;

#[test]
fn windows_are_listed_set_and_removed_from_the_shell() {
    let shell = Shell::new();
    let names = || -> Vec<String> {
        let listed = shell
            .by("cv.snv", &["window", "list", "2023", "--json"])
            .json();
        let all = listed["windows"].as_array().cloned().unwrap_or_default();
        all.iter().map(|it| it["name"].to_string()).collect()
    };
    assert_eq!(names().len(), 19);
    let set = ["window", "set", "Quý II/2023", "--to", "2023-06-10"];
    shell.by("cv.snv", &set).complains(77, "");
    let saved = shell.by("qt.snv", &[&set[..], &["--json"]].concat()).json();
    assert_eq!(saved["set"], 1);
    let report = ["report", "late", "--window", "quý 2/2023", "--json"];
    let late = shell.by("cv.snv", &report).json();
    assert_eq!(late["period"]["to"], "2023-06-10");
    let early = ["window", "set", "Quý II/2023", "--due", "2023-06-01"];
    shell
        .by("qt.snv", &early)
        .complains(1, "hạn gửi trước ngày chốt");
    let missing = ["window", "set", "Sơ kết", "--from", "2023-01-01"];
    shell.by("qt.snv", &missing).complains(2, "");
    let removing = ["window", "remove", "Quý II/2023", "--yes"];
    shell.by("qt.snv", &removing).succeeds();
    assert_eq!(names().len(), 18);
    shell
        .by("qt.snv", &removing)
        .complains(1, "Không có kỳ báo cáo");
}

#[test]
fn the_report_of_a_period_has_the_figures_of_its_parts() {
    let shell = Shell::new();
    let whole = ["report", "period", "--window", "Quý I/2023", "--json"];
    let whole = shell.by("cv.snv", &whole).json();
    assert_eq!(whole["window"]["due"], "2023-03-20");
    let parts = whole["parts"].as_array().cloned().unwrap_or_default();
    assert_eq!(parts.len(), 9);
    for part in &parts {
        let kind = part["report"].as_str().unwrap_or_default();
        let day = |end: &str| part["period"][end].as_str().unwrap_or_default().to_owned();
        let (from, to) = (day("from"), day("to"));
        // Files are kept by month: the last whole one.
        let first = if kind == "caseload" {
            "2023-02-01"
        } else {
            "2022-12-15"
        };
        assert_eq!(from, first, "{kind}");
        let by = part["by"].as_str().unwrap_or_default();
        let alone = [
            "report", kind, "--from", &from, "--to", &to, "--by", by, "--json",
        ];
        let alone: Value = shell.by("cv.snv", &alone).json();
        assert_eq!(alone["rows"], part["rows"], "{kind}");
        assert_eq!(alone["total"], part["total"], "{kind}");
    }
    let text = shell.by("cv.snv", &["report", "period"]);
    assert!(
        text.succeeds()
            .out
            .contains("BÁO CÁO KỲ 6 THÁNG ĐẦU NĂM 2023")
    );
}

#[test]
fn a_file_of_the_version_before_is_brought_up_to_date_even_by_who_only_looks() {
    let shell = Shell::new();
    super::proof::spoil(
        &shell.db(),
        "ALTER TABLE change DROP COLUMN seals; DROP TABLE old_sum;
        DROP TABLE report_window; DROP INDEX task_done_late; DROP INDEX task_with_cause; PRAGMA user_version = 15",
    );
    let look = ["window", "list", "2023", "--today", "2023-06-15", "--json"];
    let listed = shell.by("cv.snv", &look).succeeds().json();
    assert_eq!(listed["windows"].as_array().map(Vec::len), Some(19));
}
