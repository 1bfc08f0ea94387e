//! What a terminal can do, told from its name and the locale.
//!
//! Pure: `main` reads the environment and hands it in. Nothing is ever asked of the terminal itself;
//! old ones do not answer, and on a stalled line the answer would come as keys.

use std::time::Duration;

use super::profile::{Colour, Glyphs, Profile, Speed};

/// What `main` found in the environment. Absent variables are empty.
#[derive(Clone, Debug, Default)]
pub struct TerminalEnv {
    /// `TERM`
    pub term: String,
    /// `LC_ALL`
    pub lc_all: String,
    /// `LC_CTYPE`
    pub lc_ctype: String,
    /// `LANG`
    pub lang: String,
    /// `NO_COLOR`
    pub no_color: String,
    /// `COLORTERM`
    pub colorterm: String,
    /// `SSH_CONNECTION`
    pub ssh_connection: String,
    /// Standard input and output are both terminals.
    pub is_terminal: bool,
    /// What the terminal says of its output, in bits a second (`stty speed`); ssh passes it on. Zero
    /// where it is not known.
    pub output_speed: u32,
}

/// What we let ourselves send to this terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// How much colour.
    pub colour: Colour,
    /// Which characters.
    pub glyphs: Glyphs,
    /// Gives back the screen of the shell when we leave. Where it does not, we leave a blank one:
    /// what was worked on must not stay readable.
    pub alternate_screen: bool,
}

/// Why the screens cannot be shown; `--line` and the commands still work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Input or output is a file or a pipe.
    NotATerminal,
    /// `TERM` is empty, `dumb` or `unknown`.
    Unnamed,
    /// A terminal that speaks another language than ours (wyse60, 3270).
    Foreign(String),
}

/// Terminals, by how their name begins, that do not speak ECMA-48.
const FOREIGN: &[&str] = &[
    "wy", "tvi", "adm", "hp", "ibm327", "vt52", "vi55", "h19", "tek", "emacs", "network", "dialup",
];

/// Terminals, by how their name begins, that have one screen only.
const ONE_SCREEN: &[&str] = &[
    "linux", "vt1", "vt2", "vt3", "vt4", "vt5", "ansi", "pcansi", "cygwin", "cons25",
];

/// Terminals, by how their name begins, that never knew UTF-8, whatever the locale of the server says.
const OLD: &[&str] = &["vt1", "vt2", "vt3", "vt4", "ansi", "pcansi"];

/// Terminals, by how their name begins, whose fonts lack the rarer signs (TERMINALS 3, "Glyphs").
const FEW_SIGNS: &[&str] = &["linux", "putty", "cygwin", "cons25"];

/// Terminals, by how their name begins, without colours.
const COLOURLESS: &[&str] = &["vt1", "vt2", "vt3", "vt4", "xterm-mono", "linux-m"];

/// Names that promise bright colours of their own.
const BRIGHT: &[&str] = &["-256color", "-direct", "-16color", "-truecolor", "-88color"];

/// Terminals, by how their name begins, that have them without saying so.
const BRIGHT_BY_NAME: &[&str] = &[
    "alacritty",
    "foot",
    "ghostty",
    "kitty",
    "ms-terminal",
    "wezterm",
];

impl TerminalEnv {
    /// Says what may be sent, or why nothing may.
    ///
    /// # Errors
    /// A [`Refusal`] when the screens would only show rubbish.
    pub fn capabilities(&self) -> Result<Capabilities, Refusal> {
        if !self.is_terminal {
            return Err(Refusal::NotATerminal);
        }
        if matches!(self.term.as_str(), "" | "dumb" | "unknown") {
            return Err(Refusal::Unnamed);
        }
        if self.is_one_of(FOREIGN) {
            return Err(Refusal::Foreign(self.term.clone()));
        }
        Ok(Capabilities {
            colour: self.colour(),
            glyphs: self.glyphs(),
            alternate_screen: !self.is_one_of(ONE_SCREEN),
        })
    }

    /// The profile that the environment suggests.
    ///
    /// # Errors
    /// A [`Refusal`] when the screens would only show rubbish.
    pub fn profile(&self) -> Result<Profile, Refusal> {
        self.capabilities().map(|can| Profile {
            glyphs: can.glyphs,
            colour: can.colour,
            speed: Speed::slow(self.output_speed),
        })
    }

    /// The host from which the terminal comes, as ssh tells it; `local` where it is this one.
    #[must_use]
    pub fn client(&self) -> &str {
        self.ssh_connection
            .split(' ')
            .next()
            .filter(|host| !host.is_empty())
            .unwrap_or("local")
    }

    /// How long a lone ESC waits for the rest of a sequence; longer where a network cuts them.
    #[must_use]
    pub fn escape_wait(&self) -> Duration {
        Duration::from_millis(if self.ssh_connection.is_empty() {
            50
        } else {
            100
        })
    }

