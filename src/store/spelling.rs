//! How the driver spells what it takes and gives: days, and the address of a file that nobody writes.

use std::path::Path;

use chrono::NaiveDate;

use crate::domain::error::{Error, Result};

use super::db::fault;

/// A date as it is written, `2023-06-15`; what is written otherwise is left to the library, which takes its time.
pub(super) fn date(text: &str) -> Result<NaiveDate> {
    let number = |digits: &[u8]| {
        let add = |sum: Option<i32>, digit: &u8| {
            let value = digit.is_ascii_digit().then(|| i32::from(digit - b'0'))?;
            Some(10 * sum? + value)
        };
        digits.iter().fold(Some(0), add)
    };
    let plain = match text.as_bytes() {
        [year @ .., b'-', m1, m2, b'-', d1, d2] if year.len() == 4 => {
            let (month, day) = (number(&[*m1, *m2]), number(&[*d1, *d2]));
            let month_and_day = month.zip(day);
            number(year)
                .zip(month_and_day)
                .and_then(|(year, (month, day))| {
                    NaiveDate::from_ymd_opt(year, month.unsigned_abs(), day.unsigned_abs())
                })
        }
        _ => None,
    };
    plain.map_or_else(|| text.parse().map_err(fault), Ok)
}

/// What the driver tells in words only: a table that is not there, numbers that no counting gives, and a row where the next
/// one of the log was to stand.
pub(super) fn told(said: &str, path: &Path) -> Option<Error> {
    if said == "UNIQUE constraint failed: change.id" {
        return Some(Error::Damaged(path.to_owned()));
    }
    if said == "integer overflow" {
        return Some(Error::Strange {
            what: "SUM".to_owned(),
            text: said.to_owned(),
        });
    }
    let table = said.strip_prefix("no such table: ")?;
    let table = table.rsplit('.').next().unwrap_or(table);
    Some(Error::TablesLost(table.to_owned()))
}

/// The address under which a file is read without looking for other sessions.
pub(super) fn frozen_address(path: &Path) -> String {
    address(path, "?immutable=1")
}

/// The address under which a file is read with the log beside it, and no lock is asked for or given back.
pub(super) fn lockless_address(path: &Path) -> String {
    address(path, "?vfs=unix-none")
}

fn address(path: &Path, how: &str) -> String {
    let mut address = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                address.push(char::from(*byte));
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address.push_str(how);
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_the_library_reads_them() {
        for text in [
            "2023-06-15",
            "0001-01-01",
            "9999-12-31",
            "2024-02-29",
            "+12023-01-01",
            "2023-6-1",
        ] {
            assert_eq!(date(text).ok(), text.parse().ok(), "{text}");
        }
        for text in [
            "",
            "2023-02-29",
            "2023-13-01",
            "15/06/2023",
            "2023-06-15 ",
            "2023-0x-01",
            "äää-01-01",
        ] {
            assert_eq!(
                text.parse::<NaiveDate>().ok().is_some(),
                date(text).is_ok(),
                "{text}"
            );
        }
    }
}
