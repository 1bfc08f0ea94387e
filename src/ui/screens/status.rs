//! What can be done now to one task or to the marked ones, and what cannot, with the reason.
//!
//! The digits are those of the option column; one of them goes on to the confirm list at once.

mod letters;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::confirm::line::{Line, Standing};
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Particulars, Pick, Refusal, may, needs};
use crate::ui::action::Action;
use crate::ui::canvas::{fit, pad, put, rows, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::ui::sent::Sent;
use crate::work::request::{Answer, Request};
use letters::letter_of;

pub use letters::deed_of;

/// The digits that are deeds, in the order of the help.
const DIGITS: [u8; 9] = [1, 2, 3, 4, 6, 7, 8, 9, 0];
/// Where the cursor begins: what carries the work on, and never what ends it.
const LIKELY: [u8; 8] = [9, 1, 2, 6, 0, 8, 7, 3];

/// The choice of a deed.
pub struct Status {
    ids: Vec<TaskId>,
    tasks: Vec<Task>,
    is_loaded: bool,
    at: usize,
    first: usize,
    /// Why the digit that was pressed last does nothing here.
    why: String,
    sent: Sent<Vec<(TaskId, i64)>>,
}

/// What can be done besides the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extra {
    /// The texts are corrected.
    Edit,
    /// What is doubtful is right as it was read.
    AsRead,
    /// A deed that has no digit, where somebody may do it.
    Deed(Deed),
}

/// What a digit or a deed would do here.
struct Offer {
    name: String,
    /// Of the tasks, so many may.
    may: usize,
    /// What changes, or why not.
    text: String,
    refusal: Option<(Refusal, TaskId)>,
}

impl Status {
    /// For these tasks.
    #[must_use]
    pub fn new(ids: Vec<TaskId>) -> Self {
        Self {
            ids,
            tasks: Vec::new(),
            is_loaded: false,
            at: 0,
            first: 0,
            why: String::new(),
            sent: Sent::default(),
        }
    }

    fn offer(&self, pick: Pick, ui: &Ui) -> Offer {
        let mut names: Vec<&str> = Vec::new();
        let (mut may, mut refusal, mut text) = (0, None, String::new());
        for task in &self.tasks {
            let line = Line::new(task.id, pick, Some(task.clone()), ui.facts);
            let Some(deed) = line.deed else { continue };
            let name = (ui.t.terms.deed)(deed);
            if !names.contains(&name) {
                names.push(name);
            }
            let given = Particulars::default();
            match line.standing(None, &given, ui.facts) {
                Standing::Refused(why) => {
                    refusal.get_or_insert((why, task.id));
                }
                _ => {
                    may += 1;
                    text = with_needs(line.change(deed, &given, ui), task, deed, ui);
                }
            }
        }
        let all = self.tasks.len();
        let t = &ui.t.choice;
        let why = refusal
            .as_ref()
            .map(|(why, _)| (t.may_not)(&(ui.t.refusals.short)(why)));
        let text = match (may, why) {
            (0, why) => why.unwrap_or_default(),
            (_, why) if all > 1 => {
                let parts: Vec<String> = std::iter::once((t.may)(may, all)).chain(why).collect();
                parts.join("; ")
            }
            _ => text,
        };
        Offer {
            name: names.join(" / "),
            may,
            text,
            refusal,
        }
    }

    /// Texts are corrected for one task at a time, by those who enter tasks.
    fn has_edit(&self, ui: &Ui) -> bool {
        self.ids.len() == 1 && ui.facts.user.role.enters_tasks()
    }

    /// What can be done besides the digits.
    fn extras(&self, ui: &Ui) -> Vec<Extra> {
        let mut extras = Vec::new();
        if self.has_edit(ui) {
            extras.push(Extra::Edit);
        }
        if self.doubtful() > 0 && ui.facts.user.role.enters_tasks() {
            extras.push(Extra::AsRead);
        }
        let user = &ui.facts.user;
        let is_offered = |deed: &Deed| self.tasks.iter().any(|task| may(task, *deed, user).is_ok());
        let deeds = Deed::FOLLOW_UP.into_iter().filter(is_offered);
        extras.extend(deeds.map(Extra::Deed));
        extras
    }

    /// How many of the tasks are to be reviewed.
    fn doubtful(&self) -> usize {
        self.tasks.iter().filter(|task| task.needs_review()).count()
    }

