//! The rows of a file as they were understood, and what is known of the file as a whole.

use super::{coding, en_number, form, vi_number};
use crate::domain::annex::{FileForm, SkipReason};
use crate::domain::deadline::Kind;
use crate::domain::legacy::Coding;

/// The words of the preview of a file.
#[derive(Debug)]
pub struct PreviewWords {
    /// The title of the preview.
    pub preview: &'static str,
    /// In which form a file holds its tables.
    pub form: fn(FileForm) -> String,
    /// A sheet: its name, which of how many.
    pub sheet: fn(&str, usize, usize) -> String,
    /// The sorts of rows: new, changed, unchanged, to review, skipped, all.
    pub sorts: [&'static str; 6],
    /// The same in few cells.
    pub short_sorts: [&'static str; 6],
    /// Above the columns of the list: row, number, content, lead, due.
    pub headings: [&'static str; 5],
    /// Why a row is no task.
    pub skipped: fn(SkipReason) -> &'static str,
    /// What becomes of a row: new, changed, unchanged.
    pub fates: [&'static str; 3],
    /// A row by its number.
    pub line: fn(u64) -> String,
    /// It makes so many agency-tasks.
    pub agency_tasks: fn(u64) -> String,
    /// So many occurrences are over and are not made.
    pub passed_over: fn(u64) -> String,
    /// A person let the row stand as it was read.
    pub is_settled: &'static str,
    /// A text was taken from this cell above.
    pub carried: fn(&str) -> String,
    /// A text was typed in the preview.
    pub by_hand: &'static str,
    /// A cell was decoded: from which coding, and what stood there.
    pub decoded: fn(Coding, &str) -> String,
    /// A sort of deadline.
    pub deadline_kind: fn(Kind) -> &'static str,
    /// Due on this day.
    pub due: fn(&str) -> String,
    /// Due before an extension on this day.
    pub original: fn(&str) -> String,
    /// What a deadline was read as.
    pub read_as: fn(&str) -> String,
    /// Ongoing work, in eight cells.
    pub ongoing_short: &'static str,
    /// A deadline that is not clear, in eight cells.
    pub unclear_short: &'static str,
    /// There are no rows of this sort.
    pub no_rows: &'static str,
    /// Which row of how many.
    pub place: fn(&str, &str) -> String,
    /// The file has one sheet.
    pub one_sheet: &'static str,
    /// The title of the list of sheets.
    pub sheets: &'static str,
    /// Behind the name of a sheet that the workbook does not show.
    pub hidden: &'static str,
    /// The file was read again.
    pub read_again: &'static str,
    /// So many hidden rows were read.
    pub hidden_rows: fn(u64) -> String,
    /// Hidden columns were read: their letters.
    pub hidden_columns: fn(&str) -> String,
    /// Formulas that failed: how many, the first cell.
    pub cell_errors: fn(u64, &str) -> String,
    /// The table goes on in these sheets.
    pub further_sheets: fn(&str) -> String,
    /// Other sheets have a header too.
    pub other_sheets: fn(&str) -> String,
    /// So many rows were decoded.
    pub decoded_rows: fn(u64) -> String,
    /// So many rows name no document.
    pub no_document: fn(u64) -> String,
}

pub(super) const VI: PreviewWords = PreviewWords {
    preview: "Nhập: xem trước",
    form,
    sheet: |name, at, of| match of {
        1 => format!("trang tính \"{name}\""),
        _ => format!("trang tính \"{name}\" ({at}/{of}), F4 đổi"),
    },
    sorts: [
        "Mới",
        "Đổi",
        "Giữ nguyên",
        "Cần rà soát",
        "Bỏ qua",
        "Tất cả",
    ],
    short_sorts: ["Mới", "Đổi", "Giữ", "Rà", "Bỏ", "Tất cả"],
    headings: ["Dòng", "STT", "Nội dung", "Chủ trì", "Hạn"],
    skipped: |why| match why {
        SkipReason::Blank => "Dòng trống",
        SkipReason::RepeatedHeader => "Lặp tiêu đề",
        SkipReason::Heading => "Tiêu đề nhóm",
        SkipReason::Total => "Dòng tổng cộng",
        SkipReason::Footnote => "Ghi chú, chữ ký",
        SkipReason::Continuation => "Phần tiếp của dòng trên",
        SkipReason::NoContent => "Không có nội dung",
        SkipReason::TooManyCells => "Thừa ô so với tiêu đề",
        SkipReason::CellTooLong => "Có ô quá dài",
        SkipReason::LeftOut => "Đã bỏ qua",
    },
    fates: ["nhiệm vụ mới", "đã có, nội dung đổi", "đã có, giữ nguyên"],
    line: |line| format!("Dòng {line}"),
    agency_tasks: |count| format!("giao {count} cơ quan", count = vi_number(count)),
    passed_over: |count| format!("{count} kỳ đã qua không tạo", count = vi_number(count)),
    is_settled: "đúng như đã đọc",
    carried: |from| format!("(lấy từ {from})"),
    by_hand: "(gõ lại)",
    decoded: |from, before| format!("  giải mã {}, trước đó: {before}", coding(from)),
    deadline_kind: |kind| match kind {
        Kind::Date => "một ngày",
        Kind::Month => "cả tháng",
        Kind::Quarter => "cả quý",
        Kind::Half => "nửa năm",
        Kind::Year => "cả năm",
        Kind::Range => "một khoảng",
        Kind::Recurring => "định kỳ",
        Kind::Ongoing => "thường xuyên, không hạn",
        Kind::Relative => "tính từ sự kiện",
        Kind::Unknown => "chưa rõ hạn",
    },
    due: |day| format!("hạn {day}"),
    original: |day| format!(" (ban đầu {day})"),
    read_as: |text| format!("Đọc là: {text}"),
    ongoing_short: "th.xuyên",
    unclear_short: "chưa rõ",
    no_rows: "Không có dòng nào loại này.",
    place: |at, of| format!("{at}/{of}"),
    one_sheet: "Tệp này chỉ có một trang tính.",
    sheets: "Trang tính",
    hidden: " (đang ẩn)",
    read_again: "Đã đọc lại tệp.",
    hidden_rows: |count| {
        format!(
            "Có {count} dòng ẩn, vẫn được đọc.",
            count = vi_number(count)
        )
    },
    hidden_columns: |letters| format!("Có cột ẩn, vẫn được đọc: {letters}."),
    cell_errors: |count, first| {
        format!(
            "Có {count} ô công thức bị lỗi, ô đầu là {first}.",
            count = vi_number(count)
        )
    },
    further_sheets: |names| format!("Bảng còn tiếp ở trang tính {names}: đã đọc cả."),
    other_sheets: |names| format!("Trang tính khác cũng có bảng: {names}. F4 để đổi."),
    decoded_rows: |count| {
        format!(
            "Đã giải mã {count} dòng dùng bảng mã cũ (TCVN3, VNI).",
            count = vi_number(count)
        )
    },
    no_document: |count| {
        format!(
            "{count} dòng không ghi văn bản giao; nêu văn bản ở màn hình trước rồi đọc lại.",
            count = vi_number(count)
        )
    },
};

pub(super) const EN: PreviewWords = PreviewWords {
    preview: "Import: preview",
    form,
    sheet: |name, at, of| match of {
        1 => format!("sheet \"{name}\""),
        _ => format!("sheet \"{name}\" ({at}/{of}), F4 changes"),
    },
    sorts: ["New", "Changed", "Unchanged", "To review", "Skipped", "All"],
    short_sorts: ["New", "Chan…", "Unch…", "Revi…", "Skip…", "All"],
    headings: ["Row", "No.", "Content", "Lead", "Due"],
    skipped: |why| match why {
        SkipReason::Blank => "Blank row",
        SkipReason::RepeatedHeader => "Header again",
        SkipReason::Heading => "Group heading",
        SkipReason::Total => "Totals",
        SkipReason::Footnote => "Note, signature",
        SkipReason::Continuation => "Rest of the row above",
        SkipReason::NoContent => "No content",
        SkipReason::TooManyCells => "More cells than the header",
        SkipReason::CellTooLong => "A cell is too long",
        SkipReason::LeftOut => "Left out",
    },
    fates: ["new task", "stored, its text changes", "stored as it is"],
    line: |line| format!("Row {line}"),
    agency_tasks: |count| format!("for {count} agencies", count = en_number(count)),
    passed_over: |count| {
        format!(
            "{count} past occurrences are not made",
            count = en_number(count)
        )
    },
    is_settled: "right as read",
    carried: |from| format!("(from {from})"),
    by_hand: "(typed)",
    decoded: |from, before| format!("  decoded from {}, before: {before}", coding(from)),
    deadline_kind: |kind| match kind {
        Kind::Date => "a day",
        Kind::Month => "a month",
        Kind::Quarter => "a quarter",
        Kind::Half => "half a year",
        Kind::Year => "a year",
        Kind::Range => "a range",
        Kind::Recurring => "recurring",
        Kind::Ongoing => "ongoing, never due",
        Kind::Relative => "counted from an event",
        Kind::Unknown => "not clear",
    },
    due: |day| format!("due {day}"),
    original: |day| format!(" (first {day})"),
    read_as: |text| format!("Read as: {text}"),
    ongoing_short: "ongoing",
    unclear_short: "unclear",
    no_rows: "There are no rows of this sort.",
    place: |at, of| format!("{at}/{of}"),
    one_sheet: "This file has one sheet.",
    sheets: "Sheets",
    hidden: " (hidden)",
    read_again: "The file was read again.",
    hidden_rows: |count| {
        format!(
            "{count} hidden rows were read too.",
            count = en_number(count)
        )
    },
    hidden_columns: |letters| format!("Hidden columns were read too: {letters}."),
    cell_errors: |count, first| {
        format!(
            "{count} cells hold failed formulas, the first is {first}.",
            count = en_number(count)
        )
    },
    further_sheets: |names| format!("The table goes on in sheet {names}, which was read too."),
    other_sheets: |names| format!("Other sheets hold a table too: {names}. F4 changes."),
    decoded_rows: |count| {
        format!(
            "{count} rows of an old coding (TCVN3, VNI) were decoded.",
            count = en_number(count)
        )
    },
    no_document: |count| {
        format!(
            "{count} rows name no document; name it on the screen before and read again.",
            count = en_number(count)
        )
    },
};
