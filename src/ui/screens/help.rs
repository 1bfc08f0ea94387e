//! The help of a place: why it shows what it shows, what may be done, its keys, all from the tables.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::command::COMMANDS;
use crate::domain::filter::{KEYS, PHRASES, STATUSES};
use crate::lang::HelpWords;
use crate::ui::action::Action;
use crate::ui::canvas::{pad, width, wrap};
use crate::ui::keys::{self, Binding, Context};
use crate::ui::screen::{Effect, Outcome, Screen, Sight, Topic, Ui};
use crate::ui::screens;
use crate::ui::widgets::pages::{Lines, Pages};

/// A page of help.
pub struct Help {
    topic: Topic,
    context: Context,
    why: Vec<String>,
    lines: Lines,
    pages: Pages,
    wide: Option<u16>,
}

impl Help {
    /// Of this place, with its keys; what the place itself explains stands first.
    #[must_use]
    pub fn new(topic: Topic, context: Context, why: Vec<String>) -> Self {
        Self {
            topic,
            context,
            why,
            lines: Lines::default(),
            pages: Pages::default(),
            wide: None,
        }
    }

    fn write(&mut self, wide: u16, ui: &Ui) {
        self.wide = Some(wide);
        let mut page = Writer {
            lines: Lines::default(),
            wide: usize::from(wide),
            ui,
        };
        let t = &ui.t.help;
        if !self.why.is_empty() {
            page.heading(t.why);
            self.why.iter().for_each(|text| page.paragraph(text));
        }
        for text in text_of(self.topic, t) {
            page.paragraph(text);
            page.lines.push("", ui.theme.text);
        }
        if self.topic == Topic::Filter {
            page.filter_words();
        }
        if self.topic == Topic::Command {
            page.commands();
        }
        if self.topic == Topic::Help {
            for context in Context::ALL {
                page.heading((ui.t.keys.context)(context.code()));
                let own = ui.keymap.own(context).copied();
                page.keys(&own.collect::<Vec<_>>());
            }
        } else {
            page.heading(t.keys);
            page.keys(&ui.keymap.bindings(self.context));
        }
        page.paragraph(t.alt);
        self.lines = page.lines;
    }
}

fn text_of(topic: Topic, t: &HelpWords) -> crate::lang::HelpPage {
    match topic {
        Topic::Home => t.home,
        Topic::Tasks => t.tasks,
        Topic::Sheet => t.sheet,
        Topic::Confirm => t.confirm,
        Topic::Form => t.form,
        Topic::Filter => t.filter,
        Topic::Command => t.command,
        Topic::Choice => t.choice,
        Topic::Log => t.log,
        Topic::Help => t.help,
        Topic::Import => t.import,
        Topic::Start => t.start,
        Topic::Terminal => t.terminal,
        Topic::Calendar => t.calendar,
        Topic::Keeping => t.keeping,
        Topic::Documents => t.documents,
        Topic::Report => t.report,
        Topic::Windows => t.windows,
        Topic::Measures => t.measures,
        Topic::Settings => t.settings,
        Topic::Present => t.present,
        Topic::Export => t.export,
        Topic::Users => t.users,
        Topic::Practice => t.practice,
    }
}

struct Writer<'a> {
    lines: Lines,
    wide: usize,
    ui: &'a Ui<'a>,
}