    fn count(&self, ui: &Ui) -> usize {
        DIGITS.len() + self.extras(ui).len()
    }

    /// What is doubtful about all of them is right as it was read: one save, one undo.
    fn as_read(&mut self, ui: &Ui) -> Vec<Effect> {
        if !self.extras(ui).contains(&Extra::AsRead) {
            return vec![Effect::Useless];
        }
        let doubtful = self.tasks.iter().filter(|task| task.needs_review());
        let tasks: Vec<(TaskId, i64)> = doubtful.map(|task| (task.id, task.version)).collect();
        let key = self.sent.key_for(tasks.clone());
        vec![Effect::Ask(Request::AsRead { key, tasks })]
    }

    fn choose(&mut self, digit: u8, ui: &Ui) -> Vec<Effect> {
        if !self.is_loaded || !DIGITS.contains(&digit) {
            return vec![Effect::Useless];
        }
        let offer = self.offer(Pick::Digit(digit), ui);
        match (offer.may, offer.refusal) {
            (0, Some((why, id))) => {
                self.why = (ui.t.refusals.sentence)(&why, id.0);
                let short = (ui.t.choice.may_not)(&(ui.t.refusals.short)(&why));
                vec![Effect::Say(Message::refusal(format!("{digit} {short}")))]
            }
            (0, None) => vec![Effect::Useless],
            _ => {
                let items = self.tasks.iter().map(|task| (task.id, digit)).collect();
                vec![Effect::Replace(screens::confirm(items))]
            }
        }
    }

    /// A deed that has no digit, for those of the tasks to which it may be done.
    fn choose_deed(&self, deed: Deed, ui: &Ui) -> Vec<Effect> {
        if !self.extras(ui).contains(&Extra::Deed(deed)) {
            return vec![Effect::Useless];
        }
        let items = self.tasks.iter().map(|task| (task.id, deed)).collect();
        vec![Effect::Replace(screens::confirm(items))]
    }

    fn by_letter(&self, letter: char, ui: &Ui) -> Vec<Effect> {
        let letter = letter.to_ascii_lowercase();
        match deed_of(letter) {
            Some(deed) => self.choose_deed(deed, ui),
            None => vec![Effect::Useless],
        }
    }

    fn edit(&self, ui: &Ui) -> Vec<Effect> {
        match self.ids.first() {
            Some(id) if self.has_edit(ui) => vec![Effect::Replace(screens::edit(*id))],
            _ => vec![Effect::Useless],
        }
    }

    fn head(&self, ui: &Ui) -> String {
        match self.tasks.as_slice() {
            [task] => {
                let status = (ui.t.terms.status)(task.status);
                let condition = (ui.t.terms.condition)(ui.facts.day().judge(task));
                format!("{status}, {condition} · {}", task.title)
            }
            tasks => {
                let numbers: Vec<String> =
                    tasks.iter().map(|task| format!("#{}", task.id.0)).collect();
                numbers.join(" ")
            }
        }
    }
}

/// What changes, and what will be asked for.
fn with_needs(change: String, task: &Task, deed: Deed, ui: &Ui) -> String {
    let asked: Vec<&str> = needs(task, deed, &ui.facts.user, ui.facts.today)
        .into_iter()
        .map(ui.t.refusals.need)
        .collect();
    if asked.is_empty() {
        return change;
    }
    format!("{change} ({}: {})", ui.t.choice.asks, asked.join(", "))
}

impl Screen for Status {
    fn context(&self) -> Context {
        Context::Choice
    }

