//! The kinds of official documents and their letters (Nghị định 30/2020/NĐ-CP, Phụ lục III).

use serde::{Deserialize, Serialize};

use crate::domain::fold::fold;

/// A kind of document, by its official letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentKind {
    /// Nghị quyết.
    Resolution,
    /// Quyết định.
    Decision,
    /// Chỉ thị.
    Directive,
    /// Quy chế.
    Regulation,
    /// Quy định.
    Rule,
    /// Thông cáo.
    Communique,
    /// Thông báo.
    Notice,
    /// Hướng dẫn.
    Guidance,
    /// Chương trình.
    Programme,
    /// Kế hoạch.
    Plan,
    /// Phương án.
    Option,
    /// Đề án.
    Scheme,
    /// Dự án.
    Project,
    /// Báo cáo.
    Report,
    /// Biên bản.
    Minutes,
    /// Tờ trình.
    Submission,
    /// Công điện.
    Telegram,
    /// Công văn: its symbol has no letters of a kind, only issuer and unit.
    Letter,
    /// Nghị định.
    Decree,
    /// Thông tư.
    Circular,
    /// Luật.
    Law,
    /// Kết luận.
    Conclusion,
    /// Phiếu chuyển.
    TransferSlip,
    /// Giấy mời.
    Invitation,
}

/// Kind, official letters, word, and the word as it is compared.
const KINDS: &[(DocumentKind, &str, &str, &str)] = &[
    (DocumentKind::Resolution, "NQ", "Nghị quyết", "nghi quyet"),
    (DocumentKind::Decision, "QĐ", "Quyết định", "quyet dinh"),
    (DocumentKind::Directive, "CT", "Chỉ thị", "chi thi"),
    (DocumentKind::Regulation, "QC", "Quy chế", "quy che"),
    (DocumentKind::Rule, "QyĐ", "Quy định", "quy dinh"),
    (DocumentKind::Communique, "TC", "Thông cáo", "thong cao"),
    (DocumentKind::Notice, "TB", "Thông báo", "thong bao"),
    (DocumentKind::Guidance, "HD", "Hướng dẫn", "huong dan"),
    (
        DocumentKind::Programme,
        "CTr",
        "Chương trình",
        "chuong trinh",
    ),
    (DocumentKind::Plan, "KH", "Kế hoạch", "ke hoach"),
    (DocumentKind::Option, "PA", "Phương án", "phuong an"),
    (DocumentKind::Scheme, "ĐA", "Đề án", "de an"),
    (DocumentKind::Project, "DA", "Dự án", "du an"),
    (DocumentKind::Report, "BC", "Báo cáo", "bao cao"),
    (DocumentKind::Minutes, "BB", "Biên bản", "bien ban"),
    (DocumentKind::Submission, "TTr", "Tờ trình", "to trinh"),
    (DocumentKind::Telegram, "CĐ", "Công điện", "cong dien"),
    (DocumentKind::Letter, "CV", "Công văn", "cong van"),
    (DocumentKind::Decree, "NĐ", "Nghị định", "nghi dinh"),
    (DocumentKind::Circular, "TT", "Thông tư", "thong tu"),
    (DocumentKind::Law, "L", "Luật", "luat"),
    (DocumentKind::Conclusion, "KL", "Kết luận", "ket luan"),
    (
        DocumentKind::TransferSlip,
        "PC",
        "Phiếu chuyển",
        "phieu chuyen",
    ),
    (DocumentKind::Invitation, "GM", "Giấy mời", "giay moi"),
];

impl DocumentKind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = Self> {
        KINDS.iter().map(|(kind, ..)| *kind)
    }

    fn row(self) -> (&'static str, &'static str) {
        // The table has a row for each kind; a test holds it to that.
        KINDS
            .iter()
            .find(|(kind, ..)| *kind == self)
            .map_or(("", ""), |(_, letters, word, _)| (letters, word))
    }

    /// The official letters, as a symbol bears them: `QĐ`, `TTr`.
    #[must_use]
    pub fn letters(self) -> &'static str {
        self.row().0
    }

    /// The letters of a task code: official letters in plain ASCII, so that everyone can type them
    /// (`QD`, `ND`, `CD`). Đề án keeps apart from Dự án as `DAn`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Decision => "QD",
            Self::Rule => "QyD",
            Self::Scheme => "DAn",
            Self::Telegram => "CD",
            Self::Decree => "ND",
            other => other.letters(),
        }
    }

    /// The word that a reader expects: `Kế hoạch`.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.row().1
    }

    /// The kind that a code or the letters of a symbol name, in any case and with or without accents.
    #[must_use]
    pub fn from_letters(letters: &str) -> Option<Self> {
        let exact = |text: &str| text.to_lowercase() == letters.to_lowercase();
        let folded = fold(letters);
        Self::all()
            .find(|kind| exact(kind.letters()) || exact(kind.code()))
            .or_else(|| Self::all().find(|kind| fold(kind.code()) == folded))
    }

    /// The kind whose word begins a text ("Chỉ thị số ..."), with or without accents.
    #[must_use]
    pub fn from_beginning(text: &str) -> Option<Self> {
        let folded = fold(text);
        let begins = |word: &str| {
            let rest = folded.strip_prefix(word);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let found = KINDS.iter().find(|(.., word)| begins(word));
        found.map(|(kind, ..)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_letters_its_code_and_its_word() {
        for (_, _, word, compared) in KINDS {
            assert_eq!(fold(word), *compared);
        }
        for kind in DocumentKind::all() {
            assert!(!kind.word().is_empty());
            assert!(kind.code().is_ascii());
            assert_eq!(DocumentKind::from_letters(kind.letters()), Some(kind));
            assert_eq!(DocumentKind::from_letters(kind.code()), Some(kind));
            assert_eq!(
                DocumentKind::from_beginning(&format!("{} số 1", kind.word().to_uppercase())),
                Some(kind)
            );
        }
        assert_eq!(DocumentKind::from_letters("UBND"), None);
        assert_eq!(DocumentKind::from_beginning("Chỉ thịt"), None);
    }
}
