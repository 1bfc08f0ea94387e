//! Pages and counts against the same filter applied task by task, on random histories.

use std::time::Duration;

use super::House;
use super::dice::{Dice, all_tasks, filled, random_query, shaken, some_date, users};
use super::model::{naive, passes};
use super::whole::whole;
use crate::domain::calendar::{Calendar, DayKind, DayOff};
use crate::domain::concern::{Concern, LONG};
use crate::domain::condition::{ConditionKind, Day, Thresholds};
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::query::{Anchor, Filter, Order, Position, Query};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, may};
use crate::domain::user::User;
use crate::store::Patience;

/// Pages through the whole list, from either end, with as little patience as can be.
fn paged(
    house: &House,
    query: &Query,
    day: &Day<'_>,
    user: &User,
    is_backward: bool,
    limit: usize,
) -> Vec<TaskId> {
    let mut anchor = if is_backward {
        Anchor::Last
    } else {
        Anchor::First
    };
    let mut found = Vec::new();
    loop {
        let page = house
            .store
            .page(
                query,
                day,
                user,
                anchor,
                limit,
                Patience::of(Duration::ZERO),
            )
            .unwrap();
        assert!(page.tasks.len() <= limit);
        let edge = if is_backward {
            page.tasks.first()
        } else {
            page.tasks.last()
        };
        let edge = page.searched_to.or_else(|| edge.and_then(Position::of));
        let ids = page.tasks.iter().map(|task| task.id);
        if is_backward {
            found.splice(0..0, ids);
        } else {
            found.extend(ids);
        }
        match edge {
            Some(edge) if page.has_more => {
                anchor = if is_backward {
                    Anchor::Before(edge)
                } else {
                    Anchor::After(edge)
                };
            }
            _ => return found,
        }
    }
}

