//! Versions begin and end, are logged on both sides, and are taken back.

use super::*;

#[test]
fn a_merger_is_logged_on_both_sides_and_taken_back_as_one() {
    let desk = february();
    let open = fill(&desk, "STTTT", Status::Awaiting, &titles("Báo cáo", 1));
    fill(&desk, "STTTT", Status::Suspended, &titles("Tạm dừng", 1));
    fill(&desk, "STTTT", Status::Done, &titles("Xong", 2));
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    let step = merge(&["STTTT"], known("SKHCN"));
    let would = admin
        .try_plan("2025-03-01", step.clone(), true)
        .expect("a rehearsal");
    let [one] = would.moves.as_slice() else {
        panic!("one way: {would:?}");
    };
    assert_eq!(
        (one.open, one.closed, one.to.as_deref()),
        (2, Some(2), Some("SKHCN"))
    );
    assert_eq!(
        would.accounts.first().map(|it| it.login.as_str()),
        Some("cv.stttt")
    );
    assert_eq!(admin.all_of("SKHCN").len(), 0, "a rehearsal writes nothing");
    let done = admin.carry("2025-03-01", step);
    assert!(done.operation.is_some());
    assert_eq!(
        statuses(&admin.all_of("SKHCN")),
        [Status::Awaiting, Status::Suspended]
    );
    let log = admin
        .store
        .log(open.first().copied(), None, 1)
        .expect("a log");
    let last = log.first().expect("a change");
    assert_eq!(
        (
            last.what.as_str(),
            last.document.as_str(),
            last.who.as_str()
        ),
        (HAND_OVER, NQ, "qt.snv")
    );
    let id = admin.code("STTTT");
    let Answer::AgencySheet(sheet) = admin.ask(&Request::AgencySheet { id }) else {
        panic!("no sheet");
    };
    assert_eq!(sheet.agency.valid_to, Some(day("2025-02-28")));
    assert_eq!(sheet.log.first().map(|it| it.document.as_str()), Some(NQ));
    assert_eq!(sheet.counts.done(), 2);
    // The clerk is at the successor, and finds the work there.
    let clerk = desk.sit_on("cv.stttt", day("2025-03-03"));
    assert_eq!(clerk.user().agency, Some(clerk.code("SKHCN")));

    let back = admin.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (2, 0));
    assert_eq!(admin.all_of("STTTT").len(), 4);
    assert_eq!(admin.facts().agency(id).expect("there").valid_to, None);
    let clerk = desk.sit_on("cv.stttt", day("2025-03-03"));
    assert_eq!(clerk.user().agency, Some(id));
    admin.redo().expect("done again");
    assert_eq!(admin.all_of("SKHCN").len(), 2);
    assert_eq!(
        admin.facts().agency(id).expect("there").valid_to,
        Some(day("2025-02-28"))
    );
}

#[test]
fn a_founded_agency_that_is_taken_back_leaves_its_code_free() {
    let desk = february();
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    let step = Step::Found {
        new: Newcomer {
            name: "Sở Giao thông công chánh".to_owned(),
            ..Newcomer::default()
        },
    };
    let done = admin.carry("2025-03-01", step.clone());
    let id = done.beginning.first().expect("one begins").id;
    assert_ne!(id, AgencyId(0));
    admin.undo().expect("taken back");
    assert!(admin.facts().agency(id).expect("its row stays").is_void());
    assert!(!ended(&admin.facts().agencies, day("2030-01-01")).is_empty());
    let again = admin.carry("2025-03-01", step);
    let again = again.beginning.first().expect("one begins");
    assert_eq!((again.id, again.code.as_str()), (id, "SGTCC"));
}

#[test]
fn of_two_administrators_the_second_hears_what_the_first_has_done() {
    let desk = february();
    let mut one = desk.sit_on("qt.snv", day("2025-03-01"));
    let mut other = desk.sit_on("qt2.snv", day("2025-03-01"));
    one.carry("2025-03-01", merge(&["STTTT"], known("SKHCN")));
    let refused = other.try_plan("2025-03-01", merge(&["STTTT"], known("SNV")), false);
    let flaw = Flaw::Ended {
        code: "STTTT".to_owned(),
        on: day("2025-02-28"),
    };
    assert!(matches!(refused, Err(Error::Reorganisation(found)) if found == flaw));
    // A later change of the same agency keeps the first from being taken back.
    other.carry("2025-04-01", merge(&["SKHCN"], known("SNV")));
    one.undo().expect("the row of STTTT is as it was left");
    other.undo().expect("taken back");
}

#[test]
fn only_administrators_reorganise() {
    let desk = february();
    for login in ["cv.snv", "cv.stttt"] {
        let mut session = desk.sit_on(login, day("2025-03-01"));
        let step = merge(&["STTTT"], known("SKHCN"));
        assert!(matches!(
            session.try_plan("2025-03-01", step, false),
            Err(Error::ForAdministrators)
        ));
    }
}
