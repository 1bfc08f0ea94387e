//! Measured values and shares: decimal numbers without rounding by halves of bits.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A decimal number with four places, as offices write percentages and sums: `95,13`.
///
/// As text (and in JSON and the database) it is written with a point and without grouping: `95.13`.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Amount(i64);

/// Text that is no amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadAmount(pub String);

impl fmt::Display for BadAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a number: {}", self.0)
    }
}

impl std::error::Error for BadAmount {}

/// Four decimal places.
const UNIT: i64 = 10_000;

impl Amount {
    /// A whole number; the largest or smallest amount where it does not fit.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self(number.saturating_mul(UNIT))
    }

    /// `part` of `whole` in percent, rounded to four places; none where nothing is there to compute from
    /// (DOMAIN 2.8: a dash, never 0 %).
    #[must_use]
    pub fn percent(part: i64, whole: i64) -> Option<Self> {
        let (part, whole) = (i128::from(part) * 100 * i128::from(UNIT), i128::from(whole));
        let rounded = (part * 2 + whole).checked_div(whole * 2)?;
        i64::try_from(rounded).ok().map(Self)
    }

    /// In ten-thousandths: what is summed and kept by the database.
    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// The amount of so many ten-thousandths.
    #[must_use]
    pub const fn from_ten_thousandths(number: i64) -> Self {
        Self(number)
    }

    /// How far it lies above another one; negative below it.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Reads what a person typed or a cell holds: `95,13`, `95.13`, `1.822.341`, `25 %`.
    ///
    /// A comma is the decimal sign, points group thousands; a single point with other than three digits after
    /// it is taken for a decimal sign, since numeric pads have no comma. None where it is no number or has
    /// more than four places.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text: String = text
            .trim()
            .trim_end_matches('%')
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        if text.contains(',') {
            let (whole, places) = text.split_once(',')?;
            return format!("{}.{places}", ungrouped(whole)?).parse().ok();
        }
        match text.rsplit_once('.') {
            Some((_, last)) if last.len() == 3 => ungrouped(&text)?.parse().ok(),
            _ => text.parse().ok(),
        }
    }
}

/// The digits of a number whose thousands may be grouped by points.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    let is_sound = groups.clone().all(|group| group.len() == 3)
        && (groups.clone().next().is_none()
            || (1..=3).contains(&first.trim_start_matches('-').len()));
    is_sound.then(|| std::iter::once(first).chain(groups).collect())
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let number = self.0.unsigned_abs();
        let (whole, places) = (number / UNIT.unsigned_abs(), number % UNIT.unsigned_abs());
        let places = format!("{places:04}");
        match places.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            places => write!(f, "{sign}{whole}.{places}"),
        }
    }
}

impl FromStr for Amount {
    type Err = BadAmount;

    fn from_str(text: &str) -> Result<Self, BadAmount> {
        let bad = || BadAmount(text.to_owned());
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !are_digits(whole) || !are_digits(places) || places.len() > 4 {
            return Err(bad());
        }
        let whole: i64 = whole.parse().map_err(|_| bad())?;
        let places: i64 = format!("{places:0<4}").parse().map_err(|_| bad())?;
        let number = whole.checked_mul(UNIT).and_then(|n| n.checked_add(places));
        number.map(|number| Self(sign * number)).ok_or_else(bad)
    }
}

impl TryFrom<String> for Amount {
    type Error = BadAmount;

    fn try_from(text: String) -> Result<Self, BadAmount> {
        text.parse()
    }
}

impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_offices_write_them() {
        for (typed, kept) in [
            ("95,13", Some("95.13")),
            ("95.13%", Some("95.13")),
            ("1.822.341", Some("1822341")),
            ("1.822", Some("1822")),
            ("1.822,5", Some("1822.5")),
            ("25.5", Some("25.5")),
            ("25.50", Some("25.5")),
            ("-3", Some("-3")),
            ("0", Some("0")),
            ("1.82,5", None),
            ("12345.678", None),
            ("1,23456", None),
            ("", None),
            ("abc", None),
            ("99999999999999999999", None),
        ] {
            let read = Amount::read(typed).map(|amount| amount.to_string());
            assert_eq!(read.as_deref(), kept, "{typed}");
        }
    }

    #[test]
    fn a_share_is_rounded_and_nothing_to_compute_from_is_none() {
        let share = |part, whole| Amount::percent(part, whole).map(|it| it.to_string());
        assert_eq!(share(81, 622).as_deref(), Some("13.0225"));
        assert_eq!(share(2, 3).as_deref(), Some("66.6667"));
        assert_eq!(share(0, 5).as_deref(), Some("0"));
        assert_eq!(share(0, 0), None);
    }
}
