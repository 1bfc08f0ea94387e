//! The sweep: at every stop of a journey the window takes many sizes.

use cchc::ui::keys::Context;
use cchc::ui::screen::Topic;
use cchc::ui::screens;

use crate::desk::Desk;
use crate::journeys::{
    self, FROM_CALENDAR, FROM_CASELOAD, FROM_HOME, FROM_INDICATORS, FROM_KEEPING, FROM_REPORTS,
    FROM_SHEET, FROM_START, FROM_TASKS, Focus, Stop,
};
use crate::words::Words;

const WIDE: [u16; 30] = [
    1, 2, 3, 5, 8, 10, 14, 15, 20, 27, 28, 34, 36, 40, 50, 59, 60, 61, 75, 76, 79, 80, 81, 99, 100,
    125, 126, 130, 132, 200,
];
const HIGH: [u16; 18] = [
    1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 15, 16, 17, 19, 24, 26, 43,
];
/// Where there is room for everything.
const LARGE: [(u16, u16); 4] = [(400, 120), (132, 120), (80, 120), (79, 120)];

/// The sizes of a sweep: corners and thresholds, and of the rest another part at every stop.
pub fn sizes(stop: usize) -> Vec<(u16, u16)> {
    if std::env::var("CCHC_SIZES").is_ok_and(|value| value == "all") {
        return (1..=200)
            .flat_map(|wide| (1..=60).map(move |high| (wide, high)))
            .collect();
    }
    let mut sizes = vec![
        (1, 1),
        (200, 1),
        (1, 60),
        (200, 60),
        (20, 5),
        (40, 10),
        (59, 15),
        (60, 16),
        (80, 24),
        (132, 43),
    ];
    for (place, wide) in WIDE.into_iter().enumerate() {
        for (line, high) in HIGH.into_iter().enumerate() {
            if (place + line + stop).is_multiple_of(11) {
                sizes.push((wide, high));
            }
        }
    }
    sizes
}

/// Learns a stop in large windows, then looks at it in all others.
pub fn sweep<O>(
    desk: &mut Desk<O>,
    place: usize,
    stop: &Stop,
    words: &mut Words,
    faults: &mut Vec<String>,
) {
    for size in LARGE {
        desk.resize(size);
        words.learn(&desk.screen());
    }
    let before = faults.len();
    for (wide, high) in sizes(place) {
        desk.resize((wide, high));
        let lines = desk.screen();
        // The page of the terminal says the size itself.
        words.learn(&[format!("{wide}x{high},")]);
        let misleads = lines.iter().find_map(|line| words.misleading(line, wide));
        let fault = match misleads {
            Some(word) => Some(format!("{word:?} misleads")),
            None => crate::focus::fault(desk, stop.2),
        };
        if let Some(fault) = fault {
            let cursor = desk.cursor();
            faults.push(format!(
                "{} at {wide}x{high}: {fault} (cursor {cursor:?})\n{}\n",
                stop.0,
                desk.picture()
            ));
        }
        // One fault a stop is enough to be mended.
        if faults.len() > before + 1 {
            break;
        }
    }
    desk.resize((80, 24));
}

fn travel<O>(desk: &mut Desk<O>, stops: &[Stop]) -> Vec<String> {
    let mut words = Words::default();
    let mut faults = Vec::new();
    for (place, stop) in stops.iter().enumerate() {
        desk.press(stop.1);
        assert!(!desk.app().is_done(), "the journey ended before {}", stop.0);
        sweep(desk, place, stop, &mut words, &mut faults);
    }
    faults
}

/// Fails with all that was found.
fn none_of(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn the_main_screen_and_its_dialogs_show_extremes_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_extremes(setup, journeys::tasks());
        none_of(&travel(&mut desk, FROM_TASKS));
    }
}

#[test]
fn home_and_what_it_opens_show_the_sample_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_sample(setup, "cv.snv", journeys::home());
        none_of(&travel(&mut desk, FROM_HOME));
    }
}

#[test]
fn the_register_of_documents_shows_at_every_size() {
    for setup in journeys::looks() {
        let screen = screens::documents();
        let mut desk = journeys::before_sample(setup, "cv.snv", screen);
        let stops = [
            Stop("register", "", Focus::Row),
            Stop("page", "<Enter>", Focus::Page),
            Stop("correct", "<F2>", Focus::Form),
            Stop("new", "<Esc><Esc><F6>", Focus::Form),
        ];
        none_of(&travel(&mut desk, &stops));
    }
}

#[test]
fn agencies_in_time_and_days_off_show_at_every_size() {
    for setup in journeys::looks() {
        let screen = screens::agencies_in_time();
        let mut desk = journeys::before_sample(setup, "qt.snv", screen);
        none_of(&travel(&mut desk, FROM_KEEPING));
    }
}

