//! Examples in the help of commands: lines as they are typed.

/// A command by its path, and lines of it.
pub type Examples = &'static [(&'static str, &'static [&'static str])];

/// In Vietnamese, whose filters are Vietnamese words.
pub(super) const VI: Examples = &[
    (
        "list",
        &[
            "cchc list 'cq:stc \"quá hạn\"'",
            "cchc list --view \"Tài chính trễ\" --json",
            "cchc list 'cq:stc' --plain | cut -f2",
        ],
    ),
    (
        "set",
        &[
            "cchc set awaiting KH9125/23-041 --evidence \"BC 120/BC-STC ngày 30/5/2023\"",
            "cchc list 'cq:stc \"chờ xác nhận\"' --plain | cchc set done -",
        ],
    ),
    (
        "note",
        &["cchc note :12 \"Đã lấy ý kiến các sở\" --percent 40"],
    ),
    (
        "extend",
        &["cchc extend :12 --until 2023-07-31 --reason \"Chờ hướng dẫn của Bộ\""],
    ),
    (
        "transfer",
        &["cchc transfer :12 STC --reason \"Đúng chức năng\""],
    ),
    (
        "urge",
        &["cchc urge --filter 'cq:stc \"quá hạn\"' --reason \"Quá hạn\" --yes"],
    ),
    (
        "view save",
        &["cchc view save \"Tài chính trễ\" 'cq:stc \"quá hạn\"'"],
    ),
    (
        "import tasks",
        &[
            "cchc import tasks phu-luc.xlsx --dry-run",
            "cchc import tasks - --yes < phu-luc.csv",
        ],
    ),
    (
        "export tasks",
        &[
            "cchc export tasks stc.xlsx cq:stc",
            "cchc export tasks - cq:stc | gzip > stc.csv.gz",
        ],
    ),
    (
        "report",
        &["cchc report completion --period \"quý II/2023\" --plain --headings"],
    ),
    (
        "brief",
        &[
            "cchc brief --quiet",
            "cchc brief --user cv.stc --json",
            "cchc brief --agency STC",
        ],
    ),
    ("schema", &["cchc schema agency list"]),
];

/// In English.
pub(super) const EN: Examples = &[
    (
        "list",
        &[
            "cchc list 'agency:stc overdue'",
            "cchc list --view \"Late finance\" --json",
            "cchc list 'agency:stc' --plain | cut -f2",
        ],
    ),
    (
        "set",
        &[
            "cchc set awaiting KH9125/23-041 --evidence \"BC 120/BC-STC, 30/5/2023\"",
            "cchc list 'agency:stc awaiting' --plain | cchc set done -",
        ],
    ),
    (
        "note",
        &["cchc note :12 \"Asked for opinions\" --percent 40"],
    ),
    (
        "extend",
        &["cchc extend :12 --until 2023-07-31 --reason \"Waiting for the ministry\""],
    ),
    ("transfer", &["cchc transfer :12 STC --reason \"Theirs\""]),
    (
        "urge",
        &["cchc urge --filter 'agency:stc overdue' --reason Overdue --yes"],
    ),
    (
        "view save",
        &["cchc view save \"Late finance\" 'agency:stc overdue'"],
    ),
    (
        "import tasks",
        &[
            "cchc import tasks annex.xlsx --dry-run",
            "cchc import tasks - --yes < annex.csv",
        ],
    ),
    (
        "export tasks",
        &[
            "cchc export tasks stc.xlsx agency:stc",
            "cchc export tasks - agency:stc | gzip > stc.csv.gz",
        ],
    ),
    (
        "report",
        &["cchc report completion --period q2/2023 --plain --headings"],
    ),
    (
        "brief",
        &[
            "cchc brief --quiet",
            "cchc brief --user cv.stc --json",
            "cchc brief --agency STC",
        ],
    ),
    ("schema", &["cchc schema agency list"]),
];
