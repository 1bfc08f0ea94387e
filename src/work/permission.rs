//! Who may ask what: one table, asked once for every request (DESIGN 6).
//!
//! What one may do to a single task is another question; `domain::transition` answers it, task by task.

use super::request::documents::Ask;
use super::request::{Request, measures, settings, users, windows};
use crate::domain::error::{Error, Result};
use crate::domain::user::Role;

/// What a request is for those who permit it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Looks.
    Read,
    /// Works on tasks, or takes work of one's own back or asks what that would be, or keeps a view.
    Work,
    /// Enters tasks and corrects them, by hand or from a file.
    Enter,
    /// Saves a document, which monitors enter and of which administrators set one thing.
    Register,
    /// Reads a file and writes nothing.
    Rehearse,
    /// Keeps the frame: agencies, days off.
    Keep,
    /// Asks what that would do.
    Consider,
}

impl Class {
    /// The class of a request.
    pub(crate) const fn of(request: &Request) -> Self {
        match request {
            Request::Facts
            | Request::Home
            | Request::Agencies
            | Request::DueDays { .. }
            | Request::Page { .. }
            | Request::Count { .. }
            | Request::Sheet { .. }
            | Request::Tasks { .. }
            | Request::Locate { .. }
            | Request::Log { .. }
            | Request::Views
            | Request::Batches { .. }
            | Request::Export { .. }
            | Request::Rescue(_)
            | Request::AgencySheet { .. }
            | Request::Documents(Ask::Counts | Ask::Sheet { .. })
            | Request::Report { .. }
            | Request::WriteReport(_)
            | Request::WriteRegister(_)
            | Request::Settings(settings::Ask::List)
            | Request::Users(users::Ask::List)
            | Request::Present(_)
            | Request::AsOf { .. }
            | Request::News
            | Request::Afresh => Self::Read,
            // Which tasks one may urge decides further.
            Request::Letters(_)
            | Request::Perform { .. }
            | Request::Undo { .. }
            | Request::Redo { .. }
            | Request::NextUndo
            | Request::NextRedo
            | Request::SaveView { .. }
            | Request::DropView { .. } => Self::Work,
            Request::Create { .. }
            | Request::Edit { .. }
            | Request::AsRead { .. }
            | Request::ImportStage { .. }
            | Request::FinishBatch { .. } => Self::Enter,
            // What of it decides further.
            Request::Documents(Ask::Save { .. }) => Self::Register,
            Request::Windows(windows::Ask::Save { .. })
            | Request::Settings(settings::Ask::Save { .. })
            | Request::Users(users::Ask::Save { .. }) => Self::Keep,
            Request::Reorganise { is_rehearsal, .. }
            | Request::HandOver { is_rehearsal, .. }
            | Request::SaveDays { is_rehearsal, .. } => {
                if *is_rehearsal {
                    Self::Consider
                } else {
                    Self::Keep
                }
            }
            Request::Measures(measures::Ask::Read { .. }) => Self::Rehearse,
            // Whose values they are decides further.
            Request::Measures(ask) => {
                if ask.writes() {
                    Self::Work
                } else {
                    Self::Read
                }
            }
            // Whose batch it is decides further.
            Request::UndoBatch { .. } => Self::Work,
            Request::Stage { .. }
            | Request::StagedRows { .. }
            | Request::Settle { .. }
            | Request::Unsettle { .. }
            | Request::DropStage { .. }
            | Request::Folder { .. } => Self::Rehearse,
        }
    }

    const fn is_for(self, role: Role) -> bool {
        match self {
            Self::Read => true,
            Self::Work => !matches!(role, Role::Viewer),
            Self::Enter | Self::Rehearse => role.enters_tasks(),
            Self::Register => role.enters_tasks() || role.keeps_frame(),
            Self::Keep | Self::Consider => role.keeps_frame(),
        }
    }

