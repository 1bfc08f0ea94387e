//! The main screen: tasks by agency. Left the agencies, right their tasks, below or beside the selected one.
//!
//! Digits typed beside rows stay with their tasks until they are saved or cleared; the cursor stays on its
//! task; what others change is shown in place and re-ordered only when the person asks for it.

mod arrival;
mod columns;
mod draw;
mod find;
mod layout;
mod list;
mod options;
mod pane;
mod preview;
mod steps;
mod touched;
mod tree;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::agency::lineage::By;
use crate::domain::change::News;
use crate::domain::filter::describe;
use crate::domain::id::AgencyId;
use crate::domain::query::{Query, Tally};
use crate::domain::task::Task;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Sight, Topic, Ui, Unsaved};
use crate::work::request::{Answer, Request};

pub(in crate::ui::screens) use columns::sign;
use find::Find;
use list::List;
use options::Options;
use pane::{Pane, Place};
use touched::Touched;
use view::View;

/// Where keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    List,
    Pane,
}

/// What the message line has to know of the last frame.
#[derive(Debug, Default)]
struct Shown {
    wide: usize,
    /// Neither preview nor column says what the sign of the selected row means.
    has_bare_signs: bool,
}

/// The main screen.
#[derive(Debug)]
pub struct Tasks {
    /// Filter and order, without the agency that is selected in the pane.
    base: Query,
    /// The filter as typed.
    words: String,
    pane: Pane,
    list: List,
    options: Options,
    find: Option<Find>,
    focus: Focus,
    view: View,
    /// How many tasks a query finds.
    found: Option<(Query, Tally)>,
    touched: Touched,
    /// The task on which the keys rested last, where the line is slow.
    rested: Option<Task>,
    /// The pane stands beside the list; the last frame says so.
    has_pane: bool,
    /// How wide the last frame was, and whether it left the meaning of signs to the message line.
    shown: Shown,
}

impl Tasks {
    /// Begins with a filter, its words, and an agency or all.
    #[must_use]
    pub fn new(query: Query, words: String, agency: Option<AgencyId>) -> Self {
        Self {
            pane: Pane::new(agency),
            list: List::new(query.clone()),
            base: query,
            words,
            options: Options::default(),
            find: None,
            focus: Focus::List,
            view: View::default(),
            found: None,
            touched: Touched::default(),
            rested: None,
            has_pane: true,
            shown: Shown::default(),
        }
    }

    /// The query of what is to be shown: filter, agency, what is being found.
    fn wanted(&self, ui: &Ui) -> Query {
        let mut query = self.base.clone();
        query.filter.agencies = self.pane.agencies(ui.facts);
        if let Some(find) = &self.find {
            find.narrow(&mut query);
        }
        query
    }

    /// Shows what is wanted now from its beginning; keys wait.
    fn show(&mut self, ui: &Ui) -> Vec<Effect> {
        let query = self.wanted(ui);
        self.touched.forget();
        vec![self.list.begin(query)]
    }

    /// Shows what is wanted now; keys go on. On a slow line it follows when they rest.
    fn follow(&mut self, ui: &Ui) -> Vec<Effect> {
        if ui.is_moving {
            return Vec::new();
        }
        let query = self.wanted(ui);
        self.touched.forget();
        self.list.follow(query)
    }

    /// True where what is wanted was not even asked for yet.
    fn lags(&self, ui: &Ui) -> bool {
        *self.list.query() != self.wanted(ui)
    }

    /// Sets the filter and the order.
    fn filter(&mut self, words: String, query: Query, ui: &Ui) -> Vec<Effect> {
        self.words = words;
        self.base = query;
        let agencies = self.base.filter.agencies.clone();
        self.pane.keep_among(&agencies, ui.facts);
        self.show(ui)
    }

    /// Shows the tasks of an agency that was chosen; a filter for other agencies makes way for it.
    fn go_to(&mut self, agency: Option<AgencyId>, ui: &Ui) -> Vec<Effect> {
        let among = &self.base.filter.agencies;
        if agency.is_some_and(|id| !among.is_empty() && !among.contains(&id)) {
            self.base.filter.agencies.clear();
            self.words = describe(&self.base.filter, &ui.filter_context());
            self.pane.keep_among(&[], ui.facts);
        }
        self.focus = Focus::List;
        self.pane.select(agency, ui.facts);
        self.show(ui)
    }

    /// True where a filter is set.
    fn is_filtered(&self) -> bool {
        !self.base.filter.is_empty()
    }

    /// How many tasks the filter finds, if that is known of what is shown.
    fn tally(&self) -> Option<Tally> {
        let found = self.found.as_ref();
        found
            .filter(|(query, _)| query == self.list.query())
            .map(|(_, tally)| *tally)
    }
}

/// What a move to an overdue task wants; says so where there is none.
fn leapt(leap: Option<Vec<Effect>>, ui: &Ui) -> Vec<Effect> {
    leap.unwrap_or_else(|| vec![Effect::Say(Message::plain(ui.t.tasks.no_overdue))])
}

impl Screen for Tasks {
    fn context(&self) -> Context {
        match (&self.find, self.focus) {
            (Some(_), _) => Context::Line,
            (None, Focus::Pane) => Context::Agencies,
            (None, Focus::List) => Context::Tasks,
        }
    }

