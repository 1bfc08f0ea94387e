//! What a clerk waits for, measured through [`Session::answer`] beside the bare SQL for the same rows:
//! `cargo bench --bench lists`; `CCHC_BENCH_FULL=1` adds 1,000,000 tasks with 10,000,000 changes, which
//! take minutes to make, once.
//!
//! The figures of a machine mean little without its floor, so each line has both, run in turn.

#![allow(clippy::panic)] // a measurement that answers something else is none
#![allow(clippy::unwrap_used, missing_docs)]

mod data;
mod floor;
mod table;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use cchc::domain::fold::fold;
use cchc::domain::id::{AgencyId, TaskId};
use cchc::domain::query::{Anchor, Filter, Order, Page, Position, Query};
use cchc::domain::synonyms::expand;
use cchc::domain::transition::{Deed, Particulars};
use cchc::store::{Access, Store};
use cchc::work::request::{Answer, Facts, ImportSpec, OperationKey, Request, Wish};
use cchc::work::session::{Session, SessionSetup};

use crate::floor::Floor;
use crate::table::{Line, Table, Times, timed};

/// A page of a terminal of 24 lines, and the row that says whether there is more.
const ROWS: usize = 20;

/// As somebody types them; the first is in a twentieth of all titles, the second in one of ten thousand.
const COMMON: &str = "cải cách thủ tục";
const RARE: &str = "phục hồi rừng ngập";

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
    for size in data::sizes() {
        let scratch = data::scratch(size);
        measure(
            &scratch.path,
            &format!("{} tasks, {} changes", size.tasks, size.changes),
        );
    }
}

fn measure(path: &Path, title: &str) {
    let table = Table::begin(title);
    let mut session = open(path);
    let floor = Floor::open(path);
    let facts = facts(&mut session);
    let today = facts.today.to_string();
    let soon = facts.day().soon_until().to_string();
    let agency = busiest(&mut session);

    // One reads through first: what is measured is a warm file.
    table.beside(
        "open, facts, counts by agency, first page",
        Some(50),
        20,
        || first_frame(path),
        || {
            let floor = Floor::open(path);
            (
                floor.facts(),
                floor.counts(&today, &soon),
                floor.first_page(None, ROWS + 1),
            )
        },
    );
    table.beside(
        "counts by agency",
        Some(20),
        20,
        || ask(&mut session, &Request::Agencies),
        || floor.counts(&today, &soon),
    );
    pages(&table, &mut session, &floor, agency, &today);
    for words in [COMMON, RARE] {
        search(&table, &mut session, &floor, words);
    }
    no_hit(&table, &mut session, &floor);
    save(&table, &mut session, &floor, agency);
    import(&table, &mut session, &floor);
    memory(path);
}

fn pages(table: &Table, session: &mut Session, floor: &Floor, agency: AgencyId, today: &str) {
    let all = Query::default();
    let one = agency_query(agency);
    let limit = ROWS + 1;
    let id = agency.0;
    table.beside(
        "first page of an agency",
        Some(20),
        50,
        || page(session, &one, Anchor::First),
        || floor.first_page(Some(id), limit),
    );
    let first = page(session, &one, Anchor::First);
    let place = first.tasks.last().and_then(Position::of).unwrap();
    let due = place
        .due
        .map_or("9999-12-31".to_owned(), |due| due.to_string());
    table.beside(
        "next page of an agency",
        Some(20),
        50,
        || page(session, &one, Anchor::After(place)),
        || floor.next_page(id, (place.rank.number(), &due, place.id.0), limit),
    );
    table.beside(
        "End of an agency",
        Some(20),
        50,
        || page(session, &one, Anchor::Last),
        || floor.last_page(Some(id), limit),
    );
    table.beside(
        "first page of all",
        Some(20),
        50,
        || page(session, &all, Anchor::First),
        || floor.first_page(None, limit),
    );
    table.beside(
        "End of all",
        Some(20),
        50,
        || page(session, &all, Anchor::Last),
        || floor.last_page(None, limit),
    );
    let late = worded(session, "\"quá hạn\"");
    let late = Query {
        filter: Filter {
            agencies: vec![agency],
            ..late.filter
        },
        ..late
    };
    table.beside(
        "filter: overdue in an agency",
        Some(20),
        50,
        || page(session, &late, Anchor::First),
        || floor.overdue(id, today, limit),
    );
}

