//! The reporting windows as they are read out, and changed field by field.

use chrono::Datelike;

use super::keeping::is_removed;
use super::talk::{Said, Talk};
use super::words::sentence;
use super::{asked, form};
use crate::domain::report_window::{Window, find};
use crate::ui::screens::windows::form::WindowForm;
use crate::ui::widgets::form::{Form as Fields, Kind as Field, Row};
use crate::work::request::windows::{Ask, Told};
use crate::work::request::{Answer, OperationKey, Request};

/// Reads the windows of a year, and lets an administrator change one.
///
/// # Errors
/// Where it is left for another place.
pub fn windows(talk: &mut Talk, year: &str) -> Said<()> {
    let facts = talk.facts();
    let year = year.parse().unwrap_or_else(|_| facts.today.year());
    let t = &talk.t.windows;
    let mut texts = vec![sentence(&(t.title)(year))];
    let windows = facts.windows.iter().filter(|it| it.due.year() == year);
    texts.extend(windows.map(|window| {
        let day = talk.t.line.day;
        let days = (talk.t.report.screen.period)(&day(window.from), &day(window.to));
        let due = format!("{}\u{a0}{}", t.due, day(window.due));
        sentence(&format!("{}, {days}, {due}", window.name))
    }));
    if texts.len() == 1 {
        texts.push(t.none.to_owned());
    }
    talk.read_out(&texts)?;
    if !facts.user.role.keeps_frame() {
        return talk.say(talk.t.windows.may_not);
    }
    match change(talk) {
        Ok(()) => Ok(()),
        Err(away) => talk.leave(away, false),
    }
}

/// The window that is named is changed or removed; another name is a new one.
fn change(talk: &mut Talk) -> Said<()> {
    let mut fields = Fields::new(vec![Row::new("name", talk.t.windows.which, Field::Text)]);
    form::ask(talk, &mut fields, |_, _| false)?;
    let name = fields.value("name");
    if name.is_empty() {
        return Ok(());
    }
    let facts = talk.facts();
    match find(&facts.windows, &name, facts.today).cloned() {
        Some(window) if is_removed(talk)? => remove(talk, window),
        known => asked::run(talk, &mut WindowForm::new(known), |_, _| false).map(|_| ()),
    }
}

fn remove(talk: &mut Talk, window: Window) -> Said<()> {
    let request = Request::Windows(Ask::Save {
        key: OperationKey::fresh(),
        seen: Vec::new(),
        set: Vec::new(),
        remove: vec![window],
    });
    if let Some(Answer::Windows(Told::Saved(saved))) = talk.obtain(&request)? {
        talk.say(&(talk.t.windows.saved)(saved.set, saved.removed))?;
    }
    Ok(())
}
