//! Values of cells become text as people know it: dates as 30/06/2022, whole numbers without decimals.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::record::{Cell, LONGEST_CELL};
use crate::domain::legacy::Coding;

/// How the number of a cell is meant, as far as it changes what a reader must know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A number.
    #[default]
    Number,
    /// A day, with or without a time.
    Date,
    /// A time of day.
    Time,
    /// Hundredths, with so many decimals.
    Percent(usize),
}

/// The meaning of a format that spreadsheets know by number.
pub(super) fn meaning_of_id(id: u32) -> Meaning {
    match id {
        9 => Meaning::Percent(0),
        10 => Meaning::Percent(2),
        14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Meaning::Date,
        18..=21 | 32 | 33 | 45..=47 => Meaning::Time,
        _ => Meaning::Number,
    }
}

/// The meaning of a format by its code: `dd/mm/yyyy`, `[$-42A]d "tháng" m`, `0.0%`.
pub(super) fn meaning_of_code(code: &str) -> Meaning {
    let signs = signs_of(code);
    let has = |wanted: &[char]| signs.iter().any(|sign| wanted.contains(sign));
    if signs.iter().collect::<String>() == "general" {
        Meaning::Number
    } else if has(&['%']) {
        let decimals = signs.iter().skip_while(|sign| **sign != '.').skip(1);
        let decimals = decimals.take_while(|sign| matches!(**sign, '0' | '#' | '?'));
        Meaning::Percent(decimals.count().min(10))
    } else if has(&['y', 'd']) || (has(&['m']) && !has(&['h', 's', '0', '#'])) {
        Meaning::Date
    } else if has(&['h', 's']) {
        Meaning::Time
    } else {
        Meaning::Number
    }
}

/// The signs of the first section, in small, without texts, colours and languages.
fn signs_of(code: &str) -> Vec<char> {
    let mut signs = Vec::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                letters.by_ref().find(|letter| *letter == '"');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let within: String = letters.by_ref().take_while(|one| *one != ']').collect();
                // `[h]` counts hours beyond a day; `[Red]` and `[$-42A]` say nothing of time.
                if matches!(
                    within.to_lowercase().as_str(),
                    "h" | "hh" | "m" | "mm" | "s" | "ss"
                ) {
                    signs.push('h');
                }
            }
            ';' => break,
            other => signs.extend(other.to_lowercase()),
        }
    }
    signs
}

/// A number as its cell shows it.
pub(super) fn number_text(value: f64, meaning: Meaning, is_1904: bool) -> String {
    let as_moment = || moment(value, is_1904);
    match meaning {
        Meaning::Number => plain(value),
        Meaning::Percent(decimals) => percent(value, decimals),
        Meaning::Date => as_moment().map_or_else(|| plain(value), moment_text),
        Meaning::Time if (0.0..1.0).contains(&value) => {
            as_moment().map_or_else(|| plain(value), |moment| moment.format("%H:%M").to_string())
        }
        Meaning::Time => as_moment().map_or_else(|| plain(value), moment_text),
    }
}

/// Fifteen digits, as spreadsheets count, and never an exponent.
fn plain(value: f64) -> String {
    let rounded = format!("{value:.14e}").parse::<f64>().unwrap_or(value);
    if rounded == 0.0 {
        "0".to_owned()
    } else {
        rounded.to_string()
    }
}

/// The day and time of a serial number.
fn moment(value: f64, is_1904: bool) -> Option<NaiveDateTime> {
    // The last day of the year 9999.
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let (year, month, day) = match is_1904 {
        true => (1904, 1, 1),
        // Serial numbers count a 29th of February 1900 that never was.
        false if value < 60.0 => (1899, 12, 31),
        false => (1899, 12, 30),
    };
    let first = NaiveDate::from_ymd_opt(year, month, day)?.and_time(NaiveTime::MIN);
    // Minutes are what is shown; seconds are rounded, for fractions of days are not exact.
    #[expect(clippy::cast_possible_truncation, reason = "bounded above")]
    let seconds = (value * 86_400.0).round() as i64;
    first.checked_add_signed(Duration::try_seconds(seconds)?)
}

/// `30/06/2022`, and the time where there is one.
pub(super) fn moment_text(moment: NaiveDateTime) -> String {
    if moment.time() == NaiveTime::MIN {
        moment.format("%d/%m/%Y").to_string()
    } else {
        moment.format("%d/%m/%Y %H:%M").to_string()
    }
}

