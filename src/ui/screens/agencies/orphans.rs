//! "Chưa có đơn vị tiếp nhận": whose open tasks have no lead any more, and these tasks, to be settled by
//! rule or one by one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::Form;
use super::list::{may_not, refused};
use super::rows::{Rows, row};
use super::step::Kind;
use super::told::orphanages;
use crate::domain::change::News;
use crate::domain::count::AgencyCounts;
use crate::domain::hand_over::{Rule, Which};
use crate::domain::id::AgencyId;
use crate::domain::query::{Anchor, Filter, Mark, Position as Place, Query};
use crate::domain::task::Task;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::work::request::{Answer, Request};

/// So many tasks are asked for at a time.
const PAGE: usize = 200;

/// The leads whose open tasks have no lead any more.
#[derive(Default)]
pub struct Orphans {
    rows: Rows,
    counts: Option<Vec<AgencyCounts>>,
}

impl Orphans {
    fn shown(&self, ui: &Ui) -> Vec<(AgencyId, i64)> {
        let counts = self.counts.as_deref().unwrap_or_default();
        let found = orphanages(counts, ui.facts).into_iter();
        found
            .map(|(one, open)| (one.agency, open))
            .filter(|(id, _)| self.rows.shows(&name(*id, ui)))
            .collect()
    }
}

fn name(id: AgencyId, ui: &Ui) -> String {
    let agency = ui.facts.agency(id);
    agency.map_or_else(
        || ui.t.terms.no_agency.to_owned(),
        |agency| format!("{} {}", agency.code, agency.name),
    )
}

impl Screen for Orphans {
    fn context(&self) -> Context {
        Context::Keeping
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.agencies.screens.orphans.to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Ask(Request::Agencies)]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let shown = self.shown(ui);
        let selected = shown.get(self.rows.at()).map(|(id, _)| *id);
        match (action, selected) {
            (Action::Close | Action::Back, _) => vec![Effect::Close],
            (Action::Refresh, _) => vec![Effect::Ask(Request::Agencies)],
            (Action::Enter, Some(id)) => vec![Effect::Open(Box::new(Waiting::new(id)))],
            (Action::Choose | Action::Add, _) if may_not(ui) => refused(ui),
            (Action::Choose, Some(id)) => {
                vec![Effect::Open(Box::new(Form::new(Kind::HandOver, Some(id))))]
            }
            (Action::Add, _) => vec![Effect::Open(Box::new(super::heirs::ToHeirs::default()))],
            (Action::DaysOff, _) => vec![Effect::Open(screens::days_off())],
            _ if self.rows.act(action, shown.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.rows.write(letter, ui);
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::Agencies, Ok(Answer::Agencies(counts))) => {
                self.counts = Some(counts.clone());
                Vec::new()
            }
            (_, Ok(Answer::Saved(_) | Answer::Reorganised(_))) => {
                vec![Effect::Fetch(Request::Agencies)]
            }
            _ => Vec::new(),
        }
    }

    fn news(&mut self, _: &News, _: &Ui) -> Vec<Effect> {
        vec![Effect::Fetch(Request::Agencies)]
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width.saturating_sub(2));
        let line = |(id, open): &(AgencyId, i64)| {
            let agency = ui.facts.agency(*id);
            let code = agency.map_or("", |agency| &agency.code);
            let name = agency.map_or(ui.t.terms.no_agency, |agency| &agency.name);
            let ended = agency.and_then(|agency| agency.valid_to);
            let ended = ended.map_or_else(String::new, format::date);
            let open = format::number(*open, ui.t.language);
            row((code, 14), name, &[(&open, 7), (&ended, 10)], wide)
        };
        let lines: Vec<String> = self.shown(ui).iter().map(line).collect();
        let [code, name, ended, open] = ui.t.agencies.orphans_heading;
        let heading = row((code, 14), name, &[(open, 7), (ended, 10)], wide);
        let none = match self.counts {
            Some(_) => ui.t.agencies.screens.no_orphans,
            None => "…",
        };
        self.rows.draw(&heading, &lines, none, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.agencies.screens.orphans_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Keeping
    }
}

