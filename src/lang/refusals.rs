//! Why a deed is not done: what, where, what to do about it.

mod keyless;
mod plain;
mod rank;

use plain::{en_advice, en_plain, vi_plain};

use super::format::date;
use super::terms;
use crate::domain::status::Status;
use crate::domain::transition::{Deed, Need, Refusal};

/// Why a deed is not done.
#[derive(Debug)]
pub struct RefusalWords {
    /// In a sentence, with the number of the task: what happened, why, what to do.
    pub sentence: fn(&Refusal, i64) -> String,
    /// The same where there are no keys to press.
    pub keyless: fn(&Refusal, i64) -> String,
    /// In two to five words, for a list: "chưa tiếp nhận".
    pub short: fn(&Refusal) -> String,
    /// What a deed needs, as the label of its field.
    pub need: fn(Need) -> &'static str,
    /// Others came between, in a list of reasons why tasks were left alone.
    pub came_between: &'static str,
    /// So many tasks were left alone, for this reason.
    pub left: fn(usize, &str) -> String,
}

impl RefusalWords {
    /// How many tasks were left alone and why, each reason once: "1 để nguyên: của cơ quan khác"; empty where none was.
    #[must_use]
    pub fn left_alone<'a>(&self, refusals: impl Iterator<Item = &'a Refusal>) -> String {
        let mut reasons: Vec<(String, usize)> = Vec::new();
        for refusal in refusals {
            let why = match refusal {
                Refusal::Changed { .. } => self.came_between.to_owned(),
                other => (self.short)(other),
            };
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, count)) => *count += 1,
                None => reasons.push((why, 1)),
            }
        }
        let each = reasons.iter().map(|(why, count)| (self.left)(*count, why));
        each.collect::<Vec<_>>().join(", ")
    }
}

