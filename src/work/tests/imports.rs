//! Files of tasks come in once, fanned out, with their doubts, and are taken back as one.

use super::*;
use crate::domain::agency::Group;
use crate::domain::annex::Column;
use crate::domain::id::BatchId;
use crate::domain::matching::Part;
use crate::domain::query::{Filter, Order, Position};
use crate::domain::status::Status;
use crate::domain::task::Form;
use crate::work::request::import::Settlement;

const PLAN: &str = "Kế hoạch số 9125/KH-UBND ngày 12/01/2023";

fn rows() -> String {
    format!(
        "1,Việc của một sở,TTHC,Báo cáo,Sở Tài chính,Sở Nội vụ,30/6/2023,{PLAN}\n\
         2,Việc của mọi quận,Công vụ,Báo cáo,\"UBND các quận, huyện và thành phố Thủ Đức\",,Quý III/2023,\n\
         3,Việc hằng quý,TTHC,Báo cáo,Sở Tư pháp,,Hằng quý,\n\
         4,Việc chưa rõ,TTHC,,Cơ quan được giao soạn thảo,,Theo kế hoạch,\n\
         5,Việc chờ nghị quyết,TTHC,,Sở Tài chính,,Trong 30 ngày kể từ ngày Nghị quyết có hiệu lực,"
    )
}

#[test]
fn a_second_import_of_the_same_file_changes_nothing() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let path = desk.file("phu-luc.csv", &rows());
    let report = monitor.import(path.clone(), false);
    assert_eq!(
        (report.new, report.counts.parents, report.counts.occurrences),
        (26, 1, 1)
    );
    assert_eq!((report.counts.review, report.counts.passed_over), (2, 1));
    let before = monitor.list();
    assert_eq!(before.len(), 26);
    let again = monitor.import(path, false);
    assert_eq!((again.new, again.changed, again.unchanged), (0, 0, 26));
    assert_eq!(again.operation, None);
    assert_eq!(monitor.list(), before);
}

#[test]
fn the_rows_of_a_file_become_tasks_with_codes_dates_and_doubts() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    monitor.import(desk.file("phu-luc.csv", &rows()), false);
    let tasks = monitor.list();
    let of = |code: &str| tasks.iter().find(|task| task.code == code);
    let single = of("KH9125/23-001").expect("the single task");
    assert_eq!(
        (single.supporting.as_str(), single.due),
        ("SNV", Some(day("2023-06-30")))
    );
    assert_eq!(single.assigned_on, Some(day("2023-01-12")));
    let member = of("KH9125/23-002.Q1").expect("a member");
    assert!(member.parent.is_some() && member.status == Status::NotStarted);
    let occurrence = of("KH9125/23-003.2023-06").expect("the current quarter");
    assert_eq!(occurrence.due, Some(day("2023-06-30")));
    assert!(of("KH9125/23-003.2023-03").is_none(), "it had ended");
    let unclear = of("KH9125/23-004").expect("kept, with its doubts");
    assert_eq!(unclear.agency, AgencyId::UNRESOLVED);
    let codes: Vec<&str> = unclear
        .doubts
        .iter()
        .map(|doubt| doubt.code.as_str())
        .collect();
    assert_eq!(codes, ["not_an_agency", "refers_elsewhere"]);
    let waits = of("KH9125/23-005").expect("kept");
    assert_eq!(
        waits.due, None,
        "nobody knows when the resolution comes into force"
    );
    assert!(waits.needs_review());
}

#[test]
fn a_preview_counts_and_writes_nothing() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let spec = ImportSpec {
        path: desk.file("phu-luc.csv", &rows()),
        ..ImportSpec::default()
    };
    let staged = monitor.stage(spec);
    assert_eq!((staged.counts.new, staged.counts.agency_tasks), (5, 26));
    let rows = monitor.rows(&staged, Which::All);
    assert_eq!(rows.len(), 5);
    let task = rows[1].task.as_ref().expect("a task");
    assert_eq!(task.leads, [Part::Group(Group::Districts)]);
    assert_eq!(task.agency_tasks, 22);
    assert_eq!(monitor.list(), []);
}

