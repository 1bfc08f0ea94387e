//! A drawer full of tasks: answers requests by looking at every task, in the plainest way.
//!
//! What a screen shows must not depend on how a store finds it; the store is compared with naive
//! evaluations elsewhere.

use cchc::domain::agenda::{DueDay, month_of};
use cchc::domain::change::News;
use cchc::domain::concern::Concern;
use cchc::domain::condition::ConditionKind;
use cchc::domain::count::{AgencyCounts, Counts, Home};
use cchc::domain::error::Error;
use cchc::domain::fold::fold;
use cchc::domain::id::{AgencyId, DocumentId, OperationId, TaskId};
use cchc::domain::query::{Anchor, Filter, Mark, Order, Page, Position, Query, Tally, View};
use cchc::domain::status::{Rank, Status};
use cchc::domain::task::Task;
use cchc::domain::transition::{Refusal, perform};
use cchc::work::request::{Answer, Facts, Group, Left, Request, Saved, Sheet, Wish};
use chrono::{DateTime, NaiveDate};

/// The tasks, and what else an office has to know.
pub struct Drawer {
    /// The tasks; tests change them as other people would.
    pub tasks: Vec<Task>,
    /// What everybody knows.
    pub facts: Facts,
    /// The saved views.
    pub views: Vec<View>,
    /// A search gives up after so many tasks and says how far it came.
    pub patience: Option<usize>,
    /// Every request fails, as with a full disk.
    pub is_broken: bool,
    undone: Vec<Vec<Task>>,
    done: Vec<Vec<Task>>,
}

/// The place of a task in an order; comparing these compares tasks.
type Key = (i64, Option<DocumentId>, Option<NaiveDate>, i64);

impl Drawer {
    /// A drawer with these tasks.
    pub fn new(facts: Facts, tasks: Vec<Task>) -> Self {
        Self {
            tasks,
            facts,
            views: Vec::new(),
            patience: None,
            is_broken: false,
            undone: Vec::new(),
            done: Vec::new(),
        }
    }

    /// The task of that number.
    pub fn task(&mut self, id: i64) -> &mut Task {
        let found = self.tasks.iter_mut().find(|task| task.id == TaskId(id));
        found.expect("tests ask for tasks that are there")
    }

    /// These states were before the last group, as if it had been made at this desk: F9 puts them back.
    pub fn remember(&mut self, states: Vec<Task>) {
        self.done.push(states);
    }

    /// Answers a request.
    pub fn answer(&mut self, request: &Request) -> Result<Answer, Error> {
        if self.is_broken {
            return Err(Error::DiskFull);
        }
        Ok(match request {
            Request::Page {
                query,
                anchor,
                limit,
            } => Answer::Page(self.page(query, *anchor, *limit)),
            Request::Count { query } => Answer::Count(Tally {
                count: self.listed(query).len() as i64,
                is_partial: false,
            }),
            Request::Agencies => Answer::Agencies(self.agencies()),
            Request::DueDays { agency, month } => Answer::DueDays(self.due_days(*agency, *month)),
            Request::Tasks { ids } => Answer::Tasks(
                ids.iter()
                    .filter_map(|id| self.tasks.iter().find(|task| task.id == *id))
                    .cloned()
                    .collect(),
            ),
            Request::Sheet { id } => self.sheet(*id)?,
            Request::Locate { text } => self.locate(text)?,
            Request::Perform { wishes, .. } => Answer::Saved(self.save(wishes)),
            Request::NextUndo => Answer::Group(self.done.last().map(|it| group_of(it))),
            Request::NextRedo => Answer::Group(self.undone.last().map(|it| group_of(it))),
            Request::Undo { .. } => {
                let last = self.done.pop().ok_or(Error::NothingToUndo)?;
                let now = self.put_back(last);
                self.undone.push(now);
                Answer::Saved(self.saved_again())
            }
            Request::Redo { .. } => {
                let last = self.undone.pop().ok_or(Error::NothingToUndo)?;
                let now = self.put_back(last);
                self.done.push(now);
                Answer::Saved(self.saved_again())
            }
            Request::Views => Answer::Views(self.views.clone()),
            Request::SaveView { name, words, query } => {
                self.views.retain(|view| view.name != *name);
                self.views.push(View {
                    name: name.clone(),
                    words: words.clone(),
                    query: query.clone(),
                });
                Answer::Views(self.views.clone())
            }
            Request::DropView { name } => {
                self.views.retain(|view| view.name != *name);
                Answer::Views(self.views.clone())
            }
            Request::Home => Answer::Home(Box::new(self.home())),
            Request::Facts => Answer::Facts(std::sync::Arc::new(self.facts.clone())),
            Request::News => Answer::News(News::default()),
            Request::Log { .. } => Answer::Log(Vec::new()),
            Request::Create { .. }
            | Request::Edit { .. }
            | Request::Stage { .. }
            | Request::StagedRows { .. }
            | Request::Settle { .. }
            | Request::Unsettle { .. }
            | Request::DropStage { .. }
            | Request::ImportStage { .. }
            | Request::Batches { .. }
            | Request::FinishBatch { .. }
            | Request::UndoBatch { .. }
            | Request::Folder { .. }
            | Request::Export { .. }
            | Request::Rescue(_)
            | Request::Report { .. }
            | Request::WriteReport(_)
            | Request::WriteRegister(_)
            | Request::Letters(_)
            | Request::AsOf { .. }
            | Request::Measures(_)
            | Request::Windows(_)
            | Request::Settings(_)
            | Request::Users(_)
            | Request::Present(_)
            | Request::AgencySheet { .. }
            | Request::Documents(_)
            | Request::Reorganise { .. }
            | Request::HandOver { .. }
            | Request::SaveDays { .. }
            | Request::AsRead { .. }
            | Request::Afresh => return Err(Error::NotPermitted),
        })
    }

