//! The desk at which the stories of the screens are played: presses keys, answers requests, reads the screen.
//!
//! No thread, no clock, no terminal: a key is handled, what the program asks is answered at once by the
//! office behind the desk (or held back, see [`Desk::hold`]), and the frame is drawn into a buffer.
//! The office is whatever can answer a [`Request`]: a [`Drawer`] full of tasks, or a real session.
#![allow(dead_code)] // every test file uses another part of it
#![allow(clippy::panic)] // a story that cannot go on fails

mod drawer;
pub mod keys;
mod sample;
mod table;

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use cchc::domain::change::News;
use cchc::domain::error::Error;
use cchc::domain::present::{Beside, Standing};
use cchc::lang::{EN, VI, Words};
use cchc::ui::app::{App, Command, Event};
use cchc::ui::composing::Method;
use cchc::ui::meter::Sample;
use cchc::ui::screen::Screen;
use cchc::ui::setup::Setup;
use cchc::ui::terminal::{BurstGuard, Input, Parser, Profile, Stamped};
use cchc::work::request::{Answer, Facts, Request};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

#[allow(unused_imports)] // as above
pub use drawer::Drawer;
#[allow(unused_imports)] // as above
pub use sample::Office;
#[allow(unused_imports)] // as above
pub use table::{Sketch, a_task, agency, day, facts};

/// How an office answers a request.
pub type Answering<O> = fn(&mut O, &Request) -> Result<Answer, Error>;

/// A person at a terminal, with an office behind that answers.
pub struct Desk<O> {
    /// Who answers; tests look into it and change it behind the program's back.
    pub office: O,
    answering: Answering<O>,
    app: App,
    buffer: Buffer,
    cursor: Option<Position>,
    asked: Vec<Request>,
    unanswered: VecDeque<Request>,
    is_held: bool,
    /// How often the long work that runs was to end.
    cancelled: usize,
    /// On what one stood, as others were told.
    stood: Vec<Standing>,
    /// How long one has sat here; a person needs a moment for every key.
    clock: Duration,
    parser: Parser,
    guard: BurstGuard,
}

impl<O> Desk<O> {
    /// Sits down before this screen, in Vietnamese.
    pub fn new(
        size: (u16, u16),
        facts: Facts,
        screen: Box<dyn Screen>,
        office: O,
        answering: Answering<O>,
    ) -> Self {
        Self::in_words(&VI, size, facts, screen, office, answering)
    }

    /// Sits down before this screen, in English.
    pub fn in_english(
        size: (u16, u16),
        facts: Facts,
        screen: Box<dyn Screen>,
        office: O,
        answering: Answering<O>,
    ) -> Self {
        Self::in_words(&EN, size, facts, screen, office, answering)
    }

    fn in_words(
        words: &'static Words,
        size: (u16, u16),
        facts: Facts,
        screen: Box<dyn Screen>,
        office: O,
        answering: Answering<O>,
    ) -> Self {
        Self::set_up(Setup::plain(words), size, facts, screen, office, answering)
    }

    /// Sits down before this screen, with keys and looks of one's own.
    pub fn set_up(
        setup: Setup,
        size: (u16, u16),
        facts: Facts,
        screen: Box<dyn Screen>,
        office: O,
        answering: Answering<O>,
    ) -> Self {
        let begun = App::new(Arc::new(facts), setup, screen);
        Self::at(begun, size, office, answering)
    }

    /// Sits down before a program that has just begun.
    fn at(
        (app, commands): (App, Vec<Command>),
        (wide, high): (u16, u16),
        office: O,
        answering: Answering<O>,
    ) -> Self {
        let mut desk = Self {
            office,
            answering,
            app,
            buffer: Buffer::empty(Rect::new(0, 0, wide, high)),
            cursor: None,
            asked: Vec::new(),
            unanswered: VecDeque::new(),
            is_held: false,
            cancelled: 0,
            stood: Vec::new(),
            clock: Duration::ZERO,
            parser: Parser::new(),
            guard: BurstGuard::new(),
        };
        desk.run(commands);
        desk.draw();
        desk
    }

