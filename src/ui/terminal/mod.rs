//! The terminal: bytes in, bytes out, and nothing of what they mean.
//!
//! In: [`Reader`] waits, [`Parser`] makes keys of bytes, [`BurstGuard`] marks what was pasted,
//! [`CommandReader`] undoes input methods where letters are commands. Out: [`Tty`] takes the terminal
//! over and gives it back, [`Painter`] paints frames in few bytes. [`TerminalEnv`] says what this
//! terminal can do, [`Profile`] how it is treated, [`Line`] how fast its line is; [`LineReader`] reads
//! whole lines for the work without screens. Only the loop of `ui` and `cli` work with it; screens know
//! of it how it is treated, and on the page where it is tried, what its keys send.
//!
//! crossterm lends the words for keys only. Its reader spins when the terminal hangs up, stalls on
//! pastes and blocks on half a sequence; its writer sends 256-colour codes to terminals that blink
//! on them.

mod burst;
mod env;
mod glyphs;
mod grid;
mod ime;
mod line;
mod line_reader;
mod look;
mod painter;
mod parser;
mod paste;
mod pen;
mod profile;
mod reader;
mod sequences;
mod tty;

pub use burst::{BurstGuard, is_of_text};
pub use env::{Capabilities, Refusal, TerminalEnv};
pub use glyphs::plain;
pub use ime::{CommandReader, keys_meant};
pub use line::{Line, MOST as MOST_AHEAD};
pub use line_reader::{Alarm, Came, LineReader};
pub use painter::Painter;
pub use parser::{Input, Parser};
pub use paste::PASTE_KEPT;
pub use profile::{Colour, Glyphs, Profile, Speed};
pub use reader::{Event, Reader, ReaderOptions, Stamped};
pub use tty::{Tty, TtyWriter, tty_size};
