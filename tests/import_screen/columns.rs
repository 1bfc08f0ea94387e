//! What a column is can be said by hand, and how it is coded.

use cchc::ui::screens;
use cchc::work::request::Request;
use cchc::work::request::import::{Coding, Column, ImportSpec};

use crate::desk::{Desk, facts};
use crate::office::Reader;
use crate::{preview, rows, sit};

fn last(desk: &Desk<Reader>) -> ImportSpec {
    let asked = desk.asked().iter().rev();
    let mut stages = asked.filter_map(|request| match request {
        Request::Stage { spec, .. } => Some(spec.clone()),
        _ => None,
    });
    stages.next().expect("a file was read")
}

#[test]
fn columns_show_what_they_are_taken_for_and_digits_say_otherwise() {
    let mut desk = preview((80, 24));
    desk.press("<F11>");
    println!("{}", desk.picture());
    desk.shows("2 Nội dung (theo tiêu đề)");
    assert!(desk.line("Đơn vị phụ trách").contains("0 Không đọc"));
    desk.press("<Down><Down>5");
    assert!(
        desk.line("Đơn vị phụ trách")
            .contains("5 Chủ trì (chọn tay)")
    );
    desk.press("<F10>");
    assert_eq!(last(&desk).columns, [("C".to_owned(), Some(Column::Lead))]);
    desk.shows("Nhập: xem trước").shows("Đã đọc lại tệp");
}

#[test]
fn a_column_is_coded_as_one_says_and_shows_before_and_after() {
    let mut desk = preview((80, 24));
    desk.press("<F11><Down>");
    desk.shows("Trước: C¶i c¸ch tµi chÝnh c«ng → sau: Cải cách tài chính công");
    desk.shows("Bảng mã: tự nhận từng dòng");
    desk.press("<F11>").shows("Bảng mã: Unicode");
    desk.press("<F11>").shows("Bảng mã: TCVN3 (ABC)");
    desk.press("<F11>").shows("Bảng mã: VNI");
    desk.press("<F10>");
    assert_eq!(last(&desk).codings, [(Column::Content, Some(Coding::Vni))]);
    desk.press("<F11><Down><F11>").shows("tự nhận từng dòng");
}

#[test]
fn what_was_another_column_before_is_none_any_more() {
    let mut desk = preview((80, 24));
    desk.press("<F11><End>2");
    assert!(
        desk.line("Nội dung công việc").contains("0 Không đọc"),
        "{}",
        desk.picture()
    );
    desk.press("<Home><Enter>chu tri<Enter>");
    assert!(desk.line("TT").contains("5 Chủ trì"), "{}", desk.picture());
    desk.press("<Home><F5>");
    assert!(
        desk.line("TT").contains("1 STT (theo tiêu đề)"),
        "{}",
        desk.picture()
    );
}

#[test]
fn columns_open_by_themselves_where_no_header_is_found() {
    let mut desk = sit((80, 24), rows());
    desk.paste("/srv/khong-tieu-de.csv").press("<F10>");
    println!("{}", desk.picture());
    desk.shows("Không thấy dòng tiêu đề")
        .shows("Rà soát thủ tục");
    desk.press("<F10>").shows("Cần ít nhất cột Nội dung");
    desk.press("<Down>2").press("5").press("7<F10>");
    desk.shows("Nhập: xem trước");
    assert_eq!(last(&desk).columns.len(), 3);
    // Esc goes back to the file.
    desk.press("<Esc>").shows("Nhập phụ lục");
}

/// The next session of whoever was cut off here, before the file as it is by then.
fn after_a_hang_up(desk: &Desk<Reader>, change: impl FnOnce(&mut Reader)) -> Desk<Reader> {
    let mut office = Reader::new(facts(), rows());
    change(&mut office);
    let home = screens::home(desk.app().unsaved(), Some("10:42".to_owned()));
    let mut desk = Desk::new((80, 24), facts(), home, office, Reader::answer);
    desk.shows("còn 1 nội dung nhập dở");
    desk.press("<F10>").shows("Nhập phụ lục");
    desk.press("<F10>");
    desk
}

