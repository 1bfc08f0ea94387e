//! The words of imports.

/// The words of imports.
#[derive(Debug)]
pub struct ImportWords {}

pub(super) const VI: ImportWords = ImportWords {};

pub(super) const EN: ImportWords = ImportWords {};
