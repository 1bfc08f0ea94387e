//! Reads a deadline as offices write it: "Quý II/2022", "Trước ngày 15/12", "Hằng quý", "Thường xuyên".
//!
//! The import and the task form enter through [`parse`]; nobody needs another door. The rules are D1 to D21
//! (DOMAIN 3.2): Civil Code 2015 art. 146 to 148 where the law speaks, the habits of the offices where it does
//! not. It never guesses silently: what is doubtful carries its reasons, and an unknown deadline is better
//! than a wrong one. The text goes through `tokens` (without accents), `phrases` and its grammars (`dates`,
//! `spans`, `frequency`, `words`), is gathered in `gathering`, and judged in `several`, `recurring` and `relative`.

mod dates;
mod exported;
mod extension;
mod frequency;
mod gathering;
mod numbers;
mod phrases;
mod point;
mod recurring;
mod relative;
mod several;
mod spans;
mod stages;
mod tokens;
mod why;
mod words;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::recurrence::Recurrence;
use gathering::Gathering;
pub use stages::stages;
pub use why::Why;

/// Says what sort of deadline a text states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One day.
    Date,
    /// A month; due on its last day.
    Month,
    /// A quarter; due on its last day.
    Quarter,
    /// A half year; due on its last day.
    Half,
    /// A year; due on 31 December.
    Year,
    /// From one day to another, or stages.
    Range,
    /// Again and again; see the recurrence.
    Recurring,
    /// Never due by itself.
    Ongoing,
    /// Counted from an event; the only kind that rolls from a day off to the next working day.
    Relative,
    /// Not understood, or no deadline.
    Unknown,
}

impl Kind {
    const ALL: [Self; 10] = [
        Self::Date,
        Self::Month,
        Self::Quarter,
        Self::Half,
        Self::Year,
        Self::Range,
        Self::Recurring,
        Self::Ongoing,
        Self::Relative,
        Self::Unknown,
    ];

    /// Names the kind as deadlines.csv and the database do.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
            Self::Range => "range",
            Self::Recurring => "recurring",
            Self::Ongoing => "ongoing",
            Self::Relative => "relative",
            Self::Unknown => "unknown",
        }
    }

    /// Reads what [`Kind::code`] writes.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Says which event a relative deadline counts from (D13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// The signing or issue of the document that assigns the task; its date is the reference date.
    Signing,
    /// Any other event: the import leaves due empty, with review, until somebody records it.
    Other,
}

/// The settings of the installation that change how a deadline is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// True where "trước ngày 15/12" means 14/12 at the latest (D2); false where it means 15/12.
    pub before_is_exclusive: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            before_is_exclusive: true,
        }
    }
}

/// What a deadline text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Its sort.
    pub kind: Kind,
    /// The first day, only for month, quarter, half, year and range, and where ongoing work names it.
    pub start: Option<NaiveDate>,
    /// The last day on which the task is on time, as read, not moved for days off.
    pub due: Option<NaiveDate>,
    /// The due date before an extension that the text itself mentions (D19).
    pub original_due: Option<NaiveDate>,
    /// When it falls due again; for stages, their dates.
    pub recurrence: Option<Recurrence>,
    /// True where a person must look at it: some reason in `why` is a doubt.
    pub needs_review: bool,
    /// The rules applied and the doubts, in order.
    pub why: Vec<Why>,
    /// The event from which a relative deadline counts; none where the text names none, or a date.
    pub counts_from: Option<EventKind>,
}

impl Deadline {
    fn new(kind: Kind, due: Option<NaiveDate>) -> Self {
        Self {
            kind,
            start: None,
            due,
            original_due: None,
            recurrence: None,
            needs_review: false,
            why: Vec::new(),
            counts_from: None,
        }
    }

    fn unknown(why: Why) -> Self {
        Self::new(Kind::Unknown, None).because(why)
    }

    fn because(mut self, why: Why) -> Self {
        self.needs_review |= why.is_doubt();
        if !self.why.contains(&why) {
            self.why.push(why);
        }
        self
    }

    fn because_all(self, why: impl IntoIterator<Item = Why>) -> Self {
        why.into_iter().fold(self, Self::because)
    }

