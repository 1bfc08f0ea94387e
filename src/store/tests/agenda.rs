//! What falls due on a day, compared with looking at every task.

use super::{House, a_task, date, due};
use crate::domain::agenda::DueDay;
use crate::domain::id::AgencyId;
use crate::domain::status::{Rank, Status};
use crate::domain::task::Task;

/// Tasks of all statuses on days of three months, of two agencies.
fn a_pile() -> Vec<Task> {
    let statuses = [
        Status::Draft,
        Status::NotStarted,
        Status::InProgress,
        Status::Awaiting,
        Status::Done,
        Status::Suspended,
        Status::Dropped,
    ];
    let days = [
        "2023-02-28",
        "2023-03-01",
        "2023-03-15",
        "2023-03-31",
        "2023-04-01",
    ];
    let mut tasks = Vec::new();
    for (number, day) in (1..).zip(days) {
        for (place, status) in (0..).zip(statuses) {
            for copy in 0..=(place * number) % 3 {
                let task = Task {
                    status,
                    agency: AgencyId(1 + copy % 2),
                    submitted_on: Some(date("2023-02-01")),
                    ..due(a_task("Đến hạn"), day)
                };
                tasks.push(task);
            }
        }
    }
    tasks.push(a_task("Không hạn"));
    tasks
}

fn by_hand(tasks: &[Task], agency: Option<AgencyId>) -> Vec<DueDay> {
    let (from, to) = (date("2023-03-01"), date("2023-03-31"));
    let mut days: Vec<DueDay> = Vec::new();
    for day in from.iter_days().take_while(|day| *day <= to) {
        let mut found = DueDay::empty(day);
        for task in tasks {
            let is_of = agency.is_none_or(|agency| task.agency == agency);
            if is_of && task.effective_due == Some(day) {
                found.add(task.rank().expect("a listed task"), 1);
            }
        }
        if found.total() > 0 {
            days.push(found);
        }
    }
    days
}

#[test]
fn every_task_of_a_month_stands_on_its_day_and_none_of_another_month_does() {
    let mut house = House::new();
    let tasks: Vec<Task> = a_pile().iter().map(|task| house.insert(task)).collect();
    let (from, to) = (date("2023-03-01"), date("2023-03-31"));
    for agency in [
        None,
        Some(AgencyId(1)),
        Some(AgencyId(2)),
        Some(AgencyId(3)),
    ] {
        let found = house.store.due_days(agency, from, to).unwrap();
        assert_eq!(found, by_hand(&tasks, agency), "{agency:?}");
    }
    let all = house.store.due_days(None, from, to).unwrap();
    assert_eq!(all.len(), 3);
    for rank in [Rank::Running, Rank::Undated, Rank::Paused, Rank::Closed] {
        let mut one = DueDay::empty(from);
        one.add(rank, 1);
        assert_eq!(one.total(), 1, "{rank:?} is counted");
    }
}
