//! The tables of the filter's words; reading, describing, help and the filter screen are made from them.

use crate::domain::condition::ConditionKind;
use crate::domain::query::Mark;
use crate::domain::status::Status;

/// What a key narrows by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// The lead agency.
    Agency,
    /// Who leads it, or led it before.
    Held,
    /// Who supports the lead.
    Supporting,
    /// The status.
    Status,
    /// The area of reform.
    Area,
    /// The assigning document.
    Document,
    /// The due date.
    Due,
    /// The day of assignment.
    Assigned,
    /// The day from which on something of it was changed.
    Changed,
    /// The text, where a word would else be a term.
    Text,
    /// The members of a parent.
    Parent,
    /// The occurrences of a series.
    Series,
    /// What an import wrote.
    Import,
    /// How often it was urged, at least.
    Urged,
    /// How often it was extended, at least.
    Extended,
}

/// One key and its twins.
#[derive(Debug, Clone, Copy)]
pub struct KeyRow {
    /// What it narrows by.
    pub key: Key,
    /// As it is written, with its accents.
    pub word: &'static str,
    /// The same in English.
    pub english: &'static str,
    /// Other words for it, folded.
    pub also: &'static [&'static str],
    /// An example, which a test parses.
    pub example: &'static str,
}

const fn key(
    key: Key,
    word: &'static str,
    english: &'static str,
    also: &'static [&'static str],
    example: &'static str,
) -> KeyRow {
    KeyRow {
        key,
        word,
        english,
        also,
        example,
    }
}

/// Every key, in the order of the help.
pub const KEYS: &[KeyRow] = &[
    key(
        Key::Agency,
        "cq",
        "agency",
        &["co quan", "coquan", "dv", "don vi", "donvi", "lead"],
        "cq:stc,snv",
    ),
    key(
        Key::Held,
        "giữ",
        "held",
        &["da giu", "dagiu", "qua tay"],
        "giữ:stc",
    ),
    key(
        Key::Supporting,
        "ph",
        "support",
        &["phoi hop", "phoihop", "supporting"],
        "ph:stc",
    ),
    key(
        Key::Status,
        "tt",
        "status",
        &["trang thai", "trangthai"],
        "tt:đang",
    ),
    key(Key::Area, "lv", "area", &["linh vuc", "linhvuc"], "lv:tthc"),
    key(
        Key::Document,
        "vb",
        "document",
        &["van ban", "vanban", "doc"],
        "vb:9125",
    ),
    key(
        Key::Due,
        "hạn",
        "due",
        &["han chot", "deadline"],
        "hạn<30/6",
    ),
    key(
        Key::Assigned,
        "giao",
        "given",
        &["ngay giao", "assigned"],
        "giao>=1/1/2023",
    ),
    key(
        Key::Changed,
        "đổi",
        "changed",
        &["thay doi", "doi tu"],
        "đổi:31/3/2023",
    ),
    key(
        Key::Text,
        "nd",
        "text",
        &["noi dung", "noidung"],
        "nd:\"quá hạn\"",
    ),
    key(Key::Parent, "cha", "parent", &["gom"], "cha:1234"),
    key(Key::Series, "kỳ", "series", &["ki", "chuoi"], "kỳ:1234"),
    key(
        Key::Import,
        "nhập",
        "import",
        &["lan nhap", "lannhap", "batch"],
        "nhập:12",
    ),
    key(
        Key::Urged,
        "đđ",
        "urged",
        &["don doc", "dondoc", "so lan don doc"],
        "đđ>=2",
    ),
    key(
        Key::Extended,
        "gh",
        "extended",
        &["gia han", "giahan", "so lan gia han"],
        "gh>=2",
    ),
];

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
        Marked(Mark::ToIssue),
        "phải ban hành văn bản",
        "document to issue",
        &["phai ban hanh"],
    ),
    phrase(
        Marked(Mark::NotIssued),
        "nợ văn bản",
        "document owed",
        &["chua ban hanh", "chua ban hanh van ban", "not issued"],
    ),
    phrase(
        Marked(Mark::IssuedLate),
        "ban hành trễ",
        "issued late",
        &["ban hanh cham", "ban hanh qua han"],
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
