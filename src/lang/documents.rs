//! The register of documents: its screens, its commands, why one is refused.

use crate::domain::document::DocumentFlaw;
use crate::lang::format::date;

/// The words of the register.
#[derive(Debug)]
#[allow(missing_docs)] // titles and labels are named after what they stand for
pub struct DocumentWords {
    pub title: &'static str,
    pub new: &'static str,
    pub correct: &'static str,
    /// The heading of the list: code, number and abstract, date, all, open, late.
    pub heading: [&'static str; 6],
    /// Which documents show: all, with open tasks, with late tasks, entered twice.
    pub filters: [&'static str; 4],
    pub none: &'static str,
    pub hint: &'static str,
    pub sheet_hint: &'static str,
    pub form_hint: &'static str,
    pub may_not: &'static str,
    pub number: &'static str,
    pub kind: &'static str,
    pub date: &'static str,
    pub issuer: &'static str,
    pub summary: &'static str,
    pub code: &'static str,
    pub basis: &'static str,
    pub next_basis: &'static str,
    pub more_bases: &'static str,
    pub no_confirmation: &'static str,
    /// Confirmation as it is: needed, or not.
    pub confirmation: [&'static str; 2],
    pub confirmation_label: &'static str,
    pub tasks: &'static str,
    /// All, open, late.
    pub counts: fn(&str, &str, &str) -> String,
    pub rests_on: &'static str,
    pub carries: &'static str,
    pub no_bases: &'static str,
    /// A document that stands in the tree above already.
    pub again: &'static str,
    pub twins: &'static str,
    pub twin_mark: &'static str,
    /// Number and date of a document: `9125/KH-UBND ngày 12/01/2023`.
    pub named: fn(&str, Option<chrono::NaiveDate>) -> String,
    pub saved: fn(&str) -> String,
    pub unchanged: &'static str,
    pub flaw: fn(&DocumentFlaw) -> String,
}

pub(super) const VI: DocumentWords = DocumentWords {
    title: "Văn bản",
    new: "Thêm văn bản",
    correct: "Sửa văn bản",
    heading: [
        "Mã",
        "Số, ký hiệu; trích yếu",
        "Ngày",
        "Tất cả",
        "Đang mở",
        "Trễ",
    ],
    filters: ["tất cả", "còn việc đang mở", "có việc trễ", "trùng số"],
    none: "Không có văn bản nào.",
    hint: "Gõ số hay chữ để thu hẹp; Enter mở; F6 thêm văn bản",
    sheet_hint: "Enter các nhiệm vụ; F2 sửa văn bản, căn cứ",
    form_hint: "F4 chọn; F10 ghi; Esc quay lại, giữ điều đã gõ",
    may_not: "Chỉ chuyên viên theo dõi được thêm và sửa văn bản; anh/chị xem được.",
    number: "Số, ký hiệu",
    kind: "Loại",
    date: "Ngày ký",
    issuer: "Nơi ban hành",
    summary: "Trích yếu",
    code: "Mã",
    basis: "Căn cứ",
    next_basis: "và",
    more_bases: "Căn cứ khác (;)",
    no_confirmation: "Bỏ xác nhận",
    confirmation: ["cần người khác xác nhận", "báo cáo xong là hoàn thành"],
    confirmation_label: "Khi báo cáo",
    tasks: "Nhiệm vụ",
    counts: |all, open, late| format!("{all} tất cả, {open} đang mở, {late} đang trễ"),
    rests_on: "Căn cứ vào",
    carries: "Là căn cứ của",
    no_bases: "chưa ghi căn cứ nào",
    again: "(xem trên)",
    twins: "Trùng số với",
    twin_mark: "[trùng số]",
    named: |number, day| match day {
        Some(day) => format!("{number} ngày {}", date(day)),
        None => number.to_owned(),
    },
    saved: |code| format!("Đã ghi văn bản {code}."),
    unchanged: "Chưa thay đổi gì.",
    flaw: vi,
};

pub(super) const EN: DocumentWords = DocumentWords {
    title: "Documents",
    new: "New document",
    correct: "Correct a document",
    heading: ["Code", "Number; abstract", "Date", "All", "Open", "Late"],
    filters: ["all", "with open tasks", "with late tasks", "entered twice"],
    none: "There is no document.",
    hint: "Type to narrow; Enter opens; F6 new document",
    sheet_hint: "Enter its tasks; F2 correct it, its bases",
    form_hint: "F4 chooses; F10 saves; Esc goes back, keeps what was typed",
    may_not: "Only monitors enter and correct documents; you may look.",
    number: "Number, symbol",
    kind: "Kind",
    date: "Signed on",
    issuer: "Issued by",
    summary: "Abstract",
    code: "Code",
    basis: "Rests on",
    next_basis: "and",
    more_bases: "More bases (;)",
    no_confirmation: "No confirmation",
    confirmation: ["somebody else confirms", "reported is done"],
    confirmation_label: "When reported",
    tasks: "Tasks",
    counts: |all, open, late| format!("{all} in all, {open} open, {late} late now"),
    rests_on: "Rests on",
    carries: "Carries",
    no_bases: "no basis was entered",
    again: "(see above)",
    twins: "Same number as",
    twin_mark: "[twice]",
    named: |number, day| match day {
        Some(day) => format!("{number} of {}", date(day)),
        None => number.to_owned(),
    },
    saved: |code| format!("Saved document {code}."),
    unchanged: "Nothing was changed.",
    flaw: en,
};

fn vi(flaw: &DocumentFlaw) -> String {
    match flaw {
        DocumentFlaw::Unknown(text) => format!(
            "Không rõ văn bản \"{text}\". Ghi mã, hoặc số kèm ngày ký; xem cchc document list."
        ),
        DocumentFlaw::NoSymbol(text) => {
            format!("Không thấy số, ký hiệu trong \"{text}\". Ví dụ: 9125/KH-UBND.")
        }
        DocumentFlaw::Same(code) => {
            format!("Văn bản số này, ngày này đã có: {code}. Mở văn bản đó để sửa.")
        }
        DocumentFlaw::Circle(way) => {
            format!(
                "Căn cứ thành vòng tròn: {}. Bỏ một căn cứ.",
                way.join(" → ")
            )
        }
        DocumentFlaw::LaterDate(day) => {
            format!("Ngày ký {} ở tương lai. Kiểm tra lại ngày.", date(*day))
        }
        DocumentFlaw::YoungerBasis(basis, code) => {
            format!("Căn cứ {basis} ký sau {code}. Kiểm tra lại ngày ký hoặc căn cứ.")
        }
        DocumentFlaw::Changed(code) => {
            format!("Người khác vừa sửa văn bản {code}. Mở lại để xem rồi sửa.")
        }
        DocumentFlaw::InUse(code) => {
            format!("Văn bản {code} đã có nhiệm vụ hoặc văn bản khác dựa vào; không bỏ được.")
        }
    }
}

fn en(flaw: &DocumentFlaw) -> String {
    match flaw {
        DocumentFlaw::Unknown(text) => format!(
            "No document \"{text}\". Give its code, or its number with the date; see cchc document list."
        ),
        DocumentFlaw::NoSymbol(text) => {
            format!("There is no number in \"{text}\". For example: 9125/KH-UBND.")
        }
        DocumentFlaw::Same(code) => {
            format!("There is a document of this number and date: {code}. Correct that one.")
        }
        DocumentFlaw::Circle(way) => {
            format!("The bases go in a circle: {}. Remove one.", way.join(" → "))
        }
        DocumentFlaw::LaterDate(day) => {
            format!("{} lies in the future. Check the date.", date(*day))
        }
        DocumentFlaw::YoungerBasis(basis, code) => {
            format!("{basis} was signed after {code}. Check the dates or the basis.")
        }
        DocumentFlaw::Changed(code) => {
            format!("Somebody else changed {code} just now. Open it again, then correct it.")
        }
        DocumentFlaw::InUse(code) => {
            format!("Tasks or documents rest on {code} by now; it cannot be removed.")
        }
    }
}
