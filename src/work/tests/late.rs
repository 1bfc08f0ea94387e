//! Late tasks with heads and causes, and the reporting windows: counted against plain SQL over all tasks.

use super::reports::{count_of as count, found, report};
use super::sample::Sample;
use super::*;
use crate::domain::delay::Cause;
use crate::domain::error::Error;
use crate::domain::period::Period;
use crate::domain::report::{Basis, Cell, Grouping, Holds, Kind, Opens, Spec};
use crate::domain::report_window::{Series, Window, WindowFault};
use crate::domain::status::Status;
use crate::work::request::windows::{Ask, Told};
use crate::work::sample;

/// Every late task, walked through one by one: is it of the period, is it done, what is its cause.
fn by_hand(session: &mut Session, period: Option<Period>, basis: Basis) -> Vec<(bool, Cause)> {
    let day = session.facts().today;
    let request = Request::Page {
        query: Query::default(),
        anchor: Anchor::First,
        limit: 100_000,
    };
    let Answer::Page(page) = session.ask(&request) else {
        panic!("no page");
    };
    assert!(page.tasks.len() > 500, "the whole sample");
    let mut late = Vec::new();
    for task in page.tasks {
        let Some(due) = task.effective_due else {
            continue;
        };
        let judged = match basis {
            Basis::Due => Some(due),
            Basis::Assigned => task.assigned_on,
        };
        let is_of = period.is_none_or(|it| judged.is_some_and(|day| it.has(day)));
        let is_done = task.status == Status::Done;
        let is_late = match task.status {
            Status::NotStarted | Status::InProgress => due < day,
            Status::Done => period.is_some() && task.submitted_on.or(task.closed_on) > Some(due),
            _ => false,
        };
        if is_of && is_late {
            late.push((is_done, Cause::of(&task.delay_cause)));
        }
    }
    late
}

#[test]
fn late_tasks_and_their_causes_are_those_that_plain_counting_gives() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let quarter = session.facts().period("quý I/2023");
    let window = session.facts().period("kỳ báo cáo quý I/2023");
    let mut stated = 0;
    for period in [None, quarter, window] {
        for basis in [Basis::Due, Basis::Assigned] {
            let by_hand = by_hand(&mut session, period, basis);
            for by in [
                Grouping::Agency,
                Grouping::Successor,
                Grouping::Area,
                Grouping::Head,
            ] {
                let spec = Spec {
                    period,
                    basis,
                    by,
                    ..Spec::new(Kind::Late)
                };
                let made = report(&mut session, &spec);
                let total = made.total.clone().expect("a total");
                let all = i64::try_from(by_hand.len()).expect("a number");
                assert_eq!(count(&made, &total, "late"), all, "{spec:?}");
                for cause in Cause::ALL {
                    let expected = by_hand.iter().filter(|it| it.1 == cause).count();
                    let found = count(&made, &total, cause.code());
                    assert_eq!(
                        found,
                        i64::try_from(expected).expect("a number"),
                        "{cause:?} {spec:?}"
                    );
                    stated += if cause == Cause::Unstated { 0 } else { found };
                }
                let rows: i64 = made
                    .rows
                    .iter()
                    .map(|row| count(&made, &row.cells, "late"))
                    .sum();
                assert_eq!(rows, all, "{spec:?}");
            }
        }
    }
    assert!(stated > 0, "no cause was told apart");
}

#[test]
fn every_number_of_late_tasks_opens_as_many_rows() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let period = session.facts().period("quý I/2023");
    for period in [None, period] {
        for by in [Grouping::Agency, Grouping::Successor, Grouping::Area] {
            let spec = Spec {
                period,
                by,
                ..Spec::new(Kind::Late)
            };
            let made = report(&mut session, &spec);
            assert!(!made.rows.is_empty());
            for row in made.rows.iter() {
                let opens = row.opens.as_ref().expect("leads somewhere");
                for column in made.columns.iter().filter(|it| it.holds == Holds::Count) {
                    let told = count(&made, &row.cells, column.name);
                    let behind = behind(&mut session, opens.of_column(Some(column.name)));
                    assert_eq!(behind, told, "{} {spec:?}", column.name);
                }
                assert_eq!(
                    behind(&mut session, opens.of_column(None)),
                    count(&made, &row.cells, "late")
                );
            }
        }
    }
}