#[test]
fn the_calendar_shows_the_sample_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_sample(setup, "cv.snv", screens::calendar());
        none_of(&travel(&mut desk, FROM_CALENDAR));
    }
}

#[test]
fn letters_show_at_every_size() {
    for setup in journeys::looks() {
        // A number in its name would be one that a narrow window may break.
        let folder = std::iter::repeat_with(|| tempfile::tempdir().expect("a directory"))
            .find(|folder| {
                !folder
                    .path()
                    .to_string_lossy()
                    .contains(|letter: char| letter.is_ascii_digit())
            })
            .expect("some name has letters only");
        let named: &'static str = format!("<Down>{}<Up><F10>", folder.path().display()).leak();
        let mut desk = journeys::before_sample(setup, "cv.snv", journeys::tasks());
        let stops = [
            Stop("letters", ":letters<Enter>", Focus::Form),
            Stop("what they ask", "<F4>", Focus::Row),
            Stop("number", "<Enter>", Focus::Form),
            Stop("answer by", "<Down>30/6/2023", Focus::Form),
            Stop("written", named, Focus::Page),
        ];
        desk.press("<Space><Space><Space>");
        none_of(&travel(&mut desk, &stops));
        // Nobody may write some of the others.
        let mut desk =
            journeys::before_sample(journeys::looks()[0].clone(), "cv.stttt", journeys::tasks());
        let stops = [Stop("left out", ":letters<Enter>", Focus::Form)];
        none_of(&travel(&mut desk, &stops));
    }
}

#[test]
fn reporting_windows_and_the_report_of_a_period_show_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_sample(setup.clone(), "qt.snv", screens::windows());
        let stops = [
            Stop("windows", "", Focus::Row),
            Stop("window", "<Enter>", Focus::Form),
            Stop("new window", "<Esc><F6>", Focus::Form),
        ];
        none_of(&travel(&mut desk, &stops));
        let mut desk = journeys::before_sample(setup, "cv.snv", screens::period_report());
        let stops = [
            Stop("parts", "", Focus::Row),
            Stop("late one by one", "<Down><Down><Enter>", Focus::Row),
            Stop("late by cause", "<F12><Up><Enter>", Focus::Row),
        ];
        none_of(&travel(&mut desk, &stops));
    }
}

#[test]
fn reports_show_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_sample(setup, "cv.snv", screens::reports());
        none_of(&travel(&mut desk, FROM_REPORTS));
    }
}

#[test]
fn indicators_and_caseload_show_at_every_size() {
    for setup in journeys::looks() {
        let screen = screens::indicators();
        let mut desk = journeys::before_sample(setup.clone(), "cv.snv", screen);
        none_of(&travel(&mut desk, FROM_INDICATORS));
        let mut desk = journeys::before_sample(setup, "cv.snv", screens::caseload());
        none_of(&travel(&mut desk, FROM_CASELOAD));
    }
}

#[test]
fn accounts_and_who_is_on_show_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_sample(setup.clone(), "qt.snv", screens::users());
        let stops = [
            Stop("accounts", "", Focus::Row),
            Stop("to be closed", "<F10>", Focus::Page),
            Stop("account", "<Esc><Enter>", Focus::Form),
            Stop("agency of it", "<Down>", Focus::Form),
            Stop("new account", "<Esc><F6>", Focus::Form),
        ];
        none_of(&travel(&mut desk, &stops));
        let mut desk = journeys::before_sample(setup, "qt.snv", screens::who_is_on());
        none_of(&travel(&mut desk, &[Stop("who is on", "", Focus::Row)]));
    }
}

#[test]
fn the_settings_show_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_sample(setup, "qt.snv", screens::settings());
        let stops = [
            Stop("settings", "", Focus::Form),
            Stop("last setting", "<Down><Down><Down><Down>", Focus::Form),
        ];
        none_of(&travel(&mut desk, &stops));
    }
}

#[test]
fn a_clerk_sees_the_own_agency_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_sample(setup, "cv.stttt", journeys::home());
        none_of(&travel(&mut desk, &FROM_HOME[..2]));
    }
}

#[test]
fn a_task_of_extremes_and_its_dialogs_show_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_extremes(setup, screens::sheet(journeys::first()));
        none_of(&travel(&mut desk, FROM_SHEET));
    }
}

