//! "Quản trị" as an administrator works in it: agencies in time, what waits for a lead, days off.

#![allow(clippy::panic)] // a story that cannot go on fails

#[path = "desk/mod.rs"]
mod desk;

use cchc::domain::calendar::{DayKind, DayOff};
use cchc::ui::screen::{Screen, Unsaved};
use cchc::ui::screens;
use cchc::work::request::{Answer, OperationKey, Request};
use desk::{Desk, Office, day};

fn sit(login: &str, screen: Box<dyn Screen>) -> Desk<Office> {
    Desk::at_sample((80, 24), login, screen)
}

/// How many open tasks an agency has.
fn open(desk: &mut Desk<Office>, code: &str) -> i64 {
    let facts = desk.office.facts().clone();
    let found = facts.agencies.iter().find(|it| it.code == code);
    let id = found.expect("an agency").id;
    let Ok(Answer::Agencies(counts)) = desk.office.answer(&Request::Agencies) else {
        panic!("no counts");
    };
    let one = counts.iter().find(|one| one.agency == id);
    one.map_or(0, |one| {
        let counts = one.counts;
        counts.open + counts.no_due + counts.suspended + counts.drafts
    })
}

#[test]
fn an_administrator_merges_an_agency_sees_what_will_happen_and_takes_it_back() {
    let mut desk = sit("qt.snv", screens::agencies_in_time());
    let before = (open(&mut desk, "SDL"), open(&mut desk, "SVHTT"));
    assert!(before.0 > 0, "the sample gives Sở Du lịch something to do");
    desk.press("sdl").shows("Sở Du lịch").hides("Sở Tư pháp");
    desk.press("<F6>").shows("Sáp nhập");
    desk.press("<Down><Enter>");
    desk.shows("Nơi tiếp nhận").shows("Văn bản");
    // Without a document nothing is reorganised.
    desk.press("svhtt<Enter><F10>").shows("Văn bản");
    desk.press("QĐ 5/QĐ-UBND<F10>");
    println!("{}", desk.picture());
    desk.shows("Sẽ làm: Sáp nhập Sở Du lịch")
        .shows("SDL Sở Du lịch: kết thúc 14/06/2023")
        .shows(&format!("{} nhiệm vụ đang mở: SDL → SVHTT", before.0));
    assert_eq!(open(&mut desk, "SDL"), before.0, "nothing is written yet");
    // Enter is not enough for this.
    desk.press("<Enter>").shows("Sẽ làm");
    desk.press("<F10>").shows("Đã bàn giao");
    assert_eq!(open(&mut desk, "SDL"), 0);
    assert_eq!(open(&mut desk, "SVHTT"), before.0 + before.1);
    desk.press("<F11>")
        .shows("mọi thời kỳ")
        .shows("đến 14/06/2023");
    desk.press("<Enter>")
        .shows("Chuyển thành")
        .shows("QĐ 5/QĐ-UBND");
    desk.press("<F12><F9>").shows("Đã hoàn tác");
    assert_eq!(open(&mut desk, "SDL"), before.0);
    desk.hides("đến 14/06/2023");
}

#[test]
fn a_slip_in_a_name_is_corrected_in_the_fields_as_they_stand_and_taken_back() {
    let mut desk = sit("qt.snv", screens::agencies_in_time());
    desk.press("sdl<F6>dinh chinh<Enter>");
    desk.shows("Đính chính")
        .shows("Sở Du lịch")
        .shows("Giám đốc");
    // As it stands there is nothing to put right.
    desk.press("<F10>").shows("không có gì để đính chính");
    desk.press("<End> Thành phố<F10>");
    println!("{}", desk.picture());
    desk.shows("Sẽ làm: Đính chính Sở Du lịch")
        .shows("SDL, Tên: Sở Du lịch → Sở Du lịch Thành phố")
        .hides("nhiệm vụ đang mở");
    desk.press("<F10>")
        .shows("Đã ghi")
        .shows("Sở Du lịch Thành phố");
    desk.press("<F9>")
        .hides("Sở Du lịch Thành phố")
        .shows("Đã hoàn tác. ")
        .hides("0 nhiệm vụ");
}

