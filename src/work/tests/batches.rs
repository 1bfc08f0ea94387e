//! A file that was looked at is written: whole or in slices, broken off and finished, taken back as one.

use super::stages::{Importing, busy_desk, many, spec};
use super::users::close;
use super::*;
use crate::domain::error::Error;
use crate::work::progress::{Cancel, Phase, Progress};
use crate::work::request::import::BatchState;

#[test]
fn an_import_in_slices_that_is_cancelled_is_taken_back_and_recorded_so() {
    let (desk, mut monitor) = busy_desk();
    let _other = desk.sit("cv.vpub");
    let staged = monitor.stage(spec(desk.file("a.csv", &many(1_400))));
    let error = monitor.break_off(staged.stage, 500);
    assert!(matches!(error, Error::Cancelled), "{error:?}");
    assert_eq!(monitor.list().len(), 1);
    let batches = monitor.batches();
    assert_eq!(
        (batches[0].state, batches[0].written),
        (BatchState::Cancelled, 0)
    );
    // Before the first slice nothing is left, not even a record.
    let staged = monitor.stage(spec(desk.file("b.csv", &many(1_400))));
    monitor.break_off(staged.stage, 0);
    assert_eq!(monitor.batches().len(), 1);
}

#[test]
fn an_import_that_broke_off_is_finished_from_the_same_file_and_nothing_comes_twice() {
    let (desk, mut monitor) = busy_desk();
    let path = desk.file("a.csv", &many(1_400));
    let _other = desk.sit("cv.vpub");
    let staged = monitor.stage(spec(path.clone()));
    // The disk is full, the machine is gone: whatever ends it after the second slice.
    let request = Request::ImportStage {
        key: OperationKey::fresh(),
        stage: staged.stage,
    };
    let mut falling = Progress::new(Cancel::default(), |done, _| {
        assert!(done < 1_000, "the machine is gone");
    });
    let fallen = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = monitor.answer_with(&request, &mut falling);
    }));
    assert!(fallen.is_err());
    drop(falling);
    let batch = monitor.batches()[0].clone();
    assert_eq!(
        (batch.state, batch.written, batch.planned),
        (BatchState::Unfinished, 1_000, 1_400)
    );
    let elsewhere = desk.file("khac.csv", &many(1_401));
    assert!(matches!(
        monitor.finish(batch.id, elsewhere),
        Err(Error::FileChanged(_))
    ));
    let report = monitor.finish(batch.id, path.clone()).expect("finished");
    assert_eq!((report.new, report.unchanged), (400, 1_000));
    let batch = monitor.batches()[0].clone();
    assert_eq!((batch.state, batch.written), (BatchState::Finished, 1_400));
    assert_eq!(monitor.list().len(), 1_401);
    assert!(matches!(
        monitor.finish(batch.id, path.clone()),
        Err(Error::NoBatch(_))
    ));
    let again = monitor.stage(spec(path));
    assert_eq!(again.counts.unchanged, 1_400);
    assert_eq!(again.before.map(|it| it.id), Some(batch.id));
}

#[test]
fn an_import_writes_nothing_more_once_the_account_is_closed_and_an_administrator_takes_it_back() {
    let (desk, mut monitor) = busy_desk();
    let path = desk.file("a.csv", &many(1_400));
    let mut administrator = desk.sit("qt.snv");
    let stage = monitor.stage(spec(path)).stage;
    let key = OperationKey::fresh();
    let request = Request::ImportStage { key, stage };
    let mut closed = false;
    let mut progress = Progress::new(Cancel::default(), |done, _| {
        if done >= 500 && !closed {
            closed = true;
            close(&mut administrator, "cv.snv");
        }
    });
    let written = monitor.answer_with(&request, &mut progress);
    drop(progress);
    assert!(
        matches!(written, Err(Error::AccountClosed(_))),
        "{written:?}"
    );
    let batch = administrator.batches()[0].clone();
    assert_eq!(
        (batch.state, batch.written),
        (BatchState::Unfinished, 500),
        "what was written before"
    );
    administrator.ask(&Request::UndoBatch {
        key: OperationKey::fresh(),
        batch: batch.id,
    });
    assert_eq!(administrator.list().len(), 1);
}

