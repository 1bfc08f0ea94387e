//! Lists of tasks in files.

use crate::domain::list_column::ListColumn;

/// Words of a list in a file and of what asks for one.
#[derive(Debug)]
pub struct ListFileWords {
    /// The name of the sheet.
    pub sheet: &'static str,
    /// What stands above a column.
    pub heading: fn(ListColumn) -> &'static str,
    /// Above every printed page: what was asked for in words, and as of which day.
    pub asked: fn(&str, &str) -> String,
    /// The field that asks for what the file is.
    pub purpose: &'static str,
    /// The list, to be read.
    pub list: &'static str,
    /// The annex, to be imported again.
    pub annex: &'static str,
    /// Stands before the name of an annex at a prompt.
    pub annex_word: &'static str,
}

pub(super) const VI: ListFileWords = ListFileWords {
    sheet: "Danh sách nhiệm vụ",
    heading: |column| match column {
        ListColumn::Code => "Mã",
        ListColumn::Item => "Mục",
        ListColumn::Title => "Nội dung nhiệm vụ",
        ListColumn::Area => "Lĩnh vực",
        ListColumn::Lead => "Cơ quan chủ trì",
        ListColumn::Supporting => "Cơ quan phối hợp",
        ListColumn::Document => "Văn bản giao",
        ListColumn::AssignedOn => "Ngày giao",
        ListColumn::DeadlineText => "Thời gian hoàn thành",
        ListColumn::Due => "Hạn",
        ListColumn::Status => "Trạng thái",
        ListColumn::Condition => "Tình trạng",
        ListColumn::DaysLate => "Số ngày LV trễ",
        ListColumn::Progress => "Tiến độ (%)",
        ListColumn::ProgressNote => "Ghi chú tiến độ",
        ListColumn::ClosedOn => "Ngày kết thúc",
        ListColumn::DelayCause => "Nguyên nhân chậm",
        ListColumn::Product => "Sản phẩm",
    },
    asked: |filter, day| format!("Danh sách nhiệm vụ: {filter}, đến ngày {day}"),
    purpose: "Để làm gì",
    list: "danh sách để xem, lọc, tính",
    annex: "phụ lục để nhập lại",
    annex_word: "phụ lục",
};

pub(super) const EN: ListFileWords = ListFileWords {
    sheet: "Tasks",
    heading: |column| match column {
        ListColumn::Code => "Code",
        ListColumn::Item => "Item",
        ListColumn::Title => "Task",
        ListColumn::Area => "Area",
        ListColumn::Lead => "Lead",
        ListColumn::Supporting => "Supporting",
        ListColumn::Document => "Document",
        ListColumn::AssignedOn => "Assigned on",
        ListColumn::DeadlineText => "Deadline as written",
        ListColumn::Due => "Due",
        ListColumn::Status => "Status",
        ListColumn::Condition => "Condition",
        ListColumn::DaysLate => "Working days late",
        ListColumn::Progress => "Progress (%)",
        ListColumn::ProgressNote => "Note on progress",
        ListColumn::ClosedOn => "Closed on",
        ListColumn::DelayCause => "Cause of delay",
        ListColumn::Product => "Product",
    },
    asked: |filter, day| format!("Tasks: {filter}, as of {day}"),
    purpose: "What for",
    list: "a list to read and sort",
    annex: "an annex to import again",
    annex_word: "annex",
};