#[test]
fn what_was_typed_for_one_agency_waits_for_it_and_is_not_offered_for_another() {
    let mut desk = sit("qt.snv", screens::agencies_in_time());
    desk.press("sdl<F6>doi ten<Enter>Sở Du lịch mới<F12>");
    desk.press("<BS><BS><BS>snv<F6>doi ten<Enter>")
        .shows("Sở Nội vụ")
        .hides("Sở Du lịch mới");
    desk.press("<F12><BS><BS><BS>sdl<F6>doi ten<Enter>")
        .shows("Sở Du lịch mới");
}

#[test]
fn who_may_not_change_agencies_may_look() {
    let mut desk = sit("cv.snv", screens::agencies_in_time());
    desk.press("sdl<F6>").shows("Chỉ quản trị");
    desk.press("<Enter>").shows("Người đứng đầu");
    desk.press("<F12><F8>").shows("Lịch nghỉ năm 2023");
    desk.press("<F6>").shows("Chỉ quản trị");
}

#[test]
fn what_waits_after_a_dissolution_is_settled_one_by_one_and_by_rule() {
    let mut desk = sit("qt.snv", screens::agencies_in_time());
    let waiting = open(&mut desk, "SDL");
    desk.press("sdl<F6>giai<Enter>").shows("Giải thể");
    desk.press("<Enter>QĐ 6/QĐ-UBND<F10>")
        .shows("chưa có đơn vị tiếp nhận");
    desk.press("<F10>").shows("Đã bàn giao 0 nhiệm vụ");
    desk.press("<F7>")
        .shows("Chưa có đơn vị tiếp nhận")
        .shows("SDL");
    desk.press("dulich<BS><BS><BS><BS><BS><BS>sdl<Enter>")
        .shows("Chưa có nơi nhận: SDL");
    desk.press("<F4>svhtt<Enter>QĐ 7/QĐ-UBND<F10>");
    println!("{}", desk.picture());
    desk.shows("SDL → SVHTT");
    desk.press("<F10>").shows("Đã bàn giao 1 nhiệm vụ");
    assert_eq!(open(&mut desk, "SDL"), waiting - 1);
    // The rest by rule.
    desk.press("<F12><F4>stc<Enter>QĐ 8/QĐ-UBND<F10><F10>");
    assert_eq!(open(&mut desk, "SDL"), 0);
    desk.hides("Sở Du lịch");
    // A rule is one step.
    desk.press("<F9>");
    assert_eq!(open(&mut desk, "SDL"), waiting - 1);
}

#[test]
fn a_day_off_is_entered_marked_as_projected_and_removed() {
    let mut desk = sit("qt.snv", screens::days_off());
    desk.shows("Lịch nghỉ năm 2023").shows("Quốc khánh");
    desk.press("<F6>10/07/2023<Enter>Nghỉ thử<Enter><Enter> <F10>");
    desk.shows("Sẽ làm")
        .shows("10/07/2023 Nghỉ thử: nghỉ lễ, dự kiến");
    desk.press("<F10>")
        .press("nghi thu")
        .shows("10/07/2023 T2")
        .shows("dự kiến");
    desk.press("<Del>").shows("Bỏ 10/07/2023");
    desk.press("<F10>");
    desk.hides("10/07/2023 T2");
    // A year that nobody announced says so.
    desk.press("<BS><BS><BS><BS><BS><BS><BS><BS><Left>")
        .shows("2022");
}

#[test]
fn the_month_of_a_year_that_nobody_announced_says_so() {
    let mut desk = sit("qt.snv", screens::days_off());
    desk.press("<F6><F4>")
        .shows("Tháng 6/2023")
        .hides("chưa có lịch");
    desk.press(&"<PgDn>".repeat(48));
    desk.shows("Tháng 6/2027")
        .shows("Năm 2027 chưa có lịch nghỉ chính thức");
}

#[test]
fn the_main_screen_lists_by_the_agency_of_the_time_or_by_todays_successor() {
    let mut desk = sit("qt.snv", screens::agencies_in_time());
    let both = open(&mut desk, "SDL") + open(&mut desk, "SVHTT");
    desk.press("sdl<F6><Down><Enter>svhtt<Enter><F10>QĐ 5/QĐ-UBND<F10><F10>");
    assert_eq!(open(&mut desk, "SVHTT"), both);
    desk.press(":nhiem vu<Enter>")
        .shows("Nhiệm vụ theo cơ quan");
    desk.press("<F4>svhtt<Enter>");
    assert_eq!(listed(&desk), 1, "only its own");
    desk.press("b").shows("Nhiệm vụ theo nơi tiếp nhận");
    assert_eq!(listed(&desk), 2, "and what Sở Du lịch has closed");
    desk.press("b").shows("Nhiệm vụ theo người đứng đầu");
    desk.shows("Giám đốc Sở Văn hóa và Thể thao")
        .shows("GĐ SNV");
    assert_eq!(listed(&desk), 1, "those of the head of the time");
    desk.press("b").shows("Nhiệm vụ theo cơ quan");
    assert_eq!(listed(&desk), 1);
}

