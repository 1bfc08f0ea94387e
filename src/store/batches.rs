//! Imports: their groups, their state, and what people settled while importing.

use crate::domain::annex::Column;
use crate::domain::batch::{Batch, BatchState};
use crate::domain::error::Result;
use crate::domain::id::{BatchId, OperationId};
use crate::domain::matching::{Part, Variants};

use super::db::{Row, fault, values};
use super::operation::{self, Operation};
use super::record::known;
use super::{Store, Writer, chain, log};

/// An import that begins.
#[derive(Debug, Clone, Copy)]
pub struct NewBatch<'a> {
    /// Names the save that begins it.
    pub key: &'a str,
    /// The file's name, without its folder.
    pub file: &'a str,
    /// SHA-256 of the file.
    pub checksum: &'a str,
    /// The sheet that was read.
    pub sheet: &'a str,
    /// How it was read, as JSON.
    pub spec: &'a str,
    /// What was settled, as JSON.
    pub settlements: &'a str,
    /// Agency-tasks that are to be written.
    pub planned: u64,
}

/// An import with all that is needed to finish it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBatch {
    /// The import.
    pub batch: Batch,
    /// The key of the save that began it.
    pub key: String,
    /// How the file was read, as JSON.
    pub spec: String,
    /// What was settled, as JSON.
    pub settlements: String,
}

/// How the log names an import.
pub(super) const BATCH: &str = "import_batch";

/// How it names a writing of an agency that somebody settled.
pub(super) const VARIANT: &str = "variant";

/// How it names a heading whose column somebody chose.
pub(super) const HEADING: &str = "heading";

const READ: &str = "id, file_name, checksum, login, at, state, written, planned";

impl Store {
    /// The imports, newest first.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn batches(&self, limit: usize) -> Result<Vec<Batch>> {
        let sql = format!("SELECT {READ} FROM import_batch ORDER BY id DESC LIMIT ?1");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.db.rows(&sql, &values![limit], read)
    }

    /// The import of that number.
    pub fn batch(&self, id: BatchId) -> Result<Option<StoredBatch>> {
        self.stored_batch("id = ?1", &values![id.0])
    }

    /// The import that a save of that key began.
    pub fn batch_of_key(&self, key: &str) -> Result<Option<StoredBatch>> {
        self.stored_batch("key = ?1", &values![key])
    }

    /// The last import of a file of this checksum that was not taken back.
    pub fn batch_of_file(&self, checksum: &str) -> Result<Option<Batch>> {
        let sql = format!(
            "SELECT {READ} FROM import_batch
            WHERE checksum = ?1 AND state IN ('finished', 'unfinished', 'taking_back')
            ORDER BY id DESC LIMIT 1"
        );
        self.db.first(&sql, &values![checksum], read)
    }

    fn stored_batch(
        &self,
        condition: &str,
        value: &[super::db::Value<'_>],
    ) -> Result<Option<StoredBatch>> {
        let sql =
            format!("SELECT {READ}, key, spec, settlements FROM import_batch WHERE {condition}");
        self.db.first(&sql, value, |row| {
            Ok(StoredBatch {
                batch: read(row)?,
                key: row.text()?,
                spec: row.text()?,
                settlements: row.text()?,
            })
        })
    }

    /// The last group of an import that wrote something and is not taken back.
    pub fn last_of_batch(&self, batch: BatchId) -> Result<Option<Operation>> {
        self.of_batch(batch, "kind IN ('import', 'redo')")
    }

    /// The last group that took part of an import back and is not done again.
    pub fn last_undo_of_batch(&self, batch: BatchId) -> Result<Option<Operation>> {
        self.of_batch(batch, "kind = 'undo'")
    }

    /// The newest group of an import, whatever it did.
    pub fn newest_of_batch(&self, batch: BatchId) -> Result<Option<OperationId>> {
        let sql = "SELECT MAX(id) FROM operation WHERE batch_id = ?1";
        let id = self.db.number(sql, &values![batch.0])?;
        Ok((id > 0).then_some(OperationId(id)))
    }

    fn of_batch(&self, batch: BatchId, kinds: &str) -> Result<Option<Operation>> {
        let sql = format!(
            "SELECT {} FROM operation
            WHERE batch_id = ?1 AND undone_by IS NULL AND {kinds}
            ORDER BY id DESC
            LIMIT 1",
            operation::READ
        );
        self.db.first(&sql, &values![batch.0], operation::read)
    }

    /// Writings of agencies that somebody settled.
    pub fn variants(&self) -> Result<Variants> {
        let sql = "SELECT text, parts FROM agency_variant WHERE is_gone = 0 ORDER BY id";
        let rows = self
            .db
            .rows(sql, &[], |row| Ok((row.text()?, row.text()?)))?;
        let mut variants = Variants::default();
        for (text, parts) in rows {
            let parts: Vec<Part> = serde_json::from_str(&parts).map_err(fault)?;
            variants.insert(&text, parts);
        }
        Ok(variants)
    }

    /// Headings whose column somebody chose, the newest choice last; none leaves the column out.
    pub fn heading_choices(&self) -> Result<Vec<(String, Option<Column>)>> {
        let sql = "SELECT heading, column_code FROM heading_choice WHERE is_gone = 0 ORDER BY id";
        self.db.rows(sql, &[], |row| {
            Ok((row.text()?, Column::from_code(&row.text()?)))
        })
    }
}

