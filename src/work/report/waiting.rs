//! Who is waited for, and since when: monitors, leaders, heads, supporting agencies.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::error::Result;
use crate::domain::follow_up::SupportRequest;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::query::{Filter, Mark, Query};
use crate::domain::report::{Cell, Grouping, Holds, Opens, Report, Row, Spec};
use crate::domain::status::Status;
use crate::store::Patience;
use crate::work::session::Session;

use super::{column, cut};

/// What waits, by who has to act; or the requests to supporting agencies one by one.
pub(super) fn waiting(session: &Session, spec: &Spec) -> Result<Report> {
    let requests = requests(session)?;
    if spec.by == Grouping::None {
        return Ok(one_by_one(session, spec, requests));
    }
    let mut rows = Vec::new();
    for waits in WAITS {
        rows.extend(row(session, spec, &waits)?);
    }
    let mut asked: BTreeMap<AgencyId, (i64, NaiveDate)> = BTreeMap::new();
    for (.., request) in &requests {
        let entry = asked.entry(request.agency).or_insert((0, request.asked_on));
        entry.0 += 1;
        entry.1 = entry.1.min(request.asked_on);
    }
    let mut asked: Vec<_> = asked.into_iter().collect();
    asked.retain(|(agency, _)| spec.agency.is_none_or(|only| only == *agency));
    asked.sort_by_key(|(_, (_, since))| *since);
    for (agency, (count, since)) in asked {
        let closer = Spec {
            by: Grouping::None,
            agency: Some(agency),
            ..spec.clone()
        };
        rows.push(Row {
            cells: cells(session, Cell::Agency(agency), "support", count, Some(since)),
            opens: Some(Opens::Report(Box::new(closer))),
        });
    }
    let columns = vec![
        column("who", Holds::Text, 0),
        column("for_what", Holds::Text, 0),
        column("count", Holds::Count, 0),
        column("since", Holds::Date, 1),
        column("days", Holds::Days, 0),
    ];
    Ok(cut(session, spec, columns, rows, None, vec!["waiting"]))
}

/// Something that waits for people of one kind.
struct Waits {
    who: &'static str,
    for_what: &'static str,
    status: Option<Status>,
    mark: Option<Mark>,
}

const fn waits(
    who: &'static str,
    for_what: &'static str,
    status: Option<Status>,
    mark: Option<Mark>,
) -> Waits {
    Waits {
        who,
        for_what,
        status,
        mark,
    }
}

const WAITS: [Waits; 5] = [
    waits("monitor", "confirmation", Some(Status::Awaiting), None),
    waits("monitor", "dispute", None, Some(Mark::Disputed)),
    waits("leader", "extension", None, Some(Mark::ExtensionAsked)),
    waits("leader", "resumption", Some(Status::Suspended), None),
    waits("heads", "explanation", None, Some(Mark::ToExplain)),
];

fn row(session: &Session, spec: &Spec, waits: &Waits) -> Result<Option<Row>> {
    let filter = Filter {
        agencies: spec.agency.into_iter().collect(),
        statuses: waits.status.into_iter().collect(),
        marks: waits.mark.into_iter().collect(),
        ..Filter::default()
    };
    let query = Query {
        filter,
        ..Query::default()
    };
    let facts = &session.facts;
    let day = facts.day();
    let found = session
        .store
        .count(&query, &day, &facts.user, Patience::endless())?;
    if found.count == 0 {
        return Ok(None);
    }
    let store = &session.store;
    let since = match waits.for_what {
        "confirmation" => store.oldest_submission(spec.agency)?,
        "dispute" => store.oldest_dispute(spec.agency)?,
        "explanation" => store.oldest_explanation(spec.agency)?,
        "extension" => store.oldest_extension_request(spec.agency)?,
        "resumption" => store.oldest_suspension(spec.agency)?,
        _ => None,
    };
    let who = Cell::Word(waits.who);
    Ok(Some(Row {
        cells: cells(session, who, waits.for_what, found.count, since),
        opens: Some(Opens::Tasks(Arc::new(query))),
    }))
}

fn cells(
    session: &Session,
    who: Cell,
    for_what: &'static str,
    count: i64,
    since: Option<NaiveDate>,
) -> Vec<Cell> {
    let (calendar, today) = (&session.facts.calendar, session.facts.today);
    let days = since.map(|since| calendar.working_days_between(since, today));
    vec![
        who,
        Cell::Word(for_what),
        Cell::Count(count),
        since.map_or(Cell::None, Cell::Date),
        days.map_or(Cell::None, Cell::Days),
    ]
}

/// A request: the task that it is for, its lead, who asks, and what was asked of whom.
type Asked = (TaskId, AgencyId, SupportRequest);

/// The requests that wait for an answer, the oldest first.
fn requests(session: &Session) -> Result<Vec<Asked>> {
    let mut all = Vec::new();
    for (task, lead, requests) in session.store.with_requests()? {
        let open = requests.into_iter().filter(SupportRequest::is_open);
        all.extend(open.map(|request| (task, lead, request)));
    }
    all.sort_by_key(|(id, _, request)| (request.asked_on, *id));
    Ok(all)
}

fn one_by_one(session: &Session, spec: &Spec, requests: Vec<Asked>) -> Report {
    let (calendar, today) = (&session.facts.calendar, session.facts.today);
    let meant = requests
        .into_iter()
        .filter(|(.., request)| spec.agency.is_none_or(|only| only == request.agency));
    let rows = meant.map(|(task, lead, request)| Row {
        cells: vec![
            Cell::Agency(request.agency),
            Cell::Task(task),
            Cell::Agency(lead),
            Cell::Text(request.text),
            Cell::Date(request.asked_on),
            request.due.map_or(Cell::None, Cell::Date),
            Cell::Days(calendar.working_days_between(request.asked_on, today)),
        ],
        opens: Some(Opens::Task(task)),
    });
    let columns = vec![
        column("agency", Holds::Text, 0),
        column("task", Holds::Text, 0),
        column("asked_by", Holds::Text, 3),
        column("asked_for", Holds::Text, 0),
        column("since", Holds::Date, 1),
        column("answer_by", Holds::Date, 2),
        column("days", Holds::Days, 0),
    ];
    cut(session, spec, columns, rows, None, vec![])
}
