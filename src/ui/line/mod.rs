//! The work as numbered prompts: append-only, for screen readers, braille, printers, terminals without
//! a cursor, and scripts (DESIGN 4 and 7.11).
//!
//! Pure like the screens: lines come from a function, text goes into a writer, requests go to a session;
//! tests hand in lines and read the text. What the screens decide is decided there: the deeds and their
//! fields in `screens/confirm`, the fields of a task in `screens/editing`, the lines of today in
//! `screens/home`. Never: an escape sequence, a cursor, a frame, the clock.

mod agencies;
mod asked;
mod calendar;
mod commands;
mod deeds;
mod desk;
mod documents;
mod ear;
mod entry;
mod export;
mod form;
mod home;
mod import;
mod keeping;
mod left;
mod letters;
mod list;
mod log;
mod measures;
mod news;
mod pages;
mod past;
mod place;
mod reports;
mod review;
mod start;
mod talk;
mod task;
mod undo;
mod users;
mod views;
mod voice;
mod way;
mod windows;
mod words;

use std::io::Write;

use crate::lang::Words;
use crate::ui::screen::{SentAs, Unsaved};
use crate::ui::terminal::Glyphs;
use talk::{Away, Talk};
use way::Way;

pub use desk::{Cut, Desk};
pub use ear::{Heard, LONGEST};
pub use start::{NoChoice, begin};

/// How a person hears and types.
#[derive(Debug, Clone, Copy)]
pub struct LineSetup {
    /// The words of the language.
    pub words: &'static Words,
    /// So many cells a line.
    pub wide: usize,
    /// So many lines a page; none where nobody turns pages.
    pub high: Option<usize>,
    /// Measures the window again, cells and lines: it may have been resized.
    pub measure: fn() -> Option<(usize, usize)>,
    /// Which letters can be shown.
    pub glyphs: Glyphs,
    /// A terminal shows what is typed; else it is written, so that the text can be followed.
    pub is_watched: bool,
    /// Somebody asked for it; else the terminal has no screen, which is said.
    pub is_wished: bool,
}

/// How it ended.
#[derive(Debug)]
pub struct Ending {
    /// What was typed and not saved.
    pub unsaved: Vec<Unsaved>,
    /// What of it was sent when the program was cut off, and not answered.
    pub sent: Option<SentAs>,
    /// So many lines could not be obeyed.
    pub faults: usize,
    /// Cut off by a signal or a terminal that is gone: the code to leave with.
    pub cut: Option<u8>,
}

/// Talks with a person until they leave, nothing more comes, or the program is cut off.
pub fn run(
    desk: &mut dyn Desk,
    setup: LineSetup,
    recovered: Vec<Unsaved>,
    // Waits for a line, where nobody touches it for so many minutes at most; 0 for ever.
    listen: &mut dyn FnMut(u32) -> Heard,
    out: &mut dyn Write,
) -> Ending {
    let mut talk = Talk::new(desk, setup, listen, out);
    talk.take_up(recovered);
    let opened = match setup.is_wished {
        true => Ok(()),
        false => talk.say(setup.words.line.no_screen),
    };
    let away = match opened {
        Ok(()) => Way::new().walk(&mut talk),
        Err(away) => away,
    };
    Ending {
        unsaved: talk.unsaved(),
        sent: talk.sent(),
        faults: talk.faults,
        cut: match away {
            Away::Cut(code) => Some(code),
            // A terminal that takes no more is gone; a pipe whose reader has left has heard enough.
            Away::Deaf if setup.is_watched => Some(129),
            Away::Back | Away::Home | Away::Leave | Away::Task(_) | Away::End | Away::Deaf => None,
        },
    }
}
