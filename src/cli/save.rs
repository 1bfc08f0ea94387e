//! `set`, `add`, `undo`: what the screens do, from the shell.

use serde_json::{Value, json};

use super::args::AddArguments;
use super::json as shape;
use super::place::Place;
use super::print;
use super::show::{codes_of, locate};
use crate::domain::area::match_area;
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::matching::Directory;
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Particulars, Refusal};
use crate::work::request::{Answer, Draft, OperationKey, Request, Saved, Wish};
use crate::work::session::Session;

/// What was given with `set`.
pub struct SetTexts {
    /// `--note`.
    pub note: Option<String>,
    /// `--evidence`.
    pub evidence: Option<String>,
    /// `--reason`.
    pub reason: Option<String>,
}

/// Leads tasks to a status by the one transition that leads there (DESIGN 7.6).
pub fn set(
    place: &Place,
    status: &str,
    codes: &[String],
    texts: &SetTexts,
    is_json: bool,
) -> Result<()> {
    let to = Status::from_code(status).ok_or_else(|| Error::BadText {
        what: "status",
        text: status.to_owned(),
    })?;
    let mut session = place.session()?;
    let given = particulars(texts);
    let mut ids = Vec::new();
    for code in codes {
        ids.push(locate(&mut session, code)?);
    }
    let Answer::Tasks(tasks) = session.answer(&Request::Tasks { ids })? else {
        return Ok(());
    };
    let mut wishes = Vec::new();
    for task in &tasks {
        let Some(deed) = Deed::leading(task.status, to) else {
            complain_of(
                place,
                task,
                &Refusal::WrongStatus {
                    deed: nearest(to),
                    status: task.status,
                },
            );
            continue;
        };
        wishes.push(Wish {
            id: task.id,
            seen: task.version,
            deed,
            given: given.clone(),
        });
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
    report_saved(place, &mut session, &saved, &deeds, is_json)?;
    for left in &saved.left {
        if let Some(task) = tasks.iter().find(|task| task.id == left.id) {
            complain_of(place, task, &left.why);
        }
    }
    if saved.done.len() == codes.len() {
        Ok(())
    } else {
        Err(Error::Refused(first_refusal(&saved, to, &tasks)))
    }
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

fn first_refusal(saved: &Saved, to: Status, tasks: &[Task]) -> Refusal {
    saved.left.first().map_or_else(
        || Refusal::WrongStatus {
            deed: nearest(to),
            status: tasks
                .iter()
                .find(|task| Deed::leading(task.status, to).is_none())
                .map_or(to, |task| task.status),
        },
        |left| left.why.clone(),
    )
}

fn particulars(texts: &SetTexts) -> Particulars {
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

fn complain_of(place: &Place, task: &Task, why: &Refusal) {
    let console = &place.words.console;
    let sentence = (place.words.refusals.sentence)(why, task.id.0);
    eprintln!("{}{}: {sentence}", console.complaint, task.code);
}

fn report_saved(
    place: &Place,
    session: &mut Session,
    saved: &Saved,
    deeds: &[(TaskId, Deed)],
    is_json: bool,
) -> Result<()> {
    if is_json {
        let codes = codes_of(session, &saved.done)?;
        let facts = session.facts();
        let tasks: Vec<Value> = saved
            .done
            .iter()
            .map(|task| shape::task(task, facts, &codes))
            .collect();
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "tasks": tasks }),
        )?);
    }
    for task in &saved.done {
        let deed = deeds
            .iter()
            .find(|(id, _)| *id == task.id)
            .map(|(_, deed)| *deed);
        let name = deed.map_or("", place.words.terms.deed);
        print::line(&(place.words.console.done)(&task.code, name))?;
    }
    Ok(())
}

/// Enters a task by hand.
pub fn add(place: &Place, given: &AddArguments) -> Result<()> {
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
        return Ok(());
    };
    if given.json {
        return report_saved(place, &mut session, &saved, &[], true);
    }
    for task in &saved.done {
        print::line(&(place.words.console.added)(&task.code, task.id.0))?;
    }
    match saved.left.first() {
        Some(left) => Err(Error::Refused(left.why.clone())),
        None => Ok(()),
    }
}

fn agency_of(session: &Session, name: &str) -> Result<AgencyId> {
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
        _ => Err(Error::NoAgency(name.to_owned())),
    }
}

/// Takes back one's own last group.
pub fn undo(place: &Place, is_json: bool) -> Result<()> {
    let mut session = place.session()?;
    let request = Request::Undo {
        key: OperationKey::fresh(),
    };
    let Answer::Saved(saved) = session.answer(&request)? else {
        return Ok(());
    };
    if is_json {
        return report_saved(place, &mut session, &saved, &[], true);
    }
    Ok(print::line(&(place.words.console.taken_back)(
        saved.done.len(),
        saved.left.len(),
    ))?)
}
