//! A whole list, read by several at once, is the list page by page, of one moment.

use std::collections::BTreeSet;

use super::dice::{Dice, all_tasks, filled, random_query, shaken, users};
use super::{CREATE, House, day, head, key};
use crate::domain::calendar::Calendar;
use crate::domain::condition::Day;
use crate::domain::error::{Error, Result};
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::query::{Filter, Order, Query};
use crate::domain::status::Status;
use crate::domain::task::{Form, Task};
use crate::domain::user::User;
use crate::store::{Access, Item, Kind, Listed, Store};

/// Only which tasks they are.
fn numbers() -> impl FnMut(&mut Vec<TaskId>, &Listed<'_>) -> Result<()> {
    |piece, task| {
        piece.push(task.id);
        Ok(())
    }
}

/// All that a query finds.
pub(super) fn whole(house: &House, query: &Query, day: &Day<'_>, user: &User) -> Vec<TaskId> {
    let mut all = Vec::new();
    let read = house
        .store
        .whole_list(query, (user, day), numbers, |piece| {
            all.extend(piece);
            Ok(())
        });
    read.expect("read");
    all
}

#[test]
fn what_others_save_meanwhile_neither_moves_a_row_nor_counts_it_twice() {
    let mut dice = Dice::with_seed(11);
    let house = filled(&mut dice, 2_000);
    let calendar = Calendar::default();
    let day = day(&calendar, "2023-03-01");
    let user = &users()[0];
    let query = Query {
        order: Order::Urgency,
        ..Query::default()
    };
    let expected = whole(&house, &query, &day, user);
    let mut other = Store::open(house.store.path(), Access::Write).expect("a second session");
    let mut all = Vec::new();
    let read = house
        .store
        .whole_list(&query, (user, &day), numbers, |piece| {
            if all.is_empty() {
                // The last of the list comes first now, and the first is gone.
                for (id, due) in [
                    (expected[0], None),
                    (expected[expected.len() - 1], Some("2001-01-01")),
                ] {
                    let mut task = other.task(id)?.expect("a task");
                    let before = task.clone();
                    task.is_gone = due.is_none();
                    task.effective_due = due.map(super::date);
                    other.write(&head(&key(), Kind::Save), |writer| {
                        writer.save_task(&before, &task, super::note("edit"))
                    })?;
                }
            }
            all.extend(piece);
            Ok(())
        });
    read.expect("read");
    assert_eq!(all, expected);
    assert_ne!(
        whole(&house, &query, &day, user),
        expected,
        "and now it shows"
    );
}

#[test]
fn who_has_enough_ends_it_and_the_next_list_is_whole_again() {
    let mut dice = Dice::with_seed(12);
    let house = filled(&mut dice, 1_000);
    let calendar = Calendar::default();
    let day = day(&calendar, "2023-03-01");
    let user = &users()[0];
    let query = Query::default();
    let mut pieces = 0;
    let ended = house.store.whole_list(&query, (user, &day), numbers, |_| {
        pieces += 1;
        if pieces == 2 {
            Err(Error::Cancelled)
        } else {
            Ok(())
        }
    });
    assert!(matches!(ended, Err(Error::Cancelled)));
    assert_eq!(pieces, 2);
    let all = whole(&house, &query, &day, user);
    let tally = house
        .store
        .count(&query, &day, user, crate::store::Patience::endless());
    assert_eq!(all.len() as i64, tally.expect("a count").count);
}

/// All items to which belongs what a query finds.
fn items(house: &House, query: &Query, day: &Day<'_>, user: &User) -> Vec<TaskId> {
    let former = || {
        |piece: &mut Vec<TaskId>, item: &Item<'_>| {
            piece.push(item.id);
            Ok(())
        }
    };
    let mut all = Vec::new();
    let read = house
        .store
        .whole_items(query, (user, day), former, |piece, _| {
            all.extend(piece);
            Ok(())
        });
    read.expect("read");
    all
}

/// A series with an occurrence, one without, and parents of series with and without occurrences.
fn add_series(house: &mut House, dice: &mut Dice) {
    house.write(|writer| {
        let mut add = |form, (parent, series), dice: &mut Dice| {
            let task = Task {
                code: format!("S/{}", key()),
                title: "Báo cáo hằng quý".to_owned(),
                agency: AgencyId(dice.i64(1..4)),
                status: Status::NotStarted,
                parent,
                series,
                ..Task::blank(form)
            };
            writer.insert_task(&task, None, CREATE).map(|task| task.id)
        };
        for _ in 0..40 {
            let parent = match dice.bool() {
                true => Some(add(Form::Parent, (None, None), dice)?),
                false => None,
            };
            for _ in 0..dice.usize(1..4) {
                let series = add(Form::Series, (parent, None), dice)?;
                for _ in 0..dice.usize(0..2) {
                    add(Form::Task, (parent, Some(series)), dice)?;
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_items_of_a_file_are_those_that_stand_for_what_the_list_finds_each_once_by_number() {
    let mut dice = Dice::with_seed(13);
    let mut house = filled(&mut dice, 1_500);
    add_series(&mut house, &mut dice);
    shaken(&mut house, &mut dice, 300);
    let tasks = all_tasks(&house);
    let calendar = Calendar::default();
    let day = day(&calendar, "2023-03-01");
    let by_id = |id: TaskId| &tasks[usize::try_from(id.0 - 1).unwrap()];
    let stands = |task: &Task| task.parent.or(task.series).unwrap_or(task.id);
    let mut queries: Vec<Query> = (0..120).map(|_| random_query(&mut dice)).collect();
    let days = ["2000-01-01", "2100-01-01"].map(super::date);
    queries.extend(days.map(|day| Query {
        filter: Filter {
            changed_from: Some(day),
            ..Filter::default()
        },
        ..Query::default()
    }));
    queries.push(Query::default());
    let (mut families, mut singles) = (0, 0);
    for query in &queries {
        for user in &users() {
            let found = whole(&house, query, &day, user);
            let mut expected: BTreeSet<TaskId> =
                found.into_iter().map(|id| stands(by_id(id))).collect();
            if query.filter.is_empty() {
                let series = house.store.series().expect("series");
                expected.extend(series.iter().map(stands));
            }
            expected.retain(|id| !by_id(*id).is_gone);
            let read = items(&house, query, &day, user);
            assert!(read.iter().eq(&expected), "{query:?}: {read:?}");
            let heads = read.iter().filter(|id| by_id(**id).form != Form::Task);
            families += heads.clone().count();
            singles += read.len() - heads.count();
        }
    }
    assert!(families > 500 && singles > 500, "{families}, {singles}");
}

#[test]
fn an_item_that_stands_for_members_says_who_leads_them() {
    let mut dice = Dice::with_seed(14);
    let house = filled(&mut dice, 300);
    let calendar = Calendar::default();
    let day = day(&calendar, "2023-03-01");
    let former = || {
        |piece: &mut Vec<_>, item: &Item<'_>| {
            if item.id == TaskId(1) {
                piece.extend(item.members.iter().copied());
            }
            Ok(())
        }
    };
    let mut told = BTreeSet::new();
    let query = Query::default();
    let read = house.store.whole_items(
        &query,
        (&users()[0], &day),
        former,
        |leads: Vec<AgencyId>, _| {
            told.extend(leads);
            Ok(())
        },
    );
    read.expect("read");
    let members = house.store.members(TaskId(1)).expect("members");
    let leads: BTreeSet<AgencyId> = members.iter().map(|member| member.agency).collect();
    assert_eq!(told, leads);
    assert!(leads.len() > 3);
}
