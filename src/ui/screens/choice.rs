//! Choosing one of a list: letters narrow it, without accents, by code, initials or name.
//!
//! Lists with a screen of their own and F4 in forms enter here. It chooses and changes nothing.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::month::DayChoice;
use crate::domain::id::AgencyId;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::canvas::{fit, pad, put, rows, width};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Screen, Topic, Ui};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::form::Wanted;
use crate::ui::widgets::narrow::{Item, narrow};

/// What a choice ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// The value as a text.
    Text,
    /// The agency of that id; none for all.
    Agency,
}

/// A list to choose from.
pub struct Choice {
    title: String,
    items: Arc<[Item]>,
    ends: Ends,
    typed: Field,
    /// Places among the items that fit what was typed.
    found: Vec<usize>,
    at: usize,
    first: usize,
    height: usize,
    /// What showed before the letters that are being typed, and its first line, where the line is slow.
    /// What is chosen never comes from here.
    left: Option<(Vec<usize>, usize)>,
    /// The value that was there before.
    current: Option<String>,
}

/// What stands for all agencies.
const ALL: &str = "";

impl Choice {
    /// Chooses one of these; ends with [`Outcome::Text`].
    #[must_use]
    pub fn new(title: String, items: Arc<[Item]>, current: Option<String>) -> Self {
        let mut choice = Self {
            title,
            found: (0..items.len()).collect(),
            items,
            ends: Ends::Text,
            typed: Field::new(60),
            at: 0,
            first: 0,
            height: 1,
            left: None,
            current,
        };
        choice.go_to_current();
        choice
    }

    /// Chooses an agency, or all; those of today first. Ends with [`Outcome::Agency`].
    #[must_use]
    pub fn agency(current: Option<AgencyId>) -> Self {
        let value = current.map_or(ALL.to_owned(), |id| id.0.to_string());
        let mut choice = Self::new(String::new(), Arc::from([]), Some(value));
        choice.ends = Ends::Agency;
        choice
    }

    fn go_to_current(&mut self) {
        let is_current = |item: &Item| Some(&item.value) == self.current.as_ref();
        self.at = self.items.iter().position(is_current).unwrap_or(0);
    }

    /// Narrows by what is typed now; on a slow line what shows follows when the keys rest.
    fn narrow_for(&mut self, ui: &Ui) {
        if ui.is_moving && self.left.is_none() {
            self.left = Some((self.found.clone(), self.first));
        }
        self.narrow();
    }

    fn narrow(&mut self) {
        self.found = narrow(&self.items, &self.typed.text());
        if self.typed.is_empty() {
            self.go_to_current();
        } else {
            self.at = 0;
        }
        self.first = 0;
    }

    fn step(&mut self, by: isize) -> Vec<Effect> {
        self.left = None;
        let last = self.found.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        Vec::new()
    }

    fn chosen(&self) -> Vec<Effect> {
        let item = self
            .found
            .get(self.at)
            .and_then(|place| self.items.get(*place));
        let Some(item) = item else {
            return vec![Effect::Useless];
        };
        vec![Effect::Choose(match self.ends {
            Ends::Text => Outcome::Text(item.value.clone()),
            Ends::Agency => Outcome::Agency(item.value.parse().ok().map(AgencyId)),
        })]
    }

    fn line(&self, item: &Item, is_current: bool, codes: usize) -> String {
        let mark = if is_current { ">" } else { " " };
        let code = if codes == 0 {
            String::new()
        } else {
            format!("{}  ", pad(&item.code, codes))
        };
        format!("{mark} {code}{}", item.text)
    }
}

/// The screen in which a value for a field of a form is chosen.
#[must_use]
pub fn choosing(wanted: Wanted, ui: &Ui) -> Box<dyn Screen> {
    match wanted {
        Wanted::Item {
            title,
            items,
            current,
        } => Box::new(Choice::new(title, items, current)),
        Wanted::Day { title, current } => Box::new(DayChoice::new(title, current, ui.facts.today)),
    }
}

/// The agencies of a day, in official order.
#[must_use]
pub fn agencies_of_today(ui: &Ui) -> Arc<[Item]> {
    let today = ui.facts.today;
    let valid = ui.facts.agencies.iter();
    valid
        .filter(|agency| agency.is_valid_on(today))
        .map(Item::agency)
        .collect()
}

