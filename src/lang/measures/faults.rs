//! Why a measured value cannot stand, and what is doubtful about one that does.

use super::interval_of;
use crate::domain::caseload::Caseload;
use crate::domain::indicator::Reading;
use crate::domain::interval::Every;
use crate::domain::measure::{Fault, Mark};
use crate::lang::Language::{self, English, Vietnamese};
use crate::lang::format::{amount, number};

pub(super) fn vi(fault: &Fault) -> String {
    let when = |interval| interval_of(interval, Vietnamese);
    let count = |it| number(it, Vietnamese);
    match fault {
        Fault::NoIndicator(code) => {
            format!("Không có chỉ tiêu \"{code}\". Xem mã tại: cchc indicator list.")
        }
        Fault::CodeTaken(code) => format!("Mã {code} đã dùng cho chỉ tiêu khác. Chọn mã khác."),
        Fault::Changed(code) => {
            format!("Người khác vừa sửa chỉ tiêu {code}. Mở lại để xem rồi sửa.")
        }
        Fault::Missing("code") => "Chưa có mã chỉ tiêu.".to_owned(),
        Fault::Missing("agencies") => {
            "Chưa rõ đo ở cơ quan nào: để trống là toàn Thành phố, hoặc nêu mã, tên, nhóm cơ quan."
                .to_owned()
        }
        Fault::Missing(_) => "Chưa có tên chỉ tiêu.".to_owned(),
        Fault::BadBound(text) => {
            format!("Không hiểu mục tiêu \"{text}\". Viết >=100, <=5, =5 hoặc 25-35.")
        }
        Fault::BadInterval(text) => format!(
            "Không hiểu kỳ \"{text}\". Viết 5/2023, quý II/2023, 6 tháng đầu năm 2023 hoặc 2023."
        ),
        Fault::BadNumber(text) => format!("\"{text}\" không phải là số."),
        Fault::Negative(it) => format!("Số hồ sơ {} ngoài khoảng cho phép (từ 0).", count(*it)),
        Fault::AboveHundred(it) => format!("Tỷ lệ {} % vượt quá 100 %.", amount(*it, Vietnamese)),
        Fault::WrongUnit { given, wanted } => {
            format!("Đơn vị tính \"{given}\" khác với của chỉ tiêu (\"{wanted}\").")
        }
        Fault::WrongEvery { given, wanted } => format!(
            "{} không đúng chu kỳ: chỉ tiêu này đo {}.",
            when(*given),
            every_vi(*wanted)
        ),
        Fault::Future(it) => format!("{} chưa bắt đầu, chưa thể có số liệu.", when(*it)),
        Fault::Overlaps { given, there } => format!(
            "{} trùng thời gian với số liệu đã có của {}.",
            when(*given),
            when(*there)
        ),
        Fault::NotThen { agency, interval } => {
            format!("Cơ quan {agency} không tồn tại trong {}.", when(*interval))
        }
        Fault::NotMeasured(agency) => format!("Chỉ tiêu này không đo ở cơ quan {agency}."),
        Fault::NoAgency(text) => format!("Không rõ cơ quan \"{text}\"."),
        Fault::WrongLevel => {
            "Chỉ tiêu này đo ở cấp khác: toàn Thành phố hoặc từng cơ quan.".to_owned()
        }
        Fault::SumsDiffer { came, went } => format!(
            "Số không khớp: tồn đầu kỳ + tiếp nhận = {}, đã giải quyết + đang giải quyết + rút = {} (lệch {}).",
            count(*came),
            count(*went),
            count(came - went)
        ),
        Fault::MoreWaiting { waiting, open } => format!(
            "Chờ bổ sung ({}) nhiều hơn đang giải quyết ({}).",
            count(*waiting),
            count(*open)
        ),
        Fault::Twice(line) => format!("Cơ quan và kỳ này đã có ở dòng {line} của tệp."),
        Fault::ChangedSince(it) => format!(
            "Số liệu {} đã có người sửa sau đó, nên không hoàn tác.",
            when(*it)
        ),
        Fault::ReadingChanged {
            agency,
            interval,
            seen,
            now,
        } => {
            let of = |it: &Option<Box<Reading>>| {
                let none = || "chưa có".to_owned();
                it.as_ref().map_or_else(none, |it| reading(it, Vietnamese))
            };
            let whose = if agency.is_empty() {
                "toàn Thành phố"
            } else {
                agency
            };
            format!(
                "Người khác vừa ghi {whose}, {}: {} → {}. Xem lại; ghi lần nữa thì thay số đó.",
                when(*interval),
                of(seen),
                of(now)
            )
        }
        Fault::FilesChanged {
            agency,
            month,
            seen,
            now,
        } => {
            let labels = &super::form::VI.caseload_fields;
            let what = match (seen, now) {
                (Some(seen), Some(now)) => files(seen, now, labels, Vietnamese),
                (_, None) => "đã bỏ số liệu".to_owned(),
                (None, Some(now)) => format!("tiếp nhận {}", count(now.received)),
            };
            format!(
                "Người khác vừa ghi {agency}, {}: {what}. Xem lại; ghi lần nữa thì thay số đó.",
                when(*month)
            )
        }
        Fault::HasReadings(code) => {
            format!("Chỉ tiêu {code} đã có số liệu, không gỡ được. Đánh dấu thôi theo dõi.")
        }
    }
}

