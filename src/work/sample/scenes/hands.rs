//! Tasks that change hands: round in a circle and back, or said to belong elsewhere and given back.

use super::{another, nth, reason};
use crate::domain::id::AgencyId;
use crate::domain::transition::{Deed, Particulars};
use crate::work::sample::stories::{Scene, Story};

/// Of what fits few tasks.
pub(super) const RARE: &[Story] = &[Story {
    times: 1,
    fits: |it| it.is_late(40) && !it.is_late_again(),
    tell: goes_round,
}];

/// Of what fits many.
pub(super) const STORIES: &[Story] = &[
    Story {
        times: 4,
        fits: |it| it.is_plainly_done(100) && it.is_once(),
        tell: goes_round,
    },
    Story {
        times: 4,
        fits: |it| it.is_plainly_done(70) && it.is_once(),
        tell: insisted,
    },
];

/// Who it is given to on the way.
const OTHERS: &[&str] = &["STTTT", "STP", "STC", "SKHDT", "VPUB"];

const NOT_OURS: &[&str] = &[
    "Nội dung thuộc chức năng của cơ quan khác, đề nghị chuyển",
    "Đơn vị chỉ phối hợp, không chủ trì theo quyết định phân công",
    "Chưa được giao thẩm quyền xử lý nội dung này, đề nghị trả lại",
];

const MOVED: &[&str] = &[
    "Chuyển theo đề nghị của cơ quan, yêu cầu tiếp nhận ngay",
    "Điều chỉnh cơ quan chủ trì theo kết luận họp giao ban",
];

/// A gives it to B, B gives it back to A; the second goes over a third one.
fn goes_round(scene: &mut Scene<'_>, place: usize) {
    let lead = scene.task.agency;
    let other = |turn| another(OTHERS, place + turn, lead, scene.frame.agencies);
    let mut way: Vec<AgencyId> = other(0).into_iter().collect();
    if place == 1 {
        way.extend(other(2).filter(|third| Some(*third) != other(0)));
    }
    way.push(lead);
    let mut day = scene.workdays(scene.given(), 2);
    for (turn, to) in way.into_iter().enumerate() {
        scene.tell(day, Deed::Dispute, reason(nth(NOT_OURS, place + turn)));
        day = scene.workdays(day, 4);
        let why = if to == lead {
            "Họp ba bên thống nhất giao lại cơ quan ban đầu chủ trì"
        } else {
            nth(MOVED, place + turn)
        };
        let given = Particulars {
            agency: Some(to),
            ..reason(why)
        };
        scene.tell(day, Deed::Transfer, given);
        day = scene.workdays(day, 3);
    }
    scene.hold(day);
}

/// Said to belong elsewhere; the monitor says that it does not.
fn insisted(scene: &mut Scene<'_>, place: usize) {
    const IT_IS: &[&str] = &[
        "Đúng chức năng theo quyết định phân công, đề nghị thực hiện",
        "Văn bản giao nêu rõ cơ quan chủ trì, không chuyển",
    ];
    let said = scene.workdays(scene.given(), 2);
    scene.tell(said, Deed::Dispute, reason(nth(NOT_OURS, place)));
    let answered = scene.workdays(said, 3);
    scene.tell(answered, Deed::Insist, reason(nth(IT_IS, place)));
    scene.hold(scene.workdays(answered, 1));
}