    fn colour(&self) -> Colour {
        if !self.no_color.is_empty() || self.is_one_of(COLOURLESS) {
            return Colour::None;
        }
        let bright = !self.colorterm.is_empty()
            || BRIGHT.iter().any(|part| self.term.contains(part))
            || self.is_one_of(BRIGHT_BY_NAME);
        if bright {
            Colour::Sixteen
        } else {
            Colour::Eight
        }
    }

    /// Which letters the locale lets us send.
    #[must_use]
    pub fn glyphs(&self) -> Glyphs {
        let locale = [&self.lc_all, &self.lc_ctype, &self.lang]
            .into_iter()
            .find(|value| !value.is_empty());
        let name = locale
            .map(|value| value.to_ascii_lowercase())
            .unwrap_or_default();
        let is_utf8 = name.contains("utf-8") || name.contains("utf8");
        if !is_utf8 || self.is_one_of(OLD) {
            Glyphs::Ascii
        } else if self.is_one_of(FEW_SIGNS) {
            Glyphs::Safe
        } else {
            Glyphs::Full
        }
    }

    fn is_one_of(&self, beginnings: &[&str]) -> bool {
        beginnings
            .iter()
            .any(|beginning| self.term.starts_with(beginning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(term: &str) -> TerminalEnv {
        TerminalEnv {
            term: term.into(),
            lang: "vi_VN.UTF-8".into(),
            is_terminal: true,
            ..TerminalEnv::default()
        }
    }

    #[test]
    fn a_terminal_that_would_show_rubbish_is_refused() {
        assert_eq!(
            TerminalEnv {
                is_terminal: false,
                ..found("xterm")
            }
            .capabilities(),
            Err(Refusal::NotATerminal)
        );
        assert_eq!(found("dumb").capabilities(), Err(Refusal::Unnamed));
        assert_eq!(found("").capabilities(), Err(Refusal::Unnamed));
        assert_eq!(
            found("wyse60").capabilities(),
            Err(Refusal::Foreign("wyse60".into()))
        );
    }

    #[test]
    fn each_terminal_gets_what_it_can_show() {
        let told = |term: &str| {
            found(term)
                .capabilities()
                .map(|can| (can.colour, can.alternate_screen))
        };
        assert_eq!(told("vt100"), Ok((Colour::None, false)));
        assert_eq!(told("vt220"), Ok((Colour::None, false)));
        assert_eq!(told("linux"), Ok((Colour::Eight, false)));
        assert_eq!(told("xterm"), Ok((Colour::Eight, true)));
        assert_eq!(told("xterm-256color"), Ok((Colour::Sixteen, true)));
        assert_eq!(told("putty-256color"), Ok((Colour::Sixteen, true)));
        assert_eq!(told("screen"), Ok((Colour::Eight, true)));
        assert_eq!(told("alacritty"), Ok((Colour::Sixteen, true)));
    }

    #[test]
    fn no_color_takes_away_colour_only_when_it_says_something() {
        let colour = |value: &str| {
            TerminalEnv {
                no_color: value.into(),
                ..found("xterm-256color")
            }
            .capabilities()
            .map(|can| can.colour)
        };
        assert_eq!(colour("1"), Ok(Colour::None));
        assert_eq!(colour(""), Ok(Colour::Sixteen));
    }

    #[test]
    fn the_first_locale_that_is_set_decides_about_letters() {
        let glyphs = |lc_all: &str, lang: &str| {
            TerminalEnv {
                lc_all: lc_all.into(),
                lang: lang.into(),
                ..found("xterm")
            }
            .capabilities()
            .map(|can| can.glyphs)
        };
        assert_eq!(glyphs("", "vi_VN.utf8"), Ok(Glyphs::Full));
        assert_eq!(glyphs("C", "vi_VN.UTF-8"), Ok(Glyphs::Ascii));
        assert_eq!(glyphs("", ""), Ok(Glyphs::Ascii));
    }

    #[test]
    fn a_terminal_gets_only_the_signs_of_its_font() {
        let glyphs = |term: &str| found(term).profile().map(|profile| profile.glyphs);
        assert_eq!(glyphs("xterm"), Ok(Glyphs::Full));
        assert_eq!(glyphs("linux"), Ok(Glyphs::Safe));
        assert_eq!(glyphs("putty-256color"), Ok(Glyphs::Safe));
        assert_eq!(glyphs("vt220"), Ok(Glyphs::Ascii), "it never knew UTF-8");
    }

    #[test]
    fn the_speed_of_the_terminal_and_its_host_are_taken_from_what_ssh_passes_on() {
        let mut terminal = found("vt220");
        assert_eq!(terminal.client(), "local");
        terminal.ssh_connection = "10.1.2.3 50022 10.0.0.1 22".into();
        terminal.output_speed = 9600;
        assert_eq!(terminal.client(), "10.1.2.3");
        assert_eq!(
            terminal.profile().map(|one| one.speed),
            Ok(Speed::slow(9600))
        );
        terminal.output_speed = 38_400;
        assert_eq!(terminal.profile().map(|one| one.speed), Ok(None));
    }
}
