//! The words of the command line within the screens.

/// The words of the command line within the screens.
#[derive(Debug)]
pub struct CommandWords {
    /// The title.
    pub title: &'static str,
    /// What may be typed.
    pub hint: &'static str,
    /// Nobody knows this command; the nearest one, if any.
    pub unknown: fn(&str, Option<&str>) -> String,
    /// Nothing may follow this command.
    pub no_argument: fn(&str) -> String,
    /// To a task by its number.
    pub go_to: &'static str,
}

pub(super) const VI: CommandWords = CommandWords {
    title: "Lệnh",
    hint: "Số, mã nhiệm vụ hoặc lệnh · Tab điền tiếp · F9 gọi lại · Enter chạy",
    unknown: |word, nearest| match nearest {
        Some(nearest) => {
            format!("Không có lệnh \"{word}\". Có phải \"{nearest}\"? Tab xem các lệnh.")
        }
        None => format!("Không có lệnh \"{word}\". Xóa trống rồi nhấn Tab để xem các lệnh."),
    },
    no_argument: |word| format!("Lệnh \"{word}\" đứng một mình, không kèm gì phía sau."),
    go_to: "đến nhiệm vụ số 1234",
};

pub(super) const EN: CommandWords = CommandWords {
    title: "Command",
    hint: "Task number, code or command · Tab completes · F9 recalls · Enter runs",
    unknown: |word, nearest| match nearest {
        Some(nearest) => {
            format!("There is no command \"{word}\". Is it \"{nearest}\"? Tab shows all.")
        }
        None => format!("There is no command \"{word}\". Clear the line and press Tab to see all."),
    },
    no_argument: |word| format!("Nothing may follow \"{word}\"."),
    go_to: "go to task 1234",
};
