//! The forms that offices write, each with the reading that the rules give it.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::fold::without_accents;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn offices() -> Calendar {
    let mut reader =
        csv::Reader::from_reader(include_str!("../../../assets/holidays.csv").as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let kind = DayKind::from_code(&row[2]).unwrap();
        DayOff {
            date: day(&row[0]),
            name: row[1].to_owned(),
            kind,
            projected: &row[3] == "projected",
        }
    });
    Calendar::new(rows.collect())
}

/// kind | start | due | recurrence | review
fn told(deadline: &Deadline) -> String {
    let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let recurrence = deadline
        .recurrence
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let review = if deadline.needs_review { "yes" } else { "no" };
    format!(
        "{}|{}|{}|{recurrence}|{review}",
        deadline.kind.code(),
        date(deadline.start),
        date(deadline.due)
    )
}

#[test]
fn every_form_of_the_collection_is_read_as_the_rules_say() {
    let calendar = offices();
    let mut reader =
        csv::Reader::from_reader(include_str!("../../../assets/deadlines.csv").as_bytes());
    let mut wrong = Vec::new();
    for row in reader.records() {
        let row = row.unwrap();
        let expected = format!(
            "{}|{}|{}|{}|{}",
            &row[2], &row[3], &row[4], &row[5], &row[6]
        );
        let read = parse(&row[0], day(&row[1]), &calendar, Rules::default());
        if told(&read) != expected {
            wrong.push(format!(
                "{}\n  want {expected}\n  read {} {:?}",
                &row[0],
                told(&read),
                read.why
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_further_form_is_read_as_its_rule_says() {
    let calendar = offices();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in include_str!("forms.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let (asked, expected) = line.split_once(" => ").unwrap();
        let (text, reference) = asked.rsplit_once(" @ ").unwrap();
        count += 1;
        for text in [
            text.to_owned(),
            without_accents(text),
            text.to_uppercase(),
            text.nfd().collect(),
        ] {
            let read = parse(&text, day(reference), &calendar, Rules::default());
            if told(&read) != expected {
                wrong.push(format!(
                    "{text}\n  want {expected}\n  read {} {:?}",
                    told(&read),
                    read.why
                ));
                break;
            }
        }
    }
    assert!(count > 150, "{count}");
    assert!(
        wrong.is_empty(),
        "{} of {count}\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn an_extension_keeps_the_date_that_it_moved() {
    let read =
        |text: &str| parse(text, day("2023-01-12"), &offices(), Rules::default()).original_due;
    assert_eq!(read("30/6 (lùi từ 31/3)"), Some(day("2023-03-31")));
    assert_eq!(
        read("31/3/2023 (gia hạn đến 30/6/2023)"),
        Some(day("2023-03-31"))
    );
    assert_eq!(
        read("31/3/2023 (gia hạn thêm 30 ngày)"),
        Some(day("2023-03-31"))
    );
    assert_eq!(
        read("Quý IV/2023 (trước đây: Quý II/2023)"),
        Some(day("2023-06-30"))
    );
    assert_eq!(
        read("31/3/2023, gia hạn đến 30/6/2023, gia hạn lần 2 đến 30/9/2023"),
        Some(day("2023-03-31"))
    );
    assert_eq!(
        read("Quý III/2023 (lùi từ Quý II/2023)"),
        Some(day("2023-06-30"))
    );
    assert_eq!(read("30/6/2023"), None);
}

#[test]
fn an_office_may_count_the_day_after_before_as_on_time_but_never_a_whole_period() {
    let rules = Rules {
        before_is_exclusive: false,
    };
    let read = |text: &str| parse(text, day("2022-05-10"), &offices(), rules);
    assert_eq!(read("Trước ngày 15/12/2022").due, Some(day("2022-12-15")));
    assert_eq!(read("Trước tháng 7/2022").due, Some(day("2022-06-30")));
    assert_eq!(read("Trước thứ Sáu hằng tuần").due, Some(day("2022-05-13")));
    assert_eq!(
        told(&read("Trước ngày 15 hằng tháng")),
        "recurring||2022-05-15|FREQ=MONTHLY;BYMONTHDAY=15|no"
    );
}

#[test]
fn only_a_relative_deadline_rolls_to_the_next_working_day() {
    let calendar = offices();
    let read = |text: &str| {
        parse(text, day("2022-04-30"), &calendar, Rules::default()).effective_due(&calendar)
    };
    assert_eq!(read("Trong 02 ngày kể từ ngày ký"), Some(day("2022-05-04")));
    assert_eq!(read("01/5/2022"), Some(day("2022-05-01")));
}

#[test]
fn the_event_of_a_relative_deadline_is_the_signing_only_where_nothing_else_is_named() {
    let read =
        |text: &str| parse(text, day("2022-05-10"), &offices(), Rules::default()).counts_from;
    for text in [
        "Trong 30 ngày kể từ ngày ký ban hành",
        "30 ngày từ ngày ban hành",
        "trong 30 ngày kể từ ngày Chỉ thị này được ban hành",
    ] {
        assert_eq!(read(text), Some(EventKind::Signing), "{text}");
    }
    for text in [
        "Trong 30 ngày kể từ ngày Nghị quyết có hiệu lực",
        "05 ngày làm việc kể từ ngày nhận văn bản",
        "10 ngày kể từ ngày ký hợp đồng",
    ] {
        assert_eq!(read(text), Some(EventKind::Other), "{text}");
    }
    assert_eq!(read("trong vòng 02 năm"), None);
}

#[test]
fn doubts_quote_what_was_written() {
    let read = parse(
        "Dự kiến quý II/2022",
        day("2022-01-25"),
        &offices(),
        Rules::default(),
    );
    assert!(
        read.why.contains(&Why::UndatedPart("Dự kiến".to_owned())),
        "{:?}",
        read.why
    );
    let read = parse("31/9/2022", day("2022-01-25"), &offices(), Rules::default());
    assert!(
        read.why.contains(&Why::Impossible("31/9/2022".to_owned())),
        "{:?}",
        read.why
    );
}

#[test]
fn a_hundred_thousand_letters_are_read_at_once() {
    let calendar = offices();
    for piece in [
        "a",
        "1/",
        "(",
        "trước ",
        "gia hạn đến ",
        "6 tháng, ",
        "\u{301}",
        "từ ngày ký ",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let begun = std::time::Instant::now();
        let _ = parse(&text, day("2022-01-25"), &calendar, Rules::default());
        assert!(begun.elapsed().as_secs() < 2, "{piece}");
    }
}

/// Texts made of the words that deadlines are made of, and of anything.
fn any_text() -> impl Strategy<Value = String> {
    let words = [
        "Trước",
        "ngày",
        "tháng",
        "quý",
        "năm",
        "hằng",
        "6",
        "15",
        "31",
        "2022",
        "2023-06-30",
        "/",
        "-",
        ",",
        ";",
        "(",
        ")",
        "II",
        "đến",
        "từ",
        "đầu",
        "cuối",
        "giữa",
        "sau",
        "sáu",
        "thứ",
        "gia hạn",
        "lùi",
        "kể từ",
        "ngày làm việc",
        "chậm nhất",
        "định kỳ",
        "T6",
        "và",
        "hết",
        "30/6",
        "thường xuyên",
        "theo",
        "khi",
        "nửa",
        "mỗi",
        "lần",
        "trình",
        "giờ",
        ":",
        "00",
        "99999",
        "0",
        "9999",
        "trong",
        "tiếp theo",
        "12/9999",
    ];
    let spoken = prop::collection::vec(prop::sample::select(words.to_vec()), 0..12)
        .prop_map(|words| words.join(" "));
    prop_oneof![3 => spoken, 1 => ".{0,40}", 1 => "\\PC{0,40}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]
    #[test]
    fn whatever_is_written_gives_an_honest_answer(text in any_text(), days in 0_i32..3_652_000) {
        let calendar = Calendar::default();
        let reference = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        let read = parse(&text, reference, &calendar, Rules::default());
        prop_assert_eq!(read.needs_review, read.why.iter().any(Why::is_doubt));
        prop_assert!(read.start.is_none() || read.due.is_none() || read.start <= read.due, "{:?}", read);
        prop_assert!(read.needs_review || read.due.is_some() || read.kind == Kind::Ongoing, "{:?}", read);
        let plain = parse(&without_accents(&text), reference, &calendar, Rules::default());
        prop_assert_eq!(told(&read), told(&plain));
        let _ = read.effective_due(&calendar);
        if let Some(recurrence) = &read.recurrence {
            prop_assert_eq!(recurrence.to_string().parse::<Recurrence>(), Ok(recurrence.clone()));
        }
    }
}
