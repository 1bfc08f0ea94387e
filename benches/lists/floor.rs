//! The floor: the least SQL, written by hand, that reads or writes the same rows of the same file.

use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Params, Row, params};

/// What a list needs of a task.
const TASK: &str = "id, row_version, code, form, parent_id, series_id, document_id, item, title, product,
    area_id, agency_id, supporting, deadline_text, kind, start, due, original_due, effective_due, recurrence,
    doubts, status, resume_to, progress, progress_note, updated_on, assigned_on, submitted_on, submitted_by,
    closed_on, evidence, delay_cause, extensions, extension_asked, urgings, urged_on, transfers, returns,
    is_disputed, is_gone";

/// A bare connection, set up as the program's.
pub struct Floor {
    connection: Connection,
}

impl Floor {
    pub fn open(path: &Path) -> Self {
        let connection = Connection::open(path).expect("the database");
        let setup =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
            PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY";
        connection.execute_batch(setup).expect("pragmas");
        Self { connection }
    }

    /// Reads every column of every row; says how many rows.
    fn read(&self, sql: &str, values: impl Params) -> usize {
        let mut statement = self.connection.prepare_cached(sql).expect("a statement");
        let width = statement.column_count();
        let mut rows = statement.query(values).expect("rows");
        let mut count = 0;
        while let Some(row) = rows.next().expect("a row") {
            std::hint::black_box((0..width).map(|at| bytes(row, at)).sum::<usize>());
            count += 1;
        }
        count
    }

    fn number(&self, sql: &str, values: impl Params) -> i64 {
        let mut statement = self.connection.prepare_cached(sql).expect("a statement");
        let number = statement.query_row(values, |row| row.get::<_, Option<i64>>(0));
        number.optional().expect("a number").flatten().unwrap_or(0)
    }

    /// Agencies, areas, documents and days off.
    pub fn facts(&self) -> usize {
        ["agency", "area", "document", "day_off"]
            .iter()
            .map(|table| self.read(&format!("SELECT * FROM {table}"), []))
            .sum()
    }

    pub fn counts(&self, today: &str, soon_until: &str) -> usize {
        let kept = "SELECT agency_id, status, is_dated, lateness, first_lateness, SUM(n)
            FROM tally GROUP BY agency_id, status, is_dated, lateness, first_lateness";
        let running = "SELECT agency_id,
                (SELECT COUNT(*) FROM task INDEXED BY task_by_agency
                WHERE agency_id = one.agency_id AND rank = 0 AND effective_due < ?1),
                (SELECT COUNT(*) FROM task INDEXED BY task_by_agency
                WHERE agency_id = one.agency_id AND rank = 0 AND effective_due BETWEEN ?1 AND ?2),
                (SELECT MIN(effective_due) FROM task INDEXED BY task_by_agency
                WHERE agency_id = one.agency_id AND rank = 0)
            FROM (SELECT DISTINCT agency_id FROM tally) AS one";
        self.read(kept, []) + self.read(running, params![today, soon_until])
    }

    pub fn first_page(&self, agency: Option<i64>, limit: usize) -> usize {
        let order = "ORDER BY rank, effective_due, id";
        self.page(agency, order, limit)
    }

    pub fn last_page(&self, agency: Option<i64>, limit: usize) -> usize {
        let order = "ORDER BY rank DESC, effective_due DESC, id DESC";
        self.page(agency, order, limit)
    }

    fn page(&self, agency: Option<i64>, order: &str, limit: usize) -> usize {
        match agency {
            Some(agency) => self.read(
                &format!(
                    "SELECT {TASK} FROM task INDEXED BY task_by_agency
                    WHERE agency_id = ?1 AND rank IS NOT NULL {order} LIMIT {limit}"
                ),
                [agency],
            ),
            None => self.read(
                &format!(
                    "SELECT {TASK} FROM task INDEXED BY task_by_due
                    WHERE rank IS NOT NULL {order} LIMIT {limit}"
                ),
                [],
            ),
        }
    }

