//! Dates that move: extensions asked early and late, granted, granted until an earlier day, refused; dates that
//! slip twice; what was mistyped; delays that are nobody's fault.

use chrono::{Days, NaiveDate};

use super::{nth, paper, reason};
use crate::domain::transition::{Deed, Particulars};
use crate::work::sample::stories::{Scene, Story};

/// Of what fits few tasks.
pub(super) const RARE: &[Story] = &[Story {
    times: 7,
    fits: |it| it.is_late_again(),
    tell: slips_again,
}];

/// Of what fits many.
pub(super) const STORIES: &[Story] = &[
    Story {
        times: 2,
        fits: |it| it.is_late(8),
        tell: excused,
    },
    Story {
        times: 5,
        fits: |it| it.is_plainly_done(45) && it.is_done_late(4),
        tell: excused,
    },
    Story {
        times: 5,
        fits: |it| it.is_plainly_done(75) && it.is_done_late(11),
        tell: granted_earlier,
    },
    Story {
        times: 4,
        fits: |it| it.is_plainly_done(60) && it.is_done_late(7),
        tell: refused_late,
    },
    Story {
        times: 4,
        fits: |it| it.is_plainly_done(75) && it.is_on_time(),
        tell: refused,
    },
    Story {
        times: 3,
        fits: |it| it.is_plainly_done(60) && it.is_on_time() && it.is_once(),
        tell: corrected,
    },
];

const AGAIN: &[&str] = &[
    "Chưa nhận đủ ý kiến thẩm định, đề nghị lùi hạn lần thứ hai",
    "Nhà thầu chậm bàn giao, khối lượng còn lại chưa nghiệm thu được",
    "Số liệu của các phường chưa khớp, phải rà soát lại từ đầu",
    "Thay đổi nhân sự phụ trách, đề nghị thêm thời gian bàn giao",
];

const FIRST: &[&str] = &[
    "Cần lấy ý kiến bổ sung của các đơn vị trực thuộc",
    "Chờ bộ chuyên ngành trả lời vướng mắc về thẩm quyền",
    "Khối lượng rà soát lớn hơn dự kiến ban đầu",
];

const REFUSED: &[&str] = &[
    "Nội dung không phức tạp, yêu cầu hoàn thành đúng hạn đã giao",
    "Lý do nêu ra thuộc trách nhiệm nội bộ của cơ quan, không chấp thuận",
    "Nhiệm vụ phục vụ kỳ họp, không thể lùi",
];

/// The date slips twice, the fourth time three times, and passes again. Of these heads the first one has
/// explained and the second was asked to; nobody asked the others.
fn slips_again(scene: &mut Scene<'_>, place: usize) {
    scene.forgets(Deed::AskExtension);
    scene.forgets(Deed::Extend);
    let (first, last) = (scene.due(), scene.last_due());
    let steps = if place == 3 { 3 } else { 2 };
    let whole = (last - first).num_days();
    let mut due = first;
    for step in 1..=steps {
        let later = if step == steps {
            last
        } else {
            let part = first + chrono::Duration::days(whole * step / steps);
            scene.frame.calendar.last_working_day_on_or_before(part)
        };
        let why = nth(if step == 1 { FIRST } else { AGAIN }, place);
        // Every third one asks only when the day has passed.
        let asked = scene.workdays(due, if place % 3 == 2 && step == 2 { 1 } else { -6 });
        asks(scene, asked, later, why);
        let decided = scene.workdays(asked, 2);
        grants(scene, decided, later, "");
        due = later;
    }
    if place < 2 {
        let asked = scene.workdays(scene.frame.today, -9);
        super::ladder::asks_to_explain(scene, asked, place);
        if place == 0 {
            super::ladder::explains(scene, scene.workdays(asked, 4), place);
        }
    }
}

fn asks(scene: &mut Scene<'_>, day: NaiveDate, due: NaiveDate, why: &str) {
    let given = Particulars {
        due: Some(due),
        note: "Đã có dự thảo, còn phần tổng hợp số liệu của các đơn vị".to_owned(),
        ..reason(why)
    };
    scene.tell(day, Deed::AskExtension, given);
}

fn grants(scene: &mut Scene<'_>, day: NaiveDate, due: NaiveDate, why: &str) {
    let given = Particulars {
        due: Some(due),
        document: paper("Công văn", "UBND-NCPC", day, scene.rng),
        ..reason(why)
    };
    scene.tell(day, Deed::Extend, given);
}

/// Less time than asked for, and not enough of it; every second one had asked too late.
fn granted_earlier(scene: &mut Scene<'_>, place: usize) {
    let due = scene.due();
    let asked = scene.workdays(due, if place % 2 == 1 { 2 } else { -6 });
    let wanted = scene.end() + Days::new(12);
    asks(scene, asked, wanted, nth(FIRST, place));
    let less = scene.workdays(due, 7);
    let why = "Chỉ gia hạn đến thời điểm trình phiên họp thường kỳ của Ủy ban";
    grants(scene, scene.workdays(asked, 2), less, why);
}

fn refused_late(scene: &mut Scene<'_>, place: usize) {
    let asked = scene.workdays(scene.due(), 2);
    let wanted = scene.end() + Days::new(20);
    asks(scene, asked, wanted, nth(AGAIN, place));
    let decided = scene.workdays(asked, 2);
    scene.tell(decided, Deed::RefuseExtension, reason(nth(REFUSED, place)));
}

fn refused(scene: &mut Scene<'_>, place: usize) {
    let asked = scene.workdays(scene.end(), -13);
    let wanted = scene.due() + Days::new(30);
    asks(scene, asked, wanted, nth(FIRST, place));
    let decided = scene.workdays(asked, 3);
    scene.tell(decided, Deed::RefuseExtension, reason(nth(REFUSED, place)));
}

/// A date that was mistyped is put right, which is no extension.
fn corrected(scene: &mut Scene<'_>, _: usize) {
    let day = scene.workdays(scene.given(), 6);
    let right = scene.due() + Days::new(10);
    let given = Particulars {
        due: Some(scene.frame.calendar.last_working_day_on_or_before(right)),
        ..reason("Khi nhập gõ nhầm ngày, đính chính theo đúng phụ lục đã ký")
    };
    scene.tell(day, Deed::CorrectDue, given);
}

/// A delay is recognised as outside of the lead's control.
fn excused(scene: &mut Scene<'_>, place: usize) {
    const WHY: &[&str] = &[
        "Bộ Nội vụ chưa ban hành thông tư hướng dẫn, trễ do nguyên nhân khách quan",
        "Chờ ý kiến của bộ chuyên ngành đã hỏi đúng thời hạn",
        "Hệ thống dùng chung của Trung ương tạm dừng để nâng cấp",
        "Phải lùi theo lịch họp của Hội đồng nhân dân Thành phố",
    ];
    let today = scene.frame.today;
    let day = scene.workdays(scene.end(), if scene.end() < today { 6 } else { -3 });
    let given = Particulars {
        document: paper("Công văn", "UBND-TH", day, scene.rng),
        ..reason(nth(WHY, place))
    };
    scene.tell(day, Deed::Excuse, given);
}
