//! Công văn: letters to the leads of late tasks; what they ask, by when, from which number on, and where they lie. What
//! would be written shows before it is, and only what was shown is written.

mod said;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::id::TaskId;
use crate::domain::paper::{LetterKind, PaperFault};
use crate::domain::query::Query;
use crate::domain::typed_date::Toward;
use crate::ui::action::Action;
use crate::ui::canvas::rows;
use crate::ui::keys::Context;
use crate::ui::running::Labour;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::editing::{Pressed, Typed, answer, nothing, paint, pressed};
use crate::ui::screens::{self, asked::Asked};
use crate::ui::sent::Sent;
use crate::ui::widgets::form::{Form, Kind, Row};
use crate::ui::widgets::narrow::Item;
use crate::ui::widgets::pages::{Lines, Pages};
use crate::work::request::letters::{Ask, Told};
use crate::work::request::{Answer, OperationKey, Request};

/// The name of its draft.
const PLACE: &str = "letters";

/// Letters were written: nothing of their form is kept, wherever one is by now.
#[must_use]
pub fn forgotten() -> Unsaved {
    nothing(PLACE)
}

/// Higher than this a blank line finds room.
const ROOMY: u16 = 16;

/// What the fields ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    kind: LetterKind,
    number: Option<u32>,
    until: Option<NaiveDate>,
    output: PathBuf,
}

/// How it would be.
#[derive(Default)]
enum Outlook {
    /// Asked for.
    #[default]
    Coming,
    /// Like this.
    There(Told),
    /// It would not, and why.
    Refused(String),
}

/// How far it is.
#[derive(Default)]
enum State {
    /// Fields are filled.
    #[default]
    Asking,
    /// Letters are written.
    Writing,
    /// They are.
    Done(Told),
}

/// The form of letters, and what was written.
pub(in crate::ui) struct Letters {
    query: Query,
    only: Vec<TaskId>,
    fields: Form,
    typed: Typed,
    /// What was looked at last, and the question.
    looked: Option<(Wanted, Request)>,
    outlook: Outlook,
    sent: Sent<Wanted>,
    state: State,
    pages: Pages,
}

impl Letters {
    /// About the late tasks that a query finds; about these tasks where there are any.
    #[must_use]
    pub(in crate::ui) fn new(query: Query, only: Vec<TaskId>) -> Self {
        Self {
            query,
            only,
            fields: Form::default(),
            typed: Typed::default(),
            looked: None,
            outlook: Outlook::default(),
            sent: Sent::default(),
            state: State::default(),
            pages: Pages::default(),
        }
    }

    fn blank(ui: &Ui) -> Form {
        let t = &ui.t.paper.form;
        let [kind, number, until, output] = t.fields;
        let kinds: Arc<[Item]> = [LetterKind::Urge, LetterKind::Explain]
            .into_iter()
            .map(|kind| Item::new(kind.code(), "", (t.kind)(kind)))
            .collect();
        let mut rows = vec![
            Row::new("kind", kind, Kind::Choice(kinds))
                .needed()
                .wide(28)
                .with(LetterKind::Urge.code()),
            Row::new("number", number, Kind::Text).wide(8).number(),
            // Alone on its line, so that it is said beside it which day was understood.
            Row::new("until", until, Kind::Date(Toward::Future)),
        ];
        // At the door files lie in one place, under names of our making.
        if !ui.facts.is_at_door {
            rows.push(Row::new("output", output, Kind::Text));
        }
        Form::new(rows)
    }

    /// What the fields ask for; none where they are not right.
    fn wanted(&self, ui: &Ui) -> Option<Wanted> {
        if self.fields.fault(ui).is_some() {
            return None;
        }
        let number = self.fields.value("number");
        let number = match number.trim() {
            "" => None,
            text => Some(text.parse().ok().filter(|it| (1..=99_999).contains(it))?),
        };
        Some(Wanted {
            kind: LetterKind::from_code(&self.fields.value("kind"))?,
            number,
            until: self.fields.day("until", ui),
            output: PathBuf::from(self.fields.value("output").trim()),
        })
    }