    fn title(&self, ui: &Ui) -> String {
        match self.ids.as_slice() {
            [id] => (ui.t.choice.status_one)(id.0),
            ids => (ui.t.choice.status_many)(ids.len()),
        }
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Ask(Request::Tasks {
            ids: self.ids.clone(),
        })]
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let last = self.count(ui) - 1;
        match action {
            Action::Back | Action::Close => return vec![Effect::Close],
            Action::Up | Action::PreviousPane => self.at = self.at.saturating_sub(1),
            Action::Down | Action::NextPane => self.at = (self.at + 1).min(last),
            Action::First | Action::PageUp => self.at = 0,
            Action::Last | Action::PageDown => self.at = last,
            Action::Enter | Action::DoIt => {
                return match DIGITS.get(self.at) {
                    Some(digit) => self.choose(*digit, ui),
                    None => match self.extras(ui).get(self.at - DIGITS.len()) {
                        Some(Extra::Deed(deed)) => self.choose_deed(*deed, ui),
                        Some(Extra::AsRead) => self.as_read(ui),
                        Some(Extra::Edit) | None => self.edit(ui),
                    },
                };
            }
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        match letter
            .to_digit(10)
            .and_then(|digit| u8::try_from(digit).ok())
        {
            Some(digit) => self.choose(digit, ui),
            None if matches!(letter, 's' | 'S') => self.edit(ui),
            None if matches!(letter, 'r' | 'R') => self.as_read(ui),
            None => self.by_letter(letter, ui),
        }
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        if let (Request::AsRead { key, .. }, Ok(Answer::Saved(saved))) = (question, reply)
            && self.sent.is(key)
        {
            let _ = self.sent.answered();
            let text = (ui.t.choice.settled)(saved.done.len(), saved.left.len());
            return vec![
                Effect::Say(Message::plain(text)),
                Effect::Choose(Outcome::Saved(self.ids.clone())),
            ];
        }
        let (Request::Tasks { ids }, Ok(Answer::Tasks(tasks))) = (question, reply) else {
            return Vec::new();
        };
        if *ids != self.ids || self.is_loaded {
            return Vec::new();
        }
        self.tasks.clone_from(tasks);
        self.is_loaded = true;
        let likely = LIKELY
            .iter()
            .find(|digit| self.offer(Pick::Digit(**digit), ui).may > 0);
        let place = |likely| DIGITS.iter().position(|digit| digit == likely);
        self.at = likely.and_then(place).unwrap_or(0);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let head = match area.height {
            // Very low windows keep their rows for the choices.
            0..=2 => 0,
            3..=12 => 1,
            _ => 3,
        };
        let wide = usize::from(area.width);
        if area.height > 2 {
            let at = u16::from(area.height > 12);
            let text = fit(&self.head(ui), wide.saturating_sub(3));
            put(buffer, area, 2, at, &text, ui.theme.title);
        }
        if !self.is_loaded {
            return None;
        }
        let list = rows(area, head, area.height);
        let high = usize::from(list.height.max(1));
        if self.at < self.first || self.at >= self.first + high {
            self.first = self.at.saturating_sub(high - 1);
        }
        let below = u16::try_from(self.count(ui) + 1).unwrap_or(u16::MAX);
        let why = wrap(&self.why, wide.saturating_sub(5)).into_iter();
        for (y, line) in (below..list.height).zip(why) {
            put(buffer, list, 3, y, &line, ui.theme.text);
        }
        let mut cursor = None;
        for (y, at) in (0..list.height).zip(self.first..self.count(ui)) {
            let (key, name, text, may) = match DIGITS.get(at) {
                Some(digit) => {
                    let offer = self.offer(Pick::Digit(*digit), ui);
                    (digit.to_string(), offer.name, offer.text, offer.may > 0)
                }
                None => match self.extras(ui).get(at - DIGITS.len()) {
                    Some(Extra::Deed(deed)) => {
                        let offer = self.offer(Pick::Deed(*deed), ui);
                        (letter_of(*deed), offer.name, offer.text, offer.may > 0)
                    }
                    Some(Extra::AsRead) => (
                        "r".to_owned(),
                        ui.t.keys.as_read.to_owned(),
                        (ui.t.choice.to_settle)(self.doubtful()),
                        true,
                    ),
                    Some(Extra::Edit) | None => (
                        "s".to_owned(),
                        ui.t.choice.edit.to_owned(),
                        String::new(),
                        true,
                    ),
                },
            };
            let name = pad(&name, 20.min(wide / 3));
            let line = fit(&format!("{name}  {text}"), wide.saturating_sub(7));
            let style = if may { ui.theme.digit } else { ui.theme.text };
            put(buffer, list, 3, y, &key, style);
            put(buffer, list, 6, y, &line, ui.theme.text);
            if at == self.at {
                put(buffer, list, 1, y, ">", ui.theme.focus);
                cursor = (list.width > 1).then(|| Position::new(list.x + 1, list.y + y));
            }
        }
        cursor
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.choice.status_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Choice
    }
}
