//! Processor time from a key to the bytes of its frame, the answer of the store included; the sample,
//! 80x24, one thread. The floor is ratatui's own work for a frame of the same cells: it lays out and
//! compares them, and our painter is left out.

use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Style;
use rustix::time::{ClockId, clock_gettime};

use crate::desk::keys;
use crate::glass::Glass;

const SIZE: (u16, u16) = (80, 24);

/// So often is each key pressed.
const TIMES: usize = 300;

pub fn table() {
    println!("\nprocessor time from key to frame, 80x24 on the sample, {TIMES} keys each\n");
    println!("| what | median, µs | worst, µs | floor, µs | ratio | limit, µs |");
    println!("| :--- | ---: | ---: | ---: | ---: | ---: |");
    let (mut glass, _) = Glass::open("cv.snv", SIZE, None);
    glass.press(":nhiem vu<Enter>");
    line("a move, with the preview", &mut glass, &["<Down>", "<Up>"]);
    line(
        "another page, with the preview",
        &mut glass,
        &["<PgDn>", "<PgUp>"],
    );
    line(
        "the last page, and the first",
        &mut glass,
        &["<End>", "<Home>"],
    );
    glass.press("<F11>");
    line(
        "a move, the preview closed",
        &mut glass,
        &["<Down>", "<Up>"],
    );
    line(
        "a digit, and its taking away",
        &mut glass,
        &["9", "<Up><Del>"],
    );
    glass.press("<F6>");
    line(
        "a letter in a form, and Backspace",
        &mut glass,
        &["ệ", "<BS>"],
    );
}

fn line(what: &str, glass: &mut Glass, between: &[&str]) {
    let mut floors: Vec<Duration> = (0..TIMES).map(|turn| floor(glass, turn)).collect();
    let floor = median(&mut floors);
    let mut runs = Vec::new();
    for turn in 0..TIMES {
        for key in keys::read(between[turn % between.len()]) {
            let before = processor();
            glass.strike(key);
            runs.push(processor() - before);
        }
    }
    let median = median(&mut runs);
    let worst = runs.last().copied().unwrap_or_default();
    let ratio = median.as_secs_f64() / floor.as_secs_f64().max(1e-9);
    let over = if median > Duration::from_millis(1) {
        " OVER"
    } else {
        ""
    };
    println!(
        "| {what:36} | {} | {} | {} | {ratio:.1} | 1000{over} |",
        median.as_micros(),
        worst.as_micros(),
        floor.as_micros()
    );
}

/// A frame of the cells that stand on the glass, and one that differs in a few.
fn floor(glass: &Glass, turn: usize) -> Duration {
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap();
    let picture = glass.picture();
    let mut paint = |mark: &str| {
        let before = processor();
        terminal
            .draw(|frame| {
                for (y, line) in (0..SIZE.1).zip(picture.lines()) {
                    frame.buffer_mut().set_string(0, y, line, Style::new());
                }
                frame.buffer_mut().set_string(0, 0, mark, Style::new());
            })
            .unwrap();
        processor() - before
    };
    paint("-");
    paint(if turn.is_multiple_of(2) { ">" } else { "<" })
}

fn median(runs: &mut [Duration]) -> Duration {
    runs.sort_unstable();
    runs.get(runs.len() / 2).copied().unwrap_or_default()
}

/// Time that this thread has had of a processor.
fn processor() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap(),
        u32::try_from(time.tv_nsec).unwrap(),
    )
}
