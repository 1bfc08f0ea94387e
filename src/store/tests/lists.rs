//! Pages and counts against the same filter applied task by task, on random histories.

use std::time::Duration;

use chrono::NaiveDate;

use super::House;
use super::dice::{Dice, all_tasks, filled, random_query, shaken, some_date, users};
use crate::domain::calendar::{Calendar, DayKind, DayOff};
use crate::domain::concern::{Concern, LONG};
use crate::domain::condition::{Condition, ConditionKind, Day, Thresholds};
use crate::domain::fold::fold;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::query::{Anchor, Filter, Mark, Order, Position, Query};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, may};
use crate::domain::user::User;
use crate::store::Patience;

/// The filter as its documentation says it, task by task.
fn passes(filter: &Filter, task: &Task, day: &Day<'_>, user: &User) -> bool {
    let among = |is_empty: bool, is_in: bool| is_empty || is_in;
    let condition = day.judge(task);
    let is_running = matches!(task.status, Status::NotStarted | Status::InProgress);
    let is_clock = matches!(
        condition,
        Condition::InTime { .. } | Condition::DueSoon { .. } | Condition::Overdue { .. }
    );
    task.rank().is_some()
        && among(
            filter.agencies.is_empty(),
            filter.agencies.contains(&task.agency),
        )
        && among(filter.areas.is_empty(), filter.areas.contains(&task.area))
        && among(
            filter.statuses.is_empty(),
            filter.statuses.contains(&task.status),
        )
        && among(
            filter.conditions.is_empty(),
            filter.conditions.contains(&condition.kind()) && (is_running || !is_clock),
        )
        && among(
            filter.documents.is_empty(),
            task.document
                .is_some_and(|id| filter.documents.contains(&id)),
        )
        && filter
            .due_from
            .is_none_or(|from| task.effective_due.is_some_and(|due| due >= from))
        && filter
            .due_to
            .is_none_or(|to| task.effective_due.is_some_and(|due| due <= to))
        && filter
            .assigned_from
            .is_none_or(|from| task.assigned_on >= Some(from))
        && filter
            .assigned_to
            .is_none_or(|to| task.assigned_on.is_some_and(|day| day <= to))
        && filter
            .parent
            .is_none_or(|parent| task.parent == Some(parent))
        && among(
            filter.asked.is_empty(),
            task.requests
                .iter()
                .any(|it| it.is_open() && filter.asked.contains(&it.agency)),
        )
        && filter
            .stage_from
            .is_none_or(|from| next_stage(task).is_some_and(|due| due >= from))
        && filter
            .stage_to
            .is_none_or(|to| next_stage(task).is_some_and(|due| due <= to))
        && filter.urged.is_none_or(|least| task.urgings >= least)
        && filter.extended.is_none_or(|least| task.extensions >= least)
        && among(
            filter.supporting.is_empty(),
            filter
                .supporting
                .iter()
                .any(|sign| task.supporting.split("; ").any(|it| it == sign)),
        )
        && filter.marks.iter().all(|mark| match mark {
            Mark::Review => task.needs_review(),
            Mark::ExtensionAsked => task.extension_asked.is_some(),
            Mark::Disputed => task.is_disputed,
            Mark::Held => {
                !task.is_disputed && matches!(task.status, Status::NotStarted | Status::InProgress)
            }
            Mark::SupportAsked => task.requests.iter().any(|it| it.is_open()),
            Mark::ToIssue => task.owes_document,
            Mark::IssuedLate => {
                task.owes_document
                    && task
                        .issued_on
                        .is_some_and(|on| task.effective_due.is_some_and(|due| on > due))
                    && !matches!(task.status, Status::Draft | Status::Dropped)
            }
            Mark::ToExplain => task.explanation_asked.is_some(),
            Mark::NotAskedToExplain => task.explanations + task.criticisms + task.proposals == 0,
            Mark::Criticised => task.criticisms + task.proposals > 0,
            Mark::Excused => task.is_excused,
            Mark::Proposed => task.proposals > 0 && !task.status.is_closed(),
            Mark::Explained => {
                let is_asked = task.explanations > 0 && task.explanation_asked.is_none();
                let is_decided = task.criticisms + task.proposals > 0 || task.is_excused;
                is_asked && !is_decided && !task.status.is_closed()
            }
            Mark::Owing => {
                let is_open = !task.status.is_closed() && task.status != Status::Draft;
                task.owes_document && task.issued_on.is_none() && is_open
            }
            Mark::NewlyOverdue => true,
            Mark::OnFirst => {
                let first = if task.due == task.original_due {
                    task.effective_due
                } else {
                    task.original_due
                };
                let done = task.submitted_on.or(task.closed_on);
                let is_late = first.is_some_and(|first| done.is_some_and(|day| day > first));
                task.status == Status::Done && first.is_some() && !is_late
            }
            Mark::LateFirst => {
                let is_running = is_running && task.effective_due.is_some();
                let by_first =
                    task.extensions > 0 && task.original_due.is_some_and(|first| first < day.today);
                let is_late = task.effective_due.is_some_and(|due| due < day.today);
                is_running && (is_late || by_first)
            }
            Mark::OpenInTime => {
                let is_late = task.effective_due.is_some_and(|due| due < day.today);
                let is_open = task.status == Status::Awaiting || is_running && !is_late;
                is_open && task.effective_due.is_some()
            }
            Mark::Orphan => true,
            Mark::Returned => task.returns > 0 && task.status == Status::InProgress,
            Mark::MayConfirm => may(task, Deed::Confirm, user).is_ok(),
        })
        && holds_all(&filter.texts, task)
}

fn next_stage(task: &Task) -> Option<NaiveDate> {
    let open = task.stages.iter().filter(|stage| stage.done_on.is_none());
    let next = open.map(|stage| stage.due).min();
    next.filter(|_| !task.status.is_closed())
}

fn holds_all(texts: &[Vec<String>], task: &Task) -> bool {
    let text = fold(&format!("{} {} {}", task.code, task.title, task.product));
    let words: Vec<&str> = text.split(' ').collect();
    texts.iter().enumerate().all(|(place, forms)| {
        forms.iter().any(|form| {
            let form: Vec<&str> = form.split(' ').collect();
            let is_open = place + 1 == texts.len() && form[form.len() - 1].chars().count() >= 2;
            words.windows(form.len()).any(|window| {
                let last = form.len() - 1;
                let tail = if is_open {
                    window[last].starts_with(form[last])
                } else {
                    window[last] == form[last]
                };
                window[..last] == form[..last] && tail
            })
        })
    })
}

/// All that pass, in order.
fn naive(tasks: &[Task], query: &Query, day: &Day<'_>, user: &User) -> Vec<TaskId> {
    let mut found: Vec<_> = tasks
        .iter()
        .filter(|task| passes(&query.filter, task, day, user))
        .collect();
    match query.order {
        Order::Urgency => {
            found.sort_by_key(|task| {
                (
                    task.rank(),
                    task.effective_due.unwrap_or(NaiveDate::MAX),
                    task.id,
                )
            });
        }
        Order::Newest => found.sort_by_key(|task| std::cmp::Reverse(task.id)),
        Order::Document => found.sort_by_key(|task| (task.document, task.id)),
    }
    found.into_iter().map(|task| task.id).collect()
}

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