pub(super) const VI: RefusalWords = RefusalWords {
    came_between: "người khác đã sửa sau đó",
    left: |count, why| format!("{count} để nguyên: {why}"),
    sentence: |refusal, number| vi_sentence(refusal, number, None),
    keyless: |refusal, number| vi_sentence(refusal, number, keyless::vi(refusal)),
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
        Refusal::NotDisputed => "không báo giao sai".to_owned(),
        Refusal::NoRequest => "không có đề nghị nào".to_owned(),
        Refusal::RequestWithdrawn => "đề nghị đã rút".to_owned(),
        Refusal::AlreadyAsked => "đang chờ giải trình".to_owned(),
        Refusal::NoExplanationAsked => "không ai yêu cầu giải trình".to_owned(),
        Refusal::NotLate => "không trễ".to_owned(),
        Refusal::AlreadyExcused => "đã ghi khách quan".to_owned(),
        Refusal::NotExcused => "chưa ghi khách quan".to_owned(),
        Refusal::SameDue => "hạn vẫn như cũ".to_owned(),
        Refusal::InFuture => "ngày chưa đến".to_owned(),
        Refusal::InPast => "ngày đã qua".to_owned(),
        Refusal::NoTarget => "không có chỉ tiêu".to_owned(),
        Refusal::NoStage => "không còn giai đoạn".to_owned(),
        Refusal::UrgedOn(day) => format!("vừa đôn đốc {}", day.format("%d/%m")),
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
        Need::Asked => "Cơ quan phối hợp",
        Need::Text => "Nội dung",
        Need::Document => "Văn bản",
        Need::Decision => "Lý do hoặc văn bản",
        Need::Issued => "Số ký hiệu",
        Need::IssuedOn => "Ngày ban hành",
        Need::Value => "Giá trị đạt được",
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
        Deed::RefuseExtension => "từ chối gia hạn".to_owned(),
        Deed::ReachStage => "ghi xong giai đoạn".to_owned(),
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

fn vi_sentence(refusal: &Refusal, number: i64, keyless: Option<&str>) -> String {
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
    format!("{what}: {why}. {}", keyless.unwrap_or(&advice))
}

/// Where the task has no number, or its number is said elsewhere: "Chưa ghi được: cơ quan này không còn hoạt động."
pub(super) fn vi_alone(refusal: &Refusal) -> String {
    let (why, advice) = vi_why(refusal);
    let advice = keyless::vi(refusal).unwrap_or(&advice);
    format!("Chưa ghi được: {why}. {advice}")
}

fn vi_why(refusal: &Refusal) -> (String, String) {
    match refusal {
        Refusal::RoleMayNot { role, deed } => {
            let why = format!("{} không được làm việc này", (terms::VI.role)(*role));
            (why, rank::vi(*deed))
        }
        Refusal::Missing(need) => {
            let why = format!("thiếu {}", lower((VI.need)(*need)));
            (why, "Nhập vào ô có con trỏ.".to_owned())
        }
        Refusal::UrgedOn(day) => {
            let why = format!("vừa đôn đốc ngày {}", date(*day));
            (
                why,
                "Chưa đủ số ngày làm việc giữa hai lần đôn đốc.".to_owned(),
            )
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

pub(super) const EN: RefusalWords = RefusalWords {
    came_between: "others changed them since",
    left: |count, why| format!("{count} left alone: {why}"),
    sentence: |refusal, number| en_sentence(refusal, number, None),
    keyless: |refusal, number| en_sentence(refusal, number, keyless::en(refusal)),
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
        Refusal::NotDisputed => "not disputed".to_owned(),
        Refusal::NoRequest => "no open request".to_owned(),
        Refusal::RequestWithdrawn => "request taken back".to_owned(),
        Refusal::AlreadyAsked => "already asked".to_owned(),
        Refusal::NoExplanationAsked => "no explanation asked".to_owned(),
        Refusal::NotLate => "not late".to_owned(),
        Refusal::AlreadyExcused => "excused already".to_owned(),
        Refusal::NotExcused => "not excused".to_owned(),
        Refusal::SameDue => "same date".to_owned(),
        Refusal::InFuture => "in the future".to_owned(),
        Refusal::InPast => "in the past".to_owned(),
        Refusal::NoTarget => "no target".to_owned(),
        Refusal::NoStage => "no such stage".to_owned(),
        Refusal::UrgedOn(day) => format!("urged {}", day.format("%d/%m")),
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
        Need::Asked => "Supporting agency",
        Need::Text => "Text",
        Need::Document => "Document",
        Need::Decision => "Reason or document",
        Need::Issued => "Number and symbol",
        Need::IssuedOn => "Date of issue",
        Need::Value => "Value reached",
    },
};

fn en_sentence(refusal: &Refusal, number: i64, keyless: Option<&str>) -> String {
    let what = match refusal {
        Refusal::WrongStatus { deed, .. } | Refusal::RoleMayNot { deed, .. } => {
            format!("{} of #{number} is not possible", (terms::EN.deed)(*deed))
        }
        _ => format!("#{number} is not saved"),
    };
    let (why, advice) = en_why(refusal);
    format!("{what}: {why}. {}", keyless.unwrap_or(&advice))
}

/// The same in English.
pub(super) fn en_alone(refusal: &Refusal) -> String {
    let (why, advice) = en_why(refusal);
    let advice = keyless::en(refusal).unwrap_or(&advice);
    format!("Not saved: {why}. {advice}")
}

fn en_why(refusal: &Refusal) -> (String, String) {
    match refusal {
        Refusal::WrongStatus { status, .. } => {
            let why = format!("the task is {}", lower((terms::EN.status)(*status)));
            (why, en_advice(*status).to_owned())
        }
        Refusal::RoleMayNot { role, deed } => {
            let why = format!("a {} may not do this", (terms::EN.role)(*role));
            (why, rank::en(*deed))
        }
        Refusal::Missing(need) => {
            let why = format!("{} is missing", lower((EN.need)(*need)));
            (why, "Fill in the field with the cursor.".to_owned())
        }
        Refusal::UrgedOn(day) => {
            let why = format!("it was urged on {}", date(*day));
            (
                why,
                "Too few working days lie between two urgings.".to_owned(),
            )
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::user::Role;

    #[test]
    fn where_there_are_no_keys_none_is_named() {
        let changed = Refusal::Changed {
            by: "cv.stp".to_owned(),
            at: "09:00".to_owned(),
            what: "progress".to_owned(),
        };
        let all = [
            Refusal::Missing(Need::Reason),
            Refusal::SameAgency,
            Refusal::AgencyEnded,
            Refusal::NothingAsked,
            Refusal::NotDisputed,
            Refusal::NoRequest,
            Refusal::NoExplanationAsked,
            Refusal::NotExcused,
            Refusal::Gone,
            Refusal::NoDue,
            changed,
        ];
        for words in [&VI, &EN] {
            for refusal in &all {
                let text = (words.keyless)(refusal, 12);
                let mut letters = text.chars().zip(text.chars().skip(1));
                let names_key = letters.any(|(f, digit)| f == 'F' && digit.is_ascii_digit());
                assert!(!names_key && !text.contains("con trỏ"), "{text}");
            }
        }
    }

    #[test]
    fn who_may_not_is_sent_to_those_who_may() {
        let told = |deed, role| {
            let refusal = Refusal::RoleMayNot { deed, role };
            (VI.sentence)(&refusal, 12)
        };
        assert_eq!(
            told(Deed::Dispute, Role::Monitor),
            "Chưa trả lại vì giao sai được #12: chuyên viên theo dõi không được làm việc này. Nhờ đơn vị chủ trì."
        );
        assert_eq!(
            told(Deed::RefuseExtension, Role::Administrator),
            "Chưa từ chối gia hạn được #12: quản trị không được làm việc này. Nhờ chuyên viên theo dõi hoặc lãnh đạo."
        );
        let transfer = told(Deed::Transfer, Role::Leader);
        assert!(
            transfer.ends_with("Nhờ chuyên viên theo dõi hoặc quản trị."),
            "{transfer}"
        );
        // Nobody is sent to themselves.
        for rule in crate::domain::transition::RULES {
            for role in Role::ALL.into_iter().filter(|role| !rule.by.contains(role)) {
                let own = (terms::VI.role)(role);
                let sent = rank::vi(rule.deed);
                assert!(!sent.contains(own), "{:?}: {sent}", rule.deed);
            }
        }
    }

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
