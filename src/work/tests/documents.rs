//! The register of documents: spellings, chains, confirmation, taking back.

use super::*;
use crate::domain::document::DocumentFlaw;
use crate::domain::error::Error;
use crate::domain::id::DocumentId;
use crate::domain::status::Status;
use crate::domain::transition::Refusal;
use crate::work::request::documents::{Ask, Draft as Document, Told};

/// Enters a document, or says why it is refused.
fn enter(session: &mut Session, number: &str, bases: &[DocumentId]) -> Result<DocumentId> {
    save(session, None, number, bases)
}

fn correct(session: &mut Session, id: DocumentId, bases: &[DocumentId]) -> Result<DocumentId> {
    let number = session
        .facts()
        .document(id)
        .expect("a document")
        .symbol
        .clone();
    save(session, Some(id), &number, bases)
}

fn save(
    session: &mut Session,
    id: Option<DocumentId>,
    number: &str,
    bases: &[DocumentId],
) -> Result<DocumentId> {
    let seen = id.and_then(|id| session.facts().document(id)).cloned();
    let mut draft = seen.as_ref().map(Document::of).unwrap_or_default();
    number.clone_into(&mut draft.number);
    draft.bases = bases.to_vec();
    put(session, seen, draft)
}

fn put(
    session: &mut Session,
    seen: Option<crate::domain::document::Document>,
    draft: Document,
) -> Result<DocumentId> {
    let ask = Ask::Save {
        key: OperationKey::fresh(),
        seen: seen.map(Box::new),
        draft,
    };
    match session.answer(&Request::Documents(ask))? {
        Answer::Documents(Told::Saved(saved)) => Ok(saved.id),
        other => panic!("not saved: {other:?}"),
    }
}

fn flaw<T: std::fmt::Debug>(result: Result<T>) -> DocumentFlaw {
    match result {
        Err(Error::Document(flaw)) => flaw,
        other => panic!("no flaw: {other:?}"),
    }
}

fn enter_task(session: &mut Session, document: &str) -> Task {
    let draft = Draft {
        title: "Rà soát thủ tục".to_owned(),
        product: "Báo cáo".to_owned(),
        agency: Some(session.code("STTTT")),
        deadline_text: "30/6/2023".to_owned(),
        document: document.to_owned(),
        assign: true,
        ..Draft::default()
    };
    let key = OperationKey::fresh();
    let saved = session.saved(&Request::Create { key, draft });
    saved.done.last().expect("a task").clone()
}

#[test]
fn a_number_in_another_spelling_is_the_same_document() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let id = enter(&mut monitor, "Nghị quyết số 26-NQ/TW ngày 19.5.2018", &[]).expect("a document");
    let document = monitor.facts().document(id).expect("it is known").clone();
    assert_eq!(
        (document.code.as_str(), document.kind.as_str()),
        ("NQ26/18", "Nghị quyết")
    );
    let again = enter(&mut monitor, "nghi quyet 026 - nq/tư ngày 19/5/2018", &[]);
    assert_eq!(flaw(again), DocumentFlaw::Same("NQ26/18".to_owned()));
    let task = enter_task(&mut monitor, "Nghị quyết 26 - NQ/TƯ ngày 19/5/2018");
    assert_eq!(task.document, Some(id));
    assert_eq!(monitor.facts().documents.len(), 1);
    let other_day = enter(&mut monitor, "26-NQ/TW ngày 19/5/2020", &[]);
    assert!(
        other_day.is_ok(),
        "another year's resolution of that number"
    );
    assert_eq!(
        flaw(enter(&mut monitor, "nghị quyết", &[])),
        DocumentFlaw::NoSymbol("nghị quyết".to_owned())
    );
}

#[test]
fn a_chain_in_a_circle_is_refused_and_nothing_is_lost() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let resolution = enter(&mut monitor, "26-NQ/TW ngày 19/5/2018", &[]).expect("a document");
    let directive = enter(&mut monitor, "901/CT-UBND ngày 10/5/2022", &[resolution]).expect("one");
    let plan = enter(
        &mut monitor,
        "9125/KH-UBND ngày 12/1/2023",
        &[directive, resolution],
    )
    .expect("one");
    let circle = correct(&mut monitor, resolution, &[resolution]);
    let way =
        |codes: &[&str]| DocumentFlaw::Circle(codes.iter().map(|it| (*it).to_owned()).collect());
    assert_eq!(flaw(circle), way(&["NQ26/18", "NQ26/18"]));
    let younger = correct(&mut monitor, resolution, &[plan]);
    assert_eq!(
        flaw(younger),
        DocumentFlaw::YoungerBasis("KH9125/23".to_owned(), "NQ26/18".to_owned())
    );
    // Without dates only the circle tells.
    let one = enter(&mut monitor, "1/QĐ-UBND", &[]).expect("one");
    let two = enter(&mut monitor, "2/QĐ-UBND", &[one]).expect("one");
    assert_eq!(
        flaw(correct(&mut monitor, one, &[two])),
        way(&["QD1", "QD2", "QD1"])
    );
    assert_eq!(
        monitor.facts().document(plan).expect("it").bases,
        [directive, resolution]
    );
    assert_eq!(monitor.facts().document(one).expect("it").bases, []);
}

