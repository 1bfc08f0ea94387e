//! The stack of screens: events in, commands out, one frame when something changed.
//!
//! Pure: no thread, no clock, no terminal, so that tests press keys and read the screen. While the
//! answer to a key is outstanding, later keys wait in order and then go to the screen that it opened.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::KeyEvent;

use super::action::Action;
use super::ahead::Deaf;
use super::given::Given;
use super::memory::Memory;
use super::meter::{Meter, Sample};
use super::practice::Coach;
use super::running::Running;
use super::screen::{Effect, Message, Outcome, Screen, Unsaved};
use super::screens;
use super::setup::{Choices, Setup};
use super::terminal::{Profile, Stamped};
use super::typing::{Notice, Readers};
use crate::domain::change::News;
use crate::domain::error::Error;
use crate::domain::id::OperationId;
use crate::domain::present::{Beside, Standing};
use crate::lang::Words;
use crate::work::progress::Far;
use crate::work::request::{Answer, Facts, Request};

/// Deeds that change what is kept in the facts.
const FRAME: [&str; 5] = ["agency", "user", "day_off", "document", "report_window"];

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
    /// Who else has the task open now on which this session stands.
    Beside(Vec<Beside>),
    /// Nobody has typed for long: the session ends in so long.
    EndsSoon(Duration),
    /// How far a long work is.
    Progress {
        /// What it is at, and how much of it is done.
        far: Far,
        /// Since that was begun.
        elapsed: Duration,
    },
    /// What a frame has cost.
    Painted(Sample),
    /// No key has come for a while, where the line is slow.
    Rested,
    /// Looking for what others changed failed; said once until it works again or fails for another reason.
    Trouble(Arc<Error>),
}

/// What the program wants from the world.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Ask the store.
    Ask(Request),
    /// Say on what this session stands; nobody answers.
    Stand(Standing),
    /// End the long work that runs.
    Cancel,
    /// Send the whole screen again.
    Repaint,
    /// Stop until the shell continues the program.
    Suspend,
    /// Treat the terminal like this from now on.
    Treat(Profile),
    /// Remember this for the terminal.
    Remember(Choices),
    /// Leave.
    Quit,
}

/// The program between two events.
pub struct App {
    pub(super) screens: Vec<Box<dyn Screen>>,
    pub(super) facts: Arc<Facts>,
    pub(super) setup: Arc<Setup>,
    pub(super) memory: Arc<Memory>,
    pub(super) message: Option<Message>,
    /// What is to be said at the beginning and waits for what is more urgent, one after each key.
    pub(super) greetings: VecDeque<Message>,
    pub(super) notice: Notice,
    /// Questions that keys wait for, in the order in which they were asked.
    pub(super) awaited: Vec<Request>,
    pub(super) waiting: VecDeque<Stamped>,
    /// Keys that were read from a letter and have not acted yet.
    pub(super) meant: VecDeque<KeyEvent>,
    /// What keys asked for while what they are about was on its way.
    pub(super) later: VecDeque<Action>,
    /// Undo input methods where letters are commands.
    pub(super) readers: Readers,
    /// The key that was last said to do nothing; it is said once.
    pub(super) useless: Option<KeyEvent>,
    pub(super) meter: Meter,
    /// Keys are coming in over a slow line.
    pub(super) is_moving: bool,
    /// What shows was not asked for: which keys are not meant for it.
    pub(super) deaf: Option<Deaf>,
    /// The long work that goes on beside the keys.
    pub(super) running: Option<Arc<Running>>,
    /// Who else has the task open.
    beside: Arc<[Beside]>,
    /// On what this session stands, as it was said last.
    pub(super) standing: Standing,
    /// The database is not where it was, and why.
    pub(super) lost: Option<Arc<Error>>,
    /// The group of another session that is taken back, or done again, when that is asked once more.
    pub(super) offered: Option<(Action, OperationId)>,
    pub(super) is_done: bool,
    pub(super) outcome: Outcome,
    /// Sits beside the screens in practice.
    pub(super) coach: Option<Coach>,
}