/// A date as ISO 8601 writes it; the text itself where it is none.
pub(super) fn iso_text(text: &str) -> String {
    let text = text.trim().trim_end_matches('Z');
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let moment = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok();
    moment
        .or_else(|| day().map(|day| day.and_time(NaiveTime::MIN)))
        .map_or_else(|| text.to_owned(), moment_text)
}

/// The coding for which a font was made.
pub(super) fn coding_of_font(name: &str) -> Option<Coding> {
    let name = name.trim_start_matches(['\'', '"']);
    let begins = |with: &str| {
        let begin = name.get(..with.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(with))
    };
    if begins(".Vn") {
        Some(Coding::Tcvn3)
    } else if begins("VNI-") || begins("VNI ") {
        Some(Coding::Vni)
    } else {
        None
    }
}

/// A cell whose text is cut where it is longer than any cell.
pub(super) fn cell(mut text: String, coding: Option<Coding>) -> Cell {
    if text.len() > LONGEST_CELL + 1
        && let Some((end, _)) = text.char_indices().nth(LONGEST_CELL + 1)
    {
        text.truncate(end);
    }
    Cell {
        coding: coding.filter(|_| !text.is_empty()),
        text,
        ..Cell::default()
    }
}

/// A share as sheets show it: halves go up, where formatting of Rust takes the even one. Fifteen digits count.
fn percent(value: f64, decimals: usize) -> String {
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    let scaled = value * 100.0 * scale;
    let rounded = (scaled * (1.0 + 1e-14)).round() / scale;
    format!("{rounded:.decimals$}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_say_what_a_number_means() {
        for (code, meaning) in [
            ("General", Meaning::Number),
            ("0.00", Meaning::Number),
            ("#,##0\\ \"đồng\"", Meaning::Number),
            ("dd/mm/yyyy", Meaning::Date),
            ("mm/yyyy", Meaning::Date),
            ("[$-42A]d \"tháng\" m \"năm\" yyyy;@", Meaning::Date),
            ("dd/mm/yyyy hh:mm", Meaning::Date),
            ("hh:mm:ss", Meaning::Time),
            ("[h]:mm", Meaning::Time),
            ("[Red]0", Meaning::Number),
            ("0%", Meaning::Percent(0)),
            ("0.0%", Meaning::Percent(1)),
        ] {
            assert_eq!(meaning_of_code(code), meaning, "{code}");
        }
    }

    #[test]
    fn numbers_are_shown_as_people_write_them() {
        for (value, meaning, text) in [
            (3.0, Meaning::Number, "3"),
            (45_000.0, Meaning::Number, "45000"),
            (0.1 + 0.2, Meaning::Number, "0.3"),
            (-0.0, Meaning::Number, "0"),
            (1e15, Meaning::Number, "1000000000000000"),
            (1.5e-7, Meaning::Number, "0.00000015"),
            (44_742.0, Meaning::Date, "30/06/2022"),
            (44_742.5, Meaning::Date, "30/06/2022 12:00"),
            (44_742.999_999_999, Meaning::Date, "01/07/2022"),
            (59.0, Meaning::Date, "28/02/1900"),
            (61.0, Meaning::Date, "01/03/1900"),
            (-5.0, Meaning::Date, "-5"),
            (1e300, Meaning::Date, &format!("1{}", "0".repeat(300))),
            (0.75, Meaning::Time, "18:00"),
            (0.125, Meaning::Percent(1), "12.5%"),
            (0.0625, Meaning::Percent(1), "6.3%"),
            (0.01005, Meaning::Percent(2), "1.01%"),
            (-0.0625, Meaning::Percent(1), "-6.3%"),
        ] {
            assert_eq!(number_text(value, meaning, false), text);
        }
        assert_eq!(number_text(43_280.0, Meaning::Date, true), "30/06/2022");
        assert_eq!(iso_text("2022-06-30"), "30/06/2022");
        assert_eq!(iso_text("2022-06-30T08:30:00"), "30/06/2022 08:30");
        assert_eq!(iso_text("quý I"), "quý I");
    }

    #[test]
    fn fonts_tell_their_coding() {
        assert_eq!(coding_of_font(".VnTimeH"), Some(Coding::Tcvn3));
        assert_eq!(coding_of_font("VNI-Times"), Some(Coding::Vni));
        assert_eq!(coding_of_font("Times New Roman"), None);
    }
}
