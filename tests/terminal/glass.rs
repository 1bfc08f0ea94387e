//! The whole program but for its process: a real session on the sample, the screens, our painter, and a
//! terminal that reads what it writes. Keys are answered at once; bytes and processor time are counted.

use std::io::{self, Write};
use std::num::NonZero;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use cchc::lang::VI;
use cchc::ui::app::{App, Command, Event};
use cchc::ui::meter::Sample;
use cchc::ui::screen::Screen;
use cchc::ui::screens;
use cchc::ui::setup::Setup;
use cchc::ui::terminal::{Capabilities, Colour, Glyphs, Input, Painter, Profile, Speed, Stamped};
use cchc::ui::theme::{Looks, ThemeName};
use crossterm::event::KeyEvent;
use ratatui::layout::Size;

use super::desk::{Office, keys};

/// The line to the terminal.
struct Wire(Sender<Vec<u8>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _ = self.0.send(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A clerk's terminal, with everything behind it.
pub struct Glass {
    app: App,
    office: Office,
    screen: Painter<Wire>,
    wire: Receiver<Vec<u8>>,
    emulator: vt100::Parser,
    clock: Duration,
    /// Everything that the terminal was sent.
    pub written: Vec<u8>,
}

impl Glass {
    /// Sits down before the home screen of the sample in the name of this login; gives also the bytes
    /// of the first frame.
    pub fn open(login: &str, (columns, rows): (u16, u16), speed: Option<Speed>) -> (Self, usize) {
        let profile = Profile {
            glyphs: Glyphs::Full,
            colour: Colour::Sixteen,
            speed,
        };
        let home = screens::home(Vec::new(), None);
        let setup = Setup::plain(&VI);
        Self::before(Office::open(login), setup, profile, home, (columns, rows))
    }

    /// Sits down before any screen of an office; gives also the bytes of the first frame.
    pub fn before(
        office: Office,
        mut setup: Setup,
        profile: Profile,
        screen: Box<dyn Screen>,
        (columns, rows): (u16, u16),
    ) -> (Self, usize) {
        setup.looks = Looks::new(ThemeName::default(), Vec::new(), true);
        setup.terminal.profile = profile;
        let facts = Arc::clone(office.facts());
        let (app, commands) = App::new(facts, setup, screen);
        let can = Capabilities {
            colour: profile.colour,
            glyphs: profile.glyphs,
            alternate_screen: true,
        };
        let (send, wire) = channel();
        let screen = Painter::new(Wire(send), Size::new(columns, rows), can);
        let mut glass = Self {
            app,
            office,
            screen,
            wire,
            emulator: vt100::Parser::new(many(rows), many(columns), 0),
            clock: Duration::ZERO,
            written: Vec::new(),
        };
        glass.run(commands);
        glass.draw();
        let bytes = glass.arrive();
        (glass, bytes)
    }

    /// Presses keys one by one, a frame after each; gives the bytes of all frames.
    pub fn press(&mut self, text: &str) -> usize {
        keys::read(text)
            .into_iter()
            .map(|key| self.strike(key))
            .sum()
    }

    /// Presses one key and gives the bytes that answer it.
    pub fn strike(&mut self, key: KeyEvent) -> usize {
        self.take(Input::Key(key))
    }

    /// Takes in what the reader made of bytes; gives the bytes that answer it.
    pub fn take(&mut self, input: Input) -> usize {
        self.clock += Duration::from_millis(33);
        let typed = Stamped::new(input, self.clock);
        let commands = self.app.handle(Event::Typed(typed));
        self.run(commands);
        self.draw();
        self.arrive()
    }

    /// Keys rest; gives the bytes that follow then.
    pub fn rest(&mut self) -> usize {
        if self.app.is_moving() {
            let commands = self.app.handle(Event::Rested);
            self.run(commands);
            self.draw();
        }
        self.arrive()
    }

    /// What stands on the screen.
    pub fn picture(&self) -> String {
        self.emulator.screen().contents()
    }

    /// Fails unless the text stands there.
    #[track_caller]
    pub fn shows(&self, text: &str) {
        let picture = self.picture();
        assert!(picture.contains(text), "{text:?} is missing on\n{picture}");
    }

    /// The frame as the loop draws it: once for the key, and once more for what the frame had room for.
    fn draw(&mut self) {
        let app = &mut self.app;
        self.screen.paint(|frame| app.draw(frame)).expect("a frame");
        let seen = Sample {
            at: self.clock,
            bytes: 0,
            took: Duration::ZERO,
            on_line: Duration::ZERO,
        };
        let _ = self.app.handle(Event::Painted(seen)); // asks for nothing
        let commands = self.app.handle(Event::Drawn);
        if !commands.is_empty() {
            self.run(commands);
            self.draw();
        }
    }

    fn run(&mut self, commands: Vec<Command>) {
        for command in commands {
            if let Command::Ask(request) = command {
                let answer = self.office.answer(&request).map_err(Arc::new);
                let more = self.app.handle(Event::Reply(request, answer));
                self.run(more);
            }
        }
    }

    fn arrive(&mut self) -> usize {
        let bytes: Vec<u8> = self.wire.try_iter().flatten().collect();
        self.emulator.process(&bytes);
        self.written.extend_from_slice(&bytes);
        bytes.len()
    }
}

fn many(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).expect("a size")
}
