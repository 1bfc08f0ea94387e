//! The calendar: a month with its days off and what falls due, and the agenda of the selected day.
//!
//! It shows and opens; days off are kept elsewhere (F8). Figures are those of one agency, or of all.

mod agenda;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::agenda::Agenda;
use super::home::own;
use super::month::effects;
use crate::domain::agenda::{filter_of, month_of};
use crate::domain::change::News;
use crate::domain::filter::describe;
use crate::domain::id::AgencyId;
use crate::domain::query::Query;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::canvas::{columns, put, rows, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::ui::widgets::month::{HIGH, Month, Note, WIDE, sentence, why};
use crate::work::request::{Answer, DueDay, Request};

/// The cells of a month whose days have room for figures.
const MONTH: u16 = 79;

/// From this width on the agenda stands beside the month.
const BESIDE: u16 = MONTH + 41;

/// Where keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    Month,
    Agenda,
}

/// The calendar.
pub struct Calendar {
    /// None until it opens: today.
    month: Option<Month>,
    /// Whose tasks; none for those of all.
    agency: Option<AgencyId>,
    /// What falls due, of the month and agency that were asked about.
    due: Option<(Request, Vec<DueDay>)>,
    agenda: Agenda,
    focus: Focus,
}

impl Default for Calendar {
    fn default() -> Self {
        Self {
            month: None,
            agency: None,
            due: None,
            agenda: Agenda::default(),
            focus: Focus::Month,
        }
    }
}

impl Calendar {
    fn day(&self, ui: &Ui) -> NaiveDate {
        self.month.as_ref().map_or(ui.facts.today, Month::day)
    }

    fn figures_asked(&self, ui: &Ui) -> Request {
        Request::DueDays {
            agency: self.agency,
            month: month_of(self.day(ui)).0,
        }
    }

    /// What falls due on a day; none until it is known.
    fn due_on(&self, day: NaiveDate, ui: &Ui) -> Option<DueDay> {
        let (_, days) = self
            .due
            .as_ref()
            .filter(|(asked, _)| *asked == self.figures_asked(ui))?;
        let found = days.iter().find(|due| due.day == day).copied();
        Some(found.unwrap_or_else(|| DueDay::empty(day)))
    }

    /// Asks for what is not there: the figures of another month, the agenda of another day.
    fn missing(&mut self, ui: &Ui) -> Vec<Effect> {
        let mut effects = Vec::new();
        let asked = self.figures_asked(ui);
        if self.due.as_ref().is_none_or(|(known, _)| *known != asked) {
            effects.push(Effect::Fetch(asked));
        }
        if !ui.is_moving {
            let agenda = self.agenda.ask(self.agency, self.day(ui));
            effects.extend(agenda.map(Effect::Fetch));
        }
        effects
    }

    fn anew(&self, ui: &Ui) -> Vec<Effect> {
        let agenda = agenda::question(self.agency, self.day(ui));
        vec![Effect::Fetch(self.figures_asked(ui)), Effect::Fetch(agenda)]
    }

    /// The list of everything that falls due on the selected day.
    fn open_day(&self, ui: &Ui) -> Vec<Effect> {
        let filter = filter_of(self.day(ui));
        let words = describe(&filter, &ui.filter_context());
        let query = Query {
            filter,
            ..Query::default()
        };
        vec![Effect::Open(screens::tasks(query, words, self.agency))]
    }

    fn in_month(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let Some(month) = self.month.as_mut() else {
            return Vec::new();
        };
        let is_typing = month.is_typing();
        match action {
            Action::Enter | Action::DoIt if !is_typing => return self.open_day(ui),
            Action::Back | Action::Close if !is_typing => return vec![Effect::Close],
            Action::NextPane | Action::PreviousPane if self.agenda.is_empty() => {
                return vec![Effect::Useless];
            }
            Action::NextPane | Action::PreviousPane => {
                self.focus = Focus::Agenda;
                return Vec::new();
            }
            _ => {}
        }
        let mut effects = effects(month.act(action, ui));
        effects.extend(self.missing(ui));
        effects
    }

