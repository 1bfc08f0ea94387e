//! Whatever stands in a text from outside, its reader ends, soon, without a panic, and keeps its promises.
//!
//! Seeded: a failure names its seed, and the same seed fails again. `CCHC_FUZZ_ROUNDS` (60) says how often each reader
//! is tried; `CCHC_FUZZ_SEED` (0) where the seeds begin, for long campaigns in parts. How long a reader takes is measured by
//! the processor's clock of its thread, which a busy machine does not change.

#![allow(clippy::panic, clippy::unwrap_used, clippy::expect_used)]

mod damaged;
mod dice;
mod files;
mod stored;
mod texts;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// The seeds of this run, so many times as many as usual.
pub fn seeds(times: u64) -> std::ops::Range<u64> {
    let first = setting("CCHC_FUZZ_SEED", 0);
    first..first + times * setting("CCHC_FUZZ_ROUNDS", 60)
}

fn setting(name: &str, usual: u64) -> u64 {
    let set = std::env::var(name).ok().and_then(|text| text.parse().ok());
    set.unwrap_or(usual)
}

/// Fails where reading panics or takes longer; `what` and the seed are named.
#[track_caller]
pub fn survives(what: &str, seed: u64, longest: Duration, read: impl FnOnce()) {
    let begun = processor();
    let outcome = catch_unwind(AssertUnwindSafe(read));
    let took = processor() - begun;
    assert!(outcome.is_ok(), "{what}: a panic with seed {seed}");
    assert!(took < longest, "{what}: {took:?} with seed {seed}");
}

/// Time that this thread has had of a processor.
fn processor() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap(),
        u32::try_from(time.tv_nsec).unwrap(),
    )
}
