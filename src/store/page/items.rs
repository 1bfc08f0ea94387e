//! The items of an annex to which the tasks belong that a query finds, in the order in which they were entered: for a
//! file that can be imported again.
//!
//! A plain task is an item; whoever is a member of a fan-out or an occurrence of a series is told by its parent or
//! series, once. Numbers are walked, and a row is asked whether it stands for anybody who is found, so that nothing
//! has to be remembered.

use chrono::NaiveDate;

use crate::domain::condition::Day;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, DocumentId, TaskId};
use crate::domain::query::Query;
use crate::domain::task::{Doubt, Form, Task};
use crate::domain::user::User;

use super::super::Store;
use super::super::db::{Db, Row, Value, values};
use super::super::record::{doubts_of, form_of};
use super::super::sqlite::pin::{MEMBERS, OCCURRENCES, Pin};
use super::condition::{Condition, Decided, Sql, residual};
use super::shape::shapes;
use super::whole::SLICE;

/// What is read of an item, in the order of [`item`].
const COLUMNS: &str = "SELECT id, form, document_id, item, title, product, area_id, agency_id, supporting, \
    deadline_text, doubts, assigned_on";

/// What an annex says of an item, without a copy.
#[derive(Debug, Clone)]
#[allow(missing_docs)] // the fields of a task, by their names
pub struct Item<'a> {
    pub id: TaskId,
    pub form: Form,
    pub document: Option<DocumentId>,
    pub item: &'a str,
    pub title: &'a str,
    pub product: &'a str,
    pub area: AreaId,
    pub agency: AgencyId,
    pub supporting: &'a str,
    pub deadline_text: &'a str,
    pub doubts: Vec<Doubt>,
    pub assigned_on: Option<NaiveDate>,
    /// Who leads the members of a fan-out.
    pub members: Vec<AgencyId>,
}

impl<'a> Item<'a> {
    /// Of a task that was read as a whole, and of who leads its members.
    #[must_use]
    pub fn of(task: &'a Task, members: Vec<AgencyId>) -> Self {
        Self {
            id: task.id,
            form: task.form,
            document: task.document,
            item: &task.item,
            title: &task.title,
            product: &task.product,
            area: task.area,
            agency: task.agency,
            supporting: &task.supporting,
            deadline_text: &task.deadline_text,
            doubts: task.doubts.clone(),
            assigned_on: task.assigned_on,
            members,
        }
    }
}

impl Store {
    /// Reads every item to which a task belongs that the query finds, by number and of one moment; where it finds
    /// everything, also those series whose first turn has not begun. Formers and pieces are those of [`Self::whole_list`];
    /// with a piece `take` gets the number up to which tasks were looked at.
    ///
    /// # Errors
    /// As [`Self::whole_list`].
    pub fn whole_items<P, F>(
        &self,
        query: &Query,
        (user, day): (&User, &Day<'_>),
        former: impl Fn() -> F + Sync,
        mut take: impl FnMut(P, TaskId) -> Result<()>,
    ) -> Result<()>
    where
        P: Default + Send,
        F: FnMut(&mut P, &Item<'_>) -> Result<()>,
    {
        let shapes = shapes(&query.filter, day);
        if shapes.is_empty() {
            return Ok(());
        }
        let found = residual(&query.filter, &shapes, (user, day), Decided::default());
        let is_all = query.filter.is_empty();
        let mut last = 0;
        let next = || {
            // What was taken out leaves gaps, which are stepped over.
            let sql = "SELECT MIN(id) FROM task WHERE id > ?1";
            let first = self.db.number(sql, &values![last])?;
            if first == 0 {
                return Ok(None);
            }
            last = first.saturating_add(SLICE - 1);
            Ok(Some((statement(&found, is_all, (first, last)), last)))
        };
        let reader = || {
            let mut form = former();
            move |db: &Db, (sql, last): &(Sql<'_>, i64)| {
                let mut piece = P::default();
                db.rows(&sql.text, &sql.values, |row| {
                    form(&mut piece, &item(db, row)?)
                })?;
                Ok((piece, TaskId(*last)))
            }
        };
        self.in_slices(next, reader, &mut |(piece, last)| take(piece, last))
    }
}

/// The items among these numbers.
fn statement(found: &[Condition], is_all: bool, (first, last): (i64, i64)) -> Sql<'static> {
    let mut sql = Sql::new(format!(
        "{COLUMNS} FROM {} WHERE id >= ",
        Pin::Number.table()
    ));
    sql.bind(first).add(" AND id <= ").bind(last);
    sql.add(" AND is_gone = 0 AND (parent_id IS NULL AND series_id IS NULL AND rank IS NOT NULL")
        .all(found);
    let found: Vec<Condition> = found.iter().map(|it| it.of("member")).collect();
    for (members, belongs) in [
        (MEMBERS, "member.parent_id = task.id"),
        (
            OCCURRENCES,
            "member.series_id = task.id AND member.parent_id IS NULL",
        ),
    ] {
        sql.add(&format!(
            " OR form <> 'task' AND EXISTS (SELECT 1 FROM {members} WHERE {belongs} AND member.rank IS NOT NULL"
        ));
        sql.all(&found).add(")");
    }
    if is_all {
        sql.add(&format!(
            " OR form = 'series' AND parent_id IS NULL OR form = 'parent' AND EXISTS (SELECT 1 FROM {MEMBERS}
                WHERE member.parent_id = task.id AND member.form = 'series' AND member.is_gone = 0)"
        ));
    }
    sql.add(") ORDER BY id");
    sql
}

/// Reads the columns of [`COLUMNS`].
fn item<'a>(db: &Db, row: &mut Row<'a>) -> Result<Item<'a>> {
    let id = row.number()?;
    let form = form_of(row.borrowed()?)?;
    Ok(Item {
        id: TaskId(id),
        form,
        document: Some(row.number()?).filter(|id| *id != 0).map(DocumentId),
        item: row.borrowed()?,
        title: row.borrowed()?,
        product: row.borrowed()?,
        area: AreaId(row.number()?),
        agency: AgencyId(row.number()?),
        supporting: row.borrowed()?,
        deadline_text: row.borrowed()?,
        doubts: doubts_of(row.borrowed()?)?,
        assigned_on: row.maybe_date()?,
        members: match form {
            Form::Parent => leads(db, id)?,
            Form::Task | Form::Series => Vec::new(),
        },
    })
}

/// Who leads the members of a fan-out.
fn leads(db: &Db, parent: i64) -> Result<Vec<AgencyId>> {
    let sql = format!(
        "SELECT DISTINCT agency_id FROM {} WHERE parent_id = ?1 AND is_gone = 0",
        Pin::Parent.table()
    );
    db.rows(&sql, &[Value::from(parent)], |row| {
        row.number().map(AgencyId)
    })
}
