//! `set`, `add`, `undo`: what the screens do, from the shell.

use std::process::ExitCode;

use serde_json::{Value, json};

use super::chosen_tasks;
use super::deed_args::{AddArguments, SetArguments};
use super::json as shape;
use super::meant;
use super::place::Place;
use super::print;
use super::show::codes_of;
use crate::domain::area::match_area;
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::matching::Directory;
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Need, Particulars, Refusal};
use crate::work::request::{Answer, Draft, Facts, Left, OperationKey, Request, Saved, Wish};
use crate::work::session::Session;

/// Leads tasks to a status by the one transition that leads there (DESIGN 7.6); exit 1 where one refuses.
pub fn set(place: &Place, asked: &SetArguments) -> Result<ExitCode> {
    let (to, is_json) = (status_of(&asked.status)?, asked.json);
    let mut session = place.session()?;
    let given = particulars(asked);
    let name = (place.words.terms.status)(to);
    let (codes, found) = (&asked.which.codes, &asked.which.found);
    let ids = chosen_tasks::ids(place, &mut session, codes, found, name)?;
    let Answer::Tasks(tasks) = session.answer(&Request::Tasks { ids })? else {
        return Ok(ExitCode::SUCCESS);
    };
    let mut wishes = Vec::new();
    let mut nowhere = Vec::new();
    for task in &tasks {
        match leading(task, to, session.facts()) {
            Some(deed) => wishes.push(Wish {
                id: task.id,
                seen: task.version,
                deed,
                given: given.clone(),
            }),
            None => nowhere.push(Left {
                id: task.id,
                why: Refusal::WrongStatus {
                    deed: nearest(to),
                    status: task.status,
                },
                now: Some(Box::new(task.clone())),
            }),
        }
    }
    let deeds: Vec<(TaskId, Deed)> = wishes.iter().map(|wish| (wish.id, wish.deed)).collect();
    let mut saved = Saved::default();
    if !wishes.is_empty() {
        let request = Request::Perform {
            key: OperationKey::fresh(),
            wishes,
        };
        if let Answer::Saved(answer) = session.answer(&request)? {
            saved = answer;
        }
    }
    saved.left.extend(nowhere);
    if !is_json {
        for task in &saved.done {
            let deed = deeds.iter().find(|(id, _)| *id == task.id);
            let name = deed.map_or("", |(_, deed)| (place.words.terms.deed)(*deed));
            print::line(&(place.words.console.done)(&task.code, name))?;
        }
    }
    finish(place, &mut session, &saved, is_json)
}

/// The deed that leads there. Where the document asks for no confirmation, done is what is reported done.
fn leading(task: &Task, to: Status, facts: &Facts) -> Option<Deed> {
    let straight = to == Status::Done && facts.skips_confirmation(task);
    let submit = || Deed::leading(task.status, Status::Awaiting).filter(|_| straight);
    Deed::leading(task.status, to).or_else(submit)
}

/// A status by its code.
fn status_of(word: &str) -> Result<Status> {
    let bad = || Error::BadText {
        what: "status",
        text: word.to_owned(),
    };
    let codes = || Status::ALL.map(Status::code).into_iter();
    Status::from_code(&word.replace('-', "_")).ok_or_else(|| meant::near(bad(), word, codes()))
}

/// The deed that usually leads to a status, to name in the refusal.
fn nearest(to: Status) -> Deed {
    match to {
        Status::Draft | Status::NotStarted => Deed::Assign,
        Status::InProgress => Deed::Accept,
        Status::Awaiting => Deed::Submit,
        Status::Done => Deed::Confirm,
        Status::Suspended => Deed::Suspend,
        Status::Dropped => Deed::Drop,
    }
}

fn particulars(texts: &SetArguments) -> Particulars {
    let text = |text: &Option<String>| text.as_deref().map(clean).unwrap_or_default();
    let evidence = text(&texts.evidence);
    Particulars {
        note: text(&texts.note),
        // A cause of delay has no option of its own: it is the reason for being late.
        delay_cause: text(&texts.reason),
        reason: text(&texts.reason),
        summary: if evidence.is_empty() {
            text(&texts.note)
        } else {
            String::new()
        },
        evidence,
        ..Particulars::default()
    }
}

