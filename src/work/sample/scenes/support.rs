//! What leads ask supporting agencies for: answered in time, answered late, not answered, taken back.

use chrono::NaiveDate;

use super::{another, note, nth};
use crate::domain::transition::{Deed, Particulars};
use crate::work::sample::stories::{Scene, Story};

/// All of them.
pub(super) const STORIES: &[Story] = &[
    Story {
        times: 8,
        fits: |it| it.is_in_time() && it.age() > 40,
        tell: waits,
    },
    Story {
        times: 2,
        fits: |it| it.is_plainly_done(70) && it.is_once(),
        tell: taken_back,
    },
    Story {
        times: 6,
        fits: |it| it.is_plainly_done(80) && it.is_once(),
        tell: answered_late,
    },
    Story {
        times: 10,
        fits: |it| it.is_plainly_done(70) && it.is_once(),
        tell: answered,
    },
];

/// Who is asked.
const ASKED: &[&str] = &["STTTT", "STC", "STP", "SNV", "SKHDT", "VPUB", "STNMT"];

const FOR: &[&str] = &[
    "Góp ý dự thảo và xác nhận phần số liệu do cơ quan quản lý",
    "Cung cấp số liệu hồ sơ trễ hạn theo từng khâu xử lý",
    "Thẩm định kinh phí thực hiện trong dự toán được giao",
    "Cho ý kiến về thẩm quyền ban hành văn bản",
    "Bố trí đầu mối kết nối, chia sẻ dữ liệu",
];

const ANSWERS: &[&str] = &[
    "Thống nhất với dự thảo, góp ý 3 nội dung tại phụ lục kèm theo",
    "Đã gửi số liệu theo mẫu, đề nghị ghi rõ nguồn khi sử dụng",
    "Đã thẩm định, kinh phí bố trí trong dự toán năm",
    "Thuộc thẩm quyền của Ủy ban nhân dân Thành phố",
    "Đã cử đầu mối, kết nối thử nghiệm thành công",
];

/// The lead asks whoever's turn it is; the answer comes on a day, or never.
fn ask(scene: &mut Scene<'_>, place: usize, day: NaiveDate, days: i64, answer: Option<NaiveDate>) {
    let agencies = scene.frame.agencies;
    let Some(agency) = another(ASKED, place, scene.task.agency, agencies) else {
        return;
    };
    let asked = Particulars {
        agency: Some(agency),
        due: Some(scene.workdays(day, days)),
        ..note(nth(FOR, place))
    };
    scene.tell(day, Deed::AskSupport, asked);
    if let Some(answer) = answer {
        let answered = Particulars {
            agency: Some(agency),
            ..note(nth(ANSWERS, place))
        };
        scene.tell(answer, Deed::AnswerSupport, answered);
    }
}

fn answered(scene: &mut Scene<'_>, place: usize) {
    let day = scene.workdays(scene.given(), 12);
    ask(scene, place, day, 7, Some(scene.workdays(day, 5)));
    if place.is_multiple_of(3) {
        ask(scene, place + 3, day, 7, Some(scene.workdays(day, 6)));
    }
}

fn answered_late(scene: &mut Scene<'_>, place: usize) {
    let day = scene.workdays(scene.given(), 12);
    let late = i64::try_from(place).unwrap_or(0) * 2;
    ask(scene, place, day, 5, Some(scene.workdays(day, 8 + late)));
}

/// The first five should have answered by now.
fn waits(scene: &mut Scene<'_>, place: usize) {
    let today = scene.frame.today;
    let back = i64::try_from(place).unwrap_or(0);
    let asked = if place < 5 { 28 - back * 3 } else { 9 - back };
    ask(scene, place, scene.workdays(today, -asked), 7, None);
}

fn taken_back(scene: &mut Scene<'_>, place: usize) {
    let day = scene.workdays(scene.given(), 12);
    ask(scene, place, day, 7, None);
    let back = scene.workdays(day, 3);
    let why = "Đã có số liệu trên hệ thống dùng chung, không cần cung cấp nữa";
    scene.tell(back, Deed::WithdrawSupport, note(why));
}
