//! F8: the saved views. Enter recalls one, F6 keeps the present filter, Delete drops one with F10.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::fold::fold;
use crate::domain::query::{Query, View};
use crate::ui::action::Action;
use crate::ui::canvas::{columns, fit, pad, put, rows, width, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::widgets::field::Field;
use crate::work::request::{Answer, Request};

/// The name under which a name that was begun is kept.
const PLACE: &str = "view";
/// So many letters has a name at the most.
const LONGEST: usize = 60;

/// The saved views.
pub struct Views {
    words: String,
    query: Query,
    views: Option<Vec<View>>,
    /// Letters that narrow the list.
    narrow: String,
    at: usize,
    top: usize,
    /// The name under edit, while the present filter is being kept.
    name: Option<Field>,
    /// The view that F10 would drop.
    dropping: Option<String>,
}

impl Views {
    /// Begins with the filter that could be kept.
    #[must_use]
    pub fn new(words: String, query: Query) -> Self {
        Self {
            words,
            query,
            views: None,
            narrow: String::new(),
            at: 0,
            top: 0,
            name: None,
            dropping: None,
        }
    }

    /// The name as it was begun before a hang-up, with the filter that it is for; none where that was another place, or
    /// the filter cannot be read any more.
    #[must_use]
    pub fn restore(draft: &Unsaved) -> Option<Self> {
        let of = |name: &str| {
            let field = draft.fields.iter().find(|(field, _)| field == name);
            field.map(|(_, text)| text.as_str())
        };
        let query = of("query").filter(|_| draft.place == PLACE);
        let query = serde_json::from_str(query?).ok()?;
        let mut name = Field::new(LONGEST);
        name.set(of("name")?);
        Some(Self {
            name: Some(name),
            ..Self::new(of("words")?.to_owned(), query)
        })
    }

    /// What was begun, with what it is for; without fields where nothing stands there.
    fn draft(&self) -> Unsaved {
        let name = self.name.as_ref().map(Field::text).unwrap_or_default();
        let query = serde_json::to_string(&self.query).unwrap_or_default();
        let fields = [
            ("name", name),
            ("words", self.words.clone()),
            ("query", query),
        ];
        let is_begun = fields
            .iter()
            .any(|(field, text)| *field == "name" && !text.is_empty());
        let fields = fields.map(|(field, text)| (field.to_owned(), text));
        Unsaved {
            place: PLACE.to_owned(),
            fields: if is_begun { fields.into() } else { Vec::new() },
        }
    }

    /// Asks for a name; one that was begun for this filter stands there.
    fn ask_for_name(&mut self, ui: &Ui) {
        let begun = ui.memory.draft(PLACE).and_then(Self::restore);
        let begun = begun.filter(|begun| begun.query == self.query && begun.words == self.words);
        let name = begun.and_then(|begun| begun.name);
        self.name = name.or_else(|| Some(Field::new(LONGEST)));
    }

    fn shown(&self) -> Vec<&View> {
        let wanted = fold(&self.narrow);
        let views = self.views.iter().flatten();
        views
            .filter(|view| fold(&format!("{} {}", view.name, view.words)).contains(&wanted))
            .collect()
    }

    fn selected(&self) -> Option<View> {
        self.shown().get(self.at).map(|view| (*view).clone())
    }

    fn in_list(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let last = self.shown().len().saturating_sub(1);
        let dropping = self.dropping.take();
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(last),
            Action::PageUp => self.at = self.at.saturating_sub(10),
            Action::PageDown => self.at = (self.at + 10).min(last),
            Action::First => self.at = 0,
            Action::Last => self.at = last,
            Action::Back if dropping.is_some() => {}
            Action::Close | Action::Back => return vec![Effect::Close],
            Action::Add => self.ask_for_name(ui),
            Action::Erase => {
                self.narrow.pop();
                self.at = 0;
            }
            Action::Delete => {
                let Some(view) = self.selected() else {
                    return vec![Effect::Useless];
                };
                let message = Message::refusal((ui.t.filter.drop)(&view.name));
                self.dropping = Some(view.name);
                return vec![Effect::Say(message)];
            }
            Action::DoIt => {
                return match dropping {
                    Some(name) => vec![Effect::Ask(Request::DropView { name })],
                    None => vec![Effect::Useless],
                };
            }
            Action::Enter => {
                return match self.selected() {
                    Some(view) => vec![Effect::Choose(Outcome::Query {
                        words: view.words,
                        query: view.query,
                    })],
                    None => vec![Effect::Useless],
                };
            }
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }

    fn on_name(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let draft = self.draft();
        let Some(field) = &mut self.name else {
            return Vec::new();
        };
        match action {
            Action::Back | Action::Close => {
                self.name = None;
                return vec![Effect::Keep(draft)];
            }
            Action::Enter | Action::DoIt => {
                let name = field.text();
                if name.is_empty() {
                    return vec![Effect::Say(Message::refusal(ui.t.filter.needs_name))];
                }
                return vec![Effect::Ask(Request::SaveView {
                    name,
                    words: self.words.clone(),
                    query: self.query.clone(),
                })];
            }
            _ if field.hear(action) => {}
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }
}

impl Screen for Views {
    fn context(&self) -> Context {
        if self.name.is_some() {
            Context::Line
        } else {
            Context::Choice
        }
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.filter.views.to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Ask(Request::Views)]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        if self.name.is_some() {
            return self.on_name(action, ui);
        }
        self.in_list(action, ui)
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        match &mut self.name {
            Some(field) => drop(field.write(letter, ui.composing)),
            None => {
                self.dropping = None;
                self.narrow.push(letter);
                self.at = 0;
            }
        }
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        let Ok(Answer::Views(views)) = answer else {
            return Vec::new();
        };
        self.views = Some(views.clone());
        self.at = self.at.min(self.shown().len().saturating_sub(1));
        if let Request::SaveView { name, .. } = question {
            self.name = None;
            self.narrow.clear();
            let place = self.shown().iter().position(|view| view.name == *name);
            self.at = place.unwrap_or(0);
            let said = Message::plain((ui.t.filter.kept)(name));
            // Nothing stands there any more.
            return vec![Effect::Keep(self.draft()), Effect::Say(said)];
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.filter;
        // Very low windows keep their rows for the views.
        let is_low = area.height < 3;
        let mut from = u16::from(!is_low);
        let mut cursor = None;
        if let Some(field) = &mut self.name {
            let label = format!("  {} ", t.name);
            let x = u16::try_from(width(&label)).unwrap_or(0);
            // In narrow windows the field is worth more than its name.
            let x = if area.width < x + 12 { 0 } else { x };
            if x > 0 {
                put(buffer, area, 0, 0, &label, ui.theme.heading);
            }
            let line = columns(rows(area, 0, 1), x, area.width.saturating_sub(x + 1));
            cursor = field.draw(line, buffer, ui.theme.text, ui.theme.rule);
            let words = if self.words.is_empty() {
                t.everything
            } else {
                &self.words
            };
            put(buffer, area, 2, 1, words, ui.theme.text);
            from = 3;
        } else if !self.narrow.is_empty() && !is_low {
            put(
                buffer,
                area,
                2,
                0,
                &format!("/ {}", self.narrow),
                ui.theme.text,
            );
        }
        let list = rows(area, from, area.height);
        if self.views.as_ref().is_some_and(Vec::is_empty) {
            for (y, piece) in (0..).zip(wrap(
                t.no_views,
                usize::from(area.width).saturating_sub(4).max(1),
            )) {
                put(buffer, list, 2, y, &piece, ui.theme.text);
            }
            return cursor;
        }
        let high = usize::from(list.height);
        self.top = self
            .top
            .min(self.at)
            .max((self.at + 1).saturating_sub(high));
        let name_wide = usize::from(area.width / 3).max(10);
        for (y, (place, view)) in
            (0..list.height).zip(self.shown().iter().enumerate().skip(self.top))
        {
            let is_here = place == self.at && self.name.is_none();
            let words = if view.words.is_empty() {
                t.everything
            } else {
                &view.words
            };
            let room = usize::from(area.width).saturating_sub(name_wide + 5);
            let text = format!("{}  {}", pad(&view.name, name_wide), fit(words, room));
            put(buffer, list, 2, y, &text, ui.theme.text);
            if is_here {
                put(buffer, list, 1, y, ">", ui.theme.focus);
                if list.width > 1 {
                    cursor = Some(Position::new(list.x + 1, list.y + y));
                }
            }
        }
        cursor
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(match &self.dropping {
            Some(name) => (ui.t.filter.drop)(name),
            None => ui.t.filter.views_hint.to_owned(),
        })
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        let is_asked = self.name.is_some();
        is_asked.then(|| self.draft()).into_iter().collect()
    }

    fn topic(&self) -> Topic {
        Topic::Filter
    }
}
