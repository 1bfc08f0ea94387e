//! A reporting window, in fields.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::report_window::{Series, Window};
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
use crate::work::request::windows::{Ask, Told};
use crate::work::request::{Answer, Request};

/// The name of the draft of a new window; of one that is there, its name follows.
const PLACE: &str = "report_window";

/// The form of a window.
#[derive(Default)]
pub struct WindowForm {
    window: Option<Window>,
    fields: Fields,
    typed: Typed,
    sent: Sent<(Vec<Window>, Vec<Window>)>,
}

impl WindowForm {
    /// For this window, or for a new one.
    #[must_use]
    pub fn new(window: Option<Window>) -> Self {
        Self {
            window,
            ..Self::default()
        }
    }

    fn blank(&self, ui: &Ui) -> Fields {
        let t = &ui.t.windows;
        let series: Arc<[Item]> = Series::ALL
            .into_iter()
            .map(|series| Item::new(series.code(), "", (t.series)(series)))
            .collect();
        let day = |name, label| Row::new(name, label, Field::Date(Toward::Future)).needed();
        let mut rows = vec![
            Row::new("name", t.name, Field::Text).needed(),
            Row::new("series", t.series_label, Field::Choice(series))
                .needed()
                .wide(14)
                .with(Series::Quarter.code()),
            day("from", t.from),
            day("to", t.to),
            day("due", t.due),
        ];
        if let Some(window) = &self.window {
            let [from, to, due] = [window.from, window.to, window.due].map(format::date);
            let series = window.series.code().to_owned();
            let values = [window.name.clone(), series, from, to, due];
            for (row, value) in rows.iter_mut().zip(values) {
                row.set(&value);
            }
        }
        Fields::new(rows)
    }

    /// The window that these fields describe; none without its days.
    fn described(&self, ui: &Ui) -> Option<Window> {
        let series = Series::from_code(&self.fields.value("series"));
        Some(Window {
            name: self.fields.value("name"),
            series: series.unwrap_or_default(),
            from: self.fields.day("from", ui)?,
            to: self.fields.day("to", ui)?,
            due: self.fields.day("due", ui)?,
        })
    }

    fn save(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let Some(window) = self.described(ui) else {
            return vec![Effect::Useless];
        };
        // A window of another name leaves the old one.
        let old = self.window.iter();
        let remove: Vec<Window> = old
            .filter(|old| !old.is_called(&window.name))
            .cloned()
            .collect();
        let seen: Vec<Window> = match remove.is_empty() {
            true => self.window.iter().cloned().collect(),
            false => Vec::new(),
        };
        let set = vec![window];
        let key = self.sent.key_for((set.clone(), remove.clone()));
        vec![Effect::Ask(Request::Windows(Ask::Save {
            key,
            seen,
            set,
            remove,
        }))]
    }

    /// The name of its draft.
    fn place(&self) -> String {
        match &self.window {
            Some(window) => format!("{PLACE}:{}", window.name),
            None => PLACE.to_owned(),
        }
    }
}

impl Screen for WindowForm {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.windows.form.to_owned()
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
        let Request::Windows(Ask::Save { key, .. }) = question else {
            return Vec::new();
        };
        if !self.sent.is(key) {
            return Vec::new();
        }
        let _ = self.sent.answered();
        match reply {
            Ok(Answer::Windows(Told::Saved(saved))) => {
                let mut effects = super::told(saved.set, saved.removed, ui);
                effects.push(self.typed.forget());
                effects.push(Effect::Close);
                effects
            }
            // What was refused is said by itself; the fields stay.
            _ => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        paint("", &mut self.fields, &[], area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.windows.form_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.fields)]
    }

    fn topic(&self) -> Topic {
        Topic::Windows
    }
}

impl Asked for WindowForm {
    fn fields_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }
}
