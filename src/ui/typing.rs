//! What was typed, on its way to the top screen: text where text is expected, else commands.
//!
//! Where letters are commands, input methods are undone, and what looks like a paste does nothing.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::action::Action;
use super::app::{App, Command};
use super::keys::{self, Context};
use super::screen::Message;
use super::terminal::{CommandReader, Input, Stamped};
use crate::domain::fold::clean;

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
        match typed.input {
            Input::Paste { text, .. } if takes_text => {
                self.message = None;
                let text = clean(&text);
                self.with_top(commands, |top, ui| {
                    text.chars()
                        .flat_map(|letter| top.write(letter, ui))
                        .collect()
                });
            }
            Input::Paste { .. } => self.ignore_paste(),
            Input::Key(key) if key.kind == KeyEventKind::Release => {}
            Input::Key(key) if takes_text => {
                self.reader = CommandReader::default();
                self.take_key(key, commands);
            }
            Input::Key(_) if typed.pasted => self.ignore_paste(),
            Input::Key(key) => {
                for meant in self.reader.read(key, typed.at) {
                    self.take_key(meant, commands);
                }
            }
        }
    }

    pub(super) fn context(&self) -> Option<Context> {
        self.screens.last().map(|screen| screen.context())
    }

    fn ignore_paste(&mut self) {
        self.message = Some(Message::refusal(self.words().app.paste_ignored));
    }

    fn take_key(&mut self, key: KeyEvent, commands: &mut Vec<Command>) {
        let Some(context) = self.context() else {
            return;
        };
        if let Some(action) = self.setup.keymap.action(context, key) {
            return self.take_action(action, key, commands);
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
