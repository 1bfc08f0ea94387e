//! Dates as clerks type them: `15/6`, `15.6.23`, `15062023`, `15`, `+7`, `+5n`, `mai`, `t6`, `cuối tháng`.
//!
//! Day before month, always (DOMAIN 7.3). What leaves out the month or the year is read towards the
//! side on which the date must lie; the screen says beside the field what was understood, so that
//! nothing is guessed silently. Deadlines of documents are read in `deadline`, not here.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::calendar::Calendar;
use super::fold::{clean, without_accents};

/// On which side of today a date lies that does not say its month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// A day that has been: the date of a document.
    Past,
    /// A day that comes: a due date.
    Future,
}

/// The day that was typed; `None` where it is no day.
#[must_use]
pub fn read(
    text: &str,
    toward: Toward,
    today: NaiveDate,
    calendar: &Calendar,
) -> Option<NaiveDate> {
    let text = without_accents(&clean(text)).to_lowercase();
    let text = text.trim_start_matches("ngay ").trim();
    offset(text, today, calendar)
        .or_else(|| word(text, today))
        .or_else(|| weekday(text, toward, today))
        .or_else(|| end_of(text, today))
        .or_else(|| digits(text, toward, today))
}

/// `+7` days, `-3` days, `+5n` working days, `+2t` weeks.
fn offset(text: &str, today: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let rest = text.get(1..)?.trim();
    let (number, unit) = match rest.find(|letter: char| !letter.is_ascii_digit()) {
        Some(place) => rest.split_at(place),
        None => (rest, ""),
    };
    let count: i64 = number.parse().ok().filter(|count| *count <= 9999)?;
    let days = match unit.trim() {
        "" | "d" | "ngay" => count,
        "t" | "w" | "tuan" => count * 7,
        "n" | "nlv" | "ngay lam viec" => {
            return Some(calendar.add_working_days(today, sign * count));
        }
        _ => return None,
    };
    today.checked_add_signed(chrono::Duration::days(sign * days))
}

fn word(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match text {
        "hom nay" | "nay" | "today" => Some(today),
        "mai" | "ngay mai" | "tomorrow" => today.checked_add_days(Days::new(1)),
        "mot" | "kia" | "ngay kia" => today.checked_add_days(Days::new(2)),
        "hom qua" | "qua" | "yesterday" => today.checked_sub_days(Days::new(1)),
        _ => None,
    }
}

/// The next such weekday, today included; the last one where the date has been.
fn weekday(text: &str, toward: Toward, today: NaiveDate) -> Option<NaiveDate> {
    let name: String = text.chars().filter(|letter| *letter != ' ').collect();
    let wanted = match name.as_str() {
        "t2" | "thu2" | "thuhai" | "mon" | "monday" => Weekday::Mon,
        "t3" | "thu3" | "thuba" | "tue" | "tuesday" => Weekday::Tue,
        "t4" | "thu4" | "thutu" | "wed" | "wednesday" => Weekday::Wed,
        "t5" | "thu5" | "thunam" | "thu" | "thursday" => Weekday::Thu,
        "t6" | "thu6" | "thusau" | "fri" | "friday" => Weekday::Fri,
        "t7" | "thu7" | "thubay" | "sat" | "saturday" => Weekday::Sat,
        "cn" | "chunhat" | "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    };
    let ahead = u64::from(wanted.days_since(today.weekday()));
    match toward {
        Toward::Future => today.checked_add_days(Days::new(ahead)),
        Toward::Past => today.checked_sub_days(Days::new((7 - ahead) % 7)),
    }
}

/// `cuối tháng`, `cuối tháng sau`, `cuối tháng 9`, `cuối quý`, `cuối năm`.
fn end_of(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let rest = text
        .strip_prefix("cuoi ")
        .or_else(|| text.strip_prefix("end of "))?;
    let (year, month) = (today.year(), today.month());
    match rest {
        "thang" | "thang nay" | "month" => last_of(year, month),
        "thang sau" | "next month" => {
            let next = today.with_day(1)?.checked_add_months(Months::new(1))?;
            last_of(next.year(), next.month())
        }
        "quy" | "quy nay" | "quarter" => last_of(year, month.div_ceil(3) * 3),
        "nam" | "nam nay" | "year" => last_of(year, 12),
        _ => {
            let named: u32 = rest.strip_prefix("thang ")?.parse().ok()?;
            last_of(if named < month { year + 1 } else { year }, named)
        }
    }
}

fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()
}

/// Day, month and year with any separator or none.
fn digits(text: &str, toward: Toward, today: NaiveDate) -> Option<NaiveDate> {
    let is_mark = |letter: char| matches!(letter, '/' | '.' | '-' | ' ');
    let parts: Vec<&str> = text
        .split(is_mark)
        .filter(|part| !part.is_empty())
        .collect();
    if parts
        .iter()
        .any(|part| !part.chars().all(|letter| letter.is_ascii_digit()))
    {
        return None;
    }
    match parts.as_slice() {
        // As databases write it.
        [year, month, day] if year.len() == 4 => date(day, month, Some(year), toward, today),
        [day, month, year] => date(day, month, Some(year), toward, today),
        [day, month] => date(day, month, None, toward, today),
        [all] => match all.len() {
            1 | 2 => this_day(all.parse().ok()?, toward, today),
            4 => date(all.get(..2)?, all.get(2..)?, None, toward, today),
            6 | 8 => {
                let (day, month, year) = (all.get(..2)?, all.get(2..4)?, all.get(4..)?);
                date(day, month, Some(year), toward, today)
            }
            _ => None,
        },
        _ => None,
    }
}

