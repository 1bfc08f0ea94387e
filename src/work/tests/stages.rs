//! A file is looked at, its doubts are settled, and it is written: whole or in slices, taken back or
//! finished.

use std::fs;

use super::*;
use crate::domain::error::Error;
use crate::domain::matching::Part;
use crate::work::progress::{Cancel, Phase, Progress};
use crate::work::request::import::{
    BatchState, Column, RowFate, Settlement, SkipReason, StageId, Steps,
};

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

/// What only these stories do.
pub(super) trait Importing {
    fn settle(&mut self, stage: StageId, settlement: Settlement) -> Staged;
    fn write_stage(&mut self, stage: StageId) -> Result<ImportReport>;
    fn batches(&mut self) -> Vec<Batch>;
    fn take_back(&mut self, batch: BatchId) -> Result<Saved>;
    fn finish(&mut self, batch: BatchId, path: PathBuf) -> Result<ImportReport>;
    fn break_off(&mut self, stage: StageId, after: usize) -> Error;
}

use crate::domain::id::BatchId;
use crate::work::request::import::Batch;

impl Importing for Session {
    fn settle(&mut self, stage: StageId, settlement: Settlement) -> Staged {
        match self.ask(&Request::Settle { stage, settlement }) {
            Answer::Staged(staged) => *staged,
            other => panic!("not settled: {other:?}"),
        }
    }

    fn write_stage(&mut self, stage: StageId) -> Result<ImportReport> {
        let key = OperationKey::fresh();
        match self.answer(&Request::ImportStage { key, stage })? {
            Answer::Imported(report) => Ok(*report),
            other => panic!("not imported: {other:?}"),
        }
    }

    fn batches(&mut self) -> Vec<Batch> {
        match self.ask(&Request::Batches { limit: 10 }) {
            Answer::Batches(batches) => batches,
            other => panic!("no list: {other:?}"),
        }
    }

    fn take_back(&mut self, batch: BatchId) -> Result<Saved> {
        let key = OperationKey::fresh();
        match self.answer(&Request::UndoBatch { key, batch })? {
            Answer::Saved(saved) => Ok(saved),
            other => panic!("not taken back: {other:?}"),
        }
    }

    fn finish(&mut self, batch: BatchId, path: PathBuf) -> Result<ImportReport> {
        let key = OperationKey::fresh();
        match self.answer(&Request::FinishBatch { key, batch, path })? {
            Answer::Imported(report) => Ok(*report),
            other => panic!("not finished: {other:?}"),
        }
    }

    /// Cancels the import once so many agency-tasks are written.
    fn break_off(&mut self, stage: StageId, after: usize) -> Error {
        let cancel = Cancel::default();
        let flag = cancel.clone();
        let mut progress = Progress::new(cancel, move |done, _| {
            if done >= after {
                flag.set();
            }
        });
        let key = OperationKey::fresh();
        let request = Request::ImportStage { key, stage };
        self.answer_with(&request, &mut progress)
            .expect_err("it was cancelled")
    }
}

/// A database that holds a task already, so that imports go in slices.
fn busy_desk() -> (Desk, Session) {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    monitor.enter("Việc đã có", "STC", "30/9/2023");
    (desk, monitor)
}

#[test]
fn a_file_that_changed_since_its_preview_is_not_written() {
    let (desk, mut monitor) = busy_desk();
    let path = desk.file("a.csv", &many(3));
    let staged = monitor.stage(spec(path.clone()));
    desk.file("a.csv", &many(4));
    let refused = monitor.write_stage(staged.stage);
    assert!(matches!(refused, Err(Error::FileChanged(_))), "{refused:?}");
    fs::remove_file(&path).expect("a file");
    assert!(matches!(
        monitor.write_stage(staged.stage),
        Err(Error::BadFile { .. })
    ));
    assert_eq!(monitor.list().len(), 1);
    assert_eq!(monitor.batches(), []);
}

#[test]
fn a_settled_writing_holds_for_every_row_and_for_the_next_file_until_it_is_taken_back() {
    let (desk, mut monitor) = busy_desk();
    let rows = format!(
        "1,Một,TTHC,,Tổ công tác đặc biệt,,30/9/2023,{PLAN}\n2,Hai,TTHC,,Tổ công tác đặc biệt,,30/9/2023,{PLAN}"
    );
    let path = desk.file("a.csv", &rows);
    let staged = monitor.stage(spec(path.clone()));
    assert_eq!(staged.counts.review, 2);
    let parts = vec![Part::Agency(monitor.code("STC"))];
    let means = Settlement::Means {
        text: "Tổ công tác đặc biệt".to_owned(),
        parts: parts.clone(),
    };
    let settled = monitor.settle(staged.stage, means);
    assert_eq!((settled.counts.review, settled.settlements), (0, 1));
    let rows = monitor.rows(&settled, Which::All);
    assert_eq!(rows[1].task.as_ref().expect("a task").leads, parts);
    let Answer::Staged(back) = monitor.ask(&Request::Unsettle {
        stage: staged.stage,
    }) else {
        panic!("no stage");
    };
    assert_eq!((back.counts.review, back.settlements), (2, 0));
    let again = Settlement::Means {
        text: "tổ công tác ĐẶC BIỆT".to_owned(),
        parts,
    };
    monitor.settle(staged.stage, again);
    let report = monitor.write_stage(staged.stage).expect("written");
    assert_eq!(report.new, 2);
    let other = desk.file(
        "b.csv",
        &format!("9,Ba,TTHC,,Tổ công tác đặc biệt,,30/9/2023,{PLAN}"),
    );
    assert_eq!(monitor.stage(spec(other.clone())).counts.review, 0);
    monitor.undo().expect("taken back");
    assert_eq!(monitor.stage(spec(other)).counts.review, 1);
}

