//! The floors: the least that reads the same file or stores the same rows.

use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use quick_xml::Reader;
use quick_xml::events::Event;
use rusqlite::{Connection, params};
use zip::ZipArchive;

/// The bare reader of CSV.
pub fn csv(path: &Path) -> Duration {
    let begun = Instant::now();
    let mut reader = csv::Reader::from_path(path).expect("a file");
    let mut record = csv::StringRecord::new();
    let mut cells = 0;
    while reader.read_record(&mut record).expect("a record") {
        cells += record.len();
    }
    assert!(cells > 0);
    begun.elapsed()
}

/// A workbook unpacked and its XML passed over; nothing is kept of it.
pub fn xlsx(path: &Path) -> Duration {
    let begun = Instant::now();
    let file = BufReader::new(File::open(path).expect("a file"));
    let mut zip = ZipArchive::new(file).expect("a workbook");
    let mut events = 0_u64;
    for name in ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"] {
        let part = zip.by_name(name).expect("a part");
        let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, part));
        let mut room = Vec::new();
        while reader.read_event_into(&mut room).expect("XML") != Event::Eof {
            events += 1;
            room.clear();
        }
    }
    assert!(events > 0);
    begun.elapsed()
}

/// How SQLite keeps a transaction safe.
#[derive(Clone, Copy)]
pub enum Journal {
    /// What is new goes into a log first: others read meanwhile.
    Ahead,
    /// What was there is kept beside the file: for who is alone, and the fastest safe way into an empty one.
    Rollback,
}

/// SQLite alone: the tasks and changes of a database copied into an empty one in one transaction, with
/// their indexes and the search.
pub fn fill(from: &Path, to: &Path, journal: Journal) -> Duration {
    let floor = open(to, journal);
    attach(&floor, from);
    let begun = Instant::now();
    floor
        .execute_batch("BEGIN IMMEDIATE")
        .expect("a transaction");
    for sql in made(&floor, "type = 'table' AND name IN ('task', 'change')") {
        floor.execute_batch(&sql).expect("a table");
    }
    // Sorted, so that the engine reads and writes rows and does not copy pages.
    floor
        .execute_batch(
            "INSERT INTO task SELECT * FROM src.task ORDER BY id;
            INSERT INTO change SELECT * FROM src.change ORDER BY id",
        )
        .expect("rows");
    for sql in made(&floor, "type = 'index' AND tbl_name IN ('task', 'change')") {
        floor.execute_batch(&sql).expect("an index");
    }
    for sql in made(&floor, "type = 'table' AND name = 'task_fts'") {
        floor.execute_batch(&sql).expect("the search");
    }
    floor
        .execute_batch("INSERT INTO task_fts (task_fts) VALUES ('rebuild'); COMMIT")
        .expect("a commit");
    begun.elapsed()
}

/// A copy of a database as it is on the disk now.
pub fn copy(of: &Path, to: &Path) -> PathBuf {
    let connection = Connection::open(of).expect("a database");
    connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .expect("a checkpoint");
    drop(connection);
    fs::copy(of, to).expect("room for a copy");
    to.to_owned()
}

/// SQLite alone: what `from` has more than `to`, written in transactions of so many tasks, indexes and
/// search kept up all the while.
pub fn slices(from: &Path, to: &Path, slice: i64) -> Duration {
    let floor = open(to, Journal::Ahead);
    attach(&floor, from);
    let last = |sql: &str| -> i64 {
        floor
            .query_row(sql, [], |row| row.get(0))
            .expect("a number")
    };
    let mut task = last("SELECT MAX(id) FROM main.task");
    let mut change = last("SELECT MAX(id) FROM main.change");
    let (tasks, changes) = (
        last("SELECT MAX(id) FROM src.task"),
        last("SELECT MAX(id) FROM src.change"),
    );
    let begun = Instant::now();
    while task < tasks || change < changes {
        floor
            .execute_batch("BEGIN IMMEDIATE")
            .expect("a transaction");
        for (table, after) in [("task", task), ("change", change)] {
            let sql = format!(
                "INSERT INTO main.{table} SELECT * FROM src.{table} WHERE id > ?1 AND id <= ?2 ORDER BY id"
            );
            let mut statement = floor.prepare_cached(&sql).expect("a statement");
            statement
                .execute(params![after, after + slice])
                .expect("rows");
        }
        floor.execute_batch("COMMIT").expect("a commit");
        task += slice;
        change += slice;
    }
    begun.elapsed()
}

/// A block of this size, written into a file of the folder and brought to the disk; the median of several.
pub fn to_disk(folder: &Path, bytes: usize) -> Duration {
    let block = vec![7_u8; bytes];
    let mut times: Vec<Duration> = (0..21)
        .map(|_| {
            let file = tempfile::tempfile_in(folder).expect("a file");
            let begun = Instant::now();
            let mut file = BufWriter::new(file);
            file.write_all(&block).expect("written");
            file.flush().expect("written");
            file.get_ref().sync_data().expect("on the disk");
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// As the program speaks to its file while it fills it.
fn open(path: &Path, journal: Journal) -> Connection {
    let connection = Connection::open(path).expect("a database");
    let mode = match journal {
        Journal::Ahead => "WAL",
        Journal::Rollback => "TRUNCATE",
    };
    connection
        .execute_batch(&format!(
            "PRAGMA journal_mode = {mode}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;
            PRAGMA cache_size = -65536; PRAGMA temp_store = FILE"
        ))
        .expect("pragmas");
    connection
}

fn attach(floor: &Connection, from: &Path) {
    let path = from.to_str().expect("a name");
    floor
        .execute("ATTACH ?1 AS src", [path])
        .expect("the other database");
}

/// The statements that made things of the other database.
fn made(floor: &Connection, what: &str) -> Vec<String> {
    let sql =
        format!("SELECT sql FROM src.sqlite_schema WHERE sql IS NOT NULL AND {what} ORDER BY name");
    let mut statement = floor.prepare(&sql).expect("a statement");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|sql| sql.expect("a text")).collect()
}
