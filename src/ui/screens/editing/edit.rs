//! Correcting a task: its texts, its deadline, a lead that was not recognised; settling its doubts.
//!
//! Only what was changed is saved. Where somebody else was faster, fields that were not touched take
//! their new values, and those that were keep what was typed and show what stands there now.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::typed::differing;
use super::{
    Pressed, agency_row, answer, area_row, deadline_notes, fill, measures, nothing, paint, pressed,
    text,
};
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::transition::Refusal;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::sent::Sent;
use crate::ui::widgets::form::{Form, Kind, Row};
use crate::work::request::{Answer, Edits, Left, Request, Saved};

const SETTLED: &str = "settled";
/// Before the number of the task in the name of its draft.
const PLACE: &str = "edit:";

/// The form for one task.
pub struct Edit {
    id: TaskId,
    /// The task as it was seen last.
    task: Option<Task>,
    form: Form,
    /// With the version that it was made from.
    sent: Sent<(Edits, i64)>,
    /// What somebody else did in between, and what stands there now.
    conflict: Vec<String>,
    draft: Option<Unsaved>,
}

/// The name under which what was typed for a task is kept.
#[must_use]
pub fn place_of(id: TaskId) -> String {
    format!("{PLACE}{}", id.0)
}

/// The task of such a name; none where it names another place.
#[must_use]
pub fn task_of(place: &str) -> Option<TaskId> {
    place.strip_prefix(PLACE)?.parse().ok().map(TaskId)
}

impl Edit {
    /// For this task.
    #[must_use]
    pub fn new(id: TaskId) -> Self {
        Self {
            id,
            task: None,
            form: Form::default(),
            sent: Sent::default(),
            conflict: Vec::new(),
            draft: None,
        }
    }

    /// The form as it was typed before a hang-up; none where that was another place.
    #[must_use]
    pub fn restore(draft: &Unsaved) -> Option<Self> {
        Some(Self {
            draft: Some(draft.clone()),
            ..Self::new(task_of(&draft.place)?)
        })
    }

    fn ask(&self) -> Vec<Effect> {
        vec![Effect::Ask(Request::Tasks { ids: vec![self.id] })]
    }

    /// The fields with what stands in the task.
    #[must_use]
    pub fn form_of(task: &Task, ui: &Ui) -> Form {
        let t = &ui.t.form;
        let mut rows = vec![text("title", t.title).needed(), area_row(ui)];
        // Who leads is otherwise changed by a transfer, which counts hands.
        let is_open = task.agency == AgencyId::UNRESOLVED
            || task.needs_review()
            || task.status == Status::Draft;
        if is_open {
            rows.push(agency_row(ui));
        }
        rows.push(text("supporting", t.supporting));
        rows.push(text("product", t.product));
        rows.push(measures::owes(ui));
        rows.push(text("deadline", t.deadline).or_day());
        rows.extend(measures::rows(task, ui));
        rows.push(text("reason", t.reason));
        if task.needs_review() {
            rows.push(Row::new(SETTLED, t.settled, Kind::Flag));
        }
        for row in &mut rows {
            row.set(&stands(task, row.name));
        }
        Form::new(rows)
    }

    /// Names and values of the fields that were changed.
    fn changed(&self) -> Vec<(String, String)> {
        let task = self.task.as_ref();
        task.map_or_else(Vec::new, |task| Self::changes(&self.form, task))
    }

    /// What differs in these fields from what stands in the task.
    #[must_use]
    pub fn changes(form: &Form, task: &Task) -> Vec<(String, String)> {
        differing(form, |name| stands(task, name))
    }

    /// What was typed, without fields where nothing was; none where the task is not there yet.
    fn typed(&self) -> Option<Unsaved> {
        if self.task.is_none() {
            return self.draft.clone();
        }
        Some(Unsaved {
            place: place_of(self.id),
            fields: self.changed(),
        })
    }

    fn leave(&mut self) -> Vec<Effect> {
        let kept = self.typed().map(Effect::Keep);
        let mut effects = vec![Effect::Remember(self.to_remember())];
        effects.extend(kept.into_iter().chain([Effect::Close]));
        effects
    }

    fn to_remember(&self) -> Vec<(String, String)> {
        let mut fields = self.changed();
        fields.retain(|(name, value)| name != SETTLED && !value.is_empty());
        fields
    }

    fn edits(&self) -> Edits {
        Self::edits_of(self.changed())
    }

    /// The edits that these names and values mean.
    #[must_use]
    pub fn edits_of(changes: Vec<(String, String)>) -> Edits {
        let mut edits = Edits::default();
        for (name, value) in changes {
            let number = value.parse::<i64>().ok();
            match name.as_str() {
                "title" => edits.title = Some(value),
                "product" => edits.product = Some(value),
                "area" => edits.area = Some(AreaId(number.unwrap_or(AreaId::NONE.0))),
                "agency" => edits.agency = number.map(AgencyId),
                "supporting" => edits.supporting = Some(value),
                "deadline" => edits.deadline_text = Some(value),
                "reason" => edits.reason = value,
                SETTLED => edits.settled = true,
                other => measures::take(&mut edits, other, value),
            }
        }
        edits
    }

