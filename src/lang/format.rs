//! Dates and numbers as the offices write them: day first, decimal comma, dot for thousands.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Utc};

use super::Language;
use crate::domain::amount::Amount;

/// `dd/mm/yyyy`.
#[must_use]
pub fn date(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// `dd/mm/yy`, for columns.
#[must_use]
pub fn short_date(date: NaiveDate) -> String {
    date.format("%d/%m/%y").to_string()
}

/// The weekday: T2 to T7 and CN in Vietnamese, Mon to Sun in English.
#[must_use]
pub fn weekday(date: NaiveDate, language: Language) -> &'static str {
    let names = match language {
        Language::Vietnamese => ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
        Language::English => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };
    let place = usize::try_from(date.weekday().num_days_from_monday()).unwrap_or(0);
    names.get(place).copied().unwrap_or("")
}

/// Hours and minutes in UTC+7.
#[must_use]
pub fn time(at: DateTime<Utc>) -> String {
    local(at).format("%H:%M").to_string()
}

/// The day of a moment in UTC+7, `dd/mm/yyyy`.
#[must_use]
pub fn day(at: DateTime<Utc>) -> String {
    date(local(at).date_naive())
}

/// `dd/mm/yyyy HH:MM` in UTC+7.
#[must_use]
pub fn moment(at: DateTime<Utc>) -> String {
    local(at).format("%d/%m/%Y %H:%M").to_string()
}

/// `dd/mm/yyyy HH:MM:SS` in UTC+7.
#[must_use]
pub fn moment_to_the_second(at: DateTime<Utc>) -> String {
    local(at).format("%d/%m/%Y %H:%M:%S").to_string()
}

fn local(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(7 * 3600).expect("seven hours are within a day");
    at.with_timezone(&zone)
}

/// A whole number with its thousands marked: `1.115` in Vietnamese, `1,115` in English.
#[must_use]
pub fn number(value: i64, language: Language) -> String {
    let mark = match language {
        Language::Vietnamese => '.',
        Language::English => ',',
    };
    let digits = value.unsigned_abs().to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    if value < 0 { format!("-{text}") } else { text }
}

/// A share in percent with one decimal, `88,9%`; a dash where there is nothing to compute from
/// (DOMAIN 2.8).
#[must_use]
pub fn share(part: i64, whole: i64, language: Language) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    // Rounded half up in whole thousandths: figures agree between screens and files to the digit.
    let thousandths = (part * 2000 + whole) / (2 * whole);
    let point = match language {
        Language::Vietnamese => ',',
        Language::English => '.',
    };
    format!("{}{point}{}%", thousandths / 10, thousandths % 10)
}

/// A measured value with the decimal sign of the language and its thousands marked.
#[must_use]
pub fn amount(value: Amount, language: Language) -> String {
    let text = value.to_string();
    let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if whole.starts_with('-') { "-" } else { "" };
    let whole = whole.trim_start_matches('-').parse().unwrap_or(0);
    let point = match language {
        Language::Vietnamese => ',',
        Language::English => '.',
    };
    let whole = number(whole, language);
    match places {
        "" => format!("{sign}{whole}"),
        places => format!("{sign}{whole}{point}{places}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_shares_are_written_as_offices_write_them() {
        assert_eq!(number(1_822_341, Language::Vietnamese), "1.822.341");
        assert_eq!(number(-12, Language::Vietnamese), "-12");
        assert_eq!(share(24, 27, Language::Vietnamese), "88,9%");
        assert_eq!(share(0, 0, Language::Vietnamese), "–");
        assert_eq!(share(1, 1, Language::English), "100.0%");
    }
}
