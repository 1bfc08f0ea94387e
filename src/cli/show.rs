//! `show`, `agencies`: what the screens show, from the shell.

use serde_json::{Value, json};

use super::json::{self as shape, Codes};
use super::place::Place;
use super::print::{self, Column, Form};
use crate::domain::agency::lineage::{self, By};
use crate::domain::change::Change;
use crate::domain::error::{Error, Result};
use crate::domain::filter;
use crate::domain::fold::clean;
use crate::domain::id::TaskId;
use crate::domain::query::Filter;
use crate::domain::task::Task;
use crate::lang::format;
use crate::lang::report::said;
use crate::work::request::{Answer, Facts, Request, Sheet};
use crate::work::session::Session;

/// Rows asked for at once: memory stays the same however long the list is.
const PAGE: usize = 200;

/// Reads the words of a filter.
pub(super) fn read_filter(session: &Session, words: &str) -> Result<Filter> {
    let facts = session.facts();
    filter::parse(&clean(words), &facts.filter_context()).map_err(Error::BadFilter)
}

/// The codes of the parents and series of these tasks.
pub(super) fn codes_of(session: &mut Session, tasks: &[Task]) -> Result<Codes> {
    let mut ids: Vec<TaskId> = tasks
        .iter()
        .flat_map(|task| [task.parent, task.series])
        .flatten()
        .collect();
    ids.sort_unstable();
    ids.dedup();
    match session.answer(&Request::Tasks { ids })? {
        Answer::Tasks(tasks) => Ok(tasks.into_iter().map(|task| (task.id, task.code)).collect()),
        _ => Ok(Codes::new()),
    }
}

/// The task of this number or code.
pub(super) fn locate(session: &mut Session, text: &str) -> Result<TaskId> {
    match session.answer(&Request::Locate { text: clean(text) })? {
        Answer::Located(id) => Ok(id),
        _ => Err(Error::NoTask(text.to_owned())),
    }
}

/// Shows a task and its log.
pub fn show(place: &Place, code: &str, is_json: bool) -> Result<()> {
    let mut session = place.session()?;
    let id = locate(&mut session, code)?;
    let sheet = match session.answer(&Request::Sheet { id })? {
        Answer::Sheet(sheet) => *sheet,
        _ => return Err(Error::NoTask(code.to_owned())),
    };
    let codes = codes_of(&mut session, std::slice::from_ref(&sheet.task))?;
    if !is_json {
        return show_text(place, &session, &sheet);
    }
    let mut task = shape::task(&sheet.task, session.facts(), &codes);
    if let Value::Object(fields) = &mut task {
        let changes: Vec<Value> = whole_log(&mut session, &sheet)?;
        fields.insert("changes".to_owned(), Value::Array(changes));
    }
    Ok(print::json(
        &json!({ "version": shape::VERSION, "task": task }),
    )?)
}

/// All changes of a task, oldest first.
fn whole_log(session: &mut Session, sheet: &Sheet) -> Result<Vec<Value>> {
    let mut log: Vec<Value> = Vec::new();
    let mut before = None;
    loop {
        let request = Request::Log {
            task: Some(sheet.task.id),
            before,
            limit: PAGE,
        };
        let Answer::Log(rows) = session.answer(&request)? else {
            break;
        };
        log.extend(rows.iter().map(|row| shape::change(row, session.facts())));
        match rows.last() {
            Some(last) if rows.len() == PAGE => before = Some(last.id),
            _ => break,
        }
    }
    log.reverse();
    Ok(log)
}

