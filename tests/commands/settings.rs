//! The settings of the installation from the shell, and what they change.

use super::{Shell, text};

#[test]
fn settings_are_listed_set_by_an_administrator_only_and_taken_back() {
    let shell = Shell::new();
    let gap = || {
        shell
            .by("cv.snv", &["config", "get", "urge_gap"])
            .succeeds()
            .out
            .clone()
    };
    assert_eq!(gap(), "1\n");
    shell
        .by("cv.snv", &["config", "set", "urge_gap", "5"])
        .complains(77, "");
    let set = ["config", "set", "urge_gap", "5", "--json"];
    let saved = shell.by("qt.snv", &set).succeeds().json();
    assert_eq!(
        (&saved["value"], &saved["changed"]),
        (&"5".into(), &1.into()),
        "{saved}"
    );
    assert_eq!(gap(), "5\n");
    let again = shell.by("qt.snv", &set).succeeds().json();
    assert_eq!(again["changed"], 0, "{again}");
    shell.by("qt.snv", &["undo"]).succeeds();
    assert_eq!(gap(), "1\n");
    let listed = shell
        .by("cv.snv", &["config", "list", "--json"])
        .succeeds()
        .json();
    for one in listed["settings"].as_array().expect("settings") {
        assert_eq!(one["value"], one["usual"], "{one}");
    }
}

#[test]
fn a_setting_that_is_none_and_a_value_that_is_none_are_refused_in_words() {
    let shell = Shell::new();
    let set = |key: &str, value: &str| shell.by("qt.snv", &["config", "set", key, value]);
    set("urge_gapp", "5").complains(1, "Có: soon, loud, urge_gap");
    set("urge_gap", "31").complains(1, "0 đến 30 ngày");
    set("soon", "bảy").complains(1, "\"bảy\" không được");
    set("before_is_exclusive", "không").succeeds();
    let kept = shell.by("cv.snv", &["config", "get", "before-is-exclusive"]);
    assert_eq!(kept.succeeds().out, "false\n");
}

#[test]
fn nobody_is_urged_twice_within_the_days_that_are_set() {
    let shell = Shell::new();
    let task = shell.tasks("cq:stc quá hạn").remove(0);
    let code = text(&task, "code");
    let urge = || shell.by("cv.snv", &["do", "urge", code, "--reason", "Chậm báo cáo"]);
    shell
        .by("qt.snv", &["config", "set", "urge_gap", "0"])
        .succeeds();
    urge().succeeds();
    urge().succeeds();
    shell
        .by("qt.snv", &["config", "set", "urge_gap", "3"])
        .succeeds();
    urge().complains(1, "15/06/2023");
}
