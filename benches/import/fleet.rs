//! Working sessions beside an import in slices, each a process of its own: what their saves take, and how
//! fast the import is.
//!
//! Everybody looks at a page every second and saves something every `CCHC_BENCH_PACE` seconds (5) on the
//! average; 0 saves without a pause. `CCHC_BENCH_SESSIONS` (100) says how many they are.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use cchc::domain::id::TaskId;
use cchc::domain::query::{Anchor, Filter, Order, Query};
use cchc::domain::status::Status;
use cchc::domain::transition::{Deed, Particulars};
use cchc::work::generate::{Size, generate};
use cchc::work::progress::Progress;
use cchc::work::request::{Answer, OperationKey, Request, Wish};
use cchc::work::session::Session;

use crate::{annex, floor, import, open, stage};

/// Set in a process that is a session: its folder and its number.
const FOLDER: &str = "CCHC_BENCH_FOLDER";
const NUMBER: &str = "CCHC_BENCH_NUMBER";

/// So long they work before the import begins.
const BEFORE: Duration = Duration::from_secs(20);

/// True where this process is one of the sessions; it has worked by then.
pub fn is_worker() -> bool {
    let (Some(folder), Ok(number)) = (std::env::var_os(FOLDER), std::env::var(NUMBER)) else {
        return false;
    };
    work(Path::new(&folder), &number);
    true
}

/// Measures an import of so many rows beside the sessions.
pub fn measure(folder: &Path, count: u64) {
    let sessions = setting("CCHC_BENCH_SESSIONS", 100);
    let database = folder.join("cchc.db");
    let size = Size {
        tasks: 100_000,
        changes: 200_000,
    };
    drop(generate(&database, size, &mut Progress::silent()).expect("a database"));
    let file = annex::csv(&folder.join("fleet.csv"), count, "KH-XYZ");
    let mut workers = Workers::start(folder, sessions);
    let mut session = open(&database);
    let (staged, _) = stage(&mut session, &file);
    thread::sleep(BEFORE);
    let from = now();
    let took = import(&mut session, &staged);
    let to = now();
    workers.finish();
    let disk = floor::to_disk(folder, 32 << 10);
    let saves = saves(folder, sessions);
    println!(
        "\n{sessions} sessions, a save every {} s each, 100,000 tasks in the database:",
        setting("CCHC_BENCH_PACE", 5)
    );
    let rate = count as f64 / took.as_secs_f64();
    println!(
        "- import of {count} rows: {:.1} s, {rate:.0} rows/s",
        took.as_secs_f64()
    );
    let began = from - u64::try_from(BEFORE.as_micros()).expect("a number") * 3 / 4;
    say("saves before it", &saves, began, from, disk);
    say("saves beside it", &saves, from, to, disk);
}

fn say(what: &str, saves: &[(u64, u64)], from: u64, to: u64, disk: Duration) {
    let mut times: Vec<u64> = saves
        .iter()
        .filter(|(at, _)| (from..to).contains(at))
        .map(|(_, time)| *time)
        .collect();
    times.sort_unstable();
    let at = |share: f64| {
        let place = (times.len() as f64 * share) as usize;
        let time = times.get(place.min(times.len().saturating_sub(1)));
        *time.unwrap_or(&0) as f64 / 1e3
    };
    let disk = disk.as_secs_f64() * 1e3;
    println!(
        "- {what}: {}, p50 {:.1} ms, p99 {:.1} ms, longest {:.1} ms; 32 KB to the disk {disk:.2} ms (p50 {:.1} x)",
        times.len(),
        at(0.5),
        at(0.99),
        at(1.0),
        at(0.5) / disk,
    );
}

/// The processes; nobody is left where the measurement breaks.
struct Workers {
    folder: PathBuf,
    children: Vec<Child>,
}

impl Workers {
    fn start(folder: &Path, count: u64) -> Self {
        let this = std::env::current_exe().expect("this program");
        let start = |number: u64| {
            Command::new(&this)
                .env(FOLDER, folder)
                .env(NUMBER, number.to_string())
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .spawn()
                .expect("a process")
        };
        Self {
            folder: folder.to_owned(),
            children: (0..count).map(start).collect(),
        }
    }

