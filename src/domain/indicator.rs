//! Indicators: what should be reached by when, and the values that were measured (M8).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agency::{Agency, Group};
use super::amount::Amount;
use super::fold::fold;
use super::follow_up::Bound;
use super::id::{AgencyId, AreaId, DocumentId, IndicatorId};
use super::interval::{Every, Interval};
use super::measure::Fault;

/// Where an indicator is measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// One value for the city.
    City,
    /// A value of each of these.
    Agencies(Vec<AgencyId>),
}

/// What should be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its number.
    pub id: IndicatorId,
    /// A short word that commands and files name it by.
    pub code: String,
    /// What is measured.
    pub name: String,
    /// In what: `%`, "người".
    pub unit: String,
    /// What is wanted.
    pub bound: Bound,
    /// By when.
    pub deadline: Option<NaiveDate>,
    /// Where.
    pub level: Level,
    /// How often.
    pub every: Every,
    /// From which day on values are expected.
    pub since: NaiveDate,
    /// Of which area of reform.
    pub area: AreaId,
    /// By which document.
    pub document: Option<DocumentId>,
    /// Not measured any more: what is there stays, nothing is missing.
    pub is_closed: bool,
}

/// A measured value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Of what.
    pub indicator: IndicatorId,
    /// Whose; [`AgencyId::UNRESOLVED`] for the city.
    pub agency: AgencyId,
    /// When.
    pub interval: Interval,
    /// How much.
    pub value: Amount,
    /// What was said to it.
    pub note: String,
}

impl Indicator {
    /// Whether it is measured as a share in percent.
    #[must_use]
    pub fn is_share(&self) -> bool {
        self.unit.trim() == "%"
    }

    /// Who owes a value of that time: the city, or those of the agencies that existed all through it.
    #[must_use]
    pub fn expected(&self, interval: Interval, agencies: &[Agency]) -> Vec<AgencyId> {
        self.expected_of(interval, &self.owners(agencies))
    }

    /// The agencies at which it is measured, in the order of its level; none where it is the city's.
    #[must_use]
    pub fn owners<'a>(&self, agencies: &'a [Agency]) -> Vec<&'a Agency> {
        let find = |id: &AgencyId| agencies.iter().find(|agency| agency.id == *id);
        match &self.level {
            Level::City => Vec::new(),
            Level::Agencies(ids) => ids.iter().filter_map(find).collect(),
        }
    }

    /// As [`Indicator::expected`], for who has looked up its owners: many times are asked about.
    #[must_use]
    pub fn expected_of(&self, interval: Interval, owners: &[&Agency]) -> Vec<AgencyId> {
        let days = [interval.first(), interval.last()];
        let existed = owners
            .iter()
            .filter(|it| days.iter().all(|day| it.is_valid_on(*day)));
        match &self.level {
            Level::City => vec![AgencyId::UNRESOLVED],
            Level::Agencies(_) => existed.map(|agency| agency.id).collect(),
        }
    }

    /// The times whose values should be there: those that are over, the first first, up to its deadline.
    #[must_use]
    pub fn due_intervals(&self, today: NaiveDate) -> Vec<Interval> {
        if self.is_closed {
            return Vec::new();
        }
        let mut due = Vec::new();
        let mut next = Interval::of(self.every, self.since);
        while next.is_over(today) && self.deadline.is_none_or(|day| next.first() <= day) {
            due.push(next);
            next = next.after(1);
        }
        due
    }

    /// What is wrong with a reading, whatever else was read.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(
        &self,
        reading: &Reading,
        agencies: &[Agency],
        today: NaiveDate,
    ) -> Result<(), Fault> {
        let interval = reading.interval;
        if interval.every() != self.every {
            return Err(Fault::WrongEvery {
                given: interval,
                wanted: self.every,
            });
        }
        if interval.is_future(today) {
            return Err(Fault::Future(interval));
        }
        if self.is_share() && reading.value > Amount::whole(100) {
            return Err(Fault::AboveHundred(reading.value));
        }
        let is_city = reading.agency == AgencyId::UNRESOLVED;
        match &self.level {
            Level::City if is_city => Ok(()),
            Level::City => Err(Fault::WrongLevel),
            Level::Agencies(_) if is_city => Err(Fault::WrongLevel),
            Level::Agencies(ids) if !ids.contains(&reading.agency) => {
                Err(Fault::NotMeasured(code_of(reading.agency, agencies)))
            }
            Level::Agencies(_) => existed(reading.agency, interval, agencies),
        }
    }
}

