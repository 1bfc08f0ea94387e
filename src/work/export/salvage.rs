//! What can still be read of a damaged database, as a file: task by task, passing over what cannot.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use super::named;
use super::row::{Names, Rows};
use crate::domain::error::{Error, Result};
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::task::{Form, Task};
use crate::exchange::write::annex::annex;
use crate::exchange::write::{Existing, Piece, Table, WriteForm};
use crate::store::{Item, Store};
use crate::work::progress::Progress;
use crate::work::request::rescue::Salvaged;
use crate::work::session::Session;

/// Tasks read at once, as long as all of them can be.
const TOGETHER: i64 = 100;

/// No task takes less room in the file, in bytes.
const LEAST: u64 = 200;

/// Writes every item that can be read. Which orders and counts are damaged does not matter: tasks are asked for by their
/// numbers, one after the other.
pub(in crate::work) fn salvage(
    session: &Session,
    path: &Path,
    progress: &mut Progress<'_>,
) -> Result<Salvaged> {
    let form = WriteForm::of(path).ok_or_else(|| Error::BadText {
        what: "export",
        text: named(path),
    })?;
    let mut numbers = Numbers::of(session);
    let names = Names::of(session);
    let table = annex(form, names.words(), "");
    let mut found = Found {
        session,
        table: &table,
        rows: Rows::new(&names),
        walked: OnceCell::new(),
        tasks: 0,
        lost: Vec::new(),
    };
    let all = usize::try_from(numbers.last).unwrap_or(0);
    let tray = session.setup.files.tray();
    let rows = table.write(path, Existing::Keep, tray, |put| {
        while let Some(asked) = numbers.next(&session.store) {
            let first = asked.ids.first().map_or(0, |id| id.0);
            progress.step(usize::try_from(first).unwrap_or(0), all)?;
            for piece in found.pieces(&asked) {
                put(piece)?;
            }
        }
        Ok(())
    })?;
    let Found { tasks, lost, .. } = found;
    Ok(Salvaged { rows, tasks, lost })
}

/// Numbers of tasks that are read together.
struct Asked {
    ids: Vec<TaskId>,
    /// There are such tasks; else each number is only tried.
    are_told: bool,
}

/// The numbers of tasks, as far as anything tells them: the tasks themselves and the log, and where neither does each
/// number is tried, as many as there may be in the file. Of pages that do not hang together the engine passes over some and
/// says nothing, so one of the two does not do where both can be read.
struct Numbers {
    next: Option<i64>,
    last: i64,
    left: i64,
}

impl Numbers {
    fn of(session: &Session) -> Self {
        let size = std::fs::metadata(session.store.path()).map_or(0, |about| about.len());
        let most = i64::try_from(size / LEAST).unwrap_or(i64::MAX);
        Self {
            next: Some(i64::MIN),
            last: session.store.last_task().unwrap_or(most),
            left: most,
        }
    }

    /// The next of them; none at their end.
    fn next(&mut self, store: &Store) -> Option<Asked> {
        let from = TaskId(self.next?);
        let there = store.task_numbers(from, TOGETHER);
        let logged = store.logged_tasks(from, TOGETHER);
        let mut told = [there, logged]
            .into_iter()
            .filter_map(|ids| ids.ok().filter(|ids| are_in_order(ids, from)))
            .peekable();
        let are_told = told.peek().is_some();
        let ids = match are_told {
            true => united(told),
            false => self.tried(from),
        };
        self.next = ids.last().and_then(|last| last.0.checked_add(1));
        (!ids.is_empty()).then_some(Asked { ids, are_told })
    }

    fn tried(&mut self, from: TaskId) -> Vec<TaskId> {
        let first = from.0.max(1);
        let upto = first.saturating_add(TOGETHER.min(self.left) - 1);
        self.left -= TOGETHER.min(self.left);
        (first..=upto.min(self.last)).map(TaskId).collect()
    }
}

/// Pages that lead back to themselves give numbers again and again.
fn are_in_order(ids: &[TaskId], from: TaskId) -> bool {
    ids.is_sorted_by(|one, other| one < other) && ids.first().is_none_or(|first| *first >= from)
}

