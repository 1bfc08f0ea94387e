//! Stories of follow-up: requests, explanations, discipline, corrected dates, what is reached.

use super::*;
use crate::domain::amount::Amount;
use crate::domain::follow_up::{Bound, Stage, Target};

const ASKED: AgencyId = AgencyId(9);

fn lead() -> User {
    user(Role::Clerk, Some(LEAD))
}

fn said(note: &str) -> Particulars {
    Particulars {
        note: note.to_owned(),
        ..Particulars::default()
    }
}

fn by(document: &str) -> Particulars {
    Particulars {
        document: document.to_owned(),
        ..Particulars::default()
    }
}

fn asked(task: &Task) -> Task {
    let given = Particulars {
        agency: Some(ASKED),
        due: Some(day("2023-06-22")),
        ..said("Cho ý kiến về dự thảo")
    };
    tried(task, Deed::AskSupport, &given, &lead()).expect("asked")
}

#[test]
fn a_supporting_agency_answers_what_it_was_asked_and_nobody_else_does() {
    let task = asked(&a_task(Status::InProgress));
    let other = user(Role::Clerk, Some(AgencyId(8)));
    let own = user(Role::Clerk, Some(ASKED));
    let answer = said("Thống nhất");
    for stranger in [&other, &lead()] {
        let refused = tried(&task, Deed::AnswerSupport, &answer, stranger);
        assert_eq!(refused, Err(Refusal::NotYourAgency));
    }
    let done = tried(&task, Deed::AnswerSupport, &answer, &own).expect("answered");
    let request = done.requests.first().expect("a request");
    assert_eq!(
        (request.answer.as_str(), request.is_open()),
        ("Thống nhất", false)
    );
    assert_eq!(
        tried(&done, Deed::AnswerSupport, &answer, &own),
        Err(Refusal::NoRequest)
    );
    let monitor = user(Role::Monitor, None);
    let place = on_behalf(&task, Deed::AnswerSupport, &answer, &monitor);
    assert_eq!(place, Some(ASKED), "a monitor answers in its place");
}

#[test]
fn a_request_that_was_taken_back_is_not_answered() {
    let task = asked(&a_task(Status::InProgress));
    let back = tried(&task, Deed::WithdrawSupport, &said(""), &lead()).expect("taken back");
    let own = user(Role::Clerk, Some(ASKED));
    let refused = tried(&back, Deed::AnswerSupport, &said("Thống nhất"), &own);
    assert_eq!(refused, Err(Refusal::RequestWithdrawn));
    let again = asked(&back);
    assert!(tried(&again, Deed::AnswerSupport, &said("Thống nhất"), &own).is_ok());
}

#[test]
fn where_two_agencies_were_asked_one_is_named() {
    let task = asked(&a_task(Status::InProgress));
    let given = Particulars {
        agency: Some(AgencyId(8)),
        ..said("Cung cấp số liệu")
    };
    let task = tried(&task, Deed::AskSupport, &given, &lead()).expect("asked");
    let monitor = user(Role::Monitor, None);
    assert_eq!(
        tried(&task, Deed::AnswerSupport, &said("Có"), &monitor),
        Err(Refusal::Missing(Need::Asked))
    );
    let second = Particulars {
        part: Some(2),
        ..said("Có")
    };
    let done = tried(&task, Deed::AnswerSupport, &second, &monitor).expect("answered");
    let open: Vec<bool> = done.requests.iter().map(|it| it.is_open()).collect();
    assert_eq!(open, [true, false]);
}

#[test]
fn nothing_is_waited_for_once_a_task_is_closed() {
    let mut task = asked(&a_task(Status::InProgress));
    task.extension_asked = Some(crate::domain::task::ExtensionRequest {
        due: day("2023-08-01"),
        reason: "Chờ".to_owned(),
        asked_on: day("2023-06-01"),
        is_late: true,
    });
    let given = Particulars {
        reason: "Đã có văn bản thay thế".to_owned(),
        due: Some(day("2023-09-01")),
        ..Particulars::default()
    };
    let monitor = user(Role::Monitor, None);
    let closed = tried(&task, Deed::Drop, &given, &monitor).expect("dropped");
    assert!(closed.extension_asked.is_none());
    assert!(closed.requests.iter().all(|it| it.is_withdrawn));
    assert_eq!(
        tried(&closed, Deed::Extend, &given, &monitor),
        Err(Refusal::WrongStatus {
            deed: Deed::Extend,
            status: Status::Dropped
        }),
        "a grant after closing"
    );
}

