//! Entering the files of an agency in a month on the numeric pad: numbers and Enter, agency after agency.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{fetch, said, told};
use crate::domain::amount::Amount;
use crate::domain::caseload::Caseload;
use crate::domain::error::Error;
use crate::domain::id::AgencyId;
use crate::domain::interval::{Every, Interval};
use crate::domain::measure::Fault;
use crate::lang::format::number;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::asked::Asked;
use crate::ui::screens::editing::{Typed, answer, fill, paint};
use crate::ui::widgets::form::{Form as Fields, Heard, Kind as Field, Row};
use crate::ui::widgets::narrow::Item;
use crate::work::request::measures::{Ask, Told};
use crate::work::request::{Answer, OperationKey, Request};

/// Before whose files of when they are, in the name of its draft.
const PLACE: &str = "caseload";

/// The numbers, in their order.
const COUNTS: [&str; 8] = [
    "opening",
    "received",
    "solved_on_time",
    "solved_late",
    "open_in_time",
    "open_late",
    "withdrawn",
    "waiting",
];

/// The form of the files of a month.
pub struct CaseloadForm {
    agency: Option<AgencyId>,
    month: Option<Interval>,
    fields: Fields,
    typed: Typed,
    /// Whose files of when are asked for or stand in the fields.
    shown: Option<(AgencyId, Interval)>,
    /// What is there of this agency, the latest month first; none until it is told.
    there: Option<Vec<Caseload>>,
    asked: Option<(Request, Caseload)>,
}

impl CaseloadForm {
    /// Of an agency and a month, where they are known.
    #[must_use]
    pub fn new(agency: Option<AgencyId>, month: Option<Interval>) -> Self {
        Self {
            agency,
            month,
            fields: Fields::default(),
            typed: Typed::default(),
            shown: None,
            there: None,
            asked: None,
        }
    }

    /// Whose files may be entered: clerks those of their own agency.
    fn items(ui: &Ui) -> Arc<[Item]> {
        let user = &ui.facts.user;
        let may_all = user.role.enters_tasks() || user.role.keeps_frame();
        let agencies = ui.facts.agencies.iter();
        agencies
            .filter(|it| !it.is_void() && (may_all || user.leads(it.id)))
            .map(Item::agency)
            .collect()
    }

    fn blank(&self, ui: &Ui) -> Fields {
        let items = Self::items(ui);
        let [agency, month, counts @ ..] = ui.t.measures.form.caseload_fields;
        let now = Interval::of(Every::Month, ui.facts.today);
        let when = self.month.unwrap_or_else(|| now.before());
        let own = ui.facts.user.agency.filter(|_| items.len() == 1);
        let whose = own.or(self.agency).map(|id| id.0.to_string());
        let mut rows = vec![
            Row::new("agency", agency, Field::Choice(items))
                .needed()
                .wide(44)
                .with(&whose.unwrap_or_default()),
            Row::new("month", month, Field::Text)
                .needed()
                .wide(16)
                .with(&format!("{}/{}", when.number(), when.year())),
        ];
        for (place, (name, label)) in COUNTS.into_iter().zip(counts).enumerate() {
            let row = Row::new(name, label, Field::Text).wide(12).number();
            // Withdrawn and waiting are not counted everywhere.
            rows.push(if place < 6 { row.needed() } else { row });
        }
        Fields::new(rows)
    }

    fn place(&self, ui: &Ui) -> Option<(AgencyId, Interval)> {
        let agency = self.fields.value("agency").parse().ok().map(AgencyId)?;
        let month = Interval::read(&self.fields.value("month"), Every::Month, ui.facts.today)?;
        (month.every() == Every::Month).then_some((agency, month))
    }

    /// Asks for what is there, where agency or month are others now, and keeps what was typed for those of before.
    fn follow(&mut self, ui: &Ui) -> Vec<Effect> {
        let now = self.place(ui);
        let Some((agency, _)) = now.filter(|_| now != self.shown) else {
            return Vec::new();
        };
        let kept = self.shown.map(|_| self.typed.keep(&self.counts()));
        let mut effects: Vec<Effect> = kept.into_iter().collect();
        let is_other = self.shown.map(|(agency, _)| agency) != Some(agency);
        self.shown = now;
        if is_other {
            self.there = None;
            effects.extend(fetch(Ask::CaseloadOf { agency }));
        }
        self.load(ui);
        effects
    }

