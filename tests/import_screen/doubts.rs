//! Doubts are settled from the keyboard, one after the other.

use cchc::domain::agency::Group;
use cchc::work::request::Request;
use cchc::work::request::import::{Column, Part, Settlement};

use crate::desk::{Desk, agency};
use crate::office::{Reader, a_row};
use crate::{preview, sit};

fn settlements(desk: &Desk<Reader>) -> Vec<Settlement> {
    let asked = desk.asked().iter();
    asked
        .filter_map(|request| match request {
            Request::Settle { settlement, .. } => Some(settlement.clone()),
            _ => None,
        })
        .collect()
}

#[test]
fn the_preview_begins_with_what_has_to_be_reviewed_and_says_why() {
    let desk = preview((80, 24));
    println!("{}", desk.picture());
    desk.shows("phu-luc.xlsx · XLSX · trang tính \"Phụ lục 1\" (1/2), F4 đổi");
    desk.shows("1 Mới 6").shows("[4 Cần rà soát 5]");
    assert!(
        desk.cursor_line().contains("Công khai kết quả"),
        "{}",
        desk.picture()
    );
    desk.shows("? Chủ trì E9: Có thể là nhiều cơ quan: \"Sở TT\"");
    desk.hides("Rà soát thủ tục hành chính");
}

#[test]
fn a_digit_says_who_is_meant_in_every_row_and_the_next_doubt_follows() {
    let mut desk = preview((80, 24));
    desk.press("<Enter>");
    println!("{}", desk.picture());
    desk.shows("1 STTTT Sở Thông tin và Truyền thông")
        .shows("2 STP Sở Tư pháp");
    desk.press("1");
    let meant = Settlement::Means {
        text: "Sở TT".to_owned(),
        parts: vec![Part::Agency(agency("STTTT"))],
    };
    assert_eq!(settlements(&desk), [meant]);
    println!("{}", desk.picture());
    // Both rows with that writing are settled; the deadline of the row between is next.
    desk.shows("[4 Cần rà soát 3]").shows("bớt 2");
    desk.shows("Dòng 10")
        .shows("Thời hạn F10: Thời hạn không ghi năm: \"Trước 15/12\"");
    desk.shows("Đọc là: một ngày, hạn T5 14/12/2023");
}

#[test]
fn another_text_for_a_deadline_is_read_while_one_types() {
    let mut desk = preview((80, 24));
    desk.press("<Down><Enter><Enter>");
    desk.shows("Thời hạn").shows("Trước 15/12");
    desk.press("<C-u>quy IV/2023");
    println!("{}", desk.picture());
    desk.shows("31/12/2023").shows("Trong tệp: Trước 15/12");
    desk.press("<Enter>");
    let text = Settlement::Text {
        place: 3,
        column: Column::Deadline,
        text: "quy IV/2023".to_owned(),
    };
    assert_eq!(settlements(&desk), [text]);
    desk.shows("[4 Cần rà soát 4]");
}

#[test]
fn a_day_from_the_calendar_is_another_text() {
    let mut desk = preview((80, 24));
    desk.press("<Down><Enter><F4><Right><Enter>");
    let text = Settlement::Text {
        place: 3,
        column: Column::Deadline,
        text: "15/12/2023".to_owned(),
    };
    assert_eq!(settlements(&desk), [text]);
}

#[test]
fn any_agency_or_group_can_be_chosen_and_for_one_row_alone() {
    let mut desk = preview((80, 24));
    desk.press("<Down><Down><Down><Enter>");
    desk.shows("chỗ nghi 1/2").shows("Chủ đầu tư");
    desk.press("<F4>@QH<Enter>");
    let group = Settlement::Means {
        text: "Chủ đầu tư".to_owned(),
        parts: vec![Part::Group(Group::Districts)],
    };
    assert_eq!(settlements(&desk), [group]);
    // The other doubt of the same row is next.
    println!("{}", desk.picture());
    desk.shows("Dòng 12")
        .shows("Hạn theo kế hoạch, quy định khác");
    let mut desk = preview((80, 24));
    desk.press("<Enter><Space>2");
    let here = Settlement::Text {
        place: 2,
        column: Column::Lead,
        text: "Sở Tư pháp".to_owned(),
    };
    assert_eq!(settlements(&desk), [here]);
}

