//! Letters made from rows: to every lead about its late tasks, recorded as what was done to these.
//!
//! A letter without its record, or a record without its letter, would be a lie on paper. So the letters are written
//! beside their places first, where a full disk ends it before anything is saved; and they are moved into place
//! inside of the transaction, after the rows and before the commit. Whatever fails until then takes the rows back,
//! and a commit that fails takes the files away again. What the database has keeps its letters, whatever went wrong after
//! that: who asks again under the same key hears what was done then.

mod then;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

use super::paper::{issuer_in_a_sentence, letterhead, skeleton};
use super::perform::note;
use super::progress::Progress;
use super::request::letters::{Ask, Letter, Told};
use super::request::{Facts, Left};
use super::session::Session;
use crate::domain::agency::Agency;
use crate::domain::condition::ConditionKind;
use crate::domain::error::Result;
use crate::domain::id::AgencyId;
use crate::domain::paper::{LetterKind, Letterhead, Paper, PaperFault};
use crate::domain::query::{Anchor, Position, Query};
use crate::domain::setting::Setting;
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::transition::{self, Deed, Particulars, Refusal};
use crate::exchange::paper::{self, LetterRow};
use crate::exchange::tray::Tray;
use crate::exchange::write::{Beside, Existing, fault_at};
use crate::store::{Kind, Patience, Writer, Written};

/// Tasks read at once.
const PAGE: usize = 500;

/// A page is waited for so long, then its next part is asked for.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(1);

/// A letter that is about to be written.
struct Draft {
    agency: Agency,
    number: u32,
    given: Particulars,
    tasks: Vec<Task>,
    file: PathBuf,
}

/// Writes the letters and records them, or says what that would do.
pub(super) fn write(session: &mut Session, ask: &Ask, progress: &mut Progress<'_>) -> Result<Told> {
    if let Some(told) = then::told(session, ask)? {
        return Ok(told);
    }
    let head = letterhead(session)?;
    if head.symbol.is_empty() {
        return Err(PaperFault::NoSymbol.into());
    }
    let kept = session.store.setting(Setting::PaperNumber.key())?;
    let next = number_on(session.facts().today, kept.as_deref());
    let found = progress.reading(|progress| late_tasks(session, ask, progress))?;
    let facts = std::sync::Arc::clone(session.facts());
    let (drafts, left) = draft(session, &facts, ask, &head, next, found)?;
    let tray = session.setup.files.tray().cloned();
    let is_at_door = tray.is_some();
    let told = Told {
        operation: None,
        letters: drafts
            .iter()
            .map(|it| told_of(it, &head, is_at_door))
            .collect(),
        left,
    };
    if ask.is_rehearsal || drafts.is_empty() {
        return Ok(told);
    }
    let beside = write_beside(session, ask, &head, &drafts, tray.as_ref(), progress)?;
    match record(session, ask, &facts, next, &drafts, beside)? {
        Written::Done { operation, .. } => {
            session.reload()?;
            let operation = Some(operation);
            Ok(Told { operation, ..told })
        }
        Written::Again { operation } => then::letters_of(session, ask, operation),
        Written::Nothing { .. } => Ok(told),
    }
}

const fn deed_of(kind: LetterKind) -> Deed {
    match kind {
        LetterKind::Urge => Deed::Urge,
        LetterKind::Explain => Deed::AskExplanation,
    }
}

/// The number that the next letter of a day has.
fn number_on(day: NaiveDate, kept: Option<&str>) -> u32 {
    let text = Setting::PaperNumber.in_force(kept, day);
    text.parse().unwrap_or(1)
}

