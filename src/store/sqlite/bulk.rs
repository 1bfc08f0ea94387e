//! Filling a new file: indexes and triggers are laid aside and made once everything is in it, three to
//! four times faster than row by row.

use crate::domain::error::{Error, Result};

use super::super::db::{Db, values};
use super::super::strides::Strides;
use super::schema;

/// What was laid aside: the statements that make it again.
pub(in crate::store) struct Aside {
    statements: Vec<String>,
    /// So many bytes the search may take while it is made.
    search_room: i64,
    /// How indexes are made.
    indexing: &'static str,
}

impl Aside {
    fn of(made: Vec<(String, String, String)>) -> Self {
        Self {
            statements: made.into_iter().map(|(_, _, sql)| sql).collect(),
            search_room: 32 << 20,
            indexing: INDEXING,
        }
    }
}

/// Lays indexes and triggers aside. The file is worth nothing until [`put_back`] is done: a crash
/// leaves it broken, so it must not be anybody's database yet.
pub(in crate::store) fn lay_aside(db: &Db) -> Result<Aside> {
    db.script(
        "PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA foreign_keys = ON;
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA cache_size = -65536;
        PRAGMA temp_store = FILE",
    )?;
    let sql = "SELECT type, name, sql FROM sqlite_schema
        WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
        ORDER BY type, name";
    let made = db.rows(sql, &[], |row| Ok((row.text()?, row.text()?, row.text()?)))?;
    for (kind, name, _) in &made {
        db.script(&format!("DROP {kind} {name}"))?;
    }
    Ok(Aside::of(made))
}

/// Lays aside, inside a transaction of a database that holds no task yet, what tasks and their log are
/// kept with. What a task is looked up by while they are written stays: its code, and the key by which it
/// is known again.
pub(in crate::store) fn lay_aside_of_tasks(db: &Db) -> Result<Aside> {
    let sql = "SELECT type, name, sql FROM sqlite_schema
        WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name IN ('task', 'change')
            AND name NOT IN ('task_code', 'task_same', 'change_is_never_changed',
                'change_is_never_removed')
        ORDER BY type, name";
    let made = db.rows(sql, &[], |row| Ok((row.text()?, row.text()?, row.text()?)))?;
    for (kind, name, _) in &made {
        db.script(&format!("DROP {kind} {name}"))?;
    }
    Ok(Aside::of(made))
}

