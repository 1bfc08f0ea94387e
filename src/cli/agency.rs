//! `agency`: agencies in time, from the shell. Always rehearsed first, then asked, then done.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::agency_args::{AgencyWhat, Handing, NewArguments};
use super::agency_show::{self, agency_json};
use super::args;
use super::asking::{agrees, may_show};
use super::json as shape;
use super::place::Place;
use super::print;
use super::save::agency_of;
use crate::domain::agency::lineage::{self, By};
use crate::domain::agency::{Agency, AgencyKind, Heir, Newcomer, Reorganisation, Step};
use crate::domain::area::match_area;
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::hand_over::{Rule, Which};
use crate::domain::id::AgencyId;
use crate::ui::screens::agencies::told;
use crate::work::request::agency::Reorganised;
use crate::work::request::{Answer, Facts, OperationKey, Request};
use crate::work::session::Session;

/// What `--by` says.
pub fn by(word: Option<&str>) -> Result<By> {
    match word {
        None | Some("then") => Ok(By::Then),
        Some("today") => Ok(By::Today),
        Some("head") => Ok(By::Head),
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
        AgencyWhat::List { on, all, json } => {
            return agency_show::list(place, &session, on, all, json);
        }
        AgencyWhat::Show { agency_code, json } => {
            return agency_show::show(place, &mut session, &agency_code, json);
        }
        AgencyWhat::Orphans { json } => return agency_show::orphans(place, &mut session, json),
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
        AgencyWhat::Correct {
            agency_code,
            right_name,
            new,
            handing,
        } => {
            let step = Step::Correct {
                code: agency_code,
                new: newcomer(right_name.unwrap_or_default(), new)?,
            };
            let on = session.facts().today;
            return reorganise(place, &mut session, step, on, &handing);
        }
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
    let on = args::date(&doing.on, "date")?;
    reorganise(place, &mut session, step, on, &doing.handing)
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
pub(super) fn id_of(session: &Session, text: &str) -> Result<AgencyId> {
    match lineage::by_code(&session.facts().agencies, text) {
        Some(agency) => Ok(agency.id),
        None => agency_of(session, text),
    }
}

fn reorganise(
    place: &Place,
    session: &mut Session,
    step: Step,
    on: NaiveDate,
    handing: &Handing,
) -> Result<()> {
    let plan = Reorganisation {
        on,
        document: handing.by_document.clone().unwrap_or_default(),
        step,
    };
    let request = |is_rehearsal| Request::Reorganise {
        key: OperationKey::fresh(),
        plan: plan.clone(),
        is_rehearsal,
    };
    carry(place, session, &request, handing)
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
        may_show(place)?;
        tell(place, session.facts(), &would, false)?;
        agrees(place.words.agencies.ask)?;
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
        print::line(&told::done(&done, words))?;
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
    let corrected = told
        .corrected
        .iter()
        .map(|one| json!({ "before": agency_json(&one.before), "after": agency_json(&one.after) }));
    let accounts = told
        .accounts
        .iter()
        .map(|one| json!({ "login": one.login, "from": code(one.from), "to": one.to }));
    json!({
        "version": shape::VERSION,
        "operation": told.operation.map(|id| id.0),
        "ending": told.ending.iter().map(agency_json).collect::<Vec<_>>(),
        "beginning": told.beginning.iter().map(agency_json).collect::<Vec<_>>(),
        "corrected": corrected.collect::<Vec<_>>(),
        "moves": moves.collect::<Vec<_>>(),
        "accounts": accounts.collect::<Vec<_>>(),
        "handed": told.handed(),
        "orphans": told.orphans(),
        "later": told.is_later,
    })
}
