//! The words of the home screen.

use chrono::NaiveDate;

use super::Language::{self, English, Vietnamese};
use super::format::{number, share};
use crate::domain::concern::{Concern, LATELY, LONG};
use crate::domain::count::Counts;
use crate::domain::user::Role;

/// The words of the home screen.
#[derive(Debug)]
pub struct HomeWords {
    /// The title.
    pub title: &'static str,
    /// What a line is called, for that role; takes the louder threshold, and the first due date of what is newly
    /// overdue.
    pub line: fn(Concern, Role, u32, NaiveDate) -> String,
    /// So many are overdue since the last working day.
    pub newly: fn(i64) -> String,
    /// Since when what is newly overdue is so.
    pub since_working_day: &'static str,
    /// So many extensions were decided within the last days.
    pub decided: fn(i64) -> String,
    /// So many answers are late.
    pub late_answers: fn(i64) -> String,
    /// The oldest waits so many working days.
    pub oldest: fn(i64) -> String,
    /// Heads the table of agencies.
    pub worst: &'static str,
    /// By what that table may be gathered: agency, area, head.
    pub glances: [&'static str; 3],
    /// Instead of an area where a task has none.
    pub no_area: &'static str,
    /// The columns of that table: late, newly late, longest, open, due soon, on the first due date.
    pub columns: [&'static str; 6],
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
    line: |concern, role, days, since| match concern {
        Concern::Overdue if role == Role::Clerk => "Quá hạn của đơn vị".to_owned(),
        Concern::Overdue if role == Role::Leader => "Quá hạn, toàn Thành phố".to_owned(),
        Concern::Overdue => "Quá hạn, do tôi theo dõi".to_owned(),
        Concern::DueSoon => format!("Sắp đến hạn ({days} ngày làm việc)"),
        Concern::ToConfirm => "Chờ tôi xác nhận".to_owned(),
        Concern::Returned => "Bị trả lại, phải làm tiếp".to_owned(),
        Concern::ExtensionsAsked if role == Role::Clerk => {
            "Đang xin gia hạn, chờ quyết định".to_owned()
        }
        Concern::ExtensionsAsked => "Đơn vị xin gia hạn".to_owned(),
        Concern::Disputed if role == Role::Clerk => "Đã báo giao sai, chờ trả lời".to_owned(),
        Concern::Disputed => "Bị trả lại vì giao sai".to_owned(),
        Concern::ToReview => "Cần rà soát sau khi nhập".to_owned(),
        Concern::Orphans => "Chưa có đơn vị tiếp nhận".to_owned(),
        Concern::AskedOfUs => "Được hỏi phối hợp, chưa trả lời".to_owned(),
        Concern::ToExplain if role == Role::Clerk => "Phải giải trình, chưa nộp".to_owned(),
        Concern::ToExplain => "Yêu cầu giải trình, chưa nộp".to_owned(),
        Concern::Explained => "Đã giải trình, chờ xem xét".to_owned(),
        Concern::Proposed => "Kiến nghị xử lý trách nhiệm".to_owned(),
        Concern::StagesDue => "Giai đoạn sắp đến hạn, đã quá hạn".to_owned(),
        Concern::OwedDocuments => "Văn bản phải ban hành, đã quá hạn".to_owned(),
        Concern::NewlyOverdue => format!("Mới quá hạn, hạn từ {}", since.format("%d/%m")),
        Concern::LongOverdue => format!("Quá hạn từ {LONG} ngày làm việc trở lên"),
    },
    newly: |count| format!("mới từ ngày làm việc trước: {}", number(count, Vietnamese)),
    since_working_day: "từ ngày làm việc trước",
    decided: |count| {
        format!(
            "đã quyết trong {LATELY} ngày: {}",
            number(count, Vietnamese)
        )
    },
    late_answers: |count| format!("quá ngày phải trả lời: {}", number(count, Vietnamese)),
    oldest: |days| format!("lâu nhất {} ngày làm việc", number(days, Vietnamese)),
    worst: "Trễ nhiều nhất",
    glances: ["Cơ quan", "Lĩnh vực", "Người đứng đầu"],
    no_area: "Chưa xếp lĩnh vực",
    columns: [
        "Trễ",
        "Mới",
        "Lâu nhất",
        "CHT",
        "Sắp hạn",
        "Đúng hạn ban đầu",
    ],
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
            format!("Lần trước, lúc {at}, còn {count} nội dung nhập dở: F10 khôi phục")
        }
        None => format!("Lần trước còn {count} nội dung nhập dở: F10 khôi phục"),
    },
    cannot_recover: "Nội dung nhập dở được giữ; mở lại đúng biểu mẫu đó để thấy.",
};

