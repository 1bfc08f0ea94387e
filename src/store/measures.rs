//! Indicators and their readings.

use crate::domain::amount::Amount;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, DocumentId, IndicatorId};
use crate::domain::indicator::{Indicator, Level, Reading};
use crate::domain::interval::{Every, Interval};

use super::db::{Db, Row, fault, values};
use super::record::known;
use super::{Store, Writer};

/// How the log names an indicator.
pub const INDICATOR: &str = "indicator";

/// How the log names a measured value.
pub const READING: &str = "reading";

const COLUMNS: &str = "id, code, name, unit, bound, deadline, agencies, every, since, area_id,
    document_id, is_closed";

impl Store {
    /// All indicators, by code.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn indicators(&self) -> Result<Vec<Indicator>> {
        let sql = format!("SELECT {COLUMNS} FROM indicator ORDER BY code");
        self.db.rows(&sql, &[], read_indicator)
    }

    /// The indicator of that number.
    pub fn indicator(&self, id: IndicatorId) -> Result<Option<Indicator>> {
        indicator(&self.db, id)
    }

    /// Its readings, the latest first, at most so many.
    pub fn readings(&self, of: IndicatorId, limit: i64) -> Result<Vec<Reading>> {
        let sql = "SELECT indicator_id, agency_id, period, value, note
            FROM reading
            WHERE indicator_id = ?1
            ORDER BY first_day DESC, agency_id DESC
            LIMIT ?2";
        self.db.rows(sql, &values![of.0, limit], read_reading)
    }

    /// Whose readings of this indicator are there, by period; without their values.
    pub fn measured(&self, of: IndicatorId) -> Result<Vec<(Interval, AgencyId)>> {
        let sql = "SELECT period, agency_id
            FROM reading
            WHERE indicator_id = ?1
            ORDER BY first_day, agency_id";
        // The rows of one period follow one another: it is read once.
        let mut last: Option<(String, Interval)> = None;
        self.db.rows(sql, &values![of.0], |row| {
            let text = row.text()?;
            let known = last.as_ref().filter(|(known, _)| *known == text);
            let interval = match known {
                Some((_, interval)) => *interval,
                None => interval(&text)?,
            };
            last = Some((text, interval));
            Ok((interval, AgencyId(row.number()?)))
        })
    }
}

impl Writer<'_> {
    /// The indicator of that number.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn indicator(&self, id: IndicatorId) -> Result<Option<Indicator>> {
        indicator(self.db, id)
    }

    /// The number of the indicator of that code, whatever its case.
    pub fn indicator_of_code(&self, code: &str) -> Result<Option<IndicatorId>> {
        let sql = "SELECT id FROM indicator WHERE LOWER(code) = LOWER(?1)";
        self.db
            .first(sql, &values![code], |row| Ok(IndicatorId(row.number()?)))
    }

    /// The readings of an indicator at an agency that share days with a period.
    pub fn readings_within(
        &self,
        of: IndicatorId,
        agency: AgencyId,
        interval: Interval,
    ) -> Result<Vec<Reading>> {
        let sql = "SELECT indicator_id, agency_id, period, value, note
            FROM reading
            WHERE indicator_id = ?1 AND agency_id = ?2 AND first_day <= ?3 AND last_day >= ?4";
        let values = values![of.0, agency.0, interval.last(), interval.first()];
        self.db.rows(sql, &values, read_reading)
    }

    /// Enters an indicator (number 0 gives it the next one) or changes the one of that number.
    ///
    /// # Errors
    /// Where its code is taken, or the database cannot be written.
    pub fn save_indicator(&mut self, indicator: &Indicator) -> Result<IndicatorId> {
        let id = match indicator.id.0 {
            0 => self.next_id("SELECT MAX(id) FROM indicator")?,
            id => id,
        };
        let indicator = Indicator {
            id: IndicatorId(id),
            ..indicator.clone()
        };
        let before = self.indicator(indicator.id)?;
        put_indicator(self.db, &indicator)?;
        self.frame_of(INDICATOR, before.as_ref(), Some(&indicator))?;
        Ok(indicator.id)
    }

    /// Removes an indicator that has no readings.
    ///
    /// # Errors
    /// Where it has some, or the database cannot be written.
    pub fn drop_indicator(&mut self, id: IndicatorId) -> Result<()> {
        let before = self.indicator(id)?;
        self.db
            .run("DELETE FROM indicator WHERE id = ?1", &values![id.0])?;
        self.frame_of(INDICATOR, before.as_ref(), None)
    }

    /// True where it has readings.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn has_readings(&self, id: IndicatorId) -> Result<bool> {
        let sql = "SELECT 1 FROM reading WHERE indicator_id = ?1 LIMIT 1";
        let found = self.db.first(sql, &values![id.0], |row| row.number())?;
        Ok(found.is_some())
    }

    /// The reading of exactly that period.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn reading(
        &self,
        of: IndicatorId,
        agency: AgencyId,
        interval: Interval,
    ) -> Result<Option<Reading>> {
        let found = self.readings_within(of, agency, interval)?;
        Ok(found.into_iter().find(|it| it.interval == interval))
    }

    /// Enters a reading, over an older one of that period.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn save_reading(&mut self, reading: &Reading) -> Result<()> {
        let before = self.reading(reading.indicator, reading.agency, reading.interval)?;
        put_reading(self.db, reading)?;
        self.frame_of(READING, before.as_ref(), Some(reading))
    }

    /// Removes a reading.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn drop_reading(&mut self, reading: &Reading) -> Result<()> {
        let (of, agency, interval) = (reading.indicator, reading.agency, reading.interval);
        let before = self.reading(of, agency, interval)?;
        take_reading(self.db, reading)?;
        self.frame_of(READING, before.as_ref(), None)
    }
}

