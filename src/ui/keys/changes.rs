//! What a configuration changes in the keys, checked as a whole: all of it is in force or nothing.

use crossterm::event::{KeyCode, KeyModifiers};

use super::context::Context;
use super::fault::{KeyFault, KeyTrouble};
use super::keymap::Keymap;
use super::names::{Unsent, named};
use super::reach;
use crate::domain::filter::nearest;
use crate::ui::action::Action;

/// The word that takes a key away.
const NONE: &str = "none";

/// A line of a configuration, as written: in this context this key means this action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file that says so.
    pub file: String,
    /// The name of the context.
    pub context: String,
    /// The name of the key.
    pub key: String,
    /// The name of the action, or `none`.
    pub action: String,
}

/// The keys that are in force after a check.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// With all changes, or the built-in table where one of them is wrong.
    pub keymap: Keymap,
    /// Everything that is wrong, and what deserves to be known.
    pub faults: Vec<KeyFault>,
}

impl Checked {
    /// True where the built-in table is in force because of a fault.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.faults.iter().any(|fault| !fault.trouble.is_warning())
    }
}

/// A change that was understood.
struct Read<'a> {
    change: &'a Change,
    context: Context,
    key: (KeyCode, KeyModifiers),
    /// None takes the key away.
    action: Option<Action>,
}

/// Reads the changes in their order, the site's before the user's, and lays them over the built-in
/// table. A later file may change what an earlier one said; one file may say a thing once.
#[must_use]
pub fn check(changes: &[Change]) -> Checked {
    let mut faults = Vec::new();
    let mut read: Vec<Read> = Vec::new();
    for change in changes {
        match understand(change, &read) {
            Ok(one) => read.push(one),
            Err(trouble) => faults.push(KeyFault {
                file: change.file.clone(),
                context: change.context.clone(),
                key: change.key.clone(),
                trouble,
            }),
        }
    }
    let mut keymap = Keymap::default();
    for one in &read {
        match one.action {
            Some(action) => keymap.bind(one.context, one.key, action),
            None => keymap.take(one.context, one.key),
        }
    }
    // What is lost is judged in what could be read: a clerk wants all faults at once.
    faults.extend(reach::judge(&keymap, changes));
    let checked = Checked { keymap, faults };
    if checked.is_refused() {
        return Checked {
            keymap: Keymap::default(),
            ..checked
        };
    }
    checked
}

fn understand<'a>(change: &'a Change, before: &[Read]) -> Result<Read<'a>, KeyTrouble> {
    let context = Context::from_code(&change.context).ok_or_else(|| {
        let known = Context::ALL.iter().map(|context| context.code());
        KeyTrouble::Context(nearest(&change.context, known))
    })?;
    let key = named(&change.key).map_err(|why| match why {
        Unsent::Unknown(nearest) => KeyTrouble::Key(nearest),
        Unsent::Same(other) => KeyTrouble::Same(other),
        Unsent::Kept => KeyTrouble::Kept,
        Unsent::NotEverywhere => KeyTrouble::NotEverywhere,
    })?;
    let twice = before.iter().find(|other| {
        other.change.file == change.file && other.context == context && other.key == key
    });
    if let Some(other) = twice {
        return Err(KeyTrouble::Twice(other.change.key.clone()));
    }
    let action = match change.action.as_str() {
        NONE => None,
        written => Some(Action::from_code(written).ok_or_else(|| {
            let known = Action::ALL.iter().map(|action| action.code());
            KeyTrouble::Action(written.to_owned(), nearest(written, known))
        })?),
    };
    if let Some(action) = action {
        may_mean(context, key, action)?;
    }
    Ok(Read {
        change,
        context,
        key,
        action,
    })
}

/// Whether a key may mean something in a context.
fn may_mean(
    context: Context,
    (code, with): (KeyCode, KeyModifiers),
    action: Action,
) -> Result<(), KeyTrouble> {
    let built_in = Keymap::default();
    let same = |row: &super::Binding| (row.key, row.with, row.action) == (code, with, action);
    if built_in.bindings(context).iter().any(same) {
        return Ok(());
    }
    if let KeyCode::Char(letter) = code
        && with == KeyModifiers::NONE
    {
        // What stands anywhere stands in forms too. In the pane of agencies signs are commands.
        let is_text = match context {
            Context::Form | Context::File | Context::Line | Context::Choice | Context::Anywhere => {
                true
            }
            Context::Agencies
            | Context::Keeping
            | Context::Users
            | Context::Present
            | Context::Calendar
            | Context::Register
            | Context::Measures => letter.is_alphanumeric() || letter == ' ',
            Context::List
            | Context::Home
            | Context::Tasks
            | Context::Sheet
            | Context::Confirm
            | Context::Page
            | Context::Document
            | Context::Check
            | Context::Practice
            | Context::Report
            | Context::Imports
            | Context::Writing
            | Context::Asking
            | Context::Import
            | Context::Doubts
            | Context::Columns
            | Context::Start => false,
        };
        if is_text {
            return Err(KeyTrouble::Text);
        }
        // 9 reports done and 4 drops: what the fingers know must not become another deed, at this
        // desk or at the next. A digit can only be taken away.
        if letter.is_ascii_digit()
            && matches!(context, Context::Tasks | Context::Sheet | Context::List)
        {
            return Err(KeyTrouble::OptionDigit);
        }
    }
    // What stands anywhere or in all lists may be meant for some of them only.
    let is_general = matches!(context, Context::Anywhere | Context::List);
    let offers = |row: &super::Binding| row.action == action;
    if !is_general && !action.is_everywhere() && !built_in.bindings(context).iter().any(offers) {
        return Err(KeyTrouble::NotHere(action));
    }
    Ok(())
}