/// Every letter of some words, as they are typed; the line is the slowest letter from the second on.
fn search(table: &Table, session: &mut Session, floor: &Floor, words: &str) {
    let ends: Vec<usize> = words
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8())
        .collect();
    let (mut slowest, mut slowest_count): (Option<Line>, Option<Line>) = (None, None);
    for end in ends.into_iter().skip(1) {
        let typed = &words[..end];
        let folded: Vec<String> = typed.split_whitespace().map(fold).collect();
        let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
        let texts = expand(&folded);
        let bare = floor.search(&texts, ROWS + 1);
        let query = Query {
            filter: Filter {
                texts,
                ..Filter::default()
            },
            order: Order::Urgency,
        };
        let (mut of_ours, mut of_floor) = (Vec::new(), Vec::new());
        for _ in 0..5 {
            of_ours.push(timed(|| page(session, &query, Anchor::First)));
            of_floor.push(timed(|| bare(floor)));
        }
        let count = Request::Count { query };
        let of_count = (0..5).map(|_| timed(|| ask(session, &count))).collect();
        keep_slower(
            &mut slowest,
            Line {
                what: format!("a letter of a search: {typed}"),
                ours: Times::of(of_ours),
                floor: Some(Times::of(of_floor)),
                limit: Some(50),
            },
        );
        keep_slower(
            &mut slowest_count,
            Line {
                what: format!("and its count, perhaps a lower bound: {typed}"),
                ours: Times::of(of_count),
                floor: None,
                limit: Some(50),
            },
        );
    }
    for line in [slowest, slowest_count].iter().flatten() {
        table.print(line);
    }
}

fn keep_slower(kept: &mut Option<Line>, line: Line) {
    if kept
        .as_ref()
        .is_none_or(|kept| kept.ours.median < line.ours.median)
    {
        *kept = Some(line);
    }
}

/// Nothing was ever dropped: all closed tasks are looked at, a slice at a time.
fn no_hit(table: &Table, session: &mut Session, floor: &Floor) {
    let query = worded(session, "tt:thôi");
    let first = (0..5)
        .map(|_| timed(|| page(session, &query, Anchor::First)))
        .collect();
    table.print(&Line {
        what: "filter without a hit: the first answer".to_owned(),
        ours: Times::of(first),
        floor: None,
        limit: Some(50),
    });
    let mut steps = 0;
    let begun = Instant::now();
    let mut anchor = Anchor::First;
    loop {
        steps += 1;
        match page(session, &query, anchor).searched_to {
            Some(place) => anchor = Anchor::After(place),
            None => break,
        }
    }
    table.print(&Line {
        what: format!("filter without a hit: to its end in {steps} answers"),
        ours: Times::of(vec![begun.elapsed()]),
        floor: Some(Times::of(vec![timed(|| floor.none_of(3, "dropped"))])),
        limit: None,
    });
}

fn save(table: &Table, session: &mut Session, floor: &Floor, agency: AgencyId) {
    let bare = floor.a_running_task(agency.0);
    let query = worded(session, "tt:đang");
    let first = page(session, &query, Anchor::First);
    let id = first
        .tasks
        .iter()
        .map(|task| task.id)
        .find(|id| id.0 != bare)
        .unwrap();
    let mut number = 0;
    table.beside(
        "one change of status, on the disk",
        None,
        60,
        || toggle(session, id),
        || {
            number += 1;
            floor.save(bare, number - 1);
        },
    );
}

/// Suspends a task that runs, or resumes it.
fn toggle(session: &mut Session, id: TaskId) {
    let Answer::Tasks(tasks) = ask(session, &Request::Tasks { ids: vec![id] }) else {
        panic!("tasks were asked for");
    };
    let deed = match tasks[0].resume_to {
        None => Deed::Suspend,
        Some(_) => Deed::Resume,
    };
    let wish = Wish {
        id,
        seen: tasks[0].version,
        deed,
        given: Particulars {
            reason: "đo thời gian ghi".to_owned(),
            ..Particulars::default()
        },
    };
    let key = OperationKey::fresh();
    let wishes = vec![wish];
    let Answer::Saved(saved) = ask(session, &Request::Perform { key, wishes }) else {
        panic!("a save was asked for");
    };
    assert_eq!(saved.left, []);
}

