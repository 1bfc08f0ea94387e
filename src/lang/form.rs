//! The words of forms: what stands beside fields, and what is wrong with what was typed.

/// The words of forms.
#[derive(Debug)]
pub struct FormWords {
    /// A date as it was understood: weekday and date, working days from today, whether it is worked.
    pub echo_date: fn(&str, i64, bool) -> String,
    /// A required field is empty; takes its label.
    pub missing: fn(&str) -> String,
    /// A date that cannot be read; takes what was typed.
    pub bad_date: fn(&str) -> String,
    /// A percentage that is none.
    pub bad_percent: fn(&str) -> String,
    /// Nothing in the list fits what was typed: the label and the text.
    pub no_choice: fn(&str, &str) -> String,
    /// F4 on a field that has no list.
    pub nothing_to_choose: &'static str,
    /// F7 where there is no record before.
    pub nothing_before: &'static str,
    /// F9 where nothing was typed before.
    pub nothing_typed: &'static str,
    /// No room is left in the field.
    pub full: &'static str,
    /// Beside a field with a list.
    pub choose: &'static str,
    /// What is done while a form is open: how to save and how to leave.
    pub hint: &'static str,
    /// Beside the fields that must be filled.
    pub required: &'static str,
    /// The title of the form for a new task.
    pub add: &'static str,
    /// The title of the form for one task; takes its number.
    pub edit: fn(i64) -> String,
    /// Label: content.
    pub title: &'static str,
    /// Label: assigning document.
    pub document: &'static str,
    /// Label: area.
    pub area: &'static str,
    /// Label: lead agency.
    pub agency: &'static str,
    /// Label: supporting agencies.
    pub supporting: &'static str,
    /// Label: deliverable.
    pub product: &'static str,
    /// Label: deadline text.
    pub deadline: &'static str,
    /// Label: why it is corrected.
    pub reason: &'static str,
    /// Label: keep as a draft.
    pub draft: &'static str,
    /// Label: enter another one after saving.
    pub another: &'static str,
    /// Label: what was doubtful is settled.
    pub settled: &'static str,
    /// Above the doubts of a row.
    pub doubts: &'static str,
    /// A task was entered: its number; kept as a draft or given.
    pub added: fn(i64, bool) -> String,
    /// A task was corrected.
    pub edited: fn(i64) -> String,
    /// Nothing was changed.
    pub unchanged: &'static str,
    /// The lead of a task is changed by a transfer.
    pub transfer: &'static str,
    /// A field as it is now, in a conflict: the label and the value.
    pub now: fn(&str, &str) -> String,
    /// What to do about a conflict.
    pub conflict: &'static str,
    /// The task does not exist any more.
    pub gone: &'static str,
    /// What a choice was read as.
    pub read_as: fn(&str) -> String,
    /// What the deadline text was read as.
    pub deadline_read: fn(&str) -> String,
    /// What a target was read as.
    pub target_read: fn(&str) -> String,
    /// The product is a document that has to be issued.
    pub owes: &'static str,
    /// A numeric target.
    pub target: &'static str,
    /// What of it is reached.
    pub reached: &'static str,
    /// The day on which a stage was reached: its words, its due day.
    pub stage_done: fn(&str, chrono::NaiveDate) -> String,
    /// A deadline that never falls due.
    pub ongoing: &'static str,
    /// A deadline that recurs; takes its next day.
    pub repeats: fn(&str) -> String,
    /// A deadline without a day.
    pub unclear: &'static str,
    /// The role may not enter or correct tasks.
    pub may_not: &'static str,
    /// The head of the form for one task: number, code, lead.
    pub head: fn(i64, &str, &str) -> String,
    /// The form can be filled in again, after one was saved.
    pub next: &'static str,
}

