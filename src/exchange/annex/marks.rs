//! Words and numbers by which a row shows what it is: its number, a heading's mark, totals, footnotes,
//! signatures.

use crate::domain::fold::fold;

/// What parts a mark from its title.
const SIGNS: &[char] = &['.', ')', '/', ':', '-', '–', '—', ' '];

/// True for the number of a task: `1`, `1.`, `1.2`, `(3)`, `12a`, `1/`.
pub(super) fn is_number(item: &str) -> bool {
    let bare = bare(item);
    bare.starts_with(|letter: char| letter.is_ascii_digit())
        && bare.chars().count() <= 12
        && bare
            .trim_end_matches(|letter: char| letter.is_ascii_lowercase() || letter == 'đ')
            .chars()
            .all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '/'))
}

/// True for what numbers the columns below a header: `(1)`, `2`, `A`.
pub(super) fn is_ordinal(cell: &str) -> bool {
    let bare = bare(cell);
    let is_letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_uppercase());
    (1..=2).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit()) || is_letter
}

/// What a mark in the column of numbers says of a row with nothing but a title.
pub(super) fn is_heading_mark(item: &str) -> bool {
    let mut words = item.split(' ');
    let last = words.next_back().unwrap_or_default();
    let before: Vec<String> = words.map(fold).collect();
    let is_named = match before.as_slice() {
        [] => true,
        [word] => matches!(word.as_str(), "phan" | "muc" | "chuong" | "nhom"),
        _ => false,
    };
    let mark = bare(last);
    is_named && (is_roman(mark) || is_letter(mark))
}

/// A title with its mark in one cell: `II. Cải cách thể chế`, `B - ...`, `Phần I: ...`.
pub(super) fn is_marked_title(text: &str) -> bool {
    let Some(end) = text.find(['.', ')', '/', ':', '-', '–', '—']) else {
        return false;
    };
    let mark = text.get(..end).unwrap_or_default().trim_end();
    let rest = without_mark(text);
    // "TT-BNV" and "A/B" are no marks: what follows is parted by a space or is none.
    let is_parted = text.get(end..).is_some_and(|tail| {
        tail.chars().any(char::is_whitespace) || tail.starts_with(['.', ')', ':'])
    });
    is_parted && is_heading_mark(mark) && is_title(rest)
}

/// The title behind its mark.
pub(super) fn without_mark(text: &str) -> &str {
    let is_sign = |letter: char| letter != ' ' && SIGNS.contains(&letter);
    let rest = text.find(is_sign).and_then(|end| text.get(end..));
    rest.unwrap_or(text).trim_start_matches(SIGNS)
}

/// A heading without a mark: in capitals throughout, or one that calls itself a group of tasks.
pub(super) fn is_plain_title(text: &str) -> bool {
    const BEGINNINGS: &[&str] = &["linh vuc ", "nhom nhiem vu ", "nhom giai phap "];
    if !is_title(text) {
        return false;
    }
    let has_words = text.contains(' ');
    let letters = text.chars().filter(|letter| letter.is_alphabetic());
    let are_capitals = letters.clone().count() > 5 && letters.clone().all(|it| !it.is_lowercase());
    if are_capitals && has_words {
        return true;
    }
    text.starts_with(['L', 'N']) && {
        let folded = fold(text);
        BEGINNINGS.iter().any(|word| folded.starts_with(word))
    }
}

/// Short enough for a heading.
pub(super) fn is_title(text: &str) -> bool {
    text.chars().nth(250).is_none() && text.chars().any(char::is_alphabetic)
}

