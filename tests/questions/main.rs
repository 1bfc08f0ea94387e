//! Questions of the kind that a Chairman asks, answered by one command each and counted by hand: from the
//! plain list of all tasks and from their logs, never from what the answer was made of.

// A story ends where the program does something else than it tells.
#![allow(clippy::panic)]

mod city;
#[path = "../desk/mod.rs"]
mod desk;
mod documents;
mod hands;
mod measures;

use std::collections::BTreeMap;

use city::{City, TODAY, array, number};
use serde_json::Value;

/// True where the clock runs and its day has passed: said anew, from status and date alone.
fn is_late(task: &Value) -> bool {
    let runs = matches!(task["status"].as_str(), Some("not_started" | "in_progress"));
    let due = task["effective_due"].as_str();
    runs && due.is_some_and(|due| due < TODAY)
}

fn late(city: &City) -> Vec<Value> {
    city.all().into_iter().filter(is_late).collect()
}

/// Late tasks whose heads were not asked to explain.
fn never_asked(city: &City) -> Vec<i64> {
    let late = late(city);
    let late = late.iter().map(number);
    late.filter(|task| city.times(*task, &["ask_explanation", "criticise", "propose"]) == 0)
        .collect()
}

/// How many there are of each.
fn tally<'a>(tasks: impl Iterator<Item = &'a Value>, field: &str) -> BTreeMap<String, i64> {
    let mut found = BTreeMap::new();
    for task in tasks {
        let name = task[field].as_str().unwrap_or_default().to_owned();
        *found.entry(name).or_default() += 1;
    }
    found
}

#[test]
fn which_agencies_are_late_with_how_many_tasks() {
    let city = City::new();
    let answered = city.json(&["agencies"]);
    let rows = array(&answered["agencies"]).iter();
    let answered: BTreeMap<String, i64> = rows
        .map(|row| {
            let code = row["code"].as_str().unwrap_or_default().to_owned();
            (code, row["late"].as_i64().expect("a count"))
        })
        .filter(|(_, late)| *late > 0)
        .collect();
    assert_eq!(answered, tally(late(&city).iter(), "agency"));
}

#[test]
fn which_heads_answer_for_late_tasks_and_for_how_many_working_days() {
    let city = City::new();
    let report = city.json(&["report", "heads", "--limit", "500"]);
    let late = late(&city);
    let days = |task: &Value| task["days_late"].as_i64().expect("days");
    let total = &report["total"];
    assert_eq!(total["late_now"], late.len());
    assert_eq!(total["late_days"], late.iter().map(days).sum::<i64>());
    assert_eq!(total["longest"], late.iter().map(days).max().expect("one"));
    let mut answered: Vec<i64> = array(&report["rows"])
        .iter()
        .filter_map(|row| row["late_now"].as_i64())
        .filter(|late| *late > 0)
        .collect();
    let mut by_hand: Vec<i64> = tally(late.iter(), "agency").into_values().collect();
    answered.sort_unstable();
    by_hand.sort_unstable();
    assert_eq!(answered, by_hand);
}

#[test]
fn what_falls_due_in_june_and_how_much_of_it_is_late() {
    let city = City::new();
    let month = city.json(&["calendar", "--month", "2023-06"]);
    let all = city.all();
    let of_june = |task: &&Value| {
        let due = task["effective_due"].as_str();
        due.is_some_and(|due| due.starts_with("2023-06"))
    };
    let june: Vec<&Value> = all.iter().filter(of_june).collect();
    assert_eq!(month["due"], june.len());
    let late = june.iter().filter(|task| is_late(task)).count();
    assert_eq!(month["late"], late);
}

#[test]
fn what_waits_for_confirmation() {
    let city = City::new();
    let all = city.all();
    let waits = all.iter().filter(|task| task["status"] == "awaiting");
    let mut by_hand: Vec<i64> = waits.map(number).collect();
    by_hand.sort_unstable();
    assert_eq!(city.found(&["tt:chờ"]), by_hand);
}

#[test]
fn which_late_tasks_were_urged_and_which_were_not() {
    let city = City::new();
    let late: Vec<i64> = late(&city).iter().map(number).collect();
    let mut urged: Vec<i64> = late.clone();
    urged.retain(|task| city.times(*task, &["urge"]) > 0);
    urged.sort_unstable();
    assert!(!urged.is_empty() && urged.len() < late.len(), "{urged:?}");
    assert_eq!(city.found(&["quá hạn", "đđ>=1"]), urged);
}

