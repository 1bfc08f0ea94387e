//! The saved views: read out, opened by number or name; a filter is kept under a name.

use super::commands::Line;
use super::list::List;
use super::place::{Place, Step};
use super::talk::{Said, Talk};
use super::words::{meant, sentence};
use crate::domain::filter::describe;
use crate::domain::query::{Query, View};
use crate::work::request::{Answer, Request};

/// One's saved views.
#[derive(Default)]
pub struct Views {
    views: Vec<View>,
}

impl Views {
    /// Reads the names.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn announce(&mut self, talk: &mut Talk) -> Said<()> {
        talk.watched.clear();
        if let Some(Answer::Views(views)) = talk.obtain(&Request::Views)? {
            self.views = views;
        }
        if self.views.is_empty() {
            return talk.say(talk.t.line.no_views);
        }
        let frame = talk.frame();
        let ui = frame.ui();
        let mut texts = vec![sentence(talk.t.filter.views)];
        let views = self.views.iter().zip(1..);
        texts.extend(views.map(|(view, number)| {
            let what = meant(&view.query.filter, &ui);
            sentence(&format!("{number}. {}: {what}", view.name))
        }));
        talk.read_out(&texts)
    }

    /// The question under the views.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        let t = &talk.t.line;
        if self.views.is_empty() {
            (t.prompt.empty)(talk.t.filter.views)
        } else {
            t.prompt.views.to_owned()
        }
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Number(number) => {
                let place = number.checked_sub(1);
                match place.and_then(|place| self.views.get(place)) {
                    Some(view) => Ok(Step::Open(Place::List(list_of(view)))),
                    None => {
                        talk.refuse(&(talk.t.line.no_row)(number, self.views.len()))?;
                        Ok(Step::Stay)
                    }
                }
            }
            Line::Unknown(name) => match View::named(&self.views, &name) {
                Ok(view) => Ok(Step::Open(Place::List(list_of(view)))),
                Err(Some(nearest)) => {
                    talk.refuse(&(talk.t.filter.no_view)(&name, Some(nearest)))?;
                    Ok(Step::Stay)
                }
                // Nothing here is called like that; it may be a command that was misspelt.
                Err(None) => Ok(Step::Other(Line::Unknown(name))),
            },
            other => Ok(Step::Other(other)),
        }
    }
}

fn list_of(view: &View) -> List {
    List::new(view.query.clone(), Some(view.name.clone()))
}

/// The list of the view of that name, or all views where none was named.
///
/// # Errors
/// As for [`Talk::say`].
pub fn named(talk: &mut Talk, name: &str) -> Said<Step> {
    if name.is_empty() {
        return Ok(Step::Open(Place::Views(Views::default())));
    }
    let Some(Answer::Views(views)) = talk.obtain(&Request::Views)? else {
        return Ok(Step::Stay);
    };
    match View::named(&views, name) {
        Ok(view) => Ok(Step::Open(Place::List(list_of(view)))),
        Err(nearest) => {
            talk.refuse(&(talk.t.filter.no_view)(name, nearest))?;
            Ok(Step::Stay)
        }
    }
}

/// Keeps a filter under a name; asks for the name where none was given.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn keep(talk: &mut Talk, query: &Query, name: &str) -> Said<()> {
    let mut name = name.to_owned();
    while name.is_empty() {
        name = talk.hear(talk.t.line.prompt.view_name)?;
        match name.as_str() {
            "q" | "Q" | "" => return Ok(()),
            "?" => {
                talk.say(talk.t.line.help.view)?;
                name.clear();
            }
            _ => {}
        }
    }
    let frame = talk.frame();
    let request = Request::SaveView {
        name: name.clone(),
        words: describe(&query.filter, &frame.ui().filter_context()),
        query: query.clone(),
    };
    if talk.obtain(&request)?.is_some() {
        let text = (talk.t.filter.kept)(&name);
        talk.say(&super::words::without_keys(&text))?;
    }
    Ok(())
}