/// Whose tasks were asked for last.
fn listed(desk: &Desk<Office>) -> usize {
    let asked = desk.asked().iter().rev();
    let mut pages = asked.filter_map(|request| match request {
        Request::Page { query, .. } => Some(query.filter.agencies.len()),
        _ => None,
    });
    pages.next().unwrap_or(0)
}

#[test]
fn an_administrator_sets_when_a_task_may_be_urged_again_and_takes_it_back() {
    let mut desk = sit("qt.snv", screens::home(Vec::new(), None));
    desk.press(":cai dat<Enter>");
    println!("{}", desk.picture());
    desk.shows("Cài đặt")
        .shows("Sắp đến hạn")
        .shows("Đôn đốc lại")
        .shows("0 đến 60 ngày; thường là 7");
    desk.press("<F10>").shows("Chưa thay đổi gì.");
    desk.press("<Down><Down><C-u>99<F10>")
        .shows("0 đến 30 ngày");
    desk.press("<C-u>5<F10>").shows("Đã ghi 1 cài đặt");
    assert_eq!(desk.office.facts().thresholds.urge_gap, 5);
    desk.press("<F9>").shows("Đã hoàn tác");
    assert_eq!(desk.office.facts().thresholds.urge_gap, 1);
}

#[test]
fn who_is_no_administrator_looks_at_the_settings_and_changes_none() {
    let mut desk = sit("cv.snv", screens::settings());
    desk.shows("Chỉ quản trị được sửa cài đặt");
    desk.press("<C-u>9<F10>")
        .shows("Chỉ quản trị được sửa cài đặt");
    assert_eq!(desk.office.facts().thresholds.soon, 7);
}

#[test]
fn of_two_who_change_a_day_off_the_slower_sees_the_other_one_keeps_the_own_and_decides() {
    let date = day("2023-09-01");
    let other = DayOff {
        date,
        name: "Quốc khánh, bù".to_owned(),
        kind: DayKind::SwapOff,
        projected: false,
    };
    let mut desk = sit("qt.snv", screens::days_off());
    let there = desk.office.facts().calendar.day_off(date).cloned();
    let there = there.expect("a day off of the sample");
    desk.press(&there.name.to_lowercase()).press("<Home>");
    while !desk.cursor_line().contains("01/09/2023") {
        desk.press("<Down>");
    }
    desk.press("<Enter><Tab><End> thử<F10>").shows("Sẽ làm");
    // Between the look at what will happen and the yes to it.
    let save = Request::SaveDays {
        key: OperationKey::fresh(),
        seen: vec![there.clone()],
        set: vec![other.clone()],
        remove: Vec::new(),
        is_rehearsal: false,
    };
    desk.office.answer(&save).expect("somebody else");
    desk.press("<F10>");
    println!("{}", desk.picture());
    desk.shows("Người khác vừa ghi ngày 01/09/2023")
        .shows(&format!("{} thử", there.name));
    assert_eq!(desk.office.facts().calendar.day_off(date), Some(&other));
    // Kind and state, which were not touched, are the other one's.
    desk.press("<F10>").shows("Sẽ làm");
    desk.press("<F10>");
    let now = desk.office.facts().calendar.day_off(date).cloned();
    let now = now.expect("a day off");
    assert_eq!(now.kind, DayKind::SwapOff);
    assert_eq!(now.name, format!("{} thử", there.name));
}

#[test]
fn settings_that_an_administrator_began_are_not_offered_to_the_clerk_that_they_are_now_and_are_kept()
 {
    let begun = vec![Unsaved {
        place: "settings".to_owned(),
        fields: vec![("soon".to_owned(), "41".to_owned())],
    }];
    let home = || screens::home(begun.clone(), None);
    let mut desk = sit("cv.snv", home());
    desk.hides("nhập dở");
    desk.press("<F10>").hides("giữ");
    desk.press(":cài đặt<Enter>").hides("41").shows("[7");
    desk.press("<Esc>");
    assert_eq!(desk.app().unsaved(), begun);
    // Who may set them goes on.
    let mut desk = sit("qt.snv", home());
    desk.shows("còn 1 nội dung nhập dở");
    desk.press(":cài đặt<Enter>").shows("41");
}

