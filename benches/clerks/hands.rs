//! What hands that know nothing leave behind in a session: random keys without a pause, then rest.

use std::io::Write;
use std::time::Duration;

use crate::city::{City, Clerk, OVERSEER};
use crate::idle::{RESTED, say, wait};
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

/// Strikes the next key; who has left the program comes in again.
fn strike(seats: &mut [Seat], hands: &mut Hands, office: &Office, city: &City) {
    let is_gone = !seats[0].told.faults.is_empty();
    if is_gone || seats[0].master.write_all(&hands.strike()).is_err() {
        let one = City {
            database: city.database.clone(),
            clerks: city.clerks[..1].to_vec(),
        };
        let mut seat = seat_all(office, &one, Pace::of_a_clerk());
        seats[0] = seat.remove(0);
    }
}

/// Measures it.
pub fn measure(city: &City) {
    println!(
        "what a session costs that rests after {KEYS_STRUCK} random keys without a pause, KiB\n"
    );
    println!("| hands | resident | private | share |\n| :--- | ---: | ---: | ---: |");
    let office = Office::empty().expect("a terminal can be made");
    let pace = Pace::of_a_clerk();
    let overseer = Clerk {
        login: OVERSEER.to_owned(),
        ..city.clerks[0].clone()
    };
    // As with the others: a second one stays on its list.
    let two = City {
        database: city.database.clone(),
        clerks: vec![overseer, city.clerks[1].clone()],
    };
    for seed in SEEDS {
        let mut seats = seat_all(&office, &two, pace);
        let mut hands = Hands::of(seed);
        for _ in 0..KEYS_STRUCK {
            strike(&mut seats, &mut hands, &office, &two);
            wait(&mut seats, pace, BEAT);
        }
        wait(&mut seats, pace, RESTED);
        if std::env::var_os("CCHC_BENCH_PICTURES").is_some() {
            println!("{}", seats[0].screen());
        }
        say(&seed.to_string(), memory(seats[0].id()));
    }
    println!();
}
