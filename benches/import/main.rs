//! How fast files come in, each figure beside the floor of the same run: parsed and staged, beside the bare
//! readers of such files; the first page of the preview of a plan; written into an empty database and in
//! slices, beside SQLite alone; in slices beside a hundred working sessions.
//!
//! `cargo bench --bench import -- 1000000` says how many rows; without a number 100,000. `stage`, `load` and
//! `fleet` measure that part only.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod annex;
mod fleet;
mod floor;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use cchc::exchange::book::Book;
use cchc::store::{Access, Store};
use cchc::work::request::import::{Staged, Which};
use cchc::work::request::{Answer, ImportSpec, OperationKey, Request};
use cchc::work::sample;
use cchc::work::session::{Session, SessionSetup};
use chrono::{DateTime, TimeZone, Utc};
use floor::Journal;
use rustix::time::{ClockId, clock_gettime};

/// Says which file the memory is measured on, in a process that does nothing else.
const MEMORY: &str = "CCHC_BENCH_STAGED";

/// So many tasks are written in one transaction beside others.
const SLICE: i64 = 250;

/// So many rows come in slices.
const MORE: u64 = 20_000;

fn main() {
    if fleet::is_worker() {
        return;
    }
    if let Some(path) = std::env::var_os(MEMORY) {
        return print_memory(Path::new(&path));
    }
    // `cargo test --benches` runs this too, and wants to know only that it builds.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let count = std::env::args().find_map(|it| it.parse().ok());
    let count: u64 = count.unwrap_or(100_000);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder on the disk");
    let words: Vec<String> = std::env::args().collect();
    let is_wanted = |part: &str| {
        let is_named = |part: &str| words.iter().any(|word| word == part);
        is_named(part) || !["stage", "load", "fleet"].into_iter().any(is_named)
    };
    println!(
        "\n| what | s | processor, s | rows/s | floor, s (ratio) |\n| --- | ---: | ---: | ---: | ---: |"
    );
    if is_wanted("stage") {
        stages(folder.path(), count);
    }
    if is_wanted("load") {
        loads(folder.path(), count);
    }
    if is_wanted("fleet") {
        fleet::measure(folder.path(), 2 * MORE);
    }
}

/// Read and staged, where no task is stored.
fn stages(folder: &Path, count: u64) {
    let mut session = begin(&folder.join("stages.db"));
    let plan = annex::csv(&folder.join("plan.csv"), 200, "KH-UBND");
    // Once for what only the first file of a session needs: nobody waits for that twice.
    let at_first = timed(|| first_page(&mut session, &plan));
    let bare = timed(|| {
        floor::csv(&plan);
    });
    say(
        "first page of a plan of 200 rows, at once",
        200,
        at_first,
        Some(bare.0),
    );
    let again = timed(|| first_page(&mut session, &plan));
    say("the same again", 200, again, Some(bare.0));
    let csv = annex::csv(&folder.join("large.csv"), count, "KH-UBND");
    let bare = floor::csv(&csv);
    say(
        "CSV read into cells",
        count,
        timed(|| read(&csv)),
        Some(bare),
    );
    let mut staged = None;
    let took = timed(|| staged = Some(stage(&mut session, &csv).0));
    say("CSV staged", count, took, Some(bare));
    pages(&mut session, &staged.expect("a stage"));
    let xlsx = annex::xlsx(&folder.join("large.xlsx"), count, "KH-UBND");
    let bare = floor::xlsx(&xlsx);
    say(
        "XLSX read into cells",
        count,
        timed(|| read(&xlsx)),
        Some(bare),
    );
    let took = timed(|| drop(stage(&mut session, &xlsx)));
    say("XLSX staged", count, took, Some(bare));
    let small = annex::csv(&folder.join("small.csv"), count / 100, "KH-UBND");
    let small_workbook = annex::xlsx(&folder.join("small.xlsx"), count / 100, "KH-UBND");
    println!("\nlargest memory of a process that stages, MB (file, MB):");
    for path in [small, csv, small_workbook, xlsx] {
        let bytes = fs::metadata(&path).expect("a file").len();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        println!("- {name}: {} ({:.1})", memory(&path), bytes as f64 / 1e6);
    }
    println!();
}

/// Written.
fn loads(folder: &Path, count: u64) {
    let database = folder.join("loads.db");
    let mut session = begin(&database);
    let csv = annex::csv(&folder.join("load.csv"), count, "KH-UBND");
    let bare = floor::csv(&csv);
    let mut staged = None;
    let took = timed(|| staged = Some(stage(&mut session, &csv).0));
    say("CSV staged", count, took, Some(bare));
    let staged = staged.expect("a stage");
    let took = timed(|| {
        import(&mut session, &staged);
    });
    let copy = folder.join("floor.db");
    let floor = |journal| {
        let bare = floor::fill(&database, &copy, journal);
        fs::remove_file(&copy).expect("a file");
        bare
    };
    let bare = floor(Journal::Rollback);
    say("into an empty database", count, took, Some(bare));
    let logged = floor(Journal::Ahead).as_secs_f64();
    println!("  its floor through a write-ahead log, as where others are on: {logged:.1} s");
    let bytes = fs::metadata(&database).expect("a database").len();
    println!("  {:.2} GB of database", bytes as f64 / 1e9);
    let bare = floor::csv(&csv);
    let mut again = None;
    let took = timed(|| again = Some(stage(&mut session, &csv).0));
    assert_eq!(again.expect("a stage").counts.unchanged, count);
    say(
        "CSV staged where all of it is stored",
        count,
        took,
        Some(bare),
    );
    let before = floor::copy(&database, &folder.join("before.db"));
    let more = annex::csv(&folder.join("more.csv"), MORE, "KH-SNV");
    let (staged, _) = stage(&mut session, &more);
    let took = timed(|| {
        import(&mut session, &staged);
    });
    let bare = floor::slices(&database, &before, SLICE);
    say("in slices, pauses included", MORE, took, Some(bare));
}

