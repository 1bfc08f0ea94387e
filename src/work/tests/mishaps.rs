//! What goes wrong between two sessions, two tries, two files: nothing is lost, nothing comes twice, nothing
//! hangs.

use super::stages::Importing;
use super::*;
use crate::domain::error::Error;
use crate::domain::id::BatchId;
use crate::store::Note;
use crate::work::progress::{Cancel, Progress};
use crate::work::request::import::BatchState;

const PLAN: &str = "Kế hoạch số 9125/KH-UBND ngày 12/01/2023";

fn many(count: usize) -> String {
    let rows: Vec<String> = (1..=count)
        .map(|item| format!("{item},Việc số {item},TTHC,,Sở Tài chính,,30/9/2023,{PLAN}"))
        .collect();
    rows.join("\n")
}

fn spec(path: PathBuf) -> ImportSpec {
    ImportSpec {
        path,
        ..ImportSpec::default()
    }
}

/// A database that holds a task already and is open elsewhere, so that imports go in slices.
fn busy_desk() -> (Desk, Session, Session) {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    monitor.enter("Việc đã có", "STC", "30/9/2023");
    let other = desk.sit("cv.vpub");
    (desk, monitor, other)
}

/// The program ends without a word once so many agency-tasks are written.
fn fall(session: &mut Session, request: &Request, after: usize) {
    let mut falling = Progress::new(Cancel::default(), |done, _| {
        assert!(done < after, "the machine is gone");
    });
    let fallen = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = session.answer_with(request, &mut falling);
    }));
    assert!(fallen.is_err());
}

fn by_title(session: &mut Session, title: &str) -> Vec<Task> {
    let mut tasks = session.list();
    tasks.retain(|task| task.title == title);
    tasks
}

/// Somebody changes every task that is listed.
fn change_all(session: &mut Session) {
    let tasks = session.list();
    let key = OperationKey::fresh();
    session
        .write(&key, Kind::Bulk, "thử", |writer| {
            for task in &tasks {
                let after = Task {
                    product: "Tờ trình".to_owned(),
                    ..task.clone()
                };
                writer.save_task(task, &after, Note::default())?;
            }
            Ok(())
        })
        .expect("changed");
}

#[test]
fn an_import_goes_back_to_its_end_where_somebody_changed_whole_slices_of_it() {
    let (desk, mut monitor, mut other) = busy_desk();
    let staged = monitor.stage(spec(desk.file("a.csv", &many(1_200))));
    let report = monitor.write_stage(staged.stage).expect("written");
    change_all(&mut other);
    let saved = monitor
        .take_back(report.batch.expect("a batch"))
        .expect("an end");
    assert_eq!((saved.done.len(), saved.left.len()), (0, 1_200));
    let batch = monitor.batches()[0].clone();
    assert_eq!((batch.state, batch.written), (BatchState::TakenBack, 1_200));
    // Done again it finds nothing to do, and ends too.
    monitor.redo().expect("an end");
    assert_eq!(monitor.list().len(), 1_201);
}

#[test]
fn an_import_that_broke_off_again_and_again_goes_on_under_the_same_key_without_losing_a_row() {
    let (desk, mut monitor, _other) = busy_desk();
    let path = desk.file("a.csv", &many(2_300));
    let key = OperationKey::fresh();
    for after in [1_000, 1_500, 2_000] {
        let stage = monitor.stage(spec(path.clone())).stage;
        let request = Request::ImportStage {
            key: key.clone(),
            stage,
        };
        fall(&mut monitor, &request, after);
    }
    let stage = monitor.stage(spec(path)).stage;
    monitor.ask(&Request::ImportStage { key, stage });
    assert_eq!(monitor.list().len(), 2_301);
    let batch = monitor.batches()[0].clone();
    assert_eq!((batch.state, batch.written), (BatchState::Finished, 2_300));
}

#[test]
fn a_corrected_file_is_imported_as_it_is_now_after_the_wrong_one_was_taken_back() {
    let (desk, mut monitor, _other) = busy_desk();
    let wrong = format!(
        "1,Việc sai,TTHC,Báo cáo,Sở Tư pháp,,30/6/2023,{PLAN}\n2,Việc kia,TTHC,,Sở Tài chính,,30/9/2023,{PLAN}"
    );
    monitor.import(desk.file("a.csv", &wrong), false);
    monitor.undo().expect("taken back");
    let right = format!(
        "1,Việc đúng,TTHC,Tờ trình,Sở Tài chính,,31/7/2023,{PLAN}\n2,Việc kia,TTHC,,Các sở ban ngành,,Hằng quý,{PLAN}"
    );
    let path = desk.file("b.csv", &right);
    monitor.import(path.clone(), false);
    let task = by_title(&mut monitor, "Việc đúng")
        .pop()
        .expect("as in the file");
    let lead = monitor.code("STC");
    assert_eq!(
        (task.product.as_str(), task.agency, task.due),
        ("Tờ trình", lead, Some(day("2023-07-31")))
    );
    let of_group = by_title(&mut monitor, "Việc kia");
    assert!(of_group.len() > 5, "{}", of_group.len());
    assert!(of_group.iter().all(|task| task.series.is_some()));
    let again = monitor.stage(spec(path));
    assert_eq!((again.counts.new, again.counts.changed), (0, 0));
    // All of it goes back to what it was.
    monitor.undo().expect("taken back");
    assert_eq!(monitor.list().len(), 1);
}

