//! Many real processes save beside an import in slices and are killed at any moment, also between the
//! commit and its answer: what was acknowledged is in the log once, and nothing else is.
//!
//! `CCHC_LOAD_PROCESSES` (24) and `CCHC_LOAD_SECONDS` (5) make it larger: 200 processes for a minute is
//! what a city is.

#![allow(clippy::panic)] // a story that breaks stops

mod worker;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
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
use cchc::work::request::{Answer, ImportReport, ImportSpec, OperationKey, Request};

use crate::worker::Line;

/// Set in a process that is a worker: its folder and its name.
const FOLDER: &str = "CCHC_LOAD_FOLDER";
const NAME: &str = "CCHC_LOAD_NAME";

/// More than is written whole, so that it goes in slices.
const IMPORTED: u64 = 2_600;

/// Somebody is killed this often.
const KILL: Duration = Duration::from_millis(60);

/// Who does not end by then hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// Not a test: what the processes of the test below run.
#[test]
fn a_worker() {
    if let (Some(folder), Ok(name)) = (std::env::var_os(FOLDER), std::env::var(NAME)) {
        worker::work(Path::new(&folder), &name);
    }
}

#[test]
fn what_killed_processes_were_told_is_saved_is_in_the_log_once_and_nothing_else_is() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder on the disk");
    let before = furnish(folder.path());
    let importing = {
        let folder = folder.path().to_owned();
        thread::spawn(move || import(&folder))
    };
    let names: Vec<String> = (0..number("CCHC_LOAD_PROCESSES", 24))
        .map(|number| format!("cv.{number}"))
        .collect();
    let time = Duration::from_secs(number("CCHC_LOAD_SECONDS", 5));
    let begun = Instant::now();
    let mut fleet = Fleet::start(folder.path(), &names);
    while begun.elapsed() < time || !importing.is_finished() {
        // The only clock here: saves take what they take, and the killing must not keep them from it.
        thread::sleep(KILL);
        fleet.kill_one();
        assert!(begun.elapsed() < time + PATIENCE, "the import hangs");
    }
    let worked = begun.elapsed();
    let (imported, import_time) = importing.join().expect("the import");
    fleet.finish();

    let books = Books::read(folder.path(), &names);
    books.print(&fleet, names.len(), worked, import_time);
    let store = open(folder.path());
    books.agree_with(&log_since(&store, before.last), &before, &store);
    assert_eq!(store.check_tallies().expect("tallies"), []);
    assert_eq!(store.verify_log(|_, _| Ok(())).expect("a log").broken, None);
    assert_eq!(store.integrity().expect("a file"), Vec::<String>::new());
    assert_eq!(imported.new, IMPORTED);
    let again = ask_import(folder.path());
    assert_eq!(
        (again.new, again.changed, again.unchanged),
        (0, 0, IMPORTED)
    );
}

/// How it was before.
struct Before {
    /// The last row of the log.
    last: i64,
    /// The tasks that are worked on.
    tasks: Vec<Task>,
}

/// A database, its tasks in progress for everybody to work on, and a file to import.
fn furnish(folder: &Path) -> Before {
    let size = Size {
        tasks: 2_000,
        changes: 2_000,
    };
    let path = worker::database(folder);
    let store = generate(&path, size, &mut Progress::silent()).expect("a database");
    let last = store.log(None, None, 1).expect("a log")[0].id.0;
    drop(store);
    let mut session = worker::open(folder, "cv.snv").expect("a session");
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
        limit: 60,
    };
    let Ok(Answer::Page(page)) = session.answer(&request) else {
        panic!("a page was asked for");
    };
    let ids: Vec<String> = page
        .tasks
        .iter()
        .map(|task| task.id.0.to_string())
        .collect();
    assert!(ids.len() > 20, "{ids:?}");
    fs::write(worker::tasks_file(folder), ids.join("\n")).expect("a file");
    let mut annex = String::from(
        "STT,Nội dung nhiệm vụ,Lĩnh vực,Sản phẩm,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành,\
        Văn bản giao\n",
    );
    for number in 1..=IMPORTED {
        annex.push_str(&format!(
            "{number},Rà soát hồ sơ số {number},\"Chỉ đạo, điều hành\",Báo cáo,Sở Nội vụ,,30/9/2026,\
            Kế hoạch số 77/KH-UBND ngày 5/1/2026\n"
        ));
    }
    fs::write(annex_of(folder), annex).expect("a file");
    Before {
        last,
        tasks: page.tasks,
    }
}

