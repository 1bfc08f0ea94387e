//! Writes the difference between two rows in as few bytes as it can.
//!
//! Only the painter enters. Knows where the terminal's cursor stands and how it prints, and forgets
//! both where terminals disagree: at the right margin, and behind wide or composed letters.
//! Only CUP, CUU, CUF, CUB, EL, ED, SGR and the control characters BS, LF, CR are used.

use std::ops::Range;

use ratatui::layout::Position;

use super::glyphs::width;
use super::grid::Glyph;
use super::look::Look;

/// What is being written, and the state of the terminal after it.
#[derive(Debug, Default)]
pub(super) struct Pen {
    pub(super) bytes: Vec<u8>,
    at: Option<Position>,
    look: Look,
}

/// Erasing the rest of a row costs three bytes, often three more for the look.
const WORTH_ERASING: usize = 4;

impl Pen {
    /// Begins on a blank screen, whatever was on it.
    pub(super) fn blank_screen(&mut self) {
        // SI brings back the letters when a stray control character has switched them to lines.
        self.bytes.extend_from_slice(b"\x0f\x1b[m\x1b[H\x1b[2J");
        self.at = Some(Position::ORIGIN);
        self.look = Look::default();
    }

    /// Makes the row `shown` into `wanted`, and says whether it got to its end.
    ///
    /// Stops behind the first letter with which the bytes reach `enough`; what was written until then
    /// stands in `shown`, so that the rest can follow at any time, or something else instead.
    pub(super) fn row(
        &mut self,
        y: u16,
        shown: &mut [Glyph],
        wanted: &[Glyph],
        enough: usize,
    ) -> bool {
        let changed = changed(shown, wanted);
        let text_ends = wanted
            .iter()
            .rposition(|glyph| !glyph.is_blank())
            .map_or(0, |last| last + 1);
        let blanked = changed
            .iter()
            .skip(text_ends)
            .filter(|changed| **changed)
            .count();
        let erase_from = if blanked >= WORTH_ERASING {
            text_ends
        } else {
            wanted.len()
        };
        for (x, glyph) in wanted.iter().enumerate().take(erase_from) {
            if changed.get(x) == Some(&true) && !glyph.text.is_empty() {
                if self.bytes.len() >= enough {
                    return false;
                }
                self.go(column(x), y, wanted);
                self.print(glyph, wanted.len());
                keep(shown, wanted, x..x + width(&glyph.text).max(1));
            }
        }
        let first = changed.iter().skip(erase_from).position(|changed| *changed);
        if let Some(first) = first {
            if self.bytes.len() >= enough {
                return false;
            }
            self.go(column(erase_from + first), y, wanted);
            self.dress(Look::default());
            self.bytes.extend_from_slice(b"\x1b[K");
            keep(shown, wanted, erase_from + first..wanted.len());
        }
        true
    }

    /// Moves the cursor by the shortest way. `row` is what stands in row `y`, at least left of `x`.
    pub(super) fn go(&mut self, x: u16, y: u16, row: &[Glyph]) {
        let to = Position { x, y };
        if self.at == Some(to) {
            return;
        }
        let mut best = absolute(to);
        if let Some(from) = self.at {
            for way in self.ways(from, to, row) {
                if way.len() < best.len() {
                    best = way;
                }
            }
        }
        self.bytes.append(&mut best);
        self.at = Some(to);
    }

    fn ways(&self, from: Position, to: Position, row: &[Glyph]) -> Vec<Vec<u8>> {
        let vertical = if to.y < from.y {
            counted(from.y - to.y, b'A')
        } else {
            vec![b'\n'; usize::from(to.y - from.y)]
        };
        let mut straight = vertical.clone();
        straight.extend(if to.x < from.x {
            left(from.x - to.x)
        } else {
            self.right(from.x, to.x, row)
        });
        let mut from_margin = vec![b'\r'];
        from_margin.extend(vertical);
        from_margin.extend(self.right(0, to.x, row));
        vec![straight, from_margin]
    }

    /// To the right by a move, or by printing again what stands there.
    fn right(&self, from: u16, to: u16, row: &[Glyph]) -> Vec<u8> {
        let jump = counted(to - from, b'C');
        let mut again = Vec::new();
        for glyph in row
            .get(usize::from(from)..usize::from(to))
            .unwrap_or_default()
        {
            let is_blank = glyph.text == " ";
            let fits = if is_blank {
                self.look.shows_blank(glyph.look)
            } else {
                self.look == glyph.look
            };
            let is_simple = glyph.text.chars().count() == 1 && width(&glyph.text) == 1;
            again.extend_from_slice(glyph.text.as_bytes());
            if !fits || !is_simple || again.len() > jump.len() {
                return jump;
            }
        }
        again
    }

    fn print(&mut self, glyph: &Glyph, columns: usize) {
        if glyph.text != " " || !self.look.shows_blank(glyph.look) {
            self.dress(glyph.look);
        }
        self.bytes.extend_from_slice(glyph.text.as_bytes());
        let is_sure = width(&glyph.text) == 1 && glyph.text.chars().count() == 1;
        self.at = self
            .at
            .filter(|at| is_sure && usize::from(at.x) + 1 < columns)
            .map(|at| Position {
                x: at.x + 1,
                y: at.y,
            });
    }

    fn dress(&mut self, look: Look) {
        self.bytes.append(&mut self.look.change(look));
        self.look = look;
    }
}

/// What was written stands there now. Of a wide letter that was partly printed over, terminals leave
/// one thing or another.
fn keep(shown: &mut [Glyph], wanted: &[Glyph], cells: Range<usize>) {
    let cells = cells.start..cells.end.min(wanted.len());
    let behind = shown.get_mut(cells.end..).unwrap_or_default();
    let halves = behind.iter_mut().take_while(|glyph| glyph.text.is_empty());
    halves.for_each(|half| *half = Glyph::unknown());
    if let (Some(old), Some(new)) = (shown.get_mut(cells.clone()), wanted.get(cells)) {
        old.clone_from_slice(new);
    }
}

/// Which cells must be printed. All halves of a wide letter go together, in the old row and in the
/// new one, because terminals differ in what they leave of a half.
fn changed(shown: &[Glyph], wanted: &[Glyph]) -> Vec<bool> {
    let mut changed: Vec<bool> = shown
        .iter()
        .zip(wanted)
        .map(|(old, new)| old != new)
        .collect();
    for row in [shown, wanted, shown, wanted] {
        let mut start = 0;
        while start < row.len() {
            let behind = row
                .iter()
                .skip(start + 1)
                .take_while(|glyph| glyph.text.is_empty())
                .count();
            if let Some(whole) = changed
                .get_mut(start..=start + behind)
                .filter(|whole| whole.contains(&true))
            {
                whole.fill(true);
            }
            start += behind + 1;
        }
    }
    changed
}

fn absolute(to: Position) -> Vec<u8> {
    match (to.y, to.x) {
        (0, 0) => b"\x1b[H".to_vec(),
        (y, 0) => format!("\x1b[{}H", y + 1).into_bytes(),
        (y, x) => format!("\x1b[{};{}H", y + 1, x + 1).into_bytes(),
    }
}

fn counted(times: u16, letter: u8) -> Vec<u8> {
    match times {
        0 => Vec::new(),
        1 => vec![0x1b, b'[', letter],
        _ => format!("\x1b[{times}{}", char::from(letter)).into_bytes(),
    }
}

fn left(times: u16) -> Vec<u8> {
    let jump = counted(times, b'D');
    if usize::from(times) < jump.len() {
        vec![0x08; usize::from(times)]
    } else {
        jump
    }
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}
