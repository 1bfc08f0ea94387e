//! A report on the screen: one screen for all of them. It asks for a report, shows what was answered, and opens
//! what a row was counted from.

mod draw;
pub(in crate::ui) mod form;
mod menu;
pub(in crate::ui) mod order;
mod period;
mod table;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use menu::Menu;
pub use period::PeriodReport;

use self::form::PeriodForm;
use self::order::Order;
use self::table::Widest;
use crate::domain::change::News;
use crate::domain::filter::describe;
use crate::domain::query::Query;
use crate::domain::report::{Grouping, Kind, Opens, Report as Made, Spec};
use crate::lang::report::said::{self, Names};
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::ui::screens::to_file::{Content, ToFile};
use crate::ui::widgets::field::Field;
use crate::work::request::{Answer, Request};

/// A report.
pub struct Report {
    spec: Spec,
    made: Option<Arc<Made>>,
    /// Of what is made, as it was drawn last.
    widest: Option<Widest>,
    /// The rows that show, in their order: places among those of the report.
    shown: Vec<usize>,
    order: Option<Order>,
    find: Option<Field>,
    /// What is being typed to find rows.
    is_finding: bool,
    at: usize,
    first: usize,
    height: usize,
}

impl Report {
    /// The report that is asked for.
    #[must_use]
    pub fn new(spec: Spec) -> Self {
        Self {
            spec,
            made: None,
            widest: None,
            shown: Vec::new(),
            order: None,
            find: None,
            is_finding: false,
            at: 0,
            first: 0,
            height: 1,
        }
    }

    fn ask(&self) -> Request {
        Request::Report {
            spec: self.spec.clone(),
        }
    }

    /// Asks for something else, from the first row on.
    fn turn(&mut self, spec: Spec) -> Vec<Effect> {
        self.spec = spec;
        self.at = 0;
        self.first = 0;
        vec![Effect::Ask(self.ask())]
    }

    /// Puts the rows in order again, the cursor on the row that it was on.
    fn arrange(&mut self, ui: &Ui) {
        let Some(made) = &self.made else {
            return;
        };
        let was = self.shown.get(self.at).copied();
        let wanted = self.find.as_ref().map(Field::text).unwrap_or_default();
        self.shown = order::arranged(made, self.order, &wanted, ui);
        let now = was.and_then(|was| self.shown.iter().position(|place| *place == was));
        self.at = now
            .unwrap_or(self.at)
            .min(self.shown.len().saturating_sub(1));
    }

    fn sort(&mut self, by: isize, ui: &Ui) {
        let Some(made) = &self.made else {
            return;
        };
        self.order = Order::next(self.order, by, &made.columns);
        self.at = 0;
        self.arrange(ui);
        self.at = 0;
        self.first = 0;
    }

    fn open_row(&self, ui: &Ui) -> Vec<Effect> {
        let row = self.made.as_ref().and_then(|made| {
            let place = *self.shown.get(self.at)?;
            (place < made.rows.len()).then(|| made.rows.opens(place))
        });
        let column = self.order.and_then(|order| {
            let columns = &self.made.as_ref()?.columns;
            Some(columns.get(order.column)?.name)
        });
        match row {
            None => vec![Effect::Useless],
            Some(None) => vec![Effect::Say(Message::plain(
                ui.t.report.screen.opens_nothing,
            ))],
            Some(Some(opens)) => vec![Effect::Open(opened(opens.of_column(column), ui))],
        }
    }

    fn step(&mut self, action: Action) -> bool {
        let last = self.shown.len().saturating_sub(1);
        let page = self.height.saturating_sub(1).max(1);
        self.at = match action {
            Action::Up | Action::PreviousPane => self.at.saturating_sub(1),
            Action::Down | Action::NextPane => self.at + 1,
            Action::PageUp => self.at.saturating_sub(page),
            Action::PageDown => self.at + page,
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        }
        .min(last);
        true
    }

    fn find(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Enter | Action::DoIt | Action::Down | Action::Up => self.is_finding = false,
            Action::Back | Action::Close => {
                self.is_finding = false;
                self.find = None;
            }
            _ => {
                let field = self.find.get_or_insert_with(|| Field::new(60));
                if action == Action::Erase && field.is_empty() {
                    self.is_finding = false;
                    self.find = None;
                } else if !field.hear(action) {
                    return vec![Effect::Useless];
                }
            }
        }
        self.arrange(ui);
        Vec::new()
    }
}

/// The names that a report's ids have here.
#[must_use]
pub fn names<'a>(ui: &Ui<'a>) -> Names<'a> {
    ui.facts.names()
}

/// The screen behind a row.
#[must_use]
pub fn opened(opens: &Opens, ui: &Ui) -> Box<dyn Screen> {
    let list = |query: Query| {
        let words = describe(&query.filter, &ui.filter_context());
        screens::tasks(query, words, None)
    };
    match opens {
        Opens::Tasks(query) => list((**query).clone()),
        Opens::Task(id) => screens::sheet(*id),
        Opens::Document(id) => {
            let mut query = Query::default();
            query.filter.documents = vec![*id];
            list(query)
        }
        Opens::Report(spec) => screens::report((**spec).clone()),
        Opens::Each { rest, .. } => opened(rest, ui),
    }
}

