//! What was changed past the program, against the log: which row, which field, what the log says, what stands.

use std::collections::BTreeMap;

use super::{House, a_task, date, due, head, key, note};
use crate::domain::document::Document;
use crate::domain::error::Error;
use crate::domain::id::{AgencyId, DocumentId, TaskId};
use crate::domain::proof::NAMED;
use crate::domain::query::{Query, View};
use crate::domain::report_window::{Window, initial, sort};
use crate::domain::task::Task;
use crate::domain::transition::Deed;
use crate::domain::user::{Account, Role, User};
use crate::store::db::Row;
use crate::store::{Apart, Differs, FrameFault, Kind, ReplayFault, Standing, Store, Writer};

/// Tasks with changes, and some of each thing of the frame.
fn house() -> House {
    let mut house = House::new();
    let mut last = None;
    for number in 0..12 {
        last = Some(house.insert(&due(a_task(&format!("Rà soát {number}")), "2023-06-30")));
    }
    let before = last.unwrap();
    let noted = Task {
        progress: Some(40),
        progress_note: "xong bước 1".to_owned(),
        ..before.clone()
    };
    let noted = house.write(|writer| writer.save_task(&before, &noted, note("progress")));
    let moved = Task {
        agency: AgencyId(2),
        ..noted.clone()
    };
    let deed = Deed::Transfer.code();
    house.write(|writer| writer.save_task(&noted, &moved, note(deed)));
    house.write(|writer| {
        writer.save_user(&Account {
            user: User {
                login: "cv.stc".to_owned(),
                agency: Some(AgencyId(2)),
                role: Role::Clerk,
            },
            is_disabled: false,
        })?;
        writer.set_setting("soon", Some("5"))?;
        writer.set_setting("gone", Some("5"))?;
        writer.set_setting("gone", None)?;
        writer.save_view(&View {
            name: "Quá hạn".to_owned(),
            words: "quá hạn".to_owned(),
            query: Query::default(),
        })?;
        writer.save_document(&Document {
            id: DocumentId(0),
            kind: "KH".to_owned(),
            symbol: "12/KH-UBND".to_owned(),
            date: None,
            issuer: String::new(),
            summary: String::new(),
            code: "KH12/23".to_owned(),
            bases: Vec::new(),
            skips_confirmation: false,
        })
    });
    house.write(|writer| {
        // Given another spelling, moved, and removed.
        writer.save_window(&Window {
            name: "QUÝ I/2023".to_owned(),
            ..window(writer, "Quý I/2023")
        })?;
        writer.save_window(&Window {
            due: date("2023-06-25"),
            ..window(writer, "Quý II/2023")
        })?;
        writer.drop_window("Tháng 5/2023")
    });
    house
}

fn window(writer: &Writer<'_>, name: &str) -> Window {
    writer.window(name).unwrap().expect("a window")
}

/// What is found after something was done, which is taken back then.
pub(super) fn spoilt<T>(house: &House, spoil: &str, look: impl FnOnce() -> T) -> T {
    let db = &house.store.db;
    db.script("SAVEPOINT spoilt; PRAGMA defer_foreign_keys = ON")
        .unwrap();
    db.script(spoil).unwrap();
    let found = look();
    db.script("ROLLBACK TO spoilt; RELEASE spoilt").unwrap();
    found
}

fn replay(house: &House, spoil: &str) -> Vec<ReplayFault> {
    spoilt(house, spoil, || {
        house.store.check_replay(|_, _| Ok(())).unwrap()
    })
    .named()
    .to_vec()
}

/// Of the only task that differs: its number, and fields with what is logged and what stands.
fn fields(house: &House, spoil: &str) -> (i64, Vec<String>) {
    match replay(house, spoil).as_slice() {
        [
            ReplayFault {
                task,
                how: Differs::Row(Standing::Changed(fields)),
                ..
            },
        ] => (task.0, fields.iter().map(said).collect()),
        other => panic!("{spoil}: {other:?}"),
    }
}

pub(super) fn said(it: &Apart) -> String {
    format!("{}: {} -> {}", it.field, it.logged, it.stands)
}

