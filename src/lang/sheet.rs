//! The words of the screen of one task.

use chrono::NaiveDate;

use super::Language::{English, Vietnamese};
use super::format::{date, short_date, weekday};
use crate::domain::calendar::{Skipped, WhySkipped};
use crate::domain::task::ExtensionRequest;
use crate::domain::transition::Deed;

/// The words of the screen of one task.
#[derive(Debug)]
pub struct SheetWords {
    /// The title.
    pub title: fn(i64) -> String,
    /// The labels at the left, at most 12 cells wide.
    pub labels: Labels,
    /// A due date with its weekday.
    pub due: fn(NaiveDate) -> String,
    /// The days can be explained.
    pub explain: &'static str,
    /// Judged by another day than the due date.
    pub rolled: fn(NaiveDate) -> String,
    /// The first due date, and how often it was extended.
    pub original: fn(NaiveDate, u32) -> String,
    /// A progress entry: when, what.
    pub updated: fn(Option<NaiveDate>, &str) -> String,
    /// Submitted on, by whom.
    pub submitted: fn(NaiveDate, &str) -> String,
    /// Closed on.
    pub closed: fn(NaiveDate) -> String,
    /// An extension that waits for a decision.
    pub asked: fn(&ExtensionRequest) -> String,
    /// Urged so often, last on.
    pub urged: fn(u32, Option<NaiveDate>) -> String,
    /// Transferred and returned so often.
    pub hands: fn(u32, u32) -> String,
    /// The lead says that it is not theirs.
    pub disputed: &'static str,
    /// A parent or series: its code, done, all.
    pub family: fn(&str, i64, i64) -> String,
    /// The item of a document.
    pub item: fn(&str) -> String,
    /// A document: kind, symbol, day.
    pub document: fn(&str, &str, Option<NaiveDate>) -> String,
    /// The kind of a deadline, by its code.
    pub kind: fn(&str) -> &'static str,
    /// Counting from one day to another gives so many working days.
    pub counted: fn(NaiveDate, NaiveDate, i64) -> String,
    /// The day counted from is left out, the last one is counted.
    pub rule: &'static str,
    /// Days that were not counted, in lines.
    pub skipped: fn(&[Skipped]) -> Vec<String>,
    /// A weekend day that was worked.
    pub made_up: fn(NaiveDate, &str) -> String,
    /// Nothing is counted for this task now.
    pub not_counted: &'static str,
    /// The year has no announced holidays yet.
    pub projected: fn(i32) -> String,
    /// A deed in a word, for the line of digits: all of them have to fit into 80 cells.
    pub deed: fn(Deed) -> &'static str,
    /// Somebody changed the task while it is looked at.
    pub changed: &'static str,
}

/// The labels at the left.
#[derive(Debug)]
#[allow(missing_docs)] // each is named after what stands beside it
pub struct Labels {
    pub agency: &'static str,
    pub due: &'static str,
    pub original: &'static str,
    pub written: &'static str,
    pub doubts: &'static str,
    pub status: &'static str,
    pub evidence: &'static str,
    pub cause: &'static str,
    pub product: &'static str,
    pub supporting: &'static str,
    pub area: &'static str,
    pub document: &'static str,
    pub parent: &'static str,
    pub series: &'static str,
    pub asked: &'static str,
    pub urged: &'static str,
    pub hands: &'static str,
}

