//! The questions of the numbered prompts: where one is, how much is left, what may be typed.

/// How far a list was read.
#[derive(Debug)]
pub struct HowFar {
    /// The first and the last row of what was read last.
    pub rows: (usize, usize),
    /// Of how many, as it is written.
    pub all: String,
    /// So many are left; none where they were not counted to the end.
    pub left: Option<usize>,
    /// There is more.
    pub has_more: bool,
}

/// The questions.
#[derive(Debug)]
pub struct PromptWords {
    /// Asks at the end of a page whether to read on.
    pub read_on: &'static str,
    /// Asks which of them.
    pub which: fn(&str) -> String,
    /// The question at today's work.
    pub home: &'static str,
    /// The question under a list: its name, and how far it was read.
    pub list: fn(&str, &HowFar) -> String,
    /// The question under a list, of this name, of nothing.
    pub empty: fn(&str) -> String,
    /// The question under a task.
    pub task: fn(i64) -> String,
    /// The question under the agencies, and how far they were read.
    pub agencies: fn(&HowFar) -> String,
    /// The question under a log: its name, rows read so far, whether there is more.
    pub log: fn(&str, usize, bool) -> String,
    /// The question under the views.
    pub views: &'static str,
    /// The question of the first start.
    pub start: &'static str,
    /// The three ways to begin, each in a sentence.
    pub ways: [&'static str; 3],
    /// What follows on an empty beginning.
    pub begun: &'static str,
    /// Asks whether to take back a group of an earlier session, or to do it again.
    pub take_back: fn(bool) -> &'static str,
    /// Asks for the document of rows of a file that name none.
    pub import_document: &'static str,
    /// Asks whether to let go of what was typed: its texts.
    pub let_go: fn(&str) -> String,
    /// Asks whether to write what a file holds: new and changed tasks.
    pub import: fn(u64, u64) -> String,
    /// Asks whether the doubtful rows are settled now: how many.
    pub review: fn(u64) -> String,
    /// Asks what is meant by what is doubted.
    pub doubt: &'static str,
    /// After a settlement: what, and so many rows are left.
    pub settled: fn(&str, u64) -> String,
    /// Asks which agency; nothing is a new one.
    pub which_agency: &'static str,
    /// Asks what is done, to an agency or a day.
    pub what_to_do: &'static str,
    /// A day of the calendar is changed, or removed.
    pub day_steps: [&'static str; 2],
    /// Asks for a file.
    pub file: &'static str,
    /// Asks for the words of a filter.
    pub words: &'static str,
    /// Asks for the name of a view.
    pub view_name: &'static str,
}

pub(super) const VI: PromptWords = PromptWords {
    read_on: "Còn nữa. Enter đọc tiếp, q thôi:",
    which: |label| format!("{label}. Gõ số, hoặc gõ tên rõ hơn:"),
    home: "Việc hôm nay. Gõ số dòng, q thoát, ? giúp:",
    list: |name, read| {
        format!(
            "{name}, {}. Gõ số dòng, q trở lại, ? giúp:",
            so_far(
                read,
                ["dòng", "đến", "trên", "hết", "Enter đọc tiếp", "còn"]
            )
        )
    },
    empty: |name| format!("{name}, danh sách trống. q trở lại, ? giúp:"),
    task: |number| format!("Nhiệm vụ số {number}. Gõ số thao tác, q trở lại, ? giúp:"),
    agencies: |read| {
        format!(
            "Cơ quan, {}. Gõ số, mã hoặc tên, q trở lại, ? giúp:",
            so_far(
                read,
                ["dòng", "đến", "trên", "hết", "Enter đọc tiếp", "còn"]
            )
        )
    },
    log: |name, read, has_more| {
        let next = if has_more {
            "Enter đọc tiếp"
        } else {
            "hết"
        };
        format!("{name}, đã đọc {read} dòng, {next}. q trở lại, ? giúp:")
    },
    views: "Bộ lọc đã lưu. Gõ số hoặc tên, q trở lại, ? giúp:",
    start: "Bắt đầu. Gõ 1, 2 hoặc 3, q thoát, ? giúp:",
    ways: [
        "Xem thử với dữ liệu mẫu, không giữ lại",
        "Nhập phụ lục từ tệp XLSX, XLS, ODS hoặc CSV, nghe trước rồi mới ghi",
        "Bắt đầu trống, tự thêm nhiệm vụ",
    ],
    begun: "Đã tạo cơ sở dữ liệu trống. Gõ thêm để nhập một nhiệm vụ, hoặc nhập và tên tệp để nhập phụ lục.",
    take_back: |back| {
        if back {
            "Hoàn tác? 1 có, 2 không:"
        } else {
            "Làm lại? 1 có, 2 không:"
        }
    },
    let_go: |texts| format!("Bỏ hẳn nội dung nhập dở: {texts}? 1 có, 2 không:"),
    import_document: "Nhập phụ lục. Văn bản giao, cho các dòng không ghi văn bản, Enter bỏ qua, q thôi:",
    import: |new, changed| {
        let what = match (new, changed) {
            (new, 0) => format!("{new} dòng mới"),
            (0, changed) => format!("{changed} dòng thay đổi"),
            (new, changed) => format!("{new} dòng mới, {changed} dòng thay đổi"),
        };
        format!("Ghi {what}? 1 có, 2 không:")
    },
    review: |count| format!("Rà soát {count} dòng ngay. 1 có, 2 để sau khi nhập:"),
    doubt: "Gõ số, hoặc gõ lại ô, = đúng như đã đọc, Enter để sau, q thôi rà soát, ? giúp:",
    settled: |what, left| format!("{what}. Còn {left} dòng cần rà soát. Gõ u để hoàn tác."),
    which_agency: "Cơ quan nào? Gõ mã hoặc tên; Enter để thành lập cơ quan mới, q trở lại:",
    what_to_do: "Làm gì",
    day_steps: ["Sửa ngày này", "Bỏ ngày này"],
    file: "Nhập phụ lục. Tệp trên máy chủ (XLSX, XLS, ODS, CSV), Enter trở lại:",
    words: "Tìm hoặc lọc. Gõ từ, Enter thôi, ? giúp:",
    view_name: "Lưu bộ lọc. Gõ tên, Enter thôi, ? giúp:",
};

pub(super) const EN: PromptWords = PromptWords {
    read_on: "More. Enter reads on, q stops:",
    which: |label| format!("{label}. Type a number, or more of the name:"),
    home: "Today's work. Type a line's number, q leaves, ? help:",
    list: |name, read| {
        format!(
            "{name}, {}. Type a row, q back, ? help:",
            so_far(read, ["row", "to", "of", "end", "Enter reads on", "left"])
        )
    },
    empty: |name| format!("{name}, the list is empty. q back, ? help:"),
    task: |number| format!("Task number {number}. Type an option, q back, ? help:"),
    agencies: |read| {
        format!(
            "Agencies, {}. Type number, code or name, q back, ? help:",
            so_far(read, ["row", "to", "of", "end", "Enter reads on", "left"])
        )
    },
    log: |name, read, has_more| {
        let next = if has_more { "Enter reads on" } else { "end" };
        format!("{name}, {read} rows read, {next}. q back, ? help:")
    },
    views: "Saved views. Type a number or name, q back, ? help:",
    start: "Beginning. Type 1, 2 or 3, q leaves, ? help:",
    ways: [
        "Look around in the sample, nothing is kept",
        "Import an annex from an XLSX, XLS, ODS or CSV file, heard before anything is written",
        "Begin empty, enter tasks by hand",
    ],
    begun: "An empty database was made. Type add to enter a task, or import and a file to import an annex.",
    take_back: |back| {
        if back {
            "Undo? 1 yes, 2 no:"
        } else {
            "Redo? 1 yes, 2 no:"
        }
    },
    let_go: |texts| format!("Let go of what was left unsaved: {texts}? 1 yes, 2 no:"),
    import_document: "Import. Document of the rows that name none, Enter skips, q stops:",
    import: |new, changed| {
        let what = match (new, changed) {
            (new, 0) => format!("{new} new rows"),
            (0, changed) => format!("{changed} changed rows"),
            (new, changed) => format!("{new} new and {changed} changed rows"),
        };
        format!("Write {what}? 1 yes, 2 no:")
    },
    review: |count| format!("Review {count} rows now. 1 yes, 2 after the import:"),
    doubt: "Type a number, or another text, = right as read, Enter later, q ends, ? help:",
    settled: |what, left| format!("{what}. {left} rows to review. Type u to take it back."),
    which_agency: "Which agency? Type its code or name; Enter to found a new one, q back:",
    what_to_do: "What to do",
    day_steps: ["Change this day", "Remove this day"],
    file: "Import. File on the server (XLSX, XLS, ODS, CSV), Enter goes back:",
    words: "Find or filter. Type words, Enter stops, ? help:",
    view_name: "Keep the filter. Type a name, Enter stops, ? help:",
};

/// How far a list was read, and how much is left.
fn so_far(read: &HowFar, [row, to, of, end, next, left]: [&str; 6]) -> String {
    let (from, until) = read.rows;
    let rows = if from == until {
        format!("{row} {from} {of} {}", read.all)
    } else {
        format!("{row} {from} {to} {until} {of} {}", read.all)
    };
    match (read.has_more, read.left.filter(|left| *left > 0)) {
        (false, _) => format!("{rows}, {end}"),
        (true, None) => format!("{rows}, {next}"),
        (true, Some(count)) => format!("{rows}, {left} {count}, {next}"),
    }
}
