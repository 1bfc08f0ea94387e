//! Every writing of every agency and whose it is, as one text and one list.
//!
//! Some hundred agencies have five thousand writings; as many texts of their own, with a list of owners each, were a
//! third of what a session has in its heap.

use super::Entry;
use super::names::{self, Strength};
use crate::domain::agency::Agency;

/// The writings in their order, each as often as it has owners.
#[derive(Debug)]
pub(super) struct Writings {
    /// All keys one after the other, those of an agency together.
    text: String,
    owned: Vec<Owned>,
    /// Those of `owned` that are spelled, by the length of their keys.
    spelled: Vec<u32>,
}

/// One writing of one agency.
#[derive(Debug, Clone, Copy)]
struct Owned {
    begin: u32,
    length: u32,
    /// The agency's place in the official order.
    place: u32,
    strength: Strength,
}

impl Owned {
    fn key(self, text: &str) -> &str {
        let begin = self.begin as usize;
        text.get(begin..begin + self.length as usize)
            .unwrap_or_default()
    }

    const fn entry(self) -> Entry {
        (self.place as usize, self.strength)
    }
}

impl Writings {
    /// Those of the agencies, which are in official order. A writing that is anybody's by more than a proper name is
    /// nobody's by that.
    pub(super) fn of(agencies: &[Agency]) -> Self {
        let (mut text, mut owned) = (String::new(), Vec::new());
        for (place, agency) in agencies.iter().enumerate() {
            for (key, strength) in names::keys(agency) {
                owned.push(Owned {
                    begin: small(text.len()),
                    length: small(key.len()),
                    place: small(place),
                    strength,
                });
                text.push_str(&key);
            }
        }
        // Stable: of the same writing of an agency the surest comes first, and stays.
        owned.sort_by(|a, b| a.key(&text).cmp(b.key(&text)));
        owned.dedup_by(|a, b| a.place == b.place && a.key(&text) == b.key(&text));
        let is_sure = |it: &Owned| it.strength > Strength::Proper;
        let weak = owned.chunk_by(|a, b| a.key(&text) == b.key(&text));
        let weak: Vec<bool> = weak
            .flat_map(|alike| {
                let any = alike.iter().any(is_sure);
                alike.iter().map(move |it| any && !is_sure(it))
            })
            .collect();
        let mut weak = weak.into_iter();
        owned.retain(|_| weak.next() != Some(true));
        owned.shrink_to_fit();
        let spelled = owned.iter().zip(0..);
        let mut spelled: Vec<u32> = spelled
            .filter(|(it, _)| it.strength == Strength::Spelled)
            .map(|(_, at)| at)
            .collect();
        let length = |at: &u32| owned.get(*at as usize).map_or(0, |it| it.length);
        spelled.sort_by_key(length);
        Self {
            text,
            owned,
            spelled,
        }
    }

    /// Who is written so, in official order; nobody where nobody is.
    pub(super) fn owners(&self, key: &str) -> impl Iterator<Item = Entry> + Clone {
        let text = &self.text;
        let begin = self.owned.partition_point(|it| it.key(text) < key);
        let from = self.owned.get(begin..).unwrap_or_default();
        let alike = from.partition_point(|it| it.key(text) == key);
        from.iter().take(alike).map(|it| it.entry())
    }

    /// The spelled writings of so many bytes, and the place of whose each is.
    pub(super) fn spelled(&self, length: usize) -> impl Iterator<Item = (&str, usize)> {
        let owned = |at: &u32| self.owned.get(*at as usize);
        let is_shorter = |at: &u32| owned(at).is_some_and(|it| (it.length as usize) < length);
        let begin = self.spelled.partition_point(is_shorter);
        let from = self.spelled.get(begin..).unwrap_or_default();
        from.iter()
            .filter_map(owned)
            .take_while(move |it| it.length as usize == length)
            .map(|it| (it.key(&self.text), it.place as usize))
    }
}

/// A place in a text of some hundred kilobytes.
fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
