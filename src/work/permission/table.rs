//! Makes forgetting impossible: every variant of [`Request`] and of every question within one has a name here, or this
//! does not compile; and every name has a row in the table of roles, or the test fails.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::agency::{Reorganisation, Step};
use crate::domain::hand_over::{self, Rule};
use crate::domain::id::{AgencyId, IndicatorId};
use crate::domain::indicator::{Indicator, Level, read_bound};
use crate::domain::interval::Every;
use crate::domain::paper::LetterKind;
use crate::domain::present::Standing;
use crate::domain::query::Query;
use crate::domain::report_form::ReportForm;
use crate::domain::user::{Account, Role, User};
use crate::work::request::{
    Existing, OperationKey, Request, documents, letters, measures, present, registers,
    report_files, rescue, settings, users, windows,
};

macro_rules! kinds {
    ($($pattern:pat => $name:literal,)*) => {
        /// What a request is, whatever is asked with it.
        fn kind(request: &Request) -> &'static str {
            match request {
                $($pattern => $name,)*
            }
        }

        /// Every kind.
        const KINDS: &[&str] = &[$($name),*];
    };
}

kinds! {
    Request::Facts => "facts",
    Request::Home => "home",
    Request::Agencies => "agencies",
    Request::DueDays { .. } => "due days",
    Request::Page { .. } => "page",
    Request::Count { .. } => "count",
    Request::Sheet { .. } => "sheet",
    Request::Tasks { .. } => "tasks",
    Request::Locate { .. } => "locate",
    Request::Log { .. } => "log",
    Request::Perform { .. } => "perform",
    Request::Create { .. } => "create",
    Request::Edit { .. } => "edit",
    Request::AsRead { .. } => "as read",
    Request::Undo { .. } => "undo",
    Request::Redo { .. } => "redo",
    Request::NextUndo => "next undo",
    Request::NextRedo => "next redo",
    Request::Views => "views",
    Request::SaveView { .. } => "save view",
    Request::DropView { .. } => "drop view",
    Request::Stage { .. } => "stage",
    Request::StagedRows { .. } => "staged rows",
    Request::Settle { .. } => "settle",
    Request::Unsettle { .. } => "unsettle",
    Request::DropStage { .. } => "drop stage",
    Request::ImportStage { .. } => "import stage",
    Request::Batches { .. } => "batches",
    Request::FinishBatch { .. } => "finish batch",
    Request::UndoBatch { .. } => "undo batch",
    Request::Folder { .. } => "folder",
    Request::Rescue(rescue::Ask::Salvage { .. }) => "rescue: salvage",
    Request::Rescue(rescue::Ask::Reopen) => "rescue: reopen",
    Request::Export { .. } => "export",
    Request::Documents(documents::Ask::Counts) => "documents: counts",
    Request::Documents(documents::Ask::Sheet { .. }) => "documents: sheet",
    Request::Documents(documents::Ask::Save { .. }) => "documents: save",
    Request::AgencySheet { .. } => "agency sheet",
    Request::Reorganise { is_rehearsal: true, .. } => "rehearse reorganising",
    Request::Reorganise { is_rehearsal: false, .. } => "reorganise",
    Request::HandOver { is_rehearsal: true, .. } => "rehearse a hand-over",
    Request::HandOver { is_rehearsal: false, .. } => "hand over",
    Request::SaveDays { is_rehearsal: true, .. } => "rehearse days",
    Request::SaveDays { is_rehearsal: false, .. } => "save days",
    Request::Report { .. } => "report",
    Request::WriteReport(_) => "write report",
    Request::WriteRegister(_) => "write register",
    Request::AsOf { .. } => "as of",
    Request::Measures(measures::Ask::Indicators) => "measures: indicators",
    Request::Measures(measures::Ask::Indicator { .. }) => "measures: indicator",
    Request::Measures(measures::Ask::SaveIndicator { .. }) => "measures: save indicator",
    Request::Measures(measures::Ask::SaveReadings { .. }) => "measures: save readings",
    Request::Measures(measures::Ask::Caseload { .. }) => "measures: caseload",
    Request::Measures(measures::Ask::CaseloadOf { .. }) => "measures: caseload of",
    Request::Measures(measures::Ask::SaveCaseload { .. }) => "measures: save caseload",
    Request::Measures(measures::Ask::Read { .. }) => "measures: read",
    Request::Windows(windows::Ask::Save { .. }) => "windows: save",
    Request::Settings(settings::Ask::List) => "settings: list",
    Request::Settings(settings::Ask::Save { .. }) => "settings: save",
    Request::Letters(_) => "letters",
    Request::Users(users::Ask::List) => "users: list",
    Request::Users(users::Ask::Save { .. }) => "users: save",
    Request::Present(present::Ask::Stand(_)) => "present: stand",
    Request::Present(present::Ask::List) => "present: list",
    Request::News => "news",
    Request::Afresh => "afresh",
}

