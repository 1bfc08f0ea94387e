//! So many days, working days, months or years, and the event from which they are counted (D13, D14).

use super::EventKind;
use super::dates;
use super::numbers::count as count_of;
use super::phrases::{CountedFrom, Length, LengthUnit};
use super::point::{Named, Point};
use super::tokens::{Cursor, Token, What};
use super::words;

const INTRODUCTIONS: [&str; 14] = [
    "trong thoi han",
    "trong vong",
    "trong",
    "thoi han",
    "khong qua",
    "toi da",
    "den da",
    "cham nhat sau",
    "cham nhat la",
    "cham nhat",
    "muon nhat",
    "ngay sau",
    "sau",
    "vong",
];

/// Reads a length of time with what it is counted from.
pub(super) fn length(at: &mut Cursor<'_>) -> Option<Length> {
    let mut ahead = *at;
    if let Some(length) = counted(&mut ahead, false) {
        *at = ahead;
        return Some(length);
    }
    let introduced = (0..3).filter(|_| ahead.any(&INTRODUCTIONS)).count() > 0;
    let length = counted(&mut ahead, introduced).filter(|_| introduced)?;
    *at = ahead;
    Some(length)
}

fn counted(at: &mut Cursor<'_>, introduced: bool) -> Option<Length> {
    let mut ahead = *at;
    let (count, of) = if ahead.phrase("nua thang") {
        (15, LengthUnit::Days)
    } else if ahead.phrase("nua nam") {
        (6, LengthUnit::Months)
    } else {
        let number = count_of(&mut ahead)?;
        let (factor, of) = unit(&mut ahead)?;
        // "Chậm nhất 17 giờ ngày 30/9" is an hour of that day.
        if of == LengthUnit::Hours && words::sees_a_day(ahead) {
            return None;
        }
        (number.saturating_mul(factor), of)
    };
    let mut after = ahead;
    if ahead.sees_numeral() || after.any(&["dau", "cuoi", "giua", "tiep theo", "truoc"]) {
        return None;
    }
    // "Một năm hai lần" says how often.
    after = ahead;
    if count_of(&mut after).is_some() && after.phrase("lan") || after.sign('/') {
        return None;
    }
    *at = ahead;
    Some(Length {
        count,
        of,
        from: origin(at),
        introduced,
    })
}

fn unit(at: &mut Cursor<'_>) -> Option<(u32, LengthUnit)> {
    let units = [
        ("ngay lam viec", 1, LengthUnit::WorkingDays),
        ("ngay", 1, LengthUnit::Days),
        ("tuan", 7, LengthUnit::Days),
        ("thang", 1, LengthUnit::Months),
        ("quy", 3, LengthUnit::Months),
        ("nam", 12, LengthUnit::Months),
        ("gio", 1, LengthUnit::Hours),
    ];
    units
        .into_iter()
        .find(|(word, ..)| at.phrase(word))
        .map(|(_, factor, of)| (factor, of))
}

/// Reads the event; the words after it belong to its name, up to a sign that ends it.
fn origin(at: &mut Cursor<'_>) -> CountedFrom {
    let mut ahead = *at;
    ahead.sign(',');
    let starts = [
        "ke tu",
        "tinh tu",
        "bat dau tu",
        "tu khi",
        "tu ngay",
        "tu thoi diem",
        "sau khi",
        "sau ngay",
        "ke khi",
        "tu luc",
        "sau",
        "tu",
        "khi",
    ];
    let Some(start) = starts.iter().find(|start| ahead.phrase(start)) else {
        return CountedFrom::Unsaid;
    };
    let mut dated = ahead;
    if start.ends_with("ngay") {
        dated.phrase("ngay");
    }
    let point = dates::date(&mut dated).or_else(|| {
        dated.phrase("ngay");
        dates::date(&mut dated)
    });
    let full = |point: &Point| matches!(point.named, Named::Span { .. }) && point.is_possible();
    if let Some(Some(point)) = point.map(|read| read.filter(full)) {
        *at = dated;
        return CountedFrom::Date(point);
    }
    let event = ahead.rest;
    ahead.until(&[',', ';', '(', ')', '\n']);
    let length = event.len() - ahead.rest.len();
    *at = ahead;
    CountedFrom::Event(kind_of_event(event.get(..length).unwrap_or_default()))
}

/// True to its name only where nothing else is named: "ngày ký ban hành", "Chỉ thị này được ban hành".
fn kind_of_event(event: &[Token]) -> EventKind {
    let has = |word: &str| event.iter().any(|token| token.is(word));
    let plain = [
        "ngay", "khi", "thoi", "diem", "ky", "ki", "ban", "hanh", "phat", "duoc", "nay", "van",
    ];
    let documents = [
        "chi", "thi", "ke", "hoach", "quyet", "dinh", "thong", "bao", "cong", "nghi", "ket", "luan",
    ];
    let is = |token: &Token, words: &[&str]| words.iter().any(|word| token.is(word));
    let signs = has("ky") || has("ki") || has("hanh");
    let names = event.iter().any(|token| is(token, &documents)) || has("van");
    let strange = event.iter().any(|token| {
        !is(token, &plain) && !is(token, &documents) || !matches!(token.what, What::Word(_))
    });
    if signs && !strange && (!names || has("nay")) {
        EventKind::Signing
    } else {
        EventKind::Other
    }
}
