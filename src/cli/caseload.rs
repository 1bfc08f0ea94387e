//! `caseload`: files of agencies by month, from the shell.

use serde_json::{Value, json};

use super::json as shape;
use super::measure_args::CaseloadWhat;
use super::measured::{agency, ask, code_of, import, interval, name_of, save, share, share_text};
use super::place::Place;
use super::print::{self, Column};
use super::stdin::Laid;
use crate::domain::caseload::{Caseload, Files};
use crate::domain::error::{Error, Result};
use crate::domain::id::AgencyId;
use crate::domain::interval::{Every, Interval};
use crate::work::request::OperationKey;
use crate::work::request::measures::{Ask, CityFiles, Told, What};
use crate::work::session::Session;

/// Does what was asked about files by month.
pub fn run(place: &Place, what: CaseloadWhat) -> Result<()> {
    let mut session = place.session()?;
    let session = &mut session;
    match what {
        CaseloadWhat::List {
            month,
            of_agency,
            json,
        } => match of_agency {
            Some(code) => of_one(place, session, &code, json),
            None => {
                let city = city(session, month.as_deref())?;
                list(place, session, &city, |_| true, json)
            }
        },
        CaseloadWhat::Alerts { month, json } => {
            let city = city(session, month.as_deref())?;
            list(place, session, &city, is_alert, json)
        }
        CaseloadWhat::Set {
            agency_code,
            of_month,
            counts,
            json,
        } => {
            let files = Caseload {
                agency: agency(session, &agency_code)?,
                month: interval(session, &of_month, Every::Month)?,
                opening: counts.opening,
                received: counts.received,
                solved_on_time: counts.solved_on_time,
                solved_late: counts.solved_late,
                open_in_time: counts.open_in_time,
                open_late: counts.open_late,
                withdrawn: counts.withdrawn,
                waiting: counts.waiting,
            };
            save(place, session, keep(vec![files], Vec::new()), json)
        }
        CaseloadWhat::Remove {
            agency_code,
            of_month,
            json,
        } => {
            let agency = agency(session, &agency_code)?;
            let month = interval(session, &of_month, Every::Month)?;
            let wanted = keep(Vec::new(), vec![(agency, month)]);
            save(place, session, wanted, json)
        }
        CaseloadWhat::Import {
            file,
            file_month,
            asking,
        } => {
            let month = file_month.as_deref();
            let month = month.map(|text| interval(session, text, Every::Month));
            let laid = Laid::of(&file)?;
            let read = Ask::Read {
                path: laid.path().to_owned(),
                what: What::Caseload,
                interval: month.transpose()?,
            };
            import(place, session, read, What::Caseload, &asking)
        }
    }
}

/// One who says figures without looking means them, whatever stands there.
fn keep(set: Vec<Caseload>, remove: Vec<(AgencyId, Interval)>) -> Ask {
    Ask::SaveCaseload {
        key: OperationKey::fresh(),
        seen: None,
        set,
        remove,
    }
}

fn city(session: &mut Session, month: Option<&str>) -> Result<CityFiles> {
    let month = month.map(|text| interval(session, text, Every::Month));
    match ask(
        session,
        Ask::Caseload {
            month: month.transpose()?,
        },
    )? {
        Told::Caseload(city) => Ok(city),
        _ => Ok(CityFiles::default()),
    }
}

type Line = (Caseload, Option<Caseload>);

fn is_alert((one, before): &Line) -> bool {
    before.is_some_and(|before| one.files().hides_more(before.files()))
}

