//! The end of a session that nobody touches: when to warn, when to end. Time is handed in.
//!
//! Who leaves a terminal leaves a name behind: whoever sits down there next would work in it.

use std::time::Duration;

/// So long before its end a session warns; of a short time half of it.
const WARNING: Duration = Duration::from_secs(300);

/// The code that a session leaves with which nobody touched: as `timeout` does.
pub const CODE: u8 = 124;

/// When somebody typed last, and whether they were warned since.
#[derive(Debug, Clone, Default)]
pub struct Idle {
    typed_at: Duration,
    is_warned: bool,
}

/// What is to be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nothing before this long; never, where there is no time.
    Wait(Option<Duration>),
    /// To say that it ends in so long.
    Warn(Duration),
    /// To end.
    End,
}

impl Idle {
    /// Somebody typed, or something is being worked at that was asked for.
    pub fn touch(&mut self, at: Duration) {
        self.typed_at = self.typed_at.max(at);
        self.is_warned = false;
    }

    /// It was said that the session ends soon.
    pub const fn warned(&mut self) {
        self.is_warned = true;
    }

    /// What is due where a session ends after so many minutes; 0 for never. A warning is due until it was said.
    #[must_use]
    pub fn due(&self, minutes: u32, now: Duration) -> Due {
        if minutes == 0 {
            return Due::Wait(None);
        }
        let whole = Duration::from_secs(60 * u64::from(minutes));
        let end = self.typed_at + whole;
        let warning = end - WARNING.min(whole / 2);
        if now >= end {
            Due::End
        } else if now < warning {
            Due::Wait(Some(warning - now))
        } else if self.is_warned {
            Due::Wait(Some(end - now))
        } else {
            Due::Warn(end - now)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_session_warns_once_five_minutes_before_its_end_and_ends() {
        let mut idle = Idle::default();
        assert_eq!(idle.due(60, at(0)), Due::Wait(Some(at(3_300))));
        assert_eq!(idle.due(60, at(3_299)), Due::Wait(Some(at(1))));
        assert_eq!(idle.due(60, at(3_300)), Due::Warn(at(300)));
        idle.warned();
        assert_eq!(idle.due(60, at(3_301)), Due::Wait(Some(at(299))));
        assert_eq!(idle.due(60, at(3_600)), Due::End);
    }

    #[test]
    fn a_key_begins_the_time_anew_and_is_warned_anew() {
        let mut idle = Idle::default();
        assert_eq!(idle.due(60, at(3_400)), Due::Warn(at(200)));
        idle.warned();
        idle.touch(at(3_500));
        assert_eq!(idle.due(60, at(3_600)), Due::Wait(Some(at(3_200))));
        assert_eq!(idle.due(60, at(6_800)), Due::Warn(at(300)));
    }

    #[test]
    fn a_short_time_warns_at_its_half_and_none_never_ends() {
        let idle = Idle::default();
        assert_eq!(idle.due(1, at(29)), Due::Wait(Some(at(1))));
        assert_eq!(idle.due(1, at(30)), Due::Warn(at(30)));
        assert_eq!(idle.due(1, at(60)), Due::End);
        assert_eq!(idle.due(0, at(1_000_000)), Due::Wait(None));
    }
}
