//! Home, "Việc hôm nay": what needs me today, the agencies that are most late, all in figures.
//!
//! A digit or Enter opens the tasks behind a figure, so that no figure has to be believed.

mod figures;
mod worst;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::agency::Agency;
use crate::domain::change::News;
use crate::domain::condition::ConditionKind;
use crate::domain::count::{AgencyCounts, Home as Figures};
use crate::domain::filter::describe;
use crate::domain::id::AgencyId;
use crate::domain::query::{Filter, Mark, Query};
use crate::domain::status::Status;
use crate::domain::user::Role;
use crate::lang::format::number;
use crate::ui::action::Action;
use crate::ui::canvas::{fit, pad_left, put, rows, width, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens;
use crate::work::request::{Answer, Request};

pub use figures::{figure, note, warning};

/// So many lines stand above the agencies.
const LINES: usize = 7;

/// The same as a height.
const HIGH: u16 = 7;

/// The home screen.
pub struct Home {
    figures: Option<Box<Figures>>,
    /// The selected row: a line, or behind the lines an agency.
    at: usize,
    /// The first agency that shows.
    top: usize,
    recovered: Vec<Unsaved>,
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
            recovered,
            interrupted_at,
        }
    }

    fn worst(&self) -> &[AgencyCounts] {
        self.figures.as_ref().map_or(&[], |figures| &figures.worst)
    }

    fn selected_agency(&self) -> Option<AgencyId> {
        let place = self.at.checked_sub(LINES)?;
        self.worst().get(place).map(|row| row.agency)
    }

    fn open_selected(&self, ui: &Ui) -> Vec<Effect> {
        match self.selected_agency() {
            Some(agency) => vec![open(Filter::default(), Some(agency), ui)],
            None => vec![open_line(self.at, ui)],
        }
    }

    fn recover(&mut self, ui: &Ui) -> Vec<Effect> {
        let words = ui.t.home.cannot_recover;
        if self.recovered.is_empty() {
            return vec![Effect::Useless];
        }
        let drafts = std::mem::take(&mut self.recovered);
        // What lay on top comes back first; digits beside tasks lie beneath and are no form.
        let screen = drafts.iter().rev().find_map(screens::restore);
        let mut effects: Vec<Effect> = drafts.into_iter().map(Effect::Keep).collect();
        effects.push(screen.map_or_else(|| Effect::Say(Message::plain(words)), Effect::Open));
        effects
    }

    fn step(&mut self, down: bool) {
        let last = LINES + self.worst().len();
        self.at = if down {
            (self.at + 1).min(last.saturating_sub(1))
        } else {
            self.at.saturating_sub(1)
        };
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

/// The tasks behind a line's figure.
fn open_line(line: usize, ui: &Ui) -> Effect {
    open(filter_of(line, ui), own(ui).map(|agency| agency.id), ui)
}

/// What the tasks behind a line's figure have in common, but for the agency.
#[must_use]
pub fn filter_of(line: usize, ui: &Ui) -> Filter {
    let own = own(ui);
    let mut filter = Filter::default();
    match line {
        0 => filter.conditions = vec![ConditionKind::Overdue],
        1 => {
            filter.statuses = vec![Status::NotStarted, Status::InProgress];
            filter.due_from = Some(ui.facts.today);
            filter.due_to = Some(ui.facts.day().loud_until());
        }
        2 if own.is_some() => filter.marks = vec![Mark::Returned],
        2 => {
            filter.statuses = vec![Status::Awaiting];
            filter.marks = vec![Mark::MayConfirm];
        }
        3 => filter.marks = vec![Mark::ExtensionAsked],
        4 => filter.marks = vec![Mark::Disputed],
        5 => filter.marks = vec![Mark::Review],
        _ => filter.marks = vec![Mark::Orphan],
    }
    filter
}

impl Screen for Home {
    fn context(&self) -> Context {
        Context::Home
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.home.title.to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Fetch(Request::Home)]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Up => self.step(false),
            Action::Down => self.step(true),
            Action::First | Action::PageUp => self.at = 0,
            Action::NextPane | Action::PreviousPane => {
                self.at = if self.at < LINES { LINES } else { 0 };
                self.at = self.at.min(LINES + self.worst().len().saturating_sub(1));
            }
            Action::Last | Action::PageDown => {
                self.at = (LINES + self.worst().len()).saturating_sub(1);
            }
            Action::Digit(digit @ 1..=7) => {
                self.at = usize::from(digit) - 1;
                return self.open_selected(ui);
            }
            Action::Digit(8) => return vec![Effect::Open(screens::reports())],
            Action::Enter => return self.open_selected(ui),
            Action::NextOverdue => return vec![open_line(0, ui)],
            Action::Choose => {
                return vec![match self.selected_agency() {
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

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::Home, Ok(Answer::Home(figures))) => {
                self.figures = Some(figures.clone());
                self.at = self.at.min((LINES + self.worst().len()).saturating_sub(1));
                Vec::new()
            }
            (_, Ok(Answer::Saved(_) | Answer::Imported(_))) | (Request::AsOf { .. }, Ok(_)) => {
                vec![Effect::Fetch(Request::Home)]
            }
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
            if let Some(warning) = warning(ui) {
                lines.extend(wrap(&warning, room.max(1)));
            }
            lines
        });
        if self.selected_agency().is_some() && usize::from(area.height) < LINES + 3 + totals.len() {
            // Low windows show the part of the screen that one is in.
            return self.draw_worst(area, buffer, ui);
        }
        let tall = usize::from(area.height) >= LINES + totals.len() + 8;
        let first = u16::from(tall);
        let mut cursor = self.draw_lines(rows(area, first, HIGH), buffer, ui);
        let below = first + HIGH + u16::from(tall);
        let totals_high = u16::try_from(totals.len()).unwrap_or(0);
        // The sentences give way before the lines do, the table before the sentences.
        let from = area.height.saturating_sub(totals_high + u16::from(tall));
        if from > below {
            for (y, line) in (from..).zip(&totals) {
                put(buffer, area, 2, y, line, ui.theme.text);
            }
        }
        if from >= below + 3 {
            let table = rows(area, below, from - below - u16::from(tall));
            cursor = self.draw_worst(table, buffer, ui).or(cursor);
        }
        cursor
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let count = self.recovered.len();
        (count > 0).then(|| (ui.t.home.recovery)(self.interrupted_at.as_deref(), count))
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        self.recovered.clone()
    }

    fn topic(&self) -> Topic {
        Topic::Home
    }
}

