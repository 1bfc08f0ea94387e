//! The small form of a group of rows with the same deed: it asks only for what the deed needs.
//!
//! One form serves the whole group; the flag at its head splits it into one form a row.

use std::sync::Arc;

use super::fields;
use super::line::Line;
use crate::domain::amount::Amount;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Need, Particulars, Refusal, needs};
use crate::domain::typed_date::Toward;
use crate::lang::format;
use crate::ui::screen::Ui;
use crate::ui::screens::choice::agencies_of_today;
use crate::ui::widgets::form::{Form, Kind, Row};
use crate::ui::widgets::narrow::Item;

/// The name of the flag that joins and splits.
pub const SHARED: &str = "shared";
const DECISION: &str = "decision";
const GRANT: &str = "grant";
const OTHER: &str = "other";
const REFUSE: &str = "refuse";

/// A form and the rows that it serves.
#[derive(Debug, Clone)]
pub struct Section {
    /// What the digits of its rows mean.
    pub deed: Deed,
    /// Its rows, as places in the list.
    pub rows: Vec<usize>,
    /// How many rows the group has, split or not.
    pub group: usize,
    /// The fields.
    pub form: Form,
}

impl Section {
    /// The sections of these rows: one for each deed that needs something.
    #[must_use]
    pub fn of(lines: &[Line], ui: &Ui) -> Vec<Self> {
        let mut groups: Vec<(Deed, bool, Vec<usize>)> = Vec::new();
        for (place, line) in lines.iter().enumerate() {
            let Some((task, deed)) = line.possible(ui.facts) else {
                continue;
            };
            if needs(task, deed, &ui.facts.user, ui.facts.today).is_empty() {
                continue;
            }
            let is_asked = is_decision(task, deed);
            let found = groups
                .iter_mut()
                .find(|(other, asked, _)| *other == deed && *asked == is_asked);
            match found {
                Some((_, _, rows)) => rows.push(place),
                None => groups.push((deed, is_asked, vec![place])),
            }
        }
        let make = |(deed, _, rows): (Deed, bool, Vec<usize>)| {
            let group = rows.len();
            Self::new(deed, rows, group, lines, ui)
        };
        groups.into_iter().map(make).collect()
    }

    fn new(deed: Deed, rows: Vec<usize>, group: usize, lines: &[Line], ui: &Ui) -> Self {
        let tasks: Vec<&Task> = rows
            .iter()
            .filter_map(|place| lines.get(*place)?.task.as_ref())
            .collect();
        let mut fields = Vec::new();
        if group > 1 {
            let label = (ui.t.confirm.shared)(group);
            let is_shared = if rows.len() > 1 { "1" } else { "" };
            fields.push(Row::new(SHARED, &label, Kind::Flag).with(is_shared));
        }
        fields.extend(fields_of(deed, &tasks, ui));
        let mut form = Form::new(fields);
        if let Some(name) = form.rows().get(usize::from(group > 1)).map(|row| row.name) {
            form.go_to(name);
        }
        Self {
            deed,
            rows,
            group,
            form,
        }
    }

    /// One form a row, each with what was typed so far.
    #[must_use]
    pub fn split(&self, lines: &[Line], ui: &Ui) -> Vec<Self> {
        let one = |place: &usize| {
            let mut section = Self::new(self.deed, vec![*place], self.group, lines, ui);
            section.fill(&self.form);
            section
        };
        self.rows.iter().map(one).collect()
    }

    /// One form for all rows of these, with what was typed in this one.
    #[must_use]
    pub fn joined(&self, rows: Vec<usize>, lines: &[Line], ui: &Ui) -> Self {
        let mut section = Self::new(self.deed, rows, self.group, lines, ui);
        section.fill(&self.form);
        section
    }

    /// Takes over what was typed into another form of this deed.
    pub fn fill(&mut self, form: &Form) {
        for (name, value) in form.filled() {
            if name != SHARED {
                self.set(&name, &value);
            }
        }
    }