    fn request(&self, wanted: Wanted, key: OperationKey, is_rehearsal: bool) -> Request {
        Request::Letters(Ask {
            key,
            kind: wanted.kind,
            query: self.query.clone(),
            only: self.only.clone(),
            number: wanted.number,
            until: wanted.until,
            output: wanted.output,
            is_rehearsal,
        })
    }

    /// Asks how it would be.
    fn look(&mut self, wanted: Wanted) -> Request {
        let request = self.request(wanted.clone(), OperationKey::fresh(), true);
        self.looked = Some((wanted, request.clone()));
        self.outlook = Outlook::Coming;
        request
    }

    /// Asks how it would be, where the fields ask for something else by now.
    fn follow(&mut self, ui: &Ui) -> Vec<Effect> {
        match self.wanted(ui) {
            Some(wanted) if !self.was_looked_at(&wanted) => vec![Effect::Fetch(self.look(wanted))],
            Some(_) | None => Vec::new(),
        }
    }

    fn was_looked_at(&self, wanted: &Wanted) -> bool {
        self.looked.as_ref().is_some_and(|(it, _)| it == wanted)
    }

    fn do_it(&mut self, ui: &Ui) -> Vec<Effect> {
        let t = &ui.t.paper;
        let refused = |sentence: String| vec![Effect::Say(Message::refusal(sentence))];
        if let Some((field, sentence)) = self.fields.fault(ui) {
            self.fields.go_to(field);
            return refused(sentence);
        }
        let Some(wanted) = self.wanted(ui) else {
            self.fields.go_to("number");
            return refused((t.form.bad_number)(&self.fields.value("number")));
        };
        if ui.running.is_some() {
            return refused(t.form.busy.to_owned());
        }
        match &self.outlook {
            Outlook::There(told) if self.was_looked_at(&wanted) => {
                if told.letters.is_empty() && !self.sent.is_of(&wanted) {
                    return refused((t.fault)(&PaperFault::NothingToSay));
                }
                let key = self.sent.key_for(wanted.clone());
                self.state = State::Writing;
                vec![Effect::Fetch(self.request(wanted, key, false))]
            }
            Outlook::Coming if self.was_looked_at(&wanted) => {
                vec![Effect::Say(Message::plain(t.form.looking))]
            }
            Outlook::There(_) | Outlook::Coming | Outlook::Refused(_) => vec![
                Effect::Ask(self.look(wanted)),
                Effect::Say(Message::plain(t.form.look_again)),
            ],
        }
    }

    fn step_in_form(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let field = |fields: &Form| fields.current().map(|row| row.name);
        let before = field(&self.fields);
        match pressed(&mut self.fields, action, None, ui) {
            Pressed::Leave => self.typed.leave(&self.fields),
            Pressed::Save => self.do_it(ui),
            Pressed::Taken(mut effects) => {
                // Not for every letter: a large office is looked through for each.
                if field(&self.fields) != before {
                    effects.extend(self.follow(ui));
                }
                effects
            }
        }
    }

    /// What was written, where it lies and how it is fetched; nothing before it was.
    pub(in crate::ui) fn told(&self, ui: &Ui) -> Vec<String> {
        match &self.state {
            State::Done(told) => said::written(told, self.fields.value("output").trim(), ui),
            State::Asking | State::Writing => Vec::new(),
        }
    }

    fn lines(&self, wide: usize, ui: &Ui) -> Lines {
        let mut lines = Lines::default();
        let mut say = |text: &str| lines.labelled("", text, 2, wide, ui.theme.text);
        let t = &ui.t.paper.form;
        match &self.state {
            State::Asking => {}
            State::Writing => {
                let running = ui.running.filter(|it| it.labour == Labour::Letters);
                let far = running.map_or_else(
                    || ui.t.import.writing.beginning.to_owned(),
                    |it| it.sentence(ui.t),
                );
                say(&far);
                say("");
                say(t.goes_on);
            }
            State::Done(_) => {
                self.told(ui).iter().for_each(|text| say(text));
                say("");
                say(t.done_keys);
            }
        }
        lines
    }
}