pub(super) fn en(fault: &Fault) -> String {
    let when = |interval| interval_of(interval, English);
    let count = |it| number(it, English);
    match fault {
        Fault::NoIndicator(code) => format!("No indicator \"{code}\". See: cchc indicator list."),
        Fault::CodeTaken(code) => format!("The code {code} is another indicator's. Choose another one."),
        Fault::Changed(code) => {
            format!("Somebody else has just changed {code}. Open it again and look.")
        }
        Fault::Missing("code") => "The code is missing.".to_owned(),
        Fault::Missing("agencies") => "It is not clear where it is measured: leave it empty for the city, or name agencies or a group.".to_owned(),
        Fault::Missing(_) => "The name is missing.".to_owned(),
        Fault::BadBound(text) => format!("Cannot understand the target \"{text}\". Write >=100, <=5, =5 or 25-35."),
        Fault::BadInterval(text) => format!("Cannot understand the period \"{text}\". Write 5/2023, 2023-Q2, 2023-H1 or 2023."),
        Fault::BadNumber(text) => format!("\"{text}\" is no number."),
        Fault::Negative(it) => format!("{} files cannot be (from 0 on).", count(*it)),
        Fault::AboveHundred(it) => format!("A share of {} % is above 100 %.", amount(*it, English)),
        Fault::WrongUnit { given, wanted } => format!("The unit \"{given}\" is not the indicator's (\"{wanted}\")."),
        Fault::WrongEvery { given, wanted } => format!("{} does not fit: this is measured each {}.", when(*given), wanted.code()),
        Fault::Future(it) => format!("{} has not begun: there cannot be values yet.", when(*it)),
        Fault::Overlaps { given, there } => format!("{} overlaps the values of {}.", when(*given), when(*there)),
        Fault::NotThen { agency, interval } => format!("The agency {agency} did not exist in {}.", when(*interval)),
        Fault::NotMeasured(agency) => format!("This is not measured at {agency}."),
        Fault::NoAgency(text) => format!("Which agency is \"{text}\"?"),
        Fault::WrongLevel => "This is measured at another level: the city, or single agencies.".to_owned(),
        Fault::SumsDiffer { came, went } => format!(
            "Sums do not fit: opening + received = {}, solved + open + withdrawn = {} (differs by {}).",
            count(*came), count(*went), count(came - went)
        ),
        Fault::MoreWaiting { waiting, open } => format!("More wait for papers ({}) than are open ({}).", count(*waiting), count(*open)),
        Fault::Twice(line) => format!("This agency and period stands in line {line} already."),
        Fault::ChangedSince(it) => format!("The values of {} were changed since, so they are not taken back.", when(*it)),
        Fault::ReadingChanged {
            agency,
            interval,
            seen,
            now,
        } => {
            let of = |it: &Option<Box<Reading>>| {
                let none = || "none".to_owned();
                it.as_ref().map_or_else(none, |it| reading(it, English))
            };
            let whose = if agency.is_empty() { "the city" } else { agency };
            format!("Somebody else has just saved {whose}, {}: {} → {}. Look again; saved once more, yours takes its place.", when(*interval), of(seen), of(now))
        }
        Fault::FilesChanged {
            agency,
            month,
            seen,
            now,
        } => {
            let labels = &super::form::EN.caseload_fields;
            let what = match (seen, now) {
                (Some(seen), Some(now)) => files(seen, now, labels, English),
                (_, None) => "the figures were removed".to_owned(),
                (None, Some(now)) => format!("received {}", count(now.received)),
            };
            format!("Somebody else has just saved {agency}, {}: {what}. Look again; saved once more, yours take their place.", when(*month))
        }
        Fault::HasReadings(code) => format!("The indicator {code} has values and cannot go. Close it instead."),
    }
}