impl Home {
    fn draw_lines(&self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.home;
        let loud = ui.facts.thresholds.loud;
        let is_own = own(ui).is_some();
        let labels = if is_own {
            (t.own_lines)(loud)
        } else {
            (t.lines)(loud)
        };
        let shown = |place| {
            let figures = self.figures.as_ref();
            figures.map_or_else(
                || "…".to_owned(),
                |figures| number(figure(figures, place, is_own), ui.t.language),
            )
        };
        let most = (0..LINES).map(|place| width(&shown(place))).max();
        let digits = if area.width < 60 {
            most.unwrap_or(0) + 1
        } else {
            7
        };
        let wide = usize::from(area.width).saturating_sub(7 + digits).min(40);
        let mut cursor = None;
        let first = (self.at + 1).saturating_sub(usize::from(area.height));
        let first = if self.at < LINES { first } else { 0 };
        for ((y, place), label) in (0..).zip(0..LINES).zip(labels).skip(first) {
            let y: u16 = y;
            let y = y.saturating_sub(u16::try_from(first).unwrap_or(0));
            let is_here = place == self.at;
            let focus = if is_here {
                ui.theme.focus
            } else {
                ui.theme.key
            };
            put(
                buffer,
                area,
                1,
                y,
                if is_here { ">" } else { " " },
                ui.theme.text,
            );
            put(buffer, area, 2, y, &(place + 1).to_string(), focus);
            if is_here && y < area.height && area.width > 2 {
                cursor = Some(Position::new(area.x + 2, area.y + y));
            }
            let count = self
                .figures
                .as_ref()
                .map(|figures| figure(figures, place, is_own));
            let style = match place {
                0 if count > Some(0) => ui.theme.overdue,
                _ => ui.theme.text,
            };
            let label = fit(&label, wide);
            put(buffer, area, 5, y, &label, ui.theme.text);
            let x = u16::try_from(wide + 5).unwrap_or(u16::MAX);
            put(buffer, area, x, y, &pad_left(&shown(place), digits), style);
            let note = self
                .figures
                .as_ref()
                .and_then(|figures| note(figures, place, is_own, ui));
            let note = note.filter(|note| wide + 15 + width(note) <= usize::from(area.width));
            put(
                buffer,
                area,
                x.saturating_add(10),
                y,
                &note.unwrap_or_default(),
                ui.theme.text,
            );
        }
        cursor
    }
}
