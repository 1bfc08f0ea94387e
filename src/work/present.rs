//! Who is on: a session says on what it stands, and hears who has the same task open.
//!
//! It is written when something changed, and then at most once in [`APART`]: what comes in between is written by the
//! next look for news. So a session that nobody touches writes nothing, and a cursor that runs through a list writes
//! where it came to rest.

use chrono::{DateTime, TimeDelta, Utc};

use super::request::present::{Ask, Told};
use super::session::Session;
use crate::domain::door::DoorFault;
use crate::domain::error::Result;
use crate::domain::present::{Beside, Standing, spoken_minutes};
use crate::domain::setting::Setting;
use crate::store::Store;

/// Between two times at which a session says on what it stands.
const APART: TimeDelta = TimeDelta::seconds(3);

/// On what a session stands, and when it said so last.
#[derive(Debug, Default)]
pub(super) struct Stance {
    standing: Option<Standing>,
    said_at: Option<DateTime<Utc>>,
}

/// Answers a question about who is on.
///
/// # Errors
/// [`DoorFault::Crowded`] where this session says for the first time that it is there, and is one too many.
pub(super) fn answer(session: &mut Session, ask: &Ask) -> Result<Told> {
    Ok(match ask {
        Ask::Stand(standing) => {
            let is_first = session.stance.standing.is_none();
            session.stance.standing = Some(*standing);
            session.say_standing();
            if is_first && session.facts().is_at_door {
                session.finds_room()?;
            }
            Told::Noted
        }
        Ask::List => {
            let store = session.working();
            Told::List {
                own: store.standing().cloned(),
                others: store.others_on(),
            }
        }
    })
}

impl Session {
    /// Says on what it stands, if that is not said yet and something was not said just now.
    pub(super) fn say_standing(&mut self) {
        let now = (self.setup.clock)();
        let Some(standing) = self.stance.standing else {
            return;
        };
        let is_said = self.working().standing().map(|me| me.standing) == Some(standing);
        let said_at = self.stance.said_at;
        // A clock that was set back does not silence anybody.
        let is_early = said_at.is_some_and(|at| (now - at).abs() < APART);
        if is_said || is_early {
            return;
        }
        self.stance.said_at = Some(now);
        let (login, origin) = (self.user().login.clone(), self.origin().to_owned());
        self.working().stand(&login, &origin, standing, now);
    }

    /// Leaves again where its login has more sessions than it may have. They are counted when this one is there itself:
    /// of two that come at the same moment neither overlooks the other.
    fn finds_room(&mut self) -> Result<()> {
        let (login, today) = (self.user().login.clone(), self.facts().today);
        let store = self.working();
        let kept = store.setting(Setting::Sessions.key())?;
        let most = Setting::Sessions.in_force(kept.as_deref(), today);
        let most: usize = most.parse().unwrap_or(0);
        let others = store.others_on();
        let own = others.iter().filter(|other| other.login == login);
        if most == 0 || own.count() < most {
            return Ok(());
        }
        store.leave();
        self.stance = Stance::default();
        Err(DoorFault::Crowded(most).into())
    }

    /// Who else has the task open on which this session stands.
    pub fn beside(&mut self) -> Vec<Beside> {
        self.say_standing();
        let Some(task) = self.stance.standing.and_then(Standing::task) else {
            return Vec::new();
        };
        let now = (self.setup.clock)();
        let others = self.working().open_beside(task);
        let beside = others.into_iter().map(|other| Beside {
            task,
            login: other.login,
            minutes: spoken_minutes(other.standing_since, now),
        });
        beside.collect()
    }

    /// The working database, while a past day is looked at as well.
    fn working(&mut self) -> &mut Store {
        match &mut self.present {
            Some(present) => &mut present.store,
            None => &mut self.store,
        }
    }
}
