//! The frame around the screens: title line, message line, what keys do not do here.

/// The words of the frame.
#[derive(Debug)]
pub struct AppWords {
    /// The program's name in the title line.
    pub name: &'static str,
    /// Stands in the title line of sample data.
    pub sample: &'static str,
    /// Stands in the title line while another day is looked at.
    pub looking: &'static str,
    /// A key that means nothing here; takes its name and the key of the help.
    pub no_such_key: fn(&str, &str) -> String,
    /// A command that means nothing on this screen; takes the key of the help.
    pub not_here: fn(&str) -> String,
    /// A paste where commands are expected.
    pub paste_ignored: &'static str,
    /// What composes what is typed now: nothing, Telex, VNI; each takes the key that changes it.
    pub composing: [fn(&str) -> String; 3],
    /// What arrives is not UTF-8, and where that is set.
    pub not_utf8: &'static str,
    /// Something is being asked.
    pub working: &'static str,
    /// A task by its code, as what was taken back.
    pub one_task: fn(&str) -> String,
    /// So many tasks, as what would be taken back.
    pub many_tasks: fn(usize) -> String,
    /// An import by its file, as what would be taken back.
    pub one_import: fn(&str) -> String,
    /// What another session saved and would be taken back (true) or done again: what, when, and the key that does it. Where a
    /// line of 80 cells is too short, only the hour is cut.
    pub of_another: fn(bool, &str, &str, &str) -> String,
    /// A group was taken back: what it was where that has a name, so many tasks, how many are left and why; the key that does it again.
    pub taken_back: fn(&str, usize, &str, &str) -> String,
    /// A group was done again: so many tasks, how many are left and why; the key that takes it back.
    pub redone: fn(&str, usize, &str, &str) -> String,
    /// How far a long work is: rows done, of so many.
    pub progress: fn(usize, usize) -> String,
    /// The window is too small for this screen.
    pub too_small: &'static str,
}

pub(super) const VI: AppWords = AppWords {
    name: "CCHC",
    sample: "DỮ LIỆU MẪU",
    looking: "CHỈ XEM",
    no_such_key: |key, help| format!("Phím {key} không dùng ở đây. {help} xem các phím."),
    not_here: |help| format!("Lệnh này không dùng ở đây. {help} xem các phím."),
    paste_ignored: "Nội dung dán vào danh sách được bỏ qua, không lệnh nào chạy.",
    composing: [
        |key| format!("Thôi ghép dấu: chữ vào đúng như bộ gõ của máy gửi. {key} đổi kiểu gõ."),
        |key| format!("Gõ TELEX: aa â, aw ă, ow ơ, w ư, dd đ; s f r x j dấu thanh. {key} đổi."),
        |key| format!("Gõ VNI: a6 â, a8 ă, o7 ơ, d9 đ; 1 2 3 4 5 dấu thanh. {key} đổi."),
    ],
    not_utf8: "Chữ đến không phải UTF-8. PuTTY: Window > Translation > chọn UTF-8.",
    working: "Đang xử lý…",
    one_task: |code| format!("nhiệm vụ {code}"),
    many_tasks: |count| format!("{count} nhiệm vụ"),
    one_import: |file| format!("lần nhập {file}"),
    of_another: |back, what, at, key| {
        let again = if back { "hoàn tác" } else { "làm lại" };
        format!("{key} lần nữa {again} {what} (phiên khác, {at}).")
    },
    taken_back: |what, done, left, key| match left {
        "" if !what.is_empty() => format!("Đã hoàn tác: {what}. {key} làm lại."),
        "" if done == 0 => format!("Đã hoàn tác. {key} làm lại."),
        "" => format!("Đã hoàn tác {done} nhiệm vụ. {key} làm lại."),
        _ if done == 0 => format!("Không nhiệm vụ nào được hoàn tác; {left}."),
        _ => format!("Đã hoàn tác {done} nhiệm vụ; {left}."),
    },
    redone: |what, done, left, key| match left {
        "" if !what.is_empty() => format!("Đã làm lại: {what}. {key} hoàn tác."),
        "" if done == 0 => format!("Đã làm lại. {key} hoàn tác."),
        "" => format!("Đã làm lại {done} nhiệm vụ. {key} hoàn tác."),
        _ if done == 0 => format!("Không nhiệm vụ nào được làm lại; {left}."),
        _ => format!("Đã làm lại {done} nhiệm vụ; {left}."),
    },
    progress: |done, total| format!("Đang xử lý {done}/{total} dòng…"),
    too_small: "Cửa sổ quá nhỏ",
};

pub(super) const EN: AppWords = AppWords {
    name: "CCHC",
    sample: "SAMPLE DATA",
    looking: "LOOKING ONLY",
    no_such_key: |key, help| format!("{key} does nothing here. {help} shows the keys."),
    not_here: |help| format!("This command does nothing here. {help} shows the keys."),
    paste_ignored: "What was pasted into the list was ignored; no command was run.",
    composing: [
        |key| format!("Letters go in as they come. {key} changes the way of typing."),
        |key| format!("Typing TELEX: aa â, aw ă, ow ơ, w ư, dd đ; s f r x j tones. {key} changes."),
        |key| format!("Typing VNI: a6 â, a8 ă, o7 ơ, d9 đ; 1 2 3 4 5 tones. {key} changes."),
    ],
    not_utf8: "Letters come that are not UTF-8. PuTTY: Window > Translation > UTF-8.",
    working: "Working…",
    one_task: |code| format!("task {code}"),
    many_tasks: |count| format!("{count} tasks"),
    one_import: |file| format!("the import {file}"),
    of_another: |back, what, at, key| {
        let again = if back { "takes back" } else { "does again" };
        format!("{key} once more {again} {what} (another session, {at}).")
    },
    taken_back: |what, done, left, key| match left {
        "" if !what.is_empty() => format!("Undone: {what}. {key} does it again."),
        "" if done == 0 => format!("Undone. {key} does it again."),
        "" => format!("Undone: {done} tasks. {key} does it again."),
        _ if done == 0 => format!("No task was taken back; {left}."),
        _ => format!("Undone: {done} tasks; {left}."),
    },
    redone: |what, done, left, key| match left {
        "" if !what.is_empty() => format!("Done again: {what}. {key} takes it back."),
        "" if done == 0 => format!("Done again. {key} takes it back."),
        "" => format!("Done again: {done} tasks. {key} takes it back."),
        _ if done == 0 => format!("No task was done again; {left}."),
        _ => format!("Done again: {done} tasks; {left}."),
    },
    progress: |done, total| format!("Working: {done} of {total} rows…"),
    too_small: "Window too small",
};