impl Screen for Letters {
    fn context(&self) -> Context {
        match self.state {
            State::Asking => Context::Form,
            State::Writing => Context::Writing,
            State::Done(_) => Context::Page,
        }
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.paper.form.title.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        self.fields = Self::blank(ui);
        self.typed = Typed::open(PLACE.to_owned(), &mut self.fields, ui);
        self.follow(ui)
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match (&self.state, action) {
            (State::Asking, _) => self.step_in_form(action, ui),
            (State::Writing, Action::Back) => vec![Effect::Open(screens::stop())],
            (State::Writing, Action::Close) => vec![Effect::Home],
            (State::Writing, _) => vec![Effect::Useless],
            (State::Done(told), Action::Back | Action::Close | Action::Enter) => {
                let letters = told.letters.iter();
                let tasks = letters.flat_map(|letter| letter.tasks.clone());
                vec![Effect::Choose(Outcome::Saved(tasks.collect()))]
            }
            (State::Done(_), _) => {
                let total = self.lines(80, ui).len();
                match self.pages.act(action, total) {
                    true => Vec::new(),
                    false => vec![Effect::Useless],
                }
            }
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        let Request::Letters(ask) = question else {
            return Vec::new();
        };
        if self.looked.as_ref().is_some_and(|(_, it)| it == question) {
            self.outlook = match reply {
                Ok(Answer::Letters(told)) => Outlook::There(told.clone()),
                Ok(_) => return Vec::new(),
                Err(error) => Outlook::Refused((ui.t.errors.sentence)(error)),
            };
        }
        if !self.sent.is(&ask.key) {
            return Vec::new();
        }
        match reply {
            Ok(Answer::Letters(told)) if told.operation.is_some() => {
                self.state = State::Done(told.clone());
                return vec![self.typed.forget()];
            }
            Ok(_) => drop(self.sent.answered()),
            Err(_) => {}
        }
        // Ended, refused, or somebody was faster: it is said, and looked at anew.
        self.state = State::Asking;
        self.looked = None;
        self.follow(ui)
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        if !matches!(self.state, State::Asking) {
            return Vec::new();
        }
        self.fields.take(&outcome);
        self.follow(ui)
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if let State::Asking = self.state {
            let mut notes = self.outlook(ui);
            // What would be written stands by itself where there is room.
            notes.extend((area.height > ROOMY).then(String::new));
            let [anywhere, at_door] = ui.t.paper.form.notes;
            let is_at_door = ui.facts.is_at_door;
            notes.push(if is_at_door { at_door } else { anywhere }.to_owned());
            return paint("", &mut self.fields, &notes, area, buffer, ui);
        }
        let body = rows(area, u16::from(area.height > 8), area.height);
        let lines = self.lines(usize::from(body.width), ui);
        self.pages.draw(&lines, body, buffer)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.paper.form;
        let text = match self.state {
            State::Asking => t.hint,
            State::Writing => t.goes_on,
            State::Done(_) => t.done_keys,
        };
        Some(text.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        let typed = self.typed.unsaved(&self.fields);
        (!self.is_done()).then_some(typed).into_iter().collect()
    }

    fn topic(&self) -> Topic {
        Topic::Export
    }
}

impl Asked for Letters {
    fn fields_mut(&mut self) -> &mut Form {
        &mut self.fields
    }

    fn filled(&mut self, ui: &Ui) -> Vec<Effect> {
        self.follow(ui)
    }

    fn outlook(&self, ui: &Ui) -> Vec<String> {
        match &self.outlook {
            Outlook::Coming => vec![ui.t.paper.form.looking.to_owned()],
            Outlook::Refused(why) => vec![why.clone()],
            Outlook::There(told) => said::would(told, ui),
        }
    }

    fn is_done(&self) -> bool {
        matches!(self.state, State::Done(_))
    }
}
