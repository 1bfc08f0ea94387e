//! Whether the product of a task is a document that has to be issued (M2), by its first words.
//!
//! A proposal, made where a task is entered; a person may say otherwise.

use super::DocumentKind;
use crate::domain::fold::fold;

/// What begins like a kind of document and is none: a computer programme, a project.
const NONE: [&str; 2] = ["chuong trinh phan mem", "chuong trinh may tinh"];

/// True where one of the things that the product names is a document: `Danh sách; quyết định cử đi học`.
#[must_use]
pub fn owes(product: &str) -> bool {
    product.split([';', ',', '/', '+', '\n']).any(is_document)
}

fn is_document(part: &str) -> bool {
    let folded = fold(part);
    if NONE.iter().any(|none| folded.starts_with(none)) {
        return false;
    }
    let is_some_document = folded == "van ban" || folded.starts_with("van ban ");
    is_some_document || DocumentKind::from_beginning(part.trim()).is_some_and(is_issued)
}

/// True for what bears number and date when it leaves an office. Minutes are signed by those who were there,
/// a project is work, slips and invitations are nobody's product.
const fn is_issued(kind: DocumentKind) -> bool {
    match kind {
        DocumentKind::Resolution
        | DocumentKind::Decision
        | DocumentKind::Directive
        | DocumentKind::Regulation
        | DocumentKind::Rule
        | DocumentKind::Notice
        | DocumentKind::Guidance
        | DocumentKind::Programme
        | DocumentKind::Plan
        | DocumentKind::Option
        | DocumentKind::Scheme
        | DocumentKind::Report
        | DocumentKind::Submission
        | DocumentKind::Telegram
        | DocumentKind::Letter
        | DocumentKind::Decree
        | DocumentKind::Circular
        | DocumentKind::Law
        | DocumentKind::Conclusion => true,
        DocumentKind::Communique
        | DocumentKind::Project
        | DocumentKind::Minutes
        | DocumentKind::TransferSlip
        | DocumentKind::Invitation => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_the_carried_annex_are_told_apart() {
        let tasks = include_str!("../../../assets/tasks.csv");
        for product in [
            "Báo cáo giải ngân",
            "Kế hoạch; quyết định",
            "Danh sách; quyết định cử đi học",
            "Tờ trình, dự thảo nghị quyết",
            "Văn bản đôn đốc; thông báo",
            "Đề án vị trí việc làm",
            "Quy chế phối hợp liên thông",
            "Công văn hướng dẫn",
            "Phần mềm; quy chế sử dụng",
        ] {
            assert!(tasks.contains(product), "{product}");
            assert!(owes(product), "{product}");
        }
        for product in [
            "Biên bản bàn giao",
            "Bảng tự chấm điểm",
            "Danh mục văn bản cần sửa, thay thế",
            "Lớp tập huấn; tài liệu",
            "Quy trình nội bộ",
            "Ứng dụng thử nghiệm",
            "Hồ sơ cấp độ được duyệt",
        ] {
            assert!(tasks.contains(product), "{product}");
            assert!(!owes(product), "{product}");
        }
        for other in ["", "Chương trình phần mềm", "Chỉ thịt", "Dự án đầu tư"] {
            assert!(!owes(other), "{other}");
        }
        assert!(owes("QUYET DINH phe duyet"), "without accents too");
    }
}
