//! The questions of the numbered prompts: where one is, how much is left, what may be typed.

/// The questions.
#[derive(Debug)]
pub struct PromptWords {
    /// Asks at the end of a page whether to read on.
    pub read_on: &'static str,
    /// Asks which of them.
    pub which: &'static str,
    /// The question at today's work.
    pub home: &'static str,
    /// The question under a list: first row, last row, of how many, whether there is more.
    pub list: fn(usize, usize, &str, bool) -> String,
    /// The question where nothing is listed.
    pub empty: &'static str,
    /// The question under a task.
    pub task: fn(i64) -> String,
    /// The question under the agencies: read so far, of how many.
    pub agencies: fn(usize, usize) -> String,
    /// The question under a log, whether there is more.
    pub log: fn(bool) -> String,
    /// The question under the views.
    pub views: &'static str,
    /// The question of the first start.
    pub start: &'static str,
    /// Asks for a file.
    pub file: &'static str,
    /// Asks for the words of a filter.
    pub words: &'static str,
    /// Asks for the name of a view.
    pub view_name: &'static str,
}

pub(super) const VI: PromptWords = PromptWords {
    read_on: "Còn nữa. Enter đọc tiếp, q thôi:",
    which: "Chọn số, hoặc gõ tên rõ hơn:",
    home: "Việc hôm nay. Chọn số 1 đến 6, ? giúp:",
    list: |from, to, all, has_more| {
        let next = if has_more { "Enter tiếp" } else { "hết" };
        format!("Dòng {from} đến {to} trên {all}, {next}. Chọn số, ? giúp:")
    },
    empty: "Danh sách trống. q trở lại, ? giúp:",
    task: |number| format!("Nhiệm vụ số {number}. Chọn thao tác, ? giúp:"),
    agencies: |read, all| {
        if read < all {
            format!("Cơ quan {read} trên {all}, Enter tiếp. Chọn số, mã hoặc tên, ? giúp:")
        } else {
            "Hết cơ quan. Chọn số, mã hoặc tên, ? giúp:".to_owned()
        }
    },
    log: |has_more| {
        if has_more {
            "Nhật ký. Enter đọc tiếp, q trở lại, ? giúp:".to_owned()
        } else {
            "Hết nhật ký. q trở lại, ? giúp:".to_owned()
        }
    },
    views: "Bộ lọc đã lưu. Chọn số hoặc tên, ? giúp:",
    start: "Chọn 1, 2 hoặc 3, q thoát:",
    file: "Tệp CSV trên máy chủ, Enter trở lại:",
    words: "Từ cần tìm hoặc lọc, Enter thôi:",
    view_name: "Tên bộ lọc, Enter thôi:",
};

pub(super) const EN: PromptWords = PromptWords {
    read_on: "More. Enter reads on, q stops:",
    which: "Choose a number, or type more of the name:",
    home: "Today's work. Choose 1 to 6, ? help:",
    list: |from, to, all, has_more| {
        let next = if has_more { "Enter next" } else { "end" };
        format!("Rows {from} to {to} of {all}, {next}. Choose a number, ? help:")
    },
    empty: "The list is empty. q back, ? help:",
    task: |number| format!("Task number {number}. Choose what to do, ? help:"),
    agencies: |read, all| {
        if read < all {
            format!("Agency {read} of {all}, Enter next. Number, code or name, ? help:")
        } else {
            "End of agencies. Number, code or name, ? help:".to_owned()
        }
    },
    log: |has_more| {
        if has_more {
            "Log. Enter reads on, q back, ? help:".to_owned()
        } else {
            "End of the log. q back, ? help:".to_owned()
        }
    },
    views: "Saved views. Choose a number or name, ? help:",
    start: "Choose 1, 2 or 3, q leaves:",
    file: "CSV file on the server, Enter goes back:",
    words: "Words to find or filter by, Enter stops:",
    view_name: "Name of the view, Enter stops:",
};
