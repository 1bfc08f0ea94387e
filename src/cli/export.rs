//! `export`: a table into a file; of tasks a list, to be read, or the form of an annex.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::bar::{self, Told, Work};
use super::json as shape;
use super::place::Place;
use super::{print, view};
use crate::domain::error::{Error, Result};
use crate::work::request::{Answer, Existing, Request, TaskTable};
use crate::work::session::Session;

/// Which tasks, and where to.
#[derive(Debug, Args)]
pub struct TaskArguments {
    #[arg(index = 1)]
    file: PathBuf,
    #[arg(index = 2)]
    filter: Vec<String>,
    #[arg(long = "view", value_name = "NAME")]
    by_view: Option<String>,
    #[arg(long)]
    overwrite: bool,
    #[arg(long)]
    json: bool,
}

/// Writes a list as it stands on the screen, in the language of the command.
pub fn list(place: &Place, given: &TaskArguments) -> Result<ExitCode> {
    let words = given.filter.join(" ");
    let asked = match (&given.by_view, words.as_str()) {
        (Some(view), _) => format!("{view} {words}").trim().to_owned(),
        (None, "") => place.words.filter.everything.to_owned(),
        (None, _) => words,
    };
    let language = place.words.language;
    tasks(place, given, TaskTable::List { language, asked })
}

/// Writes what a saved filter finds, narrowed by words, or the words alone.
pub fn tasks(place: &Place, given: &TaskArguments, table: TaskTable) -> Result<ExitCode> {
    into_file(place, &given.file, given.json, |session, path| {
        Ok(Request::Export {
            path,
            query: view::query(session, given.by_view.as_deref(), &given.filter)?,
            existing: existing(given.overwrite),
            table,
        })
    })
}

/// Whether a file that is there already may be replaced.
pub(super) const fn existing(overwrite: bool) -> Existing {
    if overwrite {
        Existing::Replace
    } else {
        Existing::Keep
    }
}

/// Has a file written by the request that is made for its path, and says how many rows are in it; `-` is standard output,
/// as CSV.
pub(super) fn into_file(
    place: &Place,
    file: &Path,
    is_json: bool,
    request: impl FnOnce(&mut Session, PathBuf) -> Result<Request>,
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
    let mut session = match place.session() {
        // What can be read leaves all the same.
        Err(error) if error.is_of_harm() => place.rescue(),
        session => session,
    }?;
    let request = request(&mut session, file.clone())?;
    let (rows, seal, lost) = match bar::answer(place, &mut session, &request, Work::Exporting)? {
        Told::Answer(Answer::Exported(rows, seal)) => (rows, Some(seal), None),
        Told::Answer(Answer::Registered(it)) => (it.rows, it.seal, Some(it.lost)),
        Told::Answer(_) => return Ok(ExitCode::SUCCESS),
        Told::Stopped(code) => return Ok(code),
    };
    let missing = lost.as_deref().filter(|lost| !lost.is_empty());
    let missing = missing.map(|lost| (place.words.faults.log_lost)(lost));
    let ended = match missing {
        None => ExitCode::SUCCESS,
        Some(_) => ExitCode::FAILURE,
    };
    let seal = seal.as_ref();
    let sealed = seal.map(|seal| (place.words.proof.sealed)(&seal.short()));
    if to_stdout {
        // Ready and whole before the first byte goes out: who reads it gets all or nothing.
        let mut written = File::open(&file)?;
        std::io::copy(&mut written, &mut std::io::stdout().lock())?;
        let more = sealed.iter().chain(&missing);
        more.for_each(|said| print::aside(said));
        return Ok(ended);
    }
    if is_json {
        let mut told = json!({
            "version": shape::VERSION,
            "rows": rows,
            "log": seal.map(shape::seal),
        });
        if let Some(lost) = lost {
            let lost = lost.iter().map(|it| json!({"from": it.0.0, "to": it.1.0}));
            told["lost"] = lost.collect();
        }
        print::json(&told)?;
        return Ok(ended);
    }
    let said = (place.words.console.exported)(rows, &file.display().to_string());
    print::line(&said)?;
    for said in sealed.iter().chain(&missing) {
        print::line(said)?;
    }
    Ok(ended)
}
