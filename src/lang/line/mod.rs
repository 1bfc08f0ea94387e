//! The words of the work as numbered prompts: whole sentences, the important word first, no signs.

use chrono::{Datelike, NaiveDate};

mod field;
mod follow;
mod help;
mod prompt;
mod saving;

pub use prompt::HowFar;

use super::Language::{self, English, Vietnamese};
use super::format::{date, number};
use crate::domain::count::Counts;

/// The words of the work as numbered prompts.
#[derive(Debug)]
pub struct LineWords {
    /// The questions.
    pub prompt: prompt::PromptWords,
    /// What `?` says.
    pub help: help::HelpWords,
    /// The fields of a form as questions.
    pub field: field::FieldWords,
    /// Reports, documents, measures, past days.
    pub follow: follow::FollowWords,
    /// What is saved, and what became of it.
    pub saving: saving::SavingWords,
    /// A day with its weekday, to be read aloud.
    pub day: fn(NaiveDate) -> String,
    /// The terminal has no screen, so this is used by itself.
    pub no_screen: &'static str,
    /// Who one is: login and role; and how to ask for help.
    pub greeting: fn(&str, &str) -> String,
    /// The data are a sample.
    pub sample: &'static str,
    /// Nothing is written.
    pub looking: &'static str,
    /// So many forms were typed and not saved when the program was cut off.
    pub recovery: fn(usize) -> String,
    /// A new day has begun.
    pub new_day: fn(NaiveDate) -> String,
    /// Somebody changed a task that is worked on: its number, who, what.
    pub changed: fn(i64, &str, &str) -> String,
    /// Others changed so many of the tasks that are worked on.
    pub many_changed: fn(usize) -> String,
    /// Others changed more than one can count.
    pub much_changed: &'static str,
    /// A line too long to be read.
    pub too_long: &'static str,
    /// A task by its number.
    pub number: fn(i64) -> String,
    /// Something about the task of a number.
    pub about: fn(i64, &str) -> String,
    /// Submitted late; takes the condition.
    pub submitted_late: fn(&str) -> String,
    /// Behind a status: an extension is asked for, said to be not theirs, to be reviewed.
    pub marks: [&'static str; 3],
    /// Enter alone means nothing here.
    pub nothing_typed: &'static str,
    /// There is no more.
    pub end_of_list: &'static str,
    /// There is no page before.
    pub first_page: &'static str,
    /// There is no task before.
    pub first_row: &'static str,
    /// No task in the list of this name.
    pub nothing: fn(&str) -> String,
    /// A row was named where the list is empty.
    pub no_rows_at_all: &'static str,
    /// A count that may be larger.
    pub at_least: fn(&str) -> String,
    /// What is due within so many working days.
    pub soon: fn(u32) -> String,
    /// The code of an agency.
    pub code: fn(&str) -> String,
    /// A family of tasks: code, done, all.
    pub family: fn(&str, i64, i64) -> String,
    /// Heads a log of this name.
    pub newest_first: fn(&str) -> String,
    /// Practice needs the screens.
    pub practice: &'static str,
    /// A doubtful row of a file: its number, and why.
    pub import_row: fn(u64, &str) -> String,
    /// A file changes nothing.
    pub import_nothing: &'static str,
    /// A file was imported: new and changed tasks.
    pub imported: fn(u64, u64) -> String,
    /// The weekdays, Monday first, as they are said.
    pub weekdays: &'static [&'static str; 7],
    /// The task was not opened from a list.
    pub no_list: &'static str,
    /// No row of that number; so many were read.
    pub no_row: fn(usize, usize) -> String,
    /// A number that nothing has here.
    pub no_number: fn(usize) -> String,
    /// Options for rows where there is no list.
    pub no_rows: &'static str,
    /// No task of that number or code.
    pub no_task: fn(&str) -> String,
    /// Not understood; the nearest command.
    pub unknown: fn(&str, Option<&str>) -> String,
    /// A command that means nothing here.
    pub not_here: &'static str,
    /// Which digits there are under a task.
    pub digits: &'static str,
    /// Which orders there are.
    pub orders: &'static str,
    /// No view was saved.
    pub no_views: &'static str,
    /// Heads the log of a task.
    pub log_of: fn(i64) -> String,
    /// Heads the agencies.
    pub agencies: fn(usize) -> String,
    /// Late, due soon and open of an agency, without what there is none of.
    pub figures: fn(&Counts) -> String,
    /// What a filter finds by words alone.
    pub found_by: fn(&str) -> String,
    /// What can be done with a task.
    pub offers: fn(&str) -> String,
    /// Reads the rest of what is known about a task.
    pub read_all: &'static str,
    /// Label: the latest progress entry.
    pub progress: &'static str,
    /// Label: the head of an agency.
    pub head: &'static str,
    /// Label: the day on which a task was closed.
    pub closed: &'static str,
    /// So many rows are in the log.
    pub log_rows: fn(usize) -> String,
    /// How to open a task that was entered.
    pub go_to: fn(i64) -> String,
    /// Nothing was left unsaved.
    pub nothing_to_recover: &'static str,
    /// What was kept belongs to a form that is not here.
    pub kept_elsewhere: &'static str,
    /// So many forms are kept for the next start.
    pub kept_for_next: fn(usize) -> String,
}

