//! What a person changes while the program runs, and is remembered for the terminal: characters,
//! colours, economy, theme, composing.

use std::sync::Arc;

use super::app::{App, Command};
use super::composing::Method;
use super::screen::Message;
use super::terminal::{Colour, Profile, Speed};
use super::theme::ThemeName;

impl App {
    /// Treats the terminal like this from now on, and says what is new.
    pub(super) fn treat(&mut self, profile: Profile, commands: &mut Vec<Command>) {
        let before = self.setup.terminal.profile;
        let setup = Arc::make_mut(&mut self.setup);
        setup.terminal.profile = profile;
        setup.looks.colour(profile.colour != Colour::None);
        // What shows is what one rests on, whether the line has just become slow or fast.
        self.rest(commands);
        self.message = Some(Message::plain(self.difference(before, profile)));
        commands.push(Command::Treat(profile));
        commands.push(Command::Remember(self.setup.choices()));
    }

    /// Goes over to this theme, and says its name.
    pub(super) fn switch_theme(&mut self, name: ThemeName, commands: &mut Vec<Command>) {
        let looks = &mut Arc::make_mut(&mut self.setup).looks;
        looks.switch(name);
        let has_colour = looks.has_colour();
        let sentence = (self.words().settings.theme_now)(name.code(), has_colour);
        self.message = Some(Message::plain(sentence));
        commands.push(Command::Remember(self.setup.choices()));
    }

    /// Composes what is typed from now on, and says how.
    pub(super) fn compose_by(&mut self, method: Option<Method>, commands: &mut Vec<Command>) {
        Arc::make_mut(&mut self.setup).composing = method;
        let [off, telex, vni] = self.words().app.composing;
        self.message = Some(Message::plain(match method {
            None => off,
            Some(Method::Telex) => telex,
            Some(Method::Vni) => vni,
        }));
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
