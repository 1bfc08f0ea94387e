//! The words of the screen of one task.

/// The words of the screen of one task.
#[derive(Debug)]
pub struct SheetWords {}

pub(super) const VI: SheetWords = SheetWords {};

pub(super) const EN: SheetWords = SheetWords {};