    fn of(&self, month: Interval) -> Option<&Caseload> {
        self.there.iter().flatten().find(|it| it.month == month)
    }

    /// Puts what is there into the fields, and what was typed for it.
    fn load(&mut self, ui: &Ui) {
        let Some((agency, month)) = self.shown else {
            return;
        };
        let texts = self.of(month).map(|it| texts(it, ui));
        for (place, name) in COUNTS.into_iter().enumerate() {
            let text = texts.as_ref().and_then(|texts| texts.get(place));
            if let Some(row) = self.fields.row_mut(name) {
                row.set(text.map_or("", String::as_str));
            }
        }
        let place = format!("{PLACE}:{}:{}", agency.0, month.first());
        self.typed = Typed::open(place, &mut self.fields, ui);
    }

    /// The same beneath what was typed meanwhile, of which nothing is lost.
    fn load_beneath(&mut self, ui: &Ui) {
        let typed = self.typed.unsaved(&self.counts());
        self.load(ui);
        fill(&mut self.fields, &typed);
    }

    /// Somebody else was faster: this stands there now.
    fn stand(&mut self, month: Interval, now: Option<&Caseload>, ui: &Ui) {
        let there = self.there.get_or_insert_default();
        there.retain(|it| it.month != month);
        there.extend(now.copied());
        self.load_beneath(ui);
    }

    /// What one is about to write over: numbers that stand there and are typed otherwise.
    fn differing(&self, ui: &Ui) -> Option<String> {
        let (_, month) = self.shown?;
        let there = texts(self.of(month)?, ui);
        let labels = ui.t.measures.form.caseload_fields.iter().skip(2);
        let rows = COUNTS.into_iter().zip(there).zip(labels);
        let other = rows.filter(|((name, text), _)| self.fields.value(name) != *text);
        let other: Vec<String> = other
            .map(|((_, text), label)| format!("{label} {text}"))
            .collect();
        (!other.is_empty()).then(|| (ui.t.measures.form.there)(&other.join("; ")))
    }

    /// What is typed; the other fields say whose files of when.
    fn counts(&self) -> Fields {
        self.fields.only(&COUNTS)
    }

    /// The month before, for F7: what was open then is where this one opens.
    fn before(&self, ui: &Ui) -> Option<Fields> {
        let (_, month) = self.shown?;
        let earlier = self.of(month.before())?;
        let as_next = Caseload {
            opening: earlier.open(),
            ..*earlier
        };
        let texts = texts(&as_next, ui);
        let rows = COUNTS.into_iter().zip(texts);
        let rows = rows.map(|(name, text)| Row::new(name, "", Field::Text).with(&text));
        Some(Fields::new(rows.collect()))
    }

    fn count(&self, name: &str) -> Result<i64, Fault> {
        let text = self.fields.value(name);
        let bad = || Fault::BadNumber(text.clone());
        let amount = Amount::read(&text).ok_or_else(bad)?.ten_thousandths();
        (amount % 10_000 == 0)
            .then_some(amount / 10_000)
            .ok_or_else(bad)
    }

    fn wanted(&self, ui: &Ui) -> Result<Caseload, Fault> {
        let bad = || Fault::BadInterval(self.fields.value("month"));
        let (agency, month) = self.place(ui).ok_or_else(bad)?;
        let some = |name: &str| match self.fields.value(name).is_empty() {
            true => Ok(None),
            false => self.count(name).map(Some),
        };
        let files = Caseload {
            agency,
            month,
            opening: self.count("opening")?,
            received: self.count("received")?,
            solved_on_time: self.count("solved_on_time")?,
            solved_late: self.count("solved_late")?,
            open_in_time: self.count("open_in_time")?,
            open_late: self.count("open_late")?,
            withdrawn: some("withdrawn")?,
            waiting: some("waiting")?,
        };
        files.check(&ui.facts.agencies, ui.facts.today)?;
        Ok(files)
    }

