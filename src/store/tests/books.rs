//! Saves and the log: whole or not at all, once, in order, never changed afterwards.

use super::{CREATE, House, a_task, due, head, head_of, key, note, written};
use crate::domain::change::Subject;
use crate::domain::error::Error;
use crate::domain::id::{AgencyId, OperationId, TaskId};
use crate::domain::query::{Query, View};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::transition::Refusal;
use crate::domain::user::{Account, Role, User};
use crate::store::{Access, Kind, Note, Store, Written};

#[test]
fn a_task_is_read_back_as_it_was_written() {
    let mut house = House::new();
    let task = due(a_task("Rà soát"), "2023-03-31");
    let task = Task {
        progress: Some(40),
        recurrence: Some("FREQ=WEEKLY;BYDAY=FR".to_owned()),
        ..task
    };
    let kept = house.insert(&task);
    assert_eq!(
        kept,
        Task {
            id: TaskId(1),
            version: 1,
            ..task
        }
    );
    assert_eq!(house.store.task(kept.id).unwrap(), Some(kept.clone()));
    assert_eq!(
        house.store.tasks(&[TaskId(9), kept.id]).unwrap(),
        std::slice::from_ref(&kept)
    );
    assert_eq!(house.store.locate(" :1 ").unwrap(), Some(kept.id));
    assert_eq!(
        house.store.locate(&kept.code.to_lowercase()).unwrap(),
        Some(kept.id)
    );
    assert_eq!(house.store.locate("KH1/99").unwrap(), None);
}

