//! `salvage`: what can still be read of a damaged database, as a file that can be imported elsewhere.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::bar::{self, Told, Work};
use super::json as shape;
use super::place::Place;
use super::print;
use crate::domain::error::Result;
use crate::work::request::rescue::Ask;
use crate::work::request::{Answer, Request};

/// The arguments of `salvage`.
#[derive(Debug, Args)]
pub struct SalvageArgs {
    #[arg(id = "salvage_file", value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long)]
    pub json: bool,
}

/// Writes what can be read; ends with 1 where something could not.
pub fn run(place: &Place, given: &SalvageArgs) -> Result<ExitCode> {
    let mut session = place.rescue()?;
    let file: &Path = &given.file;
    let path = file.to_owned();
    let request = Request::Rescue(Ask::Salvage { path });
    let salvaged = match bar::answer(place, &mut session, &request, Work::Exporting)? {
        Told::Answer(Answer::Salvaged(salvaged)) => salvaged,
        Told::Answer(_) => return Ok(ExitCode::FAILURE),
        Told::Stopped(code) => return Ok(code),
    };
    if given.json {
        let lost: Vec<i64> = salvaged.lost.iter().map(|id| id.0).collect();
        print::json(
            &json!({"version": shape::VERSION, "rows": salvaged.rows, "tasks": salvaged.tasks, "lost": lost}),
        )?;
    } else {
        let t = &place.words.faults;
        let file = file.display().to_string();
        print::line(&(t.salvaged)(
            (salvaged.tasks, salvaged.rows),
            &salvaged.lost,
            &file,
        ))?;
        print::line(t.salvaged_without)?;
    }
    Ok(if salvaged.lost.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
