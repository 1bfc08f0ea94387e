//! Readings and files by month from a file: understood, checked, counted; nothing is written here.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::Path;

use crate::domain::amount::Amount;
use crate::domain::caseload::Caseload;
use crate::domain::error::{Error, Result};
use crate::domain::fold::fold;
use crate::domain::id::{AgencyId, IndicatorId};
use crate::domain::indicator::{Indicator, Reading, read_value};
use crate::domain::interval::{Every, Interval};
use crate::domain::matching::Part;
use crate::domain::measure::Fault;
use crate::exchange::measures::{Heading, MeasureRow, read_measures};
use crate::work::request::measures::{RowFault, Understood, What};
use crate::work::session::Session;

/// The columns that a table of files by month has to have.
const OF_CASELOAD: [Heading; 7] = [
    Heading::Agency,
    Heading::Opening,
    Heading::Received,
    Heading::SolvedOnTime,
    Heading::SolvedLate,
    Heading::OpenInTime,
    Heading::OpenLate,
];

/// Reads a file and understands it.
pub(super) fn read(
    session: &Session,
    path: &Path,
    what: What,
    interval: Option<Interval>,
) -> Result<Understood> {
    let needed: &[Heading] = match what {
        What::Caseload => &OF_CASELOAD,
        What::Readings(_) => &[Heading::Value],
    };
    let table = read_measures(path, needed).map_err(|fault| Error::BadFile {
        path: path.to_owned(),
        fault,
    })?;
    let mut reader = Reader {
        session,
        indicators: session.store.indicators()?,
        interval: interval.or_else(|| titled(&table.titles, session)),
        seen: HashMap::new(),
    };
    let mut understood = Understood::default();
    for row in &table.rows {
        let heard = match what {
            What::Caseload => reader.files(row).map(|files| understood.files.push(files)),
            What::Readings(of) => reader
                .reading(row, of)
                .map(|reading| understood.readings.push(reading)),
        };
        if let Err(why) = heard {
            understood.left.push(RowFault {
                line: row.line,
                text: row.whole(),
                why,
            });
        }
    }
    compare(session, &mut understood)?;
    Ok(understood)
}

/// The month that a title names: "Tháng 5 năm 2023", "Quý II/2023".
fn titled(titles: &[String], session: &Session) -> Option<Interval> {
    let today = session.facts().today;
    titles.iter().find_map(|title| {
        let folded = fold(title);
        let words: Vec<&str> = folded.split_whitespace().collect();
        (0..words.len()).find_map(|from| {
            let begins = words
                .get(from)
                .is_some_and(|word| matches!(*word, "thang" | "quy" | "6"));
            let tail = words.get(from..)?;
            (2..=5).rev().filter(|_| begins).find_map(|count| {
                Interval::read(&tail.get(..count)?.join(" "), Every::Month, today)
            })
        })
    })
}

/// What a row says, or why it cannot be kept.
type Heard<T> = std::result::Result<T, Fault>;

struct Reader<'a> {
    session: &'a Session,
    indicators: Vec<Indicator>,
    /// Where a row says none.
    interval: Option<Interval>,
    /// On which line a place and time stood.
    seen: HashMap<(IndicatorId, AgencyId, Interval), u64>,
}