    fn save(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        match self.wanted(ui) {
            Ok(files) => {
                let request = Request::Measures(Ask::SaveCaseload {
                    key: OperationKey::fresh(),
                    seen: Some(self.of(files.month).copied().into_iter().collect()),
                    set: vec![files],
                    remove: Vec::new(),
                });
                self.asked = Some((request.clone(), files));
                vec![Effect::Ask(request)]
            }
            Err(fault) => vec![Effect::Say(Message::refusal((ui.t.measures.fault)(&fault)))],
        }
    }

    /// The next agency that existed then; the form ends with the last one.
    fn go_on(&mut self, saved: Caseload, ui: &Ui) -> Option<Vec<Effect>> {
        let items = Self::items(ui);
        let existed = |item: &&Item| {
            let id = item.value.parse().ok().map(AgencyId);
            let agency = id.and_then(|id| ui.facts.agency(id));
            agency.is_some_and(|it| it.is_valid_on(saved.month.last()))
        };
        let is_it = |item: &&Item| item.value == saved.agency.0.to_string();
        let mut after = items.iter().skip_while(|item| !is_it(item)).skip(1);
        let next = after.find(existed)?;
        self.fields.row_mut("agency")?.set(&next.value);
        self.fields.go_to("opening");
        // They are saved: nothing of them is kept.
        self.shown = None;
        Some(self.follow(ui))
    }

    /// What the sums are so far.
    fn sums(&self, ui: &Ui) -> Option<String> {
        let count = |name: &str| self.count(name).ok();
        let came = count("opening")? + count("received")?;
        let solved = count("solved_on_time")? + count("solved_late")?;
        let open = count("open_in_time")? + count("open_late")?;
        let went = solved + open + count("withdrawn").unwrap_or(0);
        Some((ui.t.measures.form.sums)(came, went))
    }
}

/// The numbers as they are typed.
fn texts(files: &Caseload, ui: &Ui) -> [String; 8] {
    let some = |count: Option<i64>| count.map_or_else(String::new, |it| number(it, ui.t.language));
    files.counts().map(some)
}

impl Screen for CaseloadForm {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.measures.form.caseload_title.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        self.fields = self.blank(ui);
        if !self.fields.value("agency").is_empty() {
            self.fields.go_to("opening");
        }
        self.follow(ui)
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Back | Action::Close => return self.typed.leave(&self.counts()),
            Action::DoIt => return self.save(ui),
            _ => {}
        }
        let before = self.before(ui);
        let heard = self.fields.act(action, before.as_ref(), ui);
        if let Heard::Finished = heard {
            return self.save(ui);
        }
        let mut effects = answer(heard, &mut self.fields, ui);
        effects.extend(self.follow(ui));
        effects
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        if let Some((agency, _)) = self.shown
            && let Some(Told::CaseloadOf(there)) =
                told(question, &reply, &Ask::CaseloadOf { agency })
        {
            self.there = Some(there.clone());
            self.load_beneath(ui);
            return Vec::new();
        }
        let Some((_, files)) = self.asked.take_if(|(asked, _)| asked == question) else {
            return Vec::new();
        };
        let saved = match reply {
            Ok(Answer::Measures(Told::Saved(saved))) => saved,
            Err(error) => {
                if let Error::Measure(Fault::FilesChanged { now, .. }) = error.as_ref() {
                    self.stand(files.month, now.as_deref(), ui);
                }
                return Vec::new();
            }
            Ok(_) => return Vec::new(),
        };
        let mut effects = vec![self.typed.forget(), Effect::Say(said(saved, ui))];
        match self.go_on(files, ui) {
            Some(more) => effects.extend(more),
            None => effects.push(Effect::Close),
        }
        effects
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        self.fields.take(&outcome);
        self.follow(ui)
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let notes = self.sums(ui).into_iter().chain(self.differing(ui));
        let notes: Vec<String> = notes.collect();
        paint("", &mut self.fields, &notes, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.measures.form.entry_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.counts())]
    }

    fn topic(&self) -> Topic {
        Topic::Measures
    }
}

impl Asked for CaseloadForm {
    fn fields_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }

    fn filled(&mut self, ui: &Ui) -> Vec<Effect> {
        self.follow(ui)
    }
}
