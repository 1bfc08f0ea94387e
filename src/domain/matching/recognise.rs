//! Recognises what begins at a word of a cell: a known writing, a group, a shortening, a slip.

use chrono::NaiveDate;

use super::abbreviation::{self, Fit};
use super::groups::{GroupSpan, group_at};
use super::names::{Strength, is_committee};
use super::reading::Part;
use super::slip::is_one_slip;
use super::variants::Variants;
use super::words::{Gap, Word, Words};
use super::{Directory, Entry};

/// The longest official name has 13 words.
const LONGEST: usize = 18;

/// More candidates than this are no help to anyone.
const MOST_CANDIDATES: usize = 6;

/// What was recognised at a place.
pub(super) enum Found {
    /// One agency, or several of the same writing.
    Agencies {
        end: usize,
        entries: Vec<Entry>,
        is_near: bool,
    },
    /// A group.
    Group(GroupSpan),
    /// What a clerk said that it means.
    Learned { end: usize, parts: Vec<Part> },
}

impl Found {
    pub(super) fn end(&self) -> usize {
        match self {
            Self::Agencies { end, .. } | Self::Learned { end, .. } => *end,
            Self::Group(span) => span.place.end,
        }
    }
}

/// A cell under the glass: the directory, the words, the day.
#[derive(Clone, Copy)]
pub(super) struct Glass<'a> {
    pub directory: &'a Directory,
    pub words: &'a Words,
    pub on: NaiveDate,
    pub known: &'a Variants,
}

impl Glass<'_> {
    /// The longest known writing or group that begins here and ends at a boundary.
    pub(super) fn exact(&self, at: usize) -> Option<Found> {
        let learned = self.known.at(self.words, at);
        let known = self.named(at);
        match learned {
            // A longer name that merely begins like it is another one.
            Some((end, parts)) if known.as_ref().is_none_or(|known| known.end() <= end) => {
                let parts = parts.to_vec();
                Some(Found::Learned { end, parts })
            }
            Some(_) | None => known,
        }
    }

    /// The same without what clerks settled.
    fn named(&self, at: usize) -> Option<Found> {
        let agency = self.known(at);
        let agency_end = agency.as_ref().map_or(0, Found::end);
        let group = group_at(self.words, at).filter(|span| span.place.end > agency_end);
        match group {
            // "Các sở, Ban Dân tộc" goes on with an agency; "các cơ quan, đơn vị thuộc ..." is a role.
            Some(span) if span.goes_on => {
                let mut next = span.place.end;
                while self.words.is_and(next) {
                    next += 1;
                }
                self.known(next).map(|_| Found::Group(span)).or(agency)
            }
            Some(span) => Some(Found::Group(span)),
            None => agency,
        }
    }

    /// A writing that begins here and is known where a kind stands before it: "3" after "quận".
    pub(super) fn known_as(&self, kind: &Word, at: usize) -> Option<Found> {
        self.known_after(&kind.key, at).or_else(|| {
            let stops = |end: &usize| self.words.is_boundary(*end);
            let end = (at + 1..=self.words.len()).find(stops)?;
            self.shortened(Some(kind), at, end)
                .or_else(|| self.slipped(Some(kind), at, end))
        })
    }

    fn known(&self, at: usize) -> Option<Found> {
        self.known_after("", at)
    }

    fn known_after(&self, kind: &str, at: usize) -> Option<Found> {
        let mut key = kind.to_owned();
        let mut longest = None;
        let mut crosses = false;
        for end in at + 1..=(at + LONGEST).min(self.words.len()) {
            if end > at + 1 {
                match self.words.gap_before(end - 1) {
                    Gap::Hard | Gap::Slash => break,
                    Gap::Comma | Gap::Line => crosses = true,
                    Gap::Space | Gap::Dash => {}
                }
            }
            if self.words.is_and(end - 1) {
                continue;
            }
            key.push_str(self.words.key(end - 1));
            if !self.words.is_boundary(end) {
                continue;
            }
            let mut entries = self.directory.writings.owners(&key).peekable();
            if entries.peek().is_none() {
                continue;
            }
            // A comma or line break stands inside a name that is spelled out, never in a shortening.
            let is_spelled = |(_, strength)| strength == Strength::Spelled;
            if !crosses || entries.clone().any(is_spelled) {
                longest = Some(Found::Agencies {
                    end,
                    entries: entries.collect(),
                    is_near: false,
                });
            }
        }
        longest
    }

    /// A shortening or a slip, tried on the longest piece first.
    pub(super) fn guess(&self, at: usize) -> Option<Found> {
        let stops = |end: &usize| {
            matches!(
                self.words.gap_before(*end),
                Gap::Hard | Gap::Comma | Gap::Line | Gap::Slash
            )
        };
        let limit = (at + 1..=self.words.len())
            .find(stops)
            .unwrap_or(self.words.len())
            .min(at + LONGEST);
        let ends = (at + 1..=limit)
            .rev()
            .filter(|end| self.words.is_boundary(*end) && !self.words.is_and(end - 1));
        ends.into_iter().find_map(|end| {
            self.shortened(None, at, end)
                .or_else(|| self.slipped(None, at, end))
        })
    }

    fn shortened(&self, kind: Option<&Word>, at: usize, end: usize) -> Option<Found> {
        let written = self.words.slice(at..end).iter();
        let piece: Vec<&Word> = kind
            .into_iter()
            .chain(written.filter(|word| word.key != "va"))
            .collect();
        let places = self
            .directory
            .agencies
            .iter()
            .enumerate()
            .filter(|(_, agency)| !is_committee(agency));
        let fits: Vec<(Fit, usize)> = places
            .filter_map(|(place, _)| {
                Some((
                    abbreviation::fit(&piece, self.directory.names.get(place)?)?,
                    place,
                ))
            })
            .collect();
        let lives = |place: &usize| {
            self.directory
                .agencies
                .get(*place)
                .is_some_and(|agency| agency.is_valid_on(self.on))
        };
        let any_lives = fits.iter().any(|(_, place)| lives(place));
        let possible = || fits.iter().filter(|(_, place)| !any_lives || lives(place));
        let best = possible().map(|(fit, _)| *fit).min()?;
        let entries: Vec<Entry> = possible()
            .filter(|(fit, _)| *fit == best)
            .map(|(_, place)| (*place, Strength::Short))
            .collect();
        (entries.len() <= MOST_CANDIDATES).then_some(Found::Agencies {
            end,
            entries,
            is_near: best != Fit::Whole,
        })
    }

    fn slipped(&self, kind: Option<&Word>, at: usize, end: usize) -> Option<Found> {
        let written = self.words.slice(at..end).iter();
        let key: String = kind
            .into_iter()
            .chain(written.filter(|word| word.key != "va"))
            .map(|word| word.key.as_str())
            .collect();
        if key.len() < 6 {
            return None;
        }
        let lengths = key.len() - 1..=key.len() + 1;
        let mut entries: Vec<Entry> = lengths
            .flat_map(|length| self.directory.writings.spelled(length))
            .filter(|(writing, _)| is_one_slip(&key, writing))
            .map(|(_, place)| (place, Strength::Spelled))
            .collect();
        entries.sort_unstable();
        entries.dedup();
        let is_help = (1..=MOST_CANDIDATES).contains(&entries.len());
        is_help.then_some(Found::Agencies {
            end,
            entries,
            is_near: true,
        })
    }
}
