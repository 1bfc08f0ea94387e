//! What a list shows: which tasks, in which order, from where on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::condition::ConditionKind;
use super::filter::nearest;
use super::fold::{clean, fold};
use super::id::{AgencyId, AreaId, BatchId, DocumentId, TaskId};
use super::status::{Rank, Status};
use super::task::Task;

/// Conditions that tasks have to meet, all of them; an empty list lets everything pass.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Led by one of these.
    pub agencies: Vec<AgencyId>,
    /// In one of these areas.
    pub areas: Vec<AreaId>,
    /// In one of these statuses.
    pub statuses: Vec<Status>,
    /// In one of these conditions.
    pub conditions: Vec<ConditionKind>,
    /// Given by one of these documents.
    pub documents: Vec<DocumentId>,
    /// Due on this day or later.
    pub due_from: Option<NaiveDate>,
    /// Due on this day or earlier.
    pub due_to: Option<NaiveDate>,
    /// Given on this day or later.
    pub assigned_from: Option<NaiveDate>,
    /// Given on this day or earlier.
    pub assigned_to: Option<NaiveDate>,
    /// Changed on this day or later.
    pub changed_from: Option<NaiveDate>,
    /// Texts that must all occur; each is a list of alternatives (synonyms), folded. An alternative is
    /// words in a row, whole ones; in the last text the last word may go on where it has two letters
    /// or more, since somebody may still be typing it.
    pub texts: Vec<Vec<String>>,
    /// The same texts as they were typed, for ranking and for the line that shows the filter.
    pub typed: Vec<String>,
    /// Urged so often or more.
    pub urged: Option<u32>,
    /// Extended so often or more.
    pub extended: Option<u32>,
    /// One of these was asked for something, and has not answered.
    pub asked: Vec<AgencyId>,
    /// The next stage is due on this day or later.
    pub stage_from: Option<NaiveDate>,
    /// The next stage is due on this day or earlier.
    pub stage_to: Option<NaiveDate>,
    /// Led by one of these now or at some time before.
    pub held: Vec<AgencyId>,
    /// One of these, codes or groups, is among the supporting agencies.
    pub supporting: Vec<String>,
    /// Marks that must all be there.
    pub marks: Vec<Mark>,
    /// Members of this parent.
    pub parent: Option<TaskId>,
    /// Occurrences of this series.
    pub series: Option<TaskId>,
    /// Entered or changed by one of these imports.
    pub batches: Vec<BatchId>,
}

/// Something that waits for somebody, beside status and condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// To be reviewed after an import.
    Review,
    /// An extension is asked for.
    ExtensionAsked,
    /// Returned as wrongly assigned.
    Disputed,
    /// Its submission was returned, and the lead is at it again.
    Returned,
    /// Open, and its lead ended before today or is not known: nobody works on it. `work` turns it into
    /// agencies and statuses, which indexes serve.
    Orphan,
    /// Overdue since the last working day. `work` turns it into due dates, which indexes serve.
    NewlyOverdue,
    /// With its lead: not disputed, to be done.
    Held,
    /// A supporting agency was asked and has not answered.
    SupportAsked,
    /// A document is to be issued, or was.
    ToIssue,
    /// The document was issued after the due date.
    IssuedLate,
    /// An explanation was asked for and is not given.
    ToExplain,
    /// Nobody was asked to explain so far, nor criticised.
    NotAskedToExplain,
    /// Its head was criticised, or responsibility was proposed.
    Criticised,
    /// Responsibility was proposed, and it is open.
    Proposed,
    /// An explanation was given, and nothing was decided since: not criticised, not excused, open.
    Explained,
    /// Owes a document that is not issued, and is open.
    Owing,
    /// Done, and submitted by the first due date.
    OnFirst,
    /// Its clock runs, and it is late by the first due date: late now, or in time by an extension only.
    LateFirst,
    /// Open with a due date, and not late now; what awaits confirmation is among them.
    OpenInTime,
    /// Its delay is excused.
    Excused,
    /// Not submitted by oneself and not led by one's own agency: what one may confirm.
    MayConfirm,
}

/// The order of a list. Each walks an index.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Overdue first, then by due date: `(rank, effective_due, id)`.
    #[default]
    Urgency,
    /// The newest number first.
    Newest,
    /// By document and item, as the annex has it: `(document, id)`.
    Document,
}

/// Which tasks, in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Query {
    /// What they have to meet.
    pub filter: Filter,
    /// How they follow one another.
    pub order: Order,
}

/// The place of a task in every order; a page begins after or before one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// First key of [`Order::Urgency`].
    pub rank: Rank,
    /// Second key of [`Order::Urgency`]; none comes last.
    pub due: Option<NaiveDate>,
    /// First key of [`Order::Document`]; none comes first.
    pub document: Option<DocumentId>,
    /// The last key of every order.
    pub id: TaskId,
}

/// Where a page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At the first task.
    First,
    /// Right after this place.
    After(Position),
    /// So that its last row stands right before this place.
    Before(Position),
    /// So that its last row is the last task.
    Last,
}

impl Position {
    /// The place of a listed task; `None` for what no list shows.
    #[must_use]
    pub fn of(task: &Task) -> Option<Self> {
        Some(Self {
            rank: task.rank()?,
            due: task.effective_due,
            document: task.document,
            id: task.id,
        })
    }
}

impl Anchor {
    /// True where the page is read from its end.
    #[must_use]
    pub const fn is_backward(self) -> bool {
        matches!(self, Self::Before(_) | Self::Last)
    }
}

impl Filter {
    /// True where every task passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A page of tasks, in the order of its query whatever its anchor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The tasks.
    pub tasks: Vec<Task>,
    /// True where the list goes on beyond the page in the direction of reading.
    pub has_more: bool,
    /// Where a search ran out of its time: it goes on from here when asked again.
    pub searched_to: Option<Position>,
}

/// A number of tasks, perhaps only a lower bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// So many were counted.
    pub count: i64,
    /// Counting was stopped for time: there may be more.
    pub is_partial: bool,
}

/// A query that was kept under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its name.
    pub name: String,
    /// The words of its filter, as typed.
    pub words: String,
    /// What it shows.
    pub query: Query,
}

impl View {
    /// The view of this name, else the one that is called so in another spelling.
    ///
    /// # Errors
    /// Where there is none: the nearest name, if one is near.
    pub fn named<'a>(views: &'a [Self], name: &str) -> Result<&'a Self, Option<&'a str>> {
        // They are kept clean, whatever was given as their names.
        let name = &clean(name);
        let exact = views.iter().find(|view| view.name == *name);
        let spelt = || views.iter().find(|view| fold(&view.name) == fold(name));
        let names = || views.iter().map(|view| view.name.as_str());
        exact.or_else(spelt).ok_or_else(|| nearest(name, names()))
    }
}
