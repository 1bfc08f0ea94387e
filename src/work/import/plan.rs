//! What an import would do to the tasks that are stored: which are new, changed, as they were, or come
//! back after they were taken back (DESIGN 7.4). Reads the database and writes nothing.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::compare;
use super::family::{self, Making, Planned};
use super::understand::Understood;
use crate::domain::document::{self, Document, DocumentReference};
use crate::domain::error::Result;
use crate::domain::fold::fold;
use crate::domain::id::{DocumentId, TaskId};
use crate::domain::task::{Form, Task};
use crate::store::Store;
use crate::work::progress::Progress;
use crate::work::request::import::StagedDoubt;
use crate::work::request::{ImportReport, ImportRow};

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

/// The tasks of one row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Batch {
    /// The assigning document, by its place in [`Plan::documents`].
    pub document: Option<usize>,
    /// The code of the head where it is known; a task without document gets a number when it is written.
    pub code: Option<String>,
    /// Head first.
    pub members: Vec<Member>,
}

/// Everything that an import does.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// The documents that assign; id 0 where they are new.
    pub documents: Vec<Document>,
    /// Row by row.
    pub batches: Vec<Batch>,
    /// The counts, and every row as it was read.
    pub report: ImportReport,
}

/// Plans the import of these rows; without a store nothing is there yet.
///
/// # Errors
/// Those of the database, and [`Cancelled`](crate::domain::error::Error::Cancelled).
pub(crate) fn plan(
    rows: Vec<Understood>,
    store: Option<&Store>,
    making: &Making<'_>,
    progress: &mut Progress<'_>,
) -> Result<Plan> {
    let documents = store.map_or(Ok(Vec::new()), Store::documents)?;
    let mut places = HashMap::new();
    for (place, document) in documents.iter().enumerate() {
        let key = (document::symbol_key(&document.symbol), document.date);
        places.entry(key).or_insert(place);
    }
    let mut planner = Planner {
        store,
        making,
        plan: Plan {
            documents,
            ..Plan::default()
        },
        places,
        ordinals: HashMap::new(),
        twins: HashMap::new(),
        codes: HashSet::new(),
    };
    let total = rows.len();
    for (done, row) in rows.into_iter().enumerate() {
        progress.step(done, total)?;
        planner.row(row)?;
    }
    Ok(planner.plan)
}

struct Planner<'a> {
    store: Option<&'a Store>,
    making: &'a Making<'a>,
    plan: Plan,
    /// The documents by symbol and date: thousands of them were compared anew for every row.
    places: HashMap<(String, Option<NaiveDate>), usize>,
    /// How often each document and item occurred.
    ordinals: HashMap<String, u32>,
    /// The first row of each content, lead and deadline.
    twins: HashMap<String, usize>,
    /// The codes that this file has given.
    codes: HashSet<String>,
}

