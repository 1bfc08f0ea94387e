//! Every screen, with poison in every field of the database.

use cchc::domain::id::TaskId;
use cchc::lang::{EN, VI};
use cchc::ui::screen::Screen;
use cchc::ui::screens;
use cchc::ui::setup::Setup;
use cchc::ui::terminal::{Colour, Glyphs, Parser, Profile};

use crate::desk::Office;
use crate::glass::Glass;
use crate::journeys::{
    FROM_CALENDAR, FROM_CASELOAD, FROM_HOME, FROM_INDICATORS, FROM_KEEPING, FROM_REPORTS,
    FROM_SHEET, FROM_TASKS, Focus, Stop, home, tasks,
};
use crate::poison;
use crate::watch::faults_of_screen;

/// A journey: who goes, from which screen, past which stops, and at how many of them poison has to show at least:
/// fewer would mean that the journey went somewhere else.
type Journey = (
    &'static str,
    fn() -> Box<dyn Screen>,
    &'static [Stop],
    usize,
);

const DOCUMENTS: &[Stop] = &[
    Stop("register", "", Focus::Row),
    Stop("page", "<Enter>", Focus::Page),
    Stop("correct", "<F2>", Focus::Form),
    Stop("new", "<Esc><Esc><F6>", Focus::Form),
];

const LOG: &[Stop] = &[
    Stop("log", "", Focus::Page),
    Stop("log on", "<PgDn>", Focus::Page),
    Stop("its end", "<End>", Focus::Page),
];

const LETTERS: &[Stop] = &[
    Stop("letters", "<Space><Space>:letters<Enter>", Focus::Form),
    Stop("what they ask", "<F4>", Focus::Row),
    Stop("of others", "<Enter>", Focus::Form),
];

const SETTINGS: &[Stop] = &[Stop("settings", "", Focus::Form)];

fn journeys() -> Vec<Journey> {
    vec![
        ("cv.snv", tasks, FROM_TASKS, 12),
        ("cv.snv", home, FROM_HOME, 5),
        ("cv.snv", || screens::sheet(TaskId(21)), FROM_SHEET, 4),
        ("cv.snv", screens::documents, DOCUMENTS, 2),
        ("qt.snv", screens::agencies_in_time, FROM_KEEPING, 5),
        ("cv.snv", screens::calendar, FROM_CALENDAR, 3),
        ("cv.snv", screens::reports, FROM_REPORTS, 3),
        ("cv.snv", screens::indicators, FROM_INDICATORS, 2),
        ("cv.snv", screens::caseload, FROM_CASELOAD, 1),
        ("cv.snv", tasks, LETTERS, 1),
        ("qt.snv", screens::settings, SETTINGS, 0),
        ("cv.snv", || screens::log(None), LOG, 2),
    ]
}

fn go((login, screen, stops, least): Journey, english: bool, glyphs: Glyphs, size: (u16, u16)) {
    let office = Office::spoiled(login, |path| {
        std::fs::copy(poison::sample(), path).unwrap();
    });
    let setup = Setup::plain(if english { &EN } else { &VI });
    let profile = Profile {
        glyphs,
        colour: Colour::Sixteen,
        speed: None,
    };
    let (mut glass, _) = Glass::before(office, setup, profile, screen(), size);
    let mut shown = 0;
    for stop in stops {
        glass.press(stop.1);
        glass.rest();
        let faults = faults_of_screen(&std::mem::take(&mut glass.written));
        assert!(
            faults.is_empty(),
            "{} at {size:?}: {faults:?}\n{}",
            stop.0,
            glass.picture()
        );
        shown += usize::from(glass.picture().contains(poison::SHOWS));
    }
    assert!(
        shown >= least || size.0 < 80,
        "poison at {shown} stops from {:?}\n{}",
        stops[0].0,
        glass.picture()
    );
}

#[test]
fn no_screen_sends_what_a_poisoned_database_wants_to_say_to_the_terminal() {
    for journey in journeys() {
        go(journey, false, Glyphs::Full, (80, 24));
    }
}

#[test]
fn nor_in_a_large_window_in_english_nor_in_a_small_one_without_signs() {
    for journey in journeys() {
        go(journey, true, Glyphs::Safe, (132, 43));
    }
    for journey in journeys() {
        go(journey, false, Glyphs::Ascii, (40, 10));
    }
}

#[test]
fn what_is_pasted_and_typed_commands_nobody() {
    let profile = Profile {
        glyphs: Glyphs::Full,
        colour: Colour::Sixteen,
        speed: None,
    };
    for (screen, keys) in [
        (tasks(), "<F7>"),
        (tasks(), "/"),
        (tasks(), ":"),
        (tasks(), "<F6>"),
        (tasks(), "<F4>"),
    ] {
        let (mut glass, _) = Glass::before(
            Office::open("cv.snv"),
            Setup::plain(&VI),
            profile,
            screen,
            (80, 24),
        );
        glass.press(keys);
        let typed = format!("\u{1b}[200~{0}\u{1b}[201~{0}", poison::text());
        let mut parser = Parser::new();
        for input in parser
            .feed(typed.as_bytes())
            .into_iter()
            .chain(parser.flush())
        {
            glass.take(input);
        }
        glass.press("<Enter><Tab><F10>");
        let faults = faults_of_screen(&glass.written);
        assert!(faults.is_empty(), "{keys}: {faults:?}\n{}", glass.picture());
    }
}
