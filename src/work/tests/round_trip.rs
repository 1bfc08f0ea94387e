//! What is exported and imported again changes nothing, whatever it is and however it came in (seeded: the
//! same cases every time).

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use super::*;
use crate::domain::error::Error;
use crate::work::progress::{Cancel, Phase, Progress};
use crate::work::request::import::FileNote;
use crate::work::request::{Existing, TaskTable};
use crate::work::sample;

/// A row of a file: its eight cells.
type Cells = [String; 8];

/// What happens to a database before it is exported.
#[derive(Debug, Clone)]
struct Past {
    rows: Vec<Cells>,
    entered: Vec<Draft>,
    /// By place in the list, with the title that somebody gives the task.
    retitled: Vec<(usize, String)>,
    /// Tasks that go to another lead.
    handed: Vec<usize>,
    is_taken_back: bool,
}

const DOCUMENTS: [&str; 5] = [
    "Kế hoạch số 9125/KH-UBND ngày 12/01/2023",
    "Kế hoạch số 9125/KH-UBND",
    "Chỉ thị số 9/CT-UBND ngày 01/02/2023",
    "Công văn số 77/VPUB",
    "",
];

const DEADLINES: [&str; 10] = [
    "30/9/2023",
    "Quý III/2023",
    "Hằng quý",
    "Hằng tháng",
    "Tháng 6",
    "Theo kế hoạch",
    "",
    "Thường xuyên",
    "Trong 30 ngày kể từ ngày ký",
    "15/6/2023; 30/6/2023",
];

const SUPPORTERS: [&str; 5] = [
    "",
    "Sở Nội vụ",
    "SNV; STP",
    "UBND các quận, huyện và thành phố Thủ Đức",
    "Các cơ quan, đơn vị liên quan",
];