    /// The page after a place.
    pub fn next_page(&self, agency: i64, place: (i64, &str, i64), limit: usize) -> usize {
        let (rank, due, id) = place;
        self.read(
            &format!(
                "SELECT {TASK} FROM task INDEXED BY task_by_agency
                WHERE agency_id = ?1 AND rank = ?2 AND effective_due >= ?3 AND (effective_due > ?3 OR id > ?4)
                ORDER BY rank, effective_due, id LIMIT {limit}"
            ),
            params![agency, rank, due, id],
        )
    }

    pub fn overdue(&self, agency: i64, today: &str, limit: usize) -> usize {
        self.read(
            &format!(
                "SELECT {TASK} FROM task INDEXED BY task_by_agency
                WHERE agency_id = ?1 AND rank = 0 AND effective_due < ?2
                ORDER BY effective_due, id LIMIT {limit}"
            ),
            params![agency, today],
        )
    }

    /// Those of a status that nothing has, looked for in all that could have it.
    pub fn none_of(&self, rank: i64, status: &str) -> usize {
        self.read(
            &format!(
                "SELECT {TASK} FROM task INDEXED BY task_by_due
                WHERE rank = ?1 AND status = ?2 ORDER BY effective_due, id LIMIT 21"
            ),
            params![rank, status],
        )
    }

    /// The way in which these words are found quickest: rare ones by the search index, common ones
    /// along the order. The floor knows it beforehand.
    pub fn search(&self, texts: &[Vec<String>], limit: usize) -> impl Fn(&Self) -> usize + use<> {
        let expression = expression(texts);
        let few =
            "SELECT COUNT(*) FROM (SELECT 1 FROM task_fts WHERE task_fts MATCH ?1 LIMIT 2001)";
        let is_rare = self.number(few, [&expression]) <= 2_000;
        let holds = holds(texts);
        move |floor| {
            let order = "ORDER BY rank, effective_due, id";
            if is_rare {
                let sql = format!(
                    "SELECT {TASK} FROM task NOT INDEXED
                    WHERE id IN (SELECT rowid FROM task_fts WHERE task_fts MATCH ?1) AND rank IS NOT NULL
                    {order} LIMIT {limit}"
                );
                return floor.read(&sql, [&expression]);
            }
            let sql = format!(
                "SELECT {TASK} FROM task INDEXED BY task_by_due
                WHERE rank IS NOT NULL AND {holds} {order} LIMIT {limit}"
            );
            floor.read(&sql, [])
        }
    }

    /// A task whose clock runs, for saves.
    pub fn a_running_task(&self, agency: i64) -> i64 {
        let sql = "SELECT MAX(id) FROM task WHERE agency_id = ?1 AND status = 'in_progress'";
        self.number(sql, [agency])
    }

    /// One change of status with its group and its row of the log.
    pub fn save(&self, id: i64, number: usize) {
        let (status, rank, resume_to) = match number % 2 {
            0 => ("suspended", 2, Some("in_progress")),
            _ => ("in_progress", 0, None),
        };
        self.connection
            .execute_batch("BEGIN IMMEDIATE")
            .expect("begin");
        let update =
            "UPDATE task SET row_version = row_version + 1, status = ?2, rank = ?3, resume_to = ?4
            WHERE id = ?1";
        self.run(update, params![id, status, rank, resume_to]);
        let operation = 1 + self.number("SELECT MAX(id) FROM operation", []);
        let group = "INSERT INTO operation (id, key, at, login, origin, kind, summary)
            VALUES (?1, 'floor' || ?1, '2026-06-15T08:00:00.000Z', 'cv.snv', 'bench', 'save', '')";
        self.run(group, [operation]);
        self.log(operation, id, "{\"status\":\"in_progress\"}");
        self.connection.execute_batch("COMMIT").expect("commit");
    }

