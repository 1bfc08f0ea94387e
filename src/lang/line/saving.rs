//! What will be saved, whether it shall be, and what became of it; said aloud.

/// What is saved, and what became of it.
#[derive(Debug)]
pub struct SavingWords {
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
    pub ask: fn(usize, bool) -> String,
    /// One for yes is not enough.
    pub needs_word: &'static str,
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
}

pub(super) const VI: SavingWords = SavingWords {
    submit: "Báo cáo hoàn thành",
    deed_on: |deed, number| format!("{deed}, nhiệm vụ số {number}"),
    deed_on_many: |deed, count| format!("{deed}, {count} nhiệm vụ"),
    from_to: |label, before, after| format!("{label}: từ {before} thành {after}"),
    review: |count| match count {
        1 => "Xem lại trước khi ghi.".to_owned(),
        _ => format!("Xem lại trước khi ghi {count} thao tác, hoàn tác được cả nhóm."),
    },
    review_form: "Xem lại trước khi ghi.",
    ask: |count, is_grave| {
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
    saved: |count| format!("Đã ghi {count} nhiệm vụ. Gõ hoàn tác để lấy lại."),
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
};

pub(super) const EN: SavingWords = SavingWords {
    submit: "Report done",
    deed_on: |deed, number| format!("{deed}, task number {number}"),
    deed_on_many: |deed, count| format!("{deed}, {count} tasks"),
    from_to: |label, before, after| format!("{label}: from {before} to {after}"),
    review: |count| match count {
        1 => "Review before saving.".to_owned(),
        _ => format!("Review before saving {count} deeds, which can be taken back as one."),
    },
    review_form: "Review before saving.",
    ask: |count, is_grave| {
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
};

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