#[test]
fn every_list_shows_what_its_filter_says_in_its_order_from_both_ends() {
    let mut dice = Dice::with_seed(7);
    let swap = DayOff {
        date: super::date("2023-02-20"),
        name: "nghỉ".to_owned(),
        kind: DayKind::Holiday,
        projected: false,
    };
    let calendar = Calendar::new(vec![swap]);
    for round in 0..4 {
        let mut house = filled(&mut dice, 300);
        shaken(&mut house, &mut dice, 60 * round);
        let tasks = all_tasks(&house);
        for _ in 0..250 {
            let query = random_query(&mut dice);
            let thresholds = Thresholds {
                soon: dice.u32(0..9),
                loud: 3,
                ..Thresholds::default()
            };
            let day = Day {
                today: some_date(&mut dice),
                calendar: &calendar,
                thresholds,
            };
            let user = &users()[dice.usize(..3)];
            let expected = naive(&tasks, &query, &day, user);
            let limit = dice.usize(1..40);
            let is_backward = dice.bool();
            let shown = paged(&house, &query, &day, user, is_backward, limit);
            assert_eq!(
                shown, expected,
                "{query:?} on {} backward {is_backward}",
                day.today
            );
            assert_eq!(whole(&house, &query, &day, user), expected, "{query:?}");
            let tally = house
                .store
                .count(&query, &day, user, Patience::endless())
                .unwrap();
            assert_eq!(
                (tally.count, tally.is_partial),
                (expected.len() as i64, false),
                "{query:?}"
            );
        }
        assert_eq!(house.store.check_tallies().unwrap(), []);
        assert_eq!(house.store.check_spans().unwrap(), []);
        assert_eq!(house.store.integrity().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn a_long_walk_answers_in_parts_that_make_up_the_whole() {
    let mut dice = Dice::with_seed(3);
    let house = filled(&mut dice, 7_000);
    let tasks = all_tasks(&house);
    let calendar = Calendar::default();
    let day = super::day(&calendar, "2023-03-01");
    for agencies in [
        vec![],
        vec![AgencyId(1)],
        vec![AgencyId(2), AgencyId(3), AgencyId(1)],
    ] {
        // A common word together with a rare area: the index decides little.
        let filter = Filter {
            agencies,
            areas: vec![AreaId(2)],
            texts: vec![vec!["thu tuc".to_owned()]],
            statuses: vec![Status::Dropped, Status::Draft],
            ..Filter::default()
        };
        for order in [Order::Urgency, Order::Newest, Order::Document] {
            let query = Query {
                filter: filter.clone(),
                order,
            };
            let user = &users()[0];
            let expected = naive(&tasks, &query, &day, user);
            assert!(expected.len() > 20);
            for is_backward in [false, true] {
                assert_eq!(
                    paged(&house, &query, &day, user, is_backward, 15),
                    expected,
                    "{query:?}"
                );
            }
        }
    }
    let word = Filter {
        texts: vec![vec!["thu tuc".to_owned()]],
        ..Filter::default()
    };
    let query = Query {
        filter: word,
        order: Order::Urgency,
    };
    let some = house
        .store
        .count(&query, &day, &users()[0], Patience::of(Duration::ZERO))
        .unwrap();
    assert!(some.is_partial && some.count > 0);
}

#[test]
fn counts_are_what_counting_the_tasks_gives() {
    let mut dice = Dice::with_seed(11);
    let mut house = filled(&mut dice, 500);
    shaken(&mut house, &mut dice, 200);
    let tasks: Vec<_> = all_tasks(&house)
        .into_iter()
        .filter(|task| task.rank().is_some())
        .collect();
    let calendar = Calendar::default();
    for today in ["2023-01-01", "2023-02-18", "2023-04-02"] {
        let day = super::day(&calendar, today);
        let is_late = |task: &&Task| {
            matches!(task.status, Status::NotStarted | Status::InProgress)
                && day.judge(task).kind() == ConditionKind::Overdue
        };
        let all = house.store.agency_counts(&day).unwrap();
        for one in &all {
            let own: Vec<_> = tasks
                .iter()
                .filter(|task| task.agency == one.agency)
                .collect();
            let count =
                |test: &dyn Fn(&Task) -> bool| own.iter().filter(|task| test(task)).count() as i64;
            let counts = one.counts;
            assert_eq!(counts.late, count(&|task| is_late(&task)));
            assert_eq!(
                counts.due_soon,
                count(&|t| day.judge(t).kind() == ConditionKind::DueSoon)
            );
            assert_eq!(
                counts.open,
                count(&|t| t.status.is_open() && t.effective_due.is_some())
            );
            assert_eq!(
                counts.no_due,
                count(&|t| t.status.is_open() && t.effective_due.is_none())
            );
            assert_eq!(
                counts.done_late,
                count(&|t| day.judge(t).kind() == ConditionKind::DoneLate)
            );
            assert_eq!(
                counts.done_on_time,
                count(&|t| day.judge(t).kind() == ConditionKind::DoneOnTime)
            );
            assert_eq!(counts.given() + counts.drafts, own.len() as i64);
            let oldest = own
                .iter()
                .copied()
                .filter(is_late)
                .filter_map(|task| task.effective_due)
                .min();
            assert_eq!(one.oldest_overdue, oldest);
            assert_eq!(house.store.counts_of(one.agency, &day).unwrap(), *one);
        }
        let areas = house.store.area_counts(None, &day).unwrap();
        let by_area: i64 = areas.iter().map(|(_, counts)| counts.late).sum();
        assert_eq!(by_area, tasks.iter().filter(is_late).count() as i64);
        for user in users() {
            let home = house.store.home(user.agency, &day, &user).unwrap();
            let own: Vec<_> = tasks
                .iter()
                .filter(|task| user.agency.is_none_or(|agency| agency == task.agency))
                .collect();
            let to_confirm: Vec<_> = own
                .iter()
                .filter(|task| may(task, Deed::Confirm, &user).is_ok())
                .collect();
            let counted = |concern| home.counts.get(&concern).copied();
            if let Some(count) = counted(Concern::ToConfirm) {
                assert_eq!(count, to_confirm.len() as i64);
            }
            if counted(Concern::ToConfirm).is_some() {
                let oldest = to_confirm.iter().filter_map(|task| task.submitted_on).min();
                assert_eq!(home.oldest.get(&Concern::ToConfirm).copied(), oldest);
            }
            let count = |of: &dyn Fn(&Task) -> bool| {
                i64::try_from(own.iter().filter(|task| of(task)).count()).unwrap()
            };
            if let Some(found) = counted(Concern::ToReview) {
                assert_eq!(found, count(&Task::needs_review));
            }
            assert_eq!(
                counted(Concern::Overdue),
                Some(count(&|task| is_late(&task)))
            );
            let long = day.overdue_for(LONG);
            let is_long = |task: &Task| is_late(&task) && task.effective_due <= Some(long);
            if let Some(found) = counted(Concern::LongOverdue) {
                assert_eq!(found, count(&is_long));
            }
            // Those without a lead and the newly overdue are spelled out above the store.
            for (_, concern) in Concern::lines(user.role) {
                if matches!(concern, Concern::Orphans | Concern::NewlyOverdue) {
                    continue;
                }
                let mut filter = concern.filter(user.agency, &day);
                let lead = user.agency.filter(|_| concern.is_of_lead());
                filter.agencies.extend(lead);
                let is_nobody = *concern == Concern::AskedOfUs && user.agency.is_none();
                let found = tasks.iter();
                let found = found.filter(|task| !is_nobody && passes(&filter, task, &day, &user));
                let expected = i64::try_from(found.count()).unwrap();
                assert_eq!(home.count(*concern), expected, "{concern:?} of {user:?}");
            }
        }
    }
}
