//! A handful of tasks that a small index finds at once: rare words, marks, members, a document, an import.
//! They are looked at and sorted all together.

use crate::domain::condition::Day;
use crate::domain::error::Result;
use crate::domain::query::{Anchor, Mark, Order, Page, Position, Query};
use crate::domain::user::User;

use super::super::counts::RETURNED;
use super::super::db::{Db, Value};
use super::super::owed::OWING;
use super::super::record::{READ, due_key, read};
use super::super::sqlite::pin::{CHANGES_OF_GROUP, Pin};
use super::super::sqlite::search::{MATCHING, Phrase, expression};
use super::arm::Direction;
use super::condition::{
    Condition, Decided, EXPLAINED, ISSUED_LATE, PROPOSED, Sql, asked_of, groups_of, one_of,
    residual, stages,
};
use super::shape::Shape;

/// More than this are walked to in the order of the list.
const FEW: i64 = 2_000;

/// Where the handful is.
pub(super) struct Few {
    table: &'static str,
    condition: String,
    /// Finds them by another index, where the condition is a list of numbers: as a list they would be
    /// gathered whole before they are counted (120 ms for a common word with a million tasks).
    found: Option<String>,
    /// The value of `?1`, where the condition has one.
    matching: Option<String>,
}

/// A way to few tasks, if the filter opens one.
pub(super) fn find(db: &Db, query: &Query) -> Result<Option<Few>> {
    for few in ways(query) {
        let found = match &few.found {
            Some(found) => found.clone(),
            None => format!("SELECT 1 FROM {} WHERE {}", few.table, few.condition),
        };
        let sql = format!("SELECT COUNT(*) FROM ({found} LIMIT {}) AS few", FEW + 1);
        if db.number(&sql, &few.values())? <= FEW {
            return Ok(Some(few));
        }
    }
    Ok(None)
}

/// The ways that a filter opens, the narrowest kinds first.
fn ways(query: &Query) -> Vec<Few> {
    let filter = &query.filter;
    let along = |pin: Pin, condition: String| Few {
        table: pin.table(),
        condition: format!("{condition} AND rank IS NOT NULL"),
        found: None,
        matching: None,
    };
    let mut ways = Vec::new();
    ways.extend(
        filter
            .series
            .map(|id| along(Pin::Series, format!("series_id = {}", id.0))),
    );
    ways.extend(
        filter
            .parent
            .map(|id| along(Pin::Parent, format!("parent_id = {}", id.0))),
    );
    ways.extend(groups_of(&filter.batches).map(|groups| {
        let found =
            format!("SELECT task_id FROM {CHANGES_OF_GROUP} WHERE operation_id IN ({groups})");
        Few {
            table: Pin::Number.table(),
            condition: format!("id IN ({found})"),
            found: Some(found),
            matching: None,
        }
    }));
    ways.extend(asked_of(&filter.asked).map(|asked| along(Pin::AskedOf, asked)));
    ways.extend(stages(filter).map(|due| along(Pin::StageDue, due)));
    for mark in &filter.marks {
        match mark {
            Mark::Review => ways.push(along(Pin::Review, "doubts <> ''".to_owned())),
            Mark::ExtensionAsked => {
                ways.push(along(Pin::Asked, "extension_asked IS NOT NULL".to_owned()))
            }
            Mark::Disputed => ways.push(along(Pin::Disputed, "is_disputed = 1".to_owned())),
            Mark::Returned => ways.push(along(Pin::Returned, RETURNED.to_owned())),
            Mark::SupportAsked => {
                ways.push(along(Pin::Support, "support_asked IS NOT NULL".to_owned()))
            }
            Mark::IssuedLate => ways.push(along(Pin::Issued, ISSUED_LATE.to_owned())),
            Mark::ToExplain => ways.push(along(
                Pin::ToExplain,
                "explanation_asked IS NOT NULL".to_owned(),
            )),
            Mark::Proposed => ways.push(along(Pin::Proposed, PROPOSED.to_owned())),
            Mark::Explained => ways.push(along(Pin::Explained, EXPLAINED.to_owned())),
            Mark::Owing => ways.push(along(Pin::Owing, OWING.to_owned())),
            Mark::Criticised => ways.push(along(Pin::Urged, "step > 0 AND step >= 3".to_owned())),
            Mark::Excused => ways.push(along(Pin::Excused, "is_excused = 1".to_owned())),
            // Usually many, and found soon along the order.
            Mark::MayConfirm
            | Mark::Orphan
            | Mark::NewlyOverdue
            | Mark::OnFirst
            | Mark::LateFirst
            | Mark::OpenInTime
            | Mark::Held
            | Mark::ToIssue
            | Mark::NotAskedToExplain => {}
        }
    }
    let texts = Phrase::all_of(&filter.texts);
    if !texts.is_empty() {
        ways.push(Few {
            table: Pin::Number.table(),
            condition: format!("id IN ({MATCHING})"),
            found: Some(MATCHING.to_owned()),
            matching: Some(expression(&texts)),
        });
    }
    if query.order != Order::Document {
        let documents = filter.documents.iter().map(|id| id.0);
        ways.extend(
            one_of("document_id", documents).map(|condition| along(Pin::Document, condition)),
        );
    }
    ways
}

