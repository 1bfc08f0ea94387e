//! A form as questions: one line a field, Enter keeps what is there, `q` goes back and keeps all.

use super::talk::{Away, Said, Talk};
use super::words::without_keys;
use crate::domain::typed_date::Toward;
use crate::ui::action::Action;
use crate::ui::widgets::form::{Form, Kind};
use crate::ui::widgets::narrow::{Item, narrow};

/// Lists of so many are read out before they are asked for; longer ones on demand.
const SHORT: usize = 9;

/// A field that need not be asked, by what stands in the others; names of fields as in the screens.
pub type Skip = fn(&str, &Form) -> bool;

/// What a line in a field means besides what is put there.
pub(super) enum Typed {
    Help,
    Keep,
    Clear,
    Recall,
    Text(String),
}

/// What a line means to a field.
///
/// # Errors
/// Where it leads away from the form.
pub(super) fn meant(text: String) -> Said<Typed> {
    let is_task = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    match text.as_str() {
        "?" => Ok(Typed::Help),
        "" => Ok(Typed::Keep),
        "-" => Ok(Typed::Clear),
        "=" => Ok(Typed::Recall),
        "q" | "Q" => Err(Away::Back),
        _ => match text.strip_prefix(':') {
            Some(rest) if is_task(rest) => Err(Away::Task(rest.to_owned())),
            _ => Ok(Typed::Text(text)),
        },
    }
}

/// Asks for every field of a form in order.
///
/// # Errors
/// Where it is left before its end; what was typed so far stands in the form.
pub fn ask(talk: &mut Talk, form: &mut Form, skip: Skip) -> Said<()> {
    let names: Vec<&'static str> = form.rows().iter().map(|row| row.name).collect();
    for name in names {
        if !skip(name, form) {
            ask_field(talk, form, name)?;
        }
    }
    Ok(())
}

/// Asks for one field until what stands there will do.
///
/// # Errors
/// As for [`ask`].
pub fn ask_field(talk: &mut Talk, form: &mut Form, name: &'static str) -> Said<()> {
    let Some(row) = form.row(name) else {
        return Ok(());
    };
    let kind = row.kind.clone();
    if let Some(items) = listed(&kind).filter(|items| items.len() <= SHORT) {
        let items = items.to_vec();
        tell_items(talk, &items)?;
    }
    loop {
        let question = question(talk, form, name);
        let text = match meant(talk.hear(&question)?)? {
            Typed::Help => {
                help(talk, &kind)?;
                continue;
            }
            Typed::Keep if matches!(kind, Kind::Flag) => return Ok(()),
            Typed::Keep => None,
            Typed::Clear => Some(String::new()),
            Typed::Recall => recalled(talk, name)?,
            Typed::Text(text) => Some(text),
        };
        let Some(text) = text else {
            if is_good(talk, form, name)? {
                return Ok(());
            }
            continue;
        };
        let before = form.value(name);
        if put(talk, form, name, &kind, &text)? && is_good(talk, form, name)? {
            return echo(talk, form, name, &kind);
        }
        if let Some(row) = form.row_mut(name) {
            row.set(&before);
        }
    }
}

/// Puts what was typed into the field; false where it has to be typed again.
fn put(
    talk: &mut Talk,
    form: &mut Form,
    name: &'static str,
    kind: &Kind,
    text: &str,
) -> Said<bool> {
    let value = match kind {
        Kind::Text | Kind::Date(_) | Kind::Percent => text.to_owned(),
        Kind::Suggest(items) => {
            let number = text.parse::<usize>().ok();
            let item = number.and_then(|number| items.get(number.checked_sub(1)?));
            item.map_or_else(|| text.to_owned(), |item| item.text.clone())
        }
        Kind::Choice(_) if text.is_empty() => String::new(),
        Kind::Choice(items) => match chosen(talk, items, text, &label_of(form, name))? {
            Some(value) => value,
            None => return Ok(false),
        },
        Kind::Flag => match yes_or_no(text) {
            Some(is_so) => (if is_so { "1" } else { "" }).to_owned(),
            None => {
                talk.refuse(talk.t.line.field.yes_or_no)?;
                return Ok(false);
            }
        },
    };
    if let Some(row) = form.row_mut(name) {
        row.set(&value);
    }
    Ok(true)
}