pub(super) const VI: LineWords = LineWords {
    prompt: prompt::VI,
    help: help::VI,
    field: field::VI,
    follow: follow::VI,
    saving: saving::VI,
    day: |day| format!("{} {}", VI_DAYS[weekday_of(day)], date(day)),
    no_screen: "Thiết bị này không có màn hình đầy đủ, làm việc từng dòng. Nếu có, đặt TERM đúng với thiết bị, ví dụ TERM=xterm.",
    greeting: |login, role| {
        format!("{login}, {role}. Gõ ? ở bất cứ đâu để nghe gõ được gì, q để trở lại.")
    },
    sample: "Dữ liệu mẫu.",
    looking: "Chỉ xem, không ghi.",
    recovery: |count| {
        format!("Lần trước còn {count} nội dung nhập dở, gõ khôi phục để nhập tiếp, bỏ dở để bỏ.")
    },
    new_day: |day| format!("Đã sang ngày mới: {}.", (VI.day)(day)),
    changed: |number, who, what| {
        format!(
            "Vừa có thay đổi: {who} đã ghi {} ở nhiệm vụ số {number}.",
            what.to_lowercase()
        )
    },
    many_changed: |count| {
        format!(
            "Vừa có thay đổi: người khác đã ghi {count} nhiệm vụ trong danh sách này. Gõ r để đọc lại."
        )
    },
    much_changed: "Vừa có nhiều thay đổi. Gõ r để đọc lại.",
    too_long: "Dòng quá dài, không nhận. Gõ lại ngắn hơn.",
    number: |number| format!("Số\u{a0}{number}"),
    about: |number, what| format!("Số {number}: {what}"),
    submitted_late: |condition| format!("nộp {condition}"),
    marks: ["đang xin gia hạn", "báo giao sai", "cần rà soát"],
    nothing_typed: "Chưa gõ gì. Gõ ? để nghe gõ được gì.",
    end_of_list: "Hết danh sách.",
    first_page: "Đang ở trang đầu.",
    first_row: "Đang ở nhiệm vụ đầu danh sách.",
    nothing: |name| format!("{name}: không có nhiệm vụ nào."),
    no_rows_at_all: "Danh sách trống, không có dòng nào để chọn.",
    at_least: |count| format!("ít nhất {count}"),
    soon: |days| format!("Sắp đến hạn trong {days} ngày làm việc"),
    code: |code| format!("Mã {code}"),
    family: |code, done, all| format!("{code}, đã xong {done} trên {all}"),
    newest_first: |name| format!("{name}, mới trước."),
    practice: "Luyện tập cần màn hình: ở thiết bị có màn hình đầy đủ, chạy cchc practice.",
    import_row: |row, why| format!("Dòng {row} của tệp, cần rà soát: {why}"),
    import_nothing: "Tệp không có gì mới hay thay đổi, không ghi gì.",
    imported: |new, changed| {
        format!("Đã nhập tệp: {new} nhiệm vụ mới, {changed} thay đổi. Gõ hoàn tác để lấy lại.")
    },
    weekdays: &VI_DAYS,
    no_list: "Nhiệm vụ này không mở từ danh sách. Gõ q để trở lại.",
    no_row: |number, read| format!("Không có dòng {}. Đã đọc đến dòng {read}.", any(number)),
    no_number: |number| {
        format!(
            "Không có mục số {} ở đây. Muốn mở nhiệm vụ thì gõ dấu hai chấm trước số.",
            any(number)
        )
    },
    no_rows: "Ở đây không có danh sách để chọn dòng.",
    no_task: |text| format!("Không có nhiệm vụ {text}. Gõ tìm và từ cần tìm."),
    unknown: |text, nearest| match nearest {
        Some(nearest) => {
            format!("Không hiểu \"{text}\". Có phải {nearest}? Gõ ? để nghe gõ được gì.")
        }
        None => format!("Không hiểu \"{text}\". Gõ ? để nghe gõ được gì."),
    },
    not_here: "Lệnh này không dùng ở đây. Gõ ? để nghe gõ được gì.",
    digits: "Thao tác là một số từ 0 đến 9. Muốn mở nhiệm vụ khác thì gõ dấu hai chấm trước số.",
    orders: "Thứ tự: hạn, mới, hoặc văn bản.",
    no_views: "Chưa lưu bộ lọc nào. Ở một danh sách, gõ lưu và tên để lưu bộ lọc đang xem.",
    log_of: |number| format!("Nhật ký nhiệm vụ số {number}"),
    agencies: |count| format!("{count} cơ quan có nhiệm vụ, theo thứ tự chính thức."),
    figures: |counts| {
        figures(
            counts,
            ["trễ", "sắp đến hạn", "chưa hoàn thành"],
            "không có việc đang mở",
            Vietnamese,
        )
    },
    found_by: |words| format!("Tìm {words}"),
    offers: |offers| format!("Thao tác: {offers}, l\u{a0}nhật ký."),
    read_all: "đọc thêm",
    progress: "Tiến độ",
    head: "Người đứng đầu",
    closed: "Kết thúc",
    log_rows: |count| format!("{count} dòng, gõ l để đọc"),
    go_to: |number| format!("Gõ :{number} để mở, thêm để nhập tiếp."),
    nothing_to_recover: "Không có nội dung nhập dở nào.",
    kept_elsewhere: "Nội dung nhập dở được giữ cho biểu mẫu của nó.",
    kept_for_next: |count| format!("Còn {count} nội dung nhập dở, được giữ cho lần sau."),
};

