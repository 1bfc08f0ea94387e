//! The headings under which offices write the columns of an annex (DOMAIN 3.1).
//!
//! A table of wordings, and behind it the decisive words by which a wording is known that nobody wrote down.

use crate::domain::annex::Column;
use crate::domain::fold::fold;

/// How well a heading says which column it is; of two columns for the same the better one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It may be: "Ghi chú" for the document, if the cells below look like that.
    Perhaps,
    /// It is, where no column says it better: "Đơn vị thực hiện" is the lead where nobody "chủ trì".
    Weak,
    /// Its decisive words say so.
    Near,
    /// It is one of the wordings.
    Exact,
}

/// The wordings of a column, folded.
struct Wordings {
    column: Column,
    exact: &'static [&'static str],
    weak: &'static [&'static str],
}

const WORDINGS: [Wordings; 8] = [
    Wordings {
        column: Column::Item,
        exact: &["stt", "tt", "so tt", "so thu tu", "s tt"],
        weak: &["so", "muc", "no"],
    },
    Wordings {
        column: Column::Content,
        exact: &[
            "noi dung nhiem vu",
            "ten nhiem vu",
            "nhiem vu cu the",
            "nhiem vu giai phap",
            "nhiem vu va giai phap",
            "nhiem vu giai phap cu the",
            "nhiem vu giai phap chu yeu",
            "noi dung cong viec",
            "noi dung nhiem vu giai phap",
            "noi dung thuc hien",
            "noi dung nhiem vu cu the",
            "noi dung cong viec cu the",
            "nhiem vu trong tam",
            "ten cong viec",
            "dau viec",
        ],
        weak: &[
            "noi dung",
            "nhiem vu",
            "cong viec",
            "hoat dong",
            "noi dung hoat dong",
            "giai phap",
        ],
    },
    Wordings {
        column: Column::Area,
        exact: &["linh vuc", "linh vuc cai cach", "linh vuc cchc"],
        weak: &["nhom nhiem vu", "mang nhiem vu", "nhom linh vuc"],
    },
    Wordings {
        column: Column::Product,
        exact: &[
            "san pham",
            "san pham dau ra",
            "ket qua san pham",
            "san pham ket qua",
            "ket qua dau ra",
            "san pham hoan thanh",
            "san pham du kien",
            "ket qua du kien",
            "san pham du kien hoan thanh",
        ],
        weak: &["ket qua", "ket qua can dat", "ket qua dat duoc"],
    },
    Wordings {
        column: Column::Lead,
        exact: &[
            "co quan chu tri",
            "chu tri",
            "don vi chu tri",
            "co quan don vi chu tri",
            "co quan chu tri thuc hien",
            "don vi chu tri thuc hien",
        ],
        weak: &[
            "co quan thuc hien",
            "don vi thuc hien",
            "co quan don vi thuc hien",
            "phan cong thuc hien",
            "phan cong",
        ],
    },
    Wordings {
        column: Column::Support,
        exact: &[
            "co quan phoi hop",
            "phoi hop",
            "don vi phoi hop",
            "co quan don vi phoi hop",
            "co quan phoi hop thuc hien",
            "don vi phoi hop thuc hien",
        ],
        weak: &[],
    },
    Wordings {
        column: Column::Deadline,
        exact: &[
            "thoi gian hoan thanh",
            "thoi gian thuc hien",
            "thoi han",
            "thoi han hoan thanh",
            "thoi han thuc hien",
            "han xu ly",
            "han hoan thanh",
            "thoi han van ban",
            "tien do hoan thanh",
        ],
        weak: &["thoi gian", "tien do", "tien do thuc hien", "han"],
    },
    Wordings {
        column: Column::Document,
        exact: &[
            "van ban giao",
            "van ban giao nhiem vu",
            "van ban giao viec",
            "van ban giao ghi chu",
            "van ban chi dao",
            "can cu giao nhiem vu",
            "so ky hieu van ban",
        ],
        weak: &["van ban", "can cu", "so van ban", "can cu phap ly"],
    },
];

/// Words after which a heading is none of ours, whatever else it says.
const STRANGE: &[&str] = &[
    "bat dau",
    "chuan",
    "cha",
    "ngay tao",
    "phieu",
    "lanh dao",
    "theo doi",
    "phe duyet",
    "tinh trang",
    "trang thai",
    "ty le",
    "danh gia",
    "kinh phi",
    "nguon",
    "giam sat",
    "kiem tra",
    "bao cao",
    "tinh hinh",
    "khong",
    "con lai",
    "giao viec",
    "nguoi",
    "dien thoai",
];

