//! One indicator: its values by agency in a period, or period by period, and their trend as a plot.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::import::Import;
use super::indicator_form;
use super::reading_form::ReadingForm;
use super::{code, distance, fetch, figure, is_written, name, short, told};
use crate::domain::amount::Amount;
use crate::domain::change::News;
use crate::domain::id::{AgencyId, IndicatorId};
use crate::domain::indicator::{Level, Reading, attainment};
use crate::domain::interval::Interval;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::canvas::{fit, put, rows};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Reply, Screen, Topic, Ui};
use crate::ui::screens::agencies::rows::{Rows, row};
use crate::ui::widgets::plot::{self, Bar};
use crate::work::request::Request;
use crate::work::request::measures::{Ask, Measured, Told, What};

/// Rows of the plot, where there is room.
const PLOT: u16 = 8;

/// One indicator.
pub struct IndicatorSheet {
    id: IndicatorId,
    measured: Option<Box<Measured>>,
    /// Which period of all agencies; none for the latest one.
    interval: Option<Interval>,
    /// Period by period of this one; none for all agencies of one period.
    whose: Option<AgencyId>,
    rows: Rows,
}

/// A row of the list: whose value, when, and what it is where there is one.
pub type Line<'a> = (AgencyId, Interval, Option<&'a Reading>);

impl IndicatorSheet {
    /// Of this one.
    #[must_use]
    pub fn new(id: IndicatorId) -> Self {
        Self {
            id,
            measured: None,
            interval: None,
            whose: None,
            rows: Rows::default(),
        }
    }

    fn ask(&self) -> Ask {
        Ask::Indicator { id: self.id }
    }

    /// Shows all agencies of this period.
    pub fn show(&mut self, interval: Interval) {
        self.whose = None;
        self.interval = Some(interval);
    }

    /// Shows the values of this agency, period by period; of all agencies for none.
    pub fn show_agency(&mut self, agency: Option<AgencyId>) {
        self.whose = agency;
    }

    /// The indicator and all its values, once they were answered.
    #[must_use]
    pub fn measured(&self) -> Option<&Measured> {
        self.measured.as_deref()
    }

    /// Whose values are shown one by one.
    #[must_use]
    pub fn whose(&self) -> Option<AgencyId> {
        match self.measured.as_ref()?.indicator.level {
            Level::City => Some(AgencyId::UNRESOLVED),
            Level::Agencies(_) => self.whose,
        }
    }

    /// Of which period the agencies are shown.
    #[must_use]
    pub fn interval(&self, ui: &Ui) -> Option<Interval> {
        let measured = self.measured.as_ref()?;
        let latest = measured.readings.first().map(|reading| reading.interval);
        let now = || Interval::of(measured.indicator.every, ui.facts.today);
        self.interval.or(latest).or_else(|| Some(now()))
    }