    /// Presses keys: `9<Down>9<Enter>`, `<F10>`, `<C-r>`, `<A-1>`, `<Space>`, `<lt>` for `<`. A frame
    /// is drawn after each.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys::read(keys) {
            self.type_in(Input::Key(key));
        }
        self
    }

    /// Pastes a text as a terminal with bracketed paste does.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.type_in(Input::Paste {
            text: text.to_owned(),
            dropped: 0,
        });
        self
    }

    /// Bytes arrive from the terminal in one read, so long after what came before.
    pub fn receive(&mut self, bytes: &[u8], after: Duration) -> &mut Self {
        self.clock += after;
        let inputs = self.parser.feed(bytes);
        self.take_in(inputs)
    }

    /// Nothing arrives for longer than a lone Esc waits.
    pub fn stall(&mut self) -> &mut Self {
        self.clock += Duration::from_millis(100);
        let inputs = self.parser.flush();
        self.take_in(inputs)
    }

    fn take_in(&mut self, inputs: Vec<Input>) -> &mut Self {
        let at = self.clock;
        let stamped = |input| Stamped::new(input, at);
        let mut batch: Vec<Stamped> = inputs.into_iter().map(stamped).collect();
        self.guard.mark(&mut batch);
        for typed in batch {
            let commands = self.app.handle(Event::Typed(typed));
            self.run(commands);
        }
        self.draw();
        self.fill();
        self
    }

    /// How what is typed is composed now.
    pub fn composing(&self) -> Option<Method> {
        self.app.choices().composing
    }

    /// Tells the program that others changed something.
    pub fn tell(&mut self, news: News) -> &mut Self {
        self.handle(Event::News(news));
        self
    }

    /// Holds back every answer from now on, as a slow store does.
    pub fn hold(&mut self) -> &mut Self {
        self.is_held = true;
        self
    }

    /// Gives what was held back, in order, and answers at once again.
    pub fn release(&mut self) -> &mut Self {
        self.is_held = false;
        while let Some(request) = self.unanswered.pop_front() {
            self.answer(request);
        }
        self.draw();
        self
    }

    /// Gives only the oldest answer that was held back.
    pub fn release_one(&mut self) -> &mut Self {
        if let Some(request) = self.unanswered.pop_front() {
            self.answer(request);
        }
        self.draw();
        self
    }

    /// The window gets another size.
    pub fn resize(&mut self, (wide, high): (u16, u16)) -> &mut Self {
        self.buffer = Buffer::empty(Rect::new(0, 0, wide, high));
        self.draw();
        self.fill();
        self
    }

    /// The screen, line by line, without the blanks at the ends.
    pub fn screen(&self) -> Vec<String> {
        let area = self.buffer.area;
        (0..area.height)
            .map(|y| {
                let line: String = (0..area.width)
                    .filter_map(|x| self.buffer.cell((x, y)))
                    .map(|cell| cell.symbol())
                    .collect();
                line.trim_end().to_owned()
            })
            .collect()
    }

    /// The screen as one text, for printing.
    pub fn picture(&self) -> String {
        self.screen().join("\n")
    }

    /// The first line that contains the text; fails where there is none.
    pub fn line(&self, text: &str) -> String {
        let found = self.screen().into_iter().find(|line| line.contains(text));
        found.unwrap_or_else(|| panic!("no line with {text:?} on\n{}", self.picture()))
    }

    /// Fails unless the text stands somewhere on one line.
    pub fn shows(&self, text: &str) -> &Self {
        assert!(self.has(text), "{text:?} is missing on\n{}", self.picture());
        self
    }

    /// Fails if the text stands somewhere on one line.
    pub fn hides(&self, text: &str) -> &Self {
        assert!(!self.has(text), "{text:?} stands on\n{}", self.picture());
        self
    }

    /// True where the text stands somewhere on one line.
    pub fn has(&self, text: &str) -> bool {
        self.screen().iter().any(|line| line.contains(text))
    }

    /// Fails unless the screen is as it was when its picture was taken: `tests/snapshots/NAME.txt`.
    /// With `CCHC_SNAPSHOTS=write` the pictures are taken anew, to be looked at before they are kept.
    pub fn looks_like(&self, name: &str) -> &Self {
        let path = format!("{}/tests/snapshots/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let now = self.picture() + "\n";
        if std::env::var("CCHC_SNAPSHOTS").is_ok_and(|value| value == "write") {
            std::fs::write(&path, &now).expect("the pictures can be written");
        }
        let then = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(then == now, "{name} was\n{then}\nand is\n{now}");
        self
    }

    /// The line on which the hardware cursor stands; empty without one.
    pub fn cursor_line(&self) -> String {
        self.cursor
            .and_then(|at| self.screen().get(usize::from(at.y)).cloned())
            .unwrap_or_default()
    }

    /// Where the hardware cursor stands.
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// What was drawn, with its styles.
    pub fn buffer(&self) -> &Buffer {
        &self.buffer
    }

    /// Every request so far, oldest first.
    pub fn asked(&self) -> &[Request] {
        &self.asked
    }

    /// How often the long work that runs was to end.
    pub fn cancelled(&self) -> usize {
        self.cancelled
    }

    /// On what one stood, as others were told, oldest first.
    pub fn stood(&self) -> &[Standing] {
        &self.stood
    }

    /// Others have the task open on which one stands.
    pub fn meet(&mut self, beside: Vec<Beside>) -> &mut Self {
        self.handle(Event::Beside(beside));
        self
    }

    /// Nobody has typed for long.
    pub fn ends_soon(&mut self, left: Duration) -> &mut Self {
        self.handle(Event::EndsSoon(left));
        self
    }

    /// How the terminal is treated now.
    pub fn treated(&self) -> Profile {
        self.app.choices().profile
    }

    /// Keys rest for a while, as the loop tells on a slow line.
    pub fn rest(&mut self) -> &mut Self {
        if self.app.is_moving() {
            self.handle(Event::Rested);
        }
        self
    }

    /// Types keys that the program reads before the frame that answers the last one.
    pub fn type_ahead(&mut self, keys: &str) -> &mut Self {
        for key in keys::read(keys) {
            let typed = Stamped::new(Input::Key(key), self.clock);
            let commands = self.app.handle(Event::Typed(typed));
            self.run(commands);
        }
        self
    }

    /// The program, for what the screen does not show.
    pub fn app(&self) -> &App {
        &self.app
    }

    fn type_in(&mut self, input: Input) {
        self.clock += Duration::from_millis(200);
        self.handle(Event::Typed(Stamped::new(input, self.clock)));
        self.fill();
    }

    /// Lets the screen ask for what the frame has room for, as the loop does after keys and resizes.
    fn fill(&mut self) {
        if !self.app.is_done() {
            self.handle(Event::Drawn);
        }
    }

    fn handle(&mut self, event: Event) {
        let commands = self.app.handle(event);
        self.run(commands);
        self.draw();
    }

    fn run(&mut self, commands: Vec<Command>) {
        for command in commands {
            match command {
                Command::Ask(request) => {
                    self.asked.push(request.clone());
                    if self.is_held {
                        self.unanswered.push_back(request);
                    } else {
                        self.answer(request);
                    }
                }
                Command::Cancel => self.cancelled += 1,
                Command::Stand(standing) => self.stood.push(standing),
                Command::Treat(_)
                | Command::Remember(_)
                | Command::Repaint
                | Command::Suspend
                | Command::Quit => {}
            }
        }
    }

    fn answer(&mut self, request: Request) {
        let answer = (self.answering)(&mut self.office, &request).map_err(Arc::new);
        let commands = self.app.handle(Event::Reply(request, answer));
        self.run(commands);
    }

    fn draw(&mut self) {
        if !self.app.is_done() {
            self.buffer.reset();
            self.cursor = self.app.draw(&mut self.buffer);
            let seen = Sample {
                at: self.clock,
                bytes: 0,
                took: Duration::ZERO,
                on_line: Duration::ZERO,
            };
            let _ = self.app.handle(Event::Painted(seen)); // asks for nothing
        }
    }
}
