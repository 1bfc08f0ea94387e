//! Long tasks and owed documents: their lines on the sheet of a task.

use chrono::NaiveDate;

use super::format::date;

/// The words of long tasks.
#[derive(Debug)]
#[allow(missing_docs)] // labels are named after what they stand for, at most 12 cells wide
pub struct LongWords {
    pub issue: &'static str,
    /// The document that was owed, with the day of its issue; issued late by so many working days.
    pub issued: fn(&str, NaiveDate, Option<i64>) -> String,
    /// None was issued yet; late by so many working days.
    pub not_issued: fn(Option<i64>) -> String,
    pub stages: &'static str,
    /// A stage without words of its own, by its place.
    pub stage: fn(usize) -> String,
    /// A stage that was reached, late by so many working days.
    pub reached_on: fn(NaiveDate, Option<i64>) -> String,
    /// A stage whose day is over, by so many working days.
    pub overdue: fn(i64) -> String,
    pub to_come: &'static str,
    pub target: &'static str,
    /// What is reached, and how far it is from the target.
    pub reached: fn(&str, Option<&str>) -> String,
    pub kept: &'static str,
    pub unknown: &'static str,
}

pub(super) const VI: LongWords = LongWords {
    issue: "Ban hành",
    issued: |number, on, late| {
        let late = late.map_or_else(
            || "đúng hạn".to_owned(),
            |days| format!("trễ {days} ngày làm việc"),
        );
        format!("{number} ngày {}, {late}", date(on))
    },
    not_issued: |late| match late {
        Some(days) => format!("nợ văn bản, quá hạn {days} ngày làm việc"),
        None => "nợ văn bản, chưa đến hạn".to_owned(),
    },
    stages: "Giai đoạn",
    stage: |place| format!("đợt {place}"),
    reached_on: |on, late| match late {
        Some(days) => format!("xong {}, trễ {days} ngày", date(on)),
        None => format!("xong {}", date(on)),
    },
    overdue: |days| format!("quá hạn {days} ngày làm việc"),
    to_come: "chưa đến hạn",
    target: "Chỉ tiêu",
    reached: |value, distance| match distance {
        Some(distance) => format!("đã đạt {value}, còn thiếu {distance}"),
        None => format!("đã đạt {value}"),
    },
    kept: "đạt chỉ tiêu",
    unknown: "chưa có kết quả",
};

pub(super) const EN: LongWords = LongWords {
    issue: "Issue",
    issued: |number, on, late| {
        let late = late.map_or_else(
            || "on time".to_owned(),
            |days| format!("{days} working days late"),
        );
        format!("{number} of {}, {late}", date(on))
    },
    not_issued: |late| match late {
        Some(days) => format!("owes a document, {days} working days overdue"),
        None => "owes a document, not yet due".to_owned(),
    },
    stages: "Stages",
    stage: |place| format!("stage {place}"),
    reached_on: |on, late| match late {
        Some(days) => format!("reached {}, {days} days late", date(on)),
        None => format!("reached {}", date(on)),
    },
    overdue: |days| format!("{days} working days overdue"),
    to_come: "not yet due",
    target: "Target",
    reached: |value, distance| match distance {
        Some(distance) => format!("{value} reached, {distance} off"),
        None => format!("{value} reached"),
    },
    kept: "target reached",
    unknown: "nothing known yet",
};
