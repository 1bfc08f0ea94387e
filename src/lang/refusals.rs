//! Why a deed is not done: what, where, what to do about it.

use super::terms;
use crate::domain::status::Status;
use crate::domain::transition::{Deed, Need, Refusal};

/// Why a deed is not done.
#[derive(Debug)]
pub struct RefusalWords {
    /// In a sentence, with the number of the task: what happened, why, what to do.
    pub sentence: fn(&Refusal, i64) -> String,
    /// In two to five words, for a list: "chưa tiếp nhận".
    pub short: fn(&Refusal) -> String,
    /// What a deed needs, as the label of its field.
    pub need: fn(Need) -> &'static str,
}

pub(super) const VI: RefusalWords = RefusalWords {
    sentence: |refusal, number| {
        let what = match refusal {
            Refusal::WrongStatus { deed, .. } | Refusal::RoleMayNot { deed, .. } => {
                format!("Chưa {} được #{number}", vi_deed(*deed))
            }
            Refusal::Missing(_)
            | Refusal::WeakEvidence
            | Refusal::BadPercent
            | Refusal::DueNotLater
            | Refusal::SameAgency
            | Refusal::AgencyEnded => format!("#{number}"),
            _ => format!("Chưa ghi được #{number}"),
        };
        let (why, advice) = vi_why(refusal);
        format!("{what}: {why}. {advice}")
    },
    short: |refusal| match refusal {
        Refusal::WrongStatus { deed, status } => vi_short_status(*deed, *status).to_owned(),
        Refusal::RoleMayNot { role, .. } => format!("{} không được", (terms::VI.role)(*role)),
        Refusal::NotYourAgency => "của cơ quan khác".to_owned(),
        Refusal::OwnSubmission => "chính mình báo cáo".to_owned(),
        Refusal::OwnAgency => "cơ quan mình chủ trì".to_owned(),
        Refusal::Missing(need) => format!("thiếu {}", lower((VI.need)(*need))),
        Refusal::WeakEvidence => "minh chứng chưa đủ".to_owned(),
        Refusal::BadPercent => "quá 100%".to_owned(),
        Refusal::NoDue => "không có hạn".to_owned(),
        Refusal::DueNotLater => "hạn mới chưa muộn hơn".to_owned(),
        Refusal::SameAgency => "đang chủ trì rồi".to_owned(),
        Refusal::AgencyEnded => "cơ quan không còn".to_owned(),
        Refusal::NothingAsked => "không ai xin gia hạn".to_owned(),
        Refusal::Incomplete => "thiếu nội dung, chủ trì".to_owned(),
        Refusal::BadTarget => "chỉ tiêu không rõ".to_owned(),
        Refusal::StandsForOthers => "là dòng chung".to_owned(),
        Refusal::Gone => "đã bị hoàn tác".to_owned(),
        Refusal::Changed { by, at, .. } => format!("{by} vừa sửa lúc {at}"),
    },
    need: |need| match need {
        Need::Note => "Kết quả hoặc %",
        Need::Evidence => "Minh chứng",
        Need::DelayCause => "Nguyên nhân trễ",
        Need::Reason => "Lý do",
        Need::ReasonOrDocument => "Lý do hoặc văn bản",
        Need::Agency => "Cơ quan mới",
        Need::Due => "Hạn mới",
    },
};

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn vi_deed(deed: Deed) -> String {
    match deed {
        Deed::Submit => "báo cáo hoàn thành".to_owned(),
        other => lower((terms::VI.deed)(other)),
    }
}

fn vi_short_status(deed: Deed, status: Status) -> &'static str {
    match status {
        Status::Draft => "còn là nháp",
        Status::NotStarted if deed == Deed::Assign => "đã giao",
        Status::NotStarted => "chưa tiếp nhận",
        Status::InProgress => match deed {
            Deed::Assign | Deed::Accept | Deed::Dispute => "đã tiếp nhận",
            Deed::Confirm | Deed::Return => "chưa báo cáo hoàn thành",
            Deed::Resume => "không tạm dừng",
            _ => "đang thực hiện",
        },
        Status::Awaiting => "đang chờ xác nhận",
        Status::Done => "đã hoàn thành",
        Status::Suspended => "đang tạm dừng",
        Status::Dropped => "đã thôi theo dõi",
    }
}

fn vi_why(refusal: &Refusal) -> (String, String) {
    match refusal {
        Refusal::RoleMayNot { role, .. } => {
            let why = format!("{} không được làm việc này", (terms::VI.role)(*role));
            (why, "Nhờ chuyên viên theo dõi hoặc lãnh đạo.".to_owned())
        }
        Refusal::Missing(need) => {
            let why = format!("thiếu {}", lower((VI.need)(*need)));
            (why, "Nhập vào ô có con trỏ.".to_owned())
        }
        Refusal::Changed { by, at, what } => {
            let why = format!(
                "{by} vừa sửa lúc {at} ({})",
                lower((terms::VI.log_entry)(what))
            );
            let advice = "Nội dung vừa gõ được giữ; xem lại rồi F10 ghi lên bản mới.";
            (why, advice.to_owned())
        }
        other => {
            let (why, advice) = vi_plain(other);
            (why.to_owned(), advice.to_owned())
        }
    }
}

