//! The stack of screens: events in, commands out, one frame when something changed.
//!
//! Pure: no thread, no clock, no terminal, so that tests press keys and read the screen. While the
//! answer to a key is outstanding, later keys wait in order and then go to the screen that it opened.

use std::collections::VecDeque;
use std::sync::Arc;

use crossterm::event::KeyEvent;

use super::action::Action;
use super::memory::Memory;
use super::screen::{Effect, Message, Outcome, Screen, Ui, Unsaved};
use super::screens;
use super::terminal::{CommandReader, Stamped};
use super::theme::Theme;
use crate::domain::change::News;
use crate::domain::error::Error;
use crate::lang::Words;
use crate::work::request::{Answer, Facts, OperationKey, Request, Saved};

/// What happens to the program.
#[derive(Debug)]
pub enum Event {
    /// A key or a paste, with the time at which it was read.
    Typed(Stamped),
    /// An answer with its question.
    Reply(Request, Result<Answer, Arc<Error>>),
    /// A frame was drawn for what was typed or for another size of the window.
    Drawn,
    /// What others changed.
    News(News),
    /// How far a long work is.
    Progress {
        /// So many rows.
        done: usize,
        /// Of so many.
        total: usize,
    },
    /// Looking for what others changed failed; said once until it works again.
    Trouble(Arc<Error>),
}

/// What the program wants from the world.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Ask the store.
    Ask(Request),
    /// Send the whole screen again.
    Repaint,
    /// Stop until the shell continues the program.
    Suspend,
    /// Leave.
    Quit,
}

/// The program between two events.
pub struct App {
    pub(super) screens: Vec<Box<dyn Screen>>,
    facts: Arc<Facts>,
    pub(super) words: &'static Words,
    theme: Theme,
    memory: Arc<Memory>,
    pub(super) message: Option<Message>,
    /// Questions that keys wait for, in the order in which they were asked.
    awaited: Vec<Request>,
    waiting: VecDeque<Stamped>,
    /// Undoes input methods where letters are commands.
    pub(super) reader: CommandReader,
    /// The key that was last said to do nothing; it is said once.
    pub(super) useless: Option<KeyEvent>,
    is_done: bool,
    outcome: Outcome,
}

struct Given {
    facts: Arc<Facts>,
    theme: Theme,
    memory: Arc<Memory>,
    words: &'static Words,
}

impl Given {
    fn ui(&self) -> Ui<'_> {
        Ui {
            t: self.words,
            facts: &self.facts,
            theme: &self.theme,
            memory: &self.memory,
        }
    }
}

impl App {
    /// Begins with this screen; the commands are what it asks at once.
    pub fn new(
        facts: Arc<Facts>,
        words: &'static Words,
        theme: Theme,
        first: Box<dyn Screen>,
    ) -> (Self, Vec<Command>) {
        let mut app = Self {
            screens: Vec::new(),
            facts,
            words,
            theme,
            memory: Arc::default(),
            message: None,
            awaited: Vec::new(),
            waiting: VecDeque::new(),
            reader: CommandReader::default(),
            useless: None,
            is_done: false,
            outcome: Outcome::Nothing,
        };
        let mut commands = Vec::new();
        app.open(first, &mut commands);
        (app, commands)
    }

    /// Takes in one event.
    pub fn handle(&mut self, event: Event) -> Vec<Command> {
        let mut commands = Vec::new();
        match event {
            Event::Typed(typed) => self.waiting.push_back(typed),
            Event::Reply(question, answer) => self.take_reply(&question, &answer, &mut commands),
            Event::Drawn => self.fill(&mut commands),
            Event::News(news) => self.take_news(&news, &mut commands),
            Event::Progress { done, total } => {
                self.message = Some(Message::plain((self.words.app.progress)(done, total)));
            }
            Event::Trouble(error) => {
                self.message = Some(Message::refusal((self.words.errors.sentence)(&error)));
            }
        }
        while self.awaited.is_empty() && !self.is_done {
            let Some(typed) = self.waiting.pop_front() else {
                break;
            };
            self.take_typed(typed, &mut commands);
        }
        commands
    }

