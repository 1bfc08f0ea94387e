//! Agencies in time and days off: the forms of the screens, asked field by field. What it would do is read
//! out before anything is done.

use chrono::Datelike;

use super::asked::given;
use super::deeds::ask_to_save;
use super::form::{self, chosen};
use super::talk::{Away, Said, Talk};
use super::words::{sentence, without_keys};
use crate::domain::calendar::DayOff;
use crate::domain::error::Error;
use crate::domain::id::AgencyId;
use crate::domain::typed_date::Toward;
use crate::ui::screen::{Screen, Unsaved};
use crate::ui::screens::agencies::day_form::DayForm;
use crate::ui::screens::agencies::form::{Form, in_earnest};
use crate::ui::screens::agencies::step::{Kind, Step};
use crate::ui::screens::agencies::told;
use crate::ui::widgets::form::{Form as Fields, Kind as Field, Row};
use crate::ui::widgets::narrow::Item;
use crate::work::request::{Answer, OperationKey, Request};

/// Does something to an agency, or founds one.
///
/// # Errors
/// Where it is left for another place; what was typed is kept.
pub fn agency(talk: &mut Talk, name: &str) -> Said<()> {
    if !talk.facts().user.role.keeps_frame() {
        return talk.refuse(talk.t.agencies.screens.may_not);
    }
    match step(talk, name) {
        Ok(Some((kind, agency))) => fill_form(talk, kind, agency),
        Ok(None) => Ok(()),
        Err(away) => talk.leave(away, false),
    }
}

/// To which agency, and what; none where the agency is not known.
fn step(talk: &mut Talk, name: &str) -> Said<Option<(Kind, Option<AgencyId>)>> {
    let name = match name {
        "" => talk.hear(talk.t.line.prompt.which_agency)?,
        named => named.to_owned(),
    };
    if name.is_empty() {
        return Ok(Some((Kind::Found, None)));
    }
    let facts = talk.facts();
    let known = facts.agencies.iter().filter(|agency| !agency.is_void());
    let items: Vec<Item> = known.map(Item::agency).collect();
    let label = talk.t.sheet.labels.agency;
    let Some(value) = chosen(talk, &items, &name, label)? else {
        return Ok(None);
    };
    let Some(id) = value.parse().ok().map(AgencyId) else {
        return Ok(None);
    };
    if let Some(agency) = facts.agency(id) {
        let validity = (talk.t.agencies.told.validity)(agency);
        talk.say(&sentence(&format!("{}, {validity}", agency.name)))?;
    }
    let frame = talk.frame();
    let items = Step::items(Some(id), &frame.ui());
    let what = Row::new("step", talk.t.line.prompt.what_to_do, Field::Choice(items));
    let mut fields = Fields::new(vec![what.needed()]);
    form::ask(talk, &mut fields, |_, _| false)?;
    Ok(Kind::from_code(&fields.value("step")).map(|kind| (kind, Some(id))))
}

fn fill_form(talk: &mut Talk, kind: Kind, agency: Option<AgencyId>) -> Said<()> {
    let mut form = Form::new(kind, agency);
    open(talk, &mut form);
    let place = form.place();
    let ended = ask_and_do(talk, kind, &mut form);
    keep_or_forget(talk, ended, &place, &form)
}

/// What the screen asks for when it opens, it asks nothing of the session.
fn open(talk: &Talk, screen: &mut impl Screen) {
    screen.open(&given(talk).ui());
}

fn ask_and_do(talk: &mut Talk, kind: Kind, form: &mut Form) -> Said<()> {
    loop {
        form::ask(talk, form.fields_mut(), is_skipped)?;
        let frame = talk.frame();
        let ui = frame.ui();
        let request = form.request(true, &ui);
        let would = match talk.answer(&request) {
            Ok(Answer::Reorganised(would)) => would,
            Ok(_) => return Ok(()),
            Err(error) => {
                talk.complain(&error)?;
                continue;
            }
        };
        tell(talk, told::lines(&would, ui.facts, ui.t))?;
        let is_grave = !matches!(kind, Kind::Correct | Kind::Found);
        if !ask_to_save(talk, kind.name(&ui), is_grave)? {
            continue;
        }
        match talk.answer(&in_earnest(&request)) {
            Ok(Answer::Reorganised(done)) => {
                let t = &talk.t.agencies.told;
                let text = match done.is_later {
                    true => t.later.to_owned(),
                    false => told::done(&done, t),
                };
                return talk.say(&without_keys(&text));
            }
            Ok(_) => return Ok(()),
            Err(error) => talk.complain(&error)?,
        }
    }
}

/// What need not be asked: a new agency where one takes over, one more where there was none before.
fn is_skipped(name: &str, fields: &Fields) -> bool {
    let is_empty = |name: &str| fields.value(name).is_empty();
    match name {
        "name" | "code" => fields.row("into").is_some() && !is_empty("into"),
        "part_2" => is_empty("part_1"),
        "part_3" => is_empty("part_2"),
        "part_4" => is_empty("part_3"),
        "part_5" => is_empty("part_4"),
        "part_6" => is_empty("part_5"),
        "words" => !is_empty("area"),
        _ => false,
    }
}

