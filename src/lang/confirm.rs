//! The words of the confirm list.

/// The words of the confirm list.
#[derive(Debug)]
pub struct ConfirmWords {
    /// The title.
    pub title: &'static str,
    /// So many deeds on so many tasks, undone as one.
    pub summary: fn(usize) -> String,
    /// The rows that show, where there are more.
    pub shown: fn(usize, usize, usize) -> String,
    /// Heading of the deeds.
    pub deed: &'static str,
    /// Heading of the tasks.
    pub task: &'static str,
    /// Heading of what changes.
    pub change: &'static str,
    /// Before the reason of a refused row.
    pub refused: &'static str,
    /// A digit that is no deed to be saved.
    pub no_deed: &'static str,
    /// A task that does not exist any more.
    pub gone: &'static str,
    /// A row that somebody changed since.
    pub changed: &'static str,
    /// Both versions of such a row: as seen, as it is now.
    pub versions: fn(&str, &str) -> String,
    /// Above the fields: the deed, and the task or how many rows they serve.
    pub form_one: fn(&str, i64) -> String,
    /// The same for several rows.
    pub form_many: fn(&str, usize) -> String,
    /// Which form of how many this is, where there are several.
    pub form_of: fn(usize, usize) -> String,
    /// Label of the flag: these fields serve all rows.
    pub shared: fn(usize) -> String,
    /// Everything can be saved: so many; Enter may do it.
    pub ready: fn(usize) -> String,
    /// The same, F10 only.
    pub ready_f10: fn(usize) -> String,
    /// So many will be saved, so many stay, for this reason.
    pub partly: fn(usize, usize, &str) -> String,
    /// Nothing can be saved.
    pub nothing: &'static str,
    /// While fields are open.
    pub form_hint: fn(usize) -> String,
    /// Enter where only F10 does it.
    pub needs_f10: &'static str,
    /// Behind the sentence of an empty field: F10 again saves the rest.
    pub again: fn(usize) -> String,
    /// So many were saved, so many left.
    pub saved: fn(usize, usize) -> String,
    /// So many were saved, some were changed by others and stay on the screen.
    pub conflict: fn(usize, usize) -> String,
    /// Fields, by need: progress in percent.
    pub percent: &'static str,
    /// The progress entry.
    pub note: &'static str,
    /// Number and symbol of the product document.
    pub evidence: &'static str,
    /// Its date.
    pub evidence_date: &'static str,
    /// The cause of delay.
    pub cause: &'static str,
    /// The usual causes.
    pub causes: &'static [&'static str],
    /// The summary of the result.
    pub summary_field: &'static str,
    /// What the evidence may be.
    pub evidence_echo: &'static str,
    /// The reason.
    pub reason: &'static str,
    /// The deciding document.
    pub document: &'static str,
    /// The new due date.
    pub due: &'static str,
    /// The new lead.
    pub agency: &'static str,
    /// The decision on a request.
    pub decision: &'static str,
    /// Why a monitor needs the document of what a leader decides.
    pub recorded: &'static str,
    /// As asked; with the date, where it is one.
    pub grant: fn(Option<&str>) -> String,
    /// Another date.
    pub other_date: &'static str,
    /// Refused.
    pub refuse: &'static str,
    /// What was asked: by when, why, and whether after the due date.
    pub asked: fn(&str, &str, bool) -> String,
    /// "trễ 11 ngày", for what changes.
    pub late: fn(i64) -> String,
    /// The due date changes.
    pub due_change: fn(&str, &str) -> String,
    /// A mistyped due date is put right: "đính chính", no extension.
    pub corrects: fn(&str, &str) -> String,
    /// The task was urged so many times.
    pub urged: fn(u32) -> String,
    /// An extension is asked for.
    pub asks: fn(&str) -> String,
    /// Disputed.
    pub disputes: &'static str,
    /// Not refused any more: the request is gone.
    pub refuses: fn(&str) -> String,
}