fn key() -> OperationKey {
    OperationKey("t".to_owned())
}

/// The rows of the table that do not stand beside the rules: who may, by the initials of the roles.
pub(super) fn more() -> Vec<(Request, &'static str)> {
    let plan = Reorganisation {
        on: NaiveDate::MIN,
        document: String::new(),
        step: Step::Dissolve {
            code: "STP".to_owned(),
        },
    };
    let reorganise = |is_rehearsal| Request::Reorganise {
        key: key(),
        plan: plan.clone(),
        is_rehearsal,
    };
    let rule = Rule {
        which: hand_over::Which::All,
        from: None,
        to: None,
    };
    let account = Account {
        user: User {
            login: "cv.moi".to_owned(),
            agency: None,
            role: Role::Viewer,
        },
        is_disabled: false,
    };
    let indicator = Indicator {
        id: IndicatorId(0),
        code: "a".to_owned(),
        name: "a".to_owned(),
        unit: "%".to_owned(),
        bound: read_bound(">=1", "%").expect("a bound"),
        deadline: None,
        level: Level::City,
        every: Every::Month,
        since: NaiveDate::MIN,
        area: crate::domain::id::AreaId::NONE,
        document: None,
        is_closed: false,
    };
    vec![
        (
            Request::AsRead {
                key: key(),
                tasks: Vec::new(),
            },
            "MO",
        ),
        (
            Request::Folder {
                path: PathBuf::from("."),
            },
            "MO",
        ),
        (
            Request::Rescue(rescue::Ask::Salvage {
                path: PathBuf::from("x.csv"),
            }),
            "VCMLAO",
        ),
        (Request::Rescue(rescue::Ask::Reopen), "VCMLAO"),
        (reorganise(true), "AO"),
        (reorganise(false), "AO"),
        (
            Request::HandOver {
                key: key(),
                rule,
                document: String::new(),
                is_rehearsal: true,
            },
            "AO",
        ),
        (
            Request::SaveDays {
                key: key(),
                seen: Vec::new(),
                set: Vec::new(),
                remove: Vec::new(),
                is_rehearsal: true,
            },
            "AO",
        ),
        (
            Request::WriteReport(report_files::Ask {
                path: PathBuf::from("x.csv"),
                form: ReportForm::Csv,
                existing: Existing::Keep,
                specs: Vec::new(),
                title: None,
                language: report_files::Language::Vietnamese,
            }),
            "VCMLAO",
        ),
        (
            Request::WriteRegister(registers::Ask {
                path: PathBuf::from("x.csv"),
                existing: Existing::Keep,
                register: registers::Register::Changes,
                language: registers::Language::Vietnamese,
            }),
            "VCMLAO",
        ),
        (Request::AsOf { day: None }, "VCMLAO"),
        (Request::Afresh, "VCMLAO"),
        (
            Request::Measures(measures::Ask::Indicator { id: IndicatorId(1) }),
            "VCMLAO",
        ),
        (
            Request::Measures(measures::Ask::SaveIndicator {
                key: key(),
                seen: None,
                indicator: Box::new(indicator),
            }),
            // Whose it is decides further: work::measures.
            "CMLAO",
        ),
        (
            Request::Measures(measures::Ask::SaveReadings {
                key: key(),
                seen: None,
                set: Vec::new(),
                remove: Vec::new(),
            }),
            "CMLAO",
        ),
        (
            Request::Measures(measures::Ask::Caseload { month: None }),
            "VCMLAO",
        ),
        (
            Request::Measures(measures::Ask::CaseloadOf {
                agency: AgencyId(1),
            }),
            "VCMLAO",
        ),
        (
            Request::Letters(letters::Ask {
                key: key(),
                kind: LetterKind::Urge,
                query: Query::default(),
                only: Vec::new(),
                number: None,
                until: None,
                output: PathBuf::new(),
                is_rehearsal: true,
            }),
            "CMLAO",
        ),
        (Request::Users(users::Ask::List), "VCMLAO"),
        (
            Request::Users(users::Ask::Save {
                key: key(),
                seen: None,
                wanted: account,
            }),
            "AO",
        ),
        (
            Request::Present(present::Ask::Stand(Standing::Elsewhere)),
            "VCMLAO",
        ),
        (Request::Present(present::Ask::List), "VCMLAO"),
    ]
}

#[test]
fn no_request_is_forgotten_in_the_table_of_roles() {
    let rows = super::tests::every_request();
    let there: BTreeSet<&str> = rows.iter().map(|(request, _)| kind(request)).collect();
    let all: BTreeSet<&str> = KINDS.iter().copied().collect();
    assert_eq!(all.len(), KINDS.len(), "a name stands twice");
    let missing: Vec<_> = all.difference(&there).collect();
    assert!(missing.is_empty(), "without a row: {missing:?}");
}
