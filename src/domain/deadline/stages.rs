//! The stages of a range: `Tháng 6/2022 (trình); Tháng 9/2022 (ban hành)` (D11).

use super::{Deadline, Kind};
use crate::domain::fold::{clean, fold};
use crate::domain::follow_up::Stage;
use crate::domain::recurrence::Recurrence;

/// Words with which the date of a stage begins.
const DATE_WORDS: [&str; 10] = [
    "thang", "quy", "ngay", "nam", "truoc", "cham", "den", "trong", "tu", "hoan",
];

/// The stages of a deadline, in the order of their days; none where it has no stages. A stage has the words that
/// stand beside its date; none where the dates do not stand in order, so that it is not clear whose they are.
#[must_use]
pub fn stages(text: &str, deadline: &Deadline) -> Vec<Stage> {
    let (Kind::Range, Some(Recurrence::Dates(dates))) = (deadline.kind, &deadline.recurrence)
    else {
        return Vec::new();
    };
    let pieces: Vec<&str> = [";", ",", "\n", " và "]
        .into_iter()
        .map(|sign| parts(text, sign))
        .find(|parts| parts.len() == dates.len())
        .unwrap_or_default();
    let is_clear = !deadline.needs_review && !pieces.is_empty();
    let label = |place: usize| pieces.get(place).map_or_else(String::new, |it| label(it));
    dates
        .iter()
        .enumerate()
        .map(|(place, due)| Stage {
            label: if is_clear {
                label(place)
            } else {
                String::new()
            },
            due: *due,
            done_on: None,
        })
        .collect()
}

fn parts<'t>(text: &'t str, sign: &str) -> Vec<&'t str> {
    let parts = text.split(sign).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

/// What stands beside the date: in brackets, before a colon, before or behind the date.
fn label(piece: &str) -> String {
    let piece = clean(piece);
    if let Some((_, rest)) = piece.split_once('(') {
        return clean(rest.trim_end_matches(')'));
    }
    if let Some((head, _)) = piece.split_once(':') {
        return clean(head);
    }
    let is_date = |word: &&str| {
        let folded = fold(word);
        DATE_WORDS.contains(&folded.as_str()) || word.starts_with(|it: char| it.is_ascii_digit())
    };
    let words: Vec<&str> = piece.split(' ').collect();
    let head: Vec<&str> = words
        .iter()
        .take_while(|word| !is_date(word))
        .copied()
        .collect();
    if head.is_empty() {
        piece
    } else {
        head.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Rules, parse};
    use super::*;
    use crate::domain::calendar::Calendar;
    use chrono::NaiveDate;

    #[test]
    fn a_stage_has_the_words_beside_its_date_and_a_list_of_dates_has_no_stages() {
        let on = NaiveDate::from_ymd_opt(2022, 1, 25).expect("a day");
        let told = |text| {
            let read = parse(text, on, &Calendar::default(), Rules::default());
            let stages = stages(text, &read);
            let one = |stage: &Stage| format!("{} {}", stage.label, stage.due);
            stages.iter().map(one).collect::<Vec<_>>().join("; ")
        };
        for (text, kept) in [
            (
                "Tháng 6/2022 (trình); Tháng 9/2022 (ban hành)",
                "trình 2022-06-30; ban hành 2022-09-30",
            ),
            (
                "Trình tháng 6/2022, ban hành tháng 9/2022",
                "Trình 2022-06-30; ban hành 2022-09-30",
            ),
            (
                "Đợt 1: 30/6/2022; đợt 2: 31/12/2022",
                "Đợt 1 2022-06-30; đợt 2 2022-12-31",
            ),
            (
                "Trình Thành ủy: Quý II/2022; trình HĐND Thành phố: Quý III/2022",
                "Trình Thành ủy 2022-06-30; trình HĐND Thành phố 2022-09-30",
            ),
            ("Tháng 6 và tháng 12/2022", ""),
            ("Quý II/2022", ""),
        ] {
            assert_eq!(told(text), kept, "{text}");
        }
    }
}
