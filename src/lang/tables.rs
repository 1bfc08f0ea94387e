//! The register of documents and the log of changes as tables in files.

/// The words of these tables.
#[derive(Debug)]
pub struct TableWords {
    /// What the sheet of documents is called.
    pub documents: &'static str,
    /// Its headings: code, kind, number, date, issuer, abstract, bases, confirmation, tasks, open, late.
    pub document_headings: [&'static str; 11],
    /// What the sheet of changes is called.
    pub changes: &'static str,
    /// Its headings: row, group, moment, login, from where, task, deed, what differs, reason, document, for whom.
    pub change_headings: [&'static str; 11],
}

pub(super) const VI: TableWords = TableWords {
    documents: "Văn bản",
    document_headings: [
        "Mã",
        "Loại",
        "Số, ký hiệu",
        "Ngày ký",
        "Nơi ban hành",
        "Trích yếu",
        "Căn cứ",
        "Xác nhận",
        "Nhiệm vụ",
        "Đang mở",
        "Trễ",
    ],
    changes: "Nhật ký",
    change_headings: [
        "Dòng",
        "Nhóm",
        "Lúc",
        "Tài khoản",
        "Từ đâu",
        "Số nhiệm vụ",
        "Việc",
        "Thay đổi",
        "Lý do",
        "Văn bản",
        "Ghi thay cho",
    ],
};

pub(super) const EN: TableWords = TableWords {
    documents: "Documents",
    document_headings: [
        "Code",
        "Kind",
        "Number",
        "Signed",
        "Issued by",
        "Abstract",
        "Rests on",
        "Confirmation",
        "Tasks",
        "Open",
        "Late",
    ],
    changes: "Log",
    change_headings: [
        "Row",
        "Group",
        "When",
        "Login",
        "From",
        "Task",
        "Deed",
        "What differs",
        "Reason",
        "Document",
        "On behalf of",
    ],
};
