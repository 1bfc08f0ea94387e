//! Agencies in time: what is done to them, what cannot be done, and the days off.

mod flaws;
mod screens;
mod told;

use crate::domain::agency::Flaw;

pub use screens::KeepingWords;
pub use told::{Going, ToldWords};

/// Texts about agencies in time.
#[derive(Debug)]
pub struct AgencyWords {
    /// Why a reorganisation cannot be carried out: what is wrong, what to do.
    pub flaw: fn(&Flaw) -> String,
    /// What it does.
    pub told: ToldWords,
    /// The screens.
    pub screens: KeepingWords,
    /// The heading of a list of agencies: code, name, kind, validity, successors.
    pub list_heading: [&'static str; 5],
    /// The heading of a list of orphans' leads: code, name, ended on, open tasks.
    pub orphans_heading: [&'static str; 4],
    /// The heading of a list of days off: date, weekday, name, kind, standing.
    pub days_heading: [&'static str; 5],
    /// The names of what `agency show` prints: code, name, kind, above it, head, validity, came from, became, open, closed, accounts.
    pub show_labels: [&'static str; 11],
    /// A year without official days off.
    pub no_official: fn(i32) -> String,
    /// Asks whether to do it.
    pub ask: &'static str,
}

pub(super) const VI: AgencyWords = AgencyWords {
    flaw: flaws::vi,
    told: told::VI,
    screens: screens::VI,
    list_heading: ["Mã", "Cơ quan", "Loại", "Hiệu lực", "Tiếp nhận"],
    orphans_heading: ["Mã", "Cơ quan", "Kết thúc", "Đang mở"],
    days_heading: ["Ngày", "Thứ", "Tên", "Loại", "Công bố"],
    show_labels: [
        "Mã",
        "Tên",
        "Loại",
        "Trực thuộc",
        "Người đứng đầu",
        "Hiệu lực",
        "Tiếp nhận từ",
        "Chuyển thành",
        "Đang mở",
        "Đã kết thúc",
        "Tài khoản",
    ],
    no_official: |year| {
        format!(
            "Năm {year} chưa có lịch nghỉ chính thức: số ngày trễ có thể sai. Nhập tại Quản trị."
        )
    },
    ask: "Thực hiện? [c/K] ",
};

pub(super) const EN: AgencyWords = AgencyWords {
    flaw: flaws::en,
    told: told::EN,
    screens: screens::EN,
    list_heading: ["Code", "Agency", "Kind", "Valid", "Successors"],
    orphans_heading: ["Code", "Agency", "Ended", "Open"],
    days_heading: ["Date", "Day", "Name", "Kind", "Standing"],
    show_labels: [
        "Code",
        "Name",
        "Kind",
        "Above",
        "Head",
        "Valid",
        "Came from",
        "Became",
        "Open",
        "Closed",
        "Accounts",
    ],
    no_official: |year| {
        format!(
            "{year} has no official days off yet: days late may be wrong. Enter them under Administration."
        )
    },
    ask: "Do it? [y/N] ",
};
