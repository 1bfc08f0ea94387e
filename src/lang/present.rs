//! Who has the program open, since when, from where, on what; and the end of a session that nobody touches.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::format;
use crate::domain::present::{Present, Standing};

/// The words about who is on.
#[derive(Debug)]
#[allow(missing_docs)] // titles and labels are named after what they stand for
pub struct PresentWords {
    pub title: &'static str,
    /// Login, on what, since when on that, from where, since when.
    pub heading: [&'static str; 5],
    pub none: &'static str,
    pub hint: &'static str,
    /// One's own row.
    pub own: &'static str,
    /// On what somebody stands.
    pub standing: fn(Standing) -> String,
    /// A moment; without its day where that is the day of the other.
    pub moment: fn(DateTime<Utc>, DateTime<Utc>) -> String,
    /// Others have a task open: their logins, and for how many minutes.
    pub open: fn(&[(&str, i64)]) -> String,
    /// One who is on, in a sentence for the work without screens.
    pub spoken: fn(&Present) -> String,
    /// The session ends in so long unless something is typed.
    pub ends_soon: fn(Duration) -> String,
    /// What to do about that at a screen.
    pub press_any: &'static str,
    /// The same where lines are typed.
    pub press_enter: &'static str,
    /// The session has ended after so many minutes; so many forms were kept.
    pub ended: fn(u32, usize) -> String,
    /// What was typed could not be kept, and follows.
    pub not_kept: &'static str,
}

fn moment(at: DateTime<Utc>, other: DateTime<Utc>) -> String {
    if format::day(at) == format::day(other) {
        format::time(at)
    } else {
        format::moment(at)
    }
}

fn listed(others: &[(&str, i64)], more: impl Fn(usize) -> String) -> String {
    // Of many the first two are enough to know whom to ask.
    let mut said: Vec<String> = others
        .iter()
        .take(2)
        .map(|(login, minutes)| format!("{login} {minutes}'"))
        .collect();
    if others.len() > 2 {
        said.push(more(others.len() - 2));
    }
    said.join(", ")
}

fn minutes_or_seconds(left: Duration, minutes: &str, seconds: &str) -> String {
    // A moment less than half a minute is half a minute.
    let whole = left.as_secs() + u64::from(left.subsec_nanos() > 0);
    if whole >= 60 {
        format!("{} {minutes}", whole.div_ceil(60))
    } else {
        format!("{whole} {seconds}")
    }
}

pub(super) const VI: PresentWords = PresentWords {
    title: "Đang làm việc",
    heading: ["Tài khoản", "Ở đâu", "Từ", "Máy", "Vào lúc"],
    none: "Không có ai khác.",
    hint: "Enter xem nhiệm vụ; F5 xem lại. Chỉ để biết, không khóa gì.",
    own: "(anh/chị)",
    standing: |standing| match standing {
        Standing::Elsewhere => "–".to_owned(),
        Standing::Row(id) => format!("#{}, trong danh sách", id.0),
        Standing::Open(id) => format!("#{}, đang mở", id.0),
    },
    moment,
    open: |others| {
        format!(
            "đang mở: {}",
            listed(others, |more| format!("và {more} nữa"))
        )
    },
    spoken: |one| {
        let on = match one.standing {
            Standing::Elsewhere => String::new(),
            Standing::Row(id) => format!(", ở dòng nhiệm vụ {}", id.0),
            Standing::Open(id) => format!(", đang mở nhiệm vụ {}", id.0),
        };
        format!(
            "{}, vào lúc {}, từ {}{on}.",
            one.login,
            format::moment(one.since),
            one.origin
        )
    },
    ends_soon: |left| {
        let left = minutes_or_seconds(left, "phút", "giây");
        format!("Không thao tác: còn {left} thì tự kết thúc, giữ nháp.")
    },
    press_any: "Nhấn phím bất kỳ.",
    press_enter: "Nhấn Enter.",
    ended: |minutes, kept| {
        let kept = match kept {
            0 => "",
            _ => "\nNội dung đang gõ được giữ; mở lại sẽ thấy.",
        };
        format!("Phiên làm việc đã tự kết thúc sau {minutes} phút không thao tác.{kept}")
    },
    not_kept: "KHÔNG giữ được nội dung đang gõ; chép lại từ đây:",
};

pub(super) const EN: PresentWords = PresentWords {
    title: "Who is on",
    heading: ["Login", "On", "Since", "From", "Came"],
    none: "Nobody else.",
    hint: "Enter opens the task; F5 looks again. It tells, it locks nothing.",
    own: "(you)",
    standing: |standing| match standing {
        Standing::Elsewhere => "–".to_owned(),
        Standing::Row(id) => format!("#{}, in a list", id.0),
        Standing::Open(id) => format!("#{}, open", id.0),
    },
    moment,
    open: |others| {
        format!(
            "open at: {}",
            listed(others, |more| format!("and {more} more"))
        )
    },
    spoken: |one| {
        let on = match one.standing {
            Standing::Elsewhere => String::new(),
            Standing::Row(id) => format!(", on the row of task {}", id.0),
            Standing::Open(id) => format!(", has task {} open", id.0),
        };
        format!(
            "{}, since {}, from {}{on}.",
            one.login,
            format::moment(one.since),
            one.origin
        )
    },
    ends_soon: |left| {
        let left = minutes_or_seconds(left, "min", "s");
        format!("Nothing typed: the session ends in {left}, drafts are kept.")
    },
    press_any: "Press any key.",
    press_enter: "Press Enter.",
    ended: |minutes, kept| {
        let kept = match kept {
            0 => "",
            _ => "\nWhat was being typed is kept and offered at the next start.",
        };
        let unit = if minutes == 1 { "minute" } else { "minutes" };
        format!("The session has ended after {minutes} {unit} without a key.{kept}")
    },
    not_kept: "what was being typed could NOT be kept; copy it from here:",
};