/// A line of totals: "Tổng cộng", "Cộng", "Tổng số: 12 nhiệm vụ".
pub(super) fn is_total(text: &str) -> bool {
    if !text.starts_with(['T', 't', 'C', 'c']) {
        return false;
    }
    let folded = fold(&beginning(text));
    let begins = |word: &str| {
        folded
            .strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let of_tasks = |word: &str| {
        folded.strip_prefix(word).is_some_and(|rest| {
            rest.trim_start()
                .starts_with(|it: char| it.is_ascii_digit())
                || rest.contains("nhiem vu")
        })
    };
    begins("tong cong")
        || matches!(folded.as_str(), "cong" | "tong" | "tong so")
        || begins("tong so nhiem vu")
        || of_tasks("tong so")
        || of_tasks("cong")
        || of_tasks("tong")
}

/// What counts something and says nothing else: "12", "133 nhiệm vụ".
pub(super) fn is_count(text: &str) -> bool {
    let digits = text
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || *letter == '.')
        .count();
    digits > 0
        && text.chars().nth(20).is_none()
        && text
            .chars()
            .skip(digits)
            .all(|letter| letter.is_alphabetic() || letter == ' ' || letter == '%')
}

/// How footnotes, signatures and what else stands below a table begin; folded.
const BELOW: &[&str] = &[
    "ghi chu",
    "chu thich",
    "luu y",
    "noi nhan",
    "nguoi lap",
    "nguoi lap bieu",
    "phu luc",
    "kem theo",
    "cong hoa xa hoi chu nghia viet nam",
    "doc lap tu do hanh phuc",
];

/// Who signs; the whole cell.
const SIGNERS: &[&str] = &[
    "chu tich",
    "pho chu tich",
    "giam doc",
    "pho giam doc",
    "thu truong",
    "thu truong don vi",
    "thu truong co quan",
    "truong phong",
    "chanh van phong",
    "pho chanh van phong",
    "nguoi lap",
    "nguoi lap bieu",
    "nguoi lap bang",
    "ky ten dong dau",
    "da ky",
];

/// A footnote, a signature, a place and date: what stands below a table.
pub(super) fn is_below(text: &str) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    if text.starts_with('*') || text.starts_with("(*") {
        return true;
    }
    if ["TM.", "KT.", "TL.", "TUQ.", "T/M", "K/T", "T/L"]
        .iter()
        .any(|mark| text.starts_with(mark))
    {
        return true;
    }
    // The first letters of all that follows; most rows end here.
    let is_possible = matches!(
        first.to_ascii_uppercase(),
        'G' | 'C' | 'L' | 'N' | 'P' | 'K' | 'T' | 'H' | 'Đ' | 'đ' | '(' | 'Q'
    );
    if !is_possible {
        return false;
    }
    let folded = fold(&beginning(text));
    let begins = |word: &&str| {
        folded
            .strip_prefix(*word)
            .is_some_and(|rest| rest.is_empty() || is_ended(text, word))
    };
    BELOW.iter().any(begins)
        || SIGNERS.contains(&folded.as_str())
        || is_page(&folded)
        || is_place_and_date(&folded)
}

/// "Ghi chú: ...", "Ghi chú 1", "PHỤ LỤC II", "(Kèm theo ...)": the words are a label, and do not begin a
/// sentence.
fn is_ended(text: &str, word: &str) -> bool {
    let words = word.split(' ').count();
    let label: Vec<&str> = text.split(' ').take(words).collect();
    let is_label = label
        .last()
        .is_some_and(|last| last.ends_with([':', '.', ',']));
    let follows = text.split(' ').nth(words).unwrap_or_default();
    is_label
        || text.starts_with('(')
        || follows.starts_with([':', '-', '(', '–'])
        || follows
            .chars()
            .all(|letter| letter.is_ascii_digit() || ".:".contains(letter))
        || is_roman(bare(follows))
}

/// "Trang 2/5".
pub(super) fn is_page(folded: &str) -> bool {
    folded
        .strip_prefix("trang ")
        .is_some_and(|rest| rest.chars().all(|it| it.is_ascii_digit() || it == ' '))
}

