//! What is asked about indicators and caseload, and the answers.

use std::path::PathBuf;

use super::OperationKey;
use crate::domain::amount::Amount;
use crate::domain::caseload::{Caseload, Files};
use crate::domain::id::{AgencyId, IndicatorId, OperationId};
use crate::domain::indicator::{Indicator, Reading};
use crate::domain::interval::Interval;
use crate::domain::measure::{Fault, Mark};

/// A question about what is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Every indicator, and how it stands.
    Indicators,
    /// One indicator with its readings.
    Indicator {
        /// Which.
        id: IndicatorId,
    },
    /// Enters an indicator (number 0) or changes one.
    SaveIndicator {
        /// Names this save.
        key: OperationKey,
        /// As it was seen by who changes it on the screen: who was slower hears of it.
        seen: Option<Box<Indicator>>,
        /// As it shall be.
        indicator: Box<Indicator>,
    },
    /// Enters readings, over those of the same place and time, and removes some.
    SaveReadings {
        /// Names this save.
        key: OperationKey,
        /// What stood at those places when it was looked at, nothing of a place where nothing did: who was slower hears
        /// of it. None from a command, which writes over whatever stands there.
        seen: Option<Vec<Reading>>,
        /// To enter.
        set: Vec<Reading>,
        /// To remove.
        remove: Vec<Reading>,
    },
    /// The files of the city in a month; none for the latest month that has any.
    Caseload {
        /// Which month.
        month: Option<Interval>,
    },
    /// The files of an agency by month.
    CaseloadOf {
        /// Whose.
        agency: AgencyId,
    },
    /// Enters files of agencies, over those of the same month, and removes some.
    SaveCaseload {
        /// Names this save.
        key: OperationKey,
        /// What stood there, as for readings.
        seen: Option<Vec<Caseload>>,
        /// To enter.
        set: Vec<Caseload>,
        /// To remove.
        remove: Vec<(AgencyId, Interval)>,
    },
    /// Reads a file and understands it; nothing is written.
    Read {
        /// The file.
        path: PathBuf,
        /// What stands in it.
        what: What,
        /// Where the file says no period: this one.
        interval: Option<Interval>,
    },
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Files of agencies by month.
    Caseload,
    /// Readings, of this indicator where a row names none.
    Readings(Option<IndicatorId>),
}

impl Ask {
    /// True where something is written.
    #[must_use]
    pub const fn writes(&self) -> bool {
        match self {
            Self::SaveIndicator { .. } | Self::SaveReadings { .. } | Self::SaveCaseload { .. } => {
                true
            }
            Self::Indicators
            | Self::Indicator { .. }
            | Self::Caseload { .. }
            | Self::CaseloadOf { .. }
            | Self::Read { .. } => false,
        }
    }
}

/// An answer about what is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// To [`Ask::Indicators`].
    Indicators(Vec<Standing>),
    /// To [`Ask::Indicator`].
    Indicator(Box<Measured>),
    /// To [`Ask::Caseload`].
    Caseload(CityFiles),
    /// To [`Ask::CaseloadOf`], the latest month first.
    CaseloadOf(Vec<Caseload>),
    /// To those that write.
    Saved(Saved),
    /// To [`Ask::Read`].
    Read(Box<Understood>),
}

/// How an indicator stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The indicator.
    pub indicator: Indicator,
    /// When it was measured last.
    pub last: Option<Interval>,
    /// The value of the city then; none where agencies are measured.
    pub value: Option<Amount>,
    /// The distance to the target then, of the agency that is farthest away where agencies are measured.
    pub farthest: Option<Amount>,
    /// So many of the values of then are as they should be.
    pub reached: i64,
    /// So many values there are of then.
    pub measured: i64,
    /// So many values are missing, of all times that are over.
    pub missing: i64,
}

/// An indicator with its readings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// The indicator.
    pub indicator: Indicator,
    /// Its readings, the latest first.
    pub readings: Vec<Reading>,
    /// What should be there and is not, the earliest first.
    pub missing: Vec<(Interval, AgencyId)>,
}

/// The files of the city in a month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CityFiles {
    /// Which month; none where there are no files at all.
    pub month: Option<Interval>,
    /// Those of each agency, with those of the month before.
    pub rows: Vec<(Caseload, Option<Caseload>)>,
    /// Agencies that had files in the month before and have none in this one.
    pub missing: Vec<AgencyId>,
    /// The city month by month, up to this one.
    pub months: Vec<(Interval, Files)>,
}

/// What a save has done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// The group; none where nothing differed.
    pub operation: Option<OperationId>,
    /// The indicator that was entered or changed.
    pub indicator: Option<IndicatorId>,
    /// So many values or months are new or differ.
    pub changed: usize,
    /// What is kept though it looks doubtful.
    pub marks: Vec<Mark>,
}

/// A file as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Understood {
    /// Readings that can be written.
    pub readings: Vec<Reading>,
    /// Files of agencies that can be written.
    pub files: Vec<Caseload>,
    /// What stood at the places of readings when the file was read.
    pub readings_there: Vec<Reading>,
    /// So with files.
    pub files_there: Vec<Caseload>,
    /// So many of them are there already, as they are.
    pub same: usize,
    /// So many are there with another value.
    pub differing: usize,
    /// Rows that cannot be written, and why.
    pub left: Vec<RowFault>,
    /// What is kept though it looks doubtful.
    pub marks: Vec<Mark>,
}

impl Understood {
    /// So many rows can be written.
    #[must_use]
    pub fn sound(&self) -> usize {
        self.readings.len() + self.files.len()
    }
}

/// A row of a file that cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// Its line in the file, from 1.
    pub line: u64,
    /// What it says.
    pub text: String,
    /// Why it cannot be written.
    pub why: Fault,
}
