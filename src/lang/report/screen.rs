//! What stands around the table of a report, and the headings that all reports share.

use super::{Subject, heading};
use crate::domain::report::{Basis, Grouping};

/// The words of the screens of reports.
#[derive(Debug)]
#[allow(missing_docs)] // titles and labels are named after what they stand for
pub struct ReportScreenWords {
    pub menu: &'static str,
    pub menu_hint: &'static str,
    pub total: &'static str,
    pub empty: &'static str,
    pub all_days: &'static str,
    /// From a day to a day.
    pub period: fn(&str, &str) -> String,
    pub basis: fn(Basis) -> &'static str,
    pub by: fn(Grouping) -> &'static str,
    /// Of one task, by its number.
    pub task: fn(i64) -> String,
    /// As of a day.
    pub as_of: fn(&str) -> String,
    /// So many rows are not there.
    pub left_out: fn(i64) -> String,
    /// Sorted by a column: its name, from the largest on.
    pub sorted: fn(&str, bool) -> String,
    pub find: &'static str,
    pub hint: &'static str,
    /// The form of period and basis: its title, then the labels of its fields.
    pub form: &'static str,
    pub period_label: &'static str,
    pub basis_label: &'static str,
    pub form_hint: &'static str,
    /// What may stand in the field of the period.
    pub examples: &'static str,
    /// A text is no period.
    pub bad_period: fn(&str) -> String,
    /// A text is no day.
    pub bad_day: fn(&str) -> String,
    /// There is no report of that name.
    pub unknown: fn(&str) -> String,
    /// Nothing stands behind a row.
    pub opens_nothing: &'static str,
}

pub(super) const VI: ReportScreenWords = ReportScreenWords {
    menu: "Báo cáo",
    menu_hint: "Enter mở; gõ chữ để thu hẹp",
    total: "Tổng cộng",
    empty: "Không có dòng nào.",
    all_days: "mọi thời gian",
    period: |from, to| format!("{from} đến {to}"),
    basis: |basis| match basis {
        Basis::Due => "theo hạn",
        Basis::Assigned => "theo ngày giao",
    },
    by: |by| match by {
        Grouping::Agency => "theo cơ quan",
        Grouping::Successor => "theo nơi tiếp nhận hôm nay",
        Grouping::Area => "theo lĩnh vực",
        Grouping::Head => "theo người đứng đầu",
        Grouping::None => "từng dòng",
    },
    task: |task| format!("nhiệm vụ :{task}"),
    as_of: |day| format!("đến ngày {day}"),
    left_out: |count| format!("còn {count} dòng không nêu ở đây; dòng tổng tính đủ"),
    sorted: |name, is_down| {
        let way = if is_down {
            "giảm dần"
        } else {
            "tăng dần"
        };
        format!("xếp theo {name}, {way}; Enter mở số của cột này")
    },
    find: "Tìm:",
    hint: "Enter mở các dòng đã đếm; s ← → xếp theo cột; F11 gộp theo; :xuất ra tệp",
    form: "Kỳ báo cáo",
    period_label: "Kỳ",
    basis_label: "Tính",
    form_hint: "F10 xem; để trống là mọi thời gian",
    examples: "tháng 5/2023, quý II/2023, 6 tháng đầu năm 2023, 2023, 1/1/2023-31/3/2023; kỳ báo cáo quý I/2023 là 15/12 đến 14/3",
    bad_period: |text| {
        format!("\"{text}\" không phải một kỳ. Ví dụ: quý II/2023, 1/1/2023-31/3/2023.")
    },
    bad_day: |text| format!("\"{text}\" không phải một ngày. Ví dụ: :như ngày 31/3/2023."),
    unknown: |name| format!("Không có báo cáo \"{name}\". Xem :báo cáo."),
    opens_nothing: "Dòng này không mở ra gì.",
};

pub(super) const EN: ReportScreenWords = ReportScreenWords {
    menu: "Reports",
    menu_hint: "Enter opens; type to narrow",
    total: "Total",
    empty: "No rows.",
    all_days: "all times",
    period: |from, to| format!("{from} to {to}"),
    basis: |basis| match basis {
        Basis::Due => "by due date",
        Basis::Assigned => "by day of assignment",
    },
    by: |by| match by {
        Grouping::Agency => "by agency",
        Grouping::Successor => "by today's successor",
        Grouping::Area => "by area",
        Grouping::Head => "by head",
        Grouping::None => "row by row",
    },
    task: |task| format!("task :{task}"),
    as_of: |day| format!("as of {day}"),
    left_out: |count| format!("{count} more rows are not shown; the total has them"),
    sorted: |name, is_down| {
        let way = if is_down { "falling" } else { "rising" };
        format!("sorted by {name}, {way}; Enter opens its number")
    },
    find: "Find:",
    hint: "Enter opens what was counted; s ← → sort by a column; F11 groups; :export",
    form: "Period",
    period_label: "Period",
    basis_label: "Counted",
    form_hint: "F10 shows; empty is all times",
    examples: "tháng 5/2023, q2/2023, h1/2023, 2023, 1/1/2023-31/3/2023; report q1/2023 is 15/12 to 14/3",
    bad_period: |text| {
        format!("\"{text}\" is no period. For example: q2/2023, 1/1/2023-31/3/2023.")
    },
    bad_day: |text| format!("\"{text}\" is no day. For example: :as of 31/3/2023."),
    unknown: |name| format!("There is no report \"{name}\". See :reports."),
    opens_nothing: "Nothing stands behind this row.",
};

pub(super) const VI_GENERAL: Subject = Subject {
    kinds: &[],
    headings: &[
        heading("number", "TT", "TT"),
        heading("remarks", "Ghi chú", "Ghi chú"),
        heading("agency", "Cơ quan", "Cơ quan"),
        heading("head", "Người đứng đầu", "Người đứng đầu"),
        heading("area", "Lĩnh vực", "Lĩnh vực"),
        heading("task", "Nhiệm vụ", "Số"),
        heading("title", "Nội dung", "Nội dung"),
        heading("document", "Văn bản", "Văn bản"),
        heading("total", "Tổng số", "Tổng"),
        heading("days", "Số ngày làm việc", "Ngày"),
        heading("since", "Từ ngày", "Từ"),
    ],
    words: &[("total", "Tổng cộng")],
    notes: &[],
};

pub(super) const EN_GENERAL: Subject = Subject {
    kinds: &[],
    headings: &[
        heading("number", "No.", "No."),
        heading("remarks", "Remarks", "Remarks"),
        heading("agency", "Agency", "Agency"),
        heading("head", "Head", "Head"),
        heading("area", "Area", "Area"),
        heading("task", "Task", "No."),
        heading("title", "Text", "Text"),
        heading("document", "Document", "Document"),
        heading("total", "Total", "Total"),
        heading("days", "Working days", "Days"),
        heading("since", "Since", "Since"),
    ],
    words: &[("total", "Total")],
    notes: &[],
};
