//! Finds a symbol and a date inside the text of a cell.
//!
//! Both are found by shape alone: the words around them vary too much to be trusted.

use chrono::NaiveDate;

use crate::domain::fold::without_accents;

/// The first symbol of a text, its spaces removed, and what follows it.
///
/// A symbol is a number, perhaps a year, and one or more groups of letters, joined by `/` or `-`:
/// `901/CT-UBND`, `52/2021/QĐ-UBND`, `26-NQ/TW`. Dates have no letters and so are none.
pub(super) fn symbol(text: &str) -> Option<(String, &str)> {
    let mut after_letter = false;
    for (start, letter) in text.char_indices() {
        let begins_number = letter.is_ascii_digit() && !after_letter;
        if begins_number && let Some(found) = text.get(start..).and_then(symbol_at_start) {
            return Some(found);
        }
        after_letter = letter.is_alphanumeric() || letter == '/';
    }
    None
}

fn symbol_at_start(text: &str) -> Option<(String, &str)> {
    let (number, mut rest) = split_word(text);
    let mut symbol = number.to_owned();
    let mut letters = 0;
    while let Some((sign, part, after)) = next_part(rest) {
        let is_year =
            letters == 0 && symbol == number && part.len() == 4 && part.parse::<u16>().is_ok();
        if !is_year && !part.starts_with(char::is_alphabetic) {
            break;
        }
        letters += usize::from(!is_year);
        symbol.push(sign);
        symbol.push_str(part);
        rest = after;
    }
    (letters > 0).then_some((symbol, rest))
}

/// A joint, the part after it and the rest. A dash between spaces joins only a short group of
/// letters of one case: what follows a symbol after a dash is mostly the document's title.
fn next_part(text: &str) -> Option<(char, &str, &str)> {
    let joint = text.trim_start();
    let mut letters = joint.chars();
    let sign = match letters.next()? {
        '/' => '/',
        '-' | '–' | '‑' => '-',
        _ => return None,
    };
    let after = letters.as_str();
    let is_spaced = joint.len() < text.len() || after.starts_with(' ');
    let (part, rest) = split_word(after.trim_start());
    let is_one_case = part == part.to_uppercase() || part == part.to_lowercase();
    let is_short =
        is_one_case && part.chars().count() <= 6 && part.chars().all(char::is_alphabetic);
    (!part.is_empty() && (!is_spaced || is_short)).then_some((sign, part, rest))
}

fn split_word(text: &str) -> (&str, &str) {
    let end = text
        .find(|letter: char| !letter.is_alphanumeric())
        .unwrap_or(text.len());
    text.split_at(end)
}

/// The first date of a text: `10/5/2022`, `19.5.2018`, `3-2-23`, `ngày 10 tháng 5 năm 2022`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let plain = without_accents(text).to_lowercase();
    let numbers = numbers(&plain);
    numbers.windows(3).find_map(|window| {
        let [day, month, year] = window else {
            return None;
        };
        let signs = (joint(&plain, day, month)?, joint(&plain, month, year)?);
        let is_date = match signs {
            (one, other) if one == other => matches!(one, "/" | "." | "-"),
            (one, other) => one == "thang" && other == "nam",
        };
        let written_year: i32 = plain.get(year.clone())?.parse().ok()?;
        let year = match year.len() {
            2 => 2000 + written_year,
            4 => written_year,
            _ => return None,
        };
        let (day, month) = (
            plain.get(day.clone())?.parse().ok()?,
            plain.get(month.clone())?.parse().ok()?,
        );
        is_date
            .then(|| NaiveDate::from_ymd_opt(year, month, day))
            .flatten()
    })
}

type Place = std::ops::Range<usize>;

fn joint<'t>(text: &'t str, one: &Place, other: &Place) -> Option<&'t str> {
    text.get(one.end..other.start).map(str::trim)
}

fn numbers(text: &str) -> Vec<Place> {
    let mut numbers: Vec<Place> = Vec::new();
    for (place, letter) in text
        .char_indices()
        .filter(|(_, letter)| letter.is_ascii_digit())
    {
        match numbers.last_mut() {
            Some(last) if last.end == place => last.end = place + letter.len_utf8(),
            _ => numbers.push(place..place + letter.len_utf8()),
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_date_is_no_symbol_and_a_title_after_a_dash_belongs_to_none() {
        assert_eq!(symbol("ngày 10/5/2022"), None);
        assert_eq!(symbol("giai đoạn 2022-2025"), None);
        let (found, rest) = symbol("901/CT-UBND - Tăng cường kỷ luật").expect("a symbol");
        assert_eq!(found, "901/CT-UBND", "{rest}");
    }

    #[test]
    fn an_impossible_date_is_none() {
        assert_eq!(date("ngày 31/9/2022"), None);
        assert_eq!(date("10/5"), None);
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in ".{0,60}", digits in "[0-9/. –-]{0,20}") {
            for text in [&text, &digits] {
                let _ = (symbol(text), date(text));
            }
        }
    }
}
