//! The grammar of dates: what a day, month, quarter, half or year looks like (D1, D4 to D7, D9).
//!
//! Each function either passes what it understood or leaves the cursor where it was.

use super::numbers::{count, in_words};
use super::point::{Edge, Point};
use super::tokens::Cursor;

/// What follows a day, month or quarter.
enum Tail {
    Nothing,
    Year(i32),
    /// A year of three digits, or of five.
    Broken,
}

/// A point as it was read; none inside where it cannot exist.
pub(super) type Reading = Option<Point>;

fn year_of(value: u32, digits: usize) -> Option<i32> {
    let value = i32::try_from(value).ok()?;
    match digits {
        2 => Some(2000 + value),
        4 => Some(value),
        _ => None,
    }
}

/// Reads four digits that can be a year.
pub(super) fn bare_year(at: &mut Cursor<'_>) -> Option<i32> {
    let mut ahead = *at;
    let (value, digits) = ahead.number()?;
    let year = year_of(value, digits).filter(|year| digits == 4 && (1900..2200).contains(year))?;
    *at = ahead;
    Some(year)
}

fn year_tail(at: &mut Cursor<'_>) -> Tail {
    let mut ahead = *at;
    ahead.sign(',');
    ahead.phrase("cua");
    let named = ahead.phrase("nam");
    if named {
        ahead.sign('/');
    }
    if let Some(year) = bare_year(&mut ahead) {
        *at = ahead;
        return Tail::Year(year);
    }
    ahead = *at;
    let Some(sign) = ahead.one_sign(&['/', '-', '.']) else {
        return Tail::Nothing;
    };
    let Some((value, digits)) = ahead.number() else {
        return Tail::Nothing;
    };
    if named || sign != '/' && digits != 4 {
        return Tail::Nothing;
    }
    *at = ahead;
    year_of(value, digits).map_or(Tail::Broken, Tail::Year)
}

fn with_tail(at: &mut Cursor<'_>, point: Point) -> Reading {
    match year_tail(at) {
        Tail::Nothing => Some(point),
        Tail::Year(year) => Some(point.in_year(Some(year))),
        Tail::Broken => None,
    }
}

/// Reads a day with its month: 30/6, 15.12.2022, ngày 20 tháng 10 năm 2022; or "ngày 15" alone.
pub(super) fn date(at: &mut Cursor<'_>) -> Option<Reading> {
    let mut ahead = *at;
    if let Some(point) = iso(&mut ahead) {
        *at = ahead;
        return Some(Some(point));
    }
    ahead = *at;
    let named = ahead.phrase("ngay");
    if named {
        ahead.sign(':');
        ahead.skip(&["mung"]);
    }
    let day = ahead.small()?;
    let after_day = ahead;
    let read = numeric(&mut ahead, day).or_else(|| {
        ahead = after_day;
        ahead
            .phrase("thang")
            .then(|| month_number(&mut ahead))
            .flatten()
            .and_then(|month| {
                let dated = with_tail(&mut ahead, Point::day(day, month.number));
                let certain = !month.may_be_next || dated.is_none_or(|point| point.year.is_some());
                certain.then_some(dated)
            })
    });
    if let Some(reading) = read {
        *at = ahead;
        return Some(reading);
    }
    if named {
        *at = after_day;
        return Some(Some(Point::day_only(day)));
    }
    None
}

fn iso(at: &mut Cursor<'_>) -> Option<Point> {
    at.phrase("ngay");
    let (year, digits) = at.number()?;
    let sign = at.one_sign(&['-', '/', '.'])?;
    let month = at.small()?;
    let day = at.sign(sign).then(|| at.small()).flatten()?;
    (digits == 4).then(|| Point::day(day, month).in_year(i32::try_from(year).ok()))
}

fn numeric(at: &mut Cursor<'_>, day: u32) -> Option<Reading> {
    let sign = at.one_sign(&['/', '.', '-'])?;
    let month = at.small()?;
    let point = Point::day(day, month);
    let mut ahead = *at;
    let second = ahead.one_sign(&['/', '.', '-']).zip(ahead.number());
    if let Some((second, (value, digits))) = second {
        let year = year_of(value, digits);
        // "5-6/2022" are two months rather than a day; "30/6-15/7" goes on with another date.
        if second == sign && (sign != '-' || year.is_some()) || digits == 4 && sign != '-' {
            *at = ahead;
            return Some(year.map(|year| point.in_year(Some(year))));
        }
    }
    if sign == '-' {
        return None;
    }
    Some(with_tail(at, point))
}

