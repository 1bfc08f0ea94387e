//! Entering values of an indicator on the numeric pad: a number and Enter for each agency, one after another.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{code, fetch, said, told};
use crate::domain::error::Error;
use crate::domain::id::{AgencyId, IndicatorId};
use crate::domain::indicator::{Level, Reading, read_value};
use crate::domain::interval::Interval;
use crate::domain::measure::Fault;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::asked::Asked;
use crate::ui::screens::editing::{Typed, answer, paint};
use crate::ui::widgets::form::{Form as Fields, Heard, Kind as Field, Row};
use crate::ui::widgets::narrow::Item;
use crate::work::request::measures::{Ask, Measured, Told};
use crate::work::request::{Answer, OperationKey, Request};

/// Before whose value of when it is, in the name of its draft.
const PLACE: &str = "reading";

/// What is typed; the other fields say whose value of when.
const TYPED: [&str; 2] = ["value", "note"];

/// The form of a value.
pub struct ReadingForm {
    id: IndicatorId,
    /// Whose value comes first; none for the first one that is expected.
    agency: Option<AgencyId>,
    interval: Option<Interval>,
    measured: Option<Box<Measured>>,
    fields: Fields,
    typed: Typed,
    /// Whose value of when stands in the fields.
    shown: Option<(AgencyId, Interval)>,
    asked: Option<(Request, Reading)>,
}

impl ReadingForm {
    /// Of this indicator; of an agency and a period, where they are known.
    #[must_use]
    pub fn new(id: IndicatorId, agency: Option<AgencyId>, interval: Option<Interval>) -> Self {
        Self {
            id,
            agency,
            interval,
            measured: None,
            fields: Fields::default(),
            typed: Typed::default(),
            shown: None,
            asked: None,
        }
    }

    fn begin(&mut self, ui: &Ui) -> Vec<Effect> {
        let Some(measured) = &self.measured else {
            return Vec::new();
        };
        let indicator = &measured.indicator;
        let [agency, interval, note, value] = ui.t.measures.form.reading_fields;
        // The latest period that is over, unless another one was looked at.
        let now = Interval::of(indicator.every, ui.facts.today);
        let when = self.interval.unwrap_or_else(|| now.before());
        let mut rows = Vec::new();
        if let Level::Agencies(ids) = &indicator.level {
            let known = ids.iter().filter_map(|id| ui.facts.agency(*id));
            let items: Arc<[Item]> = known.map(Item::agency).collect();
            let own = ui.facts.user.agency.filter(|own| ids.contains(own));
            let is_clerk = !ui.facts.user.role.enters_tasks();
            let first = || {
                indicator
                    .expected(when, &ui.facts.agencies)
                    .first()
                    .copied()
            };
            let whose = self.agency.or(own.filter(|_| is_clerk)).or_else(first);
            let mut row = Row::new("agency", agency, Field::Choice(items))
                .needed()
                .wide(44);
            if let Some(whose) = whose {
                row.set(&whose.0.to_string());
            }
            rows.push(row);
        }
        rows.push(
            Row::new("interval", interval, Field::Text)
                .needed()
                .wide(24)
                .with(&(ui.t.measures.interval)(when)),
        );
        rows.push(Row::new("note", note, Field::Text));
        rows.push(
            Row::new("value", value, Field::Text)
                .needed()
                .wide(16)
                .number(),
        );
        self.fields = Fields::new(rows);
        self.fields.go_to("value");
        self.follow(ui)
    }

    fn agency_of(&self) -> Option<AgencyId> {
        match self.measured.as_ref()?.indicator.level {
            Level::City => Some(AgencyId::UNRESOLVED),
            Level::Agencies(_) => self.fields.value("agency").parse().ok().map(AgencyId),
        }
    }

    fn interval_of(&self, ui: &Ui) -> Option<Interval> {
        let every = self.measured.as_ref()?.indicator.every;
        Interval::read(&self.fields.value("interval"), every, ui.facts.today)
    }

