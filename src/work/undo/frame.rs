//! Takes back what a group did to agencies, accounts, days off and documents: only where nobody changed it since.

use chrono::NaiveDate;
use serde_json::Value;

use super::measures;
use crate::domain::account::check_power;
use crate::domain::agency::{Agency, Flaw};
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::change::{Change, Fields, Subject, Thing};
use crate::domain::document::{Document, DocumentFlaw, circle, find};
use crate::domain::error::Result;
use crate::domain::id::AgencyId;
use crate::domain::report_window::{Window, WindowFault};
use crate::domain::setting::{Setting, SettingFault};
use crate::domain::user::{Account, Role, User};
use crate::store::{
    AGENCY, CASELOAD, DAY_OFF, DOCUMENT, INDICATOR, READING, SETTING, USER, WINDOW, Writer,
};

/// True where a group did something to the frame around the tasks.
pub(super) fn is_touched(changes: &[Change]) -> bool {
    changes.iter().any(is_frame)
}

fn is_frame(change: &Change) -> bool {
    match change.subject {
        Subject::Task(_) => false,
        Subject::Calendar | Subject::Frame => true,
    }
}

/// The accounts or settings of a group that is about nothing else.
pub(super) fn things(changes: &[Change]) -> Vec<Thing> {
    let text = |change: &Change, name: &str| {
        let fields = [&change.after, &change.before];
        let mut values = fields.into_iter().filter_map(|it| it.get(name));
        values.find_map(Value::as_str).map(str::to_owned)
    };
    let thing = |change: &Change| match change.what.as_str() {
        USER => text(change, "login").map(Thing::Account),
        SETTING => Setting::from_key(&text(change, "key")?).map(Thing::Setting),
        _ => None,
    };
    changes
        .iter()
        .map(thing)
        .collect::<Option<_>>()
        .unwrap_or_default()
}

/// Puts the frame back, the last change first. All or nothing: half a reorganisation is none.
pub(super) fn put_back(writer: &mut Writer<'_>, changes: &[Change], user: &User) -> Result<()> {
    let has_tasks = changes.iter().any(|change| !is_frame(change));
    for change in changes.iter().rev().filter(|change| is_frame(change)) {
        match change.what.as_str() {
            AGENCY => agency(writer, change)?,
            USER => account(writer, change, user)?,
            DAY_OFF => day(writer, change)?,
            WINDOW => window(writer, change)?,
            DOCUMENT => document(writer, change, has_tasks)?,
            INDICATOR | READING | CASELOAD => measures::put_back(writer, change)?,
            SETTING => setting(writer, change)?,
            // Views are not part of what is taken back.
            _ => {}
        }
    }
    Ok(())
}

/// A version that began is not removed, since the log names it: it ends before its first day.
fn agency(writer: &mut Writer<'_>, change: &Change) -> Result<()> {
    let (before, after) = (agency_of(&change.before), agency_of(&change.after));
    let Some(after) = after else { return Ok(()) };
    if writer.agency(after.id)?.as_ref() != Some(&after) {
        return Err(Flaw::ChangedSince(after.code).into());
    }
    let back = before.unwrap_or_else(|| Agency {
        valid_to: after.valid_from.and_then(|first| first.pred_opt()),
        ..after
    });
    writer.save_agency_by(&back, &change.document).map(|_| ())
}

fn account(writer: &mut Writer<'_>, change: &Change, user: &User) -> Result<()> {
    let (before, after) = (account_of(&change.before), account_of(&change.after));
    let Some(after) = after else { return Ok(()) };
    if writer.account(&after.user.login)?.as_ref() != Some(&after) {
        return Err(Flaw::AccountChanged(after.user.login).into());
    }
    let back = before.unwrap_or(Account {
        is_disabled: true,
        ..after.clone()
    });
    check_power(&after, &back, &writer.accounts()?, user)?;
    writer.save_user(&back)
}

fn day(writer: &mut Writer<'_>, change: &Change) -> Result<()> {
    let (before, after) = (day_of(&change.before), day_of(&change.after));
    let Some(date) = before.as_ref().or(after.as_ref()).map(|day| day.date) else {
        return Ok(());
    };
    if writer.day_off(date)? != after {
        return Err(Flaw::DayChanged(date).into());
    }
    match before {
        Some(day) => writer.save_day_off(&day),
        None => writer.drop_day_off(date),
    }
}