    /// True after the last screen was left.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.is_done
    }

    /// What the last screen was left with: the choice of the first start.
    #[must_use]
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// What was typed and not saved: what was left in forms that are closed, then what stands on the
    /// screens from the bottom up. What lay on top is last.
    #[must_use]
    pub fn unsaved(&self) -> Vec<Unsaved> {
        let open: Vec<Unsaved> = self
            .screens
            .iter()
            .flat_map(|screen| screen.unsaved())
            .collect();
        // A form that is open holds more than what was left in it before.
        let is_closed = |left: &&Unsaved| open.iter().all(|other| other.place != left.place);
        let drafts = self.memory.drafts().iter().filter(is_closed);
        let mut unsaved: Vec<Unsaved> = drafts.cloned().collect();
        unsaved.extend(open);
        unsaved
    }

    /// True while letters are text: a burst of them is no paste into a list then.
    #[must_use]
    pub fn takes_text(&self) -> bool {
        self.screens
            .last()
            .is_some_and(|screen| screen.context().takes_text())
    }

    pub(super) fn screens(&mut self) -> &mut [Box<dyn Screen>] {
        &mut self.screens
    }

    pub(super) fn memory(&self) -> Arc<Memory> {
        Arc::clone(&self.memory)
    }

    pub(super) fn frame_parts(&self) -> (Arc<Facts>, &'static Words, Theme, Option<Message>, bool) {
        (
            Arc::clone(&self.facts),
            self.words,
            self.theme.clone(),
            self.message.clone(),
            !self.awaited.is_empty(),
        )
    }

    /// What screens are handed, held for as long as they look at it.
    fn given(&self) -> Given {
        Given {
            facts: Arc::clone(&self.facts),
            theme: self.theme.clone(),
            memory: Arc::clone(&self.memory),
            words: self.words,
        }
    }

    fn open(&mut self, mut screen: Box<dyn Screen>, commands: &mut Vec<Command>) {
        let effects = screen.open(&self.given().ui());
        self.screens.push(screen);
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
        if self.act(action, commands) {
            self.useless = None;
        } else {
            self.say_useless(key);
        }
    }

    /// Carries an action out; false where it means nothing on this screen.
    fn act(&mut self, action: Action, commands: &mut Vec<Command>) -> bool {
        if let Some(effect) = self.everywhere(action) {
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
        let key = OperationKey::fresh;
        Some(match action {
            Action::Help => {
                let top = self.screens.last().filter(|top| !top.ends_help())?;
                let why = top.why(&self.given().ui());
                Effect::Open(screens::explained(top.topic(), top.context(), why))
            }
            Action::Command => Effect::Open(screens::command()),
            Action::Repaint => Effect::Repaint,
            Action::Suspend => Effect::Suspend,
            Action::TakeBack => Effect::Ask(Request::Undo { key: key() }),
            Action::Redo => Effect::Ask(Request::Redo { key: key() }),
            Action::Cancel => Effect::Pass(Action::Back),
            _ => return None,
        })
    }

    fn take_reply(
        &mut self,
        question: &Request,
        answer: &Result<Answer, Arc<Error>>,
        commands: &mut Vec<Command>,
    ) {
        if let Some(place) = self.awaited.iter().position(|asked| asked == question) {
            self.awaited.remove(place);
        }
        match answer {
            Ok(Answer::Facts(facts)) => self.facts = Arc::clone(facts),
            Ok(Answer::Saved(saved)) => self.say_saved(question, saved),
            // A newer search took the place of this one: nobody has to be told.
            Err(error) if matches!(**error, Error::Cancelled) => {}
            Err(error) => {
                self.message = Some(Message::refusal((self.words.errors.sentence)(error)));
            }
            Ok(_) => {}
        }
        let given = self.given();
        let ui = given.ui();
        let reply = answer.as_ref();
        let mut effects = Vec::new();
        for screen in &mut self.screens {
            effects.extend(screen.reply(question, reply, &ui));
        }
        self.carry_out(effects, commands);
    }

    fn say_saved(&mut self, question: &Request, saved: &Saved) {
        let (done, left) = (saved.done.len(), saved.left.len());
        self.message = match question {
            Request::Undo { .. } => Some(Message::plain((self.words.app.taken_back)(done, left))),
            Request::Redo { .. } => Some(Message::plain((self.words.app.redone)(done, left))),
            _ => return,
        };
    }

    fn take_news(&mut self, news: &News, commands: &mut Vec<Command>) {
        if news.facts || news.new_day {
            self.carry_out(vec![Effect::Fetch(Request::Facts)], commands);
        }
        let given = self.given();
        let ui = given.ui();
        let mut effects = Vec::new();
        for screen in &mut self.screens {
            effects.extend(screen.news(news, &ui));
        }
        self.carry_out(effects, commands);
    }

    /// Every screen: those beneath a dialog are seen too.
    fn fill(&mut self, commands: &mut Vec<Command>) {
        let given = self.given();
        let ui = given.ui();
        let screens = self.screens.iter_mut();
        let effects = screens.flat_map(|screen| screen.fill(&ui)).collect();
        self.carry_out(effects, commands);
    }

    fn carry_out(&mut self, effects: Vec<Effect>, commands: &mut Vec<Command>) {
        for effect in effects {
            match effect {
                Effect::Ask(request) => {
                    self.awaited.push(request.clone());
                    commands.push(Command::Ask(request));
                }
                Effect::Fetch(request) => commands.push(Command::Ask(request)),
                Effect::Open(screen) => self.open(screen, commands),
                Effect::Replace(screen) => {
                    self.screens.pop();
                    self.open(screen, commands);
                }
                Effect::Close => self.close(Outcome::Nothing, commands),
                Effect::Choose(outcome) => self.close(outcome, commands),
                Effect::Home => self.screens.truncate(1),
                Effect::Say(message) => self.message = Some(message),
                Effect::Keep(draft) => Arc::make_mut(&mut self.memory).keep(draft),
                Effect::Remember(fields) => Arc::make_mut(&mut self.memory).remember(fields),
                Effect::Quit => {
                    self.is_done = true;
                    commands.push(Command::Quit);
                }
                Effect::Repaint => commands.push(Command::Repaint),
                Effect::Suspend => commands.push(Command::Suspend),
                Effect::Pass(action) => {
                    if !self.act(action, commands) {
                        self.message = Some(Message::plain(self.words.app.not_here));
                    }
                }
                Effect::Useless => {}
            }
        }
    }

    fn close(&mut self, outcome: Outcome, commands: &mut Vec<Command>) {
        if self.screens.len() <= 1 {
            self.outcome = outcome;
            self.is_done = true;
            commands.push(Command::Quit);
            return;
        }
        self.screens.pop();
        self.with_top(commands, |top, ui| top.resume(outcome, ui));
    }
}
