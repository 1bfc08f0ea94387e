//! What to do about a refusal where there are no keys: on the command line and in line mode.

use crate::domain::transition::Refusal;

/// In Vietnamese; none where the advice names no key anyway.
pub(super) fn vi(refusal: &Refusal) -> Option<&'static str> {
    Some(match refusal {
        Refusal::Missing(_) => "Nêu thêm nội dung này.",
        Refusal::SameAgency => "Nêu cơ quan khác.",
        Refusal::AgencyEnded => "Nêu cơ quan tiếp nhận.",
        Refusal::NothingAsked
        | Refusal::NotDisputed
        | Refusal::NoExplanationAsked
        | Refusal::NotExcused
        | Refusal::Gone => "Mở lại nhiệm vụ để xem.",
        Refusal::Changed { .. } => "Xem lại nhiệm vụ rồi làm lại.",
        _ => return None,
    })
}

/// In English.
pub(super) fn en(refusal: &Refusal) -> Option<&'static str> {
    Some(match refusal {
        Refusal::Missing(_) => "Say it, too.",
        Refusal::SameAgency => "Name another one.",
        Refusal::AgencyEnded => "Name its successor.",
        Refusal::NothingAsked
        | Refusal::NotDisputed
        | Refusal::NoExplanationAsked
        | Refusal::NotExcused
        | Refusal::Gone => "Look at the task again.",
        Refusal::Changed { .. } => "Look at the task, then do it again.",
        _ => return None,
    })
}
