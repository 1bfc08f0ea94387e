//! "Người dùng": the accounts, one of them in fields, and whether one is to be closed. Everybody may look;
//! administrators change them, and F9 takes it back.

mod form;
pub mod list;
pub mod on;
mod switch;

pub(in crate::ui) use form::Form;

use crate::domain::user::Account;
use crate::ui::screen::{Effect, Message, Reply, Ui};
use crate::work::request::users::{Ask, Known, Told};
use crate::work::request::{Answer, Request};

/// What asks for all accounts.
fn fetch() -> Vec<Effect> {
    vec![Effect::Fetch(Request::Users(Ask::List))]
}

/// The accounts, where that is what was answered.
fn listed<'a>(question: &Request, reply: &Reply<'a>) -> Option<&'a [Known]> {
    match (question, reply) {
        (Request::Users(Ask::List), Ok(Answer::Users(Told::List(all)))) => Some(all),
        _ => None,
    }
}

/// The account that a save has left, and whether anything differed.
fn saved<'a>(reply: &Reply<'a>) -> Option<(&'a Account, bool)> {
    match reply {
        Ok(Answer::Users(Told::Saved(saved))) => Some((&saved.account, saved.operation.is_some())),
        _ => None,
    }
}

/// The refusal for those who may only look.
fn refused(ui: &Ui) -> Option<Vec<Effect>> {
    let may = ui.facts.user.role.keeps_frame();
    (!may).then(|| vec![Effect::Say(Message::refusal(ui.t.users.may_not))])
}
