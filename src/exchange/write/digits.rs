//! Numbers and days as bytes: there are many of them.

use chrono::{Datelike, NaiveDate};

use crate::lang::format;

/// `15/06/2023`.
pub(super) fn push_date(bytes: &mut Vec<u8>, day: NaiveDate) {
    let year = day.year();
    if !(1000..=9999).contains(&year) {
        bytes.extend(format::date(day).as_bytes());
        return;
    }
    let year = year.unsigned_abs();
    push_two(bytes, day.day());
    bytes.push(b'/');
    push_two(bytes, day.month());
    bytes.push(b'/');
    push_two(bytes, year / 100);
    push_two(bytes, year % 100);
}

/// Two digits.
fn push_two(bytes: &mut Vec<u8>, number: u32) {
    let digit = |number: u32| b'0' + u8::try_from(number % 10).unwrap_or(0);
    bytes.extend([digit(number / 10), digit(number)]);
}

/// A whole number.
pub(super) fn push_number(bytes: &mut Vec<u8>, number: i64) {
    let mut digits = [0_u8; 20];
    let mut left = number.unsigned_abs();
    let mut count = 0;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + u8::try_from(left % 10).unwrap_or(0);
        left /= 10;
        count += 1;
        if left == 0 {
            break;
        }
    }
    if number < 0 {
        bytes.push(b'-');
    }
    bytes.extend(digits.iter().skip(digits.len() - count));
}
