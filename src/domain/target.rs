//! Numeric targets as offices write them: `đạt 100%`, `25-35%`, `tối đa 5 %`, `ít nhất 12 hồ sơ`.

use super::amount::Amount;
use super::fold::{clean, fold};
use super::follow_up::{Bound, Target};

/// Words before a number, folded, and what they make of it. A word that begins like another one stands first.
const WORDS: [(&str, Sense); 22] = [
    ("khong it hon", Sense::AtLeast),
    ("khong duoi", Sense::AtLeast),
    ("khong thap hon", Sense::AtLeast),
    ("khong nho hon", Sense::AtLeast),
    ("khong qua", Sense::AtMost),
    ("khong vuot qua", Sense::AtMost),
    ("khong vuot", Sense::AtMost),
    ("khong cao hon", Sense::AtMost),
    ("khong lon hon", Sense::AtMost),
    ("it nhat", Sense::AtLeast),
    ("toi thieu", Sense::AtLeast),
    ("at least", Sense::AtLeast),
    ("dat ty le", Sense::AtLeast),
    ("dat tu", Sense::AtLeast),
    ("dat", Sense::AtLeast),
    ("tu", Sense::AtLeast),
    ("toi da", Sense::AtMost),
    ("nhieu nhat", Sense::AtMost),
    ("at most", Sense::AtMost),
    ("dung bang", Sense::Exactly),
    ("dung", Sense::Exactly),
    ("bang", Sense::Exactly),
];

/// Signs before a number.
const SIGNS: [(&str, Sense); 6] = [
    (">=", Sense::AtLeast),
    ("≥", Sense::AtLeast),
    ("<=", Sense::AtMost),
    ("≤", Sense::AtMost),
    ("==", Sense::Exactly),
    ("=", Sense::Exactly),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    AtLeast,
    AtMost,
    Exactly,
}

/// A target that a text is, whole; none where anything in it is not understood.
///
/// A number without a word before it is to be reached: `100%` is at least that.
#[must_use]
pub fn read(text: &str) -> Option<Target> {
    let text = clean(text);
    let (sense, rest) = sense(&text);
    let (first, rest) = number(rest)?;
    let (first_unit, rest) = unit_before_dash(rest);
    if let Some((second, rest)) = second(rest) {
        let is_band = matches!(sense, None | Some(Sense::AtLeast)) && first <= second;
        return is_band.then(|| Target {
            bound: Bound::Band {
                low: first,
                high: second,
            },
            unit: unit(rest).unwrap_or_else(|| first_unit.to_owned()),
            reached: None,
        });
    }
    let rest = if first_unit.is_empty() {
        rest
    } else {
        first_unit
    };
    let unit = unit(rest).unwrap_or_default();
    if unit.chars().any(|letter| letter.is_ascii_digit()) || unit.chars().count() > 30 {
        return None;
    }
    let (unit, sense) = match unit.strip_suffix("trở lên") {
        Some(unit) => (unit.trim().to_owned(), Some(Sense::AtLeast)),
        None => (unit, sense),
    };
    Some(Target {
        bound: match sense {
            None | Some(Sense::AtLeast) => Bound::AtLeast { low: first },
            Some(Sense::AtMost) => Bound::AtMost { high: first },
            Some(Sense::Exactly) => Bound::Exactly { value: first },
        },
        unit,
        reached: None,
    })
}

/// A target in percent that stands in the text of a task, where it is plain: one number or one band with its
/// percent sign, and nothing else in percent beside it.
#[must_use]
pub fn proposed(text: &str) -> Option<Target> {
    let text = clean(text);
    if text.matches('%').count() != 1 {
        return band_with_two_signs(&text);
    }
    let end = text.find('%')? + 1;
    let before = text.get(..end)?;
    // From the last word that says how, else from where the number begins.
    let mut found = None;
    for (start, _) in before.char_indices() {
        let is_begin = before
            .get(..start)
            .is_none_or(|head| head.is_empty() || head.ends_with([' ', '(', ',', ':', ';']));
        let piece = before.get(start..).filter(|_| is_begin);
        let is_bare = piece.is_some_and(|it| it.starts_with(|first: char| first.is_ascii_digit()));
        if is_bare && before.get(..start).is_some_and(is_compared) {
            return None;
        }
        if let Some(target) = piece.and_then(read) {
            found = Some(target);
            break;
        }
    }
    found.filter(|target| target.unit == "%")
}

/// True where the word before a number compares or changes: `trên 5%` and `giảm 10%` say what is counted, not
/// what is to be reached.
fn is_compared(before: &str) -> bool {
    const COMPARING: [&str; 12] = [
        "tren", "duoi", "hon", "khoang", "gan", "qua", "vuot", "giam", "tang", "them", "con",
        "chiem",
    ];
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    COMPARING.contains(&fold(last).as_str())
}

/// `25%-35%`, `từ 25% đến 35%`: two signs and one band.
fn band_with_two_signs(text: &str) -> Option<Target> {
    if text.matches('%').count() != 2 {
        return None;
    }
    let end = text.rfind('%')? + 1;
    let before = text.get(..end)?;
    let starts = before.char_indices().map(|(start, _)| start);
    let is_begin = |start: &usize| {
        before
            .get(..*start)
            .is_none_or(|head| head.is_empty() || head.ends_with([' ', '(', ',', ':', ';']))
    };
    let mut pieces = starts.filter(is_begin).filter_map(|at| before.get(at..));
    let target = pieces.find_map(read)?;
    matches!(target.bound, Bound::Band { .. }).then_some(target)
}