#[test]
fn tab_goes_to_the_other_doubt_of_a_row() {
    let mut desk = preview((80, 24));
    desk.press("<Down><Down><Down><Enter><Tab>");
    desk.shows("chỗ nghi 2/2").shows("Hạn theo kế hoạch");
    desk.press("<Tab>").shows("chỗ nghi 1/2");
}

#[test]
fn one_key_lets_a_row_or_the_marked_rows_stand_as_read() {
    let mut desk = preview((80, 24));
    desk.press("<F2>");
    desk.shows("Đúng như đã đọc. Còn 4 dòng cần rà soát");
    assert!(
        desk.cursor_line().contains("Báo cáo cải cách"),
        "{}",
        desk.picture()
    );
    desk.press("<Space><Space>").shows("2 dòng");
    desk.press("<F2>");
    desk.shows("[4 Cần rà soát 2]");
    let as_read = |places: &[u64]| Settlement::AsRead {
        places: places.to_vec(),
    };
    assert_eq!(settlements(&desk), [as_read(&[2]), as_read(&[3, 4])]);
    desk.press("<F9>").shows("[4 Cần rà soát 4]");
    desk.press("<F9>").shows("[4 Cần rà soát 5]");
    desk.press("<F9>").shows("Chưa xử lý chỗ nào");
}

#[test]
fn all_rows_with_the_same_doubt_stand_as_read_with_one_key() {
    let mut desk = preview((80, 24));
    desk.press("<F7>");
    desk.shows("[4 Cần rà soát 3]").shows("bớt 2");
}

#[test]
fn a_row_with_another_doubt_is_said_to_stay_where_all_of_a_sort_stand_as_read() {
    let mut desk = preview((80, 24));
    // "Tập huấn" has two doubts, and nobody else has either of them.
    desk.press("<Down><Down><Down><F7>");
    println!("{}", desk.picture());
    desk.shows("Chưa bớt dòng nào").shows("[4 Cần rà soát 5]");
}

#[test]
fn a_row_is_left_out_and_taken_in_again() {
    let mut desk = preview((80, 24));
    desk.press("<Del>").shows("Đã bỏ qua").shows("5 Bỏ qua 3");
    desk.press("5<Down>").shows("Đã bỏ qua: Công khai kết quả");
    desk.press("<Del>")
        .shows("[5 Bỏ qua 2]")
        .shows("Đã lấy lại");
}

#[test]
fn plus_goes_to_the_next_doubtful_row_from_anywhere() {
    let mut desk = preview((80, 24));
    desk.press("6<Down>+");
    println!("{}", desk.picture());
    desk.shows("[4 Cần rà soát 5]");
    assert!(
        desk.cursor_line().contains("Công khai kết quả"),
        "{}",
        desk.picture()
    );
    desk.press("+");
    assert!(desk.cursor_line().contains("Báo cáo cải cách"));
    desk.press("-");
    assert!(desk.cursor_line().contains("Công khai kết quả"));
    desk.press("-")
        .shows("Không còn dòng cần rà soát ở phía này");
    desk.press("<End>+")
        .shows("Không còn dòng cần rà soát ở phía này");
}

#[test]
fn when_the_last_doubt_is_settled_the_list_says_what_is_next() {
    let mut desk = preview((80, 24));
    desk.press("<Enter>1<F2><F2><F2>");
    println!("{}", desk.picture());
    desk.shows("Đã rà soát hết. Esc về danh sách, F10 nhập.");
    desk.shows("[4 Cần rà soát 0]")
        .shows("Không có dòng nào loại này.");
}

