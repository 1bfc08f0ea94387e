//! The paper that leaves an office: whose name stands at its head, who signs, how it is numbered (DOMAIN 6.3).
//!
//! What is wrong with a skeleton is said here too; how it is filled, `exchange` knows.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};

use super::agency::{Agency, AgencyKind};

/// The city's committee: above departments and boards.
const COMMITTEE: &str = "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH";

/// Where papers are signed, unless an office says otherwise.
const CITY: &str = "Thành phố Hồ Chí Minh";

/// Between the number of a letter that is cited and its day, and how that is written.
const CITED_ON: &str = " ngày ";
const CITED_DAY: &str = "%d/%m/%Y";

/// Whom a letter is addressed to, among those who receive it.
const AS_ABOVE: &str = "Như trên";

/// What stands around the text of a paper of an office.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The agency above, in capitals; may be empty.
    pub superior: String,
    /// The agency that issues the paper, in capitals.
    pub issuer: String,
    /// The symbol of its letters: `SNV-CCHC`.
    pub symbol: String,
    /// Where it is signed.
    pub place: String,
    /// In whose name it is signed, with the sign before it: `KT. GIÁM ĐỐC`; empty where the head signs.
    pub authority: String,
    /// The title of who signs; never a name.
    pub signer: String,
    /// Who receives it, a line each.
    pub recipients: Vec<String>,
}

impl Letterhead {
    /// What stands there where nothing is set: what is known of the agency of whoever writes.
    #[must_use]
    pub fn usual(agency: Option<&Agency>) -> Self {
        let Some(agency) = agency else {
            return Self {
                place: CITY.to_owned(),
                recipients: vec![AS_ABOVE.to_owned(), "Lưu: VT".to_owned()],
                ..Self::default()
            };
        };
        let is_below = agency.parent_code.is_some()
            && matches!(
                agency.kind,
                AgencyKind::Department
                    | AgencyKind::Board
                    | AgencyKind::District
                    | AgencyKind::RuralDistrict
                    | AgencyKind::Ward
                    | AgencyKind::Commune
                    | AgencyKind::SpecialZone
            );
        Self {
            superior: if is_below { COMMITTEE } else { "" }.to_owned(),
            issuer: agency.name.to_uppercase(),
            symbol: agency.code.clone(),
            place: CITY.to_owned(),
            authority: String::new(),
            signer: agency.head_title.to_uppercase(),
            recipients: vec![AS_ABOVE.to_owned(), format!("Lưu: VT, {}", agency.code)],
        }
    }

    /// The symbol of its reports: `BC-SNV` where its letters have `SNV-CCHC`.
    #[must_use]
    pub fn report_symbol(&self) -> String {
        let issuer = self.symbol.split('-').next().unwrap_or_default();
        format!("BC-{issuer}")
    }

    /// The same on a paper that is addressed to nobody: nobody is "as above" there.
    #[must_use]
    pub fn unaddressed(&self) -> Self {
        let mut head = self.clone();
        head.recipients.retain(|it| it != AS_ABOVE);
        head
    }

    /// A letter as it is cited: `57/SNV-CCHC ngày 05/09/2022`.
    #[must_use]
    pub fn cited(&self, number: u32, on: NaiveDate) -> String {
        format!(
            "{}{CITED_ON}{}",
            self.numbered(number),
            on.format(CITED_DAY)
        )
    }

    /// Number and symbol of a letter; numbers below 10 take a leading zero.
    #[must_use]
    pub fn numbered(&self, number: u32) -> String {
        format!("{number:02}/{}", self.symbol)
    }
}

/// A letter that is cited ([`Letterhead::cited`]): its number, the number with its symbol, and its day; none where that is
/// no such text.
#[must_use]
pub fn cited_apart(text: &str) -> Option<(u32, &str, NaiveDate)> {
    let (numbered, day) = text.rsplit_once(CITED_ON)?;
    let (number, _) = numbered.split_once('/')?;
    let day = NaiveDate::parse_from_str(day, CITED_DAY).ok()?;
    Some((number.parse().ok()?, numbered, day))
}

/// The day as papers write it: days below 10 and the first two months take a leading zero (DOMAIN 6.3).
#[must_use]
pub fn day_line(day: NaiveDate) -> String {
    let month = match day.month() {
        early @ (1 | 2) => format!("0{early}"),
        month => month.to_string(),
    };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// A report, with its tables.
    Report,
    /// A letter: công văn.
    Letter,
}

impl Paper {
    /// The word by which configuration and command line know it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Letter => "letter",
        }
    }

    /// The paper of that word, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Report, Self::Letter]
            .into_iter()
            .find(|paper| paper.code() == code)
    }
}

/// Where an office keeps skeletons of its own; those of the program where there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Skeletons {
    /// Of reports.
    pub report: Option<PathBuf>,
    /// Of letters.
    pub letter: Option<PathBuf>,
}

impl Skeletons {
    /// Where the skeleton of a paper lies.
    #[must_use]
    pub fn of(&self, paper: Paper) -> Option<&PathBuf> {
        match paper {
            Paper::Report => self.report.as_ref(),
            Paper::Letter => self.letter.as_ref(),
        }
    }
}

/// What is asked of the agencies by a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterKind {
    /// To do what is late: đôn đốc.
    Urge,
    /// To explain why it is: yêu cầu giải trình.
    Explain,
}

impl LetterKind {
    /// The word by which the command line knows it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Urge => "urge",
            Self::Explain => "explain",
        }
    }

    /// What is asked by that word, if something is.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Urge, Self::Explain]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// Why a paper is not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperFault {
    /// The skeleton is no document of Word; its file.
    NotDocx(PathBuf),
    /// The skeleton has no place for the table; its file.
    NoTable(PathBuf),
    /// The skeleton has a place of a name that is none; its file, and the name.
    UnknownPlace(PathBuf, String),
    /// No task is left to write a letter about.
    NothingToSay,
    /// So many letters do not go into one file.
    OneFile(usize),
    /// The office has no symbol yet, without which a letter has no number.
    NoSymbol,
    /// The number of the next letter changed twice while the letters were written.
    Overtaken,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn a_paper_addressed_to_nobody_goes_to_nobody_as_above() {
        let mut head = Letterhead::usual(None);
        head.recipients.insert(1, "Bộ Nội vụ".to_owned());
        assert_eq!(head.unaddressed().recipients, ["Bộ Nội vụ", "Lưu: VT"]);
        assert_eq!(head.recipients.len(), 3);
    }

    #[test]
    fn small_days_and_the_first_two_months_take_a_leading_zero() {
        assert_eq!(day_line(day(2022, 9, 5)), "ngày 05 tháng 9 năm 2022");
        assert_eq!(day_line(day(2023, 2, 28)), "ngày 28 tháng 02 năm 2023");
        assert_eq!(day_line(day(2023, 12, 1)), "ngày 01 tháng 12 năm 2023");
    }

    #[test]
    fn reports_and_letters_of_an_office_differ_in_their_symbols() {
        let head = Letterhead {
            symbol: "SNV-CCHC".to_owned(),
            ..Letterhead::default()
        };
        assert_eq!(head.report_symbol(), "BC-SNV");
        assert_eq!(
            head.cited(7, day(2022, 9, 5)),
            "07/SNV-CCHC ngày 05/09/2022"
        );
    }
}
