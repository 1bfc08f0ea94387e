//! The rows of the list: a stretch of tasks, the page of it that is shown, and the cursor on a task.
//!
//! Only what is shown is asked for. Pages turn, lines do not scroll. An answer counts only while its
//! question is the one that is wanted; whoever moved on in the meantime is not disturbed by it.

use crate::domain::condition::ConditionKind;
use crate::domain::id::TaskId;
use crate::domain::query::{Anchor, Order, Position, Query};
use crate::domain::task::Task;
use crate::ui::screen::Effect;
use crate::work::request::Request;

/// Rows asked for before the first frame has said how many there are.
const FIRST_HEIGHT: usize = 50;

/// Where the cursor goes when a page arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Landing {
    /// On its first row.
    Top,
    /// On its last row.
    Bottom,
    /// On this task, or on the same line where it is gone.
    Stay(TaskId),
}

/// A stretch of the tasks that a query finds.
#[derive(Debug)]
pub(super) struct List {
    pub(super) query: Query,
    /// The query that found the rows.
    pub(super) read: Option<Query>,
    pub(super) rows: Vec<Task>,
    /// The first row of the page that is shown.
    pub(super) top: usize,
    /// The row of the cursor.
    pub(super) at: usize,
    pub(super) height: usize,
    pub(super) goes_before: bool,
    pub(super) goes_after: bool,
    /// The page that is wanted and not there yet.
    pub(super) wanted: Option<(Request, Landing)>,
    /// A page on its way for which keys do not wait: only one at a time, the next when it has arrived.
    pub(super) followed: Option<Request>,
    /// More rows for this stretch, on their way: an interrupted search, a window that grew.
    pub(super) continued: Option<Request>,
    /// The question for the next overdue task.
    pub(super) leap: Option<Request>,
}

impl List {
    pub(super) fn new(query: Query) -> Self {
        Self {
            query,
            read: None,
            rows: Vec::new(),
            top: 0,
            at: 0,
            height: FIRST_HEIGHT,
            goes_before: false,
            goes_after: false,
            wanted: None,
            followed: None,
            continued: None,
            leap: None,
        }
    }

    /// The query whose tasks are shown or on their way.
    pub(super) fn query(&self) -> &Query {
        &self.query
    }

    /// The task under the cursor.
    pub(super) fn current(&self) -> Option<&Task> {
        self.rows.get(self.at)
    }

    /// The tasks of the page that is shown.
    pub(super) fn page(&self) -> &[Task] {
        let end = (self.top + self.height).min(self.rows.len());
        self.rows.get(self.top..end).unwrap_or_default()
    }

    /// The line of the page on which the cursor stands.
    pub(super) fn line(&self) -> usize {
        self.at - self.top
    }

    /// True while the rows belong to an older question.
    pub(super) fn is_stale(&self) -> bool {
        self.wanted.is_some()
    }

    /// True while a search goes on behind the rows that are shown.
    pub(super) fn is_searching(&self) -> bool {
        self.continued.is_some() || self.wanted.is_some()
    }

    /// True where the rows, or that there are none, answer what is asked by now.
    pub(super) fn is_read(&self) -> bool {
        !self.is_searching() && self.read.as_ref() == Some(&self.query)
    }

    /// Takes note of how many rows there is room for; the cursor stays on the page.
    pub(super) fn fit(&mut self, height: usize) {
        self.height = height.max(1);
        if self.at < self.top || self.at >= self.top + self.height {
            self.top = self.at - self.at % self.height;
        }
    }

    /// Shows another query from its first task; keys wait.
    pub(super) fn begin(&mut self, query: Query) -> Effect {
        self.query = query;
        self.ask(Anchor::First, Landing::Top)
    }

    /// Shows another query while keys go on: the pages of queries that were left again are not asked for.
    pub(super) fn follow(&mut self, query: Query) -> Vec<Effect> {
        self.query = query;
        let request = self.request(Anchor::First, self.height);
        self.want(request.clone(), Landing::Top);
        if self.followed.is_some() {
            return Vec::new();
        }
        self.followed = Some(request.clone());
        vec![Effect::Fetch(request)]
    }

    /// Lets keys wait for what was followed, if it is not there yet.
    pub(super) fn settle(&self) -> Vec<Effect> {
        let wanted = self.wanted.iter();
        wanted
            .map(|(request, _)| Effect::Ask(request.clone()))
            .collect()
    }

    /// Reads the same rows again, in order; the cursor stays on its task.
    pub(super) fn reread(&mut self) -> Effect {
        let landing = self
            .current()
            .map_or(Landing::Top, |task| Landing::Stay(task.id));
        // The page begins again right where it began; a place, not a task, so that it holds even if that task left.
        let first = self.rows.get(self.top).and_then(Position::of);
        let anchor = match first {
            Some(place) if self.goes_before || self.top > 0 => {
                Anchor::After(just_before(self.query.order, place))
            }
            _ => Anchor::First,
        };
        self.ask(anchor, landing)
    }

    /// One row down; beyond the page the next one turns up.
    pub(super) fn down(&mut self) -> Vec<Effect> {
        if self.line() + 1 < self.page().len() {
            self.at += 1;
            return Vec::new();
        }
        self.turn_forward()
    }

    /// One row up; before the page the one before turns up.
    pub(super) fn up(&mut self) -> Vec<Effect> {
        if self.at > self.top {
            self.at -= 1;
            return Vec::new();
        }
        self.turn_back(true)
    }

