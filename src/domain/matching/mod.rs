//! Reads who is meant by a cell of agencies, on the day of its document.
//!
//! A [`Directory`] knows every writing of every agency (DOMAIN 4.3) and is asked for whole cells. It
//! never guesses silently: what it read over is a note, what it is not sure of a doubt with review.

mod abbreviation;
mod groups;
mod lists;
mod names;
mod reader;
mod reading;
mod recognise;
mod slip;
mod suggest;
mod variants;
mod words;
mod writings;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

pub use reading::{CellReading, Doubt, Part};
pub use variants::Variants;

use self::names::{NameWord, Strength};
use self::words::Words;
use self::writings::Writings;
use super::agency::{Agency, AgencyKind, Group};
use super::id::AgencyId;

/// A writing's owner: the agency's place in the official order, and how sure the writing is.
type Entry = (usize, Strength);

/// All agencies, indexed by the ways in which they are written.
#[derive(Debug)]
pub struct Directory {
    agencies: Vec<Agency>,
    names: Vec<Vec<NameWord>>,
    /// What the list filters by: see `suggest`.
    suggestions: Vec<suggest::Words>,
    writings: Writings,
    by_code: HashMap<String, usize>,
    /// Words that never stand in a name without accents.
    accented: HashSet<String>,
}

impl Directory {
    /// Indexes the agencies; their order is kept and is the official one.
    #[must_use]
    pub fn new(agencies: &[Agency]) -> Self {
        let names: Vec<_> = agencies
            .iter()
            .map(|agency| names::words_of(&agency.name))
            .collect();
        let words = || names.iter().flatten();
        let plain: HashSet<&str> = words()
            .filter(|word| word.key == word.accents)
            .map(|word| word.key.as_str())
            .collect();
        let accented = words()
            .map(|word| &word.key)
            .filter(|key| !plain.contains(key.as_str()))
            .cloned()
            .collect();
        let by_code = agencies
            .iter()
            .enumerate()
            .map(|(place, agency)| (agency.code.clone(), place))
            .collect();
        let suggestions = agencies.iter().map(suggest::Words::of).collect();
        Self {
            agencies: agencies.to_vec(),
            names,
            suggestions,
            writings: Writings::of(agencies),
            by_code,
            accented,
        }
    }

    /// The agencies in official order.
    #[must_use]
    pub fn agencies(&self) -> &[Agency] {
        &self.agencies
    }

