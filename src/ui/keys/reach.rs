//! Whether everything can still be done after keys were changed: nobody may be locked out.
//!
//! Judged in each context. Every action that the built-in table offers there must keep a key, unless
//! one of its keys was taken away with `none` on purpose. Help, back, close and a way to confirm must
//! keep a key that every terminal sends and no input method rewrites, whatever was taken away. An
//! action that had such a key and has only a lesser one left is a warning: it can still be done.
//! The command line is no way to reach something: it is reached by a key itself.

use crossterm::event::{KeyCode, KeyModifiers};

use super::changes::Change;
use super::context::Context;
use super::fault::{KeyFault, KeyTrouble};
use super::keymap::Keymap;
use super::names::twin;
use super::table::Binding;
use crate::ui::action::Action;

/// How surely a key arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// An input method may rewrite it.
    Letter,
    /// Some terminals do not have it: a vt100 ends its keyboard at F4 and has no Home; F12 has no twin.
    Some,
    /// Every terminal sends it: arrows, Enter, digits, signs, Ctrl-letters, and F1 to F11 by their twins.
    All,
}

fn reach_of(row: &Binding) -> Reach {
    match row.key {
        KeyCode::Char(letter) if row.with == KeyModifiers::NONE && letter.is_alphabetic() => {
            Reach::Letter
        }
        KeyCode::F(_) if twin(row.key).is_none() => Reach::Some,
        KeyCode::Home
        | KeyCode::End
        | KeyCode::PageUp
        | KeyCode::PageDown
        | KeyCode::Insert
        | KeyCode::Delete
        | KeyCode::BackTab => Reach::Some,
        _ => Reach::All,
    }
}

fn best(rows: &[Binding], action: Action) -> Option<Reach> {
    let keys = rows.iter().filter(|row| row.action == action);
    keys.map(reach_of).max()
}

/// What nobody can work without. To confirm, either of the last two is enough.
const ESSENTIAL: [&[Action]; 4] = [
    &[Action::Help],
    &[Action::Back],
    &[Action::Close],
    &[Action::Enter, Action::DoIt],
];

/// The faults and warnings of a changed keymap.
pub(super) fn judge(keymap: &Keymap, changes: &[Change]) -> Vec<KeyFault> {
    let built_in = Keymap::default();
    let mut found: Vec<KeyFault> = Vec::new();
    for context in Context::ALL {
        let (before, after) = (built_in.bindings(context), keymap.bindings(context));
        let fault = |trouble| KeyFault {
            file: file_of(context, changes),
            context: context.code().to_owned(),
            key: String::new(),
            trouble,
        };
        let lacks = |ways: &&&[Action]| {
            !ways
                .iter()
                .any(|action| best(&after, *action) == Some(Reach::All))
        };
        let lacking: Vec<Action> = ESSENTIAL
            .iter()
            .filter(lacks)
            .filter_map(|ways| ways.first().copied())
            .collect();
        found.extend(
            lacking
                .iter()
                .map(|action| fault(KeyTrouble::Essential(*action))),
        );
        let mut seen = lacking;
        for row in &before {
            if seen.contains(&row.action) {
                continue;
            }
            seen.push(row.action);
            let is_wanted_gone = before
                .iter()
                .any(|key| key.action == row.action && keymap.is_taken(context, key));
            match best(&after, row.action) {
                // In lists Backspace is bound to do nothing.
                None if row.action == Action::Erase && !context.takes_text() => {}
                None if is_wanted_gone => {}
                None => found.push(fault(KeyTrouble::Lost(row.action))),
                now if now < best(&before, row.action) => {
                    found.push(fault(KeyTrouble::Weak(row.action)));
                }
                Some(_) => {}
            }
        }
    }
    once(found)
}

/// A loss in the table behind is said there and not again in every context before it.
fn once(found: Vec<KeyFault>) -> Vec<KeyFault> {
    let behind = [Context::Anywhere.code(), Context::List.code()];
    let is_said = |fault: &KeyFault| {
        !behind.contains(&fault.context.as_str())
            && found.iter().any(|other| {
                behind.contains(&other.context.as_str())
                    && other.trouble == fault.trouble
                    && Context::from_code(&fault.context).is_some_and(|context| {
                        let behind = Context::from_code(&other.context);
                        behind.is_some_and(|behind| context.tables().contains(&behind))
                    })
            })
    };
    let kept: Vec<bool> = found.iter().map(|fault| !is_said(fault)).collect();
    found
        .into_iter()
        .zip(kept)
        .filter_map(|(fault, is_kept)| is_kept.then_some(fault))
        .collect()
}

/// The last file that changed one of the tables of a context.
fn file_of(context: Context, changes: &[Change]) -> String {
    let is_of = |change: &&Change| {
        Context::from_code(&change.context).is_some_and(|of| context.tables().contains(&of))
    };
    let last = changes.iter().rev().find(is_of);
    last.map(|change| change.file.clone()).unwrap_or_default()
}