pub(super) const VI: ConfirmWords = ConfirmWords {
    title: "Xem lại trước khi ghi",
    summary: |count| {
        if count == 1 {
            "1 thao tác, ghi một lần, hoàn tác được (F9)".to_owned()
        } else {
            format!(
                "{count} thao tác trên {count} nhiệm vụ, ghi một lần, hoàn tác được cả nhóm (F9)"
            )
        }
    },
    shown: |from, to, all| format!("dòng {from}-{to}/{all}"),
    deed: "Thao tác",
    task: "Nhiệm vụ",
    change: "Trước → sau",
    refused: "CHƯA ĐƯỢC:",
    no_deed: "không phải thao tác ghi",
    gone: "không còn nhiệm vụ này",
    changed: "NGƯỜI KHÁC VỪA SỬA",
    versions: |then, now| format!("Lúc xem: {then}. Bây giờ: {now}."),
    form_one: |deed, number| format!("{deed} #{number}"),
    form_many: |deed, count| format!("{deed}, dùng chung cho {count} dòng"),
    form_of: |place, all| format!("biểu {place}/{all}"),
    shared: |count| format!("Dùng chung cho {count} dòng"),
    ready: |count| format!("Enter Ghi {count} thao tác · F12 Quay lại, giữ nguyên các số đã nhập"),
    ready_f10: |count| {
        format!("{count} thao tác sẽ ghi, chỉ F10 mới ghi · F12 Quay lại, giữ nguyên các số")
    },
    partly: |will, left, why| {
        format!("{will} thao tác sẽ ghi, {left} để lại vì {why}; chỉ F10 mới ghi")
    },
    nothing: "Không có thao tác nào ghi được · F12 Quay lại, giữ nguyên các số đã nhập",
    form_hint: |count| {
        format!("Enter ô kế, ở ô cuối thì ghi {count} thao tác · F10 Ghi · F12 Quay lại")
    },
    needs_f10: "Danh sách này chỉ ghi bằng F10.",
    again: |count| format!("F10 lần nữa ghi {count} dòng đã đủ."),
    saved: |done, left| match left {
        0 => format!("Đã ghi {done} nhiệm vụ. F9 hoàn tác."),
        _ => format!("Đã ghi {done} nhiệm vụ, để lại {left}. F9 hoàn tác."),
    },
    conflict: |done, left| match done {
        0 => format!(
            "Chưa ghi {left} nhiệm vụ: người khác vừa sửa. Nội dung được giữ; F10 ghi tiếp."
        ),
        _ => format!("Đã ghi {done}; {left} người khác vừa sửa, còn lại đây. F10 ghi lên bản mới."),
    },
    percent: "Tiến độ %",
    note: "Kết quả, vướng mắc",
    evidence: "Số ký hiệu",
    evidence_date: "Ngày",
    cause: "Nguyên nhân trễ",
    causes: &[
        "Chờ ý kiến phối hợp",
        "Chờ hướng dẫn cấp trên",
        "Thiếu kinh phí",
        "Thiếu nhân lực",
        "Chủ quan",
        "Khác",
    ],
    summary_field: "Tóm tắt",
    evidence_echo: "số, ký hiệu văn bản; hoặc tóm tắt từ 20 ký tự",
    reason: "Lý do",
    document: "Văn bản",
    due: "Hạn mới",
    agency: "Chuyển đến",
    decision: "Quyết định",
    recorded: "Việc này do lãnh đạo quyết định; chuyên viên theo dõi chỉ ghi lại, nên phải nêu số, ký hiệu văn bản của lãnh đạo.",
    grant: |day| match day {
        Some(day) => format!("Đồng ý như đề nghị ({day})"),
        None => "Đồng ý như đề nghị".to_owned(),
    },
    other_date: "Cho đến ngày khác",
    refuse: "Không đồng ý",
    asked: |day, reason, is_late| {
        let late = if is_late {
            ", xin sau khi quá hạn"
        } else {
            ""
        };
        format!("Xin đến {day}{late}: {reason}")
    },
    late: |days| {
        if days == 0 {
            "quá hạn".to_owned()
        } else {
            format!("trễ {days} ngày")
        }
    },
    due_change: |before, after| format!("Hạn {before} → {after}"),
    corrects: |before, after| format!("đính chính hạn {before} → {after}"),
    urged: |count| format!("đôn đốc lần {count}"),
    asks: |day| format!("xin gia hạn đến {day}"),
    disputes: "báo giao sai, chờ theo dõi xử lý",
    refuses: |day| format!("giữ hạn {day}"),
};