    /// The agency of an id.
    #[must_use]
    pub fn agency(&self, id: AgencyId) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.id == id)
    }

    /// The agency of a code, as `agencies.csv` spells it.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Agency> {
        self.agencies.get(*self.by_code.get(code)?)
    }

    /// The agency that took over from this one and exists on the day: the sole successor, and its
    /// sole successor; none after a split or while nobody took over.
    #[must_use]
    pub fn successor(&self, agency: &Agency, on: NaiveDate) -> Option<&Agency> {
        let mut heir = agency.successors.as_slice();
        // No chain of reorganisations is that long; a circle in the data ends here.
        for _ in 0..16 {
            let [code] = heir else { return None };
            let next = self.by_code(code)?;
            if next.is_valid_on(on) {
                return Some(next);
            }
            heir = next.successors.as_slice();
        }
        None
    }

    /// The agencies that a part of a cell stands for on a day, in official order; none for what is
    /// unresolved. Those of a group are the leads of its fan-out (DOMAIN 3.5).
    #[must_use]
    pub fn members(&self, part: &Part, on: NaiveDate) -> Vec<AgencyId> {
        match part {
            Part::Agency(id) => vec![*id],
            Part::Group(group) => group
                .members(&self.agencies, on)
                .into_iter()
                .map(|agency| agency.id)
                .collect(),
            Part::Unresolved(_) => Vec::new(),
        }
    }

    /// Reads a cell of agencies as of a day: that of the assigning document (DOMAIN 3.4 rules 5 to 7,
    /// 3.5, 4.3). An empty cell names nobody and is no doubt.
    #[must_use]
    pub fn read_cell(&self, text: &str, on: NaiveDate) -> CellReading {
        self.read_cell_knowing(text, on, &Variants::default())
    }

    /// The same, with the writings that somebody has settled.
    #[must_use]
    pub fn read_cell_knowing(&self, text: &str, on: NaiveDate, known: &Variants) -> CellReading {
        let words = Words::of(text);
        let mut reading = reader::Reader::new(self, &words, on, known).read();
        reading.join_groups();
        self.drop_named_members(&mut reading);
        if self.lacks_accents(&words, &reading) {
            reading.doubt(Doubt::WithoutAccents);
        }
        reading
    }

    /// Reads the cell of the lead: a task has one (DOMAIN 3.4 rule 5); the first part is proposed.
    #[must_use]
    pub fn read_lead(&self, text: &str, on: NaiveDate) -> CellReading {
        self.read_lead_knowing(text, on, &Variants::default())
    }

    /// The same, with the writings that somebody has settled.
    #[must_use]
    pub fn read_lead_knowing(&self, text: &str, on: NaiveDate, known: &Variants) -> CellReading {
        let mut reading = self.read_cell_knowing(text, on, known);
        match reading.parts.as_slice() {
            [] => reading.doubt(Doubt::NoLead),
            [Part::Group(Group::Concerned)] => reading.doubt(Doubt::NoMembers(Group::Concerned)),
            [_] => {}
            // Who leads of several was said by a person.
            [_, _, ..] if known.knows(text) => {}
            [_, _, ..] => reading.doubt(Doubt::SeveralLeads),
        }
        reading
    }

    /// Reads the cell of the supporting agencies; one that is the lead is dropped (DOMAIN 3.4 rule
    /// 2a). Group tokens stay, even if the lead is a member.
    #[must_use]
    pub fn read_support(&self, text: &str, on: NaiveDate, lead: &CellReading) -> CellReading {
        self.read_cell(text, on).without_leads(lead)
    }

    /// The agencies that a text typed so far may mean, the best first: for pickers and filters. All
    /// versions in time are among them.
    #[must_use]
    pub fn suggest(&self, text: &str) -> Vec<AgencyId> {
        let ranked = suggest::rank(text, &self.suggestions);
        ranked
            .into_iter()
            .filter_map(|place| self.agencies.get(place))
            .map(|agency| agency.id)
            .collect()
    }

    /// "UBND TP Thủ Đức và các quận, huyện", "các phường, xã, đặc khu Côn Đảo": the one of its kind is named
    /// beside the group that holds it.
    fn drop_named_members(&self, reading: &mut CellReading) {
        let groups: Vec<Group> = reading.parts.iter().filter_map(group_of).collect();
        let is_named_again = |part: &Part| {
            let agency = agency_of(part).and_then(|id| self.agency(id));
            agency.is_some_and(|agency| {
                matches!(agency.kind, AgencyKind::City | AgencyKind::SpecialZone)
                    && groups.iter().any(|group| group.includes(agency))
            })
        };
        reading.parts.retain(|part| !is_named_again(part));
    }

    /// True if the words that were recognised were typed without their accents.
    fn lacks_accents(&self, words: &Words, reading: &CellReading) -> bool {
        let is_recognised = reading
            .parts
            .iter()
            .any(|part| !matches!(part, Part::Unresolved(_)));
        let lacks = |word: &words::Word| {
            let is_group_word = matches!(
                word.key.as_str(),
                "cac" | "nganh" | "huyen" | "phuong" | "don" | "vi"
            );
            let is_word = word.key.len() > 2 || !word.may_be_initials;
            is_word && (is_group_word || self.accented.contains(&word.key))
        };
        is_recognised && words.is_plain() && words.slice(0..words.len()).iter().any(lacks)
    }
}

fn agency_of(part: &Part) -> Option<AgencyId> {
    match part {
        Part::Agency(id) => Some(*id),
        Part::Group(_) | Part::Unresolved(_) => None,
    }
}

fn group_of(part: &Part) -> Option<Group> {
    match part {
        Part::Group(group) => Some(*group),
        Part::Agency(_) | Part::Unresolved(_) => None,
    }
}

#[cfg(test)]
mod tests;