fn label_of(form: &Form, name: &str) -> String {
    form.row(name)
        .map(|row| row.label.clone())
        .unwrap_or_default()
}

/// `1`, `có`, `yes`: true; `2`, `không`, `no`: false.
#[must_use]
pub fn yes_or_no(text: &str) -> Option<bool> {
    match crate::domain::fold::fold(text).as_str() {
        "1" | "co" | "c" | "yes" | "y" | "ghi" | "save" => Some(true),
        "2" | "khong" | "k" | "no" => Some(false),
        _ => None,
    }
}

/// Asks until yes or no is said; `q` is a no.
///
/// # Errors
/// As for [`ask`].
pub fn agrees(talk: &mut Talk, question: &str) -> Said<bool> {
    loop {
        let typed = talk.hear(question)?;
        match (yes_or_no(&typed), typed.as_str()) {
            (Some(answer), _) => return Ok(answer),
            (None, "q" | "Q") => return Ok(false),
            (None, "" | "?") => talk.say(talk.t.line.help.yes_or_no)?,
            (None, text) => match text.strip_prefix(':') {
                Some(task) => return Err(Away::Task(task.to_owned())),
                None => talk.refuse(talk.t.line.help.yes_or_no)?,
            },
        }
    }
}

/// One of a list, by code, name or the beginning of one; asks which where several fit.
///
/// # Errors
/// As for [`ask`].
pub fn chosen(talk: &mut Talk, items: &[Item], text: &str, label: &str) -> Said<Option<String>> {
    use crate::domain::fold::fold;
    let found = narrow(items, text);
    let typed = fold(text);
    let is_exact = |item: &Item| fold(&item.code) == typed || fold(&item.text) == typed;
    let exact = items.iter().find(|item| is_exact(item));
    // A short list was read out with its numbers.
    let number = text.parse::<usize>().ok().filter(|_| items.len() <= SHORT);
    let numbered = number.and_then(|number| items.get(number.checked_sub(1)?));
    let first = found.first().and_then(|place| items.get(*place));
    match (exact.or(numbered), found.len()) {
        (Some(item), _) => Ok(Some(item.value.clone())),
        (None, 1) => Ok(first.map(|item| item.value.clone())),
        (None, 0) => {
            talk.refuse(&(talk.t.line.field.no_such_choice)(text))?;
            Ok(None)
        }
        (None, many) => {
            let some: Vec<Item> = found
                .iter()
                .take(SHORT)
                .filter_map(|place| items.get(*place).cloned())
                .collect();
            talk.say(&(talk.t.line.field.several)(many, some.len()))?;
            tell_items(talk, &some)?;
            let typed = match meant(talk.hear(&(talk.t.line.prompt.which)(label))?)? {
                Typed::Text(text) => text,
                Typed::Help | Typed::Keep | Typed::Clear | Typed::Recall => return Ok(None),
            };
            match typed.parse::<usize>().ok() {
                Some(number) => {
                    let item = number.checked_sub(1).and_then(|place| some.get(place));
                    if item.is_none() {
                        talk.refuse(&(talk.t.line.field.no_such_choice)(&typed))?;
                    }
                    Ok(item.map(|item| item.value.clone()))
                }
                // Another name: looked for like the first.
                None => chosen_at_once(talk, items, &typed),
            }
        }
    }
}

/// The same without asking again: the best of those that fit.
fn chosen_at_once(talk: &mut Talk, items: &[Item], text: &str) -> Said<Option<String>> {
    let found = narrow(items, text);
    let first = found.first().and_then(|place| items.get(*place));
    if first.is_none() {
        talk.refuse(&(talk.t.line.field.no_such_choice)(text))?;
    }
    Ok(first.map(|item| item.value.clone()))
}

