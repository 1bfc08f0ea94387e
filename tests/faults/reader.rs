//! Somebody reads for long, in another program: the log beside the file grows as long as that lasts, saves go on, and it is
//! cut back afterwards.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::gone::{House, a_task, save};

/// The log is cut back to this, in bytes.
const LIMIT: u64 = 32 << 20;

#[test]
fn a_long_reader_holds_up_no_save_and_the_log_is_cut_back_once_it_is_gone() {
    let house = House::new();
    let mut session = house.sit();
    let mut task = a_task(&mut session);
    let mut reader = Command::new("sqlite3")
        .arg(house.db())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = reader.stdin.take().unwrap();
    writeln!(input, "BEGIN; SELECT COUNT(*) FROM task;").unwrap();
    let mut line = String::new();
    BufReader::new(reader.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();

    let size = || fs::metadata(house.beside("-wal")).unwrap().len();
    let long = "đang rà soát ".repeat(4_000);
    let (mut longest, mut saves) = (Duration::ZERO, 0);
    while size() < LIMIT + (4 << 20) {
        let begun = Instant::now();
        let saved = save(&mut session, &task, &format!("{saves} {long}")).unwrap();
        longest = longest.max(begun.elapsed());
        task = saved.done[0].clone();
        saves += 1;
        assert!(saves < 5_000, "the log does not grow: {}", size());
    }
    let held = size();
    drop(input);
    reader.wait().unwrap();
    // The next saves find the whole log moved into the file, begin it anew and cut what is too long.
    for round in 0..4 {
        let saved = save(&mut session, &task, &format!("sau {round}")).unwrap();
        task = saved.done[0].clone();
    }
    println!(
        "{saves} saves beside a reader: log {held} bytes, longest save {longest:?}; {} after",
        size()
    );
    assert!(size() <= LIMIT, "{held} before, {} after", size());
}
