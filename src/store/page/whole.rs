//! All rows of a list in its order, for a file: read by several connections at once, a slice each, of one moment.
//!
//! What lies in the order of a list lies anywhere in the table, so a row costs a page of the file; two readers hide
//! the one's reading behind the other's work. Nothing is held but the slices that are being read.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::thread;

use chrono::NaiveDate;

use crate::domain::condition::Day;
use crate::domain::error::{Error, Result};
use crate::domain::id::{AgencyId, AreaId, DocumentId, TaskId};
use crate::domain::query::{Anchor, Query};
use crate::domain::status::Status;
use crate::domain::user::User;

use super::super::db::{Db, Mode, Row, fault};
use super::super::record::{due_of, status_of};
use super::super::sqlite::schema;
use super::super::{Store, file, log};
use super::arm::{Direction, arms};
use super::condition::{Decided, Sql, residual};
use super::shape::{lanes, shapes};
use super::walk::Walk;

/// What is read of a task, in the order of [`Listed`].
const COLUMNS: &str = "SELECT id, document_id, area_id, agency_id, progress, status, effective_due, assigned_on, \
    submitted_on, closed_on, code, item, title, product, supporting, deadline_text, progress_note, delay_cause";

/// Rows that are looked at in one slice; few in tests, whose lists are short.
pub(super) const SLICE: i64 = if cfg!(test) { 50 } else { 2_000 };

/// So many connections read: more than two would take the processors of everybody else on the server.
const READERS: usize = 2;

/// So many times the readers try to begin at the same moment; somebody may save in between.
const TRIES: usize = 20;

/// Pages of a reader, in KiB: the inner ones of a table of a million rows.
const CACHE: u32 = 3_072;

/// A task as a list shows it, without a copy.
#[derive(Debug, Clone)]
#[allow(missing_docs)] // the fields of a task, by their names
pub struct Listed<'a> {
    pub id: TaskId,
    pub document: Option<DocumentId>,
    pub area: AreaId,
    pub agency: AgencyId,
    pub progress: Option<i64>,
    pub status: Status,
    pub effective_due: Option<NaiveDate>,
    pub assigned_on: Option<NaiveDate>,
    pub submitted_on: Option<NaiveDate>,
    pub closed_on: Option<NaiveDate>,
    pub code: &'a str,
    pub item: &'a str,
    pub title: &'a str,
    pub product: &'a str,
    pub supporting: &'a str,
    pub deadline_text: &'a str,
    pub progress_note: &'a str,
    pub delay_cause: &'a str,
}

/// A slice that somebody reads, and where it is waited for.
struct Job<S, P> {
    slice: S,
    done: SyncSender<Result<P>>,
}

