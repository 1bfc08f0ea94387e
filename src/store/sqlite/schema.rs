//! The file: how it is told apart, brought up to date, and spoken to.

use crate::domain::document::number_key;
use crate::domain::error::{Error, Result};

use super::super::db::{Db, values};
use super::super::seals;

/// "cchc" in the file's header: a database of another program is not touched.
const APPLICATION: i64 = 0x6363_6863;

/// Every schema there was, as steps; a step is never edited once it is released.
const MIGRATIONS: [&str; 17] = [
    include_str!("../migrations/0001_begin.sql"),
    include_str!("../migrations/0002_batches.sql"),
    include_str!("../migrations/0003_agencies.sql"),
    include_str!("../migrations/0004_entered.sql"),
    include_str!("../migrations/0005_search.sql"),
    include_str!("../migrations/0006_rolling.sql"),
    include_str!("../migrations/0007_follow_up.sql"),
    include_str!("../migrations/0008_deeds.sql"),
    DOCUMENTS,
    include_str!("../migrations/0010_by_day.sql"),
    include_str!("../migrations/0011_measures.sql"),
    include_str!("../migrations/0012_waiting.sql"),
    include_str!("../migrations/0013_scale.sql"),
    include_str!("../migrations/0014_areas_of_events.sql"),
    include_str!("../migrations/0015_areas_of_tallies.sql"),
    include_str!("../migrations/0016_windows.sql"),
    SEALS,
];

/// After this one the keys of documents are made anew: folding is done by the program.
const DOCUMENTS: &str = include_str!("../migrations/0009_documents.sql");

/// After this one sums are taken of what no row of the log seals.
const SEALS: &str = include_str!("../migrations/0017_seals.sql");

/// The first schema in which rows of the log seal anything.
const SEALING: i64 = 17;

/// The newest schema that this program knows.
pub(in crate::store) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// The schema of the file.
///
/// # Errors
/// `Foreign` where it is not ours, `TooNew` where a newer program made it.
pub(in crate::store) fn version(db: &Db) -> Result<i64> {
    if db.number("PRAGMA application_id", &[])? != APPLICATION {
        return Err(Error::Foreign(db.path().to_owned()));
    }
    let found = db.number("PRAGMA user_version", &[])?;
    if found <= NEWEST {
        return Ok(found);
    }
    let sql = "SELECT value FROM meta WHERE key = 'program'";
    let needs = db.first(sql, &[], |row| row.text())?;
    Err(Error::TooNew {
        found,
        known: NEWEST,
        needs: needs.unwrap_or_default(),
    })
}

/// True where rows of the log seal anything: who only looks does not bring an older schema up to date.
pub(in crate::store) fn seals_anything(db: &Db) -> Result<bool> {
    Ok(version(db)? >= SEALING)
}

/// The column of what rows of the log seal, or nothing.
pub(in crate::store) fn seals(db: &Db) -> Result<&'static str> {
    Ok(if seals_anything(db)? { "seals" } else { "NULL" })
}

/// So many tasks are looked for by all their words.
const SEARCHED: i64 = 50;

/// Brings the schema up to date in one transaction: all of it or nothing.
pub(in crate::store) fn migrate(db: &Db) -> Result<()> {
    db.script("BEGIN IMMEDIATE")?;
    let migrated = steps(db, NEWEST).and_then(|()| db.script("COMMIT"));
    if migrated.is_err() {
        db.give_up();
    }
    migrated
}

/// Makes a schema as it once was, in an empty database.
pub(in crate::store) fn migrate_to(db: &Db, version: i64) -> Result<()> {
    steps(db, version)
}

fn steps(db: &Db, upto: i64) -> Result<()> {
    // Asked again inside the transaction: another session may have been first.
    let from = db.number("PRAGMA user_version", &[])?;
    if from >= upto {
        return Ok(());
    }
    for (step, number) in MIGRATIONS.iter().zip(1_i64..) {
        if number > from && number <= upto {
            db.script(step)?;
            if *step == DOCUMENTS {
                key_documents(db)?;
            }
            if *step == SEALS {
                seals::take_sums(db)?;
            }
            db.script(&format!(
                "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {number}"
            ))?;
        }
    }
    let sql = "INSERT INTO meta (key, value) VALUES ('program', ?1)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    db.run(sql, &values![env!("CARGO_PKG_VERSION")])?;
    Ok(())
}

/// Gives every document the key under which all spellings of its number are one.
fn key_documents(db: &Db) -> Result<()> {
    let sql = "SELECT id, symbol FROM document WHERE id <> 0";
    let rows = db.rows(sql, &[], |row| Ok((row.number()?, row.text()?)))?;
    for (id, symbol) in rows {
        let sql = "UPDATE document SET symbol_key = ?2 WHERE id = ?1";
        db.run(sql, &values![id, number_key(&symbol)])?;
    }
    Ok(())
}

/// So many KiB of pages for a session that is asked.
const ROOM: u32 = 384;