/// What was typed into such a field last, said where there is nothing.
pub(super) fn recalled(talk: &mut Talk, name: &str) -> Said<Option<String>> {
    let last = talk.memory.typed(name).next().map(str::to_owned);
    if last.is_none() {
        talk.say(talk.t.form.nothing_typed)?;
    }
    Ok(last)
}

/// True where the form has no fault in this field; says the fault.
fn is_good(talk: &mut Talk, form: &Form, name: &str) -> Said<bool> {
    let frame = talk.frame();
    match form.fault(&frame.ui()) {
        Some((field, why)) if field == name => {
            talk.refuse(&without_keys(&why))?;
            Ok(false)
        }
        _ => Ok(true),
    }
}

/// Says what was understood where that is not what was typed.
fn echo(talk: &mut Talk, form: &mut Form, name: &'static str, kind: &Kind) -> Said<()> {
    let frame = talk.frame();
    let ui = frame.ui();
    let understood = match kind {
        Kind::Date(Toward::Past) => form.day(name, &ui).map(ui.t.line.day),
        Kind::Date(Toward::Future) => form.day(name, &ui).map(|day| {
            let calendar = &ui.facts.calendar;
            let left = calendar.working_days_between(ui.facts.today, day);
            (ui.t.form.echo_date)(&(ui.t.line.day)(day), left, calendar.is_working(day))
        }),
        Kind::Choice(_) => form.row(name).map(|row| row.shown()),
        Kind::Text | Kind::Suggest(_) | Kind::Percent | Kind::Flag => None,
    };
    form.go_to(name);
    form.act(Action::Down, None, &ui);
    match understood.filter(|text| !text.is_empty()) {
        Some(text) => talk.say(&(talk.t.line.field.understood)(&text)),
        None => Ok(()),
    }
}

fn listed(kind: &Kind) -> Option<&[Item]> {
    match kind {
        Kind::Choice(items) | Kind::Suggest(items) => Some(items),
        Kind::Text | Kind::Date(_) | Kind::Percent | Kind::Flag => None,
    }
}

fn tell_items(talk: &mut Talk, items: &[Item]) -> Said<()> {
    let texts: Vec<String> = items
        .iter()
        .zip(1..)
        .map(|(item, number)| format!("{number}. {}", item.text))
        .collect();
    talk.read_out(&texts)
}

/// Says what may be typed into a field.
pub(super) fn help(talk: &mut Talk, kind: &Kind) -> Said<()> {
    let t = &talk.t.line;
    let about = match kind {
        Kind::Text => t.help.text,
        Kind::Suggest(_) => t.help.suggest,
        Kind::Choice(_) => t.help.choice,
        Kind::Date(_) => t.help.date,
        Kind::Percent => t.help.percent,
        Kind::Flag => t.field.yes_or_no,
    };
    talk.say(about)?;
    talk.say(t.help.field)?;
    match listed(kind) {
        Some(items) => {
            let items = items.to_vec();
            let texts: Vec<String> = items.iter().map(name_of).collect();
            talk.read_out(&texts)
        }
        None => Ok(()),
    }
}

fn name_of(item: &Item) -> String {
    if item.code.is_empty() {
        item.text.clone()
    } else {
        format!("{}: {}", item.code, item.text)
    }
}

/// The label, what may stand there in few words, and what stands there.
fn question(talk: &Talk, form: &Form, name: &str) -> String {
    let t = &talk.t.line;
    let Some(row) = form.row(name) else {
        return String::new();
    };
    let hint = match &row.kind {
        Kind::Text => "",
        Kind::Suggest(_) => t.field.hint_suggest,
        Kind::Choice(items) if items.len() <= SHORT => t.field.hint_number,
        Kind::Choice(_) => t.field.hint_choice,
        Kind::Date(_) => t.field.hint_date,
        Kind::Percent => t.field.hint_percent,
        Kind::Flag => "",
    };
    if matches!(row.kind, Kind::Flag) {
        let there = t.field.flag_state[usize::from(!form.is_set(name))];
        return (t.field.flag)(&row.label, there);
    }
    let there = row.shown();
    (t.field.question)(&row.label, hint, &there, row.is_needed)
}