    fn log(&self, operation: i64, task: i64, fields: &str) {
        let id = 1 + self.number("SELECT MAX(id) FROM change", []);
        let row = "INSERT INTO change (id, operation_id, task_id, at, login, origin, subject, what, before,
            after, why, document, hash)
            VALUES (?1, ?2, ?3, '2026-06-15T08:00:00.000Z', 'cv.snv', 'bench', 'task', '', ?4, ?4, '', '',
            zeroblob(32))";
        self.run(row, params![id, operation, task, fields]);
        // The program goes on after this row.
        let head = "UPDATE meta SET value = ?1 WHERE key = 'log_head'";
        self.run(head, [format!("{id} {}", "0".repeat(64))]);
    }

    /// The last number that a task has.
    pub fn last_task(&self) -> i64 {
        self.number("SELECT MAX(id) FROM task", [])
    }

    /// Enters once more, under other numbers and keys, the tasks after this number, each with its row of
    /// the log, in one transaction.
    pub fn insert_again(&self, after: i64) -> usize {
        let columns: Vec<String> = {
            let sql = "SELECT name FROM pragma_table_info('task')";
            let mut statement = self.connection.prepare(sql).expect("a statement");
            let names = statement.query_map([], |row| row.get(0)).expect("columns");
            names.map(|name| name.expect("a name")).collect()
        };
        let select = format!(
            "SELECT {} FROM task WHERE id > ?1 ORDER BY id",
            columns.join(", ")
        );
        let rows: Vec<Vec<rusqlite::types::Value>> = {
            let mut statement = self.connection.prepare(&select).expect("a statement");
            let read = |row: &Row<'_>| (0..columns.len()).map(|at| row.get(at)).collect();
            let rows = statement.query_map([after], read).expect("rows");
            rows.map(|row| row.expect("a row")).collect()
        };
        let last = self.last_task();
        let values: Vec<String> = columns
            .iter()
            .zip(1..)
            .map(|(name, at)| match name.as_str() {
                "id" => format!("?{at} + {}", last - after),
                "same_key" | "code" | "code_key" => format!("'floor ' || ?{at}"),
                _ => format!("?{at}"),
            })
            .collect();
        let insert = format!(
            "INSERT INTO task ({}) VALUES ({})",
            columns.join(", "),
            values.join(", ")
        );
        self.connection
            .execute_batch("BEGIN IMMEDIATE")
            .expect("begin");
        let operation = self.number("SELECT MAX(id) FROM operation", []);
        let fields = "x".repeat(800);
        for (row, id) in rows.iter().zip(last + 1..) {
            self.run(&insert, rusqlite::params_from_iter(row));
            self.log(operation, id, &fields);
        }
        self.connection.execute_batch("COMMIT").expect("commit");
        rows.len()
    }

    fn run(&self, sql: &str, values: impl Params) {
        let mut statement = self.connection.prepare_cached(sql).expect("a statement");
        statement.execute(values).expect("a change");
    }
}

fn bytes(row: &Row<'_>, at: usize) -> usize {
    match row.get_ref(at).expect("a column") {
        ValueRef::Null => 0,
        ValueRef::Integer(_) | ValueRef::Real(_) => 8,
        ValueRef::Text(text) | ValueRef::Blob(text) => text.len(),
    }
}

/// One letter stands for itself; from two on the last word may go on.
fn is_open(texts: &[Vec<String>], place: usize, form: &str) -> bool {
    let last = form.rsplit(' ').next().unwrap_or_default();
    place + 1 == texts.len() && last.chars().count() >= 2
}

fn expression(texts: &[Vec<String>]) -> String {
    let of = |(place, forms): (usize, &Vec<String>)| {
        let forms = forms.iter().map(|form| {
            let star = if is_open(texts, place, form) {
                " *"
            } else {
                ""
            };
            format!("\"{form}\"{star}")
        });
        format!("({})", forms.collect::<Vec<_>>().join(" OR "))
    };
    texts
        .iter()
        .enumerate()
        .map(of)
        .collect::<Vec<_>>()
        .join(" AND ")
}

fn holds(texts: &[Vec<String>]) -> String {
    let of = |(place, forms): (usize, &Vec<String>)| {
        let forms = forms.iter().map(|form| {
            let end = if is_open(texts, place, form) { "" } else { " " };
            format!("instr(search, ' {form}{end}') > 0")
        });
        format!("({})", forms.collect::<Vec<_>>().join(" OR "))
    };
    texts
        .iter()
        .enumerate()
        .map(of)
        .collect::<Vec<_>>()
        .join(" AND ")
}
