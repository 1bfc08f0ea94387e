//! `indicator`: what should be reached and what was measured, from the shell.

use serde_json::{Value, json};

use super::args;
use super::json as shape;
use super::meant;
use super::measure_args::{About, IndicatorWhat};
use super::measured::{agency, ask, code_of, import, interval, name_of, save};
use super::place::Place;
use super::print::{self, Column, Form};
use super::stdin::Laid;
use crate::domain::error::{Error, Result};
use crate::domain::fold::fold;
use crate::domain::follow_up::Bound;
use crate::domain::id::{AgencyId, AreaId, IndicatorId};
use crate::domain::indicator::{
    Indicator, Level, Reading, attainment, read_bound, read_level, read_value,
};
use crate::domain::interval::Every;
use crate::domain::measure::Fault;
use crate::work::request::OperationKey;
use crate::work::request::measures::{Ask, Measured, Standing, Told, What};
use crate::work::session::Session;

/// Does what was asked about indicators.
pub fn run(place: &Place, what: IndicatorWhat) -> Result<()> {
    let mut session = place.session()?;
    let session = &mut session;
    match what {
        IndicatorWhat::List { json } => list(place, session, json),
        IndicatorWhat::Show {
            indicator_code,
            json,
        } => {
            let measured = measured(session, &indicator_code)?;
            show(place, session, &measured, json)
        }
        IndicatorWhat::Add {
            indicator_code,
            indicator_name,
            target,
            about,
            json,
        } => {
            let unit = about.unit.clone().unwrap_or_else(|| "%".to_owned());
            let new = Indicator {
                id: IndicatorId(0),
                code: indicator_code,
                name: indicator_name,
                bound: read_bound(&target, &unit)?,
                unit,
                deadline: None,
                level: Level::City,
                every: Every::Quarter,
                since: session.facts().today,
                area: AreaId::NONE,
                document: None,
                is_closed: false,
            };
            let new = with(session, new, &about)?;
            save(place, session, keep(new), json)
        }
        IndicatorWhat::Set {
            indicator_code,
            right_indicator_name,
            target,
            about,
            closed,
            json,
        } => {
            let old = find(session, &indicator_code)?;
            let mut changed = with(session, old, &about)?;
            if let Some(name) = right_indicator_name {
                changed.name = name;
            }
            if let Some(target) = target {
                changed.bound = read_bound(&target, &changed.unit)?;
            }
            changed.is_closed = closed.unwrap_or(changed.is_closed);
            save(place, session, keep(changed), json)
        }
        IndicatorWhat::Read {
            indicator_code,
            period,
            value,
            of_agency,
            value_note,
            remove_value,
            json,
        } => {
            let of = find(session, &indicator_code)?;
            let whose = of_agency.as_deref().map(|code| agency(session, code));
            let read = value.as_deref().map(|text| read_value(text, &of.unit));
            let reading = Reading {
                indicator: of.id,
                agency: whose.transpose()?.unwrap_or(AgencyId::UNRESOLVED),
                interval: interval(session, &period, of.every)?,
                value: read.transpose()?.unwrap_or_default(),
                note: value_note.unwrap_or_default(),
            };
            let (set, remove) = if remove_value {
                (Vec::new(), vec![reading])
            } else {
                (vec![reading], Vec::new())
            };
            let key = OperationKey::fresh();
            // One who says a value without looking means it, whatever stands there.
            let seen = None;
            let wanted = Ask::SaveReadings {
                key,
                seen,
                set,
                remove,
            };
            save(place, session, wanted, json)
        }
        IndicatorWhat::Import {
            file,
            indicator,
            file_period,
            asking,
        } => {
            let of = indicator
                .as_deref()
                .map(|code| find(session, code))
                .transpose()?;
            let every = of.as_ref().map_or(Every::Month, |of| of.every);
            let period = file_period
                .as_deref()
                .map(|text| interval(session, text, every));
            let what = What::Readings(of.map(|of| of.id));
            let laid = Laid::of(&file)?;
            let read = Ask::Read {
                path: laid.path().to_owned(),
                what,
                interval: period.transpose()?,
            };
            import(place, session, read, what, &asking)
        }
    }
}

