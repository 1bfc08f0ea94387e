//! What is decided about an agency, in fields: the day, the document, names and codes, who takes over.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::confirm;
use super::fields::{self, OTHERS};
use super::step::Kind;
use crate::domain::agency::{Agency, AgencyKind, Heir, Newcomer, Reorganisation, Step, lineage};
use crate::domain::hand_over::{Rule, Which};
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::editing::{Typed, answer, paint};
use crate::ui::widgets::form::{Form as Fields, Heard};
use crate::work::request::{OperationKey, Request};

/// The form of a reorganisation or a hand-over.
pub struct Form {
    kind: Kind,
    agency: Option<AgencyId>,
    /// Only this task is handed over, as it was seen.
    task: Option<(TaskId, i64)>,
    fields: Fields,
    typed: Typed,
    /// What is being rehearsed.
    asked: Option<Request>,
}

impl Form {
    /// For this agency.
    #[must_use]
    pub fn new(kind: Kind, agency: Option<AgencyId>) -> Self {
        Self {
            kind,
            agency,
            task: None,
            fields: Fields::default(),
            typed: Typed::default(),
            asked: None,
        }
    }

    /// Hands a single task over.
    #[must_use]
    pub fn of_task(task: (TaskId, i64), agency: AgencyId) -> Self {
        Self {
            task: Some(task),
            ..Self::new(Kind::HandOver, Some(agency))
        }
    }

    fn old<'a>(&self, ui: &Ui<'a>) -> Option<&'a Agency> {
        self.agency.and_then(|id| ui.facts.agency(id))
    }

    /// The name of its draft: what was typed for one agency is not offered for another.
    #[must_use]
    pub fn place(&self) -> String {
        let agency = self.agency.filter(|_| self.kind != Kind::Found);
        let agency = agency.map_or(0, |id| id.0);
        format!("agency.{}.{agency}", self.kind.code())
    }

    /// The fields, for who asks for them one by one.
    pub fn fields_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }

    /// What is asked for by what stands in the fields.
    #[must_use]
    pub fn request(&self, is_rehearsal: bool, ui: &Ui) -> Request {
        let key = OperationKey::fresh();
        let document = self.fields.value("document");
        if self.kind == Kind::HandOver {
            return Request::HandOver {
                key,
                rule: self.rule(),
                document,
                is_rehearsal,
            };
        }
        Request::Reorganise {
            key,
            plan: Reorganisation {
                on: self.fields.day("on", ui).unwrap_or(ui.facts.today),
                document,
                step: self.step(ui),
            },
            is_rehearsal,
        }
    }

    fn rule(&self) -> Rule {
        let number = |name| self.fields.value(name).parse::<i64>().ok();
        let words = self.fields.value("words");
        Rule {
            which: match (self.task, number("area")) {
                (Some(task), _) => Which::These(vec![task]),
                (None, Some(area)) => Which::Area(AreaId(area)),
                (None, None) if !words.is_empty() => Which::Words(words),
                (None, None) => Which::All,
            },
            from: self.agency,
            to: number("to").map(AgencyId),
        }
    }

    fn step(&self, ui: &Ui) -> Step {
        let code = self
            .old(ui)
            .map_or_else(String::new, |old| old.code.clone());
        match self.kind {
            Kind::Rename => Step::Rename {
                code,
                new: self.newcomer(ui),
            },
            Kind::Merge => {
                let mut codes = vec![code];
                codes.extend(self.parts(ui));
                let into = self.code_of("into", ui);
                Step::Merge {
                    codes,
                    into: into.map_or_else(|| Heir::New(self.newcomer(ui)), Heir::Known),
                }
            }
            Kind::Split => {
                let known = self.parts(ui).into_iter().map(Heir::Known);
                let more = self.fields.value("more");
                let more = more
                    .split(';')
                    .map(str::trim)
                    .filter(|part| !part.is_empty());
                let more = more.map(|part| part_of(part, ui));
                Step::Split {
                    code,
                    into: known.chain(more).collect(),
                }
            }
            Kind::Dissolve => Step::Dissolve { code },
            Kind::Found | Kind::HandOver => Step::Found {
                new: self.newcomer(ui),
            },
            Kind::Correct => Step::Correct {
                code,
                new: Newcomer {
                    // What is emptied shall be empty.
                    parent_code: Some(self.code_of("parent", ui).unwrap_or_default()),
                    head_title: Some(self.fields.value("head")),
                    ..self.newcomer(ui)
                },
            },
        }
    }

    fn code_of(&self, name: &str, ui: &Ui) -> Option<String> {
        let id = AgencyId(self.fields.value(name).parse().ok()?);
        ui.facts.agency(id).map(|agency| agency.code.clone())
    }

    fn parts(&self, ui: &Ui) -> Vec<String> {
        let names = OTHERS.into_iter();
        names.filter_map(|name| self.code_of(name, ui)).collect()
    }

    fn newcomer(&self, ui: &Ui) -> Newcomer {
        let given = |name| Some(self.fields.value(name)).filter(|value| !value.is_empty());
        Newcomer {
            code: given("code"),
            name: self.fields.value("name"),
            kind: given("kind").and_then(|code| AgencyKind::from_code(&code)),
            parent_code: self.code_of("parent", ui),
            head_title: given("head"),
        }
    }

    fn rehearse(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let request = self.request(true, ui);
        self.asked = Some(request.clone());
        vec![Effect::Ask(request)]
    }
}

/// A part of a split by its code, or by the name of what begins.
fn part_of(part: &str, ui: &Ui) -> Heir {
    match lineage::by_code(&ui.facts.agencies, part) {
        Some(agency) => Heir::Known(agency.code.clone()),
        None => Heir::New(Newcomer {
            name: part.to_owned(),
            ..Newcomer::default()
        }),
    }
}

/// The same request, but that it is done.
#[must_use]
pub fn in_earnest(request: &Request) -> Request {
    let mut request = request.clone();
    if let Request::Reorganise { is_rehearsal, .. }
    | Request::HandOver { is_rehearsal, .. }
    | Request::SaveDays { is_rehearsal, .. } = &mut request
    {
        *is_rehearsal = false;
    }
    request
}

impl Screen for Form {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        self.kind.name(ui).to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        self.fields = fields::blank(self.kind, self.old(ui), self.task.is_some(), ui);
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
        if self.asked.as_ref() != Some(question) {
            return Vec::new();
        }
        self.asked = None;
        let Ok(would) = reply else { return Vec::new() };
        let old = self.old(ui).map_or("", |old| &old.name);
        let title = format!("{} {old}", self.kind.name(ui));
        let confirm = confirm::of_agencies(title.trim(), would, in_earnest(question), ui);
        confirm.map(Effect::Open).into_iter().collect()
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        if let Outcome::Saved(_) = outcome {
            return vec![
                Effect::Remember(self.fields.filled()),
                self.typed.forget(),
                Effect::Choose(outcome),
            ];
        }
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let head = self.old(ui).map_or("", |old| &old.name);
        let head = if self.kind == Kind::Found { "" } else { head };
        paint(head, &mut self.fields, &[], area, buffer, ui)
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
