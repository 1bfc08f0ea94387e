//! A stretch of days that a report or a reading is about.

pub(super) mod read;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; never before the first.
    pub to: NaiveDate,
}

impl Period {
    /// Before everything that is on record.
    pub const BEGINNING: NaiveDate =
        NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day of the calendar");

    /// After everything that is planned, and before what stands for no day at all.
    pub const END: NaiveDate =
        NaiveDate::from_ymd_opt(9998, 12, 31).expect("a day of the calendar");

    /// From a day to another; none where it would end before it begins.
    #[must_use]
    pub fn new(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// Reads a period as it is typed: "tháng 5/2023", "quý II/2023", "6 tháng đầu năm 2023", "2023",
    /// "1/1/2023-31/3/2023", and the windows of the reports that offices send ("kỳ báo cáo quý I/2023": 15/12 to
    /// 14/3, DOMAIN 6.1). A year that is not said is that of today. None where it is no period.
    #[must_use]
    pub fn read(text: &str, today: NaiveDate) -> Option<Self> {
        read::read(text, today)
    }

    /// True for a day in it.
    #[must_use]
    pub fn has(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// True where the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}
