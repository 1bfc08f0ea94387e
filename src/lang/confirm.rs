//! The words of the confirm list.

/// The words of the confirm list.
#[derive(Debug)]
pub struct ConfirmWords {}

pub(super) const VI: ConfirmWords = ConfirmWords {};

pub(super) const EN: ConfirmWords = ConfirmWords {};