    fn in_agenda(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Close => vec![Effect::Close],
            Action::Back | Action::NextPane | Action::PreviousPane => {
                self.focus = Focus::Month;
                Vec::new()
            }
            Action::Enter | Action::DoIt => match self.agenda.selected() {
                Some(id) => vec![Effect::Open(screens::sheet(id))],
                None => vec![Effect::Useless],
            },
            _ if self.agenda.act(action) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    /// What stands beside the name of the month.
    fn head(&self, ui: &Ui) -> String {
        let t = &ui.t.calendar;
        let asked = self.figures_asked(ui);
        let Some((_, days)) = self.due.as_ref().filter(|(known, _)| *known == asked) else {
            return " · …".to_owned();
        };
        let whose = self.agency.and_then(|id| ui.facts.agency(id));
        let whose = whose.map_or(t.whole_city, |agency| &agency.code);
        let total = days.iter().map(DueDay::total).sum();
        let late = days.iter().map(|due| due.late(ui.facts.today)).sum();
        (t.head)(whose, total, late)
    }

    /// What stands beside a day: what is late with its sign, else what is still to be done.
    fn note(&self, day: NaiveDate, ui: &Ui) -> Option<Note> {
        let due = self.due_on(day, ui)?;
        let late = due.late(ui.facts.today);
        match (late, due.running) {
            (0, 0) => None,
            (0, running) => Some((running.to_string(), ui.theme.text)),
            (late, _) => Some((format!("!{late}"), ui.theme.overdue)),
        }
    }

    /// The selected day in words: what it is, and what falls due.
    fn told(&self, ui: &Ui) -> String {
        let day = self.day(ui);
        let due = self.due_on(day, ui);
        let due = due.map_or_else(
            || "…".to_owned(),
            |due| (ui.t.calendar.due)(&due, ui.facts.today),
        );
        let reports = ui.facts.windows.iter().filter(|it| it.due == day);
        let reports: Vec<&str> = reports.map(|it| it.name.as_str()).collect();
        if reports.is_empty() {
            return format!("{} · {due}", sentence(day, ui));
        }
        let reports = (ui.t.windows.due_on)(&reports.join(", "));
        format!("{} · {due} · {reports}", sentence(day, ui))
    }

    /// The sentence of the day and its agenda below; in a low window the part that one is in.
    fn draw_day(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let is_here = self.focus == Focus::Agenda;
        let room = usize::from(area.width.saturating_sub(3)).max(1);
        let told = wrap(&self.told(ui), room);
        // Where somebody walks through the agenda, a row of it goes before what is said of the day.
        let is_crowded = is_here && told.len() >= usize::from(area.height);
        let lines = if is_crowded { Vec::new() } else { told };
        for (y, line) in (0..area.height).zip(&lines) {
            put(buffer, area, 2, y, line, ui.theme.title);
        }
        let from = u16::try_from(lines.len()).unwrap_or(0);
        let total = self.due_on(self.day(ui), ui).map(|due| due.total());
        let below = rows(area, from, area.height);
        self.agenda
            .draw(self.day(ui), total, is_here, below, buffer, ui)
    }

    /// The day alone, where the month has no room.
    fn draw_alone(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if self.focus == Focus::Agenda {
            return self.draw_day(area, buffer, ui);
        }
        if let Some(month) = self.month.as_ref().filter(|month| month.is_typing()) {
            return month.draw_typed(area, buffer, ui);
        }
        self.draw_day(area, buffer, ui);
        put(buffer, area, 0, 0, ">", ui.theme.focus);
        (!area.is_empty()).then(|| area.as_position())
    }
}

impl Screen for Calendar {
    fn context(&self) -> Context {
        Context::Calendar
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.calendar.title.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        self.month = Some(Month::new(ui.facts.today));
        self.agency = own(ui).map(|agency| agency.id);
        self.missing(ui)
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Choose => return vec![Effect::Open(screens::choose_agency(self.agency))],
            Action::Refresh => return self.anew(ui),
            Action::DaysOff => return vec![Effect::Open(screens::days_off())],
            _ => {}
        }
        match self.focus {
            Focus::Month => self.in_month(action, ui),
            Focus::Agenda => self.in_agenda(action),
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        // A date is typed wherever one is.
        self.focus = Focus::Month;
        let Some(month) = self.month.as_mut() else {
            return Vec::new();
        };
        let mut effects = effects(month.write(letter, ui));
        effects.extend(self.missing(ui));
        effects
    }

