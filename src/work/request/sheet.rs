//! The answer to a question about one task.

use crate::domain::change::Change;
use crate::domain::count::Family;
use crate::domain::document::Document;
use crate::domain::task::Task;

/// Everything about one task.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The task.
    pub task: Task,
    /// Its document.
    pub document: Option<Document>,
    /// Its parent's code, and how many of the members are done, of how many.
    pub family: Option<Family>,
    /// Its series, with the occurrences so far: done on time, done late, open.
    pub series: Option<Family>,
    /// Its log, newest first.
    pub log: Vec<Change>,
    /// How it was followed, as far as nobody took it back, newest first: extensions, urgings, explanations,
    /// criticisms, transfers, returns.
    pub followed: Vec<Change>,
}

impl Sheet {
    /// All but the log, which is by far the largest part.
    #[must_use]
    pub fn without_log(&self) -> Self {
        Self {
            task: self.task.clone(),
            document: self.document.clone(),
            family: self.family.clone(),
            series: self.series.clone(),
            log: Vec::new(),
            followed: self.followed.clone(),
        }
    }
}
