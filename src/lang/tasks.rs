//! The words of the main screen.

/// The words of the main screen.
#[derive(Debug)]
pub struct TaskWords {}

pub(super) const VI: TaskWords = TaskWords {};

pub(super) const EN: TaskWords = TaskWords {};
