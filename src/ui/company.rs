//! A session among others: on what it stands, who else has that task open, and that it ends where nobody touches it.

use std::time::Duration;

use super::app::{App, Command};
use super::screen::{Message, Sight, Ui};
use crate::domain::present::{Beside, Standing};

impl App {
    /// Says on what the session stands, where that is something else than before.
    pub(super) fn say_standing(&mut self, commands: &mut Vec<Command>) {
        let standing = self.stands_on();
        if standing != self.standing {
            self.standing = standing;
            commands.push(Command::Stand(standing));
        }
    }

    /// Says that the session ends in so long, since nobody has typed.
    pub(super) fn warn_of_end(&mut self, left: Duration) {
        let t = &self.words().present;
        let text = format!("{} {}", (t.ends_soon)(left), t.press_any);
        self.message = Some(Message::refusal(text));
    }

    /// The task that the uppermost screen which shows one is about.
    fn stands_on(&self) -> Standing {
        let mut sights = self.screens.iter().rev().map(|screen| screen.sight());
        let on = sights.find_map(|sight| match sight {
            Sight::Task(id) => Some(Standing::Open(id)),
            Sight::Tasks { current, .. } => {
                Some(current.map_or(Standing::Elsewhere, Standing::Row))
            }
            Sight::Help(_) | Sight::Other => None,
        });
        on.unwrap_or_default()
    }

    /// The minutes without a key after which the session ends; 0 for never.
    #[must_use]
    pub fn idle_minutes(&self) -> u32 {
        self.facts.idle_minutes
    }

    /// True while something is worked at that was asked for: nobody is idle then.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        self.running.is_some() || self.is_busy()
    }
}

/// The title, and who else has the task open that is looked at: on its page, in a list, and whatever is about to be
/// done to it.
pub(super) fn with_company(title: String, standing: Standing, ui: &Ui) -> String {
    let here = |beside: &&Beside| Some(beside.task) == standing.task();
    let others: Vec<(&str, i64)> = ui
        .beside
        .iter()
        .filter(here)
        .map(|beside| (beside.login.as_str(), beside.minutes))
        .collect();
    if others.is_empty() {
        return title;
    }
    let said = (ui.t.present.open)(&others);
    match standing {
        // Of a list it has to be said which.
        Standing::Row(id) => format!("{title} · #{} {said}", id.0),
        Standing::Open(_) | Standing::Elsewhere => format!("{title} · {said}"),
    }
}
