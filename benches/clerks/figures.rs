//! Many times as a few numbers.

use std::fmt;
use std::time::Duration;

/// Milliseconds: half of them took at most `p50`, and so on.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figures {
    pub count: usize,
    pub p50: f64,
    pub p99: f64,
    pub max: f64,
}

/// The figures of some times.
pub fn of(times: &[Duration]) -> Figures {
    let mut times = times.to_vec();
    times.sort_unstable();
    let at = |share: f64| {
        let place = (times.len() as f64 * share) as usize;
        let time = times.get(place.min(times.len().saturating_sub(1)));
        time.map_or(0.0, Duration::as_secs_f64) * 1e3
    };
    Figures {
        count: times.len(),
        p50: at(0.5),
        p99: at(0.99),
        max: at(1.0),
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            count,
            p50,
            p99,
            max,
        } = self;
        write!(
            to,
            "{count}, p50 {p50:.1} ms, p99 {p99:.1} ms, longest {max:.1} ms"
        )
    }
}