/// A form of what is there already: who sits before which screen; the keys to its row, those that open it, what is
/// typed, and a piece of that.
type Begun = (&'static str, fn() -> Box<dyn Screen>, [&'static str; 4]);

const BEGUN: [Begun; 12] = [
    (
        "qt.snv",
        screens::agencies_in_time,
        ["sdl", "<F6>dinh chinh<Enter>", "<End> thử", "lịch thử"],
    ),
    (
        "qt.snv",
        screens::users,
        ["cv.stp", "<Enter>", "lãnh đạo<Tab>STC<Tab>", "Sở Tài chính"],
    ),
    (
        "qt.snv",
        screens::agencies_in_time,
        ["", ":cài đặt<Enter>", "<Up><Up>CV thử<Up>", "CV thử"],
    ),
    (
        "qt.snv",
        screens::days_off,
        ["", "<Enter>", "<Tab><End> thử<Tab>", " thử"],
    ),
    (
        "qt.snv",
        screens::windows,
        [
            "",
            "<Enter>",
            "<Tab><Tab><C-u>11/12/2022<Tab>",
            "11/12/2022",
        ],
    ),
    (
        "qt.snv",
        screens::orphans,
        ["", "<F6>", "9/NQ-thử", "9/NQ-thử"],
    ),
    (
        "cv.snv",
        screens::documents,
        [
            "901/ct<Enter>",
            "<F2>",
            "<Tab><Tab><Tab><C-u>Nơi thử<Tab>",
            "Nơi thử",
        ],
    ),
    (
        "cv.snv",
        screens::indicators,
        ["tgbc<Enter>", "<F2>", "<Tab><End> thử<Tab>", " thử"],
    ),
    (
        "cv.snv",
        screens::indicators,
        [
            "vtvl<Enter>",
            "<F6>",
            "<Up><C-u>chờ văn bản<Down>31,5",
            "31,5",
        ],
    ),
    (
        "cv.snv",
        screens::caseload,
        ["snv<Enter>", "<F6>", "<C-u>4321<Enter>", "4321"],
    ),
    (
        "cv.snv",
        screens::caseload,
        ["", "<F7>", "ho-so.xlsx", "ho-so.xlsx"],
    ),
    (
        "cv.snv",
        screens::reports,
        ["<Enter>", ":xuất<Enter>", "<C-u>thử.docx", "thử.docx"],
    ),
];

#[test]
fn what_was_typed_over_what_is_there_is_found_again_after_esc_and_f3_and_told_at_a_hang_up() {
    for (login, screen, [way, open, typed, piece]) in BEGUN {
        let mut desk = sit(login, screen());
        desk.press(way).press(open).hides(piece);
        desk.press(typed).shows(piece);
        let kept = desk.app().unsaved();
        let is_there = |text: &str| {
            kept.iter()
                .any(|one| one.fields.iter().any(|it| it.1 == text))
        };
        assert!(
            !kept.is_empty(),
            "{login} {open}: a hang-up loses {piece:?}"
        );
        assert!(piece != "31,5" || is_there(piece), "{kept:?}");
        for leave in ["<Esc>", "<F3>"] {
            desk.press(leave).hides(piece);
            desk.press(open).shows(piece);
        }
    }
}

#[test]
fn numbers_of_one_agency_do_not_stand_under_another_and_those_that_were_begun_come_back() {
    let mut desk = sit("cv.snv", screens::caseload());
    desk.press("stp<Enter><Home><Down><F2>")
        .shows("Nhập số liệu hồ sơ");
    let there = desk.line("Tiếp nhận");
    desk.press("<C-u>4321<Up><Up>").shows("4321");
    // Another agency, whose month is empty or its own.
    desk.press("snv<Enter>").shows("Sở Nội vụ").hides("4321");
    assert_ne!(desk.line("Tiếp nhận"), there, "{}", desk.picture());
    desk.press("<Up>stp<Enter>")
        .shows("Sở Tư pháp")
        .shows("4321");
}