    /// Names those who may.
    const fn refusal(self) -> Error {
        match self {
            Self::Keep | Self::Consider => Error::ForAdministrators,
            Self::Read | Self::Work | Self::Enter | Self::Register | Self::Rehearse => {
                Error::NotPermitted
            }
        }
    }

    const fn writes(self) -> bool {
        matches!(self, Self::Work | Self::Enter | Self::Register | Self::Keep)
    }
}

/// Whether this role may ask this, now.
///
/// # Errors
/// [`Error::NotPermitted`] or [`Error::ForAdministrators`] for the role, and [`Error::LookingOnly`] for every write to a database that
/// is looked at as of another day.
pub(crate) fn check(request: &Request, role: Role, is_looking_only: bool) -> Result<()> {
    let class = Class::of(request);
    if !class.is_for(role) {
        return Err(class.refusal());
    }
    if is_looking_only && class.writes() {
        return Err(Error::LookingOnly);
    }
    Ok(())
}

#[cfg(test)]
mod table;

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::domain::hand_over::{self, Rule};
    use crate::domain::id::{AgencyId, BatchId, DocumentId, TaskId};
    use crate::domain::query::{Anchor, Query};
    use crate::domain::report;
    use crate::work::request::documents;
    use crate::work::request::import::{Settlement, StageId, Which};
    use crate::work::request::{Draft, Edits, Existing, ImportSpec, OperationKey, TaskTable};

    /// Every request there is, and who may.
    pub(super) fn every_request() -> Vec<(Request, &'static str)> {
        let mut rows = requests();
        rows.extend(super::table::more());
        rows
    }

    fn requests() -> Vec<(Request, &'static str)> {
        let key = OperationKey("k".to_owned());
        let query = Query::default();
        let spec = ImportSpec {
            path: PathBuf::from("x.csv"),
            ..ImportSpec::default()
        };
        let stage = StageId(1);
        let settlement = Settlement::AsRead { places: Vec::new() };
        let id = TaskId(1);
        // Beside each: who may, by the initials of viewer, clerk, monitor, leader, administrator, owner.
        vec![
            (Request::Facts, "VCMLAO"),
            (Request::Home, "VCMLAO"),
            (Request::Agencies, "VCMLAO"),
            (
                Request::DueDays {
                    agency: None,
                    month: chrono::NaiveDate::MIN,
                },
                "VCMLAO",
            ),
            (
                Request::Page {
                    query: query.clone(),
                    anchor: Anchor::First,
                    limit: 1,
                },
                "VCMLAO",
            ),
            (
                Request::Count {
                    query: query.clone(),
                },
                "VCMLAO",
            ),
            (Request::Sheet { id }, "VCMLAO"),
            (Request::Tasks { ids: vec![id] }, "VCMLAO"),
            (
                Request::Locate {
                    text: "1".to_owned(),
                },
                "VCMLAO",
            ),
            (
                Request::Log {
                    task: None,
                    before: None,
                    limit: 1,
                },
                "VCMLAO",
            ),
            (
                Request::Perform {
                    key: key.clone(),
                    wishes: Vec::new(),
                },
                "CMLAO",
            ),
            (
                Request::Create {
                    key: key.clone(),
                    draft: Draft::default(),
                },
                "MO",
            ),
            (
                Request::Edit {
                    key: key.clone(),
                    id,
                    seen: 1,
                    edits: Edits::default(),
                },
                "MO",
            ),
            (Request::NextUndo, "CMLAO"),
            (Request::NextRedo, "CMLAO"),
            (Request::Undo { key: key.clone() }, "CMLAO"),
            (Request::Redo { key: key.clone() }, "CMLAO"),
            (Request::Views, "VCMLAO"),
            (
                Request::Export {
                    path: PathBuf::from("x.csv"),
                    query: query.clone(),
                    existing: Existing::Keep,
                    table: TaskTable::Annex,
                },
                "VCMLAO",
            ),
            (
                Request::SaveView {
                    name: "a".to_owned(),
                    words: String::new(),
                    query,
                },
                "CMLAO",
            ),
            (
                Request::DropView {
                    name: "a".to_owned(),
                },
                "CMLAO",
            ),
            (Request::Stage { spec, after: None }, "MO"),
            (
                Request::StagedRows {
                    stage,
                    which: Which::All,
                    from: 0,
                    limit: 1,
                },
                "MO",
            ),
            (Request::Settle { stage, settlement }, "MO"),
            (Request::Unsettle { stage }, "MO"),
            (Request::DropStage { stage }, "MO"),
            (
                Request::ImportStage {
                    key: key.clone(),
                    stage,
                },
                "MO",
            ),
            (Request::Batches { limit: 1 }, "VCMLAO"),
            (
                Request::FinishBatch {
                    key: key.clone(),
                    batch: BatchId(1),
                    path: PathBuf::from("x.csv"),
                },
                "MO",
            ),
            (
                Request::UndoBatch {
                    key,
                    batch: BatchId(1),
                },
                "CMLAO",
            ),
            (Request::News, "VCMLAO"),
            (
                Request::Report {
                    spec: report::Spec::new(report::Kind::Heads),
                },
                "VCMLAO",
            ),
            (Request::AgencySheet { id: AgencyId(1) }, "VCMLAO"),
            (Request::Documents(Ask::Counts), "VCMLAO"),
            (
                Request::Documents(Ask::Sheet { id: DocumentId(1) }),
                "VCMLAO",
            ),
            (
                Request::Documents(Ask::Save {
                    key: OperationKey("w".to_owned()),
                    seen: None,
                    draft: documents::Draft::default(),
                }),
                // Whether it is the document or its setting decides further: work::documents.
                "MAO",
            ),
            (Request::Settings(settings::Ask::List), "VCMLAO"),
            (
                Request::Settings(settings::Ask::Save {
                    key: OperationKey::fresh(),
                    set: Vec::new(),
                }),
                "AO",
            ),
            (
                Request::Windows(windows::Ask::Save {
                    key: OperationKey::fresh(),
                    seen: Vec::new(),
                    set: Vec::new(),
                    remove: Vec::new(),
                }),
                "AO",
            ),
            (Request::Measures(measures::Ask::Indicators), "VCMLAO"),
            (
                Request::Measures(measures::Ask::SaveCaseload {
                    key: OperationKey("c".to_owned()),
                    seen: None,
                    set: Vec::new(),
                    remove: Vec::new(),
                }),
                "CMLAO",
            ),
            (
                Request::Measures(measures::Ask::Read {
                    path: PathBuf::from("x.csv"),
                    what: measures::What::Caseload,
                    interval: None,
                }),
                "MO",
            ),
            (
                Request::SaveDays {
                    key: OperationKey("d".to_owned()),
                    seen: Vec::new(),
                    set: Vec::new(),
                    remove: Vec::new(),
                    is_rehearsal: false,
                },
                "AO",
            ),
            (
                Request::HandOver {
                    key: OperationKey("h".to_owned()),
                    rule: Rule {
                        which: hand_over::Which::All,
                        from: None,
                        to: None,
                    },
                    document: String::new(),
                    is_rehearsal: false,
                },
                "AO",
            ),
        ]
    }

    #[test]
    fn each_role_may_ask_what_the_table_says_and_nothing_else() {
        for (request, roles) in every_request() {
            for (role, initial) in Role::ALL.into_iter().zip("VCMLAO".chars()) {
                let may = check(&request, role, false).is_ok();
                assert_eq!(may, roles.contains(initial), "{role:?}: {request:?}");
            }
        }
    }

    #[test]
    fn nothing_is_written_to_a_day_that_is_only_looked_at() {
        for (request, roles) in every_request() {
            let is_read = roles.contains('V');
            let is_rehearsal = matches!(Class::of(&request), Class::Rehearse | Class::Consider);
            let answer = check(&request, Role::Owner, true);
            assert_eq!(answer.is_ok(), is_read || is_rehearsal, "{request:?}");
        }
    }
}
