//! What can still be read of a damaged database, as a file: task by task, passing over what cannot.

use std::path::Path;

use super::named;
use super::row::{Names, Rows};
use crate::domain::error::{Error, Result};
use crate::domain::id::TaskId;
use crate::domain::task::{Form, Task};
use crate::exchange::write::annex::annex;
use crate::exchange::write::{Existing, Piece, Table, WriteForm};
use crate::store::Item;
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
    let names = Names::of(session);
    let table = annex(form, names.words(), "");
    let mut found = Found {
        session,
        table: &table,
        rows: Rows::new(&names),
        tasks: 0,
        lost: Vec::new(),
    };
    let all = usize::try_from(last).unwrap_or(0);
    let tray = session.setup.files.tray();
    let rows = table.write(path, Existing::Keep, tray, |put| {
        let mut next = 1;
        while next <= last {
            progress.step(usize::try_from(next).unwrap_or(0), all)?;
            let upto = last.min(next.saturating_add(TOGETHER - 1));
            for piece in found.pieces(next, upto) {
                put(piece)?;
            }
            next = upto.saturating_add(1);
        }
        Ok(())
    })?;
    let Found { tasks, lost, .. } = found;
    Ok(Salvaged { rows, tasks, lost })
}

struct Found<'a> {
    session: &'a Session,
    table: &'a Table<'a, 8>,
    rows: Rows<'a>,
    /// Tasks that were read.
    tasks: u64,
    /// Numbers of tasks that cannot be read.
    lost: Vec<TaskId>,
}

impl Found<'_> {
    /// The rows of these numbers; those that are no items of a file, or none at all, have none.
    fn pieces(&mut self, from: i64, upto: i64) -> Vec<Piece> {
        let ids: Vec<TaskId> = (from..=upto).map(TaskId).collect();
        if let Ok(piece) = self.piece(&ids) {
            return vec![piece];
        }
        ids.into_iter().filter_map(|id| self.single(id)).collect()
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
                Form::Parent => store.members(task.id)?,
                Form::Task | Form::Series => Vec::new(),
            };
            let members = members.iter().map(|member| member.agency).collect();
            let item = Item::of(task, members);
            self.table.put(&mut piece, &self.rows.row(&item));
        }
        self.tasks += tasks.len() as u64;
        Ok(piece)
    }
}

/// Members of a group and occurrences of a series are written as their head; what was taken back is not.
fn is_item(task: &Task) -> bool {
    task.parent.is_none() && task.series.is_none() && !task.is_gone
}