pub(super) const VI: SheetWords = SheetWords {
    title: |id| format!("Nhiệm vụ #{id}"),
    labels: Labels {
        agency: "Cơ quan",
        due: "Hạn",
        original: "Hạn ban đầu",
        written: "Thời hạn ghi",
        doubts: "Cần rà soát",
        status: "Trạng thái",
        evidence: "Minh chứng",
        cause: "Lý do trễ",
        product: "Sản phẩm",
        supporting: "Phối hợp",
        area: "Lĩnh vực",
        document: "Văn bản",
        parent: "Giao chung",
        series: "Định kỳ",
        asked: "Xin gia hạn",
        urged: "Đôn đốc",
        hands: "Qua tay",
    },
    due: |day| format!("{} ({})", date(day), weekday(day, Vietnamese)),
    explain: "F1 xem cách tính",
    rolled: |day| format!("tính trễ sau {} vì rơi vào ngày nghỉ", date(day)),
    original: |day, count| match count {
        0 => date(day),
        _ => format!("{} · gia hạn {count} lần", date(day)),
    },
    updated: |day, note| match (day, note) {
        (Some(day), "") => format!("cập nhật {}", date(day)),
        (Some(day), note) => format!("cập nhật {}: \"{note}\"", date(day)),
        (None, note) => format!("\"{note}\""),
    },
    submitted: |day, who| format!("báo cáo {} bởi {who}", date(day)),
    closed: |day| format!("kết thúc {}", date(day)),
    asked: |asked| {
        let late = if asked.is_late {
            ", xin khi đã quá hạn"
        } else {
            ""
        };
        format!(
            "đến {} (hỏi ngày {}{late}): {}",
            date(asked.due),
            date(asked.asked_on),
            asked.reason
        )
    },
    urged: |count, day| match day {
        Some(day) => format!("{count} lần, gần nhất {}", date(day)),
        None => format!("{count} lần"),
    },
    hands: |transfers, returns| match (transfers, returns) {
        (transfers, 0) => format!("chuyển đơn vị {transfers} lần"),
        (0, returns) => format!("trả lại {returns} lần"),
        _ => format!("chuyển đơn vị {transfers} lần, trả lại {returns} lần"),
    },
    disputed: "Đơn vị báo giao sai, chờ chuyên viên theo dõi xử lý",
    family: |code, done, all| format!("{code}: đã xong {done}/{all}"),
    item: |item| format!("mục {item}"),
    document: |kind, symbol, day| match day {
        Some(day) => format!("{kind} số {symbol} ngày {}", date(day)),
        None => format!("{kind} số {symbol}"),
    },
    kind: |code| match code {
        "date" => "một ngày",
        "month" => "tháng",
        "quarter" => "quý",
        "half" => "nửa năm",
        "year" => "năm",
        "range" => "khoảng thời gian",
        "recurring" => "định kỳ",
        "ongoing" => "thường xuyên",
        "relative" => "số ngày sau sự kiện",
        _ => "chưa rõ",
    },
    counted: |from, to, days| format!("Từ {} đến {}: {days} ngày làm việc.", date(from), date(to)),
    rule: "Không tính ngày đầu, tính ngày cuối. Trễ kể từ ngày sau ngày đến hạn.",
    skipped: |days| {
        let mut lines = weekends(days, "Không tính cuối tuần", |count| {
            format!("{count} ngày")
        });
        lines.extend(days.iter().filter_map(|day| match &day.why {
            WhySkipped::Weekend => None,
            WhySkipped::Holiday(name) => Some(format!(
                "Không tính {} {}: {name}",
                weekday(day.date, Vietnamese),
                date(day.date)
            )),
            WhySkipped::SwapOff(name) => Some(format!(
                "Không tính {} {}: nghỉ hoán đổi, {name}",
                weekday(day.date, Vietnamese),
                date(day.date)
            )),
        }));
        lines
    },
    made_up: |day, name| {
        format!(
            "Có tính {} {}: làm bù, {name}",
            weekday(day, Vietnamese),
            date(day)
        )
    },
    not_counted: "Nhiệm vụ này hiện không tính ngày: không có hạn, đang tạm dừng, là nháp hoặc đã thôi theo dõi.",
    projected: |year| format!("Lịch nghỉ năm {year} mới là dự kiến; số ngày có thể thay đổi."),
    deed: |deed| match deed {
        Deed::Assign => "Giao",
        Deed::Accept => "Nhận",
        Deed::Dispute => "Giao sai",
        Deed::Progress => "Tiến độ",
        Deed::Submit => "Báo HT",
        Deed::Confirm => "Xác nhận",
        Deed::Return => "Trả lại",
        Deed::Transfer => "Chuyển",
        Deed::Suspend => "Dừng",
        Deed::Resume => "Tiếp tục",
        Deed::Drop => "Thôi",
        Deed::Reopen => "Mở lại",
        Deed::AskExtension => "Xin hạn",
        Deed::Extend => "Gia hạn",
        Deed::RefuseExtension => "Không cho",
        Deed::Urge => "Đôn đốc",
        Deed::Insist => "Giữ chủ trì",
        Deed::AskSupport => "Phối hợp",
        Deed::AnswerSupport => "Trả lời",
        Deed::WithdrawSupport => "Rút",
        Deed::AskExplanation => "Y/c g.trình",
        Deed::Explain => "Giải trình",
        Deed::Criticise => "Phê bình",
        Deed::Propose => "Kiến nghị",
        Deed::Excuse => "Khách quan",
        Deed::Unexcuse => "Bỏ k.quan",
        Deed::CorrectDue => "Đính chính",
        Deed::Issue => "Ban hành",
        Deed::Measure => "Chỉ tiêu",
        Deed::ReachStage => "Giai đoạn",
    },
    changed: "Người khác vừa sửa nhiệm vụ này; đang xem bản mới.",
};

