//! The ladder of urging (DOMAIN 2.6): urged again and again, asked to explain, criticised, and what is proposed
//! at its end; each step with its document.

use chrono::NaiveDate;

use super::{note, nth, paper, reason};
use crate::domain::transition::{Deed, Particulars};
use crate::work::sample::stories::{Scene, Story};

/// All of them.
pub(super) const STORIES: &[Story] = &[
    Story {
        times: 5,
        fits: |it| it.is_late(15) && !it.is_late_again(),
        tell: climbs,
    },
    Story {
        times: 4,
        fits: |it| it.is_late(8),
        tell: urged_often,
    },
    Story {
        times: 2,
        fits: |it| it.is_plainly_done(45) && it.is_done_late(15),
        tell: criticised_afterwards,
    },
    Story {
        times: 5,
        fits: |it| it.is_plainly_done(45) && it.is_done_late(10),
        tell: explained,
    },
];

const EXPLANATIONS: &[&str] = &[
    "Chậm do phân công chưa rõ đầu mối; cơ quan đã kiểm điểm phòng chuyên môn",
    "Chậm do chờ ý kiến ba cơ quan phối hợp, đã báo cáo tiến độ hằng tuần",
    "Người phụ trách nghỉ dài ngày, chưa bố trí người thay thế kịp thời",
    "Khối lượng phát sinh ngoài dự kiến, đề nghị được chia sẻ",
];

/// The head is asked to explain within five working days.
pub(super) fn asks_to_explain(scene: &mut Scene<'_>, day: NaiveDate, _: usize) {
    let given = Particulars {
        due: Some(scene.workdays(day, 5)),
        document: paper("Công văn", "UBND-TH", day, scene.rng),
        ..reason("Yêu cầu người đứng đầu giải trình lý do để nhiệm vụ trễ hạn")
    };
    scene.tell(day, Deed::AskExplanation, given);
}

/// The head explains.
pub(super) fn explains(scene: &mut Scene<'_>, day: NaiveDate, place: usize) {
    scene.tell(day, Deed::Explain, note(nth(EXPLANATIONS, place)));
}

fn criticises(scene: &mut Scene<'_>, day: NaiveDate) {
    let given = Particulars {
        document: paper("Thông báo", "TB-VP", day, scene.rng),
        ..reason("Phê bình tại thông báo kết luận giao ban Ủy ban")
    };
    scene.tell(day, Deed::Criticise, given);
}

fn urges(scene: &mut Scene<'_>, day: NaiveDate) {
    let given = Particulars {
        document: paper("Công văn", "SNV-CCHC", day, scene.rng),
        ..reason("Nhiệm vụ đã quá hạn, đề nghị người đứng đầu chỉ đạo hoàn thành dứt điểm")
    };
    scene.tell(day, Deed::Urge, given);
}

/// Late for weeks: each of them stands on another step.
fn climbs(scene: &mut Scene<'_>, place: usize) {
    let today = scene.frame.today;
    let back = |days: i64| scene.workdays(today, -days);
    let (first, second, third, fourth) = (back(13), back(9), back(6), back(3));
    match place {
        // To the end of the ladder.
        0 => {
            asks_to_explain(scene, first, place);
            explains(scene, second, place);
            criticises(scene, third);
            let given = Particulars {
                document: paper("Tờ trình", "TTr-SNV", fourth, scene.rng),
                ..reason("Kiến nghị xem xét trách nhiệm người đứng đầu, trễ nhiều lần")
            };
            scene.tell(fourth, Deed::Propose, given);
        }
        // Asked, and silent past the day that was set.
        1 => {
            asks_to_explain(scene, first, place);
            criticises(scene, fourth);
        }
        2 => {
            asks_to_explain(scene, first, place);
            explains(scene, second, place);
        }
        // Asked, with some days left to answer.
        3 => asks_to_explain(scene, fourth, place),
        _ => criticises(scene, third),
    }
}

/// Urged every week since it is late, and no step further.
fn urged_often(scene: &mut Scene<'_>, place: usize) {
    let today = scene.frame.today;
    let mut day = scene.workdays(scene.last_due(), 3);
    for _ in 0..4 + place % 2 {
        if day < today {
            urges(scene, day);
        }
        day = scene.workdays(day, 5);
    }
}

fn explained(scene: &mut Scene<'_>, place: usize) {
    let due = scene.due();
    urges(scene, scene.workdays(due, 2));
    asks_to_explain(scene, scene.workdays(due, 4), place);
    explains(scene, scene.workdays(due, 8), place);
}

fn criticised_afterwards(scene: &mut Scene<'_>, place: usize) {
    let due = scene.due();
    urges(scene, scene.workdays(due, 3));
    asks_to_explain(scene, scene.workdays(due, 6), place);
    explains(scene, scene.workdays(due, 9), place);
    criticises(scene, scene.workdays(scene.end(), 8));
}
