//! What is kept of events, and what counting them one by one gives.

use chrono::{Days, NaiveDate};

use super::dice::{Dice, filled};
use super::{House, a_task, note, plans};
use crate::domain::condition::Day;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::owed::Owed;
use crate::domain::period::Period;
use crate::domain::task::Task;
use crate::store::db::values;

const DEEDS: [&str; 3] = ["urge", "held_by_lead", "transfer"];

fn some_day(dice: &mut Dice) -> NaiveDate {
    super::date("2022-11-20") + Days::new(dice.u64(0..500))
}

fn some_period(dice: &mut Dice) -> Period {
    let (one, other) = (some_day(dice), some_day(dice));
    Period::new(one.min(other), one.max(other)).unwrap()
}

/// Events as the dice fall; some are void from the beginning, some later, some count again.
fn told(house: &House, dice: &mut Dice, count: i64) {
    let db = &house.store.db;
    for id in 1..=count {
        let what = DEEDS[dice.usize(..DEEDS.len())];
        let day = some_day(dice);
        let length = (what == "held_by_lead").then(|| dice.i64(0..90));
        let since = length.map(|length| day - Days::new(length.unsigned_abs()));
        let other = (what == "transfer").then(|| dice.i64(1..4));
        let (agency, task, is_void) = (dice.i64(1..4), dice.i64(1..9), dice.u8(0..9) == 0);
        let row = values![id, agency, task, what, day, since, length, other, is_void];
        let sql = "INSERT INTO event
                (id, operation_id, task_id, agency_id, what, day, since, length, other_id, is_void, area_id)
            VALUES (?1, 1, ?3, ?2, ?4, ?5, ?6, ?7, ?8, ?9, (SELECT area_id FROM task WHERE id = ?3))";
        db.run(sql, &row).unwrap();
        if dice.u8(0..4) == 0 {
            let sql = "UPDATE event SET is_void = ?2 WHERE id = ?1";
            db.run(sql, &values![dice.i64(1..=id), dice.u8(0..3) > 0])
                .unwrap();
        }
    }
}

fn counted(
    house: &House,
    agency: i64,
    what: &str,
    period: Period,
) -> (i64, Option<NaiveDate>, i64) {
    let sql = "SELECT COUNT(*), MAX(day), COALESCE(MAX(length), -1) FROM event NOT INDEXED
        WHERE agency_id = ?1 AND what = ?2 AND day >= ?3 AND day <= ?4 AND is_void = 0";
    let row = values![agency, what, period.from, period.to];
    let found = house.store.db.first(sql, &row, |row| {
        Ok((row.number()?, row.maybe_date()?, row.number()?))
    });
    found.unwrap().unwrap()
}

#[test]
fn any_period_has_as_many_deeds_and_the_longest_time_that_going_through_all_gives() {
    let mut dice = Dice::with_seed(13);
    let house = filled(&mut dice, 10);
    told(&house, &mut dice, 1_500);
    let store = &house.store;
    assert_eq!(store.check_event_tallies().unwrap(), []);
    assert_eq!(store.check_backs().unwrap(), 0);
    for _ in 0..200 {
        let period = some_period(&mut dice);
        for agency in 1..4 {
            for what in DEEDS {
                let (count, last, longest) = counted(&house, agency, what, period);
                let day = store.done_last(AgencyId(agency), &[what], period).unwrap();
                assert_eq!(day, last, "{what} {period:?}");
                let all = store.event_counts(&[what], Some(period)).unwrap();
                let of = all
                    .iter()
                    .find(|it| it.agency.0 == agency)
                    .map_or(0, |it| it.count);
                assert_eq!(of, count, "{what} {period:?}");
                if what == "held_by_lead" {
                    let held = store.longest_of(AgencyId(agency), period).unwrap();
                    let length = held.map_or(-1, |it| (it.until.unwrap() - it.since).num_days());
                    assert_eq!(length, longest, "{period:?}");
                }
            }
        }
    }
}

