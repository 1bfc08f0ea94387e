//! The accounts and who is on, said; the form of an account, asked field by field.

use super::asked;
use super::talk::{Said, Talk};
use super::words::sentence;
use crate::domain::fold::fold;
use crate::lang::format;
use crate::ui::screens::users::Form;
use crate::work::request::present;
use crate::work::request::users::{Ask, Known, Told};
use crate::work::request::{Answer, Request};

/// All accounts; a new one where that is said; the one that is named, to be changed.
pub(super) fn users(talk: &mut Talk, more: &str) -> Said<()> {
    let known = match talk.obtain(&Request::Users(Ask::List))? {
        Some(Answer::Users(Told::List(known))) => known,
        _ => return Ok(()),
    };
    if more.is_empty() {
        let said: Vec<String> = known.iter().map(|one| said(talk, one)).collect();
        if said.is_empty() {
            return talk.say(talk.t.users.none);
        }
        return talk.read_out(&said);
    }
    if !talk.facts().user.role.keeps_frame() {
        return talk.refuse(talk.t.users.may_not);
    }
    let is_new = matches!(fold(more).as_str(), "them" | "add" | "new" | "moi");
    let named = known.into_iter().find(|one| one.account.user.login == more);
    let mut form = match named {
        Some(one) => Form::new(Some(one.account)),
        None if is_new => Form::new(None),
        None => {
            let fault = crate::domain::account::AccountFault::Unknown(more.to_owned());
            return talk.complain(&fault.into());
        }
    };
    asked::run(talk, &mut form, |_, _| false).map(|_| ())
}

/// `cv.stp, Sở Tư pháp, chuyên viên đơn vị, đang dùng.`
fn said(talk: &Talk, one: &Known) -> String {
    let user = &one.account.user;
    let facts = talk.facts();
    let agency = user.agency.and_then(|id| facts.agency(id));
    let [open, closed] = talk.t.users.state;
    let state = if one.account.is_disabled {
        closed
    } else {
        open
    };
    let mut parts = vec![user.login.clone()];
    parts.extend(agency.map(|agency| agency.name.clone()));
    parts.push((talk.t.terms.role)(user.role).to_owned());
    parts.push(state.to_owned());
    let [.., last] = talk.t.users.heading;
    parts.extend(one.last.map(|at| format!("{last} {}", format::moment(at))));
    // A login begins small, whatever a sentence begins with.
    format!("{}.", parts.join(", "))
}

/// Who is on, since when, from where, on what.
pub(super) fn on(talk: &mut Talk) -> Said<()> {
    let request = Request::Present(present::Ask::List);
    let Some(Answer::Present(present::Told::List { others, .. })) = talk.obtain(&request)? else {
        return Ok(());
    };
    if others.is_empty() {
        return talk.say(&sentence(talk.t.present.none));
    }
    let said: Vec<String> = others.iter().map(talk.t.present.spoken).collect();
    talk.read_out(&said)
}
