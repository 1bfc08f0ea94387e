//! What the accounts of an installation have to be like, and why one is not saved so.

use chrono::NaiveDate;

use super::agency::Agency;
use super::fold::fold;
use super::id::AgencyId;
use super::user::{Account, Role, User};

/// Why an account is not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountFault {
    /// No login looks like this.
    BadLogin(String),
    /// There is an account of this login already.
    Taken(String),
    /// There is no account of this login.
    Unknown(String),
    /// Somebody else has changed or entered it since it was looked at.
    Changed(String),
    /// A role that no account has: who owns the file has it without one.
    NoSuchRole(String),
    /// The account of a clerk is an agency's.
    NeedsAgency(String),
    /// The agency of that code has ended, or there is none.
    NoSuchAgency(String),
    /// Nobody changes the own role and nobody disables oneself.
    Oneself(String),
    /// The last one who may administer.
    LastAdministrator(String),
    /// Nobody may administer as yet, and this one would not either: an administrator comes first.
    AdministratorFirst(String),
}

/// Whether a login is of the form that accounts have: 2 to 32 small letters, digits, dots, dashes and underscores,
/// the first a letter or a digit. It names a directory as well, so nothing else comes in.
#[must_use]
pub fn is_login(text: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    // What is noted at the door lies beside the directories of the clerks, under these names.
    let is_taken = text.starts_with("door.log");
    (2..=32).contains(&text.len())
        && !is_taken
        && text.starts_with(is_plain)
        && text
            .chars()
            .all(|letter| is_plain(letter) || matches!(letter, '.' | '-' | '_'))
}

/// The role that is meant by a word, in Vietnamese with or without accents or in English; never the owner's, which no
/// account has.
#[must_use]
pub fn role_named(text: &str) -> Option<Role> {
    match fold(text).as_str() {
        "viewer" | "xem" | "nguoi xem" => Some(Role::Viewer),
        "clerk" | "agency clerk" | "don vi" | "chuyen vien" | "chuyen vien don vi" | "cv" => {
            Some(Role::Clerk)
        }
        "monitor" | "theo doi" | "chuyen vien theo doi" => Some(Role::Monitor),
        "leader" | "lanh dao" | "ld" => Some(Role::Leader),
        "administrator" | "admin" | "quan tri" | "qt" => Some(Role::Administrator),
        _ => None,
    }
}

/// Those among whom an account is changed, and who changes it.
#[derive(Debug, Clone, Copy)]
pub struct Among<'a> {
    /// Every account, as it is now.
    pub accounts: &'a [Account],
    /// Every version of every agency.
    pub agencies: &'a [Agency],
    /// The day.
    pub today: NaiveDate,
    /// At the keyboard.
    pub user: &'a User,
}

/// Whether this account may become that one; none before where it is entered.
///
/// # Errors
/// The first rule that is broken.
pub fn check(
    before: Option<&Account>,
    after: &Account,
    among: &Among<'_>,
) -> Result<(), AccountFault> {
    let login = || after.user.login.clone();
    if before.is_none() && !is_login(&after.user.login) {
        return Err(AccountFault::BadLogin(login()));
    }
    if after.user.role == Role::Owner {
        return Err(AccountFault::NoSuchRole(after.user.role.code().to_owned()));
    }
    match before {
        Some(before) => check_power(before, after, among.accounts, among.user)?,
        // Who may all without an account may not take that from themselves by entering one.
        None if after.user.login == among.user.login && !administers(after) => {
            return Err(AccountFault::Oneself(login()));
        }
        None if !administers(after) && !among.accounts.iter().any(administers) => {
            return Err(AccountFault::AdministratorFirst(login()));
        }
        None => {}
    }
    // Who may not come in needs no place to sit: the agency of a closed account may have ended since.
    if after.is_disabled {
        return Ok(());
    }
    match after.user.agency {
        None if after.user.role == Role::Clerk => Err(AccountFault::NeedsAgency(login())),
        None => Ok(()),
        Some(id) => exists(id, among),
    }
}

/// The rules that hold for taking back as well: somebody may administer afterwards, and nobody changes what they
/// may do themselves.
///
/// # Errors
/// The first rule that is broken.
pub fn check_power(
    before: &Account,
    after: &Account,
    accounts: &[Account],
    user: &User,
) -> Result<(), AccountFault> {
    let login = &after.user.login;
    let keeps_power = before.user.role == after.user.role && !after.is_disabled;
    if *login == user.login && !keeps_power {
        return Err(AccountFault::Oneself(login.clone()));
    }
    let mut others = accounts.iter().filter(|it| it.user.login != *login);
    if administers(before) && !administers(after) && !others.any(administers) {
        return Err(AccountFault::LastAdministrator(login.clone()));
    }
    Ok(())
}

