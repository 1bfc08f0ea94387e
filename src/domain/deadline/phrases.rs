//! From tokens to phrases: the words that say before, from, every, within, when.
//!
//! One phrase after another, left to right; what is not understood becomes a phrase of its own, so that
//! nothing is passed over silently (D16, D18).

use super::EventKind;
use super::dates::{self, EdgeOf};
use super::frequency;
use super::point::{Edge, Named, Point};
use super::spans;
use super::tokens::{Cursor, Token, What};
use super::words;

/// One phrase of a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    Point(Point),
    /// "Cuối tháng", without saying which: an edge of a period of so many months.
    Edge(Edge, u32),
    /// "Trong năm", "trong quý": the period, in months, that holds the document.
    This(u32),
    /// "Tháng sáu", which is also "tháng sau".
    JuneOrNext,
    /// "Năm sau", "quý sau".
    Next,
    /// T6.
    ShortMonth(u32),
    Mark(Mark),
    Join(Join),
    /// Hằng, mỗi, định kỳ: how often; nothing where the text does not say.
    Every(Vec<Unit>),
    /// "Báo cáo quý": how often, by implication.
    EveryPerhaps(Vec<Unit>),
    /// "Tháng cuối quý": months before the end of the period.
    MonthOf(u32),
    /// "Tháng đầu quý sau": the first month of the next period.
    FirstMonthOfNext,
    /// From Monday as 0.
    Weekday(u8),
    Hour,
    Length(Length),
    Event,
    Refers,
    Ongoing,
    Onward,
    Label,
    Status,
    NoMeaning,
    Impossible,
    Unknown,
}

/// How a date is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Trước (D2).
    Before,
    /// Chậm nhất, hạn chót, đến hết (D3).
    By,
    /// Đến: the end of a range, else as By.
    To,
    /// Từ, bắt đầu.
    From,
    /// Sau.
    After,
}

/// What stands between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    None,
    Comma,
    And,
    Dash,
    Semicolon,
    Or,
    Bracket,
    /// "Đến" between two dates.
    To,
}

/// The length of a period that recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Months(u32),
}

/// So many days, months, years, and from what on (D13, D14).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) count: u32,
    pub(super) of: LengthUnit,
    pub(super) from: CountedFrom,
    /// True after "trong", "sau", "không quá" and the like.
    pub(super) introduced: bool,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LengthUnit {
    Hours,
    Days,
    WorkingDays,
    Months,
}

/// Where counting begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CountedFrom {
    Unsaid,
    Date(Point),
    Event(EventKind),
}

/// A phrase and the tokens it came from.
pub(super) struct Found<'a> {
    pub(super) phrase: Phrase,
    pub(super) tokens: &'a [Token],
}

/// Reads all phrases of a text.
pub(super) fn phrases(tokens: &[Token]) -> Vec<Found<'_>> {
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut at = Cursor::new(tokens);
    while !at.is_done() {
        let before = at.rest;
        let phrase = next(&mut at, &found);
        let passed = before.len() - at.rest.len();
        let Some(phrase) = phrase else {
            if passed == 0 {
                at.next();
                found.push(Found {
                    phrase: Phrase::Unknown,
                    tokens: before.get(..1).unwrap_or_default(),
                });
            }
            continue;
        };
        found.push(Found {
            phrase,
            tokens: before.get(..passed).unwrap_or_default(),
        });
    }
    found
}

/// Reads one phrase; none where harmless words were passed, or nothing was understood.
fn next(at: &mut Cursor<'_>, found: &[Found<'_>]) -> Option<Phrase> {
    if let Some(join) = join(at) {
        return Some(Phrase::Join(join));
    }
    frequency::every(at)
        .or_else(|| words::onward(at))
        .or_else(|| this(at, found))
        .or_else(|| words::hour(at))
        .or_else(|| point(dates::part_of_year(at)))
        .or_else(|| frequency::month_of(at))
        .or_else(|| edge(at))
        .or_else(|| words::mark_before_event(at))
        .or_else(|| spans::length(at).map(Phrase::Length))
        .or_else(|| named_point(at, found))
        .or_else(|| words::weekday(at).map(Phrase::Weekday))
        .or_else(|| words::mark(at))
        .or_else(|| words::event(at))
        .or_else(|| words::label(at))
        .or_else(|| {
            words::harmless(at);
            None
        })
}

fn join(at: &mut Cursor<'_>) -> Option<Join> {
    let What::Sign(sign) = at.rest.first()?.what else {
        if at.phrase("va") {
            return Some(Join::And);
        }
        return at.phrase("hoac").then_some(Join::Or);
    };
    let join = match sign {
        ',' | '\n' => Join::Comma,
        '-' => Join::Dash,
        ';' | '.' => Join::Semicolon,
        '(' => Join::Bracket,
        ')' | ':' => Join::None,
        _ => return None,
    };
    at.next();
    Some(join)
}

fn point(reading: Option<dates::Reading>) -> Option<Phrase> {
    reading.map(|point| {
        point
            .filter(Point::is_possible)
            .map_or(Phrase::Impossible, Phrase::Point)
    })
}

fn named_point(at: &mut Cursor<'_>, found: &[Found<'_>]) -> Option<Phrase> {
    if let Some(read) = point(dates::date(at)) {
        return Some(read);
    }
    if let Some(read) = continued(at, found).or_else(|| day_of_range(at)) {
        return Some(read);
    }
    point(dates::quarter(at))
        .or_else(|| point(dates::month(at)))
        .or_else(|| point(dates::year(at)))
        .or_else(|| at.phrase("thang sau").then_some(Phrase::JuneOrNext))
        .or_else(|| short_weekday(at).map(Phrase::Weekday))
        .or_else(|| dates::abbreviated_month(at).map(Phrase::ShortMonth))
}

