//! `export documents`, `export changes`: the register and the log as tables, to be read and sorted.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::export::{existing, into_file};
use super::place::Place;
use crate::domain::error::Result;
use crate::work::request::Request;
use crate::work::request::registers::{Ask, Register};

/// The arguments of both.
#[derive(Debug, Args)]
pub struct RegisterArguments {
    pub file: PathBuf,
    #[arg(long)]
    pub overwrite: bool,
    #[arg(long)]
    pub json: bool,
}

/// Writes one of them.
///
/// # Errors
/// Those of the file and of the database.
pub fn write(place: &Place, register: Register, given: &RegisterArguments) -> Result<ExitCode> {
    into_file(place, &given.file, given.json, |_, path| {
        Ok(Request::WriteRegister(Ask {
            path,
            existing: existing(given.overwrite),
            register,
            language: place.words.language,
        }))
    })
}
