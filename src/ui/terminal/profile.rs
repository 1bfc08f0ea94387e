//! How a terminal is treated: which characters, how much colour, how fast its line is.
//!
//! Found out from the environment, or chosen by the person and remembered for this terminal. Pure;
//! the codes are what the configuration and the remembered file say.

use std::num::NonZero;

/// How much colour is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// None; bold, underline and reverse stay.
    None,
    /// 30 to 37 and 40 to 47; bright foregrounds as bold.
    Eight,
    /// Also 90 to 97 and 100 to 107.
    Sixteen,
}

/// Which characters are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyphs {
    /// UTF-8, every sign.
    Full,
    /// UTF-8, only signs that the fonts of the Linux console and of old Windows have.
    Safe,
    /// The same with letters without accents: for fonts that lack most of them.
    Plain,
    /// ASCII twins of lines and signs, letters without accents.
    Ascii,
}

/// The speed of a serial line in bits a second. A byte is ten bits: start, eight of data, stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed(NonZero<u32>);

/// What is sent to a terminal, and how fast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Which characters.
    pub glyphs: Glyphs,
    /// How much colour.
    pub colour: Colour,
    /// The speed of a slow line, for which frames are paced; none where the line keeps up.
    pub speed: Option<Speed>,
}

impl Colour {
    /// Every amount, the least first.
    pub const ALL: [Self; 3] = [Self::None, Self::Eight, Self::Sixteen];

    /// A stable name: `none`, `8`, `16`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Eight => "8",
            Self::Sixteen => "16",
        }
    }

    /// The amount of that name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.code() == code)
    }
}

impl Glyphs {
    /// Every set, the richest first.
    pub const ALL: [Self; 4] = [Self::Full, Self::Safe, Self::Plain, Self::Ascii];

    /// A stable name: `full`, `safe`, `plain`, `ascii`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Safe => "safe",
            Self::Plain => "plain",
            Self::Ascii => "ascii",
        }
    }

    /// The set of that name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|glyphs| glyphs.code() == code)
    }
}

impl Speed {
    /// The speeds that the key goes through after "as fast as it goes", the fastest first.
    pub const STEPS: [u32; 3] = [19_200, 9_600, 2_400];

    /// What a line carries at least; slower ones do not exist.
    const LEAST: u32 = 110;

    /// What a line carries at most that is called slow. A pseudo-terminal says 38,400 when nobody
    /// told it anything, so that is no news of the line.
    const MOST: u32 = 19_200;

    /// The speed, where it is that of a slow line: 110 to 19,200 bits a second.
    #[must_use]
    pub fn slow(bits: u32) -> Option<Self> {
        (Self::LEAST..=Self::MOST)
            .contains(&bits)
            .then(|| NonZero::new(bits).map(Self))
            .flatten()
    }

    /// Bits a second.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0.get()
    }

    /// Bytes a second.
    #[must_use]
    pub const fn bytes(self) -> u32 {
        self.0.get() / 10
    }
}

impl Profile {
    /// With what a configuration or a remembered choice says of it; what it does not say, and a word
    /// that is no code, leave things as they are. Zero bits a second are a line that keeps up.
    #[must_use]
    pub fn with_codes(
        self,
        glyphs: Option<&str>,
        colour: Option<&str>,
        speed: Option<u32>,
    ) -> Self {
        Self {
            glyphs: glyphs.and_then(Glyphs::from_code).unwrap_or(self.glyphs),
            colour: colour.and_then(Colour::from_code).unwrap_or(self.colour),
            speed: speed.map_or(self.speed, Speed::slow),
        }
    }

    /// The next set of characters, and round again.
    #[must_use]
    pub fn with_next_glyphs(self) -> Self {
        Self {
            glyphs: next(&Glyphs::ALL, self.glyphs),
            ..self
        }
    }

    /// The next amount of colour, and round again.
    #[must_use]
    pub fn with_next_colour(self) -> Self {
        Self {
            colour: next(&Colour::ALL, self.colour),
            ..self
        }
    }

    /// The next slower line, and from the slowest to a fast one.
    #[must_use]
    pub fn with_next_speed(self) -> Self {
        let slower = |bits: &u32| self.speed.is_none_or(|speed| *bits < speed.bits());
        let bits = Speed::STEPS.into_iter().find(slower);
        Self {
            speed: bits.and_then(Speed::slow),
            ..self
        }
    }
}

fn next<T: Copy + PartialEq>(all: &[T], current: T) -> T {
    let behind = all.iter().skip_while(|one| **one != current).nth(1);
    behind.or(all.first()).copied().unwrap_or(current)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAST: Profile = Profile {
        glyphs: Glyphs::Full,
        colour: Colour::Sixteen,
        speed: None,
    };

    #[test]
    fn one_key_goes_through_all_choices_and_round_again() {
        let mut profile = FAST;
        let mut seen = Vec::new();
        for _ in 0..5 {
            seen.push(profile.glyphs.code());
            profile = profile.with_next_glyphs();
        }
        assert_eq!(seen, ["full", "safe", "plain", "ascii", "full"]);
        let mut bits = Vec::new();
        for _ in 0..5 {
            bits.push(profile.speed.map_or(0, Speed::bits));
            profile = profile.with_next_speed();
        }
        assert_eq!(bits, [0, 19_200, 9_600, 2_400, 0]);
        assert_eq!(FAST.with_next_colour().colour, Colour::None);
    }

    #[test]
    fn what_a_pseudo_terminal_says_of_itself_is_no_slow_line() {
        assert_eq!(Speed::slow(38_400), None);
        assert_eq!(Speed::slow(0), None);
        assert_eq!(Speed::slow(9_600).map(Speed::bytes), Some(960));
    }

    #[test]
    fn every_code_leads_back_to_what_it_names() {
        for glyphs in Glyphs::ALL {
            assert_eq!(Glyphs::from_code(glyphs.code()), Some(glyphs));
        }
        for colour in Colour::ALL {
            assert_eq!(Colour::from_code(colour.code()), Some(colour));
        }
    }
}
