//! Makes a filter of the terms of a line.

use chrono::NaiveDate;

use super::phrases::{Meaning, PhraseRow};
use super::terms::{Sign, Term, cut};
use super::vocabulary::Key;
use super::{FilterContext, FilterFault, dates, names};
use crate::domain::fold::fold;
use crate::domain::id::{BatchId, TaskId};
use crate::domain::query::Filter;
use crate::domain::status::Status;
use crate::domain::synonyms::expand;

/// The longest phrase, in words.
const LONGEST: usize = 7;

/// So many ways of writing a phrase are looked for at the most.
const WAYS: usize = 8;

/// See [`super::parse`].
pub fn read(line: &str, context: &FilterContext) -> Result<Filter, FilterFault> {
    let mut reading = Reading {
        filter: Filter::default(),
        words: Vec::new(),
        context,
    };
    let mut run = Vec::new();
    for term in cut(line)? {
        if let Term::Bare(word) = term {
            run.push(word);
            continue;
        }
        reading.bare(&std::mem::take(&mut run));
        match term {
            Term::Bare(_) => {}
            Term::Quoted(text) => reading.quoted(&text),
            Term::Keyed(key, sign, values) => reading.keyed(key, sign, &values)?,
        }
    }
    reading.bare(&run);
    reading.flush();
    Ok(reading.filter)
}

struct Reading<'a> {
    filter: Filter,
    /// Words of the text that may belong together, not looked up yet.
    words: Vec<String>,
    context: &'a FilterContext<'a>,
}

