//! The real program at the end of a line of 9,600 bits a second, which the terminal says of itself: how
//! long after a key the screen shows its answer. The floor is the time of the same bytes on the line.

use std::time::{Duration, Instant};

use crate::office::{Office, text};
use crate::terminal::Terminal;

const BITS: u32 = 9_600;

/// The line is silent for longer than it takes from piece to piece, and shorter than a person rests.
const PIECE: Duration = Duration::from_millis(120);

/// Longer than the preview waits for the keys to rest.
const REST: Duration = Duration::from_millis(600);

pub fn table() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    println!(
        "\nat 960 bytes a second, 80x24 on the sample: milliseconds until the screen shows it\n"
    );
    println!("| what | median | worst | bytes | floor | ratio | limit |");
    println!("| :--- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let db = office.db();
    let arguments = ["--db", text(&db), "--user", "cv.snv"];
    let begun = Instant::now();
    let mut terminal = Terminal::start_on_a_line(&office, &arguments, BITS);
    terminal.wait_for("F8 Bộ lọc đã lưu");
    let bytes = terminal.written.len();
    print(
        "the first screen, from the start of the process",
        vec![(begun.elapsed(), bytes)],
        None,
    );
    terminal.last_byte(REST);
    terminal.press(":nhiem vu<Enter>");
    terminal.wait_for("Nhiệm vụ theo cơ quan");
    terminal.last_byte(REST * 2);

    let moves = (0..16).map(|turn| {
        let key = if turn / 8 % 2 == 0 { "<Down>" } else { "<Up>" };
        let shown = answer(&mut terminal, key, PIECE);
        terminal.last_byte(REST); // the preview
        shown
    });
    print("a move of the cursor", moves.collect(), Some(60));
    let previews = (0..8).map(|turn| {
        let before = terminal.written.len();
        terminal.press(if turn % 2 == 0 { "<Down>" } else { "<Up>" });
        let took = terminal.last_byte(REST);
        (took, terminal.written.len() - before)
    });
    print("the preview of it, at rest", previews.collect(), None);
    let pages = (0..8).map(|turn| {
        let key = if turn % 4 < 2 { "<PgDn>" } else { "<PgUp>" };
        let shown = answer(&mut terminal, key, PIECE);
        terminal.last_byte(REST);
        shown
    });
    print("another page", pages.collect(), Some(2_100));

    terminal.press("<Home>");
    terminal.last_byte(REST * 2);
    let held = |terminal: &mut Terminal, key: &dyn Fn(u32) -> &'static str| {
        let begun = Instant::now();
        for step in 0..60 {
            terminal.press(key(step));
            let next = Duration::from_millis(33) * (step + 1);
            terminal.read_for(next.saturating_sub(begun.elapsed()));
        }
        let before = terminal.written.len();
        let list = terminal.last_byte(PIECE);
        let bytes = terminal.written.len() - before;
        let preview = terminal.last_byte(REST);
        let whole = if preview.is_zero() {
            list
        } else {
            list.max(PIECE) + preview
        };
        ((list, bytes), (whole, terminal.written.len() - before))
    };
    let mut runs = (Vec::new(), Vec::new());
    for _ in 0..3 {
        // Not back to where it began: the preview has to change.
        let (list, preview) = held(&mut terminal, &|step| match step / 5 % 2 {
            1 if step < 59 => "<Up>",
            _ => "<Down>",
        });
        runs.0.push(list);
        runs.1.push(preview);
    }
    print(
        "a key held 2 s inside a page: the list rests",
        runs.0,
        Some(300),
    );
    print("the same: the preview rests", runs.1, Some(900));
    let mut runs = Vec::new();
    for turn in 0..4 {
        let key = if turn % 2 == 0 { "<Down>" } else { "<Up>" };
        let (list, _) = held(&mut terminal, &|_| key);
        runs.push(list);
    }
    print(
        "a key held 2 s over page ends: the list rests",
        runs,
        Some(2_100),
    );
}

/// Presses a key and gives the time to the last byte of its answer, and how many came.
fn answer(terminal: &mut Terminal, key: &str, quiet: Duration) -> (Duration, usize) {
    let before = terminal.written.len();
    terminal.press(key);
    let took = terminal.last_byte(quiet);
    (took, terminal.written.len() - before)
}

fn print(what: &str, mut runs: Vec<(Duration, usize)>, limit: Option<u64>) {
    runs.sort_unstable();
    let (median, bytes) = runs[runs.len() / 2];
    let (worst, _) = runs[runs.len() - 1];
    let floor = Duration::from_secs(1) * u32::try_from(bytes).unwrap() / (BITS / 10);
    let ratio = median.as_secs_f64() / floor.as_secs_f64().max(1e-9);
    let limit = limit.map_or(String::new(), |limit| {
        let is_over = median > Duration::from_millis(limit);
        format!("{limit}{}", if is_over { " OVER" } else { "" })
    });
    println!(
        "| {what:48} | {} | {} | {bytes} | {} | {ratio:.1} | {limit} |",
        median.as_millis(),
        worst.as_millis(),
        floor.as_millis()
    );
}
