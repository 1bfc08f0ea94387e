//! What a session knows from the beginning: who asks, and what everybody needs.

use std::path::Path;
use std::sync::Arc;

use super::request::Facts;
use super::session::{BEFORE_IS_EXCLUSIVE, LOUD, OWN_DAY, SOON, Session, SessionSetup, URGE_GAP};
use crate::domain::calendar::{Calendar, day_of};
use crate::domain::condition::Thresholds;
use crate::domain::deadline::Rules;
use crate::domain::door::DoorFault;
use crate::domain::error::{Error, Result};
use crate::domain::setting::Setting;
use crate::domain::user::{Account, Role, User};
use crate::store::{Access, Store, Writer};

/// Who asks: an account, or who may do all on a file of their own, or a viewer of another's file. Who was named
/// is an account or nobody; at the door there is nobody else, and nobody may do all.
///
/// # Errors
/// [`Error::AccountClosed`] for an account that was closed, [`DoorFault::Stranger`] for a name that is none.
pub(super) fn user_of(store: &Store, setup: &SessionSetup) -> Result<User> {
    let is_at_door = setup.files.tray().is_some();
    let stranger = || Err(DoorFault::Stranger(setup.login.clone()).into());
    if let Some(account) = store.user(&setup.login)? {
        if account.is_disabled {
            return Err(Error::AccountClosed(setup.login.clone()));
        }
        if is_at_door && account.user.role == Role::Owner {
            return stranger();
        }
        return Ok(account.user);
    }
    if is_at_door || (setup.is_named && !store.users()?.is_empty()) {
        return stranger();
    }
    if setup.is_own_file || store.users()?.is_empty() {
        return Ok(User::owner(&setup.login));
    }
    Ok(User {
        login: setup.login.clone(),
        agency: None,
        role: Role::Viewer,
    })
}

/// Whether somebody may copy the database, or put a copy in its place: an administrator, or who has no account and was
/// not named, such as the service account. Where the database is gone or cannot be read any more it has to be put in place
/// by whoever may write the file.
///
/// # Errors
/// [`Error::AccountClosed`], [`Error::ForAdministrators`]; [`DoorFault::Stranger`] for a name that is none; what keeps the
/// accounts from being read just now.
pub fn may_keep(database: &Path, login: &str, is_named: bool) -> Result<()> {
    let accounts = Store::open(database, Access::Look).and_then(|store| store.users());
    let accounts = match accounts {
        Err(Error::NoDatabase(_)) => return Ok(()),
        Err(error) if error.is_unreadable() => return Ok(()),
        accounts => accounts?,
    };
    let account = accounts.iter().find(|it| it.user.login == login);
    match account {
        Some(account) if account.is_disabled => Err(Error::AccountClosed(login.to_owned())),
        Some(account) if !account.user.role.keeps_frame() => Err(Error::ForAdministrators),
        None if is_named && !accounts.is_empty() => {
            Err(DoorFault::Stranger(login.to_owned()).into())
        }
        Some(_) | None => Ok(()),
    }
}

/// Whether an account is still what its session takes its person for, asked inside of every save. A session hears of a change within a second,
/// and saves nothing in between; but who reorganises agencies goes along while it is written.
///
/// # Errors
/// [`Error::AccountClosed`] for one that was closed, [`Error::NotPermitted`] for another role or agency.
pub(super) fn check_still(writer: &Writer<'_>, user: &User) -> Result<()> {
    let Some(now) = check_role(writer, user)? else {
        return Ok(());
    };
    let has_moved = now.user.agency != user.agency && !user.role.keeps_frame();
    if has_moved {
        return Err(Error::NotPermitted);
    }
    Ok(())
}

