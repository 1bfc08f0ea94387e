//! What stands otherwise than the log says: tasks and the frame around them, changed outside of the program.

use crate::domain::fold::shown;
use crate::domain::proof::{SchemaFault, Unlike};

/// All of it is made anew, or dropped, by the repair.
fn is_mended(faults: &[SchemaFault]) -> bool {
    faults.iter().all(SchemaFault::is_mended)
}

/// A table of ours is not there, or not as it was.
fn is_lost(faults: &[SchemaFault]) -> bool {
    let tables = faults.iter().filter(|it| !it.is_mended());
    tables.into_iter().any(|it| it.how != Unlike::Foreign)
}

/// The words for what is not as the log says.
#[derive(Debug)]
pub struct StandingWords {
    /// Tasks are not as their changes left them: how many.
    pub tasks: fn(&str) -> String,
    /// Tasks of which changes cannot be read, since the file is damaged there: how many.
    pub unread: fn(&str) -> String,
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
    /// A field of a group, of an import, or of what is kept beside a task; empty where the log has a name for it.
    pub field_of: fn(&str) -> &'static str,
    /// One that is not as it was made, and of which no field is told: which.
    pub altered: fn(&str) -> String,
    /// Parts of the schema are not as the program makes them: how many.
    pub schema: fn(&str) -> String,
    /// Such a part.
    pub unlike: fn(&SchemaFault) -> String,
    /// What to do then, given them.
    pub schema_then: fn(&[SchemaFault]) -> &'static str,
    /// Because of that the rest could not be proved.
    pub unproved: &'static str,
    /// Of what was missing in the schema: made anew, the names.
    pub made_again: fn(&str) -> String,
    /// What could not be made anew, the names.
    pub left: fn(&str) -> String,
    /// Tables are not there that come back from a backup only, the names.
    pub lost: fn(&str) -> String,
    /// Events of so many tasks were drawn anew from the log.
    pub drawn_again: fn(&str) -> String,
}

pub(super) const VI: StandingWords = StandingWords {
    tasks: |count| format!("{count} nhiệm vụ KHÔNG khớp nhật ký, bị sửa ngoài chương trình:"),
    unread: |count| {
        format!("{count} nhiệm vụ có thay đổi không đọc được, chưa đối chiếu được (xem --json).")
    },
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
        "old_operations" => "các nhóm thay đổi cũ",
        "old_same_keys" => "khóa nhận biết của các nhiệm vụ cũ",
        "old_sums" => "tổng kiểm của phần cũ",
        "import_batch" => "lượt nhập",
        "variant" => "cách viết cơ quan đã chọn",
        "heading" => "cột đã chọn",
        "meta" => "ghi chú của chương trình",
        "cell" => "ô lạ kiểu ở bảng",
        _ => "",
    },
    field_of: |field| match field {
        "key" => "Khóa lần ghi",
        "kind" => "Loại",
        "undoes" => "Hoàn tác nhóm",
        "undone_by" => "Bị hoàn tác bởi nhóm",
        "summary" => "Tóm tắt",
        "batch" => "Thuộc lượt nhập",
        "sum" => "Tổng kiểm",
        "row_version" => "Số phiên bản",
        "same_key" => "Khóa nhận biết",
        "state" => "Tình trạng",
        "file" => "Tệp",
        "read_as" => "Cách đọc tệp",
        _ => "",
    },
    altered: |name| format!("{name}: không còn như lúc tạo"),
    schema: |count| format!("Cấu trúc tệp KHÁC với chương trình tạo ra, {count} chỗ:"),
    unlike: |it| {
        let kind = match it.kind.as_str() {
            "table" => "bảng",
            "index" => "chỉ mục",
            "trigger" => "trigger",
            "view" => "view",
            SchemaFault::SEARCH => "phần tìm kiếm",
            other => other,
        };
        let how = match it.how {
            Unlike::Missing => "bị mất",
            Unlike::Altered => "bị sửa",
            Unlike::Foreign => "lạ, không phải của chương trình",
        };
        format!("{kind} {} {how}", shown(&it.name))
    },
    schema_then: |faults| match (is_mended(faults), is_lost(faults)) {
        (true, _) => "Tạo lại phần mất, gỡ phần lạ: cchc doctor --repair.",
        (false, true) => {
            "Bảng bị mất hoặc bị sửa chỉ lấy lại được từ bản sao lưu: cchc restore. Phần khác: cchc doctor --repair."
        }
        (false, false) => {
            "Bảng lạ không bị đụng đến: xem rồi tự gỡ bằng sqlite3. Phần khác: cchc doctor --repair."
        }
    },
    unproved: "Vì thế phần còn lại chưa đối chiếu được.",
    then: "Giữ nguyên tệp, báo quản trị và đối chiếu với bản sao lưu gần nhất (cchc restore).",
    made_again: |names| format!("Đã tạo lại phần thiếu hoặc bị sửa: {names}."),
    left: |names| format!("Chưa tạo lại được: {names}."),
    lost: |names| {
        format!(
            "Bảng {names} bị mất, chỉ lấy lại được từ bản sao lưu: cchc restore. Trước đó xuất phần còn đọc được: cchc salvage (nhiệm vụ), cchc export changes (nhật ký)."
        )
    },
    drawn_again: |count| format!("Đã dựng lại từ nhật ký số liệu của {count} nhiệm vụ."),
};

