//! Results of drills: this session's, and the best of former ones, which are kept by login.

use super::drills::DRILLS;
use crate::ui::screen::Unsaved;

/// The name under which results are kept.
pub const PLACE: &str = "practice";

/// The result of a drill. Fewer keys are better, then less time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// Keys from the first to the one that reached the goal.
    pub keys: usize,
    /// Thousandths of a second from the first key to that one.
    pub millis: u64,
}

/// The results of one drill.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Record {
    /// The last one of this session.
    pub last: Option<Score>,
    /// The best one of this session.
    pub best: Option<Score>,
    /// The best one of former sessions.
    pub former: Option<Score>,
}

/// The results of all drills, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records([Record; DRILLS.len()]);

impl Records {
    /// Begins a session with what former ones left; what is none is left out.
    #[must_use]
    pub fn of_former(kept: &Unsaved) -> Self {
        let mut records = Self::default();
        for (drill, record) in DRILLS.iter().zip(&mut records.0) {
            let mut fields = kept.fields.iter();
            let field = fields.find(|(name, _)| *name == drill.key.to_string());
            record.former = field.and_then(|(_, text)| {
                let (keys, millis) = text.split_once(' ')?;
                Some(Score {
                    keys: keys.parse().ok()?,
                    millis: millis.parse().ok()?,
                })
            });
        }
        records
    }

    /// The best of each drill, to be kept.
    #[must_use]
    pub fn kept(&self) -> Unsaved {
        let fields = DRILLS.iter().zip(&self.0).filter_map(|(drill, record)| {
            let best = record.ever()?;
            Some((
                drill.key.to_string(),
                format!("{} {}", best.keys, best.millis),
            ))
        });
        Unsaved {
            place: PLACE.to_owned(),
            fields: fields.collect(),
        }
    }

    /// The results of a drill.
    #[must_use]
    pub fn of(&self, drill: usize) -> Record {
        self.0.get(drill).copied().unwrap_or_default()
    }

    /// Takes in a result.
    pub fn add(&mut self, drill: usize, score: Score) {
        if let Some(record) = self.0.get_mut(drill) {
            record.last = Some(score);
            record.best = Some(record.best.map_or(score, |best| best.min(score)));
        }
    }
}

impl Record {
    /// The best one of all sessions.
    #[must_use]
    pub fn ever(&self) -> Option<Score> {
        [self.best, self.former].into_iter().flatten().min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_is_kept_and_comes_back_as_the_former_one() {
        let mut records = Records::default();
        for (keys, millis) in [(9, 4_000), (7, 9_000), (12, 2_000)] {
            records.add(3, Score { keys, millis });
        }
        let best = Score {
            keys: 7,
            millis: 9_000,
        };
        assert_eq!(records.of(3).best, Some(best));
        let later = Records::of_former(&records.kept());
        assert_eq!(later.of(3).former, Some(best));
        assert_eq!((later.of(3).last, later.of(0).former), (None, None));
        assert_eq!(later.kept(), records.kept(), "nothing better came");
    }

    #[test]
    fn what_is_no_result_is_left_out() {
        let kept = Unsaved {
            place: PLACE.to_owned(),
            fields: vec![
                ("1".into(), "many".into()),
                ("2".into(), "5 x".into()),
                ("11".into(), "1 1".into()),
            ],
        };
        assert_eq!(Records::of_former(&kept), Records::default());
    }
}