    fn title(&self, ui: &Ui) -> String {
        match self.pane.by() {
            By::Then => ui.t.tasks.title.to_owned(),
            By::Today => ui.t.tasks.title_by_today.to_owned(),
            By::Head => ui.t.tasks.title_by_head.to_owned(),
        }
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let agencies = self.base.filter.agencies.clone();
        self.pane.keep_among(&agencies, ui.facts);
        if let Some(draft) = ui.memory.draft(options::PLACE) {
            self.options = Options::restore(draft);
        }
        // What was kept stands here again, and here only.
        let kept = Effect::Keep(Options::default().draft());
        let mut effects = self.show(ui);
        effects.extend([Effect::Fetch(Request::Agencies), kept]);
        effects
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        self.step(action, ui)
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        if let Some(find) = &mut self.find {
            find.write(letter, ui.composing);
            return self.follow(ui);
        }
        let before = self.pane.place();
        if !self.pane.jump(letter, ui.composing, ui.facts) {
            let typed = format!("{}{letter}", self.pane.typed());
            return vec![Effect::Say(Message::plain((ui.t.tasks.no_jump)(&typed)))];
        }
        if self.pane.place() == before {
            return Vec::new();
        }
        self.follow(ui)
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        match answer {
            Ok(Answer::Page(page)) => self.take_page(question, page, ui),
            Ok(Answer::Agencies(counts)) => {
                self.pane.count(counts, ui.facts);
                Vec::new()
            }
            Ok(Answer::Count(tally)) => {
                if let Request::Count { query } = question {
                    self.found = Some((query.clone(), *tally));
                }
                Vec::new()
            }
            Ok(Answer::Tasks(tasks)) => {
                if self.touched.take(question) {
                    self.list.renew(tasks);
                    let agencies = &self.list.query().filter.agencies;
                    let is_here = |agency| agencies.is_empty() || agencies.contains(&agency);
                    let here = tasks.iter().filter(|task| is_here(task.agency));
                    self.touched.add(here.map(|task| task.id));
                }
                Vec::new()
            }
            Ok(Answer::Saved(saved)) => self.take_saved(question, saved),
            Ok(Answer::Letters(told)) if told.operation.is_some() => self.take_many(),
            Ok(Answer::Imported(_)) => self.take_many(),
            Ok(Answer::Facts(_)) => {
                self.pane.build(ui.facts);
                Vec::new()
            }
            Ok(_) => Vec::new(),
            Err(_) => self.take_failure(question),
        }
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        match outcome {
            Outcome::Agency(agency) => self.go_to(agency, ui),
            Outcome::Query { words, query } => self.filter(words, query, ui),
            Outcome::Saved(ids) => {
                for id in ids {
                    self.options.clear(id);
                }
                Vec::new()
            }
            Outcome::Area(_)
            | Outcome::Text(_)
            | Outcome::Day(_)
            | Outcome::Start(_)
            | Outcome::Practised(_)
            | Outcome::Nothing => Vec::new(),
        }
    }

    fn news(&mut self, news: &News, _: &Ui) -> Vec<Effect> {
        let shown: Vec<_> = self.list.page().iter().map(|task| task.id).collect();
        let mut effects: Vec<_> = self.touched.ask(news, &shown).into_iter().collect();
        if news.is_much || news.new_day || !news.tasks.is_empty() {
            effects.push(Effect::Fetch(Request::Agencies));
        }
        effects
    }

    fn rest(&mut self, ui: &Ui) -> Vec<Effect> {
        self.rested = self.list.current().cloned();
        if self.lags(ui) {
            return self.follow(ui);
        }
        Vec::new()
    }

    fn fill(&mut self, _: &Ui) -> Vec<Effect> {
        self.list.fill()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        self.paint(area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.tasks;
        if let Some(find) = &self.find {
            let state = match (self.list.is_searching(), self.tally()) {
                (true, _) => t.searching.to_owned(),
                (false, Some(tally)) => {
                    let count = crate::lang::format::number(tally.count, ui.t.language);
                    (t.found)(&count, tally.is_partial)
                }
                (false, None) => String::new(),
            };
            let text = find.shown(self.shown.wide, t.find);
            // On a slow line each letter would send again what stands behind it, which is not true any more.
            if ui.is_moving {
                return Some(format!("{}{text}", t.find));
            }
            return Some(format!("{}{text}   {state} · {}", t.find, t.find_keys));
        }
        let mut parts = Vec::new();
        if self.focus == Focus::Pane && !self.pane.typed().is_empty() {
            parts.push(format!("{}{}", t.jump, self.pane.typed()));
        }
        if self.list.is_searching() {
            parts.push(t.searching.to_owned());
        }
        parts.extend(self.sign_in_words(ui));
        let digits = self.options.digits().len();
        if digits > 0 {
            parts.push((t.digits)(digits, &self.options.listed()));
        }
        let marks = self.options.marks().len();
        if marks > 0 {
            parts.push((t.marked)(marks));
        }
        parts.extend(self.touched.text(ui));
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        let draft = self.options.draft();
        let find = self.find.as_ref();
        let find = find.map(|find| Unsaved::of_line(find::FIELD, find.text().trim()));
        let mut drafts: Vec<Unsaved> = find.into_iter().chain([draft]).collect();
        drafts.retain(|draft| !draft.fields.is_empty());
        drafts
    }

    fn sight(&self) -> Sight {
        // Whoever is still typing a name or a word has not come to the list yet.
        if self.find.is_some() || self.focus == Focus::Pane || self.list.is_stale() {
            return Sight::Other;
        }
        Sight::Tasks {
            query: self.list.query().clone(),
            current: self.list.current().map(|task| task.id),
        }
    }

    fn topic(&self) -> Topic {
        Topic::Tasks
    }
}
