//! Walks over a cell, word by word: the longest writing that is known, then shortenings and slips,
//! then what stays unresolved.

use chrono::NaiveDate;

use super::groups::GroupSpan;
use super::lists;
use super::names::Strength;
use super::reading::{CellReading, Doubt, Part};
use super::recognise::{Found, Glass};
use super::variants::Variants;
use super::words::{Gap, Word, Words};
use super::{Directory, Entry};
use crate::domain::agency::{Agency, Group};
use crate::domain::id::AgencyId;

/// Words that only introduce a list ("Chủ trì: Sở Nội vụ").
const LABELS: &[&str] = &[
    "chu tri",
    "phoi hop",
    "co quan chu tri",
    "don vi chu tri",
    "co quan phoi hop",
    "don vi phoi hop",
    "don vi thuc hien",
];

/// One walk over one cell.
pub(super) struct Reader<'a> {
    directory: &'a Directory,
    words: &'a Words,
    on: NaiveDate,
    glass: Glass<'a>,
    reading: CellReading,
    /// The kind that was named for the names that follow.
    kind: Option<Kind>,
}

/// A kind of unit that several names share.
#[derive(Debug, Clone, Copy)]
struct Kind {
    /// Its word.
    at: usize,
    /// Named for all of them: goes on over semicolons.
    is_plural: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        directory: &'a Directory,
        words: &'a Words,
        on: NaiveDate,
        known: &'a Variants,
    ) -> Self {
        Self {
            directory,
            words,
            on,
            glass: Glass {
                directory,
                words,
                on,
                known,
            },
            reading: CellReading::default(),
            kind: None,
        }
    }

    pub(super) fn read(mut self) -> CellReading {
        let mut at = 0;
        while at < self.words.len() {
            if self.words.gap_before(at) == Gap::Hard {
                self.kind = self.kind.filter(|kind| kind.is_plural);
            }
            if let Some(next) = self.after_label(at).or_else(|| self.after_kind(at)) {
                at = next;
            } else if let Some(found) = self.found(at) {
                let end = found.end();
                self.take(at, found);
                at = end;
            } else {
                at = self.leave_unresolved(at);
            }
        }
        self.reading
    }

    /// What begins here: by itself, or by the kind that was named before.
    fn found(&mut self, at: usize) -> Option<Found> {
        let kind = self.kind.and_then(|kind| self.words.get(kind.at));
        let shared = || kind.and_then(|kind| self.glass.known_as(kind, at));
        let exact = self.glass.exact(at);
        let found = match &exact {
            Some(Found::Agencies { entries, .. }) if is_proper(entries) => shared().or(exact),
            Some(_) => exact,
            None => shared().or_else(|| self.glass.guess(at)),
        };
        if found.is_some()
            && let Some(kind) = lists::kind_of(self.words, at)
        {
            let is_plural = false;
            self.kind = Some(Kind {
                at: kind,
                is_plural,
            });
        }
        found
    }

    /// Steps over "các Sở:" and "UBND các quận" where names follow that are of this kind.
    fn after_kind(&mut self, at: usize) -> Option<usize> {
        let kind = lists::plural_kind(self.words, at)?;
        let word = self.words.get(kind)?;
        self.glass.known_as(word, kind + 1)?;
        self.kind = Some(Kind {
            at: kind,
            is_plural: true,
        });
        Some(kind + 1)
    }

    /// Steps over "và", "1.", "a)", labels before a colon, titles and what an agency does.
    fn after_label(&self, at: usize) -> Option<usize> {
        if self.words.is_and(at) {
            return Some(at + 1);
        }
        if lists::is_trailing_part(self.words, at) {
            return Some(at + 2);
        }
        let after =
            lists::after_title(self.words, at).or_else(|| lists::after_part(self.words, at));
        if let Some(next) = after
            && self.glass.exact(at).is_none()
            && (self.glass.exact(next).is_some() || lists::plural_kind(self.words, next).is_some())
        {
            return Some(next);
        }
        let key = self.words.key(at);
        let is_mark =
            key.len() <= 2 && (key.bytes().all(|letter| letter.is_ascii_digit()) || key.len() == 1);
        if is_mark
            && self.words.get(at).is_some_and(|word| word.gap == Gap::Hard)
            && at + 1 < self.words.len()
        {
            return Some(at + 1);
        }
        let is_ordinal = is_mark && key.bytes().all(|letter| letter.is_ascii_digit());
        if is_ordinal && self.words.text(at..at + 2).contains(". ") {
            return Some(at + 1);
        }
        let label_end = (at + 1..=at + 4).find(|end| self.words.gap_before(*end) == Gap::Hard)?;
        let label: Vec<&str> = self
            .words
            .slice(at..label_end)
            .iter()
            .map(|word| word.key.as_str())
            .collect();
        LABELS
            .contains(&label.join(" ").as_str())
            .then_some(label_end)
    }

    /// Leaves words unresolved up to where something is recognised again; the place after them.
    fn leave_unresolved(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.words.len() {
            let gap = self.words.gap_before(end);
            if gap == Gap::Hard {
                break;
            }
            if self.words.is_boundary(end) && !self.words.is_and(end) {
                let is_parted = matches!(gap, Gap::Comma | Gap::Line);
                if self.glass.exact(end).is_some() || is_parted && self.glass.guess(end).is_some() {
                    break;
                }
            }
            end += 1;
        }
        let mut last = end;
        while last > at + 1 && self.words.is_and(last - 1) {
            last -= 1;
        }
        self.unresolved(at, last, None);
        end
    }

    fn unresolved(&mut self, at: usize, end: usize, candidates: Option<Vec<AgencyId>>) {
        let text = self.words.text(at..end).replace('\n', " ");
        self.reading.doubt(match candidates {
            Some(candidates) => Doubt::Ambiguous {
                text: text.clone(),
                candidates,
            },
            None => Doubt::NotAnAgency(text.clone()),
        });
        self.reading.add(Part::Unresolved(text));
    }

    fn take(&mut self, at: usize, found: Found) {
        match found {
            Found::Group(span) => self.take_group(span),
            Found::Learned { parts, .. } => self.take_learned(parts),
            Found::Agencies {
                end,
                entries,
                is_near,
            } => self.take_agency(at, end, &entries, is_near),
        }
    }

    fn take_learned(&mut self, parts: Vec<Part>) {
        for part in parts {
            let agency = match &part {
                Part::Agency(id) => self.directory.agency(*id),
                Part::Group(_) | Part::Unresolved(_) => None,
            };
            let part = agency.map_or(part, |agency| Part::Agency(self.of_the_day(agency)));
            self.reading.add(part);
        }
    }

    fn take_group(&mut self, span: GroupSpan) {
        let count = |group: &Group| group.members(&self.directory.agencies, self.on).len();
        let members: Vec<usize> = span.groups.iter().map(count).collect();
        // A number may count all that is named, or only the group beside which it stands.
        let counts = || members.iter().copied().chain([members.iter().sum()]);
        let fits = |number: usize| {
            counts().any(|count| number == count || span.names_thu_duc && number + 1 == count)
        };
        if span.number.is_some_and(|number| !fits(number)) {
            self.reading.doubt(Doubt::OutdatedNumber(
                self.words.text(span.place.clone()).replace('\n', " "),
            ));
        }
        for group in span.groups {
            if group != Group::Concerned && count(&group) == 0 {
                self.reading.doubt(Doubt::NoMembers(group));
            }
            self.reading.add(Part::Group(group));
        }
    }

    fn take_agency(&mut self, at: usize, end: usize, entries: &[Entry], is_near: bool) {
        let candidates = self.likely(at, end, entries);
        let is_proper_name = is_proper(entries);
        let agency = match candidates.as_slice() {
            [one] if !is_proper_name => *one,
            _ => {
                let ids = candidates.iter().map(|agency| agency.id).collect();
                return self.unresolved(at, end, Some(ids));
            }
        };
        let taken = self.of_the_day(agency);
        if is_near || self.is_misspelled(at, end, agency) {
            let text = self.words.text(at..end).replace('\n', " ");
            self.reading.doubt(Doubt::NearMatch {
                text,
                agency: agency.id,
            });
        }
        self.reading.add(Part::Agency(taken));
    }

    /// Those of several agencies of one writing that can be meant: alive on the day, else the last to
    /// end; then the one with that code; then those with these accents.
    fn likely(&self, at: usize, end: usize, entries: &[Entry]) -> Vec<&'a Agency> {
        let directory = self.directory;
        let all: Vec<(&Agency, Strength)> = entries
            .iter()
            .filter_map(|(place, strength)| Some((directory.agencies.get(*place)?, *strength)))
            .collect();
        let proper = all
            .iter()
            .all(|(_, strength)| *strength == Strength::Proper);
        let mut likely: Vec<_> = all
            .iter()
            .filter(|(agency, _)| agency.is_valid_on(self.on))
            .copied()
            .collect();
        if likely.is_empty() || proper {
            let last_end = all
                .iter()
                .filter(|(agency, _)| agency.ended_before(self.on))
                .filter_map(|(agency, _)| agency.valid_to)
                .max();
            likely = all;
            if let Some(last) = last_end.filter(|_| !proper) {
                likely.retain(|(agency, _)| agency.valid_to == Some(last));
            }
        }
        if likely.len() > 1
            && likely
                .iter()
                .any(|(_, strength)| *strength == Strength::Code)
        {
            likely.retain(|(_, strength)| *strength == Strength::Code);
        }
        let agencies: Vec<&Agency> = likely.into_iter().map(|(agency, _)| agency).collect();
        if agencies.len() > 1 && !self.words.text(at..end).is_ascii() {
            let exact: Vec<&Agency> = agencies
                .iter()
                .copied()
                .filter(|agency| !self.is_misspelled(at, end, agency))
                .collect();
            return if exact.is_empty() { agencies } else { exact };
        }
        agencies
    }

    /// The agency itself, or the one that stands for it on the day (DOMAIN 3.4 rule 7).
    fn of_the_day(&mut self, agency: &Agency) -> AgencyId {
        if agency.is_valid_on(self.on) {
            return agency.id;
        }
        if agency.begins_after(self.on) {
            self.reading.doubt(Doubt::NotYetExisting(agency.id));
            return agency.id;
        }
        let successor = self
            .directory
            .successor(agency, self.on)
            .map(|successor| successor.id);
        self.reading.doubt(Doubt::Abolished {
            agency: agency.id,
            successor,
        });
        successor.unwrap_or(agency.id)
    }

    /// True if a word has other accents than the name has ("Sỡ Tư pháp"); a cell without any accents
    /// is another doubt.
    fn is_misspelled(&self, at: usize, end: usize, agency: &Agency) -> bool {
        let Some(place) = self
            .directory
            .agencies
            .iter()
            .position(|other| other.id == agency.id)
        else {
            return false;
        };
        let name = self
            .directory
            .names
            .get(place)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let differs = |word: &Word| {
            let mut same = name.iter().filter(|other| other.key == word.key).peekable();
            same.peek().is_some() && same.all(|other| other.accents != word.accents)
        };
        !self.words.is_plain() && self.words.slice(at..end).iter().any(differs)
    }
}

/// True if only the proper name was written, without the type of unit.
fn is_proper(entries: &[Entry]) -> bool {
    entries
        .iter()
        .all(|(_, strength)| *strength == Strength::Proper)
}
