//! Home, "Việc hôm nay": what needs me today by role, and who is most late by agency, area and head; all in
//! figures.
//!
//! A digit or Enter opens the tasks behind a figure, so that no figure has to be believed.

mod figures;
mod glance;
mod lines;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::agency::Agency;
use crate::domain::change::News;
use crate::domain::concern::{Concern, Line};
use crate::domain::count::Home as Figures;
use crate::domain::filter::describe;
use crate::domain::id::AgencyId;
use crate::domain::query::{Filter, Query};
use crate::domain::user::Role;
use crate::ui::action::Action;
use crate::ui::canvas::{put, rows, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens;
use crate::work::request::{Answer, Request};

pub use figures::{label, note, report_due, warning};

use self::glance::{Glance, Whose};

/// Lines that count nothing give way until the table has so many rows.
const TABLE: usize = 8;

/// The home screen.
pub struct Home {
    figures: Option<Box<Figures>>,
    /// The selected row: a line, or behind the lines a row of the table.
    at: usize,
    /// The first row of the table that shows.
    top: usize,
    /// By what the table is gathered.
    glance: Glance,
    /// So many lines had room in the last frame.
    room: usize,
    /// What was left unsaved and is still offered; what lay on top is last.
    left: Vec<Unsaved>,
    interrupted_at: Option<String>,
}

impl Home {
    /// Begins with what was left unsaved when the program was interrupted, and when that was.
    #[must_use]
    pub fn new(recovered: Vec<Unsaved>, interrupted_at: Option<String>) -> Self {
        Self {
            figures: None,
            at: 0,
            top: 0,
            glance: Glance::Agency,
            room: usize::MAX,
            left: recovered,
            interrupted_at,
        }
    }

    /// How many rows there are, lines and table.
    fn len(&self, ui: &Ui) -> usize {
        let table = self.figures.as_ref();
        lines(ui).len() + table.map_or(0, |figures| self.glance.len(figures))
    }

    /// Whose row of the table is selected.
    fn selected(&self, ui: &Ui) -> Option<Whose> {
        let place = self.at.checked_sub(lines(ui).len())?;
        self.glance.whose(self.figures.as_ref()?, place)
    }

    fn selected_agency(&self, ui: &Ui) -> Option<AgencyId> {
        match self.selected(ui)? {
            Whose::Agency(agency) => Some(agency),
            Whose::Area(_) => None,
        }
    }

    fn open_selected(&self, ui: &Ui) -> Vec<Effect> {
        match self.selected(ui) {
            Some(Whose::Agency(agency)) => vec![open(Filter::default(), Some(agency), ui)],
            Some(Whose::Area(area)) => {
                let filter = Filter {
                    areas: vec![area],
                    ..Filter::default()
                };
                vec![open(filter, own(ui).map(|agency| agency.id), ui)]
            }
            None => match lines(ui).get(self.at) {
                Some((_, concern)) => vec![open_line(*concern, ui)],
                None => vec![Effect::Useless],
            },
        }
    }

    /// Opens the line of a digit.
    fn open_digit(&mut self, digit: u8, ui: &Ui) -> Vec<Effect> {
        match lines(ui).iter().position(|(own, _)| *own == Some(digit)) {
            Some(place) => {
                self.at = place;
                self.open_selected(ui)
            }
            None => vec![Effect::Useless],
        }
    }

    /// Gathers the table by something else.
    fn turn(&mut self, by: isize, ui: &Ui) {
        self.glance = self.glance.after(by);
        self.top = 0;
        // Whoever is in the table stays in it, at its first row.
        if self.at >= lines(ui).len() {
            self.at = lines(ui).len().min(self.len(ui).saturating_sub(1));
        }
    }

    /// What was left and may be gone on with.
    fn may(&self, ui: &Ui) -> impl Iterator<Item = &Unsaved> {
        let left = self.left.iter().filter(|left| !left.is_of_line());
        left.filter(|left| screens::may_go_on(&left.place, &ui.facts.user))
    }

    /// So much of it as stands in its form as it was left.
    fn offered(&self, ui: &Ui) -> Vec<&Unsaved> {
        let is_there = |left: &&Unsaved| ui.memory.draft(&left.place) == Some(*left);
        self.may(ui).filter(is_there).collect()
    }

    /// That so many forms may be gone on with; none where none may.
    fn recovery(&self, count: usize, ui: &Ui) -> Option<String> {
        (count > 0).then(|| (ui.t.home.recovery)(self.interrupted_at.as_deref(), count))
    }

    /// Opens one form after another: what lay on top comes first; digits beside tasks lie beneath and are no form.
    fn recover(&mut self, ui: &Ui) -> Vec<Effect> {
        let offered = self.offered(ui);
        if offered.is_empty() {
            return vec![Effect::Useless];
        }
        let open = |draft: &&Unsaved| Some((draft.place.clone(), screens::restore(draft)?));
        let Some((place, screen)) = offered.iter().rev().find_map(open) else {
            // Those that are left stand in forms that only their records open.
            self.left.clear();
            return vec![Effect::Say(Message::plain(ui.t.home.cannot_recover))];
        };
        self.left.retain(|left| left.place != place);
        vec![Effect::Open(screen)]
    }

    /// To the next row that shows.
    fn step(&mut self, down: bool, ui: &Ui) {
        let mut rows = self.visible(self.room, ui);
        rows.extend(lines(ui).len()..self.len(ui));
        let next = if down {
            rows.into_iter().find(|row| *row > self.at)
        } else {
            rows.into_iter().rev().find(|row| *row < self.at)
        };
        self.at = next.unwrap_or(self.at);
    }
}

/// The agency to which this person's figures are limited; none for who follows all.
#[must_use]
pub fn own<'a>(ui: &Ui<'a>) -> Option<&'a Agency> {
    let user = &ui.facts.user;
    (user.role == Role::Clerk)
        .then(|| ui.facts.agency(user.agency?))
        .flatten()
}

