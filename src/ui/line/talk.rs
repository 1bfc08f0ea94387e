//! A conversation: says, asks, listens, and puts questions to the session.
//!
//! Places and forms speak through it and never write or read themselves. What others changed is told
//! before a question, and only where it touches what is being worked on.

use std::io;
use std::sync::Arc;

use super::LineSetup;
use super::desk::{Cut, Desk};
use super::ear::{Heard, understood};
use super::voice::Voice;
use super::words::{numbers_spoken, without_keys};
use crate::domain::error::{Error, Result as Answered};
use crate::domain::id::TaskId;
use crate::domain::present::Standing;
use crate::domain::task::Task;
use crate::lang::Words;
use crate::ui::ending::{Fulfilled, sent_of};
use crate::ui::given::Given;
use crate::ui::memory::Memory;
use crate::ui::screen::{SentAs, Unsaved};
use crate::ui::screens::may_go_on;
use crate::ui::setup::Setup;
use crate::work::request::present::Ask;
use crate::work::request::{Answer, Facts, Request};

/// Why a place or form is left before its end.
#[derive(Debug)]
pub enum Away {
    /// One level back.
    Back,
    /// To today's work.
    Home,
    /// Out of the program.
    Leave,
    /// To the task that was named, by number or code.
    Task(String),
    /// Nothing will come any more.
    End,
    /// Cut off, with the code to leave with.
    Cut(u8),
    /// Nobody reads any more.
    Deaf,
}

impl From<io::Error> for Away {
    fn from(_: io::Error) -> Self {
        Self::Deaf
    }
}

/// What places and forms return.
pub type Said<T> = Result<T, Away>;

/// A conversation with one person.
pub struct Talk<'a> {
    desk: &'a mut dyn Desk,
    listen: &'a mut dyn FnMut(u32) -> Heard,
    voice: Voice<'a>,
    setup: LineSetup,
    /// What the texts of the screens are made with.
    plain: Arc<Setup>,
    /// The words of the language.
    pub t: &'static Words,
    /// What was typed in this session.
    pub memory: Memory,
    /// What was typed and not saved when the program was cut off before, as it was left; what lay on top is last.
    left: Vec<Unsaved>,
    /// The tasks that are worked on now.
    pub watched: Vec<TaskId>,
    /// A past day is looked at.
    pub looks_back: bool,
    /// Lines that could not be obeyed.
    pub faults: usize,
    /// A command that was typed where a page asked whether to read on.
    pending: Option<String>,
    /// The program was cut off while this was asked.
    cut: Option<(Cut, Request)>,
    /// What was typed and sent then, and is kept since.
    sent: Option<SentAs>,
    /// What was saved since a line was heard last.
    answered: Option<Fulfilled>,
}

impl<'a> Talk<'a> {
    /// Begins to talk.
    pub fn new(
        desk: &'a mut dyn Desk,
        setup: LineSetup,
        listen: &'a mut dyn FnMut(u32) -> Heard,
        out: &'a mut dyn io::Write,
    ) -> Self {
        Self {
            desk,
            listen,
            voice: Voice::new(out, setup),
            setup,
            plain: Arc::new(Setup::plain(setup.words)),
            t: setup.words,
            memory: Memory::default(),
            left: Vec::new(),
            watched: Vec::new(),
            looks_back: false,
            faults: 0,
            pending: None,
            cut: None,
            answered: None,
            sent: None,
        }
    }

    /// What texts are made from, as it is now.
    #[must_use]
    pub fn frame(&self) -> Given {
        Given::plain(&self.plain, Arc::clone(self.desk.facts()))
    }

    /// What seldom changes.
    #[must_use]
    pub fn facts(&self) -> Arc<Facts> {
        Arc::clone(self.desk.facts())
    }

