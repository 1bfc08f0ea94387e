//! What a session costs that nobody touches: memory after some work on every kind of screen, and the processor.
//!
//! Resident is what the process has in memory, private what it has written there and nobody shares with it; of many
//! sessions the shares of shared pages (the program, the libraries, the index of the write-ahead log) are summed up.

use std::time::{Duration, Instant};

use crate::city::{City, Clerk, OVERSEER};
use crate::office::Office;
use crate::process::{Memory, memory, usage};
use crate::room::{Pace, seat_all, serve};
use crate::seat::Seat;
use crate::terminal::bytes;

/// So long nobody touches them while the processor is watched.
const WATCHED: Duration = Duration::from_secs(10);

/// Who asks nothing for five seconds gives back what only makes the next question faster.
pub const RESTED: Duration = Duration::from_secs(7);

/// What a clerk may have done before going to lunch: its name, and keys that lead back to the list.
pub const WORK: [(&str, &[&str]); 8] = [
    ("the list of the agency", &[]),
    ("its end", &["<End>", "<PgUp>", "<End>", "<Home>"]),
    (
        "every task of the city, to the end",
        &["<F7><C-u>tt:đang<Enter>", "<End>", "<PgUp>", "<PgUp>"],
    ),
    (
        "a search",
        &["<F7><C-u>\"báo cáo\"<Enter>", "<PgDn>", "<End>"],
    ),
    (
        "a task, its log",
        &["<Enter>", "<PgDn>", "<F11>", "<Esc>", "<Esc>"],
    ),
    ("home", &["<F3>", "<Tab>", "<End>"]),
    (
        "a report",
        &[
            ":bao cao<Enter>",
            "<Enter>",
            "<PgDn>",
            "<F11>",
            "<Esc>",
            "<Esc>",
        ],
    ),
    ("the calendar", &[":lich<Enter>", "<Left>", "<Esc>"]),
];

/// What whoever follows the work of the city may have done as well: past days, files of all tasks, and files that came in.
pub const WORKS: [(&str, &[&str]); 5] = [
    (
        "a past day",
        &[
            ":nhu cuoi ngay 1/3/2026<Enter>",
            "",
            "",
            "<Esc>",
            ":hien tai<Enter>",
        ],
    ),
    (
        "every task in a CSV file",
        &[
            "<F7><C-u><Enter>",
            "<C-x>",
            "<C-u>danh-sach.csv",
            "<F10>",
            "",
            "",
            "<Esc>",
        ],
    ),
    (
        "every task in a workbook",
        &["<C-x>", "<C-u>danh-sach.xlsx", "<F10>", "", "", "<Esc>"],
    ),
    (
        "an annex, looked at and left",
        &[
            ":nhap<Enter>",
            concat!(env!("CARGO_MANIFEST_DIR"), "/assets/tasks.csv"),
            "<F10>",
            "<PgDn>",
            "6<End><Home>",
            "<Enter>",
            "<Esc>",
            "<Esc>",
            "<Esc>",
        ],
    ),
    (
        "a day of three years ago",
        &[
            ":nhu cuoi ngay 1/3/2023<Enter>",
            "",
            "",
            "<Esc>",
            ":hien tai<Enter>",
        ],
    ),
];

/// Measures it.
pub fn measure(city: &City) {
    let office = Office::empty().expect("a terminal can be made");
    let pace = Pace::of_a_clerk();
    println!("what an idle session costs, KiB; at most 12288 resident, of it 4096 private\n");
    println!("| after | resident | private | share |\n| :--- | ---: | ---: | ---: |");
    // The second one stays on its list: what the program itself takes is shared, as among two hundred.
    let one = City {
        database: city.database.clone(),
        clerks: city.clerks[..2].to_vec(),
    };
    let mut seats = seat_all(&office, &one, pace);
    for (what, keys) in WORK {
        for key in keys {
            press(&mut seats[0], key);
            wait(&mut seats, pace, Duration::from_millis(1_500));
        }
        wait(&mut seats, pace, RESTED);
        if std::env::var_os("CCHC_BENCH_PICTURES").is_some() {
            println!("{}", seats[0].screen());
        }
        say(what, memory(seats[0].id()));
    }
    drop(seats);
    works(&office, &one, pace);
    let seats = &mut seat_all(&office, city, pace);
    wait(seats, pace, Duration::from_secs(5));
    let before: Vec<_> = seats.iter().map(|seat| usage(seat.id())).collect();
    wait(seats, pace, WATCHED);
    let (mut ticks, mut wakes) = (0, 0);
    for (seat, before) in seats.iter().zip(before) {
        let after = usage(seat.id());
        ticks += after.ticks - before.ticks;
        wakes += after.wakes - before.wakes;
    }
    let all: Vec<Memory> = seats.iter().map(|seat| memory(seat.id())).collect();
    let count = all.len() as u64;
    let most = |of: fn(&Memory) -> u64| all.iter().map(of).max().unwrap_or(0);
    println!(
        "\n- {count} sessions on their lists: {} KiB together; the largest {} KiB resident, {} KiB private",
        all.iter().map(|it| it.share).sum::<u64>(),
        most(|it| it.resident),
        most(|it| it.private),
    );
    let seconds = WATCHED.as_secs_f64();
    println!(
        "- each wakes {:.2} times a second and takes {:.3} % of a processor\n",
        wakes as f64 / seconds / count as f64,
        ticks as f64 / seconds / count as f64,
    );
}

/// What the works of a whole city leave behind, and a large window.
fn works(office: &Office, one: &City, pace: Pace) {
    let overseer = Clerk {
        login: OVERSEER.to_owned(),
        ..one.clerks[0].clone()
    };
    let two = City {
        database: one.database.clone(),
        clerks: vec![overseer, one.clerks[1].clone()],
    };
    let mut seats = seat_all(office, &two, pace);
    let rests = |seats: &mut Vec<Seat>, what: &str| {
        wait(seats, pace, RESTED);
        if std::env::var_os("CCHC_BENCH_PICTURES").is_some() {
            println!("{}", seats[0].screen());
        }
        say(what, memory(seats[0].id()));
    };
    for (what, keys) in WORKS {
        for key in keys {
            press(&mut seats[0], key);
            wait(&mut seats, pace, Duration::from_millis(1_500));
        }
        rests(&mut seats, what);
    }
    for size in [(300, 100), (80, 24)] {
        seats[0].resize(size);
        wait(&mut seats, pace, Duration::from_millis(500));
        rests(&mut seats, &format!("a window of {}x{}", size.0, size.1));
    }
}

/// A line of the table.
pub fn say(what: &str, memory: Memory) {
    let Memory {
        resident,
        private,
        share,
    } = memory;
    let over = if resident > 12_288 || private > 4_096 {
        " OVER"
    } else {
        ""
    };
    println!("| {what} | {resident} | {private} | {share}{over} |");
}

/// Presses keys, whatever stands there.
pub fn press(seat: &mut Seat, keys: &str) {
    use std::io::Write;
    seat.master.write_all(&bytes(keys)).expect("a line");
}

/// Lets the lines go on for so long.
pub fn wait(seats: &mut [Seat], pace: Pace, time: Duration) {
    let begun = Instant::now();
    while begun.elapsed() < time {
        serve(seats, pace, false);
    }
}