impl Reading<'_> {
    /// Bare words in a row: phrases that are terms are taken out, the longest first; the rest is text.
    fn bare(&mut self, run: &[String]) {
        let mut rest = run;
        while let Some((first, others)) = rest.split_first() {
            let found = (1..=LONGEST.min(rest.len())).rev().find_map(|length| {
                let (words, after) = rest.split_at_checked(length)?;
                let row = names::phrase(&fold(&words.join(" ")))?;
                (!row.alone || words.len() == run.len()).then_some((row, after))
            });
            rest = if let Some((row, after)) = found {
                self.mean(row);
                after
            } else {
                self.word(first);
                others
            };
        }
    }

    fn quoted(&mut self, text: &str) {
        match names::phrase(&fold(text)) {
            Some(row) => self.mean(row),
            None => self.text(text),
        }
    }

    fn mean(&mut self, row: &PhraseRow) {
        match row.meaning {
            Meaning::Condition(kind) => add(&mut self.filter.conditions, kind),
            Meaning::Mark(mark) => add(&mut self.filter.marks, mark),
            Meaning::Status(status) => add(&mut self.filter.statuses, status),
            Meaning::Open => {
                for status in Status::ALL.into_iter().filter(|status| status.is_open()) {
                    add(&mut self.filter.statuses, status);
                }
            }
        }
    }

    fn keyed(&mut self, key: Key, sign: Sign, values: &[String]) -> Result<(), FilterFault> {
        let is_counted = matches!(key, Key::Urged | Key::Extended);
        let is_day = matches!(key, Key::Due | Key::Assigned | Key::Changed | Key::Stage);
        let fits = match sign {
            Sign::Is => true,
            Sign::From | Sign::After => is_counted || is_day,
            Sign::Before | Sign::Until => is_day,
        };
        if !fits {
            return Err(FilterFault::NotComparable { key });
        }
        for value in values {
            let unknown = |nearest| FilterFault::UnknownValue {
                key,
                word: value.clone(),
                nearest,
            };
            let context = self.context;
            match key {
                Key::Agency | Key::Asked => {
                    let found = names::agencies(value, context).map_err(unknown)?;
                    let list = match key {
                        Key::Asked => &mut self.filter.asked,
                        _ => &mut self.filter.agencies,
                    };
                    found.into_iter().for_each(|id| add(list, id));
                }
                Key::Held => {
                    let found = names::agencies(value, context).map_err(unknown)?;
                    found
                        .into_iter()
                        .for_each(|id| add(&mut self.filter.held, id));
                }
                Key::Supporting => {
                    let found = names::supporting(value, context).map_err(unknown)?;
                    found
                        .into_iter()
                        .for_each(|sign| add(&mut self.filter.supporting, sign));
                }
                Key::Status => {
                    let found = names::statuses(value).map_err(unknown)?;
                    found
                        .into_iter()
                        .for_each(|status| add(&mut self.filter.statuses, status));
                }
                Key::Area => {
                    let found = names::area(value, context).map_err(unknown)?;
                    add(&mut self.filter.areas, found);
                }
                Key::Document => {
                    let found = names::documents(value, context).map_err(unknown)?;
                    found
                        .into_iter()
                        .for_each(|id| add(&mut self.filter.documents, id));
                }
                Key::Due | Key::Assigned | Key::Stage => self.day(key, sign, value)?,
                Key::Changed => self.changed(sign, value)?,
                Key::Text => self.text(value),
                Key::Parent => {
                    self.filter.parent = Some(TaskId(number(value).ok_or_else(|| unknown(None))?))
                }
                Key::Series => {
                    self.filter.series = Some(TaskId(number(value).ok_or_else(|| unknown(None))?))
                }
                Key::Urged => {
                    let least = least(value, sign).ok_or_else(|| unknown(None))?;
                    self.filter.urged = self.filter.urged.max(Some(least));
                }
                Key::Extended => {
                    let least = least(value, sign).ok_or_else(|| unknown(None))?;
                    self.filter.extended = self.filter.extended.max(Some(least));
                }
                Key::Import => {
                    let batch = BatchId(number(value).ok_or_else(|| unknown(None))?);
                    add(&mut self.filter.batches, batch);
                }
            }
        }
        Ok(())
    }

    fn day(&mut self, key: Key, sign: Sign, value: &str) -> Result<(), FilterFault> {
        let bad = || FilterFault::BadDate {
            word: value.to_owned(),
        };
        let (first, last) = dates::period(value, self.context).ok_or_else(bad)?;
        let (from, to) = match sign {
            Sign::Is => (Some(first), Some(last)),
            Sign::Before => (None, first.pred_opt()),
            Sign::Until => (None, Some(last)),
            Sign::After => (last.succ_opt(), None),
            Sign::From => (Some(first), None),
        };
        let filter = &mut self.filter;
        let (first, last) = match key {
            Key::Assigned => (&mut filter.assigned_from, &mut filter.assigned_to),
            Key::Stage => (&mut filter.stage_from, &mut filter.stage_to),
            _ => (&mut filter.due_from, &mut filter.due_to),
        };
        *first = narrowed(*first, from, NaiveDate::max);
        *last = narrowed(*last, to, NaiveDate::min);
        Ok(())
    }

    /// "đổi:31/3" is "from then on": what was changed on a day only nobody asks.
    fn changed(&mut self, sign: Sign, value: &str) -> Result<(), FilterFault> {
        let bad = || FilterFault::BadDate {
            word: value.to_owned(),
        };
        let (first, last) = dates::period(value, self.context).ok_or_else(bad)?;
        let from = match sign {
            Sign::Is | Sign::From => Some(first),
            Sign::After => last.succ_opt(),
            Sign::Before | Sign::Until => {
                return Err(FilterFault::NotComparable { key: Key::Changed });
            }
        };
        let filter = &mut self.filter;
        filter.changed_from = narrowed(filter.changed_from, from, NaiveDate::max);
        Ok(())
    }

    /// Words that may stand apart, one by one; a phrase must stand in a row.
    fn text(&mut self, text: &str) {
        if !text.contains(char::is_whitespace) {
            self.word(text);
            return;
        }
        self.flush();
        let folded = fold(text);
        if folded.is_empty() {
            return;
        }
        let words: Vec<&str> = folded.split(' ').collect();
        let mut ways = vec![String::new()];
        for piece in expand(&words) {
            let longer = piece.iter().flat_map(|form| {
                ways.iter()
                    .map(move |way| format!("{way} {form}").trim().to_owned())
            });
            ways = longer.take(WAYS).collect();
        }
        self.filter.texts.push(ways);
        self.filter.typed.push(text.to_owned());
    }

    fn word(&mut self, word: &str) {
        if !fold(word).is_empty() {
            self.words.push(word.to_owned());
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let pieces: Vec<&str> = folded.iter().flat_map(|word| word.split(' ')).collect();
        self.filter.texts.extend(expand(&pieces));
        self.filter.typed.extend(words);
    }
}

fn narrowed(
    have: Option<NaiveDate>,
    new: Option<NaiveDate>,
    choose: fn(NaiveDate, NaiveDate) -> NaiveDate,
) -> Option<NaiveDate> {
    match (have, new) {
        (Some(have), Some(new)) => Some(choose(have, new)),
        (have, new) => have.or(new),
    }
}

/// So often or more.
fn least(text: &str, sign: Sign) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    Some(number.saturating_add(u32::from(sign == Sign::After)))
}

fn number(text: &str) -> Option<i64> {
    text.trim_start_matches(['#', ':']).parse().ok()
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