/// The open tasks of a lead that is gone, one by one.
pub struct Waiting {
    agency: AgencyId,
    rows: Rows,
    tasks: Option<Vec<Task>>,
    has_more: bool,
}

impl Waiting {
    /// Of this lead.
    #[must_use]
    pub fn new(agency: AgencyId) -> Self {
        Self {
            agency,
            rows: Rows::default(),
            tasks: None,
            has_more: false,
        }
    }

    fn ask(&self, anchor: Anchor) -> Request {
        let filter = Filter {
            agencies: vec![self.agency],
            marks: vec![Mark::Orphan],
            ..Filter::default()
        };
        Request::Page {
            query: Query {
                filter,
                ..Query::default()
            },
            anchor,
            limit: PAGE,
        }
    }

    fn shown(&self) -> Vec<&Task> {
        let tasks = self.tasks.iter().flatten();
        tasks.filter(|task| self.rows.shows(&task.title)).collect()
    }
}

impl Screen for Waiting {
    fn context(&self) -> Context {
        Context::Keeping
    }

    fn title(&self, ui: &Ui) -> String {
        (ui.t.agencies.screens.orphans_of)(&name(self.agency, ui))
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Ask(self.ask(Anchor::First))]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let shown = self.shown();
        let total = shown.len();
        let selected = shown
            .get(self.rows.at())
            .map(|task| (task.id, task.version));
        match (action, selected) {
            (Action::Close | Action::Back, _) => vec![Effect::Close],
            (Action::Refresh, _) => vec![Effect::Ask(self.ask(Anchor::First))],
            (Action::Enter, Some((id, _))) => vec![Effect::Open(screens::sheet(id))],
            (Action::Choose, _) if may_not(ui) => refused(ui),
            (Action::Choose, Some(task)) => {
                vec![Effect::Open(Box::new(Form::of_task(task, self.agency)))]
            }
            (Action::Down | Action::PageDown | Action::Last, _)
                if self.has_more && self.rows.at() + 1 >= total =>
            {
                let last = self.tasks.iter().flatten().last().and_then(Place::of);
                let after = last.map_or(Anchor::First, Anchor::After);
                vec![Effect::Ask(self.ask(after))]
            }
            _ if self.rows.act(action, total) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.rows.write(letter, ui);
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::Page { query, anchor, .. }, Ok(Answer::Page(page)))
                if query.filter.marks == [Mark::Orphan]
                    && query.filter.agencies == [self.agency] =>
            {
                let tasks = self.tasks.get_or_insert_default();
                if *anchor == Anchor::First {
                    tasks.clear();
                }
                tasks.extend(page.tasks.iter().cloned());
                self.has_more = page.has_more;
                Vec::new()
            }
            (_, Ok(Answer::Saved(_) | Answer::Reorganised(_))) => {
                vec![Effect::Fetch(self.ask(Anchor::First))]
            }
            _ => Vec::new(),
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width.saturating_sub(2));
        let line = |task: &&Task| {
            let number = format!(":{}", task.id.0);
            let due = task.effective_due.map_or_else(String::new, format::date);
            row((&number, 8), &task.title, &[(&due, 10)], wide)
        };
        let lines: Vec<String> = self.shown().iter().map(line).collect();
        let none = match self.tasks {
            Some(_) => ui.t.agencies.screens.no_orphans,
            None => "…",
        };
        let [number, _, _, due, _, title] = ui.t.console.list_heading;
        let heading = row((number, 8), title, &[(due, 10)], wide);
        self.rows.draw(&heading, &lines, none, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.agencies.screens.waiting_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Keeping
    }
}

/// The rule that gives every waiting task to the heir of its lead.
#[must_use]
pub fn to_heirs() -> Rule {
    Rule {
        which: Which::All,
        from: None,
        to: None,
    }
}
