//! The reports as they are read out: which there are, and one of them row by row. What a row was counted from
//! is opened by its number.

mod menu;
mod period;

use std::sync::Arc;

use super::asked;
use super::commands::{Command, Line};
use super::documents::DocumentPlace;
use super::list::List;
use super::pages::Pages;
use super::place::{Place, Step};
use super::talk::{Said, Talk};
use super::task::TaskPlace;
use super::words::{capital, sentence, spoken};
use crate::domain::fold::fold;
use crate::domain::id::AgencyId;
use crate::domain::report::{Cell, Opens, Report, Spec};
use crate::lang::report::said;
use crate::ui::screen::{Outcome, Ui};
use crate::ui::screens::report::form::{PeriodForm, taken};
use crate::ui::screens::report::order::{Order, arranged};
use crate::ui::screens::report::{grouping_after, names};
use crate::ui::screens::to_file::Content;
use crate::ui::widgets::narrow::Item;
use crate::work::request::{Answer, Request};
use menu::opened;

pub use menu::{Menu, named};
pub use period::PeriodPlace;

/// A report.
pub struct ReportPlace {
    spec: Spec,
    made: Option<Arc<Report>>,
    order: Option<Order>,
    /// Rows that hold these words only.
    wanted: String,
    pages: Pages,
}

impl ReportPlace {
    /// The report that is asked for.
    #[must_use]
    pub fn new(spec: Spec) -> Self {
        Self {
            spec,
            made: None,
            order: None,
            wanted: String::new(),
            pages: Pages::default(),
        }
    }

