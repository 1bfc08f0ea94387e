//! `do`, `note`, `extend`, `transfer`, `urge`: deeds to some tasks, with what they need, as the confirm list does them.

use std::process::ExitCode;

use clap::Args;

use super::args::date;
use super::chosen_tasks;
use super::deed_args::{
    ExtendArguments, Found, Grounds, NoteArguments, TransferArguments, UrgeArguments, Which,
};
use super::meant;
use super::place::Place;
use super::print;
use super::save::{agency_of, finish};
use crate::domain::amount::Amount;
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::transition::{Deed, Particulars, RULES};
use crate::work::request::{Answer, OperationKey, Request, Saved, Wish};
use crate::work::session::Session;

/// A deed, its tasks, and what is given with it.
#[derive(Debug, Default, Args)]
pub struct DoArguments {
    // Places are numbered: putting in the texts of a language re-orders what is not.
    #[arg(index = 1)]
    pub deed: String,
    #[command(flatten)]
    pub which: Which,
    #[arg(long)]
    pub reason: Option<String>,
    #[arg(long = "document")]
    pub by_document: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub until: Option<String>,
    #[arg(long = "agency")]
    pub other_agency: Option<String>,
    #[arg(long)]
    pub note: Option<String>,
    #[arg(long)]
    pub percent: Option<u8>,
    #[arg(long)]
    pub evidence: Option<String>,
    #[arg(long = "date", value_name = "YYYY-MM-DD")]
    pub evidence_date: Option<String>,
    #[arg(long)]
    pub value: Option<String>,
    #[arg(long, value_name = "N")]
    pub part: Option<u32>,
    #[arg(long)]
    pub json: bool,
}

/// Does it to all of them in one group; exit 1 where one refuses.
pub fn run(place: &Place, given: &DoArguments) -> Result<ExitCode> {
    let deed = deed_of(&given.deed)?;
    let mut session = place.session()?;
    let particulars = particulars(&session, given)?;
    let name = (place.words.terms.deed)(deed);
    let (codes, found) = (&given.which.codes, &given.which.found);
    let ids = chosen_tasks::ids(place, &mut session, codes, found, name)?;
    let Answer::Tasks(tasks) = session.answer(&Request::Tasks { ids })? else {
        return Ok(ExitCode::SUCCESS);
    };
    let wish = |task: &crate::domain::task::Task| {
        let mut given = particulars.clone();
        // Granting without a day: until the one that was asked for.
        if deed == Deed::Extend && given.due.is_none() {
            given.due = task.extension_asked.as_ref().map(|asked| asked.due);
        }
        Wish {
            id: task.id,
            seen: task.version,
            deed,
            given,
        }
    };
    let request = Request::Perform {
        key: OperationKey::fresh(),
        wishes: tasks.iter().map(wish).collect(),
    };
    let saved = match session.answer(&request)? {
        Answer::Saved(saved) => saved,
        _ => Saved::default(),
    };
    if !given.json {
        for task in &saved.done {
            print::line(&(place.words.console.done)(&task.code, name))?;
        }
    }
    finish(place, &mut session, &saved, given.json)
}

/// Notes how far a task is.
///
/// # Errors
/// Those of [`run`].
pub fn note(place: &Place, given: NoteArguments) -> Result<ExitCode> {
    let noted = DoArguments {
        deed: Deed::Progress.code().to_owned(),
        which: Which {
            codes: vec![given.code],
            found: Found::default(),
        },
        note: Some(given.note_text),
        percent: given.percent,
        json: given.json,
        ..DoArguments::default()
    };
    run(place, &noted)
}

/// A deed to these tasks, on these grounds.
fn grounded(deed: Deed, codes: Vec<String>, grounds: Grounds) -> DoArguments {
    DoArguments {
        deed: deed.code().to_owned(),
        which: Which {
            codes,
            found: grounds.found,
        },
        reason: grounds.reason,
        by_document: grounds.by_document,
        json: grounds.json,
        ..DoArguments::default()
    }
}

/// Grants more time.
///
/// # Errors
/// Those of [`run`].
pub fn extend(place: &Place, given: ExtendArguments) -> Result<ExitCode> {
    let extended = DoArguments {
        until: given.until,
        ..grounded(Deed::Extend, given.to.codes, given.to.grounds)
    };
    run(place, &extended)
}

/// Gives tasks to another lead, which is named last.
///
/// # Errors
/// Those of [`run`]; no task or no agency named.
pub fn transfer(place: &Place, given: TransferArguments) -> Result<ExitCode> {
    let mut codes = given.codes_and_agency;
    let agency = codes.pop();
    // Either codes or a filter, never both and never neither.
    if codes.is_empty() != given.grounds.found.by_filter.is_some() {
        return Err(Error::BadText {
            what: "transfer",
            text: agency.unwrap_or_default(),
        });
    }
    let transferred = DoArguments {
        other_agency: agency,
        ..grounded(Deed::Transfer, codes, given.grounds)
    };
    run(place, &transferred)
}

/// Urges whoever has the tasks.
///
/// # Errors
/// Those of [`run`].
pub fn urge(place: &Place, given: UrgeArguments) -> Result<ExitCode> {
    run(place, &grounded(Deed::Urge, given.codes, given.grounds))
}

/// A deed by its code; hyphens stand for underscores.
fn deed_of(word: &str) -> Result<Deed> {
    let bad = || Error::BadText {
        what: "deed",
        text: word.to_owned(),
    };
    let codes = || RULES.iter().map(|rule| rule.deed.code().replace('_', "-"));
    Deed::from_code(&word.replace('-', "_")).ok_or_else(|| meant::near(bad(), word, codes()))
}

fn particulars(session: &Session, given: &DoArguments) -> Result<Particulars> {
    let text = |text: &Option<String>| text.as_deref().map(clean).unwrap_or_default();
    let day = |text: &Option<String>| text.as_deref().map(|text| date(text, "date")).transpose();
    let agency = given.other_agency.as_deref();
    let value = given.value.as_deref().map(|text| {
        Amount::read(text).ok_or_else(|| Error::BadText {
            what: "value",
            text: text.to_owned(),
        })
    });
    let evidence = text(&given.evidence);
    Ok(Particulars {
        // What has no document is summarised in the note.
        summary: if evidence.is_empty() {
            text(&given.note)
        } else {
            String::new()
        },
        note: text(&given.note),
        percent: given.percent,
        evidence,
        evidence_date: day(&given.evidence_date)?,
        day: day(&given.evidence_date)?,
        reason: text(&given.reason),
        delay_cause: text(&given.reason),
        document: text(&given.by_document),
        due: day(&given.until)?,
        agency: agency.map(|name| agency_of(session, name)).transpose()?,
        part: given.part,
        value: value.transpose()?,
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::transition::RULES;
    use crate::lang::{EN, VI};

    #[test]
    fn the_help_names_every_deed() {
        for words in [&VI, &EN] {
            let mut options = words.console.options.iter();
            let text = options.find(|(name, _)| *name == "deed").expect("a text").1;
            let named: Vec<&str> = text.split(", ").collect();
            for rule in RULES {
                let code = rule.deed.code().replace('_', "-");
                assert!(named.contains(&code.as_str()), "{code}");
            }
            assert_eq!(named.len(), RULES.len());
        }
    }
}
