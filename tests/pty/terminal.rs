//! A clerk at a terminal: starts the real program on a pseudo-terminal, types, and reads the screen.
//!
//! Bounded everywhere: whatever does not appear in time fails with the picture of the screen. What the
//! program writes is taken in whenever something is waited for, at full speed or at that of a thin line.

use std::fs::File;
use std::io::{self, Read, Write};
use std::num::NonZero;
use std::os::fd::OwnedFd;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt};
use rustix::termios::{OptionalActions, Termios, Winsize, tcgetattr, tcsetattr, tcsetwinsize};

use super::office::Office;
use super::process;

/// Longer than anything may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Erases the screen: a frame that begins so is painted whole.
const BLANK_SCREEN: &[u8] = b"\x1b[2J";

/// Shows or hides the cursor, at the end of such a frame.
const CURSOR: &[u8] = b"\x1b[?25";

/// A program on a terminal of its own.
pub struct Terminal {
    master: Option<File>,
    child: Child,
    emulator: vt100::Parser,
    /// How the terminal treated what was typed, before the program came.
    pub modes_at_start: Termios,
    /// Everything that the program wrote.
    pub written: Vec<u8>,
    pace: Option<Pace>,
    /// Nothing more will come: the other side is closed.
    is_closed: bool,
}

/// A thin line: so many bytes a second, one after the other; what was idle is gone.
struct Pace {
    bytes_a_second: u32,
    /// When the last byte that was taken has arrived.
    free_at: Instant,
}

impl Terminal {
    /// Starts the program in 80 columns and 24 rows, as `ssh -t server cchc ...` does.
    pub fn start(office: &Office, arguments: &[&str]) -> Self {
        Self::start_with(office, arguments, (80, 24), &[])
    }

    /// Starts it in a window of this size with further variables in its environment.
    pub fn start_with(
        office: &Office,
        arguments: &[&str],
        size: (u16, u16),
        variables: &[(&str, &str)],
    ) -> Self {
        let mut line = vec![env!("CARGO_BIN_EXE_cchc")];
        line.extend(arguments);
        Self::spawn(office, &line, (size, None), variables)
    }

    /// Starts it at the end of a line of so many bits a second, of which the terminal says so, as ssh
    /// passes it on.
    pub fn start_on_a_line(office: &Office, arguments: &[&str], bits: u32) -> Self {
        let mut line = vec![env!("CARGO_BIN_EXE_cchc")];
        line.extend(arguments);
        let mut terminal = Self::spawn(office, &line, ((80, 24), Some(bits)), &[]);
        terminal.slow_down(bits / 10);
        terminal
    }

    /// Starts it as a job of a shell, which goes on when the job stops or ends: says so, continues it
    /// after Enter, and stays until another Enter.
    pub fn in_a_shell(office: &Office, arguments: &[&str]) -> Self {
        let script = r#"set -m; "$@"; code=$?
            while kill -0 %% 2>/dev/null; do echo "[stopped $code]"; read line; fg; code=$?; done
            echo "[ended $code]"; read line"#;
        let mut line = vec!["/bin/sh", "-c", script, "sh", env!("CARGO_BIN_EXE_cchc")];
        line.extend(arguments);
        Self::start_program(office, &line)
    }

    /// Starts another program, such as one that brings ours from a server.
    pub fn start_program(office: &Office, line: &[&str]) -> Self {
        Self::spawn(office, line, ((80, 24), None), &[])
    }

    fn spawn(
        office: &Office,
        line: &[&str],
        (size, bits): ((u16, u16), Option<u32>),
        more: &[(&str, &str)],
    ) -> Self {
        let (master, slave) = pty(size);
        if let Some(bits) = bits {
            let mut modes = tcgetattr(&slave).unwrap();
            modes.set_speed(bits).unwrap();
            tcsetattr(&slave, OptionalActions::Now, &modes).unwrap();
        }
        let end = || Stdio::from(slave.try_clone().unwrap());
        let mut command = Command::new("setsid");
        command.arg("--ctty").args(line);
        command.stdin(end()).stdout(end()).stderr(end());
        office.clean(&mut command);
        command
            .env("TERM", "xterm-256color")
            .envs(more.iter().copied());
        Self {
            modes_at_start: tcgetattr(&master).unwrap(),
            master: Some(master),
            child: command.spawn().unwrap(),
            emulator: vt100::Parser::new(cells(size.1), cells(size.0), 0),
            written: Vec::new(),
            pace: None,
            is_closed: false,
        }
    }

    /// From now on the line carries so many bytes a second to the screen.
    pub fn slow_down(&mut self, bytes_a_second: u32) {
        self.pace = Some(Pace {
            bytes_a_second,
            free_at: Instant::now(),
        });
    }

    // ---- the keyboard

    /// Types keys: text as it stands, others by name in angle brackets (`<Enter>`, `<F9>`, `<C-l>`).
    pub fn press(&mut self, keys: &str) {
        self.send(&bytes(keys));
    }

