//! Tasks by their number, their code, their family.

use crate::domain::count::Family;
use crate::domain::error::Result;
use crate::domain::id::TaskId;
use crate::domain::task::Task;

use super::Store;

impl Store {
    /// The task of that number, listed or not.
    pub fn task(&self, id: TaskId) -> Result<Option<Task>> {
        let _ = id;
        todo!()
    }

    /// These tasks in this order; those that do not exist are left out.
    pub fn tasks(&self, ids: &[TaskId]) -> Result<Vec<Task>> {
        let _ = ids;
        todo!()
    }

    /// The task of a number (`1234`, `:1234`) or a code in whatever case.
    pub fn locate(&self, text: &str) -> Result<Option<TaskId>> {
        let _ = text;
        todo!()
    }

    /// The task that was entered under this key (DESIGN 7.4).
    pub fn find_same(&self, same_key: &str) -> Result<Option<TaskId>> {
        let _ = same_key;
        todo!()
    }

    /// The members of a fan-out or the occurrences of a series, in the order of their numbers,
    /// without those taken back.
    pub fn members(&self, of: TaskId) -> Result<Vec<Task>> {
        let _ = of;
        todo!()
    }

    /// A parent or series, and how many of its members are closed; none where it is neither.
    pub fn family(&self, of: TaskId) -> Result<Option<Family>> {
        let _ = of;
        todo!()
    }

    /// Every series that is not taken back: what occurrences are made of.
    pub fn series(&self) -> Result<Vec<Task>> {
        todo!()
    }

    /// Every dated task of a relative deadline: what an edit of the calendar may move.
    pub fn relative(&self) -> Result<Vec<TaskId>> {
        todo!()
    }
}