pub(super) const EN: SheetWords = SheetWords {
    title: |id| format!("Task #{id}"),
    labels: Labels {
        agency: "Agency",
        due: "Due",
        original: "First due",
        written: "As written",
        doubts: "To review",
        status: "Status",
        evidence: "Evidence",
        cause: "Why late",
        product: "Product",
        supporting: "Supporting",
        area: "Area",
        document: "Document",
        parent: "Given to",
        series: "Series",
        asked: "Extension",
        urged: "Urged",
        hands: "Hands",
    },
    due: |day| format!("{} ({})", date(day), weekday(day, English)),
    explain: "F1 explains the days",
    rolled: |day| format!("late only after {}, the due day being off", date(day)),
    original: |day, count| match count {
        0 => date(day),
        _ => format!("{} · extended {count} times", date(day)),
    },
    updated: |day, note| match (day, note) {
        (Some(day), "") => format!("updated {}", date(day)),
        (Some(day), note) => format!("updated {}: \"{note}\"", date(day)),
        (None, note) => format!("\"{note}\""),
    },
    submitted: |day, who| format!("reported {} by {who}", date(day)),
    closed: |day| format!("closed {}", date(day)),
    asked: |asked| {
        let late = if asked.is_late {
            ", when already overdue"
        } else {
            ""
        };
        format!(
            "to {} (asked {}{late}): {}",
            date(asked.due),
            date(asked.asked_on),
            asked.reason
        )
    },
    urged: |count, day| match day {
        Some(day) => format!("{count} times, last {}", date(day)),
        None => format!("{count} times"),
    },
    hands: |transfers, returns| match (transfers, returns) {
        (transfers, 0) => format!("transferred {transfers} times"),
        (0, returns) => format!("returned {returns} times"),
        _ => format!("transferred {transfers} times, returned {returns} times"),
    },
    disputed: "The agency says that it is not theirs; a monitor decides",
    family: |code, done, all| format!("{code}: {done}/{all} done"),
    item: |item| format!("item {item}"),
    document: |kind, symbol, day| match day {
        Some(day) => format!("{kind} {symbol} of {}", date(day)),
        None => format!("{kind} {symbol}"),
    },
    kind: |code| match code {
        "date" => "a day",
        "month" => "month",
        "quarter" => "quarter",
        "half" => "half-year",
        "year" => "year",
        "range" => "range",
        "recurring" => "recurring",
        "ongoing" => "ongoing",
        "relative" => "days after an event",
        _ => "unknown",
    },
    counted: |from, to, days| format!("From {} to {}: {days} working days.", date(from), date(to)),
    rule: "The first day is left out, the last one counts. Late from the day after the due day.",
    skipped: |days| {
        let mut lines = weekends(days, "Weekends not counted", |count| {
            format!("{count} days")
        });
        lines.extend(days.iter().filter_map(|day| match &day.why {
            WhySkipped::Weekend => None,
            WhySkipped::Holiday(name) => Some(format!(
                "Not counted: {} {}, {name}",
                weekday(day.date, English),
                date(day.date)
            )),
            WhySkipped::SwapOff(name) => Some(format!(
                "Not counted: {} {}, swapped day off, {name}",
                weekday(day.date, English),
                date(day.date)
            )),
        }));
        lines
    },
    made_up: |day, name| {
        format!(
            "Counted: {} {}, make-up day, {name}",
            weekday(day, English),
            date(day)
        )
    },
    not_counted: "No days are counted for this task now: it has no due date, is suspended, a draft or dropped.",
    projected: |year| format!("The holidays of {year} are not announced yet; the days may change."),
    deed: |deed| match deed {
        Deed::Assign => "Assign",
        Deed::Accept => "Accept",
        Deed::Dispute => "Not ours",
        Deed::Progress => "Progress",
        Deed::Submit => "Report",
        Deed::Confirm => "Confirm",
        Deed::Return => "Return",
        Deed::Transfer => "Transfer",
        Deed::Suspend => "Suspend",
        Deed::Resume => "Resume",
        Deed::Drop => "Drop",
        Deed::Reopen => "Reopen",
        Deed::AskExtension => "Ask",
        Deed::Extend => "Extend",
        Deed::RefuseExtension => "Refuse",
        Deed::Urge => "Urge",
        Deed::Insist => "Insist",
        Deed::AskSupport => "Support",
        Deed::AnswerSupport => "Answer",
        Deed::WithdrawSupport => "Withdraw",
        Deed::AskExplanation => "Ask why",
        Deed::Explain => "Explain",
        Deed::Criticise => "Criticise",
        Deed::Propose => "Propose",
        Deed::Excuse => "Excuse",
        Deed::Unexcuse => "Unexcuse",
        Deed::CorrectDue => "Correct",
        Deed::Issue => "Issued",
        Deed::Measure => "Measure",
        Deed::ReachStage => "Stage",
    },
    changed: "Somebody changed this task; this is its new state.",
};

/// The weekend days in one line: each of them where they are few, else their number.
fn weekends(days: &[Skipped], label: &str, number: fn(usize) -> String) -> Vec<String> {
    let free: Vec<&Skipped> = days
        .iter()
        .filter(|day| day.why == WhySkipped::Weekend)
        .collect();
    if free.is_empty() {
        return Vec::new();
    }
    let mut line = format!("{label}: {}", number(free.len()));
    if free.len() <= 20 {
        let each: Vec<String> = free.iter().map(|day| short_date(day.date)).collect();
        line.push_str(&format!(" ({})", each.join(", ")));
    }
    vec![line]
}
