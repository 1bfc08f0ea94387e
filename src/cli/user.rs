//! `user`: the accounts of the installation, from the shell.

use serde_json::{Value, json};

use super::json as shape;
use super::meant;
use super::place::Place;
use super::print::{self, Column};
use super::save::agency_of;
use super::user_args::UserWhat;
use super::user_key;
use crate::domain::account::{AccountFault, role_named};
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::present::Present;
use crate::domain::user::{Account, Role, User};
use crate::work::request::present;
use crate::work::request::users::{Ask, Known, Told};
use crate::work::request::{Answer, Facts, OperationKey, Request};
use crate::work::session::Session;

/// Does what was asked about accounts.
///
/// # Errors
/// Where the role of `place` does not keep accounts, or the account cannot be so.
pub fn run(place: &Place, what: UserWhat) -> Result<()> {
    let mut session = place.session()?;
    let session = &mut session;
    match what {
        UserWhat::Key { user_login, key } => {
            user_key::run(place, session, &user_login, key.as_deref())
        }
        UserWhat::List { json } => list(place, session, json),
        UserWhat::On { json } => on(place, session, json),
        UserWhat::Add {
            user_login,
            agency,
            user_role,
            json,
        } => {
            let agency = agency.map(|name| agency_of(session, &name)).transpose()?;
            let wanted = Account {
                user: User {
                    login: clean(&user_login),
                    agency,
                    role: role(&user_role)?,
                },
                is_disabled: false,
            };
            save(place, session, None, wanted, json)
        }
        UserWhat::Disable { user_login, json } => switch(place, session, &user_login, true, json),
        UserWhat::Enable { user_login, json } => switch(place, session, &user_login, false, json),
        UserWhat::Move {
            user_login,
            agency,
            user_role,
            json,
        } => {
            let before = find(session, &user_login)?;
            let agency = agency.map(|name| agency_of(session, &name)).transpose()?;
            let mut wanted = before.clone();
            wanted.user.agency = agency.or(before.user.agency);
            if let Some(named) = user_role {
                wanted.user.role = role(&named)?;
            }
            save(place, session, Some(before), wanted, json)
        }
    }
}

fn role(text: &str) -> Result<Role> {
    let bad = || AccountFault::NoSuchRole(text.to_owned()).into();
    let codes = || Role::ALL.map(Role::code).into_iter();
    role_named(text).ok_or_else(|| meant::near(bad(), text, codes()))
}

fn ask(session: &mut Session, ask: Ask) -> Result<Told> {
    match session.answer(&Request::Users(ask))? {
        Answer::Users(told) => Ok(told),
        _ => Err(Error::Fault("another answer".into())),
    }
}

fn known(session: &mut Session) -> Result<Vec<Known>> {
    match ask(session, Ask::List)? {
        Told::List(all) => Ok(all),
        Told::Saved(_) => Ok(Vec::new()),
    }
}

fn find(session: &mut Session, login: &str) -> Result<Account> {
    let all = known(session)?;
    let mut accounts = all.iter().map(|it| &it.account);
    let found = accounts
        .find(|account| account.user.login == login)
        .cloned();
    let bad = || AccountFault::Unknown(login.to_owned()).into();
    let logins = || all.iter().map(|it| it.account.user.login.as_str());
    found.ok_or_else(|| meant::near(bad(), login, logins()))
}

fn switch(
    place: &Place,
    session: &mut Session,
    login: &str,
    is_disabled: bool,
    is_json: bool,
) -> Result<()> {
    let before = find(session, login)?;
    let wanted = Account {
        is_disabled,
        ..before.clone()
    };
    save(place, session, Some(before), wanted, is_json)
}

fn save(
    place: &Place,
    session: &mut Session,
    seen: Option<Account>,
    wanted: Account,
    is_json: bool,
) -> Result<()> {
    let key = OperationKey::fresh();
    let Told::Saved(saved) = ask(session, Ask::Save { key, seen, wanted })? else {
        return Err(Error::Fault("another answer".into()));
    };
    let operation = saved.operation;
    if is_json {
        let mut told = json_of(&saved.account, session.facts());
        told["version"] = json!(shape::VERSION);
        told["operation"] = json!(operation.map(|id| id.0));
        return Ok(print::json(&told)?);
    }
    if operation.is_none() {
        print::aside(place.words.users.unchanged);
    }
    let facts = session.facts();
    let cells = cells(place, &saved.account, facts);
    Ok(print::row(place, &COLUMNS, &cells)?)
}

/// Login, agency, role, state, last save.
const COLUMNS: [Column; 5] = [
    Column::Left(20),
    Column::Left(12),
    Column::Left(20),
    Column::Left(10),
    Column::Rest,
];

fn list(place: &Place, session: &mut Session, is_json: bool) -> Result<()> {
    let all = known(session)?;
    let facts = session.facts();
    if is_json {
        let told = |one: &Known| {
            let mut told = json_of(&one.account, facts);
            told["last_save"] = json!(one.last);
            told
        };
        let users: Vec<Value> = all.iter().map(told).collect();
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "users": users }),
        )?);
    }
    let t = &place.words.users;
    if all.is_empty() {
        print::aside(t.none);
        return Ok(());
    }
    print::heading(place, &COLUMNS, &t.heading.map(str::to_owned))?;
    for one in &all {
        let mut cells = cells(place, &one.account, facts);
        cells.push(one.last.map(|at| place.moment(at)).unwrap_or_default());
        print::row(place, &COLUMNS, &cells)?;
    }
    Ok(())
}

/// Who has the program open.
fn on(place: &Place, session: &mut Session, is_json: bool) -> Result<()> {
    let request = Request::Present(present::Ask::List);
    let Answer::Present(present::Told::List { others, .. }) = session.answer(&request)? else {
        return Err(Error::Fault("another answer".into()));
    };
    if is_json {
        let told = |one: &Present| {
            json!({
                "login": one.login,
                "origin": one.origin,
                "since": one.since,
                "on": one.standing.code(),
                "task": one.standing.task().map(|id| id.0),
                "on_since": one.standing_since,
            })
        };
        let on: Vec<Value> = others.iter().map(told).collect();
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "on": on }),
        )?);
    }
    let t = &place.words.present;
    if others.is_empty() {
        print::aside(t.none);
        return Ok(());
    }
    let columns = [
        Column::Left(20),
        Column::Left(22),
        Column::Left(14),
        Column::Left(18),
        Column::Rest,
    ];
    print::heading(place, &columns, &t.heading.map(str::to_owned))?;
    for one in &others {
        let cells = [
            one.login.clone(),
            (t.standing)(one.standing),
            (t.moment)(one.standing_since, one.since),
            one.origin.clone(),
            place.moment(one.since),
        ];
        print::row(place, &columns, &cells)?;
    }
    Ok(())
}

fn cells(place: &Place, account: &Account, facts: &Facts) -> Vec<String> {
    let user = &account.user;
    let agency = user.agency.and_then(|id| facts.agency(id));
    let [open, closed] = place.words.users.state;
    vec![
        user.login.clone(),
        agency.map_or_else(|| "–".to_owned(), |agency| agency.code.clone()),
        (place.words.terms.role)(user.role).to_owned(),
        if account.is_disabled { closed } else { open }.to_owned(),
    ]
}

fn json_of(account: &Account, facts: &Facts) -> Value {
    let user = &account.user;
    let agency = user.agency.and_then(|id| facts.agency(id));
    json!({
        "login": user.login,
        "role": user.role.code(),
        "agency": agency.map(|agency| &agency.code),
        "agency_name": agency.map(|agency| &agency.name),
        "is_disabled": account.is_disabled,
    })
}
