//! The words of the home screen.

use super::Language::{self, English, Vietnamese};
use super::format::{number, share};
use crate::domain::count::Counts;

/// The words of the home screen.
#[derive(Debug)]
pub struct HomeWords {
    /// The title.
    pub title: &'static str,
    /// The lines for who follows all agencies; takes the louder threshold.
    pub lines: fn(u32) -> [String; 7],
    /// The lines for who works on the tasks of one agency.
    pub own_lines: fn(u32) -> [String; 7],
    /// So many are overdue since yesterday.
    pub newly: fn(i64) -> String,
    /// The oldest waits so many working days.
    pub oldest: fn(i64) -> String,
    /// Heads the table of agencies.
    pub worst: &'static str,
    /// The columns of that table: late, longest, open, due soon, on the first due date.
    pub columns: [&'static str; 5],
    /// Instead of that table where nobody is late.
    pub nobody_late: &'static str,
    /// So many working days, in a column.
    pub days: fn(i64) -> String,
    /// The figures of all, or of this agency, in sentences.
    pub totals: fn(&Counts, Option<&str>) -> String,
    /// What was typed and not saved is offered: the time of the interruption, and how many.
    pub recovery: fn(Option<&str>, usize) -> String,
    /// What was kept cannot be opened again here.
    pub cannot_recover: &'static str,
}

pub(super) const VI: HomeWords = HomeWords {
    title: "Việc hôm nay",
    lines: |days| {
        [
            "Quá hạn, do tôi theo dõi".to_owned(),
            format!("Sắp đến hạn ({days} ngày làm việc)"),
            "Chờ tôi xác nhận".to_owned(),
            "Đơn vị xin gia hạn".to_owned(),
            "Bị trả lại vì giao sai".to_owned(),
            "Cần rà soát sau khi nhập".to_owned(),
            "Chưa có đơn vị tiếp nhận".to_owned(),
        ]
    },
    own_lines: |days| {
        [
            "Quá hạn của đơn vị".to_owned(),
            format!("Sắp đến hạn ({days} ngày làm việc)"),
            "Bị trả lại, phải làm tiếp".to_owned(),
            "Đang xin gia hạn".to_owned(),
            "Đã báo giao sai, chờ trả lời".to_owned(),
            "Cần rà soát sau khi nhập".to_owned(),
            "Chưa có đơn vị tiếp nhận".to_owned(),
        ]
    },
    newly: |count| format!("mới quá hạn từ hôm qua: {}", number(count, Vietnamese)),
    oldest: |days| format!("lâu nhất {days} ngày làm việc"),
    worst: "Cơ quan trễ nhiều nhất",
    columns: ["Trễ", "Lâu nhất", "CHT", "Sắp hạn", "Đúng hạn ban đầu"],
    nobody_late: "Không cơ quan nào trễ hạn.",
    days: |days| format!("{days} ngày"),
    totals: |counts, whose| {
        let n = |value| number(value, Vietnamese);
        let whose = whose.unwrap_or("Toàn Thành phố");
        let mut text = format!(
            "{whose}: {} nhiệm vụ · {} hoàn thành ({} đúng hạn, {} trễ) · {} chưa hoàn thành ({} trong hạn, {} trễ) · {} không hạn",
            n(counts.given()),
            n(counts.done()),
            n(counts.done_on_time),
            n(counts.done_late),
            n(counts.open),
            n(counts.open - counts.late),
            n(counts.late),
            n(counts.no_due),
        );
        for (count, what) in [
            (counts.suspended, "tạm dừng"),
            (counts.dropped, "thôi theo dõi"),
        ] {
            if count > 0 {
                text.push_str(&format!(" · {} {what}", n(count)));
            }
        }
        let [fallen_due, given] = both_shares(counts, Vietnamese);
        text.push_str(&format!(
            ". Trễ trên số đến hạn {fallen_due}, trên số được giao {given}"
        ));
        text
    },
    recovery: |at, count| match at {
        Some(at) => {
            format!("Lần trước bị ngắt lúc {at}, còn {count} nội dung nhập dở: F10 khôi phục")
        }
        None => format!("Lần trước bị ngắt, còn {count} nội dung nhập dở: F10 khôi phục"),
    },
    cannot_recover: "Nội dung nhập dở được giữ; mở lại đúng biểu mẫu đó để thấy.",
};

pub(super) const EN: HomeWords = HomeWords {
    title: "Today's work",
    lines: |days| {
        [
            "Overdue, followed by me".to_owned(),
            format!("Due soon ({days} working days)"),
            "Waiting for my confirmation".to_owned(),
            "Extensions asked for".to_owned(),
            "Returned as wrongly assigned".to_owned(),
            "To be reviewed after import".to_owned(),
            "Without a lead".to_owned(),
        ]
    },
    own_lines: |days| {
        [
            "Overdue at our agency".to_owned(),
            format!("Due soon ({days} working days)"),
            "Returned, to be worked on".to_owned(),
            "Extensions we asked for".to_owned(),
            "Reported as not ours".to_owned(),
            "To be reviewed after import".to_owned(),
            "Without a lead".to_owned(),
        ]
    },
    newly: |count| format!("overdue since yesterday: {}", number(count, English)),
    oldest: |days| format!("the oldest for {days} working days"),
    worst: "Agencies with most late tasks",
    columns: ["Late", "Longest", "Open", "Soon", "On the first date"],
    nobody_late: "No agency is late.",
    days: |days| format!("{days} days"),
    totals: |counts, whose| {
        let n = |value| number(value, English);
        let whose = whose.unwrap_or("The whole city");
        let mut text = format!(
            "{whose}: {} tasks · {} done ({} on time, {} late) · {} open ({} in time, {} late) · {} without due date",
            n(counts.given()),
            n(counts.done()),
            n(counts.done_on_time),
            n(counts.done_late),
            n(counts.open),
            n(counts.open - counts.late),
            n(counts.late),
            n(counts.no_due),
        );
        for (count, what) in [(counts.suspended, "suspended"), (counts.dropped, "dropped")] {
            if count > 0 {
                text.push_str(&format!(" · {} {what}", n(count)));
            }
        }
        let [fallen_due, given] = both_shares(counts, English);
        text.push_str(&format!(
            ". Late among those fallen due {fallen_due}, among those given {given}"
        ));
        text
    },
    recovery: |at, count| match at {
        Some(at) => {
            format!("Interrupted at {at}, {count} entries were not saved: F10 recovers them")
        }
        None => format!("Interrupted last time, {count} entries were not saved: F10 recovers them"),
    },
    cannot_recover: "What was typed is kept; open that form again to see it.",
};

/// Late now and done late, over those that have fallen due and over those that were given.
fn both_shares(counts: &Counts, language: Language) -> [String; 2] {
    let late = counts.late + counts.done_late;
    [counts.fallen_due(), counts.given()].map(|whole| {
        format!(
            "{} ({}/{})",
            share(late, whole, language),
            number(late, language),
            number(whole, language)
        )
    })
}
