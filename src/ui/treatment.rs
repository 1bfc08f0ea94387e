//! What a person changes while the program runs, and is remembered for the terminal: characters,
//! colours, economy, theme, composing.

use std::sync::Arc;

use super::action::Action;
use super::app::{App, Command};
use super::called;
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
        let t = self.words();
        let called = called::theme(&t.terminal, name);
        let sentence = (t.settings.theme_now)(called, name.code(), has_colour);
        self.message = Some(Message::plain(sentence));
        commands.push(Command::Remember(self.setup.choices()));
    }

    /// Composes what is typed from now on, and says how.
    pub(super) fn compose_by(&mut self, method: Option<Method>, commands: &mut Vec<Command>) {
        Arc::make_mut(&mut self.setup).composing = method;
        let [off, telex, vni] = self.words().app.composing;
        let sentence = match method {
            None => off,
            Some(Method::Telex) => telex,
            Some(Method::Vni) => vni,
        };
        let next = self.key_for(Action::Composing, ":telex");
        self.message = Some(Message::plain(sentence(&next)));
        commands.push(Command::Remember(self.setup.choices()));
    }

    fn difference(&self, before: Profile, now: Profile) -> String {
        let t = &self.words().terminal;
        let check = self.key_for(Action::Check, ":check");
        if before.glyphs != now.glyphs {
            let next = self.key_for(Action::Glyphs, ":glyphs");
            return (t.glyphs_are)(called::glyphs(t, now.glyphs), &next, &check);
        }
        if before.colour != now.colour {
            let next = self.key_for(Action::Colours, ":colors");
            return (t.colours_are)(called::colour(t, now.colour), &next, &check);
        }
        let next = self.key_for(Action::Economy, ":economy");
        (t.line_is)(now.speed.map(Speed::bits), &next)
    }
}
