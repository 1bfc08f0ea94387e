//! F7: the filter as one line of words, what it means so far, and lists to choose the words from.

mod lists;
pub mod meaning;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::lists::{Item, LISTS};
use crate::domain::filter::{FilterFault, before_day, describe, parse};
use crate::domain::query::{Filter, Query, Tally};
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::canvas::{columns, fit, put, rows, rule, width, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens;
use crate::ui::screens::choice::choosing;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::form::Wanted;
use crate::work::request::{Answer, Request};

/// The name under which lines are recalled.
const PLACE: &str = "filter";

/// The filter line with its lists.
pub struct FilterLine {
    field: Field,
    /// The filter in force, as it stood there first.
    before: String,
    query: Query,
    fault: Option<FilterFault>,
    tally: Option<Tally>,
    /// The list in which the cursor is; none on the line.
    list: Option<usize>,
    /// The row of each list, and the first one that shows.
    places: [(usize, usize); LISTS],
    recalled: usize,
}

impl FilterLine {
    /// Begins with the filter as it stands.
    #[must_use]
    pub fn new(words: String, query: Query) -> Self {
        let mut field = Field::new(500);
        field.set(&words);
        Self {
            before: field.text(),
            field,
            query,
            fault: None,
            tally: None,
            list: None,
            places: [(0, 0); LISTS],
            recalled: 0,
        }
    }

    /// Reads the line again and asks how much it finds.
    fn reread(&mut self, ui: &Ui) -> Vec<Effect> {
        match parse(&self.field.text(), &ui.filter_context()) {
            Ok(filter) => {
                self.fault = None;
                if filter == self.query.filter && self.tally.is_some() {
                    return Vec::new();
                }
                self.query.filter = filter;
                self.tally = None;
                vec![self.ask()]
            }
            Err(fault) => {
                self.fault = Some(fault);
                Vec::new()
            }
        }
    }

    fn ask(&self) -> Effect {
        Effect::Fetch(Request::Count {
            query: self.query.clone(),
        })
    }

    fn apply(&self, ui: &Ui) -> Vec<Effect> {
        if let Some(fault) = &self.fault {
            return vec![Effect::Say(Message::refusal(fault_sentence(fault, ui)))];
        }
        let words = self.field.text();
        let outcome = Outcome::Query {
            words: words.clone(),
            query: self.query.clone(),
        };
        let mut effects = Vec::new();
        if !words.is_empty() {
            effects.push(Effect::Remember(vec![(PLACE.to_owned(), words)]));
        }
        effects.push(Effect::Choose(outcome));
        effects
    }

    fn toggle(&mut self, ui: &Ui) -> Vec<Effect> {
        if let Some(fault) = &self.fault {
            return vec![Effect::Say(Message::refusal(fault_sentence(fault, ui)))];
        }
        let Some(item) = self.item(ui) else {
            return vec![Effect::Useless];
        };
        let mut filter: Filter = self.query.filter.clone();
        lists::toggle(&mut filter, item);
        self.field.set(&describe(&filter, &ui.filter_context()));
        self.reread(ui)
    }

    fn item(&self, ui: &Ui) -> Option<Item> {
        let list = self.list?;
        let (at, _) = self.places.get(list)?;
        lists::items(list, ui).get(*at).map(|(item, _)| *item)
    }

    fn in_lists(&mut self, list: usize, action: Action, ui: &Ui) -> Vec<Effect> {
        let last = lists::items(list, ui).len().saturating_sub(1);
        let Some((at, _)) = self.places.get_mut(list) else {
            return Vec::new();
        };
        match action {
            Action::Up if *at == 0 => self.list = None,
            Action::Up => *at -= 1,
            Action::Down => *at = (*at + 1).min(last),
            Action::PageUp => *at = at.saturating_sub(10),
            Action::PageDown => *at = (*at + 10).min(last),
            Action::First => *at = 0,
            Action::Last => *at = last,
            Action::Left => self.list = Some(list.saturating_sub(1)),
            Action::Right => self.list = Some((list + 1).min(LISTS - 1)),
            Action::NextPane if list + 1 == LISTS => self.list = None,
            Action::NextPane => self.list = Some(list + 1),
            Action::PreviousPane => self.list = list.checked_sub(1),
            Action::Enter => return self.toggle(ui),
            Action::Erase => {
                self.list = None;
                self.field.erase();
                return self.reread(ui);
            }
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }

    /// What was typed is recalled by F9: when it opens again the line is the filter in force.
    fn leave(&self) -> Vec<Effect> {
        let typed = self.field.text();
        let kept = (!typed.is_empty()).then(|| Effect::Remember(vec![(PLACE.to_owned(), typed)]));
        kept.into_iter().chain([Effect::Close]).collect()
    }

    fn on_line(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Enter => return self.apply(ui),
            Action::Choose if before_day(&self.field.text()).is_some() => {
                let wanted = Wanted::Day {
                    title: ui.t.calendar.title.to_owned(),
                    current: None,
                };
                return vec![Effect::Open(choosing(wanted, ui))];
            }
            Action::Down | Action::NextPane | Action::Choose => self.list = Some(0),
            Action::PreviousPane => self.list = Some(LISTS - 1),
            Action::Recall | Action::Up => {
                let Some(text) = ui.memory.typed(PLACE).nth(self.recalled) else {
                    return vec![Effect::Useless];
                };
                self.field.set(text);
                self.recalled += 1;
            }
            _ if self.field.hear(action) => {}
            _ => return vec![Effect::Useless],
        }
        self.reread(ui)
    }
}

/// The sentence for a word that is not understood.
pub(super) fn fault_sentence(fault: &FilterFault, ui: &Ui) -> String {
    (ui.t.filter.fault)(fault)
}

impl Screen for FilterLine {
    fn context(&self) -> Context {
        if self.list.is_some() {
            Context::Choice
        } else {
            Context::Line
        }
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.filter.title.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        if self.field.is_empty() && !self.query.filter.is_empty() {
            self.field
                .set(&describe(&self.query.filter, &ui.filter_context()));
            self.before = self.field.text();
        }
        self.reread(ui)
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match (action, self.list) {
            (Action::Close | Action::Back, _) => self.leave(),
            (Action::DoIt, _) => self.apply(ui),
            (Action::Add, _) if self.fault.is_none() => {
                vec![Effect::Replace(screens::views(
                    self.field.text(),
                    self.query.clone(),
                ))]
            }
            (_, Some(list)) => self.in_lists(list, action, ui),
            (_, None) => self.on_line(action, ui),
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        if self.list.is_some() && letter == ' ' {
            return self.toggle(ui);
        }
        self.list = None;
        self.field.write(letter, ui.composing);
        self.reread(ui)
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        let typed = self.field.text();
        let (Outcome::Day(day), Some(head)) = (outcome, before_day(&typed)) else {
            return Vec::new();
        };
        self.field.set(&format!("{head}{}", format::date(day)));
        self.reread(ui)
    }

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        if let (Request::Count { query }, Ok(Answer::Count(tally))) = (question, answer)
            && *query == self.query
        {
            self.tally = Some(*tally);
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.filter;
        if self.list.is_some() && (area.width < NARROW || area.height < 8) {
            return self.draw_lists(area, buffer, ui);
        }
        let label = format!(" {} ", t.prompt);
        let x = u16::try_from(width(&label)).unwrap_or(0);
        // In narrow windows the field is worth more than its name.
        let x = if area.width < x + 16 { 0 } else { x };
        if x > 0 {
            put(buffer, area, 0, 0, &label, ui.theme.heading);
        }
        let line = columns(rows(area, 0, 1), x, area.width.saturating_sub(x + 1));
        let on_line = self.field.draw(line, buffer, ui.theme.text, ui.theme.rule);
        let (text, style) = match &self.fault {
            Some(fault) => (fault_sentence(fault, ui), ui.theme.refusal),
            None => {
                let found = self
                    .tally
                    .map(|tally| (t.found)(tally.count, tally.is_partial));
                let meaning = meaning::say(&self.query.filter, ui.facts, ui.t);
                (
                    format!("{}: {meaning}", found.unwrap_or_else(|| "…".to_owned())),
                    ui.theme.text,
                )
            }
        };
        let room = usize::from(area.width).saturating_sub(3).max(1);
        let pieces = wrap(&text, room);
        for (y, piece) in (1..4).zip(&pieces) {
            // The last line that there is room for goes on over the edge, and so shows that it is cut.
            let is_cut = y == 3 && pieces.len() > 3;
            let piece = if is_cut {
                format!("{piece}…")
            } else {
                piece.clone()
            };
            put(buffer, area, 2, y, &piece, style);
        }
        if self.field.is_empty() && area.height > 3 && pieces.len() < 3 {
            put(buffer, area, 2, 3, t.example, ui.theme.text);
        }
        let below = rows(area, 4, area.height);
        if below.height > 2 && area.width >= NARROW {
            rule(buffer, below, 0, ui.theme.rule);
            let in_lists = self.draw_lists(rows(below, 1, below.height), buffer, ui);
            return in_lists.or(on_line);
        }
        on_line
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.filter.hints[usize::from(self.list.is_some())].to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        let typed = self.field.text();
        let is_begun = !typed.is_empty() && typed != self.before;
        let draft = is_begun.then(|| Unsaved::of_line(PLACE, &typed));
        draft.into_iter().collect()
    }

    fn topic(&self) -> Topic {
        Topic::Filter
    }
}

/// Below this width a list stands alone, and only while one is in it.
const NARROW: u16 = 60;

impl FilterLine {
    fn draw_lists(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = area.width;
        let is_alone = wide < NARROW;
        // Conditions, statuses, areas by code; the names of agencies get the rest.
        let widths = [wide * 3 / 10, wide / 4, wide * 3 / 20, wide];
        let mut x = 0;
        let mut cursor = None;
        for (list, wide) in widths.into_iter().enumerate() {
            let part = if is_alone {
                columns(
                    area,
                    0,
                    if self.list == Some(list) {
                        area.width
                    } else {
                        0
                    },
                )
            } else {
                columns(area, x, wide)
            };
            x = x.saturating_add(wide);
            let head = ui.t.filter.lists.get(list).copied().unwrap_or_default();
            // A single row is the row of the cursor.
            let from = u16::from(part.height > 1);
            if from > 0 {
                put(buffer, part, 1, 0, head, ui.theme.heading);
            }
            let high = usize::from(part.height - from.min(part.height));
            let is_here = self.list == Some(list);
            let Some((at, top)) = self.places.get_mut(list) else {
                continue;
            };
            *top = (*top).min(*at).max((*at + 1).saturating_sub(high));
            let items = lists::items(list, ui);
            for (y, (place, (item, name))) in
                (from..part.height).zip(items.iter().enumerate().skip(*top))
            {
                let is_held = lists::holds(&self.query.filter, *item);
                let is_at = is_here && place == *at;
                let mark = if is_held { "[x]" } else { "[ ]" };
                let style = if is_at { ui.theme.focus } else { ui.theme.key };
                put(
                    buffer,
                    part,
                    0,
                    y,
                    if is_at { ">" } else { " " },
                    ui.theme.text,
                );
                put(buffer, part, 1, y, mark, style);
                let room = usize::from(part.width.saturating_sub(6));
                put(buffer, part, 5, y, &fit(name, room), ui.theme.text);
                if is_at && part.width > 2 {
                    cursor = Some(Position::new(part.x + 2, part.y + y));
                }
            }
        }
        cursor
    }
}
