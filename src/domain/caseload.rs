//! Caseload: the files of an agency in a month, in totals (M3, DOMAIN 1.2). Single files are not followed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agency::Agency;
use super::id::AgencyId;
use super::indicator::existed;
use super::interval::{Every, Interval};
use super::measure::{Fault, Mark};

/// The files of an agency in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caseload {
    /// Whose.
    pub agency: AgencyId,
    /// When.
    pub month: Interval,
    /// Open when it began: "tồn đầu kỳ".
    pub opening: i64,
    /// Came in.
    pub received: i64,
    /// Solved on time.
    pub solved_on_time: i64,
    /// Solved late.
    pub solved_late: i64,
    /// Open at its end, in time.
    pub open_in_time: i64,
    /// Open at its end, late.
    pub open_late: i64,
    /// Taken back by whoever had asked; where that is counted.
    pub withdrawn: Option<i64>,
    /// Of the open ones, those that wait for papers; where that is counted.
    pub waiting: Option<i64>,
}

impl Caseload {
    /// Its numbers, in the order of the form.
    #[must_use]
    pub const fn counts(&self) -> [Option<i64>; 8] {
        [
            Some(self.opening),
            Some(self.received),
            Some(self.solved_on_time),
            Some(self.solved_late),
            Some(self.open_in_time),
            Some(self.open_late),
            self.withdrawn,
            self.waiting,
        ]
    }
}

/// Files of many agencies or months together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Files {
    /// Late, solved or open.
    pub late: i64,
    /// Solved or open.
    pub all: i64,
    /// Came in.
    pub received: i64,
    /// Solved.
    pub solved: i64,
}

impl Files {
    /// Those of both.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            late: self.late + other.late,
            all: self.all + other.all,
            received: self.received + other.received,
            solved: self.solved + other.solved,
        }
    }

    /// True where fewer of a hundred are late than before, and yet more files: what a share alone hides (M3).
    #[must_use]
    pub const fn hides_more(self, before: Self) -> bool {
        let share_falls =
            (self.late as i128) * (before.all as i128) < (before.late as i128) * (self.all as i128);
        before.all > 0 && self.all > 0 && share_falls && self.late > before.late
    }
}

impl Caseload {
    /// Solved, on time or late.
    #[must_use]
    pub const fn solved(&self) -> i64 {
        self.solved_on_time + self.solved_late
    }

    /// Open at the end.
    #[must_use]
    pub const fn open(&self) -> i64 {
        self.open_in_time + self.open_late
    }

    /// Its counts and the whole that they are a share of.
    #[must_use]
    pub const fn files(&self) -> Files {
        Files {
            late: self.solved_late + self.open_late,
            all: self.solved() + self.open(),
            received: self.received,
            solved: self.solved(),
        }
    }

    /// What is wrong with it.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self, agencies: &[Agency], today: NaiveDate) -> Result<(), Fault> {
        if self.month.every() != Every::Month {
            return Err(Fault::WrongEvery {
                given: self.month,
                wanted: Every::Month,
            });
        }
        if self.month.is_future(today) {
            return Err(Fault::Future(self.month));
        }
        let (withdrawn, waiting) = (self.withdrawn.unwrap_or(0), self.waiting.unwrap_or(0));
        let counts = [
            self.opening,
            self.received,
            self.solved_on_time,
            self.solved_late,
            self.open_in_time,
            self.open_late,
            withdrawn,
            waiting,
        ];
        if let Some(bad) = counts
            .into_iter()
            .find(|count| !(0..=1_000_000_000).contains(count))
        {
            return Err(Fault::Negative(bad));
        }
        let (came, went) = (
            self.opening + self.received,
            self.solved() + self.open() + withdrawn,
        );
        if came != went {
            return Err(Fault::SumsDiffer { came, went });
        }
        if waiting > self.open() {
            return Err(Fault::MoreWaiting {
                waiting,
                open: self.open(),
            });
        }
        existed(self.agency, self.month, agencies)
    }

    /// What is doubtful about it beside the month before.
    #[must_use]
    pub fn marks(&self, before: Option<&Self>, today: NaiveDate) -> Vec<Mark> {
        let differs = before.filter(|before| before.open() != self.opening);
        let opening = differs.map(|before| Mark::OpeningDiffers {
            agency: self.agency,
            month: self.month,
            opening: self.opening,
            before: before.open(),
        });
        let is_running = !self.month.is_over(today);
        let running = is_running.then_some(Mark::NotOver(self.month));
        opening.into_iter().chain(running).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(late: i64, all: i64) -> Files {
        Files {
            late,
            all,
            ..Files::default()
        }
    }

    #[test]
    fn the_alert_is_where_the_share_falls_and_the_count_rises() {
        // 10 % of 100 are 10; 8 % of 200 are 16: a better share, more people who wait.
        assert!(files(16, 200).hides_more(files(10, 100)));
        assert!(!files(9, 200).hides_more(files(10, 100)), "the count falls");
        assert!(
            !files(30, 200).hides_more(files(10, 100)),
            "the share rises"
        );
        assert!(
            !files(10, 200).hides_more(files(10, 100)),
            "the count stays"
        );
        assert!(
            !files(20, 200).hides_more(files(10, 100)),
            "the share stays"
        );
        assert!(
            !files(5, 100).hides_more(files(0, 0)),
            "nothing to compare with"
        );
    }

    #[test]
    fn sums_that_do_not_fit_are_refused_and_a_different_opening_is_marked() {
        let today = "2023-06-15".parse().expect("a day");
        let month = "2023-05".parse().expect("a month");
        let mut sound = Caseload {
            agency: AgencyId(1),
            month,
            opening: 10,
            received: 90,
            solved_on_time: 70,
            solved_late: 10,
            open_in_time: 12,
            open_late: 5,
            withdrawn: Some(3),
            waiting: Some(2),
        };
        let fields = ["SNV", "Sở Nội vụ", "so", "", "Giám đốc", "", "", ""];
        let agencies: Vec<Agency> = Agency::from_fields(AgencyId(1), fields)
            .into_iter()
            .collect();
        assert_eq!(sound.check(&agencies, today), Ok(()));
        let before = Caseload {
            month: month.before(),
            open_in_time: 4,
            ..sound
        };
        let [mark] = sound
            .marks(Some(&before), today)
            .try_into()
            .expect("a mark");
        assert!(matches!(
            mark,
            Mark::OpeningDiffers {
                opening: 10,
                before: 9,
                ..
            }
        ));
        sound.received = 91;
        assert_eq!(
            sound.check(&agencies, today),
            Err(Fault::SumsDiffer {
                came: 101,
                went: 100
            })
        );
        sound.month = "2023-07".parse().expect("a month");
        assert_eq!(
            sound.check(&agencies, today),
            Err(Fault::Future(sound.month))
        );
    }
}
