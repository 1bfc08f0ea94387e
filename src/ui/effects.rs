//! What screens want, carried out: opening and closing, questions, sentences.
//!
//! Half of [`App`]: the other half takes events in. Nothing here knows a key but by its action.

use std::sync::Arc;
use std::time::Duration;

use crossterm::event::KeyEvent;

use super::action::Action;
use super::app::{App, Command};
use super::composing::Method;
use super::keys::Context;
use super::running::{Labour, Running};
use super::screen::{Effect, Message, Outcome, Screen, Ui};
use super::screens;
use super::typing::Notice;
use crate::domain::error::Error;
use crate::work::progress::Far;
use crate::work::request::Request;

impl App {
    pub(super) fn open(&mut self, mut screen: Box<dyn Screen>, commands: &mut Vec<Command>) {
        self.forget_offer(screen.context() != Context::Line);
        let effects = screen.open(&self.given().ui());
        self.screens.push(screen);
        self.notice = Notice::None;
        self.carry_out(effects, commands);
    }

    /// Lets the top screen do something and carries out what it wants.
    pub(super) fn with_top(
        &mut self,
        commands: &mut Vec<Command>,
        deed: impl FnOnce(&mut dyn Screen, &Ui) -> Vec<Effect>,
    ) {
        let given = self.given();
        let ui = given.ui();
        let Some(top) = self.screens.last_mut() else {
            return;
        };
        let effects = deed(top.as_mut(), &ui);
        self.carry_out(effects, commands);
    }

    pub(super) fn take_action(
        &mut self,
        action: Action,
        key: KeyEvent,
        commands: &mut Vec<Command>,
    ) {
        self.message = None;
        self.notice = self.notice.after_command();
        if self.act(action, commands) {
            self.useless = None;
        } else {
            self.say_useless(key);
        }
    }

    /// Carries an action out; false where it means nothing on this screen.
    pub(super) fn act(&mut self, action: Action, commands: &mut Vec<Command>) -> bool {
        if let Some(effect) = self.finds_again(action).or_else(|| self.everywhere(action)) {
            self.carry_out(vec![effect], commands);
            return true;
        }
        let mut is_useless = false;
        self.with_top(commands, |top, ui| {
            let effects = top.act(action, ui);
            is_useless = matches!(effects.as_slice(), [Effect::Useless]);
            effects
        });
        !is_useless
    }

    /// What an action means on every screen alike; `None` where the screen decides.
    fn everywhere(&self, action: Action) -> Option<Effect> {
        Some(match action {
            Action::Help => {
                let top = self.screens.last().filter(|top| !top.ends_help())?;
                let why = top.why(&self.given().ui());
                Effect::Open(screens::explained(top.topic(), top.context(), why))
            }
            Action::Command => Effect::Open(screens::command()),
            Action::Composing => Effect::Compose(Method::next(self.setup.composing)),
            Action::Repaint => Effect::Repaint,
            Action::Suspend => Effect::Suspend,
            Action::TakeBack if self.context().is_some_and(Context::takes_back) => return None,
            Action::TakeBack => Effect::Ask(Request::NextUndo),
            Action::Redo => Effect::Ask(Request::NextRedo),
            Action::Cancel => Effect::Pass(Action::Back),
            Action::Glyphs => Effect::Treat(self.setup.terminal.profile.with_next_glyphs()),
            Action::Colours => Effect::Treat(self.setup.terminal.profile.with_next_colour()),
            Action::Economy => Effect::Treat(self.setup.terminal.profile.with_next_speed()),
            Action::Meter => Effect::Measure,
            Action::Check if self.context() == Some(Context::Check) => return None,
            Action::Check => Effect::Open(screens::terminal_check()),
            Action::NextTheme => Effect::Theme(self.setup.looks.name().next()),
            _ => return None,
        })
    }

    /// Every screen: those beneath a dialog are seen too.
    pub(super) fn fill(&mut self, commands: &mut Vec<Command>) {
        let given = self.given();
        let ui = given.ui();
        let screens = self.screens.iter_mut();
        let effects = screens.flat_map(|screen| screen.fill(&ui)).collect();
        self.carry_out(effects, commands);
    }

