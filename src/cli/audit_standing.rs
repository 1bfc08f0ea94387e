//! What `audit verify` says of rows that were changed past the program: which, in what field, what the log says and
//! what stands there.

use serde_json::{Value, json};

use super::audit::PRINTED;
use super::print;
use crate::domain::error::Result;
use crate::domain::fold::shown;
use crate::lang::{Words, format};
use crate::store::{Apart, Differs, FrameFault, ReplayFault, Standing};

/// So much of a value is printed.
const LETTERS: usize = 40;

/// A task as scripts see it.
pub(super) fn task(fault: &ReplayFault) -> Value {
    let how = match &fault.how {
        Differs::Row(standing) => how(standing),
        Differs::Events { .. } => "events",
        Differs::Unreadable => "unreadable",
    };
    let apart = match &fault.how {
        Differs::Row(standing) => fields(standing),
        Differs::Events { .. } | Differs::Unreadable => json!([]),
    };
    json!({ "task": fault.task.0, "code": fault.code, "how": how, "fields": apart })
}

/// A thing of the frame as scripts see it.
pub(super) fn thing(fault: &FrameFault) -> Value {
    json!({
        "what": fault.what,
        "name": fault.name,
        "how": how(&fault.how),
        "fields": fields(&fault.how),
    })
}

fn how(standing: &Standing) -> &'static str {
    match standing {
        Standing::Changed(_) => "changed",
        Standing::Gone => "removed",
        Standing::Unlogged => "inserted",
    }
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

/// Prints what stands otherwise than the log says, and what to do then; nothing where all is as it should be.
pub(super) fn tell<'a>(
    words: &Words,
    tasks: impl Iterator<Item = &'a ReplayFault>,
    frame: &[FrameFault],
) -> Result<()> {
    let t = &words.standing;
    let tasks: Vec<String> = tasks.map(|fault| of_task(words, fault)).collect();
    let frame = frame.iter();
    let frame = frame.map(|fault| {
        let name = format!("{} {}", (t.kind)(fault.what), shown(&fault.name));
        stands(words, &name, &fault.how)
    });
    let frame: Vec<String> = frame.collect();
    let number =
        |count: usize| format::number(i64::try_from(count).unwrap_or(i64::MAX), words.language);
    for (heads, lines) in [(t.tasks, &tasks), (t.frame, &frame)] {
        if lines.is_empty() {
            continue;
        }
        print::line(&heads(&number(lines.len())))?;
        for line in lines.iter().take(PRINTED) {
            print::line(&format!("  {line}"))?;
        }
        if let Some(more) = lines.len().checked_sub(PRINTED).filter(|more| *more > 0) {
            print::line(&format!("  {}", (words.proof.more)(&number(more))))?;
        }
    }
    if tasks.is_empty() && frame.is_empty() {
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
        Standing::Changed(fields) => {
            let fields: Vec<String> = fields.iter().map(|it| apart(words, it)).collect();
            format!("{name}: {}", fields.join("; "))
        }
    }
}

fn apart(words: &Words, it: &Apart) -> String {
    let field = match (words.log.field)(&it.field) {
        "" => it.field.as_str(),
        named => named,
    };
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
