//! The saved views: read out, opened by number or name; a filter is kept under a name.

use super::commands::Line;
use super::list::List;
use super::place::{Place, Step};
use super::talk::{Said, Talk};
use super::words::{meant, sentence};
use crate::domain::filter::describe;
use crate::domain::fold::fold;
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
        let view = match &line {
            Line::Number(number) => number
                .checked_sub(1)
                .and_then(|place| self.views.get(place)),
            Line::Unknown(name) => self
                .views
                .iter()
                .find(|view| fold(&view.name) == fold(name)),
            _ => return Ok(Step::Other(line)),
        };
        match (view, line) {
            (Some(view), _) => {
                let list = List::new(view.query.clone(), Some(view.name.clone()));
                Ok(Step::Open(Place::List(list)))
            }
            (None, Line::Number(number)) => {
                talk.refuse(&(talk.t.line.no_row)(number, self.views.len()))?;
                Ok(Step::Stay)
            }
            (None, line) => Ok(Step::Other(line)),
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
