//! `view`: the saved filters of the screens, by name, from the shell; each person has their own.

use serde_json::{Value, json};

use super::json as shape;
use super::meant;
use super::place::Place;
use super::print::{self, Column};
use super::show::read_filter;
use super::view_args::ViewWhat;
use crate::domain::error::{Error, Result};
use crate::domain::query::{Order, Query, View};
use crate::work::request::{Answer, Request};
use crate::work::session::Session;

/// Does what was asked about saved filters.
///
/// # Errors
/// A name that is none, a filter that is none; those of a save.
pub fn run(place: &Place, what: ViewWhat) -> Result<()> {
    let mut session = place.session()?;
    let session = &mut session;
    match what {
        ViewWhat::List { json } => {
            let views = all(session, &Request::Views)?;
            list(place, &views, json)
        }
        ViewWhat::Show { view_name, json } => {
            let view = find(session, &view_name)?;
            tell(place, &view, json)
        }
        ViewWhat::Save {
            view_name,
            filter,
            view_order,
            json,
        } => {
            let words = filter.join(" ");
            let query = Query {
                filter: read_filter(session, &words)?,
                order: order(view_order.as_deref())?,
            };
            let name = view_name.clone();
            all(session, &Request::SaveView { name, words, query })?;
            let view = find(session, &view_name)?;
            tell(place, &view, json)
        }
        ViewWhat::Remove { view_name, json } => {
            let view = find(session, &view_name)?;
            let name = view.name.clone();
            all(session, &Request::DropView { name })?;
            tell(place, &view, json)
        }
    }
}

/// The saved filter of this name, whatever its accents and capitals.
///
/// # Errors
/// Where there is none, with the nearest name.
pub fn find(session: &mut Session, name: &str) -> Result<View> {
    let views = all(session, &Request::Views)?;
    let found = View::named(&views, name);
    found.cloned().map_err(|nearest| {
        let bad = Error::BadText {
            what: "view",
            text: name.to_owned(),
        };
        meant::with(bad, nearest)
    })
}

/// What a list shows: a saved filter, narrowed by words, or the words alone.
///
/// # Errors
/// A name that is none, a filter that is none.
pub fn query(session: &mut Session, view: Option<&str>, words: &[String]) -> Result<Query> {
    let words = words.join(" ");
    let Some(name) = view else {
        return Ok(Query {
            filter: read_filter(session, &words)?,
            ..Query::default()
        });
    };
    let view = find(session, name)?;
    if words.is_empty() {
        return Ok(view.query);
    }
    Ok(Query {
        filter: read_filter(session, &format!("{} {words}", view.words))?,
        order: view.query.order,
    })
}

fn all(session: &mut Session, request: &Request) -> Result<Vec<View>> {
    match session.answer(request)? {
        Answer::Views(views) => Ok(views),
        _ => Err(Error::Fault("another answer".into())),
    }
}

const ORDERS: [(&str, Order); 3] = [
    ("urgency", Order::Urgency),
    ("newest", Order::Newest),
    ("document", Order::Document),
];

fn order(word: Option<&str>) -> Result<Order> {
    let Some(word) = word else {
        return Ok(Order::default());
    };
    let bad = || Error::BadText {
        what: "order",
        text: word.to_owned(),
    };
    let found = ORDERS.iter().find(|(code, _)| *code == word);
    found
        .map(|(_, order)| *order)
        .ok_or_else(|| meant::near(bad(), word, ORDERS.iter().map(|(code, _)| code)))
}

fn code_of(order: Order) -> &'static str {
    match order {
        Order::Urgency => "urgency",
        Order::Newest => "newest",
        Order::Document => "document",
    }
}

fn json_of(view: &View) -> Value {
    json!({
        "name": view.name,
        "filter": view.words,
        "order": code_of(view.query.order),
    })
}

fn tell(place: &Place, view: &View, is_json: bool) -> Result<()> {
    if is_json {
        let mut told = json_of(view);
        told["version"] = json!(shape::VERSION);
        return Ok(print::json(&told)?);
    }
    row(place, view)
}

fn list(place: &Place, views: &[View], is_json: bool) -> Result<()> {
    if is_json {
        let views: Vec<Value> = views.iter().map(json_of).collect();
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "views": views }),
        )?);
    }
    if views.is_empty() {
        print::aside(place.words.filter.no_views);
        return Ok(());
    }
    let heading = place.words.scripts.views_heading.map(str::to_owned);
    print::heading(place, &COLUMNS, &heading)?;
    views.iter().try_for_each(|view| row(place, view))
}

const COLUMNS: [Column; 3] = [Column::Left(30), Column::Left(10), Column::Rest];

fn row(place: &Place, view: &View) -> Result<()> {
    let cells = [
        view.name.clone(),
        code_of(view.query.order).to_owned(),
        view.words.clone(),
    ];
    Ok(print::row(place, &COLUMNS, &cells)?)
}
