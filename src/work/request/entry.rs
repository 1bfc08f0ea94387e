//! What is given with a task that is entered or corrected, or with a deed that is done to it.

use chrono::NaiveDate;

use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::transition::{Deed, Particulars};

/// New texts for some fields of a task; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edits {
    /// What is to be done.
    pub title: Option<String>,
    /// The deliverable.
    pub product: Option<String>,
    /// The area.
    pub area: Option<AreaId>,
    /// The lead: settles a row whose lead was doubtful; a transfer is another thing.
    pub agency: Option<AgencyId>,
    /// The supporting agencies, as written.
    pub supporting: Option<String>,
    /// The deadline text; it is read anew.
    pub deadline_text: Option<String>,
    /// Whether its product is a document that has to be issued.
    pub owes_document: Option<bool>,
    /// Its numeric target, as written; empty takes it away.
    pub target: Option<String>,
    /// What of the target is reached, as written; empty where nothing is known.
    pub reached: Option<String>,
    /// Stages by their place, with the day on which they were reached; none where one is not reached after all.
    pub stages_done: Vec<(usize, Option<NaiveDate>)>,
    /// The reason, for the log.
    pub reason: String,
    /// What was doubtful is settled as it stands.
    pub settled: bool,
}

/// A task entered by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// What is to be done.
    pub title: String,
    /// The deliverable.
    pub product: String,
    /// The area.
    pub area: Option<AreaId>,
    /// The lead.
    pub agency: Option<AgencyId>,
    /// The supporting agencies, as written.
    pub supporting: String,
    /// The deadline, as written.
    pub deadline_text: String,
    /// The assigning document, as written: `Kế hoạch số 12/KH-UBND ngày 5/1/2023`.
    pub document: String,
    /// Given at once, instead of kept as a draft.
    pub assign: bool,
}

/// A deed that somebody wants done to a task, as they have seen it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The task.
    pub id: TaskId,
    /// The version that they have seen.
    pub seen: i64,
    /// What is to be done.
    pub deed: Deed,
    /// What they gave with it.
    pub given: Particulars,
}