    /// The rows, in their order.
    #[must_use]
    pub fn lines(&self, ui: &Ui) -> Vec<Line<'_>> {
        let Some(measured) = &self.measured else {
            return Vec::new();
        };
        if let Some(whose) = self.whose() {
            let of = measured.readings.iter().filter(|it| it.agency == whose);
            let there = of.map(|it| (whose, it.interval, Some(it)));
            let missing = measured
                .missing
                .iter()
                .filter(|(_, agency)| *agency == whose);
            let missing = missing.map(|(interval, _)| (whose, *interval, None));
            let mut lines: Vec<Line<'_>> = there.chain(missing).collect();
            lines.sort_by_key(|(_, interval, _)| std::cmp::Reverse(interval.first()));
            return lines;
        }
        let Some(interval) = self.interval(ui) else {
            return Vec::new();
        };
        let of = measured
            .readings
            .iter()
            .filter(|it| it.interval == interval);
        let there = of.map(|it| (it.agency, interval, Some(it)));
        let missing = measured.missing.iter().filter(|(of, _)| *of == interval);
        let missing = missing.map(|(_, agency)| (*agency, interval, None));
        let mut lines: Vec<Line<'_>> = there.chain(missing).collect();
        let bound = measured.indicator.bound;
        // Farthest from what is wanted first; those without a value last.
        lines.sort_by_key(|(_, _, reading)| {
            let far = reading.map(|it| bound.distance(it.value).ten_thousandths().abs());
            (far.is_none(), std::cmp::Reverse(far))
        });
        lines.retain(|(agency, ..)| {
            self.rows
                .shows(&format!("{} {}", code(*agency, ui), name(*agency, ui)))
        });
        lines
    }

    /// The trend: values of one, or how many agencies reached it.
    fn bars(&self, ui: &Ui) -> Vec<Bar> {
        let Some(measured) = &self.measured else {
            return Vec::new();
        };
        let mut intervals: Vec<Interval> = measured.readings.iter().map(|it| it.interval).collect();
        intervals.sort_by_key(|interval| interval.first());
        intervals.dedup();
        let bound = measured.indicator.bound;
        let bar = |interval: &Interval| {
            let of = measured
                .readings
                .iter()
                .filter(|it| it.interval == *interval);
            let (text, size) = match self.whose() {
                Some(whose) => {
                    let value = of.clone().find(|it| it.agency == whose).map(|it| it.value);
                    (figure(value, ui), value.map(Amount::ten_thousandths))
                }
                None => {
                    let reached = of.clone().filter(|it| bound.holds(it.value)).count();
                    let all = of.count();
                    (format!("{reached}/{all}"), i64::try_from(reached).ok())
                }
            };
            Bar {
                label: short(*interval),
                text,
                size,
            }
        };
        intervals.iter().map(bar).collect()
    }

    fn line(&self, (agency, interval, reading): &Line<'_>, wide: usize, ui: &Ui) -> String {
        let Some(measured) = &self.measured else {
            return String::new();
        };
        let bound = measured.indicator.bound;
        let value = reading.map(|it| it.value);
        let reached = value
            .and_then(|value| attainment(bound, value))
            .map_or_else(
                || "–".to_owned(),
                |it| format::share(it.ten_thousandths(), 1_000_000, ui.t.language),
            );
        let right = [figure(value, ui), reached, distance(bound, value, ui)];
        let [value, reached, away] = right.each_ref().map(String::as_str);
        let right = [(value, 12), (reached, 8), (away, 10)];
        let note = reading.map_or("", |it| it.note.as_str());
        if self.whose().is_some() {
            return row((&short(*interval), 8), note, &right, wide);
        }
        row((&code(*agency, ui), 12), &name(*agency, ui), &right, wide)
    }

    /// What is wanted, and the plot where there is room for it; how many rows that took.
    fn draw_head(&self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> u16 {
        let Some(measured) = &self.measured else {
            return 0;
        };
        if area.height < 6 {
            return 0;
        }
        let t = &ui.t.measures;
        let about = about(measured, ui);
        let wide = usize::from(area.width.saturating_sub(2));
        put(buffer, area, 2, 0, &fit(&about, wide), ui.theme.text);
        if area.height < PLOT + 8 {
            return 1;
        }
        let plot = rows(area, 1, PLOT);
        let plot = crate::ui::canvas::columns(plot, 2, area.width.saturating_sub(4));
        let [values, agencies] = t.plots;
        let title = match self.whose() {
            Some(whose) => format!("{values}: {}", name(whose, ui)),
            None => agencies.to_owned(),
        };
        plot::draw(&title, &self.bars(ui), plot, buffer, ui);
        PLOT + 2
    }

    fn turn(&mut self, by: i32, ui: &Ui) -> Vec<Effect> {
        if self.whose().is_some() {
            return vec![Effect::Useless];
        }
        self.interval = self.interval(ui).map(|interval| interval.after(by));
        self.rows.go_to(0);
        Vec::new()
    }
}

