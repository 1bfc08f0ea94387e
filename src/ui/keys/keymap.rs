//! The keys in force: the built-in table with what a configuration changed in it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::context::Context;
use super::names::{name, plain};
use super::table::{BINDINGS, Binding};
use crate::lang::KeyWords;
use crate::ui::action::Action;

/// A key that was taken away in a table.
type Taken = (Context, KeyCode, KeyModifiers);

/// Which key means what; the built-in table until changes are laid over it.
#[derive(Debug, Clone)]
pub struct Keymap {
    rows: Vec<Binding>,
    /// Keys that mean nothing in a table, whatever stands behind it.
    taken: Vec<Taken>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self {
            rows: BINDINGS.to_vec(),
            taken: Vec::new(),
        }
    }
}

impl Keymap {
    /// What a key means in a context; `None` where it is text or nothing.
    #[must_use]
    pub fn action(&self, context: Context, event: KeyEvent) -> Option<Action> {
        let (code, with) = plain(event);
        for table in context.tables() {
            if self.taken.contains(&(*table, code, with)) {
                return None;
            }
            if let Some(row) = self.row(*table, code, with) {
                return Some(row.action);
            }
        }
        None
    }

    /// The bindings of a context and of what stands behind it, nearest first, each key once. An action
    /// that lost the key by which the footer showed it is shown by its best one.
    #[must_use]
    pub fn bindings(&self, context: Context) -> Vec<Binding> {
        let mut found = visible(context, &self.rows, &self.taken);
        for lost in visible(context, BINDINGS, &[]) {
            if lost.footer.is_none() || found.iter().any(|row| row.is_like(&lost)) {
                continue;
            }
            let heir = found
                .iter_mut()
                .filter(|row| row.action == lost.action && row.footer.is_none())
                .min_by_key(|row| rank(row));
            if let Some(heir) = heir {
                heir.footer = lost.footer;
            }
        }
        found
    }

    /// The bindings of one table alone, for the manual.
    pub fn own(&self, context: Context) -> impl Iterator<Item = &Binding> {
        self.rows.iter().filter(move |row| row.context == context)
    }

    /// The name of the best key that does something in a context, as messages call it.
    #[must_use]
    pub fn key_for(&self, context: Context, action: Action) -> Option<String> {
        let rows = self.bindings(context);
        let keys = rows.iter().filter(|row| row.action == action);
        let row = keys.min_by_key(|row| rank(row))?;
        Some(name(row.key, row.with))
    }

    /// Gives a key another meaning in one table.
    pub(super) fn bind(
        &mut self,
        context: Context,
        (key, with): (KeyCode, KeyModifiers),
        action: Action,
    ) {
        self.taken.retain(|taken| *taken != (context, key, with));
        if self
            .row(context, key, with)
            .is_some_and(|row| row.action == action)
        {
            return;
        }
        let changed = Binding {
            context,
            key,
            with,
            action,
            label: label_of(context, action),
            footer: None,
        };
        let place = self
            .rows
            .iter()
            .position(|row| row.context == context && row.key == key && row.with == with);
        match place.and_then(|place| self.rows.get_mut(place)) {
            Some(row) => *row = changed,
            None => self.rows.push(changed),
        }
    }

    /// Takes a key away in one table and in what stands behind it.
    pub(super) fn take(&mut self, context: Context, (key, with): (KeyCode, KeyModifiers)) {
        self.rows
            .retain(|row| (row.context, row.key, row.with) != (context, key, with));
        self.taken.push((context, key, with));
    }

    /// True where a key was taken away in a context or in what stands behind it.
    pub(super) fn is_taken(&self, context: Context, row: &Binding) -> bool {
        let mut tables = context.tables().iter();
        tables.any(|table| self.taken.contains(&(*table, row.key, row.with)))
    }

    fn row(&self, table: Context, code: KeyCode, with: KeyModifiers) -> Option<&Binding> {
        self.rows
            .iter()
            .find(|row| row.context == table && row.key == code && row.with == with)
    }
}

/// The rows of a context and of what stands behind it, nearest first, each key once.
fn visible(context: Context, rows: &[Binding], taken: &[Taken]) -> Vec<Binding> {
    let mut found: Vec<Binding> = Vec::new();
    let mut hidden: Vec<(KeyCode, KeyModifiers)> = Vec::new();
    for table in context.tables() {
        let taken = taken.iter().filter(|(of, ..)| of == table);
        hidden.extend(taken.map(|(_, code, with)| (*code, *with)));
        for row in rows.iter().filter(|row| row.context == *table) {
            if !hidden.contains(&(row.key, row.with)) {
                hidden.push((row.key, row.with));
                found.push(*row);
            }
        }
    }
    found
}

/// Which key of an action is told first: function keys, then what has a name, signs, letters last.
fn rank(row: &Binding) -> u8 {
    match row.key {
        KeyCode::F(_) => 0,
        KeyCode::Char(_) if row.with != KeyModifiers::NONE => 1,
        KeyCode::Char(letter) if letter.is_alphanumeric() => 3,
        KeyCode::Char(_) => 2,
        _ => 1,
    }
}

/// What an action is called in a context: as the built-in table calls it there, else anywhere.
fn label_of(context: Context, action: Action) -> fn(&KeyWords) -> &'static str {
    let named = context
        .tables()
        .iter()
        .find_map(|table| {
            BINDINGS
                .iter()
                .find(|row| row.context == *table && row.action == action)
        })
        .or_else(|| BINDINGS.iter().find(|row| row.action == action));
    named.map_or(|t| t.nothing, |row| row.label)
}
