//! `keys`: the table of keys in force, as Markdown or JSON, from the one table that the screens use;
//! and everything that is wrong with the configured keys and looks, all at once.

use std::process::ExitCode;

use ratatui::style::Style;
use serde_json::json;

use super::place::Place;
use super::{exit, print};
use crate::config::{Config, RuleFault};
use crate::domain::error::Result;
use crate::lang::{SettingWords, Words};
use crate::ui::action::Action;
use crate::ui::keys::{self, Context, KeyFault, Keymap, name, twin};
use crate::ui::theme::{self, ThemeFault, ThemeName};

/// The keys and looks that are in force with this configuration.
pub struct Taken {
    /// The keys; the built-in ones where a change is wrong.
    pub keymap: Keymap,
    /// The theme; dark unless said otherwise.
    pub theme: ThemeName,
    /// What meanings look like, where that is changed.
    pub styles: Vec<(&'static str, Style)>,
    /// So many faults; warnings do not count.
    pub faults: usize,
    of_keys: Vec<KeyFault>,
    of_looks: Vec<ThemeFault>,
    of_terminals: Vec<RuleFault>,
}

impl From<&Config> for Taken {
    fn from(config: &Config) -> Self {
        let checked = keys::check(&config.keys);
        let (theme, styles, of_looks) = theme::check(&config.looks);
        let is_fault = |fault: &&KeyFault| !fault.trouble.is_warning();
        Self {
            faults: checked.faults.iter().filter(is_fault).count()
                + of_looks.len()
                + config.terminal_faults.len(),
            keymap: checked.keymap,
            theme: theme.unwrap_or_default(),
            styles,
            of_keys: checked.faults,
            of_looks,
            of_terminals: config.terminal_faults.clone(),
        }
    }
}

impl Taken {
    fn sentences(&self, t: &SettingWords) -> Vec<String> {
        let of_keys = self.of_keys.iter().map(|fault| fault.sentence(t));
        let of_looks = self.of_looks.iter().map(|fault| fault.sentence(t));
        let of_terminals = self.of_terminals.iter().map(|fault| fault.sentence(t));
        of_keys.chain(of_looks).chain(of_terminals).collect()
    }
}

/// Prints the table, and complains about every fault; with a fault the exit code is that of wrong
/// usage, so that whoever writes a configuration can check it before clerks meet it.
pub fn table(place: &Place, is_json: bool) -> Result<ExitCode> {
    let taken = Taken::from(&place.config);
    let sentences = taken.sentences(&place.words.settings);
    if is_json {
        print::json(&json!({
            "version": super::json::VERSION,
            "keys": rows(&taken.keymap, place.words),
            "actions": Action::ALL.map(Action::code).to_vec(),
            "theme": taken.theme.code(),
            "faults": sentences,
        }))?;
    } else {
        for line in markdown(&taken.keymap, place.words) {
            print::line(&line)?;
        }
    }
    for sentence in &sentences {
        print::complaint(place.words, sentence);
    }
    Ok(if taken.faults > 0 {
        ExitCode::from(exit::USAGE)
    } else {
        ExitCode::SUCCESS
    })
}

/// A row a key, the contexts in the order of the manual.
fn rows(keymap: &Keymap, words: &Words) -> Vec<serde_json::Value> {
    let of = |context| keymap.own(context);
    Context::ALL
        .into_iter()
        .flat_map(of)
        .map(|row| {
            json!({
                "context": row.context.code(),
                "key": name(row.key, row.with),
                "action": row.action.code(),
                "label": (row.label)(&words.keys),
                "twins": twin(row.key).into_iter().collect::<Vec<_>>(),
            })
        })
        .collect()
}

/// The table, a row an action, the contexts in the order of the manual.
fn markdown(keymap: &Keymap, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    for context in Context::ALL {
        let heading = (words.keys.context)(context.code());
        lines.push(format!("| {heading} | |"));
        if lines.len() == 1 {
            lines.push("| --- | --- |".to_owned());
        }
        let rows: Vec<_> = keymap.own(context).collect();
        let mut said = Vec::new();
        for row in &rows {
            let label = (row.label)(&words.keys);
            if said.contains(&label) {
                continue;
            }
            said.push(label);
            let keys: Vec<String> = rows
                .iter()
                .filter(|other| (other.label)(&words.keys) == label)
                .map(|other| format!("`{}`", name(other.key, other.with)))
                .collect();
            lines.push(format!("| {} | {label} |", keys.join(" ")));
        }
    }
    lines
}
