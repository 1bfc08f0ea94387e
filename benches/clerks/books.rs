//! What was acknowledged, held against rows and log.

use std::collections::{BTreeMap, BTreeSet};

use cchc::domain::change::{Change, Subject};
use cchc::domain::id::TaskId;
use cchc::store::Store;

use crate::city::{City, log_since};

/// How a database was before people worked on it.
pub struct Books {
    /// The last row of the log.
    last: i64,
    /// The versions of all tasks.
    versions: BTreeMap<TaskId, i64>,
}

impl Books {
    /// Opens them.
    pub fn open(store: &Store) -> Self {
        let last = store.log(None, None, 1).expect("a log");
        // A page of a list ends early where the machine is busy; here all of them count.
        let db = rusqlite::Connection::open(store.path()).expect("a database");
        let mut tasks = db
            .prepare("SELECT id, row_version FROM task")
            .expect("tasks");
        let rows = tasks.query_map([], |row| Ok((TaskId(row.get(0)?), row.get(1)?)));
        Self {
            last: last.first().map_or(0, |change| change.id.0),
            versions: rows
                .expect("tasks")
                .map(|row| row.expect("a task"))
                .collect(),
        }
    }

    /// Acknowledged saves, known by the note that each of them left, are the rows of the log since then, once each; a
    /// task has one version more for each of them, and the note of the last one; the log is whole and so are the
    /// counts.
    pub fn agree_with(&self, city: &City, saved: &[String]) {
        let store = city.store();
        let log = log_since(&store, self.last);
        let mut logged = BTreeSet::new();
        let mut rows_of = BTreeMap::<TaskId, Vec<&Change>>::new();
        for change in log.iter().filter(|change| change.what == "progress") {
            assert!(logged.insert(change.why.clone()), "saved twice: {change:?}");
            if let Subject::Task(id) = change.subject {
                rows_of.entry(id).or_default().push(change);
            }
        }
        let told: BTreeSet<String> = saved.iter().cloned().collect();
        assert_eq!(told.len(), saved.len(), "acknowledged twice");
        let lost: Vec<_> = told.difference(&logged).collect();
        let unknown: Vec<_> = logged.difference(&told).collect();
        assert!(lost.is_empty(), "acknowledged and not in the log: {lost:?}");
        assert!(
            unknown.is_empty(),
            "in the log, told to nobody: {unknown:?}"
        );
        for (id, rows) in &rows_of {
            let now = store.task(*id).expect("a task").expect("a task");
            let then = self.versions.get(id).expect("a task of then");
            assert_eq!(now.version, then + rows.len() as i64, "task {}", id.0);
            assert_eq!(Some(&now.progress_note), rows.last().map(|last| &last.why));
        }
        assert_eq!(store.verify_log(|_, _| Ok(())).expect("a log").broken, None);
        assert_eq!(store.check_tallies().expect("tallies"), []);
    }
}
