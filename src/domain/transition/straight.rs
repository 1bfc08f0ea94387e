//! What follows from a submission by itself: a document that it names was issued, and where the assigning
//! document asks for no confirmation, the task is done.

use chrono::NaiveDate;

use super::{Deed, Particulars};
use crate::domain::document::DocumentReference;
use crate::domain::status::Status;
use crate::domain::task::Task;

/// The task as [`perform`](super::perform()) made it, with what follows.
///
/// What awaits already when a document's confirmation is switched off is confirmed as before, by another
/// person of another agency (DESIGN 6): only submitting leads straight on.
#[must_use]
pub fn straight(
    mut after: Task,
    deed: Deed,
    given: &Particulars,
    skips_confirmation: bool,
    today: NaiveDate,
) -> Task {
    if deed != Deed::Submit {
        return after;
    }
    if after.owes_document
        && let Some((issued, on)) = issued(given).filter(|(_, on)| *on <= today)
    {
        after.issued = issued;
        after.issued_on = Some(on);
    }
    if skips_confirmation && after.status == Status::Awaiting {
        after.status = Status::Done;
        after.closed_on = Some(today);
        after.progress = Some(100);
    }
    after
}

/// Number and day of the document that stands in the evidence; none where either is missing.
fn issued(given: &Particulars) -> Option<(String, NaiveDate)> {
    let read = DocumentReference::parse(&given.evidence)?;
    let on = given.evidence_date.or(read.date)?;
    (!read.symbol.is_empty()).then_some((read.symbol, on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::Form;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 6, day).expect("a day of June")
    }

    fn submitted(evidence: &str, date: Option<NaiveDate>, skips: bool, owes: bool) -> Task {
        let task = Task {
            status: Status::Awaiting,
            owes_document: owes,
            ..Task::blank(Form::Task)
        };
        let given = Particulars {
            evidence: evidence.to_owned(),
            evidence_date: date,
            ..Particulars::default()
        };
        straight(task, Deed::Submit, &given, skips, day(15))
    }

    #[test]
    fn number_and_date_of_the_evidence_are_those_of_the_document_that_was_owed() {
        let issued = |evidence, date, owes| {
            let task = submitted(evidence, date, false, owes);
            (task.issued, task.issued_on)
        };
        let none = (String::new(), None);
        let whole = "Quyết định số 45/QĐ-STC ngày 12/6/2023";
        let known = ("45/QĐ-STC".to_owned(), Some(day(12)));
        assert_eq!(issued(whole, None, true), known);
        assert_eq!(issued("45/QĐ-STC", Some(day(12)), true), known);
        assert_eq!(issued("45/QĐ-STC", None, true), none, "without a date");
        assert_eq!(issued(whole, None, false), none, "nothing was owed");
        assert_eq!(
            issued("45/QĐ-STC", Some(day(16)), true),
            none,
            "a day to come"
        );
    }

    #[test]
    fn without_a_step_of_confirmation_what_is_submitted_is_done() {
        let task = submitted("Đã xong", None, true, false);
        let end = (task.status, task.closed_on, task.progress);
        assert_eq!(end, (Status::Done, Some(day(15)), Some(100)));
        assert_eq!(
            submitted("Đã xong", None, false, false).status,
            Status::Awaiting
        );
    }
}
