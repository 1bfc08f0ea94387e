//! The pane of agencies: a tree by branch in official order, with what is late, due soon and open.
//!
//! Letters jump: by code, initials or name, without accents.

use crate::domain::agency::Branch;
use crate::domain::agency::lineage::{self, By};
use crate::domain::count::{AgencyCounts, Counts};
use crate::domain::fold::{fold, initials};
use crate::domain::id::AgencyId;
use crate::ui::composing::Method;
use crate::ui::widgets::field::Field;
use crate::work::request::Facts;

/// No agency is called by more letters.
const LIMIT: usize = 200;

/// Whose tasks are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Everybody's.
    All,
    /// Those of a branch.
    Branch(Branch),
    /// Those of one agency.
    Agency(AgencyId),
}

/// One line of the pane.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Whose line.
    pub place: Place,
    /// Its numbers; sums for branches and for all.
    pub counts: Counts,
}

/// The tree and the line that is selected.
#[derive(Debug)]
pub(super) struct Pane {
    counts: Vec<AgencyCounts>,
    /// As counted, by the agency of the time.
    counted: Vec<AgencyCounts>,
    /// Under which agency tasks stand.
    by: By,
    /// Only these, where a filter names agencies.
    among: Vec<AgencyId>,
    rows: Vec<Row>,
    place: Place,
    typed: Field,
}

impl Pane {
    pub(super) fn new(agency: Option<AgencyId>) -> Self {
        Self {
            counts: Vec::new(),
            counted: Vec::new(),
            by: By::Then,
            among: Vec::new(),
            rows: Vec::new(),
            place: agency.map_or(Place::All, Place::Agency),
            typed: Field::new(LIMIT),
        }
    }

    /// The lines, from "all" on.
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What is selected.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    /// The line that is selected.
    pub(super) fn line(&self) -> usize {
        let mut rows = self.rows.iter();
        rows.position(|row| row.place == self.place).unwrap_or(0)
    }

    /// The numbers of what is selected.
    pub(super) fn selected_counts(&self) -> Counts {
        self.rows
            .get(self.line())
            .map_or_else(Counts::default, |row| row.counts)
    }

    /// The letters typed so far for a jump.
    pub(super) fn typed(&self) -> String {
        self.typed.raw()
    }

    /// The agencies whose tasks are to be listed; empty for everybody's.
    pub(super) fn agencies(&self, facts: &Facts) -> Vec<AgencyId> {
        match self.place {
            Place::All => self.among.clone(),
            Place::Agency(id) => self.with_theirs(&[id], facts),
            Place::Branch(wanted) => {
                let ids = self.rows.iter().filter_map(|row| match row.place {
                    Place::Agency(id) => Some(id),
                    Place::All | Place::Branch(_) => None,
                });
                let ids: Vec<AgencyId> = ids
                    .filter(|id| {
                        let agency = facts.agency(*id);
                        agency.is_some_and(|agency| agency.branch() == wanted)
                    })
                    .collect();
                self.with_theirs(&ids, facts)
            }
        }
    }

    /// The agencies, and where tasks stand under today's, those that they took over from.
    fn with_theirs(&self, ids: &[AgencyId], facts: &Facts) -> Vec<AgencyId> {
        match self.by {
            By::Then | By::Head => ids.to_vec(),
            By::Today => lineage::all_with_predecessors(&facts.agencies, ids, facts.today),
        }
    }

    /// Under which agency tasks stand.
    pub(super) fn by(&self) -> By {
        self.by
    }

    /// Goes over to the next way of counting and listing.
    pub(super) fn turn(&mut self, facts: &Facts) {
        self.by = match self.by {
            By::Then => By::Today,
            By::Today => By::Head,
            By::Head => By::Then,
        };
        if let (By::Today, Place::Agency(id)) = (self.by, self.place) {
            let heir = lineage::today_of(&facts.agencies, id, facts.today);
            self.place = Place::Agency(heir);
        }
        let counted = std::mem::take(&mut self.counted);
        self.count(&counted, facts);
    }

    /// Takes in the numbers.
    pub(super) fn count(&mut self, counts: &[AgencyCounts], facts: &Facts) {
        self.counted = counts.to_vec();
        self.counts = match self.by {
            By::Then | By::Head => counts.to_vec(),
            By::Today => lineage::by_today(counts, &facts.agencies, facts.today),
        };
        self.build(facts);
    }

    /// Shows only these agencies; all where there are none.
    pub(super) fn keep_among(&mut self, agencies: &[AgencyId], facts: &Facts) {
        self.among = agencies.to_vec();
        self.build(facts);
    }