    /// Sends bytes as they are.
    pub fn send(&mut self, mut bytes: &[u8]) {
        let deadline = Instant::now() + PATIENCE;
        while !bytes.is_empty() {
            assert!(
                Instant::now() < deadline,
                "the program takes no keys\n{}",
                self.screen()
            );
            let master = self.master.as_mut().unwrap();
            match master.write(&bytes[..bytes.len().min(512)]) {
                Ok(count) => bytes = &bytes[count..],
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.take_in(Duration::from_millis(10));
                }
                Err(error) => panic!("{error}\n{}", self.screen()),
            }
        }
    }

    /// Types each piece once what the line brings has been taken in for that long.
    pub fn send_in_pieces(&mut self, pieces: &[&[u8]], apart: Duration) {
        for piece in pieces {
            self.send(piece);
            self.read_for(apart);
        }
    }

    /// Asks for a whole picture and waits for it: everything typed before has then been answered.
    #[track_caller]
    pub fn settle(&mut self) {
        let before = self.written.len();
        self.press("<C-l>");
        // The system may bring it in parts: a painted frame ends by saying whether the cursor shows.
        self.wait_until("the picture painted anew", |terminal| {
            let written = &terminal.written[before..];
            let mut windows = written.windows(BLANK_SCREEN.len());
            let blank = windows.rposition(|window| window == BLANK_SCREEN);
            blank.is_some_and(|at| find(&written[at..], CURSOR))
        });
        self.read_until_quiet();
    }

    /// Gives the window another size, as dragging its corner does.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.emulator
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        tcsetwinsize(self.master.as_ref().unwrap(), window(columns, rows)).unwrap();
    }

    /// Closes the window, as a broken connection does.
    pub fn hang_up(&mut self) {
        self.master = None;
    }

    // ---- the screen

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        self.emulator.screen().contents()
    }

    /// One line of the screen, from 0.
    pub fn line(&self, row: u16) -> String {
        let columns = self.emulator.screen().size().1;
        self.emulator
            .screen()
            .rows(0, columns.get())
            .nth(usize::from(row))
            .unwrap_or_default()
    }

    /// Row and column of the cursor, from 0.
    pub fn cursor(&self) -> (u16, u16) {
        self.emulator.screen().cursor_position()
    }

    /// The line where the cursor stands.
    pub fn cursor_line(&self) -> String {
        self.line(self.cursor().0)
    }

    /// True while the screen of the shell is put aside.
    pub fn is_alternate(&self) -> bool {
        self.emulator.screen().alternate_screen()
    }

    /// True while the cursor does not show.
    pub fn hides_the_cursor(&self) -> bool {
        self.emulator.screen().hide_cursor()
    }

    /// How the terminal treats what is typed.
    pub fn modes(&self) -> Termios {
        tcgetattr(self.master.as_ref().unwrap()).unwrap()
    }

    /// Waits until a text stands on the screen.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(&format!("{text:?}"), |terminal| {
            terminal.screen().contains(text)
        });
    }

    /// Waits until a text stands no longer on the screen.
    #[track_caller]
    pub fn wait_without(&mut self, text: &str) {
        self.wait_until(&format!("no {text:?}"), |terminal| {
            !terminal.screen().contains(text)
        });
    }

    /// Waits until something is so.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so(self) {
            let over = self.is_closed || Instant::now() > deadline;
            assert!(!over, "waited for {what}, but there was\n{}", self.screen());
            self.take_in(Duration::from_millis(50));
        }
    }

    /// Takes in what comes for that long.
    pub fn read_for(&mut self, time: Duration) {
        let deadline = Instant::now() + time;
        while let Some(left) = deadline.checked_duration_since(Instant::now()) {
            self.take_in(left);
            if self.is_closed {
                return;
            }
        }
    }

    /// Takes in what comes until nothing has come for that long; gives the time from now to the last
    /// byte, nothing where none came.
    pub fn last_byte(&mut self, quiet: Duration) -> Duration {
        let begun = Instant::now();
        let (mut last, mut have) = (Duration::ZERO, self.written.len());
        while begun.elapsed() < last + quiet && !self.is_closed {
            self.take_in(Duration::from_millis(2));
            if self.written.len() > have {
                have = self.written.len();
                last = begun.elapsed();
            }
        }
        last
    }

    pub fn read_until_quiet(&mut self) {
        loop {
            let before = self.written.len();
            self.take_in(Duration::from_millis(50));
            if self.written.len() == before {
                return;
            }
        }
    }

    /// Takes in once what the line brings, waiting at most that long.
    fn take_in(&mut self, at_most: Duration) {
        let Some(master) = &mut self.master else {
            self.is_closed = true;
            return;
        };
        let wait = Timespec::try_from(at_most.max(Duration::from_millis(1))).unwrap();
        if self.is_closed || poll(&mut [PollFd::new(master, PollFlags::IN)], Some(&wait)) == Ok(0) {
            return;
        }
        let mut buffer = [0; 4096];
        let room = self
            .pace
            .as_ref()
            .map_or(buffer.len(), |pace| pace.room().min(buffer.len()));
        match master.read(&mut buffer[..room]) {
            Ok(0) => self.is_closed = true,
            Ok(count) => {
                if let Some(pace) = &mut self.pace {
                    pace.carry(count);
                }
                self.emulator.process(&buffer[..count]);
                self.written.extend_from_slice(&buffer[..count]);
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(_) => self.is_closed = true,
        }
    }

    // ---- the process

    /// The process that was started: the program, or the shell around it.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The program: the process that was started, or the one child of the shell.
    pub fn program(&self) -> u32 {
        process::child_of(self.id()).unwrap_or(self.id())
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.program()).unwrap();
        kill_process(Pid::from_raw(id).unwrap(), signal).unwrap();
    }

    /// Waits until the process has ended; takes in what it still writes.
    #[track_caller]
    pub fn wait_for_end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                self.read_until_quiet();
                return status;
            }
            assert!(
                Instant::now() < deadline,
                "it does not end\n{}",
                self.screen()
            );
            self.take_in(Duration::from_millis(10));
            if self.is_closed {
                std::thread::yield_now(); // nothing to wait on but the process itself
            }
        }
    }

    /// Waits for the end and gives the exit code.
    #[track_caller]
    pub fn exit_code(&mut self) -> i32 {
        let status = self.wait_for_end();
        let text = || format!("{status} {:?}\n{}", status.signal(), self.screen());
        status.code().unwrap_or_else(|| panic!("{}", text()))
    }

    /// True while the process runs.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.master = None;
        let _ = self.child.kill(); // most have ended long ago
        let _ = self.child.wait();
    }
}

