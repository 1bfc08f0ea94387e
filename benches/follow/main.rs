//! What leaders wait for: reports, registers, calendar and home, measured through [`Session::answer`] beside one page of
//! a list read by bare SQL in the same run: `cargo bench --bench follow`; `CCHC_BENCH_FULL=1` adds 1,000,000 tasks with
//! 10,000,000 changes, `CCHC_BENCH_DB=FILE` takes a database that was generated before, and `CCHC_BENCH_ONLY=waiting`
//! measures what is named so.
//!
//! *First* is the first answer of a session that was just opened, *median* is of those after it; *work* is what they
//! kept the processor, whatever else the machine does, and *ratio* is that beside the page.

#![allow(clippy::panic)] // a measurement that answers something else is none
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../lists/data.rs"]
#[allow(dead_code)] // what is written is measured there
mod data;
#[path = "../lists/floor.rs"]
#[allow(dead_code)]
mod floor;
#[path = "../lists/table.rs"]
#[allow(dead_code)]
mod table;

use std::path::{Path, PathBuf};
use std::time::Duration;

use cchc::domain::id::AgencyId;
use cchc::domain::period::Period;
use cchc::domain::query::{Anchor, Filter, Mark, Query};
use cchc::domain::report::{Basis, Grouping, Kind, Spec};
use cchc::store::{Access, Store};
use cchc::work::progress::Progress;
use cchc::work::request::{Answer, Request, documents, measures};
use cchc::work::session::{Session, SessionSetup};
use rustix::time::{ClockId, clock_gettime};

use crate::floor::Floor;
use crate::table::{Times, timed};

/// A page of a terminal of 24 lines, and the row that says whether there is more.
const ROWS: usize = 20;

/// What is promised.
const LIMIT: Duration = Duration::from_millis(100);

/// So many answers after the first.
const RUNS: usize = 5;

/// What lists of this issue are found by.
const MARKS: [Mark; 9] = [
    Mark::ExtensionAsked,
    Mark::Disputed,
    Mark::Held,
    Mark::SupportAsked,
    Mark::ToExplain,
    Mark::NotAskedToExplain,
    Mark::Criticised,
    Mark::Excused,
    Mark::Returned,
];

/// Says what is measured, by a part of its name; all of it where nothing is said.
const ONLY: &str = "CCHC_BENCH_ONLY";

/// Says which database the memory is measured on, in a process that does nothing else.
const MEMORY: &str = "CCHC_BENCH_MEMORY";

fn main() {
    if let Some(path) = std::env::var_os(MEMORY) {
        return print_memory(Path::new(&path));
    }
    // `cargo test --benches` runs this too, and wants to know only that it builds.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    if let Some(path) = std::env::var_os("CCHC_BENCH_DB") {
        return measure(&PathBuf::from(path));
    }
    for size in data::sizes() {
        measure(&data::made(size));
    }
}

fn measure(path: &Path) {
    let floor = Floor::open(path);
    println!("\n{}\n", path.display());
    println!(
        "| {:58} | {:>7} | {:>7} | {:>7} | {:>6} | {:>5} |",
        "what, ms", "first", "median", "work", "ratio", "rows"
    );
    println!("| :--- | ---: | ---: | ---: | ---: | ---: |");
    let mut over = 0;
    let only = std::env::var(ONLY).unwrap_or_default();
    let all = requests(path).into_iter();
    for (what, request) in all.filter(|(what, _)| what.contains(&only)) {
        // A session of its own: nothing that was read before lies in its memory.
        let mut session = open(path);
        let mut rows = 0;
        let first = timed(|| rows = answered(&mut session, &request));
        let (mut clock, mut of_ours, mut of_floor) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..RUNS {
            clock.push(timed(|| {
                of_ours.push(worked(|| answered(&mut session, &request)))
            }));
            of_floor.push(worked(|| floor.first_page(None, ROWS + 1)));
        }
        let (clock, ours, bare) = (Times::of(clock), Times::of(of_ours), Times::of(of_floor));
        let ratio = ours.median.as_secs_f64() / bare.median.as_secs_f64().max(1e-9);
        let is_over = first > LIMIT || ours.median > LIMIT;
        over += usize::from(is_over);
        println!(
            "| {what:58} | {:>7} | {:>7} | {:>7} | {ratio:>6.1} | {rows:>5} |{}",
            ms(first),
            ms(clock.median),
            ms(ours.median),
            if is_over { " OVER" } else { "" }
        );
    }
    println!("\n{over} over {LIMIT:?}");
    for back in [30, 365] {
        past(path, back);
    }
    let this = std::env::current_exe().expect("this program");
    let said = std::process::Command::new(this).env(MEMORY, path).output();
    print!(
        "{}",
        String::from_utf8_lossy(&said.expect("a process").stdout)
    );
}