impl App {
    /// Begins with this screen; the commands are what it asks at once.
    pub fn new(facts: Arc<Facts>, setup: Setup, first: Box<dyn Screen>) -> (Self, Vec<Command>) {
        let mut app = Self {
            screens: Vec::new(),
            facts,
            setup: Arc::new(setup),
            memory: Arc::default(),
            message: None,
            greetings: VecDeque::new(),
            notice: Notice::None,
            awaited: Vec::new(),
            waiting: VecDeque::new(),
            meant: VecDeque::new(),
            later: VecDeque::new(),
            readers: Readers::default(),
            useless: None,
            meter: Meter::default(),
            is_moving: false,
            deaf: None,
            running: None,
            beside: Arc::from([]),
            standing: Standing::Elsewhere,
            lost: None,
            offered: None,
            is_done: false,
            outcome: Outcome::Nothing,
            coach: None,
        };
        let mut commands = Vec::new();
        app.open(first, &mut commands);
        app.greetings = app.to_be_greeted();
        app.greet();
        (app, commands)
    }

    /// Takes in one event.
    pub fn handle(&mut self, event: Event) -> Vec<Command> {
        let mut commands = Vec::new();
        match event {
            Event::Typed(typed) if self.is_deaf_to(&typed) => {}
            Event::Typed(typed) => {
                self.is_moving = self.setup.terminal.profile.speed.is_some();
                self.waiting.push_back(typed);
            }
            Event::Painted(sample) => {
                self.meter.take(sample);
                self.hear_from(sample.at);
            }
            Event::Rested => self.rest(&mut commands),
            Event::Reply(question, answer) => self.take_reply(&question, &answer, &mut commands),
            Event::Drawn => self.fill(&mut commands),
            Event::News(news) => self.take_news(&news, &mut commands),
            Event::Beside(beside) => self.beside = beside.into(),
            Event::EndsSoon(left) => self.warn_of_end(left),
            Event::Progress { far, elapsed } => self.take_progress(far, elapsed),
            Event::Trouble(error) => self.say_error(&error),
        }
        while self.awaited.is_empty() && !self.is_done {
            if let Some(action) = self.later.pop_front() {
                self.act(action, &mut commands);
                self.coach_looks(&mut commands);
                continue;
            }
            // One letter may have been two keys: the second waits for the answer to the first.
            if let Some(key) = self.meant.pop_front() {
                self.take_key(key, &mut commands);
                self.coach_looks(&mut commands);
                continue;
            }
            let Some(typed) = self.waiting.pop_front() else {
                break;
            };
            self.count(&typed);
            self.take_typed(typed, &mut commands);
            self.coach_looks(&mut commands);
        }
        self.greet();
        self.say_standing(&mut commands);
        commands
    }