#[test]
fn what_was_said_of_columns_and_not_read_stands_there_again_after_a_hang_up() {
    let mut desk = sit((80, 24), rows());
    desk.paste("/srv/khong-tieu-de.csv").press("<F10>");
    desk.press("<Down>2").press("5");
    let mut next = after_a_hang_up(&desk, |_| {});
    println!("{}", next.picture());
    next.shows("Các cột như đã chọn dở lần trước");
    assert!(next.line("Rà soát").contains("2 Nội dung (chọn tay)"));
    next.shows("5 Chủ trì (chọn tay)");
    next.press("<F10>").shows("Nhập: xem trước");
    let said = [("B", Column::Content), ("C", Column::Lead)];
    let said = said.map(|(letter, column)| (letter.to_owned(), Some(column)));
    assert_eq!(last(&next).columns, said);
    // The same over a header that was understood.
    let mut desk = preview((80, 24));
    desk.press("<F11><Down><Down>5");
    let mut next = after_a_hang_up(&desk, |_| {});
    next.shows("Các cột như đã chọn dở lần trước");
    assert!(next.line("Đơn vị").contains("5 Chủ trì (chọn tay)"));
    assert_eq!(last(&next).columns, []);
    // Who leaves it there drops it.
    next.press("<Esc>").shows("Nhập: xem trước");
    next.press("<F11>");
    assert!(next.line("Đơn vị").contains("0 Không đọc"));
    let next = after_a_hang_up(&next, |_| {});
    next.shows("Nhập: xem trước").hides("chọn dở");
}

#[test]
fn what_was_dropped_with_esc_is_dropped_also_where_it_had_been_taken_up() {
    let mut desk = sit((80, 24), rows());
    desk.paste("/srv/khong-tieu-de.csv").press("<F10>");
    desk.press("<Down>2");
    let mut next = after_a_hang_up(&desk, |_| {});
    next.shows("chọn dở");
    next.press("<Esc>").shows("Nhập phụ lục");
    next.press("<F10>").shows("Không thấy dòng tiêu đề");
    next.hides("chọn dở").hides("chọn tay");
}

#[test]
fn columns_that_were_read_are_read_so_again_after_a_hang_up_with_what_was_settled() {
    let mut desk = preview((80, 24));
    desk.press("<F4><Down><Enter>")
        .shows("trang tính \"Phụ lục 2\"");
    desk.press("<F11><Down><Down>5<F10>")
        .shows("Nhập: xem trước");
    desk.press("<Enter>1").shows("[4 Cần rà soát 3]");
    let before = last(&desk);
    let mut next = after_a_hang_up(&desk, |_| {});
    next.shows("[4 Cần rà soát 3]").hides("chọn dở");
    assert_eq!(last(&next), before);
    assert_eq!(before.sheet.as_deref(), Some("Phụ lục 2"));
    assert_eq!(before.columns, [("C".to_owned(), Some(Column::Lead))]);
    // Also for whoever leaves the preview and comes back.
    next.press("<Esc><F10>").shows("[4 Cần rà soát 3]");
    assert_eq!(last(&next), before);
}

#[test]
fn what_was_said_of_the_columns_of_another_file_is_not_used_and_that_is_said() {
    let other = "Tệp đã khác lần trước";
    let mut desk = preview((80, 24));
    desk.press("<F11><Down><Down>5<F10>");
    let next = after_a_hang_up(&desk, |office| office.checksum = "def".to_owned());
    next.shows(other).shows("Nhập: xem trước");
    assert_eq!(last(&next).columns, []);
    // Without a header its first line says whether it is the same.
    let mut desk = sit((80, 24), rows());
    desk.paste("/srv/khong-tieu-de.csv").press("<F10>");
    desk.press("<Down>2");
    let next = after_a_hang_up(&desk, |office| office.first = vec!["Rà soát", "1"]);
    println!("{}", next.picture());
    next.shows(other).hides("chọn tay").hides("chọn dở");
    // Read by what was said, and by then another one.
    desk.press("5").press("7<F10>").shows("Nhập: xem trước");
    let next = after_a_hang_up(&desk, |office| office.checksum = "def".to_owned());
    next.shows(other).shows("Không thấy dòng tiêu đề");
    next.hides("chọn tay");
}

#[test]
fn columns_open_by_themselves_where_some_are_missing() {
    let mut desk = sit((80, 24), rows());
    desk.paste("/srv/thieu.csv").press("<F10>");
    desk.shows("Ai làm").shows("thiếu cột");
}

#[test]
fn another_sheet_is_read_on_demand() {
    let mut desk = preview((80, 24));
    desk.press("<F4>").shows("Phụ lục 2 (đang ẩn)");
    desk.press("<Down><Enter>")
        .shows("trang tính \"Phụ lục 2\" (2/2)");
    assert_eq!(last(&desk).sheet.as_deref(), Some("Phụ lục 2"));
}