/// The number of a month, and whether the word may also mean "next month" (tháng sáu, tháng sau).
struct Month {
    number: u32,
    may_be_next: bool,
}

fn month_number(at: &mut Cursor<'_>) -> Option<Month> {
    at.sign('.');
    if let Some(number) = at.small() {
        return Some(Month {
            number,
            may_be_next: false,
        });
    }
    let mut ahead = *at;
    let may_be_next = ahead.phrase("sau");
    // "Hằng tháng từ ngày ..." holds no April.
    if ahead.phrase("tu")
        && ahead.any(&["ngay", "thang", "quy", "khi", "nam"])
        && !ahead.sees_numeral()
    {
        return None;
    }
    let number = in_words(at).filter(|number| *number <= 12)?;
    Some(Month {
        number,
        may_be_next,
    })
}

/// Reads a month: tháng 6/2022, T6/2022, 06/2022, tháng sáu năm 2022.
pub(super) fn month(at: &mut Cursor<'_>) -> Option<Reading> {
    let mut ahead = *at;
    if let Some(reading) = month_of_quarter(&mut ahead) {
        *at = ahead;
        return Some(reading);
    }
    ahead = *at;
    if ahead.phrase("thang") {
        let month = month_number(&mut ahead)?;
        let read = with_tail(&mut ahead, Point::month(month.number));
        if month.may_be_next && read.is_some_and(|point| point.year.is_none()) {
            return None;
        }
        *at = ahead;
        return Some(read);
    }
    let abbreviated = ahead.phrase("t");
    if abbreviated {
        ahead.sign('.');
    }
    let number = ahead.small()?;
    if abbreviated {
        let read = with_tail(&mut ahead, Point::month(number));
        if read.is_some_and(|point| point.year.is_none()) {
            return None;
        }
        *at = ahead;
        return Some(read);
    }
    ahead.one_sign(&['/', '.', '-'])?;
    let (value, digits) = ahead.number()?;
    let year = year_of(value, digits).filter(|_| digits == 4)?;
    *at = ahead;
    Some(Some(Point::month(number).in_year(Some(year))))
}

/// "Tháng cuối quý II/2022" is June.
fn month_of_quarter(at: &mut Cursor<'_>) -> Option<Reading> {
    let edge = at.phrase("thang").then(|| edge_word(at)).flatten()?;
    at.skip(&["cung", "tien", "cua"]);
    let quarter = quarter(at)?;
    let month = quarter.and_then(|point| match edge {
        Edge::Begin => point.first_day().map(|(month, _)| (month, point.year)),
        Edge::Middle | Edge::End => point
            .last_day()
            .map(|(month, _)| (month - u8::from(edge == Edge::Middle), point.year)),
    });
    Some(month.map(|(month, year)| Point::month(u32::from(month)).in_year(year)))
}

/// Reads T6 without a year: a month, or a weekday.
pub(super) fn abbreviated_month(at: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *at;
    let number = ahead
        .phrase("t")
        .then(|| ahead.small())
        .flatten()
        .filter(|number| (1..=12).contains(number))?;
    *at = ahead;
    Some(number)
}

/// Reads a quarter: quý II/2022, Q.2 năm 2022, quý tư, quý đầu năm 2023.
pub(super) fn quarter(at: &mut Cursor<'_>) -> Option<Reading> {
    let mut ahead = *at;
    if !ahead.phrase("quy") {
        return None;
    }
    ahead.sign('.');
    ahead.phrase("thu");
    let number = quarter_number(&mut ahead)?;
    let read = with_tail(&mut ahead, Point::quarter(number));
    if read.is_some_and(|point| point.year.is_none()) {
        let mut whole = ahead;
        if whole.any(&["cua nam", "trong nam", "nam"])
            && !whole.sees_numeral()
            && !whole.any(&["sau", "toi"])
        {
            ahead = whole;
        }
    }
    *at = ahead;
    Some(read)
}

fn quarter_number(at: &mut Cursor<'_>) -> Option<u32> {
    if let Some(number) = at.roman().or_else(|| at.small()) {
        return Some(number);
    }
    let mut last = *at;
    if last.phrase("cuoi") && last.phrase("nam") {
        at.phrase("cuoi");
        return Some(4);
    }
    let words: [(&[&str], u32); 4] = [
        (&["mot", "nhat", "dau tien", "dau"], 1),
        (&["hai"], 2),
        (&["ba"], 3),
        (&["tu", "bon"], 4),
    ];
    words
        .iter()
        .find(|(names, _)| at.any(names))
        .map(|(_, number)| *number)
}