#[test]
fn a_text_of_one_cell_is_read_anew_and_kept_when_columns_are_assigned_again() {
    let (desk, mut monitor) = busy_desk();
    let rows = format!(
        "1,Một,TTHC,,Sở Tài chính,,Theo kế hoạch,{PLAN}\n2,Hai,TTHC,,Sở Tài chính,,30/9/2023,{PLAN}"
    );
    let path = desk.file("a.csv", &rows);
    let staged = monitor.stage(spec(path.clone()));
    assert_eq!(staged.counts.review, 1);
    let text = Settlement::Text {
        place: 0,
        column: Column::Deadline,
        text: "31/8/2023".to_owned(),
    };
    let settled = monitor.settle(staged.stage, text);
    assert_eq!(settled.counts.review, 0);
    let request = Request::Stage {
        spec: ImportSpec {
            columns: vec![("D".to_owned(), None)],
            ..spec(path)
        },
        after: Some(staged.stage),
    };
    let Answer::Staged(anew) = monitor.ask(&request) else {
        panic!("no stage");
    };
    assert_eq!((anew.counts.review, anew.settlements), (0, 1));
    let rows = monitor.rows(&anew, Which::All);
    let cell = rows[0].cells.iter().find(|it| it.is_by_hand);
    assert_eq!(cell.map(|it| it.text.as_str()), Some("31/8/2023"));
    assert!(matches!(
        monitor.write_stage(staged.stage),
        Err(Error::NoStage)
    ));
    monitor.write_stage(anew.stage).expect("written");
    let due: Vec<_> = monitor.list().iter().map(|task| task.due).collect();
    assert!(due.contains(&Some(day("2023-08-31"))), "{due:?}");
}

#[test]
fn rows_are_left_out_and_doubts_stand_as_read() {
    let (desk, mut monitor) = busy_desk();
    let rows = format!(
        "1,Chung,TTHC,,Sở Tài chính,,30/9/2023,{PLAN}\n2,Chung,TTHC,,Sở Tài chính,,30/9/2023,{PLAN}\n\
         3,Khác,TTHC,,Sở Tài chính,,Theo kế hoạch,{PLAN}\n4,Nữa,TTHC,,Sở Tài chính,,Theo kế hoạch,{PLAN}"
    );
    let staged = monitor.stage(spec(desk.file("a.csv", &rows)));
    assert_eq!(staged.counts.review, 3);
    let out = |out| Settlement::LeaveOut {
        places: vec![0],
        out,
    };
    let settled = monitor.settle(staged.stage, out(true));
    // What it repeats is not there any more: the second is no duplicate.
    assert_eq!((settled.counts.review, settled.counts.skipped), (2, 1));
    let skipped = monitor.rows(&settled, Which::Skipped);
    assert_eq!(skipped[0].skipped, Some(SkipReason::LeftOut));
    let settled = monitor.settle(
        staged.stage,
        Settlement::AllAsRead {
            code: "refers_elsewhere".to_owned(),
        },
    );
    assert_eq!(settled.counts.review, 0);
    let report = monitor.write_stage(staged.stage).expect("written");
    assert_eq!(report.new, 3);
    assert!(monitor.list().iter().all(|task| task.doubts.is_empty()));
}

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
fn the_preview_says_in_how_many_steps_it_would_be_written() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let mut steps = |count: usize| {
        let path = desk.file(&format!("{count}.csv"), &many(count));
        monitor.stage(spec(path)).steps
    };
    let empty = [steps(500), steps(501), steps(2_001)];
    assert_eq!(empty, [Steps::One, Steps::OneIfAlone(3), Steps::Filling]);
    monitor.enter("Việc đã có", "STC", "30/9/2023");
    let path = desk.file("2001.csv", &many(2_001));
    assert_eq!(monitor.stage(spec(path)).steps, Steps::Many(9));
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
fn what_the_file_says_anew_is_shown_field_by_field() {
    let (desk, mut monitor) = busy_desk();
    monitor.import(desk.file("a.csv", &many(2)), false);
    let newer = many(2).replace("Việc số 2", "Việc số hai");
    let staged = monitor.stage(spec(desk.file("b.csv", &newer)));
    assert_eq!((staged.counts.changed, staged.counts.unchanged), (1, 1));
    let rows = monitor.rows(&staged, Which::Changed);
    let RowFate::Changed(changes) = &rows[0].task.as_ref().expect("a task").fate else {
        panic!("not changed");
    };
    let said: Vec<_> = changes
        .iter()
        .map(|it| (it.field.as_str(), it.before.as_str(), it.after.as_str()))
        .collect();
    assert_eq!(said, [("title", "Việc số 2", "Việc số hai")]);
}

#[test]
fn a_dropped_stage_is_gone_and_every_sort_is_paged() {
    let (desk, mut monitor) = busy_desk();
    let staged = monitor.stage(spec(desk.file("a.csv", &many(9_000))));
    for (which, total) in [(Which::All, 9_000), (Which::New, 9_000), (Which::Review, 0)] {
        let request = Request::StagedRows {
            stage: staged.stage,
            which,
            from: 8_990,
            limit: 100,
        };
        let Answer::StagedRows(page) = monitor.ask(&request) else {
            panic!("no page");
        };
        let rows = if total == 0 { 0 } else { 10 };
        assert_eq!((page.total, page.rows.len()), (total, rows));
    }
    monitor.ask(&Request::DropStage {
        stage: staged.stage,
    });
    assert!(matches!(
        monitor.write_stage(staged.stage),
        Err(Error::NoStage)
    ));
}