    /// Puts a value into the field of that name.
    pub fn set(&mut self, name: &str, value: &str) {
        if let Some(row) = self.form.row_mut(name) {
            row.set(value);
        }
    }

    /// The tasks that it serves.
    #[must_use]
    pub fn ids(&self, lines: &[Line]) -> Vec<TaskId> {
        let rows = self.rows.iter().filter_map(|place| lines.get(*place));
        rows.map(|line| line.id).collect()
    }

    /// What identifies its form while the program runs: the deed and its tasks.
    #[must_use]
    pub fn key(&self, lines: &[Line]) -> String {
        let ids = self.ids(lines);
        let ids: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
        format!("{}#{}", self.deed.code(), ids.join(","))
    }

    /// What will be done to this row, and with which particulars.
    #[must_use]
    pub fn given(&self, task: &Task, ui: &Ui) -> (Deed, Particulars) {
        let form = &self.form;
        let mut given = Particulars {
            note: form.value("note"),
            percent: form.percent("percent"),
            evidence: form.value("evidence"),
            evidence_date: form.day("evidence_date", ui),
            summary: form.value("summary"),
            reason: form.value("reason"),
            document: form.value("document"),
            delay_cause: form.value("delay_cause"),
            due: form.day("due", ui),
            agency: form.value("agency").parse().ok().map(AgencyId),
            part: form.value("part").parse().ok(),
            day: form.day("day", ui),
            value: Amount::read(&form.value("value")),
        };
        // A row in time has no cause of delay, though it shares the form of those that are late.
        if !needs(task, self.deed, &ui.facts.user, ui.facts.today).contains(&Need::DelayCause) {
            given.delay_cause.clear();
        }
        let asked = task.extension_asked.as_ref();
        match (form.value(DECISION).as_str(), asked) {
            (GRANT, Some(asked)) => {
                given.due = Some(asked.due);
                (self.deed, given)
            }
            (REFUSE, _) => {
                given.due = None;
                (Deed::RefuseExtension, given)
            }
            _ => (self.deed, given),
        }
    }

    /// The sentence above the fields.
    #[must_use]
    pub fn heading(&self, lines: &[Line], ui: &Ui) -> String {
        let t = &ui.t.confirm;
        let deed = (ui.t.terms.deed)(self.deed);
        let first = self.rows.first().and_then(|place| lines.get(*place));
        let head = match (self.rows.len(), first) {
            (1, Some(line)) => (t.form_one)(deed, line.id.0),
            (count, _) => (t.form_many)(deed, count),
        };
        let asked = first.and_then(|line| line.task.as_ref()?.extension_asked.as_ref());
        match (self.deed, asked) {
            (Deed::Submit, _) => format!("{head} ({})", t.evidence_echo),
            (Deed::Extend, Some(asked)) if self.rows.len() == 1 => {
                let day = format::date(asked.due);
                format!("{head}. {}", (t.asked)(&day, &asked.reason, asked.is_late))
            }
            _ => head,
        }
    }
}

/// True for what a person typed, unlike what a form has from the beginning.
#[must_use]
pub fn is_typed((name, value): &(String, String)) -> bool {
    name != SHARED && (name != DECISION || value != GRANT)
}

/// True where an extension was asked for and this decides about it.
fn is_decision(task: &Task, deed: Deed) -> bool {
    deed == Deed::Extend && task.extension_asked.is_some()
}

/// The field in which something is missing or wrong.
#[must_use]
pub fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Missing(need) => match need {
            Need::Note => "note",
            Need::Evidence => "evidence",
            Need::DelayCause => "delay_cause",
            Need::Reason | Need::ReasonOrDocument => "reason",
            Need::Agency => "agency",
            Need::Due => "due",
            Need::Asked => "agency",
            Need::Text => "note",
            Need::Document | Need::Decision => "document",
            Need::Issued => "evidence",
            Need::IssuedOn => "evidence_date",
            Need::Value => "value",
        },
        Refusal::WeakEvidence => "evidence",
        Refusal::BadPercent => "percent",
        Refusal::DueNotLater | Refusal::SameDue | Refusal::InPast => "due",
        Refusal::InFuture => "evidence_date",
        Refusal::SameAgency | Refusal::AgencyEnded => "agency",
        _ => "",
    }
}

