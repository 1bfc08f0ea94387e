//! The accounts of the installation: who there is, and saving one as a group that can be taken back.

use super::agencies::operation_of;
use super::request::OperationKey;
use super::request::users::{Ask, Known, Saved, Told};
use super::session::Session;
use crate::domain::account::{AccountFault, Among, check};
use crate::domain::error::Result;
use crate::domain::user::Account;
use crate::store::{Kind, USER};

/// Answers a question about accounts.
pub(super) fn answer(session: &mut Session, ask: &Ask) -> Result<Told> {
    match ask {
        Ask::List => list(session).map(Told::List),
        Ask::Save { key, seen, wanted } => {
            save(session, key, seen.as_ref(), wanted).map(Told::Saved)
        }
    }
}

fn list(session: &Session) -> Result<Vec<Known>> {
    let known = |account: Account| {
        let last = session.store.last_save_of(&account.user.login)?;
        Ok(Known { account, last })
    };
    session.store.users()?.into_iter().map(known).collect()
}

fn save(
    session: &mut Session,
    key: &OperationKey,
    seen: Option<&Account>,
    wanted: &Account,
) -> Result<Saved> {
    let (user, today) = (session.user().clone(), session.facts.today);
    let login = &wanted.user.login;
    let written = session.write(key, Kind::Save, USER, |writer| {
        // Of two administrators the second hears what the first has done.
        let now = writer.account(login)?;
        match (seen, &now) {
            (None, Some(_)) => return Err(AccountFault::Taken(login.clone()).into()),
            (Some(_), None) => return Err(AccountFault::Unknown(login.clone()).into()),
            (Some(seen), Some(now)) if seen != now => {
                return Err(AccountFault::Changed(login.clone()).into());
            }
            (None, None) | (Some(_), Some(_)) => {}
        }
        let (accounts, agencies) = (writer.accounts()?, writer.agencies()?);
        let among = Among {
            accounts: &accounts,
            agencies: &agencies,
            today,
            user: &user,
        };
        check(now.as_ref(), wanted, &among)?;
        writer.save_user(wanted)
    })?;
    let operation = operation_of(&written);
    session.reload()?;
    Ok(Saved {
        operation,
        account: wanted.clone(),
    })
}
