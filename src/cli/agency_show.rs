//! `agency list`, `agency show`, `agency orphans`: looking at agencies in time from the shell.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::agency::id_of;
use super::args;
use super::json as shape;
use super::place::Place;
use super::print::{self, Column};
use super::show::logged;
use crate::domain::agency::{Agency, Flaw, lineage};
use crate::domain::error::Result;
use crate::ui::screens::agencies::told;
use crate::work::request::agency::AgencySheet;
use crate::work::request::{AgencyCounts, Answer, Request};
use crate::work::session::Session;

/// A version of an agency.
#[must_use]
pub fn agency_json(agency: &Agency) -> Value {
    json!({
        "code": agency.code,
        "name": agency.name,
        "kind": agency.kind.code(),
        "parent": agency.parent_code,
        "head": agency.head_title,
        "valid_from": agency.valid_from,
        "valid_to": agency.valid_to,
        "successors": agency.successors,
    })
}

/// Lists the agencies of a day, or of all times.
pub fn list(
    place: &Place,
    session: &Session,
    on: Option<String>,
    all: bool,
    is_json: bool,
) -> Result<()> {
    let facts = session.facts();
    let on: Option<NaiveDate> = on.map(|on| args::date(&on, "date")).transpose()?;
    let on = on.unwrap_or(facts.today);
    let is_there = |agency: &&Agency| !agency.is_void() && (all || agency.is_valid_on(on));
    let agencies = facts.agencies.iter().filter(is_there);
    if is_json {
        let agencies: Vec<Value> = agencies.map(agency_json).collect();
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "agencies": agencies }),
        )?);
    }
    let columns = [
        Column::Left(14),
        Column::Left(48),
        Column::Left(10),
        Column::Left(23),
        Column::Rest,
    ];
    let words = &place.words.agencies;
    print::heading(place, &columns, &words.list_heading.map(str::to_owned))?;
    for agency in agencies {
        let cells = [
            agency.code.clone(),
            agency.name.clone(),
            (words.told.kind)(agency.kind).to_owned(),
            (words.told.validity)(agency),
            agency.successors.join(", "),
        ];
        print::row(place, &columns, &cells)?;
    }
    Ok(())
}

/// Shows one version of an agency, what stands around it, and its log.
pub fn show(place: &Place, session: &mut Session, text: &str, is_json: bool) -> Result<()> {
    let id = id_of(session, text)?;
    let Answer::AgencySheet(sheet) = session.answer(&Request::AgencySheet { id })? else {
        return Err(Flaw::Unknown(text.to_owned()).into());
    };
    let facts = session.facts();
    if is_json {
        let codes = |agencies: &[Agency]| -> Vec<String> {
            agencies.iter().map(|agency| agency.code.clone()).collect()
        };
        let mut agency = agency_json(&sheet.agency);
        if let Value::Object(fields) = &mut agency {
            let log = sheet.log.iter().rev().map(|row| shape::change(row, facts));
            fields.insert("predecessors".to_owned(), json!(codes(&sheet.predecessors)));
            fields.insert("open".to_owned(), json!(open(&sheet)));
            fields.insert("closed".to_owned(), json!(closed(&sheet)));
            fields.insert("accounts".to_owned(), json!(sheet.logins));
            fields.insert("changes".to_owned(), log.collect());
        }
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "agency": agency }),
        )?);
    }
    for (label, value) in told::sheet(&sheet, facts, place.words) {
        print::row(
            place,
            &[Column::Left(16), Column::Rest],
            &[label.to_owned(), value],
        )?;
    }
    print::remark(place, place.words.console.log)?;
    for change in sheet.log.iter().rev() {
        logged(place, change, facts)?;
    }
    Ok(())
}

fn open(sheet: &AgencySheet) -> i64 {
    let counts = &sheet.counts;
    counts.open + counts.no_due + counts.suspended + counts.drafts
}

fn closed(sheet: &AgencySheet) -> i64 {
    sheet.counts.done() + sheet.counts.dropped
}

/// Lists whose open tasks have no lead any more.
pub fn orphans(place: &Place, session: &mut Session, is_json: bool) -> Result<()> {
    let Answer::Agencies(counts) = session.answer(&Request::Agencies)? else {
        return Ok(());
    };
    let facts = session.facts();
    let found = told::orphanages(&counts, facts);
    let words = place.words;
    if is_json {
        let of = |(one, open): &(AgencyCounts, i64)| {
            let agency = facts.agency(one.agency);
            let heir = agency.and_then(|it| lineage::heir(&facts.agencies, it, facts.today));
            json!({
                "code": agency.map(|agency| &agency.code),
                "name": agency.map(|agency| &agency.name),
                "ended": agency.and_then(|agency| agency.valid_to),
                "open": open,
                "successor": heir.map(|heir| &heir.code),
                "successors": agency.map(|agency| &agency.successors),
            })
        };
        let all: Vec<Value> = found.iter().map(of).collect();
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "orphans": all }),
        )?);
    }
    let columns = [
        Column::Left(14),
        Column::Left(48),
        Column::Left(10),
        Column::Right(8),
    ];
    print::heading(
        place,
        &columns,
        &words.agencies.orphans_heading.map(str::to_owned),
    )?;
    for (one, open) in &found {
        let agency = facts.agency(one.agency);
        let name = agency.map_or(words.terms.no_agency, |agency| &agency.name);
        let ended = agency.and_then(|agency| agency.valid_to);
        let cells = [
            agency.map_or_else(String::new, |agency| agency.code.clone()),
            name.to_owned(),
            place.day(ended),
            place.number(*open),
        ];
        print::row(place, &columns, &cells)?;
    }
    Ok(())
}
