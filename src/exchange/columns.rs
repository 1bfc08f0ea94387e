//! The columns of an annex table, and the headings under which offices write them (DOMAIN 3.1).

use crate::domain::annex::Column;
use crate::domain::fold::fold;

/// How a column is known and treated.
struct Heading {
    column: Column,
    /// The heading that we write ourselves.
    name: &'static str,
    /// Other wordings, folded.
    wordings: &'static [&'static str],
    /// Without it the table says nothing that can be followed.
    is_needed: bool,
    /// A blank cell is a merged one and has the value above (DOMAIN 3.4 rule 1).
    is_carried_down: bool,
    /// Line breaks part agencies or dates and are kept.
    keeps_lines: bool,
}

const HEADINGS: [Heading; 8] = [
    Heading {
        column: Column::Item,
        name: "STT",
        wordings: &["tt", "so tt", "so thu tu", "so", "muc"],
        is_needed: false,
        is_carried_down: false,
        keeps_lines: false,
    },
    Heading {
        column: Column::Content,
        name: "Nội dung nhiệm vụ",
        wordings: &[
            "noi dung",
            "nhiem vu",
            "ten nhiem vu",
            "nhiem vu cu the",
            "nhiem vu giai phap",
            "nhiem vu va giai phap",
            "noi dung cong viec",
            "noi dung nhiem vu giai phap",
            "noi dung thuc hien",
            "noi dung nhiem vu cu the",
            "nhiem vu trong tam",
            "cong viec",
            "hoat dong",
        ],
        is_needed: true,
        is_carried_down: false,
        keeps_lines: false,
    },
    Heading {
        column: Column::Area,
        name: "Lĩnh vực",
        wordings: &[
            "linh vuc cai cach",
            "linh vuc cchc",
            "nhom nhiem vu",
            "mang nhiem vu",
        ],
        is_needed: false,
        is_carried_down: true,
        keeps_lines: false,
    },
    Heading {
        column: Column::Product,
        name: "Sản phẩm",
        wordings: &[
            "san pham dau ra",
            "ket qua san pham",
            "san pham ket qua",
            "ket qua",
            "ket qua dau ra",
            "san pham hoan thanh",
            "san pham du kien",
            "ket qua du kien",
        ],
        is_needed: false,
        is_carried_down: false,
        keeps_lines: false,
    },
    Heading {
        column: Column::Lead,
        name: "Cơ quan chủ trì",
        wordings: &[
            "chu tri",
            "don vi chu tri",
            "co quan don vi chu tri",
            "co quan thuc hien",
            "don vi thuc hien",
            "co quan don vi thuc hien",
            "co quan chu tri thuc hien",
            "don vi chu tri thuc hien",
        ],
        is_needed: true,
        is_carried_down: true,
        keeps_lines: true,
    },
    Heading {
        column: Column::Support,
        name: "Cơ quan phối hợp",
        wordings: &[
            "phoi hop",
            "don vi phoi hop",
            "co quan don vi phoi hop",
            "co quan phoi hop thuc hien",
            "don vi phoi hop thuc hien",
        ],
        is_needed: false,
        is_carried_down: false,
        keeps_lines: true,
    },
    Heading {
        column: Column::Deadline,
        name: "Thời gian hoàn thành",
        wordings: &[
            "thoi gian thuc hien",
            "thoi han",
            "thoi han hoan thanh",
            "thoi han thuc hien",
            "thoi gian",
            "tien do",
            "tien do thuc hien",
            "tien do hoan thanh",
            "han xu ly",
            "han hoan thanh",
            "thoi han van ban",
        ],
        is_needed: true,
        is_carried_down: false,
        keeps_lines: true,
    },
    Heading {
        column: Column::Document,
        name: "Văn bản giao",
        wordings: &[
            "van ban giao nhiem vu",
            "van ban giao viec",
            "van ban giao ghi chu",
            "van ban chi dao",
            "van ban",
            "can cu",
            "can cu giao nhiem vu",
            "so van ban",
            "so ky hieu van ban",
        ],
        is_needed: false,
        is_carried_down: true,
        keeps_lines: false,
    },
];

impl Column {
    fn heading(self) -> &'static Heading {
        let [
            item,
            content,
            area,
            product,
            lead,
            support,
            deadline,
            document,
        ] = &HEADINGS;
        match self {
            Self::Item => item,
            Self::Content => content,
            Self::Area => area,
            Self::Product => product,
            Self::Lead => lead,
            Self::Support => support,
            Self::Deadline => deadline,
            Self::Document => document,
        }
    }

    /// The heading that we write ourselves.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.heading().name
    }

    /// True if a table without it cannot be followed.
    #[must_use]
    pub fn is_needed(self) -> bool {
        self.heading().is_needed
    }

    pub(super) fn is_carried_down(self) -> bool {
        self.heading().is_carried_down
    }

    pub(super) fn keeps_lines(self) -> bool {
        self.heading().keeps_lines
    }

    /// The column that a heading names, with or without accents and remarks in brackets.
    #[must_use]
    pub fn from_heading(text: &str) -> Option<Self> {
        let folded = fold(text.split('(').next().unwrap_or_default());
        let is_called = |heading: &&Heading| {
            fold(heading.name) == folded || heading.wordings.contains(&folded.as_str())
        };
        HEADINGS
            .iter()
            .find(is_called)
            .map(|heading| heading.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_is_folded_and_means_one_column() {
        let mut seen = std::collections::HashSet::new();
        for column in Column::ALL {
            let heading = column.heading();
            assert_eq!(heading.column, column);
            assert_eq!(
                Column::from_heading(&heading.name.to_uppercase()),
                Some(column)
            );
            for wording in heading.wordings {
                assert_eq!(&fold(wording), wording);
                assert!(seen.insert(*wording), "{wording}");
            }
            assert!(
                seen.insert(Box::leak(fold(heading.name).into_boxed_str())),
                "{}",
                heading.name
            );
        }
    }

    #[test]
    fn headings_are_known_in_the_wordings_of_offices() {
        for (text, column) in [
            ("TT", Column::Item),
            ("Nhiệm vụ, giải pháp", Column::Content),
            ("Kết quả, sản phẩm", Column::Product),
            ("ĐƠN VỊ CHỦ TRÌ", Column::Lead),
            ("Co quan phoi hop", Column::Support),
            ("Hạn xử lý (ngày)", Column::Deadline),
            ("Văn bản giao / Ghi chú", Column::Document),
        ] {
            assert_eq!(Column::from_heading(text), Some(column), "{text}");
        }
        assert_eq!(Column::from_heading("Ghi chú"), None);
        assert_eq!(Column::from_heading(""), None);
    }
}