#[test]
fn any_period_has_as_many_deeds_by_area_the_last_and_the_longest_that_going_through_all_gives() {
    let mut dice = Dice::with_seed(19);
    let house = filled(&mut dice, 10);
    told(&house, &mut dice, 1_500);
    let db = &house.store.db;
    // Tasks go over to other areas, with all that was done to them.
    for task in 1..9 {
        let sql = "UPDATE task SET area_id = ?2 WHERE id = ?1";
        db.run(sql, &values![task, dice.i64(1..4)]).unwrap();
    }
    assert_eq!(house.store.check_event_tallies().unwrap(), []);
    assert_eq!(house.store.check_event_areas().unwrap(), 0);
    let sql = "SELECT area_id, COUNT(*), MAX(day), MAX(length) FROM event NOT INDEXED
        WHERE agency_id >= ?1 AND agency_id <= ?2 AND what = ?3 AND day >= ?4 AND day <= ?5 AND is_void = 0
        GROUP BY area_id ORDER BY area_id";
    let mut some = 0;
    for _ in 0..200 {
        let period = some_period(&mut dice);
        for (agency, first, last) in [(None, 0, 99), (Some(AgencyId(2)), 2, 2)] {
            for what in DEEDS {
                let row = values![first, last, what, period.from, period.to];
                let expected = db
                    .rows(sql, &row, |row| {
                        Ok((
                            row.number()?,
                            row.number()?,
                            row.maybe_date()?,
                            row.maybe_number()?,
                        ))
                    })
                    .unwrap();
                let found = house.store.done_by_area(agency, what, period).unwrap();
                let found: Vec<_> = found
                    .into_iter()
                    .map(|(area, done)| (area.0, done.count, done.last, done.longest))
                    .collect();
                assert_eq!(found, expected, "{what} {period:?}");
                some += found.len();
            }
        }
    }
    assert!(some > 1_000, "{some}");
}

#[test]
fn lists_of_deeds_and_of_times_begin_with_the_latest_and_the_longest_of_any_period() {
    let mut dice = Dice::with_seed(17);
    let house = filled(&mut dice, 10);
    told(&house, &mut dice, 1_500);
    for _ in 0..100 {
        let period = some_period(&mut dice);
        let agency = dice.bool().then(|| AgencyId(dice.i64(1..4)));
        let of = "day >= ?1 AND day <= ?2 AND is_void = 0 AND (?3 = -1 OR agency_id = ?3)";
        let whose: Vec<AgencyId> = agency.into_iter().collect();
        let id = agency.map_or(-1, |id| id.0);
        let asked = values![period.from, period.to, id, dice.i64(1..40)];
        let limit = 20;
        let sql = format!(
            "SELECT day FROM event NOT INDEXED WHERE {of} AND ?4 > 0 AND what IN ('urge', 'transfer') ORDER BY day DESC LIMIT {limit}"
        );
        let expected = house.store.db.rows(&sql, &asked, |row| row.date()).unwrap();
        let listed = house
            .store
            .done_list(&whose, None, &["urge", "transfer"], period, limit)
            .unwrap();
        let days: Vec<NaiveDate> = listed.iter().map(|it| it.day).take(limit).collect();
        assert_eq!(days, expected, "{period:?} {agency:?}");
        let sql = format!(
            "SELECT length FROM event NOT INDEXED WHERE {of} AND ?4 > 0 AND what = 'held_by_lead' ORDER BY length DESC LIMIT {limit}"
        );
        let expected = house
            .store
            .db
            .rows(&sql, &asked, |row| row.number())
            .unwrap();
        let held = house.store.longest_held(agency, period, limit).unwrap();
        let lengths: Vec<i64> = held
            .iter()
            .map(|it| (it.until.unwrap() - it.since).num_days())
            .collect();
        assert_eq!(lengths, expected, "{period:?} {agency:?}");
    }
}

#[test]
fn what_was_tampered_with_is_found() {
    let mut dice = Dice::with_seed(3);
    let house = filled(&mut dice, 10);
    told(&house, &mut dice, 200);
    let store = &house.store;
    for sql in [
        "UPDATE event_tally SET n = n + 1 WHERE grain = 1 AND what = 'urge'",
        "UPDATE event_tally SET longest = longest + 1 WHERE grain = 0",
    ] {
        store.db.script("SAVEPOINT before").unwrap();
        store.db.script(sql).unwrap();
        assert!(!store.check_event_tallies().unwrap().is_empty(), "{sql}");
        store
            .db
            .script("ROLLBACK TO before; RELEASE before")
            .unwrap();
        assert!(store.check_event_tallies().unwrap().is_empty());
    }
    store
        .db
        .script("UPDATE event SET is_back = 1 - is_back WHERE what = 'transfer'")
        .unwrap();
    assert!(store.check_backs().unwrap() > 0);
    assert_eq!(store.check_event_areas().unwrap(), 0);
    let sql = "UPDATE task SET area_id = (SELECT MAX(id) FROM area WHERE area.id <> task.area_id)";
    store.db.script(sql).unwrap();
    assert_eq!(store.check_event_areas().unwrap(), 0, "they move along");
    store
        .db
        .script("UPDATE event SET area_id = area_id + 1 WHERE what = 'urge'")
        .unwrap();
    assert!(store.check_event_areas().unwrap() > 0);
}