    /// Every day of the month, looked at one by one.
    fn due_days(&self, agency: Option<AgencyId>, month: NaiveDate) -> Vec<DueDay> {
        let (first, last) = month_of(month);
        let days = first.iter_days().take_while(|day| *day <= last);
        let of_day = |day: NaiveDate| {
            let mut due = DueDay::empty(day);
            let tasks = self.tasks.iter();
            tasks
                .filter(|task| task.effective_due == Some(day))
                .filter(|task| agency.is_none_or(|agency| task.agency == agency))
                .filter_map(Task::rank)
                .for_each(|rank| due.add(rank, 1));
            due
        };
        days.map(of_day).filter(|due| due.total() > 0).collect()
    }

    fn page(&self, query: &Query, anchor: Anchor, limit: usize) -> Page {
        let mut tasks = self.listed(query);
        if anchor.is_backward() {
            tasks.reverse();
        }
        let place = |at: Position| key(query.order, at);
        let is_beyond = |task: &&Task| match (anchor, Position::of(task)) {
            (Anchor::After(at), Some(here)) => place(here) > place(at),
            (Anchor::Before(at), Some(here)) => place(here) < place(at),
            _ => true,
        };
        let mut found: Vec<&Task> = tasks.into_iter().filter(is_beyond).collect();
        let all = found.len();
        let reach = self.patience.unwrap_or(usize::MAX).min(limit);
        found.truncate(reach);
        let is_interrupted = reach < limit && all > reach;
        let searched_to = found.last().filter(|_| is_interrupted);
        let searched_to = searched_to.and_then(|task| Position::of(task));
        let mut tasks: Vec<Task> = found.into_iter().cloned().collect();
        if anchor.is_backward() {
            tasks.reverse();
        }
        Page {
            has_more: all > tasks.len(),
            tasks,
            searched_to,
        }
    }

    fn listed(&self, query: &Query) -> Vec<&Task> {
        let mut tasks: Vec<&Task> = self
            .tasks
            .iter()
            .filter(|task| task.rank().is_some() && self.passes(&query.filter, task))
            .collect();
        tasks.sort_by_key(|task| Position::of(task).map(|at| key(query.order, at)));
        tasks
    }

