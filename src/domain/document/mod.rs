//! The documents that assign tasks: their symbols, as cells cite them, and the codes made of them.
//!
//! Pure reading of text (DOMAIN 6.3; DESIGN 7.3). Which documents are known is the store's affair.

mod chain;
mod code;
mod flaw;
mod kind;
mod lookup;
mod owed;
mod scan;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub use chain::{Branch, Direction, circle, tree};
pub use code::{
    OccurrenceMark, free_code, member_code, occurrence_code, short_code, task_code,
    undocumented_code,
};
pub use flaw::DocumentFlaw;
pub use kind::DocumentKind;
pub use lookup::{cited, mentions};
pub use owed::owes;

use super::fold::{clean, fold};
use super::id::DocumentId;

/// A document that assigns tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// What it is, as its kind word says: "Kế hoạch", "Chỉ thị".
    pub kind: String,
    /// Number and symbol as written: `9125/KH-UBND`.
    pub symbol: String,
    /// The day of its signing.
    pub date: Option<NaiveDate>,
    /// Who issued it, where known.
    pub issuer: String,
    /// What it is about.
    pub summary: String,
    /// The beginning of its tasks' codes: `KH9125/23`.
    pub code: String,
    /// What it rests on (căn cứ): its legal bases, in the order in which they were entered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bases: Vec<DocumentId>,
    /// Its tasks need no confirmation: what is submitted is done (DOMAIN 2.3).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub skips_confirmation: bool,
}

impl Document {
    /// The key under which all spellings of its number are one.
    #[must_use]
    pub fn key(&self) -> String {
        number_key(&self.symbol)
    }

    /// True where another one is the same: one number, and dates that do not differ.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.id != other.id
            && !self.symbol.is_empty()
            && self.date == other.date
            && self.key() == other.key()
    }
}

/// The document of that id, where documents lie in the order of their ids.
#[must_use]
pub fn find(documents: &[Document], id: DocumentId) -> Option<&Document> {
    let place = documents.binary_search_by_key(&id, |document| document.id);
    place.ok().and_then(|place| documents.get(place))
}

/// The key of a number that may stand among words: `Nghị quyết 26 - NQ/TƯ` is `26-NQ/TW`.
#[must_use]
pub fn number_key(text: &str) -> String {
    let text = clean(text);
    match scan::symbol(&text) {
        Some((symbol, _)) => symbol_key(&symbol),
        None => symbol_key(&text),
    }
}

/// A document as a cell cites it: `Chỉ thị số 901/CT-UBND ngày 10/5/2022`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentReference {
    /// The kind that the text itself says; see [`DocumentReference::kind`].
    pub kind_word: Option<DocumentKind>,
    /// Number and symbol without spaces: `901/CT-UBND`; empty where the text has none.
    pub symbol: String,
    /// The day of issue.
    pub date: Option<NaiveDate>,
}

impl DocumentReference {
    /// Reads a cell; none where neither a symbol, a date nor a kind of document stands in it.
    ///
    /// The date is the first one after the symbol; days stand before months, always.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = clean(text);
        let (symbol, rest) = scan::symbol(&text).unwrap_or((String::new(), text.as_str()));
        let date = scan::date(rest);
        let kind_word = DocumentKind::from_beginning(&text);
        (!symbol.is_empty() || date.is_some() || kind_word.is_some()).then_some(Self {
            kind_word,
            symbol,
            date,
        })
    }

    /// The kind by the letters of the symbol, else by the word before it; a symbol without either is
    /// that of a công văn, the one kind whose symbol has no letters (Nghị định 30/2020/NĐ-CP).
    #[must_use]
    pub fn kind(&self) -> Option<DocumentKind> {
        self.kind_and_issuer().0
    }

    /// The letters of the issuer: `UBND` of `901/CT-UBND`, `TW` of `26-NQ/TW`.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.kind_and_issuer().1
    }

    /// The number as written, without leading zeros: `901`, `12a`.
    #[must_use]
    pub fn number(&self) -> &str {
        let number = self.symbol.split(['/', '-']).next().unwrap_or_default();
        let bare = number.trim_start_matches('0');
        if bare.is_empty() { number } else { bare }
    }

    /// The year of issue: that of the date, else the one inside the symbol (`52/2021/QĐ-UBND`).
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        self.date
            .map(|date| date.year())
            .or_else(|| self.symbol.split(['/', '-']).nth(1)?.parse().ok())
    }

    fn kind_and_issuer(&self) -> (Option<DocumentKind>, Option<&str>) {
        let mut letters = self
            .symbol
            .split(['/', '-'])
            .skip(1)
            .filter(|part| part.parse::<i32>().is_err());
        let first = letters.next();
        match first.and_then(DocumentKind::from_letters) {
            Some(kind) => (Some(kind), letters.next()),
            None if first.is_some() => (self.kind_word.or(Some(DocumentKind::Letter)), first),
            None => (self.kind_word, None),
        }
    }
}

