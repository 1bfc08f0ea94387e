//! Whether a drill's goal is reached: seen from the screens and from the answers of the store, never from
//! the keys, so that any way counts.

use chrono::NaiveDate;

use crate::domain::filter::parse;
use crate::domain::id::TaskId;
use crate::domain::query::Filter;
use crate::domain::task::Task;
use crate::domain::transition::Deed;
use crate::ui::screen::{Sight, Topic, Ui};
use crate::work::request::{Answer, Request, Saved, Wish};

/// A part of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The cursor of a list stands on the task.
    At,
    /// A list shows what these words of the filter mean.
    Shows(&'static str),
    /// The task is open, and its days are explained.
    Explained,
    /// This was done to the tasks, to all of them and to no other.
    Done(Deed),
    /// Progress of so many percent was recorded, with a note.
    Reported(u8),
    /// Whatever was done is taken back.
    TakenBack,
    /// The filter of these words was kept under a name.
    Kept(&'static str),
    /// A task was entered.
    Entered {
        /// Its lead.
        agency: &'static str,
        /// Its due date: year, month, day.
        due: (i32, u32, u32),
    },
}

/// What has happened since the drill began.
#[derive(Debug, Default)]
pub(super) struct Course {
    /// What was done and not taken back.
    done: Vec<Wish>,
    /// The filter that was kept last.
    kept: Option<Filter>,
    /// The task that was entered last.
    entered: Option<Task>,
    /// So many steps are behind.
    passed: usize,
}

impl Course {
    /// Takes note of an answer.
    pub(super) fn hear(&mut self, question: &Request, answer: &Answer) {
        match (question, answer) {
            (Request::Perform { wishes, .. }, Answer::Saved(saved)) => {
                let is_done = |wish: &&Wish| saved.done.iter().any(|task| task.id == wish.id);
                self.done.extend(wishes.iter().filter(is_done).cloned());
            }
            (Request::Undo { .. }, Answer::Saved(saved)) => self.take_back(saved),
            (Request::Create { .. }, Answer::Saved(saved)) => {
                self.entered = saved.done.first().cloned();
            }
            (Request::SaveView { query, .. }, Answer::Views(_)) => {
                self.kept = Some(query.filter.clone());
            }
            _ => {}
        }
    }

    fn take_back(&mut self, saved: &Saved) {
        let is_back = |id| saved.done.iter().any(|task| task.id == id);
        self.done.retain(|wish| !is_back(wish.id));
        self.entered.take_if(|task| is_back(task.id));
    }

    /// Goes on as far as what happened and what is seen allows; true at the end. The sights are those of
    /// the screens, the top first.
    pub(super) fn go_on(&mut self, goal: &[Step], cast: &[Task], seen: &[Sight], ui: &Ui) -> bool {
        while let Some(step) = goal.get(self.passed) {
            if !self.is_reached(*step, cast, seen, ui) {
                return false;
            }
            self.passed += 1;
        }
        true
    }

    fn is_reached(&self, step: Step, cast: &[Task], seen: &[Sight], ui: &Ui) -> bool {
        let first = cast.first().map(|task| task.id);
        match step {
            Step::At => match seen {
                [Sight::Tasks { current, .. }, ..] => first.is_some() && *current == first,
                _ => false,
            },
            Step::Shows(words) => match seen {
                [Sight::Tasks { query, .. }, ..] => means(&query.filter, words, ui),
                _ => false,
            },
            Step::Explained => match seen {
                [Sight::Help(Topic::Sheet), Sight::Task(id), ..] => Some(*id) == first,
                _ => false,
            },
            Step::Done(deed) => {
                let is_wanted = |wish: &Wish| wish.deed == deed && has(cast, wish.id);
                let is_done = |task: &Task| self.done.iter().any(|wish| wish.id == task.id);
                self.done.iter().all(is_wanted) && cast.iter().all(is_done)
            }
            Step::Reported(percent) => self.done.iter().any(|wish| {
                let given = &wish.given;
                wish.deed == Deed::Progress
                    && Some(wish.id) == first
                    && given.percent == Some(percent)
                    && !given.note.is_empty()
            }),
            Step::TakenBack => self.done.is_empty(),
            Step::Kept(words) => {
                let mut kept = self.kept.iter();
                kept.any(|filter| means(filter, words, ui))
            }
            Step::Entered { agency, due } => self.entered.as_ref().is_some_and(|task| {
                let (year, month, day) = due;
                let lead = ui.facts.agency(task.agency);
                // A deadline that a person has to review is none yet: "30/6" says no year.
                lead.is_some_and(|lead| lead.code == agency)
                    && !task.needs_review()
                    && task.due == NaiveDate::from_ymd_opt(year, month, day)
            }),
        }
    }
}

fn has(cast: &[Task], id: TaskId) -> bool {
    cast.iter().any(|task| task.id == id)
}

/// True where a filter is the one of these words, however it was typed.
fn means(filter: &Filter, words: &str, ui: &Ui) -> bool {
    let bare = |filter: &Filter| Filter {
        typed: Vec::new(),
        ..filter.clone()
    };
    parse(words, &ui.filter_context()).is_ok_and(|wanted| bare(&wanted) == bare(filter))
}
