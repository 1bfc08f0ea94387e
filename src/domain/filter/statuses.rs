//! The words for statuses behind `tt:`.

use crate::domain::status::Status;

/// A status and the words for it behind `tt:`.
#[derive(Debug, Clone, Copy)]
pub struct StatusRow {
    /// The status.
    pub status: Status,
    /// As it is written, with its accents.
    pub word: &'static str,
    /// Other words for it, folded; its code is one too (DOMAIN 2.1).
    pub also: &'static [&'static str],
}

const fn status(status: Status, word: &'static str, also: &'static [&'static str]) -> StatusRow {
    StatusRow { status, word, also }
}

/// Every status.
pub const STATUSES: &[StatusRow] = &[
    status(Status::Draft, "nháp", &[]),
    status(
        Status::NotStarted,
        "chưa",
        &["chua thuc hien", "moi giao", "moi", "new"],
    ),
    status(
        Status::InProgress,
        "đang",
        &[
            "dang thuc hien",
            "da tiep nhan",
            "thuc hien lai",
            "progress",
        ],
    ),
    status(
        Status::Awaiting,
        "chờ",
        &["cho xac nhan", "cho duyet", "cho phe duyet"],
    ),
    status(Status::Done, "xong", &["hoan thanh", "da hoan thanh", "ht"]),
    status(Status::Suspended, "dừng", &["tam dung", "tam hoan"]),
    status(
        Status::Dropped,
        "thôi",
        &[
            "thoi theo doi",
            "ket thuc theo doi",
            "dua ra khoi danh sach theo doi",
            "bi thu hoi",
        ],
    ),
];