impl Store {
    /// Reads all that a query finds, in its order and of one moment. Several threads form pieces at once, each with a
    /// `former` of its own that is given task after task; `take` gets the pieces in order, each of about two thousand
    /// rows that were looked at, and may end it by an error.
    ///
    /// # Errors
    /// Those of a former and of `take`; where the database cannot be read.
    pub fn whole_list<P, F>(
        &self,
        query: &Query,
        (user, day): (&User, &Day<'_>),
        former: impl Fn() -> F + Sync,
        mut take: impl FnMut(P) -> Result<()>,
    ) -> Result<()>
    where
        P: Default + Send,
        F: FnMut(&mut P, &Listed<'_>) -> Result<()>,
    {
        let shapes = shapes(&query.filter, day);
        if shapes.is_empty() {
            return Ok(());
        }
        // Several agencies are looked for along the order of all: their orders would have to be merged row by row.
        let lane = match lanes(query).as_slice() {
            [alone] => *alone,
            _ => None,
        };
        let decided = Decided::by_lane(query.order, lane);
        let residual = residual(&query.filter, &shapes, (user, day), decided);
        let direction = Direction::of(query.order, Anchor::First);
        let arms = arms(query, &shapes, lane, direction, Anchor::First);
        let mut walk = Walk::new(&self.db, query.order, direction, arms, residual);
        let reader = || {
            let mut form = former();
            move |db: &Db, sql: &Sql<'_>| {
                let mut piece = P::default();
                db.rows(&sql.text, &sql.values, |row| {
                    form(&mut piece, &listed(row)?)
                })?;
                Ok(piece)
            }
        };
        self.in_slices(|| walk.portion(COLUMNS, SLICE), reader, &mut take)
    }

    /// Reads slice after slice as `next` says, by as many as may, each with a `reader` of its own; `take` gets what they
    /// make of the slices, in their order.
    pub(super) fn in_slices<S: Send, P: Send, R: FnMut(&Db, &S) -> Result<P>>(
        &self,
        mut next: impl FnMut() -> Result<Option<S>>,
        reader: impl Fn() -> R + Sync,
        take: &mut impl FnMut(P) -> Result<()>,
    ) -> Result<()> {
        let read = self.readers().and_then(|readers| {
            self.db.at_once(|| {
                if !readers.is_empty() {
                    return shared(readers, &mut next, &reader, take);
                }
                let mut read = reader();
                while let Some(slice) = next()? {
                    take(read(&self.db, &slice)?)?;
                }
                Ok(())
            })
        });
        // What was begun for the readers ends, also where one of them failed: the session saves again after this.
        self.db.give_up();
        read
    }

    /// Connections that see what this one sees, its own reading begun with theirs; none where the file has no name, or
    /// where somebody saves whenever they begin.
    fn readers(&self) -> Result<Vec<Db>> {
        if self.whereabouts.is_none() {
            return Ok(Vec::new());
        }
        let processors = thread::available_parallelism().map_or(1, NonZero::get);
        let readers: Vec<Db> = (0..processors.min(READERS))
            .map(|_| {
                let db = file::open_to_look(self.path(), Mode::Look)?;
                schema::give_room(&db, CACHE)?;
                Ok(db)
            })
            .collect::<Result<_>>()?;
        for _ in 0..TRIES {
            let heads = std::iter::once(&self.db).chain(&readers).map(|db| {
                db.script("BEGIN")?;
                log::known_head(db)
            });
            let heads: Vec<_> = heads.collect::<Result<_>>()?;
            if heads.iter().all(|head| Some(head) == heads.first()) {
                return Ok(readers);
            }
            for db in std::iter::once(&self.db).chain(&readers) {
                db.give_up();
            }
        }
        Ok(Vec::new())
    }
}

/// The slices, read by several and taken in order.
fn shared<S: Send, P: Send, R: FnMut(&Db, &S) -> Result<P>>(
    readers: Vec<Db>,
    next: &mut impl FnMut() -> Result<Option<S>>,
    reader: &(impl Fn() -> R + Sync),
    take: &mut impl FnMut(P) -> Result<()>,
) -> Result<()> {
    let ahead = 2 * readers.len();
    let (jobs, queue) = mpsc::channel();
    let queue = Mutex::new(queue);
    let queue = &queue;
    thread::scope(|scope| {
        for db in readers {
            thread::Builder::new().spawn_scoped(scope, move || serve(&db, queue, reader()))?;
        }
        // Let go of at the end, or by an error: the readers end with it.
        let jobs = jobs;
        let mut waited_for = VecDeque::new();
        loop {
            while waited_for.len() < ahead
                && let Some(slice) = next()?
            {
                let (done, piece) = mpsc::sync_channel(1);
                jobs.send(Job { slice, done }).map_err(|_| gone())?;
                waited_for.push_back(piece);
            }
            let Some(piece) = waited_for.pop_front() else {
                return Ok(());
            };
            take(piece.recv().map_err(|_| gone())??)?;
        }
    })
}

/// Reads what it is given until there is no more.
fn serve<S, P>(
    db: &Db,
    queue: &Mutex<Receiver<Job<S, P>>>,
    mut read: impl FnMut(&Db, &S) -> Result<P>,
) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { slice, done }) = job else {
            return;
        };
        // Where nobody waits any more, nobody misses it.
        let _ = done.send(read(db, &slice));
    }
}

fn gone() -> Error {
    fault(std::io::Error::other("a reader ended"))
}

/// Reads the columns of [`COLUMNS`].
fn listed<'a>(row: &mut Row<'a>) -> Result<Listed<'a>> {
    Ok(Listed {
        id: TaskId(row.number()?),
        document: Some(row.number()?).filter(|id| *id != 0).map(DocumentId),
        area: AreaId(row.number()?),
        agency: AgencyId(row.number()?),
        progress: row.maybe_number()?,
        status: status_of(row.borrowed()?)?,
        effective_due: due_of(row.borrowed()?)?,
        assigned_on: row.maybe_date()?,
        submitted_on: row.maybe_date()?,
        closed_on: row.maybe_date()?,
        code: row.borrowed()?,
        item: row.borrowed()?,
        title: row.borrowed()?,
        product: row.borrowed()?,
        supporting: row.borrowed()?,
        deadline_text: row.borrowed()?,
        progress_note: row.borrowed()?,
        delay_cause: row.borrowed()?,
    })
}
