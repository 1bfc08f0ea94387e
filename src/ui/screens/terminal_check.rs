//! The page on which a terminal is tried: letters, lines, colours, what each key sends, what frames
//! cost; and where one chooses how it is treated from now on.
//!
//! Its first line is in letters that every terminal shows. Each choice is carried out at once, so that
//! the page itself is the proof; the choice is remembered by `cli`.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use crate::ui::action::Action;
use crate::ui::called;
use crate::ui::canvas::{put, rows, width};
use crate::ui::composing::Method;
use crate::ui::keys::{self, Context};
use crate::ui::meter::Sample;
use crate::ui::screen::{Effect, Screen, Topic, Ui};
use crate::ui::terminal::{Colour, Glyphs, Input, Profile, Stamped};
use crate::ui::theme::ThemeName;

/// What can be chosen here, in the order of its digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Glyphs,
    Colour,
    Theme,
    Speed,
    Composing,
    Meter,
}

const CHOICES: [Choice; 6] = [
    Choice::Glyphs,
    Choice::Colour,
    Choice::Theme,
    Choice::Speed,
    Choice::Composing,
    Choice::Meter,
];

/// The signs that are tried: all that the program draws with, and their neighbours in the fonts.
const SIGNS: &str = "─│┌┐└┘├┤┬┴┼ ═║ ░▒█ ■●▲▼ ←↑→↓ · … – — • × ≤ ≥ ‹ ›";

/// Where the choices begin.
const FIRST: u16 = 4;

/// So many keys stand in the line.
const KEYS: usize = 4;

/// The page.
#[derive(Debug, Default)]
pub struct TerminalCheck {
    at: usize,
    /// The last keys, the newest first: name and bytes.
    keys: Vec<(String, String)>,
}

impl TerminalCheck {
    fn choose(&self, place: usize, ui: &Ui) -> Vec<Effect> {
        let profile = ui.terminal.profile;
        match CHOICES.get(place) {
            Some(Choice::Glyphs) => vec![Effect::Treat(profile.with_next_glyphs())],
            Some(Choice::Colour) => vec![Effect::Treat(profile.with_next_colour())],
            Some(Choice::Speed) => vec![Effect::Treat(profile.with_next_speed())],
            Some(Choice::Theme) => vec![Effect::Theme(ui.theme_name.next())],
            Some(Choice::Composing) => vec![Effect::Compose(Method::next(ui.composing))],
            Some(Choice::Meter) => vec![Effect::Measure],
            None => vec![Effect::Useless],
        }
    }
}

impl Screen for TerminalCheck {
    fn context(&self) -> Context {
        Context::Check
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.terminal.title.to_owned()
    }