/// Decisive words of a column: one of each group has to be there.
const DECISIVE: &[(Column, Fit, &[&[&str]])] = &[
    (Column::Lead, Fit::Near, &[&["chu tri"]]),
    (Column::Support, Fit::Near, &[&["phoi hop"]]),
    (
        Column::Deadline,
        Fit::Near,
        &[
            &[
                "thoi gian",
                "thoi han",
                "thoi diem",
                "han",
                "ngay",
                "tien do",
            ],
            &[
                "hoan thanh",
                "thuc hien",
                "xu ly",
                "trinh",
                "chot",
                "ban hanh",
                "van ban",
                "giai quyet",
            ],
        ],
    ),
    (
        Column::Deadline,
        Fit::Weak,
        &[&["thoi han", "han chot", "thoi gian"]],
    ),
    (Column::Product, Fit::Near, &[&["san pham"]]),
    (
        Column::Product,
        Fit::Weak,
        &[
            &["ket qua"],
            &[
                "dau ra", "du kien", "dat", "dat duoc", "yeu cau", "phai dat",
            ],
        ],
    ),
    (Column::Area, Fit::Near, &[&["linh vuc"]]),
    (
        Column::Document,
        Fit::Near,
        &[
            &["van ban", "can cu", "so hieu", "ky hieu"],
            &["giao", "chi dao", "so", "so hieu", "ky hieu", "can cu"],
        ],
    ),
    (
        Column::Lead,
        Fit::Weak,
        &[
            &["co quan", "don vi", "so nganh", "bo phan"],
            &[
                "thuc hien",
                "chiu trach nhiem",
                "duoc giao",
                "trien khai",
                "tham muu",
                "dau moi",
                "phu trach",
            ],
        ],
    ),
    (
        Column::Content,
        Fit::Near,
        &[
            &["nhiem vu", "noi dung", "cong viec", "giai phap"],
            &[
                "noi dung",
                "ten",
                "cu the",
                "giai phap",
                "nhiem vu",
                "trong tam",
                "chu yeu",
            ],
        ],
    ),
    (
        Column::Content,
        Fit::Weak,
        &[&[
            "nhiem vu",
            "noi dung",
            "cong viec",
            "giai phap",
            "hoat dong",
            "dau viec",
        ]],
    ),
    (Column::Item, Fit::Near, &[&["stt", "so thu tu"]]),
];

/// A heading has no more words than this; a sentence is none.
const MOST_WORDS: usize = 14;

/// Nor more bytes.
const LONGEST: usize = 200;

impl Column {
    /// The heading that we write ourselves.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Item => "STT",
            Self::Content => "Nội dung nhiệm vụ",
            Self::Area => "Lĩnh vực",
            Self::Product => "Sản phẩm",
            Self::Lead => "Cơ quan chủ trì",
            Self::Support => "Cơ quan phối hợp",
            Self::Deadline => "Thời gian hoàn thành",
            Self::Document => "Văn bản giao",
        }
    }
}

/// The column that a heading names and how well, with or without accents and remarks in brackets.
pub(super) fn column_of(heading: &str) -> Option<(Column, Fit)> {
    let heading = heading.split('(').next().unwrap_or_default();
    if heading.len() > LONGEST {
        return None;
    }
    let bare = fold(heading);
    if bare.is_empty() {
        return None;
    }
    exactly(&bare).or_else(|| nearly(&bare))
}

fn exactly(folded: &str) -> Option<(Column, Fit)> {
    if matches!(folded, "ghi chu" | "ghi chu van ban") {
        return Some((Column::Document, Fit::Perhaps));
    }
    WORDINGS.iter().find_map(|wordings| {
        let fit = if wordings.exact.contains(&folded) {
            Some(Fit::Exact)
        } else {
            wordings.weak.contains(&folded).then_some(Fit::Weak)
        };
        fit.map(|fit| (wordings.column, fit))
    })
}

fn nearly(folded: &str) -> Option<(Column, Fit)> {
    if folded.split(' ').count() > MOST_WORDS {
        return None;
    }
    let says = |word: &&str| {
        folded.match_indices(*word).any(|(at, _)| {
            let before = folded.get(..at).unwrap_or_default();
            let after = folded.get(at + word.len()..).unwrap_or_default();
            (before.is_empty() || before.ends_with(' '))
                && (after.is_empty() || after.starts_with(' '))
        })
    };
    if STRANGE.iter().any(says) {
        return None;
    }
    DECISIVE
        .iter()
        .find(|(_, _, groups)| groups.iter().all(|group| group.iter().any(says)))
        .map(|(column, fit, _)| (*column, *fit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_is_folded_and_means_one_column() {
        let mut seen = std::collections::HashSet::new();
        for (column, wordings) in Column::ALL.into_iter().zip(&WORDINGS) {
            assert_eq!(wordings.column, column);
            assert_eq!(
                column_of(&column.name().to_uppercase()),
                Some((column, Fit::Exact))
            );
            for wording in wordings.exact.iter().chain(wordings.weak) {
                assert_eq!(&fold(wording), wording);
                assert!(seen.insert(*wording), "{wording}");
            }
        }
    }

    #[test]
    fn headings_are_known_in_the_wordings_of_offices() {
        for (text, column) in [
            ("TT", Column::Item),
            ("Số TT", Column::Item),
            ("Nhiệm vụ, giải pháp", Column::Content),
            ("Nhiệm vụ, giải pháp cụ thể cần thực hiện", Column::Content),
            ("Nội dung công việc", Column::Content),
            ("Kết quả, sản phẩm", Column::Product),
            ("Sản phẩm/kết quả cần đạt", Column::Product),
            ("ĐƠN VỊ CHỦ TRÌ", Column::Lead),
            ("Cơ quan, đơn vị chủ trì thực hiện", Column::Lead),
            ("Sở, ngành, đơn vị thực hiện", Column::Lead),
            ("Co quan phoi hop", Column::Support),
            ("Cơ quan, đơn vị cùng phối hợp", Column::Support),
            ("Hạn xử lý (ngày)", Column::Deadline),
            ("Thời gian hoàn thành dự kiến", Column::Deadline),
            ("Tiến độ", Column::Deadline),
            ("Thời hạn văn bản", Column::Deadline),
            ("Văn bản giao / Ghi chú", Column::Document),
            ("Số, ký hiệu văn bản", Column::Document),
        ] {
            assert_eq!(column_of(text).map(|found| found.0), Some(column), "{text}");
        }
        for text in [
            "",
            "Thời hạn chuẩn",
            "Nhiệm vụ cha",
            "Ngày tạo",
            "Số phiếu giao việc",
            "Lãnh đạo Bộ chỉ đạo",
            "Thời gian bắt đầu",
            "Tình trạng thực hiện",
            "Kinh phí thực hiện",
        ] {
            assert_eq!(column_of(text), None, "{text}");
        }
    }
}