/// "TP. Hồ Chí Minh, ngày 25 tháng 01 năm 2022": nothing else has a day, month and year in words after a
/// place.
fn is_place_and_date(folded: &str) -> bool {
    let is_place = ["thanh pho", "tp", "ha noi", "tphcm", "quan", "hcm", "ngay"]
        .iter()
        .any(|place| folded.starts_with(place));
    is_place
        && folded.contains("ngay")
        && folded.contains(" thang ")
        && folded.contains(" nam")
        && folded.split(' ').count() <= 13
}

/// Enough of a text to see how it begins.
fn beginning(text: &str) -> String {
    text.chars().take(80).collect()
}

fn bare(mark: &str) -> &str {
    mark.trim_matches(['.', ')', '(', '/', ':', '-', ' ', '–'])
}

fn is_roman(mark: &str) -> bool {
    !mark.is_empty() && mark.len() <= 7 && mark.chars().all(|letter| "IVXLC".contains(letter))
}

fn is_letter(mark: &str) -> bool {
    let mut letters = mark.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_tasks_and_marks_of_headings_are_told_apart() {
        for item in ["1", "01", "1.", "(3)", "2.1", "12a", "4)", "1.2.3"] {
            assert!(is_number(item), "{item}");
            assert!(!is_heading_mark(item), "{item}");
        }
        for item in [
            "I", "IV.", "A", "b)", "(II)", "X/", "Phần I", "MỤC II", "đ)",
        ] {
            assert!(is_heading_mark(item), "{item}");
            assert!(!is_number(item), "{item}");
        }
        for item in ["", "-", "Ghi chú", "2022-2025 và", "AB", "Tổng"] {
            assert!(!is_number(item) && !is_heading_mark(item), "{item}");
        }
    }

    #[test]
    fn titles_with_their_marks_in_one_cell_are_known() {
        for text in [
            "II. Cải cách thể chế",
            "B - Nhiệm vụ thường xuyên",
            "Phần I: Chỉ đạo, điều hành",
            "a) Nhiệm vụ chung",
        ] {
            assert!(is_marked_title(text), "{text}");
        }
        for text in [
            "Rà soát văn bản.",
            "TT-BNV",
            "UBND. Thành phố",
            "1. Rà soát",
            "C/Q",
        ] {
            assert!(!is_marked_title(text), "{text}");
        }
        assert!(is_plain_title("CẢI CÁCH THỂ CHẾ"));
        assert!(!is_plain_title("UBND"));
    }

    #[test]
    fn totals_footnotes_and_signatures_are_known_by_how_they_begin() {
        for text in [
            "Tổng cộng",
            "CỘNG",
            "Tổng số: 12 nhiệm vụ",
            "Tổng cộng: 133",
            "Cộng: 7",
        ] {
            assert!(is_total(text), "{text}");
        }
        for text in [
            "Tổng hợp báo cáo",
            "Công bố chỉ số",
            "Tổng số hóa hồ sơ",
            "Cộng tác với báo chí",
        ] {
            assert!(!is_total(text), "{text}");
        }
        for text in [
            "Ghi chú: dự thảo",
            "(*) Theo quy định",
            "* Nhiệm vụ mới",
            "TM. ỦY BAN NHÂN DÂN",
            "CHỦ TỊCH",
            "Nơi nhận:",
            "Người lập biểu",
            "Trang 2/5",
            "PHỤ LỤC II",
            "(Kèm theo Kế hoạch số 1/KH-UBND)",
            "Thành phố Hồ Chí Minh, ngày 25 tháng 01 năm 2022",
        ] {
            assert!(is_below(text), "{text}");
        }
        for text in [
            "Ghi chú đầy đủ vào sổ theo dõi",
            "Chủ tịch UBND các quận báo cáo",
            "Tham mưu Thành phố",
            "Quận 1 báo cáo",
            "Lưu ý kiến nghị của người dân và trả lời",
        ] {
            assert!(!is_below(text), "{text}");
        }
    }
}