/// Reads the days off of a year, and changes one.
///
/// # Errors
/// Where it is left for another place.
pub fn days_off(talk: &mut Talk, year: &str) -> Said<()> {
    let facts = talk.facts();
    let year = year.parse().unwrap_or_else(|_| facts.today.year());
    let t = &talk.t.agencies;
    let mut texts = vec![sentence(&(t.screens.days_off)(year))];
    let days = facts.calendar.days().filter(|day| day.date.year() == year);
    texts.extend(days.map(|day| {
        let (kind, standing) = (
            (t.told.day_kind)(day.kind),
            (t.told.standing)(day.projected),
        );
        let date = (talk.t.line.day)(day.date);
        sentence(&format!("{date}, {}, {kind}, {standing}", day.name))
    }));
    if texts.len() == 1 {
        texts.push(t.screens.no_days.to_owned());
    }
    talk.read_out(&texts)?;
    if !facts.user.role.keeps_frame() {
        return talk.say(talk.t.agencies.screens.may_not);
    }
    match change_day(talk) {
        Ok(()) => Ok(()),
        Err(away) => talk.leave(away, false),
    }
}

fn change_day(talk: &mut Talk) -> Said<()> {
    let [date, ..] = talk.t.agencies.days_heading;
    let row = Row::new("date", date, Field::Date(Toward::Future)).needed();
    let mut fields = Fields::new(vec![row]);
    form::ask(talk, &mut fields, |_, _| false)?;
    let frame = talk.frame();
    let Some(date) = fields.day("date", &frame.ui()) else {
        return Ok(());
    };
    let facts = talk.facts();
    let known = facts.calendar.days().find(|day| day.date == date).cloned();
    match known {
        Some(day) if is_removed(talk)? => save_days(talk, |_, refused| match refused {
            Some(_) => Err(Away::Back),
            None => Ok(Some(removal(&day))),
        }),
        known => fill_day(talk, known, &fields.value("date")),
    }
}

/// Whether a day that is known is to go; else it is changed.
pub(super) fn is_removed(talk: &mut Talk) -> Said<bool> {
    let [change, remove] = talk.t.line.prompt.day_steps;
    let items = [
        Item::new("change", "", change),
        Item::new("remove", "", remove),
    ];
    let what = Row::new(
        "step",
        talk.t.line.prompt.what_to_do,
        Field::Choice(items.into_iter().collect()),
    );
    let mut fields = Fields::new(vec![what.needed()]);
    form::ask(talk, &mut fields, |_, _| false)?;
    Ok(fields.value("step") == "remove")
}

fn removal(day: &DayOff) -> Request {
    Request::SaveDays {
        key: OperationKey::fresh(),
        seen: vec![day.clone()],
        set: Vec::new(),
        remove: vec![day.date],
        is_rehearsal: true,
    }
}

fn fill_day(talk: &mut Talk, known: Option<DayOff>, typed: &str) -> Said<()> {
    let is_new = known.is_none();
    let mut form = DayForm::new(known);
    open(talk, &mut form);
    if is_new && let Some(row) = form.fields_mut().row_mut("date") {
        row.set(typed);
    }
    let saved = save_days(talk, |talk, refused| {
        if let Some(error) = refused {
            form.hears(&error, &talk.frame().ui());
        }
        form::ask(talk, form.fields_mut(), |name, _| name == "date")?;
        let frame = talk.frame();
        Ok(form.request(&frame.ui()))
    });
    keep_or_forget(talk, saved, &form.place(), &form)
}

/// Where a form was left before its end, what was typed is kept for the screens and for the next time.
fn keep_or_forget(talk: &mut Talk, ended: Said<()>, place: &str, form: &impl Screen) -> Said<()> {
    let Err(away) = ended else {
        talk.forget(place);
        return Ok(());
    };
    let kept: Vec<Unsaved> = form.unsaved();
    let is_kept = kept.iter().any(|draft| !draft.fields.is_empty());
    kept.into_iter().for_each(|draft| talk.keep(draft));
    talk.leave(away, is_kept)
}

/// Rehearses an edit of the calendar, reads out what it does, and does it. Whoever is asked for it hears why it was
/// refused before.
fn save_days(
    talk: &mut Talk,
    mut ask: impl FnMut(&mut Talk, Option<Error>) -> Said<Option<Request>>,
) -> Said<()> {
    let mut refused = None;
    while let Some(request) = ask(talk, refused.take())? {
        let would = match talk.answer(&request) {
            Ok(Answer::Days(would)) => would,
            Ok(_) => return Ok(()),
            Err(error) => {
                talk.complain(&error)?;
                refused = Some(error);
                continue;
            }
        };
        tell(talk, told::days(&would, &talk.t.agencies))?;
        if !ask_to_save(talk, talk.t.agencies.screens.day_off, false)? {
            continue;
        }
        match talk.answer(&in_earnest(&request)) {
            Ok(Answer::Days(done)) => {
                let t = &talk.t.agencies.told;
                return talk.say(&(t.days)(done.set.len(), done.removed.len(), done.moved));
            }
            Ok(_) => return Ok(()),
            Err(error) => {
                talk.complain(&error)?;
                refused = Some(error);
            }
        }
    }
    Ok(())
}

/// Reads out what would be done; arrows become words.
fn tell(talk: &mut Talk, told: Vec<String>) -> Said<()> {
    let mut texts = vec![talk.t.line.saving.review_form.to_owned()];
    let becomes = talk.t.line.saving.becomes;
    texts.extend(
        told.iter()
            .map(|text| sentence(&text.replace(" → ", becomes))),
    );
    talk.read_out(&texts)
}
