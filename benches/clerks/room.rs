//! The room: one process and one thread that serves all terminals as their lines bring something.

use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::city::City;
use crate::office::Office;
use crate::seat::{Seat, Told};

/// So many programs are started at a time: people do not come in at one moment.
const AT_ONCE: usize = 8;

/// How often a clerk does something.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    pub key: Duration,
    pub save: Duration,
}

impl Pace {
    /// A key a second, a save each thirty seconds.
    pub const fn of_a_clerk() -> Self {
        Self {
            key: Duration::from_secs(1),
            save: Duration::from_secs(30),
        }
    }
}

/// What all of them have to tell.
#[derive(Debug, Default)]
pub struct Day {
    pub keys: Vec<Duration>,
    pub saves: Vec<Duration>,
    pub saved: Vec<String>,
    pub conflicts: usize,
    pub faults: Vec<String>,
    pub worked: Duration,
}

/// Everybody works for so long and finishes what they are at.
pub fn work(city: &City, pace: Pace, time: Duration) -> Day {
    let office = Office::empty().expect("a terminal can be made");
    let mut seats = seat_all(&office, city, pace);
    let begun = Instant::now();
    let count = seats.len() as f64;
    for (place, seat) in seats.iter_mut().enumerate() {
        // Spread evenly, and differently over the second and over the thirty.
        seat.begin(
            begun,
            &pace,
            (place as f64 * 0.618) % 1.0 + place as f64 / count / 1e3,
        );
    }
    while begun.elapsed() < time {
        serve(&mut seats, pace, false);
    }
    let worked = begun.elapsed();
    while !seats.iter().all(is_done) {
        serve(&mut seats, pace, true);
    }
    let mut day = Day {
        worked,
        ..Day::default()
    };
    for seat in &mut seats {
        day.add(std::mem::take(&mut seat.told));
    }
    day
}

/// Everybody sits down and has the list of the own agency before them.
pub fn seat_all(office: &Office, city: &City, pace: Pace) -> Vec<Seat> {
    let mut seats: Vec<Seat> = Vec::new();
    for clerks in city.clerks.chunks(AT_ONCE) {
        let now = Instant::now();
        seats.extend(
            clerks
                .iter()
                .map(|clerk| Seat::take(office, city, clerk, now, &[])),
        );
        while !seats.iter().all(is_done) {
            serve(&mut seats, pace, false);
        }
    }
    seats
}

fn is_done(seat: &Seat) -> bool {
    seat.is_ready() || !seat.told.faults.is_empty()
}

/// Waits until a line brings something or a key is due, and lets everybody take their turn.
pub fn serve(seats: &mut [Seat], pace: Pace, is_over: bool) {
    let due = seats.iter().map(Seat::due).min();
    let now = Instant::now();
    let wait = due.map_or(Duration::ZERO, |due| due.saturating_duration_since(now));
    let wait = wait.clamp(Duration::from_micros(500), Duration::from_millis(50));
    let wait = Timespec::try_from(wait).expect("a time");
    let mut lines: Vec<PollFd<'_>> = seats
        .iter()
        .map(|seat| PollFd::new(&seat.master, PollFlags::IN))
        .collect();
    let _ = poll(&mut lines, Some(&wait)).expect("a poll");
    let brought: Vec<bool> = lines
        .iter()
        .map(|line| !line.revents().is_empty())
        .collect();
    for (seat, brought) in seats.iter_mut().zip(brought) {
        let now = Instant::now();
        if brought && seat.told.faults.is_empty() {
            seat.take_in(now);
        }
        seat.turn(now, &pace, is_over);
    }
}

impl Day {
    fn add(&mut self, told: Told) {
        self.keys.extend(told.keys);
        self.saves.extend(told.saves);
        self.saved.extend(told.saved);
        self.conflicts += told.conflicts;
        self.faults.extend(told.faults);
    }
}
