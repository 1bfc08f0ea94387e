//! What keys do on the main screen, by where the person is: in the list, in the pane, finding.

use super::{Find, Focus, Place, Tasks, find, leapt};
use crate::domain::condition::Condition;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::query::{Order, Query};
use crate::domain::status::Rank;
use crate::domain::task::Task;
use crate::ui::action::Action;
use crate::ui::screen::{Effect, Message, Ui};
use crate::ui::screens;
use crate::ui::screens::to_file::{Content, ToFile};
use crate::work::request::Request;

/// The lines of a page in the pane.
const PANE_PAGE: isize = 10;

impl Tasks {
    /// Does what a key means.
    pub(super) fn step(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        if self.find.is_some() {
            return self.step_in_find(action, ui);
        }
        match self.focus {
            Focus::Pane => self.step_in_pane(action, ui),
            Focus::List => self.step_in_list(action, ui),
        }
    }

    fn step_in_find(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let has_changed = match (&mut self.find, action) {
            (Some(find), Action::Erase) => find.erase(),
            (Some(find), Action::EraseAll) => {
                find.erase_all();
                true
            }
            (Some(find), Action::Recall) => {
                let text = ui.memory.typed(find::FIELD).next();
                find.recall(text.unwrap_or_default());
                true
            }
            _ => false,
        };
        match action {
            Action::Erase if !has_changed => self.drop_find(ui),
            Action::Erase | Action::EraseAll | Action::Recall => self.follow(ui),
            Action::Back | Action::Close => self.drop_find(ui),
            Action::Enter | Action::DoIt => self.keep_find(ui),
            Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
                if self.lags(ui) =>
            {
                self.show_and_then(action, ui)
            }
            Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last => self.move_cursor(action),
            _ => vec![Effect::Useless],
        }
    }

    /// What was found becomes the filter.
    fn keep_find(&mut self, ui: &Ui) -> Vec<Effect> {
        let Some(find) = self.find.take() else {
            return Vec::new();
        };
        find.narrow(&mut self.base);
        let words = find.words(ui);
        if !words.is_empty() && !self.words.is_empty() {
            self.words.push(' ');
        }
        self.words.push_str(&words);
        self.focus = Focus::List;
        self.end_find(&find, ui)
    }

    fn drop_find(&mut self, ui: &Ui) -> Vec<Effect> {
        match self.find.take() {
            Some(find) => self.end_find(&find, ui),
            None => Vec::new(),
        }
    }

    fn end_find(&mut self, find: &Find, ui: &Ui) -> Vec<Effect> {
        let mut effects = self.settle(ui);
        let text = find.text();
        let text = text.trim();
        if !text.is_empty() {
            let fields = vec![(find::FIELD.to_owned(), text.to_owned())];
            effects.push(Effect::Remember(fields));
        }
        effects
    }

    /// Shows what is wanted now, and carries the key out on that.
    fn show_and_then(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let mut effects = self.show(ui);
        effects.push(Effect::Later(action));
        effects
    }

    /// Lets keys wait for what is wanted, if it is not there yet.
    fn settle(&mut self, ui: &Ui) -> Vec<Effect> {
        if self.lags(ui) {
            self.show(ui)
        } else {
            self.list.settle()
        }
    }