/// Room for a load: pages that are written once should not be read again, and what is sorted lies on the
/// disk and not in memory. Who is alone has the file to themselves until
/// [`schema::prepare_to_write`].
///
/// A write-ahead log takes every page of a load twice, into itself and then into the file: 30 s instead of
/// 17 s for 800 000 rows. A rollback journal keeps what stood in an empty database, which is little.
pub(in crate::store) fn make_room(db: &Db) -> Result<()> {
    schema::give_room(db, 65_536)?;
    schema::sort_on_disk(db, true)?;
    let sql = "PRAGMA journal_mode = TRUNCATE";
    // To its end: only there the engine says that it could not write that down.
    match db.rows(sql, &[], |row| row.text()) {
        // Another connection keeps the log where it is, also one of this program: slower, and as safe.
        Ok(_) | Err(Error::Busy) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Room for many slices: the pages of all indexes and of the search are changed again and again.
pub(in crate::store) fn make_room_for_slices(db: &Db) -> Result<()> {
    schema::give_room(db, 32_768)
}

/// A file that is made beside a session that goes on: what is taken for it stays with the program (the allocator
/// keeps it), so it takes little. 36 MB were kept where a load had its usual room.
pub(in crate::store) fn keep_little(db: &Db, aside: &mut Aside) -> Result<()> {
    aside.search_room = 256 << 10;
    aside.indexing = "PRAGMA cache_size = -384";
    db.script("PRAGMA cache_size = -384")
}

/// From here on new tasks do not enter the search, until [`search_now`]. Seen inside this transaction only.
pub(in crate::store) fn search_later(db: &Db) -> Result<()> {
    db.script("INSERT INTO meta (key, value) VALUES ('search_later', '')")
}

/// Lets the tasks after this one enter the search, all by one statement: each statement that writes there
/// leaves a piece of an index, and many small ones cost four times as much as the rest of the save.
pub(in crate::store) fn search_now(db: &Db, after: i64) -> Result<()> {
    db.run("DELETE FROM meta WHERE key = 'search_later'", &[])?;
    let sql = "INSERT INTO task_fts (rowid, search) SELECT id, search FROM task WHERE id > ?1";
    db.run(sql, &values![after]).map(|_| ())
}

/// So much memory, in kB, while indexes are made: what does not fit is sorted in pieces, and small pieces stay
/// near the processor. A second thread sorts one while the next is read. 3.4 s instead of 5.2 s for two indexes
/// of 1 000 000 rows each, with two cores.
const INDEXING: &str = "PRAGMA cache_size = -8192; PRAGMA threads = 1";

/// The search is written in large pieces that are not merged meanwhile: 6.2 s instead of 14.0 s for 1 000 000
/// rows, and merged once at the end.
const SEARCH_IN_LARGE: &str = "
    INSERT INTO task_fts (task_fts, rank) VALUES ('automerge', 0);
    INSERT INTO task_fts (task_fts, rank) VALUES ('crisismerge', 1024);
    INSERT INTO task_fts (task_fts) VALUES ('delete-all')";

/// As the engine has it where nothing is said. One piece above all that comes: a large one among the small ones of
/// single saves would be merged with them again and again, while somebody waits for a save (p99 239 ms beside an
/// import instead of 70 ms).
const SEARCH_AS_EVER: &str = "
    INSERT INTO task_fts (task_fts) VALUES ('optimize');
    INSERT INTO task_fts (task_fts, rank) VALUES ('hashsize', 1048576);
    INSERT INTO task_fts (task_fts, rank) VALUES ('automerge', 4);
    INSERT INTO task_fts (task_fts, rank) VALUES ('crisismerge', 16)";

/// So many tasks enter the search by one statement at the most: each leaves a piece of its index.
const SLICE: i64 = 100_000;

/// What the triggers would have kept. Groups are counted up row by row, since they are few: sorting the rows
/// to group them takes four times as long.
const COUNTING: &str = "
    CREATE TEMP TABLE listed (
        agency_id, area_id, status, due, assigned, lateness, first_lateness, is_excused, owed, n,
        PRIMARY KEY (agency_id, area_id, due, assigned, status, lateness, first_lateness, is_excused, owed)
    ) WITHOUT ROWID;
    INSERT INTO listed
    SELECT agency_id, area_id, status, effective_due, COALESCE(assigned_on, ''), lateness, first_lateness,
        is_excused,
        CASE WHEN owes_document = 0 OR status IN ('draft', 'dropped') THEN -1
        WHEN issued_on IS NOT NULL THEN CASE WHEN issued_on > effective_due THEN 2 ELSE 1 END
        WHEN status = 'done' THEN 3 ELSE 0 END,
        1
    FROM task WHERE rank IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally
    SELECT agency_id, area_id, status, due <> '9999-12-31', lateness, first_lateness, SUM(n)
    FROM listed GROUP BY 1, 2, 3, 4, 5, 6;
    INSERT INTO span_tally
    SELECT basis, grain, SUBSTR(day, 1, length), agency_id, area_id, status, is_dated, lateness,
        first_lateness, is_excused, SUM(n)
    FROM (
        SELECT 0 AS basis, due AS day, agency_id, area_id, status, due <> '9999-12-31' AS is_dated, lateness,
            first_lateness, is_excused, n
        FROM listed WHERE due <> '9999-12-31'
        UNION ALL
        SELECT 1, assigned, agency_id, area_id, status, due <> '9999-12-31', lateness, first_lateness,
            is_excused, n
        FROM listed WHERE assigned <> ''
    ) AS days, (SELECT 0 AS grain, 4 AS length UNION ALL SELECT 1, 7 UNION ALL SELECT 2, 10) AS grains
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    INSERT INTO owed_tally
    SELECT grain, SUBSTR(due, 1, letters), agency_id, area_id, owed, SUM(n)
    FROM listed, (SELECT 0 AS grain, 4 AS letters UNION ALL SELECT 1, 7) AS grains
    WHERE owed >= 0
    GROUP BY 1, 2, 3, 4, 5;
    DROP TABLE listed;
    INSERT INTO document_tally
    SELECT document_id, status, 1 FROM task WHERE rank IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO series_tally
    SELECT series_id,
        CASE status WHEN 'done' THEN CASE lateness WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 3 END
        WHEN 'dropped' THEN 4 ELSE 0 END,
        COUNT(*)
    FROM task WHERE series_id IS NOT NULL AND rank IS NOT NULL GROUP BY 1, 2";

/// What the triggers of events would have kept; those of a fill stay in place, so that it is counted anew.
const EVENTS: &str = "
    UPDATE event SET area_id = (SELECT area_id FROM task WHERE task.id = event.task_id)
    WHERE area_id <> (SELECT area_id FROM task WHERE task.id = event.task_id);
    DELETE FROM event_tally;
    INSERT INTO event_tally
    SELECT what, grain, agency_id, SUBSTR(day, 1, letters), area_id, SUM(n), MAX(longest)
    FROM (
        SELECT what, agency_id, day, area_id, COUNT(*) AS n, MAX(length) AS longest FROM event WHERE is_void = 0
        GROUP BY 2, 1, 3, 4
    ) AS days, (SELECT 0 AS grain, 4 AS letters UNION ALL SELECT 1, 7) AS grains
    GROUP BY 1, 2, 3, 4, 5;
    UPDATE event SET is_back = 1
    WHERE other_id IS NOT NULL AND what = 'transfer' AND is_back = 0
        AND EXISTS (SELECT 1 FROM event AS earlier INDEXED BY event_by_task
            WHERE earlier.task_id = event.task_id AND earlier.id < event.id
                AND earlier.agency_id = event.other_id AND earlier.what = 'transfer' AND earlier.is_void = 0)";

/// Makes all that is kept beside the rows anew, inside a transaction.
pub(in crate::store) fn keep_anew(db: &Db) -> Result<()> {
    db.script(
        "REINDEX;
        DELETE FROM tally;
        DELETE FROM span_tally;
        DELETE FROM owed_tally;
        DELETE FROM document_tally;
        DELETE FROM series_tally",
    )?;
    db.script(COUNTING)?;
    db.script(EVENTS)?;
    db.script("INSERT INTO task_fts (task_fts) VALUES ('rebuild')")
}

/// Makes again what was laid aside, and what the triggers would have kept. `step` hears before each part how many of
/// how many are done, and ends it by an error.
pub(in crate::store) fn put_back(
    db: &Db,
    aside: &Aside,
    mut step: impl FnMut(usize, usize) -> Result<()>,
) -> Result<()> {
    let last = db.number("SELECT MAX(id) FROM task", &[])?;
    // Two pieces at least: a single one is not merged, and stays among those of single saves.
    let slice = (last / 2 + 1).clamp(1, SLICE);
    let before = aside.statements.iter().map(String::as_str);
    let before: Vec<&str> = before.chain([COUNTING, EVENTS]).collect();
    let slices = usize::try_from(last / slice).unwrap_or(0);
    let total = before.len() + slices.saturating_add(2);
    let mut done = 0;
    db.script(aside.indexing)?;
    for statement in before {
        step(done, total)?;
        db.script(statement)?;
        done += 1;
    }
    db.script("PRAGMA threads = 0")?;
    db.script(SEARCH_IN_LARGE)?;
    let sql = "INSERT INTO task_fts (task_fts, rank) VALUES ('hashsize', ?1)";
    db.run(sql, &values![aside.search_room])?;
    let sql = "INSERT INTO task_fts (rowid, search) SELECT id, search FROM task WHERE id >= ?1 AND id <= ?2";
    let mut strides = Strides::new("task", slice, (i64::MIN, last));
    while let Some((first, upto)) = strides.next(db)? {
        step(done, total)?;
        db.run(sql, &values![first, upto])?;
        done += 1;
    }
    step(done, total)?;
    db.script(SEARCH_AS_EVER)?;
    step(total, total)
}
