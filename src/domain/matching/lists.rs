//! What stands around names in a list: the title of a head, and a kind of unit that is named once for
//! several ("các Sở: Nội vụ, Tài chính", "UBND các quận 1, 3 và 5").

use super::words::{Gap, Word, Words};

/// Titles: who is named is the agency that they head.
const TITLES: &[&[&str]] = &[
    &["thu", "truong"],
    &["giam", "doc"],
    &["chu", "tich"],
    &["nguoi", "dung", "dau"],
    &["lanh", "dao"],
    &["chanh"],
    &["truong"],
    &["cuc", "truong"],
    &["vien", "truong"],
];

/// Words that say what an agency does, beside its name.
const PARTS: &[&[&str]] = &[
    &["phoi", "hop", "voi"],
    &["phoi", "hop", "cung"],
    &["phoi", "hop"],
    &["chu", "tri"],
];

/// Kinds that are named once before several names, and their short forms.
const KINDS: &[&str] = &["so", "quan", "huyen", "phuong", "xa", "q", "h", "p"];

/// The end of a title that begins here.
pub(super) fn after_title(words: &Words, at: usize) -> Option<usize> {
    ends(words, at, TITLES)
}

/// The end of "phối hợp với" or "chủ trì" that begins here.
pub(super) fn after_part(words: &Words, at: usize) -> Option<usize> {
    ends(words, at, PARTS)
}

/// True where "chủ trì" begins and nothing goes on after it: it ends what stands before.
pub(super) fn is_trailing_part(words: &Words, at: usize) -> bool {
    words.key(at) == "chu"
        && words.key(at + 1) == "tri"
        && words.gap_before(at) == Gap::Space
        && words.gap_before(at + 2) != Gap::Space
}

fn ends(words: &Words, at: usize, phrases: &[&[&str]]) -> Option<usize> {
    let stands = |phrase: &&&[&str]| {
        let mut places = phrase.iter().enumerate();
        places.all(|(offset, key)| words.key(at + offset) == *key)
    };
    phrases.iter().find(stands).map(|phrase| at + phrase.len())
}

/// "các Sở", "UBND các quận", "các phường": the place of the kind, after which names follow.
pub(super) fn plural_kind(words: &Words, at: usize) -> Option<usize> {
    let after = after_committee(words, at);
    let kind = (words.key(after) == "cac").then_some(after + 1)?;
    is_kind(words, kind).then_some(kind)
}

/// The kind with which a name begins: "quận" of "UBND quận 1".
pub(super) fn kind_of(words: &Words, at: usize) -> Option<usize> {
    let kind = after_committee(words, at);
    is_kind(words, kind).then_some(kind)
}

fn after_committee(words: &Words, at: usize) -> usize {
    ends(words, at, &[&["ubnd"], &["ui", "ban", "nhan", "dan"]]).unwrap_or(at)
}

fn is_kind(words: &Words, at: usize) -> bool {
    // "số" and "quản" are other words.
    let sounds = |word: &Word| {
        word.accents == word.key
            || matches!(
                words.text(at..at + 1).to_lowercase().as_str(),
                "sở" | "quận" | "huyện" | "phường" | "xã"
            )
    };
    KINDS.contains(&words.key(at)) && words.get(at).is_some_and(sounds)
}

#[cfg(test)]
mod tests {
    use crate::domain::agency::official;
    use crate::domain::matching::Directory;
    use crate::domain::matching::tests::{day, told};

    fn expect(on: &str, cells: &[(&str, &str)]) {
        let directory = Directory::new(&official());
        for (text, expected) in cells {
            let read = told(&directory, &directory.read_cell(text, day(on)));
            assert_eq!(read, *expected, "{text}");
        }
    }

    #[test]
    fn a_kind_that_is_named_once_holds_for_the_names_that_follow() {
        expect(
            "2023-01-12",
            &[
                ("Các Sở: Nội vụ, Tài chính, Tư pháp", "SNV | STC | STP"),
                ("các sở Nội vụ, Tài chính và Tư pháp", "SNV | STC | STP"),
                ("Các sở: Nội vụ; Tài chính; Công an TP", "SNV | STC | CATP"),
                ("Sở GTVT, XD", "SGTVT | SXD"),
                ("UBND các quận 1, 3 và 5", "Q1 | Q3 | Q5"),
                ("Quận 1, 3, 5", "Q1 | Q3 | Q5"),
                ("UBND Quận 1, 3 và huyện Củ Chi", "Q1 | Q3 | HCC"),
                ("UBND các quận: Bình Thạnh, Gò Vấp", "QBTHANH | QGV"),
                ("các huyện Củ Chi, Hóc Môn", "HCC | HHM"),
                (
                    "UBND các huyện: Bình Chánh, Nhà Bè; TP Thủ Đức",
                    "HBC | HNB | TPTD",
                ),
                ("Các sở, ban, ngành", "@SBN"),
                ("Các sở: Tài chánh", "STC !near_match"),
            ],
        );
        expect(
            "2025-08-10",
            &[
                ("UBND các phường: Sài Gòn, Tân Định", "P-SAIGON | P-TANDINH"),
                ("phường Sài Gòn, Bình Thạnh", "P-SAIGON | P-BINHTHANH"),
                ("các xã Thạnh An, Bình Chánh", "X-THANHAN-CG | X-BINHCHANH"),
            ],
        );
    }

    #[test]
    fn heads_stand_for_their_agencies() {
        expect(
            "2023-01-12",
            &[
                ("Giám đốc Sở Nội vụ", "SNV"),
                ("Thủ trưởng các sở, ban, ngành", "@SBN"),
                ("Chủ tịch UBND các quận, huyện", "@QH"),
                (
                    "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các quận, huyện và thành phố Thủ Đức",
                    "@ALL",
                ),
                ("Chánh Văn phòng UBND Thành phố", "VPUB"),
                ("Chủ tịch UBND Quận 1", "Q1"),
                ("Giám đốc các Sở: Nội vụ, Tài chính", "SNV | STC"),
                ("Sở Nội vụ chủ trì, phối hợp Sở Tài chính", "SNV | STC"),
                (
                    "Cơ quan chủ trì soạn thảo",
                    "?Cơ quan chủ trì soạn thảo !not_an_agency",
                ),
                ("Giám đốc các dự án", "?Giám đốc các dự án !not_an_agency"),
            ],
        );
    }

    #[test]
    fn the_one_of_its_kind_beside_its_group_is_of_the_group() {
        expect(
            "2023-01-12",
            &[("UBND TP Thủ Đức và các quận, huyện", "@QH")],
        );
        expect(
            "2025-08-10",
            &[("UBND các xã, phường, đặc khu Côn Đảo", "@PX")],
        );
    }
}
