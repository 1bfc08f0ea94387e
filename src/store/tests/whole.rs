//! A whole list, read by several at once, is the list page by page, of one moment.

use super::dice::{Dice, filled, users};
use super::{House, day, head, key};
use crate::domain::calendar::Calendar;
use crate::domain::condition::Day;
use crate::domain::error::{Error, Result};
use crate::domain::id::TaskId;
use crate::domain::query::{Order, Query};
use crate::domain::user::User;
use crate::store::{Access, Kind, Listed, Store, Whole};

/// Only which tasks they are.
struct Numbers;

impl Whole for Numbers {
    type Piece = Vec<TaskId>;

    fn begin(&self) -> Self::Piece {
        Vec::new()
    }

    fn put(&self, piece: &mut Self::Piece, task: &Listed<'_>) -> Result<()> {
        piece.push(task.id);
        Ok(())
    }
}

/// All that a query finds.
pub(super) fn whole(house: &House, query: &Query, day: &Day<'_>, user: &User) -> Vec<TaskId> {
    let mut all = Vec::new();
    let read = house
        .store
        .whole_list(query, (user, day), &Numbers, |piece| {
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
        .whole_list(&query, (user, &day), &Numbers, |piece| {
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
    let ended = house.store.whole_list(&query, (user, &day), &Numbers, |_| {
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
