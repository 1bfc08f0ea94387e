//! Periods, counted from what is kept and counted task by task.

use chrono::NaiveDate;

use super::dice::{Dice, all_tasks, filled, shaken, some_date};
use crate::domain::calendar::Calendar;
use crate::domain::completion::Classes;
use crate::domain::condition::ConditionKind;
use crate::domain::id::AgencyId;
use crate::domain::period::Period;
use crate::domain::report::Basis;
use crate::domain::status::Status;
use crate::domain::task::Task;

/// The classes of the tasks that fit, one by one, by what the domain judges.
fn naive(tasks: &[Task], today: NaiveDate, fits: impl Fn(&Task) -> bool) -> Classes {
    let calendar = Calendar::default();
    let day = super::day(&calendar, &today.to_string());
    let mut all = Classes::default();
    for task in tasks
        .iter()
        .filter(|task| task.rank().is_some() && fits(task))
    {
        let first = Task {
            effective_due: if task.original_due == task.due {
                task.effective_due
            } else {
                task.original_due
            },
            ..task.clone()
        };
        let is_done = task.status == Status::Done;
        let running = [Status::NotStarted, Status::InProgress].contains(&task.status);
        let place = match day.judge(task).kind() {
            _ if matches!(task.status, Status::Draft | Status::Dropped) => continue,
            ConditionKind::NoDue => &mut all.not_judged,
            ConditionKind::DoneOnTime => &mut all.done_on_time,
            ConditionKind::DoneLate => &mut all.done_late,
            ConditionKind::Overdue if running => &mut all.open_late,
            ConditionKind::Overdue | ConditionKind::InTime | ConditionKind::DueSoon => {
                &mut all.open_in_time
            }
        };
        *place += 1;
        let is_late = day.judge(task).days_late().is_some() && (is_done || running);
        all.excused += i64::from(task.is_excused && is_late);
        let dated = is_done && task.effective_due.is_some();
        all.on_first += i64::from(dated && day.judge(&first).kind() == ConditionKind::DoneOnTime);
    }
    all
}

#[test]
fn any_period_has_the_classes_that_counting_its_tasks_gives() {
    let mut dice = Dice::with_seed(11);
    for round in 0..4 {
        let mut house = filled(&mut dice, 400);
        shaken(&mut house, &mut dice, 100 * round);
        let tasks = all_tasks(&house);
        for _ in 0..150 {
            let (one, other) = (some_date(&mut dice), some_date(&mut dice));
            let period = Period::new(one.min(other), one.max(other)).filter(|_| dice.u8(0..8) > 0);
            let basis = dice.choice([Basis::Due, Basis::Assigned]).unwrap();
            let agency = dice.bool().then(|| AgencyId(dice.i64(0..6)));
            let today = some_date(&mut dice);
            let expected = naive(&tasks, today, |task| {
                let day = match basis {
                    Basis::Due => task.effective_due,
                    Basis::Assigned => task.assigned_on,
                };
                agency.is_none_or(|agency| task.agency == agency)
                    && period.is_none_or(|it| day.is_some_and(|day| it.has(day)))
            });
            let parts = house
                .store
                .completion(period, basis, agency, today)
                .unwrap();
            let mut sum = Classes::default();
            for part in &parts {
                let classes = part.classes;
                let all = [
                    classes.done_on_time,
                    classes.done_late,
                    classes.open_in_time,
                    classes.open_late,
                    classes.not_judged,
                ];
                assert!(all.iter().all(|n| *n >= 0), "{classes:?}");
                assert_eq!(all.iter().sum::<i64>(), classes.total());
                assert!(classes.on_first <= classes.done() && classes.excused <= classes.late());
                sum += classes;
            }
            assert_eq!(sum, expected, "{period:?} {basis:?} {agency:?} on {today}");
        }
        assert_eq!(house.store.check_spans().unwrap(), []);
    }
}

#[test]
fn a_number_that_was_tampered_with_is_found() {
    let mut dice = Dice::with_seed(5);
    let house = filled(&mut dice, 30);
    let sql = "UPDATE span_tally SET n = n + 1 WHERE basis = 0 AND grain = 1";
    house.store.db.script(sql).unwrap();
    assert!(!house.store.check_spans().unwrap().is_empty());
    assert_eq!(house.store.check_counters().unwrap(), ["span_tally"]);
    // What was sorted on the disk for that is sorted in memory again.
    let place = house.store.db.number("PRAGMA temp_store", &[]);
    assert_eq!(place.unwrap(), 2);
}
