//! Hands that know nothing, and cats: random keys, bytes, sizes and pauses on the whole program. Nothing
//! panics, the cursor stays in the window, and the way home is never lost.
//!
//! `CCHC_RANDOM=500 cargo test --test random_typing` plays so many hands instead of a few.

#![allow(clippy::unwrap_used)]

mod desk;
#[path = "desk/hands.rs"]
mod hands;

use std::time::Duration;

use cchc::ui::screens;
use desk::{Desk, Office};
use hands::{KEYS, TEXTS};

const SIZES: [(u16, u16); 8] = [
    (80, 24),
    (60, 16),
    (132, 43),
    (40, 10),
    (20, 5),
    (1, 1),
    (200, 60),
    (79, 23),
];

fn play(seed: u64) {
    let mut dice = fastrand::Rng::with_seed(seed);
    let login = ["cv.snv", "cv.stttt", "ld.ubnd"][dice.usize(..3)];
    // What goes into a file lies in a tray.
    let office = Office::at_the_door(login);
    let facts = office.facts().as_ref().clone();
    let home = screens::home(Vec::new(), None);
    let mut desk = Desk::new((80, 24), facts, home, office, Office::answer);
    for _ in 0..150 {
        match dice.u8(..20) {
            0 => drop(desk.resize(SIZES[dice.usize(..SIZES.len())])),
            1 => drop(desk.rest()),
            2..6 => {
                let text = TEXTS[dice.usize(..TEXTS.len())];
                desk.receive(text.as_bytes(), Duration::from_millis(200));
            }
            6 => {
                let bytes: Vec<u8> = (0..dice.usize(..12)).map(|_| dice.u8(..)).collect();
                desk.receive(&bytes, Duration::from_millis(200));
                desk.stall();
            }
            _ => drop(desk.press(KEYS[dice.usize(..KEYS.len())])),
        }
        if desk.app().is_done() {
            return;
        }
        let area = desk.buffer().area;
        let cursor = desk.cursor().expect("there is always a cursor");
        assert!(area.contains(cursor), "seed {seed}: {cursor:?} in {area:?}");
    }
    // From wherever one has got to, going back often enough leads home.
    desk.resize((80, 24)).stall();
    for _ in 0..40 {
        if desk.has("Việc hôm nay") {
            return;
        }
        desk.press("<Esc>");
        if desk.app().is_done() {
            return;
        }
    }
    assert!(desk.has("Việc hôm nay"), "seed {seed}:\n{}", desk.picture());
}

#[test]
fn whatever_is_typed_nothing_breaks_and_the_way_home_is_never_lost() {
    let hands = std::env::var("CCHC_RANDOM").ok();
    let hands = hands.and_then(|hands| hands.parse().ok()).unwrap_or(12);
    for seed in 0..hands {
        play(seed);
    }
}
