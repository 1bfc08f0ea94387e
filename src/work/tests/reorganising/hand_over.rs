//! Open tasks that go over: many, recurring, worked on since, broken off.

use super::*;

#[test]
fn many_tasks_go_over_in_slices_and_come_back_as_one() {
    let desk = february();
    fill(&desk, "SKHDT", Status::InProgress, &titles("Việc", 1_203));
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    admin.carry("2025-03-01", merge(&["SKHDT"], known("STC")));
    assert_eq!(admin.all_of("STC").len(), 1_203);
    let back = admin.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (1_203, 0));
    assert_eq!(admin.all_of("SKHDT").len(), 1_203);
    assert!(
        admin
            .facts()
            .agencies
            .iter()
            .all(|it| it.code != "SKHDT" || it.valid_to.is_none())
    );
    assert!(matches!(admin.undo(), Err(Error::NothingToUndo)));
}

#[test]
fn a_series_lives_on_at_the_successor() {
    let desk = february();
    let mut monitor = desk.sit_on("cv.snv", day("2025-02-10"));
    monitor.enter("Báo cáo tháng", "STTTT", "Hằng tháng, trước ngày 25");
    let later_than_march = |tasks: &[Task]| {
        let is_later = |task: &&Task| task.due >= Some(day("2025-04-01"));
        tasks.iter().filter(is_later).count()
    };
    // A month passes before anybody hands over: the period that ends in April began at nobody's.
    let mut admin = desk.sit_on("qt.snv", day("2025-02-20"));
    admin.carry("2025-03-01", merge(&["STTTT"], known("SKHCN")));
    let mut admin = desk.sit_on("qt.snv", day("2025-04-01"));
    assert_eq!(later_than_march(&admin.all_of("STTTT")), 0);
    let rule = Rule {
        which: Which::All,
        from: Some(admin.code("STTTT")),
        to: None,
    };
    let done = admin.settle(rule);
    assert_eq!(done.moves.first().map(|it| it.series), Some(1));
    assert_eq!(
        later_than_march(&admin.all_of("SKHCN")),
        1,
        "the missed one"
    );
    let mut later = desk.sit_on("qt.snv", day("2025-05-05"));
    assert_eq!(later_than_march(&later.all_of("SKHCN")), 2, "and the next");
}

#[test]
fn work_goes_on_after_a_hand_over_and_keeps_it_from_being_taken_back() {
    let desk = february();
    let ids = fill(&desk, "STTTT", Status::NotStarted, &titles("Việc", 2));
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    admin.carry("2025-03-01", merge(&["STTTT"], known("SKHCN")));
    let mut clerk = desk.sit_on("cv.stttt", day("2025-03-03"));
    let task = clerk.see(*ids.first().expect("a task"));
    clerk.wish(&task, Deed::Accept, Default::default());
    let back = admin.undo().expect("taken back");
    assert_eq!(
        (back.done.len(), back.left.len()),
        (1, 1),
        "what was worked on since stays"
    );
}

#[test]
fn what_broke_off_between_two_slices_goes_on_when_it_is_asked_again_and_comes_back_as_one() {
    let desk = february();
    fill(&desk, "SKHDT", Status::InProgress, &titles("Việc", 2_203));
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    let plan = Reorganisation {
        on: day("2025-03-01"),
        document: NQ.to_owned(),
        step: merge(&["SKHDT"], known("STC")),
    };
    let request = Request::Reorganise {
        key: OperationKey::fresh(),
        plan,
        is_rehearsal: false,
    };
    // Ended twice, each time after another slice.
    for done in [1_000, 500] {
        let cancel = Cancel::default();
        let flag = cancel.clone();
        let mut progress = Progress::new(cancel, move |at, _| {
            if at >= done {
                flag.set();
            }
        });
        let ended = admin.answer_with(&request, &mut progress);
        assert!(matches!(ended, Err(Error::Cancelled)), "{ended:?}");
    }
    admin.ask(&request);
    assert_eq!(admin.all_of("STC").len(), 2_203);
    let back = admin.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (2_203, 0));

    // So it is with a rule.
    let rule = Rule {
        from: Some(admin.code("SKHDT")),
        to: Some(admin.code("STC")),
        which: Which::All,
    };
    let request = Request::HandOver {
        key: OperationKey::fresh(),
        rule,
        document: NQ.to_owned(),
        is_rehearsal: false,
    };
    let cancel = Cancel::default();
    let flag = cancel.clone();
    let mut progress = Progress::new(cancel, move |at, _| {
        if at >= 1_000 {
            flag.set();
        }
    });
    let ended = admin.answer_with(&request, &mut progress);
    assert!(matches!(ended, Err(Error::Cancelled)), "{ended:?}");
    admin.ask(&request);
    assert_eq!(admin.all_of("STC").len(), 2_203);
    admin.ask(&request);
    let back = admin.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (2_203, 0));
}