    /// Says something.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn say(&mut self, text: &str) -> Said<()> {
        self.goes_on()?;
        Ok(self.voice.say(text)?)
    }

    /// Says that something was not done; a script learns it by the exit code.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn refuse(&mut self, text: &str) -> Said<()> {
        self.goes_on()?;
        self.faults += 1;
        let text = numbers_spoken(&without_keys(text), self.t);
        self.say(&text)
    }

    /// Nothing more is said or asked once the program is cut off.
    fn goes_on(&self) -> Said<()> {
        match &self.cut {
            Some((Cut(code), _)) => Err(Away::Cut(*code)),
            None => Ok(()),
        }
    }

    /// Says why a request failed.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn complain(&mut self, error: &Error) -> Said<()> {
        let sentence = (self.t.errors.sentence)(error);
        self.refuse(&sentence)
    }

    /// True where somebody types; false where lines are only handed in.
    #[must_use]
    pub const fn is_watched(&self) -> bool {
        self.setup.is_watched
    }

    /// How many lines a text takes.
    #[must_use]
    pub fn lines_of(&self, text: &str) -> usize {
        self.voice.lines(text).len()
    }

    /// True where so many lines more would leave the page.
    #[must_use]
    pub fn is_full_with(&self, lines: usize) -> bool {
        self.voice.is_full_with(lines)
    }

    /// Says texts page by page; asks at the end of each whether to read on. A command typed there ends
    /// the reading and is obeyed at the next prompt.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn read_out(&mut self, texts: &[String]) -> Said<()> {
        self.goes_on()?;
        for text in texts {
            for line in self.voice.lines(text) {
                if self.voice.is_full_with(1) {
                    let typed = self.hear(self.t.line.prompt.read_on)?;
                    if !typed.is_empty() {
                        let is_over = matches!(typed.as_str(), "q" | "Q");
                        self.pending = (!is_over).then_some(typed);
                        return Ok(());
                    }
                }
                self.voice.line(&line)?;
            }
        }
        Ok(())
    }

    /// Asks, and waits for a line.
    ///
    /// # Errors
    /// Where nothing comes any more, the program is cut off, or nobody reads.
    pub fn hear(&mut self, question: &str) -> Said<String> {
        if let Some(typed) = self.pending.take() {
            return Ok(typed);
        }
        self.tell_news()?;
        self.stand();
        self.goes_on()?;
        loop {
            self.voice.ask(question)?;
            match (self.listen)(self.desk.facts().idle_minutes) {
                Heard::Line(bytes) => {
                    self.answered = None;
                    self.voice.measure();
                    let typed = understood(&bytes);
                    if !self.setup.is_watched {
                        self.voice.echo(&typed)?;
                    }
                    // It may have been waited for long: an account that was closed meanwhile gets no more answer.
                    self.tell_news()?;
                    self.goes_on()?;
                    return Ok(typed);
                }
                Heard::TooLong => self.refuse(self.t.line.too_long)?,
                Heard::Soon(left) => {
                    self.voice.end()?;
                    let t = &self.t.present;
                    let text = format!("{} {}", (t.ends_soon)(left), t.press_enter);
                    self.say(&text)?;
                }
                Heard::End => {
                    self.voice.end()?;
                    return Err(Away::End);
                }
                Heard::Cut(code) => {
                    return Err(Away::Cut(code));
                }
            }
        }
    }

    /// Lets others see on what one is: the one task that is worked on. Who only hands lines in is nowhere.
    fn stand(&mut self) {
        if !self.setup.is_watched {
            return;
        }
        let standing = match self.watched.as_slice() {
            [only] => Standing::Open(*only),
            _ => Standing::Elsewhere,
        };
        let request = Request::Present(Ask::Stand(standing));
        // It is told as far as it can be; what else is wrong, the next question says.
        let _ = self.answer(&request);
    }

    /// Puts a question to the session.
    ///
    /// # Errors
    /// What the session says.
    pub fn answer(&mut self, request: &Request) -> Answered<Answer> {
        let cut = match self.desk.answer(request) {
            Ok(Ok(answer)) => {
                self.answered = Fulfilled::of(request, &answer).or(self.answered.take());
                return Ok(answer);
            }
            Ok(error) => return error,
            Err(cut) => cut,
        };
        // Whatever is said or asked next leads out, past all that was typed.
        self.cut = Some((cut, request.clone()));
        Err(Error::Cancelled)
    }

    /// Puts a question whose failure is only said.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn obtain(&mut self, request: &Request) -> Said<Option<Answer>> {
        match self.answer(request) {
            Ok(answer) => Ok(Some(answer)),
            Err(error) => {
                self.complain(&error)?;
                Ok(None)
            }
        }
    }

    /// These tasks as they are now.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn tasks(&mut self, ids: &[TaskId]) -> Said<Vec<Task>> {
        let request = Request::Tasks { ids: ids.to_vec() };
        Ok(match self.obtain(&request)? {
            Some(Answer::Tasks(tasks)) => tasks,
            _ => Vec::new(),
        })
    }

    /// Keeps what was typed into a form that is left.
    pub fn keep(&mut self, draft: Unsaved) {
        if let Some((_, request)) = &self.cut {
            self.sent = self.sent.take().or_else(|| sent_of(&draft, request));
        }
        // What was saved while nobody reads any more is not typed any more.
        let draft = match &self.answered {
            Some(answered) => answered.left_of(draft),
            None => draft,
        };
        self.memory.keep(draft);
    }

    /// Under which key what is kept was sent when the program was cut off; none where it was not sent.
    #[must_use]
    pub fn sent(&self) -> Option<SentAs> {
        self.sent.clone()
    }

    /// Leaves a form that was not saved: one level back with a word about what was typed, else further.
    ///
    /// # Errors
    /// Where it is left for another place.
    pub fn leave(&mut self, away: Away, is_kept: bool) -> Said<()> {
        let t = &self.t.line;
        match away {
            Away::Back if is_kept => self.say(t.saving.not_saved_kept),
            Away::Back => self.say(t.saving.not_saved),
            other => Err(other),
        }
    }

    /// Forgets what was kept under this place.
    pub fn forget(&mut self, place: &str) {
        self.memory.keep(Unsaved {
            place: place.to_owned(),
            fields: Vec::new(),
        });
    }

    /// Everything that was typed and not saved.
    #[must_use]
    pub fn unsaved(&self) -> Vec<Unsaved> {
        self.memory.drafts().to_vec()
    }

    /// Takes up what was left when the program was cut off before: it stands in its forms again, and is offered.
    pub fn take_up(&mut self, recovered: Vec<Unsaved>) {
        self.left.clone_from(&recovered);
        recovered.into_iter().for_each(|draft| self.keep(draft));
    }

    /// What stands in its form as it was left, and may be gone on with; what lay on top is last.
    #[must_use]
    pub fn offered(&self) -> Vec<Unsaved> {
        let facts = self.desk.facts();
        let may = |left: &&Unsaved| !left.is_of_line() && may_go_on(&left.place, &facts.user);
        let is_there = |left: &&Unsaved| self.memory.draft(&left.place) == Some(*left);
        let offered = self.left.iter().filter(may).filter(is_there);
        offered.cloned().collect()
    }

    /// It was gone on with: it is offered no more.
    pub fn went_on(&mut self, place: &str) {
        self.left.retain(|left| left.place != place);
    }
}
