//! The tasks of a list into a file, under a name that is typed.

use std::path::PathBuf;

use super::talk::{Said, Talk};
use crate::domain::query::Query;
use crate::domain::report::Spec;
use crate::ui::screens::report::file::request;
use crate::work::request::{Answer, Existing, Request};

/// Writes what a query finds; asks for the name of the file where none was given.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn run(talk: &mut Talk, query: &Query, name: &str) -> Said<()> {
    let t = talk.t;
    let name = match name {
        "" => talk.hear(t.door.export_prompt)?,
        named => named.to_owned(),
    };
    if matches!(name.as_str(), "" | "q" | "Q") {
        return talk.say(t.line.saving.not_saved);
    }
    let request = Request::Export {
        path: PathBuf::from(&name),
        query: query.clone(),
        existing: Existing::Keep,
    };
    if let Some(Answer::Exported(rows, seal)) = talk.obtain(&request)? {
        let told = if talk.facts().is_at_door {
            t.door.exported
        } else {
            t.console.exported
        };
        talk.say(&told(rows, &name))?;
        talk.say(&(t.proof.sealed)(&seal.short()))?;
    }
    Ok(())
}

/// Writes a report; asks for the name of the file where none was given.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn report(talk: &mut Talk, spec: &Spec, name: &str) -> Said<()> {
    let t = talk.t;
    let name = match name {
        "" => talk.hear(t.report.files.prompt)?,
        named => named.to_owned(),
    };
    if matches!(name.as_str(), "" | "q" | "Q") {
        return talk.say(t.line.saving.not_saved);
    }
    let Some(request) = request(spec, &name, t.language) else {
        return talk.refuse(&(t.report.files.no_form)(&name));
    };
    if let Some(Answer::ReportWritten { rows, seal }) = talk.obtain(&request)? {
        let told = if talk.facts().is_at_door {
            t.door.exported
        } else {
            t.console.exported
        };
        talk.say(&told(rows, &name))?;
        talk.say(&(t.proof.sealed)(&seal.short()))?;
    }
    Ok(())
}