/// How many tasks stand behind a number.
fn behind(session: &mut Session, opens: &Opens) -> i64 {
    match opens {
        Opens::Tasks(query) => found(session, query),
        Opens::Report(spec) => {
            let made = report(session, spec);
            assert_eq!(made.left_out, 0, "{spec:?}");
            let order: Vec<bool> = made
                .rows
                .iter()
                .map(|row| row.cells.contains(&Cell::Word("done_late")))
                .collect();
            assert!(order.is_sorted(), "what is late now comes first");
            i64::try_from(made.rows.len()).expect("a number")
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_list_of_late_tasks_that_is_cut_says_how_many_are_missing() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let period = session.facts().period("năm 2023");
    let spec = Spec {
        period,
        by: Grouping::None,
        ..Spec::new(Kind::Late)
    };
    let all = report(&mut session, &spec);
    let some = report(&mut session, &Spec { limit: 5, ..spec });
    assert!(some.rows.iter().eq(all.rows.iter().take(5)));
    assert_eq!(
        some.left_out,
        i64::try_from(all.rows.len() - 5).expect("a number")
    );
}

fn save(session: &mut Session, set: Vec<Window>, remove: Vec<Window>) -> Result<usize> {
    save_seen(session, Vec::new(), set, remove)
}

fn save_seen(
    session: &mut Session,
    seen: Vec<Window>,
    set: Vec<Window>,
    remove: Vec<Window>,
) -> Result<usize> {
    let ask = Ask::Save {
        key: OperationKey::fresh(),
        seen,
        set,
        remove,
    };
    match session.answer(&Request::Windows(ask))? {
        Answer::Windows(Told::Saved(saved)) => Ok(saved.set + saved.removed),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_database_has_the_windows_of_the_general_rule() {
    let sample = Sample::new();
    let session = sample.sit(sample::LOGIN);
    let windows = &session.facts().windows;
    assert_eq!(windows.len(), 4 * 19);
    let today = session.facts().today;
    for window in windows.iter() {
        assert_eq!(
            window.series,
            Series::of_name(&window.name, today),
            "{}",
            window.name
        );
        assert_eq!(window.checked(windows).as_ref(), Ok(window));
        let rule = Period::read(&format!("kỳ báo cáo {}", window.name), today);
        assert_eq!(window.period(), rule, "{}", window.name);
        assert_eq!(
            window.due - window.to,
            chrono::TimeDelta::days(6),
            "{}",
            window.name
        );
    }
}

#[test]
fn what_an_administrator_says_of_a_window_holds_and_is_taken_back() {
    let sample = Sample::new();
    let mut session = sample.sit("qt.snv");
    let usual = session.facts().period("BC quý II/2023");
    let there = session
        .facts()
        .windows
        .iter()
        .find(|it| it.name == "Quý II/2023")
        .cloned();
    let there = there.expect("a window");
    let edited = Window {
        to: "2023-06-10".parse().expect("a day"),
        ..there.clone()
    };
    assert_eq!(
        save(&mut session, vec![edited.clone()], vec![]).expect("saved"),
        1
    );
    let now = session
        .facts()
        .period("kỳ báo cáo quý 2 năm 2023")
        .expect("a period");
    assert_eq!(now.to, edited.to);
    // The same again changes nothing; what somebody saw that is not so any more is refused.
    assert_eq!(
        save(&mut session, vec![edited.clone()], vec![]).expect("saved"),
        0
    );
    let stale = save(&mut session, vec![], vec![there.clone()]);
    assert!(
        matches!(stale, Err(Error::Window(WindowFault::Changed(_)))),
        "{stale:?}"
    );
    // Nor does who was slower write over it.
    let later = Window {
        due: "2023-06-30".parse().expect("a day"),
        ..there.clone()
    };
    let stale = save_seen(&mut session, vec![there.clone()], vec![later], vec![]);
    assert!(
        matches!(stale, Err(Error::Window(WindowFault::Changed(_)))),
        "{stale:?}"
    );
    let overlapping = Window {
        name: "Quý giữa".to_owned(),
        ..edited.clone()
    };
    let refused = save(&mut session, vec![overlapping], vec![]);
    assert!(
        matches!(refused, Err(Error::Window(WindowFault::Overlaps { .. }))),
        "{refused:?}"
    );
    assert_eq!(
        save(&mut session, vec![], vec![edited]).expect("removed"),
        1
    );
    // Where the table has nothing, the rule of the calendar stays.
    assert_eq!(session.facts().period("BC quý II/2023"), usual);
    for _ in 0..2 {
        let undo = Request::Undo {
            key: OperationKey::fresh(),
        };
        session.answer(&undo).expect("taken back");
    }
    assert!(session.facts().windows.contains(&there));
    assert_eq!(session.facts().windows.len(), 4 * 19);
}