#[test]
fn what_one_session_is_writing_no_other_one_finishes() {
    let (desk, mut monitor) = busy_desk();
    let path = desk.file("a.csv", &many(1_400));
    let mut twin = desk.sit("cv.snv");
    let staged = monitor.stage(spec(path.clone()));
    let request = Request::ImportStage {
        key: OperationKey::fresh(),
        stage: staged.stage,
    };
    let mut refused = None;
    let mut progress = Progress::new(Cancel::default(), |done, _| {
        if done >= 500 && refused.is_none() {
            let id = twin.batches()[0].id;
            refused = Some(twin.finish(id, path.clone()));
        }
    });
    let written = monitor.answer_with(&request, &mut progress);
    drop(progress);
    assert!(written.is_ok(), "{written:?}");
    assert!(
        matches!(refused, Some(Err(Error::AtWork(_)))),
        "{refused:?}"
    );
    assert_eq!(monitor.batches()[0].state, BatchState::Finished);
    // The sign of it is gone with the work.
    let beside = std::fs::read_dir(path.parent().expect("a folder")).expect("a folder");
    let names = beside.map(|it| it.expect("a file").file_name());
    let signs = names.filter(|name| name.to_string_lossy().contains(".import-"));
    assert_eq!(signs.count(), 0);
}

#[test]
fn finishing_tells_that_it_reads_and_then_how_much_of_the_whole_is_written() {
    let (desk, mut monitor) = busy_desk();
    let path = desk.file("a.csv", &many(1_900));
    let _other = desk.sit("cv.vpub");
    let stage = monitor.stage(spec(path.clone())).stage;
    let key = OperationKey::fresh();
    let request = Request::ImportStage { key, stage };
    let mut falling = Progress::new(Cancel::default(), |done, _| {
        assert!(done < 1_000, "the machine is gone");
    });
    let fallen = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = monitor.answer_with(&request, &mut falling);
    }));
    assert!(fallen.is_err());
    drop(falling);
    let request = Request::FinishBatch {
        key: OperationKey::fresh(),
        batch: monitor.batches()[0].id,
        path,
    };
    let mut told = Vec::new();
    let mut progress = Progress::told(Cancel::default(), |far| told.push(far));
    monitor
        .answer_with(&request, &mut progress)
        .expect("finished");
    drop(progress);
    let begins = told.iter().position(|far| far.phase == Phase::Doing);
    let (reading, writing) = told.split_at(begins.expect("it is written"));
    assert!(!reading.is_empty());
    assert!(writing.iter().all(|far| far.phase == Phase::Doing));
    let wrote: Vec<_> = writing.iter().map(|far| (far.done, far.total)).collect();
    assert_eq!(
        wrote,
        [1_000, 1_250, 1_500, 1_750].map(|done| (done, 1_900))
    );
}

#[test]
fn a_whole_import_goes_back_row_by_row_and_leaves_what_somebody_changed_since() {
    let (desk, mut monitor) = busy_desk();
    let mut other = desk.sit("cv.vpub");
    let staged = monitor.stage(spec(desk.file("a.csv", &many(1_200))));
    let report = monitor.write_stage(staged.stage).expect("written");
    let batch = report.batch.expect("a batch");
    let changed = other
        .list()
        .into_iter()
        .find(|task| task.title == "Việc số 7")
        .expect("there");
    other.edit(
        &changed,
        Edits {
            product: Some("Tờ trình".to_owned()),
            ..Edits::default()
        },
    );
    // Something else was saved since: by its number it goes back all the same.
    monitor.enter("Việc sau đó", "STC", "30/9/2023");
    let refused = other.take_back(batch);
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let saved = monitor.take_back(batch).expect("taken back");
    assert_eq!(saved.done.len() as u64 + saved.beyond, 1_199);
    assert_eq!(saved.left.len(), 1);
    assert_eq!(monitor.list().len(), 3);
    assert_eq!(monitor.batches()[0].state, BatchState::TakenBack);
    let Answer::Group(Some(next)) = monitor.ask(&Request::NextRedo) else {
        panic!("nothing to do again");
    };
    assert_eq!(next.batch.map(|it| it.id), Some(batch));
    monitor.redo().expect("done again");
    assert_eq!(monitor.list().len(), 1_202);
    // With the one that somebody changed, which had stayed.
    assert_eq!(monitor.batches()[0].written, 1_200);
    let mut administrator = desk.sit("quantri");
    administrator.take_back(batch).expect("taken back");
    assert_eq!(monitor.list().len(), 3);
}

