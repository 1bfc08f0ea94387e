//! How the engine finds files and readings: along their indexes, without sorting.

use super::House;
use crate::domain::id::{AgencyId, IndicatorId};
use crate::domain::interval::Interval;
use crate::store::db::Value;

#[test]
fn files_and_readings_are_walked_along_their_indexes() {
    let house = House::new();
    let month: Interval = "2023-05".parse().unwrap();
    let db = &house.store.db;
    db.witness.asked.borrow_mut().clear();
    house.store.caseload_in(month).unwrap();
    house.store.caseload_of(AgencyId(1), 240).unwrap();
    house
        .store
        .caseload_by_month(month.after(-17), month)
        .unwrap();
    house.store.last_caseload_month().unwrap();
    house.store.readings(IndicatorId(1), 100).unwrap();
    house.store.measured(IndicatorId(1)).unwrap();
    let asked = db.witness.asked.take();
    assert_eq!(asked.len(), 6, "{asked:?}");
    for sql in asked {
        let values = (1..).take_while(|number| sql.contains(&format!("?{number}")));
        let values: Vec<_> = values.map(|_| Value::Null).collect();
        let plan = db.rows(&format!("EXPLAIN QUERY PLAN {sql}"), &values, |row| {
            for _ in 0..3 {
                row.number()?;
            }
            row.text()
        });
        let plan = plan.unwrap().join("; ");
        assert!(plan.contains("SEARCH"), "{sql}\n{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
    }
}