#[test]
fn an_import_is_taken_back_as_one_and_comes_back_under_the_same_codes() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let path = desk.file("phu-luc.csv", &rows());
    monitor.import(path.clone(), false);
    let before = monitor.list();
    let back = monitor.undo().expect("taken back");
    assert_eq!(back.left, []);
    assert_eq!(monitor.list(), []);
    let again = monitor.import(path, false);
    assert_eq!(
        (again.new, again.counts.parents, again.counts.occurrences),
        (26, 1, 1)
    );
    let codes = |tasks: &[Task]| {
        tasks
            .iter()
            .map(|it| (it.id, it.code.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&monitor.list()), codes(&before));
}

#[test]
fn a_new_version_of_a_file_changes_what_it_says_anew_and_leaves_what_was_corrected_by_hand() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    monitor.import(desk.file("phu-luc.csv", &rows()), false);
    let task = monitor
        .list()
        .into_iter()
        .find(|it| it.code == "KH9125/23-001")
        .expect("there");
    let edits = Edits {
        title: Some("Việc của Sở Tài chính".to_owned()),
        ..Edits::default()
    };
    monitor.edit(&task, edits);
    let newer = rows()
        .replace("Việc của một sở", "Việc của sở này")
        .replace("30/6/2023", "31/7/2023");
    let report = monitor.import(desk.file("phu-luc-2.csv", &newer), false);
    assert_eq!((report.changed, report.unchanged), (1, 25));
    let task = monitor.see(task.id);
    assert_eq!(task.title, "Việc của Sở Tài chính");
    assert_eq!(
        (task.due, task.original_due),
        (Some(day("2023-07-31")), Some(day("2023-07-31")))
    );
}

#[test]
fn equal_rows_are_both_kept_and_the_later_is_marked() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let rows = format!(
        "1,Báo cáo chung,TTHC,,Sở Tài chính,,30/6/2023,{PLAN}\n1,Báo cáo chung,TTHC,,Sở Tài chính,,30/6/2023,"
    );
    let report = monitor.import(desk.file("hai-dong.csv", &rows), false);
    assert_eq!((report.new, report.counts.review), (2, 1));
    let mut codes: Vec<String> = monitor.list().into_iter().map(|task| task.code).collect();
    codes.sort();
    assert_eq!(codes, ["KH9125/23-001", "KH9125/23-001-2"]);
}

#[test]
fn rows_without_number_or_document_are_known_again_by_their_content() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let rows =
        ",Việc không số,TTHC,,Sở Tài chính,,30/6/2023,\n,Việc khác,TTHC,,Sở Tài chính,,Hằng quý,";
    let path = desk.file("khong-so.csv", rows);
    let report = monitor.import(path.clone(), false);
    assert_eq!((report.new, report.counts.review), (2, 2));
    assert!(monitor.list().iter().any(|task| task.code == "NV/23-0001"));
    assert!(monitor.list().iter().all(|task| task.form == Form::Task));
    assert_eq!(monitor.import(path, false).unchanged, 2);
}

#[test]
fn a_large_import_goes_in_slices_and_is_taken_back_and_done_again_as_one() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let rows: Vec<String> = (1..=2_100)
        .map(|item| format!("{item},Việc số {item},TTHC,,Sở Tài chính,,30/6/2023,{PLAN}"))
        .collect();
    let path = desk.file("nhieu.csv", &rows.join("\n"));
    let report = monitor.import(path, false);
    assert_eq!(report.new, 2_100);
    assert_eq!(monitor.list().len(), 2_100);
    let back = monitor.undo().expect("taken back");
    assert_eq!(
        (back.done.len() as u64 + back.beyond, back.left.len()),
        (2_100, 0)
    );
    assert_eq!(monitor.list(), []);
    let again = monitor.redo().expect("done again");
    assert_eq!(
        (again.done.len() as u64 + again.beyond, again.left.len()),
        (2_100, 0)
    );
    assert_eq!(monitor.list().len(), 2_100);
}

