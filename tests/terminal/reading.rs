//! The reading thread and the way in and out of the terminal, on a pseudo-terminal.

use std::fs::{File, read_link, read_to_string};
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use cchc::ui::terminal::{
    Capabilities, Colour, Event, Glyphs, Input, Reader, ReaderOptions, Tty, tty_size,
};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rustix::process::{Signal, getpid, kill_process};
use rustix::pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt};
use rustix::termios::{Action, LocalModes, Winsize, tcflow, tcgetattr, tcsetwinsize};

/// Signals go to the whole process, so these stories are told one after another.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// The exit code that the last resort was given.
static ENDED_WITH: AtomicI32 = AtomicI32::new(0);

const SOON: Duration = Duration::from_secs(5);

struct Desk {
    keyboard: Option<File>,
    slave: OwnedFd,
    events: Receiver<Event>,
    thread: Receiver<String>,
    reader: Option<Reader>,
    _alone: MutexGuard<'static, ()>,
}

fn pty() -> (File, OwnedFd) {
    let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY;
    let master = openpt(flags).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let slave = ioctl_tiocgptpeer(&master, flags).unwrap();
    tcsetwinsize(
        &slave,
        Winsize {
            ws_row: 24,
            ws_col: 80,
            ws_xpixel: 0,
            ws_ypixel: 0,
        },
    )
    .unwrap();
    (File::from(master), slave)
}

fn capabilities() -> Capabilities {
    Capabilities {
        colour: Colour::Eight,
        glyphs: Glyphs::Full,
        alternate_screen: true,
    }
}

impl Desk {
    fn new() -> Self {
        let alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        ENDED_WITH.store(0, Ordering::SeqCst);
        let (master, slave) = pty();
        let mut raw = tcgetattr(&slave).unwrap();
        raw.make_raw();
        rustix::termios::tcsetattr(&slave, rustix::termios::OptionalActions::Now, &raw).unwrap();
        let mut options = ReaderOptions::new(slave.try_clone().unwrap(), Duration::from_millis(50));
        options.patience = Duration::from_millis(200);
        options.last_resort = |code| ENDED_WITH.store(code, Ordering::SeqCst);
        let (send, events) = channel();
        let (who, thread) = channel();
        let reader = Reader::spawn(options, move |event| {
            let _ = who.send(
                read_link("/proc/thread-self")
                    .unwrap()
                    .display()
                    .to_string(),
            );
            send.send(event).is_ok()
        });
        Self {
            keyboard: Some(master),
            slave,
            events,
            thread,
            reader: Some(reader.unwrap()),
            _alone: alone,
        }
    }

    fn types(&mut self, bytes: &[u8]) {
        self.keyboard.as_mut().unwrap().write_all(bytes).unwrap();
    }

    fn next(&self) -> Event {
        self.events.recv_timeout(SOON).unwrap()
    }