    fn save(&mut self, ui: &Ui) -> Vec<Effect> {
        let Some(seen) = self.task.as_ref().map(|task| task.version) else {
            return self.ask();
        };
        if let Some((field, sentence)) = self.form.fault(ui) {
            self.form.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let edits = self.edits();
        let only_reason = Edits {
            reason: edits.reason.clone(),
            ..Edits::default()
        };
        if edits == only_reason {
            return vec![Effect::Say(Message::refusal(ui.t.form.unchanged))];
        }
        let key = self.sent.key_for((edits.clone(), seen));
        vec![Effect::Ask(Request::Edit {
            key,
            id: self.id,
            seen,
            edits,
        })]
    }

    fn take_saved(&mut self, saved: &Saved, ui: &Ui) -> Vec<Effect> {
        let _ = self.sent.answered();
        if let Some(left) = saved.left.first() {
            return self.take_left(left, ui);
        }
        let ids = saved.done.iter().map(|task| task.id).collect();
        vec![
            Effect::Remember(self.to_remember()),
            Effect::Keep(nothing(&place_of(self.id))),
            Effect::Say(Message::plain((ui.t.form.edited)(self.id.0))),
            Effect::Choose(Outcome::Saved(ids)),
        ]
    }

    /// Somebody else was faster, or the task may not be corrected.
    fn take_left(&mut self, left: &Left, ui: &Ui) -> Vec<Effect> {
        let sentence = (ui.t.refusals.sentence)(&left.why, self.id.0);
        if let (Refusal::Changed { .. }, Some(now)) = (&left.why, &left.now) {
            let typed = self.changed();
            let mut form = Self::form_of(now, ui);
            self.conflict = vec![sentence.clone()];
            for (name, value) in typed {
                let there = form.value(&name);
                if let Some(row) = form.row_mut(&name) {
                    let shown = row.shown();
                    if there != value && Some(&there) != self.before(&name).as_ref() {
                        self.conflict.push((ui.t.form.now)(&row.label, &shown));
                    }
                    row.set(&value);
                }
            }
            self.conflict.push(ui.t.form.conflict.to_owned());
            if let Some(current) = self.form.current() {
                form.go_to(current.name);
            }
            self.form = form;
            self.task = Some(now.as_ref().clone());
        }
        vec![Effect::Say(Message::refusal(sentence)), Effect::Unasked]
    }

    /// What stood in a field when it was seen.
    fn before(&self, name: &str) -> Option<String> {
        self.task.as_ref().map(|task| stands(task, name))
    }

    fn reference(&self, ui: &Ui) -> NaiveDate {
        let task = self.task.as_ref();
        let documents = &ui.facts.documents;
        let document = task.and_then(|task| {
            documents
                .iter()
                .find(|document| Some(document.id) == task.document)
        });
        document
            .and_then(|document| document.date)
            .or_else(|| task.and_then(|task| task.assigned_on))
            .unwrap_or(ui.facts.today)
    }

    fn notes(&self, ui: &Ui) -> Vec<String> {
        let mut notes = self.conflict.clone();
        let Some(task) = &self.task else {
            return notes;
        };
        let deadline = self.form.value("deadline");
        if deadline != task.deadline_text {
            notes.extend(deadline_notes(&deadline, self.reference(ui), ui));
        }
        notes.extend(measures::note(&self.form.value(measures::TARGET), task, ui));
        if task.needs_review() {
            notes.push(ui.t.form.doubts.to_owned());
            let sentence = ui.t.doubts.sentence;
            let doubts = task.doubts.iter();
            notes.extend(doubts.map(|doubt| format!("? {}", sentence(&doubt.code, &doubt.detail))));
        }
        notes
    }

    fn head(&self, ui: &Ui) -> String {
        let Some(task) = &self.task else {
            return String::new();
        };
        let agency = ui.facts.agency(task.agency);
        let lead = agency.map_or(ui.t.terms.no_agency, |agency| agency.name.as_str());
        (ui.t.form.head)(task.id.0, &task.code, lead)
    }
}

/// What stands in a task, as the value of the field of that name.
fn stands(task: &Task, name: &str) -> String {
    match name {
        "title" => task.title.clone(),
        "product" => task.product.clone(),
        "area" if task.area != AreaId::NONE => task.area.0.to_string(),
        "agency" if task.agency != AgencyId::UNRESOLVED => task.agency.0.to_string(),
        "supporting" => task.supporting.clone(),
        "deadline" => task.deadline_text.clone(),
        name => measures::stands(task, name),
    }
}

impl Screen for Edit {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        (ui.t.form.edit)(self.id.0)
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let mut effects = self.ask();
        if !ui.facts.user.role.enters_tasks() {
            effects.push(Effect::Say(Message::refusal(ui.t.form.may_not)));
        }
        effects
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match pressed(&mut self.form, action, None, ui) {
            Pressed::Leave => self.leave(),
            Pressed::Save => self.save(ui),
            Pressed::Taken(effects) => effects,
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.form.write(letter, ui);
        answer(heard, &mut self.form, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        match (question, reply) {
            (Request::Tasks { ids }, Ok(Answer::Tasks(tasks)))
                if self.task.is_none() && *ids == [self.id] =>
            {
                let Some(task) = tasks.first() else {
                    return vec![Effect::Say(Message::refusal(ui.t.form.gone)), Effect::Close];
                };
                self.form = Self::form_of(task, ui);
                self.task = Some(task.clone());
                let kept = ui.memory.draft(&place_of(self.id)).cloned();
                if let Some(draft) = self.draft.take().or(kept) {
                    fill(&mut self.form, &draft);
                }
                Vec::new()
            }
            (Request::Edit { key, .. }, Ok(Answer::Saved(saved))) if self.sent.is(key) => {
                self.take_saved(saved, ui)
            }
            _ => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        self.form.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let (head, notes) = (self.head(ui), self.notes(ui));
        paint(&head, &mut self.form, &notes, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.form.hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        self.typed().into_iter().collect()
    }

    fn topic(&self) -> Topic {
        Topic::Form
    }
}