    /// Counts, and says what it is, its total and its first rows.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn announce(&mut self, talk: &mut Talk) -> Said<()> {
        talk.watched.clear();
        let request = Request::Report {
            spec: self.spec.clone(),
        };
        let Some(Answer::Report(made)) = talk.obtain(&request)? else {
            return Ok(());
        };
        // The producer says what it really counts by.
        self.spec = made.spec.clone();
        self.order = self.order.filter(|order| order.column < made.columns.len());
        self.made = Some(made);
        self.begin(talk)
    }

    /// Reads from the first row on.
    fn begin(&mut self, talk: &mut Talk) -> Said<()> {
        let Some(made) = &self.made else {
            return Ok(());
        };
        let frame = talk.frame();
        let ui = frame.ui();
        let t = &ui.t.report;
        let asked = said::asked(&made.spec, made.today, names(&ui), ui.t);
        let mut text = format!(
            "{} {}",
            sentence((t.title)(made.spec.kind)),
            sentence(&capital(&asked))
        );
        if let Some(order) = self.order
            && let Some(column) = made.columns.get(order.column)
        {
            let name = t.heading(made.spec.kind, column.name).long;
            text.push(' ');
            text.push_str(&sentence(&capital(&(t.screen.sorted)(name, order.is_down))));
        }
        let rows = self.rows(&ui);
        text.push(' ');
        text.push_str(&(ui.t.line.follow.rows)(rows.len()));
        if let Some(total) = &made.total {
            let total = cells(made, total, &ui);
            text.push(' ');
            text.push_str(&sentence(&total));
        }
        talk.say(&text)?;
        self.pages.begin();
        if rows.is_empty() {
            return self.tell_notes(talk);
        }
        self.go_on(talk, &rows)
    }

    /// The next rows; behind the last one what has to be said beneath.
    fn go_on(&mut self, talk: &mut Talk, rows: &[String]) -> Said<()> {
        let was_over = self.pages.is_over(rows.len());
        self.pages.go_on(talk, rows)?;
        if !was_over && self.pages.is_over(rows.len()) {
            self.tell_notes(talk)?;
        }
        Ok(())
    }

    fn tell_notes(&self, talk: &mut Talk) -> Said<()> {
        let notes = self.made.as_ref().map(|made| said::notes(made, talk.t));
        let notes: Vec<String> = notes
            .iter()
            .flatten()
            .map(|note| sentence(&capital(note)))
            .collect();
        if notes.is_empty() {
            return Ok(());
        }
        talk.say(&notes.join(" "))
    }

    /// The places of the rows that are read, in their order.
    fn places(&self, ui: &Ui) -> Vec<usize> {
        let made = self.made.as_ref();
        made.map_or_else(Vec::new, |made| {
            arranged(made, self.order, &self.wanted, ui)
        })
    }

    fn rows(&self, ui: &Ui) -> Vec<String> {
        let Some(made) = &self.made else {
            return Vec::new();
        };
        let rows = self.places(ui).into_iter();
        let rows = rows.filter_map(|place| made.rows.cells(place));
        rows.zip(1..)
            .map(|(row, number)| sentence(&format!("{number}. {}", cells(made, &row, ui))))
            .collect()
    }

    /// The question under the report.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        let frame = talk.frame();
        let all = self.places(&frame.ui()).len();
        self.pages
            .prompt(talk, (talk.t.report.title)(self.spec.kind), all)
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Nothing | Line::Command(Command::Next, _) => {
                let frame = talk.frame();
                let rows = self.rows(&frame.ui());
                self.go_on(talk, &rows)?;
            }
            Line::Command(Command::Previous, _) => self.begin(talk)?,
            Line::Number(number) => return self.open(talk, number, ""),
            Line::Unknown(text) if column_of(&text).is_some() => {
                let (number, column) = column_of(&text).unwrap_or_default();
                return self.open(talk, number, column);
            }
            Line::Command(Command::Export, name) => {
                let content = Content::Report(Box::new(self.spec.clone()));
                super::export::run(talk, &content, &name)?;
            }
            Line::Command(Command::Period, text) => return self.turn_to(talk, &text),
            Line::Command(Command::Grouping, text) => return self.group(talk, &text),
            Line::Command(Command::Agencies, text) => return self.of_agency(talk, &text),
            Line::Command(Command::Find, text) => {
                self.wanted = text;
                self.begin(talk)?;
            }
            Line::Command(Command::Sort, text) => self.sort(talk, &text)?,
            Line::Command(Command::Why, _) => {
                let answers = (talk.t.report.answers)(self.spec.kind);
                talk.say(&sentence(&capital(answers)))?;
                self.tell_notes(talk)?;
            }
            other => return Ok(Step::Other(other)),
        }
        Ok(Step::Stay)
    }

    /// What a row was counted from, as a whole or the number under a heading that begins like this.
    fn open(&self, talk: &mut Talk, number: usize, column: &str) -> Said<Step> {
        let frame = talk.frame();
        let places = self.places(&frame.ui());
        let Some(place) = self.pages.place(talk, number, places.len())? else {
            return Ok(Step::Stay);
        };
        let made = self.made.as_ref();
        let place = places.get(place).copied();
        let Some(opens) = place.and_then(|place| made?.rows.opens(place)) else {
            talk.say(talk.t.report.screen.opens_nothing)?;
            return Ok(Step::Stay);
        };
        if column.is_empty() {
            return Ok(step_into(&opens));
        }
        let heading = |name| talk.t.report.heading(self.spec.kind, name);
        let names: Vec<&'static str> = match &opens {
            Opens::Each { columns, .. } => columns.iter().map(|(name, _)| *name).collect(),
            Opens::Tasks(_) | Opens::Task(_) | Opens::Document(_) | Opens::Report(_) => Vec::new(),
        };
        let wanted = fold(column);
        let is_meant = |name: &&'static str| {
            let heading = heading(name);
            fold(heading.long).starts_with(&wanted) || fold(heading.short).starts_with(&wanted)
        };
        if let Some(name) = names.iter().copied().find(|name| is_meant(name)) {
            return Ok(step_into(opens.of_column(Some(name))));
        }
        let names: Vec<&str> = names.iter().map(|name| heading(name).long).collect();
        if names.is_empty() {
            talk.refuse(talk.t.line.follow.opens_whole)?;
        } else {
            talk.refuse(&(talk.t.line.follow.opens_columns)(&names.join(", ")))?;
        }
        Ok(Step::Stay)
    }

    fn turn_to(&mut self, talk: &mut Talk, text: &str) -> Said<Step> {
        let spec = about(talk, &self.spec, text)?;
        Ok(self.turn(spec))
    }

    fn turn(&mut self, spec: Option<Spec>) -> Step {
        match spec {
            Some(spec) => {
                self.spec = spec;
                Step::Again
            }
            None => Step::Stay,
        }
    }

    /// The grouping that is named, or the next one; refused where this report cannot be gathered so.
    fn group(&mut self, talk: &mut Talk, text: &str) -> Said<Step> {
        let wanted = fold(text);
        let (kind, now) = (self.spec.kind, self.spec.by);
        let mut by = grouping_after(kind, now);
        let is_wanted = |by| fold((talk.t.report.screen.by)(by)).contains(&wanted);
        let mut tried = 1;
        while !is_wanted(by) {
            if tried > MOST_GROUPINGS {
                talk.refuse(&(talk.t.line.follow.no_grouping)(text))?;
                return Ok(Step::Stay);
            }
            by = grouping_after(kind, by);
            tried += 1;
        }
        let spec = Spec {
            by,
            ..self.spec.clone()
        };
        Ok(self.turn(Some(spec)))
    }

    /// Of one agency only; of all where none is named.
    fn of_agency(&mut self, talk: &mut Talk, text: &str) -> Said<Step> {
        let mut agency = None;
        if !text.is_empty() {
            let facts = talk.facts();
            let items: Vec<Item> = facts.agencies.iter().map(Item::agency).collect();
            let value = super::form::chosen(talk, &items, text, talk.t.sheet.labels.agency)?;
            let Some(id) = value.and_then(|value| value.parse().ok()) else {
                return Ok(Step::Stay);
            };
            agency = Some(AgencyId(id));
        }
        let spec = Spec {
            agency,
            ..self.spec.clone()
        };
        Ok(self.turn(Some(spec)))
    }

    /// By the column whose name begins like this; the other way round where it is that one already.
    fn sort(&mut self, talk: &mut Talk, text: &str) -> Said<()> {
        let Some(made) = &self.made else {
            return Ok(());
        };
        let heading = |name| talk.t.report.heading(made.spec.kind, name);
        let wanted = fold(text);
        let found = made.columns.iter().position(|column| {
            let heading = heading(column.name);
            fold(heading.long).starts_with(&wanted) || fold(heading.short).starts_with(&wanted)
        });
        let Some(column) = found.filter(|_| !wanted.is_empty()) else {
            let columns = made.columns.iter().map(|column| heading(column.name).long);
            let columns: Vec<&str> = columns.collect();
            return talk.refuse(&(talk.t.line.follow.columns)(&columns.join(", ")));
        };
        let first = column.checked_sub(1).map(|column| Order {
            column,
            is_down: true,
        });
        self.order = match self.order {
            Some(order) if order.column == column => Some(order.turned()),
            Some(_) | None => Order::next(first, 1, &made.columns),
        };
        self.begin(talk)
    }
}

