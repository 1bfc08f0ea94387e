//! What is reached on the way: stages with days of their own, values of numeric targets, documents that are
//! issued before, after or without the report.

use chrono::{Datelike, Months, NaiveDate};

use super::{note, nth};
use crate::domain::amount::Amount;
use crate::domain::deadline::Kind;
use crate::domain::follow_up::Bound;
use crate::domain::transition::{Deed, Particulars};
use crate::work::sample::stories::{Scene, Story};

/// All of them.
pub(super) const STORIES: &[Story] = &[
    Story {
        times: 3,
        fits: |it| !it.task.stages.is_empty() && it.is_plainly_done(60),
        tell: reaches_all,
    },
    Story {
        times: 9,
        fits: |it| it.task.target.is_some() && it.age() > 60 && it.is_in_time(),
        tell: is_measured,
    },
    Story {
        times: 3,
        fits: |it| it.task.target.is_some() && it.is_plainly_done(60),
        tell: is_measured,
    },
    Story {
        times: 6,
        fits: |it| it.age() > 60 && it.is_in_time() && it.is_once() && it.ends_a_month(45),
        tell: goes_by_stages,
    },
    Story {
        times: 14,
        fits: |it| it.is_endless() && it.task.kind == Kind::Ongoing,
        tell: is_told_lately,
    },
    Story {
        times: 1,
        fits: |it| it.task.owes_document && it.is_late(8),
        tell: is_issued_late,
    },
    Story {
        times: 3,
        fits: |it| it.task.owes_document && it.is_plainly_done(45) && it.is_on_time(),
        tell: is_done_without,
    },
    Story {
        times: 4,
        fits: |it| {
            it.task.owes_document && it.is_plainly_done(45) && it.is_on_time() && it.is_past(40)
        },
        tell: is_signed_afterwards,
    },
    Story {
        times: 5,
        fits: |it| it.task.owes_document && it.is_plainly_done(60),
        tell: is_issued_before,
    },
];

/// Stages that the deadline names are reached one by one, each some days before its own day.
fn reaches_all(scene: &mut Scene<'_>, _: usize) {
    let (stages, end) = (scene.task.stages.clone(), scene.end());
    for stage in stages {
        let day = scene.workdays(stage.due, -4).min(scene.workdays(end, -1));
        reaches(scene, day);
    }
}

fn reaches(scene: &mut Scene<'_>, day: NaiveDate) {
    let given = Particulars {
        day: Some(scene.frame.calendar.next_working_day_on_or_after(day)),
        ..Particulars::default()
    };
    scene.tell(day, Deed::ReachStage, given);
}

/// The deadline is written anew with its stages: two of three are kept so far, missed, or reached late.
fn goes_by_stages(scene: &mut Scene<'_>, place: usize) {
    const LABELS: [[&str; 3]; 2] = [
        ["lấy ý kiến", "trình", "ban hành"],
        ["khảo sát", "thí điểm", "vận hành"],
    ];
    let (today, due) = (scene.frame.today, scene.due());
    let [first, second, third] = LABELS[usize::from(!scene.task.owes_document)];
    let month = |day: NaiveDate| format!("Tháng {}/{}", day.month(), day.year());
    // The first stage was over by the end of April or May; the second one runs.
    let back = if place.is_multiple_of(2) { 1 } else { 2 };
    let began = today.checked_sub_months(Months::new(back)).unwrap_or(today);
    let text = format!(
        "{} ({first}); {} ({second}); {} ({third})",
        month(began),
        month(today),
        month(due)
    );
    let why = "Bổ sung các mốc theo kế hoạch chi tiết của cơ quan chủ trì";
    scene.rewrite(scene.workdays(scene.given(), 9), &text, why);
    let last = began.with_day(28).unwrap_or(began);
    match place % 3 {
        0 => reaches(scene, scene.workdays(last, -3)),
        1 => reaches(scene, scene.workdays(last, 6)),
        // Missed: nobody says that it was reached.
        _ => {}
    }
}

