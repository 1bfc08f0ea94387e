//! What a place shows, into a file, under a name that is typed.

use super::talk::{Said, Talk};
use crate::domain::fold::fold;
use crate::lang::Words;
use crate::ui::screens::to_file::{Content, written};
use crate::work::request::TaskTable;

/// Writes it; asks for the name of the file where none was given.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn run(talk: &mut Talk, content: &Content, name: &str) -> Said<()> {
    let t = talk.t;
    let name = match name {
        "" => talk.hear(content.prompt(t))?,
        named => named.to_owned(),
    };
    if matches!(name.as_str(), "" | "q" | "Q") {
        return talk.say(t.line.saving.not_saved);
    }
    let (content, name) = meant(content, &name, t);
    let Some(request) = content.request(&name, t) else {
        return talk.refuse(&(t.report.files.no_form)(&name));
    };
    let answer = talk.obtain(&request)?;
    let Some((rows, seal)) = answer.as_ref().and_then(written) else {
        return Ok(());
    };
    let told = if talk.facts().is_at_door {
        t.door.exported
    } else {
        t.console.exported
    };
    let sealed = (t.proof.sealed)(&seal.short());
    talk.say(&told(rows, &name))?;
    talk.say(&sealed)
}

/// Tasks go into the form of an annex where its word stands before the name.
fn meant(content: &Content, typed: &str, t: &Words) -> (Content, String) {
    let word = t.list_file.annex_word;
    let beginning: String = typed.chars().take(word.chars().count()).collect();
    let rest = typed.get(beginning.len()..).unwrap_or_default();
    match content {
        Content::Tasks { query, .. } if fold(&beginning) == fold(word) && rest.starts_with(' ') => {
            let query = query.clone();
            let table = TaskTable::Annex;
            (Content::Tasks { query, table }, rest.trim().to_owned())
        }
        _ => (content.clone(), typed.to_owned()),
    }
}
