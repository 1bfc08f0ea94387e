//! Days and periods as they are typed: `30/6`, `1.6.23`, `2023-06-01`, `6/2023`, `quý2/2023`, `2023`,
//! `hôm nay`, `+7`, `+5n` (working days). The day always stands before the month.

use chrono::{Days, Months, NaiveDate};

use super::FilterContext;
use super::vocabulary::{KEYS, Key};
use crate::domain::fold::{fold, without_accents};

/// The first and the last day that a text means; a single day is both. `None` where it is no date.
pub fn period(text: &str, context: &FilterContext) -> Option<(NaiveDate, NaiveDate)> {
    let plain = without_accents(text.trim()).to_lowercase();
    if let Some((from, to)) = plain.split_once("..") {
        return Some((span(from, context)?.0, span(to, context)?.1));
    }
    span(&plain, context)
}

/// What a line keeps when a day is chosen for the last word of it: everything up to the sign behind
/// `hạn`. `None` where the last word is none that takes a day.
#[must_use]
pub fn before_day(line: &str) -> Option<&str> {
    let word = line.rsplit(char::is_whitespace).next()?;
    let begin = line.len() - word.len();
    let sign = word.find(SIGNS)?;
    let (key, rest) = word.split_at_checked(sign)?;
    let key = fold(key);
    let row = KEYS.iter().find(|row| row.key == Key::Due)?;
    let names = [fold(row.word), row.english.to_owned()];
    let is_due = names.contains(&key) || row.also.contains(&key.as_str());
    let signs = rest.len() - rest.trim_start_matches(SIGNS).len();
    is_due.then(|| line.get(..begin + sign + signs)).flatten()
}

/// What may stand between a key and its value.
const SIGNS: [char; 6] = [':', '=', '<', '>', '≤', '≥'];

fn span(plain: &str, context: &FilterContext) -> Option<(NaiveDate, NaiveDate)> {
    let year = context.today.format("%Y").to_string();
    if let Some(day) = relative(plain, context) {
        return Some((day, day));
    }
    for prefix in ["quy", "q"] {
        if let Some(rest) = plain.strip_prefix(prefix) {
            let (quarter, year) = numbered(rest, &year)?;
            return months(year, (quarter_number(quarter)? - 1) * 3 + 1, 3);
        }
    }
    for prefix in ["thang", "t"] {
        if let Some(rest) = plain.strip_prefix(prefix) {
            let (month, year) = numbered(rest, &year)?;
            return months(year, month.parse().ok()?, 1);
        }
    }
    let plain = plain.strip_prefix("nam").unwrap_or(plain).trim();
    let parts: Vec<&str> = plain.split(['/', '.', '-']).collect();
    match parts.as_slice() {
        [only] if only.len() == 4 => months(only.parse().ok()?, 1, 12),
        [only] if only.len() == 8 => {
            let (day, rest) = only.split_at_checked(2)?;
            let (month, year) = rest.split_at_checked(2)?;
            date(day, month, year)
        }
        [month, year] if year.len() == 4 => months(year.parse().ok()?, month.parse().ok()?, 1),
        [day, month] => date(day, month, &year),
        [year, month, day] if year.len() == 4 => date(day, month, year),
        [day, month, year] => date(day, month, year),
        _ => None,
    }
}

fn relative(plain: &str, context: &FilterContext) -> Option<NaiveDate> {
    let today = context.today;
    match fold(plain).as_str() {
        "hom nay" | "homnay" | "nay" | "today" => return Some(today),
        "mai" | "ngay mai" | "tomorrow" => return today.succ_opt(),
        "hom qua" | "qua" | "yesterday" => return today.pred_opt(),
        _ => {}
    }
    let number = plain.strip_prefix('+')?;
    match number.strip_suffix(['n', 'd']) {
        Some(days) => Some(
            context
                .calendar
                .add_working_days(today, days.parse::<u16>().ok()?.into()),
        ),
        None => today.checked_add_days(Days::new(number.parse::<u16>().ok()?.into())),
    }
}

/// `2/2023`, `ii-2023` or `2` with this year.
fn numbered<'a>(rest: &'a str, this_year: &str) -> Option<(&'a str, i32)> {
    let rest = rest.trim();
    let (number, year) = rest
        .split_once(['/', '-', '.'])
        .unwrap_or((rest, this_year));
    Some((number.trim(), full_year(year.trim())?))
}

fn quarter_number(text: &str) -> Option<u32> {
    match text {
        "1" | "i" => Some(1),
        "2" | "ii" => Some(2),
        "3" | "iii" => Some(3),
        "4" | "iv" => Some(4),
        _ => None,
    }
}

fn full_year(text: &str) -> Option<i32> {
    let number: i32 = text.parse().ok()?;
    match text.len() {
        2 => Some(2000 + number),
        4 => Some(number),
        _ => None,
    }
}

fn months(year: i32, month: u32, count: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first.checked_add_months(Months::new(count))?.pred_opt()?;
    Some((first, last))
}

fn date(day: &str, month: &str, year: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let date = NaiveDate::from_ymd_opt(full_year(year)?, month, day)?;
    Some((date, date))
}
