//! The words of the calendar: months, what falls due on a day, why a day is off.

use chrono::NaiveDate;

use super::Language::{self, English, Vietnamese};
use super::format::number;
use crate::domain::agenda::DueDay;
use crate::domain::calendar::{DayKind, DayOff};

/// The words of the calendar.
#[derive(Debug)]
pub struct CalendarWords {
    /// The title.
    pub title: &'static str,
    /// Before a date that is typed.
    pub go_to: &'static str,
    /// Where the figures are of all agencies.
    pub whole_city: &'static str,
    /// Behind the name of the month: whose, what falls due in it, what of it is late.
    pub head: fn(&str, i64, i64) -> String,
    /// What falls due on a day, as of today.
    pub due: fn(&DueDay, NaiveDate) -> String,
    /// Why a day is not what its weekday says.
    pub special: fn(&DayOff) -> String,
    /// The day is worked: which working day of its month, and of how many.
    pub nth: fn(&str, i64, i64) -> String,
    /// The day is not worked, and why.
    pub off: fn(&str, &str, i64) -> String,
    /// A day that is projected may change.
    pub projected: &'static str,
    /// Below the rows of a day: so many more.
    pub more: fn(i64) -> String,
    /// What to do in the month.
    pub hint: &'static str,
    /// What to do in the agenda.
    pub agenda_hint: &'static str,
    /// The headings of the table on the command line.
    pub columns: [&'static str; 7],
    /// A day that is read out: the day, why it is special, what falls due.
    pub line: fn(&str, Option<&str>, &str) -> String,
    /// The last line of a month that is read out: how to hear one day.
    pub line_hint: &'static str,
    /// A month or a day that cannot be read; takes what was typed.
    pub bad: fn(&str) -> String,
}

pub(super) const VI: CalendarWords = CalendarWords {
    title: "Lịch",
    go_to: "Đến ngày:",
    whole_city: "toàn Thành phố",
    head: |whose, due, late| {
        let (due, late) = (number(due, Vietnamese), number(late, Vietnamese));
        format!(" · {whose} · đến hạn {due}, đang trễ {late}")
    },
    due: |due, today| {
        let words = [
            "đang trễ",
            "chưa xong",
            "nháp",
            "chờ xác nhận hoặc tạm dừng",
            "đã kết thúc",
        ];
        match parts(due, today, words, Vietnamese) {
            Some(parts) => format!("đến hạn {}: {parts}", number(due.total(), Vietnamese)),
            None => "không có nhiệm vụ đến hạn".to_owned(),
        }
    },
    special: |day| {
        let kind = match day.kind {
            DayKind::Holiday => "nghỉ",
            DayKind::SwapOff => "nghỉ hoán đổi",
            DayKind::SwapWork => "làm bù",
        };
        let standing = if day.projected { " (dự kiến)" } else { "" };
        format!("{kind}: {}{standing}", day.name)
    },
    nth: |day, place, all| {
        format!("{day} là ngày làm việc thứ {place} trong {all} ngày làm việc của tháng.")
    },
    off: |day, why, all| format!("{day} không làm việc ({why}). Tháng này có {all} ngày làm việc."),
    projected: "Ngày dự kiến chưa có thông báo chính thức; khi quản trị sửa lịch nghỉ, số ngày trễ được tính lại.",
    more: |count| {
        format!(
            "còn {} nhiệm vụ nữa: Tab về tháng, Enter mở tất cả",
            number(count, Vietnamese)
        )
    },
    hint: "Mũi tên đổi ngày · PgUp, PgDn đổi tháng · gõ ngày · Enter mở · Tab: việc",
    agenda_hint: "Enter mở nhiệm vụ · Tab về tháng",
    columns: [
        "Ngày",
        "Thứ",
        "Đến hạn",
        "Trễ",
        "Chưa xong",
        "Kết thúc",
        "Ghi chú",
    ],
    line: |day, why, due| match why {
        Some(why) => format!("{day}, {why}; {due}."),
        None => format!("{day}, {due}."),
    },
    line_hint: "Nghe một ngày và mở nhiệm vụ của ngày đó: gõ lịch và ngày, như lịch 15/6. Tháng khác: lịch 7/2023.",
    bad: |text| format!("Không đọc được tháng hay ngày \"{text}\". Gõ như 15/6, 6/2023."),
};

pub(super) const EN: CalendarWords = CalendarWords {
    title: "Calendar",
    go_to: "Go to:",
    whole_city: "the whole city",
    head: |whose, due, late| {
        let (due, late) = (number(due, English), number(late, English));
        format!(" · {whose} · due {due}, late now {late}")
    },
    due: |due, today| {
        let words = [
            "late now",
            "not finished",
            "drafts",
            "awaiting or suspended",
            "closed",
        ];
        match parts(due, today, words, English) {
            Some(parts) => format!("due {}: {parts}", number(due.total(), English)),
            None => "nothing falls due".to_owned(),
        }
    },
    special: |day| {
        let kind = match day.kind {
            DayKind::Holiday => "off",
            DayKind::SwapOff => "off in exchange",
            DayKind::SwapWork => "made up",
        };
        let standing = if day.projected { " (projected)" } else { "" };
        format!("{kind}: {}{standing}", day.name)
    },
    nth: |day, place, all| format!("{day} is working day {place} of {all} in its month."),
    off: |day, why, all| format!("{day} is not worked ({why}). The month has {all} working days."),
    projected: "A projected day is not announced yet; when the administrator edits the days off, days late are counted anew.",
    more: |count| {
        format!(
            "{} more: Tab to the month, Enter opens all",
            number(count, English)
        )
    },
    hint: "Arrows: day · PgUp, PgDn: month · type a date · Enter opens · Tab: tasks",
    agenda_hint: "Enter opens the task · Tab: month",
    columns: ["Day", "", "Due", "Late", "Not done", "Closed", "Note"],
    line: |day, why, due| match why {
        Some(why) => format!("{day}, {why}; {due}."),
        None => format!("{day}, {due}."),
    },
    line_hint: "To hear one day and open its tasks: type calendar and the day, as calendar 15/6. Another month: calendar 7/2023.",
    bad: |text| format!("\"{text}\" is no month and no day. Type it as 15/6 or 6/2023."),
};

/// What falls due, part by part; only parts that there are.
fn parts(due: &DueDay, today: NaiveDate, words: [&str; 5], language: Language) -> Option<String> {
    let late = due.late(today);
    let counts = [late, due.running - late, due.drafts, due.paused, due.closed];
    let parts = counts.into_iter().zip(words);
    let parts = parts.filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, word)| format!("{} {word}", number(count, language)))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