fn fields_of(deed: Deed, tasks: &[&Task], ui: &Ui) -> Vec<Row> {
    let t = &ui.t.confirm;
    let reason = || Row::new("reason", t.reason, Kind::Text);
    let document = || Row::new("document", t.document, Kind::Text);
    let due = || Row::new("due", t.due, Kind::Date(Toward::Future));
    match deed {
        Deed::Assign | Deed::Accept | Deed::Confirm => Vec::new(),
        Deed::Progress => vec![
            Row::new("percent", t.percent, Kind::Percent),
            Row::new("note", t.note, Kind::Text),
        ],
        Deed::Submit => evidence(tasks, ui),
        Deed::Dispute | Deed::Return => vec![reason().needed()],
        Deed::Drop | Deed::Reopen => vec![reason().needed(), document()],
        Deed::Suspend | Deed::Resume | Deed::Urge => vec![reason(), document()],
        Deed::Transfer => vec![
            Row::new("agency", t.agency, Kind::Choice(agencies_of_today(ui)))
                .wide(36)
                .needed(),
            reason(),
            document(),
        ],
        Deed::AskExtension => vec![
            due().needed(),
            reason().needed(),
            Row::new("note", ui.t.follow.progress, Kind::Text),
        ],
        Deed::Extend if tasks.iter().all(|task| is_decision(task, deed)) => {
            let mut rows = vec![decision(tasks, ui), due()];
            rows.extend(fields::decided(deed, tasks, ui));
            rows
        }
        Deed::Extend => {
            let mut rows = vec![due().needed()];
            rows.extend(fields::decided(deed, tasks, ui));
            rows
        }
        Deed::Insist
        | Deed::RefuseExtension
        | Deed::AskSupport
        | Deed::AnswerSupport
        | Deed::WithdrawSupport
        | Deed::AskExplanation
        | Deed::Explain
        | Deed::Criticise
        | Deed::Propose
        | Deed::Excuse
        | Deed::Unexcuse
        | Deed::CorrectDue
        | Deed::Issue
        | Deed::Measure
        | Deed::ReachStage => fields::of(deed, tasks, ui),
    }
}

fn evidence(tasks: &[&Task], ui: &Ui) -> Vec<Row> {
    let t = &ui.t.confirm;
    let mut rows = vec![
        Row::new("evidence", t.evidence, Kind::Text).wide(24),
        Row::new("evidence_date", t.evidence_date, Kind::Date(Toward::Past)),
    ];
    let (user, today) = (&ui.facts.user, ui.facts.today);
    let is_late = |task: &&Task| needs(task, Deed::Submit, user, today).contains(&Need::DelayCause);
    if tasks.iter().any(is_late) {
        let causes: Arc<[Item]> = t.causes.iter().map(|cause| Item::text(cause)).collect();
        rows.push(Row::new("delay_cause", t.cause, Kind::Suggest(causes)).needed());
    }
    rows.push(Row::new("summary", t.summary_field, Kind::Text));
    rows
}

/// Granted as asked, until another day, or refused; granting is what the digit said.
fn decision(tasks: &[&Task], ui: &Ui) -> Row {
    let t = &ui.t.confirm;
    let asked = match tasks {
        [task] => task.extension_asked.as_ref(),
        _ => None,
    };
    let day = asked.map(|asked| format::date(asked.due));
    let items: Arc<[Item]> = Arc::from([
        Item::new(GRANT, "1", &(t.grant)(day.as_deref())),
        Item::new(OTHER, "2", t.other_date),
        Item::new(REFUSE, "3", t.refuse),
    ]);
    Row::new(DECISION, t.decision, Kind::Choice(items))
        .wide(44)
        .needed()
        .with(GRANT)
}