#[test]
fn which_tasks_slipped_twice_and_nobody_was_asked_to_explain() {
    let city = City::new();
    // The sample has some already: a head who let a date slip twice, and whom nobody has asked.
    assert!(city.found(&["gh>=2", "chưa yêu cầu giải trình"]).len() >= 3);
    let some: Vec<i64> = never_asked(&city).into_iter().take(3).collect();
    for task in &some {
        for day in ["2023-07-10", "2023-08-10"] {
            let given = [
                "--until",
                day,
                "--reason",
                "Chờ ý kiến",
                "--document",
                "CV 1/UBND",
            ];
            city.does("ld.ubnd", "extend", *task, &given);
        }
    }
    let asked = some[0];
    let given = ["--document", "CV 2/UBND", "--reason", "Trễ nhiều lần"];
    city.does("ld.ubnd", "ask-explanation", asked, &given);
    let moved = city.all();
    let moved = moved
        .iter()
        .filter(|task| task["due"] != task["original_due"]);
    let mut by_hand: Vec<i64> = moved.map(number).collect();
    by_hand.retain(|task| {
        let discipline = ["ask_explanation", "criticise", "propose"];
        city.times(*task, &["extend"]) >= 2 && city.times(*task, &discipline) == 0
    });
    by_hand.sort_unstable();
    assert!(by_hand.len() >= 2 && !by_hand.contains(&asked));
    let answered = city.found(&["gh>=2", "chưa yêu cầu giải trình"]);
    assert_eq!(answered, by_hand);
}

#[test]
fn who_was_asked_to_explain_and_has_not_done_so() {
    let city = City::new();
    let some: Vec<i64> = never_asked(&city).into_iter().take(4).collect();
    for task in &some {
        let given = ["--document", "CV 2/UBND", "--reason", "Trễ hạn"];
        city.does("ld.ubnd", "ask-explanation", *task, &given);
    }
    city.does("cv.snv", "explain", some[0], &["--note", "Do chờ ý kiến"]);
    let mut by_hand: Vec<i64> = city.all().iter().map(number).collect();
    by_hand.retain(|task| some.contains(task));
    by_hand
        .retain(|task| city.times(*task, &["ask_explanation"]) > city.times(*task, &["explain"]));
    by_hand.sort_unstable();
    assert_eq!(by_hand.len(), 3);
    let answered = city.found(&["chưa giải trình"]);
    assert!(by_hand.iter().all(|task| answered.contains(task)));
    let open =
        |task: &i64| city.times(*task, &["ask_explanation"]) > city.times(*task, &["explain"]);
    assert!(answered.iter().all(open), "{answered:?}");
}

#[test]
fn which_areas_are_late_and_with_how_much() {
    let city = City::new();
    let report = city.json(&["report", "completion", "--by", "area", "--limit", "100"]);
    let all = city.all();
    // What was dropped is promised no more.
    let is_given = |task: &&Value| task["status"] != "draft" && task["status"] != "dropped";
    let given = all.iter().filter(is_given);
    let by_hand = tally(given, "area");
    let rows = array(&report["rows"]).iter();
    let answered: BTreeMap<String, i64> = rows
        .map(|row| {
            let area = row["area"].as_str().unwrap_or_default().to_owned();
            (area, row["total"].as_i64().expect("a count"))
        })
        .collect();
    assert_eq!(answered, by_hand);
}

#[test]
fn classes_of_the_signed_table_add_up_and_shares_stay_within_bounds() {
    let city = City::new();
    let report = city.json(&["report", "completion", "--limit", "500"]);
    for row in array(&report["rows"]).iter().chain([&report["total"]]) {
        let of = |name: &str| row[name].as_i64().expect("a count");
        let classes = [
            "done_on_time",
            "done_late",
            "open_in_time",
            "open_late",
            "not_judged",
        ];
        let sum: i64 = classes.into_iter().map(of).sum();
        assert_eq!(sum, of("total"), "{row}");
        for share in ["share_on_time", "share_late", "share_open_late"] {
            let percent = row[share]["percent"].as_f64();
            let is_dash = row[share]["whole"] == 0;
            let is_within = percent.is_some_and(|percent| (0.0..=100.0).contains(&percent));
            assert!(is_dash != is_within, "{row}");
        }
    }
}
