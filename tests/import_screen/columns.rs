//! What a column is can be said by hand, and how it is coded.

use cchc::work::request::Request;
use cchc::work::request::import::{Coding, Column, ImportSpec};

use crate::desk::Desk;
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
