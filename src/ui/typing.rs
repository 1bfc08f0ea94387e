//! What was typed, on its way to the top screen: text where text is expected, else commands.
//!
//! Where letters are commands, input methods are undone, and what looks like a paste does nothing.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::action::Action;
use super::app::{App, Command};
use super::composing::Method;
use super::keys::{self, Context};
use super::screen::{Message, Ui};
use super::taking_back::is_about_offer;
use super::terminal::{CommandReader, Input, Stamped, is_of_text};
use crate::domain::fold::{clean, without_accents};

/// Whether it was said on this screen that what arrives is not UTF-8.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Notice {
    /// There was no reason.
    #[default]
    None,
    /// It stands on the message line while nothing else does.
    Shown,
    /// It was said, and a command was given since.
    Said,
}

impl Notice {
    fn after_rubbish(self) -> Self {
        match self {
            Self::None | Self::Shown => Self::Shown,
            Self::Said => Self::Said,
        }
    }

    /// Letters leave it standing: they come together with the rubbish.
    pub(super) fn after_command(self) -> Self {
        match self {
            Self::None => Self::None,
            Self::Shown | Self::Said => Self::Said,
        }
    }
}

/// Undo input methods where letters are commands; both read everything.
#[derive(Debug)]
pub(super) struct Readers {
    telex: CommandReader,
    vni: CommandReader,
    /// The letter that came last, without its marks.
    letter: char,
}

impl Default for Readers {
    fn default() -> Self {
        Self {
            telex: CommandReader::new(Method::Telex),
            vni: CommandReader::new(Method::Vni),
            letter: '\0',
        }
    }
}

impl Readers {
    /// The key without the marks of its letter; of a mark that comes alone, the letter before it.
    fn base(&mut self, key: KeyEvent) -> KeyEvent {
        let KeyCode::Char(letter) = key.code else {
            return key;
        };
        if let Some(first) = without_accents(&letter.to_string()).chars().next() {
            self.letter = first;
        }
        KeyEvent::new(KeyCode::Char(self.letter), key.modifiers)
    }
}

impl App {
    /// Takes in one key or paste, in the context that stands now.
    pub(super) fn take_typed(&mut self, typed: Stamped, commands: &mut Vec<Command>) {
        let Some(context) = self.context() else {
            return;
        };
        if let Some(top) = self.screens.last_mut() {
            top.hear(&typed);
        }
        let takes_text = context.takes_text();
        self.forget_offer(matches!(typed.input, Input::Paste { .. }));
        match typed.input {
            Input::Paste { text, .. } if takes_text => {
                self.message = None;
                let text = clean(&text);
                self.with_top(commands, |top, ui| {
                    let pasted = Ui {
                        composing: None,
                        ..*ui
                    };
                    text.chars()
                        .flat_map(|letter| top.write(letter, &pasted))
                        .collect()
                });
            }
            Input::Paste { .. } => self.ignore_paste(),
            Input::Unreadable => self.notice = self.notice.after_rubbish(),
            Input::Key(key) if key.kind == KeyEventKind::Release => {}
            // A field takes the letters of what was pasted, and none of its function keys.
            Input::Key(key) if takes_text && typed.pasted && !is_of_text(key) => {
                self.ignore_paste()
            }
            Input::Key(key) if takes_text => {
                self.readers = Readers::default();
                self.take_key(key, commands);
            }
            Input::Key(_) if typed.pasted => self.ignore_paste(),
            Input::Key(key) => {
                let keys = self.meant_by(context, key, typed.at);
                self.meant.extend(keys);
            }
        }
    }

    /// The keys that were struck, whatever an input method made of them. It is not known which one:
    /// after `u`, ú is `s` to Telex and `1` to VNI.
    fn meant_by(&mut self, context: Context, key: KeyEvent, at: Duration) -> Vec<KeyEvent> {
        let telex = self.readers.telex.read(key, at);
        let vni = self.readers.vni.read(key, at);
        let letter = self.readers.base(key);
        if telex == vni {
            return telex;
        }
        let is_vni = match self.setup.composing {
            Some(method) => method == Method::Vni,
            // A digit behind a command, where the letter would be none: `u` and then `2`.
            None => {
                self.is_command(context, letter)
                    && !self.are_commands(&telex, context)
                    && self.are_commands(&vni, context)
            }
        };
        if is_vni { vni } else { telex }
    }

    fn is_command(&self, context: Context, key: KeyEvent) -> bool {
        self.setup.keymap.action(context, key).is_some()
    }

    fn are_commands(&self, keys: &[KeyEvent], context: Context) -> bool {
        !keys.is_empty() && keys.iter().all(|key| self.is_command(context, *key))
    }

    pub(super) fn context(&self) -> Option<Context> {
        self.screens.last().map(|screen| screen.context())
    }

    fn ignore_paste(&mut self) {
        self.message = Some(Message::refusal(self.words().app.paste_ignored));
    }

    pub(super) fn take_key(&mut self, key: KeyEvent, commands: &mut Vec<Command>) {
        let Some(context) = self.context() else {
            return;
        };
        let action = self.setup.keymap.action(context, key);
        self.forget_offer(!is_about_offer(context, action));
        if let Some(action) = action {
            return self.take_action(action, key, commands);
        }
        if self.is_to_find_again(key) {
            return self.take_action(Action::Refresh, key, commands);
        }
        let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Char(letter) if context.takes_text() && held.is_empty() => {
                self.message = None;
                self.with_top(commands, |top, ui| top.write(letter, ui));
            }
            // There every key is welcome: it is shown.
            _ if context == Context::Check => {}
            _ => self.say_useless(key),
        }
    }

    /// Says that a key does nothing here, once until another key is pressed.
    pub(super) fn say_useless(&mut self, key: KeyEvent) {
        if self.useless == Some(key) {
            self.message = None;
            return;
        }
        let name = keys::name(key.code, key.modifiers);
        self.message = Some(Message::plain((self.words().app.no_such_key)(
            &name,
            &self.key_for(Action::Help, ":help"),
        )));
        self.useless = Some(key);
    }
}
