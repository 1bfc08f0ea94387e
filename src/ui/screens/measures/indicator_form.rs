//! An indicator in fields: new, or as it stands.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::said;
use crate::domain::area::Area;
use crate::domain::fold::fold;
use crate::domain::id::{AgencyId, AreaId, DocumentId, IndicatorId};
use crate::domain::indicator::{Indicator, Level, limits, read_bound};
use crate::domain::interval::Every;
use crate::domain::measure::Fault;
use crate::domain::typed_date::Toward;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::asked::Asked;
use crate::ui::screens::editing::{Pressed, Typed, answer, paint, pressed};
use crate::ui::sent::Sent;
use crate::ui::widgets::form::{Form as Fields, Kind as Field, Row};
use crate::ui::widgets::narrow::Item;
use crate::work::request::measures::{Ask, Told};
use crate::work::request::{Answer, Request};

/// The name of the draft of a new indicator; of one that is there, its number follows.
const PLACE: &str = "indicator";

/// The form of an indicator.
pub struct IndicatorForm {
    old: Option<Indicator>,
    fields: Fields,
    typed: Typed,
    asked: Option<Request>,
    sent: Sent<Indicator>,
}

impl IndicatorForm {
    /// Of this one, or of a new one.
    #[must_use]
    pub fn new(old: Option<Indicator>) -> Self {
        Self {
            old,
            fields: Fields::default(),
            typed: Typed::default(),
            asked: None,
            sent: Sent::default(),
        }
    }

    fn blank(&self, ui: &Ui) -> Fields {
        let t = &ui.t.measures;
        let [
            code,
            name,
            unit,
            bound,
            deadline,
            agencies,
            every,
            since,
            area,
            document,
            closed,
        ] = t.form.indicator_fields;
        let everies = Every::ALL.into_iter();
        let everies: Arc<[Item]> = everies
            .map(|every| Item::new(every.code(), "", (t.every)(every)))
            .collect();
        let areas = ui.facts.areas.iter();
        let areas: Arc<[Item]> = areas
            .map(|area: &Area| Item::area(area, ui.t.language))
            .collect();
        let documents = ui.facts.documents.iter().filter(|it| !it.symbol.is_empty());
        let documents: Arc<[Item]> = documents
            .map(|it| Item::new(it.id.0.to_string(), &it.code, &it.symbol))
            .collect();
        let mut rows = vec![
            Row::new("code", code, Field::Text).needed().wide(18),
            Row::new("name", name, Field::Text).needed(),
            Row::new("unit", unit, Field::Text).wide(18).with("%"),
            Row::new("bound", bound, Field::Text).needed().wide(18),
            Row::new("deadline", deadline, Field::Date(Toward::Future)),
            Row::new("agencies", agencies, Field::Text),
            Row::new("every", every, Field::Choice(everies))
                .needed()
                .wide(24)
                .with(Every::Quarter.code()),
            Row::new("since", since, Field::Date(Toward::Past))
                .needed()
                .with(&format::date(ui.facts.today)),
            Row::new("area", area, Field::Choice(areas)).wide(44),
            Row::new("document", document, Field::Choice(documents)).wide(44),
            Row::new("closed", closed, Field::Flag),
        ];
        if let Some(old) = &self.old {
            let bound = bound_text(old, ui);
            let values = [
                old.code.clone(),
                old.name.clone(),
                old.unit.clone(),
                bound,
                old.deadline.map(format::date).unwrap_or_default(),
                agencies_text(&old.level, ui),
                old.every.code().to_owned(),
                format::date(old.since),
                if old.area == AreaId::NONE {
                    String::new()
                } else {
                    old.area.0.to_string()
                },
                old.document.map(|id| id.0.to_string()).unwrap_or_default(),
                if old.is_closed { "1" } else { "" }.to_owned(),
            ];
            for (row, value) in rows.iter_mut().zip(values) {
                row.set(&value);
            }
        }
        Fields::new(rows)
    }

    fn wanted(&self, ui: &Ui) -> Result<Indicator, Fault> {
        let value = |name: &str| self.fields.value(name);
        let unit = value("unit");
        let number = |name: &str| value(name).parse::<i64>().ok();
        Ok(Indicator {
            id: self.old.as_ref().map_or(IndicatorId(0), |old| old.id),
            code: value("code"),
            name: value("name"),
            bound: read_bound(&value("bound"), &unit)?,
            unit,
            deadline: self.fields.day("deadline", ui),
            level: self.level(ui)?,
            every: Every::from_code(&value("every")).unwrap_or_default(),
            since: self.fields.day("since", ui).unwrap_or(ui.facts.today),
            area: number("area").map_or(AreaId::NONE, AreaId),
            document: number("document").map(DocumentId),
            is_closed: self.fields.is_set("closed"),
        })
    }