/// The same report about the days that are named; where none are, they are asked for. None where they are not
/// understood, which is said.
fn about(talk: &mut Talk, spec: &Spec, text: &str) -> Said<Option<Spec>> {
    if text.is_empty() {
        let frame = talk.frame();
        let mut form = PeriodForm::new(spec, &frame.ui());
        return Ok(match asked::choose(talk, &mut form)? {
            Some(Outcome::Text(text)) => taken(spec, &text),
            Some(_) | None => None,
        });
    }
    let Some(period) = talk.facts().period(text) else {
        talk.refuse(&(talk.t.report.screen.bad_period)(text))?;
        return Ok(None);
    };
    Ok(Some(Spec {
        period: Some(period),
        ..spec.clone()
    }))
}

/// The number of a row and the beginning of a heading: `3 quá hạn`.
fn column_of(text: &str) -> Option<(usize, &str)> {
    let (number, column) = text.split_once(' ')?;
    let column = column.trim();
    let number = number.parse().ok()?;
    (!column.is_empty()).then_some((number, column))
}

/// More groupings than there are: who comes around has tried all.
const MOST_GROUPINGS: usize = 12;

/// The cells of a row, each with its heading; the first is what the row is about. Dashes are left out, and in
/// rows what there is none of: who listens waits for what there is.
fn cells(made: &Report, cells: &[Cell], ui: &Ui) -> String {
    let kind = made.spec.kind;
    let is_nothing = |cell: &Cell| {
        matches!(
            cell,
            Cell::None | Cell::Share { whole: 0, .. } | Cell::Count(0) | Cell::Days(0)
        )
    };
    let parts = made.columns.iter().zip(cells).enumerate();
    let parts = parts.filter_map(|(place, (column, cell))| {
        let text = match cell {
            Cell::Task(id) => (ui.t.line.number)(id.0).to_lowercase(),
            cell => spoken(&said::cell(cell, kind, names(ui), ui.t)),
        };
        if place == 0 {
            return Some(capital(&text));
        }
        if is_nothing(cell) || text.is_empty() {
            return None;
        }
        let heading = ui.t.report.heading(kind, column.name).long;
        Some(format!("{heading}\u{a0}{text}"))
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// The place that a row leads to, as a whole.
fn step_into(opens: &Opens) -> Step {
    match opens {
        Opens::Tasks(query) => Step::Open(Place::List(List::new((**query).clone(), None))),
        Opens::Task(id) => Step::Open(Place::Task(TaskPlace::new(*id))),
        Opens::Document(id) => Step::Open(Place::Document(DocumentPlace::new(*id))),
        Opens::Report(spec) => opened((**spec).clone()),
        Opens::Each { rest, .. } => step_into(rest),
    }
}
