//! Practice: ten timed drills on a throw-away copy of the sample, with the real screens.
//!
//! The coach sits beside the stack of screens: it counts the keys that reach them, hears the answers,
//! sees what they show, and says when a goal is reached. The screens know nothing of it.

mod board;
mod drills;
mod goal;
mod records;
mod result;
mod stage;

use std::time::Duration;

use crossterm::event::KeyEventKind;

pub use drills::{DRILLS, Drill, Piece, Start};
pub use goal::Step;
pub use records::{PLACE, Record, Records, Score};

use self::goal::Course;
use super::screen::Ui;
use super::terminal::{Input, Stamped};
use crate::domain::task::Task;

/// What the screens of practice want from the coach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Begin the drill of that place in the table.
    Begin(usize),
    /// Show the list of drills.
    List,
}

/// Where a drill stands.
#[derive(Debug, PartialEq, Eq)]
enum Phase {
    /// Its data is being laid out.
    Laying,
    /// A person is at it.
    Running,
}

/// A drill that was begun.
struct Run {
    place: usize,
    drill: &'static Drill,
    phase: Phase,
    cast: Vec<Task>,
    course: Course,
    keys: usize,
    first: Duration,
    last: Duration,
}

/// The coach.
pub struct Coach {
    records: Records,
    /// The drill that the list shows first.
    place: usize,
    run: Option<Run>,
}

impl Coach {
    /// Begins with the results of former sessions.
    #[must_use]
    pub fn new(records: Records) -> Self {
        Self {
            records,
            place: 0,
            run: None,
        }
    }

    /// The results so far.
    #[must_use]
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// What is to be done now, for the line under the title; none between drills.
    pub(super) fn task(&self, ui: &Ui) -> Option<String> {
        let run = self.running()?;
        Some(sentence(run.place, &run.cast, ui))
    }

    /// Counts what was typed; the clock runs from the first key.
    pub(super) fn count(&mut self, typed: &Stamped) {
        let Some(run) = self.run.as_mut().filter(|run| run.phase == Phase::Running) else {
            return;
        };
        let keys = match &typed.input {
            Input::Key(key) if key.kind == KeyEventKind::Release => 0,
            Input::Key(_) | Input::Unreadable => 1,
            Input::Paste { text, .. } => text.chars().count(),
        };
        if run.keys == 0 {
            run.first = typed.at;
        }
        run.keys += keys;
        run.last = typed.at;
    }

    fn running(&self) -> Option<&Run> {
        self.run.as_ref().filter(|run| run.phase == Phase::Running)
    }
}

impl Run {
    fn new(place: usize, drill: &'static Drill) -> Self {
        Self {
            place,
            drill,
            phase: Phase::Laying,
            cast: Vec::new(),
            course: Course::default(),
            keys: 0,
            first: Duration::ZERO,
            last: Duration::ZERO,
        }
    }

    fn score(&self) -> Score {
        let taken = self.last.saturating_sub(self.first);
        Score {
            keys: self.keys,
            millis: u64::try_from(taken.as_millis()).unwrap_or(u64::MAX),
        }
    }

    fn number(&self) -> i64 {
        self.cast.first().map_or(0, |task| task.id.0)
    }
}

/// A drill's sentence, with the numbers and agencies of its tasks.
fn sentence(place: usize, cast: &[Task], ui: &Ui) -> String {
    let t = &ui.t.practice;
    let (Some(drill), Some(words)) = (DRILLS.get(place), t.drills.get(place)) else {
        return String::new();
    };
    let numbers: Vec<String> = cast.iter().map(|task| task.id.0.to_string()).collect();
    let agencies: Vec<&str> = cast
        .iter()
        .filter_map(|task| ui.facts.agency(task.agency))
        .map(|agency| agency.code.as_str())
        .collect();
    let task = words.task.replace("{n}", &numbers.join(", "));
    (t.drill)(drill.key) + &task.replace("{cq}", &agencies.join(", "))
}
