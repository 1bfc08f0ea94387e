//! What the Government and the Prime Minister gave: the sample has none, so a story gives some, in every class.

use super::reports::{count_of, found, report};
use super::*;
use crate::domain::period::Period;
use crate::domain::report::{Basis, Cell, Holds, Kind, Opens, Report, Spec};
use crate::work::request::documents;

const RESOLUTION: &str = "Nghị quyết số 76/NQ-CP ngày 15/7/2021";
const DECISION: &str = "Quyết định số 468/QĐ-TTg ngày 27/3/2021";
const DIRECTIVE: &str = "Chỉ thị số 23/CT-TTg ngày 2/9/2021";
const PLAN: &str = "Kế hoạch số 12/KH-UBND ngày 5/1/2023";

/// The columns of numbers, in the order of the table.
const COUNTED: [&str; 7] = [
    "total",
    "done_on_time",
    "done_late",
    "open_in_time",
    "open_late",
    "not_judged",
    "excused",
];

fn register(session: &mut Session, number: &str, date: &str, issuer: &str) {
    let draft = documents::Draft {
        number: number.to_owned(),
        date: Some(day(date)),
        issuer: issuer.to_owned(),
        ..documents::Draft::default()
    };
    session.ask(&Request::Documents(documents::Ask::Save {
        key: OperationKey::fresh(),
        seen: None,
        draft,
    }));
}

fn give(session: &mut Session, document: &str, agency: &str, deadline: &str) -> Task {
    let draft = Draft {
        title: format!("Việc của {agency}, hạn {deadline}, theo {document}"),
        agency: Some(session.code(agency)),
        deadline_text: deadline.to_owned(),
        document: document.to_owned(),
        assign: true,
        ..Draft::default()
    };
    let key = OperationKey::fresh();
    let saved = session.saved(&Request::Create { key, draft });
    saved.done.last().expect("a task").clone()
}

/// Does a deed to a task as it is now.
fn done(session: &mut Session, task: &Task, deed: Deed, given: &Particulars) -> Task {
    let now = session.see(task.id);
    let mut saved = session.wish(&now, deed, given.clone());
    assert!(saved.left.is_empty(), "{deed:?}: {:?}", saved.left);
    saved.done.remove(0)
}

/// Everything that deeds ask for.
fn given() -> Particulars {
    Particulars {
        evidence: "12/BC".to_owned(),
        reason: "Chờ hướng dẫn".to_owned(),
        document: "Công văn số 9/UBND-KT ngày 12/6/2023".to_owned(),
        delay_cause: "Chờ hướng dẫn của cấp trên".to_owned(),
        ..Particulars::default()
    }
}

/// A task in every class of the first document, some of two others of one issuer, and one that no superior gave.
fn furnished() -> (Desk, Task) {
    let desk = Desk::new();
    let mut early = desk.sit_on("cv.snv", day("2023-05-04"));
    register(
        &mut early,
        "Nghị quyết số 76/NQ-CP",
        "2021-07-15",
        "Chính phủ",
    );
    let minister = "Thủ tướng Chính phủ";
    register(
        &mut early,
        "Quyết định số 468/QĐ-TTg",
        "2021-03-27",
        minister,
    );
    register(&mut early, "Chỉ thị số 23/CT-TTg", "2021-09-02", minister);
    let mut give = |document, agency, deadline| give(&mut early, document, agency, deadline);
    give(RESOLUTION, "STP", "30/6/2023");
    let late = give(RESOLUTION, "STP", "31/5/2023");
    let on_time = give(RESOLUTION, "STTTT", "30/6/2023");
    let done_late = give(RESOLUTION, "STTTT", "31/5/2023");
    let waiting = give(RESOLUTION, "STTTT", "31/5/2023");
    give(RESOLUTION, "STC", "");
    let excused = give(DECISION, "STP", "31/5/2023");
    let suspended = give(DIRECTIVE, "STC", "30/6/2023");
    let dropped = give(DIRECTIVE, "STC", "30/6/2023");
    give(PLAN, "STP", "31/5/2023");
    let mut monitor = desk.sit("cv.snv");
    let mut leader = desk.sit("ld.ubnd");
    for task in [&on_time, &done_late, &waiting] {
        done(&mut monitor, task, Deed::Accept, &Particulars::default());
        done(&mut monitor, task, Deed::Submit, &given());
    }
    for task in [&on_time, &done_late] {
        done(&mut leader, task, Deed::Confirm, &Particulars::default());
    }
    done(&mut leader, &excused, Deed::Excuse, &given());
    done(&mut leader, &suspended, Deed::Suspend, &given());
    done(&mut leader, &dropped, Deed::Drop, &given());
    (desk, late)
}

