//! What stands otherwise than the log says: tasks and the frame around them, changed outside of the program.

/// The words for what is not as the log says.
#[derive(Debug)]
pub struct StandingWords {
    /// Tasks are not as their changes left them: how many.
    pub tasks: fn(&str) -> String,
    /// Things of the frame are not as their last change left them: how many.
    pub frame: fn(&str) -> String,
    /// One that the log tells of and that is not there: which.
    pub gone: fn(&str) -> String,
    /// One that is there and that the log does not know: which.
    pub unlogged: fn(&str) -> String,
    /// One whose changes cannot be read: which.
    pub unreadable: fn(&str) -> String,
    /// A field, what it is by the log, what stands there.
    pub field: fn(&str, &str, &str) -> String,
    /// A kind of these things, by the name that the log has for it.
    pub kind: fn(&str) -> &'static str,
    /// What to do then.
    pub then: &'static str,
    /// Of what was missing in the schema: made anew, the names.
    pub made_again: fn(&str) -> String,
    /// Events of so many tasks were drawn anew from the log.
    pub drawn_again: fn(&str) -> String,
}

pub(super) const VI: StandingWords = StandingWords {
    tasks: |count| format!("{count} nhiệm vụ KHÔNG khớp nhật ký, bị sửa ngoài chương trình:"),
    frame: |count| format!("{count} mục KHÔNG khớp nhật ký, bị sửa ngoài chương trình:"),
    gone: |name| format!("{name}: đã bị xóa"),
    unlogged: |name| format!("{name}: nhật ký không có, bị chèn thêm"),
    unreadable: |name| format!("{name}: nhật ký của mục này không đọc được"),
    field: |field, logged, stands| format!("{field}: nhật ký {logged}, nay {stands}"),
    kind: |what| match what {
        "agency" => "cơ quan",
        "area" => "lĩnh vực",
        "document" => "văn bản",
        "indicator" => "chỉ tiêu",
        "reading" => "số đo",
        "caseload" => "hồ sơ tháng",
        "day_off" => "ngày nghỉ",
        "setting" => "cài đặt",
        "user" => "tài khoản",
        "view" => "bộ lọc đã lưu",
        "report_window" => "kỳ báo cáo",
        "operation" => "nhóm thay đổi",
        _ => "",
    },
    then: "Giữ nguyên tệp, báo quản trị và đối chiếu với bản sao lưu gần nhất (cchc restore).",
    made_again: |names| format!("Đã tạo lại phần thiếu hoặc bị sửa: {names}."),
    drawn_again: |count| format!("Đã dựng lại từ nhật ký số liệu của {count} nhiệm vụ."),
};

pub(super) const EN: StandingWords = StandingWords {
    tasks: |count| {
        format!("{count} tasks are NOT as the log says, changed outside of the program:")
    },
    frame: |count| {
        format!("{count} things are NOT as the log says, changed outside of the program:")
    },
    gone: |name| format!("{name}: removed"),
    unlogged: |name| format!("{name}: not in the log, put in"),
    unreadable: |name| format!("{name}: its log cannot be read"),
    field: |field, logged, stands| format!("{field}: by the log {logged}, now {stands}"),
    kind: |what| match what {
        "agency" => "agency",
        "area" => "area",
        "document" => "document",
        "indicator" => "indicator",
        "reading" => "reading",
        "caseload" => "files of a month",
        "day_off" => "day off",
        "setting" => "setting",
        "user" => "account",
        "view" => "saved view",
        "report_window" => "reporting window",
        "operation" => "group of changes",
        _ => "",
    },
    then: "Keep the file, tell the administrator and compare with the last backup (cchc restore).",
    made_again: |names| format!("Made anew what was missing or changed: {names}."),
    drawn_again: |count| format!("Drew the figures of {count} tasks anew from the log."),
};