pub(super) const EN: LineWords = LineWords {
    prompt: prompt::EN,
    help: help::EN,
    field: field::EN,
    follow: follow::EN,
    saving: saving::EN,
    day: |day| format!("{} {}", EN_DAYS[weekday_of(day)], date(day)),
    no_screen: "This terminal has no full screen, so the work goes line by line. If it has one, set TERM to what it is, for example TERM=xterm.",
    greeting: |login, role| {
        format!("{login}, {role}. Type ? anywhere to hear what may be typed, q to go back.")
    },
    sample: "Sample data.",
    looking: "Looking only, nothing is written.",
    recovery: |count| {
        format!(
            "{count} forms were not saved last time, type recover to go on with them, discard to let go."
        )
    },
    new_day: |day| format!("A new day has begun: {}.", (EN.day)(day)),
    changed: |number, who, what| {
        format!(
            "Just changed: {who} saved {} on task number {number}.",
            what.to_lowercase()
        )
    },
    many_changed: |count| {
        format!("Just changed: others saved {count} tasks of this list. Type r to read it again.")
    },
    much_changed: "Much has just changed. Type r to read it again.",
    too_long: "The line is too long and was not taken. Type a shorter one.",
    number: |number| format!("Number\u{a0}{number}"),
    about: |number, what| format!("Number {number}: {what}"),
    submitted_late: |condition| format!("submitted {condition}"),
    marks: [
        "extension asked for",
        "said to be not theirs",
        "to be reviewed",
    ],
    nothing_typed: "Nothing was typed. Type ? to hear what may be typed.",
    end_of_list: "End of the list.",
    first_page: "This is the first page.",
    first_row: "This is the first task of the list.",
    nothing: |name| format!("{name}: no tasks."),
    no_rows_at_all: "The list is empty, there is no row to choose.",
    at_least: |count| format!("at least {count}"),
    soon: |days| format!("Due within {days} working days"),
    code: |code| format!("Code {code}"),
    family: |code, done, all| format!("{code}, {done} of {all} done"),
    newest_first: |name| format!("{name}, newest first."),
    practice: "Practice needs the screens: run cchc practice at a terminal that has one.",
    import_row: |row, why| format!("Row {row} of the file is to be reviewed: {why}"),
    import_nothing: "The file holds nothing new or changed; nothing was written.",
    imported: |new, changed| {
        format!(
            "The file was imported: {new} new tasks, {changed} changed. Type undo to take it back."
        )
    },
    weekdays: &EN_DAYS,
    no_list: "This task was not opened from a list. Type q to go back.",
    no_row: |number, read| {
        format!(
            "There is no row {}. Rows up to {read} were read.",
            any(number)
        )
    },
    no_number: |number| {
        format!(
            "Nothing has the number {} here. To open a task, type a colon before its number.",
            any(number)
        )
    },
    no_rows: "There is no list here to choose rows from.",
    no_task: |text| format!("There is no task {text}. Type find and what to look for."),
    unknown: |text, nearest| match nearest {
        Some(nearest) => format!(
            "\"{text}\" is not understood. Is it {nearest}? Type ? to hear what may be typed."
        ),
        None => format!("\"{text}\" is not understood. Type ? to hear what may be typed."),
    },
    not_here: "This command does nothing here. Type ? to hear what may be typed.",
    digits: "Options are 0 to 9. To open another task, type a colon before its number.",
    orders: "Orders: due, new or document.",
    no_views: "No view was saved yet. In a list, type keep and a name to keep its filter.",
    log_of: |number| format!("Log of task number {number}"),
    agencies: |count| format!("{count} agencies with tasks, in official order."),
    figures: |counts| {
        figures(
            counts,
            ["overdue", "due soon", "open"],
            "nothing open",
            English,
        )
    },
    found_by: |words| format!("Find {words}"),
    offers: |offers| format!("Options: {offers}, l\u{a0}log."),
    read_all: "read more",
    progress: "Progress",
    head: "Head",
    closed: "Closed",
    log_rows: |count| format!("{count} rows, type l to read them"),
    go_to: |number| format!("Type :{number} to open it, add to enter another."),
    nothing_to_recover: "Nothing was left unsaved.",
    kept_elsewhere: "What was typed is kept for its own form.",
    kept_for_next: |count| format!("{count} forms were not saved and are kept for next time."),
};

fn figures(counts: &Counts, names: [&str; 3], none: &str, language: Language) -> String {
    let all = [counts.late, counts.due_soon, counts.open];
    let named = all.into_iter().zip(names).filter(|(count, _)| *count > 0);
    let texts: Vec<String> = named
        .map(|(count, name)| format!("{}\u{a0}{name}", number(count, language)))
        .collect();
    if texts.is_empty() {
        return none.to_owned();
    }
    texts.join(", ")
}

const VI_DAYS: [&str; 7] = [
    "thứ Hai",
    "thứ Ba",
    "thứ Tư",
    "thứ Năm",
    "thứ Sáu",
    "thứ Bảy",
    "Chủ nhật",
];

const EN_DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

fn weekday_of(day: NaiveDate) -> usize {
    usize::try_from(day.weekday().num_days_from_monday() % 7).unwrap_or(0)
}

/// A number as typed; one that is too large to be one is not repeated.
fn any(number: usize) -> String {
    if number == usize::MAX {
        String::new()
    } else {
        number.to_string()
    }
}
