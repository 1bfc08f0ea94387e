//! Months, quarters, half-years and years: what a reading or a caseload is about.
//!
//! They are calendar ones. The windows of reports (DOMAIN 6.1) are a table of their own and not these.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::period::Period;

/// How often something is measured.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Each month.
    Month,
    /// Each quarter.
    #[default]
    Quarter,
    /// Twice a year.
    Half,
    /// Each year.
    Year,
}

impl Every {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Half, Self::Year];

    /// A stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|every| every.code() == code)
    }

    /// So many of them make a year.
    #[must_use]
    pub const fn in_a_year(self) -> u32 {
        match self {
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Half => 2,
            Self::Year => 1,
        }
    }
}

/// One month, quarter, half-year or year. As text: `2023-05`, `2023-Q2`, `2023-H1`, `2023`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Interval {
    year: i32,
    /// Counted from 1 within its year.
    number: u32,
    every: Every,
}

/// Text that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadInterval(pub String);

impl fmt::Display for BadInterval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no month, quarter, half-year or year: {}", self.0)
    }
}

impl std::error::Error for BadInterval {}

impl Interval {
    /// The one of that number in a year, from 1; none where there is no such.
    #[must_use]
    pub fn new(every: Every, year: i32, number: u32) -> Option<Self> {
        let is_sound = (1..=every.in_a_year()).contains(&number) && (1900..=2199).contains(&year);
        is_sound.then_some(Self {
            year,
            number,
            every,
        })
    }

    /// The one that holds a day.
    #[must_use]
    pub fn of(every: Every, day: NaiveDate) -> Self {
        let months = 12 / every.in_a_year();
        Self {
            year: day.year(),
            number: day.month0() / months + 1,
            every,
        }
    }

    /// How long it is.
    #[must_use]
    pub const fn every(self) -> Every {
        self.every
    }

    /// In which year it lies.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Which one of its year, from 1.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.number
    }

    /// Its days.
    #[must_use]
    pub fn period(self) -> Period {
        let from = self.first();
        let to = self.after(1).first().pred_opt().unwrap_or(from);
        Period { from, to }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        let month = (self.number - 1) * (12 / self.every.in_a_year()) + 1;
        NaiveDate::from_ymd_opt(self.year, month, 1).unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.period().to
    }

    /// So many of them later; earlier for a negative number.
    #[must_use]
    pub fn after(self, count: i32) -> Self {
        let in_a_year = i32::try_from(self.every.in_a_year()).unwrap_or(1);
        let place = self.year * in_a_year + i32::try_from(self.number).unwrap_or(1) - 1 + count;
        Self {
            year: place.div_euclid(in_a_year),
            number: u32::try_from(place.rem_euclid(in_a_year)).unwrap_or(0) + 1,
            every: self.every,
        }
    }

    /// The one before it.
    #[must_use]
    pub fn before(self) -> Self {
        self.after(-1)
    }

    /// True once its last day has passed.
    #[must_use]
    pub fn is_over(self, today: NaiveDate) -> bool {
        self.last() < today
    }

    /// True while its first day is still to come.
    #[must_use]
    pub fn is_future(self, today: NaiveDate) -> bool {
        self.first() > today
    }

    /// Reads what a person typed or a cell holds: `5/2023`, `tháng 5 năm 2023`, `quý II/2023`,
    /// `6 tháng đầu năm 2023`, `2023`, a day of the month (as spreadsheets write months), or the text of
    /// [`Interval`] itself. A number alone is taken for one of `every` in the year of `today`.
    #[must_use]
    pub fn read(text: &str, every: Every, today: NaiveDate) -> Option<Self> {
        let words = words(text);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [day, month, year] if year.len() == 4 && is_number(day) && is_number(month) => {
                let day = NaiveDate::from_ymd_opt(
                    year.parse().ok()?,
                    month.parse().ok()?,
                    day.parse().ok()?,
                )?;
                Some(Self::of(every, day))
            }
            ["6", "t", "dau", year] => Self::new(Every::Half, whole_year(year)?, 1),
            ["6", "t", "cuoi", year] => Self::new(Every::Half, whole_year(year)?, 2),
            ["t", number, year] | [year, "t", number] if year.len() == 4 => {
                Self::new(Every::Month, whole_year(year)?, number.parse().ok()?)
            }
            ["q", number, year] | [year, "q", number] if year.len() == 4 => {
                Self::new(Every::Quarter, whole_year(year)?, ordinal(number)?)
            }
            ["h", number, year] | [year, "h", number] if year.len() == 4 => {
                Self::new(Every::Half, whole_year(year)?, ordinal(number)?)
            }
            [number, year] | [year, number] if year.len() == 4 && number.len() <= 2 => {
                // `2/2023` beside an indicator of quarters is February all the same.
                Self::new(Every::Month, whole_year(year)?, number.parse().ok()?)
            }
            [year] if year.len() == 4 => Self::new(Every::Year, whole_year(year)?, 1),
            ["t" | "q" | "h", number] | [number] => {
                Self::new(every, today.year(), ordinal(number)?)
            }
            _ => None,
        }
    }
}