    fn hear(&mut self, typed: &Stamped) {
        let name = match &typed.input {
            Input::Key(key) => keys::name(key.code, key.modifiers),
            Input::Paste { .. } => "Paste".to_owned(),
            Input::Unreadable => "?".to_owned(),
        };
        self.keys.insert(0, (name, spelled(&typed.raw)));
        self.keys.truncate(KEYS);
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Close | Action::Back => return vec![Effect::Close],
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(CHOICES.len() - 1),
            Action::First => self.at = 0,
            Action::Last => self.at = CHOICES.len() - 1,
            Action::Enter | Action::Right => return self.choose(self.at, ui),
            Action::Digit(digit @ 1..) if usize::from(digit) <= CHOICES.len() => {
                self.at = usize::from(digit) - 1;
                return self.choose(self.at, ui);
            }
            // Every key is welcome here: it is shown.
            _ => {}
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.terminal;
        // In a low window the choice that is made comes first.
        let here = FIRST + u16::try_from(self.at).unwrap_or(0);
        if here >= area.height {
            let line = rows(area, 0, 1);
            draw_choice(buffer, line, 0, (self.at, self.choice(), true), ui);
            return (area.width > 1).then(|| Position::new(area.x + 1, area.y));
        }
        let label = label_width(ui);
        put(buffer, area, 1, 0, t.unreadable, ui.theme.text);
        let samples = [
            (t.letters, t.letters_sample),
            (t.signs, SIGNS),
            (t.colours, ""),
        ];
        for (y, (name, sample)) in (1..).zip(samples) {
            put(buffer, area, 1, y, name, ui.theme.heading);
            put(buffer, area, label, y, sample, ui.theme.text);
        }
        colours(buffer, area, label, ui);
        let mut cursor = None;
        for (y, (place, choice)) in (FIRST..).zip(CHOICES.into_iter().enumerate()) {
            let is_here = place == self.at;
            draw_choice(buffer, area, y, (place, choice, is_here), ui);
            if is_here && y < area.height && area.width > 1 {
                cursor = Some(Position::new(area.x + 1, area.y + y));
            }
        }
        let below = FIRST + u16::try_from(CHOICES.len()).unwrap_or(0);
        for (y, (name, text)) in (below..).zip([
            (t.keys, self.pressed(ui)),
            (t.frames, frames(ui)),
            (t.terminal, facts(buffer, ui)),
        ]) {
            put(buffer, area, 1, y, name, ui.theme.heading);
            put(buffer, area, label, y, &text, ui.theme.text);
        }
        cursor
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some((ui.t.terminal.remembered)(
            &ui.terminal.name,
            &ui.terminal.client,
        ))
    }

    fn topic(&self) -> Topic {
        Topic::Terminal
    }
}

impl TerminalCheck {
    fn choice(&self) -> Choice {
        CHOICES.get(self.at).copied().unwrap_or(Choice::Glyphs)
    }

    fn pressed(&self, ui: &Ui) -> String {
        if self.keys.is_empty() {
            return ui.t.terminal.press.to_owned();
        }
        let keys: Vec<String> = self
            .keys
            .iter()
            .map(|(name, bytes)| format!("{name} = {bytes}"))
            .collect();
        keys.join("   ")
    }
}

/// The bytes of a key, as manuals write them: `ESC [ 1 5 ~`, `^H`, `7F`, `E1 BA BF`.
fn spelled(bytes: &[u8]) -> String {
    let pieces: Vec<String> = bytes
        .iter()
        .map(|byte| match byte {
            0x1b => "ESC".to_owned(),
            0..=0x1f => format!("^{}", char::from(byte + 0x40)),
            0x21..=0x7e => char::from(*byte).to_string(),
            0x20 | 0x7f..=0xff => format!("{byte:02X}"),
        })
        .collect();
    pieces.join(" ")
}

/// So far to the right stands what the labels name.
fn label_width(ui: &Ui) -> u16 {
    let t = &ui.t.terminal;
    let names = t.lines.iter().copied().chain([t.measure]);
    let choices = names.map(|name| width(name) + 4);
    let others = [t.letters, t.signs, t.colours, t.keys, t.frames, t.terminal];
    let widest = choices.chain(others.map(|name| width(name) + 2)).max();
    u16::try_from(widest.unwrap_or(0)).unwrap_or(0)
}

/// A choice: its digit, its name, what can be chosen, and what is.
fn draw_choice(
    buffer: &mut Buffer,
    area: Rect,
    y: u16,
    (place, choice, is_here): (usize, Choice, bool),
    ui: &Ui,
) {
    let (marker, style) = if is_here {
        (">", ui.theme.focus)
    } else {
        (" ", ui.theme.key)
    };
    put(buffer, area, 0, y, marker, ui.theme.text);
    put(buffer, area, 1, y, &(place + 1).to_string(), style);
    put(buffer, area, 3, y, name_of(choice, ui), ui.theme.heading);
    let mut x = label_width(ui);
    let mut values = values_of(choice, ui);
    let wide: usize = values.iter().map(|(value, _)| width(value) + 3).sum();
    // What is chosen is never the one that has no room.
    if usize::from(x) + wide > usize::from(area.width) {
        values.retain(|(_, is_chosen)| *is_chosen);
    }
    for (value, is_chosen) in values {
        // The brackets say it; the style only repeats it.
        let (text, style) = if is_chosen {
            (format!("[{value}]"), ui.theme.key)
        } else {
            (format!(" {value} "), ui.theme.text)
        };
        put(buffer, area, x, y, &text, style);
        x += u16::try_from(width(&text)).unwrap_or(0) + 1;
    }
}

