//! The table of the filter's phrases; reading, describing, help and the filter screen are made from it.

use crate::domain::condition::ConditionKind;
use crate::domain::query::Mark;
use crate::domain::status::Status;

/// What a phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// A condition; several widen.
    Condition(ConditionKind),
    /// A mark; several narrow.
    Mark(Mark),
    /// A status; several widen.
    Status(Status),
    /// Every open status.
    Open,
}

/// A phrase that is a term of its own, quoted or not.
#[derive(Debug, Clone, Copy)]
pub struct PhraseRow {
    /// What it stands for.
    pub meaning: Meaning,
    /// As it is written, with its accents.
    pub word: &'static str,
    /// The same in English.
    pub english: &'static str,
    /// Other words for it, folded (DOMAIN 2.1).
    pub also: &'static [&'static str],
    /// Begins titles of tasks too ("Rà soát thủ tục ..."): unquoted it is a term only where no other
    /// bare word stands beside it.
    pub alone: bool,
}

const fn phrase(
    meaning: Meaning,
    word: &'static str,
    english: &'static str,
    also: &'static [&'static str],
) -> PhraseRow {
    PhraseRow {
        meaning,
        word,
        english,
        also,
        alone: false,
    }
}

impl PhraseRow {
    const fn alone(mut self) -> Self {
        self.alone = true;
        self
    }
}

use Meaning::{Condition, Mark as Marked, Open, Status as In};

/// Every phrase, in the order of the help.
pub const PHRASES: &[PhraseRow] = &[
    phrase(
        Condition(ConditionKind::Overdue),
        "quá hạn",
        "overdue",
        &["tre", "tre han", "late"],
    ),
    phrase(
        Marked(Mark::NewlyOverdue),
        "mới quá hạn",
        "newly overdue",
        &["moi tre han", "vua qua han"],
    ),
    phrase(
        Condition(ConditionKind::DueSoon),
        "sắp đến hạn",
        "due soon",
        &["sap qua han", "sap het han", "sap toi han", "soon"],
    ),
    phrase(
        Condition(ConditionKind::InTime),
        "trong hạn",
        "in time",
        &["chua den han"],
    ),
    phrase(
        Condition(ConditionKind::NoDue),
        "không hạn",
        "no due",
        &[
            "khong co han",
            "chua co han",
            "khong thoi han",
            "no due date",
        ],
    ),
    phrase(
        Condition(ConditionKind::DoneOnTime),
        "đúng hạn",
        "done on time",
        &["hoan thanh dung han", "on time"],
    ),
    phrase(
        Condition(ConditionKind::DoneLate),
        "hoàn thành trễ",
        "done late",
        &["hoan thanh tre han", "hoan thanh qua han"],
    ),
    phrase(
        Marked(Mark::MayConfirm),
        "chờ tôi",
        "for me",
        &["cho toi xac nhan", "may confirm"],
    ),
    phrase(
        In(Status::Awaiting),
        "chờ xác nhận",
        "awaiting",
        &["cho duyet", "cho phe duyet"],
    ),
    phrase(
        Marked(Mark::ExtensionAsked),
        "xin gia hạn",
        "extension asked",
        &["xin lui han", "xin dieu chinh thoi han", "extension"],
    ),
    phrase(
        Marked(Mark::Disputed),
        "giao sai",
        "disputed",
        &["tra lai vi giao sai", "khong thuoc tham quyen", "not ours"],
    ),
    phrase(
        Marked(Mark::Returned),
        "bị trả lại",
        "returned",
        &["bi tra ve", "tu choi xac nhan"],
    ),
    phrase(
        Marked(Mark::Held),
        "đang ở đơn vị",
        "with lead",
        &["dang o don vi chu tri", "don vi dang giu"],
    ),
    phrase(
        Marked(Mark::SupportAsked),
        "chờ phối hợp",
        "support asked",
        &["cho tra loi phoi hop", "dang cho phoi hop"],
    ),
    phrase(
        Marked(Mark::ToExplain),
        "chưa giải trình",
        "to explain",
        &["cho giai trinh"],
    ),
    phrase(
        Marked(Mark::NotAskedToExplain),
        "chưa yêu cầu giải trình",
        "not asked to explain",
        &["chua y c giai trinh"],
    ),
    phrase(
        Marked(Mark::Criticised),
        "đã phê bình",
        "criticised",
        &["phe binh"],
    ),
    phrase(
        Marked(Mark::OnFirst),
        "đúng hạn ban đầu",
        "on first date",
        &["hoan thanh dung han ban dau"],
    ),
    phrase(
        Marked(Mark::LateFirst),
        "trễ hạn ban đầu",
        "late by first date",
        &["qua han ban dau"],
    ),
    phrase(
        Marked(Mark::OpenInTime),
        "chưa hoàn thành trong hạn",
        "open in time",
        &["cht trong han"],
    ),
    phrase(
        Marked(Mark::Proposed),
        "kiến nghị xử lý",
        "proposed",
        &["kien nghi xu ly trach nhiem", "responsibility proposed"],
    ),
    phrase(
        Marked(Mark::Explained),
        "đã giải trình",
        "explained",
        &["da nop giai trinh"],
    ),
    phrase(
        Marked(Mark::ToIssue),
        "phải ban hành văn bản",
        "document to issue",
        &["phai ban hanh"],
    ),
    phrase(
        Marked(Mark::Owing),
        "nợ văn bản",
        "owes document",
        &[
            "chua ban hanh",
            "chua ban hanh van ban",
            "document owed",
            "not issued",
        ],
    ),
    phrase(
        Marked(Mark::IssuedLate),
        "ban hành trễ",
        "issued late",
        &["ban hanh cham", "ban hanh qua han"],
    ),
    phrase(
        Marked(Mark::Excused),
        "trễ khách quan",
        "excused",
        &["khach quan"],
    ),
    phrase(Marked(Mark::Review), "rà soát", "review", &[]).alone(),
    phrase(
        Marked(Mark::Review),
        "cần rà soát",
        "to review",
        &["can xem lai", "needs review"],
    ),
    phrase(
        Marked(Mark::Orphan),
        "chưa có đơn vị tiếp nhận",
        "orphan",
        &[
            "chua co don vi nhan",
            "chua co noi nhan",
            "mo coi",
            "orphans",
            "without lead",
        ],
    ),
    phrase(
        Open,
        "chưa hoàn thành",
        "open",
        &["cht", "chua ht", "chua xong", "dang mo"],
    ),
];
