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
    /// Between what was and what will be.
    pub becomes: &'static str,
    /// Asks whether to save this; true where a word is needed instead of a number.
    pub ask: fn(&str, bool) -> String,
    /// A new task, as what is to be saved.
    pub added: &'static str,
    /// The correction of a task.
    pub edited: fn(i64) -> String,
    /// So many deeds.
    pub many: fn(usize) -> String,
    /// Heads an extension: the day on which the task is due now.
    pub due_now: fn(&str) -> String,
    /// One for yes is not enough.
    pub needs_word: &'static str,
    /// One was saved: its deed, number and text.
    pub saved: fn(&str, i64, &str) -> String,
    /// Several were saved: their numbers.
    pub saved_many: fn(&[i64]) -> String,
    /// Nothing was typed and nothing saved.
    pub not_saved: &'static str,
    /// Not saved; what was typed is kept.
    pub not_saved_kept: &'static str,
    /// What was typed is let go of.
    pub let_go: &'static str,
    /// Somebody was faster: number, who, when, what.
    pub conflict: fn(i64, &str, &str, &str) -> String,
    /// What was typed stands and can be saved over the new state.
    pub kept_for_new: &'static str,
    /// Something is missing for a task.
    pub missing: fn(i64, &str) -> String,
    /// A digit that is no deed.
    pub no_deed: fn(&str) -> String,
    /// How a task stands now.
    pub now: fn(&str) -> String,
    /// What a group did: deeds, empty where they are not said again, numbers of tasks, and the text where it is one task.
    pub group: fn(&str, &[i64], &str) -> String,
    /// Says that another session saved it, at that moment.
    pub older: fn(&str) -> String,
    /// What was taken back (true) or done again: the group; how many stay and why, empty where none does.
    pub taken: fn(bool, &str, &str) -> String,
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
    becomes: " thành ",
    ask: |what, is_grave| {
        if is_grave {
            format!("Ghi {what}? Gõ chữ ghi để ghi, 2 không, 3 sửa lại:")
        } else {
            format!("Ghi {what}? 1 có, 2 không, 3 sửa lại:")
        }
    },
    added: "nhiệm vụ mới",
    edited: |number| format!("sửa nhiệm vụ số {number}"),
    many: |count| format!("{count} thao tác"),
    due_now: |day| format!("Hạn hiện hành {day}."),
    needs_word: "Thao tác này thay đổi lớn: gõ chữ ghi để ghi.",
    saved: |deed, number, title| {
        format!(
            "Đã ghi {}, nhiệm vụ số {number}: {} Gõ hoàn tác để lấy lại.",
            deed.to_lowercase(),
            full(title)
        )
    },
    saved_many: |numbers| {
        format!(
            "Đã ghi {} nhiệm vụ, {}. Gõ hoàn tác để lấy lại.",
            numbers.len(),
            listed("số", numbers, "và", "nhiệm vụ nữa")
        )
    },
    not_saved: "Chưa ghi gì.",
    not_saved_kept: "Chưa ghi. Nội dung đã gõ được giữ, mở lại sẽ thấy.",
    let_go: "Đã bỏ nội dung nhập dở.",
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
    group: |deeds, numbers, title| {
        let one = "nhiệm vụ số";
        group(
            deeds,
            numbers,
            title,
            [one, "nhiệm vụ", "số", "và", "nhiệm vụ nữa"],
        )
    },
    older: |at| format!("Nhóm này ghi lúc {at}, ở phiên làm việc khác."),
    taken: |back, group, left| {
        let done = if back {
            "Đã hoàn tác"
        } else {
            "Đã làm lại"
        };
        let group = match group {
            // Agencies and days off are no tasks.
            "" if left.is_empty() => format!("{done}."),
            "" if back => return format!("Không nhiệm vụ nào được hoàn tác; {left}."),
            "" => return format!("Không nhiệm vụ nào được làm lại; {left}."),
            group => format!("{done} {group}"),
        };
        match left {
            "" => group,
            _ => format!("{group} Còn {left}."),
        }
    },
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
    becomes: " to ",
    ask: |what, is_grave| {
        if is_grave {
            format!("Save {what}? Type the word save to save, 2 no, 3 edit:")
        } else {
            format!("Save {what}? 1 yes, 2 no, 3 edit:")
        }
    },
    added: "the new task",
    edited: |number| format!("the correction of task number {number}"),
    many: |count| format!("{count} deeds"),
    due_now: |day| format!("Due {day} at present."),
    needs_word: "This is a grave change: type the word save.",
    saved: |deed, number, title| {
        format!(
            "Saved {}, task number {number}: {} Type undo to take it back.",
            deed.to_lowercase(),
            full(title)
        )
    },
    saved_many: |numbers| {
        format!(
            "Saved {} tasks, {}. Type undo to take them back.",
            numbers.len(),
            listed("numbers", numbers, "and", "more")
        )
    },
    not_saved: "Nothing was saved.",
    not_saved_kept: "Not saved. What you typed is kept for when you come back.",
    let_go: "What was left unsaved is gone.",
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
    group: |deeds, numbers, title| {
        let one = "task number";
        group(
            deeds,
            numbers,
            title,
            [one, "tasks", "numbers", "and", "more"],
        )
    },
    older: |at| format!("This was saved on {at}, in another session."),
    taken: |back, group, left| {
        let done = if back { "Undone:" } else { "Done again:" };
        let group = match group {
            "" if left.is_empty() => done.replace(':', "."),
            "" if back => return format!("No task was taken back; {left}."),
            "" => return format!("No task was done again; {left}."),
            group => format!("{done} {group}"),
        };
        match left {
            "" => group,
            _ => format!("{group} {left}."),
        }
    },
};

/// So many numbers are named before they are counted.
const NAMED: usize = 5;

/// Several tasks by their numbers.
fn listed(word: &str, numbers: &[i64], and: &str, others: &str) -> String {
    let named: Vec<String> = numbers.iter().take(NAMED).map(i64::to_string).collect();
    match numbers.len().saturating_sub(NAMED) {
        0 => format!("{word} {}", named.join(", ")),
        more => format!("{word} {}, {and} {more} {others}", named.join(", ")),
    }
}

/// A text of a task as the end of a sentence.
fn full(text: &str) -> String {
    format!("{}.", text.trim_end_matches(['.', ';', ',', ' ']))
}

/// What a group did: one task with its text, several with their numbers.
fn group(deeds: &str, numbers: &[i64], title: &str, words: [&str; 5]) -> String {
    let [one, many, by_number, and, others] = words;
    let deeds = match deeds {
        "" => String::new(),
        deeds => format!("{}, ", deeds.to_lowercase()),
    };
    match numbers {
        [number] => format!("{deeds}{one} {number}: {}", full(title)),
        _ => {
            let listed = listed(by_number, numbers, and, others);
            format!("{deeds}{} {many}, {listed}.", numbers.len())
        }
    }
}