fn vi_plain(refusal: &Refusal) -> (&'static str, &'static str) {
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
        Refusal::BadTarget => (
            "không đọc được chỉ tiêu hoặc kết quả",
            "Ví dụ: ≥ 95 %; 25-35 %; tối đa 5 %; kết quả: 81,5.",
        ),
        Refusal::Incomplete => (
            "bản nháp thiếu nội dung hoặc cơ quan chủ trì",
            "Mở nhiệm vụ và bổ sung.",
        ),
        Refusal::StandsForOthers => (
            "đây là dòng chung của nhiều đơn vị hoặc nhiều kỳ",
            "Thao tác trên từng nhiệm vụ của dòng này.",
        ),
        Refusal::Gone => ("nhiệm vụ đã bị hoàn tác", "Nhấn F12 rồi F5 để xem lại."),
        // Said above, with what they carry.
        Refusal::RoleMayNot { .. } | Refusal::Missing(_) | Refusal::Changed { .. } => ("", ""),
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

pub(super) const EN: RefusalWords = RefusalWords {
    sentence: |refusal, number| {
        let what = match refusal {
            Refusal::WrongStatus { deed, .. } | Refusal::RoleMayNot { deed, .. } => {
                format!("{} of #{number} is not possible", (terms::EN.deed)(*deed))
            }
            _ => format!("#{number} is not saved"),
        };
        let (why, advice) = en_why(refusal);
        format!("{what}: {why}. {advice}")
    },
    short: |refusal| match refusal {
        Refusal::WrongStatus { status, .. } => {
            format!("is {}", lower((terms::EN.status)(*status)))
        }
        Refusal::RoleMayNot { role, .. } => format!("not for a {}", (terms::EN.role)(*role)),
        Refusal::NotYourAgency => "another agency's".to_owned(),
        Refusal::OwnSubmission => "own submission".to_owned(),
        Refusal::OwnAgency => "own agency leads".to_owned(),
        Refusal::Missing(need) => format!("{} missing", lower((EN.need)(*need))),
        Refusal::WeakEvidence => "weak evidence".to_owned(),
        Refusal::BadPercent => "above 100%".to_owned(),
        Refusal::NoDue => "no due date".to_owned(),
        Refusal::DueNotLater => "new date not later".to_owned(),
        Refusal::SameAgency => "leads already".to_owned(),
        Refusal::AgencyEnded => "agency has ended".to_owned(),
        Refusal::NothingAsked => "nothing asked for".to_owned(),
        Refusal::Incomplete => "content or lead missing".to_owned(),
        Refusal::BadTarget => "target not clear".to_owned(),
        Refusal::StandsForOthers => "stands for others".to_owned(),
        Refusal::Gone => "taken back".to_owned(),
        Refusal::Changed { by, at, .. } => format!("{by} changed it at {at}"),
    },
    need: |need| match need {
        Need::Note => "Result or %",
        Need::Evidence => "Evidence",
        Need::DelayCause => "Cause of delay",
        Need::Reason => "Reason",
        Need::ReasonOrDocument => "Reason or document",
        Need::Agency => "New lead",
        Need::Due => "New due date",
    },
};

fn en_why(refusal: &Refusal) -> (String, String) {
    match refusal {
        Refusal::WrongStatus { status, .. } => {
            let why = format!("the task is {}", lower((terms::EN.status)(*status)));
            (why, en_advice(*status).to_owned())
        }
        Refusal::RoleMayNot { role, .. } => {
            let why = format!("a {} may not do this", (terms::EN.role)(*role));
            (why, "Ask a monitor or a leader.".to_owned())
        }
        Refusal::Missing(need) => {
            let why = format!("{} is missing", lower((EN.need)(*need)));
            (why, "Fill in the field with the cursor.".to_owned())
        }
        Refusal::Changed { by, at, what } => {
            let what = lower((terms::EN.log_entry)(what));
            let advice = "What you typed is kept; look, then F10 saves it on the new version.";
            (
                format!("{by} changed it at {at} ({what})"),
                advice.to_owned(),
            )
        }
        other => {
            let (why, advice) = en_plain(other);
            (why.to_owned(), advice.to_owned())
        }
    }
}

fn en_plain(refusal: &Refusal) -> (&'static str, &'static str) {
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
        Refusal::BadTarget => (
            "the target or what is reached is no number",
            "For example: ≥ 95 %; 25-35 %; reached: 81,5.",
        ),
        Refusal::Incomplete => (
            "content or lead is missing",
            "Open the draft and complete it.",
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
        | Refusal::Changed { .. } => ("", ""),
    }
}

fn en_advice(status: Status) -> &'static str {
    match status {
        Status::Draft => "Type 1 to assign it first.",
        Status::NotStarted => "Type 1 to accept it first.",
        Status::InProgress => "Type 2 for progress or 9 to report it done.",
        Status::Awaiting => "Confirm (9) or return (0) it first.",
        Status::Done | Status::Dropped => "Type 0 to reopen it first.",
        Status::Suspended => "Type 6 to resume it first.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_what_where_and_what_to_do() {
        let refusal = Refusal::WrongStatus {
            deed: Deed::Submit,
            status: Status::NotStarted,
        };
        assert_eq!(
            (VI.sentence)(&refusal, 1251),
            "Chưa báo cáo hoàn thành được #1251: nhiệm vụ chưa được tiếp nhận. Nhập 1 để tiếp nhận trước."
        );
        assert_eq!((VI.short)(&refusal), "chưa tiếp nhận");
    }
}