    fn reading(&self, agency: AgencyId, interval: Interval) -> Option<&Reading> {
        let readings = &self.measured.as_ref()?.readings;
        readings
            .iter()
            .find(|it| it.agency == agency && it.interval == interval)
    }

    /// What stands at the place that shows.
    fn there(&self) -> Option<&Reading> {
        let (agency, interval) = self.shown?;
        self.reading(agency, interval)
    }

    /// Somebody else was faster: what was not touched is as it is there now, and what was typed stays.
    fn stand(&mut self, now: Option<&Reading>, ui: &Ui) {
        let Some((agency, interval)) = self.shown else {
            return;
        };
        if let Some(measured) = &mut self.measured {
            let is_it = |it: &Reading| it.agency == agency && it.interval == interval;
            measured.readings.retain(|it| !is_it(it));
            measured.readings.extend(now.cloned());
        }
        let mut fresh = self.fields.clone();
        set(&mut fresh, texts(now, ui));
        self.typed.stand(&mut self.fields, fresh);
    }

    /// Puts what is there into the fields, where agency or period are others now, and keeps what was typed for those of
    /// before.
    fn follow(&mut self, ui: &Ui) -> Vec<Effect> {
        let now = self.agency_of().zip(self.interval_of(ui));
        let Some((agency, interval)) = now.filter(|_| now != self.shown) else {
            return Vec::new();
        };
        let kept = self
            .shown
            .map(|_| self.typed.keep(&self.fields.only(&TYPED)));
        self.shown = now;
        let there = texts(self.there(), ui);
        set(&mut self.fields, there);
        let place = format!("{PLACE}:{}:{}:{}", self.id.0, agency.0, interval.first());
        self.typed = Typed::open(place, &mut self.fields, ui);
        kept.into_iter().collect()
    }

    /// The value of the period before, for F7.
    fn before(&self, ui: &Ui) -> Option<Fields> {
        let (agency, interval) = self.agency_of().zip(self.interval_of(ui))?;
        let earlier = self.reading(agency, interval.before())?;
        let text = |name, value: &str| Row::new(name, "", Field::Text).with(value);
        let value = format::amount(earlier.value, ui.t.language);
        Some(Fields::new(vec![
            text("value", &value),
            text("note", &earlier.note),
        ]))
    }

    fn save(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        match self.wanted(ui) {
            Ok(reading) => {
                let request = Request::Measures(Ask::SaveReadings {
                    key: OperationKey::fresh(),
                    seen: Some(self.there().cloned().into_iter().collect()),
                    set: vec![reading.clone()],
                    remove: Vec::new(),
                });
                self.asked = Some((request.clone(), reading));
                vec![Effect::Ask(request)]
            }
            Err(fault) => vec![Effect::Say(Message::refusal((ui.t.measures.fault)(&fault)))],
        }
    }

    fn wanted(&self, ui: &Ui) -> Result<Reading, Fault> {
        let Some(measured) = &self.measured else {
            return Err(Fault::NoIndicator(self.id.0.to_string()));
        };
        let indicator = &measured.indicator;
        let interval = self
            .interval_of(ui)
            .ok_or_else(|| Fault::BadInterval(self.fields.value("interval")))?;
        let reading = Reading {
            indicator: self.id,
            agency: self.agency_of().ok_or(Fault::WrongLevel)?,
            interval,
            value: read_value(&self.fields.value("value"), &indicator.unit)?,
            note: self.fields.value("note"),
        };
        indicator.check(&reading, &ui.facts.agencies, ui.facts.today)?;
        Ok(reading)
    }