fn read(path: &Path) {
    let book = Book::open(path).expect("a book");
    let rows = book.records(0).expect("rows").filter(Result::is_ok).count();
    assert!(rows > 0);
}

fn at() -> DateTime<Utc> {
    let at = Utc.with_ymd_and_hms(2026, 1, 15, 3, 0, 0);
    at.single().expect("a time")
}

/// A session on a new database without tasks.
fn begin(path: &Path) -> Session {
    drop(sample::begin(path, "cv.snv", at()).expect("a database"));
    open(path)
}

/// A session on a database.
pub fn open(path: &Path) -> Session {
    let store = Store::open(path, Access::Write).expect("a store");
    let setup = SessionSetup {
        login: "cv.snv".to_owned(),
        today: None,
        origin: "bench".to_owned(),
        is_own_file: true,
        is_named: false,
        files: cchc::work::files::Files::Anywhere,
        clock: Box::new(at),
    };
    Session::open(store, setup).expect("a session")
}

/// Stages a file.
pub fn stage(session: &mut Session, path: &Path) -> (Staged, Duration) {
    let spec = ImportSpec {
        path: path.to_owned(),
        ..ImportSpec::default()
    };
    let begun = Instant::now();
    match session.answer(&Request::Stage { spec, after: None }) {
        Ok(Answer::Staged(staged)) => (*staged, begun.elapsed()),
        other => panic!("{other:?}"),
    }
}

fn rows(session: &mut Session, staged: &Staged, which: Which, from: u64) -> usize {
    let request = Request::StagedRows {
        stage: staged.stage,
        which,
        from,
        limit: 40,
    };
    match session.answer(&request) {
        Ok(Answer::StagedRows(page)) => page.rows.len(),
        other => panic!("{other:?}"),
    }
}

fn first_page(session: &mut Session, plan: &Path) {
    let (staged, _) = stage(session, plan);
    assert!(rows(session, &staged, Which::All, 0) > 0);
}

fn pages(session: &mut Session, staged: &Staged) {
    for (which, from) in [
        (Which::All, 0),
        (Which::All, staged.counts.rows.saturating_sub(40)),
        (Which::Review, 0),
        (Which::Skipped, 0),
    ] {
        let took = timed(|| {
            rows(session, staged, which, from);
        });
        let took = took.0.as_secs_f64() * 1e3;
        println!("  page of {which:?} from {from}: {took:.2} ms");
    }
}

/// Writes a stage of which nothing is stored yet.
pub fn import(session: &mut Session, staged: &Staged) -> Duration {
    let request = Request::ImportStage {
        key: OperationKey::fresh(),
        stage: staged.stage,
    };
    let begun = Instant::now();
    match session.answer(&request) {
        Ok(Answer::Imported(report)) => assert_eq!(report.new, staged.counts.rows),
        other => panic!("{other:?}"),
    }
    begun.elapsed()
}

/// By the clock on the wall and by that of the processor.
fn timed(run: impl FnOnce()) -> (Duration, Duration) {
    let (begun, before) = (Instant::now(), processor());
    run();
    (begun.elapsed(), processor() - before)
}

fn processor() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let parts = (u64::try_from(time.tv_sec), u32::try_from(time.tv_nsec));
    Duration::new(parts.0.expect("a time"), parts.1.expect("a time"))
}

fn say(what: &str, count: u64, took: (Duration, Duration), floor: Option<Duration>) {
    let (seconds, processor) = (took.0.as_secs_f64(), took.1.as_secs_f64());
    let rate = count as f64 / seconds;
    let floor = floor.map_or_else(String::new, |floor| {
        let floor = floor.as_secs_f64();
        format!("{floor:.4} ({:.1})", seconds / floor)
    });
    println!("| {what} | {seconds:.3} | {processor:.3} | {rate:.0} | {floor} |");
}

/// The largest resident size of a process that only stages this file, in MB.
fn memory(path: &Path) -> String {
    let this = std::env::current_exe().expect("this program");
    let told = Command::new(this)
        .env(MEMORY, path)
        .output()
        .expect("a process");
    String::from_utf8_lossy(&told.stdout).trim().to_owned()
}

fn print_memory(path: &Path) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = begin(&folder.path().join("memory.db"));
    drop(stage(&mut session, path));
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    println!("{}", kilobytes.unwrap_or(0) / 1024);
}