fn name_of(choice: Choice, ui: &Ui) -> &'static str {
    let t = &ui.t.terminal;
    let [glyphs, colour, theme, speed, composing] = t.lines;
    match choice {
        Choice::Glyphs => glyphs,
        Choice::Colour => colour,
        Choice::Theme => theme,
        Choice::Speed => speed,
        Choice::Composing => composing,
        Choice::Meter => t.measure,
    }
}

/// What can be chosen, and whether it is.
fn values_of(choice: Choice, ui: &Ui) -> Vec<(String, bool)> {
    let t = &ui.t.terminal;
    let Profile {
        glyphs,
        colour,
        speed,
    } = ui.terminal.profile;
    match choice {
        Choice::Glyphs => listed(Glyphs::ALL, glyphs, |one| called::glyphs(t, one)),
        Choice::Colour => listed(Colour::ALL, colour, |one| called::colour(t, one)),
        Choice::Theme => listed(ThemeName::ALL, ui.theme_name, |one| called::theme(t, one)),
        Choice::Composing => {
            let ways = [None].into_iter().chain(Method::ALL.map(Some));
            listed(ways, ui.composing, |one| called::composing(t, one))
        }
        Choice::Speed => {
            let value = speed.map_or_else(|| t.fast.to_owned(), |one| (t.speed)(one.bits()));
            vec![(value, true)]
        }
        Choice::Meter => {
            let [off, on] = t.switch;
            listed(
                [false, true],
                ui.meter.is_on,
                |is_on| if is_on { on } else { off },
            )
        }
    }
}

fn listed<T: Copy + PartialEq>(
    all: impl IntoIterator<Item = T>,
    chosen: T,
    called: impl Fn(T) -> &'static str,
) -> Vec<(String, bool)> {
    let all = all.into_iter();
    all.map(|one| (called(one).to_owned(), one == chosen))
        .collect()
}

fn colours(buffer: &mut Buffer, area: Rect, from: u16, ui: &Ui) {
    let t = &ui.t.terminal;
    let inks = [
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::White,
    ];
    let inks = inks.map(|ink| Style::new().fg(ink));
    let attributes = [Modifier::BOLD, Modifier::UNDERLINED, Modifier::REVERSED];
    let attributes = attributes.map(|one| Style::new().add_modifier(one));
    let names = t.colour_names.into_iter().chain(t.attributes);
    let mut x = from;
    for (name, style) in names.zip(inks.into_iter().chain(attributes)) {
        put(buffer, area, x, 3, name, style);
        x += u16::try_from(width(name)).unwrap_or(0) + 1;
    }
}

fn frames(ui: &Ui) -> String {
    let t = &ui.t.terminal;
    let one = |sample: &Sample| {
        let line = ui
            .terminal
            .profile
            .speed
            .map(|_| sample.on_line.as_millis());
        (t.frame)(sample.bytes, sample.took.as_millis(), line)
    };
    let last = ui.meter.last().next().map(one);
    let mean = ui.meter.mean().map(t.mean);
    last.into_iter().chain(mean).collect::<Vec<_>>().join(" · ")
}

fn facts(buffer: &Buffer, ui: &Ui) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let terminal = ui.terminal;
    (ui.t.terminal.facts)(
        &terminal.name,
        &terminal.client,
        columns,
        rows,
        terminal.speed,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_manuals_write_them() {
        assert_eq!(spelled(b"\x1b[15~"), "ESC [ 1 5 ~");
        assert_eq!(spelled(b"\x08"), "^H");
        assert_eq!(spelled(b"\x7f"), "7F");
        assert_eq!(spelled("ế".as_bytes()), "E1 BA BF");
    }
}
