//! The words of the brief: what needs somebody today, in three lines.

use super::Language::{English, Vietnamese};
use super::format::number;

/// The words of the brief.
#[derive(Debug)]
pub struct BriefWords {
    /// The first line: the weekday and date, and whose work it is.
    pub head: fn(&str, &str, &str) -> String,
    /// Instead of an agency: all of them.
    pub everybody: &'static str,
    /// The second line: so many are late, the oldest for so many working days; and the line of what is due soon.
    pub late: fn(i64, Option<i64>) -> String,
    /// Nothing is late.
    pub nothing_late: &'static str,
    /// The third line where nothing else waits.
    pub nothing_else: &'static str,
    /// So many more kinds of things wait.
    pub more: fn(usize) -> String,
    /// A figure that may be larger.
    pub at_least: fn(i64) -> String,
}

pub(super) const VI: BriefWords = BriefWords {
    head: |weekday, date, whose| format!("{weekday} {date} · {whose}"),
    everybody: "Toàn Thành phố",
    late: |count, days| {
        let days = days.map_or_else(String::new, |days| {
            format!(", lâu nhất {} ngày làm việc", number(days, Vietnamese))
        });
        format!("Quá hạn: {}{days}", number(count, Vietnamese))
    },
    nothing_late: "Không có nhiệm vụ quá hạn",
    nothing_else: "Không còn việc nào chờ.",
    more: |count| format!("thêm {count} mục nữa"),
    at_least: |count| format!("từ {}", number(count, Vietnamese)),
};

pub(super) const EN: BriefWords = BriefWords {
    head: |weekday, date, whose| format!("{weekday} {date} · {whose}"),
    everybody: "The whole city",
    late: |count, days| {
        let days = days.map_or_else(String::new, |days| {
            format!(", for {} working days at the most", number(days, English))
        });
        format!("Overdue: {}{days}", number(count, English))
    },
    nothing_late: "Nothing is overdue",
    nothing_else: "Nothing else waits.",
    more: |count| format!("{count} more"),
    at_least: |count| format!("{} or more", number(count, English)),
};