/// The same for a long work that goes on slice by slice and is nobody's agency's; gives the account as it is now.
///
/// # Errors
/// As for [`check_still`], but for the agency.
pub(super) fn check_role(writer: &Writer<'_>, user: &User) -> Result<Option<Account>> {
    let now = writer.account(&user.login)?;
    match &now {
        Some(now) if now.is_disabled => Err(Error::AccountClosed(now.user.login.clone())),
        Some(now) if now.user.role != user.role => Err(Error::NotPermitted),
        // Accounts are closed and never taken out, but by somebody past the program; without one nobody has another role.
        None if !matches!(user.role, Role::Owner | Role::Viewer) => {
            Err(Error::AccountClosed(user.login.clone()))
        }
        Some(_) | None => Ok(now),
    }
}

/// The minutes without a key after which a session ends.
///
/// # Errors
/// Where the database cannot be read.
pub(super) fn idle_minutes_of(store: &Store) -> Result<u32> {
    Ok(idle_minutes(store.setting(Setting::IdleEnd.key())?))
}

fn idle_minutes(text: Option<String>) -> u32 {
    let usual = || Setting::IdleEnd.usual().parse().ok();
    number(text).or_else(usual).unwrap_or(0)
}

fn number(text: Option<String>) -> Option<u32> {
    text.and_then(|text| text.parse().ok())
}

/// What becomes of what everybody needs where it cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// Nothing is opened.
    Fails,
    /// It is empty: what can be read is to be saved.
    IsEmpty,
}

impl Unread {
    fn or<T: Default>(self, read: Result<T>) -> Result<T> {
        match (read, self) {
            (Err(Error::Cancelled), _) => Err(Error::Cancelled),
            (Err(_), Self::IsEmpty) => Ok(T::default()),
            (read, _) => read,
        }
    }
}

pub(super) fn load_facts(
    store: &Store,
    setup: &SessionSetup,
    user: User,
    unread: Unread,
) -> Result<(Facts, Rules)> {
    let own_day = unread.or(store.setting(OWN_DAY))?;
    let own_day = own_day.and_then(|text| text.parse().ok());
    let number = |name: &str, usual: u32| -> Result<u32> {
        Ok(number(unread.or(store.setting(name))?).unwrap_or(usual))
    };
    let usual = Thresholds::default();
    let facts = Facts {
        agencies: unread.or(store.agencies())?.into(),
        areas: unread.or(store.areas())?.into(),
        documents: unread.or(store.documents())?.into(),
        calendar: Arc::new(Calendar::new(unread.or(store.days_off())?)),
        windows: unread.or(store.windows())?.into(),
        thresholds: Thresholds {
            soon: number(SOON, usual.soon)?,
            loud: number(LOUD, usual.loud)?,
            urge_gap: number(URGE_GAP, usual.urge_gap)?,
        },
        idle_minutes: idle_minutes(unread.or(store.setting(Setting::IdleEnd.key()))?),
        user,
        today: setup
            .today
            .or(own_day)
            .unwrap_or_else(|| day_of((setup.clock)())),
        is_sample: own_day.is_some(),
        is_at_door: setup.files.tray().is_some(),
        is_looking_only: setup.today.is_some(),
    };
    let rules = rules_of(store);
    Ok((facts, unread.or(rules)?))
}

/// How the installation reads deadlines.
///
/// # Errors
/// Where the database cannot be read.
pub fn rules_of(store: &Store) -> Result<Rules> {
    let kept = store.setting(BEFORE_IS_EXCLUSIVE)?;
    Ok(Rules {
        before_is_exclusive: kept
            .and_then(|text| text.parse().ok())
            .unwrap_or(Rules::default().before_is_exclusive),
    })
}

impl Session {
    /// Opens a session on a database that may be damaged, for what can still be read of it: what everybody needs is empty
    /// where it cannot be read. Where accounts cannot be, only whoever owns the file has one.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn rescue(store: Store, setup: SessionSetup) -> Result<Self> {
        let user = match user_of(&store, &setup) {
            Err(Error::TablesLost(_) | Error::Damaged(_) | Error::Strange { .. })
                if setup.is_own_file =>
            {
                User::owner(&setup.login)
            }
            user => user?,
        };
        let read = load_facts(&store, &setup, user, Unread::IsEmpty)?;
        Ok(Self::on(store, setup, read))
    }
}