#[test]
fn a_new_version_that_was_taken_back_can_be_imported_again() {
    let (desk, mut monitor, _other) = busy_desk();
    monitor.import(desk.file("a.csv", &many(2)), false);
    let newer = desk.file("b.csv", &many(2).replace("Việc số 2", "Việc số hai"));
    assert_eq!(monitor.import(newer.clone(), false).changed, 1);
    monitor.undo().expect("taken back");
    let staged = monitor.stage(spec(newer.clone()));
    assert_eq!((staged.counts.changed, staged.counts.unchanged), (1, 1));
    monitor.write_stage(staged.stage).expect("written");
    monitor.undo().expect("taken back");
    monitor.redo().expect("done again");
    assert_eq!(by_title(&mut monitor, "Việc số hai").len(), 1);
    // A correction by hand stays; one that was taken back is none.
    let task = by_title(&mut monitor, "Việc số hai").pop().expect("there");
    let title = |title: &str| Edits {
        title: Some(title.to_owned()),
        ..Edits::default()
    };
    monitor.edit(&task, title("Việc hai"));
    assert_eq!(monitor.stage(spec(newer.clone())).counts.changed, 0);
    monitor.undo().expect("taken back");
    let third = desk.file("c.csv", &many(2).replace("Việc số 2", "Việc thứ hai"));
    assert_eq!(monitor.stage(spec(third)).counts.changed, 1);
}

#[test]
fn a_document_without_its_day_is_the_same_when_its_day_is_known_since() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let rows = format!(
        "1,Một,TTHC,,Sở Tài chính,,30/9/2023,Kế hoạch số 9125/KH-UBND\n2,Hai,TTHC,,Sở Tài chính,,30/9/2023,{PLAN}"
    );
    let path = desk.file("a.csv", &rows);
    monitor.import(path.clone(), false);
    let again = monitor.stage(spec(path));
    assert_eq!((again.counts.new, again.counts.unchanged), (0, 2));
}

#[test]
fn a_taking_back_that_broke_off_is_shown_as_that_and_is_gone_on_with() {
    let (desk, mut monitor, _other) = busy_desk();
    let path = desk.file("a.csv", &many(1_400));
    let staged = monitor.stage(spec(path.clone()));
    let report = monitor.write_stage(staged.stage).expect("written");
    let batch = report.batch.expect("a batch");
    let request = Request::UndoBatch {
        key: OperationKey::fresh(),
        batch,
    };
    fall(&mut monitor, &request, 500);
    let half = monitor.batches()[0].clone();
    assert_eq!((half.state, half.written), (BatchState::TakingBack, 750));
    // Its file finishes nothing: what somebody wanted gone does not come again.
    let refused = monitor.finish(batch, path);
    assert!(matches!(refused, Err(Error::NoBatch(_))), "{refused:?}");
    let saved = monitor.take_back(batch).expect("the rest");
    assert_eq!(saved.done.len(), 750);
    let back = monitor.batches()[0].clone();
    assert_eq!((back.state, back.written), (BatchState::TakenBack, 0));
    assert_eq!(monitor.list().len(), 1);
}

#[test]
fn a_file_that_two_write_at_once_comes_once_and_each_is_told_of_every_row() {
    let (desk, mut monitor, mut other) = busy_desk();
    let path = desk.file("a.csv", &many(900));
    let stage = monitor.stage(spec(path.clone())).stage;
    let mut is_first = true;
    let mut progress = Progress::new(Cancel::default(), |_, _| {
        // The first slice is planned by now, and somebody else is faster.
        if std::mem::take(&mut is_first) {
            other.import(path.clone(), false);
        }
    });
    let key = OperationKey::fresh();
    let told = monitor.answer_with(&Request::ImportStage { key, stage }, &mut progress);
    drop(progress);
    let Ok(Answer::Imported(report)) = told else {
        panic!("not imported: {told:?}");
    };
    assert_eq!((report.new, report.unchanged), (0, 900));
    assert_eq!(monitor.list().len(), 901);
}

