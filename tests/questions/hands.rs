//! Who held a task, and for how long: told anew from its log, change by change.

use std::collections::BTreeSet;

use cchc::domain::report::{Kind, Spec};
use cchc::ui::screens;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::Value;

use super::city::{City, TODAY, array, number};
use super::desk::{Desk, Office};

fn day(text: &str) -> NaiveDate {
    text.get(..10).and_then(|day| day.parse().ok()).expect(text)
}

/// Working days after one day up to another, counted on the fingers: Mondays to Fridays without the days off
/// of the carried table, and with the Saturdays that were made up.
fn working_days(since: NaiveDate, until: NaiveDate) -> i64 {
    let mut off = BTreeSet::new();
    let mut made_up = BTreeSet::new();
    for line in include_str!("../../assets/holidays.csv").lines().skip(1) {
        let date = day(line);
        let is_work = line.contains(",swap_work,");
        let list = if is_work { &mut made_up } else { &mut off };
        list.insert(date);
    }
    let mut days = 0;
    let mut date = since;
    while date < until {
        date = date.checked_add_days(Days::new(1)).expect("a day");
        let is_weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let works = made_up.contains(&date) || !is_weekend && !off.contains(&date);
        days += i64::from(works);
    }
    days
}

/// Who has to act, and the lead: from the fields of the task as the log leaves them.
fn holder(fields: &serde_json::Map<String, Value>) -> Option<(&'static str, i64)> {
    let agency = fields["agency"].as_i64().expect("an agency");
    let is_disputed = fields["is_disputed"] == true;
    let who = match fields["status"].as_str().expect("a status") {
        "done" | "dropped" => return None,
        "suspended" => "held_by_leader",
        "not_started" | "in_progress" if !is_disputed => "held_by_lead",
        _ => "held_by_monitor",
    };
    Some((who, agency))
}

/// Who, from when, until when, how many working days; told by the log alone.
fn told(city: &City, task: i64) -> Vec<(String, String, Option<String>, i64)> {
    let shown = city.json(&["show", &format!(":{task}")]);
    let mut log = array(&shown["task"]["changes"]).clone();
    log.sort_by_key(|change| change["at"].as_str().expect("a time").to_owned());
    let mut fields = serde_json::Map::new();
    let mut held: Vec<(&str, NaiveDate, Option<NaiveDate>)> = Vec::new();
    let mut now = None;
    for change in &log {
        // UTC+7: nobody works after 17:00, so the day is that of UTC but for the first hour of work.
        let at = change["at"].as_str().expect("a time");
        let at: chrono::DateTime<chrono::Utc> = at.parse().expect("a time");
        let on = (at + chrono::TimeDelta::hours(7)).date_naive();
        fields.extend(change["after"].as_object().expect("fields").clone());
        let next = holder(&fields);
        if next == now {
            continue;
        }
        if let Some(last) = held.last_mut() {
            last.2 = Some(on);
        }
        let since = match (now, fields["assigned_on"].as_str()) {
            (None, Some(given)) if held.is_empty() => day(given),
            _ => on,
        };
        held.extend(next.map(|(who, _)| (who, since, None)));
        now = next;
    }
    let one = |(who, since, until): (&str, NaiveDate, Option<NaiveDate>)| {
        let days = working_days(since, until.unwrap_or_else(|| day(TODAY)));
        let until = until.map(|day| day.to_string());
        (who.to_owned(), since.to_string(), until, days)
    };
    held.into_iter().map(one).collect()
}

fn answered(report: &Value) -> Vec<(String, String, Option<String>, i64)> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let until = |value: &Value| Some(text(value)).filter(|until| until != "lasts");
    let one = |row: &Value| {
        let days = row["days"].as_i64().expect("days");
        (
            text(&row["holder"]),
            text(&row["since"]),
            until(&row["until"]),
            days,
        )
    };
    let rows = array(&report["rows"]).iter();
    // Supporting agencies hold it beside the others, and are counted for themselves.
    rows.filter(|row| row["holder"] != "held_by_support")
        .map(one)
        .collect()
}

#[test]
fn who_held_a_task_that_went_round_and_for_how_many_working_days() {
    let city = City::new();
    let loops = city.json(&["report", "loops"]);
    let rows = array(&loops["rows"]);
    assert!(rows.len() >= 4, "tasks that came back: {rows:?}");
    for row in rows {
        let task = row["task"].as_i64().expect("a number");
        let report = city.json(&["report", "hands", "--of", &task.to_string()]);
        let told = told(&city, task);
        assert!(told.len() >= 5, "{told:?}");
        assert_eq!(answered(&report), told, "task {task}");
        // Between the first and the last change of hands no day is lost, and none is counted twice.
        let ends: Vec<_> = told.iter().filter_map(|it| it.2.clone()).collect();
        let starts: Vec<_> = told.iter().skip(1).map(|it| it.1.clone()).collect();
        assert_eq!(ends[..starts.len()], starts[..], "task {task}");
        // The agency to which it came back held it twice.
        let leads: Vec<&Value> = array(&report["rows"])
            .iter()
            .filter(|row| row["holder"] == "held_by_lead")
            .map(|row| &row["agency"])
            .collect();
        assert!(
            leads.iter().skip(1).any(|lead| *lead == leads[0]),
            "{leads:?}"
        );
    }
}

#[test]
fn every_task_that_was_moved_was_held_by_somebody_on_every_day() {
    let city = City::new();
    let all = city.all();
    for task in all.iter().map(number).filter(|task| task % 60 == 0) {
        let report = city.json(&["report", "hands", "--of", &task.to_string()]);
        assert_eq!(answered(&report), told(&city, task), "task {task}");
    }
}

#[test]
fn the_screen_shows_the_same_hands_as_the_command() {
    let city = City::new();
    let loops = city.json(&["report", "loops"]);
    let task = loops["rows"][0]["task"].as_i64().expect("a task");
    let way = loops["rows"][0]["way"].as_str().expect("a way");
    let sit = |spec| Desk::<Office>::at_sample((100, 30), "ld.ubnd", screens::report(spec));
    sit(Spec::new(Kind::Loops)).shows(way);
    let desk = sit(Spec {
        of: Some(task),
        ..Spec::new(Kind::Hands)
    });
    desk.shows(&format!("nhiệm vụ :{task};"));
    for (_, since, _, days) in told(&city, task) {
        let since = day(&since).format("%d/%m/%Y").to_string();
        desk.shows(&since).shows(&days.to_string());
    }
}
