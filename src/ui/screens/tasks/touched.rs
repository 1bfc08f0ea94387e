//! What others changed while one looks: told, shown in place, re-ordered only with F5.

use std::collections::BTreeSet;

use crate::domain::change::News;
use crate::domain::id::TaskId;
use crate::ui::screen::{Effect, Ui};
use crate::work::request::Request;

/// More tasks than this are not asked for one by one.
const MANY: usize = 100;

/// The tasks of this list that others changed since it was read.
#[derive(Debug, Default)]
pub(super) struct Touched {
    tasks: BTreeSet<TaskId>,
    /// More changed than can be told one by one.
    are_many: bool,
    /// The questions for changed tasks that are on their way.
    asked: Vec<Request>,
}

impl Touched {
    /// The list is read in order: nothing is new any more.
    pub(super) fn forget(&mut self) {
        self.tasks.clear();
        self.are_many = false;
    }

    /// What has to be asked after news, where these tasks are shown.
    pub(super) fn ask(&mut self, news: &News, shown: &[TaskId]) -> Option<Effect> {
        let ids = if news.is_much || news.tasks.len() > MANY {
            self.are_many = true;
            shown.to_vec()
        } else {
            news.tasks.clone()
        };
        if ids.is_empty() {
            return None;
        }
        let request = Request::Tasks { ids };
        self.asked.push(request.clone());
        Some(Effect::Fetch(request))
    }

    /// True where this was one of its questions; it is answered then.
    pub(super) fn take(&mut self, question: &Request) -> bool {
        let place = self.asked.iter().position(|asked| asked == question);
        place.map(|place| self.asked.remove(place)).is_some()
    }

    /// Takes note of tasks that belong to this list.
    pub(super) fn add(&mut self, tasks: impl Iterator<Item = TaskId>) {
        if !self.are_many {
            self.tasks.extend(tasks);
        }
    }

    /// "3 thay đổi – F5"; none where nothing changed.
    pub(super) fn text(&self, ui: &Ui) -> Option<String> {
        if self.are_many {
            return Some(ui.t.tasks.many_changes.to_owned());
        }
        let count = self.tasks.len();
        (count > 0).then(|| (ui.t.tasks.changes)(count))
    }
}
