//! `list`: what a filter finds, row by row, as one list or by the heads who answer for it.

use super::json::{self as shape, Codes};
use super::place::Place;
use super::print::{self, Column, Form};
use super::show::codes_of;
use crate::domain::agency::lineage::{self, By};
use crate::domain::error::Result;
use crate::domain::id::AgencyId;
use crate::domain::query::{Anchor, Filter, Position, Query};
use crate::domain::seal::Seal;
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::lang::report::said;
use crate::work::request::{Answer, Page, Request};
use crate::work::session::Session;

/// Rows asked for at once: memory stays the same however long the list is.
const PAGE: usize = 200;

/// Lists what a filter finds.
pub fn list(
    place: &Place,
    (view, words): (Option<&str>, &[String]),
    by: By,
    limit: Option<usize>,
    is_json: bool,
) -> Result<()> {
    let mut session = place.session()?;
    let mut query = super::view::query(&mut session, view, words)?;
    if by == By::Today {
        let facts = session.facts();
        query.filter.agencies =
            lineage::all_with_predecessors(&facts.agencies, &query.filter.agencies, facts.today);
    }
    let limit = limit.unwrap_or(usize::MAX);
    let seal = session.log_seal()?;
    let mut out = Listing::begin(place, is_json)?;
    if by != By::Head {
        let listed = out.listed(&mut session, &query, limit, None)?;
        return out.end(listed, limit, &seal);
    }
    let mut listed = 0;
    for (lead, head) in heads(&session, &query) {
        let query = Query {
            filter: Filter {
                agencies: vec![lead],
                ..query.filter.clone()
            },
            ..query.clone()
        };
        listed += out.listed(&mut session, &query, limit - listed, Some(&head))?;
    }
    out.end(listed, limit, &seal)
}

/// The leads that a query is about, each with how its head is called, in official order.
fn heads(session: &Session, query: &Query) -> Vec<(AgencyId, String)> {
    let (facts, wanted) = (session.facts(), &query.filter.agencies);
    let all = facts.agencies.iter();
    let mut heads: Vec<(AgencyId, String)> = all
        .filter(|agency| wanted.is_empty() || wanted.contains(&agency.id))
        .map(|agency| (agency.id, said::head_of(agency)))
        .collect();
    if wanted.is_empty() || wanted.contains(&AgencyId::UNRESOLVED) {
        heads.push((AgencyId::UNRESOLVED, said::DASH.to_owned()));
    }
    heads
}

fn page(session: &mut Session, request: Request) -> Result<Page> {
    match session.answer(&request)? {
        Answer::Page(page) => Ok(page),
        _ => Ok(Page::default()),
    }
}

/// A list on its way out, row by row.
struct Listing<'a> {
    place: &'a Place,
    is_json: bool,
    is_first: bool,
}

const COLUMNS: [Column; 6] = [
    Column::Right(6),
    Column::Left(28),
    Column::Left(8),
    Column::Left(10),
    Column::Left(30),
    Column::Rest,
];

impl<'a> Listing<'a> {
    fn begin(place: &'a Place, is_json: bool) -> Result<Self> {
        if is_json {
            print::line(&format!(
                "{{\n\"version\": {},\n\"tasks\": [",
                shape::VERSION
            ))?;
        } else {
            print::heading(
                place,
                &COLUMNS,
                &place.words.console.list_heading.map(str::to_owned),
            )?;
        }
        Ok(Self {
            place,
            is_json,
            is_first: true,
        })
    }

    /// Lists what a query finds, below a heading where there is one and something is found; says how many.
    fn listed(
        &mut self,
        session: &mut Session,
        query: &Query,
        limit: usize,
        heading: Option<&str>,
    ) -> Result<usize> {
        let mut anchor = Anchor::First;
        let mut listed = 0;
        while listed < limit {
            let wanted = PAGE.min(limit - listed);
            let Page {
                tasks,
                has_more,
                searched_to,
            } = page(
                session,
                Request::Page {
                    query: query.clone(),
                    anchor,
                    limit: wanted,
                },
            )?;
            if let Some(heading) =
                heading.filter(|_| listed == 0 && !tasks.is_empty() && !self.is_json)
            {
                print::remark(self.place, heading)?;
            }
            self.rows(session, &tasks, heading)?;
            listed += tasks.len();
            let last = tasks.last().filter(|_| has_more).and_then(Position::of);
            let Some(place) = searched_to.or(last) else {
                break;
            };
            anchor = Anchor::After(place);
        }
        Ok(listed)
    }

    fn rows(&mut self, session: &mut Session, tasks: &[Task], head: Option<&str>) -> Result<()> {
        let codes = if self.is_json {
            codes_of(session, tasks)?
        } else {
            Codes::new()
        };
        let facts = session.facts();
        for task in tasks {
            if self.is_json {
                let comma = if self.is_first { "" } else { "," };
                print::line(&format!("{comma}{}", shape::task(task, facts, &codes)))?;
            } else {
                let agency = facts.agency(task.agency).map_or("", |agency| &agency.code);
                let terms = &self.place.words.terms;
                let mut cells = vec![
                    task.id.0.to_string(),
                    task.code.clone(),
                    agency.to_owned(),
                    self.place.day(task.due),
                    match task.status {
                        Status::NotStarted | Status::InProgress => {
                            (terms.condition)(facts.day().judge(task))
                        }
                        status => (terms.status)(status).to_owned(),
                    },
                    task.title.clone(),
                ];
                // A row of `--plain` says itself under whom it stands.
                if let (Form::Plain { .. }, Some(head)) = (self.place.form, head) {
                    cells.push(head.to_owned());
                }
                print::row(self.place, &COLUMNS, &cells)?;
            }
            self.is_first = false;
        }
        Ok(())
    }

    fn end(&self, listed: usize, limit: usize, seal: &Seal) -> Result<()> {
        let console = &self.place.words.console;
        if self.is_json {
            print::line(&format!("],\n\"log\": {}\n}}", shape::seal(seal)))?;
        } else {
            print::aside(&(console.listed)(listed));
            if listed == limit {
                print::aside(&(console.limited)(limit));
            }
        }
        Ok(())
    }
}
