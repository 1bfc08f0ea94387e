//! How a cell looks, in the few ways that every terminal shows.
//!
//! Only the painter enters. Italics, dim, blink and colours beyond sixteen do not exist here: old
//! terminals print something else for them.

use ratatui::style::{Color, Modifier};

use super::profile::Colour;

/// The look of one cell. Colours are 0 to 15.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    ink: Option<u8>,
    paper: Option<u8>,
    bold: bool,
    underlined: bool,
    reversed: bool,
}

impl Look {
    /// What is left of a style on a terminal with so many colours.
    pub(super) fn new(ink: Color, paper: Color, modifier: Modifier, colour: Colour) -> Self {
        let mut look = Self {
            ink: number(ink),
            paper: number(paper),
            bold: modifier.contains(Modifier::BOLD),
            underlined: modifier.contains(Modifier::UNDERLINED),
            reversed: modifier.contains(Modifier::REVERSED),
        };
        match colour {
            Colour::Sixteen => {}
            Colour::None => (look.ink, look.paper) = (None, None),
            Colour::Eight => {
                match look.ink {
                    // Dark grey as bold black is black on black where bold does not brighten.
                    Some(8) => look.ink = None,
                    Some(bright @ 9..) => (look.ink, look.bold) = (Some(bright - 8), true),
                    _ => {}
                }
                look.paper = look.paper.map(|paper| paper % 8);
            }
        }
        look
    }

    /// The look that a blank needs: ink and boldness do not show on it.
    pub(super) fn of_blank(self) -> Self {
        if self.reversed || self.underlined {
            self
        } else {
            Self {
                paper: self.paper,
                ..Self::default()
            }
        }
    }

    /// Whether a blank that should look like `wanted` does so when printed in this look.
    pub(super) fn shows_blank(self, wanted: Self) -> bool {
        self.of_blank() == wanted.of_blank()
    }

    /// The bytes that turn `self` into `next`.
    ///
    /// What must go, goes by a full reset: a vt100 has no other way.
    pub(super) fn change(self, next: Self) -> Vec<u8> {
        let loses = (self.bold && !next.bold)
            || (self.underlined && !next.underlined)
            || (self.reversed && !next.reversed)
            || (self.ink.is_some() && next.ink.is_none())
            || (self.paper.is_some() && next.paper.is_none());
        if self == next {
            return Vec::new();
        }
        if next == Self::default() {
            return b"\x1b[m".to_vec();
        }
        let (from, mut codes) = if loses {
            (Self::default(), vec![0])
        } else {
            (self, Vec::new())
        };
        let switches = [
            (from.bold, next.bold, 1),
            (from.underlined, next.underlined, 4),
            (from.reversed, next.reversed, 7),
        ];
        codes.extend(
            switches
                .into_iter()
                .filter(|(was, is, _)| is & !was)
                .map(|(_, _, code)| code),
        );
        codes.extend(
            next.ink
                .filter(|_| from.ink != next.ink)
                .map(|ink| if ink < 8 { 30 + ink } else { 82 + ink }),
        );
        codes.extend(
            next.paper
                .filter(|_| from.paper != next.paper)
                .map(|paper| if paper < 8 { 40 + paper } else { 92 + paper }),
        );
        let codes: Vec<String> = codes.iter().map(u8::to_string).collect();
        format!("\x1b[{}m", codes.join(";")).into_bytes()
    }
}

fn number(colour: Color) -> Option<u8> {
    Some(match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(number @ 0..=15) => number,
        Color::Reset | Color::Indexed(_) | Color::Rgb(..) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(ink: Color, modifier: Modifier, colour: Colour) -> Look {
        Look::new(ink, Color::Reset, modifier, colour)
    }

    #[test]
    fn only_codes_that_every_terminal_knows_are_sent() {
        let plain = Look::default();
        let red = look(Color::Red, Modifier::BOLD, Colour::Sixteen);
        assert_eq!(plain.change(red), b"\x1b[1;31m");
        assert_eq!(red.change(plain), b"\x1b[m");
        assert_eq!(
            red.change(look(Color::LightBlue, Modifier::BOLD, Colour::Sixteen)),
            b"\x1b[94m"
        );
        assert_eq!(
            red.change(look(Color::Reset, Modifier::REVERSED, Colour::Sixteen)),
            b"\x1b[0;7m"
        );
    }

    #[test]
    fn eight_colours_make_bright_ones_bold_and_never_black_on_black() {
        assert_eq!(
            look(Color::LightRed, Modifier::empty(), Colour::Eight),
            look(Color::Red, Modifier::BOLD, Colour::Eight)
        );
        assert_eq!(
            look(Color::DarkGray, Modifier::empty(), Colour::Eight),
            Look::default()
        );
    }

    #[test]
    fn without_colour_bold_and_reverse_stay() {
        let overdue = look(
            Color::Red,
            Modifier::BOLD | Modifier::REVERSED,
            Colour::None,
        );
        assert_eq!(Look::default().change(overdue), b"\x1b[1;7m");
    }
}
