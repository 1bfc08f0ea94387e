//! Times beside their floors, and the table of them.

use std::time::{Duration, Instant};

/// Some runs of one thing.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    pub median: Duration,
    pub worst: Duration,
}

impl Times {
    /// Of these runs, of which there is at least one.
    pub fn of(mut runs: Vec<Duration>) -> Self {
        runs.sort_unstable();
        Self {
            median: runs[runs.len() / 2],
            worst: runs[runs.len() - 1],
        }
    }
}

/// A line of the table.
pub struct Line {
    pub what: String,
    pub ours: Times,
    pub floor: Option<Times>,
    /// What is promised, in milliseconds.
    pub limit: Option<u64>,
}

/// The table as it grows: each line is printed as soon as it is known.
#[derive(Default)]
pub struct Table;

impl Table {
    /// The head of a table.
    pub fn begin(title: &str) -> Self {
        println!("\n{title}\n");
        println!(
            "| {:52} | {:>9} | {:>9} | {:>9} | {:>6} | {:>8} |",
            "what, ms", "median", "worst", "floor", "ratio", "limit"
        );
        println!("| :--- | ---: | ---: | ---: | ---: | ---: |");
        Self
    }

    /// A line.
    pub fn print(&self, line: &Line) {
        let floor = line.floor.map_or("".to_owned(), |it| ms(it.median));
        let ratio = line.floor.map_or("".to_owned(), |floor| {
            let ratio = line.ours.median.as_secs_f64() / floor.median.as_secs_f64().max(1e-9);
            format!("{ratio:.1}")
        });
        let limit = line.limit.map_or("".to_owned(), |limit| {
            let is_over = line.ours.median > Duration::from_millis(limit);
            format!("{limit}{}", if is_over { " OVER" } else { "" })
        });
        println!(
            "| {:52} | {:>9} | {:>9} | {floor:>9} | {ratio:>6} | {limit:>8} |",
            line.what,
            ms(line.ours.median),
            ms(line.ours.worst),
        );
    }

    /// Runs both in turn, so that what else the machine does meets both alike.
    pub fn beside<A, B>(
        &self,
        what: &str,
        limit: Option<u64>,
        runs: usize,
        mut ours: impl FnMut() -> A,
        mut floor: impl FnMut() -> B,
    ) {
        let (mut of_ours, mut of_floor) = (Vec::new(), Vec::new());
        for _ in 0..runs {
            of_ours.push(timed(&mut ours));
            of_floor.push(timed(&mut floor));
        }
        self.print(&Line {
            what: what.to_owned(),
            ours: Times::of(of_ours),
            floor: Some(Times::of(of_floor)),
            limit,
        });
    }
}

/// How long one run takes.
pub fn timed<T>(mut run: impl FnMut() -> T) -> Duration {
    let begun = Instant::now();
    std::hint::black_box(run());
    begun.elapsed()
}

fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1_000.0;
    if ms < 10.0 {
        format!("{ms:.2}")
    } else {
        format!("{ms:.0}")
    }
}
