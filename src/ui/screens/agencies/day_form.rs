//! A day off or a make-up day, in fields.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::confirm::Confirm;
use super::form::in_earnest;
use super::told;
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::error::Error;
use crate::domain::typed_date::Toward;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::editing::{Typed, answer, paint};
use crate::ui::widgets::form::{Form as Fields, Heard, Kind as Field, Row};
use crate::ui::widgets::narrow::Item;
use crate::work::request::{Answer, OperationKey, Request};

/// The name of the draft of a new day; of one that is there, its date follows.
const PLACE: &str = "day_off";

/// The form of a day.
pub struct DayForm {
    day: Option<DayOff>,
    fields: Fields,
    typed: Typed,
    asked: Option<Request>,
    /// What stands on a day, or that nothing does, where that is known better than by what everybody needs: as it was
    /// when the form opened, or when somebody else was faster.
    known: BTreeMap<NaiveDate, Option<DayOff>>,
}

impl DayForm {
    /// For this day, or for a new one.
    #[must_use]
    pub fn new(day: Option<DayOff>) -> Self {
        let known = day.clone().map(|day| (day.date, Some(day)));
        Self {
            day,
            fields: Fields::default(),
            typed: Typed::default(),
            asked: None,
            known: known.into_iter().collect(),
        }
    }

    fn blank(day: Option<&DayOff>, ui: &Ui) -> Fields {
        let t = &ui.t.agencies;
        let [date, _, name, kind, _] = t.days_heading;
        let kinds = [DayKind::Holiday, DayKind::SwapOff, DayKind::SwapWork];
        let kinds: Arc<[Item]> = kinds
            .into_iter()
            .map(|kind| Item::new(kind.code(), "", (t.told.day_kind)(kind)))
            .collect();
        let mut rows = vec![
            Row::new("date", date, Field::Date(Toward::Future)).needed(),
            Row::new("name", name, Field::Text).needed(),
            Row::new("kind", kind, Field::Choice(kinds))
                .needed()
                .wide(24)
                .with(DayKind::Holiday.code()),
            Row::new("projected", t.screens.projected, Field::Flag),
        ];
        if let Some(day) = day {
            let values = [
                format::date(day.date),
                day.name.clone(),
                day.kind.code().to_owned(),
                if day.projected { "1" } else { "" }.to_owned(),
            ];
            for (row, value) in rows.iter_mut().zip(values) {
                row.set(&value);
            }
        }
        Fields::new(rows)
    }

    /// The fields, for who asks for them one by one.
    pub fn fields_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }

    /// What is asked for by what stands in the fields; none without a date.
    #[must_use]
    pub fn request(&self, ui: &Ui) -> Option<Request> {
        let date = self.fields.day("date", ui)?;
        let kind = DayKind::from_code(&self.fields.value("kind"));
        let day = DayOff {
            date,
            name: self.fields.value("name"),
            kind: kind.unwrap_or(DayKind::Holiday),
            projected: self.fields.is_set("projected"),
        };
        // A day that is moved to another date leaves the old one.
        let old = self.day.as_ref().map(|old| old.date);
        let old = old.filter(|old| *old != date);
        let there = |date: NaiveDate| match self.known.get(&date) {
            Some(known) => known.clone(),
            None => ui.facts.calendar.day_off(date).cloned(),
        };
        let touched = old.into_iter().chain([date]);
        Some(Request::SaveDays {
            key: OperationKey::fresh(),
            seen: touched.filter_map(there).collect(),
            set: vec![day],
            remove: old.into_iter().collect(),
            is_rehearsal: true,
        })
    }

    fn rehearse(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let Some(request) = self.request(ui) else {
            return vec![Effect::Useless];
        };
        self.asked = Some(request.clone());
        vec![Effect::Ask(request)]
    }

    /// Hears why it was not saved.
    pub fn hears(&mut self, error: &Error, ui: &Ui) {
        if let Error::DayChanged(date, now) = error {
            self.stand(*date, now.as_deref(), ui);
        }
    }

    /// Somebody else was faster: what was not touched is as it stands now, and what was typed stays.
    fn stand(&mut self, date: NaiveDate, now: Option<&DayOff>, ui: &Ui) {
        self.known.insert(date, now.cloned());
        let is_own = self.day.as_ref().is_some_and(|day| day.date == date);
        if now.is_some() && is_own {
            self.typed.stand(&mut self.fields, Self::blank(now, ui));
        }
    }

    /// True for what this form has asked last, as a rehearsal or in earnest.
    fn has_asked(&self, question: &Request) -> bool {
        match (&self.asked, question) {
            (
                Some(Request::SaveDays { key, .. }),
                Request::SaveDays {
                    key: answered_key, ..
                },
            ) => key == answered_key,
            _ => false,
        }
    }

    /// The name of its draft.
    #[must_use]
    pub fn place(&self) -> String {
        match &self.day {
            Some(day) => format!("{PLACE}:{}", day.date),
            None => PLACE.to_owned(),
        }
    }
}

impl Screen for DayForm {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.agencies.screens.day_off.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        self.fields = Self::blank(self.day.as_ref(), ui);
        self.typed = Typed::open(self.place(), &mut self.fields, ui);
        Vec::new()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Back | Action::Close => return self.typed.leave(&self.fields),
            Action::DoIt => return self.rehearse(ui),
            _ => {}
        }
        match self.fields.act(action, None, ui) {
            Heard::Finished => self.rehearse(ui),
            heard => answer(heard, &mut self.fields, ui),
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        if !self.has_asked(question) {
            return Vec::new();
        }
        let would = match reply {
            Ok(Answer::Days(would)) if self.asked.as_ref() == Some(question) => would,
            Err(error) => {
                self.hears(error, ui);
                return Vec::new();
            }
            Ok(_) => return Vec::new(),
        };
        let t = &ui.t.agencies;
        let (told, request) = (told::days(would, t), in_earnest(question));
        let title = t.screens.day_off.to_owned();
        vec![Effect::Open(Box::new(Confirm::new(title, told, request)))]
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        if let Outcome::Saved(_) = outcome {
            return vec![self.typed.forget(), Effect::Choose(outcome)];
        }
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        paint("", &mut self.fields, &[], area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.agencies.screens.form_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.fields)]
    }

    fn topic(&self) -> Topic {
        Topic::Keeping
    }
}