#[test]
fn the_next_undo_names_the_whole_import_and_takes_it_whole() {
    let (desk, mut monitor) = busy_desk();
    let _other = desk.sit("cv.vpub");
    let staged = monitor.stage(spec(desk.file("a.csv", &many(1_200))));
    monitor.write_stage(staged.stage).expect("written");
    let Answer::Group(Some(next)) = monitor.ask(&Request::NextUndo) else {
        panic!("nothing to take back");
    };
    assert_eq!(next.batch.map(|it| it.written), Some(1_200));
    let key = OperationKey::fresh();
    for _ in 0..2 {
        // The second is the same save again, after its answer was lost: it takes nothing more.
        monitor.ask(&Request::Undo { key: key.clone() });
        assert_eq!(monitor.list().len(), 1);
    }
}

#[test]
fn an_empty_database_is_filled_at_once_and_emptied_again() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let path = desk.file("a.csv", &many(4_500));
    let staged = monitor.stage(spec(path.clone()));
    let error = monitor.break_off(staged.stage, 2_000);
    assert!(matches!(error, Error::Cancelled), "{error:?}");
    assert_eq!((monitor.list().len(), monitor.batches().len()), (0, 0));
    let report = monitor.write_stage(staged.stage).expect("written");
    assert_eq!(report.new, 4_500);
    assert_eq!(monitor.batches()[0].state, BatchState::Finished);
    assert_eq!(monitor.store().check_tallies().expect("tallies"), []);
    assert_eq!(monitor.store().integrity().expect("a sound file"), [""; 0]);
    let verdict = monitor.store().verify_log(|_, _| Ok(())).expect("a log");
    assert_eq!(verdict.broken, None);
    assert_eq!(monitor.stage(spec(path)).counts.unchanged, 4_500);
    monitor.undo().expect("taken back");
    assert_eq!(monitor.list(), []);
    assert_eq!(monitor.store().check_tallies().expect("tallies"), []);
}

#[test]
fn what_was_saved_in_this_session_is_known_and_what_another_of_the_login_saved_is_not() {
    let desk = Desk::new();
    let mut here = desk.sit("cv.snv");
    let mut elsewhere = desk.sit("cv.snv");
    let is_own = |session: &mut Session| match session.ask(&Request::NextUndo) {
        Answer::Group(Some(group)) => group.is_own,
        other => panic!("{other:?}"),
    };
    let task = here.enter("Việc", "STTTT", "30/6/2023");
    assert!(is_own(&mut here) && !is_own(&mut elsewhere));
    let Answer::Group(Some(group)) = elsewhere.ask(&Request::NextUndo) else {
        panic!("nothing to take back");
    };
    assert_eq!(group.code.as_ref(), Some(&task.code));
    // What it takes back itself, it knows.
    elsewhere.undo().expect("taken back");
    let Answer::Group(Some(group)) = elsewhere.ask(&Request::NextRedo) else {
        panic!("nothing to do again");
    };
    assert!(group.is_own);
    // An import goes on from its key, slice after slice.
    let staged = elsewhere.stage(spec(desk.file("a.csv", &many(1_200))));
    elsewhere.write_stage(staged.stage).expect("written");
    assert!(is_own(&mut elsewhere) && !is_own(&mut here));
}