    /// The agencies that are named; those of before where the text is as it was.
    fn level(&self, ui: &Ui) -> Result<Level, Fault> {
        let text = self.fields.value("agencies");
        if let Some(old) = &self.old
            && agencies_text(&old.level, ui) == text
        {
            return Ok(old.level.clone());
        }
        read_level(&text, ui)
    }

    /// The name of its draft.
    fn place(&self) -> String {
        match &self.old {
            Some(old) => format!("{PLACE}:{}", old.id.0),
            None => PLACE.to_owned(),
        }
    }

    fn save(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        match self.wanted(ui) {
            Ok(indicator) => {
                let request = Request::Measures(Ask::SaveIndicator {
                    key: self.sent.key_for(indicator.clone()),
                    seen: self.old.clone().map(Box::new),
                    indicator: Box::new(indicator),
                });
                self.asked = Some(request.clone());
                vec![Effect::Ask(request)]
            }
            Err(fault) => vec![Effect::Say(Message::refusal((ui.t.measures.fault)(&fault)))],
        }
    }
}

/// True for those who keep indicators.
pub(super) fn may(ui: &Ui) -> bool {
    let role = ui.facts.user.role;
    role.enters_tasks() || role.keeps_frame()
}

/// Opens the form, for those who may.
pub(super) fn open(of: Option<Indicator>, ui: &Ui) -> Vec<Effect> {
    if !may(ui) {
        let text = ui.t.measures.form.may_not;
        return vec![Effect::Say(Message::refusal(text))];
    }
    vec![Effect::Open(Box::new(IndicatorForm::new(of)))]
}

/// The bound as it is typed.
fn bound_text(indicator: &Indicator, ui: &Ui) -> String {
    let said = |it| format::amount(it, ui.t.language);
    match limits(indicator.bound) {
        (Some(low), Some(high)) if low == high => format!("={}", said(low)),
        (Some(low), Some(high)) => format!("{}-{}", said(low), said(high)),
        (Some(low), None) => format!(">={}", said(low)),
        (None, Some(high)) => format!("<={}", said(high)),
        (None, None) => String::new(),
    }
}

/// The agencies by their codes.
fn agencies_text(level: &Level, ui: &Ui) -> String {
    match level {
        Level::City => String::new(),
        Level::Agencies(ids) => {
            let codes = ids.iter().filter_map(|id| ui.facts.agency(*id));
            let codes: Vec<&str> = codes.map(|agency| agency.code.as_str()).collect();
            codes.join("; ")
        }
    }
}

/// Codes, names and groups, with semicolons between; nothing for the city.
fn read_level(text: &str, ui: &Ui) -> Result<Level, Fault> {
    crate::domain::indicator::read_level(text, &ui.facts.agencies, ui.facts.today, |text, group| {
        fold(text) == fold((ui.t.terms.group)(group))
    })
}

impl Screen for IndicatorForm {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        let [new, edit] = ui.t.measures.form.indicator_titles;
        if self.old.is_some() { edit } else { new }.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        self.fields = self.blank(ui);
        self.typed = Typed::open(self.place(), &mut self.fields, ui);
        Vec::new()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match pressed(&mut self.fields, action, None, ui) {
            Pressed::Leave => self.typed.leave(&self.fields),
            Pressed::Save => self.save(ui),
            Pressed::Taken(effects) => effects,
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        if self.asked.take_if(|asked| asked == question).is_none() {
            return Vec::new();
        }
        let Ok(Answer::Measures(Told::Saved(saved))) = reply else {
            return Vec::new();
        };
        let _ = self.sent.answered();
        vec![
            self.typed.forget(),
            Effect::Say(said(saved, ui)),
            Effect::Close,
        ]
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let mut notes = vec![ui.t.measures.form.agencies_hint.to_owned()];
        if let Ok(Level::Agencies(ids)) = self.level(ui) {
            let names: Vec<String> = ids
                .iter()
                .map(|id: &AgencyId| super::code(*id, ui))
                .collect();
            notes.push(format!("{}: {}", names.len(), names.join(", ")));
        }
        paint("", &mut self.fields, &notes, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.measures.form.indicator_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.fields)]
    }

    fn topic(&self) -> Topic {
        Topic::Measures
    }
}

impl Asked for IndicatorForm {
    fn fields_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }
}
