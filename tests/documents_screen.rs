//! "Văn bản" as a monitor works in it: the register, a chain of legal bases, what is submitted without confirmation.

#![allow(clippy::panic)] // a story that cannot go on fails

#[path = "desk/mod.rs"]
mod desk;

use cchc::ui::screens;
use desk::{Desk, Office};

fn sit(login: &str) -> Desk<Office> {
    Desk::at_sample((80, 24), login, screens::documents())
}

#[test]
fn a_monitor_enters_a_basis_rests_a_document_on_it_and_takes_it_back() {
    let mut desk = sit("cv.snv");
    desk.shows("Văn bản").shows("901/CT-UBND");
    desk.press("<F6>").shows("Thêm văn bản");
    desk.press("Nghị quyết 16 - NQ/TƯ<Enter><Enter>10/8/2012<F10>");
    desk.shows("Đã ghi văn bản");
    // Another spelling finds it.
    desk.press("16-nq/tw").shows("NQ16/12").hides("901/CT-UBND");
    for _ in 0..8 {
        desk.press("<BS>");
    }
    desk.press("901/ct<Enter>").hides("16-NQ/TƯ");
    desk.press("<F2>").shows("Sửa văn bản CT901/22");
    desk.press("<Down><Down><Down><Down><Down><Down><Down>; NQ16/12<F10>");
    desk.shows("Căn cứ vào")
        .shows("└─ Nghị quyết 16-NQ/TƯ ngày 10/08/2012");
    desk.press("<Enter>").shows("vb:CT901/22");
    // The first goes back from the filter, the second to the page.
    desk.press("<F12><F12><F9>").hides("16-NQ/TƯ");
    desk.shows("└─ Luật 22/2008/QH12 ngày 13/11/2008");
}

#[test]
fn a_known_number_in_another_spelling_is_no_second_document() {
    let mut desk = sit("cv.snv");
    desk.press("<F6>Chỉ thị 0901 / CT – UBND<Enter><Enter>10/5/2022<F10>");
    desk.shows("đã có: CT901/22");
}

#[test]
fn a_clerk_may_look_at_documents_and_not_change_them() {
    let mut desk = sit("cv.stttt");
    desk.press("<F6>").shows("Chỉ chuyên viên theo dõi");
    desk.press("<Enter><F2>").shows("Chỉ chuyên viên theo dõi");
    desk.press("<F12><F7>").shows("còn việc đang mở");
    desk.press("<F7><F7>")
        .shows("trùng số")
        .shows("26-NQ/TƯ")
        .shows("26-NQ/TW")
        .hides("901/CT-UBND");
}

#[test]
fn whether_tasks_of_a_document_are_confirmed_is_set_by_administrators_and_by_nobody_else() {
    let open = |login: &str| {
        let mut desk = Desk::at_sample((80, 24), login, screens::documents());
        desk.press("901/ct<Enter><F2>");
        desk
    };
    // A monitor corrects the rest and does not meet it.
    let mut desk = open("cv.snv");
    desk.shows("Trích yếu").hides("Bỏ xác nhận");
    desk.press("<Tab><Tab><Tab><C-u>Nơi thử<F10>")
        .shows("Nơi thử");
    // An administrator meets it alone.
    let mut desk = open("qt.snv");
    desk.shows("Bỏ xác nhận").hides("Trích yếu");
    desk.press(" <F10>").shows("báo cáo xong là hoàn thành");
    desk.press("<F9>").shows("cần người khác xác nhận");
    desk.press("<Esc><F6>").shows("Chỉ chuyên viên theo dõi");
    // A clerk is told that it is not theirs.
    let desk = open("cv.stp");
    desk.hides("Bỏ xác nhận");
}
