//! The words of the log: what changed, from what to what, in words and not in codes.

use super::format::{moment, short_date};
use crate::domain::change::Change;

/// The words of the log.
#[derive(Debug)]
pub struct LogWords {
    /// The title of the log of everything.
    pub title: &'static str,
    /// The title of the log of one task.
    pub title_of: fn(i64) -> String,
    /// Heads the log on the page of a task.
    pub heading: &'static str,
    /// A field of a task by its name in the log; empty for what only the program needs.
    pub field: fn(&str) -> &'static str,
    /// Nothing stood or stands there.
    pub nothing: &'static str,
    /// True, false.
    pub yes_no: [&'static str; 2],
    /// The reason that was given.
    pub why: fn(&str) -> String,
    /// The document that was named.
    pub document: fn(&str) -> String,
    /// Done for the lead, who is named.
    pub on_behalf: fn(&str) -> String,
    /// The holidays changed, or agencies, users, settings.
    pub subjects: [&'static str; 2],
    /// There is more, which the next page asks for.
    pub older: &'static str,
    /// Nothing is older.
    pub no_older: &'static str,
    /// Nothing is in the log yet.
    pub empty: &'static str,
    /// Where one reads: first and last line, of how many.
    pub place: fn(usize, usize, usize) -> String,
    /// When a row was written.
    pub at: fn(&Change) -> String,
    /// A date in a value.
    pub date: fn(chrono::NaiveDate) -> String,
}

pub(super) const VI: LogWords = LogWords {
    title: "Nhật ký",
    title_of: |id| format!("Nhật ký nhiệm vụ #{id}"),
    heading: "Nhật ký",
    field: |name| match name {
        "code" => "Mã",
        "title" => "Nội dung",
        "product" => "Sản phẩm",
        "area" => "Lĩnh vực",
        "agency" => "Cơ quan chủ trì",
        "supporting" => "Phối hợp",
        "deadline_text" => "Thời hạn ghi",
        "start" => "Bắt đầu",
        "due" => "Hạn",
        "original_due" => "Hạn ban đầu",
        "effective_due" => "Hạn tính trễ",
        "recurrence" => "Định kỳ",
        "doubts" => "Cần rà soát",
        "status" => "Trạng thái",
        "progress" => "Tiến độ",
        "progress_note" => "Ghi chú tiến độ",
        "assigned_on" => "Ngày giao",
        "submitted_on" => "Ngày báo cáo",
        "submitted_by" => "Người báo cáo",
        "closed_on" => "Ngày kết thúc",
        "evidence" => "Minh chứng",
        "delay_cause" => "Nguyên nhân trễ",
        "extensions" => "Số lần gia hạn",
        "extension_asked" => "Xin gia hạn đến",
        "urgings" => "Số lần đôn đốc",
        "transfers" => "Số lần chuyển",
        "returns" => "Số lần trả lại",
        "is_disputed" => "Báo giao sai",
        "is_gone" => "Đã gỡ bỏ",
        "login" => "Tài khoản",
        "role" => "Vai trò",
        "is_disabled" => "Khóa",
        _ => "",
    },
    nothing: "(trống)",
    yes_no: ["có", "không"],
    why: |reason| format!("Lý do: {reason}"),
    document: |document| format!("Văn bản: {document}"),
    on_behalf: |agency| format!("Ghi thay cho {agency}"),
    subjects: ["Lịch nghỉ", "Danh mục, cài đặt"],
    older: "PgDn đọc tiếp các dòng cũ hơn",
    no_older: "Hết nhật ký",
    empty: "Chưa có gì trong nhật ký.",
    place: |from, to, all| format!("Dòng {from}-{to}/{all}"),
    at: |change| moment(change.at),
    date: short_date,
};

pub(super) const EN: LogWords = LogWords {
    title: "Log",
    title_of: |id| format!("Log of task #{id}"),
    heading: "Log",
    field: |name| match name {
        "code" => "Code",
        "title" => "Text",
        "product" => "Product",
        "area" => "Area",
        "agency" => "Lead agency",
        "supporting" => "Supporting",
        "deadline_text" => "Deadline as written",
        "start" => "Begins",
        "due" => "Due",
        "original_due" => "First due date",
        "effective_due" => "Judged by",
        "recurrence" => "Recurrence",
        "doubts" => "To review",
        "status" => "Status",
        "progress" => "Progress",
        "progress_note" => "Progress note",
        "assigned_on" => "Given on",
        "submitted_on" => "Reported on",
        "submitted_by" => "Reported by",
        "closed_on" => "Closed on",
        "evidence" => "Evidence",
        "delay_cause" => "Cause of delay",
        "extensions" => "Extensions",
        "extension_asked" => "Extension asked to",
        "urgings" => "Urgings",
        "transfers" => "Transfers",
        "returns" => "Returns",
        "is_disputed" => "Said to be not theirs",
        "is_gone" => "Taken back",
        "login" => "Login",
        "role" => "Role",
        "is_disabled" => "Disabled",
        _ => "",
    },
    nothing: "(empty)",
    yes_no: ["yes", "no"],
    why: |reason| format!("Reason: {reason}"),
    document: |document| format!("Document: {document}"),
    on_behalf: |agency| format!("Recorded on behalf of {agency}"),
    subjects: ["Calendar", "Lists and settings"],
    older: "PgDn reads on in the older rows",
    no_older: "End of the log",
    empty: "Nothing is in the log yet.",
    place: |from, to, all| format!("Lines {from}-{to}/{all}"),
    at: |change| moment(change.at),
    date: short_date,
};