/// Values rise from quarter to quarter; what is done has reached its target.
fn is_measured(scene: &mut Scene<'_>, _: usize) {
    let Some(target) = &scene.task.target else {
        return;
    };
    let wanted = match target.bound {
        Bound::AtLeast { low } | Bound::Band { low, .. } => low,
        Bound::AtMost { high } => high,
        Bound::Exactly { value } => value,
    };
    let is_over = scene.end() < scene.frame.today;
    let shares = if is_over { [70, 90, 100] } else { [45, 60, 75] };
    let (given, end) = (scene.given(), scene.workdays(scene.end(), -4));
    let whole = (end - given).num_days();
    for (share, step) in shares.into_iter().zip(1..) {
        let off = if is_over { 0 } else { scene.rng.i64(-8..9) };
        // In tenths, as one reads them.
        let tenths = wanted.ten_thousandths() * (share + off) / 100_000;
        let measured = Particulars {
            value: Some(Amount::from_ten_thousandths(tenths * 1_000)),
            ..Particulars::default()
        };
        let day = given + chrono::Duration::days(whole * step / 3);
        scene.tell(day, Deed::Measure, measured);
    }
}

/// Work without an end was reported on in the last weeks.
fn is_told_lately(scene: &mut Scene<'_>, place: usize) {
    const LATELY: &[&str] = &[
        "Tiếp tục thực hiện; tháng này xử lý 12 phản ánh, không có trường hợp trễ",
        "Đã kiểm tra hai phòng chuyên môn, nhắc nhở một trường hợp",
        "Đã đăng 6 tin, bài; cập nhật chuyên mục trên trang thông tin điện tử",
    ];
    let back = 1 + i64::try_from(place).unwrap_or(0);
    let day = scene.workdays(scene.frame.today, -back);
    scene.tell(day, Deed::Progress, note(nth(LATELY, place)));
}

/// Number and sign of a document of the lead.
fn issue(scene: &mut Scene<'_>, day: NaiveDate) -> Particulars {
    let lead = scene.task.agency;
    let agency = scene.frame.agencies.iter().find(|it| it.id == lead);
    let sign = agency.map_or("UBND", |agency| agency.code.as_str());
    let day = scene.frame.calendar.next_working_day_on_or_after(day);
    let kind = nth(&["QĐ", "KH", "BC"], scene.rng.usize(..3));
    let number = scene.rng.u16(12..1_900);
    Particulars {
        evidence: format!("{number}/{kind}-{sign}"),
        evidence_date: Some(day),
        ..Particulars::default()
    }
}

/// The task is late, and so was its document; what is left is to report it.
fn is_issued_late(scene: &mut Scene<'_>, _: usize) {
    let day = scene.workdays(scene.frame.today, -3);
    let issued = issue(scene, day);
    scene.tell(day, Deed::Issue, issued);
}

/// Issued, and reported some days later.
fn is_issued_before(scene: &mut Scene<'_>, _: usize) {
    let day = scene.workdays(scene.end(), -4);
    let issued = issue(scene, day);
    scene.tell(day, Deed::Issue, issued.clone());
    let is_late = scene.end() > scene.due();
    let cause = if is_late {
        "Chờ ý kiến cơ quan phối hợp"
    } else {
        ""
    };
    let report = Particulars {
        delay_cause: cause.to_owned(),
        ..issued
    };
    scene.gives(Deed::Submit, report);
}

/// Reported without the document that was owed; nobody has named it since.
fn is_done_without(scene: &mut Scene<'_>, place: usize) {
    scene.gives(Deed::Submit, summary(place));
}

/// Reported in time, but the document was signed only weeks later.
fn is_signed_afterwards(scene: &mut Scene<'_>, place: usize) {
    scene.gives(Deed::Submit, summary(place));
    let late = 6 + i64::try_from(place).unwrap_or(0) * 5;
    let day = scene.workdays(scene.due(), late);
    let issued = issue(scene, day);
    scene.tell(day, Deed::Issue, issued);
}

fn summary(place: usize) -> Particulars {
    const DONE: &[&str] = &[
        "Đã hoàn chỉnh nội dung, đang trình cấp có thẩm quyền ký ban hành",
        "Đã triển khai đến tất cả phòng, đơn vị trực thuộc theo nội dung được giao",
        "Nội dung đã lồng ghép trong kế hoạch công tác năm của cơ quan",
    ];
    Particulars {
        summary: nth(DONE, place).to_owned(),
        ..Particulars::default()
    }
}