#[test]
fn a_task_that_was_changed_beside_the_log_is_named_with_what_the_log_says_and_what_stands() {
    let house = house();
    assert_eq!(replay(&house, "SELECT 1"), []);
    assert_eq!(
        fields(
            &house,
            "UPDATE task SET due = '2024-12-31', progress = 100 WHERE id = 2"
        ),
        (
            2,
            vec![
                "due: 2023-06-30 -> 2024-12-31".to_owned(),
                "progress:  -> 100".to_owned()
            ]
        )
    );
    // The last one has changes: what the last of them says counts.
    assert_eq!(
        fields(&house, "UPDATE task SET progress = 90 WHERE id = 12").1,
        ["progress: 40 -> 90"]
    );
    // What stands beside the fields, and what the program never wrote.
    for (spoil, says) in [
        ("lateness = 2", "lateness: 0 -> 2"),
        ("status = 'xong'", "status: in_progress -> xong"),
        ("agency_id = 3", "agency: 1 -> 3"),
        ("search = ''", "search: "),
        ("more = '{'", "more:  -> {"),
    ] {
        let (task, found) = fields(&house, &format!("UPDATE task SET {spoil} WHERE id = 2"));
        assert_eq!(task, 2);
        assert!(found.iter().any(|it| it.starts_with(says)), "{found:?}");
    }
}

#[test]
fn a_task_that_was_removed_or_put_in_beside_the_log_is_named() {
    let house = house();
    let of = |spoil: &str| -> Vec<_> {
        let found = replay(&house, spoil).into_iter();
        found.map(|it| (it.task, it.how)).collect()
    };
    let gone = of("DELETE FROM task WHERE id = 4");
    assert_eq!(gone, [(TaskId(4), Differs::Row(Standing::Gone))]);
    // Wherever its number lies.
    for id in ["99", "-5", "9223372036854775807"] {
        let columns = crate::store::record::WRITTEN.join(", ");
        let columns = columns.replacen("code,", "", 1);
        let values = columns.replace("code_key", "'x'");
        let put_in = format!(
            "INSERT INTO task (id, row_version, code, {columns})
            SELECT {id}, 1, 'x', {values} FROM task WHERE id = 3"
        );
        let found = of(&put_in);
        let id = TaskId(id.parse().unwrap());
        assert_eq!(found, [(id, Differs::Row(Standing::Unlogged))]);
    }
}

#[test]
fn an_event_that_was_changed_or_removed_beside_the_log_is_found() {
    let house = house();
    let kept = house.store.db.number("SELECT COUNT(*) FROM event", &[]);
    assert!(kept.unwrap() > 0);
    for spoil in [
        "DELETE FROM event",
        "UPDATE event SET is_void = 1",
        "UPDATE event SET day = 'hôm qua'",
        "UPDATE event SET agency_id = 4",
    ] {
        let found = replay(&house, spoil);
        assert_eq!(found.len(), 1, "{spoil}: {found:?}");
        assert_eq!(found[0].task, TaskId(12));
        assert!(matches!(found[0].how, Differs::Events { .. }), "{found:?}");
    }
}

#[test]
fn a_change_that_says_nothing_of_a_task_is_a_finding_and_the_proof_goes_on() {
    let house = house();
    let guard = "DROP TRIGGER change_is_never_changed;";
    let spoil = format!(
        "{guard} UPDATE change SET after = '{{' WHERE task_id = 12;
        UPDATE task SET due = NULL WHERE id = 2"
    );
    let found = replay(&house, &spoil);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(matches!(found[0].how, Differs::Row(_)));
    assert_eq!(found[1].how, Differs::Unreadable);
}

#[test]
fn what_an_older_program_wrote_in_other_words_is_no_finding() {
    let house = house();
    let spoil = "UPDATE task SET more = '{\"counts\":[0,0,0,0],\"issued\":\"\"}' WHERE id = 2;
        DROP TRIGGER change_is_never_changed;
        UPDATE change SET after = json_remove(after, '$.skips_confirmation', '$.bases') WHERE what = 'document';
        UPDATE change SET after = json_remove(after, '$.held_since') WHERE task_id IS NOT NULL";
    let found = spoilt(&house, spoil, || {
        let frame = house.store.check_frame().unwrap();
        (house.store.check_replay(|_, _| Ok(())).unwrap(), frame)
    });
    // Beside the transfer, whose own row was made to say less.
    let (mut tasks, frame) = (found.0.named().to_vec(), found.1);
    tasks.retain(|fault| fault.task != TaskId(12));
    assert_eq!((tasks.as_slice(), frame.named()), (&[][..], &[][..]));
}

