//! The power fails, again and again: the whole fleet is killed at a moment of chance, and everything is looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use cchc::domain::change::{Change, Subject};
use cchc::domain::id::TaskId;
use cchc::domain::query::{Anchor, Filter, Order, Query};
use cchc::domain::status::Status;
use cchc::domain::task::Task;
use cchc::store::{Access, Store};
use cchc::work::generate::{Size, generate};
use cchc::work::progress::Progress;
use cchc::work::request::{Answer, Request};

use crate::worker::{self, Line};
use crate::{FOLDER, NAME};

/// So many clerks save as fast as they can.
const CLERKS: usize = 6;

/// They are killed within so many milliseconds after the first of them has something acknowledged.
const WITHIN: u64 = 150;

/// Who has saved nothing by then hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// What was counted.
#[derive(Debug, Default)]
struct Count {
    /// Processes that were killed from outside.
    kills: usize,
    /// Processes that ended themselves between the commit and its answer.
    deaths: usize,
    /// Saves whose answer was noted.
    acknowledged: usize,
    /// Saves that are there though nobody was told before the end: they are told when they are sent again.
    untold: usize,
    /// Saves that were sent and are not there.
    undone: usize,
}

#[test]
fn after_each_killing_of_the_whole_fleet_what_was_acknowledged_is_there_once_and_all_that_is_counted_agrees()
 {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let tasks = furnish(folder.path());
    let names: Vec<String> = (0..CLERKS).map(|number| format!("cv.{number}")).collect();
    let rounds = std::env::var("CCHC_KILL_ROUNDS").ok();
    let rounds: usize = rounds.and_then(|text| text.parse().ok()).unwrap_or(50);
    let begun = Instant::now();
    let mut count = Count::default();
    let mut ledger = Ledger::of(folder.path());
    for round in 1..=rounds {
        count.kills += a_round(folder.path(), &names);
        ledger.check(folder.path(), &names, &tasks, &mut count, round);
    }
    let time = begun.elapsed().as_secs();
    println!("{rounds} rounds of {CLERKS} processes in {time} s: {count:?}");
    assert!(
        count.acknowledged > rounds && count.kills >= rounds,
        "{count:?}"
    );
}

/// A database, and its tasks in progress for everybody to work on.
fn furnish(folder: &Path) -> Vec<Task> {
    let size = Size {
        tasks: 150,
        changes: 150,
    };
    let path = worker::database(folder);
    drop(generate(&path, size, &mut Progress::silent()).unwrap());
    let mut session = worker::open(folder, "cv.snv").unwrap();
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
        limit: 40,
    };
    let Ok(Answer::Page(page)) = session.answer(&request) else {
        panic!("a page was asked for");
    };
    let ids: Vec<String> = page
        .tasks
        .iter()
        .map(|task| task.id.0.to_string())
        .collect();
    assert!(ids.len() > 10, "{ids:?}");
    fs::write(worker::tasks_file(folder), ids.join("\n")).unwrap();
    page.tasks
}

/// The fleet begins, works for a moment, and is killed as a whole; gives how many were killed.
fn a_round(folder: &Path, names: &[String]) -> usize {
    let told = || -> u64 {
        let sizes = names.iter().map(|name| folder.join(format!("{name}.told")));
        sizes
            .filter_map(|file| Some(fs::metadata(file).ok()?.len()))
            .sum()
    };
    let before = told();
    let mut fleet: Vec<Child> = names.iter().map(|name| start(folder, name)).collect();
    let begun = Instant::now();
    while told() < before + 300 {
        assert!(begun.elapsed() < PATIENCE, "nobody saves anything");
        thread::sleep(Duration::from_millis(2));
    }
    thread::sleep(Duration::from_micros(fastrand::u64(..WITHIN * 1_000)));
    fleet.iter_mut().for_each(|child| child.kill().unwrap());
    let ends = fleet.iter_mut().map(|child| child.wait().unwrap());
    ends.filter(|status| !status.success()).count()
}

fn start(folder: &Path, name: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["a_worker", "--exact", "--quiet"])
        .env(FOLDER, folder)
        .env(NAME, name)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// What the log holds, read a round at a time.
