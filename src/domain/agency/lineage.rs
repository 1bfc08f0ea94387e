//! Who came after whom: today's successor of an agency, its predecessors, and who waits for a lead.

use chrono::NaiveDate;

use super::Agency;
use crate::domain::count::AgencyCounts;
use crate::domain::id::AgencyId;

/// No chain of reorganisations is that long; a circle in the data ends here.
const LONGEST: usize = 16;

/// Under which agency tasks are counted and listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum By {
    /// Under the agency that led them.
    #[default]
    Then,
    /// Under the one that took over from it, as far as there is exactly one.
    Today,
    /// Under the head who answered for them: the title at the agency of the time.
    Head,
}

/// The agency that took over from this one and exists on the day: the sole successor, and its sole
/// successor; none after a split, a dissolution, or while nobody took over.
#[must_use]
pub fn heir<'a>(agencies: &'a [Agency], agency: &Agency, on: NaiveDate) -> Option<&'a Agency> {
    let mut heirs = agency.successors.as_slice();
    for _ in 0..LONGEST {
        let [code] = heirs else { return None };
        let next = by_code(agencies, code)?;
        if next.is_valid_on(on) {
            return Some(next);
        }
        heirs = next.successors.as_slice();
    }
    None
}

/// The agency of a code; a version that was taken back is none.
#[must_use]
pub fn by_code<'a>(agencies: &'a [Agency], code: &str) -> Option<&'a Agency> {
    agencies
        .iter()
        .find(|agency| agency.code.eq_ignore_ascii_case(code) && !agency.is_void())
}

/// The agency under which the tasks of another one are counted today: its heir, or itself.
#[must_use]
pub fn today_of(agencies: &[Agency], id: AgencyId, today: NaiveDate) -> AgencyId {
    let agency = agencies.iter().find(|agency| agency.id == id);
    let ended = agency.filter(|agency| agency.ended_before(today));
    ended
        .and_then(|agency| heir(agencies, agency, today))
        .map_or(id, |heir| heir.id)
}

/// An agency and all those whose heir it is today, in official order.
#[must_use]
pub fn with_predecessors(agencies: &[Agency], id: AgencyId, today: NaiveDate) -> Vec<AgencyId> {
    let mut all: Vec<AgencyId> = agencies
        .iter()
        .map(|agency| agency.id)
        .filter(|other| *other == id || today_of(agencies, *other, today) == id)
        .collect();
    if all.is_empty() {
        all.push(id);
    }
    all
}

/// Each of these agencies and all those whose heir it is today, each once, in official order.
#[must_use]
pub fn all_with_predecessors(
    agencies: &[Agency],
    ids: &[AgencyId],
    today: NaiveDate,
) -> Vec<AgencyId> {
    let of = |id: &AgencyId| with_predecessors(agencies, *id, today);
    let mut all: Vec<AgencyId> = ids.iter().flat_map(of).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The agencies that ended before a day: an open task of theirs has no lead any more.
#[must_use]
pub fn ended(agencies: &[Agency], today: NaiveDate) -> Vec<AgencyId> {
    agencies
        .iter()
        .filter(|agency| agency.ended_before(today))
        .map(|agency| agency.id)
        .collect()
}

/// The same counts, those of an agency that ended added to its heir's; in official order.
#[must_use]
pub fn by_today(
    counts: &[AgencyCounts],
    agencies: &[Agency],
    today: NaiveDate,
) -> Vec<AgencyCounts> {
    let mut sums: Vec<AgencyCounts> = Vec::new();
    for one in counts {
        let agency = today_of(agencies, one.agency, today);
        match sums.iter_mut().find(|sum| sum.agency == agency) {
            Some(sum) => {
                sum.counts += one.counts;
                let oldest = [sum.oldest_overdue, one.oldest_overdue];
                sum.oldest_overdue = oldest.into_iter().flatten().min();
            }
            None => sums.push(AgencyCounts { agency, ..*one }),
        }
    }
    sums.sort_by_key(|sum| sum.agency);
    sums
}

#[cfg(test)]
mod tests {
    // A story ends where it finds something else than it tells.
    #![allow(clippy::panic)]

    use super::*;
    use crate::domain::agency::official;
    use crate::domain::count::Counts;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn tasks_are_counted_where_they_were_led_or_under_todays_heir() {
        let agencies = official();
        let id = |code: &str| by_code(&agencies, code).expect("there").id;
        let today = day("2025-06-01");
        // Giao thông vận tải, Giao thông công chánh, Xây dựng: a chain of two.
        assert_eq!(today_of(&agencies, id("SGTVT"), today), id("SXD"));
        assert_eq!(
            today_of(&agencies, id("SGTVT"), day("2025-04-01")),
            id("SGTCC")
        );
        assert_eq!(
            today_of(&agencies, id("SLDTBXH"), today),
            id("SLDTBXH"),
            "a split has no heir"
        );
        let of_sxd = with_predecessors(&agencies, id("SXD"), today);
        assert_eq!(
            of_sxd,
            [
                id("SXD"),
                id("SGTVT"),
                id("SGTCC"),
                id("SQHKT"),
                id("VPATGT")
            ]
        );
        let one = |code: &str, open, oldest: &str| AgencyCounts {
            agency: id(code),
            counts: Counts {
                open,
                done_late: 1,
                ..Counts::default()
            },
            oldest_overdue: Some(day(oldest)),
        };
        let then = [
            one("SXD", 3, "2025-02-01"),
            one("SGTVT", 4, "2025-01-01"),
            one("SLDTBXH", 5, "2025-01-01"),
        ];
        let now = by_today(&then, &agencies, today);
        let [sxd, split] = now.as_slice() else {
            panic!("two rows: {now:?}");
        };
        assert_eq!(
            (sxd.agency, sxd.counts.open, sxd.counts.done_late),
            (id("SXD"), 7, 2)
        );
        assert_eq!(sxd.oldest_overdue, Some(day("2025-01-01")));
        assert_eq!(split.agency, id("SLDTBXH"));
        assert_eq!(By::default(), By::Then);
        assert!(ended(&agencies, today).contains(&id("SGTVT")));
        assert!(!ended(&agencies, today).contains(&id("Q1")));
    }

    #[test]
    fn a_circle_in_the_data_ends() {
        let mut agencies = official();
        for (code, next) in [("SGTVT", "SGTCC"), ("SGTCC", "SGTVT")] {
            let row = agencies
                .iter_mut()
                .find(|it| it.code == code)
                .expect("there");
            row.successors = vec![next.to_owned()];
        }
        let row = by_code(&agencies, "SGTVT").expect("there").clone();
        assert_eq!(heir(&agencies, &row, day("2025-06-01")), None);
    }
}