#[test]
fn another_day_than_asked_is_granted_with_a_reason() {
    let mut task = a_task(Status::InProgress);
    let given = Particulars {
        due: Some(day("2023-08-31")),
        reason: "Chờ hướng dẫn".to_owned(),
        note: "Đã có dự thảo".to_owned(),
        ..Particulars::default()
    };
    task = tried(&task, Deed::AskExtension, &given, &lead()).expect("asked");
    assert_eq!(task.progress_note, "Đã có dự thảo");
    let leader = user(Role::Leader, None);
    let until = |due: &str, reason: &str| Particulars {
        due: Some(day(due)),
        reason: reason.to_owned(),
        ..Particulars::default()
    };
    assert!(tried(&task, Deed::Extend, &until("2023-08-31", ""), &leader).is_ok());
    assert_eq!(
        tried(&task, Deed::Extend, &until("2023-07-31", ""), &leader),
        Err(Refusal::Missing(Need::ReasonOrDocument))
    );
    assert!(tried(&task, Deed::Extend, &until("2023-07-31", "Đủ"), &leader).is_ok());
    assert_eq!(
        tried(&task, Deed::Extend, &until("2023-05-30", "Sớm"), &leader),
        Err(Refusal::DueNotLater)
    );
}

#[test]
fn a_monitor_records_what_a_leader_decided_about_an_extension_with_its_document() {
    let mut task = a_task(Status::InProgress);
    let asked = Particulars {
        due: Some(day("2023-08-31")),
        reason: "Chờ hướng dẫn".to_owned(),
        ..Particulars::default()
    };
    task = tried(&task, Deed::AskExtension, &asked, &lead()).expect("asked");
    let monitor = user(Role::Monitor, None);
    let recorded = Particulars {
        document: "35/TB-VP".to_owned(),
        ..asked.clone()
    };
    // Granted as asked, too: the request has said why, and nobody has said who decided.
    for deed in [Deed::Extend, Deed::RefuseExtension] {
        let document = Err(Refusal::Missing(Need::Document));
        assert_eq!(tried(&task, deed, &asked, &monitor), document, "{deed:?}");
        assert!(tried(&task, deed, &recorded, &monitor).is_ok(), "{deed:?}");
        let leader = user(Role::Leader, None);
        assert!(tried(&task, deed, &asked, &leader).is_ok(), "{deed:?}");
    }
}

#[test]
fn a_mistyped_date_is_corrected_both_ways_and_is_no_extension() {
    let monitor = user(Role::Monitor, None);
    let until = |due: &str| Particulars {
        due: Some(day(due)),
        reason: "Gõ nhầm năm".to_owned(),
        ..Particulars::default()
    };
    let task = a_task(Status::InProgress);
    let earlier = tried(&task, Deed::CorrectDue, &until("2022-05-31"), &monitor).expect("right");
    let dates = (earlier.due, earlier.original_due, earlier.effective_due);
    let right = Some(day("2022-05-31"));
    assert_eq!((dates, earlier.extensions), ((right, right, right), 0));
    let leader = user(Role::Leader, None);
    let extended = tried(&task, Deed::Extend, &until("2023-07-31"), &leader).expect("later");
    let right = tried(&extended, Deed::CorrectDue, &until("2023-07-30"), &monitor).expect("right");
    assert_eq!(
        right.original_due,
        Some(day("2023-05-31")),
        "the first date stays"
    );
    assert_eq!((right.due, right.extensions), (Some(day("2023-07-30")), 1));
    assert_eq!(
        tried(&task, Deed::CorrectDue, &until("2023-05-31"), &monitor),
        Err(Refusal::SameDue)
    );
}

#[test]
fn a_task_is_not_urged_twice_on_one_day() {
    let monitor = user(Role::Monitor, None);
    let given = by("12/SNV-CCHC");
    let urged = tried(&a_task(Status::InProgress), Deed::Urge, &given, &monitor).expect("urged");
    assert_eq!(
        tried(&urged, Deed::Urge, &given, &monitor),
        Err(Refusal::UrgedOn(day("2023-06-15")))
    );
    let urged = Task {
        urged_on: Some(day("2023-06-14")),
        ..urged
    };
    assert_eq!(
        tried(&urged, Deed::Urge, &given, &monitor).map(|task| task.urgings),
        Ok(2)
    );
}