/// Makes a past day on a thread of its own, as the screens do, and reads pages of the present meanwhile.
fn past(path: &Path, back: u64) {
    let mut lists = open(path);
    let day = lists.facts().today - chrono::Days::new(back);
    let mut beside = open(path);
    let making = std::thread::spawn(move || {
        let mut work = Duration::ZERO;
        let clock = timed(|| {
            work = worked(|| {
                beside
                    .look_back(Some(day), &mut Progress::silent())
                    .expect("a past day")
            });
        });
        let first = timed(|| answered(&mut beside, &Request::Home));
        (clock, work, first)
    });
    let mut pages = Vec::new();
    while !making.is_finished() {
        let query = Query::default();
        let (anchor, limit) = (Anchor::First, ROWS);
        let request = Request::Page {
            query,
            anchor,
            limit,
        };
        pages.push(timed(|| answered(&mut lists, &request)));
        std::thread::sleep(Duration::from_millis(200));
    }
    let (clock, work, first) = making.join().expect("a thread");
    let pages = Times::of(pages);
    println!(
        "{back} days back: {:.1} s, of which the processor {:.1} s; its home {} ms; a page of the present meanwhile {} ms, at worst {} ms",
        clock.as_secs_f64(),
        work.as_secs_f64(),
        ms(first),
        ms(pages.median),
        ms(pages.worst)
    );
}

/// How long one run kept the processor: what else the machine does is not in it.
fn worked<T>(run: impl FnOnce() -> T) -> Duration {
    let spent = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(
            time.tv_sec.unsigned_abs(),
            u32::try_from(time.tv_nsec).unwrap_or(0),
        )
    };
    let begun = spent();
    std::hint::black_box(run());
    spent() - begun
}

fn requests(path: &Path) -> Vec<(String, Request)> {
    let mut session = open(path);
    let today = session.facts().today;
    let busiest = busiest(&mut session);
    let mut all = vec![
        ("home".to_owned(), Request::Home),
        ("agencies".to_owned(), Request::Agencies),
    ];
    for (name, agency) in [("all", None), ("the busiest agency", Some(busiest))] {
        let month = today;
        let asked = Request::DueDays { agency, month };
        all.push((format!("calendar: a month of {name}"), asked));
    }
    let counts = Request::Documents(documents::Ask::Counts);
    all.push(("register of documents".to_owned(), counts));
    let sheet = documents::Ask::Sheet {
        id: session.facts().documents.last().unwrap().id,
    };
    all.push(("a document".to_owned(), Request::Documents(sheet)));
    let asked = Request::Measures(measures::Ask::Indicators);
    all.push(("indicators".to_owned(), asked));
    if let Answer::Measures(measures::Told::Indicators(standings)) =
        ask(&mut session, &Request::Measures(measures::Ask::Indicators))
        && let Some(one) = standings.first()
    {
        let id = one.indicator.id;
        let asked = Request::Measures(measures::Ask::Indicator { id });
        all.push(("one indicator".to_owned(), asked));
    }
    let asked = Request::Measures(measures::Ask::Caseload { month: None });
    all.push(("files of the city".to_owned(), asked));
    let asked = Request::Measures(measures::Ask::CaseloadOf { agency: busiest });
    all.push(("files of an agency".to_owned(), asked));
    reports(&mut all, busiest, today);
    for mark in MARKS {
        let marks = vec![mark];
        let filter = Filter {
            marks,
            ..Filter::default()
        };
        lists(&mut all, &format!("{mark:?}"), filter);
    }
    let urged = Some(2);
    lists(
        &mut all,
        "urged twice",
        Filter {
            urged,
            ..Filter::default()
        },
    );
    all
}

