//! The fields of the deeds of follow-up, and of what a leader decides.

use std::sync::Arc;

use crate::domain::follow_up::SupportRequest;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Need, needs};
use crate::domain::typed_date::Toward;
use crate::lang::format;
use crate::ui::screen::Ui;
use crate::ui::screens::choice::agencies_of_today;
use crate::ui::widgets::form::{Kind, Row};
use crate::ui::widgets::narrow::Item;

/// What is asked for; nothing for deeds that are no follow-up.
pub(super) fn of(deed: Deed, tasks: &[&Task], ui: &Ui) -> Vec<Row> {
    let t = &ui.t.follow;
    let text = |name, label| Row::new(name, label, Kind::Text);
    let day = |name, label, toward| Row::new(name, label, Kind::Date(toward));
    let reason = || text("reason", ui.t.confirm.reason);
    let document = || text("document", ui.t.confirm.document);
    match deed {
        Deed::Insist => vec![reason().needed()],
        Deed::AskSupport => vec![
            Row::new(
                "agency",
                t.asked_agency,
                Kind::Choice(agencies_of_today(ui)),
            )
            .wide(36)
            .needed(),
            text("note", t.question).needed(),
            day("due", t.wanted_by, Toward::Future),
        ],
        Deed::AnswerSupport => {
            let mut rows: Vec<Row> = request(tasks, ui).into_iter().collect();
            rows.push(text("note", t.answer).needed());
            rows
        }
        Deed::WithdrawSupport => {
            let mut rows: Vec<Row> = request(tasks, ui).into_iter().collect();
            rows.push(reason());
            rows
        }
        Deed::AskExplanation => {
            let mut rows = decided(deed, tasks, ui);
            rows.push(day("due", t.wanted_by, Toward::Future));
            rows
        }
        Deed::Excuse | Deed::Unexcuse => decided(deed, tasks, ui),
        Deed::RefuseExtension => {
            let mut rows = vec![reason().needed()];
            let decided = decided(deed, tasks, ui).into_iter();
            rows.extend(decided.filter(|row| row.name == "document"));
            rows
        }
        Deed::Explain => vec![text("note", t.explanation).needed(), document()],
        Deed::Criticise | Deed::Propose => vec![document().needed(), reason()],
        Deed::CorrectDue => vec![
            day("due", t.right_date, Toward::Future).needed(),
            reason().needed(),
            document(),
        ],
        Deed::Issue => vec![
            text("evidence", ui.t.confirm.evidence).wide(24).needed(),
            day("evidence_date", t.issued_on, Toward::Past).needed(),
        ],
        Deed::Measure => {
            let unit = tasks.first().and_then(|task| task.target.as_ref());
            let label = (t.value)(unit.map_or("", |target| &target.unit));
            vec![
                text("value", &label).wide(16).needed(),
                text("note", ui.t.confirm.note),
            ]
        }
        Deed::ReachStage => {
            let mut rows: Vec<Row> = stage(tasks, ui).into_iter().collect();
            rows.push(day("day", t.reached_on, Toward::Past).with(&format::date(ui.facts.today)));
            rows
        }
        Deed::Assign
        | Deed::Accept
        | Deed::Dispute
        | Deed::Progress
        | Deed::Submit
        | Deed::Confirm
        | Deed::Return
        | Deed::Transfer
        | Deed::Suspend
        | Deed::Resume
        | Deed::Drop
        | Deed::Reopen
        | Deed::AskExtension
        | Deed::Extend
        | Deed::Urge => Vec::new(),
    }
}

/// A reason and a document; the document first where it has to be named.
pub(super) fn decided(deed: Deed, tasks: &[&Task], ui: &Ui) -> Vec<Row> {
    let reason = Row::new("reason", ui.t.confirm.reason, Kind::Text);
    let document = Row::new("document", ui.t.confirm.document, Kind::Text);
    let (user, today) = (&ui.facts.user, ui.facts.today);
    let is_needed = |task: &&Task| needs(task, deed, user, today).contains(&Need::Document);
    if tasks.iter().any(is_needed) {
        vec![document.needed(), reason]
    } else {
        vec![reason, document]
    }
}

/// Which request, where one task has several that are open.
fn request(tasks: &[&Task], ui: &Ui) -> Option<Row> {
    let [task] = tasks else {
        return None;
    };
    let open = task.requests.iter().enumerate();
    let item = |(place, request): (usize, &SupportRequest)| {
        let agency = ui.facts.agency(request.agency);
        let code = agency.map_or("", |agency| agency.code.as_str());
        let number = (place + 1).to_string();
        Item::new(&number, &number, &format!("{code}: {}", request.text))
    };
    let items: Arc<[Item]> = open.filter(|(_, it)| it.is_open()).map(item).collect();
    let is_choice = items.len() > 1;
    is_choice.then(|| {
        Row::new("part", ui.t.follow.request, Kind::Choice(items))
            .wide(44)
            .needed()
    })
}

/// Which stage, where several are not reached; the first of them unless said otherwise.
fn stage(tasks: &[&Task], ui: &Ui) -> Option<Row> {
    let [task] = tasks else {
        return None;
    };
    let stages = task.stages.iter().enumerate();
    let open = stages.filter(|(_, stage)| stage.done_on.is_none());
    let items: Arc<[Item]> = open
        .map(|(place, stage)| {
            let number = (place + 1).to_string();
            let text = format!("{} ({})", stage.label, format::date(stage.due));
            Item::new(&number, &number, &text)
        })
        .collect();
    let first = items.first().map(|item| item.value.clone())?;
    Some(
        Row::new("part", ui.t.follow.stage, Kind::Choice(items))
            .wide(44)
            .with(&first),
    )
}