    /// The next agency that owes a value; the form ends with the last one.
    fn go_on(&mut self, reading: Reading, ui: &Ui) -> Option<Vec<Effect>> {
        let measured = self.measured.as_mut()?;
        let is_same = |it: &Reading| it.agency == reading.agency && it.interval == reading.interval;
        measured.readings.retain(|it| !is_same(it));
        let expected = measured
            .indicator
            .expected(reading.interval, &ui.facts.agencies);
        let after = expected
            .iter()
            .skip_while(|id| **id != reading.agency)
            .nth(1)
            .copied();
        measured.readings.push(reading);
        let may = |id: &AgencyId| ui.facts.user.role.enters_tasks() || ui.facts.user.leads(*id);
        let next = after.filter(may)?;
        self.fields.row_mut("agency")?.set(&next.0.to_string());
        // It is saved: nothing of it is kept.
        self.shown = None;
        let effects = self.follow(ui);
        self.fields.go_to("value");
        Some(effects)
    }
}

/// Value and note as they are typed.
fn texts(reading: Option<&Reading>, ui: &Ui) -> [String; 2] {
    reading.map_or_else(Default::default, |it| {
        [format::amount(it.value, ui.t.language), it.note.clone()]
    })
}

fn set(fields: &mut Fields, texts: [String; 2]) {
    for (name, text) in TYPED.into_iter().zip(texts) {
        if let Some(row) = fields.row_mut(name) {
            row.set(&text);
        }
    }
}

impl Screen for ReadingForm {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        let code = self.measured.as_ref().map(|it| it.indicator.code.as_str());
        (ui.t.measures.form.reading_title)(code.unwrap_or_default())
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        fetch(Ask::Indicator { id: self.id })
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Back | Action::Close => return self.typed.leave(&self.fields.only(&TYPED)),
            Action::DoIt => return self.save(ui),
            _ => {}
        }
        let before = self.before(ui);
        let heard = self.fields.act(action, before.as_ref(), ui);
        let mut effects = self.follow(ui);
        effects.extend(match heard {
            Heard::Finished => self.save(ui),
            heard => answer(heard, &mut self.fields, ui),
        });
        effects
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        let ask = Ask::Indicator { id: self.id };
        if let (None, Some(Told::Indicator(measured))) =
            (&self.measured, told(question, &reply, &ask))
        {
            self.measured = Some(measured.clone());
            return self.begin(ui);
        }
        let Some((_, reading)) = self.asked.take_if(|(asked, _)| asked == question) else {
            return Vec::new();
        };
        let saved = match reply {
            Ok(Answer::Measures(Told::Saved(saved))) => saved,
            Err(error) => {
                if let Error::Measure(Fault::ReadingChanged { now, .. }) = error.as_ref() {
                    self.stand(now.as_deref(), ui);
                }
                return Vec::new();
            }
            Ok(_) => return Vec::new(),
        };
        let mut effects = vec![self.typed.forget(), Effect::Say(said(saved, ui))];
        effects.extend(
            self.go_on(reading, ui)
                .unwrap_or_else(|| vec![Effect::Close]),
        );
        effects
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        self.fields.take(&outcome);
        self.follow(ui)
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let mut notes = Vec::new();
        if let Some(measured) = &self.measured {
            let indicator = &measured.indicator;
            let bound = (ui.t.measures.bound)(indicator.bound, &indicator.unit);
            notes.push(format!("{}: {bound}", indicator.name));
            // What one is about to write over stands beside it.
            if let Some(there) = self.there() {
                let text = format::amount(there.value, ui.t.language);
                if text != self.fields.value("value") {
                    notes.push((ui.t.measures.form.there)(&text));
                }
            }
            if let Some((agency, interval)) = self.shown
                && let Some(earlier) = self.reading(agency, interval.before())
            {
                let value = format::amount(earlier.value, ui.t.language);
                let when = (ui.t.measures.interval)(interval.before());
                notes.push(format!("{}, {when}: {value}", code(agency, ui)));
            }
        }
        paint("", &mut self.fields, &notes, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.measures.form.entry_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.fields.only(&TYPED))]
    }

    fn topic(&self) -> Topic {
        Topic::Measures
    }
}

impl Asked for ReadingForm {
    fn fields_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }

    fn filled(&mut self, ui: &Ui) -> Vec<Effect> {
        self.follow(ui)
    }
}
