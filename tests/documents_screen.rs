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
    desk.press("Nghị quyết 26 - NQ/TƯ<Enter><Enter>19/5/2018<F10>");
    desk.shows("Đã ghi văn bản");
    // Another spelling finds it.
    desk.press("26-nq/tw").shows("NQ26/18").hides("901/CT-UBND");
    for _ in 0..8 {
        desk.press("<BS>");
    }
    desk.press("901/ct<Enter>").shows("chưa ghi căn cứ nào");
    desk.press("<F2>").shows("Sửa văn bản CT901/22");
    desk.press("<Down><Down><Down><Down><Down>nq26<F10>");
    println!("{}", desk.picture());
    desk.shows("Căn cứ vào")
        .shows("└─ Nghị quyết 26-NQ/TƯ ngày 19/05/2018");
    desk.press("<Enter>").shows("vb:CT901/22");
    // The first goes back from the filter, the second to the page.
    desk.press("<F12><F12><F9>").shows("chưa ghi căn cứ nào");
}

#[test]
fn a_clerk_may_look_at_documents_and_not_change_them() {
    let mut desk = sit("cv.stttt");
    desk.press("<F6>").shows("Chỉ chuyên viên theo dõi");
    desk.press("<Enter><F2>").shows("Chỉ chuyên viên theo dõi");
    desk.press("<F12><F7>").shows("còn việc đang mở");
    desk.press("<F7><F7>")
        .shows("trùng số")
        .shows("Không có văn bản nào");
}