#[test]
fn the_first_start_the_log_and_the_help_show_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_nothing(setup.clone(), screens::start());
        none_of(&travel(&mut desk, FROM_START));
        let log = [
            Stop("log", "", Focus::Page),
            Stop("log on", "<PgDn>", Focus::Page),
        ];
        let mut desk = journeys::before_sample(setup.clone(), "cv.snv", screens::log(None));
        none_of(&travel(&mut desk, &log));
        let help = [
            Stop("help", "", Focus::Page),
            Stop("help on", "<PgDn>", Focus::Page),
        ];
        for topic in [Topic::Filter, Topic::Command, Topic::Help, Topic::Form] {
            let screen = screens::help(topic, Context::Tasks);
            let mut desk = journeys::before_nothing(setup.clone(), screen);
            none_of(&travel(&mut desk, &help));
        }
    }
}

#[test]
fn the_import_of_a_file_shows_at_every_size() {
    for setup in journeys::looks() {
        let mut desk = journeys::before_import(setup);
        none_of(&travel(&mut desk, journeys::FROM_IMPORT));
    }
}

#[test]
fn the_page_of_the_terminal_shows_at_every_size() {
    for setup in journeys::looks() {
        let page = [
            Stop("screen check", "", Focus::Row),
            Stop("its last line", "<End>", Focus::Row),
            Stop("a key", "<F5>", Focus::Row),
        ];
        let mut desk = journeys::before_nothing(setup.clone(), screens::terminal_check());
        none_of(&travel(&mut desk, &page));
    }
}

#[test]
fn nothing_at_all_shows_at_every_size() {
    for setup in journeys::looks() {
        let empty = [
            Stop("no tasks", "", Focus::Page),
            Stop("no views", "<F8>", Focus::Page),
            Stop("no such agency", "<Esc><F4>", Focus::Row),
        ];
        let mut desk = journeys::before_nothing(setup.clone(), journeys::tasks());
        none_of(&travel(&mut desk, &empty));
        let mut desk = journeys::before_nothing(setup.clone(), screens::choose_agency(None));
        none_of(&travel(
            &mut desk,
            &[
                Stop("choice", "", Focus::Row),
                Stop("none", "zzzz", Focus::Typed),
            ],
        ));
        let mut desk = journeys::before_nothing(setup, journeys::home());
        none_of(&travel(&mut desk, &[Stop("nothing to do", "", Focus::Row)]));
    }
}

#[test]
fn the_work_can_be_done_in_a_very_small_window() {
    for size in [(40, 10), (20, 5), (10, 3)] {
        for setup in journeys::looks() {
            let mut desk = journeys::before_extremes(setup, journeys::tasks());
            desk.resize(size);
            for stop in FROM_TASKS {
                desk.press(stop.1);
                let fault = crate::focus::fault(&desk, stop.2);
                assert_eq!(fault, None, "{} at {size:?}\n{}", stop.0, desk.picture());
            }
        }
    }
    // Which window it was when something opened does not matter.
    let mut desk = journeys::before_extremes(journeys::looks()[0].clone(), journeys::tasks());
    for stop in FROM_TASKS {
        desk.press(stop.1);
        for size in [
            (1, 1),
            (200, 60),
            (3, 2),
            (60, 16),
            (20, 5),
            (132, 43),
            (79, 15),
        ] {
            desk.resize(size);
        }
    }
}

#[test]
fn a_question_shows_the_keys_that_answer_it() {
    for size in [(80, 24), (60, 16), (40, 10), (20, 6)] {
        let mut desk = journeys::before_extremes(journeys::looks()[0].clone(), journeys::tasks());
        desk.resize(size).press("9<Enter>");
        desk.shows("F10 Ghi");
        desk.press("<Esc><F8><Del>");
        desk.shows("F10 bỏ, Esc giữ");
    }
}

#[test]
fn headings_stand_over_their_columns() {
    for wide in (15..=200).step_by(3) {
        let mut desk = journeys::before_extremes(journeys::looks()[0].clone(), journeys::tasks());
        desk.resize((wide, 60));
        let lines = desk.screen();
        let Some(heading) = lines.iter().find(|line| line.contains("Chọn")) else {
            continue;
        };
        let place = |line: &str, text: &str| line.find(text).map(|at| line[..at].chars().count());
        let row = lines
            .iter()
            .find(|line| line.contains("31/05/23"))
            .expect("a row with a date");
        assert_eq!(
            place(heading, "Hạn"),
            place(row, "31/05/23"),
            "{wide}\n{}",
            desk.picture()
        );
        if !heading.contains("T.thái") {
            continue;
        }
        let row = lines
            .iter()
            .find(|line| line.contains("Chờ"))
            .expect("a row that waits");
        assert_eq!(
            place(heading, "T.thái"),
            place(row, "Chờ"),
            "{wide}\n{}",
            desk.picture()
        );
    }
}