#[test]
fn a_monitor_asks_for_an_explanation_with_the_document_of_the_decision() {
    let task = a_task(Status::InProgress);
    let monitor = user(Role::Monitor, None);
    let reason = Particulars {
        reason: "Trễ 11 ngày".to_owned(),
        ..Particulars::default()
    };
    assert_eq!(
        tried(&task, Deed::AskExplanation, &reason, &monitor),
        Err(Refusal::Missing(Need::Document))
    );
    let leader = user(Role::Leader, None);
    let asked = tried(&task, Deed::AskExplanation, &reason, &leader).expect("asked");
    assert_eq!(
        tried(&asked, Deed::AskExplanation, &reason, &leader),
        Err(Refusal::AlreadyAsked)
    );
    let given = tried(&asked, Deed::Explain, &said("Chờ ý kiến"), &lead()).expect("explained");
    assert_eq!((given.explanations, given.explained), (1, 1));
    assert!(given.explanation_asked.is_none());
    assert_eq!(
        tried(&given, Deed::Explain, &said("Nữa"), &lead()),
        Err(Refusal::NoExplanationAsked)
    );
}

#[test]
fn criticism_and_responsibility_need_a_document_and_only_a_delay_is_excused() {
    let task = a_task(Status::InProgress);
    let leader = user(Role::Leader, None);
    for deed in [Deed::Criticise, Deed::Propose] {
        let refused = tried(&task, deed, &Particulars::default(), &leader);
        assert_eq!(refused, Err(Refusal::Missing(Need::Document)));
        assert!(tried(&task, deed, &by("Thông báo 3/TB-UBND"), &leader).is_ok());
    }
    let excused = tried(&task, Deed::Excuse, &by("15/UBND-TH"), &leader).expect("late");
    assert!(excused.is_excused);
    let early = Task {
        effective_due: Some(day("2023-06-30")),
        ..task
    };
    assert_eq!(
        tried(&early, Deed::Excuse, &by("15/UBND-TH"), &leader),
        Err(Refusal::NotLate)
    );
}

#[test]
fn what_is_reached_is_entered_by_the_lead() {
    let stage = |label: &str, due: &str| Stage {
        label: label.to_owned(),
        due: day(due),
        done_on: None,
    };
    let task = Task {
        stages: vec![
            stage("trình", "2023-06-01"),
            stage("ban hành", "2023-07-01"),
        ],
        target: Some(Target {
            bound: Bound::AtLeast {
                low: Amount::whole(100),
            },
            unit: "%".to_owned(),
            reached: None,
        }),
        ..a_task(Status::InProgress)
    };
    let given = Particulars {
        value: Amount::read("25,5"),
        ..Particulars::default()
    };
    let measured = tried(&task, Deed::Measure, &given, &lead()).expect("measured");
    assert_eq!(measured.target.and_then(|it| it.reached), given.value);
    let first = tried(&task, Deed::ReachStage, &Particulars::default(), &lead()).expect("reached");
    let done: Vec<_> = first.stages.iter().map(|it| it.done_on).collect();
    assert_eq!(done, [Some(day("2023-06-15")), None]);
    let given = Particulars {
        evidence: "15/QĐ-STTTT".to_owned(),
        evidence_date: Some(day("2023-06-16")),
        ..Particulars::default()
    };
    assert_eq!(
        tried(&task, Deed::Issue, &given, &lead()),
        Err(Refusal::InFuture)
    );
    let given = Particulars {
        evidence_date: Some(day("2023-06-10")),
        ..given
    };
    let issued = tried(&task, Deed::Issue, &given, &lead()).expect("issued");
    assert_eq!(issued.issued_on, Some(day("2023-06-10")));
}

#[test]
fn a_monitor_insists_on_a_disputed_task() {
    let monitor = user(Role::Monitor, None);
    let given = Particulars {
        reason: "Đúng chức năng".to_owned(),
        ..Particulars::default()
    };
    let task = a_task(Status::NotStarted);
    assert_eq!(
        tried(&task, Deed::Insist, &given, &monitor),
        Err(Refusal::NotDisputed)
    );
    let disputed = tried(&task, Deed::Dispute, &given, &lead()).expect("disputed");
    let again = tried(&disputed, Deed::Insist, &given, &monitor).expect("insisted");
    assert!(!again.is_disputed);
}