pub(super) const EN: HomeWords = HomeWords {
    title: "Today's work",
    line: |concern, role, days, since| match concern {
        Concern::Overdue if role == Role::Clerk => "Overdue at our agency".to_owned(),
        Concern::Overdue if role == Role::Leader => "Overdue, the whole city".to_owned(),
        Concern::Overdue => "Overdue, followed by me".to_owned(),
        Concern::DueSoon => format!("Due soon ({days} working days)"),
        Concern::ToConfirm => "Waiting for my confirmation".to_owned(),
        Concern::Returned => "Returned, to be worked on".to_owned(),
        Concern::ExtensionsAsked if role == Role::Clerk => {
            "Extensions we asked for, undecided".to_owned()
        }
        Concern::ExtensionsAsked => "Extensions asked for".to_owned(),
        Concern::Disputed if role == Role::Clerk => "Reported as not ours".to_owned(),
        Concern::Disputed => "Returned as wrongly assigned".to_owned(),
        Concern::ToReview => "To be reviewed after import".to_owned(),
        Concern::Orphans => "Without a lead".to_owned(),
        Concern::AskedOfUs => "Asked of us by others, not answered".to_owned(),
        Concern::ToExplain if role == Role::Clerk => "We owe an explanation".to_owned(),
        Concern::ToExplain => "Explanations asked for, not given".to_owned(),
        Concern::Explained => "Explained, to be considered".to_owned(),
        Concern::Proposed => "Responsibility proposed".to_owned(),
        Concern::StagesDue => "Stages due soon or overdue".to_owned(),
        Concern::OwedDocuments => "Documents owed, overdue".to_owned(),
        Concern::NewlyOverdue => format!("Newly overdue, due since {}", since.format("%d/%m")),
        Concern::LongOverdue => format!("Overdue for {LONG} working days or more"),
    },
    newly: |count| format!("since the last working day: {}", number(count, English)),
    since_working_day: "since the last working day",
    decided: |count| format!("decided within {LATELY} days: {}", number(count, English)),
    late_answers: |count| format!("answers overdue: {}", number(count, English)),
    oldest: |days| format!("the oldest for {} working days", number(days, English)),
    worst: "Most late tasks",
    glances: ["Agencies", "Areas", "Heads"],
    no_area: "Without an area",
    columns: [
        "Late",
        "New",
        "Longest",
        "Open",
        "Soon",
        "On the first date",
    ],
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
            format!("Last time, at {at}, {count} entries were not saved: F10 recovers them")
        }
        None => format!("Last time {count} entries were not saved: F10 recovers them"),
    },
    cannot_recover: "What was typed is kept; open that form again to see it.",
};

/// Late now and done late, over those that have fallen due and over those that were given and not dropped, as reports
/// take them.
fn both_shares(counts: &Counts, language: Language) -> [String; 2] {
    let late = counts.late + counts.done_late;
    [counts.fallen_due(), counts.followed()].map(|whole| {
        format!(
            "{} ({}/{})",
            share(late, whole, language),
            number(late, language),
            number(whole, language)
        )
    })
}