pub(super) const EN: ConfirmWords = ConfirmWords {
    title: "Review before saving",
    summary: |count| {
        if count == 1 {
            "1 deed, saved at once, can be taken back (F9)".to_owned()
        } else {
            format!("{count} deeds on {count} tasks, saved at once, taken back as one (F9)")
        }
    },
    shown: |from, to, all| format!("rows {from}-{to}/{all}"),
    deed: "Option",
    task: "Task",
    change: "Before → after",
    refused: "NOT POSSIBLE:",
    no_deed: "nothing to save",
    gone: "this task does not exist any more",
    changed: "SOMEBODY CHANGED IT",
    versions: |then, now| format!("As you saw it: {then}. Now: {now}."),
    form_one: |deed, number| format!("{deed} #{number}"),
    form_many: |deed, count| format!("{deed}, for {count} rows together"),
    form_of: |place, all| format!("form {place}/{all}"),
    shared: |count| format!("For {count} rows together"),
    ready: |count| format!("Enter saves {count} · F12 Back, the digits stay"),
    ready_f10: |count| format!("{count} to be saved, with F10 only · F12 Back, the digits stay"),
    partly: |will, left, why| format!("{will} to be saved, {left} left: {why}; F10 only"),
    nothing: "Nothing can be saved · F12 Back, the digits stay",
    form_hint: |count| {
        format!("Enter next field, in the last one saves {count} · F10 Save · F12 Back")
    },
    needs_f10: "This list is saved with F10 only.",
    again: |count| format!("F10 again saves the {count} complete rows."),
    saved: |done, left| match left {
        0 => format!("Saved: {done} tasks. F9 takes it back."),
        _ => format!("Saved: {done} tasks, {left} left. F9 takes it back."),
    },
    conflict: |done, left| match done {
        0 => format!(
            "Not saved: {left} tasks were just changed by others. Your text is kept; F10 tries again."
        ),
        _ => format!("Saved: {done}; {left} were just changed by others. F10 tries again."),
    },
    percent: "Progress %",
    note: "Results, obstacles",
    evidence: "Number, symbol",
    evidence_date: "Date",
    cause: "Cause of delay",
    causes: &[
        "Waiting for other agencies",
        "Waiting for guidance from above",
        "Lack of funds",
        "Lack of staff",
        "Own fault",
        "Other",
    ],
    summary_field: "Summary",
    evidence_echo: "number and symbol; or a summary of 20 letters",
    reason: "Reason",
    document: "Document",
    due: "New due date",
    agency: "New lead",
    decision: "Decision",
    recorded: "A leader decides this; a monitor only records it, so the number and symbol of the leader's document are needed.",
    grant: |day| match day {
        Some(day) => format!("Granted as asked ({day})"),
        None => "Granted as asked".to_owned(),
    },
    other_date: "Another date",
    refuse: "Refused",
    asked: |day, reason, is_late| {
        let late = if is_late {
            ", asked after the due date"
        } else {
            ""
        };
        format!("Asked until {day}{late}: {reason}")
    },
    late: |days| {
        if days == 0 {
            "overdue".to_owned()
        } else {
            format!("{days} days late")
        }
    },
    due_change: |before, after| format!("Due {before} → {after}"),
    corrects: |before, after| format!("due corrected {before} → {after}"),
    urged: |count| format!("urged {count} times"),
    asks: |day| format!("asks until {day}"),
    disputes: "not ours, waits for the monitor",
    refuses: |day| format!("stays due {day}"),
};
