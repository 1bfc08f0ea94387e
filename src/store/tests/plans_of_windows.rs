//! How the engine goes about what is late: along the indexes of what it counts.

use super::House;
use super::plans::{house, plans};
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::period::Period;
use crate::domain::report::Basis;
use crate::store::LateAsked;

#[test]
fn causes_of_delay_are_counted_without_the_rows_of_tasks() {
    let house = house();
    let today = "2023-03-05".parse().unwrap();
    let asked = |basis, agency| LateAsked {
        agency,
        area: None,
        period: Period::read("15/12/2022-14/3/2023", today),
        basis,
    };
    let counting = |house: &House| {
        for basis in [Basis::Due, Basis::Assigned] {
            for agency in [None, Some(AgencyId(1))] {
                let asked = asked(basis, agency);
                house.store.causes_of_done(&asked).unwrap();
                house.store.causes_of_open(&asked, today).unwrap();
                house.store.late_since(&asked, today).unwrap();
                house.store.late_with_cause(&asked, today).unwrap();
                house.store.done_late(&asked, 5).unwrap();
            }
        }
    };
    let plans = plans(&house, counting);
    assert!(plans.len() >= 8, "{plans:?}");
    for (sql, plan) in plans {
        let is_covered = [
            "COVERING INDEX task_done_late (effective_due>",
            "COVERING INDEX task_with_cause (agency_id>",
            "COVERING INDEX task_by_area (agency_id=? AND area_id=? AND effective_due>",
            "COVERING INDEX task_running_since (assigned_on>",
        ]
        .iter()
        .any(|index| plan.contains(index));
        assert!(is_covered, "{sql}\n{plan}");
    }
}

#[test]
fn late_tasks_are_listed_in_the_order_of_their_index() {
    let house = house();
    let today = "2023-03-05".parse().unwrap();
    let listing = |house: &House| {
        for agency in [None, Some(AgencyId(1))] {
            let asked = LateAsked {
                agency,
                area: Some(AreaId(1)),
                period: None,
                basis: Basis::Due,
            };
            house.store.late_now(&asked, today, false, 5).unwrap();
            house.store.late_now(&asked, today, true, 5).unwrap();
        }
    };
    for (sql, plan) in plans(&house, listing) {
        assert!(plan.contains("INDEX task_by_"), "{sql}\n{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
    }
}
