//! The words of the work as numbered prompts: whole sentences, the important word first, no signs.

use chrono::{Datelike, NaiveDate};

use super::Language::{self, English, Vietnamese};
use super::format::{date, number};
use crate::domain::count::Counts;

/// The words of the work as numbered prompts.
#[derive(Debug)]
pub struct LineWords {
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
    /// Asks at the end of a page whether to read on.
    pub read_on: &'static str,
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
    /// Reporting completion, in full.
    pub submit: &'static str,
    /// A deed on a task.
    pub deed_on: fn(&str, i64) -> String,
    /// A deed on several tasks.
    pub deed_on_many: fn(&str, usize) -> String,
    /// What changes: label, before, after.
    pub from_to: fn(&str, &str, &str) -> String,
    /// Before what will be saved is read out.
    pub review: fn(usize) -> String,
    /// Before the fields of a form are read out.
    pub review_form: &'static str,
    /// Asks whether to save so many; true where a word is needed instead of a number.
    pub save: fn(usize, bool) -> String,
    /// One for yes is not enough.
    pub needs_word: &'static str,
    /// What may be answered to the question whether to save.
    pub help_save: fn(bool) -> &'static str,
    /// So many were saved.
    pub saved: fn(usize) -> String,
    /// Nothing was typed and nothing saved.
    pub not_saved: &'static str,
    /// Not saved; what was typed is kept.
    pub not_saved_kept: &'static str,
    /// Somebody was faster: number, who, when, what.
    pub conflict: fn(i64, &str, &str, &str) -> String,
    /// What was typed stands and can be saved over the new state.
    pub kept_for_new: &'static str,
    /// Something is missing for a task.
    pub missing: fn(i64, &str) -> String,
    /// A digit that is no deed.
    pub no_deed: fn(u8) -> String,
    /// How a task stands now.
    pub now: fn(&str) -> String,
    /// What was taken back or done again: deeds, and numbers of tasks.
    pub taken: fn(&str, &[i64]) -> String,
    /// Asks for a yes or no: label, and what Enter keeps.
    pub flag: fn(&str, &str) -> String,
    /// Asks for a field: label, what may stand there, what stands there, whether it must.
    pub question: fn(&str, &str, &str, bool) -> String,
    /// May be one of the list.
    pub hint_suggest: &'static str,
    /// Is one of the list.
    pub hint_number: &'static str,
    /// Is one of a long list.
    pub hint_choice: &'static str,
    /// Is a day.
    pub hint_date: &'static str,
    /// Is a percentage.
    pub hint_percent: &'static str,
    /// A flag that is set, and one that is not.
    pub flag_state: [&'static str; 2],
    /// What may be answered to yes or no.
    pub yes_or_no: &'static str,
    /// What was understood.
    pub understood: fn(&str) -> String,
    /// Nothing in the list fits.
    pub no_such_choice: fn(&str) -> String,
    /// So many fit; so many are read.
    pub several: fn(usize, usize) -> String,
    /// Asks which of them.
    pub which: &'static str,
    /// What may be typed in every field.
    pub help_field: &'static str,
    /// What a text field takes.
    pub help_text: &'static str,
    /// What a field with suggestions takes.
    pub help_suggest: &'static str,
    /// What a choice takes.
    pub help_choice: &'static str,
    /// What a day takes.
    pub help_date: &'static str,
    /// What a percentage takes.
    pub help_percent: &'static str,
    /// The question at today's work.
    pub prompt_home: &'static str,
    /// The question under a list: first row, last row, of how many, whether there is more.
    pub prompt_list: fn(usize, usize, &str, bool) -> String,
    /// The question where nothing is listed.
    pub prompt_empty: &'static str,
    /// The question under a task.
    pub prompt_task: fn(i64) -> String,
    /// The question under the agencies: read so far, of how many.
    pub prompt_agencies: fn(usize, usize) -> String,
    /// The question under a log, whether there is more.
    pub prompt_log: fn(bool) -> String,
    /// The question under the views.
    pub prompt_views: &'static str,
    /// The question of the first start.
    pub prompt_start: &'static str,
    /// What may be answered at the first start.
    pub help_start: &'static str,
    /// Asks for a file.
    pub file: &'static str,
    /// Enter alone means nothing here.
    pub nothing_typed: &'static str,
    /// There is no more.
    pub end_of_list: &'static str,
    /// There is no page before.
    pub first_page: &'static str,
    /// There is no task before.
    pub first_row: &'static str,
    /// No task here.
    pub nothing: &'static str,
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
    /// Asks for the words of a filter.
    pub words: &'static str,
    /// What may stand in a filter.
    pub help_words: &'static str,
    /// No view was saved.
    pub no_views: &'static str,
    /// Asks for the name of a view.
    pub view_name: &'static str,
    /// What a name is for.
    pub help_view: &'static str,
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
    /// Reads everything about a task.
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
    /// What may stand at today's work.
    pub help_home: &'static str,
    /// What may stand under a list.
    pub help_list: &'static str,
    /// What may stand under a task.
    pub help_task: &'static str,
    /// What may stand under the agencies.
    pub help_agencies: &'static str,
    /// What may stand under a log.
    pub help_log: &'static str,
    /// What may stand under the views.
    pub help_views: &'static str,
    /// What may be typed everywhere.
    pub help_everywhere: &'static str,
    /// All commands.
    pub help_commands: fn(&str) -> String,
}

pub(super) const VI: LineWords = LineWords {
    day: |day| format!("{} {}", VI_DAYS[weekday_of(day)], date(day)),
    no_screen: "Thiết bị này không có màn hình đầy đủ, làm việc từng dòng. Nếu có, đặt TERM đúng với thiết bị, ví dụ TERM=xterm.",
    greeting: |login, role| {
        format!("{login}, {role}. Gõ ? ở bất cứ đâu để nghe gõ được gì, q để trở lại.")
    },
    sample: "Dữ liệu mẫu.",
    looking: "Chỉ xem, không ghi.",
    recovery: |count| format!("Lần trước còn {count} nội dung nhập dở, gõ khôi phục để nhập tiếp."),
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
    read_on: "Còn nữa. Enter đọc tiếp, q thôi:",
    too_long: "Dòng quá dài, không nhận. Gõ lại ngắn hơn.",
    number: |number| format!("Số\u{a0}{number}"),
    about: |number, what| format!("Số {number}: {what}"),
    submitted_late: |condition| format!("nộp {condition}"),
    marks: ["đang xin gia hạn", "báo giao sai", "cần rà soát"],
    submit: "Báo cáo hoàn thành",
    deed_on: |deed, number| format!("{deed}, nhiệm vụ số {number}"),
    deed_on_many: |deed, count| format!("{deed}, {count} nhiệm vụ"),
    from_to: |label, before, after| format!("{label}: từ {before} thành {after}"),
    review: |count| match count {
        1 => "Xem lại trước khi ghi.".to_owned(),
        _ => format!("Xem lại trước khi ghi {count} thao tác, hoàn tác được cả nhóm."),
    },
    review_form: "Xem lại trước khi ghi.",
    save: |count, is_grave| {
        let what = if count == 1 {
            String::new()
        } else {
            format!(" {count} thao tác")
        };
        if is_grave {
            format!("Ghi{what}? Gõ chữ ghi để ghi, 2 không, 3 sửa lại:")
        } else {
            format!("Ghi{what}? 1 có, 2 không, 3 sửa lại:")
        }
    },
    needs_word: "Thao tác này thay đổi lớn: gõ chữ ghi để ghi.",
    help_save: |is_grave| {
        if is_grave {
            "Gõ chữ ghi để ghi; 2 hoặc q để không ghi, nội dung được giữ; 3 để sửa lại từng ô."
        } else {
            "Gõ 1 để ghi; 2 hoặc q để không ghi, nội dung được giữ; 3 để sửa lại từng ô."
        }
    },
    saved: |count| format!("Đã ghi {count} nhiệm vụ. Gõ hoàn tác để trở lại như trước."),
    not_saved: "Chưa ghi gì.",
    not_saved_kept: "Chưa ghi. Nội dung đã gõ được giữ, mở lại sẽ thấy.",
    conflict: |number, who, at, what| {
        format!(
            "Chưa ghi được số {number}: {who} vừa ghi {} lúc {at}.",
            what.to_lowercase()
        )
    },
    kept_for_new: "Nội dung đã gõ được giữ, ghi được lên bản mới.",
    missing: |number, what| format!("Số {number} còn thiếu: {}.", what.to_lowercase()),
    no_deed: |digit| format!("Số {digit} không phải thao tác ghi."),
    now: |standing| format!("Bây giờ: {standing}"),
    taken: |deeds, numbers| format!("Gồm: {deeds}, {}.", listed("số", numbers)),
    flag: |label, there| format!("{label}? 1 có, 2 không, Enter là {there}:"),
    question: |label, hint, there, is_needed| {
        question(
            label,
            hint,
            &match there {
                "" if is_needed => String::new(),
                "" => "Enter bỏ qua".to_owned(),
                there => format!("đang là {there}, Enter giữ"),
            },
        )
    },
    hint_suggest: "gõ số hoặc lời",
    hint_number: "gõ số",
    hint_choice: "mã hoặc tên",
    hint_date: "như 30/6",
    hint_percent: "0 đến 100",
    flag_state: ["có", "không"],
    yes_or_no: "Gõ 1 là có, 2 là không, Enter giữ như đang có.",
    understood: |text| format!("Hiểu là {text}."),
    no_such_choice: |text| format!("Không có mục nào khớp \"{text}\". Gõ ? để nghe danh sách."),
    several: |found, shown| {
        if found > shown {
            format!("Có {found} mục khớp, {shown} mục đầu là:")
        } else {
            format!("Có {found} mục khớp:")
        }
    },
    which: "Chọn số, hoặc gõ tên rõ hơn:",
    help_field: "Enter giữ nội dung đang có hoặc bỏ qua, dấu trừ xóa trống, dấu bằng lấy lại nội dung gõ lần trước, q trở lại mà vẫn giữ những gì đã gõ, :1234 mở nhiệm vụ số 1234.",
    help_text: "Gõ nội dung trên một dòng.",
    help_suggest: "Gõ số của một mục, hoặc gõ lời khác.",
    help_choice: "Gõ mã, chữ đầu hoặc tên, có dấu hay không dấu đều được.",
    help_date: "Gõ ngày như 30/6, 30/6/2023, mai, t6, cuối tháng, +5n là năm ngày làm việc nữa.",
    help_percent: "Gõ một số từ 0 đến 100.",
    prompt_home: "Việc hôm nay. Chọn số 1 đến 6, ? giúp:",
    prompt_list: |from, to, all, has_more| {
        let next = if has_more { "Enter tiếp" } else { "hết" };
        format!("Dòng {from} đến {to} trên {all}, {next}. Chọn số, ? giúp:")
    },
    prompt_empty: "Danh sách trống. q trở lại, ? giúp:",
    prompt_task: |number| format!("Nhiệm vụ số {number}. Chọn thao tác, ? giúp:"),
    prompt_agencies: |read, all| {
        if read < all {
            format!("Cơ quan {read} trên {all}, Enter tiếp. Chọn số, mã hoặc tên, ? giúp:")
        } else {
            "Hết cơ quan. Chọn số, mã hoặc tên, ? giúp:".to_owned()
        }
    },
    prompt_log: |has_more| {
        if has_more {
            "Nhật ký. Enter đọc tiếp, q trở lại, ? giúp:".to_owned()
        } else {
            "Hết nhật ký. q trở lại, ? giúp:".to_owned()
        }
    },
    prompt_views: "Bộ lọc đã lưu. Chọn số hoặc tên, ? giúp:",
    prompt_start: "Chọn 1, 2 hoặc 3, q thoát:",
    help_start: "Gõ 1, 2 hoặc 3 rồi Enter; q thoát, không tạo gì.",
    file: "Tệp CSV trên máy chủ, Enter trở lại:",
    nothing_typed: "Chưa gõ gì. Gõ ? để nghe gõ được gì.",
    end_of_list: "Hết danh sách.",
    first_page: "Đang ở trang đầu.",
    first_row: "Đang ở nhiệm vụ đầu danh sách.",
    nothing: "Không có nhiệm vụ nào.",
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
    words: "Từ cần tìm hoặc lọc, Enter thôi:",
    help_words: "Gõ từ trong nội dung, có dấu hay không; hoặc cq:stc là cơ quan, tt:đang là trạng thái, quá hạn, sắp đến hạn, hạn<30/6. Ví dụ: cq:stc quá hạn cải cách.",
    no_views: "Chưa lưu bộ lọc nào. Ở một danh sách, gõ lưu và tên để lưu bộ lọc đang xem.",
    view_name: "Tên bộ lọc, Enter thôi:",
    help_view: "Bộ lọc đang xem được lưu dưới tên này, lần sau mở bằng bộ lọc đã lưu.",
    log_of: |number| format!("Nhật ký nhiệm vụ số {number}, mới trước"),
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
    read_all: "đọc đầy đủ",
    progress: "Tiến độ",
    head: "Người đứng đầu",
    closed: "Kết thúc",
    log_rows: |count| format!("{count} dòng, gõ l để đọc"),
    go_to: |number| format!("Gõ :{number} để mở, thêm để nhập tiếp."),
    nothing_to_recover: "Không có nội dung nhập dở nào.",
    kept_elsewhere: "Nội dung nhập dở được giữ cho biểu mẫu của nó.",
    kept_for_next: |count| format!("Còn {count} nội dung nhập dở, được giữ cho lần sau."),
    help_home: "Gõ số 1 đến 6 để mở danh sách đó. Gõ cơ quan, tìm, thêm, nhật ký, bộ lọc đã lưu; thoát hoặc q để ra.",
    help_list: "Gõ số dòng để mở nhiệm vụ, Enter hoặc n trang sau, p trang trước. Gõ số thao tác rồi các dòng để làm nhiều nhiệm vụ một lần: 9 3,5,7 hoặc 9 3-7. Thao tác: 1 nhận hoặc giao, 2 tiến độ, 3 chuyển đơn vị, 4 thôi theo dõi, 6 tạm dừng hoặc tiếp tục, 7 gia hạn, 8 đôn đốc, 9 báo cáo hoàn thành hoặc xác nhận, 0 trả lại hoặc mở lại. Gõ tìm và từ để thu hẹp, lọc và từ để lọc lại, thứ tự, lưu và tên.",
    help_task: "Gõ số thao tác đã nêu. 5 đọc đầy đủ, l nhật ký, vì sao để nghe cách tính ngày, s sửa nội dung, n nhiệm vụ sau và p nhiệm vụ trước trong danh sách, r đọc lại.",
    help_agencies: "Gõ số, mã hoặc tên cơ quan để mở nhiệm vụ của cơ quan đó. Enter đọc tiếp.",
    help_log: "Enter đọc các dòng cũ hơn.",
    help_views: "Gõ số hoặc tên để mở bộ lọc đó.",
    help_everywhere: "Ở mọi nơi: ? giúp, q trở lại, về đầu, thoát, :1234 mở nhiệm vụ số 1234, hoàn tác, làm lại. Không cần gõ dấu.",
    help_commands: |names| format!("Tất cả các lệnh: {names}."),
};

pub(super) const EN: LineWords = LineWords {
    day: |day| format!("{} {}", EN_DAYS[weekday_of(day)], date(day)),
    no_screen: "This terminal has no full screen, so the work goes line by line. If it has one, set TERM to what it is, for example TERM=xterm.",
    greeting: |login, role| {
        format!("{login}, {role}. Type ? anywhere to hear what may be typed, q to go back.")
    },
    sample: "Sample data.",
    looking: "Looking only, nothing is written.",
    recovery: |count| {
        format!("{count} forms were not saved last time, type recover to go on with them.")
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
    read_on: "More. Enter reads on, q stops:",
    too_long: "The line is too long and was not taken. Type a shorter one.",
    number: |number| format!("Number\u{a0}{number}"),
    about: |number, what| format!("Number {number}: {what}"),
    submitted_late: |condition| format!("submitted {condition}"),
    marks: [
        "extension asked for",
        "said to be not theirs",
        "to be reviewed",
    ],
    submit: "Report done",
    deed_on: |deed, number| format!("{deed}, task number {number}"),
    deed_on_many: |deed, count| format!("{deed}, {count} tasks"),
    from_to: |label, before, after| format!("{label}: from {before} to {after}"),
    review: |count| match count {
        1 => "Review before saving.".to_owned(),
        _ => format!("Review before saving {count} deeds, which can be taken back as one."),
    },
    review_form: "Review before saving.",
    save: |count, is_grave| {
        let what = if count == 1 {
            String::new()
        } else {
            format!(" {count} deeds")
        };
        if is_grave {
            format!("Save{what}? Type the word save to save, 2 no, 3 edit:")
        } else {
            format!("Save{what}? 1 yes, 2 no, 3 edit:")
        }
    },
    needs_word: "This is a grave change: type the word save.",
    help_save: |is_grave| {
        if is_grave {
            "Type the word save to save; 2 or q not to, what you typed is kept; 3 to go through the fields again."
        } else {
            "Type 1 to save; 2 or q not to, what you typed is kept; 3 to go through the fields again."
        }
    },
    saved: |count| {
        format!(
            "Saved {count} {}. Type undo to take it back.",
            if count == 1 { "task" } else { "tasks" }
        )
    },
    not_saved: "Nothing was saved.",
    not_saved_kept: "Not saved. What you typed is kept for when you come back.",
    conflict: |number, who, at, what| {
        format!(
            "Number {number} was not saved: {who} saved {} at {at}.",
            what.to_lowercase()
        )
    },
    kept_for_new: "What you typed is kept and can be saved over the new state.",
    missing: |number, what| format!("Number {number} still needs: {}.", what.to_lowercase()),
    no_deed: |digit| format!("{digit} is nothing to be saved."),
    now: |standing| format!("Now: {standing}"),
    taken: |deeds, numbers| format!("That was: {deeds}, {}.", listed("number", numbers)),
    flag: |label, there| format!("{label}? 1 yes, 2 no, Enter {there}:"),
    question: |label, hint, there, is_needed| {
        question(
            label,
            hint,
            &match there {
                "" if is_needed => String::new(),
                "" => "Enter skips".to_owned(),
                there => format!("now {there}, Enter keeps"),
            },
        )
    },
    hint_suggest: "a number or words",
    hint_number: "a number",
    hint_choice: "code or name",
    hint_date: "such as 30/6",
    hint_percent: "0 to 100",
    flag_state: ["yes", "no"],
    yes_or_no: "Type 1 for yes, 2 for no, Enter keeps what is there.",
    understood: |text| format!("Understood as {text}."),
    no_such_choice: |text| format!("Nothing fits \"{text}\". Type ? to hear the list."),
    several: |found, shown| {
        if found > shown {
            format!("{found} fit, the first {shown} are:")
        } else {
            format!("{found} fit:")
        }
    },
    which: "Choose a number, or type more of the name:",
    help_field: "Enter keeps what is there or skips, a minus clears, an equals sign takes what was typed last time, q goes back and keeps what was typed, :1234 opens task 1234.",
    help_text: "Type the text in one line.",
    help_suggest: "Type the number of an item, or other words.",
    help_choice: "Type the code, the initials or the name, with or without accents.",
    help_date: "Type a day such as 30/6, 30/6/2023, tomorrow, fri, end of month, +5n for five working days from now.",
    help_percent: "Type a number from 0 to 100.",
    prompt_home: "Today's work. Choose 1 to 6, ? help:",
    prompt_list: |from, to, all, has_more| {
        let next = if has_more { "Enter next" } else { "end" };
        format!("Rows {from} to {to} of {all}, {next}. Choose a number, ? help:")
    },
    prompt_empty: "The list is empty. q back, ? help:",
    prompt_task: |number| format!("Task number {number}. Choose what to do, ? help:"),
    prompt_agencies: |read, all| {
        if read < all {
            format!("Agency {read} of {all}, Enter next. Number, code or name, ? help:")
        } else {
            "End of agencies. Number, code or name, ? help:".to_owned()
        }
    },
    prompt_log: |has_more| {
        if has_more {
            "Log. Enter reads on, q back, ? help:".to_owned()
        } else {
            "End of the log. q back, ? help:".to_owned()
        }
    },
    prompt_views: "Saved views. Choose a number or name, ? help:",
    prompt_start: "Choose 1, 2 or 3, q leaves:",
    help_start: "Type 1, 2 or 3 and Enter; q leaves, nothing is made.",
    file: "CSV file on the server, Enter goes back:",
    nothing_typed: "Nothing was typed. Type ? to hear what may be typed.",
    end_of_list: "End of the list.",
    first_page: "This is the first page.",
    first_row: "This is the first task of the list.",
    nothing: "No tasks.",
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
    words: "Words to find or filter by, Enter stops:",
    help_words: "Type words of the text, with or without accents; or agency:stc, status:in_progress, overdue, due soon, due<30/6. For example: agency:stc overdue reform.",
    no_views: "No view was saved yet. In a list, type keep and a name to keep its filter.",
    view_name: "Name of the view, Enter stops:",
    help_view: "The present filter is kept under this name and opened from the views.",
    log_of: |number| format!("Log of task number {number}, newest first"),
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
    read_all: "read everything",
    progress: "Progress",
    head: "Head",
    closed: "Closed",
    log_rows: |count| format!("{count} rows, type l to read them"),
    go_to: |number| format!("Type :{number} to open it, add to enter another."),
    nothing_to_recover: "Nothing was left unsaved.",
    kept_elsewhere: "What was typed is kept for its own form.",
    kept_for_next: |count| format!("{count} forms were not saved and are kept for next time."),
    help_home: "Type 1 to 6 to open that list. Type agency, find, add, log, views; exit or q to leave.",
    help_list: "Type the number of a row to open its task, Enter or n for the next page, p for the one before. Type an option and rows to work on several at once: 9 3,5,7 or 9 3-7. Options: 1 accept or assign, 2 progress, 3 transfer, 4 drop, 6 suspend or resume, 7 extend, 8 urge, 9 report done or confirm, 0 return or reopen. Type find and words to narrow, filter and words to filter anew, sort, keep and a name.",
    help_task: "Type the number of an option. 5 reads everything, l the log, why explains the days, s edits the texts, n next and p previous task of the list, r says it again.",
    help_agencies: "Type number, code or name of an agency to open its tasks. Enter reads on.",
    help_log: "Enter reads older rows.",
    help_views: "Type number or name to open a view.",
    help_everywhere: "Everywhere: ? help, q back, home, exit, :1234 opens task 1234, undo, redo.",
    help_commands: |names| format!("All commands: {names}."),
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

/// A question with what may be answered, in one line.
fn question(label: &str, hint: &str, there: &str) -> String {
    let parts = [label, hint, there]
        .into_iter()
        .filter(|part| !part.is_empty());
    format!("{}:", parts.collect::<Vec<_>>().join(", "))
}

/// So many numbers are named before they are counted.
const NAMED: usize = 5;

/// Several tasks by their numbers.
fn listed(word: &str, numbers: &[i64]) -> String {
    let named: Vec<String> = numbers.iter().take(NAMED).map(i64::to_string).collect();
    match numbers.len().saturating_sub(NAMED) {
        0 => format!("{word} {}", named.join(", ")),
        more => format!("{word} {}, +{more}", named.join(", ")),
    }
}

/// A number as typed; one that is too large to be one is not repeated.
fn any(number: usize) -> String {
    if number == usize::MAX {
        String::new()
    } else {
        number.to_string()
    }
}