    fn step_in_pane(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let lines = isize::try_from(self.pane.rows().len()).unwrap_or(isize::MAX);
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -PANE_PAGE,
            Action::PageDown => PANE_PAGE,
            Action::First => -lines,
            Action::Last => lines,
            Action::Enter | Action::Right | Action::NextPane | Action::PreviousPane => {
                return self.enter_list(ui);
            }
            Action::Back => {
                if self.pane.forget() {
                    return Vec::new();
                }
                return self.enter_list(ui);
            }
            Action::Erase => {
                if self.pane.erase() {
                    return Vec::new();
                }
                return vec![Effect::Useless];
            }
            Action::Choose => return vec![Effect::Open(screens::choose_agency(self.agency()))],
            _ => return self.step_anywhere(action, ui),
        };
        if self.pane.step(by) {
            return self.follow(ui);
        }
        Vec::new()
    }

    fn enter_list(&mut self, ui: &Ui) -> Vec<Effect> {
        self.pane.forget();
        self.focus = Focus::List;
        self.settle(ui)
    }

    fn step_in_list(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        if self.list.is_stale() && needs_rows(action) {
            // A refused answer may leave rows on their way: no key works on what is not there.
            return self.list.settle();
        }
        match action {
            Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last => self.move_cursor(action),
            Action::Left | Action::NextPane | Action::PreviousPane => {
                self.focus = Focus::Pane;
                Vec::new()
            }
            Action::Choose if self.has_pane => {
                self.focus = Focus::Pane;
                Vec::new()
            }
            Action::Choose => vec![Effect::Open(screens::choose_agency(self.agency()))],
            Action::NextOverdue => self.leap(true, ui),
            Action::PreviousOverdue => self.leap(false, ui),
            Action::Enter if !self.options.digits().is_empty() => self.review(),
            Action::Enter | Action::Digit(5) => self.on_current(|id| screens::sheet(id)),
            Action::Digit(digit) => self.on_row(|tasks, id| tasks.options.put(id, digit)),
            Action::Mark => self.on_row(|tasks, id| tasks.options.toggle(id)),
            Action::Delete => {
                let id = self.list.current().map(|task| task.id);
                match id.filter(|id| self.options.clear(*id)) {
                    Some(_) => Vec::new(),
                    None => vec![Effect::Useless],
                }
            }
            Action::Back if self.is_filtered() => {
                let order = self.base.order;
                let query = Query {
                    order,
                    ..Query::default()
                };
                self.filter(String::new(), query, ui)
            }
            Action::Back => self.leave(ui),
            _ => self.step_anywhere(action, ui),
        }
    }

    /// What means the same in the list and in the pane.
    fn step_anywhere(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Close => self.leave(ui),
            Action::DoIt if !self.options.digits().is_empty() => self.review(),
            // No key works on the rows of another agency.
            Action::Status | Action::Log | Action::Refresh if self.lags(ui) => {
                self.show_and_then(action, ui)
            }
            Action::Status => self.change_status(),
            Action::Refresh => {
                self.touched.forget();
                vec![self.list.reread(), Effect::Fetch(Request::Agencies)]
            }
            Action::Add => vec![Effect::Open(screens::add())],
            Action::Filter => {
                let (words, query) = (self.words.clone(), self.base.clone());
                vec![Effect::Open(screens::filter(words, query))]
            }
            Action::Views => {
                let (words, query) = (self.words.clone(), self.base.clone());
                vec![Effect::Open(screens::views(words, query))]
            }
            Action::Columns => {
                self.view = self.view.next();
                Vec::new()
            }
            Action::Export => {
                let content = Content::list(self.wanted(ui), ui.facts, ui.t);
                vec![Effect::Open(Box::new(ToFile::new(content)))]
            }
            Action::Letters => {
                let marked = self.options.marks().to_vec();
                vec![Effect::Open(screens::letters(self.wanted(ui), marked))]
            }
            Action::BySuccessor => {
                self.pane.turn(ui.facts);
                let mut effects = self.show(ui);
                let text = (ui.t.tasks.counted_by)(self.pane.by());
                effects.push(Effect::Say(Message::plain(text)));
                effects
            }
            Action::Sort => {
                self.base.order = match self.base.order {
                    Order::Urgency => Order::Newest,
                    Order::Newest => Order::Document,
                    Order::Document => Order::Urgency,
                };
                let mut effects = self.show(ui);
                let text = (ui.t.tasks.sorted)(self.base.order);
                effects.push(Effect::Say(Message::plain(text)));
                effects
            }
            Action::Find => {
                self.find = Some(Find::default());
                Vec::new()
            }
            Action::Log => {
                let task = self.list.current().map(|task| task.id);
                vec![Effect::Open(screens::log(task))]
            }
            _ => vec![Effect::Useless],
        }
    }

    fn move_cursor(&mut self, action: Action) -> Vec<Effect> {
        if self.list.is_stale() {
            return Vec::new();
        }
        match action {
            Action::Up => self.list.up(),
            Action::Down => self.list.down(),
            Action::PageUp => self.list.page_up(),
            Action::PageDown => self.list.page_down(),
            Action::First => self.list.first(),
            Action::Last => self.list.last(),
            _ => Vec::new(),
        }
    }

    fn leap(&mut self, forward: bool, ui: &Ui) -> Vec<Effect> {
        let day = ui.facts.day();
        // Late is what the clock runs for; what was submitted late waits for others.
        let is_overdue = |task: &Task| {
            task.rank() == Some(Rank::Running)
                && matches!(day.judge(task), Condition::Overdue { .. })
        };
        let leap = self.list.leap(forward, is_overdue);
        leapt(leap, ui)
    }

    /// Does something to the row under the cursor and goes to the next one.
    fn on_row(&mut self, deed: impl FnOnce(&mut Self, TaskId)) -> Vec<Effect> {
        let Some(id) = self.list.current().map(|task| task.id) else {
            return vec![Effect::Useless];
        };
        deed(self, id);
        self.list.down()
    }

    /// Opens something about the task under the cursor.
    fn on_current(
        &self,
        screen: impl FnOnce(TaskId) -> Box<dyn crate::ui::screen::Screen>,
    ) -> Vec<Effect> {
        match self.list.current() {
            Some(task) => vec![Effect::Open(screen(task.id))],
            None => vec![Effect::Useless],
        }
    }

    fn review(&self) -> Vec<Effect> {
        let items = self.options.digits().to_vec();
        vec![Effect::Open(screens::confirm(items))]
    }

    fn change_status(&self) -> Vec<Effect> {
        if self.list.is_stale() {
            return self.list.settle();
        }
        let marks = self.options.marks();
        if !marks.is_empty() {
            return vec![Effect::Open(screens::status(marks.to_vec()))];
        }
        self.on_current(|id| screens::status(vec![id]))
    }

    /// Leaves; digits are kept until the list is opened again.
    fn leave(&self, ui: &Ui) -> Vec<Effect> {
        let mut effects = vec![Effect::Keep(self.options.draft()), Effect::Close];
        let digits = self.options.digits().len();
        if digits > 0 {
            let text = (ui.t.tasks.digits_kept)(digits);
            effects.push(Effect::Say(Message::plain(text)));
        }
        effects
    }

    fn agency(&self) -> Option<AgencyId> {
        match self.pane.place() {
            Place::Agency(id) => Some(id),
            Place::All | Place::Branch(_) => None,
        }
    }
}

/// Whether an action is about rows that have to stand there; finding, filtering and leaving are not.
fn needs_rows(action: Action) -> bool {
    !matches!(
        action,
        Action::Find
            | Action::Filter
            | Action::Views
            | Action::Choose
            | Action::Add
            | Action::Columns
            | Action::Back
            | Action::Close
    )
}
