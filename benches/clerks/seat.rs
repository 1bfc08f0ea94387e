//! A clerk before a terminal of their own: what they press, what they wait for, and how long that took.
//!
//! Nothing here waits: the room hands in what the line brought and the time, and asks what to press.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::city::{City, Clerk};
use crate::office::Office;
use crate::room::Pace;
use crate::terminal::{bytes, pty};

/// A frame is there once what was waited for stands on the screen and the line has been quiet for so long.
pub const QUIET: Duration = Duration::from_millis(5);

/// Who waits longer than that was left alone.
const PATIENCE: Duration = Duration::from_secs(30);

/// Moves through the list, over and over.
const MOVES: [&str; 8] = [
    "<Down>", "<Down>", "<PgDn>", "<Up>", "<Down>", "<PgUp>", "<Down>", "<Up>",
];

/// What stands on the screen once a key was heard.
#[derive(Debug, Clone)]
enum Wish {
    /// This text.
    Text(String),
    /// This text, after it had been seen to be away; or the word that somebody was faster.
    Saved,
    /// Another place of the cursor, or another row where it stands.
    Change((u16, u16), String),
}

/// What the clerk is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Waits for the screens.
    Opens,
    /// Asks for the tasks of the own agency.
    Filters,
    /// Looks through the list.
    Moves,
    /// Puts a digit beside a row.
    Marks,
    /// Opens the list of what will happen.
    Enters,
    /// Types what was done.
    Types,
    /// Saves it.
    Saves,
    /// Saves it although somebody was faster.
    Insists,
}

/// A key that is not answered yet.
struct Waiting {
    since: Instant,
    wish: Wish,
    /// Once the wish stands on the screen: when the last byte came.
    last: Instant,
}

/// What a clerk has to tell.
#[derive(Debug, Default)]
pub struct Told {
    pub keys: Vec<Duration>,
    pub saves: Vec<Duration>,
    /// The notes of acknowledged saves.
    pub saved: Vec<String>,
    pub conflicts: usize,
    pub faults: Vec<String>,
}

/// A clerk.
pub struct Seat {
    clerk: Clerk,
    pub master: File,
    child: Child,
    emulator: vt100::Parser,
    step: Step,
    waiting: Option<Waiting>,
    /// The next key is due.
    next_key: Instant,
    next_save: Instant,
    moves: usize,
    note: String,
    pub told: Told,
}

impl Seat {
    /// Starts the program for a clerk, under these words of another one that watches it.
    pub fn take(office: &Office, city: &City, clerk: &Clerk, now: Instant, under: &[&str]) -> Self {
        let (master, slave) = pty((80, 24));
        let end = || Stdio::from(slave.try_clone().unwrap());
        let mut command = Command::new("setsid");
        command
            .arg("--ctty")
            .args(under)
            .arg(env!("CARGO_BIN_EXE_cchc"));
        command
            .arg("--db")
            .arg(&city.database)
            .args(["--user", &clerk.login]);
        command.stdin(end()).stdout(end()).stderr(end());
        office.clean(&mut command);
        command.env("TERM", "xterm-256color");
        let size = |cells: u16| std::num::NonZero::new(cells).unwrap();
        Self {
            clerk: clerk.clone(),
            master,
            child: command.spawn().unwrap(),
            emulator: vt100::Parser::new(size(24), size(80), 0),
            step: Step::Opens,
            waiting: Some(Waiting {
                since: now,
                wish: Wish::Text("Việc hôm nay".to_owned()),
                last: now,
            }),
            next_key: now,
            next_save: now,
            moves: 0,
            note: String::new(),
            told: Told::default(),
        }
    }

    /// The process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// True where the list of the own agency stands and nothing is outstanding.
    pub fn is_ready(&self) -> bool {
        self.step == Step::Moves && self.waiting.is_none()
    }

    /// Begins to work at this pace.
    pub fn begin(&mut self, now: Instant, pace: &Pace, share: f64) {
        self.next_key = now + pace.key.mul_f64(share);
        self.next_save = now + pace.save.mul_f64(share);
    }