/// "T6, 30/12/2022": beside a date it is its weekday, and no month.
fn short_weekday(at: &mut Cursor<'_>) -> Option<u8> {
    let mut ahead = *at;
    let number = dates::abbreviated_month(&mut ahead)?;
    let here = ahead;
    ahead.one_sign(&[',', '(', '-']);
    let read = dates::date(&mut ahead).flatten()?;
    if matches!(read.named, Named::DayOnly(_)) || number > 7 {
        return None;
    }
    *at = here;
    u8::try_from(number.checked_sub(2)?).ok()
}

fn edge(at: &mut Cursor<'_>) -> Option<Phrase> {
    Some(match dates::edge(at)? {
        EdgeOf::Day(reading) => return point(Some(reading)),
        EdgeOf::Bare(edge, months) => Phrase::Edge(edge, months),
        EdgeOf::NoMeaning => Phrase::NoMeaning,
    })
}

fn this(at: &mut Cursor<'_>, found: &[Found<'_>]) -> Option<Phrase> {
    let mut ahead = *at;
    let limit = found
        .last()
        .is_some_and(|found| matches!(found.phrase, Phrase::Mark(Mark::By | Mark::To)));
    let introduced = ahead.any(&["trong", "ca"]);
    let months = [("nam", 12), ("quy", 3), ("thang", 1)]
        .into_iter()
        .find(|(word, _)| ahead.phrase(word))?
        .1;
    let shown = ahead.any(&["nay"]);
    let ends = ahead
        .rest
        .first()
        .is_none_or(|token| matches!(token.what, What::Sign(',' | ';' | '.' | ')' | '(' | '\n')));
    if !((introduced || limit) && ends || shown) {
        return None;
    }
    *at = ahead;
    // "Đến hết năm" lacks its year as "đến hết quý II" does; only "trong năm" says which one (D17).
    let lacks_year = limit && !introduced && !shown && months == 12;
    Some(if lacks_year {
        Phrase::Point(Point::whole_year())
    } else {
        Phrase::This(months)
    })
}

/// A number alone goes on with the list it stands in: tháng 3, 4, 5; quý III, IV; ngày 10, 25.
fn continued(at: &mut Cursor<'_>, found: &[Found<'_>]) -> Option<Phrase> {
    let mut before = found.iter().rev();
    let tied = before.next().map(|found| &found.phrase);
    if !matches!(tied, Some(Phrase::Join(_) | Phrase::Mark(Mark::To))) {
        return None;
    }
    let mut points = before.filter_map(|found| match found.phrase {
        Phrase::Point(point) => Some((point, found.tokens)),
        _ => None,
    });
    let (last, tokens) = points.next()?;
    // A member of the list that is a number alone says nothing of its words; the one before it does.
    let tokens = match tokens {
        [_] => points
            .map(|(_, tokens)| tokens)
            .find(|tokens| tokens.len() > 1)
            .unwrap_or_default(),
        tokens => tokens,
    };
    // "Ngày 15 tháng 3, 6, 9": the day stays, the months go on.
    let has = |word: &str| tokens.iter().any(|token| token.is(word));
    let in_words = has("thang") && !["dau", "giua", "cuoi"].into_iter().any(has);
    let mut ahead = *at;
    let kind = last.kind();
    let number = match (kind, last.named) {
        (super::Kind::Quarter, _) => ahead.roman().or_else(|| ahead.small())?,
        (super::Kind::Month, _) | (_, Named::DayOnly(_)) => ahead.small()?,
        (super::Kind::Date, _) if in_words => ahead.small()?,
        _ => return None,
    };
    let read = match (kind, last.named) {
        (_, Named::DayOnly(_)) => Some(Point::day_only(number)),
        (super::Kind::Quarter, _) if number <= 4 => {
            dates::continued(&mut ahead, Point::quarter(number))
        }
        (super::Kind::Month, _) if number <= 12 => {
            dates::continued(&mut ahead, Point::month(number))
        }
        (
            super::Kind::Date,
            Named::Span {
                to: (_, Some(day)), ..
            },
        ) if number <= 12 => dates::continued(&mut ahead, Point::day(day, number)),
        _ => return None,
    };
    *at = ahead;
    point(Some(read))
}

/// "15-30/6/2022": a day that takes its month from the date after the dash.
fn day_of_range(at: &mut Cursor<'_>) -> Option<Phrase> {
    let mut ahead = *at;
    if let Some(day) = day_of_every(&mut ahead) {
        *at = ahead;
        return Some(Phrase::Point(Point::day_only(day)));
    }
    ahead = *at;
    let day = ahead.small()?;
    let here = ahead;
    let tied = ahead.one_sign(&['-', ',']).is_some() || ahead.any(&["den", "den ngay", "va"]);
    let follows = tied
        && matches!(
            dates::date(&mut ahead),
            Some(Some(Point {
                named: Named::Span { .. },
                ..
            }))
        );
    if !follows || !(1..=31).contains(&day) {
        return None;
    }
    *at = here;
    Some(Phrase::Point(Point::day_only(day)))
}

/// "25 hằng tháng": a day without its word.
pub(super) fn day_of_every(at: &mut Cursor<'_>) -> Option<u32> {
    let day = at.small().filter(|day| (1..=31).contains(day))?;
    let mut after = *at;
    let month = after.any(&[
        "hang thang",
        "moi thang",
        "hang quy",
        "moi quy",
        "cua thang",
    ]);
    (month || frequency::month_of(&mut after).is_some()).then_some(day)
}