fn one_of<const N: usize>(texts: [&'static str; N]) -> impl Strategy<Value = String> {
    select(texts.to_vec()).prop_map(str::to_owned)
}

fn a_title() -> impl Strategy<Value = String> {
    let begin = one_of([
        "Rà soát",
        "=SUM(A1)",
        "- Xây dựng",
        "'Ban hành",
        "@ Trình",
        "Việc \"nội bộ\"",
        "+ Báo cáo, thống kê; tổng hợp",
    ]);
    // Few, so that some are equal.
    (begin, 1..6_u8).prop_map(|(begin, number)| format!("{begin} quy trình {number}"))
}

fn a_row() -> impl Strategy<Value = Cells> {
    let item = one_of(["", "", "1", "2", "3", "II.3", "1.1", "007", "(4)", "BS1"]);
    let area = one_of(["TTHC", "Thể chế", "Công vụ", "", "Linh tinh"]);
    let product = one_of(["", "Báo cáo", "+ Tờ trình", "-"]);
    let lead = one_of([
        "Sở Tài chính",
        "STTTT",
        "Các sở, ban, ngành",
        "UBND các quận, huyện và thành phố Thủ Đức",
        "Sở Nội vụ; Sở Tư pháp",
        "Sở Không Có",
        "Cơ quan được giao soạn thảo",
        "",
    ]);
    let texts = (item, a_title(), area, product);
    let others = (
        lead,
        one_of(SUPPORTERS),
        one_of(DEADLINES),
        one_of(DOCUMENTS),
    );
    (texts, others).prop_map(
        |((item, title, area, product), (lead, support, due, document))| {
            [item, title, area, product, lead, support, due, document]
        },
    )
}

fn a_draft() -> impl Strategy<Value = Draft> {
    let agency = select(vec![None, Some(AgencyId(2)), Some(AgencyId(5))]);
    let document = one_of([
        "",
        "Kế hoạch số 9125/KH-UBND ngày 12/01/2023",
        "Quyết định số 3/QĐ-UBND ngày 02/03/2023",
    ]);
    let texts = (a_title(), one_of(SUPPORTERS), one_of(DEADLINES), document);
    (texts, agency, any::<bool>()).prop_map(
        |((title, supporting, deadline_text, document), agency, assign)| Draft {
            title,
            agency,
            supporting,
            deadline_text,
            document,
            assign: assign && agency.is_some(),
            ..Draft::default()
        },
    )
}

fn a_past() -> impl Strategy<Value = Past> {
    let retitled = proptest::collection::vec((0..200_usize, a_title()), 0..4);
    (
        proptest::collection::vec(a_row(), 0..14),
        proptest::collection::vec(a_draft(), 0..5),
        retitled,
        proptest::collection::vec(0..200_usize, 0..3),
        any::<bool>(),
    )
        .prop_map(|(rows, entered, retitled, handed, is_taken_back)| Past {
            rows,
            entered,
            retitled,
            handed,
            is_taken_back,
        })
}

fn quoted(rows: &[Cells]) -> String {
    let row = |cells: &Cells| {
        let cells = cells
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        cells.collect::<Vec<_>>().join(",")
    };
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn live(desk: &Desk, past: &Past) -> Session {
    let mut monitor = desk.sit("cv.snv");
    if !past.rows.is_empty() {
        let path = desk.file("vao.csv", &quoted(&past.rows));
        monitor.import(path.clone(), true);
        if past.is_taken_back {
            monitor.undo().expect("taken back");
            monitor.import(path, true);
        }
    }
    for draft in &past.entered {
        let key = OperationKey::fresh();
        monitor.saved(&Request::Create {
            key,
            draft: draft.clone(),
        });
    }
    let tasks = monitor.list();
    for (place, title) in &past.retitled {
        if let Some(task) = tasks.get(*place) {
            let task = monitor.see(task.id);
            let edits = Edits {
                title: Some(title.clone()),
                ..Edits::default()
            };
            monitor.edit(&task, edits);
        }
    }
    for place in &past.handed {
        let Some(task) = tasks.get(*place) else {
            continue;
        };
        let task = monitor.see(task.id);
        // Members and occurrences are written as their item.
        if task.parent.is_some() || task.series.is_some() {
            continue;
        }
        let key = OperationKey::fresh();
        let after = Task {
            agency: AgencyId(7),
            doubts: Vec::new(),
            ..task.clone()
        };
        monitor
            .write(&key, Kind::Bulk, "thử", |writer| {
                writer.save_task(&task, &after, crate::store::Note::default())
            })
            .expect("handed over");
    }
    monitor
}

/// Exports all in both forms, and says what importing it again would change.
fn comes_back(session: &mut Session, folder: &std::path::Path) -> Vec<String> {
    let before = session.list();
    let mut said = Vec::new();
    for name in ["ra.csv", "ra.xlsx"] {
        let path = folder.join(name);
        let exported = session.ask(&Request::Export {
            path: path.clone(),
            query: Query::default(),
            existing: Existing::Replace,
            table: TaskTable::Annex,
        });
        if matches!(exported, Answer::Exported(0, _)) {
            continue;
        }
        let staged = session.stage(ImportSpec {
            path,
            past_occurrences: false,
            ..ImportSpec::default()
        });
        for which in [Which::New, Which::Changed, Which::Skipped] {
            for row in session.rows(&staged, which) {
                said.push(format!("{name}: {which:?}: {row:?}"));
            }
        }
        let stage = staged.stage;
        let key = OperationKey::fresh();
        let Answer::Imported(report) = session.ask(&Request::ImportStage { key, stage }) else {
            panic!("not imported");
        };
        if report.operation.is_some() || session.list() != before {
            said.push(format!("{name}: something was written: {report:?}"));
        }
    }
    said
}

#[test]
fn whatever_is_exported_and_imported_again_changes_nothing() {
    let config = ProptestConfig {
        cases: 24,
        max_shrink_iters: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, seed);
    let outcome = runner.run(&a_past(), |past| {
        let desk = Desk::new();
        let mut session = live(&desk, &past);
        let said = comes_back(&mut session, desk.directory.path());
        prop_assert!(said.is_empty(), "{}", said.join("\n"));
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn the_sample_comes_back_unchanged_in_both_forms() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("sample.db");
    sample::make(&path).expect("a sample");
    let setup = SessionSetup {
        login: sample::LOGIN.to_owned(),
        today: None,
        origin: "thử".to_owned(),
        is_own_file: true,
        is_named: false,
        files: crate::work::files::Files::Anywhere,
        clock: Box::new(|| noon(day("2026-11-23"))),
    };
    let store = Store::open(&path, Access::Write).expect("the sample");
    let mut session = Session::open(store, setup).expect("a session");
    let said = comes_back(&mut session, directory.path());
    assert_eq!(said, [""; 0]);
}

#[test]
fn a_part_of_the_tasks_comes_back_unchanged_where_numbers_begin_anew_in_every_part() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let plan = DOCUMENTS[0];
    let rows = format!(
        "1,Việc của tài chính,TTHC,,Sở Tài chính,,30/9/2023,{plan}\n1,Việc của tư pháp,TTHC,,Sở Tư pháp,,30/9/2023,{plan}"
    );
    monitor.import(desk.file("a.csv", &rows), false);
    let path = desk.directory.path().join("phan.csv");
    let agencies = vec![monitor.code("STP")];
    monitor.ask(&Request::Export {
        path: path.clone(),
        query: Query {
            filter: crate::domain::query::Filter {
                agencies,
                ..Default::default()
            },
            ..Query::default()
        },
        existing: Existing::Keep,
        table: TaskTable::Annex,
    });
    let staged = monitor.stage(ImportSpec {
        path,
        ..ImportSpec::default()
    });
    assert_eq!((staged.counts.changed, staged.counts.unchanged), (0, 1));
}

#[test]
fn an_export_that_is_ended_leaves_no_file_and_the_old_one_as_it_was() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    monitor.enter("Việc", "STC", "30/9/2023");
    for name in ["ra.csv", "ra.xlsx"] {
        let folder = desk.directory.path();
        let path = folder.join(name);
        fs::write(&path, "của người khác").expect("a file");
        let count = || fs::read_dir(folder).expect("a folder").count();
        let before = count();
        let request = Request::Export {
            path: path.clone(),
            query: Query::default(),
            existing: Existing::Replace,
            table: TaskTable::Annex,
        };
        // Ended when the first rows are on their way into the file.
        let cancel = Cancel::default();
        let flag = cancel.clone();
        let mut progress = Progress::told(cancel, move |far| {
            if far.phase == Phase::Doing {
                flag.set();
            }
        });
        let ended = monitor.answer_with(&request, &mut progress);
        assert!(matches!(ended, Err(Error::Cancelled)), "{ended:?}");
        assert_eq!(fs::read_to_string(&path).expect("kept"), "của người khác");
        assert_eq!(count(), before, "{name}");
    }
}

/// Enough tasks for a second sheet.
fn many(session: &mut Session, desk: &Desk) {
    let rows: Vec<String> = (1..=150)
        .map(|number| format!("{number},Việc {number},TTHC,,Sở Tài chính,,30/9/2023,"))
        .collect();
    session.import(desk.file("nhiều.csv", &rows.join("\n")), false);
}

fn exported(session: &mut Session, path: &std::path::Path, query: Query) -> u64 {
    let answer = session.ask(&Request::Export {
        path: path.to_owned(),
        query,
        existing: Existing::Replace,
        table: TaskTable::Annex,
    });
    let Answer::Exported(rows, _) = answer else {
        panic!("not exported: {answer:?}");
    };
    rows
}

#[test]
fn a_table_that_goes_on_in_a_second_sheet_is_read_to_its_end_and_says_so() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    many(&mut monitor, &desk);
    let path = desk.directory.path().join("ra.xlsx");
    assert_eq!(exported(&mut monitor, &path, Query::default()), 150);
    let staged = monitor.stage(ImportSpec {
        path: path.clone(),
        ..ImportSpec::default()
    });
    assert_eq!((staged.counts.rows, staged.counts.unchanged), (150, 150));
    let further = FileNote::FurtherSheets(vec!["Nhiệm vụ 2".to_owned()]);
    assert_eq!(staged.sheets.len(), 2);
    assert!(staged.notes.contains(&further), "{:?}", staged.notes);
    let is_other = |note: &FileNote| matches!(note, FileNote::OtherSheets(_));
    assert!(!staged.notes.iter().any(is_other), "{:?}", staged.notes);
    // Whoever names the second sheet gets that one.
    let staged = monitor.stage(ImportSpec {
        path,
        sheet: Some("Nhiệm vụ 2".to_owned()),
        ..ImportSpec::default()
    });
    assert!(
        (1..150).contains(&staged.counts.rows),
        "{:?}",
        staged.counts
    );
}

#[test]
fn orphans_alone_are_exported_where_orphans_are_asked_for() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    monitor.import(
        desk.file(
            "a.csv",
            "1,Có chủ,TTHC,,Sở Tài chính,,30/9/2023,\n2,Vô chủ,TTHC,,Sở Không Có,,30/9/2023,",
        ),
        false,
    );
    let path = desk.directory.path().join("ra.csv");
    let query = Query {
        filter: crate::domain::query::Filter {
            marks: vec![crate::domain::query::Mark::Orphan],
            ..Default::default()
        },
        ..Query::default()
    };
    assert_eq!(exported(&mut monitor, &path, query), 1);
    let text = fs::read_to_string(&path).expect("text");
    assert!(
        text.contains("Vô chủ") && !text.contains("Có chủ"),
        "{text}"
    );
}
