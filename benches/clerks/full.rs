//! Sessions that save one after the other without a pause, each a process of its own: how long the slowest waits,
//! held against the time of a commit with nobody else there, and whether anybody starves.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use cchc::domain::id::{AgencyId, TaskId};
use cchc::domain::transition::{Deed, Particulars};
use cchc::work::request::{Answer, OperationKey, Request, Wish};
use cchc::work::session::Session;

use crate::city::{City, in_progress, session, version};
use crate::figures;

/// Set in a process that is a session: its database, its login and its agency.
const DATABASE: &str = "CCHC_BENCH_DATABASE";
const LOGIN: &str = "CCHC_BENCH_LOGIN";
const AGENCY: &str = "CCHC_BENCH_AGENCY";

/// So many saves alone.
const ALONE: usize = 300;

/// True where this process is one of the sessions; it has worked by then.
pub fn is_worker() -> bool {
    let (Some(database), Ok(login)) = (std::env::var_os(DATABASE), std::env::var(LOGIN)) else {
        return false;
    };
    let agency = std::env::var(AGENCY)
        .ok()
        .and_then(|text| text.parse().ok());
    work(
        Path::new(&database),
        &login,
        AgencyId(agency.expect("a number")),
    );
    true
}

/// What came of it.
pub struct Told {
    /// What each acknowledged save took, session by session.
    pub saves: Vec<Vec<Duration>>,
    /// Their notes.
    pub saved: Vec<String>,
    /// What a save takes with nobody else there.
    pub alone: Vec<Duration>,
    pub alone_saved: Vec<String>,
}

/// Lets all of them save without a pause, and compares.
pub fn work_all(city: &City, time: Duration) -> Told {
    let before = city.books();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let (alone, alone_saved) = alone(city, 0);
    let mut workers = Workers::start(city, folder.path());
    workers.begin();
    std::thread::sleep(time);
    workers.finish();
    let mut told = Told {
        saves: Vec::new(),
        saved: Vec::new(),
        alone,
        alone_saved,
    };
    for clerk in &city.clerks {
        let text = fs::read_to_string(folder.path().join(&clerk.login)).expect("a file");
        let mut times = Vec::new();
        for line in text.lines() {
            let (time, note) = line.split_once(' ').expect("a time and a note");
            times.push(Duration::from_micros(time.parse().expect("a number")));
            told.saved.push(note.to_owned());
        }
        told.saves.push(times);
    }
    let all: Vec<String> = told
        .saved
        .iter()
        .chain(&told.alone_saved)
        .cloned()
        .collect();
    before.agree_with(city, &all);
    told
}

/// Measures it.
pub fn measure(city: &City, time: Duration) {
    let told = work_all(city, time);
    let alone = figures::of(&told.alone);
    let mean = told.alone.iter().sum::<Duration>().as_secs_f64() * 1e3 / told.alone.len() as f64;
    let all: Vec<Duration> = told.saves.concat();
    let together = figures::of(&all);
    let limit = 1.5 * city.clerks.len() as f64 * mean;
    let counts = || told.saves.iter().map(Vec::len);
    println!("at full speed, {:.0} s", time.as_secs_f64());
    println!("- a save alone: {alone}, mean {mean:.2} ms");
    println!(
        "- a save among {}: {together}; p99 is to be below 1.5 x sessions x mean alone = {limit:.0} ms{}",
        city.clerks.len(),
        if together.p99 >= limit { " OVER" } else { "" },
    );
    println!(
        "- {:.0} saves a second; a session saved {} times at least and {} at most\n",
        all.len() as f64 / time.as_secs_f64(),
        counts().min().unwrap_or(0),
        counts().max().unwrap_or(0),
    );
}

/// What a save takes alone.
fn alone(city: &City, from: usize) -> (Vec<Duration>, Vec<String>) {
    let clerk = &city.clerks[0];
    let mut session = city.session(&clerk.login);
    let tasks = own_tasks(&mut session, clerk.id);
    let mut notes = Vec::new();
    let times = (from..from + ALONE).map(|number| {
        let note = format!("alone {number}");
        let took = save(&mut session, tasks[number % tasks.len()], &note);
        notes.push(note);
        took.expect("nobody else is there")
    });
    let times = times.collect();
    (times, notes)
}

struct Workers {
    folder: PathBuf,
    children: Vec<Child>,
}

impl Workers {
    fn start(city: &City, folder: &Path) -> Self {
        let this = std::env::current_exe().expect("this program");
        let start = |clerk: &crate::city::Clerk| {
            Command::new(&this)
                .args(["full::a_worker", "--exact", "--quiet"]) // what a test harness runs; a bench does not look
                .env(DATABASE, &city.database)
                .env(LOGIN, &clerk.login)
                .env(AGENCY, clerk.id.0.to_string())
                .current_dir(folder)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .spawn()
                .expect("a process")
        };
        Self {
            folder: folder.to_owned(),
            children: city.clerks.iter().map(start).collect(),
        }
    }

    /// Lets them begin together once each has opened its session: what opening takes is not a save.
    fn begin(&self) {
        let are_ready = || fs::read_dir(&self.folder).expect("a folder").count();
        while are_ready() < self.children.len() {
            std::thread::sleep(Duration::from_millis(5));
        }
        fs::write(self.folder.join("begin"), "").expect("a file");
    }

    fn finish(&mut self) {
        fs::write(self.folder.join("stop"), "").expect("a file");
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

/// Not a test: what the processes run where a test harness is around them.
#[cfg(test)]
#[test]
fn a_worker() {
    is_worker();
}

fn work(database: &Path, login: &str, agency: AgencyId) {
    let mut session = session(database, login);
    let tasks = own_tasks(&mut session, agency);
    let mut file = BufWriter::new(File::create(login).expect("a file"));
    while !Path::new("begin").exists() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let mut number = 0;
    while !Path::new("stop").exists() {
        let note = format!("{login} full {number}");
        if let Some(took) = save(&mut session, tasks[fastrand::usize(..tasks.len())], &note) {
            writeln!(file, "{} {note}", took.as_micros()).expect("written");
            number += 1;
        }
    }
    file.flush().expect("written");
}

fn own_tasks(session: &mut Session, agency: AgencyId) -> Vec<TaskId> {
    let tasks = in_progress(session, Some(agency), 500);
    tasks.iter().map(|task| task.id).collect()
}

/// From Enter to the answer; none where somebody else was faster. Any error is a failure.
fn save(session: &mut Session, id: TaskId, note: &str) -> Option<Duration> {
    let wish = Wish {
        id,
        seen: version(session, id),
        deed: Deed::Progress,
        given: Particulars {
            note: note.to_owned(),
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
