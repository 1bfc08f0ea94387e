//! What waits for a lead, and how it gets one.

use super::*;

#[test]
fn what_is_decided_for_a_later_day_goes_over_by_the_rule_of_successors() {
    let desk = february();
    let tasks = fill(&desk, "STTTT", Status::InProgress, &titles("Việc", 2));
    let mut admin = desk.sit_on("qt.snv", day("2025-02-20"));
    let done = admin.carry("2025-03-01", merge(&["STTTT"], known("SKHCN")));
    assert!(done.is_later);
    assert_eq!(admin.all_of("STTTT").len(), 2, "the day has not come");
    assert_eq!(admin.orphans().len(), 0);
    let mut admin = desk.sit_on("qt.snv", day("2025-03-03"));
    assert_eq!(admin.orphans().len(), 2);
    let by_heir = Rule {
        which: Which::All,
        from: None,
        to: None,
    };
    let done = admin.settle(by_heir.clone());
    assert_eq!((done.handed(), done.accounts.len()), (2, 1));
    assert_eq!(admin.orphans().len(), 0);
    let first = admin.see(*tasks.first().expect("a task"));
    assert_eq!(first.agency, admin.code("SKHCN"));
    assert!(matches!(
        admin.try_rule(by_heir, false),
        Err(Error::Reorganisation(Flaw::NoTasks))
    ));
}

#[test]
fn orphans_are_settled_by_area_by_place_and_one_by_one() {
    let desk = february();
    let mut named: Vec<String> = vec!["Chỉnh trang phường Sài Gòn".to_owned()];
    named.extend(titles("Rà soát thủ tục", 3));
    let ids = fill(&desk, "Q1", Status::InProgress, &named);
    let file = official();
    let mut admin = desk.sit_on("qt.snv", day("2025-07-01"));
    // Only what the first district needs: its four communes.
    let step = Step::Split {
        code: "Q1".to_owned(),
        into: ["P-SAIGON", "P-TANDINH", "P-BENTHANH", "P-CAUONGLANH"]
            .into_iter()
            .map(|code| {
                let row = by_code(&file, code).expect("a row");
                Heir::New(Newcomer {
                    name: row.name.clone(),
                    ..Newcomer::default()
                })
            })
            .collect(),
    };
    let done = admin.carry("2025-07-01", step);
    assert_eq!((done.handed(), done.orphans()), (0, 4));
    assert_eq!(admin.orphans().len(), 4);
    let to = |admin: &Session, code: &str| Some(admin.code(code));
    let place = Rule {
        which: Which::Words("phuong sai gon".to_owned()),
        from: None,
        to: to(&admin, "P-SAIGON"),
    };
    assert_eq!(
        admin
            .try_rule(place.clone(), true)
            .expect("a rehearsal")
            .handed(),
        1
    );
    admin.settle(place);
    assert_eq!(admin.all_of("P-SAIGON").len(), 1);
    let task = admin.see(*ids.get(1).expect("a task"));
    let one = Rule {
        which: Which::These(vec![(task.id, task.version)]),
        from: None,
        to: to(&admin, "P-TANDINH"),
    };
    admin.settle(one);
    assert_eq!(admin.see(task.id).agency, admin.code("P-TANDINH"));
    let rest = Rule {
        which: Which::All,
        from: Some(admin.code("Q1")),
        to: to(&admin, "P-BENTHANH"),
    };
    assert_eq!(admin.settle(rest).handed(), 2);
    assert_eq!(admin.orphans().len(), 0);
    admin.undo().expect("taken back");
    assert_eq!(admin.orphans().len(), 2, "a rule is one step");

    let ended = Rule {
        which: Which::All,
        from: None,
        to: to(&admin, "Q1"),
    };
    assert!(
        matches!(admin.try_rule(ended, true), Err(Error::Reorganisation(Flaw::HeirEnded(code))) if code == "Q1")
    );
}

#[test]
fn a_task_whose_lead_is_not_known_waits_for_one_too() {
    let desk = february();
    let mut monitor = desk.sit_on("cv.snv", day("2025-02-10"));
    let path = desk.file(
        "a.csv",
        "1,Rà soát thủ tục,,,cơ quan soạn thảo,,30/6/2025,Kế hoạch số 5/KH-UBND ngày 02/01/2025",
    );
    monitor.import(path, false);
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    let orphans = admin.orphans();
    let task = orphans.first().expect("an orphan").clone();
    assert_eq!(task.agency, AgencyId::UNRESOLVED);
    assert!(task.needs_review());
    let to = Some(admin.code("STP"));
    admin.settle(Rule {
        which: Which::These(vec![(task.id, task.version)]),
        from: None,
        to,
    });
    let task = admin.see(task.id);
    assert_eq!(
        (task.agency, task.needs_review()),
        (admin.code("STP"), false)
    );
    // Who was faster is not written over.
    let stale = Rule {
        which: Which::These(vec![(task.id, 1)]),
        from: to,
        to: Some(admin.code("STC")),
    };
    admin.try_rule(stale, false).expect("nothing to write");
    assert_eq!(admin.see(task.id).agency, admin.code("STP"));
}