struct Ledger {
    last: i64,
    keys: BTreeSet<String>,
    /// Rows of the log by task.
    rows: BTreeMap<TaskId, (i64, String)>,
    told: BTreeSet<String>,
}

impl Ledger {
    fn of(folder: &Path) -> Self {
        let store = open(folder);
        Self {
            last: store.log(None, None, 1).unwrap()[0].id.0,
            keys: BTreeSet::new(),
            rows: BTreeMap::new(),
            told: BTreeSet::new(),
        }
    }

    fn check(
        &mut self,
        folder: &Path,
        names: &[String],
        tasks: &[Task],
        count: &mut Count,
        round: usize,
    ) {
        let store = open(folder);
        for change in log_since(&store, self.last) {
            self.last = change.id.0;
            if change.what == "progress" {
                let is_new = self.keys.insert(change.why.clone());
                assert!(is_new, "round {round}: saved twice: {change:?}");
                if let Subject::Task(id) = change.subject {
                    let (rows, last) = self.rows.entry(id).or_default();
                    *rows += 1;
                    *last = change.why;
                }
            }
        }
        let mut sent = BTreeSet::new();
        (count.acknowledged, count.deaths, count.untold, count.undone) =
            (0, 0, count.untold, count.undone);
        for name in names {
            let mut open = None;
            for line in worker::told(folder, name) {
                match line {
                    Line::Try(key, _, _) => {
                        sent.insert(key.clone());
                        open = Some(key);
                    }
                    Line::Done(key, _) => {
                        assert!(
                            self.keys.contains(&key),
                            "round {round}: {name} was told of {key}, which is lost"
                        );
                        open = None;
                        count.acknowledged += 1;
                    }
                    Line::Left(key) => {
                        assert!(
                            !self.keys.contains(&key),
                            "round {round}: refused and saved: {key}"
                        );
                        open = None;
                    }
                    Line::Dies(key) => {
                        assert!(
                            self.keys.contains(&key),
                            "round {round}: {name} was told of {key}, which is lost"
                        );
                        count.deaths += 1;
                    }
                    Line::Error(error) => panic!("round {round}: {name}: {error}"),
                }
            }
            if let Some(key) = open.filter(|key| self.told.insert(key.clone())) {
                let is_there = self.keys.contains(&key);
                count.untold += usize::from(is_there);
                count.undone += usize::from(!is_there);
            }
        }
        let unknown: Vec<_> = self.keys.difference(&sent).collect();
        assert!(
            unknown.is_empty(),
            "round {round}: saved and sent by nobody: {unknown:?}"
        );
        self.agree(&store, tasks, round);
    }

    /// The rows are what the log says, and everything that is kept about them agrees.
    fn agree(&self, store: &Store, tasks: &[Task], round: usize) {
        for task in tasks {
            let now = store.task(task.id).unwrap().unwrap();
            let (rows, last) = self.rows.get(&task.id).cloned().unwrap_or_default();
            assert_eq!(
                now.version,
                task.version + rows,
                "round {round}: {}",
                task.id.0
            );
            assert!(
                rows == 0 || now.progress_note == last,
                "round {round}: {}",
                task.id.0
            );
        }
        assert_eq!(
            store.check_counters().unwrap(),
            Vec::<&str>::new(),
            "round {round}"
        );
        let verdict = store.verify_log(|_, _| Ok(())).unwrap();
        assert_eq!(verdict.broken, None, "round {round}");
        assert_eq!(
            store.integrity().unwrap(),
            Vec::<String>::new(),
            "round {round}"
        );
        // Nobody is told that something acknowledged is gone.
        assert_eq!(store.missing(), None, "round {round}");
    }
}

fn open(folder: &Path) -> Store {
    Store::open(&worker::database(folder), Access::Write).unwrap()
}

/// The rows of the log after one, oldest first.
fn log_since(store: &Store, last: i64) -> Vec<Change> {
    let mut log: Vec<Change> = Vec::new();
    loop {
        let before = log.last().map(|change| change.id);
        let older = store.log(None, before, 1_000).unwrap();
        let is_over = older.is_empty() || older.iter().any(|change| change.id.0 <= last);
        log.extend(older.into_iter().filter(|change| change.id.0 > last));
        if is_over {
            log.reverse();
            return log;
        }
    }
}