fn standings(session: &mut Session) -> Result<Vec<Standing>> {
    match ask(session, Ask::Indicators)? {
        Told::Indicators(standings) => Ok(standings),
        _ => Ok(Vec::new()),
    }
}

fn find(session: &mut Session, code: &str) -> Result<Indicator> {
    let all = standings(session)?;
    let mut indicators = all.iter().map(|one| &one.indicator);
    let found = indicators.find(|it| fold(&it.code) == fold(code)).cloned();
    let bad = || Fault::NoIndicator(code.to_owned()).into();
    let codes = || all.iter().map(|one| one.indicator.code.as_str());
    found.ok_or_else(|| meant::near(bad(), code, codes()))
}

fn measured(session: &mut Session, code: &str) -> Result<Measured> {
    let id = find(session, code)?.id;
    match ask(session, Ask::Indicator { id })? {
        Told::Indicator(measured) => Ok(*measured),
        _ => Err(Error::Fault("another answer".into())),
    }
}

/// The indicator with what was given.
fn with(session: &Session, mut of: Indicator, about: &About) -> Result<Indicator> {
    let facts = session.facts();
    let bad = |what, text: &String| Error::BadText {
        what,
        text: text.clone(),
    };
    if let Some(unit) = &about.unit {
        of.unit.clone_from(unit);
    }
    if let Some(until) = &about.until {
        of.deadline = Some(args::date(until, "date")?);
    }
    if let Some(since) = &about.since {
        of.since = args::date(since, "date")?;
    }
    if let Some(text) = &about.agencies {
        of.level = read_level(text, &facts.agencies, facts.today, |_, _| false)?;
    }
    if let Some(every) = &about.every {
        of.every = Every::from_code(every).ok_or_else(|| bad("kind", every))?;
    }
    if let Some(code) = &about.of_area {
        let found = facts.areas.iter().find(|it| fold(&it.code) == fold(code));
        of.area = found.ok_or_else(|| bad("area", code))?.id;
    }
    if let Some(symbol) = &about.of_document {
        let is_it = |text: &str| fold(text) == fold(symbol);
        let mut documents = facts.documents.iter();
        let found = documents.find(|it| is_it(&it.symbol) || is_it(&it.code));
        of.document = Some(found.ok_or_else(|| bad("document", symbol))?.id);
    }
    Ok(of)
}

fn keep(indicator: Indicator) -> Ask {
    Ask::SaveIndicator {
        key: OperationKey::fresh(),
        seen: None,
        indicator: Box::new(indicator),
    }
}

fn list(place: &Place, session: &mut Session, is_json: bool) -> Result<()> {
    let all = standings(session)?;
    if is_json {
        let rows = all.iter().map(|one| {
            let mut row = indicator_json(session, &one.indicator);
            row["last_period"] = json!(one.last);
            row["value"] = json!(one.value);
            row["distance"] = json!(one.value.map(|it| one.indicator.bound.distance(it)));
            row["reached"] = json!(one.reached);
            row["measured"] = json!(one.measured);
            row["missing"] = json!(one.missing);
            row
        });
        return Ok(print::json(&json!({
            "version": shape::VERSION,
            "indicators": rows.collect::<Vec<_>>(),
        }))?);
    }
    let words = &place.words.measures;
    let columns = [
        Column::Left(12),
        Column::Left(30),
        Column::Left(12),
        Column::Left(8),
        Column::Right(10),
        Column::Right(9),
        Column::Right(10),
    ];
    print::heading(place, &columns, &words.indicator_heading.map(str::to_owned))?;
    for one in all {
        let of = &one.indicator;
        let said = |it| place.amount(it);
        let dash = || "–".to_owned();
        let value = match one.value {
            Some(value) => said(value),
            None if one.measured > 0 => (words.reached)(one.reached, one.measured),
            None => dash(),
        };
        let cells = [
            of.code.clone(),
            of.name.clone(),
            (words.bound)(of.bound, &of.unit),
            one.last.map_or_else(dash, |it| it.to_string()),
            value,
            one.value
                .map_or_else(dash, |it| said(of.bound.distance(it))),
            one.missing.to_string(),
        ];
        print::row(place, &columns, &cells)?;
    }
    Ok(())
}