#[test]
fn more_findings_than_are_named_are_counted_each_by_its_kind() {
    let house = house();
    let spoil = "UPDATE task SET progress = 99; DELETE FROM task WHERE id > 10; DELETE FROM event;
        INSERT INTO setting SELECT 's' || id, 'x' FROM change LIMIT 11;
        UPDATE saved_view SET words = 'x'";
    let (tasks, frame) = spoilt(&house, spoil, || {
        let frame = house.store.check_frame().unwrap();
        (house.store.check_replay(|_, _| Ok(())).unwrap(), frame)
    });
    let counts = BTreeMap::from([("changed", 10), ("events", 1), ("removed", 2)]);
    assert_eq!(tasks.counts(), &counts);
    assert_eq!(tasks.total(), 13);
    // What there is little of is named for all that there is much of before it.
    let named: Vec<_> = tasks.named().iter().map(|it| it.how.kind()).collect();
    assert_eq!(named[..NAMED], ["changed"; NAMED]);
    assert_eq!(named[NAMED..], ["removed", "events", "removed"]);
    assert_eq!(
        frame.counts(),
        &BTreeMap::from([("setting", 11), ("view", 1)])
    );
    assert_eq!((frame.total(), frame.named().len()), (12, NAMED + 1));
    let view = frame.named().last().map(|it| it.name.as_str());
    assert_eq!(view, Some("cv.snv/Quá hạn"));
}

#[test]
fn events_are_drawn_anew_of_more_tasks_than_are_named() {
    let mut house = House::new();
    let count = 2 * NAMED + 1;
    for number in 0..count {
        let before = house.insert(&a_task(&format!("Rà soát {number}")));
        let moved = Task {
            agency: AgencyId(2),
            ..before.clone()
        };
        let deed = Deed::Transfer.code();
        house.write(|writer| writer.save_task(&before, &moved, note(deed)));
    }
    let events = |house: &House| {
        let sql = "SELECT task_id, operation_id, agency_id, what, day, since, other_id, is_void FROM event
            ORDER BY task_id, id";
        let row = |row: &mut Row<'_>| -> Result<[String; 8], Error> {
            let mut texts = [const { String::new() }; 8];
            for text in &mut texts {
                *text = format!("{:?}", row.cell()?);
            }
            Ok(texts)
        };
        house.store.db.rows(sql, &[], row).unwrap()
    };
    let drawn = events(&house);
    assert!(drawn.len() >= count, "{drawn:?}");
    house.store.db.script("DELETE FROM event").unwrap();
    let found = house.store.check_replay(|_, _| Ok(())).unwrap();
    assert_eq!(found.counts(), &BTreeMap::from([("events", count)]));
    assert_eq!(found.named().len(), NAMED);
    let key = key();
    let repaired = house
        .store
        .repair(&head(&key, Kind::Frame), Box::new(|| false));
    assert_eq!(repaired.unwrap().tasks_drawn, count);
    assert_eq!(events(&house), drawn);
    let found = house.store.check_replay(|_, _| Ok(())).unwrap();
    assert_eq!(found.named(), []);
}

#[test]
fn the_proof_of_tasks_can_be_ended() {
    let house = house();
    let ended = house.store.check_replay(|_, _| Err(Error::Cancelled));
    assert!(matches!(ended, Err(Error::Cancelled)));
}