impl Writer<'_> {
    /// Begins an import; this group is its first.
    ///
    /// # Errors
    /// Where the database cannot be written; so for all that follow.
    pub fn begin_batch(&mut self, new: &NewBatch<'_>) -> Result<BatchId> {
        let id = self.next_id("SELECT MAX(id) FROM import_batch")?;
        let sql = "INSERT INTO import_batch (id, key, file_name, checksum, sheet, login, origin, at, spec,
            settlements, state, planned, written)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0)";
        self.db.run(
            sql,
            &values![
                id,
                new.key,
                new.file,
                new.checksum,
                new.sheet,
                self.who,
                self.origin,
                self.at.as_str(),
                new.spec,
                new.settlements,
                BatchState::Unfinished.code(),
                i64::try_from(new.planned).unwrap_or(i64::MAX),
            ],
        )?;
        self.go_on_with(BatchId(id))?;
        let after = serde_json::json!({
            "batch": id, "file": new.file, "checksum": new.checksum, "planned": new.planned,
            "read_as": read_as([new.sheet, new.spec, new.settlements]),
        });
        self.frame(BATCH, None, Some(after))?;
        Ok(BatchId(id))
    }

    /// This group belongs to an import: before it changes anything.
    pub fn go_on_with(&mut self, batch: BatchId) -> Result<()> {
        let sql = "UPDATE operation SET batch_id = ?1 WHERE id = ?2";
        self.db.run(sql, &values![batch.0, self.operation().0])?;
        self.seal_batch(batch)
    }

    /// The import as it is now.
    pub fn batch(&self, id: BatchId) -> Result<Option<Batch>> {
        let sql = format!("SELECT {READ} FROM import_batch WHERE id = ?1");
        self.db.first(&sql, &values![id.0], read)
    }

    /// How many groups of an import are still to be taken back, or done again.
    pub fn groups_left(&self, batch: BatchId, are_taken_back: bool) -> Result<i64> {
        let sql = "SELECT COUNT(*) FROM operation
            WHERE batch_id = ?1 AND undone_by IS NULL AND (kind = 'undo') = ?2";
        self.db.number(sql, &values![batch.0, are_taken_back])
    }

    /// True if any of an import was taken back after this group of it.
    pub fn was_taken_back(&self, batch: BatchId, after: Option<OperationId>) -> Result<bool> {
        let sql =
            "SELECT COUNT(*) FROM operation WHERE batch_id = ?1 AND kind = 'undo' AND id > ?2";
        let after = after.map_or(0, |after| after.0);
        Ok(self.db.number(sql, &values![batch.0, after])? > 0)
    }

    /// So many agency-tasks more, or fewer, of an import are written.
    pub fn add_written(&mut self, batch: BatchId, more: i64) -> Result<()> {
        let sql = "UPDATE import_batch SET written = written + ?1 WHERE id = ?2";
        self.db.run(sql, &values![more, batch.0])?;
        Ok(())
    }

    /// How far an import came; the log says it where it changes.
    pub fn set_batch_state(&mut self, batch: BatchId, state: BatchState) -> Result<()> {
        let Some(before) = self.batch(batch)?.filter(|it| it.state != state) else {
            return Ok(());
        };
        let sql = "UPDATE import_batch SET state = ?1 WHERE id = ?2";
        self.db.run(sql, &values![state.code(), batch.0])?;
        let told = |state: BatchState| serde_json::json!({ "batch": batch.0, "file": before.file, "state": state.code() });
        self.frame(BATCH, Some(told(before.state)), Some(told(state)))
    }

    /// A group of an import was to be taken back, or done again, and so many tasks were left as they are.
    pub fn note_left(&mut self, batch: BatchId, left: usize) -> Result<()> {
        let after = serde_json::json!({ "batch": batch.0, "left": left });
        self.frame(BATCH, None, Some(after))
    }

    /// Remembers whom a writing means.
    pub fn save_variant(
        &mut self,
        text: &str,
        parts: &[Part],
        batch: Option<BatchId>,
    ) -> Result<()> {
        let id = self.next_id("SELECT MAX(id) FROM agency_variant")?;
        let parts = serde_json::to_string(parts).map_err(fault)?;
        let sql =
            "INSERT INTO agency_variant (id, text_key, text, parts, login, at, batch_id, is_gone)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)";
        self.db.run(
            sql,
            &values![
                id,
                Variants::key(text),
                text,
                parts.as_str(),
                self.who,
                self.at.as_str(),
                batch.map(|batch| batch.0),
            ],
        )?;
        let after = serde_json::json!({ "text": text, "parts": parts });
        self.frame(VARIANT, None, Some(after))
    }

    /// Remembers which column a heading is; none leaves the column out.
    pub fn save_heading_choice(
        &mut self,
        heading: &str,
        column: Option<Column>,
        batch: Option<BatchId>,
    ) -> Result<()> {
        let id = self.next_id("SELECT MAX(id) FROM heading_choice")?;
        let code = column.map_or("", Column::code);
        let sql =
            "INSERT INTO heading_choice (id, heading, column_code, login, at, batch_id, is_gone)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)";
        self.db.run(
            sql,
            &values![
                id,
                heading,
                code,
                self.who,
                self.at.as_str(),
                batch.map(|batch| batch.0),
            ],
        )?;
        let after = serde_json::json!({ "heading": heading, "column": code });
        self.frame(HEADING, None, Some(after))
    }

    /// What was remembered with an import goes with it, or comes back.
    pub fn forget_choices(&mut self, batch: BatchId, is_gone: bool) -> Result<()> {
        for table in ["agency_variant", "heading_choice"] {
            let sql = format!("UPDATE {table} SET is_gone = ?1 WHERE batch_id = ?2");
            self.db.run(&sql, &values![is_gone, batch.0])?;
        }
        Ok(())
    }
}

/// What the log tells of how a file was read: the hash of its sheet, of how, and of what was settled.
pub(super) fn read_as(texts: [&str; 3]) -> String {
    let mut bytes = Vec::new();
    for text in texts {
        chain::encode_text(&mut bytes, text.as_bytes());
    }
    chain::hexadecimal(&chain::hash(&chain::BEGINNING, &bytes))
}

fn read(row: &mut Row<'_>) -> Result<Batch> {
    Ok(Batch {
        id: BatchId(row.number()?),
        file: row.text()?,
        checksum: row.text()?,
        who: row.text()?,
        at: log::time_of(&row.text()?)?,
        state: known("state", &row.text()?, BatchState::from_code)?,
        written: row.number()?.max(0).unsigned_abs(),
        planned: row.number()?.max(0).unsigned_abs(),
    })
}