/// The tasks that were named; else those that a filter finds, late ones where it says nothing of that.
fn late_tasks(session: &Session, ask: &Ask, progress: &mut Progress<'_>) -> Result<Vec<Task>> {
    if !ask.only.is_empty() {
        return session.store.tasks(&ask.only);
    }
    let facts = session.facts();
    let mut query = Query {
        filter: ask.query.filter.clone(),
        ..Query::default()
    };
    if query.filter.conditions.is_empty() {
        query.filter.conditions = vec![ConditionKind::Overdue];
    }
    let query = &super::lists::spelled_out(&query, facts);
    let mut found = Vec::new();
    let mut anchor = Anchor::First;
    loop {
        // Who only looks goes on with something else meanwhile.
        match ask.is_rehearsal {
            true => progress.go_on()?,
            false => progress.step(found.len(), 0)?,
        }
        let patience = Patience::of(PATIENCE).or_until(progress.flag());
        let page = session
            .store
            .page(query, &facts.day(), &facts.user, anchor, PAGE, patience)?;
        let last = page.tasks.last().filter(|_| page.has_more);
        let next = page.searched_to.or(last.and_then(Position::of));
        found.extend(page.tasks);
        match next {
            Some(place) => anchor = Anchor::After(place),
            None => return Ok(found),
        }
    }
}

/// Why no letter is written about a task; else the task as it would be.
fn refusal(task: &Task, deed: Deed, given: &Particulars, facts: &Facts) -> Option<Refusal> {
    let agency = facts.agency(task.agency);
    let is_there = agency.is_some_and(|it| it.is_valid_on(facts.today));
    if task.agency == AgencyId::UNRESOLVED || !is_there {
        return Some(Refusal::AgencyEnded);
    }
    if facts.day().judge(task).days_late().is_none() {
        return Some(Refusal::NotLate);
    }
    // Submitted: what is waited for now is the confirmation.
    if deed == Deed::Urge && task.status == Status::Awaiting {
        let status = task.status;
        return Some(Refusal::WrongStatus { deed, status });
    }
    transition::perform(task, deed, given, &facts.user, &facts.day()).err()
}

/// The letters, in the order of the agencies, and the tasks that none is about.
fn draft(
    session: &Session,
    facts: &Facts,
    ask: &Ask,
    head: &Letterhead,
    next: u32,
    found: Vec<Task>,
) -> Result<(Vec<Draft>, Vec<Left>)> {
    let deed = deed_of(ask.kind);
    let given = |number| Particulars {
        document: head.cited(number, facts.today),
        due: (deed == Deed::AskExplanation)
            .then_some(ask.until)
            .flatten(),
        ..Particulars::default()
    };
    let first = ask.number.unwrap_or(next);
    let (mut left, mut by_agency) = (Vec::new(), BTreeMap::<AgencyId, Vec<Task>>::new());
    for task in found {
        match refusal(&task, deed, &given(first), facts) {
            None => by_agency.entry(task.agency).or_default().push(task),
            Some(why) => left.push(Left {
                id: task.id,
                why,
                now: Some(Box::new(task)),
            }),
        }
    }
    let count = by_agency.len();
    let mut drafts = Vec::with_capacity(count);
    for (number, agency) in (first..).zip(
        facts
            .agencies
            .iter()
            .filter(|it| by_agency.contains_key(&it.id)),
    ) {
        drafts.push(Draft {
            agency: agency.clone(),
            number,
            given: given(number),
            tasks: by_agency.get(&agency.id).cloned().unwrap_or_default(),
            file: file_of(session, ask, agency, (number, facts.today), count)?,
        });
    }
    Ok((drafts, left))
}

/// Where a letter will lie: at the door in the tray, else in the directory that was named, or as the file.
fn file_of(
    session: &Session,
    ask: &Ask,
    agency: &Agency,
    (number, on): (u32, NaiveDate),
    count: usize,
) -> Result<PathBuf> {
    let code: String = agency
        .code
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() { it } else { '-' })
        .collect();
    let what = match ask.kind {
        LetterKind::Urge => "don-doc",
        LetterKind::Explain => "giai-trinh",
    };
    // Numbers begin anew with the year: letters of two years may lie side by side.
    let year = on.year();
    let name = format!("cong-van-{year}-{number:02}-{what}-{code}.docx");
    if let Some(tray) = session.setup.files.tray() {
        return tray.place(Path::new(&name));
    }
    let is_file = ask
        .output
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
    match (is_file, count) {
        (true, 1) => Ok(ask.output.clone()),
        (true, count) => Err(PaperFault::OneFile(count).into()),
        (false, _) => Ok(ask.output.join(name)),
    }
}

/// A letter as it is told.
fn told_of(draft: &Draft, head: &Letterhead, is_at_door: bool) -> Letter {
    Letter {
        agency: draft.agency.id,
        number: head.numbered(draft.number),
        tasks: draft.tasks.iter().map(|task| task.id).collect(),
        file: name_told(draft.file.clone(), is_at_door),
    }
}

