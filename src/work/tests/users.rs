//! Accounts: changed by two administrators at once, by nobody for themselves, and taken back; and who is on.

use chrono::TimeDelta;

use super::*;
use crate::domain::account::AccountFault;
use crate::domain::change::News;
use crate::domain::error::Error;
use crate::domain::present::{Present, Standing};
use crate::domain::setting::Setting;
use crate::work::progress::Progress;
use crate::work::request::present::{self, Told as PresentTold};
use crate::work::request::settings;
use crate::work::request::users::{Ask, Saved as AccountSaved, Told};

fn account(session: &mut Session, login: &str) -> Account {
    match session.ask(&Request::Users(Ask::List)) {
        Answer::Users(Told::List(all)) => {
            let found = all.into_iter().find(|it| it.account.user.login == login);
            found.expect("an account").account
        }
        other => panic!("{other:?}"),
    }
}

fn save(session: &mut Session, seen: Option<&Account>, wanted: &Account) -> Result<AccountSaved> {
    let ask = Ask::Save {
        key: OperationKey::fresh(),
        seen: seen.cloned(),
        wanted: wanted.clone(),
    };
    match session.answer(&Request::Users(ask))? {
        Answer::Users(Told::Saved(saved)) => Ok(saved),
        other => panic!("{other:?}"),
    }
}

fn closed(account: &Account) -> Account {
    Account {
        is_disabled: true,
        ..account.clone()
    }
}

/// An administrator closes the account of this login.
pub(super) fn close(administrator: &mut Session, login: &str) {
    let seen = account(administrator, login);
    save(administrator, Some(&seen), &closed(&seen)).expect("saved");
}

#[track_caller]
fn fault<T>(result: Result<T>) -> AccountFault {
    match result {
        Err(Error::Account(fault)) => fault,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was saved"),
    }
}

#[test]
fn of_two_administrators_the_second_hears_that_the_first_was_faster() {
    let desk = Desk::new();
    let (mut one, mut two) = (desk.sit("qt.snv"), desk.sit("quantri"));
    let seen = account(&mut two, "cv.stttt");
    let mut moved = seen.clone();
    moved.user.agency = Some(one.code("STP"));
    save(&mut one, Some(&seen), &moved).expect("saved");
    let changed = fault(save(&mut two, Some(&seen), &closed(&seen)));
    assert_eq!(changed, AccountFault::Changed("cv.stttt".to_owned()));
    assert_eq!(account(&mut two, "cv.stttt"), moved);
    let again = save(&mut one, Some(&moved), &moved).expect("nothing");
    assert_eq!(again.operation, None, "what is as it was is no save");
}

#[test]
fn a_closed_account_is_out_at_once_and_what_it_did_stays_in_the_log() {
    let desk = Desk::new();
    let mut administrator = desk.sit("qt.snv");
    let mut clerk = desk.sit("cv.stttt");
    let seen = account(&mut administrator, "cv.stttt");
    save(&mut administrator, Some(&seen), &closed(&seen)).expect("saved");
    let refused = desk.open("cv.stttt", desk.day, None).err();
    assert!(matches!(refused, Some(Error::AccountClosed(login)) if login == "cv.stttt"));
    let key = OperationKey::fresh();
    let refused = clerk.write(&key, Kind::Save, "task", |_| Ok(()));
    assert!(matches!(refused, Err(Error::AccountClosed(_))));
    // A session that is open hears of it with the next look for news, and is answered nothing from then on.
    let _ = clerk.answer(&Request::News);
    assert!(matches!(
        clerk.answer(&Request::Home),
        Err(Error::AccountClosed(_))
    ));
    administrator.undo().expect("taken back");
    assert_eq!(account(&mut administrator, "cv.stttt"), seen);
    clerk.answer(&Request::Home).expect("in again");
    let changes = administrator.ask(&Request::Log {
        task: None,
        before: None,
        limit: 2,
    });
    let Answer::Log(changes) = changes else {
        panic!("no log");
    };
    assert_eq!(changes.iter().filter(|it| it.what == "user").count(), 2);
}

#[test]
fn who_looks_at_a_past_day_is_out_as_well_once_the_account_is_closed() {
    let desk = Desk::new();
    let today = day("2023-06-20");
    let mut administrator = desk.sit_on("qt.snv", today);
    let mut clerk = desk.sit_on("cv.stttt", today);
    let silent = &mut Progress::silent();
    clerk
        .look_back(Some(day("2023-06-15")), silent)
        .expect("a past day");
    clerk.answer(&Request::News).expect("nothing new");
    clerk.answer(&Request::Home).expect("that day");
    close(&mut administrator, "cv.stttt");
    let _ = clerk.answer(&Request::News);
    assert!(matches!(
        clerk.answer(&Request::Home),
        Err(Error::AccountClosed(_))
    ));
    // Open again, the day is looked at on.
    administrator.undo().expect("taken back");
    clerk.answer(&Request::Home).expect("in again");
    assert_eq!(clerk.facts().today, day("2023-06-15"));
}