fn administers(account: &Account) -> bool {
    account.user.role == Role::Administrator && !account.is_disabled
}

fn exists(id: AgencyId, among: &Among<'_>) -> Result<(), AccountFault> {
    let agency = among.agencies.iter().find(|agency| agency.id == id);
    match agency {
        Some(it) if it.is_void() || it.ended_before(among.today) => {
            Err(AccountFault::NoSuchAgency(it.code.clone()))
        }
        Some(_) => Ok(()),
        None => Err(AccountFault::NoSuchAgency(id.0.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(login: &str, role: Role) -> Account {
        Account {
            user: User {
                login: login.to_owned(),
                agency: None,
                role,
            },
            is_disabled: false,
        }
    }

    fn closed(account: &Account) -> Account {
        Account {
            is_disabled: true,
            ..account.clone()
        }
    }

    #[test]
    fn a_login_is_small_letters_digits_dot_dash_and_underscore() {
        for good in ["cv.snv", "a1", "9b", "qt_snv-2", &"a".repeat(32)] {
            assert!(is_login(good), "{good}");
        }
        let long = "a".repeat(33);
        for bad in [
            "",
            "a",
            "CV.SNV",
            "cv snv",
            "..",
            "-x",
            ".a",
            "../x",
            "cv/snv",
            "cv\n",
            "đỗ",
            &long,
            "door.log",
            "door.log.1",
        ] {
            assert!(!is_login(bad), "{bad:?}");
        }
    }

    #[test]
    fn a_role_is_named_by_its_code_and_in_vietnamese() {
        for role in Role::ALL {
            let named = role_named(role.code());
            assert_eq!(named, (role != Role::Owner).then_some(role));
        }
        assert_eq!(role_named("Quản trị"), Some(Role::Administrator));
        assert_eq!(role_named("chuyên viên theo dõi"), Some(Role::Monitor));
        assert_eq!(role_named("trưởng phòng"), None);
    }

    #[test]
    fn the_first_account_is_an_administrators() {
        let owner = User::owner("root");
        let enter = |accounts: &[Account], after: &Account| {
            let among = Among {
                accounts,
                agencies: &[],
                today: NaiveDate::MIN,
                user: &owner,
            };
            check(None, after, &among)
        };
        let first = account("qt.mot", Role::Administrator);
        let leader = account("ld.mot", Role::Leader);
        let refused = AccountFault::AdministratorFirst("ld.mot".to_owned());
        assert_eq!(enter(&[], &leader), Err(refused.clone()));
        assert_eq!(enter(&[closed(&first)], &leader), Err(refused));
        assert_eq!(enter(&[], &first), Ok(()));
        assert_eq!(enter(&[first], &leader), Ok(()));
    }

    #[test]
    fn the_last_administrator_stays_and_nobody_closes_the_own_account() {
        let (one, two) = (
            account("qt.mot", Role::Administrator),
            account("qt.hai", Role::Administrator),
        );
        let check_in = |accounts: &[Account], user: &Account, after: &Account| {
            let before = accounts.iter().find(|it| it.user.login == after.user.login);
            let among = Among {
                accounts,
                agencies: &[],
                today: NaiveDate::MIN,
                user: &user.user,
            };
            check(before, after, &among)
        };
        let both = [one.clone(), two.clone()];
        assert_eq!(check_in(&both, &one, &closed(&two)), Ok(()));
        let oneself = AccountFault::Oneself("qt.mot".to_owned());
        assert_eq!(check_in(&both, &one, &closed(&one)), Err(oneself.clone()));
        let lower = account("qt.mot", Role::Viewer);
        assert_eq!(check_in(&both, &one, &lower), Err(oneself));
        let left = [one.clone(), closed(&two)];
        let owner = Account {
            user: User::owner("root"),
            is_disabled: false,
        };
        let last = AccountFault::LastAdministrator("qt.mot".to_owned());
        assert_eq!(check_in(&left, &owner, &closed(&one)), Err(last.clone()));
        assert_eq!(check_in(&left, &owner, &lower), Err(last));
    }
}