/// The target as [`read`] reads it again: `≥ 95 %`, `25-35 %`.
#[must_use]
pub fn written(target: &Target) -> String {
    let bound = match target.bound {
        Bound::AtLeast { low } => format!("≥ {}", amount(low)),
        Bound::AtMost { high } => format!("≤ {}", amount(high)),
        Bound::Exactly { value } => format!("= {}", amount(value)),
        Bound::Band { low, high } => format!("{}-{}", amount(low), amount(high)),
    };
    format!("{bound} {}", target.unit).trim_end().to_owned()
}

/// A number as people type it: with a comma.
#[must_use]
pub fn amount(amount: Amount) -> String {
    amount.to_string().replace('.', ",")
}

fn sense(text: &str) -> (Option<Sense>, &str) {
    for (sign, sense) in SIGNS {
        if let Some(rest) = text.strip_prefix(sign) {
            return (Some(sense), rest.trim_start());
        }
    }
    let Some(start) = text.find(|letter: char| letter.is_ascii_digit()) else {
        return (None, text);
    };
    let (head, rest) = text.split_at(start);
    let head = fold(head);
    if head.is_empty() {
        return (None, rest);
    }
    let found = WORDS.iter().find(|(word, _)| *word == head);
    match found {
        Some((_, sense)) => (Some(*sense), rest),
        // What is not understood keeps its letters, and so is no number.
        None => (None, text),
    }
}

fn number(text: &str) -> Option<(Amount, &str)> {
    let end = text
        .find(|letter: char| !letter.is_ascii_digit() && letter != ',' && letter != '.')
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let is_number = digits.ends_with(|letter: char| letter.is_ascii_digit());
    let amount = Amount::read(digits).filter(|_| is_number)?;
    Some((amount, rest))
}

/// `% - 35 %`: the unit of the first of two numbers.
fn unit_before_dash(rest: &str) -> (&str, &str) {
    let trimmed = rest.trim_start();
    match trimmed.strip_prefix('%') {
        Some(after) => ("%", after),
        None => ("", rest),
    }
}

fn second(rest: &str) -> Option<(Amount, &str)> {
    let rest = rest.trim_start();
    let after = rest
        .strip_prefix(['-', '–', '—'])
        .or_else(|| rest.strip_prefix("đến "))
        .or_else(|| rest.strip_prefix("den "))?;
    number(after.trim_start())
}

fn unit(rest: &str) -> Option<String> {
    let unit = rest.trim();
    (!unit.is_empty()).then(|| unit.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_read_as_they_are_written_and_written_as_they_are_read() {
        for (text, kept) in [
            ("đạt 100%", Some("≥ 100 %")),
            ("100%", Some("≥ 100 %")),
            ("25-35%", Some("25-35 %")),
            ("25% - 35%", Some("25-35 %")),
            ("từ 25% đến 35%", Some("25-35 %")),
            ("≥ 95,5 %", Some("≥ 95,5 %")),
            ("tối đa 5 %", Some("≤ 5 %")),
            ("không quá 3 ngày", Some("≤ 3 ngày")),
            ("ít nhất 12 hồ sơ", Some("≥ 12 hồ sơ")),
            ("= 1.200 hồ sơ", Some("= 1200 hồ sơ")),
            ("95% trở lên", Some("≥ 95 %")),
            ("TỐI THIỂU 80%", Some("≥ 80 %")),
            ("35-25%", None),
            ("tối đa 25-35%", None),
            ("khoảng 20%", None),
            ("", None),
            ("%", None),
            ("12 hồ sơ trong 3 ngày", None),
        ] {
            let read = read(text);
            assert_eq!(read.as_ref().map(written).as_deref(), kept, "{text}");
            if let Some(target) = read {
                assert_eq!(super::read(&written(&target)), Some(target), "{text}");
            }
        }
    }

    #[test]
    fn a_target_is_proposed_only_where_the_text_is_plain() {
        for (text, kept) in [
            ("Bảo đảm hồ sơ đúng hạn đạt 100%", Some("≥ 100 %")),
            (
                "Cử 25-35% lãnh đạo có khả năng làm việc quốc tế",
                Some("25-35 %"),
            ),
            ("Tỷ lệ hồ sơ trễ không quá 2% tổng số", Some("≤ 2 %")),
            ("Từ 25% đến 35% cán bộ", Some("25-35 %")),
            ("Giảm 10% biên chế, tăng 5% chi thường xuyên", None),
            (
                "Kiểm tra nơi có tỷ lệ hồ sơ trễ hạn trên 5% trong hai tháng",
                None,
            ),
            ("Cấp chữ ký số cho 100% lãnh đạo", Some("≥ 100 %")),
            ("Rà soát thủ tục", None),
            ("Kế hoạch 2022-2025", None),
        ] {
            let found = proposed(text).as_ref().map(written);
            assert_eq!(found.as_deref(), kept, "{text}");
        }
    }
}
