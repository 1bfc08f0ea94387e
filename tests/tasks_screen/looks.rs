//! What the screen looks like, at every size.

use crate::*;

#[test]
fn the_pictures_are_as_designed() {
    let mut desk = at_sttt(the_picture());
    desk.press("<Down>9<Up><Space>2<Up><Up>");
    desk.looks_like("tasks-80x24");
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("/thu tuc<Enter>");
    desk.looks_like("tasks-filtered-80x24");
    let mut desk = sit((132, 43), the_picture(), Some(agency("STTTT")));
    desk.press("<Down>");
    desk.looks_like("tasks-132x43");
    desk.press("<F11>");
    desk.looks_like("tasks-alone-132x43");
    let mut desk = sit((60, 16), the_picture(), None);
    desk.looks_like("tasks-60x16");
    desk.press("<Tab>");
    desk.looks_like("tasks-agencies-60x16");
}

#[test]
fn the_main_screen_shows_what_a_clerk_needs_at_80_columns() {
    let mut desk = at_sttt(the_picture());
    desk.press("<Down>");
    desk.shows("Sở Thông tin và Truyền thông · Giám đốc Sở")
        .shows("3 trễ · 2 sắp đến hạn · 10 chưa HT")
        .shows("! _  12/05/23    -24 Đang   Xây dựng kho dữ liệu dùng chun…")
        .shows("!>_  31/05/23+1  -11 Đang   Cấp chữ ký số")
        .shows("~ _  16/06/23      1 Đang")
        .shows("  _  th.xuyên        Đang")
        .shows("? _  chưa rõ         Chưa")
        .shows("= _  30/06/23        Chờ")
        .shows("#1235 KH9125/23-041.STTTT  Cấp chữ ký số cho lãnh đạo cấp phòng, đơn vị")
        .shows("Hạn 31/05/2023 (T4), trễ 11 ngày làm việc · ban đầu 30/04/2023 · gia hạn 1")
        .shows("Đang thực hiện 60% · cập nhật 02/06: \"Đã cấp 41/58, chờ danh sách Q.3\"")
        .shows("Sản phẩm: Danh sách · Phối hợp: VPUB, SNV · Kế hoạch số 9125/KH-UBND 12/01/2023")
        .shows("> STTTT");
}

#[test]
fn f11_goes_through_the_ways_of_looking() {
    for size in [(80, 24), (110, 30), (132, 43)] {
        let mut desk = sit(size, the_picture(), None);
        desk.press("<F11><F11>").shows("Mã ");
        desk.press("<F11>").shows("Văn bản");
    }
    let mut desk = at_sttt(the_picture());
    desk.press("<F11>").hides("#1234 NV/23-1234  ");
    desk.press("<F11>").shows("Mã").shows("KH9125/23-041.STTTT");
    desk.press("<F11>").shows("Văn bản").shows("9125/KH-UBND");
    desk.press("<F11>")
        .hides("Văn bản")
        .shows("#1234 NV/23-1234  ");
}

#[test]
fn english_words_stand_in_the_same_places() {
    let screen = cchc::ui::screens::tasks(Query::default(), String::new(), None);
    let office = Drawer::new(facts(), the_picture());
    let mut desk = Desk::in_english((80, 24), facts(), screen, office, Drawer::answer);
    desk.press("9");
    desk.shows("Tasks by agency")
        .shows("6 overdue · 2 due soon · 15 open");
    desk.shows("1 rows with an option: 9 · Enter reviews");
}

#[test]
fn no_size_of_the_window_makes_it_fail() {
    for keys in [
        "",
        "<Tab>",
        "<F11>",
        "/a",
        "s9<Space>",
        "<F11><F11>/kho<Enter>",
    ] {
        let mut desk = sit((80, 24), the_picture(), None);
        desk.press(keys);
        for wide in 1..=200 {
            for high in (1..=60).step_by(if wide % 20 == 0 { 1 } else { 13 }) {
                desk.resize((wide, high));
            }
        }
        for (wide, high) in [(1, 1), (3, 2), (60, 16), (80, 24), (200, 60)] {
            desk.resize((wide, high))
                .press("<Down><PgDn><End><PgUp><Up><Home>");
        }
    }
}

#[test]
fn a_move_of_the_cursor_repaints_the_marker_and_two_cells() {
    let mut desk = sit((80, 24), a_pile(10), None);
    desk.press("<F11>"); // without the preview
    let before = desk.buffer().clone();
    desk.press("<Down>");
    let changed = before.diff(desk.buffer()).len();
    assert!(changed <= 4, "{changed} cells\n{}", desk.picture());
}

#[test]
fn a_submitted_task_shows_what_was_submitted() {
    let submitted = a_task("Vận hành hệ thống phản ánh kiến nghị")
        .due("2023-06-30")
        .status(Status::Awaiting)
        .with(|task| {
            task.progress = Some(15);
            task.updated_on = Some(day("2023-03-28"));
            task.progress_note = "Đang rà soát".to_owned();
            task.submitted_on = Some(day("2023-06-14"));
            task.evidence = "878/BC-STTTT ngày 12/06/2023".to_owned();
        });
    let desk = at_sttt(vec![submitted.numbered(1234)]);
    desk.shows("Chờ xác nhận · nộp 14/06/2023 · Minh chứng: 878/BC-STTTT ngày 12/06/2023");
    desk.hides("15%").hides("Đang rà soát");
}