    fn passes(&self, filter: &Filter, task: &Task) -> bool {
        fn among<T: PartialEq>(wanted: &[T], one: &T) -> bool {
            wanted.is_empty() || wanted.contains(one)
        }
        let kind = condition(&self.facts, task);
        let text = format!(" {} ", fold(&format!("{} {}", task.title, task.product)));
        let last = filter.texts.len().saturating_sub(1);
        let has = |place: usize, words: &String| match place == last {
            true => text.contains(&format!(" {words}")),
            false => text.contains(&format!(" {words} ")),
        };
        among(&filter.agencies, &task.agency)
            && among(&filter.areas, &task.area)
            && among(&filter.statuses, &task.status)
            && among(&filter.conditions, &kind)
            && (filter.documents.is_empty()
                || task
                    .document
                    .is_some_and(|id| filter.documents.contains(&id)))
            && filter.due_from.is_none_or(|day| task.due >= Some(day))
            && filter
                .due_to
                .is_none_or(|day| task.due.is_some_and(|due| due <= day))
            && filter.parent.is_none_or(|id| task.parent == Some(id))
            && filter.series.is_none_or(|id| task.series == Some(id))
            && filter.marks.iter().all(|mark| match mark {
                Mark::Review => task.needs_review(),
                Mark::ExtensionAsked => task.extension_asked.is_some(),
                Mark::Disputed => task.is_disputed,
                Mark::Held => {
                    !task.is_disputed
                        && matches!(task.status, Status::NotStarted | Status::InProgress)
                }
                Mark::SupportAsked => task.requests.iter().any(|it| it.is_open()),
                Mark::ToIssue => task.owes_document,
                Mark::IssuedLate => {
                    task.owes_document
                        && task
                            .issued_on
                            .is_some_and(|on| task.effective_due.is_some_and(|due| on > due))
                        && !matches!(task.status, Status::Draft | Status::Dropped)
                }
                Mark::ToExplain => task.explanation_asked.is_some(),
                Mark::NotAskedToExplain => {
                    task.explanations + task.criticisms + task.proposals == 0
                }
                Mark::Criticised => task.criticisms + task.proposals > 0,
                Mark::Proposed => task.proposals > 0 && !task.status.is_closed(),
                Mark::Explained => {
                    task.explained > 0
                        && task.explanation_asked.is_none()
                        && task.criticisms + task.proposals == 0
                        && !task.is_excused
                        && !task.status.is_closed()
                }
                Mark::OnFirst => task.status == Status::Done,
                Mark::LateFirst => condition(&self.facts, task) == ConditionKind::Overdue,
                Mark::OpenInTime => {
                    task.status.is_open() && condition(&self.facts, task) != ConditionKind::Overdue
                }
                Mark::Owing => task.owes_document && task.issued_on.is_none(),
                Mark::NewlyOverdue => {
                    let (from, to) = self.facts.day().newly_overdue();
                    condition(&self.facts, task) == ConditionKind::Overdue
                        && task
                            .effective_due
                            .is_some_and(|due| due >= from && due <= to)
                }
                Mark::Excused => task.is_excused,
                Mark::Orphan => !task.status.is_closed(),
                Mark::Returned => task.returns > 0 && task.status == Status::InProgress,
                Mark::MayConfirm => {
                    task.status == Status::Awaiting
                        && task.submitted_by != self.facts.user.login
                        && !self.facts.user.leads(task.agency)
                }
            })
            && (filter.texts.iter().enumerate())
                .all(|(place, any)| any.iter().any(|words| has(place, words)))
    }

    fn counts(&self, agency: AgencyId) -> AgencyCounts {
        let mut counts = Counts::default();
        let mut oldest = None;
        let led = |task: &&Task| task.agency == agency && task.rank().is_some();
        for task in self.tasks.iter().filter(led) {
            let kind = condition(&self.facts, task);
            let is_dated = task.effective_due.is_some();
            counts.late += i64::from(kind == ConditionKind::Overdue);
            counts.due_soon += i64::from(kind == ConditionKind::DueSoon);
            counts.open += i64::from(task.status.is_open() && is_dated);
            counts.no_due += i64::from(task.status.is_open() && !is_dated);
            counts.awaiting += i64::from(task.status == Status::Awaiting && is_dated);
            counts.drafts += i64::from(task.status == Status::Draft);
            counts.suspended += i64::from(task.status == Status::Suspended);
            counts.dropped += i64::from(task.status == Status::Dropped);
            counts.done_on_time += i64::from(kind == ConditionKind::DoneOnTime);
            counts.done_late += i64::from(kind == ConditionKind::DoneLate);
            if kind == ConditionKind::Overdue {
                oldest = oldest.min(task.effective_due).or(task.effective_due);
            }
        }
        AgencyCounts {
            agency,
            counts,
            oldest_overdue: oldest,
        }
    }

    fn agencies(&self) -> Vec<AgencyCounts> {
        let ids = self.facts.agencies.iter().map(|agency| agency.id);
        ids.chain([AgencyId::UNRESOLVED])
            .map(|id| self.counts(id))
            .filter(|row| row.counts != Counts::default())
            .collect()
    }