fn show(place: &Place, session: &Session, measured: &Measured, is_json: bool) -> Result<()> {
    let of = &measured.indicator;
    if is_json {
        let readings = measured.readings.iter().map(|one| {
            json!({
                "agency": code_of(session, one.agency),
                "period": one.interval,
                "value": one.value,
                "attainment": attainment(of.bound, one.value),
                "distance": of.bound.distance(one.value),
                "reached": of.bound.holds(one.value),
                "note": one.note,
            })
        });
        let readings: Vec<Value> = readings.collect();
        let missing = measured.missing.iter().map(
            |(interval, whose)| json!({ "agency": code_of(session, *whose), "period": interval }),
        );
        let missing: Vec<Value> = missing.collect();
        let mut told = indicator_json(session, of);
        told["version"] = json!(shape::VERSION);
        told["readings"] = json!(readings);
        told["missing_values"] = json!(missing);
        return Ok(print::json(&told)?);
    }
    let words = &place.words.measures;
    print::remark(place, &format!("{} {}", of.code, of.name))?;
    let until = of.deadline.map(crate::lang::format::date);
    let until = until.as_deref().unwrap_or(words.no_deadline);
    let bound = (words.bound)(of.bound, &of.unit);
    let about = (words.about)(&bound, (words.every)(of.every), until);
    print::remark(place, &about)?;
    let columns = [
        Column::Left(8),
        Column::Left(16),
        Column::Right(12),
        Column::Right(10),
        Column::Right(10),
        Column::Rest,
    ];
    print::heading(place, &columns, &words.reading_heading.map(str::to_owned))?;
    for one in &measured.readings {
        let reached = attainment(of.bound, one.value);
        let reached = reached.map_or_else(
            || "–".to_owned(),
            |it| place.share(it.ten_thousandths(), 1_000_000),
        );
        let cells = [
            one.interval.to_string(),
            name_of(place, session, one.agency),
            place.amount(one.value),
            reached,
            place.amount(of.bound.distance(one.value)),
            one.note.clone(),
        ];
        print::row(place, &columns, &cells)?;
    }
    print::remark(place, &(words.missing)(measured.missing.len()))?;
    for (interval, whose) in &measured.missing {
        let name = name_of(place, session, *whose);
        match place.form {
            Form::Columns => print::line(&format!("{interval}  {name}"))?,
            // A row like the others, without a value.
            Form::Plain { .. } => {
                let mut cells = [const { String::new() }; 6];
                [cells[0], cells[1]] = [interval.to_string(), name];
                print::row(place, &columns, &cells)?;
            }
        }
    }
    Ok(())
}

fn indicator_json(session: &Session, of: &Indicator) -> Value {
    let facts = session.facts();
    let bound: &Bound = &of.bound;
    let agencies = match &of.level {
        Level::City => Value::Null,
        Level::Agencies(ids) => json!(
            ids.iter()
                .map(|id| code_of(session, *id))
                .collect::<Vec<_>>()
        ),
    };
    let document = of
        .document
        .and_then(|id| facts.documents.iter().find(|it| it.id == id));
    json!({
        "code": of.code,
        "name": of.name,
        "unit": of.unit,
        "target": bound,
        "deadline": of.deadline,
        "agencies": agencies,
        "every": of.every.code(),
        "since": of.since,
        "area": facts.area(of.area).map(|it| &it.code).filter(|code| !code.is_empty()),
        "document": document.map(|it| &it.symbol),
        "closed": of.is_closed,
    })
}
