//! The words of the first start.

/// The words of the first start.
#[derive(Debug)]
pub struct StartWords {}

pub(super) const VI: StartWords = StartWords {};

pub(super) const EN: StartWords = StartWords {};
