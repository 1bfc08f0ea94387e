//! Indicators, readings, caseload: on screens, in forms and on the command line.

mod faults;
mod form;

use crate::domain::follow_up::Bound;
use crate::domain::interval::{Every, Interval};
use crate::domain::measure::{Fault, Mark};

use super::Language::{self, English, Vietnamese};
use super::format::{amount, number};

pub use form::MeasureFormWords;

/// Texts about what is measured.
#[derive(Debug)]
pub struct MeasureWords {
    /// Why a value cannot stand.
    pub fault: fn(&Fault) -> String,
    /// What is doubtful about one that does, with the code of its agency.
    pub mark: fn(&Mark, &str) -> String,
    /// A month, quarter, half-year or year: "Tháng 5/2023".
    pub interval: fn(Interval) -> String,
    /// How often: "hằng quý".
    pub every: fn(Every) -> &'static str,
    /// What is wanted: "từ 100 %", "25-35 %".
    pub bound: fn(Bound, &str) -> String,
    /// The forms.
    pub form: MeasureFormWords,
    /// The title of the list of indicators.
    pub indicators: &'static str,
    /// The title of the files of a month.
    pub caseload: fn(Interval) -> String,
    /// The same while there are none.
    pub no_caseload_title: &'static str,
    /// Nothing is measured yet.
    pub no_indicators: &'static str,
    /// No value of it is there.
    pub no_readings: &'static str,
    /// No files are there.
    pub no_caseload: &'static str,
    /// Headings of indicators: code, name, target, period, value, distance, missing.
    pub indicator_heading: [&'static str; 7],
    /// Headings of readings: period, agency, value, attainment, distance, note.
    pub reading_heading: [&'static str; 6],
    /// Headings of files by agency: agency, late, of, share, change of late, change of share.
    pub caseload_heading: [&'static str; 6],
    /// The last heading of files on paper: the share of the month before.
    pub share_before: &'static str,
    /// Headings of the files of one agency: month, opening, received, solved on time, solved late, open in time, open late, late share.
    pub month_heading: [&'static str; 8],
    /// So many agencies reached it, of how many.
    pub reached: fn(i64, i64) -> String,
    /// The bound and how often it is measured, up to when.
    pub about: fn(&str, &str, &str) -> String,
    /// No deadline.
    pub no_deadline: &'static str,
    /// The city as a whole.
    pub city: &'static str,
    /// Reached.
    pub holds: &'static str,
    /// So many values are missing.
    pub missing: fn(usize) -> String,
    /// Heads the plot of an indicator: values, or agencies that reached it.
    pub plots: [&'static str; 2],
    /// Heads the plots of files: late ones, their share.
    pub late_plots: [&'static str; 2],
    /// The share fell and yet more files are late.
    pub alert: &'static str,
    /// So many agencies are on alert.
    pub alerts: fn(usize) -> String,
    /// Agencies that had files in the month before and have none in this one.
    pub lacking: fn(usize) -> String,
    /// Orders: official, most late, highest share, best.
    pub orders: [&'static str; 4],
    /// What keys do on the list of indicators.
    pub indicators_hint: &'static str,
    /// What keys do on one indicator.
    pub indicator_hint: &'static str,
    /// What keys do on files of a month.
    pub caseload_hint: &'static str,
    /// What keys do on files of an agency.
    pub agency_hint: &'static str,
    /// Saved: so many values.
    pub saved: fn(usize) -> String,
    /// Nothing differed.
    pub unchanged: &'static str,
}

/// A month, quarter, half-year or year.
pub(super) fn interval_of(interval: Interval, language: Language) -> String {
    let (year, number) = (interval.year(), interval.number());
    match (interval.every(), language) {
        (Every::Month, Vietnamese) => format!("Tháng {number}/{year}"),
        (Every::Month, English) => format!("{number:02}/{year}"),
        (Every::Quarter, Vietnamese) => format!("Quý {}/{year}", roman(number)),
        (Every::Quarter, English) => format!("Q{number}/{year}"),
        (Every::Half, Vietnamese) if number == 1 => format!("6 tháng đầu năm {year}"),
        (Every::Half, Vietnamese) => format!("6 tháng cuối năm {year}"),
        (Every::Half, English) => format!("H{number}/{year}"),
        (Every::Year, Vietnamese) => format!("Năm {year}"),
        (Every::Year, English) => year.to_string(),
    }
}

/// The same where a column has to hold it: half-years are written as offices shorten them.
pub(super) fn shortly(interval: Interval, language: Language) -> String {
    let (year, number) = (interval.year(), interval.number());
    match (interval.every(), language) {
        (Every::Half, Vietnamese) if number == 1 => format!("6T đầu/{year}"),
        (Every::Half, Vietnamese) => format!("6T cuối/{year}"),
        (Every::Month | Every::Quarter | Every::Year, Vietnamese) | (_, English) => {
            interval_of(interval, language)
        }
    }
}

const fn roman(number: u32) -> &'static str {
    match number {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    }
}

fn bound_of(bound: Bound, unit: &str, language: Language, words: [&str; 2]) -> String {
    let said = |it| amount(it, language);
    let [from, to] = words;
    let text = match bound {
        Bound::AtLeast { low } => format!("{from} {}", said(low)),
        Bound::AtMost { high } => format!("{to} {}", said(high)),
        Bound::Exactly { value } => format!("= {}", said(value)),
        Bound::Band { low, high } => format!("{}-{}", said(low), said(high)),
    };
    format!("{text} {unit}").trim_end().to_owned()
}

pub(super) const VI: MeasureWords = MeasureWords {
    fault: faults::vi,
    mark: faults::mark_vi,
    interval: |interval| interval_of(interval, Vietnamese),
    every: faults::every_vi,
    bound: |bound, unit| bound_of(bound, unit, Vietnamese, ["từ", "tối đa"]),
    form: form::VI,
    indicators: "Chỉ tiêu",
    caseload: |month| format!("Hồ sơ: {}", interval_of(month, Vietnamese)),
    no_caseload_title: "Hồ sơ",
    no_indicators: "Chưa có chỉ tiêu nào. F2 để thêm.",
    no_readings: "Chưa có số liệu. F6 để nhập.",
    no_caseload: "Chưa có số liệu hồ sơ. F6 để nhập, F7 để lấy từ tệp.",
    indicator_heading: [
        "Mã",
        "Chỉ tiêu",
        "Mục tiêu",
        "Kỳ",
        "Kết quả",
        "Còn thiếu",
        "Chưa có số",
    ],
    reading_heading: [
        "Kỳ",
        "Cơ quan",
        "Kết quả",
        "Mức đạt",
        "Còn thiếu",
        "Ghi chú",
    ],
    caseload_heading: ["Cơ quan", "Trễ", "Trong số", "Tỷ lệ", "Số trễ ±", "Tỷ lệ ±"],
    share_before: "Tháng trước",
    month_heading: [
        "Tháng",
        "Tồn đầu",
        "Nhận",
        "GQ đúng",
        "GQ trễ",
        "Đang",
        "Đang trễ",
        "Tỷ lệ trễ",
    ],
    reached: |reached, of| {
        format!(
            "{}/{} đạt",
            number(reached, Vietnamese),
            number(of, Vietnamese)
        )
    },
    about: |bound, every, until| format!("Mục tiêu: {bound}; đo {every}; đến {until}"),
    no_deadline: "không thời hạn",
    city: "Toàn Thành phố",
    holds: "đạt",
    missing: |count| format!("Chưa có số: {count}"),
    plots: ["Kết quả theo kỳ", "Số cơ quan đạt theo kỳ"],
    late_plots: ["Hồ sơ trễ hạn", "Tỷ lệ trễ hạn (%)"],
    alert: "tỷ lệ giảm nhưng số hồ sơ trễ tăng",
    alerts: |count| {
        format!("Cảnh báo: {count} cơ quan có tỷ lệ trễ giảm nhưng số hồ sơ trễ tăng (dấu !)")
    },
    lacking: |count| format!("{count} cơ quan có số tháng trước mà chưa có tháng này"),
    orders: [
        "thứ tự cơ quan",
        "nhiều hồ sơ trễ nhất",
        "tỷ lệ trễ cao nhất",
        "tỷ lệ trễ thấp nhất",
    ],
    indicators_hint: "Enter xem, F6 nhập số, F2 thêm hoặc sửa chỉ tiêu, F7 nhập từ tệp",
    indicator_hint: "Trái, phải: kỳ trước, kỳ sau; Enter: từng kỳ của một cơ quan; F6 nhập số",
    caseload_hint: "Trái, phải: tháng; F8 xếp theo số trễ, tỷ lệ; Enter: từng tháng; F6 nhập",
    agency_hint: "F6 nhập số liệu, Enter sửa tháng này, F12 về",
    saved: |count| {
        format!(
            "Đã ghi {} số liệu. F9 để hoàn tác.",
            number(i64::try_from(count).unwrap_or(0), Vietnamese)
        )
    },
    unchanged: "Không có gì khác, không ghi.",
};

pub(super) const EN: MeasureWords = MeasureWords {
    fault: faults::en,
    mark: faults::mark_en,
    interval: |interval| interval_of(interval, English),
    every: faults::every_en,
    bound: |bound, unit| bound_of(bound, unit, English, ["at least", "at most"]),
    form: form::EN,
    indicators: "Indicators",
    caseload: |month| format!("Caseload: {}", interval_of(month, English)),
    no_caseload_title: "Caseload",
    no_indicators: "No indicators yet. F2 adds one.",
    no_readings: "No values yet. F6 enters some.",
    no_caseload: "No files yet. F6 enters them, F7 takes them from a file.",
    indicator_heading: [
        "Code",
        "Indicator",
        "Target",
        "Period",
        "Value",
        "Distance",
        "Missing",
    ],
    reading_heading: ["Period", "Agency", "Value", "Attained", "Distance", "Note"],
    caseload_heading: ["Agency", "Late", "Of", "Share", "Late ±", "Share ±"],
    share_before: "Before",
    month_heading: [
        "Month",
        "Opening",
        "Received",
        "On time",
        "Late",
        "Pending",
        "Overdue",
        "Late share",
    ],
    reached: |reached, of| {
        format!(
            "{}/{} reached",
            number(reached, English),
            number(of, English)
        )
    },
    about: |bound, every, until| format!("Target: {bound}; measured {every}; until {until}"),
    no_deadline: "no deadline",
    city: "The city",
    holds: "reached",
    missing: |count| format!("Missing values: {count}"),
    plots: ["Values by period", "Agencies that reached it, by period"],
    late_plots: ["Late files", "Late share (%)"],
    alert: "share falls but late files grow",
    alerts: |count| {
        format!("Alert: {count} agencies whose late share falls while late files grow (sign !)")
    },
    lacking: |count| format!("{count} agencies had files the month before and have none now"),
    orders: [
        "official order",
        "most late files",
        "highest late share",
        "lowest late share",
    ],
    indicators_hint: "Enter opens, F6 enters values, F2 adds or edits, F7 imports",
    indicator_hint: "Left, right: period; Enter: periods of one agency; F6 enters values",
    caseload_hint: "Left, right: month; F8 order; Enter: months of one agency; F6 enters",
    agency_hint: "F6 enters files, Enter edits this month, F12 back",
    saved: |count| {
        format!(
            "Saved {} values. F9 takes them back.",
            number(i64::try_from(count).unwrap_or(0), English)
        )
    },
    unchanged: "Nothing differs, nothing was written.",
};
