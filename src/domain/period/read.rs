//! Periods as people type them.

use chrono::{Datelike, Months, NaiveDate};

use super::Period;
use crate::domain::fold::without_accents;

/// See [`Period::read`].
pub(super) fn read(text: &str, today: NaiveDate) -> Option<Period> {
    match without_prefix(text) {
        Some(rest) => reported(&rest, today),
        None => {
            let plain = plain(text);
            stretch(&plain, today).or_else(|| days(&plain, today))
        }
    }
}

fn plain(text: &str) -> String {
    let plain = without_accents(text.trim()).to_lowercase();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands behind the word by which the window of a report is asked for ("kỳ báo cáo", "BC"), without accents; none
/// where there is no such word.
pub(in crate::domain) fn without_prefix(text: &str) -> Option<String> {
    let plain = plain(text);
    let words = ["ky bao cao", "bao cao", "report", "bc"];
    let rest = words.iter().find_map(|word| plain.strip_prefix(word))?;
    // "BCĐ CCHC" asks for no window.
    let is_apart = rest.is_empty() || !rest.starts_with(char::is_alphabetic);
    is_apart.then(|| rest.trim().to_owned())
}

/// How many months in a row a text names; none where it names no months.
pub(in crate::domain) fn months(text: &str, today: NaiveDate) -> Option<u32> {
    named(&plain(text), today).map(|it| it.count)
}

/// True where both name the same months, however they are written.
pub(in crate::domain) fn is_same(one: &str, other: &str, today: NaiveDate) -> bool {
    let one = named(&plain(one), today);
    one.is_some() && one == named(&plain(other), today)
}

/// Some months in a row of a calendar year.
#[derive(PartialEq, Eq)]
struct Stretch {
    year: i32,
    /// The first of them, from 1.
    month: u32,
    /// How many.
    count: u32,
}

impl Stretch {
    fn period(&self) -> Option<Period> {
        let from = NaiveDate::from_ymd_opt(self.year, self.month, 1)?;
        let to = from.checked_add_months(Months::new(self.count))?;
        Period::new(from, to.pred_opt()?)
    }

    /// From the 15th of the month before to the 14th of the last month (DOMAIN 6.1).
    fn window(&self) -> Option<Period> {
        let first = NaiveDate::from_ymd_opt(self.year, self.month, 15)?;
        let from = first.checked_sub_months(Months::new(1))?;
        let last = first.checked_add_months(Months::new(self.count - 1))?;
        Period::new(from, last.with_day(14)?)
    }
}

fn stretch(plain: &str, today: NaiveDate) -> Option<Period> {
    named(plain, today)?.period()
}

/// The windows of reports; those of half a year and more begin on 15/12 unless they are of the second half.
fn reported(plain: &str, today: NaiveDate) -> Option<Period> {
    named(plain, today)?.window()
}

fn named(plain: &str, today: NaiveDate) -> Option<Stretch> {
    let this_year = today.year();
    for (words, month, count) in [
        (["6 thang dau nam", "6 thang dau", "h1"], 1, 6),
        (["6 thang cuoi nam", "6 thang cuoi", "h2"], 7, 6),
        (["9 thang dau nam", "9 thang dau", "9 thang"], 1, 9),
    ] {
        if let Some(rest) = words.iter().find_map(|word| plain.strip_prefix(word)) {
            let year = year_of(rest, this_year)?;
            return Some(Stretch { year, month, count });
        }
    }
    if let Some(rest) = ["quy", "q"]
        .iter()
        .find_map(|word| plain.strip_prefix(word))
    {
        let (number, year) = numbered(rest, this_year)?;
        let quarter = match number {
            "1" | "i" => 0,
            "2" | "ii" => 1,
            "3" | "iii" => 2,
            "4" | "iv" => 3,
            _ => return None,
        };
        let month = quarter * 3 + 1;
        return Some(Stretch {
            year,
            month,
            count: 3,
        });
    }
    if let Some(rest) = ["thang", "t"]
        .iter()
        .find_map(|word| plain.strip_prefix(word))
    {
        let (number, year) = numbered(rest, this_year)?;
        let month = number.parse().ok()?;
        return Some(Stretch {
            year,
            month,
            count: 1,
        });
    }
    if let Some((month, year)) = plain.split_once('/')
        && year.len() == 4
    {
        let (month, year) = (month.parse().ok()?, year.parse().ok()?);
        return Some(Stretch {
            year,
            month,
            count: 1,
        });
    }
    let year = plain.strip_prefix("nam").unwrap_or(plain).trim();
    let is_year = year.len() == 4;
    let year = year.parse().ok().filter(|_| is_year)?;
    Some(Stretch {
        year,
        month: 1,
        count: 12,
    })
}

/// `ii/2023`, `5-2023`, `2 nam 2023`, or the number alone.
fn numbered(rest: &str, this_year: i32) -> Option<(&str, i32)> {
    let rest = rest.trim();
    match rest.split_once(['/', '-', ' ']) {
        Some((number, year)) => Some((number, year_of(year, this_year)?)),
        None => Some((rest, this_year)),
    }
}

fn year_of(text: &str, this_year: i32) -> Option<i32> {
    let text = text.trim().trim_start_matches(['/', '-']);
    let text = text.strip_prefix("nam").unwrap_or(text).trim();
    match text.len() {
        0 => Some(this_year),
        4 => text.parse().ok(),
        _ => None,
    }
}

/// Two days, or one.
fn days(plain: &str, today: NaiveDate) -> Option<Period> {
    let ends = ["..", " den ", " - ", " to "];
    if let Some((from, to)) = ends.iter().find_map(|end| plain.split_once(end)) {
        return Period::new(day(from, today)?, day(to, today)?);
    }
    if let Some((from, to)) = plain.split_once('-')
        && from.contains('/')
    {
        return Period::new(day(from, today)?, day(to, today)?);
    }
    let day = day(plain, today)?;
    Period::new(day, day)
}

fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = text.split(['/', '.']).collect();
    let (day, month, year) = match parts.as_slice() {
        [day, month] => (day, month, today.year()),
        [day, month, year] if year.len() == 4 => (day, month, year.parse().ok()?),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_they_are_said() {
        let today = NaiveDate::from_ymd_opt(2023, 6, 15).expect("a day");
        for (typed, read) in [
            ("tháng 5/2023", Some("2023-05-01 2023-05-31")),
            ("T12", Some("2023-12-01 2023-12-31")),
            ("5/2023", Some("2023-05-01 2023-05-31")),
            ("quý II/2023", Some("2023-04-01 2023-06-30")),
            ("Quý 4 năm 2022", Some("2022-10-01 2022-12-31")),
            ("q1", Some("2023-01-01 2023-03-31")),
            ("6 tháng đầu năm 2023", Some("2023-01-01 2023-06-30")),
            ("6 tháng cuối năm 2022", Some("2022-07-01 2022-12-31")),
            ("2023", Some("2023-01-01 2023-12-31")),
            ("năm 2022", Some("2022-01-01 2022-12-31")),
            ("1/1/2023-31/3/2023", Some("2023-01-01 2023-03-31")),
            ("1/1 đến 31/3", Some("2023-01-01 2023-03-31")),
            ("2023-01-01..2023-03-31", Some("2023-01-01 2023-03-31")),
            ("15/6/2023", Some("2023-06-15 2023-06-15")),
            ("kỳ báo cáo quý I/2023", Some("2022-12-15 2023-03-14")),
            ("kỳ báo cáo quý III/2023", Some("2023-06-15 2023-09-14")),
            (
                "báo cáo 6 tháng đầu năm 2023",
                Some("2022-12-15 2023-06-14"),
            ),
            ("kỳ báo cáo năm 2023", Some("2022-12-15 2023-12-14")),
            ("kỳ báo cáo tháng 5/2023", Some("2023-04-15 2023-05-14")),
            ("31/3/2023-1/1/2023", None),
            ("quý V/2023", None),
            ("tháng 13/2023", None),
            ("31/2/2023", None),
            ("", None),
            ("chẳng biết", None),
        ] {
            let found = Period::read(typed, today).map(|it| format!("{} {}", it.from, it.to));
            assert_eq!(found.as_deref(), read, "{typed}");
        }
    }
}