    pub(super) fn carry_out(&mut self, effects: Vec<Effect>, commands: &mut Vec<Command>) {
        for effect in effects {
            match effect {
                // Files are written by a session of its own, which works in the present.
                Effect::Ask(request) | Effect::Fetch(request) if self.is_refused(&request) => {
                    let refused = Err(Arc::new(Error::LookingOnly));
                    self.take_reply(&request, &refused, commands);
                }
                Effect::Ask(request) => {
                    self.begin_running(&request);
                    self.awaited.push(request.clone());
                    commands.push(Command::Ask(request));
                }
                Effect::Fetch(request) => {
                    self.begin_running(&request);
                    commands.push(Command::Ask(request));
                }
                Effect::Cancel => commands.push(Command::Cancel),
                Effect::Open(screen) => self.open(screen, commands),
                Effect::Replace(screen) => {
                    self.screens.pop();
                    self.open(screen, commands);
                }
                Effect::Close => self.close(Outcome::Nothing, commands),
                Effect::Choose(outcome) => self.close(outcome, commands),
                Effect::Home => self.leave_what_is_open(),
                Effect::Say(message) => self.message = Some(message),
                Effect::Keep(draft) => Arc::make_mut(&mut self.memory).keep(draft),
                Effect::Remember(fields) => Arc::make_mut(&mut self.memory).remember(fields),
                Effect::Quit if self.goes_to_board(commands) || self.warns_of_writing() => {}
                Effect::Quit => {
                    self.is_done = true;
                    commands.push(Command::Quit);
                }
                Effect::Repaint => commands.push(Command::Repaint),
                Effect::Compose(method) => self.compose_by(method, commands),
                Effect::Suspend => commands.push(Command::Suspend),
                Effect::Treat(profile) => self.treat(profile, commands),
                Effect::Unasked => self.turn_deaf(),
                Effect::Measure => self.meter.is_on = !self.meter.is_on,
                Effect::Theme(name) => self.switch_theme(name, commands),
                Effect::Later(action) => self.later.push_back(action),
                Effect::Pass(action) => {
                    self.forget_offer(!matches!(action, Action::TakeBack | Action::Redo));
                    if !self.act(action, commands) {
                        let help = self.key_for(Action::Help, ":help");
                        let sentence = (self.words().app.not_here)(&help);
                        self.message = Some(Message::plain(sentence));
                    }
                }
                Effect::Coach(wish) => self.heed(wish, commands),
                Effect::Useless => {}
            }
        }
    }

    /// True for what would be written while another day is looked at.
    fn is_refused(&self, request: &Request) -> bool {
        let is_written = matches!(
            request,
            Request::ImportStage { .. }
                | Request::FinishBatch { .. }
                | Request::UndoBatch { .. }
                | Request::Export { .. }
                | Request::WriteReport(_)
                | Request::WriteRegister(_)
                | Request::Letters(_)
        );
        is_written && self.given().ui().facts.is_looking_only
    }

    /// How far the long work is: the frame says it. Of others only the message line knows.
    pub(super) fn take_progress(&mut self, far: Far, elapsed: Duration) {
        let Some(running) = &mut self.running else {
            let text = (self.words().app.progress)(far.done, far.total);
            self.message = Some(Message::plain(text));
            return;
        };
        let running = Arc::make_mut(running);
        (running.far, running.elapsed) = (far, elapsed);
    }

    /// Says once that what is being written is written to its end before the program is left.
    fn warns_of_writing(&mut self) -> bool {
        let Some(running) = &mut self.running else {
            return false;
        };
        if running.is_warned || matches!(running.labour, Labour::Reading | Labour::LookingBack) {
            return false;
        }
        Arc::make_mut(running).is_warned = true;
        self.message = Some(Message::refusal(self.words().import.writing.still_writing));
        true
    }

    fn begin_running(&mut self, request: &Request) {
        if let Some(running) = Running::of(request) {
            self.running = Some(Arc::new(running));
        }
    }

    /// Closes all but home, and keeps what was typed. Where another day or file is looked at from here on, what is open
    /// belongs to the one before.
    pub(super) fn leave_what_is_open(&mut self) {
        let open = self.typed_on_screens();
        let memory = Arc::make_mut(&mut self.memory);
        open.into_iter().for_each(|draft| memory.keep(draft));
        self.screens.truncate(1);
    }

    fn close(&mut self, outcome: Outcome, commands: &mut Vec<Command>) {
        if self.screens.len() <= 1 {
            self.outcome = outcome;
            self.is_done = true;
            commands.push(Command::Quit);
            return;
        }
        self.screens.pop();
        self.notice = Notice::None;
        self.with_top(commands, |top, ui| top.resume(outcome, ui));
    }
}