/// A value with its note.
fn reading(reading: &Reading, language: Language) -> String {
    let value = amount(reading.value, language);
    match reading.note.as_str() {
        "" => value,
        note => format!("{value} ({note})"),
    }
}

/// So many numbers of a month are named one by one.
const NAMED: usize = 3;

/// Which numbers differ, before and after.
fn files(seen: &Caseload, now: &Caseload, labels: &[&str; 10], language: Language) -> String {
    let some = |it: Option<i64>| it.map_or_else(|| "-".to_owned(), |it| number(it, language));
    // Agency and month stand before the numbers.
    let counts = labels
        .iter()
        .skip(2)
        .zip(seen.counts().into_iter().zip(now.counts()));
    let differing = counts.filter(|(_, (seen, now))| seen != now);
    let texts =
        differing.map(|(label, (seen, now))| format!("{label} {} → {}", some(seen), some(now)));
    let mut texts: Vec<String> = texts.collect();
    if texts.len() > NAMED {
        texts.truncate(NAMED);
        texts.push("…".to_owned());
    }
    texts.join("; ")
}

pub(super) const fn every_vi(every: Every) -> &'static str {
    match every {
        Every::Month => "hằng tháng",
        Every::Quarter => "hằng quý",
        Every::Half => "6 tháng một lần",
        Every::Year => "hằng năm",
    }
}

pub(super) const fn every_en(every: Every) -> &'static str {
    match every {
        Every::Month => "monthly",
        Every::Quarter => "quarterly",
        Every::Half => "half-yearly",
        Every::Year => "yearly",
    }
}

/// A mark, with the code of the agency.
pub(super) fn mark_vi(mark: &Mark, agency: &str) -> String {
    match mark {
        Mark::OpeningDiffers {
            month,
            opening,
            before,
            ..
        } => format!(
            "{agency}, {}: tồn đầu kỳ {} khác số đang giải quyết cuối tháng trước {}.",
            interval_of(*month, Vietnamese),
            number(*opening, Vietnamese),
            number(*before, Vietnamese)
        ),
        Mark::NotOver(interval) => format!(
            "{} chưa kết thúc: số liệu còn thay đổi.",
            interval_of(*interval, Vietnamese)
        ),
    }
}

/// The same in English.
pub(super) fn mark_en(mark: &Mark, agency: &str) -> String {
    let language: Language = English;
    match mark {
        Mark::OpeningDiffers {
            month,
            opening,
            before,
            ..
        } => format!(
            "{agency}, {}: opening {} is not what was open the month before, {}.",
            interval_of(*month, language),
            number(*opening, language),
            number(*before, language)
        ),
        Mark::NotOver(interval) => format!(
            "{} is not over: values may change.",
            interval_of(*interval, language)
        ),
    }
}