    fn next_key(&self) -> KeyCode {
        match self.next() {
            Event::Input(stamped) => match stamped.input {
                Input::Key(KeyEvent {
                    code,
                    modifiers: KeyModifiers::NONE,
                    ..
                }) => code,
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }

    fn signal(&self, signal: Signal) {
        kill_process(getpid(), signal).unwrap();
    }
}

#[test]
fn a_sequence_in_two_pieces_is_one_key_and_a_lone_escape_is_esc() {
    let mut desk = Desk::new();
    desk.types(b"\x1b");
    assert_eq!(desk.next_key(), KeyCode::Esc);
    desk.types(b"\x1b[2");
    desk.types(b"1~");
    assert_eq!(desk.next_key(), KeyCode::F(10));
    desk.types(&[0xe1]);
    desk.types(&[0xba, 0xbf]);
    assert_eq!(desk.next_key(), KeyCode::Char('ế'));
}

#[test]
fn twenty_thousand_bytes_without_brackets_are_drained_and_the_next_key_is_heard() {
    let mut desk = Desk::new();
    desk.types(&[b'x'; 20_000]);
    desk.types(b"q");
    let found = (0..20_001).map(|_| desk.next_key()).collect::<Vec<_>>();
    assert_eq!(found.last(), Some(&KeyCode::Char('q')));
}

#[test]
fn a_new_size_and_the_wish_to_stop_and_to_go_on_are_told() {
    let desk = Desk::new();
    tcsetwinsize(
        &desk.slave,
        Winsize {
            ws_row: 43,
            ws_col: 132,
            ws_xpixel: 0,
            ws_ypixel: 0,
        },
    )
    .unwrap();
    desk.signal(Signal::WINCH);
    assert_eq!(desk.next(), Event::Resize(132, 43));
    desk.signal(Signal::TSTP);
    assert_eq!(desk.next(), Event::Suspend);
    desk.signal(Signal::CONT);
    assert_eq!(desk.next(), Event::Continue);
}

#[test]
fn a_request_to_end_is_passed_on_once_and_the_second_is_an_order() {
    let mut desk = Desk::new();
    desk.types(b"\x1b["); // in the middle of a sequence, too
    desk.signal(Signal::TERM);
    assert_eq!(desk.next(), Event::Terminate(15));
    desk.signal(Signal::INT);
    // Signals that wait together come in no order of ours: nothing else may stand beside this one.
    let patience = Instant::now();
    while ENDED_WITH.load(Ordering::SeqCst) == 0 && patience.elapsed() < Duration::from_secs(10) {
        std::thread::yield_now();
    }
    assert_eq!(ENDED_WITH.load(Ordering::SeqCst), 130);
}

#[test]
fn a_terminal_that_goes_is_told_at_once_and_the_thread_ends_with_it() {
    let mut desk = Desk::new();
    let gone = Instant::now();
    desk.keyboard = None;
    assert_eq!(desk.next(), Event::Hangup);
    assert!(gone.elapsed() < Duration::from_secs(1));
    desk.reader = None; // the program leaves in good order
    assert!(desk.events.recv_timeout(SOON).is_err(), "nothing follows");
    assert_eq!(ENDED_WITH.load(Ordering::SeqCst), 0);
}

#[test]
fn a_program_that_hangs_on_a_dead_terminal_is_ended() {
    let mut desk = Desk::new();
    desk.keyboard = None;
    assert_eq!(desk.next(), Event::Hangup);
    assert!(
        desk.events.recv_timeout(SOON).is_err(),
        "the thread waits for us, then ends"
    );
    assert_eq!(ENDED_WITH.load(Ordering::SeqCst), 129);
}

#[test]
fn the_signal_of_a_hang_up_is_a_hang_up() {
    let desk = Desk::new();
    desk.signal(Signal::HUP);
    assert_eq!(desk.next(), Event::Hangup);
}

#[test]
fn an_idle_terminal_wakes_nobody() {
    let mut desk = Desk::new();
    desk.types(b"\x1b[");
    desk.types(b"A");
    assert_eq!(desk.next_key(), KeyCode::Up);
    desk.types(b"\x1b["); // half a sequence stays pending for ever
    let thread = desk.thread.recv_timeout(SOON).unwrap();
    let woken = || -> u64 {
        let status = read_to_string(format!("/proc/{thread}/status")).unwrap();
        let counts = status.lines().filter(|line| line.contains("ctxt_switches"));
        counts
            .filter_map(|line| line.split_whitespace().last()?.parse::<u64>().ok())
            .sum()
    };
    assert!(
        desk.events
            .recv_timeout(Duration::from_millis(200))
            .is_err()
    );
    let before = woken();
    assert!(
        desk.events
            .recv_timeout(Duration::from_millis(500))
            .is_err()
    );
    assert_eq!(woken(), before);
}

#[test]
fn the_terminal_is_given_back_once_and_as_it_was() {
    let (mut master, slave) = pty();
    let before = tcgetattr(&slave).unwrap();
    let tty = Tty::enter(slave.try_clone().unwrap(), capabilities()).unwrap();
    assert!(tty.is_ours());
    assert!(
        !tcgetattr(&slave)
            .unwrap()
            .local_modes
            .contains(LocalModes::ICANON)
    );
    tty.restore();
    tty.restore();
    drop(tty);
    assert_eq!(tcgetattr(&slave).unwrap().local_modes, before.local_modes);
    assert_eq!(tcgetattr(&slave).unwrap().output_modes, before.output_modes);
    drop(slave);
    let expected = "\x1b[?1049h\x1b[?2004h\x1b[?2004l\x1b[?25h\x1b[m\x1b[?1049l";
    assert_eq!(sent(&mut master), expected);
}

#[test]
fn a_console_with_one_screen_is_left_blank() {
    let (mut master, slave) = pty();
    let console = Capabilities {
        alternate_screen: false,
        ..capabilities()
    };
    drop(Tty::enter(slave, console).unwrap());
    assert!(sent(&mut master).ends_with("\x1b[?2004l\x1b[?25h\x1b[m\x1b[2J\x1b[H\x1b[?1049l"));
}

/// All that was sent; every end but the master's must be closed.
fn sent(master: &mut File) -> String {
    let mut bytes = Vec::new();
    let _ = master.read_to_end(&mut bytes); // ends with EIO, as terminals do
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_stopped_terminal_does_not_keep_us() {
    let (_master, slave) = pty();
    let tty = Tty::enter(slave.try_clone().unwrap(), capabilities()).unwrap();
    tcflow(&slave, Action::OOff).unwrap(); // Ctrl-S
    let leaving = Instant::now();
    tty.restore();
    assert!(leaving.elapsed() < Duration::from_secs(1));
    assert!(
        tcgetattr(&slave)
            .unwrap()
            .local_modes
            .contains(LocalModes::ICANON)
    );
    tcflow(&slave, Action::OOn).unwrap();
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let (_master, slave) = pty();
    let tty = Tty::enter(slave.try_clone().unwrap(), capabilities()).unwrap();
    tty.install_panic_hook();
    assert!(std::panic::catch_unwind(|| panic!("expected in this test")).is_err());
    assert!(!tty.is_ours());
    assert!(
        tcgetattr(&slave)
            .unwrap()
            .local_modes
            .contains(LocalModes::ICANON)
    );
}

#[test]
fn a_serial_line_without_a_size_counts_as_80x24() {
    let (_master, slave) = pty();
    tcsetwinsize(
        &slave,
        Winsize {
            ws_row: 0,
            ws_col: 0,
            ws_xpixel: 0,
            ws_ypixel: 0,
        },
    )
    .unwrap();
    let size = tty_size(&slave).unwrap();
    assert_eq!((size.width, size.height), (80, 24));
}
