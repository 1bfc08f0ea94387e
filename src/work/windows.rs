//! Reporting windows: entered, changed and removed as one group that can be taken back.

use super::agencies::operation_of;
use super::request::OperationKey;
use super::request::windows::{Ask, Saved, Told};
use super::session::Session;
use crate::domain::error::{Error, Result};
use crate::domain::report_window::{Window, WindowFault};
use crate::store::{Kind, WINDOW, Written};

/// Answers a question about reporting windows.
pub(super) fn answer(session: &mut Session, ask: &Ask) -> Result<Told> {
    match ask {
        Ask::Save {
            key,
            seen,
            set,
            remove,
        } => save(session, key, seen, set, remove).map(Told::Saved),
    }
}

fn save(
    session: &mut Session,
    key: &OperationKey,
    seen: &[Window],
    set: &[Window],
    remove: &[Window],
) -> Result<Saved> {
    let written = session.write(key, Kind::Save, WINDOW, |writer| {
        let mut saved = Saved::default();
        for seen in seen.iter().chain(remove) {
            match writer.window(&seen.name)? {
                Some(now) if now == *seen => {}
                Some(now) => return Err(WindowFault::Changed(now.name).into()),
                None => return Err(WindowFault::Unknown(seen.name.clone()).into()),
            }
        }
        for seen in remove {
            writer.drop_window(&seen.name)?;
            saved.removed += 1;
        }
        for window in set {
            // As it is where nobody else writes: others may have entered one on the same days.
            let there = writer.windows()?;
            let window = window.checked(&there).map_err(Error::from)?;
            if !there.contains(&window) {
                writer.save_window(&window)?;
                saved.set += 1;
            }
        }
        Ok(saved)
    })?;
    let operation = operation_of(&written);
    let saved = match written {
        Written::Done { value, .. } => value,
        Written::Nothing { .. } | Written::Again { .. } => Saved::default(),
    };
    session.reload()?;
    Ok(Saved { operation, ..saved })
}
