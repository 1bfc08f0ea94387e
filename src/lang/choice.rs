//! The words of choosing: from a list, from a month, a status.

/// The words of choosing.
#[derive(Debug)]
pub struct ChoiceWords {
    /// So many tasks are let stand as read; so many were left.
    pub settled: fn(usize, usize) -> String,
    /// So many tasks are to be reviewed.
    pub to_settle: fn(usize) -> String,
    /// The title where an agency is chosen.
    pub agency: &'static str,
    /// Before the letters that narrow the list.
    pub narrow: &'static str,
    /// So many of so many fit.
    pub found: fn(usize, usize) -> String,
    /// Nothing fits the letters.
    pub none: &'static str,
    /// What to do in a list.
    pub hint: &'static str,
    /// What to do in a month.
    pub month_hint: &'static str,
    /// A month and its year.
    pub month: fn(u32, i32) -> String,
    /// What the signs beside days mean.
    pub day_off: &'static str,
    /// A weekend, as the reason of a day off.
    pub weekend: &'static str,
    /// The day of the calendar that is today.
    pub today: &'static str,
    /// An agency that has ended: behind its name, with the day.
    pub until: fn(&str) -> String,
    /// The title of the choice of a status, for one task.
    pub status_one: fn(i64) -> String,
    /// The same for several.
    pub status_many: fn(usize) -> String,
    /// Heading of the deeds.
    pub deed: &'static str,
    /// So many of so many rows may.
    pub may: fn(usize, usize) -> String,
    /// Not possible, and why.
    pub may_not: fn(&str) -> String,
    /// What to do in the choice of a status.
    pub status_hint: &'static str,
    /// Correcting the texts of a task.
    pub edit: &'static str,
    /// Asks for particulars.
    pub asks: &'static str,
}

pub(super) const VI: ChoiceWords = ChoiceWords {
    settled: |done, left| match left {
        0 => format!("Đúng như đã đọc: {done} nhiệm vụ. F9 hoàn tác."),
        _ => format!("Đúng như đã đọc: {done} nhiệm vụ; {left} để nguyên vì người khác đã sửa."),
    },
    to_settle: |count| format!("{count} nhiệm vụ cần rà soát"),
    agency: "Chọn cơ quan",
    narrow: "Gõ để lọc:",
    found: |found, all| format!("{found}/{all}"),
    none: "Không có mục nào khớp. Xóa bớt chữ để xem lại.",
    hint: "Gõ mã, chữ đầu hoặc tên không dấu để lọc · Enter chọn · F12 quay lại",
    month_hint: "Mũi tên đổi ngày · PgUp, PgDn đổi tháng · gõ ngày · Enter chọn · F12 quay lại",
    month: |month, year| format!("Tháng {month}/{year}"),
    day_off: "- nghỉ · ? nghỉ dự kiến · + làm bù · * hôm nay",
    weekend: "cuối tuần",
    today: "hôm nay",
    until: |day| format!("(đến {day})"),
    status_one: |number| format!("Trạng thái của #{number}"),
    status_many: |count| format!("Trạng thái của {count} nhiệm vụ"),
    deed: "Thao tác",
    may: |may, all| format!("được {may}/{all}"),
    may_not: |why| format!("chưa được: {why}"),
    status_hint: "Nhập số của thao tác, hoặc chọn dòng rồi Enter · F12 quay lại",
    edit: "Sửa nội dung",
    asks: "hỏi thêm",
};

pub(super) const EN: ChoiceWords = ChoiceWords {
    settled: |done, left| match left {
        0 => format!("Right as read: {done} tasks. F9 undoes."),
        _ => format!("Right as read: {done} tasks; {left} left alone, others changed them."),
    },
    to_settle: |count| format!("{count} tasks to review"),
    agency: "Choose an agency",
    narrow: "Type to narrow:",
    found: |found, all| format!("{found}/{all}"),
    none: "Nothing fits. Erase some letters.",
    hint: "Type code, initials or name · Enter chooses · F12 back",
    month_hint: "Arrows: day · PgUp, PgDn: month · type a date · Enter chooses · F12 back",
    month: |month, year| format!("{month}/{year}"),
    day_off: "- off · ? off as projected · + made up · * today",
    weekend: "weekend",
    today: "today",
    until: |day| format!("(until {day})"),
    status_one: |number| format!("Status of #{number}"),
    status_many: |count| format!("Status of {count} tasks"),
    deed: "Option",
    may: |may, all| format!("{may} of {all}"),
    may_not: |why| format!("not possible: {why}"),
    status_hint: "Type the option's number, or choose a line and Enter · F12 back",
    edit: "Edit texts",
    asks: "asks for more",
};