impl Few {
    /// The page of them; rows before a backward anchor in reading order.
    pub fn page(
        &self,
        db: &Db,
        query: &Query,
        shapes: &[Shape],
        who: (&User, &Day<'_>),
        anchor: Anchor,
        limit: usize,
    ) -> Result<Page> {
        let direction = Direction::of(query.order, anchor);
        let mut sql = self.statement(&format!("SELECT {READ}"), query, shapes, who);
        if let Anchor::After(position) | Anchor::Before(position) = anchor {
            beyond(&mut sql, query.order, direction, &position);
        }
        let columns = match query.order {
            Order::Urgency => ["rank", "effective_due", "id"].as_slice(),
            Order::Document => &["document_id", "id"],
            Order::Newest => &["id"],
        };
        let way = if direction == Direction::Down {
            " DESC"
        } else {
            ""
        };
        let columns: Vec<_> = columns
            .iter()
            .map(|column| format!("{column}{way}"))
            .collect();
        let limit_and_one = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
        sql.add(&format!(" ORDER BY {} LIMIT ", columns.join(", ")))
            .bind(limit_and_one);
        let mut tasks = db.rows(&sql.text, &sql.values, read)?;
        let has_more = tasks.len() > limit;
        tasks.truncate(limit);
        Ok(Page {
            tasks,
            has_more,
            searched_to: None,
        })
    }

    /// How many of them the filter leaves.
    pub fn count(
        &self,
        db: &Db,
        query: &Query,
        shapes: &[Shape],
        who: (&User, &Day<'_>),
    ) -> Result<i64> {
        let sql = self.statement("SELECT COUNT(*)", query, shapes, who);
        db.number(&sql.text, &sql.values)
    }

    fn statement(
        &self,
        what: &str,
        query: &Query,
        shapes: &[Shape],
        who: (&User, &Day<'_>),
    ) -> Sql<'_> {
        let mut sql = Sql::new(format!(
            "{what} FROM {} WHERE {}",
            self.table, self.condition
        ));
        sql.values = self.values();
        let decided = Decided {
            texts: self.matching.is_some(),
            batches: self.found.is_some() && self.matching.is_none(),
            ..Decided::default()
        };
        sql.all(&[Condition::Plain("rank IS NOT NULL".to_owned())]);
        sql.all(&residual(&query.filter, shapes, who, decided));
        sql
    }

    fn values(&self) -> Vec<Value<'_>> {
        self.matching
            .as_deref()
            .map(Value::from)
            .into_iter()
            .collect()
    }
}

/// Only what comes after a place in the direction of reading.
fn beyond(sql: &mut Sql<'_>, order: Order, direction: Direction, position: &Position) {
    let sign = if direction == Direction::Down {
        "<"
    } else {
        ">"
    };
    let id = position.id.0;
    match order {
        Order::Urgency => {
            sql.add(&format!(" AND (rank, effective_due, id) {sign} ("));
            sql.bind(position.rank.number()).add(", ");
            sql.bind(due_key(position.due)).add(", ").bind(id).add(")");
        }
        Order::Document => {
            sql.add(&format!(" AND (document_id, id) {sign} ("));
            sql.bind(position.document.map_or(0, |id| id.0))
                .add(", ")
                .bind(id)
                .add(")");
        }
        Order::Newest => {
            sql.add(&format!(" AND id {sign} ")).bind(id);
        }
    }
}
