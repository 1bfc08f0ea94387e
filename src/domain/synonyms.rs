//! Abbreviations and their words, and words that offices use for one another: for search.
//!
//! A clerk types "tthc" and means "thủ tục hành chính". Everything here is folded; a test holds the
//! table to that.

/// Each row is one meaning; its forms find each other (DOMAIN 0.1, 2.1).
const SYNONYMS: &[&[&str]] = &[
    &["tthc", "thu tuc hanh chinh"],
    &["cchc", "cai cach hanh chinh"],
    &["cntt", "cong nghe thong tin"],
    &["cbccvc", "can bo cong chuc vien chuc"],
    &["cbcc", "can bo cong chuc"],
    &["ubnd", "uy ban nhan dan"],
    &["hdnd", "hoi dong nhan dan"],
    &["mttq", "mat tran to quoc"],
    &["tp", "thanh pho"],
    &["tphcm", "tp hcm", "thanh pho ho chi minh"],
    &["qppl", "quy pham phap luat"],
    &["vbqppl", "van ban quy pham phap luat"],
    &["vb", "van ban"],
    &["dvc", "dich vu cong"],
    &["dvctt", "dich vu cong truc tuyen"],
    &["cds", "chuyen doi so"],
    &["cqdt", "chinh quyen dien tu"],
    &["cqs", "chinh quyen so"],
    &["attt", "an toan thong tin"],
    &["atgt", "an toan giao thong"],
    &["attp", "an toan thuc pham"],
    &["csdl", "co so du lieu"],
    &["htttt", "he thong thong tin"],
    &["vtvl", "vi tri viec lam"],
    &["tcbm", "to chuc bo may"],
    &["tcc", "tai chinh cong"],
    &["nsnn", "ngan sach nha nuoc"],
    &["dtpt", "dau tu phat trien"],
    &["gpmb", "giai phong mat bang"],
    &["bhxh", "bao hiem xa hoi"],
    &["kbnn", "kho bac nha nuoc"],
    &["catp", "cong an thanh pho"],
    &["vpub", "van phong ub", "van phong uy ban", "van phong ubnd"],
    &["bql", "ban quan ly"],
    &["kcn", "khu cong nghiep"],
    &["kcx", "khu che xuat"],
    &["cnc", "cong nghe cao"],
    &["gddt", "giao duc dao tao", "giao duc va dao tao"],
    &[
        "tttt",
        "tt tt",
        "thong tin truyen thong",
        "thong tin va truyen thong",
    ],
    &["khcn", "khoa hoc cong nghe", "khoa hoc va cong nghe"],
    &["khdt", "ke hoach dau tu", "ke hoach va dau tu"],
    &["tnmt", "tai nguyen moi truong", "tai nguyen va moi truong"],
    &["kh", "ke hoach"],
    &["qd", "quyet dinh"],
    &["bc", "bao cao"],
    &["ct", "chi thi"],
    &["nq", "nghi quyet"],
    &["nd", "nghi dinh"],
    &["tb", "thong bao"],
    &["cv", "cong van"],
    &["ttr", "to trinh"],
    &["ctr", "chuong trinh"],
    &["hd", "huong dan"],
    &["kl", "ket luan"],
    &["qua han", "tre han"],
    &["gia han", "lui han", "dieu chinh thoi han"],
    &["tra lai", "tu choi xac nhan", "yeu cau thuc hien lai"],
    &["sap den han", "sap qua han", "sap het han"],
    &["don doc", "nhac viec", "nhac nho"],
    &["cho xac nhan", "cho duyet", "cho phe duyet"],
    &[
        "thoi theo doi",
        "ket thuc theo doi",
        "dua ra khoi danh sach theo doi",
    ],
];

/// The longest form, in words.
const LONGEST: usize = 7;

/// Folded query words, cut into pieces that each have alternatives: first what was typed, then what
/// means the same. A search takes every piece, in any of its forms.
///
/// `["ra", "soat", "tthc"]` gives `[["ra"], ["soat"], ["tthc", "thu tuc hanh chinh"]]`; a phrase of
/// several words is one piece, the longest that is known.
#[must_use]
pub fn expand(words: &[&str]) -> Vec<Vec<String>> {
    let mut pieces = Vec::new();
    let mut rest = words;
    while let Some((first, others)) = rest.split_first() {
        let lengths = (1..=LONGEST.min(rest.len())).rev();
        let known = lengths
            .filter_map(|length| rest.split_at_checked(length))
            .find_map(|(phrase, after)| {
                let phrase = phrase.join(" ");
                let alternatives = alternatives(&phrase)?;
                let others = alternatives
                    .iter()
                    .filter(|form| **form != phrase)
                    .map(|form| (*form).to_owned());
                Some(([phrase.clone()].into_iter().chain(others).collect(), after))
            });
        let (piece, after) = known.unwrap_or_else(|| (vec![(*first).to_owned()], others));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn alternatives(phrase: &str) -> Option<&'static [&'static str]> {
    SYNONYMS
        .iter()
        .find(|forms| forms.contains(&phrase))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::fold;

    #[test]
    fn an_abbreviation_and_its_words_find_each_other() {
        assert_eq!(
            expand(&["ra", "soat", "tthc"]),
            [
                vec!["ra".to_owned()],
                vec!["soat".into()],
                vec!["tthc".into(), "thu tuc hanh chinh".into()]
            ]
        );
        assert_eq!(
            expand(&["thu", "tuc", "hanh", "chinh"]),
            [["thu tuc hanh chinh", "tthc"]]
        );
        assert_eq!(
            expand(&["van", "ban", "quy", "pham", "phap", "luat"]),
            [["van ban quy pham phap luat", "vbqppl"]]
        );
        assert!(expand(&[]).is_empty());
    }

    #[test]
    fn every_form_is_folded_and_stands_once() {
        let mut seen = std::collections::HashSet::new();
        for form in SYNONYMS.iter().copied().flatten() {
            assert_eq!(&fold(form), form);
            assert!(seen.insert(form), "{form}");
            assert!(form.split(' ').count() <= LONGEST, "{form}");
        }
    }
}
