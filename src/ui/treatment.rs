//! How the terminal is treated, changed while the program runs: characters, colours, economy.

use std::sync::Arc;

use super::app::{App, Command};
use super::screen::Message;
use super::terminal::{Colour, Profile, Speed};

impl App {
    /// Treats the terminal like this from now on, and says what is new.
    pub(super) fn treat(&mut self, profile: Profile, commands: &mut Vec<Command>) {
        let before = self.setup.terminal.profile;
        let setup = Arc::make_mut(&mut self.setup);
        setup.terminal.profile = profile;
        setup.looks.colour(profile.colour != Colour::None);
        // What shows is what one rests on, whether the line has just become slow or fast.
        self.is_moving = false;
        self.screens.iter_mut().for_each(|screen| screen.rest());
        self.message = Some(Message::plain(self.difference(before, profile)));
        commands.push(Command::Treat(profile));
        commands.push(Command::Remember(self.setup.choices()));
    }

    fn difference(&self, before: Profile, now: Profile) -> String {
        let t = &self.words().terminal;
        if before.glyphs != now.glyphs {
            return (t.glyphs_are)(t.glyphs[now.glyphs as usize]);
        }
        if before.colour != now.colour {
            return (t.colours_are)(t.amounts[now.colour as usize]);
        }
        (t.line_is)(now.speed.map(Speed::bits))
    }
}