pub(super) const VI: FormWords = FormWords {
    echo_date: |day, left, is_working| {
        let off = if is_working { "" } else { " (ngày nghỉ)" };
        match left {
            0 => format!("{day}{off}"),
            1.. => format!("{day}{off}, còn {left} ngày làm việc"),
            _ => format!("{day}{off}, {} ngày làm việc trước", -left),
        }
    },
    missing: |label| format!("Chưa nhập {label}."),
    bad_date: |text| {
        format!("Không đọc được ngày \"{text}\". Nhập như 15/6, 15/6/23, +5n, t6, mai; F4 mở lịch.")
    },
    bad_percent: |text| format!("\"{text}\" không phải phần trăm từ 0 đến 100."),
    no_choice: |label, text| {
        format!("{label}: không có mục nào khớp \"{text}\". F4 chọn trong danh sách.")
    },
    nothing_to_choose: "Ô này không có danh sách để chọn.",
    nothing_before: "Chưa có dòng trước để chép.",
    nothing_typed: "Chưa có nội dung nào đã nhập ở ô này trước đó.",
    full: "Ô đã đầy.",
    choose: "F4 chọn",
    hint: "F10 Ghi · F12 Quay lại, giữ nội dung đã nhập · * bắt buộc",
    required: "*",
    add: "Thêm nhiệm vụ",
    edit: |number| format!("Sửa nhiệm vụ #{number}"),
    title: "Nội dung",
    document: "Văn bản giao",
    area: "Lĩnh vực",
    agency: "Chủ trì",
    supporting: "Phối hợp",
    product: "Sản phẩm",
    deadline: "Thời hạn",
    reason: "Lý do sửa",
    draft: "Để nháp, chưa giao",
    another: "Ghi xong nhập tiếp",
    settled: "Đã rà soát, giữ như đang ghi",
    doubts: "Cần rà soát:",
    added: |number, is_draft| {
        if is_draft {
            format!("Đã lưu nháp nhiệm vụ #{number}. F9 hoàn tác.")
        } else {
            format!("Đã giao nhiệm vụ #{number}. F9 hoàn tác.")
        }
    },
    edited: |number| format!("Đã sửa nhiệm vụ #{number}. F9 hoàn tác."),
    unchanged: "Chưa có gì thay đổi để ghi.",
    transfer: "Đổi cơ quan chủ trì: dùng thao tác 3 Chuyển đơn vị.",
    now: |label, value| format!("{label} hiện là: {value}"),
    conflict: "Nội dung vừa gõ được giữ. F10 ghi đè lên bản mới, F12 quay lại.",
    gone: "Nhiệm vụ này không còn.",
    read_as: |text| format!("→ {text}"),
    deadline_read: |text| format!("Thời hạn đọc là: {text}"),
    target_read: |text| format!("Chỉ tiêu đọc là: {text}"),
    owes: "Nợ văn bản",
    target: "Chỉ tiêu",
    reached: "Đã đạt",
    stage_done: |label, due| {
        let label = if label.is_empty() { "đợt" } else { label };
        format!("Xong {label} {}", super::format::short_date(due))
    },
    ongoing: "thường xuyên, không có ngày hạn",
    repeats: |day| format!("lặp lại, kỳ tới {day}"),
    unclear: "chưa rõ ngày, cần rà soát",
    may_not: "Vai trò của anh/chị không nhập và sửa nhiệm vụ; nhờ chuyên viên theo dõi. F12 quay lại.",
    head: |number, code, lead| format!("#{number}  {code} · Chủ trì: {lead}"),
    next: "Nhập tiếp, hoặc F12 quay lại.",
};

pub(super) const EN: FormWords = FormWords {
    echo_date: |day, left, is_working| {
        let off = if is_working { "" } else { " (day off)" };
        match left {
            0 => format!("{day}{off}"),
            1.. => format!("{day}{off}, {left} working days left"),
            _ => format!("{day}{off}, {} working days ago", -left),
        }
    },
    missing: |label| format!("{label} is missing."),
    bad_date: |text| {
        format!(
            "\"{text}\" is no date. Type 15/6, 15/6/23, +5n (working days), fri; F4 opens the month."
        )
    },
    bad_percent: |text| format!("\"{text}\" is no percentage from 0 to 100."),
    no_choice: |label, text| format!("{label}: nothing fits \"{text}\". F4 shows the list."),
    nothing_to_choose: "This field has no list to choose from.",
    nothing_before: "There is no record before to copy from.",
    nothing_typed: "Nothing was typed into this field before.",
    full: "The field is full.",
    choose: "F4 choose",
    hint: "F10 Save · F12 Back, what was typed is kept · * required",
    required: "*",
    add: "New task",
    edit: |number| format!("Edit task #{number}"),
    title: "Content",
    document: "Document",
    area: "Area",
    agency: "Lead",
    supporting: "Supporting",
    product: "Product",
    deadline: "Deadline",
    reason: "Why corrected",
    draft: "Keep as a draft",
    another: "Then enter another",
    settled: "Reviewed, keep as it stands",
    doubts: "To be reviewed:",
    added: |number, is_draft| {
        if is_draft {
            format!("Kept as draft: task #{number}. F9 takes it back.")
        } else {
            format!("Assigned: task #{number}. F9 takes it back.")
        }
    },
    edited: |number| format!("Corrected: task #{number}. F9 takes it back."),
    unchanged: "Nothing was changed.",
    transfer: "The lead is changed with option 3, Transfer.",
    now: |label, value| format!("{label} is now: {value}"),
    conflict: "What you typed is kept. F10 saves it over the new version, F12 goes back.",
    gone: "This task does not exist any more.",
    read_as: |text| format!("→ {text}"),
    deadline_read: |text| format!("Deadline read as: {text}"),
    target_read: |text| format!("Target read as: {text}"),
    owes: "Owes document",
    target: "Target",
    reached: "Reached",
    stage_done: |label, due| {
        let label = if label.is_empty() { "stage" } else { label };
        format!("Reached {label} {}", super::format::short_date(due))
    },
    ongoing: "ongoing, never due",
    repeats: |day| format!("recurs, next {day}"),
    unclear: "no day, to be reviewed",
    may_not: "Your role does not enter or correct tasks; ask a monitor. F12 goes back.",
    head: |number, code, lead| format!("#{number}  {code} · Lead: {lead}"),
    next: "Enter the next one, or F12 goes back.",
};