    /// True after the last screen was left.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.is_done
    }

    /// What the person chose for this terminal, or what was found.
    #[must_use]
    pub fn choices(&self) -> Choices {
        self.setup.choices()
    }

    /// True while an answer is outstanding and later keys wait for it.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        !self.awaited.is_empty()
    }

    /// True where something was left as it was because keys are coming in over a slow line.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        self.is_moving
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
        // What was typed in practice goes with its copy; results are kept.
        if let Some(coach) = &self.coach {
            return vec![coach.records().kept()];
        }
        let open = self.typed_on_screens();
        // What stands in a form that is open takes the place of what was left in it before.
        let is_closed = |left: &&Unsaved| open.iter().all(|other| other.place != left.place);
        let drafts = self.memory.drafts().iter().filter(is_closed);
        let mut unsaved: Vec<Unsaved> = drafts.cloned().collect();
        unsaved.extend(open);
        // Of one that was emptied nothing comes back.
        unsaved.retain(|draft| !draft.fields.is_empty());
        unsaved
    }

    /// What stands on the screens from the bottom up; of a form that is open twice, what was typed into either.
    pub(super) fn typed_on_screens(&self) -> Vec<Unsaved> {
        let mut all: Vec<Unsaved> = Vec::new();
        for draft in self.screens.iter().flat_map(|screen| screen.unsaved()) {
            let Some(place) = all.iter().position(|below| below.place == draft.place) else {
                all.push(draft);
                continue;
            };
            let mut both = all.remove(place);
            let is_above = |name: &String| draft.fields.iter().any(|(above, _)| above == name);
            both.fields.retain(|(name, _)| !is_above(name));
            both.fields.extend(draft.fields);
            all.push(both);
        }
        all
    }

    /// True while letters are text: a burst of them is no paste into a list then.
    #[must_use]
    pub fn takes_text(&self) -> bool {
        self.screens
            .last()
            .is_some_and(|screen| screen.context().takes_text())
    }

    pub(super) fn words(&self) -> &'static Words {
        self.setup.words
    }

    /// The key by which an action is done on the top screen; the other way where it has none there.
    pub(super) fn key_for(&self, action: Action, other: &str) -> String {
        let top = self.screens.last().map(|screen| screen.context());
        top.and_then(|context| self.setup.keymap.key_for(context, action))
            .unwrap_or_else(|| other.to_owned())
    }

    pub(super) fn given(&self) -> Given {
        Given {
            facts: Arc::clone(&self.facts),
            setup: Arc::clone(&self.setup),
            memory: Arc::clone(&self.memory),
            meter: self.meter.clone(),
            is_moving: self.is_moving,
            running: self.running.clone(),
            beside: Arc::clone(&self.beside),
        }
    }

    /// Lets what was left as it was on a slow line follow.
    pub(super) fn rest(&mut self, commands: &mut Vec<Command>) {
        self.is_moving = false;
        let given = self.given();
        let ui = given.ui();
        let screens = self.screens.iter_mut();
        let effects = screens.flat_map(|screen| screen.rest(&ui)).collect();
        self.carry_out(effects, commands);
    }

    pub(super) fn take_reply(
        &mut self,
        question: &Request,
        answer: &Result<Answer, Arc<Error>>,
        commands: &mut Vec<Command>,
    ) {
        if let Some(place) = self.awaited.iter().position(|asked| asked == question) {
            self.awaited.remove(place);
        }
        if self
            .running
            .as_ref()
            .is_some_and(|it| it.question == *question)
        {
            self.running = None;
        }
        match answer {
            Ok(Answer::Facts(facts)) => self.facts = Arc::clone(facts),
            Ok(Answer::Saved(saved)) => self.say_saved(question, saved),
            Ok(Answer::Group(group)) => self.take_back(question, group.as_ref(), commands),
            // Wherever one is by now.
            Ok(Answer::Imported(report)) => self.say_imported(report),
            Ok(Answer::Letters(told)) if told.operation.is_some() => {
                self.say_letters(told);
                self.carry_out(vec![Effect::Keep(screens::letters::forgotten())], commands);
            }
            Err(error)
                if matches!(**error, Error::Cancelled) && Running::of(question).is_some() =>
            {
                let running = Running::of(question);
                let text = running.map_or("", |running| running.stopped(self.words()));
                self.message = Some(Message::plain(text));
            }
            // A newer search took the place of this one: nobody has to be told.
            Err(error) if matches!(**error, Error::Cancelled) => self.later.clear(),
            Err(error) => {
                // What a key waited for does not come.
                self.later.clear();
                self.say_error(error);
            }
            Ok(_) => {}
        }
        self.hears_of_another(question, answer.as_ref());
        if let Ok(Answer::Imported(_)) = answer {
            // Documents may be new; of the file nothing is left to be done, wherever one is by now.
            let forget = Effect::Keep(screens::import::forgotten());
            self.carry_out(vec![Effect::Fetch(Request::Facts), forget], commands);
        }
        if let Ok(Answer::Saved(saved)) = answer
            && saved
                .deeds
                .iter()
                .any(|deed| FRAME.contains(&deed.as_str()))
        {
            // Agencies, days off or documents were taken back.
            self.carry_out(vec![Effect::Fetch(Request::Facts)], commands);
        }
        let given = self.given();
        let ui = given.ui();
        let reply = answer.as_ref();
        let mut effects = Vec::new();
        for screen in &mut self.screens {
            effects.extend(screen.reply(question, reply, &ui));
        }
        self.carry_out(effects, commands);
        self.coach_hears(question, answer, commands);
        self.coach_looks(commands);
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
}
