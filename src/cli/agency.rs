//! `agency`: agencies in time, from the shell. Always rehearsed first, then asked, then done.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::agency_args::{AgencyWhat, Doing, Handing, NewArguments};
use super::args;
use super::import::agrees;
use super::json as shape;
use super::place::Place;
use super::print::{self, Column};
use super::save::agency_of;
use crate::domain::agency::lineage::{self, By};
use crate::domain::agency::{Agency, AgencyKind, Flaw, Heir, Newcomer, Reorganisation, Step};
use crate::domain::area::match_area;
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::hand_over::{Rule, Which};
use crate::domain::id::AgencyId;
use crate::lang::format;
use crate::ui::screens::agencies::told;
use crate::work::request::agency::{AgencySheet, Reorganised};
use crate::work::request::{AgencyCounts, Answer, Facts, OperationKey, Request};
use crate::work::session::Session;

/// What `--by` says.
pub fn by(word: Option<&str>) -> Result<By> {
    match word {
        None | Some("then") => Ok(By::Then),
        Some("today") => Ok(By::Today),
        Some(other) => Err(Error::BadText {
            what: "by",
            text: other.to_owned(),
        }),
    }
}

/// Does what was asked about agencies.
pub fn run(place: &Place, what: AgencyWhat) -> Result<()> {
    let mut session = place.session()?;
    let (step, doing) = match what {
        AgencyWhat::List { on, all, json } => return list(place, &session, on, all, json),
        AgencyWhat::Show { agency_code, json } => {
            return show(place, &mut session, &agency_code, json);
        }
        AgencyWhat::Orphans { json } => return orphans(place, &mut session, json),
        AgencyWhat::HandOver {
            from_agency,
            to_agency,
            handing,
        } => {
            let rule = Rule {
                which: Which::All,
                from: Some(id_of(&session, &from_agency)?),
                to: Some(id_of(&session, &to_agency)?),
            };
            return hand_over(place, &mut session, rule, &handing);
        }
        AgencyWhat::SettleOrphans {
            to_agency,
            from_agency,
            area,
            words,
            handing,
        } => {
            let id = |code: Option<String>| code.map(|code| id_of(&session, &code)).transpose();
            let rule = Rule {
                which: which(&session, area, words)?,
                from: id(from_agency)?,
                to: id(to_agency)?,
            };
            return hand_over(place, &mut session, rule, &handing);
        }
        AgencyWhat::Found {
            agency_name,
            new,
            doing,
        } => (
            Step::Found {
                new: newcomer(agency_name, new)?,
            },
            doing,
        ),
        AgencyWhat::Rename {
            agency_code,
            agency_name,
            new,
            doing,
        } => (
            Step::Rename {
                code: agency_code,
                new: newcomer(agency_name, new)?,
            },
            doing,
        ),
        AgencyWhat::Merge {
            agency_codes,
            into,
            new_name,
            new,
            doing,
        } => {
            let into = match (into, new_name) {
                (Some(code), _) => Heir::Known(code),
                (None, name) => Heir::New(newcomer(name.unwrap_or_default(), new)?),
            };
            let codes = agency_codes;
            (Step::Merge { codes, into }, doing)
        }
        AgencyWhat::Split {
            agency_code,
            parts,
            doing,
        } => {
            let agencies = &session.facts().agencies;
            let into = parts.iter().map(|part| heir(agencies, part)).collect();
            let code = agency_code;
            (Step::Split { code, into }, doing)
        }
        AgencyWhat::Dissolve { agency_code, doing } => {
            (Step::Dissolve { code: agency_code }, doing)
        }
    };
    reorganise(place, &mut session, step, &doing)
}

fn newcomer(name: String, new: NewArguments) -> Result<Newcomer> {
    let kind = new
        .agency_kind
        .map(|text| AgencyKind::from_code(&text).ok_or(Error::BadText { what: "kind", text }));
    Ok(Newcomer {
        code: new.new_code,
        name,
        kind: kind.transpose()?,
        parent_code: new.parent,
        head_title: new.head,
    })
}

/// A part of a split: a code that exists, else the name of what begins, with its code before `=` if wanted.
fn heir(agencies: &[Agency], part: &str) -> Heir {
    if lineage::by_code(agencies, part).is_some() || !part.contains(' ') {
        return Heir::Known(part.to_owned());
    }
    let (code, name) = match part.split_once('=') {
        Some((code, name)) => (Some(code.to_owned()), name),
        None => (None, part),
    };
    Heir::New(Newcomer {
        code,
        name: name.to_owned(),
        ..Newcomer::default()
    })
}

fn which(session: &Session, area: Option<String>, words: Option<String>) -> Result<Which> {
    if let Some(text) = area {
        let found = match_area(&text, &session.facts().areas);
        return found
            .map(Which::Area)
            .ok_or(Error::BadText { what: "area", text });
    }
    Ok(words.map_or(Which::All, |words| Which::Words(clean(&words))))
}

