//! A report on the screen: one screen for all of them. It asks for a report, shows what was answered, and opens
//! what a row was counted from.

mod form;
mod menu;
mod order;
mod table;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use menu::Menu;

use self::form::PeriodForm;
use self::order::Order;
use self::table::Table;
use crate::domain::change::News;
use crate::domain::filter::describe;
use crate::domain::query::Query;
use crate::domain::report::{Grouping, Kind, Opens, Report as Made, Spec};
use crate::lang::report::said::{self, Names};
use crate::ui::action::Action;
use crate::ui::canvas::{fit, put, rows, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::ui::widgets::field::Field;
use crate::work::request::{Answer, Request};

/// So many lines of notes at the most, and only where the table leaves them.
const NOTES: usize = 6;

/// A report.
pub struct Report {
    spec: Spec,
    made: Option<Box<Made>>,
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
            let place = self.shown.get(self.at)?;
            made.rows.get(*place)
        });
        match row.map(|row| &row.opens) {
            None => vec![Effect::Useless],
            Some(None) => vec![Effect::Say(Message::plain(
                ui.t.report.screen.opens_nothing,
            ))],
            Some(Some(opens)) => vec![Effect::Open(opened(opens, ui))],
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

    fn draw_table(
        &mut self,
        made: &Made,
        area: Rect,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> Option<Position> {
        let table = Table::new(made, self.order, usize::from(area.width), ui);
        let head = table.head();
        let mut y = 0;
        for line in &head {
            put(buffer, area, 0, y, line, ui.theme.heading);
            y += 1;
        }
        let total = table.total();
        let below = u16::from(total.is_some());
        let list = rows(area, y, area.height.saturating_sub(y + below));
        self.height = usize::from(list.height).max(1);
        if self.at < self.first || self.at >= self.first + self.height {
            // Whole pages: a list that scrolls by lines is sent again with every key.
            self.first = self.at - self.at % self.height;
        }
        let mut cursor = None;
        if self.shown.is_empty() {
            let none = format!("> {}", ui.t.report.screen.empty);
            put(buffer, list, 0, 0, &none, ui.theme.text);
            cursor = Some(list.as_position());
        }
        let shown = self.shown.iter().enumerate().skip(self.first);
        for (y, (place, row)) in (0..list.height).zip(shown) {
            let Some(row) = made.rows.get(*row) else {
                continue;
            };
            put(buffer, list, 0, y, &table.line(&row.cells), ui.theme.text);
            if place == self.at {
                put(buffer, list, 0, y, ">", ui.theme.focus);
                cursor = Some(Position::new(list.x, list.y + y));
            }
        }
        if let Some(total) = total {
            let used =
                u16::try_from(self.shown.len().saturating_sub(self.first)).unwrap_or(u16::MAX);
            let at = y + used.max(1).min(list.height);
            put(buffer, area, 0, at, &total, ui.theme.heading);
        }
        cursor.filter(|_| !list.is_empty())
    }
}

/// The names that a report's ids have here.
#[must_use]
pub fn names<'a>(ui: &Ui<'a>) -> Names<'a> {
    Names {
        agencies: &ui.facts.agencies,
        areas: &ui.facts.areas,
        documents: &ui.facts.documents,
    }
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
    }
}

/// The grouping after this one, as far as a report can be grouped.
const fn grouping_after(by: Grouping) -> Grouping {
    match by {
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
            Action::Refresh => return vec![Effect::Ask(self.ask())],
            Action::Enter => return self.open_row(ui),
            Action::Filter => {
                return vec![Effect::Open(Box::new(PeriodForm::new(&self.spec, ui)))];
            }
            Action::Columns => {
                let by = grouping_after(self.spec.by);
                return self.turn(Spec {
                    by,
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
                self.made = Some(made.clone());
                // The producer says what it really counts by.
                self.spec = made.spec.clone();
                let columns = made.columns.len();
                self.order = self.order.filter(|order| order.column < columns);
                self.arrange(ui);
                Vec::new()
            }
            (_, Ok(Answer::Saved(_) | Answer::Imported(_))) => vec![Effect::Fetch(self.ask())],
            _ => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
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
            Outcome::Area(_) | Outcome::Day(_) | Outcome::Saved(_) | Outcome::Start(_) => {
                let _ = ui;
                Vec::new()
            }
            Outcome::Practised(_) | Outcome::Nothing => Vec::new(),
        }
    }

    fn news(&mut self, _: &News, _: &Ui) -> Vec<Effect> {
        // What one reads must not change under the eyes; F5 counts anew.
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width);
        let asked = said::asked(&self.spec, ui.facts.today, names(ui), ui.t);
        let top = u16::from(area.height > 5);
        if top > 0 {
            put(
                buffer,
                area,
                2,
                0,
                &fit(&asked, wide.saturating_sub(2)),
                ui.theme.text,
            );
        }
        let Some(made) = self.made.take() else {
            put(buffer, area, 0, top, "> …", ui.theme.text);
            return (area.height > top).then(|| Position::new(area.x, area.y + top));
        };
        let notes: Vec<String> = said::notes(&made, ui.t)
            .iter()
            .flat_map(|note| wrap(note, wide.saturating_sub(3).max(1)))
            .collect();
        // The notes give way to the rows: they are on the page that F1 opens too.
        let need = self.shown.len() + 5;
        let room = usize::from(area.height)
            .saturating_sub(need)
            .max(usize::from(area.height) / 6);
        let count = notes.len().min(NOTES).min(room);
        let below = u16::try_from(count).unwrap_or(0) + u16::from(self.is_finding);
        let body = rows(area, top, area.height.saturating_sub(top + below));
        let mut cursor = self.draw_table(&made, body, buffer, ui);
        for (y, note) in (area.height.saturating_sub(below)..).zip(notes.iter().take(count)) {
            put(buffer, area, 2, y, note, ui.theme.text);
        }
        if let Some(field) = self.find.as_mut().filter(|_| self.is_finding) {
            let line = rows(area, area.height.saturating_sub(1), 1);
            let label = ui.t.report.screen.find;
            put(buffer, line, 0, 0, label, ui.theme.key);
            let from = u16::try_from(crate::ui::canvas::width(label) + 1).unwrap_or(0);
            let place = crate::ui::canvas::columns(line, from, line.width.saturating_sub(from));
            cursor = field
                .draw(place, buffer, ui.theme.text, ui.theme.rule)
                .or(cursor);
        }
        self.made = Some(made);
        cursor
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
