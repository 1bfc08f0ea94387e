//! The agencies with their counts, page by page; one is chosen by number, code or name.

use super::commands::{Command, Line};
use super::form::chosen;
use super::list::List;
use super::place::{Place, Step};
use super::talk::{Said, Talk};
use super::words::sentence;
use crate::domain::id::AgencyId;
use crate::domain::query::{Filter, Query};
use crate::lang::HowFar;
use crate::ui::widgets::narrow::Item;
use crate::work::request::{AgencyCounts, Answer, Request};

/// So many agencies are read at a time.
const PAGE: usize = 10;

/// The agencies that have tasks.
#[derive(Default)]
pub struct Agencies {
    rows: Vec<AgencyCounts>,
    /// The first row of what was read last, counted from 0.
    first: usize,
    read: usize,
}

impl Agencies {
    /// Asks for the counts and reads the first page.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn announce(&mut self, talk: &mut Talk) -> Said<()> {
        talk.watched.clear();
        self.read = 0;
        if let Some(Answer::Agencies(rows)) = talk.obtain(&Request::Agencies)? {
            self.rows = rows;
        }
        talk.say(&(talk.t.line.agencies)(self.rows.len()))?;
        self.go_on(talk)
    }

    fn go_on(&mut self, talk: &mut Talk) -> Said<()> {
        if self.read >= self.rows.len() {
            return talk.say(talk.t.line.end_of_list);
        }
        let facts = talk.facts();
        self.first = self.read;
        let mut said = 0;
        while said < PAGE
            && let Some(row) = self.rows.get(self.read)
        {
            let agency = facts.agency(row.agency);
            let name = agency.map_or(talk.t.terms.no_agency, |agency| agency.name.as_str());
            let figures = (talk.t.line.figures)(&row.counts);
            let mut text = sentence(&format!("{}. {name}: {figures}", self.read + 1));
            // The code is for typing: it comes last, and is read only by who waits for it.
            if let Some(agency) = agency {
                text.push_str(&format!(" {}", sentence(&(talk.t.line.code)(&agency.code))));
            }
            if said > 0 && talk.is_full_with(talk.lines_of(&text)) {
                break;
            }
            talk.say(&text)?;
            self.read += 1;
            said += 1;
        }
        Ok(())
    }

    /// The question under the agencies.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        (talk.t.line.prompt.agencies)(&HowFar {
            rows: (self.first + 1, self.read),
            all: self.rows.len().to_string(),
            left: Some(self.rows.len().saturating_sub(self.read)),
            has_more: self.read < self.rows.len(),
        })
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Nothing | Line::Command(Command::Next, _) => self.go_on(talk)?,
            Line::Number(number) => {
                let row = number.checked_sub(1).and_then(|place| self.rows.get(place));
                match row.map(|row| row.agency) {
                    Some(agency) => return Ok(Step::Open(of(talk, agency))),
                    None => talk.refuse(&(talk.t.line.no_row)(number, self.rows.len()))?,
                }
            }
            Line::Unknown(name) => return named(talk, &name),
            other => return Ok(Step::Other(other)),
        }
        Ok(Step::Stay)
    }
}

/// The tasks of an agency that is named by its code or name, of whatever time.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn named(talk: &mut Talk, name: &str) -> Said<Step> {
    let facts = talk.facts();
    let items: Vec<Item> = facts.agencies.iter().map(Item::agency).collect();
    let label = talk.t.sheet.labels.agency;
    let value = chosen(talk, &items, name, label)?;
    Ok(match value.and_then(|value| value.parse().ok()) {
        Some(id) => Step::Open(of(talk, AgencyId(id))),
        None => Step::Stay,
    })
}

/// The tasks of an agency.
fn of(talk: &Talk, agency: AgencyId) -> Place {
    let facts = talk.facts();
    let name = facts.agency(agency).map(|agency| agency.name.clone());
    let query = Query {
        filter: Filter {
            agencies: vec![agency],
            ..Filter::default()
        },
        ..Query::default()
    };
    let name = name.unwrap_or_else(|| talk.t.terms.no_agency.to_owned());
    Place::List(List::new(query, Some(name)))
}
