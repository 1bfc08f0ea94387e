//! What can still be read of a damaged database, as a file: task by task, passing over what cannot.

use std::cell::OnceCell;
use std::collections::HashMap;
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
        while let Some(ids) = numbers.next(&session.store) {
            let first = ids.first().map_or(0, |id| id.0);
            progress.step(usize::try_from(first).unwrap_or(0), all)?;
            for piece in found.pieces(&ids) {
                put(piece)?;
            }
        }
        Ok(())
    })?;
    let Found { tasks, lost, .. } = found;
    Ok(Salvaged { rows, tasks, lost })
}

/// The numbers of tasks, as far as anything tells them: where the tasks themselves do not, the log does, and where neither
/// does each number is tried, as many as there may be in the file.
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
    fn next(&mut self, store: &Store) -> Option<Vec<TaskId>> {
        let from = TaskId(self.next?);
        let there = store.task_numbers(from, TOGETHER);
        let told = there.or_else(|_| store.logged_tasks(from, TOGETHER));
        let ids = told.unwrap_or_else(|_| {
            let first = from.0.max(1);
            let upto = first.saturating_add(TOGETHER.min(self.left) - 1);
            self.left -= TOGETHER.min(self.left);
            (first..=upto.min(self.last)).map(TaskId).collect()
        });
        self.next = ids.last().and_then(|last| last.0.checked_add(1));
        (!ids.is_empty()).then_some(ids)
    }
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
    fn pieces(&mut self, ids: &[TaskId]) -> Vec<Piece> {
        if let Ok(piece) = self.piece(ids) {
            return vec![piece];
        }
        ids.iter().filter_map(|id| self.single(*id)).collect()
    }

    fn single(&mut self, id: TaskId) -> Option<Piece> {
        let piece = self.piece(&[id]);
        if piece.is_err() {
            self.lost.push(id);
        }
        piece.ok()
    }

    fn piece(&mut self, ids: &[TaskId]) -> Result<Piece> {
        let store = &self.session.store;
        let tasks = store.tasks(ids)?;
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

/// Goes through all tasks: a group of which one member cannot be read is not written with the others only.
fn walked(session: &Session) -> Result<HashMap<TaskId, Vec<AgencyId>>> {
    let mut numbers = Numbers::of(session);
    let mut members: HashMap<TaskId, Vec<AgencyId>> = HashMap::new();
    while let Some(ids) = numbers.next(&session.store) {
        let there = session.store.tasks(&ids)?.into_iter();
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
