//! What `indicator` and `caseload` have in common: asking, saving and telling what that has done, importing a file.

use serde_json::{Value, json};

use super::agency_args::Asking;
use super::asking::{agrees, may_show};
use super::json as shape;
use super::meant;
use super::place::Place;
use super::print::{self, Form};
use crate::domain::agency::lineage;
use crate::domain::error::{Error, Result};
use crate::domain::id::AgencyId;
use crate::domain::interval::{Every, Interval};
use crate::domain::measure::{Fault, Mark};
use crate::work::request::measures::{Ask, Saved, Told, Understood, What};
use crate::work::request::{Answer, OperationKey, Request};
use crate::work::session::Session;

/// Asks about what is measured.
pub fn ask(session: &mut Session, ask: Ask) -> Result<Told> {
    match session.answer(&Request::Measures(ask))? {
        Answer::Measures(told) => Ok(told),
        _ => Err(Error::Fault("another answer".into())),
    }
}

/// The period of a text; a month alone is one of `every`.
pub fn interval(session: &Session, text: &str, every: Every) -> Result<Interval> {
    let read = Interval::read(text, every, session.facts().today);
    read.ok_or_else(|| Fault::BadInterval(text.to_owned()).into())
}

/// The agency of a code.
pub fn agency(session: &Session, code: &str) -> Result<AgencyId> {
    let found = lineage::by_code(&session.facts().agencies, code);
    found
        .map(|agency| agency.id)
        .ok_or_else(|| meant::agency(session, code))
}

/// The code of an agency; none for the city.
pub fn code_of(session: &Session, id: AgencyId) -> Option<String> {
    session.facts().agency(id).map(|agency| agency.code.clone())
}

/// The code of an agency; the word for the city.
pub fn name_of(place: &Place, session: &Session, id: AgencyId) -> String {
    code_of(session, id).unwrap_or_else(|| place.words.measures.city.to_owned())
}

/// Saves, and says what that has done.
pub fn save(place: &Place, session: &mut Session, wanted: Ask, is_json: bool) -> Result<()> {
    let saved = saved(session, wanted)?;
    tell(place, session, &saved, is_json)
}

fn saved(session: &mut Session, wanted: Ask) -> Result<Saved> {
    match ask(session, wanted)? {
        Told::Saved(saved) => Ok(saved),
        _ => Err(Error::Fault("another answer".into())),
    }
}

/// Says what a save has done.
fn tell(place: &Place, session: &Session, saved: &Saved, is_json: bool) -> Result<()> {
    let words = &place.words.measures;
    if is_json {
        return Ok(print::json(&json!({
            "version": shape::VERSION,
            "operation": saved.operation.map(|id| id.0),
            "changed": saved.changed,
            "marks": marks(place, session, &saved.marks),
        }))?);
    }
    for mark in &saved.marks {
        print::aside(&said(place, session, mark));
    }
    let text = if saved.changed == 0 {
        words.unchanged.to_owned()
    } else {
        (words.saved)(saved.changed)
    };
    Ok(print::line(&text)?)
}

fn said(place: &Place, session: &Session, mark: &Mark) -> String {
    let agency = match mark {
        Mark::OpeningDiffers { agency, .. } => name_of(place, session, *agency),
        Mark::NotOver(_) => String::new(),
    };
    (place.words.measures.mark)(mark, &agency)
}

fn marks(place: &Place, session: &Session, marks: &[Mark]) -> Vec<Value> {
    let one = |mark: &Mark| match mark {
        Mark::OpeningDiffers {
            agency,
            month,
            opening,
            before,
        } => json!({
            "mark": "opening_differs",
            "agency": code_of(session, *agency),
            "month": month,
            "opening": opening,
            "before": before,
            "text": said(place, session, mark),
        }),
        Mark::NotOver(interval) => json!({
            "mark": "not_over",
            "period": interval,
            "text": said(place, session, mark),
        }),
    };
    marks.iter().map(one).collect()
}

/// Reads a file, shows what was read, asks, writes.
pub fn import(
    place: &Place,
    session: &mut Session,
    read: Ask,
    what: What,
    asking: &Asking,
) -> Result<()> {
    let Told::Read(read) = ask(session, read)? else {
        return Err(Error::Fault("another answer".into()));
    };
    let would_write = read.sound() > read.same;
    if asking.dry_run || !would_write {
        return preview(place, session, &read, asking.json);
    }
    if !asking.yes {
        may_show(place)?;
        preview(place, session, &read, false)?;
        agrees(place.words.measures.form.ask)?;
    } else if !asking.json {
        preview(place, session, &read, false)?;
    }
    let key = OperationKey::fresh();
    let remove = Vec::new();
    let wanted = match what {
        What::Caseload => Ask::SaveCaseload {
            key,
            seen: Some(read.files_there.clone()),
            set: read.files.clone(),
            remove: Vec::new(),
        },
        What::Readings(_) => Ask::SaveReadings {
            key,
            seen: Some(read.readings_there.clone()),
            set: read.readings.clone(),
            remove,
        },
    };
    let saved = saved(session, wanted)?;
    if asking.json {
        let mut told = read_json(place, session, &read);
        told["operation"] = json!(saved.operation.map(|id| id.0));
        told["changed"] = json!(saved.changed);
        return Ok(print::json(&told)?);
    }
    tell(
        place,
        session,
        &Saved {
            marks: Vec::new(),
            ..saved
        },
        false,
    )
}

fn preview(place: &Place, session: &Session, read: &Understood, is_json: bool) -> Result<()> {
    if is_json {
        return Ok(print::json(&read_json(place, session, read))?);
    }
    let words = &place.words.measures;
    let (sound, left) = (read.sound(), read.left.len());
    let sum = (words.form.read)(sound, read.differing, read.same, left);
    print::sum(place, &sum)?;
    for row in &read.left {
        let why = (words.fault)(&row.why);
        match place.form {
            Form::Columns => print::line(&(words.form.left)(row.line, &row.text, &why))?,
            Form::Plain { .. } => {
                print::row(place, &[], &[row.line.to_string(), row.text.clone(), why])?;
            }
        }
    }
    for mark in &read.marks {
        print::sum(place, &said(place, session, mark))?;
    }
    Ok(())
}

fn read_json(place: &Place, session: &Session, read: &Understood) -> Value {
    let left = read.left.iter().map(|row| {
        json!({
            "line": row.line,
            "text": row.text,
            "why": (place.words.measures.fault)(&row.why),
        })
    });
    json!({
        "version": shape::VERSION,
        "operation": null,
        "rows": read.sound(),
        "differing": read.differing,
        "same": read.same,
        "left": left.collect::<Vec<_>>(),
        "marks": marks(place, session, &read.marks),
    })
}

/// A share with one decimal; null in JSON where there is nothing to compute from.
pub fn share(part: i64, whole: i64) -> Value {
    use crate::domain::amount::Amount;
    Amount::percent(part, whole).map_or(Value::Null, |it| json!(it))
}

/// A share as it is printed.
pub fn share_text(place: &Place, part: i64, whole: i64) -> String {
    place.share(part, whole)
}
