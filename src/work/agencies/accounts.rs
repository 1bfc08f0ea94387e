//! What becomes of the accounts of an agency that ends: they follow to its sole successor; where there is
//! none, somebody has to decide, and is told whose they are (DOMAIN 4.2.11).

use crate::domain::agency::{Agency, lineage};
use crate::domain::error::Result;
use crate::domain::id::AgencyId;
use crate::domain::user::{Account, User};
use crate::store::Writer;
use crate::work::request::agency::AccountMove;

/// Where an account goes.
pub(super) struct Going {
    /// Its agency so far.
    pub from: AgencyId,
    /// The code of its new one.
    pub to: Option<String>,
}

/// The accounts of these agencies, and where they go.
pub(super) fn moves(accounts: &[Account], goings: &[Going]) -> Vec<AccountMove> {
    let of = |account: &Account| {
        let from = account.user.agency.filter(|_| !account.is_disabled)?;
        let going = goings.iter().find(|going| going.from == from)?;
        Some(AccountMove {
            login: account.user.login.clone(),
            from,
            to: going.to.clone(),
        })
    };
    accounts.iter().filter_map(of).collect()
}

/// Moves them, as far as it is known where to.
pub(super) fn carry(
    writer: &mut Writer<'_>,
    moves: &[AccountMove],
    agencies: &[Agency],
) -> Result<()> {
    for one in moves {
        let to = one.to.as_deref();
        let to = to.and_then(|code| lineage::by_code(agencies, code));
        let (Some(to), Some(account)) = (to, writer.account(&one.login)?) else {
            continue;
        };
        writer.save_user(&Account {
            user: User {
                agency: Some(to.id),
                ..account.user
            },
            ..account
        })?;
    }
    Ok(())
}