impl Writer<'_> {
    fn heading(&mut self, text: &str) {
        let last = self.lines.len().checked_sub(1);
        let last = last.and_then(|last| self.lines.get(last));
        if last.is_some_and(|(text, _)| !text.is_empty()) {
            self.lines.push("", self.ui.theme.text);
        }
        self.lines.push(format!(" {text}"), self.ui.theme.title);
    }

    fn paragraph(&mut self, text: &str) {
        for piece in wrap(text, self.wide.saturating_sub(4)) {
            self.lines.push(format!("  {piece}"), self.ui.theme.text);
        }
    }

    /// What is done by which keys, each deed once, in two columns where there is room.
    fn keys(&mut self, rows: &[Binding]) {
        let mut deeds: Vec<(&str, Vec<String>)> = Vec::new();
        for row in rows {
            let label = (row.label)(&self.ui.t.keys);
            if label == self.ui.t.keys.nothing {
                continue;
            }
            let name = keys::name(row.key, row.with);
            match deeds.iter_mut().find(|(known, _)| *known == label) {
                Some((_, names)) => names.push(name),
                None => deeds.push((label, vec![name])),
            }
        }
        let cells: Vec<String> = deeds
            .iter()
            .map(|(label, names)| {
                // Many names push their label to the right rather than being cut.
                let names = names.join(" ");
                format!("{} {label}", pad(&names, width(&names).max(15)))
            })
            .collect();
        let half = self.wide.saturating_sub(4) / 2;
        let columns = if half >= 36 { 2 } else { 1 };
        if columns == 1 {
            for cell in &cells {
                let room = self.wide.saturating_sub(4);
                let pieces = if width(cell) <= room {
                    vec![cell.clone()]
                } else {
                    wrap(cell, room)
                };
                for (place, piece) in pieces.into_iter().enumerate() {
                    let indent = if place == 0 { 2 } else { 4 };
                    let text = format!("{}{piece}", " ".repeat(indent));
                    self.lines.push(text, self.ui.theme.text);
                }
            }
            return;
        }
        let high = cells.len().div_ceil(columns);
        for place in 0..high {
            let left = cells.get(place).map_or("", String::as_str);
            let right = cells.get(place + high).filter(|_| columns == 2);
            let text = match right {
                Some(right) => format!("  {} {right}", pad(left, half.saturating_sub(1))),
                None => format!("  {left}"),
            };
            self.lines.push(text, self.ui.theme.text);
        }
    }

    fn row(&mut self, cells: [&str; 3], last: &str) {
        let [first, second, third] = cells;
        let third = if third.is_empty() {
            String::new()
        } else {
            pad(third, 18)
        };
        let head = format!("  {}{}{third}", pad(first, 18), pad(second, 18));
        if self.wide < width(&head) + 12 {
            let words = [first, second, third.trim(), last].join("  ");
            for (place, piece) in wrap(&words, self.wide.saturating_sub(5))
                .into_iter()
                .enumerate()
            {
                let indent = if place == 0 { 2 } else { 4 };
                let text = format!("{}{piece}", " ".repeat(indent));
                self.lines.push(text, self.ui.theme.text);
            }
            return;
        }
        let room = self.wide.saturating_sub(width(&head) + 1);
        for (place, piece) in wrap(last, room).into_iter().enumerate() {
            let head = if place == 0 {
                head.clone()
            } else {
                " ".repeat(width(&head))
            };
            self.lines
                .push(format!("{head}{piece}"), self.ui.theme.text);
        }
    }

    fn filter_words(&mut self) {
        let t = &self.ui.t.filter;
        self.heading(self.ui.t.help.filter_words);
        for row in KEYS {
            let key = format!("{}:", row.word);
            let english = format!("{}:", row.english);
            self.row([&key, &english, row.example], (t.key)(row.key));
        }
        for row in PHRASES.iter().filter(|row| !row.alone) {
            let also = row
                .also
                .iter()
                .take(3)
                .copied()
                .collect::<Vec<_>>()
                .join(", ");
            self.row([row.word, row.english, ""], &also);
        }
        for row in STATUSES {
            let key = format!("tt:{}", row.word);
            let english = format!("tt:{}", row.status.code());
            self.row([&key, &english, ""], (self.ui.t.terms.status)(row.status));
        }
    }

    fn commands(&mut self) {
        self.heading(self.ui.t.help.commands);
        self.row([":1234", ":1234", ""], self.ui.t.command.go_to);
        for row in COMMANDS {
            let (word, english) = (format!(":{}", row.word), format!(":{}", row.english));
            self.row([&word, &english, ""], (row.label)(&self.ui.t.keys));
        }
    }
}

impl Screen for Help {
    fn context(&self) -> Context {
        Context::Page
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.help.title.to_owned()
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        match action {
            Action::Close | Action::Back | Action::Enter => vec![Effect::Close],
            _ if self.pages.act(action, self.lines.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        match outcome {
            Outcome::Query { words, query } => {
                vec![Effect::Open(screens::tasks(query, words, None))]
            }
            _ => Vec::new(),
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if self.wide != Some(area.width) {
            self.write(area.width, ui);
        }
        self.pages.draw(&self.lines, area, buffer)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let total = self.lines.len();
        let (from, to) = self.pages.span(total);
        Some((ui.t.log.place)(from, to, total))
    }

    fn ends_help(&self) -> bool {
        self.topic == Topic::Help
    }

    fn sight(&self) -> Sight {
        Sight::Help(self.topic)
    }

    fn topic(&self) -> Topic {
        Topic::Help
    }
}