impl Pace {
    /// So many bytes are carried at a time: what a person would not tell apart.
    fn room(&self) -> usize {
        usize::try_from(self.bytes_a_second / 100).unwrap().max(1)
    }

    /// Waits until so many bytes have arrived.
    fn carry(&mut self, count: usize) {
        let time = Duration::from_secs(1) * u32::try_from(count).unwrap() / self.bytes_a_second;
        let now = Instant::now();
        self.free_at = self.free_at.max(now) + time;
        std::thread::sleep(self.free_at - now);
    }
}

/// The two ends of a terminal; reading and writing on the first one do not wait.
pub fn pty(size: (u16, u16)) -> (File, OwnedFd) {
    let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY;
    let master = openpt(flags | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let slave = ioctl_tiocgptpeer(&master, flags | OpenptFlags::CLOEXEC).unwrap();
    tcsetwinsize(&slave, window(size.0, size.1)).unwrap();
    rustix::io::ioctl_fionbio(&master, true).unwrap();
    (File::from(master), slave)
}

fn window(columns: u16, rows: u16) -> Winsize {
    Winsize {
        ws_row: rows,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    }
}

fn cells(many: u16) -> NonZero<u16> {
    NonZero::new(many).unwrap()
}

/// True where `part` occurs in `whole`.
pub fn find(whole: &[u8], part: &[u8]) -> bool {
    whole.windows(part.len()).any(|window| window == part)
}

/// The bytes that an xterm sends for keys, in the notation of all stories: `9<Down><F10><C-r><A-1>`.
pub fn bytes(keys: &str) -> Vec<u8> {
    let mut sent = Vec::new();
    let mut rest = keys;
    while let Some((text, after)) = rest.split_once('<') {
        let (name, after) = after.split_once('>').unwrap();
        sent.extend_from_slice(text.as_bytes());
        sent.extend_from_slice(named(name).as_bytes());
        rest = after;
    }
    sent.extend_from_slice(rest.as_bytes());
    sent
}

fn named(name: &str) -> String {
    let sequence = match name {
        "Enter" => "\r",
        "Esc" => "\x1b",
        "Tab" => "\t",
        "BackTab" => "\x1b[Z",
        "Space" => " ",
        "BS" => "\x7f",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "Del" => "\x1b[3~",
        "PgUp" => "\x1b[5~",
        "PgDn" => "\x1b[6~",
        "F1" => "\x1bOP",
        "F2" => "\x1bOQ",
        "F3" => "\x1bOR",
        "F4" => "\x1bOS",
        "F5" => "\x1b[15~",
        "F6" => "\x1b[17~",
        "F7" => "\x1b[18~",
        "F8" => "\x1b[19~",
        "F9" => "\x1b[20~",
        "F10" => "\x1b[21~",
        "F11" => "\x1b[23~",
        "F12" => "\x1b[24~",
        _ => {
            if let Some(letter) = name.strip_prefix("A-") {
                return format!("\x1b{letter}");
            }
            let letter = name.strip_prefix("C-").and_then(|it| it.bytes().next());
            return char::from(letter.unwrap() & 0x1f).to_string();
        }
    };
    sequence.to_owned()
}