#[test]
fn any_period_has_the_owed_documents_that_counting_gives() {
    let mut dice = Dice::with_seed(29);
    let mut house = House::new();
    house.write(|writer| {
        for number in 0..300 {
            let due = (dice.u8(0..6) > 0).then(|| some_day(&mut dice));
            let task = Task {
                owes_document: dice.u8(0..4) > 0,
                issued_on: dice.bool().then(|| some_day(&mut dice)),
                due,
                original_due: due,
                effective_due: due,
                agency: AgencyId(dice.i64(1..4)),
                status: crate::domain::status::Status::ALL[dice.usize(..7)],
                ..a_task("Báo cáo")
            };
            let task = writer.insert_task(&task, None, super::CREATE)?;
            if number % 3 == 0 {
                let after = Task {
                    issued_on: None,
                    agency: AgencyId(2),
                    ..task.clone()
                };
                writer.save_task(&task, &after, note("edit"))?;
            }
        }
        Ok(())
    });
    let tasks: Vec<Task> = (1..=300)
        .map(|id| house.store.task(TaskId(id)).unwrap().unwrap())
        .collect();
    let calendar = crate::domain::calendar::Calendar::default();
    for _ in 0..100 {
        let period = (dice.u8(0..6) > 0).then(|| some_period(&mut dice));
        let day = Day {
            today: some_day(&mut dice),
            ..super::day(&calendar, "2023-03-01")
        };
        let mut sum = Owed::none(AgencyId(0));
        for owed in house.store.owed(period, &day).unwrap() {
            sum += owed;
        }
        for state in crate::domain::owed::State::ALL {
            let fits = |task: &&Task| {
                let is_within =
                    period.is_none_or(|it| task.effective_due.is_some_and(|due| it.has(due)));
                is_within && crate::domain::owed::State::of(task, &day) == Some(state)
            };
            let expected = tasks
                .iter()
                .filter(|task| task.rank().is_some())
                .filter(fits)
                .count();
            assert_eq!(
                sum.of(state),
                i64::try_from(expected).unwrap(),
                "{state:?} {period:?}"
            );
        }
    }
    assert_eq!(house.store.check_owed_tallies().unwrap(), []);
}

#[test]
fn deeds_and_times_of_any_period_are_found_along_their_indexes() {
    let house = plans::house();
    let told =
        "INSERT INTO event (operation_id, task_id, agency_id, what, day, since, length, is_void)
        VALUES (1, 1, 1, 'held_by_lead', '2023-01-09', '2023-01-01', 8, 0)";
    house.store.db.script(told).unwrap();
    for _ in 0..9 {
        let sql = told.replace("2023-01-09", "2023-02-09");
        house.store.db.script(&sql).unwrap();
    }
    house.store.db.script("ANALYZE").unwrap();
    let period = |from: &str, to: &str| Period::new(super::date(from), super::date(to)).unwrap();
    let asking = |house: &House| {
        let store = &house.store;
        // Few of all there are, and all of them.
        for period in [
            period("2023-01-01", "2023-01-20"),
            period("2020-01-01", "2023-12-31"),
        ] {
            for agency in [None, Some(AgencyId(1))] {
                assert!(!store.longest_held(agency, period, 20).unwrap().is_empty());
                let whose: Vec<AgencyId> = agency.into_iter().collect();
                store
                    .done_list(&whose, None, &["urge"], period, 20)
                    .unwrap();
            }
            assert!(store.longest_of(AgencyId(1), period).unwrap().is_some());
            store.event_counts(&["urge"], Some(period)).unwrap();
        }
    };
    let asked = plans::plans_about("event", &house, asking);
    assert!(asked.len() >= 10, "{asked:?}");
    for (sql, plan) in asked {
        assert!(!plan.contains("SCAN event"), "{sql}\n{plan}");
        // Only of what is few the longest or the latest are sorted out.
        let is_few = sql.contains("INDEXED BY event_by_agency") || sql.contains("GROUP BY span");
        assert!(is_few || !plan.contains("TEMP"), "{sql}\n{plan}");
    }
}