/// Reads the first or last months of a year: 6 tháng đầu năm 2022, 9 tháng đầu năm, nửa cuối năm.
pub(super) fn part_of_year(at: &mut Cursor<'_>) -> Option<Reading> {
    let mut ahead = *at;
    let (months, edge) = if ahead.phrase("nua") {
        ahead.phrase("nam");
        (6, edge_word(&mut ahead)?)
    } else {
        let months = count(&mut ahead)?;
        if !ahead.phrase("thang") {
            return None;
        }
        (months, edge_word(&mut ahead)?)
    };
    if edge == Edge::Middle || ahead.rest.first().is_some_and(|token| token.is("quy")) {
        return None;
    }
    ahead.skip(&["cua", "trong"]);
    let point = Point::part_of_year(months, edge);
    let read = match year_tail(&mut ahead) {
        Tail::Year(year) => Some(point.in_year(Some(year))),
        Tail::Broken => None,
        Tail::Nothing => {
            ahead.phrase("nam");
            Some(point)
        }
    };
    *at = ahead;
    Some(read.filter(|_| (1..=11).contains(&months)))
}

fn edge_word(at: &mut Cursor<'_>) -> Option<Edge> {
    if at.phrase("dau") {
        return Some(Edge::Begin);
    }
    if at.phrase("giua") {
        return Some(Edge::Middle);
    }
    at.phrase("cuoi").then_some(Edge::End)
}

/// Reads "năm 2022" or "2022".
pub(super) fn year(at: &mut Cursor<'_>) -> Option<Reading> {
    let mut ahead = *at;
    ahead.any(&["ca nam", "nam"]);
    let year = bare_year(&mut ahead)?;
    *at = ahead;
    Some(Some(Point::whole_year().in_year(Some(year))))
}

/// What "cuối", "giữa" or "đầu" is said of.
pub(super) enum EdgeOf {
    /// A day that the law knows.
    Day(Reading),
    /// "Cuối tháng", "cuối quý" without saying which.
    Bare(Edge, u32),
    /// "Đầu quý": no law says which day.
    NoMeaning,
}

/// Reads đầu, giữa, cuối of a month, quarter or year, and "ngày cuối cùng của ..." (D9).
pub(super) fn edge(at: &mut Cursor<'_>) -> Option<EdgeOf> {
    let mut ahead = *at;
    let exact = ahead.phrase("ngay");
    let edge = edge_word(&mut ahead)?;
    ahead.skip(&["cung", "tien", "cua", "trong"]);
    let whole = ahead;
    let target = quarter(&mut ahead)
        .or_else(|| month(&mut ahead))
        .or_else(|| year(&mut ahead));
    let read = match target {
        Some(Some(point)) => point
            .at(edge, exact)
            .map_or(EdgeOf::NoMeaning, |day| EdgeOf::Day(Some(day))),
        Some(None) => EdgeOf::Day(None),
        None => {
            ahead = whole;
            bare_edge(&mut ahead, edge, exact)?
        }
    };
    *at = ahead;
    Some(read)
}

fn bare_edge(at: &mut Cursor<'_>, edge: Edge, exact: bool) -> Option<EdgeOf> {
    // "Cuối mỗi quý" also says how often; that is left to be read.
    let left = *at;
    let every = at.any(&["moi", "hang", "tung"]);
    if at.phrase("nam") {
        *at = if every { left } else { *at };
        return Some(EdgeOf::Day(Point::whole_year().at(edge, exact)));
    }
    let months = if at.phrase("quy") {
        3
    } else {
        u32::from(at.phrase("thang"))
    };
    if months == 0 || at.rest.first().is_some_and(|token| token.is("sau")) {
        return None;
    }
    if months == 3 && edge != Edge::End && !exact {
        return Some(EdgeOf::NoMeaning);
    }
    *at = if every { left } else { *at };
    Some(EdgeOf::Bare(edge, months))
}

/// Gives the next member of a list what follows it: the year, or nothing.
pub(super) fn continued(at: &mut Cursor<'_>, point: Point) -> Reading {
    with_tail(at, point)
}