#[test]
fn who_may_finish_an_import_and_a_lost_answer_to_it() {
    let (desk, mut monitor, mut other) = busy_desk();
    let path = desk.file("a.csv", &many(1_400));
    let stage = monitor.stage(spec(path.clone())).stage;
    let request = Request::ImportStage {
        key: OperationKey::fresh(),
        stage,
    };
    fall(&mut monitor, &request, 1_000);
    let batch = monitor.batches()[0].id;
    // Taking back would take both persons' slices, so one does not go on for another.
    let refused = other.finish(batch, path.clone());
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let key = OperationKey::fresh();
    for _ in 0..2 {
        let Answer::Imported(report) = monitor.ask(&Request::FinishBatch {
            key: key.clone(),
            batch,
            path: path.clone(),
        }) else {
            panic!("not finished");
        };
        assert_eq!(report.batch, Some(batch));
        assert_eq!(monitor.list().len(), 1_401);
    }
    let key = OperationKey::fresh();
    for _ in 0..2 {
        monitor.ask(&Request::UndoBatch {
            key: key.clone(),
            batch,
        });
        assert_eq!(monitor.list().len(), 1);
    }
    let unknown = monitor.take_back(BatchId(77));
    assert!(matches!(unknown, Err(Error::NoBatch(77))), "{unknown:?}");
}

#[test]
fn an_import_that_is_taken_back_while_it_is_written_ends_and_nothing_of_it_stays() {
    let (desk, mut monitor, _other) = busy_desk();
    let mut administrator = desk.sit("quantri");
    let stage = monitor.stage(spec(desk.file("a.csv", &many(2_300)))).stage;
    let mut taken = false;
    let mut progress = Progress::new(Cancel::default(), |done, _| {
        if done >= 1_000 && !taken {
            taken = true;
            let batch = administrator.batches()[0].id;
            administrator.take_back(batch).expect("taken back");
        }
    });
    let key = OperationKey::fresh();
    let ended = monitor.answer_with(&Request::ImportStage { key, stage }, &mut progress);
    drop(progress);
    assert!(matches!(ended, Err(Error::NoBatch(_))), "{ended:?}");
    assert_eq!(monitor.list().len(), 1);
    let batch = monitor.batches()[0].clone();
    assert_eq!(batch.state, BatchState::TakenBack);
    assert_eq!(batch.written, 0);
}

#[test]
fn two_sessions_import_the_same_file_at_once_and_each_is_told_what_it_wrote() {
    let (desk, mut monitor, mut other) = busy_desk();
    let path = desk.file("a.csv", &many(1_400));
    let theirs = other.stage(spec(path.clone())).stage;
    let ours = monitor.stage(spec(path)).stage;
    let mut theirs_is_done = false;
    let mut told = None;
    let mut progress = Progress::new(Cancel::default(), |done, _| {
        if done >= 500 && !theirs_is_done {
            theirs_is_done = true;
            told = Some(other.write_stage(theirs).expect("written"));
        }
    });
    let key = OperationKey::fresh();
    let request = Request::ImportStage { key, stage: ours };
    let Ok(Answer::Imported(report)) = monitor.answer_with(&request, &mut progress) else {
        panic!("not written");
    };
    drop(progress);
    let told = told.expect("a report");
    assert_eq!(monitor.list().len(), 1_401);
    assert_eq!(
        (report.new + told.new, report.unchanged + told.unchanged),
        (1_400, 1_400)
    );
    let written: Vec<u64> = monitor.batches().iter().map(|it| it.written).collect();
    assert_eq!(written.iter().sum::<u64>(), 1_400, "{written:?}");
    let states: Vec<_> = monitor.batches().iter().map(|it| it.state).collect();
    assert_eq!(states, [BatchState::Finished; 2]);
}

#[test]
fn an_account_that_was_closed_meanwhile_does_nothing_more() {
    let (desk, mut monitor, mut other) = busy_desk();
    let stage = monitor.stage(spec(desk.file("a.csv", &many(3)))).stage;
    let account = other.store().user("cv.snv").expect("readable");
    let mut account = account.expect("an account");
    account.is_disabled = true;
    let key = OperationKey::fresh();
    other
        .write(&key, Kind::Frame, "user", |writer| {
            writer.save_user(&account)
        })
        .expect("closed");
    // It is heard of once; that holds for everything after it.
    assert!(monitor.answer(&Request::News).is_err());
    for _ in 0..2 {
        let refused = monitor.write_stage(stage);
        assert!(
            matches!(refused, Err(Error::AccountClosed(_))),
            "{refused:?}"
        );
    }
    assert_eq!(other.list().len(), 1);
}

#[test]
fn a_number_that_an_annex_uses_already_is_not_given_to_a_task_entered_by_hand() {
    let (desk, mut monitor, _other) = busy_desk();
    let rows = format!("BS1,Bổ sung,TTHC,,Sở Tài chính,,30/9/2023,{PLAN}");
    monitor.import(desk.file("a.csv", &rows), false);
    let draft = Draft {
        title: "Việc thêm".to_owned(),
        document: PLAN.to_owned(),
        ..Draft::default()
    };
    let key = OperationKey::fresh();
    let saved = monitor.saved(&Request::Create { key, draft });
    assert_eq!(saved.done[0].item, "BS2");
}
