//! What the last frames have cost: bytes, and time until they were on their way.
//!
//! The loop measures, the app keeps the last ten, the frame and the screen check show them. Showing
//! them makes no frame of its own: what stands there is about the frames before.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

/// So many frames are kept.
const KEPT: usize = 10;

/// What one frame has cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// When its last byte was written.
    pub at: Duration,
    /// Bytes that went out for it.
    pub bytes: usize,
    /// From the key, or whatever it answers, until its last byte was written.
    pub took: Duration,
    /// How long its bytes are on the line; nothing where the line is fast.
    pub on_line: Duration,
}

/// The last frames, and whether they are shown on the message line.
#[derive(Debug, Clone, Default)]
pub struct Meter {
    /// Shared, because every event hands the meter on to the screens.
    last: Arc<VecDeque<Sample>>,
    /// The message line shows the figures.
    pub is_on: bool,
}

impl Meter {
    /// Takes in what a frame has cost.
    pub fn take(&mut self, sample: Sample) {
        let last = Arc::make_mut(&mut self.last);
        if last.len() >= KEPT {
            last.pop_front();
        }
        last.push_back(sample);
    }

    /// The last frames, the newest first.
    pub fn last(&self) -> impl Iterator<Item = &Sample> {
        self.last.iter().rev()
    }

    /// Bytes of a frame, in the mean of the last ten; none before the first.
    #[must_use]
    pub fn mean(&self) -> Option<usize> {
        let bytes: usize = self.last.iter().map(|sample| sample.bytes).sum();
        bytes.checked_div(self.last.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ten_frames_are_kept_the_newest_first() {
        let mut meter = Meter::default();
        assert_eq!(meter.mean(), None);
        for bytes in 1..=12 {
            meter.take(Sample {
                at: Duration::ZERO,
                bytes,
                took: Duration::ZERO,
                on_line: Duration::ZERO,
            });
        }
        let bytes: Vec<usize> = meter.last().map(|sample| sample.bytes).collect();
        assert_eq!(bytes, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
        assert_eq!(meter.mean(), Some(7));
    }
}
