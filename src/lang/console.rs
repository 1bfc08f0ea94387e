//! What commands print: the help of the command line, headings of tables, closing sentences.

mod commands;
mod exits;
mod options;

use super::import::{Far, en_far, vi_far};

/// The words of the shell's side.
#[derive(Debug)]
pub struct ConsoleWords {
    /// What the program is, in a line.
    pub about: &'static str,
    /// Examples below the help.
    pub after_help: &'static str,
    /// Heads the exit codes.
    pub exits_heading: &'static str,
    /// Every exit code, with what it means.
    pub exits: &'static [(u8, &'static str)],
    /// `--help`.
    pub help_flag: &'static str,
    /// `--version`.
    pub version_flag: &'static str,
    /// Every command by its path, with its line of help.
    pub commands: &'static [(&'static str, &'static str)],
    /// Every option and value by its name, with its line of help.
    pub options: &'static [(&'static str, &'static str)],
    /// The heading of a list of tasks.
    pub list_heading: [&'static str; 6],
    /// The heading of a list of agencies.
    pub agencies_heading: [&'static str; 9],
    /// So many tasks were listed.
    pub listed: fn(usize) -> String,
    /// The list was limited.
    pub limited: fn(usize) -> String,
    /// The names of what `show` prints, in its order.
    pub show_labels: [&'static str; 15],
    /// The log's heading in `show`.
    pub log: &'static str,
    /// A deed was done to a task: its code, the deed.
    pub done: fn(&str, &str) -> String,
    /// A task was entered: its code, its number.
    pub added: fn(&str, i64) -> String,
    /// Practice was given a database.
    pub practice_has_no_db: &'static str,
    /// The results of practice could not be kept.
    pub practice_not_kept: &'static str,
    /// A database was made.
    pub created: fn(&str) -> String,
    /// What comes next where many work on it.
    pub created_next: &'static str,
    /// Working days between two days.
    pub workdays: fn(i64, &str, &str) -> String,
    /// What was skipped.
    pub skipped: &'static str,
    /// A weekend.
    pub weekend: &'static str,
    /// The names of what `deadline` prints: kind, start, due, original due, effective due,
    /// recurrence, to review, why.
    pub deadline_labels: [&'static str; 8],
    /// Yes and no.
    pub yes_no: [&'static str; 2],
    /// Import counts: new, changed, unchanged, to review, skipped.
    pub import_counts: fn([u64; 5]) -> String,
    /// The file was imported before: when, by whom.
    pub import_before: fn(&str, &str) -> String,
    /// The heading of the list of imports: number, when, who, state, tasks, file.
    pub batches_heading: [&'static str; 6],
    /// How far the reading of a file is.
    pub reading: fn(Far<'_>) -> String,
    /// Ctrl-C ended it: what is to be known.
    pub interrupted: &'static str,
    /// How far an export is.
    pub exporting: fn(Far<'_>) -> String,
    /// Ctrl-C ended an export.
    pub export_interrupted: &'static str,
    /// So many rows were written into this file.
    pub exported: fn(u64, &str) -> String,
    /// So many rows to review are not shown, and how all are.
    pub import_more: fn(u64) -> String,
    /// Asks whether to write the import.
    pub import_ask: &'static str,
    /// There is no usable terminal.
    pub no_terminal: &'static str,
    /// What is missing, and the option that gives it.
    pub needs: fn(&str, &str) -> String,
    /// A task was taken back.
    pub taken_back: fn(&str, usize, usize) -> String,
    /// Generating: done, total.
    pub generating: fn(usize, usize) -> String,
    /// A database looked at as of another day.
    pub looking_only: fn(&str) -> String,
    /// A past day is made: so many changed tasks are done, of so many.
    pub looking_back: fn(usize, usize) -> String,
    /// The beginning of every complaint.
    pub complaint: &'static str,
    /// A command line that is none: what is wrong in it, and the nearest that exists.
    pub usage: fn(&str, Option<&str>) -> String,
}

pub(super) const VI: ConsoleWords = ConsoleWords {
    about: "Theo dõi nhiệm vụ cải cách hành chính theo từng cơ quan, từng thời hạn",
    after_help: "Ví dụ:\n  cchc demo                      mở dữ liệu mẫu\n  cchc                           mở cơ sở dữ liệu làm việc\n  cchc list 'cq:stc \"quá hạn\"'   nhiệm vụ quá hạn của Sở Tài chính\n  cchc set in_progress KH9125/23-041 --json\n  cchc deadline \"Quý II/2023\" --from 2023-01-12",
    exits_heading: "Mã thoát",
    exits: exits::VI,
    help_flag: "Xem hướng dẫn này",
    version_flag: "Xem phiên bản",
    commands: commands::VI,
    options: options::VI,
    list_heading: ["Số", "Mã", "Cơ quan", "Hạn", "Tình trạng", "Nội dung"],
    agencies_heading: [
        "Mã",
        "Cơ quan",
        "Trễ",
        "Sắp hạn",
        "Chưa HT",
        "Không hạn",
        "Dừng",
        "Đúng hạn",
        "HT trễ",
    ],
    listed: |count| format!("{count} nhiệm vụ."),
    limited: |limit| format!("Chỉ in {limit} dòng đầu; bỏ --limit để in hết."),
    show_labels: [
        "Mã",
        "Số",
        "Nội dung",
        "Cơ quan chủ trì",
        "Người đứng đầu",
        "Phối hợp",
        "Lĩnh vực",
        "Sản phẩm",
        "Văn bản giao",
        "Thời hạn",
        "Hạn",
        "Hạn ban đầu",
        "Trạng thái",
        "Tiến độ",
        "Minh chứng",
    ],
    log: "Nhật ký",
    done: |code, deed| format!("{code}: {deed}."),
    added: |code, number| format!("Đã thêm {code} (:{number})."),
    practice_has_no_db: "practice không nhận --db: bài tập luôn chạy trên một bản sao của dữ liệu mẫu và bỏ đi khi thoát, không đụng đến cơ sở dữ liệu nào. Hãy chạy: cchc practice",
    practice_not_kept: "Không giữ được kết quả bài tập: thư mục trạng thái không ghi được.",
    created: |path| format!("Đã tạo cơ sở dữ liệu {path}."),
    created_next: "Nhiều người dùng chung: thêm quản trị trước: cchc user add TÊN --role administrator",
    workdays: |days, from, to| {
        format!("{days} ngày làm việc từ sau ngày {from} đến hết ngày {to}.")
    },
    skipped: "Không tính:",
    weekend: "cuối tuần",
    deadline_labels: [
        "Loại",
        "Bắt đầu",
        "Hạn",
        "Hạn ban đầu",
        "Hạn tính trễ",
        "Chu kỳ",
        "Cần rà soát",
        "Vì",
    ],
    yes_no: ["có", "không"],
    import_counts: |[new, changed, unchanged, review, skipped]| {
        format!(
            "{new} mới, {changed} thay đổi, {unchanged} giữ nguyên, {review} dòng cần rà soát, {skipped} dòng bỏ qua."
        )
    },
    import_before: |at, who| format!("Tệp này đã được {who} nhập lúc {at}."),
    batches_heading: ["Số", "Lúc", "Người nhập", "Tình trạng", "Nhiệm vụ", "Tệp"],
    reading: |far| vi_far("Đang đọc", "dòng", far, ""),
    interrupted: "Đã dừng. Xem còn gì dở bằng: cchc import list",
    exporting: |far| vi_far("Đang xuất", "dòng", far, ""),
    export_interrupted: "Đã dừng; không để lại tệp nào.",
    exported: |rows, file| format!("Đã xuất {rows} dòng vào {file}."),
    import_more: |more| format!("… còn {more} dòng cần rà soát nữa. Xem mọi dòng bằng --dry-run."),
    import_ask: "Ghi vào cơ sở dữ liệu? [c/K] ",
    no_terminal: "Không mở được màn hình: đầu vào hoặc đầu ra không phải thiết bị đầu cuối, hoặc TERM là dumb hay trống. Dùng các lệnh (cchc --help), hoặc đặt TERM đúng với thiết bị, ví dụ TERM=xterm.",
    needs: |what, option| format!("{what}. Thêm {option} \"...\"."),
    taken_back: |what, done, left| match left {
        0 if !what.is_empty() => format!("Đã hoàn tác: {what}."),
        0 if done == 0 => "Đã hoàn tác.".to_owned(),
        0 => format!("Đã hoàn tác {done} nhiệm vụ."),
        _ if done == 0 => format!("Không nhiệm vụ nào được hoàn tác; {left} để nguyên."),
        _ => format!("Đã hoàn tác {done} nhiệm vụ; {left} để nguyên."),
    },
    generating: |done, total| format!("{done}/{total}"),
    looking_only: |day| format!("Chỉ xem, tính theo ngày {day}."),
    looking_back: |done, total| format!("Dựng lại ngày đã qua: {done}/{total}"),
    complaint: "cchc: ",
    usage: |what, nearest| {
        let nearest = nearest.map_or_else(String::new, |nearest| format!(" Có phải {nearest}?"));
        format!("sai cú pháp: {what}.{nearest} Xem: cchc --help")
    },
};

pub(super) const EN: ConsoleWords = ConsoleWords {
    about: "Follows the tasks of administrative reform, agency by agency, deadline by deadline",
    after_help: "Examples:\n  cchc demo                      open the sample\n  cchc                           open the working database\n  cchc list 'agency:stc overdue' overdue tasks of the Department of Finance\n  cchc set in_progress KH9125/23-041 --json\n  cchc deadline \"Quý II/2023\" --from 2023-01-12",
    exits_heading: "Exit codes",
    exits: exits::EN,
    help_flag: "Print this help",
    version_flag: "Print the version",
    commands: commands::EN,
    options: options::EN,
    list_heading: ["No", "Code", "Agency", "Due", "Condition", "Content"],
    agencies_heading: [
        "Code",
        "Agency",
        "Late",
        "Due soon",
        "Open",
        "No due",
        "Susp.",
        "On time",
        "Done late",
    ],
    listed: |count| format!("{count} tasks."),
    limited: |limit| format!("The first {limit} rows only; without --limit all are printed."),
    show_labels: [
        "Code",
        "Number",
        "Content",
        "Lead agency",
        "Head",
        "Supporting",
        "Area",
        "Deliverable",
        "Document",
        "Deadline",
        "Due",
        "First due",
        "Status",
        "Progress",
        "Evidence",
    ],
    log: "Log",
    done: |code, deed| format!("{code}: {deed}."),
    added: |code, number| format!("Entered {code} (:{number})."),
    practice_has_no_db: "practice takes no --db: the drills always run on a throw-away copy of the sample and touch no database. Run: cchc practice",
    practice_not_kept: "The results of practice could not be kept: the state directory cannot be written.",
    created: |path| format!("Made the database {path}."),
    created_next: "Where many work on it, add an administrator first: cchc user add LOGIN --role administrator",
    workdays: |days, from, to| {
        format!("{days} working days after {from} up to and including {to}.")
    },
    skipped: "Not counted:",
    weekend: "weekend",
    deadline_labels: [
        "Kind",
        "Start",
        "Due",
        "First due",
        "Judged by",
        "Recurrence",
        "To review",
        "Why",
    ],
    yes_no: ["yes", "no"],
    import_counts: |[new, changed, unchanged, review, skipped]| {
        format!(
            "{new} new, {changed} changed, {unchanged} unchanged, {review} rows to review, {skipped} rows skipped."
        )
    },
    import_before: |at, who| format!("This file was imported by {who} at {at}."),
    batches_heading: ["No", "When", "Who", "State", "Tasks", "File"],
    reading: |far| en_far("Reading", "rows", far, ""),
    interrupted: "Stopped. See what is left undone: cchc import list",
    exporting: |far| en_far("Exporting", "rows", far, ""),
    export_interrupted: "Stopped; no file was left.",
    exported: |rows, file| format!("{rows} rows were written to {file}."),
    import_more: |more| format!("… and {more} more rows to review. See every row with --dry-run."),
    import_ask: "Write to the database? [y/N] ",
    no_terminal: "Cannot open the screen: input or output is not a terminal, or TERM is dumb or empty. Use the commands (cchc --help), or set TERM to what the terminal is, for example TERM=xterm.",
    needs: |what, option| format!("{what}. Add {option} \"...\"."),
    taken_back: |what, done, left| match left {
        0 if !what.is_empty() => format!("Undone: {what}."),
        0 if done == 0 => "Undone.".to_owned(),
        0 => format!("Undone: {done} tasks."),
        _ if done == 0 => format!("No task was taken back; {left} left alone."),
        _ => format!("Undone: {done} tasks; {left} left alone."),
    },
    generating: |done, total| format!("{done}/{total}"),
    looking_only: |day| format!("Looking only, as of {day}."),
    looking_back: |done, total| format!("Making the past day: {done}/{total}"),
    complaint: "cchc: ",
    usage: |what, nearest| {
        let nearest =
            nearest.map_or_else(String::new, |nearest| format!(" Did you mean {nearest}?"));
        format!("usage: {what}.{nearest} See: cchc --help")
    },
};
