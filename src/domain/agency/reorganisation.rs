//! A reorganisation as data: what somebody decided, from which day on, by which document (DOMAIN 4).
//!
//! It names agencies by their codes, as documents do. `consequences` says what becomes of them.

use chrono::NaiveDate;

use super::AgencyKind;

/// What was decided about agencies, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reorganisation {
    /// The first day of the new state; the old one ends on its eve.
    pub on: NaiveDate,
    /// The document that decides it: `Nghị quyết số 01/NQ-HĐND`.
    pub document: String,
    /// What is done.
    pub step: Step,
}

/// One of the things that are done to agencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Gets another name: the version ends, another begins, and the open tasks go along.
    Rename {
        /// Which.
        code: String,
        /// What it is from now on; a field that is not given stays.
        new: Newcomer,
    },
    /// One or more go up in another one, which may be one of them.
    Merge {
        /// Those that go up in it.
        codes: Vec<String>,
        /// What they become.
        into: Heir,
    },
    /// One is divided: nobody takes over by itself, its open tasks wait for a lead.
    Split {
        /// Which.
        code: String,
        /// The parts, the main one first.
        into: Vec<Heir>,
    },
    /// One is dissolved.
    Dissolve {
        /// Which.
        code: String,
    },
    /// A new one is established, or one that was dissolved comes back as another agency.
    Found {
        /// It.
        new: Newcomer,
    },
    /// A slip of the pen is put right in a version of whatever time: nothing ends and nothing begins, so it
    /// needs no document, and its day says nothing.
    Correct {
        /// Which.
        code: String,
        /// What it should say. What is not given stays, an empty name too; an empty parent is none.
        new: Newcomer,
    },
}

/// Who takes over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heir {
    /// The agency of this code, which exists on the day.
    Known(String),
    /// One that begins on the day.
    New(Newcomer),
}

/// An agency that begins. What is not given is concluded from the name, or from whom it follows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Newcomer {
    /// Its code; none for the one that follows from the name.
    pub code: Option<String>,
    /// Its official name.
    pub name: String,
    /// What it is by law.
    pub kind: Option<AgencyKind>,
    /// The code of the agency above it.
    pub parent_code: Option<String>,
    /// What its head is called.
    pub head_title: Option<String>,
}

/// Why a reorganisation cannot be carried out as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// No document is named: nothing is reorganised without one.
    NoDocument,
    /// No agency is named.
    Nobody,
    /// No agency has this code.
    Unknown(String),
    /// It does not exist yet on the eve of the day.
    NotYet {
        /// Its code.
        code: String,
        /// Its first day.
        from: NaiveDate,
    },
    /// It ended already, or its end is known already.
    Ended {
        /// Its code.
        code: String,
        /// Its last day.
        on: NaiveDate,
    },
    /// It would take over from itself.
    IntoItself(String),
    /// The successor does not exist on the first day.
    NoHeir {
        /// Its code.
        code: String,
        /// The day on which it does not.
        on: NaiveDate,
    },
    /// A split names fewer than two parts.
    TooFewParts,
    /// The same agency is named twice.
    Twice(String),
    /// The code belongs to another version of an agency.
    CodeTaken(String),
    /// A code is of capital letters, digits and dashes, 16 at the most.
    BadCode(String),
    /// The name is empty.
    NoName,
    /// An agency of this name and kind exists on the day.
    NameTaken {
        /// Its code.
        code: String,
        /// The name.
        name: String,
    },
    /// Nothing of it would differ from what it is.
    NothingNew(String),
    /// A correction would change nothing.
    AsItIs(String),
    /// It would stand above itself.
    AboveItself(String),
    /// Groups of agencies are counted by the code of the city: it stays.
    FixedCode(String),
    /// Tasks name the agency by its code as supporting: another code would tear them from it.
    CodeCited(String),
    /// The day is more than a year ahead.
    FarAhead(NaiveDate),
    /// Somebody changed the agency since, so that what was done cannot be taken back.
    ChangedSince(String),
    /// The account was changed since, likewise.
    AccountChanged(String),
    /// The day of the calendar was changed since, likewise.
    DayChanged(NaiveDate),
    /// Tasks go only to an agency that exists today.
    HeirEnded(String),
    /// The rule finds no task.
    NoTasks,
}