fn window(writer: &mut Writer<'_>, change: &Change) -> Result<()> {
    let (before, after) = (window_of(&change.before), window_of(&change.after));
    let Some(name) = before.as_ref().or(after.as_ref()).map(|it| it.name.clone()) else {
        return Ok(());
    };
    if writer.window(&name)? != after {
        return Err(WindowFault::Changed(name).into());
    }
    match before {
        // What came meanwhile may stand in its way.
        Some(window) => {
            let window = window.checked(&writer.windows()?)?;
            writer.save_window(&window)
        }
        None => writer.drop_window(&name),
    }
}

/// What the program notes for itself stays; what a person set goes back.
fn setting(writer: &mut Writer<'_>, change: &Change) -> Result<()> {
    let text = |fields: &Fields, name: &str| {
        let value = fields.get(name).and_then(Value::as_str);
        value.map(str::to_owned)
    };
    let (before, after) = (text(&change.before, "value"), text(&change.after, "value"));
    let key = text(&change.after, "key").or_else(|| text(&change.before, "key"));
    let Some(setting) = key.as_deref().and_then(Setting::from_key) else {
        return Ok(());
    };
    let now = writer.setting(setting.key())?;
    if now != after {
        let now = now
            .as_deref()
            .map_or(setting.usual(), |now| setting.shown(now));
        return Err(SettingFault::Changed(setting, now.to_owned()).into());
    }
    writer.set_setting(setting.key(), before.as_deref())
}

/// What was entered with tasks stays on the register, since they keep its number; what was entered alone goes,
/// unless somebody made use of it.
fn document(writer: &mut Writer<'_>, change: &Change, has_tasks: bool) -> Result<()> {
    let (before, after) = (document_of(&change.before), document_of(&change.after));
    let Some(id) = before.as_ref().or(after.as_ref()).map(|it| it.id) else {
        return Ok(());
    };
    if before.is_none() && has_tasks {
        return Ok(());
    }
    let now = writer.document(id)?;
    if now != after && !(has_tasks && now == before) {
        let code = now.or(after).map_or_else(String::new, |it| it.code);
        return Err(DocumentFlaw::Changed(code).into());
    }
    match (before, now) {
        (Some(back), _) => {
            let documents = writer.documents()?;
            if let Some(way) = circle(&documents, back.id, &back.bases) {
                let code = |id| find(&documents, id).map_or_else(String::new, |it| it.code.clone());
                return Err(DocumentFlaw::Circle(way.into_iter().map(code).collect()).into());
            }
            writer.save_document(&back).map(|_| ())
        }
        (None, Some(entered)) => {
            let documents = writer.documents()?;
            let is_basis = documents.iter().any(|it| it.bases.contains(&id));
            if is_basis || writer.has_tasks(id)? {
                return Err(DocumentFlaw::InUse(entered.code).into());
            }
            writer.drop_document(&entered)
        }
        (None, None) => Ok(()),
    }
}

fn document_of(fields: &Fields) -> Option<Document> {
    serde_json::from_value(Value::Object(fields.clone())).ok()
}

fn window_of(fields: &Fields) -> Option<Window> {
    serde_json::from_value(Value::Object(fields.clone())).ok()
}

fn agency_of(fields: &Fields) -> Option<Agency> {
    serde_json::from_value(Value::Object(fields.clone())).ok()
}

fn account_of(fields: &Fields) -> Option<Account> {
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    Some(Account {
        user: User {
            login: text("login")?.to_owned(),
            agency: fields.get("agency").and_then(Value::as_i64).map(AgencyId),
            role: serde_json::from_value::<Role>(fields.get("role")?.clone()).ok()?,
        },
        is_disabled: fields.get("is_disabled").and_then(Value::as_bool)?,
    })
}

fn day_of(fields: &Fields) -> Option<DayOff> {
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    Some(DayOff {
        date: text("date")?.parse::<NaiveDate>().ok()?,
        name: text("name")?.to_owned(),
        kind: serde_json::from_value::<DayKind>(fields.get("kind")?.clone()).ok()?,
        projected: fields.get("projected").and_then(Value::as_bool)?,
    })
}