fn date(
    day: &str,
    month: &str,
    year: Option<&str>,
    toward: Toward,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let (day, month): (u32, u32) = (day.parse().ok()?, month.parse().ok()?);
    if let Some(text) = year {
        let year: i32 = text.parse().ok()?;
        return match text.len() {
            2 => NaiveDate::from_ymd_opt(2000 + year, month, day),
            4 => NaiveDate::from_ymd_opt(year, month, day),
            _ => None,
        };
    }
    // Eight years hold a 29 February even around 2100.
    let years = (0..=8).map(|distance| match toward {
        Toward::Future => today.year() + distance,
        Toward::Past => today.year() - distance,
    });
    years
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| lies(*date, toward, today))
}

/// The nearest day of that number, today included.
fn this_day(day: u32, toward: Toward, today: NaiveDate) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    let months = (0..3).filter_map(|distance| match toward {
        Toward::Future => first.checked_add_months(Months::new(distance)),
        Toward::Past => first.checked_sub_months(Months::new(distance)),
    });
    months
        .filter_map(|month| month.with_day(day))
        .find(|date| lies(*date, toward, today))
}

fn lies(date: NaiveDate, toward: Toward, today: NaiveDate) -> bool {
    match toward {
        Toward::Future => date >= today,
        Toward::Past => date <= today,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Thursday.
    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 6, 15).expect("a date")
    }

    fn due(text: &str) -> String {
        let day = read(text, Toward::Future, today(), &Calendar::default());
        day.map_or_else(|| "-".to_owned(), |day| day.to_string())
    }

    fn been(text: &str) -> String {
        let day = read(text, Toward::Past, today(), &Calendar::default());
        day.map_or_else(|| "-".to_owned(), |day| day.to_string())
    }

    #[test]
    fn the_day_stands_before_the_month_with_any_separator_or_none() {
        for text in [
            "30/6/2023",
            "30.6.23",
            "30-06-2023",
            "30062023",
            "300623",
            "30 6",
            "3006",
            "30/6",
            "30",
            "ngày 30/6",
            "2023-06-30",
        ] {
            assert_eq!(due(text), "2023-06-30", "{text}");
        }
        assert_eq!(due("10/8"), "2023-08-10");
    }

    #[test]
    fn what_is_left_out_is_read_towards_the_side_where_the_date_must_lie() {
        assert_eq!(due("14/6"), "2024-06-14");
        assert_eq!(been("14/6"), "2023-06-14");
        assert_eq!(been("20/12"), "2022-12-20");
        assert_eq!(due("14"), "2023-07-14");
        assert_eq!(been("20"), "2023-05-20");
        assert_eq!(due("15/6"), "2023-06-15");
        assert_eq!(been("15/6"), "2023-06-15");
        assert_eq!(due("29/2"), "2024-02-29");
        assert_eq!(due("31"), "2023-07-31");
    }

    #[test]
    fn offsets_count_days_weeks_and_working_days() {
        assert_eq!(due("+7"), "2023-06-22");
        assert_eq!(due("-3"), "2023-06-12");
        assert_eq!(due("+2t"), "2023-06-29");
        assert_eq!(due("+5n"), "2023-06-22");
        assert_eq!(due("+2n"), "2023-06-19");
        assert_eq!(due("+5 ngày làm việc"), "2023-06-22");
    }

    #[test]
    fn words_are_read_with_and_without_accents() {
        assert_eq!(due("hôm nay"), "2023-06-15");
        assert_eq!(due("hom nay"), "2023-06-15");
        assert_eq!(due("Mai"), "2023-06-16");
        assert_eq!(due("t6"), "2023-06-16");
        assert_eq!(due("thứ 5"), "2023-06-15");
        assert_eq!(due("T4"), "2023-06-21");
        assert_eq!(been("T4"), "2023-06-14");
        assert_eq!(been("t6"), "2023-06-09");
        assert_eq!(due("CN"), "2023-06-18");
        assert_eq!(due("cuối tháng"), "2023-06-30");
        assert_eq!(due("cuoi thang sau"), "2023-07-31");
        assert_eq!(due("cuối tháng 2"), "2024-02-29");
        assert_eq!(due("cuối quý"), "2023-06-30");
        assert_eq!(due("cuối năm"), "2023-12-31");
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "31/9",
            "32",
            "0",
            "13/13",
            "abc",
            "+",
            "+x",
            "1/2/3/4",
            "30/6/123",
            "+99999999999999",
            "30/6 x",
            "12345",
            "cuối tháng 13",
        ] {
            assert_eq!(due(text), "-", "{text}");
        }
    }
}
