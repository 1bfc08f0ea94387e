//! Reasons that carry nothing: why, and what to do about it.

use crate::domain::status::Status;
use crate::domain::transition::{Deed, Refusal};

pub(super) fn vi_plain(refusal: &Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::WrongStatus { deed, status } => vi_status(*deed, *status),
        Refusal::NotYourAgency => (
            "nhiệm vụ do cơ quan khác chủ trì",
            "Chuyên viên đơn vị chỉ cập nhật nhiệm vụ của đơn vị mình.",
        ),
        Refusal::OwnSubmission => (
            "chính anh/chị đã báo cáo hoàn thành",
            "Người khác phải xác nhận.",
        ),
        Refusal::OwnAgency => (
            "cơ quan của anh/chị chủ trì nhiệm vụ này",
            "Chuyên viên theo dõi của cơ quan khác hoặc lãnh đạo xác nhận.",
        ),
        Refusal::WeakEvidence => (
            "minh chứng chưa rõ",
            "Nhập số ký hiệu (324/BC-SNV) hoặc tóm tắt 20 ký tự.",
        ),
        Refusal::BadPercent => ("tiến độ quá 100%", "Nhập từ 0 đến 100."),
        Refusal::NoDue => (
            "nhiệm vụ không có hạn để gia hạn",
            "Mở nhiệm vụ và sửa thời hạn.",
        ),
        Refusal::DueNotLater => (
            "hạn mới không muộn hơn hạn hiện hành",
            "Nhập một ngày sau hạn hiện hành.",
        ),
        Refusal::SameAgency => ("cơ quan này đang chủ trì", "Chọn cơ quan khác bằng F4."),
        Refusal::AgencyEnded => (
            "cơ quan này không còn hoạt động",
            "Chọn cơ quan tiếp nhận bằng F4.",
        ),
        Refusal::NothingAsked => (
            "không có đề nghị gia hạn nào đang chờ",
            "Nhấn F12 rồi F5 để xem lại.",
        ),
        Refusal::NotDisputed => ("đơn vị không báo giao sai", "Nhấn F12 rồi F5 để xem lại."),
        Refusal::NoRequest => (
            "không có đề nghị phối hợp nào đang chờ trả lời",
            "Mở nhiệm vụ để xem các đề nghị.",
        ),
        Refusal::RequestWithdrawn => (
            "đề nghị phối hợp này đã được rút",
            "Không cần trả lời; nếu vẫn cần, cơ quan chủ trì đề nghị lại.",
        ),
        Refusal::AlreadyAsked => (
            "đã yêu cầu giải trình, đơn vị chưa trả lời",
            "Chờ giải trình, hoặc phê bình.",
        ),
        Refusal::NoExplanationAsked => (
            "không có yêu cầu giải trình nào đang chờ",
            "Nhấn F12 rồi F5 để xem lại.",
        ),
        Refusal::NotLate => ("nhiệm vụ không trễ", "Chỉ ghi trễ khách quan khi đã trễ."),
        Refusal::AlreadyExcused => ("đã ghi nhận trễ khách quan", "Không cần ghi lại."),
        Refusal::NotExcused => (
            "chưa ghi nhận trễ khách quan",
            "Nhấn F12 rồi F5 để xem lại.",
        ),
        Refusal::SameDue => ("hạn đính chính trùng hạn hiện hành", "Nhập ngày khác."),
        Refusal::InFuture => ("ngày này chưa đến", "Nhập hôm nay hoặc một ngày trước."),
        Refusal::InPast => ("ngày này đã qua", "Nhập hôm nay hoặc một ngày sau."),
        Refusal::NoTarget => (
            "nhiệm vụ không có chỉ tiêu bằng số",
            "Sửa nhiệm vụ để thêm chỉ tiêu trước.",
        ),
        Refusal::NoStage => (
            "không có giai đoạn này, hoặc đã xong",
            "Mở nhiệm vụ để xem các giai đoạn.",
        ),
        Refusal::Incomplete => (
            "bản nháp thiếu nội dung hoặc cơ quan chủ trì",
            "Mở nhiệm vụ và bổ sung.",
        ),
        Refusal::BadTarget => (
            "không đọc được chỉ tiêu hoặc kết quả",
            "Ví dụ: ≥ 95 %; 25-35 %; tối đa 5 %; kết quả: 81,5.",
        ),
        Refusal::StandsForOthers => (
            "đây là dòng chung của nhiều đơn vị hoặc nhiều kỳ",
            "Thao tác trên từng nhiệm vụ của dòng này.",
        ),
        Refusal::Gone => ("nhiệm vụ đã bị hoàn tác", "Nhấn F12 rồi F5 để xem lại."),
        // Said above, with what they carry.
        Refusal::RoleMayNot { .. }
        | Refusal::Missing(_)
        | Refusal::Changed { .. }
        | Refusal::UrgedOn(_) => ("", ""),
    }
}

