//! Frames: what a terminal makes of our bytes, and how many they are.

use std::io::{self, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, channel};

use cchc::ui::terminal::{Capabilities, Colour, Glyphs, Painter};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

const FULL: Capabilities = Capabilities {
    colour: Colour::Sixteen,
    glyphs: Glyphs::Full,
    alternate_screen: true,
};

/// The line to the terminal; keeps writes apart.
struct Line(Sender<Vec<u8>>);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.send(bytes.to_vec()).unwrap();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn cells(many: u16) -> NonZero<u16> {
    NonZero::new(many).unwrap()
}

/// A terminal on the desk: our painter, the line, and an emulator at its end.
struct Desk {
    painter: Painter<Line>,
    line: Receiver<Vec<u8>>,
    emulator: vt100::Parser,
}

impl Desk {
    fn new(width: u16, height: u16, can: Capabilities) -> Self {
        let (send, line) = channel();
        let painter = Painter::new(Line(send), Size::new(width, height), can);
        let mut emulator = vt100::Parser::new(cells(height), cells(width), 0);
        emulator.process("rubbish of the shell\r\n\x1b[31;1mmore".as_bytes());
        Self {
            painter,
            line,
            emulator,
        }
    }

    /// Draws a frame and gives what was sent for it, in one write or none.
    fn draw(&mut self, picture: impl FnOnce(&mut Buffer) -> Option<Position>) -> Vec<u8> {
        self.painter.paint(picture).unwrap();
        let writes: Vec<_> = self.line.try_iter().collect();
        assert!(writes.len() <= 1, "one write a frame");
        let bytes = writes.concat();
        self.emulator.process(&bytes);
        bytes
    }

    fn row(&self, y: u16) -> String {
        let width = self.emulator.screen().size().1;
        self.emulator
            .screen()
            .rows(0, width.get())
            .nth(usize::from(y))
            .unwrap()
    }
}

const TITLES: [&str; 6] = [
    "Rà soát, đơn giản hoá thủ tục hành chính nội bộ",
    "Kết nối Cổng dịch vụ công quốc gia đợt 2",
    "Báo cáo kết quả chỉ số PAR INDEX quý III",
    "Sắp xếp đơn vị sự nghiệp công lập trực thuộc",
    "Đối thoại với người dân và doanh nghiệp",
    "Số hoá hồ sơ, kết quả giải quyết thủ tục",
];
const AGENCIES: [&str; 4] = ["Sở Nội vụ", "Sở Tài chính", "UBND TP Huế", "VP UBND tỉnh"];

/// Twenty rows of tasks with a marker, an option cell, the cursor in it, and a footer.
fn list(buffer: &mut Buffer, page: usize, marked: u16, option: &str) -> Option<Position> {
    let width = usize::from(buffer.area.width);
    buffer.set_string(
        0,
        0,
        "Nhiệm vụ theo cơ quan · 1.284 việc · quá hạn 37",
        Modifier::BOLD,
    );
    buffer.set_string(0, 1, "─".repeat(width), Style::new());
    for y in 0..20_u16 {
        let number = page * 20 + usize::from(y);
        let late = number % 28 + 1;
        let row = y + 2;
        buffer.set_string(5, row, format!("{:<48}", TITLES[number % 6]), Style::new());
        buffer.set_string(54, row, AGENCIES[number % 4], Style::new());
        let style = if y < 5 {
            Style::new().fg(Color::Red)
        } else {
            Style::new()
        };
        buffer.set_string(68, row, format!("trễ {late} ngày"), style);
        if y == marked {
            buffer.set_string(0, row, "→", Modifier::BOLD);
            buffer.set_string(2, row, format!("{option:<2}"), Modifier::REVERSED);
        }
    }
    buffer.set_string(0, 22, "─".repeat(width), Style::new());
    buffer.set_string(
        0,
        23,
        "F1 Giúp  F2 Tình trạng  F3 Đóng  F7 Lọc  F9 Lấy lại  F10 Làm",
        Style::new(),
    );
    Some(Position::new(2, marked + 2))
}

#[test]
fn a_slow_line_carries_a_move_in_60_bytes_and_a_page_in_2400() {
    let mut desk = Desk::new(80, 24, FULL);
    let first = desk.draw(|frame| list(frame, 0, 0, "")).len();
    let moved = desk.draw(|frame| list(frame, 0, 1, "")).len();
    let typed = desk.draw(|frame| list(frame, 0, 1, "4")).len();
    let page = desk.draw(|frame| list(frame, 1, 0, "")).len();
    println!("first frame {first}, move {moved}, digit {typed}, page {page} bytes");
    assert!(moved <= 60, "move {moved}");
    assert!(typed <= 12, "digit {typed}");
    // Of these, 480 are two rules of 80 signs and 1,850 are letters.
    assert!(first <= 2700, "first frame {first}");
    assert!(page <= 2400, "page {page}");
    assert!(
        desk.row(2)
            .starts_with("→    Báo cáo kết quả chỉ số PAR INDEX quý III"),
        "{}",
        desk.row(2)
    );
    assert!(desk.row(1).starts_with("────"));
    assert_eq!(desk.emulator.screen().cursor_position(), (2, 2));
}

#[test]
fn a_frame_that_changes_nothing_sends_nothing() {
    let mut desk = Desk::new(80, 24, FULL);
    desk.draw(|frame| list(frame, 0, 3, "2"));
    assert_eq!(desk.draw(|frame| list(frame, 0, 3, "2")), b"");
}