/// The row of an indicator, over an older one.
pub(super) fn put_indicator(db: &Db, indicator: &Indicator) -> Result<()> {
    let sql =
        "INSERT INTO indicator (id, code, name, unit, bound, deadline, agencies, every, since,
        area_id, document_id, is_closed)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (id) DO UPDATE SET code = ?2, name = ?3, unit = ?4, bound = ?5, deadline = ?6,
        agencies = ?7, every = ?8, since = ?9, area_id = ?10, document_id = ?11, is_closed = ?12";
    let row = values![
        indicator.id.0,
        indicator.code.as_str(),
        indicator.name.as_str(),
        indicator.unit.as_str(),
        serde_json::to_string(&indicator.bound).map_err(fault)?,
        indicator.deadline,
        level_text(&indicator.level),
        indicator.every.code(),
        indicator.since,
        indicator.area.0,
        indicator.document.map(|id| id.0),
        indicator.is_closed,
    ];
    db.run(sql, &row).map(|_| ())
}

/// The row of a reading, over an older one of that period.
pub(super) fn put_reading(db: &Db, reading: &Reading) -> Result<()> {
    let sql =
        "INSERT INTO reading (indicator_id, agency_id, period, first_day, last_day, value, note)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (indicator_id, agency_id, first_day) DO UPDATE SET value = ?6, note = ?7";
    let row = values![
        reading.indicator.0,
        reading.agency.0,
        reading.interval.to_string(),
        reading.interval.first(),
        reading.interval.last(),
        reading.value.ten_thousandths(),
        reading.note.as_str(),
    ];
    db.run(sql, &row).map(|_| ())
}

/// Takes the row of a reading away.
pub(super) fn take_reading(db: &Db, reading: &Reading) -> Result<()> {
    let sql = "DELETE FROM reading WHERE indicator_id = ?1 AND agency_id = ?2 AND first_day = ?3";
    let first = reading.interval.first();
    let row = values![reading.indicator.0, reading.agency.0, first];
    db.run(sql, &row).map(|_| ())
}

fn indicator(db: &Db, id: IndicatorId) -> Result<Option<Indicator>> {
    let sql = format!("SELECT {COLUMNS} FROM indicator WHERE id = ?1");
    db.first(&sql, &values![id.0], read_indicator)
}

fn level_text(level: &Level) -> String {
    match level {
        Level::City => String::new(),
        Level::Agencies(ids) => {
            let ids: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
            ids.join(",")
        }
    }
}

pub(super) fn read_indicator(row: &mut Row<'_>) -> Result<Indicator> {
    let id = IndicatorId(row.number()?);
    let (code, name, unit) = (row.text()?, row.text()?, row.text()?);
    let bound = serde_json::from_str(&row.text()?).map_err(fault)?;
    let deadline = row.maybe_date()?;
    let agencies = row.text()?;
    let level = if agencies.is_empty() {
        Level::City
    } else {
        let ids = agencies.split(',').filter_map(|id| id.parse().ok());
        Level::Agencies(ids.map(AgencyId).collect())
    };
    Ok(Indicator {
        id,
        code,
        name,
        unit,
        bound,
        deadline,
        level,
        every: known("every", &row.text()?, Every::from_code)?,
        since: row.date()?,
        area: AreaId(row.number()?),
        document: row.maybe_number()?.map(DocumentId),
        is_closed: row.is()?,
    })
}

pub(super) fn interval(text: &str) -> Result<Interval> {
    text.parse().map_err(fault)
}

pub(super) fn read_reading(row: &mut Row<'_>) -> Result<Reading> {
    Ok(Reading {
        indicator: IndicatorId(row.number()?),
        agency: AgencyId(row.number()?),
        interval: interval(&row.text()?)?,
        value: Amount::from_ten_thousandths(row.number()?),
        note: row.text()?,
    })
}