fn import(table: &Table, session: &mut Session, floor: &Floor) {
    let before = floor.last_task();
    let spec = ImportSpec {
        path: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/tasks.csv")),
        ..ImportSpec::default()
    };
    let ours = timed(|| {
        let Answer::Staged(staged) = ask(
            session,
            &Request::Stage {
                spec: spec.clone(),
                after: None,
            },
        ) else {
            panic!("a stage was asked for");
        };
        let key = OperationKey::fresh();
        let stage = staged.stage;
        ask(session, &Request::ImportStage { key, stage })
    });
    let mut rows = 0;
    let bare = timed(|| rows = floor.insert_again(before));
    table.print(&Line {
        what: format!("import of assets/tasks.csv: {rows} rows"),
        ours: Times::of(vec![ours]),
        floor: Some(Times::of(vec![bare])),
        limit: None,
    });
}

/// What a session holds in memory after all of this, in a process of its own.
fn memory(path: &Path) {
    let this = std::env::current_exe().expect("this program");
    let said = Command::new(this).env(MEMORY, path).output();
    let said = said.expect("a process");
    print!("\n{}", String::from_utf8_lossy(&said.stdout));
}

fn print_memory(path: &Path) {
    let at_start = resident();
    let mut session = open(path);
    let agency = busiest(&mut session);
    let all = Query::default();
    for query in [all, agency_query(agency), worded(&mut session, "tt:thôi")] {
        for anchor in [Anchor::First, Anchor::Last] {
            page(&mut session, &query, anchor);
        }
        ask(&mut session, &Request::Count { query });
    }
    for words in ["ca", "cai cach", "thu tuc hanh", "phuc hoi rung"] {
        let query = worded(&mut session, words);
        page(&mut session, &query, Anchor::First);
        ask(&mut session, &Request::Count { query });
    }
    ask(&mut session, &Request::Home);
    let running = worded(&mut session, "tt:đang");
    let id = page(&mut session, &running, Anchor::First).tasks[0].id;
    ask(&mut session, &Request::Sheet { id });
    toggle(&mut session, id);
    toggle(&mut session, id);
    println!(
        "memory of a session: at its start {at_start}; after lists, counts, searches, a save {}",
        resident()
    );
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

fn first_frame(path: &Path) -> Page {
    let mut session = open(path);
    facts(&mut session);
    ask(&mut session, &Request::Agencies);
    page(&mut session, &Query::default(), Anchor::First)
}

fn ask(session: &mut Session, request: &Request) -> Answer {
    session.answer(request).expect("an answer")
}

fn facts(session: &mut Session) -> std::sync::Arc<Facts> {
    let Answer::Facts(facts) = ask(session, &Request::Facts) else {
        panic!("facts were asked for");
    };
    facts
}

fn page(session: &mut Session, query: &Query, anchor: Anchor) -> Page {
    let query = query.clone();
    let limit = ROWS;
    let request = Request::Page {
        query,
        anchor,
        limit,
    };
    let Answer::Page(page) = ask(session, &request) else {
        panic!("a page was asked for");
    };
    page
}

fn busiest(session: &mut Session) -> AgencyId {
    let Answer::Agencies(agencies) = ask(session, &Request::Agencies) else {
        panic!("agencies were asked for");
    };
    let busiest = agencies.iter().max_by_key(|one| one.counts.given());
    busiest.expect("an agency").agency
}

fn agency_query(agency: AgencyId) -> Query {
    Query {
        filter: Filter {
            agencies: vec![agency],
            ..Filter::default()
        },
        order: Order::Urgency,
    }
}

/// A query in the words of the filter line.
fn worded(session: &mut Session, words: &str) -> Query {
    let facts = facts(session);
    let filter = cchc::domain::filter::parse(words, &facts.filter_context());
    Query {
        filter: filter.expect("words of the filter"),
        order: Order::Urgency,
    }
}
