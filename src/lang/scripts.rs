//! The words of commands that scripts use: deeds to many tasks, saved filters, the brief of a login.

use super::examples;

/// The words of commands that scripts use.
#[derive(Debug)]
pub struct ScriptWords {
    /// Asks whether to do a deed to so many tasks.
    pub ask_many: fn(&str, usize) -> String,
    /// The heading of the list of saved filters: name, order, filter.
    pub views_heading: [&'static str; 3],
    /// The help of commands, by path.
    pub commands: &'static [(&'static str, &'static str)],
    /// The help of options and values, by name.
    pub options: &'static [(&'static str, &'static str)],
    /// Above the examples of a command's help.
    pub examples: &'static str,
    /// The examples of commands, by path.
    pub examples_of: examples::Examples,
    /// What is wrong with a command line.
    pub usage: fn(Usage<'_>) -> String,
}

/// What is wrong with a command line.
#[derive(Debug, Clone, Copy)]
pub enum Usage<'a> {
    /// There is no such command, option or value.
    Unknown(&'a str),
    /// Something that has to stand there does not.
    Missing(&'a str),
    /// Two that exclude each other.
    Conflict(&'a str),
    /// No value of what it stands for.
    BadValue(&'a str),
    /// Something else.
    Other,
}

pub(super) const VI: ScriptWords = ScriptWords {
    ask_many: |deed, count| format!("{deed}: {count} nhiệm vụ. Ghi? [c/K] "),
    views_heading: ["Tên", "Thứ tự", "Bộ lọc"],
    commands: &[
        ("note", "Ghi tiến độ của một nhiệm vụ"),
        (
            "extend",
            "Gia hạn; không có --until thì đến ngày được đề nghị",
        ),
        ("transfer", "Chuyển nhiệm vụ cho cơ quan khác chủ trì"),
        ("urge", "Đôn đốc nơi đang giữ nhiệm vụ"),
        (
            "view",
            "Bộ lọc đã lưu của mình, dùng chung với màn hình (F8)",
        ),
        ("view list", "Liệt kê bộ lọc đã lưu"),
        ("view show", "Xem một bộ lọc đã lưu"),
        ("view save", "Lưu bộ lọc; tên đã có thì thay"),
        ("view remove", "Bỏ một bộ lọc đã lưu"),
        (
            "export documents",
            "Xuất sổ văn bản với số nhiệm vụ của từng văn bản (.csv, .xlsx)",
        ),
        (
            "export changes",
            "Xuất nhật ký thay đổi, dòng cũ trước (.csv, .xlsx)",
        ),
        (
            "schema",
            "In mô tả (JSON Schema) của --json, cả bộ hoặc của một lệnh",
        ),
    ],
    options: &[
        (
            "plain",
            "In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề",
        ),
        ("headings", "Với --plain: in cả dòng tiêu đề"),
        (
            "codes",
            "Mã hoặc số của nhiệm vụ; - để đọc từ đầu vào chuẩn, mỗi dòng một mã",
        ),
        (
            "by_filter",
            "Mọi nhiệm vụ tìm được (nhiều nhất 500) thay cho mã; hỏi trước khi ghi",
        ),
        (
            "codes_and_agency",
            "Mã các nhiệm vụ, sau cùng là cơ quan nhận; - đọc mã từ đầu vào chuẩn",
        ),
        ("note_text", "Đã làm đến đâu"),
        ("by_view", "Bộ lọc đã lưu, theo tên; thêm bộ lọc để thu hẹp"),
        ("view_name", "Tên bộ lọc"),
        ("view_order", "Thứ tự: khẩn trước, mới trước, theo văn bản"),
        ("of_command", "Lệnh, ví dụ: agency list"),
        (
            "quiet",
            "Cho lời chào đăng nhập: có gì trở ngại thì im lặng, mã thoát 0",
        ),
        (
            "file",
            "Tệp; - là đầu vào chuẩn (nhập) hoặc đầu ra chuẩn, dạng CSV (xuất)",
        ),
        (
            "salvage_file",
            "Tệp sẽ ghi, .csv hoặc .xlsx; không ghi đè tệp đã có",
        ),
    ],
    examples: "Ví dụ:",
    examples_of: examples::VI,
    usage: |usage| match usage {
        Usage::Unknown(what) => format!("không có {what}"),
        Usage::Missing(what) => format!("thiếu {what}"),
        Usage::Conflict(what) => format!("{what} không dùng được cùng tham số khác"),
        Usage::BadValue(what) => format!("giá trị không hợp lệ: {what}"),
        Usage::Other => "thiếu hoặc thừa tham số".to_owned(),
    },
};

pub(super) const EN: ScriptWords = ScriptWords {
    ask_many: |deed, count| format!("{deed}: {count} tasks. Write? [y/N] "),
    views_heading: ["Name", "Order", "Filter"],
    commands: &[
        ("note", "Note how far a task is"),
        (
            "extend",
            "Grant more time; without --until to the day that was asked for",
        ),
        ("transfer", "Give tasks to another lead agency"),
        ("urge", "Urge whoever has the tasks"),
        (
            "view",
            "One's saved filters, the same as on the screens (F8)",
        ),
        ("view list", "List the saved filters"),
        ("view show", "Show a saved filter"),
        ("view save", "Keep a filter, over an older one of its name"),
        ("view remove", "Remove a saved filter"),
        (
            "export documents",
            "Export the register of documents with the tasks of each (.csv, .xlsx)",
        ),
        (
            "export changes",
            "Export the log of changes, the oldest first (.csv, .xlsx)",
        ),
        (
            "schema",
            "Print what --json is (JSON Schema), of all or of one command",
        ),
    ],
    options: &[
        (
            "plain",
            "Rows for scripts: tabs between cells, no columns, no heading",
        ),
        ("headings", "With --plain: print the heading too"),
        (
            "codes",
            "Codes or numbers of tasks; - reads them from standard input, one a line",
        ),
        (
            "by_filter",
            "All that are found (500 at the most) instead of codes; asks before writing",
        ),
        (
            "codes_and_agency",
            "Codes of the tasks, then the agency; - reads codes from standard input",
        ),
        ("note_text", "How far it is"),
        (
            "by_view",
            "A saved filter by its name; further words narrow it",
        ),
        ("view_name", "Name of the filter"),
        (
            "view_order",
            "Order: most urgent, newest, or by document first",
        ),
        ("of_command", "A command, for example: agency list"),
        (
            "quiet",
            "For a login greeting: silent and exit 0 where anything is in the way",
        ),
        (
            "file",
            "A file; - is standard input (import) or standard output, as CSV (export)",
        ),
        (
            "salvage_file",
            "The file to write, .csv or .xlsx; none that is there is overwritten",
        ),
    ],
    examples: "Examples:",
    examples_of: examples::EN,
    usage: |usage| match usage {
        Usage::Unknown(what) => format!("there is no {what}"),
        Usage::Missing(what) => format!("{what} is missing"),
        Usage::Conflict(what) => format!("{what} cannot stand beside another option"),
        Usage::BadValue(what) => format!("not a valid value: {what}"),
        Usage::Other => "an argument is missing or too many".to_owned(),
    },
};
