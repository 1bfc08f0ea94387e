//! Where late files grew though the share fell, and which indicators miss their target by how much: from the
//! figures as they were reported.

use std::collections::BTreeMap;

use cchc::domain::report::{Kind, Spec};
use cchc::ui::screens;
use serde_json::Value;

use super::city::{City, array};
use super::desk::{Desk, Office};

/// The files of each agency in a month: late ones and all.
fn month(city: &City, month: &str) -> BTreeMap<String, (i64, i64)> {
    let listed = city.json(&["caseload", "list", "--month", month]);
    let of = |row: &Value, name: &str| row[name].as_i64().expect(name);
    let one = |row: &Value| {
        let late = of(row, "solved_late") + of(row, "open_late");
        let all = late + of(row, "solved_on_time") + of(row, "open_in_time");
        (
            row["agency"].as_str().expect("a code").to_owned(),
            (late, all),
        )
    };
    array(&listed["agencies"]).iter().map(one).collect()
}

/// More late files than the month before, and yet a smaller share of all.
fn hiding(city: &City) -> BTreeMap<String, (i64, i64)> {
    let (before, now) = (month(city, "2023-04"), month(city, "2023-05"));
    let mut found = now;
    found.retain(|agency, (late, all)| {
        let (was_late, was) = before[agency];
        *late > was_late && *late * was < was_late * *all
    });
    found
}

#[test]
fn where_late_files_grew_though_the_share_fell() {
    let city = City::new();
    let by_hand = hiding(&city);
    assert!(!by_hand.is_empty());
    let report = city.json(&["report", "caseload-alerts"]);
    let answered: BTreeMap<String, (i64, i64)> = array(&report["rows"])
        .iter()
        .map(|row| {
            let of = |name: &str| row[name].as_i64().expect(name);
            let agency = row["agency"].as_str().expect("a code").to_owned();
            (agency, (of("late"), of("files")))
        })
        .collect();
    assert_eq!(answered, by_hand);
    let alerts = screens::report(Spec::new(Kind::CaseloadAlerts));
    let desk = Desk::<Office>::at_sample((80, 24), "ld.ubnd", alerts);
    for (late, _) in by_hand.values() {
        desk.shows(&late.to_string());
    }
}

fn amount(value: &Value) -> Option<f64> {
    value.as_str().and_then(|text| text.parse().ok())
}

/// The last interval in which anybody measured, how many of those that did reached the target, and how far the
/// worst of them was away.
fn last(shown: &Value) -> (String, usize, usize, f64) {
    let low = amount(&shown["target"]["low"]);
    let high = amount(&shown["target"]["high"]);
    let readings = array(&shown["readings"]);
    let period = |reading: &Value| reading["period"].as_str().expect("a period").to_owned();
    let newest = readings.iter().map(period).max().expect("a reading");
    let distances: Vec<f64> = readings
        .iter()
        .filter(|reading| period(reading) == newest)
        .map(|reading| {
            let value = amount(&reading["value"]).expect("a value");
            let short = low.map_or(0.0, |low| (low - value).max(0.0));
            let over = high.map_or(0.0, |high| (high - value).min(0.0));
            short + over
        })
        .collect();
    let reached = distances.iter().filter(|it| **it == 0.0).count();
    let worst =
        distances.iter().copied().fold(
            0.0_f64,
            |one, other| {
                if other.abs() > one.abs() { other } else { one }
            },
        );
    (newest, reached, distances.len(), worst)
}

#[test]
fn which_indicators_miss_their_target_and_by_how_much() {
    let city = City::new();
    let report = city.json(&["report", "indicators"]);
    let mut missed = 0;
    for row in array(&report["rows"]) {
        let code = row["indicator"].as_str().expect("a code");
        let shown = city.json(&["indicator", "show", code]);
        let (interval, reached, measured, worst) = last(&shown);
        assert_eq!(row["interval"], *interval, "{code}");
        assert_eq!(row["reached"]["part"], reached, "{code}");
        assert_eq!(row["reached"]["whole"], measured, "{code}");
        // Of what each agency measures for itself, that of the agency that is farthest away.
        let answered = row["distance"].as_f64().expect("a distance");
        assert!(
            (answered - worst).abs() < 1e-6,
            "{code}: {answered} {worst}"
        );
        missed += usize::from(reached < measured);
    }
    assert!(
        missed >= 4,
        "most of the directive is still ahead: {missed}"
    );
    let indicators = screens::report(Spec::new(Kind::Indicators));
    let desk = Desk::<Office>::at_sample((132, 43), "ld.ubnd", indicators);
    for row in array(&report["rows"]) {
        desk.shows(row["indicator"].as_str().expect("a code"));
    }
    desk.shows("6,1");
}