    /// Makes the lines anew. What is selected stays, unless its line is gone.
    pub(super) fn build(&mut self, facts: &Facts) {
        let mut members: Vec<(Branch, AgencyId)> = facts
            .agencies
            .iter()
            // Who stands above the city's agencies, or beside the city, is listed only where it leads something.
            .filter(|agency| {
                let is_expected = agency.parent_code.is_some() && agency.is_valid_on(facts.today);
                self.is_shown(agency.id, is_expected)
            })
            .map(|agency| (agency.branch(), agency.id))
            .collect();
        members.sort_by_key(|(branch, _)| *branch);
        let mut rows = Vec::new();
        for group in members.chunk_by(|one, other| one.0 == other.0) {
            let agencies = group.iter().map(|(_, id)| self.row(*id));
            let agencies: Vec<Row> = agencies.collect();
            if let Some((branch, _)) = group.first() {
                rows.push(Row {
                    place: Place::Branch(*branch),
                    counts: sum(&agencies),
                });
            }
            rows.extend(agencies);
        }
        if self.is_shown(AgencyId::UNRESOLVED, false) {
            rows.push(self.row(AgencyId::UNRESOLVED));
        }
        let all = Row {
            place: Place::All,
            counts: sum(&rows),
        };
        rows.insert(0, all);
        if !rows.iter().any(|row| row.place == self.place) {
            self.place = Place::All;
        }
        self.rows = rows;
    }

    fn row(&self, id: AgencyId) -> Row {
        let mut counts = self.counts.iter();
        let found = counts.find(|row| row.agency == id);
        Row {
            place: Place::Agency(id),
            counts: found.map_or_else(Counts::default, |row| row.counts),
        }
    }

    fn is_shown(&self, id: AgencyId, is_expected: bool) -> bool {
        let is_among = self.among.is_empty() || self.among.contains(&id);
        let is_selected = self.place == Place::Agency(id);
        is_among && (is_expected || is_selected || self.row(id).counts != Counts::default())
    }

    /// Selects an agency, or all; adds its line where it has none.
    pub(super) fn select(&mut self, agency: Option<AgencyId>, facts: &Facts) {
        self.typed.set("");
        self.place = agency.map_or(Place::All, Place::Agency);
        self.build(facts);
    }

    /// Moves by so many lines, as far as there are lines; false where it cannot.
    pub(super) fn step(&mut self, by: isize) -> bool {
        self.typed.set("");
        let last = self.rows.len().saturating_sub(1);
        let line = self.line().saturating_add_signed(by).min(last);
        let place = self.rows.get(line).map(|row| row.place);
        let has_moved = place.is_some_and(|place| place != self.place);
        self.place = place.unwrap_or(self.place);
        has_moved
    }

    /// Forgets the letters of a jump; false where there were none.
    pub(super) fn forget(&mut self) -> bool {
        let had = !self.typed.raw().is_empty();
        self.typed.set("");
        had
    }

    /// One letter less; the line stays.
    pub(super) fn erase(&mut self) -> bool {
        self.typed.erase()
    }

    /// One letter more: to the agency that is called so; false where none is, and the letter is dropped.
    pub(super) fn jump(&mut self, letter: char, composing: Option<Method>, facts: &Facts) -> bool {
        let before = self.typed.clone();
        self.typed.write(letter, composing);
        let wanted = fold(&self.typed.raw());
        if wanted.is_empty() {
            return true;
        }
        let found = self
            .rows
            .iter()
            .filter_map(|row| match row.place {
                Place::Agency(id) => facts.agency(id),
                Place::All | Place::Branch(_) => None,
            })
            .filter_map(|agency| {
                likeness(&wanted, &agency.code, &agency.name).map(|rank| (rank, agency.id))
            })
            .min_by_key(|(rank, _)| *rank);
        match found {
            Some((_, id)) => self.place = Place::Agency(id),
            None => self.typed = before,
        }
        found.is_some()
    }
}

/// The sum of the agencies among these lines.
fn sum(rows: &[Row]) -> Counts {
    let mut sum = Counts::default();
    for row in rows {
        if matches!(row.place, Place::Agency(_)) {
            sum += row.counts;
        }
    }
    sum
}

/// How well an agency answers to the folded letters; smaller is better, none not at all.
fn likeness(wanted: &str, code: &str, name: &str) -> Option<u8> {
    let code = fold(code).replace(' ', "");
    let (short, name) = (initials(name), fold(name));
    let wanted_code = wanted.replace(' ', "");
    // A unit's own name comes last: "quan 4" is Ủy ban nhân dân Quận 4, and not Quận 4x.
    let tail = format!(" {wanted}");
    let tests = [
        code == wanted_code,
        name.ends_with(&tail),
        code.starts_with(&wanted_code),
        short.starts_with(&wanted_code),
        name.starts_with(wanted),
        name.contains(&tail),
        code.contains(&wanted_code),
        short.contains(&wanted_code),
    ];
    let place = tests.iter().position(|fits| *fits)?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_before_initials_and_initials_before_names() {
        let rank = |wanted: &str, code: &str, name: &str| likeness(wanted, code, name);
        assert_eq!(rank("stc", "STC", "Sở Tài chính"), Some(0));
        assert!(rank("st", "STC", "Sở Tài chính") < rank("st", "X", "Sở Tư pháp"));
        assert!(rank("tttt", "STTTT", "Sở Thông tin và Truyền thông").is_some());
        assert!(rank("quan 4", "Q4", "Ủy ban nhân dân Quận 4").is_some());
        assert_eq!(rank("xyz", "STC", "Sở Tài chính"), None);
    }
}
