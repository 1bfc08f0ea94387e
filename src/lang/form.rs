//! The words of forms.

/// The words of forms.
#[derive(Debug)]
pub struct FormWords {}

pub(super) const VI: FormWords = FormWords {};

pub(super) const EN: FormWords = FormWords {};
