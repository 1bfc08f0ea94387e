//! How often: hằng tháng, mỗi quý, định kỳ 6 tháng và năm, 3 tháng/lần; and "tháng cuối quý" (D10).

use super::numbers::count;
use super::phrases::{Phrase, Unit};
use super::tokens::Cursor;

/// Reads how often something recurs.
pub(super) fn every(at: &mut Cursor<'_>) -> Option<Phrase> {
    let mut ahead = *at;
    if let Some(units) = per_time(&mut ahead) {
        *at = ahead;
        return Some(Phrase::Every(units));
    }
    if ahead.any(&["thuong nien"]) {
        *at = ahead;
        return Some(Phrase::Every(vec![Unit::Months(12)]));
    }
    let regular = ahead.any(&["theo dinh ky", "dinh ky", "dinh ki"]);
    if regular {
        ahead.skip(&["bao cao", "theo", "vao", "1 lan", "mot lan"]);
    }
    let said = ahead.any(&["hang", "moi", "tung", "theo tung"]) || regular;
    if said && let Some(units) = units(&mut ahead) {
        ahead.skip(&["mot lan"]);
        once(&mut ahead);
        *at = ahead;
        return Some(Phrase::Every(units));
    }
    if regular {
        at.any(&["theo dinh ky", "dinh ky", "dinh ki"]);
        return Some(Phrase::Every(Vec::new()));
    }
    ahead = *at;
    if ahead.any(&["bao cao", "so ket", "so lieu"])
        && let Some(units) = units(&mut ahead)
    {
        *at = ahead;
        return Some(Phrase::EveryPerhaps(units));
    }
    None
}

/// "3 tháng/lần", "06 tháng một lần", "quý/lần", "1 lần/quý".
fn per_time(at: &mut Cursor<'_>) -> Option<Vec<Unit>> {
    let mut ahead = *at;
    let before = once(&mut ahead);
    if before
        && (ahead.sign('/') || ahead.any(&["moi", "trong", "hang"]))
        && let Some(unit) = unit(&mut ahead)
    {
        *at = ahead;
        return Some(vec![unit]);
    }
    ahead = *at;
    let unit = unit(&mut ahead)?;
    let times = ahead.sign('/') && ahead.phrase("lan") || once(&mut ahead);
    if !times {
        return None;
    }
    *at = ahead;
    Some(vec![unit])
}

fn once(at: &mut Cursor<'_>) -> bool {
    let mut ahead = *at;
    let one = ahead.phrase("mot") || ahead.small() == Some(1);
    let here = one && ahead.phrase("lan");
    if here {
        *at = ahead;
    }
    here
}

fn units(at: &mut Cursor<'_>) -> Option<Vec<Unit>> {
    let mut units = vec![unit(at)?];
    loop {
        let mut ahead = *at;
        let tied = ahead.one_sign(&[',', ';', '/', '-']).is_some() | ahead.phrase("va");
        ahead.skip(&["hang", "moi", "bao cao", "dinh ky"]);
        match unit(&mut ahead).filter(|_| tied) {
            Some(unit) => units.push(unit),
            None => return Some(units),
        }
        *at = ahead;
    }
}

fn unit(at: &mut Cursor<'_>) -> Option<Unit> {
    let mut ahead = *at;
    let simple = [
        ("ngay", Unit::Day),
        ("tuan", Unit::Week),
        ("thang", Unit::Months(1)),
        ("quy", Unit::Months(3)),
        ("ban nien", Unit::Months(6)),
        ("nua nam", Unit::Months(6)),
        ("nam", Unit::Months(12)),
    ];
    let unit = match simple.iter().find(|(word, _)| ahead.phrase(word)) {
        Some((_, unit)) => *unit,
        None => {
            let months = count(&mut ahead)?;
            if ahead.phrase("tuan") {
                // Every second week is no recurrence that we can write; a day stands for all those.
                *at = ahead;
                return Some(if months == 1 { Unit::Week } else { Unit::Day });
            }
            ahead.phrase("thang").then_some(Unit::Months(months))?
        }
    };
    // "Quý II", "tháng cuối quý", "6 tháng đầu năm" name a period, not how often.
    let mut after = ahead;
    if ahead.sees_numeral() && !once(&mut after)
        || after.any(&[
            "dau", "cuoi", "giua", "tiep", "sau", "dinh", "che", "trinh", "hoach", "mo",
        ])
    {
        return None;
    }
    *at = ahead;
    Some(unit)
}

/// Reads "tháng cuối quý", "tháng đầu quý sau", "tháng cuối kỳ báo cáo".
pub(super) fn month_of(at: &mut Cursor<'_>) -> Option<Phrase> {
    let mut ahead = *at;
    if !ahead.phrase("thang") {
        return None;
    }
    let back = if ahead.any(&["cuoi cung", "cuoi", "thu ba", "thu 3"]) {
        0
    } else if ahead.any(&["thu hai", "thu 2", "giua"]) {
        1
    } else if ahead.any(&["dau tien", "dau", "thu nhat", "thu 1"]) {
        2
    } else {
        return None;
    };
    ahead.skip(&["cua", "trong", "moi", "hang", "tung"]);
    let quarter = ahead.phrase("quy");
    if !quarter && !ahead.phrase("ky") {
        return None;
    }
    if ahead.sees_numeral() {
        return None;
    }
    let next = ahead.any(&["sau", "tiep theo", "ke tiep", "lien ke"]);
    ahead.skip(&["bao cao"]);
    *at = ahead;
    match (back, next) {
        (2, true) => Some(Phrase::FirstMonthOfNext),
        (2, false) if !quarter => Some(Phrase::NoMeaning),
        (_, true) => Some(Phrase::NoMeaning),
        (back, false) => Some(Phrase::MonthOf(back)),
    }
}