    fn rest(&mut self, ui: &Ui) -> Vec<Effect> {
        self.missing(ui)
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::DueDays { .. }, Ok(Answer::DueDays(days)))
                if *question == self.figures_asked(ui) =>
            {
                self.due = Some((question.clone(), days.clone()));
                Vec::new()
            }
            (Request::Page { .. }, Ok(Answer::Page(page)))
                if *question == agenda::question(self.agency, self.day(ui)) =>
            {
                self.agenda.take(self.agency, self.day(ui), page);
                if self.agenda.is_empty() {
                    self.focus = Focus::Month;
                }
                Vec::new()
            }
            (_, Ok(Answer::Days(_))) => self.anew(ui),
            (_, Ok(answer)) if answer.has_saved() => self.anew(ui),
            _ => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        match outcome {
            Outcome::Agency(agency) => {
                self.agency = agency;
                self.focus = Focus::Month;
                self.missing(ui)
            }
            _ => Vec::new(),
        }
    }

    fn news(&mut self, _: &News, ui: &Ui) -> Vec<Effect> {
        self.anew(ui)
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if area.width < WIDE || area.height < HIGH + 1 {
            return self.draw_alone(area, buffer, ui);
        }
        let (month, day) = if area.width >= BESIDE {
            let wide = area.width - MONTH;
            (columns(area, 0, MONTH), columns(area, MONTH, wide))
        } else {
            let gap = u16::from(area.height > HIGH + 10);
            (rows(area, 0, HIGH), rows(area, HIGH + gap, area.height))
        };
        let shown = self.month.as_ref().and_then(|shown| {
            let notes = |day| self.note(day, ui);
            shown.draw(month, buffer, &self.head(ui), &notes, ui)
        });
        let in_day = self.draw_day(day, buffer, ui);
        if area.width >= BESIDE {
            let below = rows(month, HIGH + 1, month.height);
            let room = usize::from(below.width.saturating_sub(4));
            for (y, line) in (0..below.height).zip(wrap(ui.t.choice.day_off, room)) {
                put(buffer, below, 2, y, &line, ui.theme.text);
            }
        }
        match self.focus {
            Focus::Month => shown,
            Focus::Agenda => in_day,
        }
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.calendar;
        Some(
            match self.focus {
                Focus::Month => t.hint,
                Focus::Agenda => t.agenda_hint,
            }
            .to_owned(),
        )
    }

    fn why(&self, ui: &Ui) -> Vec<String> {
        let t = &ui.t.calendar;
        let day = self.day(ui);
        let calendar = &ui.facts.calendar;
        let (place, all) = calendar.place_in_month(day);
        let named = format!(
            "{} {}",
            format::weekday(day, ui.t.language),
            format::date(day)
        );
        let mut lines = Vec::new();
        if calendar.is_working(day) {
            lines.push((t.nth)(&named, place, all));
            lines.extend(why(day, ui).map(|why| format!("{named}: {why}.")));
        } else {
            let why = why(day, ui).unwrap_or_default();
            lines.push((t.off)(&named, &why, all));
        }
        if calendar.day_off(day).is_some_and(|row| row.projected) {
            lines.push(t.projected.to_owned());
        }
        lines.push(format!("{}.", self.told(ui)));
        lines.push(ui.t.choice.day_off.to_owned());
        lines
    }

    fn topic(&self) -> Topic {
        Topic::Calendar
    }
}