#[test]
fn rows_of_each_sort_show_what_becomes_of_them() {
    let mut desk = preview((80, 24));
    desk.press("2")
        .shows("~   13")
        .shows("~ Nội dung: Rà soát → Rà soát, công bố");
    desk.press("3").shows("=   14").shows("đã có, giữ nguyên");
    desk.press("5")
        .shows("-    7")
        .shows("Tiêu đề nhóm")
        .shows("Dòng tổng cộng");
    desk.press("<Tab>").shows("[6 Tất cả 10]");
    desk.press("<End><Up>")
        .shows("giải mã TCVN3 (ABC), trước đó: C¶i c¸ch tµi chÝnh c«ng");
    desk.press("<Up><Up><Up><Up>")
        .shows("Chủ trì E11 (lấy từ E9): Sở TT");
}

#[test]
fn a_stage_that_is_gone_is_read_again_and_settled_again() {
    let mut desk = preview((80, 24));
    desk.press("<Enter>1<Esc>").shows("[4 Cần rà soát 3]");
    desk.office.rows = crate::rows();
    desk.office.is_gone = true;
    desk.press("<F2>");
    desk.shows("[4 Cần rà soát 3]");
    // What was asked for last was not done: it is seen, and can be asked again.
    assert_eq!(
        desk.asked()
            .iter()
            .filter(|asked| matches!(asked, Request::Stage { .. }))
            .count(),
        2
    );
}

#[test]
fn a_file_without_rows_is_looked_at_too() {
    let mut desk = sit((80, 24), Vec::new());
    desk.paste("/x.csv").press("<F10>");
    desk.shows("Không có dòng nào loại này.");
    desk.press("<Enter><F2><F7><Del>+-<Space><Down><PgDn><End><F9>");
    desk.press("<F10>").shows("không ghi gì");
}

#[test]
fn no_size_makes_the_preview_fail() {
    let mut desk = preview((80, 24));
    for keys in ["", "<Enter>", "<Down>", "<Esc>6"] {
        desk.press(keys);
        for wide in [1, 3, 20, 40, 60, 80, 126, 132, 200] {
            for high in [1, 2, 3, 8, 12, 16, 24, 43] {
                desk.resize((wide, high)).press("<Down><PgDn><End><Home>");
            }
        }
    }
    let desk = preview((132, 43));
    println!("{}", desk.picture());
    let mut desk = preview((60, 16));
    println!("{}", desk.picture());
    desk.press("<Enter>");
    println!("{}", desk.picture());
    desk.shows("1 STTTT");
}

#[test]
fn of_several_leads_a_digit_chooses_one_by_the_writing_of_the_cell() {
    let several = a_row(8, "Kiểm tra").led_by_several("Sở Nội vụ; VP UBND TP", &["SNV", "VPUB"]);
    let mut desk = sit((80, 24), vec![several.row()]);
    desk.paste("/srv/phu-luc/phu-luc.xlsx")
        .press("<F10><Enter>");
    println!("{}", desk.picture());
    desk.shows("2 VPUB")
        .shows("các cơ quan còn lại là phối hợp");
    desk.press("2");
    let meant = Settlement::Means {
        text: "Sở Nội vụ; VP UBND TP".to_owned(),
        parts: vec![Part::Agency(agency("VPUB")), Part::Agency(agency("SNV"))],
    };
    assert_eq!(settlements(&desk), [meant]);
    desk.shows("[4 Cần rà soát 0]");
}

#[test]
fn an_agency_that_is_no_more_is_another_in_its_row_only_for_older_documents_mean_it() {
    let former = a_row(8, "Kiểm tra").led_by_former(
        "Sở KH và ĐT",
        "Sở Kế hoạch và Đầu tư (SKHDT) → STC",
        &["STC", "SKHDT"],
    );
    let mut desk = sit((80, 24), vec![former.row()]);
    desk.paste("/srv/phu-luc/phu-luc.xlsx")
        .press("<F10><Enter>1");
    let here = Settlement::Text {
        place: 1,
        column: Column::Lead,
        text: "Sở Tài chính".to_owned(),
    };
    assert_eq!(settlements(&desk), [here]);
}