    fn finish(&mut self) {
        fs::write(stop(&self.folder), "").expect("a file");
        for child in &mut self.children {
            assert!(child.wait().expect("a child").success(), "a session failed");
        }
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        for child in &mut self.children {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn stop(folder: &Path) -> PathBuf {
    folder.join("stop")
}

fn told(folder: &Path, number: &str) -> PathBuf {
    folder.join(format!("{number}.told"))
}

/// When each save ended and what it took, in microseconds.
fn saves(folder: &Path, sessions: u64) -> Vec<(u64, u64)> {
    let texts = (0..sessions).map(|number| fs::read_to_string(told(folder, &number.to_string())));
    texts
        .flat_map(|text| {
            let text = text.expect("what a session told");
            let pair = |line: &str| {
                let (at, time) = line.split_once(' ').expect("two numbers");
                (
                    at.parse().expect("a number"),
                    time.parse().expect("a number"),
                )
            };
            text.lines().map(pair).collect::<Vec<(u64, u64)>>()
        })
        .collect()
}

fn work(folder: &Path, number: &str) {
    let mut session = open(&folder.join("cchc.db"));
    let mut file = BufWriter::new(File::create(told(folder, number)).expect("a file"));
    let tasks = tasks(&mut session);
    let pace = setting("CCHC_BENCH_PACE", 5);
    let mut next = Instant::now() + Duration::from_millis(fastrand::u64(0..=1_000 * pace));
    while !stop(folder).exists() {
        if Instant::now() < next {
            tasks_of(&mut session, 20);
            thread::sleep(Duration::from_millis(1_000).min(next - Instant::now().min(next)));
            continue;
        }
        let time = save(&mut session, tasks[fastrand::usize(..tasks.len())]);
        if let Some(time) = time {
            writeln!(file, "{} {}", now(), time.as_micros()).expect("written");
        }
        next = Instant::now() + Duration::from_millis(fastrand::u64(500 * pace..=1_500 * pace));
    }
    file.flush().expect("written");
}

/// Tasks that are worked on, the same for all: they come into each other's way.
fn tasks(session: &mut Session) -> Vec<TaskId> {
    let tasks = tasks_of(session, 2_000);
    assert!(tasks.len() > 100);
    tasks
}

fn tasks_of(session: &mut Session, limit: usize) -> Vec<TaskId> {
    let query = Query {
        filter: Filter {
            statuses: vec![Status::InProgress],
            ..Filter::default()
        },
        order: Order::Urgency,
    };
    let request = Request::Page {
        query,
        anchor: Anchor::First,
        limit,
    };
    match session.answer(&request) {
        Ok(Answer::Page(page)) => page.tasks.iter().map(|task| task.id).collect(),
        other => panic!("{other:?}"),
    }
}

/// From Enter to the answer; none where somebody else was faster.
fn save(session: &mut Session, id: TaskId) -> Option<Duration> {
    let seen = match session.answer(&Request::Tasks { ids: vec![id] }) {
        Ok(Answer::Tasks(tasks)) => tasks[0].version,
        other => panic!("{other:?}"),
    };
    let wish = Wish {
        id,
        seen,
        deed: Deed::Progress,
        given: Particulars {
            note: format!("đã làm {}", fastrand::u32(..)),
            ..Particulars::default()
        },
    };
    let request = Request::Perform {
        key: OperationKey::fresh(),
        wishes: vec![wish],
    };
    let begun = Instant::now();
    match session.answer(&request) {
        Ok(Answer::Saved(saved)) => saved.operation.map(|_| begun.elapsed()),
        other => panic!("{other:?}"),
    }
}

fn now() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("a clock");
    u64::try_from(since.as_micros()).expect("a number")
}

fn setting(name: &str, usual: u64) -> u64 {
    let set = std::env::var(name).ok().and_then(|text| text.parse().ok());
    set.unwrap_or(usual)
}