/// All of them in their order, as far as each list goes.
fn united(told: impl Iterator<Item = Vec<TaskId>>) -> Vec<TaskId> {
    let (mut ids, mut end) = (BTreeSet::new(), None::<TaskId>);
    for list in told {
        let is_full = i64::try_from(list.len()).is_ok_and(|many| many >= TOGETHER);
        let last = list.last().filter(|_| is_full).copied();
        end = end.into_iter().chain(last).min();
        ids.extend(list);
    }
    ids.into_iter()
        .take_while(|id| end.is_none_or(|end| *id <= end))
        .collect()
}

struct Found<'a> {
    session: &'a Session,
    table: &'a Table<'a, 8>,
    rows: Rows<'a>,
    /// Whose members are which agencies', told by the tasks themselves; none where one of them cannot be read.
    walked: OnceCell<Option<HashMap<TaskId, Vec<AgencyId>>>>,
    /// Tasks that were read.
    tasks: u64,
    /// Numbers of tasks that cannot be read.
    lost: Vec<TaskId>,
}

impl Found<'_> {
    /// The rows of these numbers; those that are no items of a file, or none at all, have none.
    fn pieces(&mut self, asked: &Asked) -> Vec<Piece> {
        if let Ok(piece) = self.piece(&asked.ids, asked.are_told) {
            return vec![piece];
        }
        let each = asked.ids.iter();
        each.filter_map(|id| self.single(*id, asked.are_told))
            .collect()
    }

    fn single(&mut self, id: TaskId, is_told: bool) -> Option<Piece> {
        let piece = self.piece(&[id], is_told);
        if piece.is_err() {
            self.lost.push(id);
        }
        piece.ok()
    }

    fn piece(&mut self, ids: &[TaskId], are_told: bool) -> Result<Piece> {
        let tasks = tasks_of(self.session, ids, are_told)?;
        let mut piece = Piece::default();
        for task in tasks.iter().filter(|task| is_item(task)) {
            let members = match task.form {
                Form::Parent => self.members(task.id)?,
                Form::Task | Form::Series => Vec::new(),
            };
            let item = Item::of(task, members);
            self.table.put(&mut piece, &self.rows.row(&item));
        }
        self.tasks += tasks.len() as u64;
        Ok(piece)
    }

    /// The agencies of a group. Where the order that tells them is damaged, the tasks are gone through instead, once.
    fn members(&self, of: TaskId) -> Result<Vec<AgencyId>> {
        let members = match self.session.store.members(of) {
            Err(error) if error.is_of_harm() => {
                let walked = self.walked.get_or_init(|| walked(self.session).ok());
                let walked = walked.as_ref().ok_or(error)?;
                return Ok(walked.get(&of).cloned().unwrap_or_default());
            }
            members => members?,
        };
        Ok(members.iter().map(|member| member.agency).collect())
    }
}

/// The tasks of these numbers, and no others; all of them where they are told.
fn tasks_of(session: &Session, ids: &[TaskId], are_told: bool) -> Result<Vec<Task>> {
    let tasks = session.store.tasks(ids)?;
    let found: BTreeSet<TaskId> = tasks.iter().map(|task| task.id).collect();
    let are_theirs = ids.iter().filter(|id| found.contains(id)).count() == tasks.len();
    if are_theirs && (!are_told || found.len() == ids.len()) {
        return Ok(tasks);
    }
    Err(Error::Damaged(session.store.path().to_owned()))
}

/// Goes through all tasks: a group of which one member cannot be read is not written with the others only.
fn walked(session: &Session) -> Result<HashMap<TaskId, Vec<AgencyId>>> {
    let mut numbers = Numbers::of(session);
    let mut members: HashMap<TaskId, Vec<AgencyId>> = HashMap::new();
    while let Some(asked) = numbers.next(&session.store) {
        let there = tasks_of(session, &asked.ids, asked.are_told)?.into_iter();
        for task in there.filter(|task| !task.is_gone) {
            for of in task.parent.into_iter().chain(task.series) {
                members.entry(of).or_default().push(task.agency);
            }
        }
    }
    Ok(members)
}

/// Members of a group and occurrences of a series are written as their head; what was taken back is not.
fn is_item(task: &Task) -> bool {
    task.parent.is_none() && task.series.is_none() && !task.is_gone
}
