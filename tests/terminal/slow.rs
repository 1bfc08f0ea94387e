//! Slow lines: a frame in pieces, never far ahead, and always the newest picture.

use std::cell::Cell;
use std::io::{self, Write};
use std::num::NonZero;
use std::rc::Rc;
use std::time::Duration;

use cchc::ui::terminal::{Capabilities, Colour, Glyphs, Line, MOST_AHEAD, Painter, Profile, Speed};
use proptest::prelude::*;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Style};

const WIDE: u16 = 24;
const HIGH: u16 = 6;

/// A wire whose bytes the emulator at its end reads at once; counts what it carried.
struct Wire(Rc<Cell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut kept = self.0.take();
        kept.extend_from_slice(bytes);
        self.0.set(kept);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Far {
    screen: Painter<Wire>,
    wire: Rc<Cell<Vec<u8>>>,
    emulator: vt100::Parser,
}

impl Far {
    fn new() -> Self {
        let wire = Rc::new(Cell::new(Vec::new()));
        let can = Capabilities {
            colour: Colour::Eight,
            glyphs: Glyphs::Full,
            alternate_screen: true,
        };
        let screen = Painter::new(Wire(Rc::clone(&wire)), Size::new(WIDE, HIGH), can);
        let size = |cells| NonZero::new(cells).unwrap();
        Self {
            screen,
            wire,
            emulator: vt100::Parser::new(size(HIGH), size(WIDE), 0),
        }
    }

    fn draw(&mut self, lines: &[String], allowed: usize) -> usize {
        self.screen.allow(allowed);
        self.screen
            .paint(|frame| {
                for (y, line) in (0..HIGH).zip(lines) {
                    let red = Style::new().fg(Color::Red);
                    let style = if y % 2 == 0 { Style::new() } else { red };
                    frame.set_string(0, y, line, style);
                }
                Some(Position::new(1, 2))
            })
            .unwrap();
        self.arrive()
    }

    fn go_on(&mut self, allowed: usize) -> usize {
        self.screen.allow(allowed);
        self.screen.go_on().unwrap();
        self.arrive()
    }

    fn is_behind(&self) -> bool {
        self.screen.is_behind()
    }

    fn arrive(&mut self) -> usize {
        let bytes = self.wire.take();
        self.emulator.process(&bytes);
        bytes.len()
    }

    fn rows(&self) -> Vec<String> {
        let rows = self.emulator.screen().rows(0, WIDE);
        rows.map(|row| row.trim_end().to_owned()).collect()
    }
}

fn page(of: &[&str]) -> Vec<String> {
    (0..usize::from(HIGH))
        .map(|y| of.get(y).map_or(String::new(), |line| (*line).to_owned()))
        .collect()
}

#[test]
fn what_is_drawn_meanwhile_takes_the_place_of_what_has_not_gone_out() {
    let mut far = Far::new();
    let first = page(&["Rà soát thủ tục", "Kết nối dịch vụ công", "Báo cáo quý"]);
    far.draw(&first, 20);
    assert!(far.is_behind());
    let second = page(&["Rà soát thủ tục", "Đối thoại", "Số hoá hồ sơ"]);
    far.draw(&second, usize::MAX);
    assert!(!far.is_behind());
    assert_eq!(far.rows(), second);
    let carried = far.draw(&second, usize::MAX);
    assert_eq!(carried, 0, "nothing is sent twice");
}

#[test]
fn the_row_of_the_cursor_comes_first() {
    let mut far = Far::new();
    far.draw(&page(&["một", "hai", "ba", "bốn"]), 1);
    far.go_on(1);
    far.go_on(1);
    assert_eq!(far.rows(), page(&["", "", "ba"]));
}

#[test]
fn nothing_goes_out_while_the_line_is_full() {
    let mut far = Far::new();
    assert_eq!(far.draw(&page(&["một", "hai"]), 0), 0);
    assert!(far.is_behind());
    far.go_on(usize::MAX);
    assert_eq!(far.rows(), page(&["một", "hai"]));
}

#[test]
fn at_960_bytes_a_second_no_more_than_two_hundred_are_under_way() {
    let speed = Speed::slow(9_600);
    let mut line = Line::new(speed);
    let mut far = Far::new();
    let texts = "Chấm dứt tình trạng chậm";
    let full: Vec<String> = vec![texts.to_owned(); usize::from(HIGH)];
    let (mut now, mut sent) = (Duration::ZERO, 0);
    far.draw(&full, 0);
    while far.is_behind() {
        let bytes = far.go_on(line.room(now));
        line.send(bytes, now);
        sent += bytes;
        let arrived = usize::try_from(now.as_micros() * 960 / 1_000_000).unwrap();
        assert!(
            sent <= arrived + MOST_AHEAD,
            "{sent} sent, {arrived} arrived"
        );
        now += line.wait(now).max(Duration::from_millis(1));
    }
    assert_eq!(far.rows(), full);
}

#[test]
fn other_characters_paint_the_screen_anew() {
    let mut far = Far::new();
    far.draw(&page(&["Đổi mới"]), usize::MAX);
    far.screen.treat(Profile {
        glyphs: Glyphs::Ascii,
        colour: Colour::None,
        speed: None,
    });
    far.screen.resize(far.screen.size());
    far.draw(&page(&["Đổi mới"]), usize::MAX);
    assert_eq!(far.rows()[0], "Doi moi");
}

fn line() -> impl Strategy<Value = String> {
    "[aăđẾ漢ệ e\u{302}]{0,12}"
}

proptest! {
    #[test]
    fn however_a_line_cuts_its_frames_the_last_picture_arrives(
        frames in prop::collection::vec((prop::collection::vec(line(), 0..6), 0_usize..60), 1..8),
        at_a_time in 1_usize..40,
    ) {
        let mut far = Far::new();
        let mut whole = Far::new();
        let mut last = Vec::new();
        for (lines, allowed) in frames {
            let lines: Vec<String> = lines.iter().map(|text| unicode(text)).collect();
            far.draw(&lines, allowed);
            last = lines;
        }
        let mut rounds = 0;
        while far.is_behind() {
            far.go_on(at_a_time);
            rounds += 1;
            prop_assert!(rounds < 2_000, "it comes to an end");
        }
        whole.draw(&last, usize::MAX);
        prop_assert_eq!(far.rows(), whole.rows());
        prop_assert_eq!(far.emulator.screen().cursor_position(), (2, 1));
    }
}

fn unicode(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect()
}