#[test]
fn who_looks_at_a_past_day_has_the_role_of_now_and_the_screens_hear_of_it() {
    let desk = Desk::new();
    let today = day("2023-06-20");
    let mut administrator = desk.sit_on("qt.snv", today);
    let mut monitor = desk.sit_on("cv.snv", today);
    let silent = &mut Progress::silent();
    let past = Some(day("2023-06-15"));
    monitor.look_back(past, silent).expect("a past day");
    let seen = account(&mut administrator, "cv.snv");
    let mut viewer = seen.clone();
    viewer.user.role = Role::Viewer;
    save(&mut administrator, Some(&seen), &viewer).expect("saved");
    // Without news screens ask for nothing and keep whom they knew.
    match monitor.ask(&Request::News) {
        Answer::News(news) => assert!(news.facts),
        other => panic!("{other:?}"),
    }
    assert_eq!(monitor.user().role, Role::Viewer);
    assert_eq!(monitor.facts().today, day("2023-06-15"));
    let quiet = monitor.ask(&Request::News);
    assert!(matches!(quiet, Answer::News(news) if news == News::default()));
}

#[test]
fn a_session_at_a_past_day_ends_when_it_would_end_today() {
    let desk = Desk::new();
    let today = day("2023-06-20");
    let mut administrator = desk.sit_on("qt.snv", today);
    let mut monitor = desk.sit_on("cv.snv", today);
    let silent = &mut Progress::silent();
    let past = Some(day("2023-06-15"));
    monitor.look_back(past, silent).expect("a past day");
    administrator.ask(&Request::Settings(settings::Ask::Save {
        key: OperationKey::fresh(),
        set: vec![settings::Wanted {
            setting: Setting::IdleEnd,
            seen: "60".to_owned(),
            value: "5".to_owned(),
        }],
    }));
    monitor.ask(&Request::News);
    assert_eq!(monitor.facts().idle_minutes, 5);
}

#[test]
fn taking_back_keeps_the_rules_and_is_for_those_who_keep_accounts_still() {
    let desk = Desk::new();
    let (mut one, mut two) = (desk.sit("qt.snv"), desk.sit("quantri"));
    let (first, second) = (account(&mut one, "qt.snv"), account(&mut one, "quantri"));
    let mut lower = second.clone();
    lower.user.role = Role::Viewer;
    save(&mut one, Some(&second), &lower).expect("saved");
    save(&mut one, Some(&lower), &second).expect("and back");
    assert_eq!(
        fault(save(&mut two, Some(&second), &lower)),
        AccountFault::Oneself("quantri".to_owned())
    );
    let mut monitor = first.clone();
    monitor.user.role = Role::Monitor;
    save(&mut two, Some(&first), &monitor).expect("the other may");
    // Who is no administrator any more does not take back what they did as one.
    assert!(matches!(one.undo(), Err(Error::NotPermitted)));
}

/// A session whose clock stands so long after noon.
fn sit_at(desk: &Desk, login: &str, seconds: i64) -> Session {
    let store = Store::open(&desk.path(), Access::Write).expect("a store");
    let at = noon(desk.day) + TimeDelta::seconds(seconds);
    let setup = SessionSetup {
        login: login.to_owned(),
        today: None,
        origin: "pts/1".to_owned(),
        is_own_file: false,
        files: crate::work::files::Files::Anywhere,
        is_named: false,
        clock: Box::new(move || at),
    };
    Session::open(store, setup).expect("a session")
}

fn stand(session: &mut Session, standing: Standing) {
    session.ask(&Request::Present(present::Ask::Stand(standing)));
}

fn others(session: &mut Session) -> Vec<Present> {
    match session.ask(&Request::Present(present::Ask::List)) {
        Answer::Present(PresentTold::List { others, .. }) => others,
        other => panic!("{other:?}"),
    }
}

#[test]
fn others_see_who_is_on_and_who_has_the_same_task_open_and_nobody_once_they_left() {
    let desk = Desk::new();
    let task = TaskId(7);
    let mut clerk = sit_at(&desk, "cv.stttt", 0);
    let mut monitor = sit_at(&desk, "cv.snv", 130);
    assert_eq!(others(&mut monitor), []);
    stand(&mut clerk, Standing::Open(task));
    stand(&mut monitor, Standing::Row(task));
    let seen = others(&mut monitor);
    let [one] = seen.as_slice() else {
        panic!("{seen:?}");
    };
    assert_eq!(
        (one.login.as_str(), one.origin.as_str()),
        ("cv.stttt", "pts/1")
    );
    assert_eq!(
        (one.standing, one.since),
        (Standing::Open(task), noon(desk.day))
    );
    let beside = monitor.beside();
    assert_eq!(beside.len(), 1);
    assert_eq!(
        (beside[0].login.as_str(), beside[0].minutes),
        ("cv.stttt", 2)
    );
    // A cursor that rests on a row has not opened it.
    assert_eq!(clerk.beside(), []);
    drop(clerk);
    assert_eq!((others(&mut monitor), monitor.beside()), (vec![], vec![]));
}

