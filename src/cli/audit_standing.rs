//! What `audit verify` says of rows that were changed past the program: which, in what field, what the log says and
//! what stands there.

use serde_json::{Value, json};

use super::audit::{PRINTED, number, tell_more};
use super::print;
use crate::domain::error::Result;
use crate::domain::fold::shown;
use crate::domain::proof::{Found, SchemaFault};
use crate::lang::Words;
use crate::store::{Apart, Differs, FrameFault, ReplayFault, Standing};

/// So much of a value is printed.
const LETTERS: usize = 40;

/// A task as scripts see it.
pub(super) fn task(fault: &ReplayFault) -> Value {
    let apart = match &fault.how {
        Differs::Row(standing) => fields(standing),
        Differs::Events { .. } | Differs::Unreadable => json!([]),
    };
    json!({ "task": fault.task.0, "code": fault.code, "how": fault.how.kind(), "fields": apart })
}

/// A thing of the frame as scripts see it.
pub(super) fn thing(fault: &FrameFault) -> Value {
    json!({
        "what": fault.what,
        "name": fault.name,
        "how": fault.how.kind(),
        "fields": fields(&fault.how),
    })
}

fn fields(standing: &Standing) -> Value {
    match standing {
        Standing::Changed(fields) => fields
            .iter()
            .map(|it| json!({ "field": it.field, "log": it.logged, "stands": it.stands }))
            .collect(),
        Standing::Gone | Standing::Unlogged => json!([]),
    }
}

/// A part of the schema as scripts see it.
pub(super) fn part(fault: &SchemaFault) -> Value {
    json!({ "kind": fault.kind, "name": fault.name, "how": fault.how.code() })
}

/// Prints what of the schema is not as the program makes it, and what to do then; nothing where all is.
pub(super) fn tell_schema(words: &Words, faults: &[SchemaFault], is_proved: bool) -> Result<()> {
    let t = &words.standing;
    if faults.is_empty() {
        return Ok(());
    }
    print::line(&(t.schema)(&number(words, faults.len())))?;
    for fault in faults.iter().take(PRINTED) {
        print::line(&format!("  {}", (t.unlike)(fault)))?;
    }
    tell_more(words, faults.len(), faults.len())?;
    print::line((t.schema_then)(faults))?;
    if !is_proved {
        print::line(t.unproved)?;
    }
    Ok(())
}

/// Prints what stands otherwise than the log says, and what to do then; nothing where all is as it should be. Of tasks
/// those that are named are handed in, and how many there are.
pub(super) fn tell<'a>(
    words: &Words,
    (tasks, count): (impl Iterator<Item = &'a ReplayFault>, usize),
    frame: &Found<FrameFault>,
) -> Result<()> {
    let t = &words.standing;
    let tasks: Vec<String> = tasks.map(|fault| of_task(words, fault)).collect();
    let things = frame.named().iter().map(|fault| {
        let name = format!("{} {}", (t.kind)(fault.what), shown(&fault.name));
        stands(words, &name, &fault.how)
    });
    let things: Vec<String> = things.collect();
    for (heads, lines, count) in [(t.tasks, &tasks, count), (t.frame, &things, frame.total())] {
        if lines.is_empty() {
            continue;
        }
        print::line(&heads(&number(words, count)))?;
        for line in lines.iter().take(PRINTED) {
            print::line(&format!("  {line}"))?;
        }
        tell_more(words, lines.len(), count)?;
    }
    if tasks.is_empty() && things.is_empty() {
        return Ok(());
    }
    Ok(print::line(t.then)?)
}

fn of_task(words: &Words, fault: &ReplayFault) -> String {
    let id = format!(":{}", fault.task.0);
    let name = match fault.code.as_str() {
        "" => id,
        code => format!("{} ({id})", shown(code)),
    };
    match &fault.how {
        Differs::Row(standing) => stands(words, &name, standing),
        Differs::Unreadable | Differs::Events { .. } => (words.standing.unreadable)(&name),
    }
}

fn stands(words: &Words, name: &str, standing: &Standing) -> String {
    let t = &words.standing;
    match standing {
        Standing::Gone => (t.gone)(name),
        Standing::Unlogged => (t.unlogged)(name),
        Standing::Changed(fields) if fields.is_empty() => (t.altered)(name),
        Standing::Changed(fields) => {
            let fields: Vec<String> = fields.iter().map(|it| apart(words, it)).collect();
            format!("{name}: {}", fields.join("; "))
        }
    }
}

fn apart(words: &Words, it: &Apart) -> String {
    let names = [words.standing.field_of, words.log.field];
    let mut named = names.iter().map(|name| name(&it.field));
    let field = named.find(|name| !name.is_empty());
    let field = field.unwrap_or(it.field.as_str());
    let value = |text: &str| match text {
        "" => words.log.nothing.to_owned(),
        text => {
            let text = shown(text);
            let mut short: String = text.chars().take(LETTERS).collect();
            if short.len() < text.len() {
                short.push('…');
            }
            format!("\"{short}\"")
        }
    };
    (words.standing.field)(field, &value(&it.logged), &value(&it.stands))
}