#[test]
fn the_frame_is_held_against_its_last_changes() {
    let house = house();
    assert_eq!(house.store.check_frame().unwrap().named(), []);
    for (spoil, what, name, says) in [
        (
            "UPDATE user_account SET role = 'administrator'",
            "user",
            "cv.stc",
            "role: clerk -> administrator",
        ),
        (
            "UPDATE user_account SET role = 'vua'",
            "user",
            "cv.stc",
            "role: clerk -> vua",
        ),
        ("DELETE FROM user_account", "user", "cv.stc", "gone"),
        (
            "INSERT INTO user_account VALUES ('x', NULL, 'administrator', 0)",
            "user",
            "x",
            "unlogged",
        ),
        (
            "UPDATE setting SET value = '9' WHERE key = 'soon'",
            "setting",
            "soon",
            "value: 5 -> 9",
        ),
        (
            "INSERT INTO setting VALUES ('gone', '5')",
            "setting",
            "gone",
            "unlogged",
        ),
        (
            "UPDATE agency SET name = 'x' WHERE id = 3",
            "agency",
            "S3",
            "name: Sở 3 -> x",
        ),
        (
            "UPDATE agency SET kind = 'x' WHERE id = 3",
            "agency",
            "S3",
            "kind: so -> x",
        ),
        ("DELETE FROM agency WHERE id = 3", "agency", "S3", "gone"),
        (
            "INSERT INTO agency SELECT 9, 'S9', name, kind, NULL, '', NULL, NULL, '' FROM agency WHERE id = 3",
            "agency",
            "S9",
            "unlogged",
        ),
        (
            "UPDATE area SET basis = 'x' WHERE id = 2",
            "area",
            "A2",
            "basis:  -> x",
        ),
        (
            "UPDATE document SET skips_confirmation = 1 WHERE id = 1",
            "document",
            "KH12/23",
            "skips_confirmation:  -> true",
        ),
        (
            "INSERT INTO day_off VALUES ('2023-05-05', 'x', 'holiday', 0)",
            "day_off",
            "2023-05-05",
            "unlogged",
        ),
        (
            "UPDATE saved_view SET words = 'x'",
            "view",
            "cv.snv/Quá hạn",
            "words: quá hạn -> x",
        ),
        (
            "UPDATE report_window SET last_day = '2023-06-01' WHERE name = 'Tháng 6/2023'",
            "report_window",
            "Tháng 6/2023",
            "to: 2023-06-14 -> 2023-06-01",
        ),
        (
            "UPDATE report_window SET due = '2023-06-20' WHERE name = 'Quý II/2023'",
            "report_window",
            "Quý II/2023",
            "due: 2023-06-25 -> 2023-06-20",
        ),
        (
            "UPDATE report_window SET series = 'x' WHERE name = 'QUÝ I/2023'",
            "report_window",
            "QUÝ I/2023",
            "series: quarter -> x",
        ),
        (
            "DELETE FROM report_window WHERE name = 'Năm 2023'",
            "report_window",
            "Năm 2023",
            "gone",
        ),
        (
            "INSERT INTO report_window VALUES ('Tháng 5/2023', 'month', '2023-04-15', '2023-05-14', '2023-05-20')",
            "report_window",
            "Tháng 5/2023",
            "unlogged",
        ),
        (
            "INSERT INTO operation (id, key, at, login, origin, kind, summary)
            VALUES (99, 'k', '2023-01-01T00:00:00.000Z', 'x', '', 'save', '')",
            "operation",
            "99",
            "unlogged",
        ),
    ] {
        let found = spoilt(&house, spoil, || house.store.check_frame().unwrap());
        let [
            FrameFault {
                what: is,
                name: of,
                how,
            },
        ] = found.named()
        else {
            panic!("{spoil}: {found:?}");
        };
        let how = match how {
            Standing::Changed(fields) => fields.iter().map(said).collect::<Vec<_>>().join("; "),
            Standing::Gone => "gone".to_owned(),
            Standing::Unlogged => "unlogged".to_owned(),
        };
        assert_eq!(
            (*is, of.as_str(), how.as_str()),
            (what, name, says),
            "{spoil}"
        );
    }
}

#[test]
fn a_new_database_begins_with_the_windows_of_the_rule() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("cchc.db")).unwrap();
    let mut by_rule = initial();
    sort(&mut by_rule);
    assert_eq!(by_rule.len(), 76);
    assert_eq!(store.windows().unwrap(), by_rule);
}
