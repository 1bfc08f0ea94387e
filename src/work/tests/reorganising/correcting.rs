//! A slip of the pen in an agency is put right without a reorganisation.

use super::*;

fn right(code: &str, new: Newcomer) -> Step {
    Step::Correct {
        code: code.to_owned(),
        new,
    }
}

fn flaw(refused: Result<Reorganised, Error>) -> Flaw {
    match refused {
        Err(Error::Reorganisation(flaw)) => flaw,
        other => panic!("no flaw: {other:?}"),
    }
}

#[test]
fn a_name_is_put_right_where_it_stands_and_taken_back_and_no_task_moves() {
    let desk = february();
    let ids = fill(&desk, "STTTT", Status::InProgress, &titles("Việc", 1));
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    let id = admin.code("STTTT");
    let before = admin.facts().agency(id).expect("there").clone();
    let step = right(
        "STTTT",
        Newcomer {
            name: "Sở Thông tin  và Truyền thông mới".to_owned(),
            head_title: Some("Giám đốc".to_owned()),
            ..Newcomer::default()
        },
    );
    let plan = Reorganisation {
        on: day("2025-03-01"),
        document: String::new(),
        step,
    };
    let ask = |is_rehearsal| Request::Reorganise {
        key: OperationKey::fresh(),
        plan: plan.clone(),
        is_rehearsal,
    };
    let would = told(admin.ask(&ask(true)));
    assert_eq!((would.corrected.len(), would.operation), (1, None));
    assert_eq!(admin.facts().agency(id), Some(&before), "a rehearsal");
    let done = told(admin.ask(&ask(false)));
    assert!(done.operation.is_some() && done.moves.is_empty());
    let after = admin.facts().agency(id).expect("there").clone();
    assert_eq!(after.name, "Sở Thông tin và Truyền thông mới");
    assert_eq!(after.head_title, "Giám đốc");
    assert_eq!(
        (after.valid_from, after.valid_to, &after.code),
        (before.valid_from, before.valid_to, &before.code)
    );
    let task = admin.see(*ids.first().expect("a task"));
    assert_eq!(
        (task.agency, task.version),
        (id, 1),
        "it is the same agency"
    );
    let Answer::AgencySheet(sheet) = admin.ask(&Request::AgencySheet { id }) else {
        panic!("no sheet");
    };
    assert_eq!(sheet.log.first().map(|it| it.who.as_str()), Some("qt.snv"));
    admin.undo().expect("taken back");
    assert_eq!(admin.facts().agency(id), Some(&before));
    admin.redo().expect("done again");
    assert_eq!(admin.facts().agency(id), Some(&after));
}

#[test]
fn a_code_is_put_right_wherever_agencies_name_it_and_stays_where_tasks_do() {
    let desk = february();
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    admin.carry("2025-03-01", merge(&["STTTT"], known("SKHCN")));
    let code = |code: &str| Newcomer {
        code: Some(code.to_owned()),
        ..Newcomer::default()
    };
    let done = admin.carry("2025-03-01", right("SKHCN", code("skhvcn")));
    assert_eq!(done.corrected.len(), 2, "itself, and whose successor it is");
    let old = by_code(&admin.facts().agencies, "STTTT").expect("there");
    assert_eq!(old.successors, ["SKHVCN"]);
    let taken = admin.try_plan("2025-03-01", right("SKHVCN", code("STC")), true);
    assert_eq!(flaw(taken), Flaw::CodeTaken("STC".to_owned()));
    let city = admin.try_plan("2025-03-01", right("UBNDTP", code("TP")), true);
    assert_eq!(flaw(city), Flaw::FixedCode("UBNDTP".to_owned()));
    admin.undo().expect("taken back");
    let old = by_code(&admin.facts().agencies, "STTTT").expect("there");
    assert_eq!(old.successors, ["SKHCN"]);

    let mut monitor = desk.sit_on("cv.snv", day("2025-02-10"));
    let path = desk.file(
        "a.csv",
        "1,Rà soát thủ tục,,,Sở Nội vụ,Sở Tài chính,30/6/2025,Kế hoạch số 5/KH-UBND ngày 02/01/2025",
    );
    monitor.import(path, false);
    let cited = admin.try_plan("2025-03-01", right("STC", code("SOTC")), true);
    assert_eq!(flaw(cited), Flaw::CodeCited("STC".to_owned()));
    let named = Newcomer {
        name: "Sở Tài chính thành phố".to_owned(),
        ..Newcomer::default()
    };
    admin.carry("2025-03-01", right("STC", named));
}

#[test]
fn a_correction_that_corrects_nothing_or_turns_the_order_over_is_refused() {
    let desk = february();
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    let mut refused =
        |code: &str, new: Newcomer| flaw(admin.try_plan("2025-03-01", right(code, new), true));
    let parent = |code: &str| Newcomer {
        parent_code: Some(code.to_owned()),
        ..Newcomer::default()
    };
    let as_it_is = Flaw::AsItIs("STC".to_owned());
    assert_eq!(refused("STC", Newcomer::default()), as_it_is);
    assert_eq!(refused("STC", parent("UBNDTP")), as_it_is);
    let above_itself = |code: &str| Flaw::AboveItself(code.to_owned());
    assert_eq!(refused("STC", parent("STC")), above_itself("STC"));
    assert_eq!(refused("UBNDTP", parent("STC")), above_itself("UBNDTP"));
    let unknown = Flaw::Unknown("KHONGCO".to_owned());
    assert_eq!(refused("STC", parent("KHONGCO")), unknown);
    let named = Newcomer {
        name: "SỞ NỘI VỤ".to_owned(),
        ..Newcomer::default()
    };
    assert!(matches!(refused("STC", named), Flaw::NameTaken { code, .. } if code == "SNV"));
}
