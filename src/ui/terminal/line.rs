//! A slow line as we believe it to be: how much of what was sent has not arrived yet.
//!
//! Nothing tells us when a byte arrives: the kernel, ssh and the modem all take more than they pass
//! on. So what goes out is counted against the speed of the line, and never runs far ahead of it: a
//! key that is pressed or released then shows as soon as the line allows. Pure; the loop hands in the
//! time.

use std::time::Duration;

use super::profile::Speed;

/// So long is the line kept busy ahead of what has arrived: longer than a wake-up is late, shorter
/// than a person notices.
const AHEAD: Duration = Duration::from_millis(33);

/// A sequence and a letter go out together even on the slowest line.
const LEAST: usize = 16;

/// More is never under way on a slow line.
pub const MOST: usize = 200;

/// The line between us and the glass.
#[derive(Debug, Default)]
pub struct Line {
    speed: Option<Speed>,
    /// When the last byte that was sent will have arrived; a time since the program started.
    busy_until: Duration,
}

impl Line {
    /// A line of this speed; without one, a line that is never behind.
    #[must_use]
    pub fn new(speed: Option<Speed>) -> Self {
        Self {
            speed,
            busy_until: Duration::ZERO,
        }
    }

    /// The speed changed; what is under way stays under way.
    pub fn set_speed(&mut self, speed: Option<Speed>) {
        self.speed = speed;
    }

    /// How many bytes may be sent now; without a limit on a fast line, none while it is far behind.
    #[must_use]
    pub fn room(&self, now: Duration) -> usize {
        let Some(speed) = self.speed else {
            return usize::MAX;
        };
        let behind = self.busy_until.saturating_sub(now);
        // Half of it must be free, or every byte would be a wake-up of its own.
        if behind > AHEAD / 2 {
            return 0;
        }
        carried(AHEAD - behind, speed).clamp(LEAST, MOST)
    }

    /// So many bytes were sent.
    pub fn send(&mut self, bytes: usize, now: Duration) {
        if let Some(speed) = self.speed {
            self.busy_until = self.busy_until.max(now) + takes(bytes, speed);
        }
    }

    /// When there is room again, from now; at once on a fast line.
    #[must_use]
    pub fn wait(&self, now: Duration) -> Duration {
        self.busy_until.saturating_sub(now + AHEAD / 2)
    }

    /// How long so many bytes take on this line; nothing on a fast one.
    #[must_use]
    pub fn takes(&self, bytes: usize) -> Duration {
        self.speed
            .map_or(Duration::ZERO, |speed| takes(bytes, speed))
    }
}

fn takes(bytes: usize, speed: Speed) -> Duration {
    let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
    Duration::from_secs(1) * bytes / speed.bytes().max(1)
}

fn carried(time: Duration, speed: Speed) -> usize {
    let bytes = time.as_micros() * u128::from(speed.bytes()) / 1_000_000;
    usize::try_from(bytes).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn a_fast_line_takes_everything_at_once() {
        let mut line = Line::default();
        line.send(1_000_000, at(0));
        assert_eq!(line.room(at(0)), usize::MAX);
        assert_eq!(line.wait(at(0)), Duration::ZERO);
    }

    #[test]
    fn a_slow_line_is_never_more_than_two_hundred_bytes_behind_and_never_idle() {
        for bits in [110, 300, 1_200, 2_400, 9_600, 19_200] {
            let speed = Speed::slow(bits).expect("a slow line");
            let mut line = Line::new(Some(speed));
            let (mut now, mut sent) = (Duration::ZERO, 0);
            while now < Duration::from_secs(20) {
                let room = line.room(now);
                assert!(room <= MOST, "{bits}");
                line.send(room, now);
                sent += room;
                let arrived = carried(now, speed);
                assert!(sent <= arrived + MOST, "{bits}: {sent} of {arrived}");
                now += line.wait(now).max(Duration::from_millis(1));
                assert!(sent + 1 >= carried(now, speed), "{bits} is idle at {now:?}");
            }
        }
    }

    #[test]
    fn after_silence_a_move_of_the_cursor_goes_out_whole() {
        let mut line = Line::new(Speed::slow(9_600));
        line.send(2_000, at(0));
        assert_eq!(line.room(at(1_000)), 0);
        assert!(line.room(at(3_000)) >= 31);
    }
}