/// The words of it: `thang 5 nam 2023` becomes `t 5 2023`.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words: Vec<String> = Vec::new();
    let mut of_digits = None;
    for letter in folded.chars() {
        let kind = letter.is_alphanumeric().then(|| letter.is_ascii_digit());
        match (kind, of_digits == kind, words.last_mut()) {
            (Some(_), true, Some(word)) => word.push(letter),
            (Some(_), ..) => words.push(letter.to_string()),
            (None, ..) => {}
        }
        of_digits = kind;
    }
    words.retain(|word| word != "nam" && word != "year");
    for word in &mut words {
        match word.as_str() {
            "thang" | "month" => *word = "t".to_owned(),
            "quy" | "quarter" => *word = "q".to_owned(),
            _ => {}
        }
    }
    words
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn whole_year(text: &str) -> Option<i32> {
    text.parse().ok()
}

fn ordinal(text: &str) -> Option<u32> {
    match text {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        digits => digits.parse().ok(),
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.year, self.number);
        match self.every {
            Every::Month => write!(f, "{year:04}-{number:02}"),
            Every::Quarter => write!(f, "{year:04}-Q{number}"),
            Every::Half => write!(f, "{year:04}-H{number}"),
            Every::Year => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for Interval {
    type Err = BadInterval;

    fn from_str(text: &str) -> Result<Self, BadInterval> {
        let read = || {
            let Some((year, rest)) = text.split_once('-') else {
                return Self::new(Every::Year, text.parse().ok()?, 1);
            };
            let year = year.parse().ok()?;
            let (every, number) = match (rest.strip_prefix('Q'), rest.strip_prefix('H')) {
                (Some(number), _) => (Every::Quarter, number),
                (_, Some(number)) => (Every::Half, number),
                (None, None) => (Every::Month, rest),
            };
            Self::new(every, year, number.parse().ok()?)
        };
        read().ok_or_else(|| BadInterval(text.to_owned()))
    }
}

impl TryFrom<String> for Interval {
    type Error = BadInterval;

    fn try_from(text: String) -> Result<Self, BadInterval> {
        text.parse()
    }
}

impl From<Interval> for String {
    fn from(interval: Interval) -> Self {
        interval.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_offices_write_them() {
        let today = "2023-06-15".parse().expect("a day");
        for (typed, every, kept) in [
            ("5/2023", Every::Month, Some("2023-05")),
            ("05/2023", Every::Quarter, Some("2023-05")),
            ("Tháng 5 năm 2023", Every::Month, Some("2023-05")),
            ("T5/2023", Every::Month, Some("2023-05")),
            ("01/05/2023", Every::Month, Some("2023-05")),
            ("5", Every::Month, Some("2023-05")),
            ("2", Every::Quarter, Some("2023-Q2")),
            ("quý II/2023", Every::Quarter, Some("2023-Q2")),
            ("Q2-2023", Every::Quarter, Some("2023-Q2")),
            ("6 tháng đầu năm 2023", Every::Half, Some("2023-H1")),
            ("năm 2023", Every::Year, Some("2023")),
            ("2023-Q3", Every::Quarter, Some("2023-Q3")),
            ("2023-05", Every::Month, Some("2023-05")),
            ("2023-H2", Every::Half, Some("2023-H2")),
            ("13/2023", Every::Month, None),
            ("quý V/2023", Every::Quarter, None),
            ("abc", Every::Month, None),
            ("", Every::Month, None),
        ] {
            let read = Interval::read(typed, every, today).map(|it| it.to_string());
            assert_eq!(read.as_deref(), kept, "{typed}");
            if let Some(kept) = kept {
                assert_eq!(
                    kept.parse::<Interval>().map(|it| it.to_string()).as_deref(),
                    Ok(kept)
                );
            }
        }
    }

    #[test]
    fn one_follows_the_other_without_a_gap() {
        for every in Every::ALL {
            let mut interval = Interval::of(every, "2022-01-31".parse().expect("a day"));
            for _ in 0..30 {
                let next = interval.after(1);
                assert_eq!(interval.last().succ_opt(), Some(next.first()), "{interval}");
                assert_eq!(next.before(), interval);
                assert_eq!(Interval::of(every, interval.last()), interval);
                interval = next;
            }
        }
    }
}