/// A code, of whatever time, or a name.
fn id_of(session: &Session, text: &str) -> Result<AgencyId> {
    match lineage::by_code(&session.facts().agencies, text) {
        Some(agency) => Ok(agency.id),
        None => agency_of(session, text),
    }
}

fn reorganise(place: &Place, session: &mut Session, step: Step, doing: &Doing) -> Result<()> {
    let plan = Reorganisation {
        on: args::date(&doing.on, "date")?,
        document: doing.handing.by_document.clone().unwrap_or_default(),
        step,
    };
    let request = |is_rehearsal| Request::Reorganise {
        key: OperationKey::fresh(),
        plan: plan.clone(),
        is_rehearsal,
    };
    carry(place, session, &request, &doing.handing)
}

fn hand_over(place: &Place, session: &mut Session, rule: Rule, handing: &Handing) -> Result<()> {
    let request = |is_rehearsal| Request::HandOver {
        key: OperationKey::fresh(),
        rule: rule.clone(),
        document: handing.by_document.clone().unwrap_or_default(),
        is_rehearsal,
    };
    carry(place, session, &request, handing)
}

fn carry(
    place: &Place,
    session: &mut Session,
    request: &dyn Fn(bool) -> Request,
    handing: &Handing,
) -> Result<()> {
    if handing.dry_run || !handing.yes {
        let would = told_by(session.answer(&request(true))?);
        if handing.dry_run {
            return tell(place, session.facts(), &would, handing.json);
        }
        tell(place, session.facts(), &would, false)?;
        if !agrees(place, place.words.agencies.ask)? {
            return Err(Error::Cancelled);
        }
    }
    let done = told_by(session.answer(&request(false))?);
    if handing.json {
        return tell(place, session.facts(), &done, true);
    }
    if handing.yes {
        tell(place, session.facts(), &done, false)?;
    }
    let words = &place.words.agencies.told;
    if !done.is_later {
        print::line(&(words.done)(done.handed(), done.orphans()))?;
    }
    Ok(())
}

fn told_by(answer: Answer) -> Reorganised {
    match answer {
        Answer::Reorganised(told) => *told,
        _ => Reorganised::default(),
    }
}

fn tell(place: &Place, facts: &Facts, told: &Reorganised, is_json: bool) -> Result<()> {
    if is_json {
        return Ok(print::json(&as_json(facts, told))?);
    }
    for line in told::lines(told, facts, place.words) {
        print::line(&line)?;
    }
    Ok(())
}

fn as_json(facts: &Facts, told: &Reorganised) -> Value {
    let code = |id: AgencyId| facts.agency(id).map(|agency| agency.code.clone());
    let moves = told.moves.iter().map(|one| {
        json!({ "from": code(one.from), "to": one.to, "open": one.open, "series": one.series, "closed": one.closed })
    });
    let accounts = told
        .accounts
        .iter()
        .map(|one| json!({ "login": one.login, "from": code(one.from), "to": one.to }));
    json!({
        "version": shape::VERSION,
        "operation": told.operation.map(|id| id.0),
        "ending": told.ending.iter().map(agency_json).collect::<Vec<_>>(),
        "beginning": told.beginning.iter().map(agency_json).collect::<Vec<_>>(),
        "moves": moves.collect::<Vec<_>>(),
        "accounts": accounts.collect::<Vec<_>>(),
        "handed": told.handed(),
        "orphans": told.orphans(),
        "later": told.is_later,
    })
}

fn agency_json(agency: &Agency) -> Value {
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

fn list(
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
    print::row(&columns, &words.list_heading.map(str::to_owned))?;
    for agency in agencies {
        let cells = [
            agency.code.clone(),
            agency.name.clone(),
            (words.told.kind)(agency.kind).to_owned(),
            (words.told.validity)(agency),
            agency.successors.join(", "),
        ];
        print::row(&columns, &cells)?;
    }
    Ok(())
}

fn show(place: &Place, session: &mut Session, text: &str, is_json: bool) -> Result<()> {
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
            &[Column::Left(16), Column::Rest],
            &[label.to_owned(), value],
        )?;
    }
    print::line(place.words.console.log)?;
    for change in sheet.log.iter().rev() {
        print::line(&format!("  {}", told::change(change, place.words)))?;
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

fn orphans(place: &Place, session: &mut Session, is_json: bool) -> Result<()> {
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
    print::row(&columns, &words.agencies.orphans_heading.map(str::to_owned))?;
    for (one, open) in &found {
        let agency = facts.agency(one.agency);
        let name = agency.map_or(words.terms.no_agency, |agency| &agency.name);
        let ended = agency.and_then(|agency| agency.valid_to);
        let cells = [
            agency.map_or_else(String::new, |agency| agency.code.clone()),
            name.to_owned(),
            ended.map_or_else(String::new, format::date),
            format::number(*open, words.language),
        ];
        print::row(&columns, &cells)?;
    }
    Ok(())
}