#[test]
fn a_filter_finds_what_an_import_wrote_however_much_it_was() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let large: Vec<String> = (1..=2_300)
        .map(|item| format!("{item},Việc số {item},TTHC,,Sở Tài chính,,30/6/2023,{PLAN}"))
        .collect();
    let first = desk.file("nhieu.csv", &large.join("\n"));
    let first = monitor.import(first, false).batch.expect("an import");
    // The second one changes a task of the first and enters three.
    let rest = "10,Việc số 10,TTHC,Báo cáo,Sở Tài chính,,31/7/2023,";
    let small: Vec<String> = (1..=3)
        .map(|item| format!("9{item}000,Việc khác {item},TTHC,,Sở Nội vụ,,30/6/2023,{PLAN}"))
        .collect();
    let second = desk.file("it.csv", &format!("{}\n{rest}", small.join("\n")));
    let report = monitor.import(second, false);
    assert_eq!((report.new, report.changed), (3, 1));
    let second = report.batch.expect("an import");
    monitor.enter("Việc nhập tay", "STC", "30/6/2023");
    for order in [Order::Urgency, Order::Newest, Order::Document] {
        assert_eq!(found(&mut monitor, &[first], order), 2_300, "{order:?}");
        assert_eq!(found(&mut monitor, &[second], order), 4, "{order:?}");
        let both = [first, second];
        assert_eq!(found(&mut monitor, &both, order), 2_303, "{order:?}");
    }
    monitor.undo().expect("the last task");
    monitor.undo().expect("the second import");
    // The task that it had changed is there still, as the first import has written it.
    assert_eq!(found(&mut monitor, &[second], Order::Newest), 1);
    assert_eq!(found(&mut monitor, &[first], Order::Newest), 2_300);
}

/// So many tasks imports have written, as the list and the count say.
fn found(monitor: &mut Session, batches: &[BatchId], order: Order) -> i64 {
    let filter = Filter {
        batches: batches.to_vec(),
        ..Filter::default()
    };
    let (mut listed, mut anchor) = (0, Anchor::First);
    loop {
        let query = Query {
            filter: filter.clone(),
            order,
        };
        let request = Request::Page {
            query: query.clone(),
            anchor,
            limit: 500,
        };
        let Answer::Page(page) = monitor.ask(&request) else {
            panic!("no page");
        };
        listed += page.tasks.len() as i64;
        let last = page.tasks.last().and_then(Position::of);
        match page.searched_to.or(last).filter(|_| page.has_more) {
            Some(place) => anchor = Anchor::After(place),
            None => break,
        }
    }
    let counted = monitor.ask(&Request::Count {
        query: Query { filter, order },
    });
    let Answer::Count(tally) = counted else {
        panic!("no count: {counted:?}");
    };
    assert!(
        tally.count == listed || tally.is_partial,
        "{tally:?} {listed}"
    );
    listed
}

#[test]
fn a_document_cited_without_its_day_has_the_day_that_a_row_above_gave_it() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let path = desk.file(
        "a.csv",
        "1,Việc một,,,Sở Tài chính,,Quý II,Kế hoạch số 77/KH-UBND\n\
         2,Việc hai,,,Sở Tài chính,,Quý II,Kế hoạch số 77/KH-UBND ngày 25/01/2022\n\
         3,Việc ba,,,Sở Tài chính,,Quý II,Kế hoạch số 77/KH-UBND\n\
         4,Việc bốn,,,Sở Tài chính,,Quý II,Kế hoạch số 77/KH-UBND ngày 26/01/2021\n\
         5,Việc năm,,,Sở Tài chính,,Quý II,Kế hoạch số 77/KH-UBND",
    );
    let staged = monitor.stage(ImportSpec {
        path,
        ..ImportSpec::default()
    });
    // The first and the last are read as of today: of no day is anything known, or of two.
    let read = ["2023", "2022", "2022", "2021", "2023"];
    assert_eq!(years(&mut monitor, &staged), read);
    assert_eq!(
        years(&mut monitor, &staged),
        read,
        "a page that is shown again is the same"
    );
    let corrected = Settlement::Text {
        place: 3,
        column: Column::Document,
        text: "Kế hoạch số 77/KH-UBND ngày 25/01/2022".to_owned(),
    };
    let request = Request::Settle {
        stage: staged.stage,
        settlement: corrected,
    };
    let Answer::Staged(settled) = monitor.ask(&request) else {
        panic!("not settled");
    };
    assert_eq!(
        years(&mut monitor, &settled),
        ["2023", "2022", "2022", "2022", "2022"]
    );
}

/// The years in which the rows fall due.
fn years(session: &mut Session, staged: &Staged) -> Vec<String> {
    let rows = session.rows(staged, Which::All);
    let year = |row: &StagedRow| {
        let due = row.task.as_ref().and_then(|task| task.deadline.due);
        due.map_or_else(String::new, |due| due.format("%Y").to_string())
    };
    rows.iter().map(year).collect()
}