/// A file as it is told: at the door without the path of the server.
fn name_told(file: PathBuf, is_at_door: bool) -> PathBuf {
    let name = file.file_name().filter(|_| is_at_door).map(PathBuf::from);
    name.unwrap_or(file)
}

/// Writes the letters beside their places, to the disk.
fn write_beside<'a>(
    session: &Session,
    ask: &Ask,
    head: &Letterhead,
    drafts: &'a [Draft],
    tray: Option<&'a Tray>,
    progress: &mut Progress<'_>,
) -> Result<Vec<Beside<'a>>> {
    let skeleton = skeleton(session, Paper::Letter)?;
    let issuer = issuer_in_a_sentence(session, head);
    let day = session.facts().day();
    let mut beside = Vec::with_capacity(drafts.len());
    for (done, draft) in drafts.iter().enumerate() {
        progress.step(done, drafts.len())?;
        let fault = |error| fault_at(error, &draft.file);
        let mut file = Beside::open(&draft.file, Existing::Keep, tray)?;
        let row = |task: &Task| LetterRow {
            code: task.code.clone(),
            title: task.title.clone(),
            due: task.effective_due,
            days: day.judge(task).days_late().unwrap_or(0),
            urging: task.urgings + 1,
        };
        let letter = paper::Letter {
            kind: ask.kind,
            head,
            issuer: &issuer,
            number: draft.number,
            on: day.today,
            until: ask.until,
            agency: &draft.agency,
            rows: draft.tasks.iter().map(row).collect(),
        };
        letter.write(file.file(), &skeleton, &fault)?;
        file.sync()?;
        beside.push(file);
    }
    Ok(beside)
}

/// Saves the rows and moves the letters into place, both or neither.
fn record(
    session: &mut Session,
    ask: &Ask,
    facts: &Facts,
    next: u32,
    drafts: &[Draft],
    beside: Vec<Beside<'_>>,
) -> Result<Written<()>> {
    let deed = deed_of(ask.kind);
    let mut moved: Vec<PathBuf> = Vec::new();
    let written = session.write(&ask.key, Kind::Save, deed.code(), |writer| {
        count_up(writer, facts.today, next, drafts)?;
        for draft in drafts {
            for task in &draft.tasks {
                save(writer, task, deed, &draft.given, facts)?;
            }
        }
        for (file, draft) in beside.into_iter().zip(drafts) {
            file.finish()?;
            moved.push(draft.file.clone());
        }
        Ok(())
    });
    // Something may go wrong after the record was saved too: where it was, and where nobody can tell, they stay.
    if written.is_err() && matches!(session.store.operation_of(&ask.key.0), Ok(None)) {
        // They were made by us a moment ago, and nobody has them.
        for file in moved {
            let _ = std::fs::remove_file(file);
        }
    }
    written
}

/// The number after the last letter; somebody may have written others meanwhile.
fn count_up(writer: &mut Writer<'_>, today: NaiveDate, next: u32, drafts: &[Draft]) -> Result<()> {
    let setting = Setting::PaperNumber;
    let kept = writer.setting(setting.key())?;
    if number_on(today, kept.as_deref()) != next {
        return Err(PaperFault::Overtaken.into());
    }
    let after = drafts.last().map_or(next, |last| last.number + 1);
    if after > next {
        let after = setting.to_keep(&after.to_string(), today);
        writer.set_setting(setting.key(), Some(&after))?;
    }
    Ok(())
}

/// What stands in the letter is what is saved: a row that somebody changed since ends it all.
fn save(
    writer: &mut Writer<'_>,
    seen: &Task,
    deed: Deed,
    given: &Particulars,
    facts: &Facts,
) -> Result<()> {
    let now = writer.task(seen.id)?;
    let Some(task) = now.filter(|now| now.version == seen.version) else {
        return Err(PaperFault::Overtaken.into());
    };
    let after = transition::perform(&task, deed, given, &facts.user, &facts.day())?;
    let note = note(&task, deed, given, &facts.user);
    writer.save_task(&task, &after, note)?;
    Ok(())
}