fn all_agencies(ui: &Ui) -> Arc<[Item]> {
    let today = ui.facts.today;
    let others = ui.facts.agencies.iter();
    let others = others
        .filter(|agency| !agency.is_valid_on(today) && !agency.is_void())
        .map(|agency| {
            let until = agency.valid_to.filter(|last| *last < today);
            let name = match until {
                Some(last) => {
                    let until = (ui.t.choice.until)(&format::date(last));
                    format!("{} {until}", agency.name)
                }
                None => agency.name.clone(),
            };
            Item::new(agency.id.0.to_string(), &agency.code, &name)
        });
    let all = Item::new(ALL, "", ui.t.terms.all);
    std::iter::once(all)
        .chain(agencies_of_today(ui).iter().cloned())
        .chain(others)
        .collect()
}

impl Screen for Choice {
    fn context(&self) -> Context {
        Context::Choice
    }

    fn title(&self, _: &Ui) -> String {
        self.title.clone()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        if self.ends == Ends::Agency {
            self.title = ui.t.choice.agency.to_owned();
            self.items = all_agencies(ui);
            self.narrow();
        }
        Vec::new()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let page = isize::try_from(self.height.max(2) - 1).unwrap_or(1);
        match action {
            Action::Enter | Action::DoIt => self.chosen(),
            Action::Back | Action::Close => vec![Effect::Close],
            Action::Up | Action::PreviousPane => self.step(-1),
            Action::Down | Action::NextPane => self.step(1),
            Action::PageUp => self.step(-page),
            Action::PageDown => self.step(page),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            Action::Erase => {
                if !self.typed.erase() {
                    return vec![Effect::Useless];
                }
                self.narrow_for(ui);
                Vec::new()
            }
            Action::EraseAll => {
                self.typed.set("");
                self.narrow_for(ui);
                Vec::new()
            }
            _ => vec![Effect::Useless],
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        if self.typed.write(letter, ui.composing) {
            self.narrow_for(ui);
        }
        Vec::new()
    }

    fn rest(&mut self, _: &Ui) -> Vec<Effect> {
        self.left = None;
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.choice;
        // What is left from before has no mark: the cursor stands behind the letters.
        let left = self.left.as_ref().filter(|_| ui.is_moving);
        let found = left.map_or(&self.found, |(found, _)| found);
        let count = (t.found)(found.len(), self.items.len());
        let head = format!("  {} {}", t.narrow, self.typed.raw());
        if area.height > 1 {
            put(buffer, area, 0, 0, &head, ui.theme.text);
        }
        let typed_to = u16::try_from(width(&head)).unwrap_or(u16::MAX);
        let right = area
            .width
            .saturating_sub(u16::try_from(width(&count) + 1).unwrap_or(0));
        if area.height > 1 && right > typed_to.saturating_add(1) {
            put(buffer, area, right, 0, &count, ui.theme.text);
        }
        let typing = area.intersection(Rect {
            x: area.x.saturating_add(typed_to),
            width: 1,
            height: 1,
            ..area
        });
        let head = match area.height {
            // The list is the work; what was typed is seen by what it leaves.
            0 | 1 => 0,
            2..=6 => 1,
            _ => 2,
        };
        let list = rows(area, head, area.height);
        self.height = usize::from(list.height);
        if self.height == 0 {
            return None;
        }
        if found.is_empty() {
            put(buffer, list, 2, 0, t.none, ui.theme.refusal);
            return (!typing.is_empty()).then(|| typing.as_position());
        }
        if self.at < self.first || self.at >= self.first + self.height {
            // Whole pages: a list that scrolls by lines is sent again with every key.
            self.first = self.at - self.at % self.height;
        }
        let first = left.map_or(self.first, |(_, first)| *first);
        let wide = |place: &usize| self.items.get(*place).map_or(0, |item| width(&item.code));
        let codes = found.iter().map(wide).max().unwrap_or(0).min(16);
        let mut cursor = left
            .and(Some(typing))
            .filter(|typing| !typing.is_empty())
            .map(Rect::as_position);
        let shown = found.iter().skip(first).take(self.height);
        for ((y, place), at) in (0u16..).zip(shown).zip(first..) {
            let Some(item) = self.items.get(*place) else {
                continue;
            };
            let is_current = at == self.at && left.is_none();
            let text = fit(
                &self.line(item, is_current, codes),
                usize::from(area.width.saturating_sub(1)),
            );
            put(buffer, list, 1, y, &text, ui.theme.text);
            if is_current {
                put(buffer, list, 1, y, ">", ui.theme.focus);
                cursor = Some(Position::new(
                    (list.x + 1).min(list.right().saturating_sub(1)),
                    list.y + y,
                ));
            }
        }
        cursor
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.choice.hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Choice
    }
}
