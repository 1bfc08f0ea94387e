//! Why a deed is not done: what, and what to do about it.

/// Why a deed is not done: what, and what to do about it.
#[derive(Debug)]
pub struct RefusalWords {}

pub(super) const VI: RefusalWords = RefusalWords {};

pub(super) const EN: RefusalWords = RefusalWords {};
