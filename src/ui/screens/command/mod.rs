//! The line behind `:`: a task's number or code, or a command in words.

mod reading;
mod table;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use table::COMMANDS;

use self::table::{Does, Row};
use super::filter::fault_sentence;
use crate::domain::filter::parse;
use crate::domain::query::{Query, View};
use crate::domain::report::Spec;
use crate::domain::typed_date::{self, Toward};
use crate::ui::action::Action;
use crate::ui::canvas::{clear, pad, put, rows};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens;
use crate::ui::theme::ThemeName;
use crate::ui::widgets::field::Field;
use crate::work::request::{Answer, Request};

/// The name under which lines are recalled.
const PLACE: &str = "command";

/// So many commands show at once.
const SHOWN: usize = 6;

/// The command line.
pub struct CommandLine {
    field: Field,
    /// What was typed when Tab was pressed first, and how often since.
    completing: Option<(String, usize)>,
    /// How many lines back F9 has gone.
    recalled: usize,
    /// The saved view that is asked for.
    viewing: Option<String>,
    /// What was run last; it may stand there still.
    ran: Option<String>,
    /// What was typed when the keys rested last, where the line is slow; nothing before they did.
    rested: Option<String>,
}

impl Default for CommandLine {
    fn default() -> Self {
        Self {
            field: Field::new(300),
            completing: None,
            recalled: 0,
            viewing: None,
            ran: None,
            rested: None,
        }
    }
}

impl CommandLine {
    fn candidates(&self) -> Vec<&'static Row> {
        let typed = self
            .completing
            .as_ref()
            .map_or_else(|| self.field.text(), |(typed, _)| typed.clone());
        reading::beginning(&typed)
    }

    /// Those that show: on a slow line the ones from before until the keys rest. What Tab goes through shows.
    fn suggested(&self, ui: &Ui) -> Vec<&'static Row> {
        if !ui.is_moving || self.completing.is_some() {
            return self.candidates();
        }
        let rested = self.rested.as_ref();
        rested.map_or_else(Vec::new, |typed| reading::beginning(typed))
    }

    fn complete(&mut self, ui: &Ui) {
        let candidates = self.candidates();
        let (typed, turn) = match self.completing.take() {
            Some((typed, turn)) => (typed, turn + 1),
            None => (self.field.text(), 0),
        };
        if let Some(row) = turn
            .checked_rem(candidates.len())
            .and_then(|place| candidates.get(place))
        {
            self.field.set(word_of(row, ui));
        }
        self.completing = Some((typed, turn));
    }

    fn recall(&mut self, ui: &Ui) -> Vec<Effect> {
        let Some(text) = ui.memory.typed(PLACE).nth(self.recalled) else {
            return vec![Effect::Useless];
        };
        self.field.set(text);
        self.recalled += 1;
        Vec::new()
    }

    fn run(&mut self, ui: &Ui) -> Vec<Effect> {
        let line = self.field.text();
        self.ran = Some(line.clone());
        let line = line.trim_start_matches(':').trim();
        if line.is_empty() {
            return vec![Effect::Close];
        }
        let remember = Effect::Remember(vec![(PLACE.to_owned(), line.to_owned())]);
        let mut effects = vec![remember];
        match reading::read(line) {
            Some((row, argument)) => {
                effects.extend(obey(row, &argument, ui));
                if matches!(row.does, Does::View) {
                    self.viewing = Some(argument);
                }
            }
            None if names_a_task(line) => effects.push(Effect::Ask(Request::Locate {
                text: line.to_owned(),
            })),
            None => effects.push(Effect::Say(Message::refusal((ui.t.command.unknown)(
                line,
                reading::nearest_to(line),
            )))),
        }
        effects
    }
}

/// A number, or something with a digit that looks like a code.
fn names_a_task(line: &str) -> bool {
    line.contains(|letter: char| letter.is_ascii_digit()) && !line.contains(' ')
}

fn word_of(row: &Row, ui: &Ui) -> &'static str {
    match ui.t.language {
        crate::lang::Language::Vietnamese => row.word,
        crate::lang::Language::English => row.english,
    }
}