fn show_text(place: &Place, session: &Session, sheet: &Sheet) -> Result<()> {
    let (task, facts, terms) = (&sheet.task, session.facts(), &place.words.terms);
    let agency = facts.agency(task.agency);
    let day = |date: Option<chrono::NaiveDate>| {
        date.map_or_else(String::new, |date| {
            let weekday = format::weekday(date, place.words.language);
            match place.form {
                Form::Columns => format!("{weekday} {}", format::date(date)),
                Form::Plain { .. } => place.date(date),
            }
        })
    };
    let condition = facts.day().judge(task);
    let values = [
        task.code.clone(),
        format!(":{}", task.id.0),
        task.title.clone(),
        agency.map_or_else(|| terms.no_agency.to_owned(), |agency| agency.name.clone()),
        agency.map_or_else(String::new, |agency| agency.head_title.clone()),
        task.supporting.clone(),
        facts
            .area(task.area)
            .map_or_else(String::new, |area| area.name_vi.clone()),
        task.product.clone(),
        sheet
            .document
            .as_ref()
            .map_or_else(String::new, shape::document),
        task.deadline_text.clone(),
        day(task.due),
        day(task.original_due),
        format!(
            "{}, {}",
            (terms.status)(task.status),
            (terms.condition)(condition)
        ),
        task.progress.map_or_else(String::new, |percent| {
            format!("{percent}% {}", task.progress_note)
        }),
        task.evidence.clone(),
    ];
    for (label, value) in place.words.console.show_labels.iter().zip(values) {
        if !value.is_empty() {
            print::row(
                place,
                &[Column::Left(16), Column::Rest],
                &[(*label).to_owned(), value],
            )?;
        }
    }
    print::remark(place, place.words.console.log)?;
    for change in sheet.log.iter().rev() {
        logged(place, change, facts)?;
    }
    Ok(())
}

/// Prints a row of the log, below those of what it is about.
pub(super) fn logged(place: &Place, change: &Change, facts: &Facts) -> Result<()> {
    let on_behalf = change.on_behalf.and_then(|id| facts.agency(id));
    let on_behalf = on_behalf.map(|agency| (place.words.log.on_behalf)(&agency.name));
    let mut parts = vec![
        place.moment(change.at),
        change.who.clone(),
        (place.words.terms.log_entry)(&change.what).to_owned(),
        on_behalf.unwrap_or_default(),
        change.why.clone(),
        change.document.clone(),
    ];
    if let Form::Plain { .. } = place.form {
        parts.insert(0, place.words.console.log.to_owned());
        return Ok(print::row(place, &[], &parts)?);
    }
    parts.retain(|part| !part.is_empty());
    Ok(print::line(&format!("  {}", parts.join("  ")))?)
}

/// Lists agencies with their counts.
pub fn agencies(place: &Place, by: By, is_json: bool) -> Result<()> {
    let mut session = place.session()?;
    let Answer::Agencies(mut lines) = session.answer(&Request::Agencies)? else {
        return Ok(());
    };
    let facts = session.facts();
    if by == By::Today {
        lines = lineage::by_today(&lines, &facts.agencies, facts.today);
    }
    if is_json {
        let agencies: Vec<Value> = lines
            .iter()
            .map(|line| shape::agency(line, facts))
            .collect();
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "agencies": agencies }),
        )?);
    }
    let columns = [
        Column::Left(10),
        Column::Left(40),
        Column::Right(7),
        Column::Right(8),
        Column::Right(8),
        Column::Right(9),
        Column::Right(6),
        Column::Right(9),
        Column::Right(9),
    ];
    print::heading(
        place,
        &columns,
        &place.words.console.agencies_heading.map(str::to_owned),
    )?;
    for line in &lines {
        let Some(agency) = facts.agency(line.agency) else {
            continue;
        };
        let counts = &line.counts;
        let numbers = [
            counts.late,
            counts.due_soon,
            counts.open,
            counts.no_due,
            counts.suspended,
            counts.done_on_time,
            counts.done_late,
        ];
        let name = match by {
            By::Head => said::head_of(agency),
            By::Then | By::Today => agency.name.clone(),
        };
        let mut cells = vec![agency.code.clone(), name];
        cells.extend(numbers.map(|number| place.number(number)));
        print::row(place, &columns, &cells)?;
    }
    Ok(())
}
