//! The server's clock is set back: the log stays in order of time, and it is said.

use chrono::{DateTime, Duration, Utc};

use cchc::domain::caution::Caution;
use cchc::domain::change::Change;
use cchc::store::{Access, Store};
use cchc::work::session::{Session, SessionSetup};

use crate::gone::{House, a_task, save};

fn session_at(house: &House, now: DateTime<Utc>) -> Session {
    let setup = SessionSetup {
        login: "cv.snv".to_owned(),
        today: None,
        origin: "test".to_owned(),
        is_own_file: true,
        clock: Box::new(move || now),
    };
    Session::open(Store::open(&house.db(), Access::Write).unwrap(), setup).unwrap()
}

fn last(session: &mut Session) -> Change {
    session.store().log(None, None, 1).unwrap().remove(0)
}

#[test]
fn saves_stay_in_order_where_the_clock_went_back_a_little_and_it_is_said() {
    let house = House::new();
    // A sample has a day of its own, whatever the clock says.
    let forget = "DELETE FROM setting WHERE key = 'own_day'";
    let ran = std::process::Command::new("sqlite3")
        .arg(house.db())
        .arg(forget)
        .status();
    assert!(ran.unwrap().success());
    let now = Utc::now() + Duration::days(400);
    let mut session = session_at(&house, now);
    let task = a_task(&mut session);
    let saved = save(&mut session, &task, "trước").unwrap();
    let before = last(&mut session).at;
    assert_eq!(session.cautions().unwrap(), []);

    let behind = now - Duration::hours(3);
    let mut session = session_at(&house, behind);
    let last_at = before;
    let found = session.cautions().unwrap();
    assert_eq!(
        found,
        [Caution::ClockBehind {
            last: last_at,
            now: behind
        }]
    );
    let saved = save(&mut session, &saved.done[0], "sau").unwrap();
    assert_eq!(last(&mut session).at, before);

    // A clock that was a year ahead is not followed for a year.
    let right = now - Duration::days(300);
    let mut session = session_at(&house, right);
    save(&mut session, &saved.done[0], "giờ đúng").unwrap();
    assert!((last(&mut session).at - right).abs() < Duration::seconds(1));
    let verdict = session.store().verify_log(|_, _| Ok(())).unwrap();
    assert_eq!(verdict.broken, None);
    // Past days can still be looked at.
    let day = (right - Duration::days(2)).date_naive();
    let mut progress = cchc::work::progress::Progress::silent();
    session.look_back(Some(day), &mut progress).unwrap();
}

#[test]
fn a_clock_that_is_seconds_behind_is_not_spoken_of() {
    let house = House::new();
    // A sample has a day of its own, whatever the clock says.
    let forget = "DELETE FROM setting WHERE key = 'own_day'";
    let ran = std::process::Command::new("sqlite3")
        .arg(house.db())
        .arg(forget)
        .status();
    assert!(ran.unwrap().success());
    let now = Utc::now() + Duration::days(400);
    let mut session = session_at(&house, now);
    let task = a_task(&mut session);
    save(&mut session, &task, "trước").unwrap();
    let session = session_at(&house, now - Duration::seconds(90));
    assert_eq!(session.cautions().unwrap(), []);
}