fn annex_of(folder: &Path) -> PathBuf {
    folder.join("annex.csv")
}

fn import(folder: &Path) -> (ImportReport, Duration) {
    let begun = Instant::now();
    (ask_import(folder), begun.elapsed())
}

fn ask_import(folder: &Path) -> ImportReport {
    let mut session = worker::open(folder, "cv.import").expect("a session");
    let spec = ImportSpec {
        path: annex_of(folder),
        ..ImportSpec::default()
    };
    let stage = match session.answer(&Request::Stage { spec, after: None }) {
        Ok(Answer::Staged(staged)) => staged.stage,
        other => panic!("{other:?}"),
    };
    let key = OperationKey::fresh();
    match session.answer(&Request::ImportStage { key, stage }) {
        Ok(Answer::Imported(report)) => *report,
        other => panic!("{other:?}"),
    }
}

/// The processes.
struct Fleet {
    folder: PathBuf,
    workers: Vec<(String, Child)>,
    killed: usize,
}

impl Fleet {
    fn start(folder: &Path, names: &[String]) -> Self {
        let start = |name: &String| (name.clone(), start(folder, name));
        Self {
            folder: folder.to_owned(),
            workers: names.iter().map(start).collect(),
            killed: 0,
        }
    }

    /// Kills one by chance, and starts all again that are dead.
    fn kill_one(&mut self) {
        let victim = fastrand::usize(..self.workers.len());
        let (_, child) = &mut self.workers[victim];
        child.kill().expect("one may kill one's child");
        self.killed += 1;
        for (name, child) in &mut self.workers {
            if let Some(status) = child.try_wait().expect("a child") {
                assert_eq!(status.signal(), Some(9), "{name} ended by itself: {status}");
                *child = start(&self.folder, name);
            }
        }
    }

    /// Lets everybody finish what they are at; who died over it is started again for that.
    fn finish(&mut self) {
        fs::write(worker::stop_file(&self.folder), "").expect("a file");
        for (name, child) in &mut self.workers {
            while !child.wait().expect("a child").success() {
                *child = start(&self.folder, name);
            }
        }
    }
}

