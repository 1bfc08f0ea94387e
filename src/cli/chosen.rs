//! What a person chose for a terminal, as it is kept between sessions.
//!
//! Only what was chosen is kept: what was found out is found out anew each time, so that a session
//! without colour, say, does not take the colour away for good.

use serde::{Deserialize, Serialize};

use crate::ui::composing::Method;
use crate::ui::setup::Choices;
use crate::ui::terminal::{Profile, Speed};
use crate::ui::theme::ThemeName;

/// What is kept of a terminal; what is not there was never chosen, and a word that is none counts so too.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// For whoever looks into the file.
    term: String,
    client: String,
    glyphs: Option<String>,
    colour: Option<String>,
    /// Bits a second; zero for a line that keeps up.
    speed: Option<u32>,
    theme: Option<String>,
    composing: Option<String>,
}

impl Kept {
    /// Of a terminal for which nothing was chosen.
    #[must_use]
    pub fn nothing(term: &str, client: &str) -> Self {
        Self {
            term: term.to_owned(),
            client: client.to_owned(),
            ..Self::default()
        }
    }

    /// What was chosen, over what was found.
    #[must_use]
    pub fn over(&self, found: Profile) -> Profile {
        found.with_codes(self.glyphs.as_deref(), self.colour.as_deref(), self.speed)
    }

    /// The theme that was chosen.
    #[must_use]
    pub fn theme(&self) -> Option<ThemeName> {
        ThemeName::from_code(self.theme.as_deref()?)
    }

    /// How what is typed is composed.
    #[must_use]
    pub fn composing(&self) -> Option<Method> {
        Method::from_code(self.composing.as_deref()?)
    }

    /// Takes in what a person has just changed.
    pub fn take(&mut self, before: Choices, now: Choices) {
        if before.profile.glyphs != now.profile.glyphs {
            self.glyphs = Some(now.profile.glyphs.code().to_owned());
        }
        if before.profile.colour != now.profile.colour {
            self.colour = Some(now.profile.colour.code().to_owned());
        }
        if before.profile.speed != now.profile.speed {
            self.speed = Some(now.profile.speed.map_or(0, Speed::bits));
        }
        if before.theme != now.theme {
            self.theme = Some(now.theme.code().to_owned());
        }
        if before.composing != now.composing {
            self.composing = now.composing.map(|method| method.code().to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::terminal::{Colour, Glyphs};

    #[test]
    fn what_was_not_chosen_is_found_out_anew() {
        let without_colour = Choices {
            profile: Profile {
                glyphs: Glyphs::Full,
                colour: Colour::None,
                speed: Speed::slow(9_600),
            },
            theme: ThemeName::Dark,
            composing: None,
        };
        let mut now = without_colour;
        now.profile.glyphs = Glyphs::Safe;
        now.composing = Some(Method::Vni);
        let mut kept = Kept::nothing("xterm", "local");
        kept.take(without_colour, now);
        let found = Profile {
            glyphs: Glyphs::Full,
            colour: Colour::Sixteen,
            speed: None,
        };
        let treated = kept.over(found);
        assert_eq!(treated.glyphs, Glyphs::Safe);
        assert_eq!((treated.colour, treated.speed), (Colour::Sixteen, None));
        assert_eq!((kept.theme(), kept.composing()), (None, Some(Method::Vni)));
    }
}
