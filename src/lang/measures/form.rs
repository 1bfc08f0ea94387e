//! The forms in which indicators, readings and files are entered, and the preview of a file.

use crate::lang::Language::{English, Vietnamese};
use crate::lang::format::number;

/// Texts of the forms.
#[derive(Debug)]
pub struct MeasureFormWords {
    /// An indicator: new, or edited.
    pub indicator_titles: [&'static str; 2],
    /// Its fields: code, name, unit, target, deadline, agencies, how often, since, area, document, closed.
    pub indicator_fields: [&'static str; 11],
    /// What may stand in the field of agencies.
    pub agencies_hint: &'static str,
    /// Entering values of an indicator.
    pub reading_title: fn(&str) -> String,
    /// Its fields: agency, period, note, value.
    pub reading_fields: [&'static str; 4],
    /// Entering files of an agency.
    pub caseload_title: &'static str,
    /// Its fields: agency, month, opening, received, solved on time, solved late, open in time, open late, withdrawn, waiting.
    pub caseload_fields: [&'static str; 10],
    /// Opening and received, solved and open and withdrawn, how far apart.
    pub sums: fn(i64, i64) -> String,
    /// What stands in the database beside what is typed.
    pub there: fn(&str) -> String,
    /// What keys do in entry.
    pub entry_hint: &'static str,
    /// What keys do in the form of an indicator.
    pub indicator_hint: &'static str,
    /// Importing values.
    pub import_title: &'static str,
    /// Its fields: file, period where the file names none.
    pub import_fields: [&'static str; 2],
    /// What keys do there.
    pub import_hint: &'static str,
    /// A file as it was read: rows that will be written, of which so many differ and so many are there, rows left.
    pub read: fn(usize, usize, usize, usize) -> String,
    /// A row that is left: its line, what it says, why.
    pub left: fn(u64, &str, &str) -> String,
    /// There is nothing to write.
    pub nothing: &'static str,
    /// Asks whether to write.
    pub ask: &'static str,
    /// What keys do at the preview.
    pub preview_hint: &'static str,
    /// Only the monitor and the administrator keep indicators.
    pub may_not: &'static str,
}

fn count(number_of: usize) -> String {
    number(i64::try_from(number_of).unwrap_or(0), Vietnamese)
}

pub(super) const VI: MeasureFormWords = MeasureFormWords {
    indicator_titles: ["Chỉ tiêu mới", "Sửa chỉ tiêu"],
    indicator_fields: [
        "Mã",
        "Tên chỉ tiêu",
        "Đơn vị tính",
        "Mục tiêu",
        "Thời hạn",
        "Đo ở",
        "Chu kỳ",
        "Đo từ ngày",
        "Lĩnh vực",
        "Văn bản",
        "Thôi theo dõi",
    ],
    agencies_hint: "Mục tiêu: >=100, <=5, =5, 25-35. Đo ở: để trống là toàn Thành phố; hoặc mã, tên, nhóm: các sở, ban, ngành; STC; SNV.",
    reading_title: |code| format!("Nhập số liệu: {code}"),
    reading_fields: ["Cơ quan", "Kỳ", "Ghi chú", "Kết quả"],
    caseload_title: "Nhập số liệu hồ sơ",
    caseload_fields: [
        "Cơ quan",
        "Tháng",
        "Tồn đầu kỳ",
        "Tiếp nhận",
        "Giải quyết đúng hạn",
        "Giải quyết trễ hạn",
        "Đang giải quyết trong hạn",
        "Đang giải quyết trễ hạn",
        "Xin rút",
        "Chờ bổ sung",
    ],
    there: |what| format!("Đang ghi: {what}"),
    sums: |came, went| {
        let (one, other) = (number(came, Vietnamese), number(went, Vietnamese));
        if came == went {
            format!("Tồn đầu + tiếp nhận = {one} = giải quyết + đang giải quyết + rút")
        } else {
            let by = number(came - went, Vietnamese);
            format!(
                "Tồn đầu + tiếp nhận = {one}; giải quyết + đang giải quyết + rút = {other}; lệch {by}"
            )
        }
    },
    entry_hint: "Enter: ô sau; ở ô cuối là ghi và sang cơ quan sau. F7 chép số kỳ trước, F10 ghi",
    indicator_hint: "F10 ghi, F4 chọn từ danh sách, F12 về",
    import_title: "Nhập số liệu từ tệp",
    import_fields: ["Tệp", "Kỳ, nếu tệp không nêu"],
    import_hint: "F10 đọc tệp và xem trước; chưa ghi gì",
    read: |sound, differing, same, left| {
        format!(
            "Sẽ ghi {} dòng ({} đè số khác, {} đã có như vậy); bỏ lại {} dòng.",
            count(sound),
            count(differing),
            count(same),
            count(left)
        )
    },
    left: |line, text, why| format!("Dòng {line} ({text}): {why}"),
    nothing: "Không có dòng nào ghi được.",
    ask: "Ghi các dòng đọc được? [c/K] ",
    preview_hint: "F10 ghi các dòng đọc được, F12 về",
    may_not: "Chuyên viên theo dõi hoặc quản trị lập và sửa chỉ tiêu.",
};

pub(super) const EN: MeasureFormWords = MeasureFormWords {
    indicator_titles: ["New indicator", "Edit indicator"],
    indicator_fields: [
        "Code",
        "Name",
        "Unit",
        "Target",
        "Deadline",
        "Measured at",
        "How often",
        "Since",
        "Area",
        "Document",
        "Closed",
    ],
    agencies_hint: "Target: >=100, <=5, =5, 25-35. Measured at: empty for the city; or codes, names, groups.",
    reading_title: |code| format!("Enter values: {code}"),
    reading_fields: ["Agency", "Period", "Note", "Value"],
    caseload_title: "Enter files",
    caseload_fields: [
        "Agency",
        "Month",
        "Opening",
        "Received",
        "Solved on time",
        "Solved late",
        "Open in time",
        "Open late",
        "Withdrawn",
        "Waiting for papers",
    ],
    there: |what| format!("Stored: {what}"),
    sums: |came, went| {
        let (one, other) = (number(came, English), number(went, English));
        if came == went {
            format!("Opening + received = {one} = solved + open + withdrawn")
        } else {
            let by = number(came - went, English);
            format!(
                "Opening + received = {one}; solved + open + withdrawn = {other}; differs by {by}"
            )
        }
    },
    entry_hint: "Enter: next field; on the last it saves and goes on. F7 copies the value before, F10 saves",
    indicator_hint: "F10 saves, F4 chooses from a list, F12 leaves",
    import_title: "Import values from a file",
    import_fields: ["File", "Period, if the file names none"],
    import_hint: "F10 reads the file and shows it; nothing is written yet",
    read: |sound, differing, same, left| {
        format!(
            "{sound} rows to write ({differing} over other values, {same} there already); {left} rows left."
        )
    },
    left: |line, text, why| format!("Line {line} ({text}): {why}"),
    nothing: "No row can be written.",
    ask: "Write the rows that could be read? [y/N] ",
    preview_hint: "F10 writes the rows that could be read, F12 back",
    may_not: "Monitors and administrators keep indicators.",
};
