//! A long work that goes on while one does something else: reading a file, writing it, taking it back.
//!
//! The frame says on every screen how far it is, unless something else has to be said.

use std::time::Duration;

use super::keys::Context;
use crate::lang::{Far, Words, format};
use crate::work::progress::{self, Phase};
use crate::work::request::Request;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labour {
    /// A file is read and understood; nothing is written.
    Reading,
    /// Tasks are written.
    Writing,
    /// An import is taken back.
    TakingBack,
    /// A past day is made of the log.
    LookingBack,
    /// Letters are written and recorded.
    Letters,
}

/// A long work and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// What asked for it.
    pub question: Request,
    /// What is being done.
    pub labour: Labour,
    /// How far it is.
    pub far: progress::Far,
    /// Since that was begun.
    pub elapsed: Duration,
    /// Who wanted to leave the program was told that this is still written.
    pub is_warned: bool,
}

impl Running {
    /// The long work that a request begins; none for what is answered at once.
    #[must_use]
    pub fn of(request: &Request) -> Option<Self> {
        let labour = match request {
            Request::Stage { .. } => Labour::Reading,
            Request::ImportStage { .. } | Request::FinishBatch { .. } => Labour::Writing,
            Request::UndoBatch { .. } => Labour::TakingBack,
            Request::AsOf { day: Some(_) } => Labour::LookingBack,
            Request::Letters(ask) if !ask.is_rehearsal => Labour::Letters,
            _ => return None,
        };
        Some(Self {
            question: request.clone(),
            labour,
            far: progress::Far::default(),
            elapsed: Duration::ZERO,
            is_warned: false,
        })
    }

    /// It was ended by a person.
    #[must_use]
    pub fn stopped(&self, t: &Words) -> &'static str {
        let [reading, writing, taking_back, looking_back, letters] = t.import.writing.stopped;
        match self.labour {
            Labour::Reading => reading,
            Labour::Writing => writing,
            Labour::TakingBack => taking_back,
            Labour::LookingBack => looking_back,
            Labour::Letters => letters,
        }
    }

    /// Asks whether to end it.
    #[must_use]
    pub fn question_to_end(&self, t: &Words) -> &'static str {
        let [reading, writing, taking_back, looking_back, letters] = t.import.writing.end_running;
        match self.labour {
            Labour::Reading => reading,
            Labour::Writing => writing,
            Labour::TakingBack => taking_back,
            Labour::LookingBack => looking_back,
            Labour::Letters => letters,
        }
    }

    /// How it is ended from a place: by its own screen with Esc, from everywhere else by its command.
    #[must_use]
    pub fn how_to_stop(&self, place: Context, t: &Words) -> &'static str {
        let [own, elsewhere] = t.import.writing.how_to_stop;
        let is_own = match self.labour {
            Labour::Reading => place == Context::File,
            Labour::Writing | Labour::Letters => place == Context::Writing,
            Labour::TakingBack | Labour::LookingBack => false,
        };
        if is_own {
            return own;
        }
        // There it is asked already.
        if place == Context::Asking {
            ""
        } else {
            elsewhere
        }
    }

    /// How many a second; none before that can be told.
    #[must_use]
    pub fn rate(&self) -> Option<usize> {
        let thousandths = self.elapsed.as_millis();
        let rate = (self.far.done as u128 * 1000).checked_div(thousandths)?;
        usize::try_from(rate).ok().filter(|rate| *rate > 0)
    }

    /// How many seconds it will take still; none before that can be told.
    #[must_use]
    pub fn seconds_left(&self) -> Option<usize> {
        let left = self.far.total.checked_sub(self.far.done)?;
        (self.far.total > 0).then_some(left.div_ceil(self.rate()?))
    }

    /// `Đang đọc 12.000/100.000 dòng · 5.000 dòng/giây · còn 18 giây`.
    #[must_use]
    pub fn sentence(&self, t: &Words) -> String {
        let number = |value: usize| {
            let value = i64::try_from(value).unwrap_or(i64::MAX);
            format::number(value, t.language)
        };
        let done = number(self.far.done);
        let total = (self.far.total > 0).then(|| number(self.far.total));
        let rate = self.rate().map(number);
        let far = Far {
            done: &done,
            total: total.as_deref(),
            rate: rate.as_deref(),
            left: self.seconds_left(),
        };
        let [reading, writing, taking_back, looking_back, letters] = t.import.writing.running;
        match (self.far.phase, self.labour) {
            // To finish an import its file is read first.
            (Phase::Reading, _) | (Phase::Doing, Labour::Reading) => reading(far),
            (Phase::Ordering, _) => (t.import.writing.ordering)(far),
            (Phase::Doing, Labour::Writing) => writing(far),
            (Phase::Doing, Labour::TakingBack) => taking_back(far),
            (Phase::Doing, Labour::LookingBack) => looking_back(far),
            (Phase::Doing, Labour::Letters) => letters(far),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::request::import::ImportSpec;

    #[test]
    fn rate_and_time_left_are_told_once_they_are_known() {
        let request = Request::Stage {
            spec: ImportSpec::default(),
            after: None,
        };
        let mut running = Running::of(&request).expect("a file is read");
        assert_eq!((running.rate(), running.seconds_left()), (None, None));
        running.far.done = 3_000;
        running.elapsed = Duration::from_millis(1_500);
        assert_eq!(
            (running.rate(), running.seconds_left()),
            (Some(2_000), None)
        );
        running.far.total = 10_000;
        assert_eq!(running.seconds_left(), Some(4));
        assert!(Running::of(&Request::Home).is_none());
    }
}