fn counts(made: &Report, row: &[Cell]) -> [i64; 7] {
    COUNTED.map(|name| count_of(made, row, name))
}

/// Each row by its issuer with its counts, then the total; every number opens as many tasks as it says.
fn counted(session: &mut Session, spec: &Spec) -> Vec<(String, [i64; 7])> {
    let made = report(session, spec);
    let mut all = Vec::new();
    for row in made.rows.iter() {
        let Cell::Text(issuer) = &row.cells[0] else {
            panic!("{:?}", row.cells);
        };
        all.push((issuer.clone(), counts(&made, &row.cells)));
        let opens = row.opens.as_ref().expect("leads somewhere");
        for column in made.columns.iter().filter(|it| it.holds == Holds::Count) {
            let Opens::Tasks(query) = opens.of_column(Some(column.name)) else {
                panic!("{} opens no list", column.name);
            };
            let told = count_of(&made, &row.cells, column.name);
            assert_eq!(
                found(session, query),
                told,
                "{issuer}, {}: {spec:?}",
                column.name
            );
        }
    }
    let total = made.total.as_ref().expect("a total");
    all.push(("total".to_owned(), counts(&made, total)));
    all
}

#[test]
fn what_superiors_gave_is_counted_by_issuer_to_the_digit_and_opens_its_rows() {
    let (desk, late) = furnished();
    let mut session = desk.sit("cv.snv");
    let of = |issuer: &str, counts: [i64; 7]| (issuer.to_owned(), counts);
    let spec = Spec::new(Kind::Superior);
    // All, done on time, done late, open in time, open and late, not judged, excused.
    let expected = [
        of("Chính phủ", [6, 1, 1, 2, 1, 1, 0]),
        of("Thủ tướng Chính phủ", [2, 0, 0, 0, 1, 1, 1]),
        of("total", [8, 1, 1, 2, 2, 2, 1]),
    ];
    assert_eq!(counted(&mut session, &spec), expected);
    let made = report(&mut session, &spec);
    let opens = made.rows.opens(0).expect("leads somewhere");
    let Opens::Tasks(query) = opens.of_column(Some("open_late")) else {
        panic!("no list");
    };
    let request = Request::Page {
        query: (**query).clone(),
        anchor: Anchor::First,
        limit: 10,
    };
    let Answer::Page(page) = session.ask(&request) else {
        panic!("no page");
    };
    let ids: Vec<TaskId> = page.tasks.iter().map(|task| task.id).collect();
    assert_eq!(ids, [late.id], "the one that is late, and no other");
}

#[test]
fn what_superiors_gave_is_counted_for_an_agency_and_for_days() {
    let (desk, _) = furnished();
    let mut session = desk.sit("cv.snv");
    let of = |issuer: &str, counts: [i64; 7]| (issuer.to_owned(), counts);
    let may = Period::read("tháng 5/2023", session.facts().today);
    let due = Spec {
        period: may,
        ..Spec::new(Kind::Superior)
    };
    let expected = [
        of("Chính phủ", [3, 0, 1, 1, 1, 0, 0]),
        of("Thủ tướng Chính phủ", [1, 0, 0, 0, 1, 0, 1]),
        of("total", [4, 0, 1, 1, 2, 0, 1]),
    ];
    assert_eq!(counted(&mut session, &due), expected);
    // Given on the day of their document: of the two of one issuer, one is of these months.
    let assigned = Spec {
        period: Period::read("quý III/2021", session.facts().today),
        basis: Basis::Assigned,
        ..Spec::new(Kind::Superior)
    };
    let expected = [
        of("Chính phủ", [6, 1, 1, 2, 1, 1, 0]),
        of("Thủ tướng Chính phủ", [1, 0, 0, 0, 0, 1, 0]),
        of("total", [7, 1, 1, 2, 1, 2, 0]),
    ];
    assert_eq!(counted(&mut session, &assigned), expected);
    let alone = Spec {
        agency: Some(session.code("STTTT")),
        ..Spec::new(Kind::Superior)
    };
    let expected = [
        of("Chính phủ", [3, 1, 1, 1, 0, 0, 0]),
        of("total", [3, 1, 1, 1, 0, 0, 0]),
    ];
    assert_eq!(counted(&mut session, &alone), expected);
}
