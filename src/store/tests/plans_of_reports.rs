//! How the engine goes about reports: along the indexes of what they count, and never through all tasks.

use super::plans::{ask, house, plans, plans_about};
use super::{House, day};
use crate::domain::calendar::Calendar;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::period::Period;
use crate::domain::query::{Filter, Mark, Query};

#[test]
fn periods_and_heads_are_counted_along_their_indexes() {
    use crate::domain::report::Basis;
    let house = house();
    let today = "2023-03-05".parse().unwrap();
    let period = Period::read("15/12/2022-14/3/2023", today);
    let counting = |house: &House| {
        for basis in [Basis::Due, Basis::Assigned] {
            house.store.completion(period, basis, None, today).unwrap();
            house.store.completion(None, basis, None, today).unwrap();
        }
        house.store.late_by_due(today).unwrap();
        house.store.longest_overdue(AgencyId(1), today, 5).unwrap();
        house.store.late_but_for_extension(today).unwrap();
        house.store.to_explain().unwrap();
        house.store.event_counts(&["urge"], period).unwrap();
    };
    for (sql, plan) in plans(&house, counting) {
        // The tables of sums, and the partial indexes of what is extended or to be explained, are short.
        let is_served = [
            "task_running_since (assigned_on>",
            "task_by_agency (agency_id=? AND rank=? AND effective_due<",
            "task_extended",
            "task_to_explain",
            "PRIMARY KEY",
        ]
        .iter()
        .any(|index| plan.contains(index));
        assert!(is_served, "{sql}\n{plan}");
        assert!(!plan.contains("SCAN task;"), "{sql}\n{plan}");
    }
}

#[test]
fn reports_of_follow_up_walk_indexes_and_sort_nothing() {
    let house = house();
    let always = Period {
        from: Period::BEGINNING,
        to: Period::END,
    };
    let asking = |house: &House| {
        let store = &house.store;
        for agency in [None, Some(AgencyId(1))] {
            store.held_now(agency, 20).unwrap();
            store.oldest_submission(agency).unwrap();
            store.oldest_request(agency).unwrap();
            store.oldest_explanation(agency).unwrap();
            store.came_back(agency, always).unwrap();
        }
        store.held_by_agency().unwrap();
        store.done_last(AgencyId(1), &["urge"], always).unwrap();
        store
            .done_list(&[AgencyId(1)], None, &["urge"], always, 20)
            .unwrap();
        store.moves_of(TaskId(1)).unwrap();
        store.with_requests().unwrap();
        store.deeds_of(TaskId(1), &["urge", "extend"], 20).unwrap();
    };
    let asked = plans(&house, asking);
    assert!(asked.len() >= 12, "{asked:?}");
    for (sql, plan) in asked {
        assert!(plan.contains("INDEX"), "{sql}\n{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
    }
}

#[test]
fn reports_by_area_go_along_the_indexes_of_what_they_count() {
    let house = house();
    let calendar = Calendar::default();
    let day = day(&calendar, "2023-03-05");
    let always = Period {
        from: Period::BEGINNING,
        to: Period::END,
    };
    let asking = |house: &House| {
        let store = &house.store;
        store.done_by_area(None, "urge", always).unwrap();
        let days = Period::new(super::date("2023-01-10"), super::date("2023-01-20")).unwrap();
        store.done_by_area(None, "urge", days).unwrap();
        store.longest_in_area(AreaId(1), None, always, 8).unwrap();
        store.held_by_area(None).unwrap();
        store.owed_by_area(None, None, &day).unwrap();
        store.ongoing_by_area(None, [day.today; 3]).unwrap();
    };
    let asked = plans_about("area", &house, asking);
    let ways = [
        "COVERING INDEX event_by_agency (agency_id=? AND what=?",
        "event_tally USING PRIMARY KEY (what=? AND grain=?",
        "INDEX task_held_by_area",
        "INDEX event_by_length (what=? AND length=?",
        "INDEX task_owing (effective_due>",
        "INDEX task_ongoing",
    ];
    for way in ways {
        let is_along = asked.iter().any(|(_, plan)| plan.contains(way));
        assert!(is_along, "{way}: {asked:?}");
    }
}

#[test]
fn what_waits_is_found_along_a_small_index() {
    let house = house();
    let cases = [
        (
            Filter {
                asked: vec![AgencyId(1)],
                ..Filter::default()
            },
            "task_asked_of",
        ),
        (
            Filter {
                stage_to: Some(super::date("2023-03-05")),
                ..Filter::default()
            },
            "task_stage_due",
        ),
        (marked(Mark::Explained), "task_explained"),
        (marked(Mark::Proposed), "task_proposed"),
        (marked(Mark::Owing), "task_owing"),
    ];
    for (filter, index) in cases {
        let query = Query {
            filter,
            ..Query::default()
        };
        let asked = plans(&house, |house| ask(house, &query));
        let is_along = asked.iter().any(|(_, plan)| plan.contains(index));
        assert!(is_along, "{index}: {asked:?}");
    }
}

fn marked(mark: Mark) -> Filter {
    Filter {
        marks: vec![mark],
        ..Filter::default()
    }
}