impl Reader<'_> {
    fn files(&mut self, row: &MeasureRow) -> Heard<Caseload> {
        let month = self.interval_of(row, Every::Month)?;
        let agency = self.agency(row, month)?;
        let count = |heading| count(row.text(heading));
        let some = |heading| match row.text(heading) {
            "" => Ok(None),
            _ => count(heading).map(Some),
        };
        let files = Caseload {
            agency,
            month,
            opening: count(Heading::Opening)?,
            received: count(Heading::Received)?,
            solved_on_time: count(Heading::SolvedOnTime)?,
            solved_late: count(Heading::SolvedLate)?,
            open_in_time: count(Heading::OpenInTime)?,
            open_late: count(Heading::OpenLate)?,
            withdrawn: some(Heading::Withdrawn)?,
            waiting: some(Heading::Waiting)?,
        };
        let facts = self.session.facts();
        files.check(&facts.agencies, facts.today)?;
        self.once(IndicatorId(0), agency, month, row.line)?;
        Ok(files)
    }

    fn reading(&mut self, row: &MeasureRow, of: Option<IndicatorId>) -> Heard<Reading> {
        let code = row.text(Heading::Indicator);
        let found = self.indicators.iter().find(|one| {
            let is_named = fold(&one.code) == fold(code) || fold(&one.name) == fold(code);
            if code.is_empty() {
                Some(one.id) == of
            } else {
                is_named
            }
        });
        let indicator = found
            .cloned()
            .ok_or_else(|| Fault::NoIndicator(code.to_owned()))?;
        let interval = self.interval_of(row, indicator.every)?;
        let agency = match row.text(Heading::Agency) {
            "" => AgencyId::UNRESOLVED,
            _ => self.agency(row, interval)?,
        };
        let unit = row.text(Heading::Unit);
        if !unit.is_empty() && fold(unit) != fold(&indicator.unit) {
            return Err(Fault::WrongUnit {
                given: unit.to_owned(),
                wanted: indicator.unit,
            });
        }
        let reading = Reading {
            indicator: indicator.id,
            agency,
            interval,
            value: read_value(row.text(Heading::Value), &indicator.unit)?,
            note: row.text(Heading::Note).to_owned(),
        };
        let facts = self.session.facts();
        indicator.check(&reading, &facts.agencies, facts.today)?;
        self.once(indicator.id, agency, interval, row.line)?;
        Ok(reading)
    }

    fn interval_of(&self, row: &MeasureRow, every: Every) -> Heard<Interval> {
        let text = row.text(Heading::Interval);
        let today = self.session.facts().today;
        let read = match text {
            "" => self.interval,
            text => Interval::read(text, every, today),
        };
        read.ok_or_else(|| Fault::BadInterval(text.to_owned()))
    }

    /// The agency as it was called then; one that is only near is none: numbers of one must not become
    /// another's.
    fn agency(&self, row: &MeasureRow, interval: Interval) -> Heard<AgencyId> {
        let text = row.text(Heading::Agency);
        let agencies = &self.session.facts().agencies;
        let coded = agencies
            .iter()
            .find(|it| it.code.eq_ignore_ascii_case(text) && !it.is_void());
        if let Some(agency) = coded {
            return Ok(agency.id);
        }
        let read = self.session.directory().read_cell(text, interval.last());
        match (read.parts.as_slice(), read.needs_review()) {
            ([Part::Agency(id)], false) => Ok(*id),
            _ => Err(Fault::NoAgency(text.to_owned())),
        }
    }

    fn once(
        &mut self,
        of: IndicatorId,
        agency: AgencyId,
        interval: Interval,
        line: u64,
    ) -> Heard<()> {
        match self.seen.insert((of, agency, interval), line) {
            Some(first) => {
                self.seen.insert((of, agency, interval), first);
                Err(Fault::Twice(first))
            }
            None => Ok(()),
        }
    }
}

/// A number of things.
fn count(text: &str) -> Heard<i64> {
    let bad = || Fault::BadNumber(text.to_owned());
    let amount = Amount::read(text).ok_or_else(bad)?.ten_thousandths();
    let is_whole = amount % 10_000 == 0;
    is_whole.then_some(amount / 10_000).ok_or_else(bad)
}

/// Counts what is there already, and marks openings that differ.
fn compare(session: &Session, understood: &mut Understood) -> Result<()> {
    let store = &session.store;
    let mut months: HashMap<(AgencyId, Interval), Caseload> = HashMap::new();
    let mut asked: Vec<Interval> = Vec::new();
    for files in &understood.files {
        for month in [files.month, files.month.before()] {
            if !asked.contains(&month) {
                asked.push(month);
                let there = store.caseload_in(month)?;
                months.extend(there.into_iter().map(|one| ((one.agency, month), one)));
            }
        }
    }
    for files in &understood.files {
        let there = months.get(&(files.agency, files.month));
        understood.files_there.extend(there);
        match there {
            Some(there) if there == files => understood.same += 1,
            Some(_) => understood.differing += 1,
            None => {}
        }
    }
    months.extend(
        understood
            .files
            .iter()
            .map(|one| ((one.agency, one.month), *one)),
    );
    let today = session.facts().today;
    for files in &understood.files {
        let before = months.get(&(files.agency, files.month.before()));
        understood.marks.extend(files.marks(before, today));
    }
    let mut there: HashMap<IndicatorId, Vec<Reading>> = HashMap::new();
    for reading in &understood.readings {
        let of = match there.entry(reading.indicator) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(free) => free.insert(store.readings(reading.indicator, i64::MAX)?),
        };
        let of = of.iter();
        let mut same =
            of.filter(|it| it.agency == reading.agency && it.interval == reading.interval);
        let same = same.next();
        understood.readings_there.extend(same.cloned());
        match same {
            Some(it) if it == reading => understood.same += 1,
            Some(_) => understood.differing += 1,
            None => {}
        }
    }
    Ok(())
}
