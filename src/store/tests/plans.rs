//! How the engine goes about it: every hot statement walks its index and sorts nothing.

use super::{House, a_task, day, due};
use crate::domain::calendar::Calendar;
use crate::domain::condition::ConditionKind;
use crate::domain::id::{AgencyId, AreaId, BatchId, DocumentId, TaskId};
use crate::domain::query::{Anchor, Filter, Order, Position, Query};
use crate::domain::user::{Role, User};
use crate::store::Patience;
use crate::store::db::Value;

/// The plans of everything that `ask` asks about tasks.
pub(super) fn plans(house: &House, ask: impl FnOnce(&House)) -> Vec<(String, String)> {
    plans_about("task", house, ask)
}

pub(super) fn plans_about(
    what: &str,
    house: &House,
    ask: impl FnOnce(&House),
) -> Vec<(String, String)> {
    let db = &house.store.db;
    db.witness.asked.borrow_mut().clear();
    ask(house);
    let asked = db.witness.asked.take();
    let plan = |sql: String| {
        let values = (1..).take_while(|number| sql.contains(&format!("?{number}")));
        let values: Vec<_> = values.map(|_| Value::Null).collect();
        let lines = db.rows(&format!("EXPLAIN QUERY PLAN {sql}"), &values, |row| {
            for _ in 0..3 {
                row.number()?;
            }
            row.text()
        });
        (sql, lines.unwrap().join("; "))
    };
    asked
        .into_iter()
        .filter(|sql| sql.contains(what))
        .map(plan)
        .collect()
}

pub(super) fn ask(house: &House, query: &Query) {
    let calendar = Calendar::default();
    let day = day(&calendar, "2023-03-01");
    let user = User::owner("cv.snv");
    let position = Position::of(&house.store.task(TaskId(1)).unwrap().unwrap()).unwrap();
    for anchor in [
        Anchor::First,
        Anchor::After(position),
        Anchor::Before(position),
        Anchor::Last,
    ] {
        house
            .store
            .page(query, &day, &user, anchor, 20, Patience::endless())
            .unwrap();
    }
    house
        .store
        .count(query, &day, &user, Patience::endless())
        .unwrap();
}

pub(super) fn house() -> House {
    let mut house = House::new();
    for number in 1..=9 {
        house.insert(&due(
            a_task("Rà soát thủ tục"),
            &format!("2023-03-0{number}"),
        ));
    }
    // What the planner would know of a large file must not lead it away.
    house.store.db.script("ANALYZE").unwrap();
    house
}