fn vi_status(deed: Deed, status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Draft => ("nhiệm vụ còn là bản nháp", "Nhập 1 để giao trước."),
        Status::NotStarted if deed == Deed::Assign => ("nhiệm vụ đã giao", "Không cần giao lại."),
        Status::NotStarted => ("nhiệm vụ chưa được tiếp nhận", "Nhập 1 để tiếp nhận trước."),
        Status::InProgress => match deed {
            Deed::Assign | Deed::Accept => (
                "nhiệm vụ đã được tiếp nhận",
                "Nhập 2 để cập nhật hoặc 9 để báo cáo hoàn thành.",
            ),
            Deed::Dispute => (
                "nhiệm vụ đã được tiếp nhận",
                "Đề nghị chuyên viên theo dõi chuyển đơn vị.",
            ),
            Deed::Confirm | Deed::Return => (
                "đơn vị chưa báo cáo hoàn thành",
                "Chờ đơn vị báo cáo, hoặc nhập 9 để báo cáo thay.",
            ),
            Deed::Insist => ("nhiệm vụ đã được tiếp nhận", "Không còn báo giao sai."),
            Deed::Resume => ("nhiệm vụ không tạm dừng", "Không cần tiếp tục."),
            _ => ("nhiệm vụ đang thực hiện", "Chọn thao tác khác."),
        },
        Status::Awaiting => (
            "nhiệm vụ đang chờ xác nhận",
            "Xác nhận (9) hoặc trả lại (0) trước.",
        ),
        Status::Done => ("nhiệm vụ đã hoàn thành", "Nhập 0 để mở lại trước."),
        Status::Suspended => ("nhiệm vụ đang tạm dừng", "Nhập 6 để tiếp tục trước."),
        Status::Dropped => ("nhiệm vụ đã thôi theo dõi", "Nhập 0 để mở lại trước."),
    }
}

pub(super) fn en_plain(refusal: &Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::NotYourAgency => (
            "another agency leads the task",
            "A clerk works on the tasks of the own agency.",
        ),
        Refusal::OwnSubmission => ("you reported it done", "Somebody else has to confirm."),
        Refusal::OwnAgency => (
            "your agency leads the task",
            "Another agency's monitor or a leader confirms.",
        ),
        Refusal::WeakEvidence => (
            "the evidence is not clear",
            "Give number and symbol (324/BC-SNV) or a summary of 20 letters.",
        ),
        Refusal::BadPercent => ("progress is above 100%", "Type 0 to 100."),
        Refusal::NoDue => (
            "the task has no due date",
            "Open the task and correct its deadline.",
        ),
        Refusal::DueNotLater => (
            "the new date is not after the current one",
            "Type a later day.",
        ),
        Refusal::SameAgency => ("this agency leads already", "Choose another with F4."),
        Refusal::AgencyEnded => (
            "this agency does not exist any more",
            "Choose its successor with F4.",
        ),
        Refusal::NothingAsked => ("no extension is asked for", "Press F12, then F5."),
        Refusal::NotDisputed => (
            "the agency does not say that it is not theirs",
            "Press F12, then F5.",
        ),
        Refusal::NoRequest => (
            "no request waits for an answer",
            "Open the task to see its requests.",
        ),
        Refusal::RequestWithdrawn => (
            "the request was taken back",
            "No answer is needed; the lead may ask again.",
        ),
        Refusal::AlreadyAsked => (
            "an explanation is outstanding already",
            "Wait for it, or criticise.",
        ),
        Refusal::NoExplanationAsked => ("no explanation is asked for", "Press F12, then F5."),
        Refusal::NotLate => ("the task is not late", "Only a delay can be excused."),
        Refusal::AlreadyExcused => ("the delay is excused already", "Nothing is left to do."),
        Refusal::NotExcused => ("the delay is not excused", "Press F12, then F5."),
        Refusal::SameDue => ("the due date is this one already", "Type another day."),
        Refusal::InFuture => ("this day has not come yet", "Type today or an earlier day."),
        Refusal::InPast => ("this day has passed", "Type today or a later day."),
        Refusal::NoTarget => ("the task has no numeric target", "Give it one first."),
        Refusal::NoStage => (
            "there is no such stage, or it is reached",
            "Open the task to see its stages.",
        ),
        Refusal::Incomplete => (
            "content or lead is missing",
            "Open the draft and complete it.",
        ),
        Refusal::BadTarget => (
            "the target or what is reached is no number",
            "For example: ≥ 95 %; 25-35 %; reached: 81,5.",
        ),
        Refusal::StandsForOthers => (
            "the row stands for several tasks",
            "Work on its tasks one by one.",
        ),
        Refusal::Gone => ("the task was taken back", "Press F12, then F5."),
        // Said above, with what they carry.
        Refusal::WrongStatus { .. }
        | Refusal::RoleMayNot { .. }
        | Refusal::Missing(_)
        | Refusal::Changed { .. }
        | Refusal::UrgedOn(_) => ("", ""),
    }
}

pub(super) fn en_advice(status: Status) -> &'static str {
    match status {
        Status::Draft => "Type 1 to assign it first.",
        Status::NotStarted => "Type 1 to accept it first.",
        Status::InProgress => "Type 2 for progress or 9 to report it done.",
        Status::Awaiting => "Confirm (9) or return (0) it first.",
        Status::Done | Status::Dropped => "Type 0 to reopen it first.",
        Status::Suspended => "Type 6 to resume it first.",
    }
}
