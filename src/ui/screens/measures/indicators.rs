//! "Chỉ tiêu": the indicators, each with its target, its last value, how far away it is, what is missing.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::import::Import;
use super::indicator::IndicatorSheet;
use super::indicator_form;
use super::reading_form::ReadingForm;
use super::{distance, fetch, figure, is_written, short, told};
use crate::domain::change::News;
use crate::lang::format::number;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens::agencies::rows::{Rows, row};
use crate::ui::screens::choice::Choice;
use crate::ui::widgets::narrow::Item;
use crate::work::request::Request;
use crate::work::request::measures::{Ask, Standing, Told, What};

/// The list of indicators.
#[derive(Default)]
pub struct Indicators {
    rows: Rows,
    standings: Option<Vec<Standing>>,
}

/// What F2 offers, by its place.
const EDIT: &str = "edit";
const NEW: &str = "new";

impl Indicators {
    fn shown(&self) -> Vec<&Standing> {
        let all = self.standings.iter().flatten();
        all.filter(|one| {
            let indicator = &one.indicator;
            self.rows
                .shows(&format!("{} {}", indicator.code, indicator.name))
        })
        .collect()
    }

    fn line(one: &Standing, wide: usize, ui: &Ui) -> String {
        let t = &ui.t.measures;
        let indicator = &one.indicator;
        let last = one.last.map_or_else(|| "–".to_owned(), short);
        let (value, away) = match one.value {
            Some(value) => (
                figure(Some(value), ui),
                distance(indicator.bound, Some(value), ui),
            ),
            None if one.measured > 0 => ((t.reached)(one.reached, one.measured), String::new()),
            None => ("–".to_owned(), "–".to_owned()),
        };
        let missing = match one.missing {
            0 => String::new(),
            some => number(some, ui.t.language),
        };
        let bound = (t.bound)(indicator.bound, &indicator.unit);
        row(
            (&indicator.code, 12),
            &indicator.name,
            &[
                (&bound, 12),
                (&last, 6),
                (&value, 10),
                (&away, 9),
                (&missing, 10),
            ],
            wide,
        )
    }

    fn choose(&self, ui: &Ui) -> Vec<Effect> {
        let t = &ui.t.measures.form;
        if !indicator_form::may(ui) {
            return vec![Effect::Say(Message::refusal(t.may_not))];
        }
        let [new, edit] = t.indicator_titles;
        let selected = self.shown().get(self.rows.at()).copied();
        let edit = selected.map(|one| Item::new(EDIT, &one.indicator.code, edit));
        let items: Arc<[Item]> = edit.into_iter().chain([Item::new(NEW, "", new)]).collect();
        let title = ui.t.measures.indicators.to_owned();
        vec![Effect::Open(Box::new(Choice::new(title, items, None)))]
    }
}

impl Screen for Indicators {
    fn context(&self) -> Context {
        Context::Measures
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.measures.indicators.to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        fetch(Ask::Indicators)
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let shown = self.shown();
        let total = shown.len();
        let selected = shown.get(self.rows.at()).map(|one| one.indicator.id);
        match (action, selected) {
            (Action::Close | Action::Back, _) => vec![Effect::Close],
            (Action::Refresh, _) => fetch(Ask::Indicators),
            (Action::Enter, Some(id)) => vec![Effect::Open(Box::new(IndicatorSheet::new(id)))],
            (Action::Add, Some(id)) => {
                vec![Effect::Open(Box::new(ReadingForm::new(id, None, None)))]
            }
            (Action::Edit, _) => self.choose(ui),
            (Action::Import, _) => {
                vec![Effect::Open(Box::new(Import::new(What::Readings(
                    selected,
                ))))]
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
        if let Some(Told::Indicators(standings)) = told(question, &answer, &Ask::Indicators) {
            self.standings = Some(standings.clone());
        } else if is_written(question, &answer) {
            return fetch(Ask::Indicators);
        }
        Vec::new()
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        let Outcome::Text(chosen) = outcome else {
            return Vec::new();
        };
        let selected = self
            .shown()
            .get(self.rows.at())
            .map(|one| one.indicator.clone());
        let of = selected.filter(|_| chosen == EDIT);
        indicator_form::open(of, ui)
    }

    fn news(&mut self, _: &News, _: &Ui) -> Vec<Effect> {
        fetch(Ask::Indicators)
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width.saturating_sub(2));
        let t = &ui.t.measures;
        let [code, name, bound, last, value, away, missing] = t.indicator_heading;
        let heading = row(
            (code, 12),
            name,
            &[
                (bound, 12),
                (last, 6),
                (value, 10),
                (away, 9),
                (missing, 10),
            ],
            wide,
        );
        let lines: Vec<String> = self
            .shown()
            .iter()
            .map(|one| Self::line(one, wide, ui))
            .collect();
        self.rows
            .draw(&heading, &lines, t.no_indicators, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.measures.indicators_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Measures
    }
}
