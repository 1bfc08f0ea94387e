//! Stories of single deeds: who may, what is missing, what the task is afterwards.

use chrono::NaiveDate;

use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::condition::{Day, Thresholds};
use crate::domain::id::AgencyId;
use crate::domain::task::{Form, Task};

mod follow;

const LEAD: AgencyId = AgencyId(7);

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn a_task(status: Status) -> Task {
    let due = Some(day("2023-05-31"));
    Task {
        title: "Rà soát thủ tục".to_owned(),
        agency: LEAD,
        status,
        due,
        original_due: due,
        effective_due: due,
        ..Task::blank(Form::Task)
    }
}

fn user(role: Role, agency: Option<AgencyId>) -> User {
    User {
        login: "cv".to_owned(),
        agency,
        role,
    }
}

fn tried(task: &Task, deed: Deed, given: &Particulars, user: &User) -> Result<Task, Refusal> {
    perform(
        task,
        deed,
        given,
        user,
        &Day {
            today: day("2023-06-15"),
            calendar: &Calendar::default(),
            thresholds: Thresholds::default(),
        },
    )
}

#[test]
fn every_deed_has_one_row_and_its_code_leads_back_to_it() {
    for rule in RULES {
        assert_eq!(
            RULES.iter().filter(|other| other.deed == rule.deed).count(),
            1
        );
        assert_eq!(Deed::from_code(rule.deed.code()), Some(rule.deed));
        assert!(!rule.from.is_empty());
    }
}

#[test]
fn a_clerk_works_on_the_tasks_of_the_own_agency_only() {
    let task = a_task(Status::NotStarted);
    let own = user(Role::Clerk, Some(LEAD));
    let other = user(Role::Clerk, Some(AgencyId(8)));
    let given = Particulars::default();
    assert_eq!(
        tried(&task, Deed::Accept, &given, &own).map(|task| task.status),
        Ok(Status::InProgress)
    );
    assert_eq!(
        tried(&task, Deed::Accept, &given, &other),
        Err(Refusal::NotYourAgency)
    );
}

#[test]
fn who_submitted_may_not_confirm_nor_a_monitor_of_the_lead() {
    let task = Task {
        submitted_by: "cv".to_owned(),
        ..a_task(Status::Awaiting)
    };
    let given = Particulars::default();
    let monitor = user(Role::Monitor, None);
    assert_eq!(
        tried(&task, Deed::Confirm, &given, &monitor),
        Err(Refusal::OwnSubmission)
    );
    let task = Task {
        submitted_by: "vt".to_owned(),
        ..task
    };
    let of_lead = user(Role::Monitor, Some(LEAD));
    assert_eq!(
        tried(&task, Deed::Confirm, &given, &of_lead),
        Err(Refusal::OwnAgency)
    );
    assert!(
        tried(
            &task,
            Deed::Confirm,
            &given,
            &user(Role::Leader, Some(LEAD))
        )
        .is_ok()
    );
    assert!(tried(&task, Deed::Confirm, &given, &monitor).is_ok());
}

#[test]
fn completion_is_reported_with_a_document_or_twenty_letters_and_why_it_is_late() {
    let task = a_task(Status::InProgress);
    let clerk = user(Role::Clerk, Some(LEAD));
    let mut given = Particulars::default();
    assert_eq!(
        tried(&task, Deed::Submit, &given, &clerk),
        Err(Refusal::Missing(Need::Evidence))
    );
    given.summary = "xong".to_owned();
    assert_eq!(
        tried(&task, Deed::Submit, &given, &clerk),
        Err(Refusal::WeakEvidence)
    );
    given.evidence = "324/BC-STTTT".to_owned();
    assert_eq!(
        tried(&task, Deed::Submit, &given, &clerk),
        Err(Refusal::Missing(Need::DelayCause))
    );
    given.delay_cause = "Chờ ý kiến phối hợp".to_owned();
    let done = tried(&task, Deed::Submit, &given, &clerk).expect("nothing is missing");
    assert_eq!(
        (done.status, done.submitted_on),
        (Status::Awaiting, Some(day("2023-06-15")))
    );
}

#[test]
fn an_extension_never_touches_the_first_date_and_only_goes_forward() {
    let task = a_task(Status::InProgress);
    let leader = user(Role::Leader, None);
    let given = |due: &str| Particulars {
        due: Some(day(due)),
        reason: "Chờ hướng dẫn của bộ".to_owned(),
        ..Particulars::default()
    };
    assert_eq!(
        tried(&task, Deed::Extend, &given("2023-05-31"), &leader),
        Err(Refusal::DueNotLater)
    );
    let later = tried(&task, Deed::Extend, &given("2023-07-31"), &leader).expect("later");
    assert_eq!(later.original_due, Some(day("2023-05-31")));
    assert_eq!((later.due, later.extensions), (Some(day("2023-07-31")), 1));
}

#[test]
fn a_suspended_task_goes_back_to_what_it_was() {
    let leader = user(Role::Leader, None);
    let given = Particulars {
        reason: "Chờ nghị quyết".to_owned(),
        ..Particulars::default()
    };
    let still =
        tried(&a_task(Status::NotStarted), Deed::Suspend, &given, &leader).expect("stopped");
    assert_eq!(still.status, Status::Suspended);
    let again = tried(&still, Deed::Resume, &given, &leader).expect("resumed");
    assert_eq!(again.status, Status::NotStarted);
}

#[test]
fn a_viewer_may_nothing_and_an_owner_all_that_the_status_allows() {
    for rule in RULES {
        let status = *rule.from.first().expect("a status");
        let viewer = user(Role::Viewer, None);
        let refused = may(&a_task(status), rule.deed, &viewer);
        assert_eq!(
            refused,
            Err(Refusal::RoleMayNot {
                deed: rule.deed,
                role: Role::Viewer
            })
        );
        let owner = user(Role::Owner, None);
        let allowed = may(&a_task(status), rule.deed, &owner);
        assert!(
            !matches!(
                allowed,
                Err(Refusal::RoleMayNot { .. }
                    | Refusal::NotYourAgency
                    | Refusal::WrongStatus { .. })
            ),
            "{:?}",
            rule.deed
        );
    }
}
