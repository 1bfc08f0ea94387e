//! The table of the filter's keys; reading, describing and help are made from it, and from the phrases beside it.

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
    /// Which supporting agency was asked and has not answered.
    Asked,
    /// The day of the next stage.
    Stage,
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
    key(
        Key::Asked,
        "hỏi",
        "asked",
        &["hoi phoi hop", "duoc hoi"],
        "hỏi:stc",
    ),
    key(
        Key::Stage,
        "gđ",
        "stage",
        &["giai doan", "giaidoan"],
        "gđ<=30/6",
    ),
];
