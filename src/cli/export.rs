//! `export tasks`: tasks as a file in the form of an annex.

use std::fs::File;
use std::path::Path;
use std::process::ExitCode;

use serde_json::json;

use super::bar::{self, Told, Work};
use super::json as shape;
use super::place::Place;
use super::{print, show};
use crate::domain::error::{Error, Result};
use crate::domain::query::Query;
use crate::work::request::{Answer, Existing, Request};

/// Writes what a filter finds.
pub fn tasks(
    place: &Place,
    file: &Path,
    words: &[String],
    overwrite: bool,
    is_json: bool,
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
    let mut session = place.session()?;
    let request = Request::Export {
        path: file.clone(),
        query: Query {
            filter: show::read_filter(&session, &words.join(" "))?,
            ..Query::default()
        },
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
