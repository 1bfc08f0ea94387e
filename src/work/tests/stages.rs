//! A file is looked at, and its doubts are settled.

use std::fs;

use super::*;
use crate::domain::error::Error;
use crate::domain::matching::Part;
use crate::work::progress::{Cancel, Progress};
use crate::work::request::import::{Column, RowFate, Settlement, SkipReason, StageId, Steps};

pub(super) const PLAN: &str = "Kế hoạch số 9125/KH-UBND ngày 12/01/2023";

pub(super) fn many(count: usize) -> String {
    let rows: Vec<String> = (1..=count)
        .map(|item| format!("{item},Việc số {item},TTHC,,Sở Tài chính,,30/9/2023,{PLAN}"))
        .collect();
    rows.join("\n")
}

pub(super) fn spec(path: PathBuf) -> ImportSpec {
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
pub(super) fn busy_desk() -> (Desk, Session) {
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
