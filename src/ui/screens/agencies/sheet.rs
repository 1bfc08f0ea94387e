//! One version of an agency: what it is, before and after it, its tasks in numbers, what was done to it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::told;
use crate::domain::change::News;
use crate::domain::id::AgencyId;
use crate::ui::action::Action;
use crate::ui::canvas::width;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Reply, Screen, Topic, Ui};
use crate::ui::widgets::pages::{Lines, Pages};
use crate::work::request::agency::AgencySheet;
use crate::work::request::{Answer, Request};

/// The sheet of an agency.
pub struct Sheet {
    id: AgencyId,
    sheet: Option<Box<AgencySheet>>,
    pages: Pages,
    lines: Lines,
    wide: u16,
}

impl Sheet {
    /// Of this version.
    #[must_use]
    pub fn new(id: AgencyId) -> Self {
        Self {
            id,
            sheet: None,
            pages: Pages::default(),
            lines: Lines::default(),
            wide: 0,
        }
    }

    fn ask(&self) -> Request {
        Request::AgencySheet { id: self.id }
    }

    fn write(&mut self, wide: u16, ui: &Ui) {
        self.wide = wide;
        self.lines = Lines::default();
        let Some(sheet) = &self.sheet else { return };
        let room = usize::from(wide).saturating_sub(1);
        let facts = told::sheet(sheet, ui.facts, ui.t);
        let indent = facts.iter().map(|(label, _)| width(label)).max();
        let indent = indent.unwrap_or(0) + 4;
        for (label, value) in facts {
            let label = format!("  {label}");
            self.lines
                .labelled(&label, &value, indent, room, ui.theme.text);
        }
        self.lines.push("", ui.theme.text);
        self.lines
            .push(format!("  {}", ui.t.console.log), ui.theme.heading);
        for change in &sheet.log {
            let text = told::change(change, ui.t);
            self.lines.labelled("", &text, 2, room, ui.theme.text);
        }
    }
}

impl Screen for Sheet {
    fn context(&self) -> Context {
        Context::Page
    }

    fn title(&self, ui: &Ui) -> String {
        let agency = ui.facts.agency(self.id);
        agency.map_or_else(String::new, |agency| agency.name.clone())
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Ask(self.ask())]
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            Action::Refresh => vec![Effect::Ask(self.ask())],
            _ if self.pages.act(action, self.lines.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        if *question == self.ask()
            && let Ok(Answer::AgencySheet(sheet)) = answer
        {
            self.sheet = Some(sheet.clone());
            self.write(self.wide, ui);
        }
        Vec::new()
    }

    fn news(&mut self, news: &News, _: &Ui) -> Vec<Effect> {
        if news.facts {
            return vec![Effect::Fetch(self.ask())];
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if area.width != self.wide {
            self.write(area.width, ui);
        }
        self.pages.draw(&self.lines, area, buffer)
    }

    fn topic(&self) -> Topic {
        Topic::Keeping
    }
}