/// Whether an agency existed on a day of it.
///
/// # Errors
/// [`Fault::NotThen`].
pub fn existed(agency: AgencyId, interval: Interval, agencies: &[Agency]) -> Result<(), Fault> {
    let period = interval.period();
    let found = agencies.iter().find(|one| one.id == agency);
    let is_there = found.is_some_and(|one| {
        !one.is_void() && !one.ended_before(period.from) && !one.begins_after(period.to)
    });
    is_there.then_some(()).ok_or_else(|| Fault::NotThen {
        agency: code_of(agency, agencies),
        interval,
    })
}

fn code_of(id: AgencyId, agencies: &[Agency]) -> String {
    let found = agencies.iter().find(|agency| agency.id == id);
    found.map_or_else(|| id.0.to_string(), |agency| agency.code.clone())
}

/// How much of what is wanted was reached, in percent; none where nothing is wanted that can be divided by.
#[must_use]
pub fn attainment(bound: Bound, value: Amount) -> Option<Amount> {
    let of = |part: Amount, whole: Amount| {
        (whole > Amount::default())
            .then(|| Amount::percent(part.ten_thousandths(), whole.ten_thousandths()))
            .flatten()
    };
    if let Bound::AtLeast { low } = bound {
        return of(value, low);
    }
    if bound.holds(value) {
        return Some(Amount::whole(100));
    }
    let is_below = bound.distance(value) > Amount::default();
    let (low, high) = limits(bound);
    match (is_below, low, high) {
        (true, Some(low), _) => of(value, low),
        (false, _, Some(high)) => of(high, value),
        (true, None, _) | (false, _, None) => None,
    }
}

/// The lower and the upper limit.
#[must_use]
pub const fn limits(bound: Bound) -> (Option<Amount>, Option<Amount>) {
    match bound {
        Bound::AtLeast { low } => (Some(low), None),
        Bound::AtMost { high } => (None, Some(high)),
        Bound::Exactly { value } => (Some(value), Some(value)),
        Bound::Band { low, high } => (Some(low), Some(high)),
    }
}

/// Reads a bound as it is typed: `>=100`, `≥ 100`, `<= 5`, `=5`, `25-35`, with or without the unit; a number
/// alone is to be reached.
///
/// # Errors
/// [`Fault::BadBound`].
pub fn read_bound(text: &str, unit: &str) -> Result<Bound, Fault> {
    let bad = || Fault::BadBound(text.to_owned());
    let typed = text.trim().trim_end_matches(unit.trim()).trim();
    let amount = |text: &str| Amount::read(text).ok_or_else(bad);
    for (sign, is_low) in [
        ("≥", true),
        (">=", true),
        (">", true),
        ("≤", false),
        ("<=", false),
        ("<", false),
    ] {
        if let Some(rest) = typed.strip_prefix(sign) {
            let value = amount(rest)?;
            return Ok(if is_low {
                Bound::AtLeast { low: value }
            } else {
                Bound::AtMost { high: value }
            });
        }
    }
    if let Some(rest) = typed.strip_prefix('=') {
        return amount(rest).map(|value| Bound::Exactly { value });
    }
    let parts = typed.split_once(['-', '–']);
    if let Some((low, high)) = parts.filter(|(low, _)| !low.trim().is_empty()) {
        let (low, high) = (amount(low)?, amount(high)?);
        return if low <= high {
            Ok(Bound::Band { low, high })
        } else {
            Err(bad())
        };
    }
    amount(typed).map(|low| Bound::AtLeast { low })
}