#[test]
fn what_is_taken_back_where_nothing_is_left_of_it_still_proves_right() {
    let mut house = House::new();
    let first = house.insert(&a_task("Rà soát"));
    let second = house.insert(&a_task("Tổng hợp"));
    let urged = |task: &Task, urgings| Task {
        urgings,
        ..task.clone()
    };
    let (name, again) = (key(), key());
    let group = house.store.write(&head(&name, Kind::Save), |writer| {
        let one = writer.save_task(&first, &urged(&first, 1), note("urge"))?;
        let other = writer.save_task(&second, &urged(&second, 1), note("urge"))?;
        Ok((one, other))
    });
    let Ok(Written::Done {
        operation,
        value: (one, other),
    }) = group
    else {
        panic!("not saved: {group:?}");
    };
    // Somebody set it right by hand meanwhile: there is nothing to put back in it.
    let one = house.write(|writer| writer.save_task(&one, &urged(&one, 0), note("edit")));
    house
        .store
        .write(&head(&again, Kind::Undo(operation)), |writer| {
            writer.save_back(&one, &one, note("undo"), operation, true)?;
            writer.save_back(&other, &urged(&other, 0), note("undo"), operation, true)
        })
        .unwrap();
    let faults = house.store.check_replay(|_, _| Ok(())).unwrap();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn a_save_logs_what_differs_and_nothing_else() {
    let mut house = House::new();
    let before = house.insert(&a_task("Rà soát"));
    let after = Task {
        status: Status::Awaiting,
        ..before.clone()
    };
    let why = Note {
        what: "submit",
        why: "xong",
        document: "12/BC-SNV",
        on_behalf: None,
    };
    let saved = house.write(|writer| writer.save_task(&before, &after, why));
    assert_eq!(
        saved,
        Task {
            version: 2,
            held_since: saved.held_since,
            ..after
        }
    );
    let log = house.store.log(Some(saved.id), None, 10).unwrap();
    assert_eq!(log.len(), 2);
    let last = &log[0];
    assert_eq!(last.before.get("status").unwrap(), "in_progress");
    assert_eq!(last.after.get("status").unwrap(), "awaiting");
    // It went on to the monitor, on that day.
    assert!(saved.held_since.is_some());
    assert_eq!(
        last.before.get("held_since").unwrap(),
        &serde_json::Value::Null
    );
    assert_eq!((last.before.len(), last.after.len()), (2, 2));
    assert_eq!(
        (
            last.what.as_str(),
            last.why.as_str(),
            last.document.as_str()
        ),
        ("submit", "xong", "12/BC-SNV")
    );
    assert_eq!(
        (last.who.as_str(), last.at, last.subject),
        ("cv.snv", super::now(), Subject::Task(saved.id))
    );
    assert_eq!(house.store.log(None, Some(last.id), 1).unwrap()[0], log[1]);
}

#[test]
fn a_stale_save_is_refused_with_who_was_faster_and_leaves_nothing() {
    let mut house = House::new();
    let seen = house.insert(&a_task("Rà soát"));
    let faster = Task {
        urgings: 1,
        ..seen.clone()
    };
    house.write(|writer| writer.save_task(&seen, &faster, note("urge")));
    let late = Task {
        urgings: 2,
        ..seen.clone()
    };
    let refused = house.store.write(&head(&key(), Kind::Save), |writer| {
        writer.insert_task(&a_task("Khác"), None, CREATE)?;
        writer.save_task(&seen, &late, note("urge"))
    });
    match refused {
        Err(Error::Refused(Refusal::Changed { by, at, what })) => {
            assert_eq!(
                (by.as_str(), at.as_str(), what.as_str()),
                ("cv.snv", "08:02 01/03", "urge")
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(house.store.task(TaskId(1)).unwrap().unwrap().urgings, 1);
    assert_eq!(house.store.task(TaskId(2)).unwrap(), None);
}

#[test]
fn the_same_save_tried_again_does_nothing() {
    let mut house = House::new();
    let key = key();
    let make = |store: &mut Store| {
        store
            .write(&head(&key, Kind::Save), |writer| {
                writer.insert_task(&a_task("Rà soát"), None, CREATE)
            })
            .unwrap()
    };
    let Written::Done { operation, .. } = make(&mut house.store) else {
        panic!()
    };
    assert_eq!(make(&mut house.store), Written::Again { operation });
    assert_eq!(house.store.task(TaskId(2)).unwrap(), None);
    assert_eq!(house.store.changes_of(operation).unwrap().len(), 1);
}

#[test]
fn a_save_that_changes_nothing_leaves_no_group() {
    let mut house = House::new();
    let task = house.insert(&a_task("Rà soát"));
    let last = house.store.last_undoable("cv.snv").unwrap();
    let done = house.store.write(&head(&key(), Kind::Save), |writer| {
        writer.save_task(&task, &task, note("edit"))
    });
    assert!(matches!(done, Ok(Written::Nothing { .. })));
    assert_eq!(house.store.last_undoable("cv.snv").unwrap(), last);
    assert_eq!(house.store.task(task.id).unwrap().unwrap().version, 1);
}

#[test]
fn undo_and_redo_go_back_and_forth_and_a_new_save_ends_redo() {
    let mut house = House::new();
    let operation = |house: &mut House, kind| {
        let before = house.store.task(TaskId(1)).unwrap().unwrap();
        let after = Task {
            urgings: before.urgings + 1,
            ..before.clone()
        };
        let done = house.store.write(&head(&key(), kind), |writer| {
            writer.save_task(&before, &after, note("urge"))
        });
        match done.unwrap() {
            Written::Done { operation, .. } => operation,
            other => panic!("{other:?}"),
        }
    };
    house.insert(&a_task("Rà soát"));
    let undoable = |house: &House| {
        house
            .store
            .last_undoable("cv.snv")
            .unwrap()
            .map(|last| last.id)
    };
    let redoable = |house: &House| {
        house
            .store
            .last_redoable("cv.snv")
            .unwrap()
            .map(|last| last.id)
    };
    let first = operation(&mut house, Kind::Save);
    let second = operation(&mut house, Kind::Save);
    assert_eq!((undoable(&house), redoable(&house)), (Some(second), None));
    let undo = operation(&mut house, Kind::Undo(second));
    assert_eq!(
        (undoable(&house), redoable(&house)),
        (Some(first), Some(undo))
    );
    let redo = operation(&mut house, Kind::Redo(undo));
    assert_eq!((undoable(&house), redoable(&house)), (Some(redo), None));
    assert_eq!(
        house.store.operation(second).unwrap().unwrap().undone_by,
        Some(undo)
    );
    operation(&mut house, Kind::Undo(redo));
    operation(&mut house, Kind::Save);
    assert_eq!(redoable(&house), None);
    assert_eq!(house.store.last_undoable("ai.do").unwrap(), None);
}

#[test]
fn the_log_cannot_be_changed_by_a_statement_that_is_not_meant_to() {
    let mut house = House::new();
    house.insert(&a_task("Rà soát"));
    let db = &house.store.db;
    assert!(
        db.script("UPDATE change SET why = 'x' WHERE id = 3")
            .is_err()
    );
    assert!(db.script("DELETE FROM change WHERE id = 3").is_err());
}

#[test]
fn news_are_what_others_did_and_only_once() {
    let mut house = House::new();
    let task = house.insert(&a_task("Rà soát"));
    let mut other = Store::open(house.store.path(), Access::Write).unwrap();
    assert_eq!(house.store.news().unwrap(), Default::default());
    let urged = Task {
        urgings: 1,
        ..task.clone()
    };
    written(
        other
            .write(&head_of(&key(), Kind::Save, "tt.vp"), |w| {
                w.save_task(&task, &urged, note("urge"))
            })
            .unwrap(),
    );
    house.insert(&a_task("Của mình"));
    let news = house.store.news().unwrap();
    assert_eq!(
        (news.tasks.as_slice(), news.facts, news.is_much),
        ([task.id].as_slice(), false, false)
    );
    assert_eq!(house.store.news().unwrap(), Default::default());
    written(
        other
            .write(&head_of(&key(), Kind::Frame, "qt"), |w| {
                w.set_setting("soon", Some("5"))
            })
            .unwrap(),
    );
    assert!(house.store.news().unwrap().facts);
    assert_eq!(other.news().unwrap().tasks, [TaskId(2)]);
}

#[test]
fn numbers_are_counted_up_and_a_lost_save_gives_its_number_back() {
    let mut house = House::new();
    let next = |house: &mut House| {
        house.write(|writer| {
            writer.insert_task(&a_task("x"), None, CREATE)?;
            writer.next_number("NV/23")
        })
    };
    assert_eq!(next(&mut house), 1);
    let lost: Result<Written<i64>, _> = house.store.write(&head(&key(), Kind::Save), |writer| {
        writer.next_number("NV/23")?;
        Err(Error::Cancelled)
    });
    assert!(matches!(lost, Err(Error::Cancelled)));
    assert_eq!(next(&mut house), 2);
}

#[test]
fn the_same_key_finds_the_task_again_and_is_taken_once() {
    let mut house = House::new();
    let task =
        house.write(|writer| writer.insert_task(&a_task("Rà soát"), Some("1/KH|23|1"), CREATE));
    let same = house.store.same("1/KH|23|1").unwrap();
    assert_eq!(same.map(|same| same.id), Some(task.id));
    let twice = house.store.write(&head(&key(), Kind::Import), |writer| {
        writer.insert_task(&a_task("Rà soát"), Some("1/KH|23|1"), CREATE)
    });
    assert!(matches!(twice, Err(Error::Fault(_))));
}

#[test]
fn the_frame_is_kept_and_logged() {
    let mut house = House::new();
    let user = User {
        login: "cv.snv".to_owned(),
        agency: Some(AgencyId(2)),
        role: Role::Clerk,
    };
    let account = Account {
        user,
        is_disabled: false,
    };
    let view = View {
        name: "Quá hạn".to_owned(),
        words: "quá hạn".to_owned(),
        query: Query::default(),
    };
    house.write(|writer| {
        writer.save_user(&account)?;
        writer.set_setting("soon", Some("5"))?;
        writer.save_view(&view)
    });
    assert_eq!(house.store.user("cv.snv").unwrap(), Some(account.clone()));
    assert_eq!(house.store.users().unwrap(), [account]);
    assert_eq!(house.store.setting("soon").unwrap().as_deref(), Some("5"));
    assert_eq!(house.store.views("cv.snv").unwrap(), [view]);
    assert_eq!(house.store.views("tt.vp").unwrap(), []);
    let operation = house.write(|writer| {
        writer.drop_view("Quá hạn")?;
        writer.set_setting("soon", None)?;
        Ok(writer.operation())
    });
    let changes = house.store.changes_of(operation).unwrap();
    assert_eq!(
        changes
            .iter()
            .map(|change| change.what.as_str())
            .collect::<Vec<_>>(),
        ["view", "setting"]
    );
    assert_eq!(changes[1].before.get("value").unwrap(), "5");
    assert_eq!(house.store.setting("soon").unwrap(), None);
    assert_eq!(house.store.agencies().unwrap().len(), 5);
    assert_eq!(house.store.areas().unwrap().len(), 3);
    assert_eq!(
        house.store.operation(OperationId(1)).unwrap().unwrap().kind,
        Kind::Save
    );
}
