//! Nhập: a file is named, looked at, its doubts are settled from the keyboard, and it is written.

#[path = "../desk/mod.rs"]
mod desk;

mod columns;
mod doubts;
mod office;
mod start;
mod write;

use cchc::ui::screens;
use cchc::work::request::import::{FieldChange, RowFate, SkipReason, StagedRow};

use desk::{Desk, facts};
use office::{Reader, a_row};

/// Rows of every sort.
fn rows() -> Vec<StagedRow> {
    let changes = vec![FieldChange {
        field: "title".to_owned(),
        before: "Rà soát".to_owned(),
        after: "Rà soát, công bố".to_owned(),
    }];
    vec![
        a_row(7, "Chương trình").skipped(SkipReason::Heading).row(),
        a_row(8, "Rà soát thủ tục hành chính").row(),
        a_row(9, "Công khai kết quả giải quyết hồ sơ")
            .led_by("Sở TT", &["STTTT", "STP"])
            .row(),
        a_row(10, "Báo cáo cải cách hành chính quý II")
            .due("Trước 15/12", "no_year")
            .row(),
        a_row(11, "Công khai tiến độ")
            .led_by("Sở TT", &["STTTT", "STP"])
            .carried("E9")
            .row(),
        a_row(12, "Tập huấn")
            .led_by("Chủ đầu tư", &[])
            .due("Theo kế hoạch", "refers_elsewhere")
            .row(),
        a_row(13, "Rà soát, công bố")
            .stored(RowFate::Changed(changes))
            .row(),
        a_row(14, "Việc đã có").stored(RowFate::Unchanged).row(),
        a_row(15, "Cải cách tài chính công")
            .decoded("C¶i c¸ch tµi chÝnh c«ng")
            .row(),
        a_row(16, "Tổng cộng").skipped(SkipReason::Total).row(),
    ]
}

/// Before the screen that asks for a file.
fn sit(size: (u16, u16), rows: Vec<StagedRow>) -> Desk<Reader> {
    let office = Reader::new(facts(), rows);
    Desk::new(size, facts(), screens::import(), office, Reader::answer)
}

/// Before the preview of a file.
fn preview(size: (u16, u16)) -> Desk<Reader> {
    let mut desk = sit(size, rows());
    desk.paste("/srv/phu-luc/phu-luc.xlsx").press("<F10>");
    desk
}