fn reports(all: &mut Vec<(String, Request)>, busiest: AgencyId, today: chrono::NaiveDate) {
    let period = |text: &str| {
        (
            text.to_owned(),
            Some(Period::read(text, today).expect("a period")),
        )
    };
    let periods = [
        ("always".to_owned(), None),
        period("quý I/2026"),
        period("quý I/2022"),
        period("15/1/2022-20/5/2026"),
    ];
    for kind in Kind::ALL {
        for by in [
            Grouping::Agency,
            Grouping::Successor,
            Grouping::Area,
            Grouping::Head,
            Grouping::None,
        ] {
            for (name, period) in &periods {
                for agency in [None, Some(busiest)] {
                    if agency.is_some() && by != Grouping::None {
                        continue;
                    }
                    let spec = Spec {
                        by,
                        period: *period,
                        agency,
                        ..Spec::new(kind)
                    };
                    let whose = if agency.is_some() { " of one" } else { "" };
                    let what = format!("{} by {by:?}{whose}, {name}", kind.code());
                    all.push((what, Request::Report { spec }));
                }
            }
        }
    }
    for (name, period) in periods {
        let spec = Spec {
            basis: Basis::Assigned,
            period,
            ..Spec::new(Kind::Completion)
        };
        all.push((
            format!("completion by assignment, {name}"),
            Request::Report { spec },
        ));
        let spec = Spec {
            agency: Some(busiest),
            period,
            by: Grouping::Head,
            ..Spec::new(Kind::Heads)
        };
        all.push((format!("sheet of a head, {name}"), Request::Report { spec }));
    }
}

/// A page of such a list, and its count.
fn lists(all: &mut Vec<(String, Request)>, what: &str, filter: Filter) {
    let query = Query {
        filter,
        ..Query::default()
    };
    let page = Request::Page {
        query: query.clone(),
        anchor: Anchor::First,
        limit: ROWS,
    };
    all.push((format!("list: {what}"), page));
    all.push((format!("its count: {what}"), Request::Count { query }));
}

fn answered(session: &mut Session, request: &Request) -> usize {
    match ask(session, request) {
        Answer::Report(report) => report.rows.len(),
        Answer::Page(page) => page.tasks.len(),
        Answer::DueDays(days) => days.len(),
        Answer::Count(tally) => usize::try_from(tally.count).unwrap_or(0),
        _ => 0,
    }
}

fn busiest(session: &mut Session) -> AgencyId {
    let Answer::Agencies(agencies) = ask(session, &Request::Agencies) else {
        panic!("agencies were asked for");
    };
    let busiest = agencies.iter().max_by_key(|one| one.counts.given());
    busiest.expect("an agency").agency
}

fn open(path: &Path) -> Session {
    let store = Store::open(path, Access::Write).expect("the database");
    let setup = SessionSetup {
        login: "cv.snv".to_owned(),
        today: None,
        origin: "bench".to_owned(),
        is_own_file: true,
        is_named: false,
        files: cchc::work::files::Files::Anywhere,
        clock: Box::new(chrono::Utc::now),
    };
    Session::open(store, setup).expect("a session")
}

fn ask(session: &mut Session, request: &Request) -> Answer {
    session.answer(request).expect("an answer")
}

/// What a session holds in memory after all of this, in a process of its own.
fn print_memory(path: &Path) {
    let all = requests(path);
    let mut session = open(path);
    println!("memory of a session: at its start {}", resident());
    for (_, request) in &all {
        answered(&mut session, request);
    }
    println!("memory of a session: after all of this {}", resident());
}

/// What the kernel says about this process.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let lines = status.lines().filter(|line| {
        ["VmRSS", "VmHWM", "RssAnon"]
            .iter()
            .any(|name| line.starts_with(name))
    });
    let words = lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    words.collect::<Vec<_>>().join(", ")
}

fn ms(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1_000.0)
}
