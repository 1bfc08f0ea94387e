//! `export`: tasks as a file, to be read or in the form of an annex.

use std::fs::File;
use std::path::Path;
use std::process::ExitCode;

use serde_json::json;

use super::args::ExportWhat;
use super::bar::{self, Told, Work};
use super::json as shape;
use super::place::Place;
use super::print;
use crate::domain::error::{Error, Result};
use crate::domain::query::Query;
use crate::work::request::{Answer, Existing, Request, TaskTable};
use crate::work::session::Session;

/// Carries out one of them.
pub fn run(place: &Place, what: ExportWhat) -> Result<ExitCode> {
    match what {
        ExportWhat::List {
            file,
            filter,
            by_view,
            overwrite,
            json,
        } => {
            let mut session = place.session()?;
            let query = super::view::query(&mut session, by_view.as_deref(), &filter)?;
            let asked = match (by_view, filter.join(" ")) {
                (Some(view), words) => format!("{view} {words}"),
                (None, words) if words.is_empty() => place.words.filter.everything.to_owned(),
                (None, words) => words,
            };
            let table = TaskTable::List {
                language: place.words.language,
                asked: asked.trim().to_owned(),
            };
            write(place, session, (query, table), &file, (overwrite, json))
        }
        ExportWhat::Tasks {
            file,
            filter,
            overwrite,
            json,
        } => {
            let mut session = place.session()?;
            let query = super::view::query(&mut session, None, &filter)?;
            let what = (query, TaskTable::Annex);
            write(place, session, what, &file, (overwrite, json))
        }
    }
}

/// Writes what a query finds as what it is to be.
fn write(
    place: &Place,
    mut session: Session,
    (query, table): (Query, TaskTable),
    file: &Path,
    (overwrite, is_json): (bool, bool),
) -> Result<ExitCode> {
    let to_stdout = file == Path::new("-");
    if to_stdout && is_json {
        return Err(Error::BadText {
            what: "export",
            text: "-".to_owned(),
        });
    }
    let failed = |error| Error::of_temporary(error, std::env::temp_dir());
    let folder = to_stdout
        .then(tempfile::tempdir)
        .transpose()
        .map_err(failed)?;
    let file = match &folder {
        Some(folder) => folder.path().join("stdout.csv"),
        None => file.to_owned(),
    };
    let request = Request::Export {
        path: file.clone(),
        query,
        table,
        existing: if overwrite {
            Existing::Replace
        } else {
            Existing::Keep
        },
    };
    let (rows, seal) = match bar::answer(place, &mut session, &request, Work::Exporting)? {
        Told::Answer(Answer::Exported(rows, seal)) => (rows, seal),
        Told::Answer(_) => return Ok(ExitCode::SUCCESS),
        Told::Stopped(code) => return Ok(code),
    };
    if to_stdout {
        // Ready and whole before the first byte goes out: who reads it gets all or nothing.
        let mut written = File::open(&file)?;
        std::io::copy(&mut written, &mut std::io::stdout().lock())?;
        print::aside(&(place.words.proof.sealed)(&seal.short()));
        return Ok(ExitCode::SUCCESS);
    }
    if is_json {
        print::json(&json!({
            "version": shape::VERSION,
            "rows": rows,
            "log": shape::seal(&seal),
        }))?;
        return Ok(ExitCode::SUCCESS);
    }
    let said = (place.words.console.exported)(rows, &file.display().to_string());
    print::line(&said)?;
    print::line(&(place.words.proof.sealed)(&seal.short()))?;
    Ok(ExitCode::SUCCESS)
}