/// The grouping after this one, as far as a report can be grouped: heads are heads, of then or of today.
pub(in crate::ui) const fn grouping_after(kind: Kind, by: Grouping) -> Grouping {
    match by {
        Grouping::Successor if matches!(kind, Kind::Heads) => Grouping::Head,
        Grouping::Agency | Grouping::Area | Grouping::Head | Grouping::None
            if matches!(kind, Kind::Heads) =>
        {
            Grouping::Successor
        }
        Grouping::Agency => Grouping::Successor,
        Grouping::Successor => Grouping::Area,
        Grouping::Area => Grouping::Head,
        Grouping::Head | Grouping::None => Grouping::Agency,
    }
}

impl Screen for Report {
    fn context(&self) -> Context {
        if self.is_finding {
            Context::Line
        } else {
            Context::Report
        }
    }

    fn title(&self, ui: &Ui) -> String {
        (ui.t.report.title)(self.spec.kind).to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Fetch(self.ask())]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        if self.is_finding {
            return self.find(action, ui);
        }
        match action {
            Action::Back if self.find.is_some() => {
                self.find = None;
                self.arrange(ui);
            }
            Action::Close | Action::Back => return vec![Effect::Close],
            Action::Export => {
                let content = Content::Report(Box::new(self.spec.clone()));
                return vec![Effect::Open(Box::new(ToFile::new(content)))];
            }
            Action::Refresh => return vec![Effect::Ask(self.ask())],
            Action::Enter => return self.open_row(ui),
            Action::Filter => {
                return vec![Effect::Open(Box::new(PeriodForm::new(&self.spec, ui)))];
            }
            Action::Columns => {
                let by = grouping_after(self.spec.kind, self.spec.by);
                // What was looked at one by one is gathered again, all of it.
                return self.turn(Spec {
                    by,
                    area: None,
                    only: None,
                    with_old: false,
                    ..self.spec.clone()
                });
            }
            Action::Choose => {
                return vec![Effect::Open(screens::choose_agency(self.spec.agency))];
            }
            Action::Find => {
                self.find.get_or_insert_with(|| Field::new(60));
                self.is_finding = true;
            }
            Action::Sort if self.order.is_some() => {
                self.order = self.order.map(Order::turned);
                self.arrange(ui);
            }
            Action::Sort | Action::Right => self.sort(1, ui),
            Action::Left => self.sort(-1, ui),
            action if self.step(action) => {}
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        if self.is_finding {
            let field = self.find.get_or_insert_with(|| Field::new(60));
            field.write(letter, ui.composing);
            self.arrange(ui);
        }
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::Report { spec }, Ok(Answer::Report(made))) if *spec == self.spec => {
                self.made = Some(Arc::clone(made));
                self.widest = None;
                // The producer says what it really counts by.
                self.spec = made.spec.clone();
                let columns = made.columns.len();
                self.order = self.order.filter(|order| order.column < columns);
                self.arrange(ui);
                Vec::new()
            }
            (_, Ok(answer)) if answer.has_saved() => vec![Effect::Fetch(self.ask())],
            _ => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        match outcome {
            Outcome::Agency(agency) => self.turn(Spec {
                agency,
                ..self.spec.clone()
            }),
            Outcome::Text(text) => match form::taken(&self.spec, &text) {
                Some(spec) => self.turn(spec),
                None => Vec::new(),
            },
            Outcome::Query { words, query } => {
                vec![Effect::Open(screens::tasks(query, words, None))]
            }
            Outcome::Area(_)
            | Outcome::Day(_)
            | Outcome::Saved(_)
            | Outcome::Start(_)
            | Outcome::Practised(_)
            | Outcome::Nothing => Vec::new(),
        }
    }

    fn news(&mut self, _: &News, _: &Ui) -> Vec<Effect> {
        // What one reads must not change under the eyes; F5 counts anew.
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        self.paint(area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.report;
        let made = self.made.as_ref()?;
        let Some(order) = self.order else {
            return Some(t.screen.hint.to_owned());
        };
        let column = made.columns.get(order.column)?;
        let name = t.heading(made.spec.kind, column.name).long;
        Some((t.screen.sorted)(name, order.is_down))
    }

    fn why(&self, ui: &Ui) -> Vec<String> {
        self.made.as_ref().map_or_else(Vec::new, |made| {
            let answers = (ui.t.report.answers)(self.spec.kind).to_owned();
            std::iter::once(answers)
                .chain(said::notes(made, ui.t))
                .collect()
        })
    }

    fn topic(&self) -> Topic {
        Topic::Report
    }
}

/// The report whose title or code begins like this; the first of the menu where several do.
#[must_use]
pub fn named(text: &str, ui: &Ui) -> Option<Kind> {
    use crate::domain::fold::fold;
    let wanted = fold(text);
    let fits = |kind: &Kind| {
        let title = fold((ui.t.report.title)(*kind));
        kind.code() == wanted || title.starts_with(&wanted) || title.contains(&format!(" {wanted}"))
    };
    Kind::from_code(&wanted).or_else(|| Kind::ALL.into_iter().find(fits))
}