/// The form in which symbols are compared: no spaces, case, accents or leading zeros; TƯ is TW
/// (DOMAIN 6.3). TU, the city's party committee, stays apart from TƯ.
#[must_use]
pub fn symbol_key(symbol: &str) -> String {
    let central = clean(symbol).to_uppercase().replace("TƯ", "TW");
    let mut key = String::with_capacity(central.len());
    for letter in central.chars().filter(|letter| !letter.is_whitespace()) {
        match letter {
            '–' | '—' | '‑' | '−' => key.push('-'),
            '/' | '-' | '.' => key.push(letter),
            plain if plain.is_ascii_alphanumeric() => key.push(plain.to_ascii_lowercase()),
            other => key.push_str(&fold(other.encode_utf8(&mut [0; 4]))),
        }
    }
    key.trim_start_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    type Cell = (&'static str, DocumentKind, &'static str, Option<NaiveDate>);

    fn cells() -> Vec<Cell> {
        use DocumentKind::{Conclusion, Decision, Directive, Letter, Notice, Plan, Resolution};
        vec![
            (
                "Chỉ thị số 901/CT-UBND ngày 10/5/2022",
                Directive,
                "901/CT-UBND",
                day(2022, 5, 10),
            ),
            (
                "Kế hoạch số 9010/KH-UBND ngày 25/01/2022",
                Plan,
                "9010/KH-UBND",
                day(2022, 1, 25),
            ),
            (
                "Nghị quyết số 26-NQ/TW ngày 19.5.2018",
                Resolution,
                "26-NQ/TW",
                day(2018, 5, 19),
            ),
            (
                "Công văn số 9502/UBND-NCPC ngày 16/9/2022",
                Letter,
                "9502/UBND-NCPC",
                day(2022, 9, 16),
            ),
            (
                "Thông báo số 9451/TB-VP ngày 05/8/2022",
                Notice,
                "9451/TB-VP",
                day(2022, 8, 5),
            ),
            ("901/CT-UBND", Directive, "901/CT-UBND", None),
            ("QĐ 52/2021/QĐ-UBND", Decision, "52/2021/QĐ-UBND", None),
            (
                "ke hoach so 9010 / kh - ubnd ngay 25 thang 01 nam 2022",
                Plan,
                "9010/kh-ubnd",
                day(2022, 1, 25),
            ),
            (
                "Kết luận của Chủ tịch UBND Thành phố ngày 5/8/22",
                Conclusion,
                "",
                day(2022, 8, 5),
            ),
            ("1742-CV/BTCTU", Letter, "1742-CV/BTCTU", None),
            (
                "567/SNV-CCHC ngày 3-2-2023",
                Letter,
                "567/SNV-CCHC",
                day(2023, 2, 3),
            ),
        ]
    }

    #[test]
    fn cells_are_read_as_kind_symbol_and_date() {
        for (text, kind, symbol, date) in cells() {
            let read = DocumentReference::parse(text).expect(text);
            assert_eq!(
                (read.kind(), read.symbol.as_str(), read.date),
                (Some(kind), symbol, date),
                "{text}"
            );
        }
        assert_eq!(DocumentReference::parse(""), None);
        assert_eq!(DocumentReference::parse("Ghi chú"), None);
    }

    #[test]
    fn issuers_and_years_are_told() {
        let read = |text| DocumentReference::parse(text).expect("a document");
        assert_eq!(read("901/CT-UBND").issuer(), Some("UBND"));
        assert_eq!(read("26-NQ/TW").issuer(), Some("TW"));
        assert_eq!(read("9502/UBND-NCPC").issuer(), Some("UBND"));
        assert_eq!(read("52/2021/QĐ-UBND").year(), Some(2021));
        assert_eq!(read("76/NQ-CP").year(), None);
        assert_eq!(read("007/KH-UBND").number(), "7");
    }

    #[test]
    fn symbols_are_one_whatever_the_typing() {
        for (one, other) in [
            ("901/CT-UBND", " 0901 / ct – ubnd "),
            ("26-NQ/TW", "26-NQ/TƯ"),
            ("52/2021/QĐ-UBND", "52/2021/QD-UBND"),
        ] {
            assert_eq!(symbol_key(one), symbol_key(other));
        }
        assert_ne!(symbol_key("15-NQ/TU"), symbol_key("15-NQ/TW"));
    }

    #[test]
    fn a_number_among_words_is_the_same_number() {
        for other in [
            "26-NQ/TƯ",
            "Nghị quyết 26 - NQ/TW",
            "nghi quyet so 026-nq/tw",
            "NGHỊ QUYẾT SỐ 26-NQ/TƯ",
            "26 – NQ / TW",
        ] {
            assert_eq!(number_key("26-NQ/TW"), number_key(other), "{other}");
        }
        assert_ne!(number_key("26-NQ/TW"), number_key("27-NQ/TW"));
        assert_ne!(number_key("26-NQ/TW"), number_key("26-NQ/TU"));
    }
}