fn obey(row: &Row, argument: &str, ui: &Ui) -> Vec<Effect> {
    if !argument.is_empty()
        && !matches!(
            row.does,
            Does::Filter | Does::Theme | Does::Report | Does::AsOf | Does::View
        )
    {
        let sentence = (ui.t.command.no_argument)(word_of(row, ui));
        return vec![Effect::Say(Message::refusal(sentence))];
    }
    match row.does {
        Does::Pass(action) => vec![Effect::Close, Effect::Pass(action)],
        Does::Open(screen) => vec![Effect::Replace(screen())],
        Does::Compose(method) => vec![Effect::Close, Effect::Compose(method)],
        Does::Home => vec![Effect::Home],
        Does::Quit => vec![Effect::Quit],
        Does::Theme if argument.is_empty() => vec![Effect::Close, Effect::Pass(Action::NextTheme)],
        Does::Theme => match ThemeName::read(argument) {
            Some(name) => vec![Effect::Close, Effect::Theme(name)],
            None => {
                let sentence = (ui.t.settings.unknown_theme)(argument);
                vec![Effect::Say(Message::refusal(sentence))]
            }
        },
        Does::AsOf => as_of(argument, ui),
        Does::View if argument.is_empty() => vec![Effect::Close, Effect::Pass(Action::Views)],
        // Which there are is not known here: the line stays until it is.
        Does::View => vec![Effect::Ask(Request::Views)],
        Does::Report if argument.is_empty() => vec![Effect::Replace(screens::reports())],
        Does::Report => match screens::report_named(argument, ui) {
            Some(kind) => vec![Effect::Replace(screens::report(Spec::new(kind)))],
            None => {
                let sentence = (ui.t.report.screen.unknown)(argument);
                vec![Effect::Say(Message::refusal(sentence))]
            }
        },
        Does::Filter if argument.is_empty() => vec![Effect::Close, Effect::Pass(Action::Filter)],
        Does::Filter => match parse(argument, &ui.filter_context()) {
            Ok(filter) => vec![Effect::Choose(Outcome::Query {
                words: argument.to_owned(),
                query: Query {
                    filter,
                    ..Query::default()
                },
            })],
            Err(fault) => vec![Effect::Say(Message::refusal(fault_sentence(&fault, ui)))],
        },
    }
}

/// The list that a saved view shows.
fn view(views: &[View], name: &str, ui: &Ui) -> Vec<Effect> {
    match View::named(views, name) {
        Ok(view) => vec![Effect::Choose(Outcome::Query {
            words: view.words.clone(),
            query: view.query.clone(),
        })],
        Err(nearest) => {
            let sentence = (ui.t.filter.no_view)(name, nearest);
            vec![Effect::Say(Message::refusal(sentence))]
        }
    }
}

/// Asks for a past day, or for the present; what is open belongs to another day and is closed.
fn as_of(argument: &str, ui: &Ui) -> Vec<Effect> {
    let calendar = &ui.facts.calendar;
    let day = typed_date::read(argument, Toward::Past, ui.facts.today, calendar);
    if !argument.is_empty() && day.is_none() {
        let sentence = (ui.t.report.screen.bad_day)(argument);
        return vec![Effect::Say(Message::refusal(sentence))];
    }
    vec![Effect::Home, Effect::Fetch(Request::AsOf { day })]
}

impl Screen for CommandLine {
    fn context(&self) -> Context {
        Context::Line
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.command.title.to_owned()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        if action != Action::NextPane {
            self.completing = None;
        }
        match action {
            Action::Close | Action::Back => return vec![Effect::Close],
            Action::Enter | Action::DoIt => return self.run(ui),
            Action::NextPane => self.complete(ui),
            Action::Recall | Action::Up => return self.recall(ui),
            // Erasing where nothing stands leaves the line, as one leaves it with Esc.
            Action::Erase if self.field.raw().is_empty() => return vec![Effect::Close],
            _ if self.field.hear(action) => {}
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.completing = None;
        // A second colon is the same as one: slow lines make people press it again.
        if letter != ':' || !self.field.raw().is_empty() {
            self.field.write(letter, ui.composing);
        }
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::Locate { .. }, Ok(Answer::Located(id))) => {
                vec![Effect::Replace(screens::sheet(*id))]
            }
            (Request::Views, Ok(Answer::Views(views))) => {
                let name = self.viewing.take();
                name.map_or_else(Vec::new, |name| view(views, &name, ui))
            }
            _ => Vec::new(),
        }
    }

    fn rest(&mut self, _: &Ui) -> Vec<Effect> {
        self.rested = Some(self.field.text());
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let candidates = self.suggested(ui);
        let turn = self.completing.as_ref().map_or(0, |(_, turn)| *turn);
        let chosen = turn.checked_rem(candidates.len()).unwrap_or(0);
        let first = (chosen + 1).saturating_sub(SHOWN);
        let shown = candidates
            .len()
            .min(SHOWN)
            .min(usize::from(area.height.saturating_sub(2)));
        let high = u16::try_from(shown).unwrap_or(0) + 2;
        let place = rows(area, area.height.saturating_sub(high), high);
        clear(buffer, place);
        crate::ui::canvas::rule(buffer, place, 0, ui.theme.rule);
        for ((y, place_of), row) in (1..)
            .zip(first..)
            .zip(candidates.iter().skip(first).take(shown))
        {
            let is_here = self.completing.is_some() && place_of == chosen;
            let text = format!(
                " {} {}{}{}",
                if is_here { ">" } else { " " },
                pad(row.word, 18),
                pad(row.english, 18),
                (row.label)(&ui.t.keys)
            );
            put(buffer, place, 0, y, &text, ui.theme.text);
        }
        let line = rows(place, place.height.saturating_sub(1), 1);
        put(buffer, line, 0, 0, ":", ui.theme.key);
        let field = crate::ui::canvas::columns(line, 1, line.width.saturating_sub(1));
        self.field.draw(field, buffer, ui.theme.text, ui.theme.rule)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.command.hint.to_owned())
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        let typed = self.field.text();
        let is_begun = !typed.trim().is_empty() && self.ran.as_ref() != Some(&typed);
        let draft = is_begun.then(|| Unsaved::of_line(PLACE, &typed));
        draft.into_iter().collect()
    }

    fn topic(&self) -> Topic {
        Topic::Command
    }
}
