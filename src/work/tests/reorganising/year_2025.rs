//! The reorganisations of 2025, one after the other, from the file of agencies.

use super::*;

#[test]
fn march_and_july_of_2025_hand_over_what_is_open_and_leave_what_is_closed() {
    let desk = february();
    let file = official();
    let ending: Vec<&str> = file
        .iter()
        .filter(|it| matches!(it.valid_to, Some(last) if last >= day("2025-02-28") && last <= day("2025-06-30")))
        .filter(|it| !it.begins_after(day("2025-02-28")))
        .map(|it| it.code.as_str())
        .collect();
    for code in &ending {
        fill(
            &desk,
            code,
            Status::InProgress,
            &[format!("Việc đang làm của {code}")],
        );
        fill(
            &desk,
            code,
            Status::Done,
            &[format!("Việc đã xong của {code}")],
        );
    }
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    for step in steps_of(&file, day("2025-03-01")) {
        admin.carry("2025-03-01", step);
    }
    // KHĐT and the board for reform of enterprises went to Tài chính, with their clocks.
    let open: Vec<Task> = admin
        .all_of("STC")
        .into_iter()
        .filter(|it| !it.status.is_closed())
        .collect();
    assert_eq!(open.len(), 2);
    for task in &open {
        assert_eq!(
            (task.status, task.due),
            (Status::InProgress, Some(day("2025-03-14")))
        );
        assert_eq!(
            (task.transfers, task.extensions),
            (0, 0),
            "no transfer, no extension"
        );
    }
    for code in ending.iter().filter(|code| !["STNMT", "Q1"].contains(code)) {
        let left = admin.all_of(code);
        let is_ended = admin
            .facts()
            .agencies
            .iter()
            .any(|it| it.code == **code && it.ended_before(day("2025-03-01")));
        let is_split = *code == "SLDTBXH";
        let wanted = if is_ended && !is_split {
            vec![Status::Done]
        } else {
            vec![Status::Done, Status::InProgress]
        };
        assert_eq!(statuses(&left), wanted, "{code}");
    }
    // Labour was split five ways: nobody takes over by itself.
    let orphans = admin.orphans();
    assert_eq!(orphans.len(), 1);
    assert_eq!(
        orphans.first().map(|it| it.agency),
        Some(admin.code("SLDTBXH"))
    );

    let mut admin = desk.sit_on("qt.snv", day("2025-05-01"));
    for step in steps_of(&file, day("2025-05-01")) {
        admin.carry("2025-05-01", step);
    }
    let mut admin = desk.sit_on("qt.snv", day("2025-07-01"));
    let districts = ending.iter().filter(|code| {
        let row = by_code(&file, code).expect("there");
        row.valid_to == Some(day("2025-06-30")) && row.successors.len() > 1
    });
    let districts = districts.count();
    for step in steps_of(&file, day("2025-07-01")) {
        admin.carry("2025-07-01", step);
    }
    // The district level is gone: its open tasks wait, those of Bình Dương are the city's.
    assert_eq!(districts, 22);
    assert_eq!(admin.orphans().len(), 1 + districts);
    assert_eq!(admin.all_of("UBNDTP").len(), 2);
    let home = match admin.ask(&Request::Home) {
        Answer::Home(home) => home.count(crate::domain::concern::Concern::Orphans),
        other => panic!("no home: {other:?}"),
    };
    assert_eq!(home, 23);
    // Quận Bình Thạnh is not phường Bình Thạnh.
    assert_eq!(admin.all_of("QBTHANH").len(), 2);
    assert_eq!(admin.all_of("P-BINHTHANH").len(), 0);

    let mut admin = desk.sit_on("qt.snv", day("2025-10-01"));
    for step in steps_of(&file, day("2025-10-01")) {
        admin.carry("2025-10-01", step);
    }
    let facts = admin.facts().clone();
    let versions = facts
        .agencies
        .iter()
        .filter(|it| it.name == "Sở Quy hoạch - Kiến trúc");
    assert_eq!(versions.count(), 2);
    assert_eq!(
        admin.all_of("SQHKT2").len(),
        0,
        "another agency, with nothing of the old one"
    );

    // By the agency of the time and by today's: the same tasks.
    let Answer::Agencies(then) = admin.ask(&Request::Agencies) else {
        panic!("no agencies");
    };
    let now = by_today(&then, &facts.agencies, facts.today);
    let sum = |rows: &[crate::domain::count::AgencyCounts]| -> i64 {
        rows.iter().map(|it| it.counts.given()).sum()
    };
    assert_eq!(sum(&then), sum(&now));
    let of = |rows: &[crate::domain::count::AgencyCounts], code: &str| {
        let id = by_code(&facts.agencies, code).expect("there").id;
        rows.iter()
            .find(|it| it.agency == id)
            .map(|it| (it.counts.open, it.counts.done()))
    };
    assert_eq!(of(&then, "STC"), Some((2, 0)));
    assert_eq!(
        of(&now, "STC"),
        Some((2, 2)),
        "what KHĐT finished counts for Tài chính"
    );
    assert_eq!(of(&then, "SKHDT"), Some((0, 1)));
    assert_eq!(of(&now, "SKHDT"), None);
    // Giao thông vận tải, Giao thông công chánh, Xây dựng: all the way.
    assert_eq!(of(&now, "SXD"), Some((3, 3)));
}
