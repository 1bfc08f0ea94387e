//! The tasks of the sample's documents, planned in memory: nothing is stored yet that they could meet.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::domain::document::{self, Document, DocumentReference};
use crate::domain::error::Result;
use crate::work::import::assess::duplicate_of;
use crate::work::import::family::Making;
use crate::work::import::new_document;
use crate::work::import::plan::{self, Member};
use crate::work::import::understand::Understood;

/// The tasks of one row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Batch {
    /// The assigning document, by its place in [`Plan::documents`].
    pub document: Option<usize>,
    /// The code of the head.
    pub code: Option<String>,
    /// Head first.
    pub members: Vec<Member>,
}

/// Documents and rows.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// The documents that assign.
    pub documents: Vec<Document>,
    /// Row by row.
    pub batches: Vec<Batch>,
}

/// Plans these rows.
///
/// # Errors
/// None where nothing is stored; those of [`plan::members`] all the same.
pub(crate) fn plan(rows: Vec<Understood>, making: &Making<'_>) -> Result<Plan> {
    let mut planner = Planner {
        making,
        plan: Plan::default(),
        places: HashMap::new(),
        ordinals: HashMap::new(),
        twins: HashMap::new(),
        codes: HashSet::new(),
    };
    for row in rows {
        planner.row(row)?;
    }
    Ok(planner.plan)
}

struct Planner<'a> {
    making: &'a Making<'a>,
    plan: Plan,
    places: HashMap<(String, Option<NaiveDate>), usize>,
    /// How often each document and item occurred.
    ordinals: HashMap<String, u32>,
    /// The first row of each content, lead and deadline.
    twins: HashMap<String, usize>,
    /// The codes that were given.
    codes: HashSet<String>,
}

impl Planner<'_> {
    fn row(&mut self, mut row: Understood) -> Result<()> {
        let document = row.document.clone().map(|it| self.document(&it));
        let key = plan::key_of(&row, self.making.agencies);
        let ordinal = self.ordinals.entry(key.clone()).or_default();
        *ordinal += 1;
        let key = plan::numbered(key, *ordinal);
        self.doubt_twin(&mut row);
        let (members, _) = plan::members(&row, &key, 1, None, self.making)?;
        let code = self.code(document, &row);
        self.plan.batches.push(Batch {
            document,
            code,
            members,
        });
        Ok(())
    }

    /// The document's place, entered on its first row.
    fn document(&mut self, reference: &DocumentReference) -> usize {
        let documents = &mut self.plan.documents;
        let key = (document::symbol_key(&reference.symbol), reference.date);
        *self.places.entry(key).or_insert_with(|| {
            let is_taken = |code: &str| documents.iter().any(|known| known.code == code);
            let code = document::short_code(reference, is_taken);
            documents.push(new_document(reference, code.unwrap_or_default()));
            documents.len() - 1
        })
    }

    /// Marks the later of two rows that look like the same work (DOMAIN 3.4 rule 9).
    fn doubt_twin(&mut self, row: &mut Understood) {
        let twin = *self
            .twins
            .entry(row.twin_key(self.making.agencies))
            .or_insert(row.row);
        if twin != row.row {
            row.remarks.push(duplicate_of(twin as u64));
        }
    }

    fn code(&mut self, document: Option<usize>, row: &Understood) -> Option<String> {
        let document = document.and_then(|it| self.plan.documents.get(it));
        let document = document.filter(|document| !document.code.is_empty())?;
        let wanted = document::task_code(&document.code, &row.item);
        let code = document::free_code(wanted, |code| self.codes.contains(code));
        self.codes.insert(code.clone());
        Some(code)
    }
}