fn open(filter: Filter, agency: Option<AgencyId>, ui: &Ui) -> Effect {
    let query = Query {
        filter,
        ..Query::default()
    };
    let words = describe(&query.filter, &ui.filter_context());
    Effect::Open(screens::tasks(query, words, agency))
}

/// The lines of this person's home.
#[must_use]
pub fn lines(ui: &Ui) -> &'static [Line] {
    Concern::lines(ui.facts.user.role)
}

/// The tasks behind a line's figure.
fn open_line(concern: Concern, ui: &Ui) -> Effect {
    let own = own(ui).map(|agency| agency.id);
    let filter = concern.filter(own, &ui.facts.day());
    open(filter, own.filter(|_| concern.is_of_lead()), ui)
}

impl Screen for Home {
    fn context(&self) -> Context {
        Context::Home
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.home.title.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        // Forms take it from the memory, wherever they are opened.
        let left = self.left.iter().cloned();
        let mut effects: Vec<Effect> = left.map(Effect::Keep).collect();
        // Said and not only hinted at: nothing that can wait shows before it.
        let recovery = self.recovery(self.may(ui).count(), ui);
        effects.extend(recovery.map(|text| Effect::Say(Message::plain(text))));
        effects.push(Effect::Fetch(Request::Home));
        effects
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Up => self.step(false, ui),
            Action::Down => self.step(true, ui),
            Action::Left => self.turn(-1, ui),
            Action::Right => self.turn(1, ui),
            Action::First | Action::PageUp => self.at = 0,
            Action::NextPane | Action::PreviousPane => {
                let table = lines(ui).len();
                let is_above = self.at < table && table < self.len(ui);
                self.at = if is_above { table } else { 0 };
            }
            Action::Last | Action::PageDown => self.at = self.len(ui).saturating_sub(1),
            Action::Digit(8) => return vec![Effect::Open(screens::reports())],
            Action::Digit(digit) => return self.open_digit(digit, ui),
            Action::Enter => return self.open_selected(ui),
            Action::NextOverdue => return vec![open_line(Concern::Overdue, ui)],
            Action::Choose => {
                return vec![match self.selected_agency(ui) {
                    Some(agency) => open(Filter::default(), Some(agency), ui),
                    None => Effect::Open(screens::choose_agency(None)),
                }];
            }
            Action::Refresh => return vec![Effect::Ask(Request::Home)],
            Action::Add => return vec![Effect::Open(screens::add())],
            Action::Filter => {
                return vec![Effect::Open(screens::filter(
                    String::new(),
                    Query::default(),
                ))];
            }
            Action::Views => {
                return vec![Effect::Open(screens::views(
                    String::new(),
                    Query::default(),
                ))];
            }
            Action::Find => {
                return vec![
                    open(Filter::default(), None, ui),
                    Effect::Pass(Action::Find),
                ];
            }
            Action::Import => return vec![Effect::Open(screens::import())],
            Action::Log => return vec![Effect::Open(screens::log(None))],
            Action::Calendar => return vec![Effect::Open(screens::calendar())],
            Action::DoIt => return self.recover(ui),
            Action::Close => return vec![Effect::Quit],
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::Home, Ok(Answer::Home(figures))) => {
                self.figures = Some(figures.clone());
                self.at = self.at.min(self.len(ui).saturating_sub(1));
                Vec::new()
            }
            (Request::AsOf { .. } | Request::Rescue(_), Ok(_)) => {
                vec![Effect::Fetch(Request::Home)]
            }
            (_, Ok(answer)) if answer.has_saved() => vec![Effect::Fetch(Request::Home)],
            _ => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        match outcome {
            Outcome::Agency(agency) => vec![open(Filter::default(), agency, ui)],
            Outcome::Query { words, query } => {
                vec![Effect::Open(screens::tasks(
                    query,
                    words,
                    own(ui).map(|agency| agency.id),
                ))]
            }
            _ => Vec::new(),
        }
    }

    fn news(&mut self, _: &News, _: &Ui) -> Vec<Effect> {
        vec![Effect::Fetch(Request::Home)]
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let whose = own(ui).map(|agency| agency.name.as_str());
        let room = usize::from(area.width).saturating_sub(3);
        let totals = self.figures.as_ref().map_or_else(Vec::new, |figures| {
            let mut lines = wrap(&(ui.t.home.totals)(&figures.total, whose), room.max(1));
            for told in report_due(ui).into_iter().chain(warning(ui)) {
                lines.extend(wrap(&told, room.max(1)));
            }
            lines
        });
        let high = usize::from(area.height);
        self.room = high.saturating_sub(totals.len() + TABLE);
        let visible = self.visible(self.room, ui);
        let count = u16::try_from(visible.len()).unwrap_or(u16::MAX);
        let tall = high >= visible.len() + totals.len() + 11;
        let first = u16::from(tall);
        let below = first + count + u16::from(tall);
        let totals_high = u16::try_from(totals.len()).unwrap_or(0);
        // The sentences give way before the lines do, the table before the sentences.
        let from = area.height.saturating_sub(totals_high + u16::from(tall));
        let is_in_table = self.at >= lines(ui).len() && self.figures.is_some();
        if is_in_table && from < below + 3 {
            // Low windows show the part of the screen that one is in.
            return self.draw_glance(area, buffer, ui);
        }
        let mut cursor = self.draw_lines(&visible, rows(area, first, count), buffer, ui);
        if from >= below {
            for (y, line) in (from..).zip(&totals) {
                put(buffer, area, 2, y, line, ui.theme.text);
            }
        }
        if from >= below + 3 {
            let table = rows(area, below, from - below - u16::from(tall));
            cursor = self.draw_glance(table, buffer, ui).or(cursor);
        }
        cursor
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        self.recovery(self.offered(ui).len(), ui)
    }

    fn topic(&self) -> Topic {
        Topic::Home
    }
}
