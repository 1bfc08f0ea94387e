//! "Cài đặt": the settings of the installation in one form. Everybody may look; administrators set them, for
//! everybody, as one group that F9 takes back.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::change::News;
use crate::domain::setting::{Holds, Setting};
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::asked::Asked;
use crate::ui::screens::editing::{Pressed, Typed, answer, paint, pressed};
use crate::ui::sent::Sent;
use crate::ui::widgets::form::{Form as Fields, Kind as Field, Row};
use crate::work::request::settings::{Ask, InForce, Told, Wanted};
use crate::work::request::{Answer, Request};

/// The name of its draft.
const PLACE: &str = "settings";

/// The form of the settings.
#[derive(Default)]
pub struct Settings {
    /// As they were in force when they were asked for.
    there: Vec<InForce>,
    fields: Fields,
    /// What is typed; none for whoever may only look.
    typed: Option<Typed>,
    sent: Sent<Vec<Wanted>>,
}

impl Settings {
    fn blank(&self, ui: &Ui) -> Fields {
        let t = &ui.t.office;
        let rows = self.there.iter().map(|one| {
            let (setting, label) = (one.setting, (t.label)(one.setting));
            match setting.holds() {
                Holds::Days { .. }
                | Holds::Minutes { .. }
                | Holds::Count { .. }
                | Holds::Number { .. } => Row::new(setting.key(), label, Field::Text)
                    .needed()
                    .wide(6)
                    .number()
                    .with(&one.value),
                Holds::Flag => {
                    let shown = if one.value == "true" { "1" } else { "" };
                    Row::new(setting.key(), label, Field::Flag).with(shown)
                }
                Holds::Line { .. } | Holds::Lines { .. } => {
                    Row::new(setting.key(), label, Field::Text).with(&one.value)
                }
            }
        });
        Fields::new(rows.collect())
    }

    /// What differs from what was there.
    fn wanted(&self) -> Vec<Wanted> {
        let value = |setting: Setting| match setting.holds() {
            Holds::Days { .. }
            | Holds::Minutes { .. }
            | Holds::Count { .. }
            | Holds::Number { .. }
            | Holds::Line { .. }
            | Holds::Lines { .. } => self.fields.value(setting.key()),
            Holds::Flag => self.fields.is_set(setting.key()).to_string(),
        };
        let wanted = self.there.iter().map(|one| Wanted {
            setting: one.setting,
            seen: one.value.clone(),
            value: value(one.setting),
        });
        wanted.filter(|one| one.value.trim() != one.seen).collect()
    }

    fn save(&mut self, ui: &Ui) -> Vec<Effect> {
        let t = &ui.t.office;
        if !ui.facts.user.role.keeps_frame() {
            return vec![Effect::Say(Message::refusal(t.may_not))];
        }
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let set = self.wanted();
        if set.is_empty() {
            return vec![Effect::Say(Message::refusal(t.unchanged))];
        }
        if let Some(bad) = set
            .iter()
            .find(|one| one.setting.read(&one.value).is_none())
        {
            self.fields.go_to(bad.setting.key());
        }
        let key = self.sent.key_for(set.clone());
        vec![Effect::Ask(Request::Settings(Ask::Save { key, set }))]
    }
}

impl Screen for Settings {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.office.title.to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Ask(Request::Settings(Ask::List))]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match pressed(&mut self.fields, action, None, ui) {
            Pressed::Leave => match &self.typed {
                Some(typed) => typed.leave(&self.fields),
                None => vec![Effect::Close],
            },
            Pressed::Save => self.save(ui),
            Pressed::Taken(effects) => effects,
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        match (question, reply) {
            (Request::Settings(Ask::List), Ok(Answer::Settings(Told::List(there)))) => {
                self.there.clone_from(there);
                let fresh = self.blank(ui);
                if let Some(typed) = &mut self.typed {
                    typed.stand(&mut self.fields, fresh);
                    return Vec::new();
                }
                self.fields = fresh;
                // Who may not set them sees what is in force, and has nothing to go on with.
                if ui.facts.user.role.keeps_frame() {
                    self.typed = Some(Typed::open(PLACE.to_owned(), &mut self.fields, ui));
                }
                Vec::new()
            }
            (
                Request::Settings(Ask::Save { key, .. }),
                Ok(Answer::Settings(Told::Saved(saved))),
            ) if self.sent.is(key) => {
                let _ = self.sent.answered();
                let text = (ui.t.office.saved)(saved.changed);
                let mut effects = vec![
                    Effect::Fetch(Request::Facts),
                    Effect::Say(Message::plain(text)),
                    Effect::Close,
                ];
                effects.extend(self.typed.as_ref().map(Typed::forget));
                effects
            }
            // Somebody was faster: it is shown as it is now, with what was typed.
            (Request::Settings(Ask::Save { key, .. }), Err(_)) if self.sent.is(key) => {
                let _ = self.sent.answered();
                vec![Effect::Fetch(Request::Settings(Ask::List))]
            }
            (_, Ok(Answer::Saved(_))) => vec![Effect::Fetch(Request::Settings(Ask::List))],
            _ => Vec::new(),
        }
    }

    fn news(&mut self, news: &News, _: &Ui) -> Vec<Effect> {
        if news.facts {
            return vec![Effect::Fetch(Request::Settings(Ask::List))];
        }
        Vec::new()
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.office;
        let current = self
            .fields
            .current()
            .and_then(|row| Setting::from_key(row.name));
        let mut notes = Vec::new();
        if let Some(setting) = current {
            notes.push((t.meaning)(setting).to_owned());
            notes.push((t.range)(setting));
        }
        paint("", &mut self.fields, &notes, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.office;
        let may = ui.facts.user.role.keeps_frame();
        Some(if may { t.hint } else { t.may_not }.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        let typed = self.typed.as_ref();
        typed
            .map(|it| it.unsaved(&self.fields))
            .into_iter()
            .collect()
    }

    fn topic(&self) -> Topic {
        Topic::Settings
    }
}

impl Asked for Settings {
    fn fields_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }
}
