//! What waits for somebody: kept in columns from the day on which a database learns of them.

use super::{House, a_task, date};
use crate::domain::follow_up::{Stage, SupportRequest};
use crate::domain::id::AgencyId;
use crate::domain::status::Status;
use crate::domain::task::Task;

fn stage(due: &str, done_on: Option<&str>) -> Stage {
    Stage {
        label: "trình".to_owned(),
        due: date(due),
        done_on: done_on.map(date),
    }
}

fn request(agency: i64, ended_on: Option<&str>) -> SupportRequest {
    SupportRequest {
        agency: AgencyId(agency),
        text: "cho ý kiến".to_owned(),
        asked_on: date("2023-02-01"),
        due: None,
        ended_on: ended_on.map(date),
        answer: String::new(),
        is_withdrawn: false,
    }
}

#[test]
fn an_older_database_learns_what_waits_from_what_it_kept() {
    let mut house = House::new();
    let staged = Task {
        stages: vec![
            stage("2023-02-01", Some("2023-01-31")),
            stage("2023-04-01", None),
            stage("2023-03-15", None),
        ],
        requests: vec![
            request(2, Some("2023-02-03")),
            request(3, None),
            request(4, None),
        ],
        ..a_task("Đề án")
    };
    house.insert(&staged);
    house.insert(&Task {
        code: "T/done".to_owned(),
        status: Status::Done,
        requests: vec![request(2, Some("2023-02-03"))],
        ..staged
    });
    house.insert(&a_task("Việc khác"));
    let kept = |house: &House| {
        let sql = "SELECT stage_due, asked_of FROM task ORDER BY id";
        let read = house
            .store
            .db
            .rows(sql, &[], |row| Ok((row.maybe_text()?, row.maybe_text()?)));
        read.unwrap()
    };
    let saved = kept(&house);
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        saved,
        [
            (text("2023-03-15"), text(";3;4;")),
            (None, None),
            (None, None)
        ]
    );
    let db = &house.store.db;
    db.script(
        "DROP INDEX task_stage_due;
        DROP INDEX task_asked_of;
        DROP INDEX task_explained;
        DROP INDEX task_proposed;
        DROP INDEX task_suspended;
        ALTER TABLE task DROP COLUMN stage_due;
        ALTER TABLE task DROP COLUMN asked_of",
    )
    .unwrap();
    db.script(include_str!("../migrations/0012_waiting.sql"))
        .unwrap();
    assert_eq!(kept(&house), saved);
}
