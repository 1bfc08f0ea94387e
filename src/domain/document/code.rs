//! Codes of documents and tasks: given once and for ever, quoted on paper (DESIGN 7.3).
//!
//! `KH9125/23` is a document, `KH9125/23-041` its item, `.SNV` a member of a fan-out, `.2023-06` an
//! occurrence, in this order. Whether a code is taken, the caller knows.

use chrono::{Datelike, NaiveDate};

use super::{DocumentKind, DocumentReference};

/// The short code of a document: letters of the kind, number, year (`KH9125/23`, `CV9502/22`).
///
/// Where another document has it already the issuer is added (`KH9125-UBND/23`), and an ordinal
/// where even that is taken. None for a text without a number, which is no document that can be
/// quoted.
#[must_use]
pub fn short_code(document: &DocumentReference, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    if document.symbol.is_empty() {
        return None;
    }
    let kind = document.kind().map_or("", DocumentKind::code);
    let number = document.number();
    let year = document
        .year()
        .map_or_else(String::new, |year| format!("/{:02}", year.rem_euclid(100)));
    let plain = format!("{kind}{number}{year}");
    if !is_taken(&plain) {
        return Some(plain);
    }
    let with_issuer = match document.issuer() {
        Some(issuer) => format!("{kind}{number}-{issuer}{year}"),
        None => plain,
    };
    Some(free_code(with_issuer, is_taken))
}

/// The code itself, or with the first ordinal from 2 that makes it free: `KH9125/23-041-2`, where an
/// annex numbers its sections from 1 each.
#[must_use]
pub fn free_code(code: String, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(&code) {
        return code;
    }
    let with = |ordinal: u32| format!("{code}-{ordinal}");
    (2..u32::MAX)
        .map(with)
        .find(|code| !is_taken(code))
        .unwrap_or(code)
}

/// The code of an item of a document: a plain number gets three digits (`KH9125/23-041`), other
/// numbering stays as it is, without spaces (`KH9125/23-II.3`). Without an item the caller makes the
/// document's code unique by [`free_code`].
#[must_use]
pub fn task_code(document_code: &str, item: &str) -> String {
    let item: String = item
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let bare = item.trim_end_matches(['.', ')']);
    if bare.is_empty() {
        return document_code.to_owned();
    }
    match bare.parse::<u32>() {
        Ok(number) => format!("{document_code}-{number:03}"),
        Err(_) => format!("{document_code}-{item}"),
    }
}

/// The code of one member's task of an item that was given to a group: `KH9125/23-041.SNV`.
#[must_use]
pub fn member_code(task_code: &str, agency_code: &str) -> String {
    format!("{task_code}.{agency_code}")
}

/// How an occurrence is told from its sisters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OccurrenceMark {
    /// By the month in which it is due: monthly and rarer series.
    Month,
    /// By the day: weekly series and lists of dates.
    Day,
}

/// The code of an occurrence: `KH9125/23-041.SNV.2023-06`, or with the day.
#[must_use]
pub fn occurrence_code(series_code: &str, due: NaiveDate, mark: OccurrenceMark) -> String {
    match mark {
        OccurrenceMark::Month => format!("{series_code}.{:04}-{:02}", due.year(), due.month()),
        OccurrenceMark::Day => format!("{series_code}.{due}"),
    }
}

/// The code of a task without a document: `NV/23-0007`.
#[must_use]
pub fn undocumented_code(year: i32, ordinal: u32) -> String {
    format!("NV/{:02}-{ordinal:04}", year.rem_euclid(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(text: &str, taken: &[&str]) -> Option<String> {
        short_code(&DocumentReference::parse(text)?, |code| {
            taken.contains(&code)
        })
    }

    #[test]
    fn a_document_is_quoted_by_letters_number_and_year() {
        for (text, code) in [
            ("Kế hoạch số 9125/KH-UBND ngày 12/01/2023", "KH9125/23"),
            ("Chỉ thị số 901/CT-UBND ngày 10/5/2022", "CT901/22"),
            ("Công văn số 9502/UBND-NCPC ngày 16/9/2022", "CV9502/22"),
            ("Quyết định số 52/2021/QĐ-UBND", "QD52/21"),
            ("Nghị quyết số 26-NQ/TW ngày 19.5.2018", "NQ26/18"),
            ("Tờ trình 007/TTr-SNV", "TTr7"),
        ] {
            assert_eq!(code_of(text, &[]).as_deref(), Some(code), "{text}");
        }
        assert_eq!(code_of("Kết luận ngày 5/8/2022", &[]), None);
    }

    #[test]
    fn the_issuer_is_added_where_two_documents_collide() {
        let text = "Kế hoạch số 12/KH-SNV ngày 12/01/2023";
        assert_eq!(code_of(text, &["KH12/23"]).as_deref(), Some("KH12-SNV/23"));
        assert_eq!(
            code_of(text, &["KH12/23", "KH12-SNV/23"]).as_deref(),
            Some("KH12-SNV/23-2")
        );
    }

    #[test]
    fn an_item_keeps_its_number_and_members_and_occurrences_follow_it() {
        assert_eq!(task_code("KH9125/23", "41"), "KH9125/23-041");
        assert_eq!(task_code("KH9125/23", "41."), "KH9125/23-041");
        assert_eq!(task_code("KH9125/23", " II. 3"), "KH9125/23-II.3");
        assert_eq!(task_code("KH9125/23", "a)"), "KH9125/23-a)");
        assert_eq!(task_code("KH9125/23", "1204"), "KH9125/23-1204");
        assert_eq!(task_code("KH9125/23", ""), "KH9125/23");
        let due = NaiveDate::from_ymd_opt(2023, 6, 30).expect("a day");
        let member = member_code("KH9125/23-041", "SNV");
        assert_eq!(
            occurrence_code(&member, due, OccurrenceMark::Month),
            "KH9125/23-041.SNV.2023-06"
        );
        assert_eq!(
            occurrence_code(&member, due, OccurrenceMark::Day),
            "KH9125/23-041.SNV.2023-06-30"
        );
        assert_eq!(undocumented_code(2023, 7), "NV/23-0007");
        assert_eq!(free_code("A".to_owned(), |code| code == "A"), "A-2");
    }
}
