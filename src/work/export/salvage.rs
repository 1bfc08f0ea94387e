//! What can still be read of a damaged database, as a file: task by task, passing over what cannot.

use std::path::Path;

use super::named;
use super::row::Rows;
use crate::domain::error::{Error, Result};
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::exchange::write::{self, Existing, Row, WriteForm};
use crate::work::progress::Progress;
use crate::work::request::rescue::Salvaged;
use crate::work::session::Session;

/// Tasks read at once, as long as all of them can be.
const TOGETHER: i64 = 100;

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
    let last = session.store.last_task()?;
    let mut found = Found {
        session,
        rows: Rows::new(session),
        tasks: 0,
        lost: Vec::new(),
    };
    let all = usize::try_from(last).unwrap_or(0);
    let tray = session.setup.files.tray();
    let mut next = 1;
    let pages = std::iter::from_fn(|| {
        if next > last {
            return None;
        }
        let upto = last.min(next + TOGETHER - 1);
        let told = progress.step(usize::try_from(next).unwrap_or(0), all);
        let page = told.map(|()| found.page(next, upto));
        next = upto + 1;
        Some(page)
    });
    let rows = pages.flat_map(|page| match page {
        Ok(rows) => rows.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    });
    let rows = write::tasks(path, form, Existing::Keep, "", tray, rows)?;
    let Found { tasks, lost, .. } = found;
    Ok(Salvaged { rows, tasks, lost })
}

struct Found<'a> {
    session: &'a Session,
    rows: Rows<'a>,
    /// Tasks that were read.
    tasks: u64,
    /// Numbers of tasks that cannot be read.
    lost: Vec<TaskId>,
}

impl Found<'_> {
    /// The rows of these numbers; those that are no items of a file, or none at all, have none.
    fn page(&mut self, from: i64, upto: i64) -> Vec<Row> {
        let ids: Vec<TaskId> = (from..=upto).map(TaskId).collect();
        if let Ok(rows) = self.rows_of(&ids) {
            return rows;
        }
        ids.into_iter().flat_map(|id| self.single(id)).collect()
    }

    fn single(&mut self, id: TaskId) -> Vec<Row> {
        self.rows_of(&[id]).unwrap_or_else(|_| {
            self.lost.push(id);
            Vec::new()
        })
    }

    fn rows_of(&mut self, ids: &[TaskId]) -> Result<Vec<Row>> {
        let tasks = self.session.store.tasks(ids)?;
        let count = tasks.len() as u64;
        let rows = self.rows.of(&heads(tasks))?;
        self.tasks += count;
        Ok(rows)
    }
}

/// Members of a group and occurrences of a series are written as their head.
fn heads(mut tasks: Vec<Task>) -> Vec<Task> {
    tasks.retain(|task| task.parent.is_none() && task.series.is_none());
    tasks
}