    fn home(&self) -> Home {
        let mut worst = self.agencies();
        worst.sort_by_key(|row| std::cmp::Reverse(row.counts.late));
        let mut total = Counts::default();
        for row in &worst {
            total += row.counts;
        }
        worst.truncate(20);
        Home {
            counts: [
                (Concern::Overdue, total.late),
                (Concern::DueSoon, total.due_soon),
                (Concern::ToConfirm, total.awaiting),
            ]
            .into(),
            worst,
            total,
            ..Home::default()
        }
    }

    fn sheet(&self, id: TaskId) -> Result<Answer, Error> {
        let task = self.tasks.iter().find(|task| task.id == id);
        let task = task.ok_or_else(|| Error::NoTask(id.0.to_string()))?;
        let documents = &self.facts.documents;
        Ok(Answer::Sheet(Box::new(Sheet {
            task: task.clone(),
            document: documents
                .iter()
                .find(|document| Some(document.id) == task.document)
                .cloned(),
            family: None,
            series: None,
            log: Vec::new(),
            followed: Vec::new(),
        })))
    }

    fn locate(&self, text: &str) -> Result<Answer, Error> {
        let wanted = text.trim_start_matches([':', '#']);
        let found = self
            .tasks
            .iter()
            .find(|task| task.id.0.to_string() == wanted || task.code == wanted);
        let task = found.ok_or_else(|| Error::NoTask(text.to_owned()))?;
        Ok(Answer::Located(task.id))
    }

    fn save(&mut self, wishes: &[Wish]) -> Saved {
        let mut saved = Saved::default();
        let mut before = Vec::new();
        for wish in wishes {
            let place = self.tasks.iter().position(|task| task.id == wish.id);
            let Some(task) = place.and_then(|place| self.tasks.get_mut(place)) else {
                continue;
            };
            let outcome = if task.version == wish.seen {
                let facts = &self.facts;
                perform(task, wish.deed, &wish.given, &facts.user, &facts.day())
            } else {
                Err(Refusal::Changed {
                    by: "cv.khac".to_owned(),
                    at: "10:42 15/06".to_owned(),
                    what: wish.deed.code().to_owned(),
                })
            };
            match outcome {
                Ok(mut next) => {
                    next.version += 1;
                    before.push(std::mem::replace(task, next.clone()));
                    saved.done.push(next);
                }
                Err(why) => saved.left.push(Left {
                    id: wish.id,
                    why,
                    now: Some(Box::new(task.clone())),
                }),
            }
        }
        if !before.is_empty() {
            self.done.push(before);
            saved.operation = Some(OperationId(self.done.len() as i64));
        }
        saved
    }

    /// Puts tasks back to these states; returns the states that they had.
    fn put_back(&mut self, states: Vec<Task>) -> Vec<Task> {
        let mut replaced = Vec::new();
        for state in states {
            let task = self.task(state.id.0);
            let version = task.version + 1;
            replaced.push(std::mem::replace(task, Task { version, ..state }));
        }
        replaced
    }

    fn saved_again(&self) -> Saved {
        let last = self.done.iter().chain(&self.undone).flatten();
        let ids: Vec<TaskId> = last.map(|task| task.id).collect();
        let touched = self.tasks.iter().filter(|task| ids.contains(&task.id));
        Saved {
            done: touched.cloned().collect(),
            ..Saved::default()
        }
    }
}

/// The condition by which lists filter: late now, or soon, is only what the clock runs for (DESIGN 7.1).
/// Every group was saved at this desk.
fn group_of(states: &[Task]) -> Group {
    Group {
        operation: OperationId(1),
        at: DateTime::UNIX_EPOCH,
        is_own: true,
        deeds: Vec::new(),
        tasks: states.iter().map(|task| task.id).collect(),
        code: None,
        things: Vec::new(),
        batch: None,
    }
}

fn condition(facts: &Facts, task: &Task) -> ConditionKind {
    let kind = facts.day().judge(task).kind();
    match (kind, task.rank()) {
        (ConditionKind::Overdue, Some(Rank::Paused)) => ConditionKind::InTime,
        _ => kind,
    }
}

fn key(order: Order, at: Position) -> Key {
    match order {
        Order::Urgency => (
            at.rank.number(),
            None,
            at.due.or(Some(NaiveDate::MAX)),
            at.id.0,
        ),
        Order::Newest => (-at.id.0, None, None, 0),
        Order::Document => (0, at.document, None, at.id.0),
    }
}