    /// Gives the day that counts for conditions and order: the next working day for relative deadlines that
    /// end on a day off (Civil Code art. 148.5, DOMAIN 3.3), else the due date as read.
    #[must_use]
    pub fn effective_due(&self, calendar: &Calendar) -> Option<NaiveDate> {
        match self.kind {
            Kind::Relative => self
                .due
                .map(|due| calendar.next_working_day_on_or_after(due)),
            Kind::Date
            | Kind::Month
            | Kind::Quarter
            | Kind::Half
            | Kind::Year
            | Kind::Range
            | Kind::Recurring
            | Kind::Ongoing
            | Kind::Unknown => self.due,
        }
    }
}

/// A cell with more words than this is no deadline; reading it would only cost time.
const MOST_TOKENS: usize = 300;

/// Reads a deadline (D1 to D21).
///
/// `reference` is the date of the assigning document, or of the event that the text counts from. Accents,
/// case, spacing and Unicode form do not matter. Any text gives an answer; what is not understood gives
/// [`Kind::Unknown`] or a doubt, never a silent guess.
#[must_use]
pub fn parse(text: &str, reference: NaiveDate, calendar: &Calendar, rules: Rules) -> Deadline {
    let tokens = tokens::tokens(text);
    if tokens.len() > MOST_TOKENS {
        return Deadline::unknown(Why::TooLong);
    }
    let context = Context {
        text,
        reference,
        calendar,
        rules,
    };
    read(&tokens, &context)
}

/// What a reading needs beside the tokens.
#[derive(Clone, Copy)]
struct Context<'a> {
    text: &'a str,
    reference: NaiveDate,
    calendar: &'a Calendar,
    rules: Rules,
}

fn read(tokens: &[tokens::Token], context: &Context<'_>) -> Deadline {
    if let Some(deadline) = exported::read(tokens) {
        return checked(deadline, context.reference);
    }
    if let Some(deadline) = extension::read(tokens, context) {
        return deadline;
    }
    let gathered = gathering::gather(&phrases::phrases(tokens), context);
    checked(judged(&gathered, context), context.reference)
}

fn judged(gathered: &Gathering, context: &Context<'_>) -> Deadline {
    if let Some(why) = &gathered.impossible {
        return Deadline::unknown(why.clone()).because_all(gathered.why.clone());
    }
    let deadline = if gathered.is_status {
        Deadline::unknown(Why::StatusWord)
    } else if gathered.is_recurring() {
        recurring::judge(gathered, context)
    } else if gathered.is_ongoing {
        several::ongoing(gathered, context)
    } else if !gathered.lengths.is_empty() {
        relative::judge(gathered, context)
    } else if gathered.no_meaning {
        Deadline::unknown(Why::NoLegalMeaning)
    } else if gathered.has_dates() && !gathered.waits_for_event() {
        several::judge(gathered, context)
    } else if gathered.events > 0 {
        Deadline::new(Kind::Relative, None).because(Why::EventWithoutNumber)
    } else {
        nothing(gathered, context.reference)
    };
    let is_one_day = deadline.kind == Kind::Date && gathered.has_dates();
    let why = gathered.why.iter().map(|why| match why {
        Why::HourOfDay if is_one_day => Why::HourOfDate,
        other => other.clone(),
    });
    deadline.because_all(why)
}

fn nothing(gathered: &Gathering, reference: NaiveDate) -> Deadline {
    if gathered.refers {
        return Deadline::unknown(Why::RefersElsewhere);
    }
    if let [(day, _)] = gathered.weekdays.as_slice()
        && gathered.has_hour
    {
        // "Trước 10 giờ thứ Ba": that day itself (D2), and of all Tuesdays the next one (D17).
        let due = reference
            .iter_days()
            .find(|date| date.weekday().num_days_from_monday() == u32::from(*day));
        return Deadline::new(Kind::Date, due).because(Why::NoMonth);
    }
    if gathered.has_hour {
        return Deadline::new(Kind::Relative, None);
    }
    let understood = gathered.why.is_empty();
    Deadline::unknown(if understood && gathered.labels > 0 {
        Why::StatusWord
    } else {
        Why::NotUnderstood
    })
}

/// Marks what lies before the document or too far after it (D18).
fn checked(deadline: Deadline, reference: NaiveDate) -> Deadline {
    let Some(due) = deadline.due else {
        return deadline;
    };
    if due < reference {
        return deadline.because(Why::BeforeDocument);
    }
    let horizon = reference
        .checked_add_months(Months::new(25 * 12))
        .unwrap_or(NaiveDate::MAX);
    if due > horizon {
        deadline.because(Why::TooFar)
    } else {
        deadline
    }
}
