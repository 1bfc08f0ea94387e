//! To which tasks something is done: codes, codes from standard input (`-`), or what a filter finds.

use std::io::BufRead;

use super::asking::agrees;
use super::deed_args::Found;
use super::place::Place;
use super::show::{locate, read_filter};
use crate::domain::error::{Error, Result};
use crate::domain::id::TaskId;
use crate::domain::query::{Anchor, Position, Query};
use crate::work::request::{Answer, Request};
use crate::work::session::Session;

/// So many tasks at once: one group holds the database for everybody else while it is written.
const MOST: usize = 500;

/// The tasks that were named, or that a filter finds and somebody agreed to; the name is that of the deed.
///
/// # Errors
/// A code that is none, a filter that is none, more tasks than go into one group.
pub fn ids(
    place: &Place,
    session: &mut Session,
    codes: &[String],
    found: &Found,
    name: &str,
) -> Result<Vec<TaskId>> {
    let Some(words) = &found.by_filter else {
        return named(session, codes);
    };
    let ids = all(session, words)?;
    if ids.is_empty() {
        super::print::aside(&(place.words.console.listed)(0));
        return Ok(ids);
    }
    let question = (place.words.scripts.ask_many)(name, ids.len());
    if !found.yes {
        agrees(&question)?;
    }
    Ok(ids)
}

/// The tasks of these codes, each once; `-` stands for the lines of standard input.
fn named(session: &mut Session, codes: &[String]) -> Result<Vec<TaskId>> {
    let mut ids = Vec::new();
    for code in codes {
        let lines = match code.as_str() {
            "-" => lines()?,
            code => vec![code.to_owned()],
        };
        for code in &lines {
            let id = locate(session, code)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
            if ids.len() > MOST {
                return Err(too_many(code));
            }
        }
    }
    Ok(ids)
}

/// The first cell of each line: what `list --plain` prints can be handed on as it is.
fn lines() -> Result<Vec<String>> {
    let mut codes = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let mut cells = line.split('\t').map(str::trim);
        let code = match (cells.next().unwrap_or_default(), cells.next()) {
            ("", _) => continue,
            // A row of `list`: its number, its code, ...
            (number, Some(_)) if number.parse::<i64>().is_ok() => format!(":{number}"),
            (code, _) => code.to_owned(),
        };
        codes.push(code);
        if codes.len() > 2 * MOST {
            break;
        }
    }
    Ok(codes)
}

/// Every task that a filter finds.
fn all(session: &mut Session, words: &str) -> Result<Vec<TaskId>> {
    let query = Query {
        filter: read_filter(session, words)?,
        ..Query::default()
    };
    let (mut ids, mut anchor) = (Vec::new(), Anchor::First);
    loop {
        let request = Request::Page {
            query: query.clone(),
            anchor,
            limit: MOST + 1 - ids.len(),
        };
        let Answer::Page(page) = session.answer(&request)? else {
            return Ok(ids);
        };
        ids.extend(page.tasks.iter().map(|task| task.id));
        if ids.len() > MOST {
            return Err(too_many(words));
        }
        let last = page.tasks.last().filter(|_| page.has_more);
        match page.searched_to.or(last.and_then(Position::of)) {
            Some(place) => anchor = Anchor::After(place),
            None => return Ok(ids),
        }
    }
}

fn too_many(text: &str) -> Error {
    Error::BadText {
        what: "too_many",
        text: text.to_owned(),
    }
}
