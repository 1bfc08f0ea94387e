//! The stories themselves: what happens, to how many tasks, to which. A file a subject.
//!
//! The order matters: what fits few tasks is told before what fits many.

mod dates;
mod hands;
mod ladder;
mod measured;
mod support;

use chrono::{Datelike, NaiveDate};
use fastrand::Rng;

use super::stories::Story;
use crate::domain::agency::Agency;
use crate::domain::id::AgencyId;
use crate::domain::transition::Particulars;

/// Every story.
pub(super) fn all() -> impl Iterator<Item = &'static Story> {
    let parts = [
        dates::RARE,
        hands::RARE,
        measured::STORIES,
        ladder::STORIES,
        support::STORIES,
        dates::STORIES,
        hands::STORIES,
    ];
    parts.into_iter().flatten()
}

/// A deed with a reason.
fn reason(text: &str) -> Particulars {
    Particulars {
        reason: text.to_owned(),
        ..Particulars::default()
    }
}

/// A deed with a text.
fn note(text: &str) -> Particulars {
    Particulars {
        note: text.to_owned(),
        ..Particulars::default()
    }
}

/// The one whose turn it is.
fn nth<'t>(list: &[&'t str], place: usize) -> &'t str {
    let place = place.checked_rem(list.len()).unwrap_or(0);
    list.get(place).copied().unwrap_or_default()
}

/// `Công văn số 1234/UBND-TH ngày 05/06/2023`: numbers rise with the days of the year.
fn paper(kind: &str, sign: &str, day: NaiveDate, rng: &mut Rng) -> String {
    let number = day.ordinal() * 11 + rng.u32(1..11);
    format!("{kind} số {number}/{sign} ngày {}", day.format("%d/%m/%Y"))
}

/// The agency of that code, or the next one of the list, that is not the lead.
fn another(codes: &[&str], place: usize, lead: AgencyId, agencies: &[Agency]) -> Option<AgencyId> {
    let turned = codes.iter().cycle().skip(place).take(codes.len());
    let found = turned.filter_map(|code| agencies.iter().find(|agency| agency.code == *code));
    found.map(|agency| agency.id).find(|id| *id != lead)
}