#[test]
fn a_list_walks_the_index_of_its_order_and_sorts_nothing() {
    let house = house();
    let none = Filter::default();
    let late = Filter {
        conditions: vec![ConditionKind::Overdue],
        ..none.clone()
    };
    let common = Filter {
        areas: vec![AreaId(1)],
        ..none.clone()
    };
    let agency = Filter {
        agencies: vec![AgencyId(1)],
        ..none.clone()
    };
    let late_there = Filter {
        agencies: vec![AgencyId(1), AgencyId(2)],
        ..late.clone()
    };
    let document = Filter {
        documents: vec![DocumentId(0)],
        ..none.clone()
    };
    let cases: [(_, _, &[&str]); 8] = [
        (
            Order::Urgency,
            &none,
            &["task_by_due (rank=? AND effective_due"],
        ),
        (
            Order::Urgency,
            &late,
            &["task_by_due (rank=? AND effective_due"],
        ),
        (
            Order::Urgency,
            &common,
            &["task_by_due (rank=? AND effective_due"],
        ),
        (
            Order::Urgency,
            &agency,
            &["task_by_agency (agency_id=? AND rank=? AND effective_due"],
        ),
        (
            Order::Urgency,
            &late_there,
            &["task_by_agency (agency_id=? AND rank=? AND effective_due"],
        ),
        (
            Order::Newest,
            &none,
            &[
                "INTEGER PRIMARY KEY (rowid>?)",
                "INTEGER PRIMARY KEY (rowid<?)",
            ],
        ),
        (Order::Document, &none, &["task_by_document (document_id"]),
        (
            Order::Document,
            &document,
            &["task_by_document (document_id"],
        ),
    ];
    for (order, filter, index) in cases {
        let query = Query {
            filter: filter.clone(),
            order,
        };
        for (sql, plan) in plans(&house, |house| ask(house, &query)) {
            let is_page = sql.contains("ORDER BY");
            assert!(!plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
            let is_pinned = index.iter().any(|index| plan.contains(index));
            assert!(!is_page || is_pinned, "{sql}\n{plan}");
        }
    }
}

#[test]
fn a_page_inside_a_day_seeks_its_place_in_the_day() {
    let house = house();
    let query = Query::default();
    let after = plans(&house, |house| ask(house, &query));
    let inside = "(rank=? AND effective_due=? AND rowid>?)";
    assert!(
        after.iter().any(|(_, plan)| plan.contains(inside)),
        "{after:?}"
    );
    for (sql, plan) in after {
        let is_range = !sql.contains("effective_due >") || plan.contains("effective_due>?");
        let is_seek = !sql.contains("id >") || plan.contains("rowid>?");
        assert!(is_range && is_seek, "{sql}\n{plan}");
    }
}

#[test]
fn a_common_word_is_known_as_common_before_all_its_tasks_are_gathered() {
    let house = house();
    let query = Query {
        filter: Filter {
            texts: vec![vec!["ra soat".to_owned()], vec!["th".to_owned()]],
            ..Filter::default()
        },
        order: Order::Urgency,
    };
    let asked = plans(&house, |house| ask(house, &query));
    let is_it_few = |sql: &str| sql.contains("COUNT(*) FROM (");
    assert!(asked.iter().any(|(sql, _)| is_it_few(sql)), "{asked:?}");
    for (sql, plan) in asked.iter().filter(|(sql, _)| is_it_few(sql)) {
        assert!(!plan.contains("LIST SUBQUERY"), "{sql}\n{plan}");
    }
}

#[test]
fn what_an_import_wrote_is_found_along_its_groups_or_looked_up_task_by_task() {
    let mut house = house();
    // Of a handful of tasks all are looked at, whatever is asked.
    house.write(|writer| {
        for _ in 0..300 {
            writer.insert_task(&a_task("Đề án"), None, super::CREATE)?;
        }
        Ok(())
    });
    house.store.db.script("ANALYZE").unwrap();
    let query = Query {
        filter: Filter {
            batches: vec![BatchId(1)],
            ..Filter::default()
        },
        order: Order::Newest,
    };
    let asked = plans(&house, |house| ask(house, &query));
    let few = |sql: &str| sql.contains("id IN (SELECT task_id");
    assert!(asked.iter().any(|(sql, _)| few(sql)), "{asked:?}");
    for (sql, plan) in asked {
        let is_served = if sql.contains("change_by_operation") {
            plan.contains("operation_by_batch (batch_id=?)")
                && plan.contains("change_by_operation (operation_id=?)")
        } else {
            plan.contains("change_by_task (task_id=?)") || !sql.contains("EXISTS")
        };
        assert!(is_served && !plan.contains("SCAN change"), "{sql}\n{plan}");
        assert!(!few(&sql) || !plan.contains("SCAN task"), "{sql}\n{plan}");
        assert!(!sql.contains("EXISTS") || !few(&sql), "asked twice: {sql}");
    }
}

#[test]
fn the_open_tasks_of_an_agency_are_found_along_indexes() {
    let house = house();
    let asked = plans(&house, |house| {
        house.store.open_of(AgencyId(1)).unwrap();
        house.store.log_of_agency(AgencyId(1), 10).unwrap();
        house
            .store
            .relative(&["2023-03-05".parse().unwrap()])
            .unwrap();
    });
    assert!(asked.len() >= 3, "{asked:?}");
    for (sql, plan) in asked {
        let is_served = [
            "task_by_agency",
            "task_series",
            "change_of_frame",
            "task_relative",
        ]
        .iter()
        .any(|index| plan.contains(index));
        assert!(is_served, "{sql}\n{plan}");
    }
}

#[test]
fn what_falls_due_in_a_month_is_counted_along_the_orders_of_the_lists() {
    let house = house();
    let (from, to) = (super::date("2023-03-01"), super::date("2023-03-31"));
    let asked = plans(&house, |house| {
        house.store.due_days(None, from, to).unwrap();
        house.store.due_days(Some(AgencyId(1)), from, to).unwrap();
    });
    assert_eq!(asked.len(), 2, "{asked:?}");
    for (sql, plan) in asked {
        let ranges = [
            "USING COVERING INDEX task_by_due (rank=? AND effective_due>? AND effective_due<?)",
            "USING COVERING INDEX task_by_agency (agency_id=? AND rank=? AND effective_due>? AND effective_due<?)",
        ];
        let is_range = ranges.iter().any(|range| plan.contains(range));
        assert!(is_range && !plan.contains("TEMP"), "{sql}\n{plan}");
    }
}

#[test]
fn counts_by_agency_and_the_home_figures_read_indexes_only() {
    let house = house();
    let calendar = Calendar::default();
    let day = day(&calendar, "2023-03-05");
    let user = User::owner("cv.snv");
    let counting = |house: &House| {
        house.store.agency_counts(&day).unwrap();
        house.store.home(None, &day, &user).unwrap();
        house.store.home(Some(AgencyId(1)), &day, &user).unwrap();
        house.store.oldest_suspension(None).unwrap();
        for role in [Role::Clerk, Role::Leader] {
            let user = User {
                role,
                agency: Some(AgencyId(1)),
                ..user.clone()
            };
            house.store.home(user.agency, &day, &user).unwrap();
            house.store.home(None, &day, &user).unwrap();
        }
        house.store.area_counts(Some(AgencyId(1)), &day).unwrap();
        house.store.area_counts(None, &day).unwrap();
    };
    for (sql, plan) in plans(&house, counting) {
        // The clocks of requests stand in their few rows.
        let is_clock = plan.contains("USING INDEX task_asked_of");
        assert!(
            plan.contains("USING COVERING INDEX") || is_clock,
            "{sql}\n{plan}"
        );
        // The partial indexes of what waits for somebody are short and may be read whole.
        let short = [
            "task_awaiting",
            "task_to_review",
            "task_asked",
            "task_disputed",
            "task_returned",
            "task_to_explain",
            "task_asked_of",
            "task_stage_due",
            "task_explained",
            "task_proposed",
            "task_owing",
            "task_suspended",
        ];
        let reads_all = plan
            .lines()
            .filter(|line| line.contains("SCAN task"))
            .any(|line| !short.iter().any(|index| line.contains(index)));
        assert!(!reads_all, "{sql}\n{plan}");
    }
}

#[test]
fn a_task_is_found_by_number_code_and_key_at_once() {
    let mut house = house();
    let code = house.insert(&a_task("Đề án")).code;
    let finding = |house: &House| {
        house.store.locate(":3").unwrap();
        house.store.locate(&code.to_uppercase()).unwrap().unwrap();
        house.store.same("KH9125#23").unwrap();
        house.store.members(TaskId(1)).unwrap();
        house.store.log(Some(TaskId(1)), None, 10).unwrap();
    };
    for (sql, plan) in plans(&house, finding) {
        assert!(plan.starts_with("SEARCH"), "{sql}\n{plan}");
    }
}
