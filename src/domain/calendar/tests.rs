//! The calendar of the offices, counted by hand and by chance.

#![allow(clippy::unwrap_used)]

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn offices() -> Calendar {
    let mut reader =
        csv::Reader::from_reader(include_str!("../../../assets/holidays.csv").as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        DayOff {
            date: day(&row[0]),
            name: row[1].to_owned(),
            kind: DayKind::from_code(&row[2]).unwrap(),
            projected: &row[3] == "projected",
        }
    });
    Calendar::new(rows.collect())
}

#[test]
fn five_working_days_from_before_the_holidays_skip_them_and_say_why() {
    let calendar = offices();
    assert_eq!(
        calendar.add_working_days(day("2022-04-28"), 5),
        day("2022-05-09")
    );
    assert_eq!(
        calendar.working_days_between(day("2022-04-28"), day("2022-05-09")),
        5
    );
    let skipped = calendar.skipped(day("2022-04-28"), day("2022-05-09"));
    assert_eq!(skipped.len(), 6);
    assert_eq!(
        skipped[0].why,
        WhySkipped::Holiday("Ngày Chiến thắng 30/4".to_owned())
    );
    assert_eq!(
        skipped[5],
        Skipped {
            date: day("2022-05-08"),
            why: WhySkipped::Weekend
        }
    );
}

#[test]
fn a_make_up_saturday_is_worked_and_its_day_off_is_not() {
    let calendar = offices();
    assert!(calendar.is_working(day("2024-05-04")));
    assert!(!calendar.is_working(day("2024-04-29")));
    assert_eq!(
        calendar.next_working_day_on_or_after(day("2024-05-04")),
        day("2024-05-04")
    );
    assert_eq!(
        calendar
            .made_up(day("2024-05-01"), day("2024-05-31"))
            .count(),
        1
    );
    assert!(
        calendar
            .skipped(day("2024-04-28"), day("2024-04-29"))
            .iter()
            .any(|s| matches!(&s.why, WhySkipped::SwapOff(_)))
    );
}

#[test]
fn a_due_date_of_friday_seen_on_saturday_is_no_working_day_away_and_on_monday_one_late() {
    let calendar = offices();
    assert_eq!(
        calendar.working_days_between(day("2022-06-11"), day("2022-06-10")),
        0
    );
    assert_eq!(
        calendar.working_days_between(day("2022-06-13"), day("2022-06-10")),
        -1
    );
    assert_eq!(
        calendar.add_working_days(day("2022-06-13"), -1),
        day("2022-06-10")
    );
    assert_eq!(
        calendar.last_working_day_on_or_before(day("2022-06-12")),
        day("2022-06-10")
    );
}

#[test]
fn counts_made_by_hand_over_the_new_year_and_the_swaps_are_met() {
    let calendar = offices();
    for (from, to, count) in [
        ("2023-01-19", "2023-01-27", 1),
        ("2023-01-16", "2023-02-06", 10),
        ("2024-02-07", "2024-02-15", 1),
        ("2024-04-26", "2024-05-06", 4),
        ("2025-01-01", "2025-12-31", 250),
        ("2026-01-01", "2026-01-11", 6),
        ("2026-02-13", "2026-02-23", 1),
        ("2026-08-21", "2026-09-03", 7),
        ("2024-05-06", "2024-05-03", -2),
    ] {
        assert_eq!(
            calendar.working_days_between(day(from), day(to)),
            count,
            "{from} {to}"
        );
    }
    assert_eq!(
        calendar.add_working_days(day("2023-01-22"), 0),
        day("2023-01-22")
    );
    assert_eq!(
        calendar.add_working_days(day("2024-02-07"), 3),
        day("2024-02-19")
    );
}

#[test]
fn only_announced_years_are_official() {
    let calendar = offices();
    assert!(calendar.has_official(2026));
    assert!(!calendar.has_official(2027));
    assert!(!calendar.has_official(2030));
}

#[test]
fn the_ends_of_time_are_ends_and_no_crash() {
    let calendar = offices();
    assert_eq!(
        calendar.add_working_days(NaiveDate::MAX, i64::MAX),
        NaiveDate::MAX
    );
    assert_eq!(
        calendar.add_working_days(NaiveDate::MIN, i64::MIN),
        NaiveDate::MIN
    );
    assert!(calendar.working_days_between(NaiveDate::MIN, NaiveDate::MAX) > 0);
    assert_eq!(
        calendar.next_working_day_on_or_after(NaiveDate::MAX),
        NaiveDate::MAX
    );
}

proptest! {
    #[test]
    fn counting_by_weeks_agrees_with_counting_on_fingers(from in 738_000i32..740_500, length in 0i32..900) {
        let calendar = offices();
        let from = NaiveDate::from_num_days_from_ce_opt(from).unwrap();
        let to = from + chrono::Days::new(u64::try_from(length).unwrap());
        let slow = from.iter_days().skip(1).take_while(|d| *d <= to).filter(|d| calendar.is_working(*d)).count();
        let count = calendar.working_days_between(from, to);
        prop_assert_eq!(count, i64::try_from(slow).unwrap());
        prop_assert_eq!(calendar.working_days_between(to, from), -count);
        prop_assert_eq!(calendar.skipped(from, to).len() + slow, usize::try_from(length).unwrap());
        if count > 0 {
            let reached = calendar.add_working_days(from, count);
            prop_assert!(reached <= to && calendar.is_working(reached));
            prop_assert_eq!(calendar.working_days_between(reached, to), 0);
        }
    }
}

proptest! {
    #[test]
    fn a_day_that_is_not_listed_rolls_alike_under_both_calendars(edits in prop::collection::vec((0i64..30, 0usize..3), 0..6)) {
        let before = offices();
        // Around Tết of 2024, where nine days are off.
        let first = day("2024-02-01");
        let kinds = [DayKind::Holiday, DayKind::SwapOff, DayKind::SwapWork];
        let rows = edits.iter().map(|(after, kind)| DayOff {
            date: first + chrono::Days::new(u64::try_from(*after).unwrap()),
            name: "Thử".to_owned(),
            kind: kinds[*kind],
            projected: false,
        });
        let after = Calendar::new(before.days().cloned().chain(rows).collect());
        let listed = after.rolled_otherwise(&before);
        for date in first.pred_opt().unwrap().iter_days().take(60) {
            let is_same = before.next_working_day_on_or_after(date) == after.next_working_day_on_or_after(date);
            prop_assert_eq!(is_same, !listed.contains(&date), "{}", date);
        }
    }
}
