//! A new task by hand: given at once, or kept as a draft.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{
    Pressed, agency_row, answer, area_row, deadline_notes, fill, nothing, paint, pressed, text,
};
use crate::domain::document::DocumentReference;
use crate::domain::error::Error;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::sent::Sent;
use crate::ui::widgets::form::{Form, Kind, Row};
use crate::work::request::{Answer, Draft, Request, Saved};

/// The name of its draft.
pub const PLACE: &str = "add";
/// Flags stay as they are for the next task.
const FLAGS: [&str; 2] = ["draft", "another"];

/// The form for a new task.
#[derive(Default)]
pub struct Add {
    form: Form,
    /// The task that was entered before, for F7.
    before: Option<Form>,
    sent: Sent<Draft>,
    /// Tasks that were entered while the form stayed open.
    saved: Vec<TaskId>,
    draft: Option<Unsaved>,
}

impl Add {
    /// The form as it was typed before a hang-up; none where that was another place.
    #[must_use]
    pub fn restore(draft: &Unsaved) -> Option<Self> {
        (draft.place == PLACE).then(|| Self {
            draft: Some(draft.clone()),
            ..Self::default()
        })
    }

    /// The fields, empty.
    #[must_use]
    pub fn blank(ui: &Ui) -> Form {
        let t = &ui.t.form;
        Form::new(vec![
            text("title", t.title).needed(),
            text("document", t.document),
            area_row(ui),
            agency_row(ui).needed(),
            text("supporting", t.supporting),
            text("product", t.product),
            text("deadline", t.deadline).or_day(),
            Row::new(FLAGS[0], t.draft, Kind::Flag),
            Row::new(FLAGS[1], t.another, Kind::Flag),
        ])
    }

    /// The task that these fields describe.
    #[must_use]
    pub fn draft_of(form: &Form) -> Draft {
        let number = |name| form.value(name).parse::<i64>().ok();
        Draft {
            title: form.value("title"),
            product: form.value("product"),
            area: number("area").map(AreaId),
            agency: number("agency").map(AgencyId),
            supporting: form.value("supporting"),
            deadline_text: form.value("deadline"),
            document: form.value("document"),
            assign: !form.is_set(FLAGS[0]),
        }
    }

    /// The day from which the deadline in these fields counts.
    #[must_use]
    pub fn reference(form: &Form, ui: &Ui) -> NaiveDate {
        let document = DocumentReference::parse(&form.value("document"));
        document
            .and_then(|document| document.date)
            .unwrap_or(ui.facts.today)
    }

    /// A draft may do without a lead.
    fn follow_flag(&mut self) {
        let is_draft = self.form.is_set(FLAGS[0]);
        if let Some(row) = self.form.row_mut("agency") {
            row.is_needed = !is_draft;
        }
    }

    /// What was typed; without fields where nothing was.
    fn typed(&self) -> Unsaved {
        let mut fields = self.form.filled();
        let is_typed = |(name, _): &(String, String)| !FLAGS.contains(&name.as_str());
        if !fields.iter().any(is_typed) {
            return nothing(PLACE);
        }
        fields.retain(|(name, _)| name != FLAGS[1]);
        Unsaved {
            place: PLACE.to_owned(),
            fields,
        }
    }

    fn leave(&mut self) -> Vec<Effect> {
        let mut effects = vec![
            Effect::Remember(self.to_remember()),
            Effect::Keep(self.typed()),
        ];
        effects.push(if self.saved.is_empty() {
            Effect::Close
        } else {
            Effect::Choose(Outcome::Saved(std::mem::take(&mut self.saved)))
        });
        effects
    }

    fn to_remember(&self) -> Vec<(String, String)> {
        let mut fields = self.form.filled();
        fields.retain(|(name, _)| !FLAGS.contains(&name.as_str()));
        fields
    }

    fn save(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.form.fault(ui) {
            self.form.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let draft = Self::draft_of(&self.form);
        let key = self.sent.key_for(draft.clone());
        vec![Effect::Ask(Request::Create { key, draft })]
    }

    fn take_saved(&mut self, saved: &Saved, ui: &Ui) -> Vec<Effect> {
        let _ = self.sent.answered();
        let Some(task) = saved.done.first() else {
            let why = saved.left.first().map(|left| &left.why);
            let sentence = why.map(|why| (ui.t.refusals.sentence)(why, 0));
            return vec![Effect::Say(Message::refusal(sentence.unwrap_or_default()))];
        };
        let mut text = (ui.t.form.added)(task.id.0, self.form.is_set(FLAGS[0]));
        let mut effects = vec![
            Effect::Remember(self.to_remember()),
            Effect::Keep(nothing(PLACE)),
        ];
        self.saved.extend(saved.done.iter().map(|task| task.id));
        if !self.form.is_set(FLAGS[1]) {
            effects.push(Effect::Say(Message::plain(text)));
            let saved = std::mem::take(&mut self.saved);
            effects.push(Effect::Choose(Outcome::Saved(saved)));
            return effects;
        }
        let mut next = Self::blank(ui);
        for flag in FLAGS {
            if let Some(row) = next.row_mut(flag) {
                row.set(&self.form.value(flag));
            }
        }
        self.before = Some(std::mem::replace(&mut self.form, next));
        self.follow_flag();
        text = format!("{text} {}", ui.t.form.next);
        effects.push(Effect::Say(Message::plain(text)));
        effects
    }
}

impl Screen for Add {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.form.add.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        self.form = Self::blank(ui);
        let draft = self.draft.take();
        if let Some(draft) = draft.or_else(|| ui.memory.draft(PLACE).cloned()) {
            fill(&mut self.form, &draft);
        }
        self.follow_flag();
        if ui.facts.user.role.enters_tasks() {
            return Vec::new();
        }
        vec![Effect::Say(Message::refusal(ui.t.form.may_not))]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match pressed(&mut self.form, action, self.before.as_ref(), ui) {
            Pressed::Leave => self.leave(),
            Pressed::Save => self.save(ui),
            Pressed::Taken(effects) => effects,
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.form.write(letter, ui);
        self.follow_flag();
        answer(heard, &mut self.form, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        let Request::Create { key, .. } = question else {
            return Vec::new();
        };
        if !self.sent.is(key) {
            return Vec::new();
        }
        match reply {
            Ok(Answer::Saved(saved)) => self.take_saved(saved, ui),
            Err(error) => {
                if let Error::BadText { what, .. } = error.as_ref() {
                    self.form.go_to(what);
                }
                Vec::new()
            }
            Ok(_) => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        self.form.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let reference = Self::reference(&self.form, ui);
        let notes = deadline_notes(&self.form.value("deadline"), reference, ui);
        paint("", &mut self.form, &notes, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.form.hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed()]
    }

    fn topic(&self) -> Topic {
        Topic::Form
    }
}