#[test]
fn repainting_and_resizing_leave_nothing_of_what_was_there() {
    let mut desk = Desk::new(80, 24, FULL);
    desk.draw(|frame| list(frame, 0, 0, ""));
    desk.emulator
        .process("\x1b[5;5H\x1b[7mBroadcast message from root\x1b[?25l".as_bytes());
    desk.painter.repaint();
    desk.draw(|frame| list(frame, 0, 0, ""));
    assert!(!desk.row(4).contains("Broadcast") && !desk.emulator.screen().hide_cursor());

    desk.emulator.screen_mut().set_size(cells(16), cells(60));
    desk.painter.resize(Size::new(60, 16));
    desk.draw(|frame| {
        frame.set_string(0, 15, "Việc hôm nay", Style::new());
        None
    });
    assert_eq!(
        (desk.row(0), desk.row(15)),
        (String::new(), "Việc hôm nay".to_owned())
    );
    assert!(
        desk.emulator.screen().hide_cursor(),
        "a frame without a cursor hides it"
    );
}

#[test]
fn a_vt100_gets_no_colour_and_no_letter_it_lacks() {
    let mut desk = Desk::new(
        80,
        24,
        Capabilities {
            colour: Colour::None,
            glyphs: Glyphs::Ascii,
            alternate_screen: false,
        },
    );
    let bytes = desk.draw(|frame| list(frame, 0, 0, "4"));
    assert!(bytes.is_ascii());
    let text = String::from_utf8(bytes).unwrap();
    let styles = text
        .split("\x1b[")
        .filter_map(|piece| piece.split_once('m'));
    let codes = styles
        .map(|(codes, _)| codes)
        .filter(|codes| codes.bytes().all(|b| b.is_ascii_digit() || b == b';'));
    assert!(
        codes
            .flat_map(|codes| codes.split(';'))
            .all(|code| ["", "0", "1", "4", "7"].contains(&code))
    );
    assert!(
        desk.row(2).starts_with("> 4  Ra soat, don gian hoa"),
        "{}",
        desk.row(2)
    );
    assert!(desk.row(1).starts_with("-----"));
}

/// One string of a frame: where, what, and how.
type Stroke = (u16, u16, String, Style);

fn stroke(width: u16, height: u16) -> impl Strategy<Value = Stroke> {
    let words = prop::sample::select(vec![
        "Tiếng Việt",
        " ",
        "     ",
        "đề nghị  gia hạn",
        "漢字",
        "x",
        "ở─│…",
        "e\u{302}\u{301}ng",
        "                          ",
        "Sở Nội vụ 15/10",
    ]);
    let colours = || {
        prop::sample::select(vec![
            Color::Reset,
            Color::Reset,
            Color::Red,
            Color::LightBlue,
        ])
    };
    let modifiers = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::REVERSED,
        Modifier::UNDERLINED,
        Modifier::BOLD.union(Modifier::REVERSED),
    ]);
    (0..width, 0..height, words, colours(), colours(), modifiers).prop_map(
        |(x, y, words, ink, paper, modifier)| {
            (
                x,
                y,
                words.to_owned(),
                Style::new().fg(ink).bg(paper).add_modifier(modifier),
            )
        },
    )
}

fn emulated(colour: Color) -> vt100::Color {
    match colour {
        Color::Red => vt100::Color::Idx(1),
        Color::LightBlue => vt100::Color::Idx(12),
        _ => vt100::Color::Default,
    }
}

/// The first place where the emulator shows something else than the buffer.
fn difference(buffer: &Buffer, screen: &vt100::Screen) -> Option<String> {
    let mut hidden = 0_usize;
    for Position { x, y } in Rect::positions(buffer.area) {
        let (wanted, shown) = (&buffer[(x, y)], screen.cell(y, x)?);
        if x == 0 {
            hidden = 0;
        }
        if hidden > 0 {
            hidden -= 1;
            continue;
        }
        hidden = wanted.symbol().width() - 1;
        let text = if shown.contents().is_empty() {
            " "
        } else {
            shown.contents()
        };
        let modifier = wanted.modifier;
        let bare = text == " " && !modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED);
        let same = text == wanted.symbol()
            && shown.inverse() == modifier.contains(Modifier::REVERSED)
            && shown.underline() == modifier.contains(Modifier::UNDERLINED)
            && shown.bgcolor() == emulated(wanted.bg)
            && (bare
                || (shown.bold() == modifier.contains(Modifier::BOLD)
                    && shown.fgcolor() == emulated(wanted.fg)));
        if !same {
            return Some(format!(
                "at {x},{y}: wanted {wanted:?}, shown {text:?} {shown:?}"
            ));
        }
    }
    None
}

proptest! {
    #[test]
    fn a_terminal_shows_every_frame_as_it_was_drawn(
        frames in prop::collection::vec((prop::collection::vec(stroke(24, 6), 0..8), (0..24_u16, 0..6_u16), any::<bool>()), 1..8)
    ) {
        let mut desk = Desk::new(24, 6, FULL);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 6));
        for (strokes, cursor, keep) in frames {
            if !keep {
                buffer.reset();
            }
            for (x, y, words, style) in &strokes {
                // ratatui does not send what was written under the second half of a wide letter.
                if *x > 0 && buffer[(*x - 1, *y)].symbol().width() > 1 {
                    continue;
                }
                buffer.set_string(*x, *y, words, *style);
            }
            desk.draw(|frame| {
                frame.clone_from(&buffer);
                Some(cursor.into())
            });
            let difference = difference(&buffer, desk.emulator.screen());
            prop_assert!(difference.is_none(), "{}", difference.unwrap_or_default());
            prop_assert_eq!(desk.emulator.screen().cursor_position(), (cursor.1, cursor.0));
        }
    }
}