impl Drop for Fleet {
    /// Where the test failed nobody goes on.
    fn drop(&mut self) {
        for (_, child) in &mut self.workers {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn start(folder: &Path, name: &str) -> Child {
    let this = std::env::current_exe().expect("this program");
    Command::new(this)
        .args(["a_worker", "--exact", "--quiet"])
        .env(FOLDER, folder)
        .env(NAME, name)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .expect("a process")
}

/// What all of them noted.
#[derive(Default)]
struct Books {
    /// Acknowledged saves.
    done: BTreeSet<String>,
    /// Refused ones.
    left: BTreeSet<String>,
    /// Whose process ended between commit and answer.
    died: usize,
    /// How long saves took that were answered at first, sorted.
    times: Vec<u64>,
}

impl Books {
    fn read(folder: &Path, names: &[String]) -> Self {
        let mut books = Self::default();
        for name in names {
            let mut open = None;
            for line in worker::told(folder, name) {
                match line {
                    Line::Try(key, _, _) => {
                        assert_eq!(open.replace(key), None, "{name} left a save unsettled");
                    }
                    Line::Done(key, time) => {
                        assert_eq!(open.take().as_ref(), Some(&key), "{name}");
                        books.times.extend(time);
                        assert!(books.done.insert(key), "{name} was told twice");
                    }
                    Line::Left(key) => {
                        assert_eq!(open.take().as_ref(), Some(&key), "{name}");
                        books.left.insert(key);
                    }
                    Line::Dies(_) => books.died += 1,
                    Line::Error(error) => panic!("{name}: {error}"),
                }
            }
            assert_eq!(open, None, "{name} left a save unsettled");
        }
        books.times.sort_unstable();
        books
    }

    fn print(&self, fleet: &Fleet, processes: usize, worked: Duration, import: Duration) {
        let at = |share: f64| {
            let place = (self.times.len() as f64 * share) as usize;
            let time = self
                .times
                .get(place.min(self.times.len().saturating_sub(1)));
            *time.unwrap_or(&0) as f64 / 1_000.0
        };
        println!(
            "{processes} processes, {:.1} s: {} saves acknowledged ({:.0} a second), {} refused to the slower, \
            {} killed from outside, {} between commit and answer; import of {IMPORTED} rows {:.1} s; \
            a save p50 {:.1} ms, p99 {:.1} ms, max {:.1} ms",
            worked.as_secs_f64(),
            self.done.len(),
            self.done.len() as f64 / worked.as_secs_f64(),
            self.left.len(),
            fleet.killed,
            self.died,
            import.as_secs_f64(),
            at(0.5),
            at(0.99),
            at(1.0),
        );
    }

    /// The log has what was acknowledged, once, and the rows are what the log says.
    fn agree_with(&self, log: &[Change], before: &Before, store: &Store) {
        let mut logged = BTreeSet::new();
        let mut rows_of = BTreeMap::<TaskId, Vec<&Change>>::new();
        for change in log.iter().filter(|change| change.what == "progress") {
            assert!(logged.insert(change.why.clone()), "saved twice: {change:?}");
            if let Subject::Task(id) = change.subject {
                rows_of.entry(id).or_default().push(change);
            }
        }
        let lost: Vec<_> = self.done.difference(&logged).collect();
        let unknown: Vec<_> = logged.difference(&self.done).collect();
        assert!(lost.is_empty(), "acknowledged and not in the log: {lost:?}");
        assert!(
            unknown.is_empty(),
            "in the log, told to nobody: {unknown:?}"
        );
        assert!(self.died > 0 && !self.done.is_empty(), "nothing was tried");
        for task in &before.tasks {
            let now = store.task(task.id).expect("a task").expect("a task");
            let rows = rows_of.remove(&task.id).unwrap_or_default();
            assert_eq!(
                now.version,
                task.version + rows.len() as i64,
                "{}",
                task.id.0
            );
            if let Some(last) = rows.last() {
                assert_eq!(now.progress_note, last.why);
            }
        }
        assert!(rows_of.is_empty(), "{rows_of:?}");
        let slices: BTreeSet<_> = log
            .iter()
            .filter(|change| change.what == "import")
            .map(|change| change.operation)
            .collect();
        assert!(slices.len() > 5, "the import did not go in slices");
    }
}

fn open(folder: &Path) -> Store {
    Store::open(&worker::database(folder), Access::Write).expect("the database")
}

/// The rows of the log after one, oldest first.
fn log_since(store: &Store, last: i64) -> Vec<Change> {
    let mut log: Vec<Change> = Vec::new();
    loop {
        let before = log.last().map(|change| change.id);
        let older = store.log(None, before, 5_000).expect("a log");
        let count = older.len();
        log.extend(older.into_iter().filter(|change| change.id.0 > last));
        if count == 0 || log.last().is_some_and(|change| change.id.0 == last + 1) {
            log.reverse();
            return log;
        }
    }
}

fn number(name: &str, usual: u64) -> u64 {
    let set = std::env::var(name).ok().and_then(|text| text.parse().ok());
    set.unwrap_or(usual)
}
