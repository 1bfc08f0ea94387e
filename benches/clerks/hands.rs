//! What hands that know nothing leave behind in a session: random keys without a pause, then rest.

use std::io::Write;
use std::time::Duration;

use crate::city::{City, Clerk, OVERSEER};
use crate::idle::{say, wait};
use crate::office::Office;
use crate::process::memory;
use crate::room::{Pace, seat_all};
use crate::seat::Seat;
use crate::strokes::{KEYS, TEXTS};
use crate::terminal::bytes;

/// So many keys are half an hour of somebody who never stops.
const KEYS_STRUCK: usize = 1_500;

/// Twenty-five keys a second.
const BEAT: Duration = Duration::from_millis(40);

/// What the last keys began may last some seconds, as a past day that is made; only then the session begins to rest.
const LET_LIE: Duration = Duration::from_secs(15);

/// Which hands: a number gives the same keys again.
const SEEDS: [u64; 6] = [1, 3, 5, 7, 9, 11];

/// What leads far: reports, the calendar, a past day and back.
const WAYS: [&str; 4] = [
    ":bao cao\r",
    ":lich\r",
    ":nhu cuoi ngay 1/3/2025\r",
    ":hien tai\r",
];

/// Hands.
pub struct Hands(fastrand::Rng);

impl Hands {
    pub fn of(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// What they strike next: mostly a key, sometimes what people type.
    pub fn strike(&mut self) -> Vec<u8> {
        let dice = &mut self.0;
        let of = |some: &[&str], dice: &mut fastrand::Rng| bytes(some[dice.usize(..some.len())]);
        match dice.u8(..20) {
            0 => of(&WAYS, dice),
            1..4 => TEXTS[dice.usize(..TEXTS.len())].as_bytes().to_vec(),
            _ => of(&KEYS, dice),
        }
    }
}

/// Somebody at a terminal, and the office in which it stands: what random keys choose there is remembered there.
struct Desk {
    seat: Vec<Seat>,
    _office: Office,
}

impl Desk {
    fn sit_down(city: &City, clerk: &Clerk) -> Self {
        let office = Office::empty().expect("a terminal can be made");
        let one = City {
            database: city.database.clone(),
            clerks: vec![clerk.clone()],
        };
        Self {
            seat: seat_all(&office, &one, Pace::of_a_clerk()),
            _office: office,
        }
    }

    /// True where the keys have led out of the program.
    fn is_left(&self) -> bool {
        self.seat.iter().any(|seat| !seat.told.faults.is_empty())
    }
}

/// Measures it.
pub fn measure(city: &City) {
    println!(
        "what a session costs that rests after {KEYS_STRUCK} random keys without a pause, KiB\n"
    );
    println!("| hands | resident | private | share |\n| :--- | ---: | ---: | ---: |");
    let pace = Pace::of_a_clerk();
    let overseer = Clerk {
        login: OVERSEER.to_owned(),
        ..city.clerks[0].clone()
    };
    // As with the others: somebody else stays on their list, and shares what the program itself takes.
    let mut other = Desk::sit_down(city, &city.clerks[1]);
    for seed in SEEDS {
        let mut desk = Desk::sit_down(city, &overseer);
        let mut hands = Hands::of(seed);
        for _ in 0..KEYS_STRUCK {
            if desk.is_left() || desk.seat[0].master.write_all(&hands.strike()).is_err() {
                desk = Desk::sit_down(city, &overseer);
            }
            wait(&mut desk.seat, pace, BEAT);
        }
        wait(&mut desk.seat, pace, LET_LIE);
        wait(&mut other.seat, pace, BEAT);
        if std::env::var_os("CCHC_BENCH_PICTURES").is_some() {
            println!("{}", desk.seat[0].screen());
        }
        say(&seed.to_string(), memory(desk.seat[0].id()));
    }
    println!();
}
