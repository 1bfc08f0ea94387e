//! The settings of the installation: what is in force, and setting them as one group that can be taken back.

use super::agencies::operation_of;
use super::request::OperationKey;
use super::request::settings::{Ask, InForce, Saved, Told, Wanted};
use super::session::Session;
use crate::domain::error::Result;
use crate::domain::setting::{Setting, SettingFault};
use crate::store::{Kind, SETTING, Written};

/// Answers a question about settings.
pub(super) fn answer(session: &mut Session, ask: &Ask) -> Result<Told> {
    match ask {
        Ask::List => Setting::ALL
            .into_iter()
            .map(|setting| in_force(session, setting))
            .collect::<Result<_>>()
            .map(Told::List),
        Ask::Save { key, set } => save(session, key, set).map(Told::Saved),
    }
}

fn in_force(session: &Session, setting: Setting) -> Result<InForce> {
    let kept = session.store.setting(setting.key())?;
    Ok(InForce {
        setting,
        is_set: kept.is_some(),
        value: setting.in_force(kept.as_deref(), session.facts().today),
    })
}

fn save(session: &mut Session, key: &OperationKey, set: &[Wanted]) -> Result<Saved> {
    let set = set.iter().map(read).collect::<Result<Vec<_>>>()?;
    let today = session.facts().today;
    let written = session.write(key, Kind::Save, SETTING, |writer| {
        let mut changed = 0;
        for (wanted, value) in &set {
            let setting = wanted.setting;
            let kept = writer.setting(setting.key())?;
            let now = setting.in_force(kept.as_deref(), today);
            if now == *value {
                continue;
            }
            if now != wanted.seen {
                return Err(SettingFault::Changed(setting, now).into());
            }
            writer.set_setting(setting.key(), Some(&setting.to_keep(value, today)))?;
            changed += 1;
        }
        Ok(changed)
    })?;
    let operation = operation_of(&written);
    let changed = match written {
        Written::Done { value, .. } => value,
        Written::Nothing { .. } | Written::Again { .. } => 0,
    };
    session.reload()?;
    Ok(Saved { operation, changed })
}

/// The value that is meant.
fn read(wanted: &Wanted) -> Result<(&Wanted, String)> {
    let value = wanted.setting.read(&wanted.value);
    let bad = || SettingFault::BadValue(wanted.setting, wanted.value.clone()).into();
    value.map(|value| (wanted, value)).ok_or_else(bad)
}
