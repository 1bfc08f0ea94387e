//! The register of documents: how many tasks each has, what was done to it, whether anything names it.

use crate::domain::change::Change;
use crate::domain::condition::Day;
use crate::domain::document::Document;
use crate::domain::error::Result;
use crate::domain::id::DocumentId;
use crate::domain::status::Status;

use super::counts::counted_anew;
use super::db::{Db, values};
use super::frame::DOCUMENT;
use super::record::{due_key, status_of};
use super::{Store, Writer, facts, log};

/// How many tasks a document has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentCounts {
    /// Which document.
    pub id: DocumentId,
    /// All that are listed.
    pub all: i64,
    /// Neither done nor dropped, drafts left out.
    pub open: i64,
    /// Late now: their clock runs, and their day is over.
    pub late: i64,
}

impl Store {
    /// The counts of every document that has tasks, in their order.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn document_counts(&self, day: &Day<'_>) -> Result<Vec<DocumentCounts>> {
        self.db.at_once(|| counts(&self.db, None, day))
    }

    /// The counts of one document.
    pub fn counts_of_document(&self, id: DocumentId, day: &Day<'_>) -> Result<DocumentCounts> {
        let counts = self.db.at_once(|| counts(&self.db, Some(id), day))?;
        Ok(counts.first().copied().unwrap_or(DocumentCounts {
            id,
            all: 0,
            open: 0,
            late: 0,
        }))
    }

    /// What was done to a document, newest first.
    pub fn log_of_document(&self, id: DocumentId, limit: usize) -> Result<Vec<Change>> {
        let changes = log::of_frame_named(&self.db, DOCUMENT, id.0)?;
        let is_its = |change: &Change| {
            let either = if change.after.is_empty() {
                &change.before
            } else {
                &change.after
            };
            either.get("id").and_then(serde_json::Value::as_i64) == Some(id.0)
        };
        Ok(changes.into_iter().filter(is_its).take(limit).collect())
    }

    /// Documents whose kept numbers are not what counting their tasks gives; empty where all agrees. At most a thousand
    /// are named.
    pub fn check_document_tallies(&self) -> Result<Vec<DocumentId>> {
        let sql = "SELECT document_id
            FROM (
                SELECT document_id, status, n AS kept, 0 AS counted FROM document_tally
                UNION ALL
                SELECT document_id, status, 0, 1 FROM task WHERE rank IS NOT NULL
            ) AS both_ways
            GROUP BY document_id, status
            HAVING SUM(kept) <> SUM(counted)
            LIMIT 1000";
        counted_anew(&self.db, sql, |row| row.number().map(DocumentId))
    }
}

impl Writer<'_> {
    /// All documents as they are now, in the order of their ids.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn documents(&self) -> Result<Vec<Document>> {
        facts::documents(self.db)
    }

    /// True where a task of any kind names the document, also one that was taken back.
    pub fn has_tasks(&self, id: DocumentId) -> Result<bool> {
        let sql = "SELECT COUNT(*) FROM (SELECT 1 FROM task WHERE document_id = ?1 LIMIT 1) AS one";
        Ok(self.db.number(sql, &values![id.0])? > 0)
    }

    /// Takes a document off the register; nothing may name it any more.
    pub fn drop_document(&mut self, document: &Document) -> Result<()> {
        let before = serde_json::to_value(document).map_err(super::db::fault)?;
        let sql = "DELETE FROM document WHERE id = ?1";
        self.db.run(sql, &values![document.id.0])?;
        self.frame(DOCUMENT, Some(before), None)
    }
}

fn counts(db: &Db, id: Option<DocumentId>, day: &Day<'_>) -> Result<Vec<DocumentCounts>> {
    // Ids are above 0, where a task has a document: one statement for one and for all.
    let (from, to) = id.map_or((1, i64::MAX), |id| (id.0, id.0));
    let sql = "SELECT document_id, status, n
        FROM document_tally
        WHERE document_id >= ?1 AND document_id <= ?2 AND n <> 0
        ORDER BY document_id";
    let kept = db.rows(sql, &values![from, to], |row| {
        Ok((row.number()?, status_of(&row.text()?)?, row.count()?))
    })?;
    let mut all: Vec<DocumentCounts> = Vec::new();
    for (id, status, n) in kept {
        if all.last().is_none_or(|last| last.id.0 != id) {
            all.push(DocumentCounts {
                id: DocumentId(id),
                all: 0,
                open: 0,
                late: 0,
            });
        }
        if let Some(last) = all.last_mut() {
            last.all += n;
            if !status.is_closed() && status != Status::Draft {
                last.open += n;
            }
        }
    }
    let sql = "SELECT COUNT(*)
        FROM task INDEXED BY task_running_by_document
        WHERE document_id = ?1 AND rank = 0 AND effective_due < ?2";
    let today = due_key(Some(day.today));
    for one in all.iter_mut().filter(|one| one.open > 0) {
        one.late = db.number(sql, &values![one.id.0, today.as_str()])?;
    }
    Ok(all)
}