/// How a working session speaks to the file.
///
/// FULL keeps a saved row through a power cut (+0.2 to 4 ms; how a save waits for that: `wal.rs`); the limit gives back what
/// a long reader made the write-ahead log grow to; a larger cache or mapped memory was not faster (measured): it serves one
/// question, and is void once another session commits, and two hundred sessions have one each. The log comes
/// last: after a load of the whole file somebody may hold it up, and the next one to open asks again.
pub(in crate::store) fn prepare_to_write(db: &Db) -> Result<()> {
    db.script(&format!(
        "PRAGMA synchronous = FULL;
        PRAGMA journal_size_limit = 33554432;
        PRAGMA foreign_keys = ON;
        PRAGMA cache_size = -{ROOM};
        PRAGMA temp_store = MEMORY;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA journal_mode = WAL"
    ))
}

/// How a session speaks to a file that it only reads.
pub(in crate::store) fn prepare_to_look(db: &Db) -> Result<()> {
    db.script(&format!(
        "PRAGMA query_only = ON; PRAGMA cache_size = -{ROOM}; PRAGMA temp_store = MEMORY"
    ))
}

/// Room for so many KiB of pages from now on. What was kept is let go of first: the room is one piece only where it begins
/// empty (`.cargo/config.toml`), and one piece goes back to the system with the connection.
pub(in crate::store) fn give_room(db: &Db, kib: u32) -> Result<()> {
    db.script(&format!("PRAGMA cache_size = -{kib}; PRAGMA shrink_memory"))
}

/// What a statement sorts lies on the disk from now on, or in memory again.
pub(in crate::store) fn sort_on_disk(db: &Db, is_on_disk: bool) -> Result<()> {
    db.script(match is_on_disk {
        true => "PRAGMA temp_store = FILE",
        false => "PRAGMA temp_store = MEMORY",
    })
}

/// Lets go of the pages that are kept in memory, and of the room for them until [`wake`]. A session that rests looks
/// once a second whether others saved, which reads one page, and with it the whole room came back: 388 KiB of each
/// session (measured), all of it written, since every page of it gets its place in a list.
pub(in crate::store) fn rest(db: &Db) -> Result<()> {
    db.script("PRAGMA cache_size = 2; PRAGMA shrink_memory")
}

/// As before [`rest`].
pub(in crate::store) fn wake(db: &Db) -> Result<()> {
    give_room(db, ROOM)
}

/// Lets go of the pages that are kept in memory.
pub(in crate::store) fn forget(db: &Db) -> Result<()> {
    db.script("PRAGMA shrink_memory")
}

/// A number that changes when another session commits; own commits leave it.
pub(in crate::store) fn others_version(db: &Db) -> Result<i64> {
    db.number("PRAGMA data_version", &[])
}

/// True where the search finds what stands in the tasks: each of them is in it, and some are found by all their words.
pub(in crate::store) fn is_search_right(db: &Db) -> Result<bool> {
    let sql = "SELECT (SELECT COUNT(*) FROM task) <> (SELECT COUNT(*) FROM task_fts_docsize)
        OR EXISTS (SELECT 1 FROM task WHERE NOT EXISTS
            (SELECT 1 FROM task_fts_docsize WHERE task_fts_docsize.id = task.id))";
    if db.number(sql, &[])? != 0 {
        return Ok(false);
    }
    let last = db.number("SELECT MAX(id) FROM task", &[])?;
    for place in 1..=SEARCHED {
        let sql = "SELECT id, search FROM task WHERE id >= ?1 ORDER BY id LIMIT 1";
        let task = db.first(sql, &values![last / SEARCHED * place], |row| {
            Ok((row.number()?, row.text()?))
        })?;
        let Some((id, text)) = task.filter(|task| !task.1.trim().is_empty()) else {
            continue;
        };
        let sql = "SELECT COUNT(*) FROM task_fts WHERE rowid = ?1 AND task_fts MATCH ?2";
        let phrase = format!("\"{}\"", text.trim().replace('"', "\"\""));
        if db.number(sql, &values![id, phrase])? == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The same in a tenth of the time, without comparing indexes with their tables.
pub(in crate::store) fn quick_check(db: &Db) -> Result<Vec<String>> {
    let mut said = db.rows("PRAGMA quick_check", &[], |row| row.text())?;
    said.retain(|line| line != "ok");
    Ok(said)
}

/// What the engine finds wrong with the file: a hundred things at most, and a thousand rows that point at nothing.
pub(in crate::store) fn integrity(db: &Db) -> Result<Vec<String>> {
    let mut said = db.rows("PRAGMA integrity_check", &[], |row| row.text())?;
    said.retain(|line| line != "ok");
    let dangling = "SELECT \"table\" || ' ' || COALESCE(rowid, 0) || ' -> ' || parent FROM pragma_foreign_key_check
        LIMIT 1000";
    said.extend(db.rows(dangling, &[], |row| row.text())?);
    Ok(said)
}
