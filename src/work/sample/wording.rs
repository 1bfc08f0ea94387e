//! What the sample's people give with a deed: notes, evidence, reasons, documents.

use chrono::{Datelike, Days, NaiveDate};
use fastrand::Rng;

use super::phrases;
use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::fold::fold;
use crate::domain::id::AgencyId;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Particulars};

/// What goes with a deed done to this task on that day; a new due date aside.
pub(super) fn given(
    deed: Deed,
    task: &Task,
    day: NaiveDate,
    agencies: &[Agency],
    rng: &mut Rng,
) -> Particulars {
    let mut given = Particulars::default();
    match deed {
        Deed::Progress => progress(&mut given, task, rng),
        Deed::Submit => {
            given.evidence = symbol(task, agencies, rng);
            given.evidence_date = day.checked_sub_days(Days::new(rng.u64(0..3)));
            if task.effective_due.is_some_and(|due| day > due) {
                given.delay_cause = pick(phrases::CAUSES, rng);
            }
        }
        Deed::Return => given.reason = pick(phrases::RETURNS, rng),
        Deed::Dispute => given.reason = pick(phrases::DISPUTES, rng),
        Deed::AskExtension => given.reason = pick(phrases::EXTENSIONS, rng),
        Deed::RefuseExtension => given.reason = pick(phrases::REFUSALS, rng),
        Deed::Extend => given.document = decision("UBND-NCPC", day, rng),
        Deed::Suspend => {
            given.reason = pick(phrases::SUSPENSIONS, rng);
            given.document = decision("UBND-TH", day, rng);
        }
        Deed::Resume => given.reason = pick(phrases::RESUMPTIONS, rng),
        Deed::Drop => {
            given.reason = pick(phrases::DROPS, rng);
            given.document = decision("TB-VP", day, rng);
        }
        Deed::Transfer => {
            given.reason = pick(phrases::TRANSFERS, rng);
            given.agency = other_lead(task.agency, agencies);
        }
        Deed::Urge => {
            given.reason = pick(phrases::URGINGS, rng);
            given.document = decision("SNV-CCHC", day, rng);
        }
        Deed::Assign
        | Deed::Accept
        | Deed::Confirm
        | Deed::Reopen
        | Deed::Insist
        | Deed::AskSupport
        | Deed::AnswerSupport
        | Deed::WithdrawSupport
        | Deed::AskExplanation
        | Deed::Explain
        | Deed::Criticise
        | Deed::Propose
        | Deed::Excuse
        | Deed::Unexcuse
        | Deed::CorrectDue
        | Deed::Issue
        | Deed::Measure
        | Deed::ReachStage => {}
    }
    given
}

fn pick(list: &[&str], rng: &mut Rng) -> String {
    rng.choice(list).copied().unwrap_or_default().to_owned()
}

fn progress(given: &mut Particulars, task: &Task, rng: &mut Rng) {
    let before = task.progress.unwrap_or(0);
    let list = match (task.due, before) {
        (None, _) => phrases::ONGOING,
        (_, 0..=29) => phrases::EARLY,
        (_, 30..=69) => phrases::MIDDLE,
        _ => phrases::LATE,
    };
    given.note = pick(list, rng);
    if task.due.is_some() {
        let step = rng.u8(3..8) * 5;
        given.percent = Some(before.saturating_add(step).min(95));
    }
}

/// `324/BC-SNV`: a number, the letters of the product, the agency's own sign.
fn symbol(task: &Task, agencies: &[Agency], rng: &mut Rng) -> String {
    let product = fold(&task.product);
    let letters = phrases::SYMBOLS
        .iter()
        .find(|(word, _)| product.starts_with(word))
        .map_or("BC", |(_, letters)| letters);
    let agency = agencies.iter().find(|agency| agency.id == task.agency);
    let sign = agency.map_or("SNV", |agency| match agency.kind {
        AgencyKind::District | AgencyKind::RuralDistrict | AgencyKind::City => "UBND",
        _ => agency.code.as_str(),
    });
    format!("{}/{letters}-{sign}", rng.u16(12..1900))
}

fn decision(sign: &str, day: NaiveDate, rng: &mut Rng) -> String {
    let number = day.ordinal() * 11 + rng.u32(1..11);
    let date = day.format("%d/%m/%Y");
    match sign {
        "TB-VP" => format!("Thông báo số {number}/{sign} ngày {date}"),
        _ => format!("Công văn số {number}/{sign} ngày {date}"),
    }
}

fn other_lead(lead: AgencyId, agencies: &[Agency]) -> Option<AgencyId> {
    let of = |code: &str| {
        let found = agencies.iter().find(|agency| agency.code == code);
        found.map(|agency| agency.id)
    };
    of("STTTT").filter(|id| *id != lead).or_else(|| of("SNV"))
}