fn list(
    place: &Place,
    session: &Session,
    city: &CityFiles,
    shows: impl Fn(&Line) -> bool,
    is_json: bool,
) -> Result<()> {
    let rows: Vec<&Line> = city.rows.iter().filter(|line| shows(line)).collect();
    if is_json {
        let agencies = rows.iter().map(|line| {
            let (one, before) = *line;
            let mut row = files_json(session, one);
            let before = before.map(|it| it.files());
            row["late_before"] = json!(before.map(|it| it.late));
            row["late_share_before"] = before.map_or(Value::Null, |it| share(it.late, it.all));
            row["alert"] = json!(is_alert(line));
            row
        });
        let agencies: Vec<Value> = agencies.collect();
        let missing = city.missing.iter().map(|id| code_of(session, *id));
        let months = city
            .months
            .iter()
            .map(|(month, files)| month_json(*month, *files));
        return Ok(print::json(&json!({
            "version": shape::VERSION,
            "month": city.month,
            "agencies": agencies,
            "missing": missing.collect::<Vec<_>>(),
            "months": months.collect::<Vec<_>>(),
        }))?);
    }
    let words = &place.words.measures;
    let columns = [
        Column::Left(10),
        Column::Right(7),
        Column::Right(9),
        Column::Right(7),
        Column::Right(8),
        Column::Right(11),
        Column::Rest,
    ];
    if let Some(month) = city.month {
        print::remark(place, &(words.caseload)(month))?;
    }
    let [agency, late, all, part, more, _] = words.caseload_heading.map(str::to_owned);
    let up = words.share_before.to_owned();
    print::heading(
        place,
        &columns,
        &[agency, late, all, part, more, up, String::new()],
    )?;
    for line in rows {
        let (one, before) = line;
        let (now, before) = (one.files(), before.map(|it| it.files()));
        let dash = || "–".to_owned();
        let cells = [
            name_of(place, session, one.agency),
            place.number(now.late),
            place.number(now.all),
            share_text(place, now.late, now.all),
            before.map_or_else(dash, |it| format!("{:+}", now.late - it.late)),
            before.map_or_else(dash, |it| share_text(place, it.late, it.all)),
            if is_alert(line) { words.alert } else { "" }.to_owned(),
        ];
        print::row(place, &columns, &cells)?;
    }
    Ok(())
}

fn of_one(place: &Place, session: &mut Session, code: &str, is_json: bool) -> Result<()> {
    let agency = agency(session, code)?;
    let Told::CaseloadOf(months) = ask(session, Ask::CaseloadOf { agency })? else {
        return Err(Error::Fault("another answer".into()));
    };
    if is_json {
        let months = months.iter().map(|one| files_json(session, one));
        return Ok(print::json(&json!({
            "version": shape::VERSION,
            "agency": code_of(session, agency),
            "months": months.collect::<Vec<_>>(),
        }))?);
    }
    let mut columns = vec![Column::Left(8)];
    columns.extend([Column::Right(9); 7]);
    let words = &place.words.measures;
    print::heading(place, &columns, &words.month_heading.map(str::to_owned))?;
    for one in months {
        let files = one.files();
        let counts = [
            one.opening,
            one.received,
            one.solved_on_time,
            one.solved_late,
            one.open(),
            one.open_late,
        ];
        let mut cells = vec![one.month.to_string()];
        cells.extend(counts.map(|it| place.number(it)));
        cells.push(share_text(place, files.late, files.all));
        print::row(place, &columns, &cells)?;
    }
    Ok(())
}

fn files_json(session: &Session, one: &Caseload) -> Value {
    let files = one.files();
    json!({
        "agency": code_of(session, one.agency),
        "month": one.month,
        "opening": one.opening,
        "received": one.received,
        "solved_on_time": one.solved_on_time,
        "solved_late": one.solved_late,
        "open_in_time": one.open_in_time,
        "open_late": one.open_late,
        "withdrawn": one.withdrawn,
        "waiting": one.waiting,
        "late": files.late,
        "files": files.all,
        "late_share": share(files.late, files.all),
    })
}

fn month_json(month: Interval, files: Files) -> Value {
    json!({
        "month": month,
        "received": files.received,
        "solved": files.solved,
        "late": files.late,
        "files": files.all,
        "late_share": share(files.late, files.all),
    })
}