/// Reads where something is measured: codes and names of agencies and groups, with semicolons between;
/// nothing is the city. `is_group` says whether a text is what a group is called.
///
/// # Errors
/// [`Fault::NoAgency`].
pub fn read_level(
    text: &str,
    agencies: &[Agency],
    today: NaiveDate,
    is_group: impl Fn(&str, Group) -> bool,
) -> Result<Level, Fault> {
    let mut ids: Vec<AgencyId> = Vec::new();
    for part in text
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let group = Group::ALL
            .into_iter()
            .find(|group| group.token().eq_ignore_ascii_case(part) || is_group(part, *group));
        if let Some(group) = group {
            ids.extend(group.members(agencies, today).into_iter().map(|it| it.id));
            continue;
        }
        let is_it = |it: &&Agency| {
            !it.is_void() && (it.code.eq_ignore_ascii_case(part) || fold(&it.name) == fold(part))
        };
        // Of two of the same name the one of today is meant.
        let of_today = agencies
            .iter()
            .filter(is_it)
            .find(|it| it.is_valid_on(today));
        let found = of_today.or_else(|| agencies.iter().find(is_it));
        let agency = found.ok_or_else(|| Fault::NoAgency(part.to_owned()))?;
        ids.push(agency.id);
    }
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(*id));
    Ok(if ids.is_empty() {
        Level::City
    } else {
        Level::Agencies(ids)
    })
}

/// Reads a value as it is typed; a unit beside it has to be the indicator's.
///
/// # Errors
/// [`Fault::BadNumber`] and [`Fault::WrongUnit`].
pub fn read_value(text: &str, unit: &str) -> Result<Amount, Fault> {
    let typed = text.trim();
    let end = typed
        .rfind(|letter: char| letter.is_ascii_digit())
        .map_or(0, |place| place + 1);
    let (number, given) = typed.split_at(end);
    let (given, wanted) = (given.trim(), unit.trim());
    if !given.is_empty() && !given.eq_ignore_ascii_case(wanted) {
        if number.is_empty() {
            return Err(Fault::BadNumber(text.to_owned()));
        }
        return Err(Fault::WrongUnit {
            given: given.to_owned(),
            wanted: wanted.to_owned(),
        });
    }
    Amount::read(number).ok_or_else(|| Fault::BadNumber(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        text.parse().expect("an amount")
    }

    #[test]
    fn bounds_are_read_as_they_are_typed() {
        let low = amount("100");
        for typed in ["100", "100%", ">=100", "≥ 100 %"] {
            assert_eq!(
                read_bound(typed, "%"),
                Ok(Bound::AtLeast { low }),
                "{typed}"
            );
        }
        let band = Bound::Band {
            low: amount("25"),
            high: amount("35"),
        };
        assert_eq!(read_bound("25-35%", "%"), Ok(band));
        assert_eq!(read_bound("25 – 35", "%"), Ok(band));
        assert_eq!(
            read_bound("<=1,5", ""),
            Ok(Bound::AtMost {
                high: amount("1.5")
            })
        );
        assert_eq!(
            read_bound("=3", ""),
            Ok(Bound::Exactly { value: amount("3") })
        );
        for bad in ["", "35-25", "nhiều", ">="] {
            assert_eq!(
                read_bound(bad, "%"),
                Err(Fault::BadBound(bad.to_owned())),
                "{bad}"
            );
        }
    }

    #[test]
    fn attainment_counts_towards_what_is_wanted() {
        let of = |bound: &str, value: &str| {
            let bound = read_bound(bound, "").expect("a bound");
            attainment(bound, amount(value)).map(|it| it.to_string())
        };
        assert_eq!(of(">=80", "60").as_deref(), Some("75"));
        assert_eq!(of(">=80", "100").as_deref(), Some("125"));
        assert_eq!(of("<=5", "4").as_deref(), Some("100"));
        assert_eq!(of("<=5", "10").as_deref(), Some("50"));
        assert_eq!(of("25-35", "30").as_deref(), Some("100"));
        assert_eq!(of("25-35", "20").as_deref(), Some("80"));
        assert_eq!(of("25-35", "70").as_deref(), Some("50"));
        assert_eq!(of(">=0", "5"), None);
    }

    #[test]
    fn a_value_of_another_unit_is_no_value() {
        assert_eq!(read_value("95,13 %", "%"), Ok(amount("95.13")));
        assert_eq!(read_value("95.13", "%"), Ok(amount("95.13")));
        assert!(matches!(
            read_value("12 người", "%"),
            Err(Fault::WrongUnit { .. })
        ));
        assert_eq!(read_value("12 người", "người"), Ok(amount("12")));
        assert!(matches!(
            read_value("chưa có", "%"),
            Err(Fault::BadNumber(_))
        ));
    }
}