/// What is wanted, how often and until when, and how much is missing.
#[must_use]
pub fn about(measured: &Measured, ui: &Ui) -> String {
    let (t, indicator) = (&ui.t.measures, &measured.indicator);
    let until = indicator.deadline.map(format::date);
    let until = until.as_deref().unwrap_or(t.no_deadline);
    let bound = (t.bound)(indicator.bound, &indicator.unit);
    let about = (t.about)(&bound, (t.every)(indicator.every), until);
    if measured.missing.is_empty() {
        return about;
    }
    format!("{about}. {}", (t.missing)(measured.missing.len()))
}

impl Screen for IndicatorSheet {
    fn context(&self) -> Context {
        Context::Measures
    }

    fn title(&self, ui: &Ui) -> String {
        let Some(measured) = &self.measured else {
            return ui.t.measures.indicators.to_owned();
        };
        let indicator = &measured.indicator;
        let interval = self.interval(ui).filter(|_| self.whose().is_none());
        let when = interval.map(|it| format!(" · {}", (ui.t.measures.interval)(it)));
        format!(
            "{} {}{}",
            indicator.code,
            indicator.name,
            when.unwrap_or_default()
        )
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        fetch(self.ask())
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let lines = self.lines(ui);
        let total = lines.len();
        let selected = lines
            .get(self.rows.at())
            .map(|(agency, interval, _)| (*agency, *interval));
        let is_city = self.whose() == Some(AgencyId::UNRESOLVED);
        match (action, selected) {
            (Action::Close | Action::Back, _) if self.whose.is_some() => {
                self.whose = None;
                self.rows.go_to(0);
                Vec::new()
            }
            (Action::Close | Action::Back, _) => vec![Effect::Close],
            (Action::Refresh, _) => fetch(self.ask()),
            (Action::Left, _) => self.turn(-1, ui),
            (Action::Right, _) => self.turn(1, ui),
            (Action::Enter, Some((agency, _))) if self.whose().is_none() => {
                self.whose = Some(agency);
                self.rows.go_to(0);
                Vec::new()
            }
            (Action::Enter | Action::Add, _) => {
                let (agency, interval) = selected.unzip();
                let agency = agency.filter(|_| !is_city);
                let form = ReadingForm::new(self.id, agency, interval.or(self.interval));
                vec![Effect::Open(Box::new(form))]
            }
            (Action::Edit, _) => {
                let of = self.measured.as_ref().map(|it| it.indicator.clone());
                indicator_form::open(of, ui)
            }
            (Action::Import, _) => {
                vec![Effect::Open(Box::new(Import::new(What::Readings(Some(
                    self.id,
                )))))]
            }
            (action, _) if self.rows.act(action, total) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.rows.write(letter, ui);
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        if let Some(Told::Indicator(measured)) = told(question, &answer, &self.ask()) {
            self.measured = Some(measured.clone());
        } else if is_written(question, &answer) {
            return fetch(self.ask());
        }
        Vec::new()
    }

    fn news(&mut self, _: &News, _: &Ui) -> Vec<Effect> {
        fetch(self.ask())
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let head = self.draw_head(area, buffer, ui);
        let list = rows(area, head, area.height);
        let wide = usize::from(area.width.saturating_sub(2));
        let lines = self.lines(ui);
        let lines: Vec<String> = lines.iter().map(|one| self.line(one, wide, ui)).collect();
        let t = &ui.t.measures;
        let [interval, agency, value, reached, away, note] = t.reading_heading;
        let right = [(value, 12), (reached, 8), (away, 10)];
        let heading = if self.whose().is_some() {
            row((interval, 8), note, &right, wide)
        } else {
            row((agency, 12), "", &right, wide)
        };
        self.rows
            .draw(&heading, &lines, t.no_readings, list, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.measures.indicator_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Measures
    }
}
