//! Who may do what to a task, asked of the session itself: what a screen shows does not matter.

use super::*;
use crate::domain::transition::{RULES, Refusal};

/// Every deed, and who may: viewer, clerk of the lead, clerk of another agency, monitor, leader, administrator (DESIGN
/// 6, DOMAIN 2.3). Who owns the file may all.
const WHO_MAY: &[(&str, &str)] = &[
    ("assign", "M"),
    ("accept", "CM"),
    ("dispute", "C"),
    ("progress", "CM"),
    ("submit", "CM"),
    ("confirm", "ML"),
    ("return", "ML"),
    ("transfer", "MA"),
    ("suspend", "ML"),
    ("resume", "ML"),
    ("drop", "ML"),
    ("reopen", "ML"),
    ("ask_extension", "C"),
    ("extend", "ML"),
    ("refuse_extension", "ML"),
    ("urge", "ML"),
    ("insist", "M"),
    ("ask_support", "CM"),
    ("answer_support", "M"),
    ("withdraw_support", "CM"),
    ("ask_explanation", "ML"),
    ("explain", "CM"),
    ("criticise", "ML"),
    ("propose", "ML"),
    ("excuse", "ML"),
    ("unexcuse", "ML"),
    ("correct_due", "M"),
    ("issue", "CM"),
    ("measure", "CM"),
    ("reach_stage", "CM"),
];

/// An office with a clerk of another agency as well.
fn office() -> Desk {
    let desk = Desk::new();
    let mut administrator = desk.sit("qt.snv");
    let agency = Some(administrator.code("STP"));
    let wanted = Account {
        user: User {
            login: "cv.stp".to_owned(),
            agency,
            role: Role::Clerk,
        },
        is_disabled: false,
    };
    administrator.ask(&Request::Users(crate::work::request::users::Ask::Save {
        key: OperationKey::fresh(),
        seen: None,
        wanted,
    }));
    desk
}

/// True where neither role nor agency keeps this person from the deed.
fn may(session: &mut Session, id: TaskId, deed: Deed) -> bool {
    let task = session.see(id);
    let wishes = vec![Wish {
        id,
        seen: task.version,
        deed,
        given: Particulars::default(),
    }];
    let key = OperationKey::fresh();
    let saved = match session.answer(&Request::Perform { key, wishes }) {
        Ok(Answer::Saved(saved)) => saved,
        Ok(other) => panic!("not saved: {other:?}"),
        Err(crate::domain::error::Error::NotPermitted) => return false,
        Err(other) => panic!("{other}"),
    };
    let is_refused =
        |why: &Refusal| matches!(why, Refusal::RoleMayNot { .. } | Refusal::NotYourAgency);
    !saved.left.iter().any(|left| is_refused(&left.why))
}

#[test]
fn every_deed_is_for_those_roles_that_the_table_names_and_for_nobody_else() {
    let desk = office();
    let mut monitor = desk.sit("cv.snv");
    let people = [
        ("xem", 'V'),
        ("cv.stttt", 'C'),
        ("cv.stp", 'K'),
        ("ld.ubnd", 'L'),
        ("qt.snv", 'A'),
        ("cv.vpub", 'M'),
    ];
    let mut sessions: Vec<_> = people
        .map(|(login, initial)| (desk.sit(login), initial))
        .into();
    for rule in RULES {
        let code = rule.deed.code();
        let row = WHO_MAY.iter().find(|(deed, _)| *deed == code);
        let (_, who) = row.unwrap_or_else(|| panic!("{code} is not in the table"));
        // Of each deed a task of its own: what one may do changes it.
        let task = monitor.enter("Rà soát thủ tục", "STTTT", "30/6/2023");
        for (session, initial) in &mut sessions {
            let is_allowed = may(session, task.id, rule.deed);
            assert_eq!(is_allowed, who.contains(*initial), "{code} by {initial}");
        }
    }
    assert_eq!(WHO_MAY.len(), RULES.len());
}

#[test]
fn who_submitted_does_not_confirm_and_a_monitor_does_not_confirm_the_own_agencys_task() {
    let desk = office();
    let mut monitor = desk.sit("cv.snv");
    let submit = |session: &mut Session, task: &Task| {
        let task = session.wish(task, Deed::Accept, Particulars::default());
        let given = Particulars {
            evidence: "12/BC-SNV".to_owned(),
            evidence_date: Some(day("2023-06-14")),
            ..Particulars::default()
        };
        session
            .wish(&task.done[0], Deed::Submit, given)
            .done
            .remove(0)
    };
    let confirm = |session: &mut Session, task: &Task| {
        let saved = session.wish(task, Deed::Confirm, Particulars::default());
        saved.left.into_iter().next().map(|left| left.why)
    };
    // On behalf of the lead: who submitted may not confirm.
    let others = monitor.enter("Việc của đơn vị khác", "STTTT", "30/6/2023");
    let others = submit(&mut monitor, &others);
    assert_eq!(confirm(&mut monitor, &others), Some(Refusal::OwnSubmission));
    assert_eq!(confirm(&mut desk.sit("cv.vpub"), &others), None);
    // Submitted by a colleague of another agency: the own agency's monitor may not, another's and a leader may.
    let mut other = desk.sit("cv.vpub");
    for login in ["cv.vpub", "ld.ubnd"] {
        let own = monitor.enter("Việc của Sở Nội vụ", "SNV", "30/6/2023");
        let own = match login {
            "cv.vpub" => submit(&mut monitor, &own),
            _ => submit(&mut other, &own),
        };
        assert!(matches!(
            confirm(&mut monitor, &own),
            Some(Refusal::OwnAgency | Refusal::OwnSubmission)
        ));
        assert_eq!(confirm(&mut desk.sit(login), &own), None, "{login}");
    }
}

#[test]
fn a_request_is_refused_to_a_role_by_the_session_itself() {
    let desk = office();
    let cases = [
        ("xem", "viewer"),
        ("cv.stttt", "clerk"),
        ("cv.snv", "monitor"),
        ("ld.ubnd", "leader"),
    ];
    for (login, role) in cases {
        let mut session = desk.sit(login);
        assert_eq!(session.user().role.code(), role);
        let save = Request::Users(crate::work::request::users::Ask::Save {
            key: OperationKey::fresh(),
            seen: None,
            wanted: Account {
                user: User {
                    login: "cv.moi".to_owned(),
                    agency: None,
                    role: Role::Administrator,
                },
                is_disabled: false,
            },
        });
        let refused = session.answer(&save);
        assert!(
            matches!(refused, Err(crate::domain::error::Error::ForAdministrators)),
            "{login}"
        );
    }
}
