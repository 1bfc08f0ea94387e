//! `letter`: công văn to the leads of late tasks, numbered and recorded.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::args::date;
use super::bar::{self, Told as Ended, Work};
use super::json as shape;
use super::place::Place;
use super::{print, show};
use crate::domain::error::Result;
use crate::domain::paper::{LetterKind, PaperFault};
use crate::domain::query::Query;
use crate::work::request::letters::{Ask, Told};
use crate::work::request::{Answer, Facts, Left, OperationKey, Request};

/// What the letters ask, about which tasks, and where they go.
#[derive(Debug, Args)]
pub struct LetterArguments {
    // Places are numbered: putting in the texts of a language re-orders what is not.
    #[arg(index = 1, value_enum)]
    pub asks: Asks,
    #[arg(index = 2)]
    pub filter: Vec<String>,
    #[arg(long = "agency", value_name = "CODE")]
    pub leads: Vec<String>,
    #[arg(long = "number", value_name = "N", value_parser = clap::value_parser!(u32).range(1..=99_999))]
    pub first_number: Option<u32>,
    #[arg(long = "until", value_name = "YYYY-MM-DD")]
    pub answer_by: Option<String>,
    #[arg(long = "output", value_name = "DIR|FILE", default_value = ".")]
    pub letters_to: PathBuf,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

/// What a letter asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Asks {
    Urge,
    Explain,
}

/// Writes the letters; exit 1 where a task was left out.
pub fn run(place: &Place, given: &LetterArguments) -> Result<ExitCode> {
    let mut session = place.session()?;
    let mut filter = show::read_filter(&session, &given.filter.join(" "))?;
    for lead in &given.leads {
        filter
            .agencies
            .push(super::save::agency_of(&session, lead)?);
    }
    let until = given.answer_by.as_deref();
    let request = Request::Letters(Ask {
        key: OperationKey::fresh(),
        kind: match given.asks {
            Asks::Urge => LetterKind::Urge,
            Asks::Explain => LetterKind::Explain,
        },
        query: Query {
            filter,
            ..Query::default()
        },
        only: Vec::new(),
        number: given.first_number,
        until: until.map(|text| date(text, "until")).transpose()?,
        output: given.letters_to.clone(),
        is_rehearsal: given.dry_run,
    });
    let told = match bar::answer(place, &mut session, &request, Work::Exporting)? {
        Ended::Answer(Answer::Letters(told)) => told,
        Ended::Answer(_) => return Ok(ExitCode::SUCCESS),
        Ended::Stopped(code) => return Ok(code),
    };
    if given.json {
        print::json(&json_of(place, &told, session.facts(), given.dry_run))?;
    } else {
        say(place, &told, session.facts(), given)?;
    }
    for left in &told.left {
        let code = left.now.as_ref().map_or("", |task| task.code.as_str());
        let why = sentence(place, left);
        print::complaint(place.words, &format!("{code}: {why}"));
    }
    if told.letters.is_empty() {
        return Err(PaperFault::NothingToSay.into());
    }
    Ok(match told.left.as_slice() {
        [] => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

fn sentence(place: &Place, left: &Left) -> String {
    (place.words.refusals.keyless)(&left.why, left.id.0)
}

fn say(place: &Place, told: &Told, facts: &Facts, given: &LetterArguments) -> Result<()> {
    let t = &place.words.paper;
    for letter in &told.letters {
        let agency = facts.agency(letter.agency);
        let name = agency.map_or("", |agency| agency.name.as_str());
        let file = letter.file.display().to_string();
        print::line(&(t.letter)(&letter.number, name, letter.tasks.len(), &file))?;
    }
    if told.letters.is_empty() {
        return Ok(());
    }
    let (count, tasks, numbers) = (told.letters.len(), told.tasks(), told.numbers());
    let said = if given.dry_run {
        (t.would)(count, tasks, &numbers)
    } else {
        let folder = given.letters_to.display().to_string();
        (t.written)(count, tasks, &numbers, &folder)
    };
    Ok(print::line(&said)?)
}

fn json_of(place: &Place, told: &Told, facts: &Facts, is_rehearsal: bool) -> Value {
    let letters = told.letters.iter().map(|letter| {
        let agency = facts.agency(letter.agency);
        json!({
            "number": letter.number,
            "agency": agency.map(|agency| agency.code.as_str()),
            "tasks": letter.tasks.iter().map(|id| id.0).collect::<Vec<_>>(),
            "file": letter.file.display().to_string(),
        })
    });
    let left = told.left.iter().map(|left| {
        let code = left.now.as_ref().map(|task| task.code.as_str());
        json!({ "id": left.id.0, "code": code, "why": sentence(place, left) })
    });
    json!({
        "version": shape::VERSION,
        "dry_run": is_rehearsal,
        "operation": told.operation.map(|id| id.0),
        "letters": letters.collect::<Vec<_>>(),
        "left": left.collect::<Vec<_>>(),
    })
}
