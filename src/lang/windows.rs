//! The windows of periodic reports: their table, its form, why one cannot be kept; the report of a period.

use crate::domain::report_window::{Series, WindowFault};

/// The words of reporting windows.
#[derive(Debug)]
#[allow(missing_docs)] // titles and labels are named after what they stand for
pub struct WindowWords {
    pub title: fn(i32) -> String,
    pub form: &'static str,
    pub name: &'static str,
    pub series_label: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub due: &'static str,
    pub series: fn(Series) -> &'static str,
    /// The report that is due, where there is little room: name and day.
    pub report_due: fn(&str, &str) -> String,
    /// The reports that are due on a day that is named already.
    pub due_on: fn(&str) -> String,
    /// Nothing is in the table for a year.
    pub none: &'static str,
    pub hint: &'static str,
    pub form_hint: &'static str,
    pub may_not: &'static str,
    /// So many entered or changed, so many removed.
    pub saved: fn(usize, usize) -> String,
    /// Before a window is removed, where nobody sees a form.
    pub ask: &'static str,
    /// The same over the table: its title, and the question with the name.
    pub remove: &'static str,
    pub question: fn(&str) -> String,
    pub fault: fn(&WindowFault) -> String,
    /// What stands in front of the name of a window where it is one of a report.
    pub prefix: &'static str,
    /// The report of a period: its line in the menu, what it answers, its title with a name.
    pub report: &'static str,
    pub report_answers: &'static str,
    pub report_of: fn(&str) -> String,
    pub report_hint: &'static str,
    /// Late tasks one by one.
    pub one_by_one: &'static str,
    /// A part without a total has so many rows.
    pub rows: fn(i64) -> String,
    /// What is asked in line mode: which window; empty is none.
    pub which: &'static str,
}

pub(super) const VI: WindowWords = WindowWords {
    title: |year| format!("Kỳ báo cáo năm {year}"),
    form: "Kỳ báo cáo",
    name: "Tên kỳ",
    series_label: "Loại",
    from: "Từ ngày",
    to: "Đến ngày",
    due: "Hạn gửi",
    series: |series| match series {
        Series::Month => "tháng",
        Series::Quarter => "quý",
        Series::HalfYear => "6 tháng",
        Series::Year => "năm",
        Series::Other => "đột xuất",
    },
    report_due: |name, day| format!("BC {name}: hạn {day}"),
    due_on: |names| format!("hạn gửi BC {names}"),
    none: "Năm này chưa có kỳ nào. F6 thêm.",
    hint: "← → năm trước, sau; Enter sửa, F6 thêm, Delete xóa; gõ để tìm",
    form_hint: "F10 ghi; hai kỳ cùng loại không được trùng ngày",
    may_not: "Chỉ quản trị sửa được bảng kỳ báo cáo.",
    saved: |set, removed| match (set, removed) {
        (0, 0) => "Chưa thay đổi gì.".to_owned(),
        (0, removed) => format!("Đã xóa {removed} kỳ. Lệnh :hoàn tác để lấy lại."),
        (set, _) => format!("Đã ghi {set} kỳ báo cáo. Lệnh :hoàn tác để lấy lại."),
    },
    ask: "Xóa kỳ này? (c/k) ",
    remove: "Xóa kỳ báo cáo",
    question: |name| {
        format!(
            "Xóa kỳ \"{name}\"? Báo cáo của kỳ ấy sẽ lấy ngày theo quy định chung. F10 xóa, Esc thôi."
        )
    },
    fault: |fault| match fault {
        WindowFault::NoName => "Kỳ báo cáo phải có tên, ví dụ: Quý II/2023.".to_owned(),
        WindowFault::EndsBefore(name) => {
            format!("Kỳ \"{name}\": ngày cuối trước ngày đầu. Sửa lại hai ngày.")
        }
        WindowFault::DueBefore(name) => {
            format!("Kỳ \"{name}\": hạn gửi trước ngày chốt số liệu. Lùi hạn gửi.")
        }
        WindowFault::Overlaps { name, other } => {
            format!(
                "Kỳ \"{name}\" trùng ngày với kỳ \"{other}\" cùng loại. Sửa ngày của một trong hai."
            )
        }
        WindowFault::Unknown(name) => {
            format!("Không có kỳ báo cáo \"{name}\". Xem: cchc window list.")
        }
        WindowFault::Changed(name) => {
            format!("Kỳ \"{name}\": người khác vừa sửa. Mở lại rồi làm tiếp.")
        }
    },
    prefix: "kỳ báo cáo",
    report: "Báo cáo kỳ",
    report_answers: "cả bộ biểu của một kỳ: kết quả, việc trễ, văn bản, hồ sơ, chỉ tiêu",
    report_of: |name| format!("Báo cáo kỳ {name}"),
    report_hint: "Enter mở biểu; ← → kỳ trước, kỳ sau; F7 kỳ khác; :xuất thành văn bản",
    one_by_one: "Danh sách việc trễ, nguyên nhân",
    rows: |count| format!("{count} dòng"),
    which: "Kỳ nào (để trống là thôi)",
};

pub(super) const EN: WindowWords = WindowWords {
    title: |year| format!("Reporting windows of {year}"),
    form: "Reporting window",
    name: "Name",
    series_label: "Series",
    from: "From",
    to: "To",
    due: "Due",
    series: |series| match series {
        Series::Month => "month",
        Series::Quarter => "quarter",
        Series::HalfYear => "half-year",
        Series::Year => "year",
        Series::Other => "once",
    },
    report_due: |name, day| format!("Report {name}: due {day}"),
    due_on: |names| format!("report due: {names}"),
    none: "No windows in this year. F6 adds one.",
    hint: "← → another year; Enter edits, F6 adds, Delete removes; type to find",
    form_hint: "F10 saves; windows of one series share no day",
    may_not: "Only administrators change the reporting windows.",
    saved: |set, removed| match (set, removed) {
        (0, 0) => "Nothing has changed.".to_owned(),
        (0, removed) => format!("{removed} removed. :undo takes it back."),
        (set, _) => format!("{set} saved. :undo takes it back."),
    },
    ask: "Remove this window? (y/n) ",
    remove: "Remove a window",
    question: |name| {
        format!(
            "Remove \"{name}\"? Reports about it will follow the general rule. F10 removes, Esc stops."
        )
    },
    fault: |fault| match fault {
        WindowFault::NoName => "A window has a name, for example: Quý II/2023.".to_owned(),
        WindowFault::EndsBefore(name) => {
            format!("\"{name}\" ends before it begins. Correct one of the days.")
        }
        WindowFault::DueBefore(name) => {
            format!("\"{name}\" is due before its data is complete. Give a later due date.")
        }
        WindowFault::Overlaps { name, other } => {
            format!(
                "\"{name}\" shares days with \"{other}\" of the same series. Correct one of them."
            )
        }
        WindowFault::Unknown(name) => {
            format!("There is no window \"{name}\". See: cchc window list.")
        }
        WindowFault::Changed(name) => {
            format!("\"{name}\" was just changed by somebody else. Open it again.")
        }
    },
    prefix: "report",
    report: "Report of a period",
    report_answers: "all tables of a window: completion, late, documents, files, indicators",
    report_of: |name| format!("Report of {name}"),
    report_hint: "Enter opens; ← → another window; F7 another period; :export",
    one_by_one: "Late tasks one by one, with causes",
    rows: |count| format!("{count} rows"),
    which: "Which window (empty for none)",
};