    /// Takes in what the line brought.
    pub fn take_in(&mut self, now: Instant) {
        let mut buffer = [0; 8_192];
        loop {
            match self.master.read(&mut buffer) {
                Ok(0) => return self.fail("the line was closed"),
                Ok(count) => {
                    self.emulator.process(&buffer[..count]);
                    if let Some(waiting) = &mut self.waiting {
                        waiting.last = now;
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                Err(_) => return self.fail("the line was closed"),
            }
        }
    }

    /// Makes the window so large.
    pub fn resize(&mut self, (columns, rows): (u16, u16)) {
        let size = |cells: u16| std::num::NonZero::new(cells).unwrap();
        self.emulator
            .screen_mut()
            .set_size(size(rows), size(columns));
        let window = rustix::termios::Winsize {
            ws_col: columns,
            ws_row: rows,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        rustix::termios::tcsetwinsize(&self.master, window).unwrap();
    }

    /// Notes an answered key, and goes on where the time has come. `is_over` begins nothing new.
    pub fn turn(&mut self, now: Instant, pace: &Pace, is_over: bool) {
        if !self.told.faults.is_empty() {
            return;
        }
        if let Some(waiting) = &self.waiting {
            if now < waiting.last + QUIET || !self.stands(&waiting.wish) {
                if now > waiting.since + PATIENCE {
                    let what = format!("{:?} waits for {:?}", self.step, waiting.wish);
                    self.fail(&what);
                }
                return;
            }
            let took = waiting.last - waiting.since;
            self.waiting = None;
            self.answered(took, now, pace);
        }
        let is_between = self.step == Step::Moves;
        if self.step == Step::Filters || now >= self.next_key && !(is_between && is_over) {
            self.press(now, pace);
        }
    }

    /// When something is to be done, at the latest.
    pub fn due(&self) -> Instant {
        match &self.waiting {
            Some(waiting) => waiting.last + QUIET,
            None => self.next_key,
        }
    }

    fn answered(&mut self, took: Duration, now: Instant, pace: &Pace) {
        match self.step {
            Step::Opens => self.step = Step::Filters,
            Step::Filters => {
                self.step = Step::Moves;
                // The room says when.
                self.next_key = now + Duration::from_secs(3_600);
                self.next_save = self.next_key;
            }
            Step::Moves | Step::Marks | Step::Enters | Step::Types => {
                self.told.keys.push(took);
                self.step = match self.step {
                    Step::Marks => Step::Enters,
                    Step::Enters => Step::Types,
                    Step::Types => Step::Saves,
                    _ => Step::Moves,
                };
            }
            Step::Saves | Step::Insists if self.screen().contains("người khác vừa sửa") => {
                self.told.conflicts += 1;
                self.step = Step::Insists;
            }
            Step::Saves | Step::Insists => {
                self.told.saves.push(took);
                self.told.saved.push(std::mem::take(&mut self.note));
                self.step = Step::Moves;
                self.next_save += pace.save;
            }
        }
    }

    fn press(&mut self, now: Instant, pace: &Pace) {
        self.next_key = (self.next_key + pace.key).max(now);
        if self.step == Step::Moves && now >= self.next_save {
            self.step = Step::Marks;
        }
        let here = || Wish::Change(self.emulator.screen().cursor_position(), self.row());
        let (keys, wish) = match self.step {
            Step::Opens => return,
            Step::Filters => {
                let filter = format!("Lọc: cq:{}", self.clerk.agency);
                let keys = format!("<F7>cq:{} tt:đang<Enter>", self.clerk.agency);
                (keys, Wish::Text(filter))
            }
            Step::Moves => {
                let (key, wish) = (self.next_move(), here());
                self.moves += 1;
                (key.to_owned(), wish)
            }
            Step::Marks => ("2".to_owned(), here()),
            Step::Enters => ("<Enter>".to_owned(), Wish::Text("1 thao tác".to_owned())),
            Step::Types => {
                self.note = format!("{} {}", self.clerk.login, self.told.saved.len());
                (format!("<Tab>{}", self.note), Wish::Text(self.note.clone()))
            }
            Step::Saves | Step::Insists => ("<F10>".to_owned(), Wish::Saved),
        };
        let sent = self.master.write_all(&bytes(&keys));
        if sent.is_err() {
            return self.fail("the line takes no keys");
        }
        self.waiting = Some(Waiting {
            since: now,
            wish,
            last: now,
        });
    }

    /// A move that moves: at either end of the list one turns round.
    fn next_move(&self) -> &'static str {
        let key = MOVES[self.moves % MOVES.len()];
        let here = usize::from(self.emulator.screen().cursor_position().0);
        let is_down = matches!(key, "<Down>" | "<PgDn>");
        let beside = if is_down { here + 1 } else { here - 1 };
        // Where one picks stands in every row of a task, and in no other one.
        match (self.row_at(beside).contains('_'), is_down) {
            (true, _) => key,
            (false, true) => "<Up>",
            (false, false) => "<Down>",
        }
    }

    fn stands(&self, wish: &Wish) -> bool {
        match wish {
            Wish::Text(text) => self.screen().contains(text),
            Wish::Saved => {
                let screen = self.screen();
                let is_faster = screen.contains("người khác vừa sửa");
                screen.contains("Đã ghi 1") || is_faster && self.step == Step::Saves
            }
            Wish::Change(place, row) => {
                self.emulator.screen().cursor_position() != *place || self.row() != *row
            }
        }
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        self.emulator.screen().contents()
    }

    fn row(&self) -> String {
        let row = self.emulator.screen().cursor_position().0;
        self.row_at(usize::from(row))
    }

    fn row_at(&self, row: usize) -> String {
        let screen = self.emulator.screen();
        let mut rows = screen.rows(0, screen.size().1.get());
        rows.nth(row).unwrap_or_default()
    }

    fn fail(&mut self, what: &str) {
        let picture = self.screen();
        let login = &self.clerk.login;
        self.told.faults.push(format!("{login}: {what}\n{picture}"));
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