#[test]
fn of_two_who_correct_a_document_the_second_hears_of_the_first() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let id = enter(&mut monitor, "901/CT-UBND ngày 10/5/2022", &[]).expect("a document");
    let mut other = desk.sit("cv.vpub");
    let seen = other.facts().document(id).cloned();
    let mut draft = Document::of(seen.as_ref().expect("it"));
    draft.summary = "Siết chặt kỷ luật".to_owned();
    put(&mut monitor, seen.clone(), draft.clone()).expect("saved");
    draft.summary = "Tăng cường kỷ luật".to_owned();
    assert_eq!(
        flaw(put(&mut other, seen, draft)),
        DocumentFlaw::Changed("CT901/22".to_owned())
    );
    let mut clerk = desk.sit("cv.stttt");
    let refused = enter(&mut clerk, "5/KH-STTTT ngày 1/6/2023", &[]);
    assert!(matches!(refused, Err(Error::NotPermitted)));
    let later = enter(&mut monitor, "5/KH-UBND ngày 1/7/2023", &[]);
    assert_eq!(flaw(later), DocumentFlaw::LaterDate(day("2023-07-01")));
}

#[test]
fn a_document_is_taken_back_unless_somebody_rests_on_it_and_done_again() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let id = enter(&mut monitor, "901/CT-UBND ngày 10/5/2022", &[]).expect("a document");
    monitor.undo().expect("taken back");
    assert_eq!(monitor.facts().document(id), None);
    monitor.redo().expect("done again");
    assert_eq!(monitor.facts().document(id).expect("it").code, "CT901/22");
    let mut other = desk.sit("cv.vpub");
    let task = enter_task(&mut other, "901/CT-UBND ngày 10/5/2022");
    assert_eq!(task.document, Some(id));
    assert_eq!(
        flaw(monitor.undo()),
        DocumentFlaw::InUse("CT901/22".to_owned())
    );
    // A document that came with a task stays when the task is taken back.
    let task = enter_task(&mut other, "7/KH-UBND ngày 2/6/2023");
    other.undo().expect("taken back");
    assert!(other.see(task.id).is_gone);
    assert!(
        other
            .facts()
            .document(task.document.expect("one"))
            .is_some()
    );
    other.redo().expect("done again");
    assert!(!other.see(task.id).is_gone);
}

#[test]
fn where_confirmation_is_off_reported_is_done_and_what_awaits_is_still_confirmed_by_another() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let tasks: Vec<Task> = (0..2)
        .map(|_| enter_task(&mut monitor, "9125/KH-UBND ngày 12/1/2023"))
        .collect();
    assert!(tasks[0].owes_document, "a report is a document");
    let evidence = Particulars {
        evidence: "Báo cáo số 324/BC-STTTT ngày 14/6/2023".to_owned(),
        ..Particulars::default()
    };
    let submit = |session: &mut Session, task: &Task| {
        let accepted = session
            .wish(task, Deed::Accept, Particulars::default())
            .done
            .remove(0);
        session
            .wish(&accepted, Deed::Submit, evidence.clone())
            .done
            .remove(0)
    };
    let awaiting = submit(&mut monitor, &tasks[0]);
    assert_eq!(awaiting.status, Status::Awaiting);
    let id = tasks[0].document.expect("a document");
    let seen = monitor.facts().document(id).cloned().expect("it");
    let draft = Document {
        skips_confirmation: true,
        ..Document::of(&seen)
    };
    // A setting is the administrators': a monitor who might switch it off closed own tasks by reporting them.
    let refused = put(&mut monitor, Some(seen.clone()), draft.clone());
    assert!(
        matches!(refused, Err(Error::ForAdministrators)),
        "{refused:?}"
    );
    let mut administrator = desk.sit("qt.snv");
    put(&mut administrator, Some(seen.clone()), draft.clone()).expect("switched off");
    // They set that, and enter and correct nothing else.
    let now = administrator.facts().document(id).cloned().expect("it");
    let corrected = Document {
        summary: "Khác".to_owned(),
        ..Document::of(&now)
    };
    let refused = put(&mut administrator, Some(now.clone()), corrected.clone());
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let entered = Document {
        number: "999/KH-UBND".to_owned(),
        ..corrected.clone()
    };
    let refused = put(&mut administrator, None, entered);
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    administrator.undo().expect("taken back");
    put(&mut administrator, Some(seen), draft).expect("switched off");
    // A monitor corrects what stands beside it, and leaves it as it is.
    monitor.ask(&Request::News);
    put(&mut monitor, Some(now), corrected).expect("corrected");
    // The clerk's session has not looked since: the flag is read where it is written.
    let done = submit(&mut desk.sit("cv.stttt"), &tasks[1]);
    assert_eq!(
        (done.status, done.closed_on),
        (Status::Done, Some(day("2023-06-15")))
    );
    assert_eq!(
        (done.issued.as_str(), done.issued_on),
        ("324/BC-STTTT", Some(day("2023-06-14")))
    );
    let own = monitor.wish(&awaiting, Deed::Confirm, Particulars::default());
    assert_eq!(own.left[0].why, Refusal::OwnSubmission);
    let other = desk
        .sit("cv.vpub")
        .wish(&awaiting, Deed::Confirm, Particulars::default());
    assert_eq!(other.done.len(), 1);
    let ask = Request::Documents(Ask::Counts);
    let Answer::Documents(Told::Counts(counts)) = monitor.ask(&ask) else {
        panic!("no counts");
    };
    assert_eq!((counts[0].all, counts[0].open, counts[0].late), (2, 0, 0));
    assert_eq!(
        monitor.store().check_document_tallies().expect("a check"),
        []
    );
}
