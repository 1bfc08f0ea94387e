//! Keys and the commands of the screens, from the tables that make footer and help.

use cchc::lang::Words;
use cchc::ui::action::Action;
use cchc::ui::keys::{Context, Keymap, name};
use cchc::ui::screens::COMMANDS;

use crate::roff::{bold, heading, item, text};

/// What is done by which keys, place by place.
pub fn keys(words: &Words) -> String {
    let keymap = Keymap::default();
    let mut written = String::new();
    for context in Context::ALL {
        written += &heading((words.keys.context)(context.code()));
        let mut deeds: Vec<(&str, Vec<String>)> = Vec::new();
        for row in keymap.own(context) {
            let label = (row.label)(&words.keys);
            let key = bold(&name(row.key, row.with));
            match deeds.iter_mut().find(|(known, _)| *known == label) {
                Some((_, keys)) => keys.push(key),
                None => deeds.push((label, vec![key])),
            }
        }
        for (label, keys) in deeds
            .iter()
            .filter(|(label, _)| *label != words.keys.nothing)
        {
            written += &item(&keys.join(", "), label);
        }
    }
    written + &format!(".PP\n{}\n", text(words.help.alt))
}

/// The commands that are typed behind a colon.
pub fn commands(words: &Words) -> String {
    let mut written = item(&bold(":1234"), words.command.go_to);
    for row in COMMANDS {
        let term = format!(
            "{}, {}",
            bold(&format!(":{}", row.word)),
            bold(&format!(":{}", row.english))
        );
        let term = match row.word == row.english {
            true => bold(&format!(":{}", row.word)),
            false => term,
        };
        written += &item(&term, (row.label)(&words.keys));
    }
    written
}

/// The places that a configuration may change keys of.
pub fn contexts(words: &Words) -> String {
    let each = Context::ALL.into_iter();
    each.map(|context| item(&bold(context.code()), (words.keys.context)(context.code())))
        .collect()
}

/// What a key may be set to.
pub fn actions() -> String {
    let each = Action::ALL.map(|action| bold(action.code()));
    format!(".PP\n{}\n", each.join(", "))
}