impl Planner<'_> {
    fn row(&mut self, mut row: Understood) -> Result<()> {
        let document = row.document.clone().map(|it| self.document(&it));
        let key = self.key(&row);
        self.doubt_twin(&mut row);
        let family = family::make(&row, self.making);
        let mut report_row = ImportRow {
            row: row.row,
            title: row.title.clone(),
            leads: row.lead_names(self.making.agencies),
            due: row.deadline.due,
            tasks: i64::try_from(family.agency_tasks()).unwrap_or(i64::MAX),
            passed_over: family.passed_over,
            doubts: row.doubts(),
        };
        report_row.doubts.dedup();
        let mut batch = Batch {
            document,
            code: None,
            members: Vec::with_capacity(family.members.len()),
        };
        for mut planned in family.members {
            planned.task.document = document
                .and_then(|place| self.plan.documents.get(place))
                .map(|document| document.id)
                .filter(|id| *id != DocumentId(0));
            let member = self.member(planned, &key, &batch)?;
            batch.members.push(member);
        }
        batch.code = self.code(&batch, &row)?;
        self.count(&batch);
        self.plan.report.passed_over += report_row.passed_over;
        self.plan.report.review += i64::from(!report_row.doubts.is_empty());
        self.plan.report.rows.push(report_row);
        self.plan.batches.push(batch);
        Ok(())
    }

    /// The document's place, entered on its first row.
    fn document(&mut self, reference: &DocumentReference) -> usize {
        let documents = &mut self.plan.documents;
        let key = (document::symbol_key(&reference.symbol), reference.date);
        *self.places.entry(key).or_insert_with(|| {
            let is_taken = |code: &str| documents.iter().any(|known| known.code == code);
            let code = document::short_code(reference, is_taken);
            documents.push(super::new_document(reference, code.unwrap_or_default()));
            documents.len() - 1
        })
    }

    /// Document, number in the annex and ordinal among equals; without a number folded content and lead.
    fn key(&mut self, row: &Understood) -> String {
        let (symbol, date) = row.document.as_ref().map_or_else(
            || (String::new(), String::new()),
            |it| {
                let date = it.date.map(|date: NaiveDate| date.to_string());
                (document::symbol_key(&it.symbol), date.unwrap_or_default())
            },
        );
        let item = if row.item.is_empty() {
            let leads = row.lead_names(self.making.agencies).join(";");
            format!("{}|{leads}", fold(&row.title))
        } else {
            fold(&row.item)
        };
        let key = format!("{symbol}|{date}|{item}");
        let ordinal = self.ordinals.entry(key.clone()).or_default();
        *ordinal += 1;
        match ordinal {
            1 => key,
            ordinal => format!("{key}|{ordinal}"),
        }
    }

    /// Marks the later of two rows that look like the same work (DOMAIN 3.4 rule 9).
    fn doubt_twin(&mut self, row: &mut Understood) {
        let twin = *self
            .twins
            .entry(row.twin_key(self.making.agencies))
            .or_insert(row.row);
        if twin != row.row {
            row.remarks.push(StagedDoubt {
                code: "possible_duplicate".to_owned(),
                detail: twin.to_string(),
                column: None,
                candidates: Vec::new(),
                is_note: false,
            });
        }
    }

    fn member(&self, planned: Planned, key: &str, batch: &Batch) -> Result<Member> {
        let series = planned.series.and_then(|place| batch.members.get(place));
        let own = match series {
            Some(series) => {
                let Some(id) = series.fate.id() else {
                    return Ok(Member::new(planned, None, Fate::New));
                };
                occurrence_key(id, &planned.label)
            }
            None if planned.parent.is_some() => format!("{key}{}", planned.task.code),
            None => key.to_owned(),
        };
        let fate = self.fate(&own, &planned)?;
        let key = series.is_none().then_some(own);
        Ok(Member::new(planned, key, fate))
    }

    fn fate(&self, key: &str, planned: &Planned) -> Result<Fate> {
        let Some(store) = self.store else {
            return Ok(Fate::New);
        };
        let stored = store.find_same(key)?.map(|id| store.task(id)).transpose()?;
        match stored.flatten() {
            Some(stored) => compare::compare(store, stored, planned),
            None => Ok(Fate::New),
        }
    }

    /// The code of a new head, free among those that exist.
    fn code(&mut self, batch: &Batch, row: &Understood) -> Result<Option<String>> {
        let Some(head) = batch.members.first() else {
            return Ok(None);
        };
        if let Some((store, id)) = self.store.zip(head.fate.id()) {
            return Ok(store.task(id)?.map(|task| task.code));
        }
        let document = batch.document.and_then(|it| self.plan.documents.get(it));
        let Some(document) = document.filter(|document| !document.code.is_empty()) else {
            return Ok(None);
        };
        let wanted = document::task_code(&document.code, &row.item);
        let fault = Cell::new(None);
        let code = document::free_code(wanted, |code| {
            self.codes.contains(code)
                || self.store.is_some_and(|store| {
                    let found = store.locate(code);
                    found.map_or_else(
                        |error| {
                            fault.set(Some(error));
                            false
                        },
                        |found| found.is_some(),
                    )
                })
        });
        if let Some(error) = fault.into_inner() {
            return Err(error);
        }
        self.codes.insert(code.clone());
        Ok(Some(code))
    }

    fn count(&mut self, batch: &Batch) {
        let report = &mut self.plan.report;
        for member in &batch.members {
            let is_occurrence = member.planned.series.is_some();
            let is_parent = member.planned.task.form == Form::Parent;
            match &member.fate {
                Fate::New if is_parent => report.parents += 1,
                Fate::New if is_occurrence => report.occurrences += 1,
                Fate::Change(tasks) if is_occurrence && tasks.0.is_gone => report.occurrences += 1,
                Fate::Change(tasks) if is_parent && tasks.0.is_gone => report.parents += 1,
                Fate::Change(tasks) if tasks.0.is_gone => report.new += 1,
                Fate::New => report.new += 1,
                Fate::Same(_) if !is_parent && !is_occurrence => report.unchanged += 1,
                Fate::Change(_) if !is_parent && !is_occurrence => report.changed += 1,
                Fate::Same(_) | Fate::Change(_) => {}
            }
        }
    }
}

impl Member {
    const fn new(planned: Planned, key: Option<String>, fate: Fate) -> Self {
        Self { planned, key, fate }
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