/// Why a task refused; what is missing is named with the option that gives it, since there is no field.
fn sentence(place: &Place, left: &Left) -> String {
    let words = &place.words.refusals;
    let option = match &left.why {
        Refusal::Missing(Need::Evidence) | Refusal::WeakEvidence => "--evidence",
        Refusal::Missing(Need::Note | Need::Text) => "--note",
        Refusal::Missing(Need::Agency | Need::Asked) => "--agency",
        Refusal::Missing(Need::Due) => "--until",
        Refusal::Missing(Need::Document) => "--document",
        Refusal::Missing(Need::Issued) => "--evidence",
        Refusal::Missing(Need::IssuedOn) => "--date",
        Refusal::Missing(Need::Value) => "--value",
        Refusal::Missing(
            Need::Decision | Need::DelayCause | Need::Reason | Need::ReasonOrDocument,
        ) => "--reason",
        why => return (words.keyless)(why, left.id.0),
    };
    (place.words.console.needs)(&(words.short)(&left.why), option)
}

/// Says what was refused, and with `--json` prints what was done and what was not; exit 1 where anything
/// was refused.
pub(super) fn finish(
    place: &Place,
    session: &mut Session,
    saved: &Saved,
    is_json: bool,
) -> Result<ExitCode> {
    let sentence = |left: &Left| sentence(place, left);
    let code_of = |left: &Left| {
        let now = left.now.as_ref();
        now.map_or_else(|| format!(":{}", left.id.0), |task| task.code.clone())
    };
    if is_json {
        let codes = codes_of(session, &saved.done)?;
        let facts = session.facts();
        let tasks = saved.done.iter();
        let tasks: Vec<Value> = tasks.map(|task| shape::task(task, facts, &codes)).collect();
        let refused = saved.left.iter();
        let refused: Vec<Value> = refused
            .map(|left| json!({ "code": code_of(left), "why": sentence(left) }))
            .collect();
        print::json(&json!({ "version": shape::VERSION, "tasks": tasks, "refused": refused }))?;
    }
    for left in &saved.left {
        print::complaint(
            place.words,
            &format!("{}: {}", code_of(left), sentence(left)),
        );
    }
    Ok(match saved.left.as_slice() {
        [] => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

/// Enters a task by hand.
pub fn add(place: &Place, given: &AddArguments) -> Result<ExitCode> {
    let mut session = place.session()?;
    let text = |text: &Option<String>| text.as_deref().map(clean).unwrap_or_default();
    let agency = given
        .agency
        .as_deref()
        .map(|name| agency_of(&session, name))
        .transpose()?;
    let area = given
        .area
        .as_deref()
        .map(|name| {
            match_area(name, &session.facts().areas).ok_or_else(|| Error::BadText {
                what: "area",
                text: name.to_owned(),
            })
        })
        .transpose()?;
    let draft = Draft {
        title: clean(&given.title),
        product: text(&given.product),
        area,
        agency,
        supporting: text(&given.supporting),
        deadline_text: text(&given.deadline),
        document: text(&given.document),
        assign: !given.draft,
    };
    let request = Request::Create {
        key: OperationKey::fresh(),
        draft,
    };
    let Answer::Saved(saved) = session.answer(&request)? else {
        return Ok(ExitCode::SUCCESS);
    };
    if !given.json {
        for task in &saved.done {
            print::line(&(place.words.console.added)(&task.code, task.id.0))?;
        }
    }
    if let ([], Some(left)) = (saved.done.as_slice(), saved.left.first()) {
        // There is no task yet whose code could be named.
        return Err(Error::Refused(left.why.clone()));
    }
    finish(place, &mut session, &saved, given.json)
}

pub(super) fn agency_of(session: &Session, name: &str) -> Result<AgencyId> {
    let directory = Directory::new(&session.facts().agencies);
    let found = directory.suggest(name);
    let exact = session
        .facts()
        .agencies
        .iter()
        .find(|agency| agency.code.eq_ignore_ascii_case(name));
    match (exact, found.as_slice()) {
        (Some(agency), _) => Ok(agency.id),
        (None, [only]) => Ok(*only),
        _ => Err(meant::agency(session, name)),
    }
}

/// Takes back one's own last group; exit 1 where a row of it was left.
pub fn undo(place: &Place, is_json: bool) -> Result<ExitCode> {
    let mut session = place.session()?;
    let request = Request::Undo {
        key: OperationKey::fresh(),
    };
    let Answer::Saved(saved) = session.answer(&request)? else {
        return Ok(ExitCode::SUCCESS);
    };
    if !is_json {
        let beyond = usize::try_from(saved.beyond).unwrap_or(usize::MAX);
        let (done, left) = (saved.done.len() + beyond, saved.left.len());
        print::line(&(place.words.console.taken_back)(
            &place.words.users.things(&saved.things),
            done,
            left,
        ))?;
    }
    finish(place, &mut session, &saved, is_json)
}
