//! The main screen before a real session and the sample that new users see.

use crate::*;

fn at_sample(at: Option<AgencyId>) -> Desk<desk::Office> {
    let screen = cchc::ui::screens::tasks(Query::default(), String::new(), at);
    Desk::at_sample((80, 24), "cv.snv", screen)
}

/// The number of late tasks in the first line.
fn late(desk: &Desk<desk::Office>) -> usize {
    let line = desk.line(" trễ · ");
    let before = line.split(" trễ · ").next().unwrap_or_default();
    let number = before.split_whitespace().last().unwrap_or_default();
    number.parse().expect("a number before the word")
}

#[test]
fn the_count_of_late_tasks_is_the_number_of_overdue_rows() {
    for at in [None, Some(agency("SNV")), Some(agency("Q1"))] {
        let mut desk = at_sample(at);
        let expected = late(&desk);
        let is_late = |desk: &Desk<desk::Office>| desk.cursor_line().contains("│!>");
        let mut walked = usize::from(is_late(&desk));
        while !desk.press("+").has("Không còn nhiệm vụ quá hạn") {
            assert!(is_late(&desk), "{}", desk.picture());
            walked += 1;
        }
        assert_eq!(walked, expected, "{}", desk.picture());
    }
}

#[test]
fn a_group_is_merged_from_its_agencies_and_its_end_is_reached() {
    let mut desk = at_sample(None);
    desk.press("<Tab><Down>").shows(">─ Sở");
    let expected = late(&desk);
    desk.press("<Enter><End>");
    let last = desk.cursor_line();
    desk.press("<Down>");
    assert_eq!(desk.cursor_line(), last, "nothing follows the last row");
    desk.press("<Home>").shows("│!>_");
    assert!(expected > 0);
}

#[test]
fn finding_knows_short_forms_and_forgets_accents() {
    let mut desk = at_sample(None);
    desk.press("/tthc<Enter>");
    let short = desk.line("Lọc: tthc · ");
    desk.press("<Esc>/thu tuc hanh chinh<Enter>");
    let long = desk.line("Lọc: thu tuc hanh chinh · ");
    let count = |line: &str| {
        let after = line.split(" · ").nth(1).unwrap_or_default();
        after.split(' ').next().map(str::to_owned)
    };
    assert_eq!(count(&short), count(&long), "{}", desk.picture());
    desk.press("/<F9>").shows("Tìm: thu tuc hanh chinh");
}

#[test]
fn marked_tasks_stand_as_read_with_one_key_and_one_undo() {
    let home = cchc::ui::screens::home(Vec::new(), None);
    let mut desk = Desk::at_sample((80, 24), "cv.snv", home);
    desk.press("6<Space><Space><F2>");
    println!("{}", desk.picture());
    desk.shows("Đúng như đã đọc")
        .shows("2 nhiệm vụ cần rà soát");
    desk.press("r")
        .shows("Đúng như đã đọc: 2 nhiệm vụ. F9 hoàn tác.");
    desk.press("<F9>").shows("Đã hoàn tác 2 nhiệm vụ");
}

#[test]
fn a_file_that_one_imports_shows_in_the_list_beneath_without_f5_and_so_does_taking_it_back() {
    let folder = tempfile::tempdir().expect("a directory");
    let path = folder.path().join("moi.csv");
    let rows = "STT,Nội dung,Cơ quan chủ trì,Thời hạn\n1,Đo kiểm lạ lùng,Sở Tư pháp,30/6/2023\n";
    std::fs::write(&path, rows).expect("a file");
    let mut desk = at_sample(None);
    desk.press(":lọc lạ lùng<Enter>").hides("Đo kiểm");
    desk.press(":nhập<Enter>");
    desk.paste(&path.display().to_string());
    desk.press("<F10><F10><F10>").shows("Đã nhập");
    desk.press("<Esc><Esc>")
        .shows("Đo kiểm lạ lùng")
        .shows("Lọc: lạ lùng · 1 nhiệm vụ")
        .hides("thay đổi");
    desk.press(":nhập<Enter><Tab><Tab><Tab><Tab><F9><F10>")
        .shows("Đã lấy lại");
    desk.press("<Esc><Esc>")
        .shows("Lọc: lạ lùng · 0 nhiệm vụ")
        .hides("Đo kiểm")
        .hides("thay đổi");
}
