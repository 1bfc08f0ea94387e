//! Which documents were issued late or not at all, and by whom: from the plain list of all tasks.

use std::collections::BTreeMap;

use cchc::domain::report::{Grouping, Kind, Spec};
use cchc::ui::screens;
use serde_json::Value;

use super::city::{City, TODAY, array, number};
use super::desk::{Desk, Office};

/// Late and issued, or late and not: said anew from dates alone.
fn state(task: &Value) -> Option<&'static str> {
    let due = task["effective_due"].as_str()?;
    if task["owes_document"] != true || task["status"] == "dropped" || task["status"] == "draft" {
        return None;
    }
    let waits = !matches!(task["status"].as_str(), Some("done" | "suspended"));
    match task["issued_on"].as_str() {
        Some(on) => (on > due).then_some("issued_late"),
        None => (waits && TODAY > due).then_some("owed_overdue"),
    }
}

type Late = BTreeMap<(String, &'static str), Vec<i64>>;

/// The tasks of each agency, by what is wrong with their documents.
fn by_hand(all: &[Value]) -> Late {
    let mut late = Late::new();
    for task in all {
        if let Some(state) = state(task) {
            let agency = task["agency"].as_str().expect("a code").to_owned();
            late.entry((agency, state)).or_default().push(number(task));
        }
    }
    late.values_mut().for_each(|tasks| tasks.sort_unstable());
    late
}

#[test]
fn which_documents_were_issued_late_or_not_at_all_and_by_whom() {
    let city = City::new();
    let by_hand = by_hand(&city.all());
    for state in ["issued_late", "owed_overdue"] {
        let agencies = by_hand.keys().filter(|(_, it)| *it == state).count();
        assert!(agencies >= 10, "spread over the city: {agencies}");
    }
    let report = city.json(&["report", "documents", "--limit", "500"]);
    for state in ["issued_late", "owed_overdue"] {
        let answered: BTreeMap<&str, i64> = array(&report["rows"])
            .iter()
            .map(|row| {
                let agency = row["agency"].as_str().unwrap_or_default();
                (agency, row[state].as_i64().expect("a count"))
            })
            .filter(|(_, count)| *count > 0)
            .collect();
        let counted: BTreeMap<&str, i64> = by_hand
            .iter()
            .filter(|((_, it), _)| *it == state)
            .map(|((agency, _), tasks)| (agency.as_str(), tasks.len() as i64))
            .collect();
        assert_eq!(answered, counted, "{state}");
    }
    // And one by one: the same tasks, each with its number and day.
    let single = city.json(&["report", "documents", "--by", "none", "--limit", "5000"]);
    let mut answered = Late::new();
    for row in array(&single["rows"]) {
        let state = match row["state"].as_str() {
            Some("issued_late") => "issued_late",
            Some("owed_overdue") => "owed_overdue",
            _ => continue,
        };
        assert_eq!(row["issued"].is_null(), state == "owed_overdue", "{row}");
        assert!(row["days"].as_i64().is_some_and(|days| days >= 0), "{row}");
        let agency = row["agency"].as_str().expect("a code").to_owned();
        let task = row["task"].as_i64().expect("a number");
        answered.entry((agency, state)).or_default().push(task);
    }
    answered
        .values_mut()
        .for_each(|tasks| tasks.sort_unstable());
    assert_eq!(answered, by_hand);
}

#[test]
fn the_screen_counts_the_same_late_documents_as_the_command() {
    let city = City::new();
    let all = city.all();
    let of = |wanted| {
        let late = all.iter().filter(|task| state(task) == Some(wanted));
        late.count().to_string()
    };
    let desk = Desk::<Office>::at_sample(
        (132, 43),
        "ld.ubnd",
        screens::report(Spec::new(Kind::Documents)),
    );
    desk.shows(&of("issued_late")).shows(&of("owed_overdue"));
    let first = all
        .iter()
        .filter(|task| state(task) == Some("owed_overdue"))
        .min_by_key(|task| task["effective_due"].as_str().map(str::to_owned))
        .expect("one");
    let spec = Spec {
        by: Grouping::None,
        ..Spec::new(Kind::Documents)
    };
    let desk = Desk::<Office>::at_sample((132, 43), "ld.ubnd", screens::report(spec));
    desk.shows(&format!(":{}", number(first)));
}

#[test]
fn a_number_in_two_spellings_is_found_and_its_chain_is_drawn() {
    let city = City::new();
    let listed = city.json(&["document", "list", "26-nq/tw"]);
    let symbols: Vec<&str> = array(&listed["documents"])
        .iter()
        .filter_map(|it| it["symbol"].as_str())
        .collect();
    assert_eq!(symbols, ["26-NQ/TW", "26-NQ/TƯ"]);
    // From the decision down to the law: no step is left out.
    let shown = city.run("ld.ubnd", &["document", "show", "9188/QĐ-UBND"]);
    for basis in ["9125/KH-UBND", "901/CT-UBND", "76/NQ-CP", "77/2015/QH13"] {
        assert!(shown.contains(basis), "{basis}: {shown}");
    }
}