pub(super) const EN: StandingWords = StandingWords {
    tasks: |count| {
        format!("{count} tasks are NOT as the log says, changed outside of the program:")
    },
    unread: |count| {
        format!("{count} tasks have changes that cannot be read and are not proved (see --json).")
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
        "old_operations" => "older groups of changes",
        "old_same_keys" => "keys of older tasks",
        "old_sums" => "sums of what is older",
        "import_batch" => "import",
        "variant" => "settled writing of an agency",
        "heading" => "settled heading",
        "meta" => "note of the program",
        "cell" => "cell of a strange type in the table",
        _ => "",
    },
    field_of: |field| match field {
        "key" => "Key of the save",
        "kind" => "Kind",
        "undoes" => "Takes back group",
        "undone_by" => "Taken back by group",
        "summary" => "Summary",
        "batch" => "Of import",
        "sum" => "Sum",
        "row_version" => "Version",
        "same_key" => "Key of recognition",
        "state" => "State",
        "file" => "File",
        "read_as" => "How the file was read",
        _ => "",
    },
    altered: |name| format!("{name}: no longer as it was made"),
    schema: |count| format!("The schema is NOT as the program makes it, {count} places:"),
    unlike: |it| {
        let how = match it.how {
            Unlike::Missing => "is missing",
            Unlike::Altered => "was changed",
            Unlike::Foreign => "is foreign, none of the program's",
        };
        format!("{} {} {how}", it.kind, shown(&it.name))
    },
    schema_then: |faults| match (is_mended(faults), is_lost(faults)) {
        (true, _) => "Make anew what is missing, drop what is foreign: cchc doctor --repair.",
        (false, true) => {
            "A table that is missing or was changed comes back from a backup only: cchc restore. The rest: cchc doctor --repair."
        }
        (false, false) => {
            "A foreign table is left alone: look at it, then drop it with sqlite3. The rest: cchc doctor --repair."
        }
    },
    unproved: "Because of that the rest could not be proved.",
    then: "Keep the file, tell the administrator and compare with the last backup (cchc restore).",
    made_again: |names| format!("Made anew what was missing or changed: {names}."),
    left: |names| format!("Could not make anew: {names}."),
    lost: |names| {
        format!(
            "The table {names} is missing and comes back from a backup only: cchc restore. First export what can be read: cchc salvage (tasks), cchc export changes (the log)."
        )
    },
    drawn_again: |count| format!("Drew the figures of {count} tasks anew from the log."),
};
