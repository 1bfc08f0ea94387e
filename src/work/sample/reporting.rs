//! When what is measured is reported: offices do so some days after an interval is over, so that a past day of the
//! sample knows what had been reported by then.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::ORIGIN;
use super::measures::{Book, Entry};
use crate::domain::calendar::Calendar;
use crate::domain::error::Result;
use crate::domain::id::IndicatorId;
use crate::domain::indicator::{Indicator, Reading};
use crate::store::{Head, Kind, Loader};
use crate::work::occurrences::PROGRAM;

/// An office reports an interval so many working days after it is over.
const AFTER: i64 = 5;

/// What is measured, in the order of the book, with the ids that it has once it is laid down.
#[derive(Default)]
pub(super) struct Reporting {
    indicators: Vec<Indicator>,
    ids: Vec<IndicatorId>,
}

impl Reporting {
    /// What is measured, and the days on which something is reported: none before the first, none after today.
    pub(super) fn of(
        book: Book,
        (first, today): (NaiveDate, NaiveDate),
        calendar: &Calendar,
    ) -> (Self, BTreeMap<NaiveDate, Vec<Entry>>) {
        let mut days: BTreeMap<NaiveDate, Vec<Entry>> = BTreeMap::new();
        for (interval, entry) in book.entries {
            let day = calendar.add_working_days(interval.last(), AFTER);
            let day = day.max(first).min(today);
            days.entry(day).or_default().push(entry);
        }
        let reporting = Self {
            indicators: book.indicators,
            ids: Vec::new(),
        };
        (reporting, days)
    }

    /// Lays down what is measured.
    pub(super) fn found(&mut self, loader: &mut Loader<'_>, at: DateTime<Utc>) -> Result<()> {
        let indicators = &self.indicators;
        self.ids = loader.write(&head("sample-indicators", at), |writer| {
            indicators
                .iter()
                .map(|indicator| writer.save_indicator(indicator))
                .collect()
        })?;
        Ok(())
    }

    /// Enters what is reported at that time.
    pub(super) fn enter(
        &self,
        loader: &mut Loader<'_>,
        at: DateTime<Utc>,
        entries: &[Entry],
    ) -> Result<()> {
        let key = format!("sample-measures-{}", at.date_naive());
        loader.write(&head(&key, at), |writer| {
            for entry in entries {
                match entry {
                    Entry::Reading(place, reading) => {
                        let Some(indicator) = self.ids.get(*place).copied() else {
                            continue;
                        };
                        writer.save_reading(&Reading {
                            indicator,
                            ..reading.clone()
                        })?;
                    }
                    Entry::Caseload(files) => writer.save_caseload(files)?,
                }
            }
            Ok(())
        })
    }
}

fn head(key: &str, at: DateTime<Utc>) -> Head<'_> {
    Head {
        key,
        at,
        who: PROGRAM,
        origin: ORIGIN,
        kind: Kind::Frame,
        summary: "sample",
    }
}
