//! Asking for a file to import, and what was imported before.

use crate::domain::batch::BatchState;
use crate::domain::error::FileFault;

/// The words of the form that asks for a file, and of the past imports below it.
#[derive(Debug)]
pub struct StartWords {
    /// The title of the first screen.
    pub title: &'static str,
    /// Label: the file.
    pub file: &'static str,
    /// Label: the document of rows that name none.
    pub document: &'static str,
    /// Label: its date.
    pub date: &'static str,
    /// Label: occurrences that are over are made too.
    pub past: &'static str,
    /// What the keys do there.
    pub start_hint: &'static str,
    /// A file is being read, and how that is ended.
    pub reading: &'static str,
    /// What can be done about a file that cannot be read; empty where the fault says it.
    pub what_to_do: fn(&FileFault) -> &'static str,
    /// Columns are shown because no header was found.
    pub no_header: &'static str,
    /// What was kept for a file does not fit the one that is there by now.
    pub other_file: &'static str,
    /// Above the past imports.
    pub batches: &'static str,
    /// Nothing was imported yet.
    pub no_batches: &'static str,
    /// What the keys do on a past import.
    pub batches_hint: &'static str,
    /// The same where it broke off.
    pub unfinished_hint: &'static str,
    /// Asks whether to take an import back: the file and its tasks.
    pub ask_take_back: fn(&str, &str) -> String,
    /// It is taken back already.
    pub is_taken_back: &'static str,
    /// To finish an import its file has to be named: its name.
    pub name_the_file: fn(&str) -> String,
    /// The same where its taking back broke off.
    pub half_back_hint: &'static str,
    /// How far an import came.
    pub state: fn(BatchState) -> &'static str,
    /// An import was taken back: so many tasks, how many are left and why.
    pub batch_taken_back: fn(usize, &str) -> String,
    /// The title of the list of files.
    pub files: &'static str,
    /// What the keys do there.
    pub files_hint: &'static str,
    /// This file was imported before: when, by whom.
    pub before: fn(&str, &str) -> String,
}

pub(super) const VI: StartWords = StartWords {
    title: "Nhập phụ lục",
    file: "Tệp",
    document: "Văn bản giao",
    date: "Ngày văn bản",
    past: "Tạo cả kỳ đã qua",
    start_hint: "F10 Đọc tệp, chưa ghi gì · F4 chọn tệp trên máy chủ · Tab sang ô khác",
    reading: "Đang đọc tệp… Esc dừng",
    what_to_do: |fault| match fault {
        FileFault::MissingColumns { .. } => {
            "Thêm dòng tiêu đề có đủ các cột đó vào bảng rồi đọc lại; hoặc chọn đúng trang tính."
        }
        FileFault::NoHeader { .. } => {
            "Kiểm tra đúng tệp, đúng trang tính; hoặc nêu từng cột là gì ở bảng Cột."
        }
        _ => "",
    },
    no_header: "Không thấy dòng tiêu đề đủ cột. Dưới đây là các ô của dòng đầu: nhập số để nêu mỗi cột là gì, rồi F10 đọc lại. Esc quay lại chọn tệp khác.",
    other_file: "Tệp đã khác lần trước: không dùng lại cột đã chọn và chỗ đã rà soát.",
    batches: "Các lần nhập gần đây",
    no_batches: "Chưa nhập tệp nào.",
    batches_hint: "Enter xem nhiệm vụ của lần nhập · F9 lấy lại cả lần nhập · Esc về ô tệp",
    unfinished_hint: "Lần nhập này còn dở: F10 nhập tiếp · F9 lấy lại phần đã ghi",
    ask_take_back: |file, count| {
        format!("Lấy lại lần nhập {file} ({count} nhiệm vụ)? F10 lấy lại · Esc giữ nguyên")
    },
    is_taken_back: "Lần nhập này đã được lấy lại.",
    name_the_file: |file| format!("Để nhập tiếp, nêu tệp {file} ở ô Tệp, rồi nhấn F10 tại đây."),
    half_back_hint: "Mới lấy lại một phần: F9 lấy lại tiếp · Enter xem phần còn lại",
    state: |state| match state {
        BatchState::Unfinished => "còn dở",
        BatchState::Finished => "đã nhập",
        BatchState::Cancelled => "đã dừng",
        BatchState::TakingBack => "lấy lại dở",
        BatchState::TakenBack => "đã lấy lại",
    },
    batch_taken_back: |done, left| match left {
        "" => format!("Đã lấy lại cả lần nhập: {done} nhiệm vụ."),
        _ => format!("Đã lấy lại {done} nhiệm vụ; {left}."),
    },
    files: "Chọn tệp",
    files_hint: "Gõ để lọc · Enter chọn, vào thư mục · Backspace lên thư mục trên · Esc thôi",
    before: |at, who| format!("Tệp này đã nhập lúc {at} ({who}); nhập lại chỉ ghi phần khác."),
};

pub(super) const EN: StartWords = StartWords {
    title: "Import an annex",
    file: "File",
    document: "Document",
    date: "Its date",
    past: "Make past occurrences",
    start_hint: "F10 reads the file, nothing is written · F4 files of the server · Tab next",
    reading: "Reading the file… Esc stops",
    what_to_do: |fault| match fault {
        FileFault::MissingColumns { .. } => {
            "Give the table a header with these columns and read it again; or choose another sheet."
        }
        FileFault::NoHeader { .. } => {
            "See that it is the right file and sheet; or say what each column is."
        }
        _ => "",
    },
    no_header: "No header with the columns that are needed was found. These are the cells of that line: type digits to say what each column is, then F10 reads again. Esc goes back to choose another file.",
    other_file: "The file is another one by now: columns and doubts settled then are not used.",
    batches: "The last imports",
    no_batches: "Nothing was imported yet.",
    batches_hint: "Enter shows its tasks · F9 takes the import back · Esc to the file",
    unfinished_hint: "This import broke off: F10 finishes it · F9 takes back what was written",
    ask_take_back: |file, count| {
        format!("Take back the import of {file} ({count} tasks)? F10 takes it back · Esc keeps it")
    },
    is_taken_back: "This import was taken back already.",
    name_the_file: |file| format!("To finish it, name the file {file} above, then press F10 here."),
    half_back_hint: "Only partly taken back: F9 takes back the rest · Enter shows the rest",
    state: |state| match state {
        BatchState::Unfinished => "unfinished",
        BatchState::Finished => "imported",
        BatchState::Cancelled => "stopped",
        BatchState::TakingBack => "half back",
        BatchState::TakenBack => "taken back",
    },
    batch_taken_back: |done, left| match left {
        "" => format!("The import was taken back: {done} tasks."),
        _ => format!("Taken back: {done} tasks; {left}."),
    },
    files: "Choose a file",
    files_hint: "Type to narrow · Enter chooses, opens folders · Backspace folder above · Esc",
    before: |at, who| {
        format!("This file was imported {at} ({who}); again, only what differs is written.")
    },
};
