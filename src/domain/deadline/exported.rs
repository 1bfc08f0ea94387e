//! Cells as spreadsheets and other systems export them: numbers of days, ISO dates, empty dates (D20, D21).

use chrono::{Days, NaiveDate};

use super::dates;
use super::point::Point;
use super::tokens::{Cursor, Token, What};
use super::words;
use super::{Deadline, Kind, Why};

/// Reads a cell that is nothing but a number, an export's empty date, or nothing at all.
pub(super) fn read(tokens: &[Token]) -> Option<Deadline> {
    if tokens
        .iter()
        .all(|token| matches!(token.what, What::Sign(_)))
    {
        return Some(Deadline::unknown(Why::Empty));
    }
    match without_end_signs(tokens) {
        [
            Token {
                what: What::Number(serial, 5),
                ..
            },
        ] if (40_000..=60_000).contains(serial) => {
            Some(Deadline::new(Kind::Date, serial_date(*serial)).because(Why::ExcelSerial))
        }
        [
            Token {
                what: What::Number(digits, 8),
                ..
            },
        ] => run_together(*digits),
        tokens => empty_date(tokens),
    }
}

/// A full stop after the date, or the ".0" of a serial number, changes nothing.
fn without_end_signs(tokens: &[Token]) -> &[Token] {
    match tokens {
        [rest @ .., last] if matches!(last.what, What::Sign('.' | ',' | ';')) => {
            without_end_signs(rest)
        }
        [serial, dot, zero]
            if dot.what == What::Sign('.') && matches!(zero.what, What::Number(0, _)) =>
        {
            std::slice::from_ref(serial)
        }
        _ => tokens,
    }
}

/// Day 0 of the 1900 system is 30/12/1899 for every day after February 1900.
fn serial_date(serial: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(u64::from(serial)))
}

/// 30062022, day first as always (D1).
fn run_together(digits: u32) -> Option<Deadline> {
    let year = i32::try_from(digits % 10_000).ok()?;
    let date = NaiveDate::from_ymd_opt(year, digits / 10_000 % 100, digits / 1_000_000);
    date.filter(|_| (1900..2200).contains(&year))
        .map(|date| Deadline::new(Kind::Date, Some(date)))
}

fn empty_date(tokens: &[Token]) -> Option<Deadline> {
    let mut at = Cursor::new(tokens);
    let point = dates::date(&mut at)??;
    while words::hour(&mut at).is_some() {}
    let empty = [
        (1, 1, 1970),
        (1, 1, 1900),
        (30, 12, 1899),
        (0, 1, 1900),
        (31, 12, 1899),
    ];
    let found = empty
        .into_iter()
        .any(|(day, month, year)| point == Point::day(day, month).in_year(Some(year)));
    (at.is_done() && found).then(|| Deadline::unknown(Why::EmptyExportDate))
}