#[test]
fn a_cursor_that_runs_is_written_where_it_comes_to_rest() {
    let desk = Desk::new();
    let mut monitor = sit_at(&desk, "cv.snv", 0);
    let now = std::sync::Arc::new(std::sync::atomic::AtomicI64::new(0));
    let clock = std::sync::Arc::clone(&now);
    let noon = noon(desk.day);
    let setup = SessionSetup {
        login: "cv.stttt".to_owned(),
        today: None,
        origin: String::new(),
        is_own_file: false,
        files: crate::work::files::Files::Anywhere,
        is_named: false,
        clock: Box::new(move || {
            noon + TimeDelta::seconds(clock.load(std::sync::atomic::Ordering::SeqCst))
        }),
    };
    let store = Store::open(&desk.path(), Access::Write).expect("a store");
    let mut clerk = Session::open(store, setup).expect("a session");
    for row in 1..=9 {
        stand(&mut clerk, Standing::Row(TaskId(row)));
    }
    assert_eq!(others(&mut monitor)[0].standing, Standing::Row(TaskId(1)));
    clerk.beside();
    assert_eq!(others(&mut monitor)[0].standing, Standing::Row(TaskId(1)));
    now.store(3, std::sync::atomic::Ordering::SeqCst);
    clerk.beside();
    assert_eq!(others(&mut monitor)[0].standing, Standing::Row(TaskId(9)));
}

#[test]
fn what_a_dead_session_left_counts_for_nobody_and_goes() {
    let desk = Desk::new();
    let mut clerk = sit_at(&desk, "cv.stttt", 0);
    stand(&mut clerk, Standing::Open(TaskId(7)));
    let folder = desk.directory.path().join("cchc.db.on");
    let entry = fs::read_dir(&folder)
        .expect("a folder")
        .next()
        .expect("an entry");
    let entry = entry.expect("an entry").path();
    // As a process leaves it that was killed: there, and held by nobody.
    let text = fs::read(&entry).expect("a text");
    drop(clerk);
    fs::write(&entry, text).expect("written");
    let mut monitor = sit_at(&desk, "cv.snv", 0);
    assert_eq!(others(&mut monitor), []);
    assert!(!entry.exists());
    // What is none of ours is left alone.
    let foreign = folder.join("ghi chú.txt");
    fs::write(&foreign, "…").expect("written");
    assert_eq!(others(&mut monitor), []);
    assert!(foreign.exists());
}

#[test]
fn two_hundred_entries_are_read_in_a_moment() {
    let desk = Desk::new();
    let mut monitor = sit_at(&desk, "cv.snv", 0);
    stand(&mut monitor, Standing::Row(TaskId(7)));
    let mut stores: Vec<Store> = (0..200)
        .map(|_| Store::open(&desk.path(), Access::Write).expect("a store"))
        .collect();
    for (place, store) in (0..).zip(&mut stores) {
        let standing = match place {
            0 | 1 => Standing::Open(TaskId(7)),
            other => Standing::Open(TaskId(100 + other)),
        };
        store.stand(
            &format!("cv.{place}"),
            "ssh 10.0.0.1",
            standing,
            noon(desk.day),
        );
    }
    let begun = std::time::Instant::now();
    assert_eq!(others(&mut monitor).len(), 200);
    let listed = begun.elapsed();
    let begun = std::time::Instant::now();
    assert_eq!(monitor.beside().len(), 2);
    let first = begun.elapsed();
    let begun = std::time::Instant::now();
    assert_eq!(monitor.beside().len(), 2);
    let again = begun.elapsed();
    println!("200 entries: listed in {listed:?}, beside in {first:?}, again in {again:?}");
    // Generous, for a machine with other work: alone it is a few milliseconds and a few microseconds.
    assert!(listed.as_millis() < 200 && again.as_millis() < 50);
}

#[test]
fn who_is_on_is_seen_again_after_the_directory_was_cleared_away() {
    let desk = Desk::new();
    let (mut clerk, mut monitor) = (sit_at(&desk, "cv.stttt", 0), sit_at(&desk, "cv.snv", 60));
    stand(&mut clerk, Standing::Open(TaskId(7)));
    fs::remove_dir_all(desk.directory.path().join("cchc.db.on")).expect("cleared");
    assert_eq!(others(&mut monitor), []);
    clerk.store().stand(
        "cv.stttt",
        "pts/1",
        Standing::Row(TaskId(8)),
        noon(desk.day),
    );
    assert_eq!(others(&mut monitor)[0].standing, Standing::Row(TaskId(8)));
}
