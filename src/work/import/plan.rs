//! What an import does to the tasks that are stored: which are new, changed, as they were, or come back
//! after they were taken back (DESIGN 7.4). Reads the database and writes nothing.

use chrono::NaiveDate;

use super::compare;
use super::family::{self, Making, Planned};
use super::known::{self, Head};
use super::understand::Understood;
use crate::domain::agency::Agency;
use crate::domain::document;
use crate::domain::error::Result;
use crate::domain::fold::fold;
use crate::domain::id::TaskId;
use crate::domain::task::{Form, Task};
use crate::store::Store;

/// What becomes of one planned task.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Fate {
    /// It is entered.
    New,
    /// It is as stored, or was corrected by hand since.
    Same(TaskId),
    /// Its texts are those of the file now, or it comes back.
    Change(Box<(Task, Task)>),
}

/// A planned task, the key by which it is known again, and what becomes of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    /// The task; its code is what follows the code of its head.
    pub planned: Planned,
    /// The key; an occurrence has none of its own: its series and label make it.
    pub key: Option<String>,
    /// What becomes of it.
    pub fate: Fate,
}

/// What the tasks of a row make, by what they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Weight {
    /// Agency-tasks that are entered, or come back.
    pub new: u64,
    /// Agency-tasks whose texts change.
    pub changed: u64,
    /// Agency-tasks that stay.
    pub unchanged: u64,
    /// Parents that are entered, or come back.
    pub parents: u64,
    /// Occurrences that are entered, or come back.
    pub occurrences: u64,
    /// Rows of the database that are written, of all sorts.
    pub written: u64,
}

impl Weight {
    /// Agency-tasks that are written.
    pub(crate) fn agency_tasks(&self) -> u64 {
        self.new + self.changed
    }

    /// Of the tasks of a row.
    pub(crate) fn of(members: &[Member]) -> Self {
        let mut weight = Self::default();
        for member in members {
            let is_occurrence = member.planned.series.is_some();
            let is_parent = member.planned.task.form == Form::Parent;
            let (comes, changes) = match &member.fate {
                Fate::New => (true, false),
                Fate::Same(_) => (false, false),
                Fate::Change(tasks) => (tasks.0.is_gone, !tasks.0.is_gone),
            };
            weight.written += u64::from(comes || changes);
            match (is_parent, is_occurrence) {
                (true, _) => weight.parents += u64::from(comes),
                (false, true) => weight.occurrences += u64::from(comes),
                (false, false) => {
                    weight.new += u64::from(comes);
                    weight.changed += u64::from(changes);
                    weight.unchanged += u64::from(!comes && !changes);
                }
            }
        }
        weight
    }
}

impl std::ops::AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        self.new += other.new;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.parents += other.parents;
        self.occurrences += other.occurrences;
        self.written += other.written;
    }
}

/// Document, number in the annex; without a number folded content and lead. Equal ones are told apart by
/// their ordinal: [`numbered`].
pub(crate) fn key_of(row: &Understood, agencies: &[Agency]) -> String {
    let date = row.document.as_ref().and_then(|document| document.date);
    key_of_day(row, agencies, date)
}

/// The same, with another day of the document, or with none.
pub(super) fn key_of_day(row: &Understood, agencies: &[Agency], date: Option<NaiveDate>) -> String {
    let symbol = row.document.as_ref();
    let symbol = symbol.map_or_else(String::new, |it| document::symbol_key(&it.symbol));
    let date = date.map(|date| date.to_string()).unwrap_or_default();
    let item = if row.item.is_empty() {
        let leads = row.lead_names(agencies).join(";");
        format!("{}|{leads}", fold(&row.title))
    } else {
        fold(&row.item)
    };
    format!("{symbol}|{date}|{item}")
}

/// The key of the how-manieth row of a key.
pub(crate) fn numbered(key: String, ordinal: u32) -> String {
    match ordinal {
        0 | 1 => key,
        ordinal => format!("{key}|{ordinal}"),
    }
}

/// The tasks of a row, the how-manieth of its key, and what becomes of each; without a store nothing is
/// there yet.
///
/// # Errors
/// Those of the database.
pub(crate) fn members(
    row: &Understood,
    key: &str,
    ordinal: u32,
    store: Option<&Store>,
    making: &Making<'_>,
) -> Result<(Vec<Member>, u64)> {
    let family = family::make(row, making);
    let passed_over = u64::try_from(family.passed_over).unwrap_or(0);
    let mut members: Vec<Member> = Vec::with_capacity(family.members.len());
    let mut planned = family.members.into_iter();
    let Some(first) = planned.next() else {
        return Ok((members, passed_over));
    };
    let (own, fate) = match store {
        Some(store) => match known::head(row, key, ordinal, &first.task, making.agencies, store)? {
            Head::New(key) => (Some(key), Fate::New),
            Head::Known(key, stored) => (Some(key), compare::compare(store, *stored, &first)?),
            Head::Entered(stored) => (None, compare::compare(store, *stored, &first)?),
        },
        None => (Some(numbered(key.to_owned(), ordinal)), Fate::New),
    };
    let key = own.clone().unwrap_or_else(|| key.to_owned());
    members.push(Member {
        planned: first,
        key: own,
        fate,
    });
    for planned in planned {
        let member = member(planned, &key, &members, store)?;
        members.push(member);
    }
    Ok((members, passed_over))
}

fn member(planned: Planned, key: &str, before: &[Member], store: Option<&Store>) -> Result<Member> {
    let series = planned.series.and_then(|place| before.get(place));
    let own = match series {
        Some(series) => {
            let Some(id) = series.fate.id() else {
                return Ok(Member {
                    planned,
                    key: None,
                    fate: Fate::New,
                });
            };
            occurrence_key(id, &planned.label)
        }
        None if planned.parent.is_some() => format!("{key}{}", planned.task.code),
        None => key.to_owned(),
    };
    let mut fate = match store {
        Some(store) => fate(store, &own, &planned)?,
        None => Fate::New,
    };
    if let (Some(series), Some(store), Fate::New) = (series, store, &fate)
        && let Some(stored) = is_no_series(&series.fate, store)?
    {
        fate = Fate::Same(stored);
    }
    let key = series.is_none().then_some(own);
    Ok(Member { planned, key, fate })
}

/// What should be a series is stored as a single task, which somebody keeps as a draft or works on: it stands
/// for its occurrences.
fn is_no_series(series: &Fate, store: &Store) -> Result<Option<TaskId>> {
    let form = match series {
        Fate::New => None,
        Fate::Same(id) => store.task(*id)?.map(|stored| stored.form),
        Fate::Change(tasks) => Some(tasks.1.form),
    };
    Ok(series.id().filter(|_| form != Some(Form::Series)))
}

fn fate(store: &Store, key: &str, planned: &Planned) -> Result<Fate> {
    match store.same(key)? {
        Some(stored) => compare::compare(store, stored, planned),
        None => Ok(Fate::New),
    }
}

impl Fate {
    /// The stored task; none for a new one.
    pub(crate) fn id(&self) -> Option<TaskId> {
        match self {
            Self::New => None,
            Self::Same(id) => Some(*id),
            Self::Change(tasks) => Some(tasks.0.id),
        }
    }
}

/// The key of an occurrence: its series and its label, whoever makes it.
pub(crate) fn occurrence_key(series: TaskId, label: &str) -> String {
    format!("occurrence|{}|{label}", series.0)
}