    /// The next page; on the last one the cursor goes to the last row.
    pub(super) fn page_down(&mut self) -> Vec<Effect> {
        let last = self.top + self.page().len().saturating_sub(1);
        if !self.goes_after && last + 1 >= self.rows.len() {
            self.at = last;
            return Vec::new();
        }
        self.turn_forward()
    }

    /// The page before; on the first one the cursor goes to the first row.
    pub(super) fn page_up(&mut self) -> Vec<Effect> {
        if self.top == 0 && !self.goes_before {
            self.at = 0;
            return Vec::new();
        }
        self.turn_back(false)
    }

    /// The first task of all.
    pub(super) fn first(&mut self) -> Vec<Effect> {
        if !self.goes_before {
            (self.top, self.at) = (0, 0);
            return Vec::new();
        }
        vec![self.ask(Anchor::First, Landing::Top)]
    }

    /// The last task of all.
    pub(super) fn last(&mut self) -> Vec<Effect> {
        if !self.goes_after && self.top + self.height >= self.rows.len() {
            self.at = self.rows.len().saturating_sub(1);
            return Vec::new();
        }
        vec![self.ask(Anchor::Last, Landing::Bottom)]
    }

    /// To the next or previous task that is overdue, which may have to be asked for; none where there is none.
    pub(super) fn leap(
        &mut self,
        forward: bool,
        is_overdue: impl Fn(&Task) -> bool,
    ) -> Option<Vec<Effect>> {
        let found = if forward {
            let mut after = self.rows.iter().enumerate().skip(self.at + 1);
            after.find(|(_, task)| is_overdue(task))
        } else {
            let mut before = self.rows.iter().enumerate().take(self.at).rev();
            before.find(|(_, task)| is_overdue(task))
        };
        if let Some((place, _)) = found {
            self.at = place;
            self.fit(self.height);
            return Some(Vec::new());
        }
        let goes_on = if forward {
            self.goes_after
        } else {
            self.goes_before
        };
        let edge = if forward {
            self.rows.last()
        } else {
            self.rows.first()
        };
        let edge = edge.and_then(Position::of).filter(|_| goes_on)?;
        let mut query = self.query.clone();
        query.filter.conditions = vec![ConditionKind::Overdue];
        let request = Request::Page {
            query,
            anchor: if forward {
                Anchor::After(edge)
            } else {
                Anchor::Before(edge)
            },
            limit: 1,
        };
        self.leap = Some(request.clone());
        Some(vec![Effect::Ask(request)])
    }

    /// Puts tasks as they are now where they stand; none moves. Returns how many stood here.
    pub(super) fn renew(&mut self, tasks: &[Task]) -> usize {
        let mut renewed = 0;
        for task in tasks {
            if let Some(row) = self.rows.iter_mut().find(|row| row.id == task.id) {
                if row.version <= task.version {
                    row.clone_from(task);
                }
                renewed += 1;
            }
        }
        renewed
    }

    /// Asks for the rows that a list which grew has room for.
    pub(super) fn fill(&mut self) -> Vec<Effect> {
        let missing = self.height.saturating_sub(self.rows.len() - self.top);
        if !self.goes_after || missing == 0 || self.is_searching() {
            return Vec::new();
        }
        let last = self.rows.last().and_then(Position::of);
        last.map_or_else(Vec::new, |place| self.go_on(Anchor::After(place), missing))
    }

    pub(super) fn go_on(&mut self, anchor: Anchor, limit: usize) -> Vec<Effect> {
        let request = self.request(anchor, limit);
        self.continued = Some(request.clone());
        vec![Effect::Fetch(request)]
    }

    fn turn_forward(&mut self) -> Vec<Effect> {
        let end = self.top + self.page().len();
        let ahead = self.rows.len() - end;
        if ahead >= self.height || (ahead > 0 && !self.goes_after) {
            (self.top, self.at) = (end, end);
            return Vec::new();
        }
        let place = self.page().last().and_then(Position::of);
        match place {
            Some(place) if self.goes_after || ahead > 0 => {
                vec![self.ask(Anchor::After(place), Landing::Top)]
            }
            _ => Vec::new(),
        }
    }

    fn turn_back(&mut self, to_its_end: bool) -> Vec<Effect> {
        if self.top >= self.height || (self.top > 0 && !self.goes_before) {
            let end = self.top;
            self.top = end.saturating_sub(self.height);
            self.at = if to_its_end { end - 1 } else { self.top };
            return Vec::new();
        }
        let place = self.rows.get(self.top).and_then(Position::of);
        let landing = if to_its_end {
            Landing::Bottom
        } else {
            Landing::Top
        };
        match place {
            Some(place) if self.goes_before || self.top > 0 => {
                vec![self.ask(Anchor::Before(place), landing)]
            }
            _ => Vec::new(),
        }
    }

    fn request(&self, anchor: Anchor, limit: usize) -> Request {
        Request::Page {
            query: self.query.clone(),
            anchor,
            limit,
        }
    }

    fn want(&mut self, request: Request, landing: Landing) {
        self.wanted = Some((request, landing));
        self.continued = None;
        self.leap = None;
    }

    pub(super) fn ask(&mut self, anchor: Anchor, landing: Landing) -> Effect {
        let request = self.request(anchor, self.height);
        self.want(request.clone(), landing);
        Effect::Ask(request)
    }
}

/// A place right before a task's, so that a page after it begins with the task. Ids are the last key of
/// every order and are whole, so nothing lies between.
pub(super) fn just_before(order: Order, place: Position) -> Position {
    let step = match order {
        Order::Urgency | Order::Document => -1,
        Order::Newest => 1,
    };
    Position {
        id: TaskId(place.id.0 + step),
        ..place
    }
}
