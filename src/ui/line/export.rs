//! What a place shows, into a file, under a name that is typed.

use super::talk::{Said, Talk};
use crate::ui::screens::to_file::{Content, written};

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
